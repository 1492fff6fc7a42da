/**
 * Modules that `terraform init` put into `.terraform/modules`, as its `modules.json` lists them. They are read where the
 * tree has them and they are what the code calls now.
 */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { LIMITS } from '../../../model/limits.ts';
import { itemsAt, textAt } from '../../../model/value.ts';
import { directoryOf, resolvePath } from '../../paths.ts';
import type { Files } from '../evaluate/files.ts';
import { parseJson } from '../values/json.ts';
import { meetsConstraint } from './version.ts';

export interface InstalledModule {
  readonly source: string;
  /** Of modules from a registry. */
  readonly version: string | undefined;
  readonly directory: string;
}

/** Whether `terraform init` or Terragrunt made what stands in a directory: it is no code of this repository, and no root. */
export function isInstalled(directory: string): boolean {
  return /(?:^|\/)\.(?:terraform|terragrunt-cache)(?:\/|$)/.test(directory);
}

/** Installed modules of a root by the names of their calls, joined by points: `platform.vpc`. */
export type InstalledModules = ReadonlyMap<string, InstalledModule>;

/** Reads the list of a root, and asks for the files of the modules on it. One that leads out of the tree is refused. */
export function installedModules(files: Files, diagnostics: Diagnostic[]): InstalledModules {
  const path = resolvePath(files.directory, '.terraform/modules/modules.json') ?? '';
  const text = files.texts.get(path);
  if (text === undefined) return new Map();
  const found = new Map<string, InstalledModule>();
  const listed = itemsAt(parseJson(text), 'Modules');
  if (listed.length > LIMITS.installedModules) {
    const message = `${path} lists ${listed.length} modules; only the first ${LIMITS.installedModules} are read.`;
    diagnostics.push({ code: 'limit-exceeded', severity: 'error', message, at: { file: path } });
  }
  for (const item of listed.slice(0, LIMITS.installedModules)) {
    const [key, source, version, written] = ['Key', 'Source', 'Version', 'Dir'].map((name) =>
      textAt(item, name),
    );
    if (typeof key !== 'string' || key === '' || typeof source !== 'string' || typeof written !== 'string')
      continue;
    const directory = resolvePath(files.directory, written);
    if (directory === undefined) {
      const message = `The module ${key} is installed outside of the tree; it was not read.`;
      diagnostics.push({ code: 'file-refused', severity: 'error', message, at: { file: path } });
    } else found.set(key, { source, version: typeof version === 'string' ? version : undefined, directory });
  }
  askFor(new Set([...found.values()].map(({ directory }) => directory)), files);
  return found;
}

/** Asks for the configuration in directories that nobody reads otherwise. */
function askFor(directories: ReadonlySet<string>, { paths, texts, asked }: Files): void {
  for (const path of paths) {
    if (!/\.(?:tf|tofu)(?:\.json)?$/.test(path) || texts.has(path)) continue;
    if (directories.has(directoryOf(path))) asked.add(path);
  }
}

/** Whether an installed module is what a call means: `init` may not have been run since the call changed. */
export function isCurrent(installed: InstalledModule, source: string, version: string | undefined): boolean {
  if (plainSource(installed.source) !== plainSource(source)) return false;
  return (
    version === undefined || (installed.version !== undefined && meetsConstraint(installed.version, version))
  );
}

/** A source without what `init` adds to it: the public registry's host, the kind of a Git address. */
function plainSource(source: string): string {
  return source
    .replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, '')
    .replace(/^git::/, '')
    .replace(/^(?:https:\/\/|ssh:\/\/git@|git@)(github\.com|bitbucket\.org)[/:]/, '$1/')
    .replace(/\.git(?=$|\?|\/\/)/, '');
}
