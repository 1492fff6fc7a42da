/** What can go wrong between us and GitHub's API, told apart by what it means for us. */
import { z } from 'zod';

type FailureKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'too-long'
  | 'refused'
  | 'limited'
  | 'server'
  | 'unreachable'
  | 'not-understood'
  | 'out-of-time';

export interface ApiFailure {
  readonly kind: FailureKind;
  /** One sentence of ours. Never holds the token, a header, or words of the answer. */
  readonly message: string;
  /** Whether a write may have been done all the same, so that it must not be repeated unseen. */
  readonly mayHaveHappened: boolean;
  /** How long GitHub asks us to wait. */
  readonly retryAfterMs?: number;
}

export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ApiFailure };

const Headers = z.record(z.string(), z.unknown());
/** What octokit throws where GitHub answered, and with an answer of 400 or more. */
const Answered = z.object({ status: z.int(), message: z.string(), response: z.object({ headers: Headers }) });

/** What an error thrown by octokit means. `what` ends a sentence: `list the comments`. */
export function failureOf(error: unknown, what: string, now: number): ApiFailure {
  const answered = Answered.safeParse(error);
  if (!answered.success) return unreachable(error, what);
  const { status, message, response } = answered.data;
  const retryAfterMs = retryAfter(response.headers, now);
  const kind = kindOf(status, message, retryAfterMs !== undefined);
  return {
    kind,
    message: `GitHub answered ${status} when asked to ${what}${requestId(response.headers)}.`,
    mayHaveHappened: kind === 'server',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** An answer of another form than GitHub's: a proxy's login page, or half an answer. */
export function notUnderstood(what: string): ApiFailure {
  const message = `The answer to the request to ${what} was not GitHub's; is there a proxy in between?`;
  return { kind: 'not-understood', message, mayHaveHappened: true };
}

/** A list goes on and on. A part of it could be missing just what matters. */
export function tooMany(what: string): ApiFailure {
  return { kind: 'refused', message: `There are too many pages to ${what}.`, mayHaveHappened: false };
}

/** All the time for GitHub's API is used up. Nothing was sent. */
export function outOfTime(what: string): ApiFailure {
  return {
    kind: 'out-of-time',
    message: `There was no time left to ask GitHub to ${what}.`,
    mayHaveHappened: false,
  };
}

/** What to change in the workflow, as a sentence with a blank behind it; empty where nothing would help. */
export function adviceFor({ kind }: ApiFailure): string {
  switch (kind) {
    case 'forbidden':
    case 'not-found':
      return 'The token lacks a permission; add to the job: "permissions: { contents: read, pull-requests: write }". ';
    case 'unauthorized':
      return `The token is not valid, or not any more; leave out the input "token" to use the job's own. `;
    default:
      return '';
  }
}

function unreachable(error: unknown, what: string): ApiFailure {
  const timedOut = names(error).some((name) => name === 'TimeoutError' || name === 'AbortError');
  const message = timedOut
    ? `GitHub did not answer in time when asked to ${what}.`
    : `GitHub could not be reached to ${what}.`;
  return { kind: 'unreachable', message, mayHaveHappened: true };
}

function kindOf(status: number, message: string, asksToWait: boolean): FailureKind {
  if (status === 401) return 'unauthorized';
  if (status === 429 || (status === 403 && (asksToWait || /rate limit/i.test(message)))) return 'limited';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 422 && /too long|maximum is/i.test(message)) return 'too-long';
  return status >= 500 ? 'server' : 'refused';
}

/** From `retry-after`, or from the time at which the rate limit starts anew. */
function retryAfter(headers: Readonly<Record<string, unknown>>, now: number): number | undefined {
  const seconds = wholeNumber(headers['retry-after']);
  if (seconds !== undefined) return seconds * 1000;
  const reset = wholeNumber(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] !== '0' || reset === undefined) return undefined;
  return Math.max(0, reset * 1000 - now);
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}

function requestId(headers: Readonly<Record<string, unknown>>): string {
  const id = headers['x-github-request-id'];
  return typeof id === 'string' && /^[A-Za-z0-9:-]{1,80}$/.test(id) ? ` (request ${id})` : '';
}

/** The names of an error and of what caused it. */
function names(error: unknown): string[] {
  const found: string[] = [];
  let current = error;
  while (current instanceof Error && found.length < 5) {
    found.push(current.name);
    current = current.cause;
  }
  return found;
}
