import { describe, expect, test } from 'vitest';
import { readMarker } from '../../src/github/marker.ts';
import type { Report } from '../../src/model/report.ts';
import { type Scene, scenes } from './scene.ts';
import { answer, type Operation } from './stand-in.ts';

const { scene, runIn } = scenes();
/** Which trees are compared does not matter here, and directories are quick. */
const TREES = { base: './', head: './' };
const LABEL = 'cost: agreed';

/** The comment was written at noon; a label is set or taken off so many minutes later. */
const NOON = '2026-10-08T12:00:00Z';
const later = (minutes: number) =>
  new Date(Date.parse(NOON) + minutes * 60_000).toISOString().replace('.000', '');

function setLabel(set: Scene, minutes: number, label = LABEL): void {
  set.github.labels.push(label);
  set.github.labelEvents.push({ event: 'labeled', label, actor: 'maintainer', at: later(minutes) });
}

function removeLabel(set: Scene, minutes: number): void {
  set.github.labels.length = 0;
  set.github.labelEvents.push({ event: 'unlabeled', label: LABEL, actor: 'maintainer', at: later(minutes) });
}

/** A run over budget whose head costs so much; its comment is written so many minutes after noon. */
async function overBudget(
  set: Scene,
  head: string,
  minutes = 0,
  more: Readonly<Record<string, string>> = {},
) {
  const before = set.github.comments[0]?.updated_at;
  const body = set.github.comments[0]?.body;
  const seen = await runIn(set, {
    inputs: { ...TREES, 'override-label': LABEL, ...more },
    report: { head, status: 'fail', fails: true, breached: true },
    context: { runId: 10 + minutes },
  });
  for (const comment of set.github.comments) {
    comment.updated_at = comment.body === body && before !== undefined ? before : later(minutes);
  }
  return seen;
}

/** A run over budget, and the report that people see of it. */
async function seenReport(set: Scene) {
  let report: Report | undefined;
  await runIn(set, {
    inputs: { ...TREES, 'override-label': LABEL },
    report: { head: '120', status: 'fail', fails: true, breached: true },
    seen: (given) => (report = given),
  });
  return { report };
}

const record = (set: Scene) => readMarker(set.github.comments[0]?.body ?? '');

describe('a label that approves a higher cost', () => {
  test('is read when it is needed, with who set it and when, and covers what our comment said then', async () => {
    const set = await scene();
    expect((await overBudget(set, '120')).code).toBe(1);
    expect(record(set)?.approval).toBeUndefined();
    setLabel(set, 5);
    const { code, outputs, annotations } = await overBudget(set, '120', 10);
    expect([code, outputs.get('verdict')]).toEqual([0, 'fail']);
    expect(annotations.at(-1)).toMatchObject({ level: 'warning', title: 'Bedrock cost: approval' });
    expect(record(set)).toMatchObject({ approval: { at: later(5), cost: record(set)?.cost } });
    // It stays on record, and holds for less and not for more.
    expect((await overBudget(set, '119.99', 20)).code).toBe(0);
    expect((await overBudget(set, '120.01', 30)).code).toBe(1);
    expect((await overBudget(set, '120', 40)).code).toBe(0);
  });

  test('set again approves what stands there now', async () => {
    const set = await scene();
    await overBudget(set, '120');
    setLabel(set, 5);
    await overBudget(set, '150', 10);
    removeLabel(set, 15);
    expect((await overBudget(set, '150', 20)).code).toBe(1);
    setLabel(set, 25);
    expect((await overBudget(set, '150', 30)).code).toBe(0);
  });

  test('does not approve what nobody had seen: the comment came after it', async () => {
    const set = await scene();
    setLabel(set, 0);
    expect((await overBudget(set, '120', 5)).code).toBe(1);
    expect((await overBudget(set, '120', 10)).code).toBe(1);
  });

  test('does not approve what came into the comment in the same second', async () => {
    const set = await scene();
    await overBudget(set, '120', 5);
    setLabel(set, 5);
    expect((await overBudget(set, '120', 10)).code).toBe(1);
  });

  test('is the same label in other capitals, and no other label', async () => {
    const set = await scene();
    await overBudget(set, '120');
    setLabel(set, 5, 'Cost: Agreed');
    expect((await overBudget(set, '120', 10)).code).toBe(0);
    const other = await scene();
    await overBudget(other, '120');
    setLabel(other, 5, 'cost: agreed?');
    expect((await overBudget(other, '120', 10)).code).toBe(1);
  });

  test('has no record in what someone else wrote', async () => {
    const set = await scene();
    await overBudget(set, '999');
    const [own] = set.github.comments.splice(0);
    set.github.add(own?.body ?? '', 'attacker').updated_at = NOON;
    setLabel(set, 5);
    const { code } = await overBudget(set, '120', 10);
    expect([code, set.github.comments.length]).toEqual([1, 2]);
  });

  test('is not there where the event still has it and GitHub has not', async () => {
    const set = await scene();
    await overBudget(set, '120');
    setLabel(set, 5);
    removeLabel(set, 6);
    expect((await overBudget(set, '120', 10)).code).toBe(1);
  });

  test.each<Operation>(['pull', 'events', 'list', 'viewer'])(
    'counts as not set where GitHub does not answer to "%s", and never as set',
    async (operation) => {
      const set = await scene();
      await overBudget(set, '120');
      setLabel(set, 5);
      set.github.fail(
        operation,
        ...Array.from({ length: 9 }, () => answer(operation === 'viewer' ? 401 : 403)),
      );
      expect((await overBudget(set, '120', 10)).code).toBe(1);
    },
  );

  test('is read by a run that writes no comment, from the comment of another', async () => {
    const set = await scene();
    await overBudget(set, '120');
    setLabel(set, 5);
    const before = JSON.stringify(set.github.comments);
    expect((await overBudget(set, '120', 10, { comment: 'never' })).code).toBe(0);
    expect(JSON.stringify(set.github.comments)).toBe(before);
  });

  test('that may not be read names the permission', async () => {
    const set = await scene();
    set.github.fail('pull', answer(403));
    setLabel(set, 5);
    const { report } = await seenReport(set);
    expect(report?.verdict.override).toMatchObject({
      kind: 'unreadable',
      why: expect.stringContaining('pull-requests: write'),
    });
  });

  test('counts as not set where its events hide behind endless pages', async () => {
    const set = await scene();
    await overBudget(set, '120');
    setLabel(set, 5);
    set.github.pageSize = 1;
    for (let index = 0; index < 40; index += 1)
      set.github.labelEvents.unshift({ event: 'labeled', label: 'x', actor: 'x', at: NOON });
    expect((await overBudget(set, '120', 10)).code).toBe(1);
  });

  test('lets a merge queue merge what it approved in the pull request', async () => {
    const set = await scene();
    await overBudget(set, '120');
    setLabel(set, 5);
    const before = JSON.stringify(set.github.comments);
    const merge_group = {
      base_sha: set.base,
      head_sha: set.merge,
      head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-0a',
    };
    const wish = (head: string) => ({
      inputs: { ...TREES, 'override-label': LABEL },
      report: { head, status: 'fail', fails: true, breached: true } as const,
      context: { eventName: 'merge_group', payload: { merge_group } },
    });
    set.github.operations.length = 0;
    expect((await runIn(set, wish('120'))).code).toBe(0);
    expect(set.github.operations).toEqual(['viewer', 'list', 'pull', 'events']);
    expect((await runIn(set, wish('121'))).code).toBe(1);
    expect(JSON.stringify(set.github.comments)).toBe(before);
  });

  test('takes at most ten requests and one write', async () => {
    const set = await scene();
    await overBudget(set, '120');
    setLabel(set, 5);
    set.github.operations.length = 0;
    await overBudget(set, '119', 10);
    expect(set.github.operations).toEqual(['viewer', 'list', 'pull', 'events', 'pull', 'update', 'list']);
  });
});

test('without an input for it no label is looked at, and nothing is kept on record', async () => {
  const set = await scene();
  setLabel(set, 0);
  const report = { status: 'fail', fails: true, breached: true } as const;
  expect((await runIn(set, { report, inputs: TREES })).code).toBe(1);
  expect(set.github.operations).not.toContain('events');
  expect(record(set)).not.toHaveProperty('cost');
});
