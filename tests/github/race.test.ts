import { describe, expect, test } from 'vitest';
import type { ApiFailure, Reply } from '../../src/github/api-failure.ts';
import type { GitHubClient, IssueComment, LabelEvent } from '../../src/github/client.ts';
import { type CommentResult, upsertComment } from '../../src/github/comments.ts';
import { readMarker, writeMarker } from '../../src/github/marker.ts';
import { openOwnComments } from '../../src/github/own-comments.ts';
import { randomFrom } from './random.ts';

const [FIRST, SECOND] = ['a'.repeat(40), 'b'.repeat(40)] as [string, string];
const SCHEDULES = 2_000;
const LOST = 0.25;

/** A GitHub whose every step waits until the schedule picks it, and that loses a quarter of its answers to writes. */
function createSchedule(seed: number) {
  const random = randomFrom(seed);
  const comments = new Map<number, IssueComment>();
  const waiting: { run: number; go: () => void }[] = [];
  let head = FIRST;
  let nextId = 1;

  function step<Value>(run: number, effect: () => Reply<Value>, isWrite: boolean): Promise<Reply<Value>> {
    return new Promise((resolve) => {
      const go = () => {
        const lost = isWrite && random() < LOST;
        const done = !lost || random() < 0.5;
        const reply = done ? effect() : undefined;
        const failure: ApiFailure = { kind: 'unreachable', message: 'lost', mayHaveHappened: true };
        resolve(lost || reply === undefined ? { ok: false, failure } : reply);
      };
      waiting.push({ run, go });
    });
  }

  const gone = <Value>(): Reply<Value> => ({
    ok: false,
    failure: { kind: 'not-found', message: 'gone', mayHaveHappened: false },
  });
  const stored = (id: number, body: string): Reply<IssueComment> => {
    const comment = { id, body, author: 'bot', url: `https://example.com/${id}`, updatedAt: '' };
    comments.set(id, comment);
    return { ok: true, value: comment };
  };

  function client(run: number): GitHubClient {
    return {
      viewer: () => step(run, () => ({ ok: true, value: 'bot' }), false),
      comments: () => step(run, () => ({ ok: true, value: { comments: [...comments.values()] } }), false),
      createComment: (_, body) => step(run, () => stored(nextId++, body), true),
      updateComment: (id, body) => step(run, () => (comments.has(id) ? stored(id, body) : gone()), true),
      deleteComment: (id) =>
        step(run, () => (comments.delete(id) ? { ok: true, value: undefined } : gone()), true),
      pullRequest: () => step(run, () => ({ ok: true, value: { head, labels: [] } }), false),
      labelEvents: () => step<readonly LabelEvent[]>(run, gone, false),
      pause: async () => true,
    };
  }

  /** Lets one waiting step of the runs that may go happen. False where there is none. */
  async function advance(may: (run: number) => boolean): Promise<number | undefined> {
    await new Promise((resolve) => setImmediate(resolve));
    const ready = waiting.filter(({ run }) => may(run));
    const chosen = ready[Math.floor(random() * ready.length)];
    if (chosen === undefined) return undefined;
    waiting.splice(waiting.indexOf(chosen), 1);
    chosen.go();
    return chosen.run;
  }

  return { random, comments, client, advance, push: () => (head = SECOND) };
}

async function start(client: GitHubClient, run: number, head: string): Promise<CommentResult> {
  const marker = { key: 'default', run, attempt: 1, head };
  const body = () => `${writeMarker(marker)}\nfigures of ${head}`;
  const comments = await openOwnComments(client, 7, 'default');
  if (!comments.ok) return { kind: 'failed', failure: comments.failure };
  return upsertComment(client, comments.value, { pullRequest: 7, marker, create: true, body });
}

/**
 * Two runs of one commit, and one of the next, which is pushed at any time. A run reads and prices two trees
 * before it asks GitHub anything, which takes longer than a request of a run that is already past asking what the
 * head is; so the last run starts once the others have finished what they had under way.
 */
async function play(seed: number) {
  const schedule = createSchedule(seed);
  const early = [10, 11].map((run) => start(schedule.client(run), run, FIRST));
  let finished = 0;
  for (const run of early) void run.then(() => (finished += 1));
  for (let steps = Math.floor(schedule.random() * 16); steps > 0; steps -= 1)
    await schedule.advance((run) => run < 12);
  schedule.push();
  const underWay = new Map([
    [10, 2],
    [11, 2],
  ]);
  while (finished < early.length && [...underWay.values()].some((steps) => steps > 0)) {
    const run = await schedule.advance((candidate) => (underWay.get(candidate) ?? 0) > 0);
    if (run === undefined) break;
    underWay.set(run, (underWay.get(run) ?? 0) - 1);
  }
  const last = start(schedule.client(12), 12, SECOND);
  let all = false;
  const results = Promise.all([...early, last]).then((value) => {
    all = true;
    return value;
  });
  for (let steps = 0; !all && steps < 1_000; steps += 1) await schedule.advance(() => true);
  return { comments: [...schedule.comments.values()], results: await results };
}

describe('three runs at once, with lost answers', () => {
  test(`leave exactly one comment, the newest, in ${SCHEDULES} schedules`, async () => {
    const wrong: string[] = [];
    for (let seed = 0; seed < SCHEDULES; seed += 1) {
      const { comments, results } = await play(seed);
      const heads = comments.map((comment) => readMarker(comment.body)?.head);
      if (heads.length !== 1 || heads[0] !== SECOND) {
        wrong.push(`${seed}: ${heads.length} comments, ${results.map((result) => result.kind).join(' ')}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
