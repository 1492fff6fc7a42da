/** What GitHub's API tells of a repository: commits, trees, files, and the pull requests that are open. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Commit } from '../snapshot/commit.ts';
import { isFullId } from '../snapshot/commit-id.ts';
import { notUnderstood, type Reply } from './api-failure.ts';
import { type ConnectionOptions, connect } from './connection.ts';

/** A commit, and the id of the tree that it holds. */
export interface ReadCommit extends Commit {
  readonly tree: string;
}

export interface TreeEntry {
  readonly path: string;
  /** As git writes it: `100644`, `120000`. */
  readonly mode: string;
  readonly type: string;
  /** The id of its blob. */
  readonly content: string;
  readonly bytes: number;
}

export interface OpenPullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: string;
}

export interface RepositoryReader {
  /** A commit by its full id. */
  commit(id: string): Promise<Reply<ReadCommit>>;
  /** The full id behind `heads/main` or `tags/v1`. */
  named(ref: string): Promise<Reply<string>>;
  /** The newest commit that two have in common. */
  mergeBase(base: string, head: string): Promise<Reply<string>>;
  /** Everything below a tree; `whole` is false where GitHub left some of it out. */
  tree(id: string): Promise<Reply<{ readonly entries: readonly TreeEntry[]; readonly whole: boolean }>>;
  /** The content of a file by its id, which it is checked against. */
  blob(id: string): Promise<Reply<Buffer>>;
  /** Those that come from `octo:feature`, an account and a branch. */
  openPullRequests(from: string): Promise<Reply<readonly OpenPullRequest[]>>;
}

const Id = z.string().refine(isFullId);
const Sha = z.object({ sha: Id });
const CommitAnswer = z
  .object({
    sha: Id,
    committer: z.object({ date: z.string() }),
    tree: Sha,
    parents: z.array(Sha),
  })
  .transform(
    ({ sha, committer, tree, parents }): ReadCommit => ({
      id: sha,
      parents: parents.map((parent) => parent.sha),
      date: dayOf(committer.date),
      tree: tree.sha,
    }),
  );
const TreeAnswer = z
  .object({
    truncated: z.boolean(),
    tree: z.array(
      z.object({
        path: z.string(),
        mode: z.string(),
        type: z.string(),
        sha: Id,
        size: z.int().nonnegative().nullish(),
      }),
    ),
  })
  .transform(({ truncated, tree }) => ({
    whole: !truncated,
    entries: tree.map(
      ({ path, mode, type, sha, size }): TreeEntry => ({ path, mode, type, content: sha, bytes: size ?? 0 }),
    ),
  }));
const BlobAnswer = z.object({ content: z.string(), encoding: z.literal('base64') });
const MergeBase = z.object({ merge_base_commit: Sha });
const PullRequests = z.array(z.object({ number: z.int().positive(), head: Sha, base: Sha }));

export function createReader(options: ConnectionOptions): RepositoryReader {
  const { octokit, requests, place } = connect(options);

  return {
    async commit(id) {
      const what = 'read a commit';
      const reply = await requests.read(what, CommitAnswer, (signal) =>
        octokit.rest.git.getCommit({ ...place, commit_sha: id, request: { signal } }),
      );
      if (!reply.ok) return reply;
      const { value } = reply.value;
      return value.id === id ? { ok: true, value } : { ok: false, failure: notUnderstood(what) };
    },
    async named(ref) {
      const reply = await requests.read('say what a branch or tag is', Sha, (signal) =>
        octokit.rest.repos.getCommit({ ...place, ref, per_page: 1, request: { signal } }),
      );
      return reply.ok ? { ok: true, value: reply.value.value.sha } : reply;
    },
    async mergeBase(base, head) {
      const reply = await requests.read('compare two commits', MergeBase, (signal) =>
        octokit.rest.repos.compareCommitsWithBasehead({
          ...place,
          basehead: `${base}...${head}`,
          per_page: 1,
          request: { signal },
        }),
      );
      return reply.ok ? { ok: true, value: reply.value.value.merge_base_commit.sha } : reply;
    },
    async tree(id) {
      const reply = await requests.read('list the files', TreeAnswer, (signal) =>
        octokit.rest.git.getTree({ ...place, tree_sha: id, recursive: 'true', request: { signal } }),
      );
      return reply.ok ? { ok: true, value: reply.value.value } : reply;
    },
    async blob(id) {
      const what = 'read a file';
      const reply = await requests.read(what, BlobAnswer, (signal) =>
        octokit.rest.git.getBlob({ ...place, file_sha: id, request: { signal } }),
      );
      if (!reply.ok) return reply;
      const content = Buffer.from(reply.value.value.content, 'base64');
      return blobId(content, id.length) === id
        ? { ok: true, value: content }
        : { ok: false, failure: notUnderstood(what) };
    },
    async openPullRequests(from) {
      const reply = await requests.read('list the pull requests', PullRequests, (signal) =>
        octokit.rest.pulls.list({ ...place, state: 'open', head: from, per_page: 100, request: { signal } }),
      );
      if (!reply.ok) return reply;
      return {
        ok: true,
        value: reply.value.value.map(({ number, head, base }) => ({
          number,
          head: head.sha,
          base: base.sha,
        })),
      };
    },
  };
}

/** As git counts it, with the hash function that ids of so many digits come from. */
function blobId(content: Buffer, digits: number): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** The day of a time, UTC; an unreadable one is the first day of all, as in a commit without a time. */
function dayOf(time: string): string {
  const milliseconds = Date.parse(time);
  return new Date(Number.isNaN(milliseconds) ? 0 : milliseconds).toISOString().slice(0, 10);
}
