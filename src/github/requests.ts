/**
 * Sends requests within bounds: so long for one, so long for all together. What only reads is tried again; what
 * writes never is, since a lost answer does not say whether the write was done.
 */
import type { z } from 'zod';
import { type ApiFailure, failureOf, notUnderstood, outOfTime, type Reply } from './api-failure.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export interface Bounds {
  readonly requestMs: number;
  readonly totalMs: number;
  /** The longest wait that GitHub may ask for. */
  readonly waitMs: number;
}

export const BOUNDS: Bounds = { requestMs: 10_000, totalMs: 60_000, waitMs: 30_000 };

const TRIES = 3;
const PAUSE_MS = 1_000;

/** What octokit gives for an answer. */
export interface Answer {
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

export interface Requests {
  /** May be sent several times. */
  read<Value>(
    what: string,
    schema: z.ZodType<Value>,
    send: Send,
  ): Promise<Reply<{ value: Value; answer: Answer }>>;
  /** Sent once. */
  write<Value>(what: string, schema: z.ZodType<Value>, send: Send): Promise<Reply<Value>>;
  /** Waits, if there is time for it. */
  readonly pause: (milliseconds: number) => Promise<boolean>;
}

type Send = (signal: AbortSignal) => Promise<Answer>;

/** `origin` is where all answers must come from: a redirect elsewhere is not followed in silence. */
export function createRequests(origin: string, clock: Clock, bounds: Bounds): Requests {
  const started = clock.now();
  const left = () => bounds.totalMs - (clock.now() - started);

  async function pause(milliseconds: number): Promise<boolean> {
    if (milliseconds > bounds.waitMs || milliseconds >= left()) return false;
    await clock.sleep(milliseconds);
    return true;
  }

  async function once<Value>(
    what: string,
    schema: z.ZodType<Value>,
    send: Send,
  ): Promise<Reply<{ value: Value; answer: Answer }>> {
    const time = Math.min(bounds.requestMs, left());
    if (time <= 0) return { ok: false, failure: outOfTime(what) };
    try {
      const answer = await send(AbortSignal.timeout(time));
      const parsed = schema.safeParse(answer.data);
      if (!parsed.success || originOf(answer.url) !== origin)
        return { ok: false, failure: notUnderstood(what) };
      return { ok: true, value: { value: parsed.data, answer } };
    } catch (error) {
      return { ok: false, failure: failureOf(error, what, clock.now()) };
    }
  }

  return {
    pause,
    async read(what, schema, send) {
      let reply = await once(what, schema, send);
      for (let tries = 1; tries < TRIES && !reply.ok && mayPass(reply.failure); tries += 1) {
        if (!(await pause(reply.failure.retryAfterMs ?? PAUSE_MS * tries))) break;
        reply = await once(what, schema, send);
      }
      return reply;
    },
    async write(what, schema, send) {
      const reply = await once(what, schema, send);
      return reply.ok ? { ok: true, value: reply.value.value } : reply;
    },
  };
}

/** Whether the same request may succeed a little later. */
function mayPass({ kind }: ApiFailure): boolean {
  return kind === 'server' || kind === 'unreachable' || kind === 'limited' || kind === 'not-understood';
}

export function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
