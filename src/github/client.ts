/** What is asked of GitHub's API around the one comment, through octokit. */
import { z } from 'zod';
import { isFullId } from '../snapshot/commit-id.ts';
import type { Reply } from './api-failure.ts';
import { type ConnectionOptions, connect } from './connection.ts';
import type { Answer } from './requests.ts';

export interface IssueComment {
  readonly id: number;
  readonly body: string;
  /** The author's login; empty where the account is gone. */
  readonly author: string;
  readonly url: string;
}

interface Comments {
  readonly comments: readonly IssueComment[];
  /** When GitHub gave the first page, by its own clock. */
  readonly at?: Date;
}

export interface GitHubClient {
  /** The login that the token writes as. */
  viewer(): Promise<Reply<string>>;
  /** All comments of a pull request; with `since`, those written or changed since then. */
  comments(pullRequest: number, since?: Date): Promise<Reply<Comments>>;
  createComment(pullRequest: number, body: string): Promise<Reply<IssueComment>>;
  updateComment(id: number, body: string): Promise<Reply<IssueComment>>;
  deleteComment(id: number): Promise<Reply<unknown>>;
  /** The commit that is the head of a pull request right now. */
  pullRequestHead(pullRequest: number): Promise<Reply<string>>;
  /** Waits, if there is time for it and GitHub does not ask for too much. */
  pause(milliseconds: number): Promise<boolean>;
}

const MAX_PAGES = 30;
const PAGE = 100;

const Id = z.string().refine(isFullId);
const Comment = z
  .object({
    id: z.int().positive(),
    body: z.string().nullish(),
    html_url: z.string(),
    user: z.object({ login: z.string() }).nullish(),
  })
  .transform(
    ({ id, body, html_url, user }): IssueComment => ({
      id,
      body: body ?? '',
      author: user?.login ?? '',
      url: html_url,
    }),
  );
const CommentList = z.array(Comment);
const Viewer = z.object({ data: z.object({ viewer: z.object({ login: z.string().min(1) }) }) });
const Head = z.object({ head: z.object({ sha: Id }) });

export function createClient(options: ConnectionOptions): GitHubClient {
  const { octokit, requests, place } = connect(options);

  async function comments(pullRequest: number, since?: Date): Promise<Reply<Comments>> {
    const found: IssueComment[] = [];
    let at: Date | undefined;
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const reply = await requests.read('list the comments', CommentList, (signal) =>
        octokit.rest.issues.listComments({
          ...place,
          issue_number: pullRequest,
          per_page: PAGE,
          page,
          ...(since === undefined ? {} : { since: since.toISOString().replace(/\.\d+Z$/, 'Z') }),
          request: { signal },
        }),
      );
      if (!reply.ok) return reply;
      const { value, answer } = reply.value;
      found.push(...value);
      at ??= dateOf(answer);
      if (!hasNext(answer, value.length)) break;
    }
    return { ok: true, value: { comments: found, ...(at === undefined ? {} : { at }) } };
  }

  return {
    comments,
    pause: requests.pause,
    async viewer() {
      const url = options.apiUrl.replace(/\/api\/v3\/?$/, '/api').replace(/\/$/, '');
      const reply = await requests.read('say who the token belongs to', Viewer, (signal) =>
        octokit.request(`POST ${url}/graphql`, { query: '{ viewer { login } }', request: { signal } }),
      );
      return reply.ok ? { ok: true, value: reply.value.value.data.viewer.login } : reply;
    },
    async pullRequestHead(pullRequest) {
      const reply = await requests.read('say what the head is', Head, (signal) =>
        octokit.rest.pulls.get({ ...place, pull_number: pullRequest, request: { signal } }),
      );
      return reply.ok ? { ok: true, value: reply.value.value.head.sha } : reply;
    },
    createComment: (pullRequest, body) =>
      requests.write('create a comment', Comment, (signal) =>
        octokit.rest.issues.createComment({ ...place, issue_number: pullRequest, body, request: { signal } }),
      ),
    updateComment: (id, body) =>
      requests.write('update a comment', Comment, (signal) =>
        octokit.rest.issues.updateComment({ ...place, comment_id: id, body, request: { signal } }),
      ),
    deleteComment: (id) =>
      requests.write('delete a comment', z.unknown(), (signal) =>
        octokit.rest.issues.deleteComment({ ...place, comment_id: id, request: { signal } }),
      ),
  };
}

/**
 * Whether there is a further page. Only the word of the `link` header counts, never the address in it: we count
 * the pages ourselves, so that no answer can send the token elsewhere. Where a proxy dropped the header, a full
 * page means that there may be more.
 */
function hasNext(answer: Answer, length: number): boolean {
  const links = answer.headers['link'];
  return typeof links === 'string' ? /;\s*rel="?next"?/.test(links) : length >= PAGE;
}

function dateOf(answer: Answer): Date | undefined {
  const text = answer.headers['date'];
  const time = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
}
