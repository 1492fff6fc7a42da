/** Which two trees a command line means. */
import { readFileSync, statSync } from 'node:fs';
import type { Snapshot } from '../model/snapshot.ts';
import { openDirectory } from '../snapshot/directory.ts';
import { SnapshotError } from '../snapshot/error.ts';
import { UsageError } from './exit.ts';
import type { OutputOptions } from './options.ts';

export interface Trees {
  readonly base: Snapshot;
  readonly head: Snapshot;
  /** The date of the head commit, `YYYY-MM-DD`; a directory has none. */
  readonly headDate?: string;
}

/**
 * Two directories, two revisions, or one of each. Without a head the working tree is meant; without a base, where
 * it left the default branch. A name that is both a directory and a revision is the directory.
 */
export async function openTrees(base: string | undefined, head: string | undefined): Promise<Trees> {
  if (base !== undefined && head !== undefined) {
    const date = await dateOf(head);
    return {
      base: await openTree(base),
      head: await openTree(head),
      ...(date === undefined ? {} : { headDate: date }),
    };
  }
  const git = await import('../snapshot/git.ts');
  const here = process.cwd();
  const from = base ?? (await git.mergeBase(here, await git.defaultBranch(here), 'HEAD'));
  return { base: await openTree(from), head: await git.workingTree(here) };
}

/** The date of a commit; undefined for a directory. */
async function dateOf(name: string): Promise<string | undefined> {
  if (isDirectory(name)) return undefined;
  const git = await import('../snapshot/git.ts');
  const id = await asRevision(name, () => git.resolveRevision(process.cwd(), name));
  return (await git.readCommit(process.cwd(), id))?.date;
}

function isDirectory(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A directory, else a revision of the repository around the current directory. */
export async function openTree(name: string): Promise<Snapshot> {
  if (isDirectory(name)) return openDirectory(name);
  const git = await import('../snapshot/git.ts');
  return asRevision(name, () => git.openRevision(process.cwd(), name));
}

/** `/srv/app`, `./app`, `../app`, `~/app`, `C:\\app`, `app/`: no name of a revision begins or ends like this. */
const PATH_ONLY = /^(?:\.{0,2}|~|[A-Za-z]:)[/\\]|[/\\]$|^\.{1,2}$/;

/** Reads a name that is no directory as a revision, and says of one that looks like a path that no such directory exists. */
async function asRevision<Read>(name: string, read: () => Promise<Read>): Promise<Read> {
  const found = statSync(name, { throwIfNoEntry: false });
  const missing = found === undefined ? `there is no directory "${name}"` : `"${name}" is not a directory`;
  if (PATH_ONLY.test(name)) throw new UsageError(missing, 'check the spelling of the path');
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SnapshotError) || !(found !== undefined || /[/\\]/.test(name))) throw error;
    throw new UsageError(`${missing}, and as a revision: ${error.message}`, error.hint);
  }
}

/** What the options say about both trees: which files are manifests, and whose prices hold. */
export function readingOptions({ manifest, prices }: OutputOptions): {
  readonly manifests?: readonly string[];
  readonly pricesFile?: string;
} {
  return {
    ...(manifest === undefined ? {} : { manifests: manifest }),
    ...(prices === undefined ? {} : { pricesFile: readText(prices) }),
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`the file of prices cannot be read: ${reason}`, '--prices prices.yml');
  }
}
