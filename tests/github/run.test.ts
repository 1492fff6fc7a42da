import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { link, write } from '../git/repository.ts';
import { scenes } from './scene.ts';
import { answer } from './stand-in.ts';

const { scene, runIn } = scenes();

describe('a pull request', () => {
  test('is compared as what the merge makes of its base, and everything is left behind', async () => {
    const set = await scene();
    const { code, annotations, lines, outputs, summaries, compared } = await runIn(set, {
      inputs: { 'max-increase': '50' },
    });
    expect(code).toBe(0);
    expect(compared[0]).toMatchObject({
      base: { revision: set.base.slice(0, 7) },
      head: { revision: set.merge.slice(0, 7) },
      costs: ['100', '120'],
      options: { headDate: '2026-10-08', budgets: [{ measure: 'increase' }] },
    });
    const [comment] = set.github.comments;
    expect(comment?.body).toBe(
      `<!-- bedrock-cost-diff:v1 key=default run=10.1 head=${set.feature} -->\n100 to 120\n${set.serverUrl}/octo/example/actions/runs/10`,
    );
    expect(outputs.get('delta-monthly')).toBe('20');
    expect(outputs.get('comment-id')).toBe(String(comment?.id));
    expect(outputs.get('comment-url')).toBe(comment?.html_url);
    expect(readFileSync(outputs.get('markdown') ?? '', 'utf8')).toBe(comment?.body);
    expect(readFileSync(outputs.get('report') ?? '', 'utf8')).toBe('{"verdict":"pass"}');
    expect(summaries).toEqual(['summary: 100 to 120']);
    expect(lines).toContain('text: 100 to 120');
    expect(annotations.map(({ title }) => title)).toEqual(['t']);
    expect(set.github.operations).toEqual(['viewer', 'list', 'pull', 'create', 'list']);
  });

  test('run again changes nothing', async () => {
    const set = await scene();
    await runIn(set);
    const before = JSON.stringify(set.github.comments);
    await runIn(set, { context: { runAttempt: 2 } });
    expect(JSON.stringify(set.github.comments)).toBe(before);
  });

  test('with a stale merge commit is compared from where it branched off, and that is said', async () => {
    const set = await scene();
    const { compared, annotations, code } = await runIn(set, { context: { sha: set.base } });
    expect(code).toBe(0);
    expect(compared[0]?.head.revision).toBe(set.feature.slice(0, 7));
    expect(compared[0]?.costs).toEqual(['100', '120']);
    expect(annotations[0]).toMatchObject({
      level: 'notice',
      message: expect.stringContaining('does not merge'),
    });
  });

  test('over budget fails, whatever becomes of the comment', async () => {
    const report = { status: 'fail', fails: true, breached: true } as const;
    expect((await runIn(await scene(), { report })).code).toBe(1);
    const broken = await scene();
    broken.github.fail('create', answer(403));
    expect((await runIn(broken, { report })).code).toBe(1);
    const gone = await scene();
    await gone.github.close();
    const { code, summaries, outputs } = await runIn(gone, { report });
    expect([code, summaries.length, outputs.get('verdict')]).toEqual([1, 1, 'fail']);
  });

  test.each([
    [
      'may not write',
      'create',
      answer(403, { message: 'Resource not accessible by integration' }),
      /pull-requests: write/,
    ],
    ['may not even see it', 'create', answer(404), /pull-requests: write/],
    ['has a token that is not valid', 'viewer', answer(401), /leave out the input "token"/],
    ['is told to wait for an hour', 'create', answer(429, {}, { 'retry-after': '3600' }), /answered 429/],
  ] as const)(
    'that %s passes all the same, with a warning that says what to do',
    async (_, operation, fault, message) => {
      const set = await scene();
      set.github.fail(operation, fault);
      const { code, annotations, outputs } = await runIn(set, { inputs: { token: 'ghs_secret' } });
      expect(code).toBe(0);
      expect(annotations.at(-1)).toMatchObject({ level: 'warning', message: expect.stringMatching(message) });
      expect(JSON.stringify(annotations)).not.toContain('ghs_secret');
      expect(outputs.has('comment-id')).toBe(false);
    },
  );

  test('from a fork, with a token that may only read, is told so without alarm', async () => {
    const set = await scene();
    set.github.fail('create', answer(403));
    const { code, annotations, summaries } = await runIn(set, { fork: true });
    expect([code, summaries.length]).toEqual([0, 1]);
    expect(annotations.at(-1)).toMatchObject({
      level: 'notice',
      message: expect.stringContaining('from a fork'),
    });
  });

  test('whose cost no longer changes has its old comment brought up to date, and gets no new one', async () => {
    const set = await scene();
    const report = { base: '100', head: '100' };
    await runIn(set, { report });
    expect(set.github.comments).toEqual([]);
    set.github.add(`<!-- bedrock-cost-diff:v1 key=default run=9.1 head=${'a'.repeat(40)} -->\n100 to 900\n`);
    await runIn(set, { report });
    expect(set.github.comments[0]?.body).toContain('100 to 100');
  });
});

describe('inputs steer', () => {
  test('comment: never asks GitHub nothing', async () => {
    const set = await scene();
    const { outputs } = await runIn(set, { inputs: { comment: 'never' } });
    expect(set.github.requests).toEqual([]);
    expect(outputs.has('markdown')).toBe(true);
  });

  test('annotations and summary can be left out', async () => {
    const { annotations, summaries } = await runIn(await scene(), {
      inputs: { annotations: 'false', summary: 'false' },
    });
    expect([annotations, summaries]).toEqual([[], []]);
  });

  test('prices are those of the base, unless only the head has them', async () => {
    const set = await scene();
    const one = await runIn(set, { inputs: { prices: 'prices.yml' } });
    expect(one.compared[0]?.options).toMatchObject({ pricesFile: 'base prices' });
    const two = await runIn(set, { inputs: { prices: 'new.yml' } });
    expect(two.compared[0]?.options).toMatchObject({ pricesFile: 'new' });
    const none = await runIn(set, { inputs: { prices: 'none.yml' } });
    expect([none.code, none.annotations[0]?.message]).toEqual([
      2,
      expect.stringContaining('neither in the base nor in the head'),
    ]);
  });

  test('a working directory narrows both trees, and paths stay those from the root', async () => {
    const set = await scene();
    const inputs = { base: './', head: './', 'working-directory': 'services/a' };
    write(set.workspace.directory, 'services/a/x.tf', 'x');
    write(set.workspace.directory, 'services/ab/y.tf', 'y');
    link(set.workspace.directory, 'services/a/link', 'x.tf');
    link(set.workspace.directory, 'outside', 'x.tf');
    const { compared, outputs } = await runIn(set, { inputs });
    for (const side of ['base', 'head'] as const) {
      const tree = compared[0]?.[side];
      expect(tree?.files).toEqual([{ path: 'services/a/x.tf', bytes: 1 }]);
      expect([...((await tree?.read(['services/a/x.tf', 'services/ab/y.tf', 'cost.txt'])) ?? [])]).toEqual([
        ['services/a/x.tf', 'x'],
      ]);
      expect(tree?.diagnostics.map(({ at }) => at?.file)).toEqual(['services/a/link']);
    }
    expect(outputs.get('markdown')).toMatch(/services-a\/comment\.md$/);
  });

  test('revisions by name, also those that the checkout does not hold', async () => {
    const set = await scene();
    const { compared } = await runIn(set, {
      inputs: { base: 'feature', head: 'origin/main' },
      context: { eventName: 'workflow_dispatch', payload: {} },
    });
    expect(compared[0]).toMatchObject({
      base: { revision: set.feature.slice(0, 7) },
      head: { revision: set.base.slice(0, 7) },
      costs: ['120', '100'],
    });
  });

  test('a base alone, with what the run is for', async () => {
    const set = await scene();
    const { compared } = await runIn(set, {
      inputs: { base: set.base },
      context: { eventName: 'schedule', payload: {} },
    });
    expect(compared[0]?.head.revision).toBe(set.merge.slice(0, 7));
  });

  test('a head alone, with the base of the event', async () => {
    const set = await scene();
    const { compared } = await runIn(set, { inputs: { head: set.feature } });
    expect([compared[0]?.base.revision, compared[0]?.head.revision]).toEqual([
      set.base.slice(0, 7),
      set.feature.slice(0, 7),
    ]);
  });

  test('directories, where they say so', async () => {
    const set = await scene();
    write(set.workspace.directory, 'out/base/cost.txt', '1');
    write(set.workspace.directory, 'out/head/cost.txt', '2');
    const { compared } = await runIn(set, { inputs: { base: './out/base', head: './out/head' } });
    expect(compared[0]).toMatchObject({
      base: { revision: 'out/base' },
      head: { revision: 'out/head' },
      costs: ['1', '2'],
      options: {},
    });
    expect(compared[0]?.options).not.toHaveProperty('headDate');
  });

  test('a directory cannot pass for a branch', async () => {
    const set = await scene();
    write(set.workspace.directory, 'main/cost.txt', '999999');
    write(set.workspace.directory, 'trunk/cost.txt', '999999');
    const { compared } = await runIn(set, { inputs: { base: 'main' } });
    expect(compared[0]?.costs).toEqual(['100', '120']);
    const { code, annotations } = await runIn(set, { inputs: { base: 'trunk' } });
    expect([code, annotations[0]?.message]).toEqual([2, expect.stringContaining('write "./trunk"')]);
  });

  test.each([
    ['a path out of the workspace', { base: './../..', head: './' }, /leads out of the workspace/],
    ['an absolute path', { base: '/etc', head: './' }, /leads out of the workspace/],
    ['a link out of the workspace', { base: './escape', head: './' }, /leads out of the workspace/],
    ['a directory that is not there', { base: './none', head: './' }, /There is no directory/],
    ['an option', { base: '--upload-pack=touch pwned', head: 'main' }, /is not the name of a revision/],
    ['an unknown revision', { base: 'no-such-branch' }, /There is no commit "no-such-branch"/],
    ['several mistakes', { budget: '20k' }, /budget: 20000/],
  ])('%s is unusable: exit code 2 and a hint', async (_, inputs, message) => {
    const set = await scene();
    link(set.workspace.directory, 'escape', '/etc');
    const { code, annotations } = await runIn(set, { inputs });
    expect(code).toBe(2);
    expect(annotations[0]).toMatchObject({ level: 'error', message: expect.stringMatching(message) });
    expect(existsSync(join(set.workspace.directory, 'pwned'))).toBe(false);
    expect(set.github.operations.filter((operation) => operation !== 'ref')).toEqual([]);
  });
});

describe('other events', () => {
  test('a merge queue gives a verdict without a comment', async () => {
    const set = await scene();
    const payload = { merge_group: { base_sha: set.base, head_sha: set.merge } };
    const { code, compared, outputs } = await runIn(set, { context: { eventName: 'merge_group', payload } });
    expect([code, compared[0]?.costs, outputs.get('verdict')]).toEqual([0, ['100', '120'], 'pass']);
    expect(set.github.requests).toEqual([]);
  });

  test('the push of a new branch is compared with where it branched off', async () => {
    const set = await scene();
    const payload = { before: '0'.repeat(40), after: set.feature, repository: { default_branch: 'main' } };
    const { code, compared } = await runIn(set, { context: { eventName: 'push', payload } });
    expect([code, compared[0]?.costs]).toEqual([0, ['100', '120']]);
  });

  test('a deleted branch is nothing to compare, and no mistake', async () => {
    const payload = { before: '1'.repeat(40), after: '0'.repeat(40), repository: { default_branch: 'main' } };
    const { code, annotations, compared } = await runIn(await scene(), {
      context: { eventName: 'push', payload },
    });
    expect([code, annotations, compared]).toEqual([
      0,
      [{ level: 'notice', message: 'Nothing to compare. The push deleted a branch.' }],
      [],
    ]);
  });

  test.each(['workflow_dispatch', 'schedule', 'issue_comment'])(
    '%s explains what it needs',
    async (eventName) => {
      const { code, annotations } = await runIn(await scene(), { context: { eventName, payload: {} } });
      expect(code).toBe(2);
      expect(annotations[0]?.message).toMatch(/does not say which two commits.*"base" and "head"/);
    },
  );
});

test('a bug is a bug, and never a pass', async () => {
  const { code, annotations } = await runIn(await scene(), {
    compare: () => Promise.reject(new TypeError('oops')),
  });
  expect([code, annotations[0]?.title]).toEqual([70, 'A bug in bedrock-cost-diff']);
});
