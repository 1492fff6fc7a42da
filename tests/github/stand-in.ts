/** A small GitHub in this process: it keeps comments, answers what the action asks, and fails as it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Operation = 'viewer' | 'list' | 'create' | 'update' | 'delete' | 'pull' | 'compare';

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
  /** Comments of one page, whatever is asked for; undefined obeys `per_page`. */
  pageSize: number | undefined;
  /** The host that links to further pages name. */
  linkHost: string | undefined;
  /** What happens to the next requests of an operation, in order. */
  fail(operation: Operation, ...faults: readonly Fault[]): void;
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
  const state: StandIn = {
    url: '',
    requests: [],
    operations: [],
    tokens: new Set(),
    comments: [],
    login: 'github-actions[bot]',
    head: 'b'.repeat(40),
    mergeBase: undefined,
    pageSize: undefined,
    linkHost: undefined,
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
    operation: Operation,
    request: IncomingMessage,
    url: URL,
    sent: Record<string, string>,
  ): [number, unknown, Record<string, string>] {
    const id = Number(url.pathname.split('/').at(-1));
    const found = state.comments.find((stored) => stored.id === id);
    switch (operation) {
      case 'viewer':
        return [200, { data: { viewer: { login: state.login } } }, {}];
      case 'pull':
        return [200, { number: id, head: { sha: state.head } }, {}];
      case 'compare':
        return state.mergeBase === undefined
          ? [404, { message: 'Not Found' }, {}]
          : [200, { merge_base_commit: { sha: state.mergeBase } }, {}];
      case 'list':
        return list(request, url);
      case 'create': {
        nextId += 1;
        const stored = comment(nextId, sent['body'] ?? '', state.login);
        state.comments.push(stored);
        return [201, stored, {}];
      }
      case 'update':
        if (found === undefined) return [404, { message: 'Not Found' }, {}];
        found.body = sent['body'] ?? '';
        found.updated_at = new Date().toISOString();
        return [200, found, {}];
      case 'delete':
        if (found === undefined) return [404, { message: 'Not Found' }, {}];
        state.comments.splice(state.comments.indexOf(found), 1);
        return [204, undefined, {}];
    }
  }

  function list(request: IncomingMessage, url: URL): [number, unknown, Record<string, string>] {
    const since = url.searchParams.get('since');
    const visible = state.comments.filter((stored) => since === null || stored.updated_at >= since);
    const size = state.pageSize ?? Number(url.searchParams.get('per_page') ?? 30);
    const page = Number(url.searchParams.get('page') ?? 1);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    next.host = state.linkHost ?? request.headers.host ?? '';
    const headers = visible.length > page * size ? { link: `<${next.href}>; rel="next"` } : {};
    return [200, visible.slice((page - 1) * size, page * size), headers as Record<string, string>];
  }

  function handle(request: IncomingMessage, response: ServerResponse, body: string): void {
    const url = new URL(request.url ?? '/', state.url);
    const operation = operationOf(request.method ?? '', url.pathname);
    state.requests.push(`${request.method} ${request.url}`);
    state.tokens.add(request.headers.authorization);
    if (operation === undefined) {
      response.writeHead(404).end();
      return;
    }
    state.operations.push(operation);
    const next = faults.get(operation)?.shift();
    next?.happens?.();
    const fault = next?.kind === 'meanwhile' ? undefined : next;
    const sent = body === '' ? {} : (JSON.parse(body) as Record<string, string>);
    const [status, data, headers] =
      fault === undefined || fault.done === true
        ? respond(operation, request, url, sent)
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
    request.on('end', () => handle(request, response, Buffer.concat(chunks).toString('utf8')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  onTestFinished(close);
  return Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close });
}

function operationOf(method: string, path: string): Operation | undefined {
  const rest = path.replace(/^\/repos\/octo\/example/, '');
  if (method === 'POST' && path === '/graphql') return 'viewer';
  if (method === 'GET' && /^\/pulls\/\d+$/.test(rest)) return 'pull';
  if (method === 'GET' && rest.startsWith('/compare/')) return 'compare';
  if (/^\/issues\/\d+\/comments$/.test(rest))
    return method === 'GET' ? 'list' : method === 'POST' ? 'create' : undefined;
  if (/^\/issues\/comments\/\d+$/.test(rest))
    return method === 'PATCH' ? 'update' : method === 'DELETE' ? 'delete' : undefined;
  return undefined;
}
