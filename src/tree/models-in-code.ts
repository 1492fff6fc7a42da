/** The models that the code of a tree names, what did not change included. */
import { modelReferences } from '../code/model-references.ts';
import { mayHoldModelIds } from '../code/scanned-files.ts';
import { LIMITS } from '../model/limits.ts';
import type { ModelsInCode, NamedModel, Unread } from '../model/model-change.ts';
import { decidesModel } from '../model/model-use.ts';
import type { Snapshot, TreeFile } from '../model/snapshot.ts';
import { projectOf, withPick } from './named-model.ts';
import type { Tree } from './read-tree.ts';

/**
 * Where it is decided which model runs, in the files of the given projects. A project is read as a whole or not at all:
 * what is known in part would tell nothing. Projects that fit are read, in their order.
 */
export async function modelsInCode(
  snapshot: Snapshot,
  { manifests }: Tree,
  projects: ReadonlySet<string>,
): Promise<ModelsInCode> {
  const directories = new Set([...manifests.map(({ directory }) => directory), '.']);
  const own = new Set(manifests.map(({ file }) => file));
  const filesOf = new Map<string, TreeFile[]>([...projects].map((project) => [project, []]));
  for (const file of snapshot.files) {
    if (own.has(file.path) || !mayHoldModelIds(file)) continue;
    filesOf.get(projectOf(file.path, directories))?.push(file);
  }
  const chosen = new Map<string, string>();
  const unread = new Map<string, Unread>();
  let bytesLeft: number = LIMITS.codeBytes;
  let filesLeft =
    snapshot.remaining === undefined
      ? Number.POSITIVE_INFINITY
      : Math.min(LIMITS.unchangedRequests, snapshot.remaining() / 2);
  for (const [project, files] of filesOf) {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (files.length > filesLeft) unread.set(project, { over: 'files', count: files.length });
    else if (bytes > bytesLeft) unread.set(project, { over: 'bytes', count: bytes });
    else {
      for (const { path } of files) chosen.set(path, project);
      filesLeft -= files.length;
      bytesLeft -= bytes;
    }
  }
  const named = new Map<string, NamedModel[]>(
    [...projects].filter((project) => !unread.has(project)).map((project) => [project, []]),
  );
  for (const [path, text] of await snapshot.read([...chosen.keys()])) {
    const list = named.get(chosen.get(path) ?? '');
    for (const reference of modelReferences(path, text)) {
      if (decidesModel(reference.use)) list?.push(withPick(path, text, reference));
    }
  }
  return { named, unread };
}
