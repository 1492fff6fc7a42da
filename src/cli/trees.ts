/** Which two trees a command line means. */
import { readFileSync, statSync } from 'node:fs';
import type { Snapshot } from '../model/snapshot.ts';
import { openDirectory } from '../snapshot/directory.ts';
import { SnapshotError } from '../snapshot/error.ts';
import type { Blobs } from '../snapshot/git.ts';
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
    const trees = { base: await lookUp(base), head: await lookUp(head) };
    const blobs = await sharedBlobs(trees.base, trees.head);
    // Each starts programs of git that do not wait for one another.
    const [before, after, date] = await Promise.all([
      open(trees.base, blobs),
      open(trees.head, blobs),
      dateOf(trees.head),
    ]);
    return { base: before, head: after, ...(date === undefined ? {} : { headDate: date }) };
  }
  const git = await import('../snapshot/git.ts');
  const here = process.cwd();
  const from =
    base === undefined
      ? ({ kind: 'commit', id: await git.mergeBase(here, await git.defaultBranch(here), 'HEAD') } as const)
      : await lookUp(base);
  const [before, after] = await Promise.all([open(from), git.workingTree(here)]);
  return { base: before, head: after };
}

/** What a name means: a directory, else a commit of the repository around the current directory. */
type Found =
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'commit'; readonly id: string };

async function lookUp(name: string): Promise<Found> {
  if (isDirectory(name)) return { kind: 'directory', path: name };
  const git = await import('../snapshot/git.ts');
  const id = await asRevision(name, () => git.resolveRevision(process.cwd(), name));
  return { kind: 'commit', id };
}

async function open(found: Found, blobs?: Blobs): Promise<Snapshot> {
  if (found.kind === 'directory') return openDirectory(found.path);
  const git = await import('../snapshot/git.ts');
  return git.openCommit(process.cwd(), found.id, blobs === undefined ? {} : { blobs });
}

async function sharedBlobs(...found: readonly Found[]): Promise<Blobs | undefined> {
  if (found.every(({ kind }) => kind === 'directory')) return undefined;
  return (await import('../snapshot/git.ts')).openBlobs(process.cwd());
}

/** The date of a commit; undefined for a directory. */
async function dateOf(found: Found): Promise<string | undefined> {
  if (found.kind === 'directory') return undefined;
  const git = await import('../snapshot/git.ts');
  return (await git.readCommit(process.cwd(), found.id))?.date;
}

function isDirectory(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A directory, else a revision of the repository around the current directory. */
export async function openTree(name: string): Promise<Snapshot> {
  return open(await lookUp(name));
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
