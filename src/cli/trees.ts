/** Which two trees a command line means. */
import { statSync } from 'node:fs';
import type { Snapshot } from '../model/snapshot.ts';
import { openDirectory } from '../snapshot/directory.ts';

export interface Trees {
  readonly base: Snapshot;
  readonly head: Snapshot;
}

/**
 * Two directories, two revisions, or one of each. Without a head the working tree is meant; without a base, where
 * it left the default branch. A name that is both a directory and a revision is the directory.
 */
export async function openTrees(base: string | undefined, head: string | undefined): Promise<Trees> {
  if (base !== undefined && head !== undefined) return { base: await openTree(base), head: await openTree(head) };
  const git = await import('../snapshot/git.ts');
  const here = process.cwd();
  const from = base ?? (await git.mergeBase(here, await git.defaultBranch(here), 'HEAD'));
  return { base: await openTree(from), head: await git.workingTree(here) };
}

/** A directory, else a revision of the repository around the current directory. */
export async function openTree(name: string): Promise<Snapshot> {
  if (statSync(name, { throwIfNoEntry: false })?.isDirectory() === true) return openDirectory(name);
  const git = await import('../snapshot/git.ts');
  return git.openRevision(process.cwd(), name);
}
