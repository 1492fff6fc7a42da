/** Commits and how they descend from each other. */
import { isFullId } from './commit-id.ts';
import { SnapshotError } from './error.ts';
import { type GitOptions, gitOutput, runGit } from './git-process.ts';
import { resolveRevision } from './revision.ts';

export interface Commit {
  readonly id: string;
  /** In order; a shallow clone knows them too, since they stand in the commit itself. */
  readonly parents: readonly string[];
  /** The committer's day, UTC: `2026-10-08`. */
  readonly date: string;
}

/** A commit by its full id, from the raw object; undefined where the repository does not hold it. */
export async function readCommit(
  directory: string,
  id: string,
  options: GitOptions = {},
): Promise<Commit | undefined> {
  if (!isFullId(id)) return undefined;
  const answer = await runGit({ ...options, directory, arguments: ['cat-file', 'commit', id] });
  return answer.code === 0 ? parseCommit(id, answer.stdout.toString('utf8')) : undefined;
}

/** Only the header counts: a message can hold lines that look like one. */
export function parseCommit(id: string, raw: string): Commit {
  const end = raw.indexOf('\n\n');
  const header = (end === -1 ? raw : raw.slice(0, end)).split('\n');
  const parents = header
    .filter((line) => line.startsWith('parent '))
    .map((line) => line.slice('parent '.length));
  const committer = header.find((line) => line.startsWith('committer ')) ?? '';
  const seconds = Number(/> (\d{1,11}) [+-]\d{4}$/.exec(committer)?.[1] ?? 0);
  return { id, parents: parents.filter(isFullId), date: new Date(seconds * 1000).toISOString().slice(0, 10) };
}

/** The newest commit that both descend from, by its full id. Throws a SnapshotError where there is none. */
export async function mergeBase(
  directory: string,
  a: string,
  b: string,
  options: GitOptions = {},
): Promise<string> {
  const [first, second] = [
    await resolveRevision(directory, a, options),
    await resolveRevision(directory, b, options),
  ];
  const call = { ...options, directory, arguments: ['merge-base', '--end-of-options', first, second] };
  const answer = await runGit(call);
  const id = answer.stdout.toString('latin1').split('\n')[0] ?? '';
  if (answer.code === 0 && isFullId(id)) return id;
  throw new SnapshotError(
    `"${a}" and "${b}" have no common commit in this repository.`,
    (await isShallow(directory, options))
      ? 'This is a shallow clone: run "git fetch --unshallow", or name the base yourself.'
      : 'Name the base yourself.',
  );
}

/** Whether history is cut off, so that a common commit may lie beyond what is known. */
export async function isShallow(directory: string, options: GitOptions = {}): Promise<boolean> {
  const output = await gitOutput({
    ...options,
    directory,
    arguments: ['rev-parse', '--is-shallow-repository'],
  });
  return output.toString('latin1').trim() === 'true';
}

/**
 * The branch that pull requests go to, as a revision: what the remote `origin` calls its default, else the first
 * of the customary names that exists. Throws a SnapshotError where none does.
 */
export async function defaultBranch(directory: string, options: GitOptions = {}): Promise<string> {
  const output = await gitOutput({
    ...options,
    directory,
    arguments: [
      'for-each-ref',
      '--format=%(refname) %(symref)',
      'refs/remotes/origin/HEAD',
      ...CUSTOMARY.map((name) => `refs/${name}`),
    ],
  });
  const refs = new Map<string, string>();
  for (const line of output.toString('utf8').split('\n')) {
    const [name = '', target = ''] = line.split(' ');
    refs.set(name, target);
  }
  const target = refs.get('refs/remotes/origin/HEAD') ?? '';
  if (target !== '') return target.replace(/^refs\/remotes\//, '');
  const found = CUSTOMARY.find((name) => refs.has(`refs/${name}`));
  if (found !== undefined) return found.replace(/^(?:remotes|heads)\//, '');
  throw new SnapshotError(
    'The default branch of this repository is not known.',
    'Name the base yourself, or run "git remote set-head origin --auto".',
  );
}

const CUSTOMARY = ['remotes/origin/main', 'remotes/origin/master', 'heads/main', 'heads/master'] as const;
