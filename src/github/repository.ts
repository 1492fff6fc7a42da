/** The commits that a run compares, brought here where the checkout does not hold them. */
import type { Snapshot } from '../model/snapshot.ts';
import { SnapshotError } from '../snapshot/error.ts';
import type { Commit } from '../snapshot/git.ts';
import type { Comparison } from './event.ts';

/** What is needed of git and of the API to find the two commits. */
export interface CommitSource {
  /** A commit by its full id, fetched if need be; undefined where it cannot be had. */
  commit(id: string): Promise<Commit | undefined>;
  /** The full id of a branch or tag of the remote repository. */
  remoteRef(name: string): Promise<string | undefined>;
  /** The newest common commit of two; undefined where it cannot be found out. */
  mergeBase(base: string, head: string): Promise<string | undefined>;
  /** The tree of a commit that this source has given. Throws a SnapshotError where it cannot be read. */
  open(id: string): Promise<Snapshot>;
}

export interface FoundCommits {
  readonly base: Commit;
  readonly head: Commit;
  /** What people should know about the choice. */
  readonly notices: readonly string[];
}

type Comparable = Exclude<Comparison, { kind: 'nothing' | 'unknown' }>;

/**
 * The two commits of a comparison. A merge commit counts only if it merges the very head that the event names;
 * otherwise other people's changes could pass for this pull request's. Throws a SnapshotError where a commit
 * cannot be had.
 */
export async function findCommits(comparison: Comparable, source: CommitSource): Promise<FoundCommits> {
  if (comparison.kind === 'commits') {
    const { base, head } = comparison;
    // After a forced push nobody may have the old commit any more.
    await needed(base, source, 'Or give the input "base", if the commit is gone for good.');
    return both(base, head, [], source);
  }
  if (comparison.kind === 'branch') return againstMergeBase(comparison.base, comparison.head, [], source);
  const merge = await source.commit(comparison.merge);
  const [base, merged, ...others] = merge?.parents ?? [];
  if (merge !== undefined && base !== undefined && merged === comparison.head && others.length === 0) {
    return both(base, comparison.merge, [], source);
  }
  const wrong =
    merge === undefined
      ? `The merge commit ${shown(comparison.merge)} could not be had`
      : `The commit ${shown(comparison.merge)} does not merge ${shown(comparison.head)}, the head of the pull request`;
  const notice = `${wrong}, so the head is compared with the newest commit that it shares with the base branch.`;
  return againstMergeBase(comparison.base, comparison.head, [notice], source);
}

async function againstMergeBase(
  base: string,
  head: string,
  notices: readonly string[],
  source: CommitSource,
): Promise<FoundCommits> {
  const baseId = /^[0-9a-f]{40,64}$/.test(base) ? base : await source.remoteRef(base);
  const common = baseId === undefined ? undefined : await source.mergeBase(baseId, head);
  if (common === undefined) {
    throw new SnapshotError(
      `The newest common commit of ${shown(base)} and ${shown(head)} could not be found.`,
      'Give the job "permissions: contents: read", check out with "fetch-depth: 0", or give the input "base".',
    );
  }
  return both(common, head, notices, source);
}

async function both(
  base: string,
  head: string,
  notices: readonly string[],
  source: CommitSource,
): Promise<FoundCommits> {
  return { base: await needed(base, source), head: await needed(head, source), notices };
}

/** A commit that must be had. Throws a SnapshotError where it cannot. */
export async function needed(id: string, source: CommitSource, more?: string): Promise<Commit> {
  const commit = await source.commit(id);
  if (commit !== undefined) return commit;
  const hint =
    'Give the job "permissions: contents: read" and the action its token, or check out with "fetch-depth: 0".';
  throw new SnapshotError(
    `The commit ${shown(id)} is not here and could not be fetched.`,
    more === undefined ? hint : `${hint} ${more}`,
  );
}

function shown(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 7) : `"${revision}"`;
}
