/** The models that the code of a tree names, what did not change included. */
import { modelReferences } from '../code/model-references.ts';
import { mayHoldModelIds } from '../code/scanned-files.ts';
import { LIMITS } from '../model/limits.ts';
import type { NamedModel } from '../model/model-change.ts';
import { decidesModel } from '../model/model-use.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { projectOf, withPick } from './named-model.ts';
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
  const chosen = new Map(
    snapshot.files.flatMap((file) => {
      if (own.has(file.path) || !mayHoldModelIds(file)) return [];
      const project = projectOf(file.path, directories);
      return projects.has(project) ? [[file.path, { project, bytes: file.bytes }] as const] : [];
    }),
  );
  const bytes = [...chosen.values()].reduce((sum, file) => sum + file.bytes, 0);
  const requests = Math.min(LIMITS.unchangedRequests, (snapshot.remaining?.() ?? 0) / 2);
  if (bytes > LIMITS.codeBytes || (snapshot.remaining !== undefined && chosen.size > requests))
    return undefined;
  const found = new Map<string, NamedModel[]>([...projects].map((project) => [project, []]));
  for (const [path, text] of await snapshot.read([...chosen.keys()])) {
    const list = found.get(chosen.get(path)?.project ?? '');
    for (const reference of modelReferences(path, text)) {
      if (decidesModel(reference.use)) list?.push(withPick(path, text, reference));
    }
  }
  return found;
}
