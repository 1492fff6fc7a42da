/** Commits through GitHub's API: without a checkout, or where git does not get them. */
import { SnapshotError } from '../snapshot/error.ts';
import type { Reply } from './api-failure.ts';
import { type Contents, openThroughApi } from './api-snapshot.ts';
import type { ReadCommit, RepositoryReader } from './reader.ts';
import type { CommitSource } from './repository.ts';

const HINT =
  'Give the job "permissions: contents: read" and the action its token, or check out with "fetch-depth: 0".';

/** Throws a SnapshotError where GitHub does not answer; what it does not know is undefined. */
export function apiCommits(reader: () => RepositoryReader): CommitSource {
  const commits = new Map<string, ReadCommit>();
  const contents: Contents = new Map();

  async function commit(id: string): Promise<ReadCommit | undefined> {
    const known = commits.get(id) ?? found(await reader().commit(id));
    if (known !== undefined) commits.set(id, known);
    return known;
  }

  return {
    commit,
    async remoteRef(name) {
      return found(await reader().named(`heads/${name}`)) ?? found(await reader().named(`tags/${name}`));
    },
    async mergeBase(base, head) {
      return found(await reader().mergeBase(base, head));
    },
    async open(id) {
      const known = await commit(id);
      if (known === undefined) throw new SnapshotError(`GitHub has no commit ${id.slice(0, 7)}.`, HINT);
      return openThroughApi(known, reader(), contents);
    },
  };
}

/** A commit of git's own, and where it has none, one of the API's. */
export function gitThenApi(git: CommitSource, api: CommitSource): CommitSource {
  const ofApi = new Set<string>();
  return {
    async commit(id) {
      const here = await git.commit(id);
      if (here !== undefined) return here;
      const there = await api.commit(id);
      if (there !== undefined) ofApi.add(id);
      return there;
    },
    remoteRef: async (name) => (await git.remoteRef(name)) ?? api.remoteRef(name),
    // Git asks the API by itself, before it fetches all of history.
    mergeBase: (base, head) => git.mergeBase(base, head),
    open: (id) => (ofApi.has(id) ? api.open(id) : git.open(id)),
  };
}

/** GitHub answers 422 to what cannot be a name or an id. */
function found<Value>(reply: Reply<Value>): Value | undefined {
  if (reply.ok) return reply.value;
  if (reply.failure.kind === 'not-found' || reply.failure.kind === 'refused') return undefined;
  throw new SnapshotError(reply.failure.message, HINT);
}
