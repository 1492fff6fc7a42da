/** The tree of a commit, from git's own objects: what stands in the work tree does not matter. */
import { SnapshotError } from './error.ts';
import { type GitOptions, gitOutput } from './git-process.ts';
import { createListing, type Listing } from './listing.ts';
import type { GitFile, ListedTree } from './tree-snapshot.ts';

const DIRECTORY_MODE = '040000';
const LINK_MODE = '120000';
const SUBMODULE_MODE = '160000';
const NUL = 0;
const TAB = 9;

/**
 * Lists a commit, or one directory of it, with sizes and without reading any file. Links and submodules are
 * refused by their mode. Throws a SnapshotError where the directory does not exist at that commit.
 */
export async function listTree(
  directory: string,
  commit: string,
  subdirectory: string | undefined,
  options: GitOptions,
): Promise<ListedTree> {
  const tree = subdirectory === undefined ? commit : await subtree(directory, commit, subdirectory, options);
  const output = await gitOutput({
    ...options,
    directory,
    arguments: ['ls-tree', '-r', '-z', '--long', '--full-tree', '--end-of-options', tree],
  });
  return parseTree(output);
}

/** Entries are `mode type object size TAB path NUL`, the size padded on the left, `-` for a submodule. */
function parseTree(output: Buffer): ListedTree {
  const listing = createListing<GitFile>();
  for (let start = 0; start < output.length; ) {
    const end = endOf(output, NUL, start);
    const tab = endOf(output, TAB, start);
    const [mode = '', type = '', object = '', size = ''] = output.toString('latin1', start, tab).split(/ +/);
    const path = output.toString('utf8', Math.min(tab + 1, end), end);
    start = end + 1;
    if (!addTreeEntry(listing, { path, mode, type, content: object, bytes: Number(size) })) break;
  }
  listing.finish();
  return { files: listing.files, diagnostics: listing.diagnostics };
}

/** Lists one entry of a tree, or refuses it by its mode. False once the tree has more than are looked at. */
export function addTreeEntry(
  listing: Listing<GitFile>,
  { path, mode, type, content, bytes }: GitFile & { readonly mode: string; readonly type: string },
): boolean {
  if (!listing.count()) return false;
  if (!listing.admits(path)) return true;
  if (mode === LINK_MODE) listing.refuse('link', path);
  else if (mode === SUBMODULE_MODE) listing.refuse('submodule', path);
  else if (type === 'blob' && mode.startsWith('100')) listing.add({ path, bytes, content });
  else listing.refuse('special', path);
  return true;
}

function endOf(output: Buffer, byte: number, from: number): number {
  const found = output.indexOf(byte, from);
  return found === -1 ? output.length : found;
}

/** The id of a directory's tree. A link on the way does not resolve: git objects follow none. */
async function subtree(
  directory: string,
  commit: string,
  path: string,
  options: GitOptions,
): Promise<string> {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (path.startsWith('/') || parts.includes('..')) {
    throw new SnapshotError(
      `"${path}" is not inside the repository.`,
      'Write a path from the root of the repository.',
    );
  }
  if (parts.length === 0) return commit;
  const output = await gitOutput({
    ...options,
    directory,
    arguments: ['ls-tree', '-z', '--full-tree', '--end-of-options', commit, parts.join('/')],
  });
  const [mode, , object = ''] = output.toString('latin1', 0, endOf(output, TAB, 0)).split(' ');
  if (mode === DIRECTORY_MODE) return object;
  throw new SnapshotError(
    `There is no directory "${parts.join('/')}" at commit ${commit.slice(0, 7)}.`,
    'Write a path from the root of the repository.',
  );
}
