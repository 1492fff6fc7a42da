/** What is asked of GitHub's API around the one comment, through octokit. */
import { z } from 'zod';
import { isFullId } from '../snapshot/commit-id.ts';
import { type Reply, tooMany } from './api-failure.ts';
import { type ConnectionOptions, connect } from './connection.ts';
import type { Answer } from './requests.ts';

export interface IssueComment {
  readonly id: number;
  readonly body: string;
  /** The author's login; empty where the account is gone. */
  readonly author: string;
  readonly url: string;
  /** When it was last written: ISO 8601, by GitHub's clock, to the second. */
  readonly updatedAt: string;
}

/** A pull request right now. */
export interface PullRequestState {
  readonly head: string;
  readonly labels: readonly string[];
}

/** A label was put on, or taken off. */
export interface LabelEvent {
  readonly set: boolean;
  readonly label: string;
  /** The login of who did it; empty where the account is gone. */
  readonly actor: string;
  readonly at: string;
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
  pullRequest(pullRequest: number): Promise<Reply<PullRequestState>>;
  /** What was done with the labels of a pull request, oldest first. */
  labelEvents(pullRequest: number): Promise<Reply<readonly LabelEvent[]>>;
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
    updated_at: z.string(),
    user: z.object({ login: z.string() }).nullish(),
  })
  .transform(
    ({ id, body, html_url, updated_at, user }): IssueComment => ({
      id,
      body: body ?? '',
      author: user?.login ?? '',
      url: html_url,
      updatedAt: updated_at,
    }),
  );
const CommentList = z.array(Comment);
const Viewer = z.object({ data: z.object({ viewer: z.object({ login: z.string().min(1) }) }) });
const PullRequest = z
  .object({ head: z.object({ sha: Id }), labels: z.array(z.object({ name: z.string() })) })
  .transform(
    ({ head, labels }): PullRequestState => ({ head: head.sha, labels: labels.map(({ name }) => name) }),
  );
const LabelEvents = z
  .array(
    z.object({
      event: z.string(),
      label: z.object({ name: z.string() }).nullish(),
      actor: z.object({ login: z.string() }).nullish(),
      created_at: z.string(),
    }),
  )
  .transform((events) =>
    events.map(({ event, label, actor, created_at }): LabelEvent | undefined =>
      label !== undefined && label !== null && (event === 'labeled' || event === 'unlabeled')
        ? { set: event === 'labeled', label: label.name, actor: actor?.login ?? '', at: created_at }
        : undefined,
    ),
  );

export function createClient(options: ConnectionOptions): GitHubClient {
  const { octokit, requests, place } = connect(options);

  /** All pages of a list, and when GitHub gave the first one. */
  async function pages<Item>(
    what: string,
    schema: z.ZodType<readonly Item[]>,
    send: (page: number, signal: AbortSignal) => Promise<Answer>,
  ): Promise<Reply<{ readonly items: readonly Item[]; readonly at?: Date }>> {
    const items: Item[] = [];
    let at: Date | undefined;
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const reply = await requests.read(what, schema, (signal) => send(page, signal));
      if (!reply.ok) return reply;
      const { value, answer } = reply.value;
      items.push(...value);
      at ??= dateOf(answer);
      if (!hasNext(answer, value.length))
        return { ok: true, value: { items, ...(at === undefined ? {} : { at }) } };
    }
    return { ok: false, failure: tooMany(what) };
  }

  return {
    async comments(pullRequest, since) {
      const reply = await pages('list the comments', CommentList, (page, signal) =>
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
      const { items, at } = reply.value;
      return { ok: true, value: { comments: items, ...(at === undefined ? {} : { at }) } };
    },
    pause: requests.pause,
    async viewer() {
      const url = options.apiUrl.replace(/\/api\/v3\/?$/, '/api').replace(/\/$/, '');
      const reply = await requests.read('say who the token belongs to', Viewer, (signal) =>
        octokit.request(`POST ${url}/graphql`, { query: '{ viewer { login } }', request: { signal } }),
      );
      return reply.ok ? { ok: true, value: reply.value.value.data.viewer.login } : reply;
    },
    async pullRequest(pullRequest) {
      const reply = await requests.read('say what the pull request is', PullRequest, (signal) =>
        octokit.rest.pulls.get({ ...place, pull_number: pullRequest, request: { signal } }),
      );
      return reply.ok ? { ok: true, value: reply.value.value } : reply;
    },
    async labelEvents(pullRequest) {
      const reply = await pages('list who set which label', LabelEvents, (page, signal) =>
        octokit.rest.issues.listEvents({
          ...place,
          issue_number: pullRequest,
          per_page: PAGE,
          page,
          request: { signal },
        }),
      );
      if (!reply.ok) return reply;
      return { ok: true, value: reply.value.items.filter((event) => event !== undefined) };
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
