/**
 * A small GitHub in this process: it keeps comments, answers what the action asks, and fails as it is told to. Each
 * request, and each answer that is no fault, must be what GitHub's own description of its API says.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Repository } from '../git/repository.ts';
import {
  answerOf,
  type Described,
  describedOperation,
  partOf,
  requestProblems,
  responseProblems,
} from './openapi.ts';
import { type Answer, gitAnswer, NOT_FOUND } from './stand-in-git.ts';

const OPERATIONS = {
  'issues/list-comments': 'list',
  'issues/create-comment': 'create',
  'issues/update-comment': 'update',
  'issues/delete-comment': 'delete',
  'issues/list-events': 'events',
  'pulls/get': 'pull',
  'pulls/list': 'pulls',
  'repos/compare-commits-with-basehead': 'compare',
  'repos/get-commit': 'ref',
  'git/get-commit': 'commit',
  'git/get-tree': 'tree',
  'git/get-blob': 'blob',
} as const;

export type Operation = 'viewer' | (typeof OPERATIONS)[keyof typeof OPERATIONS];

export interface Fault {
  /** Whether the write is done before things go wrong. */
  readonly done?: boolean;
  /** `meanwhile`: nothing goes wrong, but something else happens first. */
  readonly kind: 'answer' | 'reset' | 'hang' | 'meanwhile';
  readonly happens?: () => void;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface StoredComment {
  id: number;
  body: string;
  user: { login: string } | null;
  html_url: string;
  created_at: string;
  updated_at: string;
}

/** A label that was put on or taken off, when, and by whom. */
export interface LabelEvent {
  readonly event: 'labeled' | 'unlabeled';
  readonly label: string;
  readonly actor: string;
  readonly at: string;
}

export interface OpenPullRequest {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  /** Where the head comes from: `octo:feature`. */
  readonly label: string;
}

export interface StandIn {
  readonly url: string;
  /** What was asked, in order: `GET /repos/octo/example/pulls/7`. */
  readonly requests: string[];
  /** The same by operation. */
  readonly operations: Operation[];
  readonly tokens: Set<string | undefined>;
  readonly comments: StoredComment[];
  login: string;
  head: string;
  mergeBase: string | undefined;
  /** Where commits, trees and files come from; there are none without it. */
  repository: Repository | undefined;
  readonly openPullRequests: OpenPullRequest[];
  readonly labels: string[];
  readonly labelEvents: LabelEvent[];
  /** Comments of one page, whatever is asked for; undefined obeys `per_page`. */
  pageSize: number | undefined;
  /** The host that links to further pages name. */
  linkHost: string | undefined;
  /** What happens to the next requests of an operation, in order. */
  fail(operation: Operation, ...faults: readonly Fault[]): void;
  /** Sees each request before it is answered, and may hold it back. */
  before: ((operation: Operation, request: IncomingMessage) => Promise<Fault | undefined>) | undefined;
  /** A comment that is there already. */
  add(body: string, login?: string): StoredComment;
  close(): Promise<void>;
}

export function answer(
  status: number,
  body: unknown = { message: 'fault' },
  headers: Record<string, string> = {},
): Fault {
  return { kind: 'answer', status, body: JSON.stringify(body), headers };
}

export async function startStandIn(): Promise<StandIn> {
  const faults = new Map<Operation, Fault[]>();
  const problems: string[] = [];
  const state: StandIn = {
    url: '',
    requests: [],
    operations: [],
    tokens: new Set(),
    comments: [],
    login: 'github-actions[bot]',
    head: 'b'.repeat(40),
    mergeBase: undefined,
    repository: undefined,
    openPullRequests: [],
    labels: [],
    labelEvents: [],
    pageSize: undefined,
    linkHost: undefined,
    before: undefined,
    fail: (operation, ...more) => faults.set(operation, [...(faults.get(operation) ?? []), ...more]),
    add(body, login = state.login) {
      const id = 1000 + state.comments.length;
      const stored = comment(id, body, login);
      state.comments.push(stored);
      return stored;
    },
    close: async () => undefined,
  };
  let nextId = 5000;

  function comment(id: number, body: string, login: string): StoredComment {
    const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const html_url = `https://github.com/octo/example/pull/7#issuecomment-${id}`;
    return { id, body, user: { login }, html_url, created_at: now, updated_at: now };
  }

  function respond(
    { id, parameters }: Described,
    request: IncomingMessage,
    url: URL,
    sent: { body?: string },
  ): Answer {
    const found = state.comments.find((stored) => String(stored.id) === parameters['comment_id']);
    switch (id) {
      case 'pulls/get':
        return [200, answerOf(id, 200, pullRequest(Number(parameters['pull_number']))), {}];
      case 'pulls/list':
        return [200, openFrom(url).map((open) => answerOf(id, 200, head(open))), {}];
      case 'repos/compare-commits-with-basehead':
        if (state.mergeBase === undefined) return NOT_FOUND;
        return [200, answerOf(id, 200, { merge_base_commit: { sha: state.mergeBase } }), {}];
      case 'issues/list-comments':
        return paged(request, url, state.comments.filter(changedSince(url)).map(wholeComment));
      case 'issues/list-events':
        return paged(request, url, state.labelEvents.map(wholeEvent));
      case 'issues/create-comment': {
        nextId += 1;
        const stored = comment(nextId, sent.body ?? '', state.login);
        state.comments.push(stored);
        return [201, wholeComment(stored), {}];
      }
      case 'issues/update-comment':
        if (found === undefined) return NOT_FOUND;
        found.body = sent.body ?? '';
        found.updated_at = new Date().toISOString();
        return [200, wholeComment(found), {}];
      case 'issues/delete-comment':
        if (found === undefined) return NOT_FOUND;
        state.comments.splice(state.comments.indexOf(found), 1);
        return [204, undefined, {}];
      default:
        return state.repository === undefined ? NOT_FOUND : gitAnswer(state.repository, id, parameters);
    }
  }

  function pullRequest(number: number): object {
    const labels = state.labels.map((name) => ({
      id: 1,
      node_id: 'x',
      url: 'https://x',
      name,
      description: null,
    }));
    return {
      number,
      head: { sha: state.head },
      labels: labels.map((label) => ({ ...label, color: '', default: false })),
    };
  }

  function openFrom(url: URL): OpenPullRequest[] {
    return state.openPullRequests.filter(({ label }) => label === url.searchParams.get('head'));
  }

  function paged(request: IncomingMessage, url: URL, all: readonly object[]): Answer {
    const size = state.pageSize ?? Number(url.searchParams.get('per_page') ?? 30);
    const page = Number(url.searchParams.get('page') ?? 1);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    next.host = state.linkHost ?? request.headers.host ?? '';
    const headers = all.length > page * size ? { link: `<${next.href}>; rel="next"` } : {};
    return [200, all.slice((page - 1) * size, page * size), headers as Record<string, string>];
  }

  /** GitHub's answer, or undefined where it has no such operation. */
  function ordinary(
    request: IncomingMessage,
    url: URL,
    body: string,
    described: Described | undefined,
  ): Answer {
    if (described === undefined) {
      if (body !== JSON.stringify({ query: '{ viewer { login } }' }))
        problems.push(`unknown question: ${body}`);
      return [200, { data: { viewer: { login: state.login } } }, {}];
    }
    const given = respond(
      described,
      request,
      url,
      body === '' ? {} : (JSON.parse(body) as { body?: string }),
    );
    // An error without a form of its own in the description is as good as one with it.
    if (given[0] !== 404) problems.push(...responseProblems(described, given[0], given[1]));
    return given;
  }

  async function handle(request: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
    const url = new URL(request.url ?? '/', state.url);
    state.requests.push(`${request.method} ${request.url}`);
    state.tokens.add(request.headers.authorization);
    const described = describedOperation(request.method ?? '', url.pathname.replace(/^\/api\/v3\//, '/'));
    const isViewer = request.method === 'POST' && /^(?:\/api)?\/graphql$/.test(url.pathname);
    const operation = isViewer ? 'viewer' : OPERATIONS[described?.id as keyof typeof OPERATIONS];
    if (operation === undefined) {
      problems.push(`GitHub has no ${request.method} ${request.url}`);
      response.writeHead(404).end();
      return;
    }
    state.operations.push(operation);
    if (described !== undefined) problems.push(...requestProblems(described, url, body));
    const next = (await state.before?.(operation, request)) ?? faults.get(operation)?.shift();
    next?.happens?.();
    const fault = next?.kind === 'meanwhile' ? undefined : next;
    const [status, data, headers] =
      fault === undefined || fault.done === true
        ? ordinary(request, url, body, described)
        : [0, undefined, {}];
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    const json = { 'content-type': 'application/json; charset=utf-8', 'x-github-request-id': 'AB12:34' };
    if (fault === undefined)
      response
        .writeHead(status, { ...json, ...headers })
        .end(data === undefined ? undefined : JSON.stringify(data));
    else response.writeHead(fault.status ?? 500, { ...json, ...fault.headers }).end(fault.body);
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void handle(request, response, Buffer.concat(chunks).toString('utf8')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  onTestFinished(async () => {
    await close();
    if (problems.length > 0) throw new Error(`Not as GitHub describes its API:\n${problems.join('\n')}`);
  });
  return Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close });
}

function changedSince(url: URL): (stored: StoredComment) => boolean {
  const since = url.searchParams.get('since');
  return (stored) => since === null || stored.updated_at >= since;
}

function wholeComment({ user, ...stored }: StoredComment): object {
  return answerOf('issues/create-comment', 201, { ...stored, user: user && partOf('simple-user', user) });
}

function wholeEvent({ event, label, actor, at }: LabelEvent): object {
  return partOf('labeled-issue-event', {
    event,
    actor: { login: actor },
    created_at: at,
    label: { name: label },
  });
}

function head({ number, head: sha, base }: OpenPullRequest): object {
  return { number, head: { sha }, base: { sha: base } };
}
