/** From what a person wrote to the full id of a commit. */
import { isFullId } from './commit-id.ts';
import { SnapshotError } from './error.ts';
import { type GitOptions, gitFailure, gitOutput, runGit } from './git-process.ts';
import { nearest } from './nearest.ts';

/** What git itself forbids in names of branches and tags, or would read as a path, a range or a search. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\s:?*[\]\\]|\.\.|\^\{[/!]/u;
const MAX_LENGTH = 250;
const NAMES_LISTED = 5_000;

/**
 * The full id of the commit that `revision` names: a branch, a tag, an id, `HEAD~2` and the like. Throws a
 * SnapshotError that names the nearest branches and tags where there is none.
 */
export async function resolveRevision(
  directory: string,
  revision: string,
  options: GitOptions = {},
): Promise<string> {
  if (
    revision === '' ||
    revision.startsWith('-') ||
    revision.length > MAX_LENGTH ||
    FORBIDDEN.test(revision)
  ) {
    throw new SnapshotError(
      `${JSON.stringify(revision)} is not the name of a revision.`,
      'Write a branch, a tag or a commit id, such as "origin/main" or "HEAD~1".',
    );
  }
  const call = {
    ...options,
    directory,
    arguments: ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
  };
  const answer = await runGit(call);
  const id = answer.stdout.toString('latin1').trim();
  if (answer.code === 0 && isFullId(id)) return id;
  if (answer.code > 1 && answer.stderr.trim() !== '') throw gitFailure(call, answer);
  throw new SnapshotError(
    `There is no commit "${revision}" in this repository.`,
    await hintFor(directory, revision, options),
  );
}

async function hintFor(directory: string, revision: string, options: GitOptions): Promise<string> {
  const names = nearest(revision, await refNames(directory, options));
  if (names.length > 0) return `Did you mean ${names.map((name) => `"${name}"`).join(' or ')}?`;
  return `If it exists in the remote repository, fetch it first: git fetch --depth=1 origin ${revision}`;
}

/** Branches, remote branches and tags, as short names. */
async function refNames(directory: string, options: GitOptions): Promise<string[]> {
  const output = await gitOutput({
    ...options,
    directory,
    arguments: [
      'for-each-ref',
      `--count=${NAMES_LISTED}`,
      '--format=%(refname:lstrip=2)',
      'refs/heads',
      'refs/remotes',
      'refs/tags',
    ],
  });
  return output
    .toString('utf8')
    .split('\n')
    .filter((name) => name !== '');
}
