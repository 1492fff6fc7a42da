import type { Diagnostic } from '../model/diagnostic.ts';
import type { Snapshot, TreeFile } from '../model/snapshot.ts';
import { createReadBudget, textOrNote } from './reading.ts';

export interface GitFile extends TreeFile {
  /** The id of its blob. */
  readonly content: string;
}

export interface ListedTree {
  readonly files: readonly GitFile[];
  /** Refusals, to which reading adds. */
  readonly diagnostics: Diagnostic[];
}

/** A listed tree of git objects as a snapshot; `contents` gives what it can of the objects with these ids. */
export function treeSnapshot(
  revision: string,
  { files, diagnostics }: ListedTree,
  contents: (ids: ReadonlySet<string>) => Promise<ReadonlyMap<string, Buffer>>,
  remaining?: () => number,
): Snapshot {
  const budget = createReadBudget(diagnostics);
  let byPath: Map<string, GitFile> | undefined;
  return {
    revision,
    files,
    diagnostics,
    ...(remaining === undefined ? {} : { remaining }),
    async read(paths) {
      byPath ??= new Map(files.map((file) => [file.path, file]));
      const wanted = new Map<string, string>();
      for (const path of paths) {
        const file = byPath.get(path);
        if (file === undefined || wanted.has(path) || !budget.take(file.bytes, path)) continue;
        wanted.set(path, file.content);
      }
      const read = await contents(new Set(wanted.values()));
      const texts = new Map<string, string>();
      for (const [path, object] of wanted) {
        const text = textOrNote(read.get(object), path, diagnostics);
        if (text !== undefined) texts.set(path, text);
      }
      return texts;
    },
  };
}
