import { describe, expect, test } from 'vitest';
import { readApprovedCost, writeApprovedCost } from '../../../src/budget/approval-text.ts';
import { approvedCost, withOverride } from '../../../src/budget/override.ts';
import { compare } from '../../../src/compare.ts';
import { decimal } from '../../../src/model/decimal.ts';
import { LIMITS } from '../../../src/model/limits.ts';
import type { ApprovedCost, Override } from '../../../src/model/override.ts';
import type { Report } from '../../../src/model/report.ts';
import { treeOf } from '../bind/trees.ts';

const LIMIT = 'budgets: { monthly: 1, workloads: { chat: { monthly: 100 } } }\n';
const manifest = (requests: string, budgets = LIMIT) =>
  `version: 1\nregion: us-east-1\nworkloads:\n  chat: { requests: ${requests} per day, model: "amazon.nova-pro-v1:0", input_tokens: 1000, output_tokens: 100 }\n${budgets}`;

async function reportOf(requests: string, revision = 'head'): Promise<Report> {
  const [base, head] = ['10', requests].map((each) => treeOf({ 'bedrock-cost.yml': manifest(each) }));
  if (base === undefined || head === undefined) throw new Error('two trees by construction');
  return compare(base, { ...head, revision });
}

const set = (approved?: ApprovedCost): Override => ({
  kind: 'set',
  label: 'bedrock-cost-approved',
  actor: 'octocat',
  at: '2026-11-27T06:12:00Z',
  ...(approved === undefined ? {} : { approved }),
});

/** What an approval of `before` makes of `now`. */
function under(now: Report, override: Override): string {
  const { fails, override: outcome, status } = withOverride(now, override).verdict;
  const because = outcome?.kind === 'exceeded' ? ` (${outcome.because})` : '';
  return `${status}, ${outcome?.kind ?? 'nothing said'}${because}, ${fails ? 'red' : 'green'}`;
}

describe('an approval', () => {
  test('covers the cost that stood when it was given, to the last digit', async () => {
    const report = await reportOf('1000');
    expect(under(report, set(approvedCost(report)))).toBe('fail, covers, green');
    const { verdict } = withOverride(report, set(approvedCost(report)));
    expect(verdict.override?.kind === 'covers' && verdict.override.upTo.toFixed()).toBe('33.6');
  });

  test('covers what costs less', async () => {
    expect(under(await reportOf('900'), set(approvedCost(await reportOf('1000'))))).toBe(
      'fail, covers, green',
    );
  });

  test('does not hold any more as soon as the cost rises above it', async () => {
    expect(under(await reportOf('1000.001'), set(approvedCost(await reportOf('1000'))))).toBe(
      'fail, exceeded (dearer), red',
    );
  });

  test('does not hold where another limit is exceeded, even at a lower total', async () => {
    const before = await reportOf('5000');
    const { exceeded, ...rest } = approvedCost(before);
    const without = new Map([...exceeded].filter(([key]) => !key.startsWith('workload')));
    expect(exceeded.size).toBe(without.size + 1);
    expect(under(await reportOf('4000'), set({ ...rest, exceeded: without }))).toBe(
      'fail, exceeded (other-limit), red',
    );
  });

  test('of what cannot be decided holds for that very commit', async () => {
    const broken = (revision: string) => ({
      ...treeOf({ 'bedrock-cost.yml': `${manifest('10')}wrong: 1\n` }),
      revision,
    });
    const base = treeOf({ 'bedrock-cost.yml': manifest('10') });
    const first = await compare(base, broken('a'));
    const second = await compare(base, broken('b'));
    expect(first.verdict.because).not.toEqual([]);
    expect(under(first, set(approvedCost(first)))).toMatch(/covers, green$/);
    expect(under(second, set(approvedCost(first)))).toMatch(/exceeded \(not-decidable\), red$/);
  });

  test('that cannot be read, or whose cost is not on record, does not hold', async () => {
    const report = await reportOf('1000');
    expect(
      under(report, { kind: 'unreadable', label: 'bedrock-cost-approved', why: 'GitHub answered 502.' }),
    ).toBe('fail, unreadable, red');
    expect(under(report, set())).toBe('fail, not-recorded, red');
    expect(under(report, { kind: 'absent' })).toBe('fail, nothing said, red');
  });

  test('says nothing where the build does not fail', async () => {
    const report = await compare(
      treeOf({ 'bedrock-cost.yml': manifest('10', '') }),
      treeOf({ 'bedrock-cost.yml': manifest('20', '') }),
    );
    expect(withOverride(report, set())).toBe(report);
  });
});

describe('the cost on record', () => {
  const cost: ApprovedCost = {
    revision: 'a1b2--c3 > d',
    monthly: decimal('19035.0000000000000001'),
    exceeded: new Map([
      ['total\n.\n\nmonthly', decimal('19035')],
      ['workload\nservices/ä--> b&c=d\nchat\nincrease_percent', decimal(100).div(7)],
      ['total\n\n\nincrease', decimal('-5')],
    ]),
  };

  test('is read back as it was written, and needs no escaping', () => {
    const text = writeApprovedCost(cost) ?? '';
    expect(readApprovedCost(text)).toEqual(cost);
    expect(text).toMatch(/^(?:(?!--)[\w.!~*'()%=&-])+$/);
  });

  test.each([
    '',
    'x',
    'x=',
    'x=1e9',
    'x=NaN',
    'x=1&y',
    'x=1&y=2&y=3',
    '%=1',
    'x=1&%E0%A4%A=2',
    'x=1\n',
    `x=${'9'.repeat(41)}`,
  ])('is refused as %j', (text) => {
    expect(readApprovedCost(text)).toBeUndefined();
  });

  test('holds so many limits and no more', () => {
    const limits = (count: number) => ({
      ...cost,
      exceeded: new Map(Array.from({ length: count }, (_, index) => [`limit ${index}`, decimal(1)] as const)),
    });
    const text = writeApprovedCost(limits(LIMITS.approvedLimits)) ?? '';
    expect(readApprovedCost(text)?.exceeded.size).toBe(LIMITS.approvedLimits);
    expect(readApprovedCost(`${text}&more=1`)).toBeUndefined();
    expect(writeApprovedCost(limits(LIMITS.approvedLimits + 1))).toBeUndefined();
  });
});
