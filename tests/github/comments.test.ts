import { describe, expect, test } from 'vitest';
import { createClient } from '../../src/github/client.ts';
import { type CommentRequest, type CommentResult, upsertComment } from '../../src/github/comments.ts';
import { writeMarker } from '../../src/github/marker.ts';
import { openOwnComments } from '../../src/github/own-comments.ts';
import { createReader } from '../../src/github/reader.ts';
import type { Clock } from '../../src/github/requests.ts';
import { answer, type Fault, type Operation, type StandIn, startStandIn } from './stand-in.ts';

const HEAD = 'b'.repeat(40);
const OLD = 'a'.repeat(40);
const TOKEN = 'ghs_secret0123456789';

const bodyOf = (run: number, head: string, text: string, attempt = 1, key = 'default') =>
  `${writeMarker({ key, run, attempt, head })}\n${text}`;

/** A clock on which waiting takes no time. */
function fakeClock(): Clock & { slept: number[] } {
  const slept: number[] = [];
  let now = 1_760_000_000_000;
  return {
    slept,
    now: () => now,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

interface Wish extends Partial<CommentRequest> {
  readonly run?: number;
  readonly text?: string;
  readonly clock?: Clock;
}

/** One run's attempt at its comment. */
async function upsert(github: StandIn, wish: Wish = {}): Promise<CommentResult> {
  const { run = 10, text = 'new', clock = fakeClock(), ...rest } = wish;
  const client = createClient({
    apiUrl: github.url,
    owner: 'octo',
    repo: 'example',
    token: TOKEN,
    clock,
    bounds: { requestMs: 300, totalMs: 60_000, waitMs: 30_000 },
  });
  const marker = { key: 'default', run, attempt: 1, head: HEAD };
  const comments = await openOwnComments(client, 7, 'default');
  if (!comments.ok) return { kind: 'failed', failure: comments.failure };
  return upsertComment(client, comments.value, {
    pullRequest: 7,
    marker,
    create: true,
    body: () => bodyOf(run, HEAD, text),
    ...rest,
  });
}

const bodies = (github: StandIn) => github.comments.map((comment) => comment.body);

describe('the comment', () => {
  test('is created where there is none, in five requests with one write', async () => {
    const github = await startStandIn();
    github.add('a comment of a person', 'person');
    expect(await upsert(github)).toMatchObject({
      kind: 'written',
      id: 5001,
      url: expect.stringContaining('#issuecomment-5001'),
    });
    expect(bodies(github)).toEqual(['a comment of a person', bodyOf(10, HEAD, 'new')]);
    expect(github.requests).toEqual([
      'POST /graphql',
      'GET /repos/octo/example/issues/7/comments?per_page=100&page=1',
      'GET /repos/octo/example/pulls/7',
      'POST /repos/octo/example/issues/7/comments',
      expect.stringMatching(/^GET \/repos\/octo\/example\/issues\/7\/comments\?per_page=100&page=1&since=20/),
    ]);
    expect([...github.tokens]).toEqual([`token ${TOKEN}`]);
  });

  test('is updated where it says something else', async () => {
    const github = await startStandIn();
    const { id } = github.add(bodyOf(9, OLD, 'old'));
    expect(await upsert(github)).toMatchObject({ kind: 'written', id });
    expect(bodies(github)).toEqual([bodyOf(10, HEAD, 'new')]);
    expect(github.operations).toEqual(['viewer', 'list', 'pull', 'update', 'list']);
  });

  test('is left alone where it says the same, whichever run wrote it', async () => {
    const github = await startStandIn();
    const { id } = github.add(bodyOf(9, HEAD, 'new'));
    expect(await upsert(github)).toMatchObject({ kind: 'unchanged', id });
    expect(bodies(github)).toEqual([bodyOf(9, HEAD, 'new')]);
    expect(github.operations).toEqual(['viewer', 'list']);
  });

  test('is not created where none is wanted, but one that exists is kept current', async () => {
    const github = await startStandIn();
    expect(await upsert(github, { create: false })).toEqual({ kind: 'none' });
    expect(github.operations).toEqual(['viewer', 'list']);
    github.add(bodyOf(9, OLD, 'stale figures'));
    expect(await upsert(github, { create: false, text: 'no change' })).toMatchObject({ kind: 'written' });
    expect(bodies(github)).toEqual([bodyOf(10, HEAD, 'no change')]);
  });

  test('of another key is another comment', async () => {
    const github = await startStandIn();
    github.add(bodyOf(9, OLD, 'old', 1, 'other'));
    await upsert(github);
    expect(bodies(github)).toEqual([bodyOf(9, OLD, 'old', 1, 'other'), bodyOf(10, HEAD, 'new')]);
  });

  test('belongs to the account of the token', async () => {
    const github = await startStandIn();
    github.login = 'cost-bot';
    github.add(bodyOf(9, OLD, 'of the job token'), 'github-actions[bot]');
    const own = github.add(bodyOf(9, OLD, 'old'));
    expect(await upsert(github)).toMatchObject({ id: own.id });
    expect(bodies(github)).toEqual([bodyOf(9, OLD, 'of the job token'), bodyOf(10, HEAD, 'new')]);
  });

  test.each([
    ['our marker, by someone else', bodyOf(9, OLD, 'forged'), 'attacker'],
    ['our marker, by someone with a name like ours', bodyOf(9, OLD, 'forged'), 'github-actions'],
    ['our marker, quoted by us', `> ${bodyOf(9, OLD, 'quoted')}`, 'github-actions[bot]'],
    ['our marker, after another text', `x\n${bodyOf(9, OLD, 'x')}`, 'github-actions[bot]'],
  ])('is not %s', async (_, body, author) => {
    const github = await startStandIn();
    github.add(body, author);
    await upsert(github);
    expect(bodies(github)).toEqual([body, bodyOf(10, HEAD, 'new')]);
  });

  test('of an account that is gone breaks nothing', async () => {
    const github = await startStandIn();
    github.add(bodyOf(9, OLD, 'ghost')).user = null;
    expect(await upsert(github)).toMatchObject({ kind: 'written' });
  });

  test.each([undefined, 'evil.example'])(
    'is found on a later page, also where links name the host %s',
    async (linkHost) => {
      const github = await startStandIn();
      github.pageSize = 30;
      github.linkHost = linkHost;
      for (let index = 0; index < 100; index += 1) github.add(`talk ${index}`, 'person');
      const own = github.add(bodyOf(9, OLD, 'old'));
      for (let index = 0; index < 40; index += 1) github.add(`talk ${index}`, 'person');
      for (const comment of github.comments) comment.updated_at = '2026-01-01T00:00:00Z';
      expect(await upsert(github)).toMatchObject({ kind: 'written', id: own.id });
      expect(github.comments).toHaveLength(141);
      expect(github.operations.filter((operation) => operation === 'update')).toHaveLength(1);
      expect(github.requests.length).toBeLessThanOrEqual(10);
    },
  );

  test('is found behind a proxy that drops the links', async () => {
    const github = await startStandIn();
    for (let index = 0; index < 100; index += 1) github.add(`talk ${index}`, 'person');
    const own = github.add(bodyOf(9, OLD, 'old'));
    const page = JSON.stringify(github.comments.slice(0, 100));
    github.fail('list', { kind: 'answer', status: 200, body: page });
    expect(await upsert(github)).toMatchObject({ id: own.id });
  });

  test('is one, however many there were', async () => {
    const github = await startStandIn();
    const first = github.add(bodyOf(7, OLD, 'one'));
    github.add(bodyOf(8, OLD, 'two'));
    github.add(bodyOf(9, HEAD, 'three'));
    expect(await upsert(github)).toMatchObject({ kind: 'written', id: first.id });
    expect(bodies(github)).toEqual([bodyOf(10, HEAD, 'new')]);
  });
});

describe('a later run', () => {
  test('is never overwritten', async () => {
    const github = await startStandIn();
    github.add(bodyOf(11, 'c'.repeat(40), 'newer'));
    expect(await upsert(github)).toEqual({ kind: 'superseded' });
    expect(bodies(github)).toEqual([bodyOf(11, 'c'.repeat(40), 'newer')]);
  });

  test('for the same head is never overwritten either', async () => {
    const github = await startStandIn();
    github.add(bodyOf(11, HEAD, 'newer base'));
    expect(await upsert(github)).toEqual({ kind: 'superseded' });
  });

  test('that has not yet removed an older comment is left to do so', async () => {
    const github = await startStandIn();
    const before = [bodyOf(9, OLD, 'older'), bodyOf(11, 'c'.repeat(40), 'newer')];
    for (const body of before) github.add(body);
    expect(await upsert(github)).toEqual({ kind: 'superseded' });
    expect(bodies(github)).toEqual(before);
  });

  test('that is still to come is left to write, once the head has moved', async () => {
    const github = await startStandIn();
    github.head = 'c'.repeat(40);
    expect(await upsert(github)).toEqual({ kind: 'superseded' });
    expect(github.operations).toEqual(['viewer', 'list', 'pull']);
  });

  test('overwrites an earlier one', async () => {
    const github = await startStandIn();
    github.add(bodyOf(10, OLD, 'older'));
    expect(await upsert(github, { run: 11 })).toMatchObject({ kind: 'written' });
    expect(bodies(github)).toEqual([bodyOf(11, HEAD, 'new')]);
  });
});

describe('one fault, and still exactly one comment', () => {
  const html: Fault = {
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<html>login</html>',
  };
  const half: Fault = { kind: 'answer', status: 200, body: '{"id": 1' };
  const cases: [string, Operation, Fault[]][] = [
    ['502 after the comment was stored', 'create', [{ ...answer(502), done: true }]],
    ['502 before', 'create', [answer(502)]],
    ['a reset after', 'create', [{ kind: 'reset', done: true }]],
    ['a reset before', 'create', [{ kind: 'reset' }]],
    ['a hang after', 'create', [{ kind: 'hang', done: true }]],
    ['a hang before', 'create', [{ kind: 'hang' }]],
    ['a login page after', 'create', [{ ...html, done: true }]],
    ['half an answer after', 'create', [{ ...half, done: true }]],
    ['429 with a short wait', 'create', [answer(429, {}, { 'retry-after': '2' })]],
    [
      'a secondary limit',
      'create',
      [answer(403, { message: 'You have exceeded a secondary rate limit' }, { 'retry-after': '1' })],
    ],
    ['two lost answers', 'create', [{ kind: 'reset', done: true }, answer(503)]],
    ['a 500 when listing', 'list', [answer(500)]],
    ['a login page when listing', 'list', [html]],
    ['an object instead of a list', 'list', [answer(200, { message: 'x' })]],
    ['a hang when listing', 'list', [{ kind: 'hang' }]],
    ['no answer to who we are', 'viewer', [answer(403)]],
    ['no answer to what the head is', 'pull', [answer(404)]],
  ];
  test.each(cases)('%s', async (_, operation, faults) => {
    const github = await startStandIn();
    github.fail(operation, ...faults);
    expect(await upsert(github)).toMatchObject({ kind: 'written' });
    expect(bodies(github)).toEqual([bodyOf(10, HEAD, 'new')]);
  });

  test.each(cases.filter(([, operation]) => operation === 'create'))(
    'when updating: %s',
    async (_, __, faults) => {
      const github = await startStandIn();
      github.add(bodyOf(9, OLD, 'old'));
      github.fail('update', ...faults);
      expect(await upsert(github)).toMatchObject({ kind: 'written' });
      expect(bodies(github)).toEqual([bodyOf(10, HEAD, 'new')]);
    },
  );

  test.each([
    ['lost before', [{ kind: 'reset' }]],
    ['lost after', [{ kind: 'reset', done: true }]],
  ] as [string, Fault[]][])('a removal that is %s is made sure of', async (_, faults) => {
    const github = await startStandIn();
    github.add(bodyOf(9, HEAD, 'new'));
    github.add(bodyOf(9, HEAD, 'new'));
    github.fail('delete', ...faults);
    expect(await upsert(github)).toMatchObject({ kind: 'unchanged' });
    expect(github.comments).toHaveLength(1);
  });

  test('a comment that is deleted before it is updated is created once', async () => {
    const github = await startStandIn();
    github.add(bodyOf(9, OLD, 'old'));
    github.fail('update', { kind: 'meanwhile', happens: () => github.comments.pop() });
    expect(await upsert(github)).toMatchObject({ kind: 'written' });
    expect(github.operations.filter((operation) => operation === 'create')).toHaveLength(1);
  });

  test('nothing is written twice without looking in between', async () => {
    const github = await startStandIn();
    github.fail('create', answer(502), { kind: 'reset', done: true });
    await upsert(github);
    const round = ['list', 'pull', 'create'];
    expect(github.operations).toEqual(['viewer', ...round, ...round, 'list']);
  });

  test('a body that GitHub changes is not written again and again', async () => {
    const github = await startStandIn();
    const push = github.comments.push.bind(github.comments);
    github.comments.push = (...added) =>
      push(...added.map((comment) => Object.assign(comment, { body: `${comment.body} [cleaned]` })));
    expect(await upsert(github)).toMatchObject({ kind: 'written' });
    expect(github.operations).toEqual(['viewer', 'list', 'pull', 'create', 'list']);
  });

  test('a body that is too long is made shorter once', async () => {
    const github = await startStandIn();
    const tooLong = answer(422, {
      message: 'Validation Failed',
      errors: [{ message: 'body is too long (maximum is 65536 characters)' }],
    });
    github.fail('create', tooLong);
    const asked: number[] = [];
    const body = (bytes: number) => {
      asked.push(bytes);
      return bodyOf(10, HEAD, `within ${bytes}`);
    };
    expect(await upsert(github, { body })).toMatchObject({
      kind: 'written',
      body: bodyOf(10, HEAD, 'within 30000'),
    });
    expect(asked).toEqual([60_000, 30_000]);

    const again = await startStandIn();
    again.fail('create', tooLong, tooLong);
    expect(await upsert(again, { body })).toMatchObject({ kind: 'failed', failure: { kind: 'too-long' } });
    expect(again.operations.filter((operation) => operation === 'create')).toHaveLength(2);
  });
});

describe('a lasting fault ends in a sentence, soon', () => {
  test.each<[string, Operation, Fault, string]>([
    [
      'no permission',
      'create',
      answer(403, { message: 'Resource not accessible by integration' }),
      'forbidden',
    ],
    ['no permission to read', 'list', answer(403), 'forbidden'],
    ['not there, or hidden', 'create', answer(404), 'not-found'],
    ['an expired token', 'viewer', answer(401, { message: `Bad credentials ${TOKEN}` }), 'unauthorized'],
    ['locked for good', 'create', answer(410), 'not-found'],
    ['a conflict', 'create', answer(409), 'refused'],
    ['an invalid request', 'create', answer(422, { message: `body ${TOKEN}` }), 'refused'],
    ['an hour to wait', 'create', answer(429, {}, { 'retry-after': '3600' }), 'limited'],
    ['an hour to wait to read', 'list', answer(429, {}, { 'retry-after': '3600' }), 'limited'],
    [
      'a used-up limit',
      'list',
      answer(403, {}, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' }),
      'limited',
    ],
  ])('%s', async (_, operation, fault, kind) => {
    const github = await startStandIn();
    github.fail(operation, ...Array.from({ length: 20 }, () => fault));
    const clock = fakeClock();
    const result = await upsert(github, { clock });
    expect(result).toMatchObject({ kind: 'failed', failure: { kind } });
    expect(JSON.stringify(result)).not.toContain(TOKEN);
    expect(github.comments).toEqual([]);
    expect(github.requests.length).toBeLessThanOrEqual(5);
    expect(Math.max(0, ...clock.slept)).toBeLessThanOrEqual(30_000);
  });

  test('nothing but errors: bounded in requests, and in time', async () => {
    const github = await startStandIn();
    for (const operation of ['create', 'pull', 'viewer'] as const) {
      github.fail(operation, ...Array.from({ length: 50 }, () => answer(503, {}, { 'retry-after': '20' })));
    }
    const clock = fakeClock();
    const result = await upsert(github, { clock });
    expect(result.kind).toBe('failed');
    expect(clock.slept.reduce((sum, milliseconds) => sum + milliseconds, 0)).toBeLessThanOrEqual(60_000);
    expect(github.requests.length).toBeLessThanOrEqual(10);
  });

  test('a server that is not there', async () => {
    const github = await startStandIn();
    await github.close();
    const result = await upsert(github);
    expect(result).toMatchObject({
      kind: 'failed',
      failure: { kind: 'unreachable', message: 'GitHub could not be reached to list the comments.' },
    });
  });

  test('a redirect to another place is no answer', async () => {
    const [github, elsewhere] = [await startStandIn(), await startStandIn()];
    github.fail(
      'list',
      ...Array.from(
        { length: 3 },
        (): Fault => ({
          kind: 'answer',
          status: 302,
          headers: { location: `${elsewhere.url}/repos/octo/example/issues/7/comments` },
        }),
      ),
    );
    expect(await upsert(github)).toMatchObject({ kind: 'failed', failure: { kind: 'not-understood' } });
    expect([...elsewhere.tokens]).toEqual([undefined]);
  });
});

test('GitHub Enterprise Server keeps its questions of both kinds under /api', async () => {
  const github = await startStandIn();
  const connection = {
    apiUrl: `${github.url}/api/v3`,
    owner: 'octo',
    repo: 'example',
    token: '',
    clock: fakeClock(),
  };
  await createClient(connection).viewer();
  await createReader(connection).mergeBase('main', HEAD);
  expect(github.requests).toEqual([
    'POST /api/graphql',
    `GET /api/v3/repos/octo/example/compare/main...${HEAD}?per_page=1`,
  ]);
  expect([...github.tokens]).toEqual([undefined]);
});
