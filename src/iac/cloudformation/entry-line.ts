/** Lines of the manifest that name a template with what it is deployed with. */
import type { IacRoot } from '../format.ts';
import { relativePath } from '../paths.ts';

/** Roots that are found of themselves are listed beside an entry, up to so many: without them they would not be read. */
const LISTED = 6;

/** The line with an entry for `root`, and those of the other roots of the project where none is named yet. */
export function entryLine(entry: string, root: IacRoot, project: IacRoot = root): string {
  const others =
    root.at === undefined ? (project.siblings ?? []).filter((other) => !isSame(other, root)) : [];
  const listed = others.map((other) => `{ ${other.format ?? 'terraform'}: ${pathOf(other, project)} }`);
  return `iac: [${[entry, ...listed.slice(0, LISTED)].join(', ')}]`;
}

function isSame(one: IacRoot, other: IacRoot): boolean {
  return one.format === other.format && one.directory === other.directory;
}

/** The path of a root as the manifest of the project writes it. */
export function pathOf({ directory }: IacRoot, { project = '.' }: IacRoot): string {
  return relativePath(project, directory);
}
