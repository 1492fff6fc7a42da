/** The models that the code of a tree names, what did not change included. */
import { modelReferences } from '../code/model-references.ts';
import { mayHoldModelIds } from '../code/scanned-files.ts';
import { directoryOf } from '../manifest/paths.ts';
import { LIMITS } from '../model/limits.ts';
import type { NamedModel } from '../model/model-change.ts';
import { decidesModel } from '../model/model-use.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Tree } from './read-tree.ts';

/**
 * Where it is decided which model runs, in the files of the given projects. Undefined where not all of them may be
 * read: too many bytes, or too many requests where each file is one. What is known in part would tell nothing.
 */
export async function modelsInCode(
  snapshot: Snapshot,
  { manifests }: Tree,
  projects: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly NamedModel[]> | undefined> {
  const directories = new Set([...manifests.map(({ directory }) => directory), '.']);
  const own = new Set(manifests.map(({ file }) => file));
  const projectOf = new Map(
    snapshot.files.flatMap((file) => {
      if (own.has(file.path) || !mayHoldModelIds(file)) return [];
      const project = nearest(file.path, directories);
      return projects.has(project) ? [[file.path, { project, bytes: file.bytes }] as const] : [];
    }),
  );
  const bytes = [...projectOf.values()].reduce((sum, file) => sum + file.bytes, 0);
  const requests = Math.min(LIMITS.unchangedRequests, (snapshot.remaining?.() ?? 0) / 2);
  if (bytes > LIMITS.codeBytes || (snapshot.remaining !== undefined && projectOf.size > requests))
    return undefined;
  const found = new Map<string, NamedModel[]>([...projects].map((project) => [project, []]));
  for (const [path, text] of await snapshot.read([...projectOf.keys()])) {
    const list = found.get(projectOf.get(path)?.project ?? '');
    for (const { id, use, line, column } of modelReferences(path, text)) {
      if (decidesModel(use)) list?.push({ id, use, at: { file: path, line, column } });
    }
  }
  return found;
}

function nearest(path: string, directories: ReadonlySet<string>): string {
  let directory = directoryOf(path);
  while (!directories.has(directory)) directory = directoryOf(directory);
  return directory;
}
