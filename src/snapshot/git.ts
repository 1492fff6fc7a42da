/** Snapshots of a git repository: a commit, or the files of the work tree that git would care about. */
import type { Snapshot } from '../model/snapshot.ts';
import { shortId } from './commit-id.ts';
import { openListedFiles } from './directory.ts';
import { type Blobs, openBlobs } from './git-objects.ts';
import { type GitOptions, gitOutput } from './git-process.ts';
import { listTree } from './git-tree.ts';
import { resolveRevision } from './revision.ts';
import { treeSnapshot } from './tree-snapshot.ts';

export { type Commit, defaultBranch, isShallow, mergeBase, readCommit } from './commit.ts';
export { type Blobs, openBlobs } from './git-objects.ts';
export type { GitOptions } from './git-process.ts';
export { resolveRevision } from './revision.ts';

export interface TreeOptions extends GitOptions {
  /** Only this directory, as a path from the root of the repository; paths are then relative to it. */
  readonly subdirectory?: string;
  /** Of the same repository; given to several trees, what they share is read once. */
  readonly blobs?: Blobs;
}

/**
 * The tree of the commit that `revision` names, read from git's objects; the work tree is never looked at.
 * Throws a SnapshotError where there is no repository, no such commit or no such directory.
 */
export async function openRevision(
  repositoryDirectory: string,
  revision: string,
  options: TreeOptions = {},
): Promise<Snapshot> {
  const commit = await resolveRevision(repositoryDirectory, revision, options);
  return openCommit(repositoryDirectory, commit, options);
}

/** The same for the full id of a commit, which is not looked up again. */
export async function openCommit(
  repositoryDirectory: string,
  id: string,
  options: TreeOptions = {},
): Promise<Snapshot> {
  const tree = await listTree(repositoryDirectory, id, options.subdirectory, options);
  return treeSnapshot(shortId(id), tree, options.blobs ?? openBlobs(repositoryDirectory, options));
}

/**
 * The work tree of the repository around `directory`: tracked files as they stand on disk, and new ones that git
 * does not ignore. Throws a SnapshotError where there is no repository with a work tree.
 */
export async function workingTree(directory: string, options: TreeOptions = {}): Promise<Snapshot> {
  const top = await gitOutput({ ...options, directory, arguments: ['rev-parse', '--show-toplevel'] });
  const root = top.toString('utf8').replace(/\r?\n$/, '');
  const output = await gitOutput({
    ...options,
    directory: root,
    arguments: ['ls-files', '-z', '--full-name', '--cached', '--others', '--exclude-standard'],
  });
  const paths = output.toString('utf8').split('\0');
  paths.pop();
  const { subdirectory } = options;
  if (subdirectory === undefined) return openListedFiles(root, paths, 'working tree');
  const prefix = `${subdirectory.replace(/^\.?\/+|\/+$/g, '')}/`;
  const below = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  return openListedFiles(`${root}/${prefix}`, below, 'working tree');
}
