import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../src/github/client.ts';
import { createJob } from '../../src/github/job.ts';
import type { Annotation, Log } from '../../src/github/log.ts';
import type { Ports, RunContext } from '../../src/github/ports.ts';
import { run } from '../../src/github/run.ts';
import type { Report } from '../../src/model/report.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { link, newRepository, type Repository, shallowClone, write } from '../git/repository.ts';
import { type ReportWish, reportOf } from './report.ts';
import { answer, type StandIn, startStandIn } from './stand-in.ts';

interface Scene {
  readonly github: StandIn;
  readonly workspace: Repository;
  readonly base: string;
  readonly feature: string;
  readonly merge: string;
  /** The directory that stands for GitHub's server. */
  readonly serverUrl: string;
}

/** A pull request as actions/checkout leaves it: the merge commit alone, depth 1. */
async function scene(): Promise<Scene> {
  const server = mkdtempSync(join(tmpdir(), 'bedrock-cost-diff-'));
  onTestFinished(() => rmSync(server, { recursive: true, force: true }));
  const origin = newRepository();
  origin.commit({ 'cost.txt': '100', 'prices.yml': 'base prices' });
  origin.git('switch', '--quiet', '--create', 'feature');
  const feature = origin.commit({ 'cost.txt': '120', 'prices.yml': 'head prices', 'new.yml': 'new' });
  origin.git('switch', '--quiet', 'main');
  const base = origin.commit({ 'other.txt': 'x' });
  origin.git('checkout', '--quiet', '--detach');
  origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
  const merge = origin.git('rev-parse', 'HEAD');
  origin.git('update-ref', 'refs/pull/7/merge', merge);
  const workspace = shallowClone(origin, merge);
  link(server, 'octo/example', origin.directory);
  const github = await startStandIn();
  github.head = feature;
  return { github, workspace, base, feature, merge, serverUrl: `file://${server}` };
}

interface Wish {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly context?: Partial<RunContext>;
  readonly report?: ReportWish;
  readonly labels?: readonly string[];
  readonly fork?: boolean;
  readonly compare?: Ports['compare'];
}

/** Runs the action in a scene, and gives all that is seen of it. */
async function runIn(set: Scene, wish: Wish = {}) {
  const { github, workspace, base, feature, merge, serverUrl } = set;
  const annotations: Annotation[] = [];
  const lines: string[] = [];
  const log: Log = {
    info: (text) => lines.push(text),
    debug: (text) => lines.push(text()),
    group: (title, text) => lines.push(title, text),
    annotate: (annotation) => annotations.push(annotation),
  };
  const outputs = new Map<string, string>();
  const summaries: string[] = [];
  const compared: { base: Snapshot; head: Snapshot; options: unknown; costs: (string | undefined)[] }[] = [];
  const directory = mkdtempSync(join(tmpdir(), 'bedrock-cost-diff-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));

  const payload = {
    pull_request: {
      number: 7,
      head: { sha: feature, repo: wish.fork === true ? null : { full_name: 'octo/example' } },
      base: { sha: base, repo: { full_name: 'octo/example' } },
      labels: (wish.labels ?? []).map((name) => ({ name })),
    },
    repository: { default_branch: 'main' },
  };
  const code = await run({
    context: {
      eventName: 'pull_request',
      sha: merge,
      payload,
      workspace: workspace.directory,
      repository: 'octo/example',
      serverUrl,
      runId: 10,
      runAttempt: 1,
      ...wish.context,
    },
    getInput: (name) => wish.inputs?.[name] ?? '',
    inputVariables: Object.keys(wish.inputs ?? {}).map((name) => `INPUT_${name.toUpperCase()}`),
    log,
    job: createJob(
      {
        directory,
        setOutput: (name, value) => outputs.set(name, value),
        writeSummary: async (text) => void summaries.push(text),
      },
      log,
    ),
    createClient: (token) =>
      createClient({
        apiUrl: github.url,
        owner: 'octo',
        repo: 'example',
        token,
        clock: { now: () => 0, sleep: async () => undefined },
        bounds: { requestMs: 300, totalMs: 60_000, waitMs: 30_000 },
      }),
    compare:
      wish.compare ??
      (async (before, after, options) => {
        const costs = await Promise.all(
          [before, after].map(async (side) => (await side.read(['cost.txt'])).get('cost.txt')),
        );
        compared.push({ base: before, head: after, options, costs });
        return reportOf({ base: costs[0] ?? '0', head: costs[1] ?? '0', ...wish.report });
      }),
    render: {
      comment: (report, { marker = '', runUrl = '' }) => `${marker}\n${figures(report)}\n${runUrl}`,
      summary: (report) => `summary: ${figures(report)}`,
      json: (report) => JSON.stringify({ verdict: report.verdict.status }),
      annotations: () => [{ level: 'error', title: 't', message: 'm', file: 'cost.txt', line: 1 }],
      text: (report) => `text: ${figures(report)}`,
    },
  });
  return { code, annotations, lines, outputs, summaries, compared };
}

function figures({ diff }: Report): string {
  return `${diff.base.monthly.expected.toFixed()} to ${diff.head.monthly.expected.toFixed()}`;
}

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

  test.each([
    [['cost: agreed'], 0],
    [['something else'], 1],
    [[], 1],
  ])('with the labels %j and a label that overrides ends with %i', async (labels, expected) => {
    const report = { status: 'fail', fails: true, breached: true } as const;
    const { code, outputs, annotations } = await runIn(await scene(), {
      report,
      labels,
      inputs: { 'override-label': 'cost: agreed' },
    });
    expect(code).toBe(expected);
    expect(outputs.get('verdict')).toBe('fail');
    expect(annotations.some(({ title }) => title === 'Bedrock cost overridden')).toBe(expected === 0);
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
    expect(set.github.requests).toEqual([]);
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
    const { code, lines, compared } = await runIn(await scene(), { context: { eventName: 'push', payload } });
    expect([code, lines, compared]).toEqual([0, ['The push deleted a branch.'], []]);
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

test('without a checkout it says which step is missing', async () => {
  const set = await scene();
  rmSync(join(set.workspace.directory, '.git'), { recursive: true });
  const { code, annotations } = await runIn(set);
  expect([code, annotations[0]?.message]).toEqual([2, expect.stringContaining('uses: actions/checkout')]);
});

test('a bug is a bug, and never a pass', async () => {
  const { code, annotations } = await runIn(await scene(), {
    compare: () => Promise.reject(new TypeError('oops')),
  });
  expect([code, annotations[0]?.title]).toEqual([70, 'A bug in bedrock-cost-diff']);
});
