/** A read-only view of a file tree at one commit, in one directory, or through an interface. */
import type { Diagnostic } from './diagnostic.ts';

export interface TreeFile {
  /** Relative to the root of the tree, with `/`, never with `.` or `..` in it. */
  readonly path: string;
  readonly bytes: number;
  /** Names the content: two files with the same name of it hold the same bytes. Absent where it would have to be read. */
  readonly content?: string;
}

export interface Snapshot {
  /** What the tree is called in a report: a short commit id, or the directory's name. */
  readonly revision: string;
  /** Every regular file, sorted by path in code unit order. Links and submodules are not among them. */
  readonly files: readonly TreeFile[];
  /** What was refused while listing: links, submodules, paths and counts over a cap. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of each of `paths` that is a file here and is UTF-8; others are left out. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** How many more files may be read, of this tree and of those that share its source; absent where any number may. */
  remaining?(): number;
}
