import { describe, expect, test } from 'vitest';
import { deservesComment } from '../../src/github/comment-need.ts';
import type { Charge } from '../../src/model/charge.ts';
import { decimal } from '../../src/model/decimal.ts';
import { type ReportWish, reportOf } from './report.ts';

const range = (low: string, expected: string, high: string) => ({
  low: decimal(low),
  expected: decimal(expected),
  high: decimal(high),
});
const unpriced = { cost: { kind: 'unpriced', why: 'x' } } as unknown as Charge;
const same: ReportWish = {};
const up: ReportWish = { base: '100', head: '110' };
const down: ReportWish = { base: '110', head: '100' };
const breach: ReportWish = { status: 'fail', fails: true, breached: true };
const warned: ReportWish = { status: 'warn', breached: true };
const undecided: ReportWish = { status: 'indeterminate', fails: true };
const newUnknown: ReportWish = { changes: [{ status: 'added', head: unpriced }] };
const oldUnknown: ReportWish = { changes: [{ status: 'unchanged', base: unpriced, head: unpriced }] };
const moved: ReportWish = { changes: [{ status: 'added' }, { status: 'removed' }] };
const perhaps: ReportWish = { delta: range('-5', '0', '20') };

describe('whether a report is worth a new comment', () => {
  test.each<
    [string, ReportWish, string, Record<'changes' | 'increase' | 'over-budget' | 'always' | 'never', boolean>]
  >([
    [
      'no change',
      same,
      '0',
      { changes: false, increase: false, 'over-budget': false, always: true, never: false },
    ],
    [
      'an increase',
      up,
      '0',
      { changes: true, increase: true, 'over-budget': false, always: true, never: false },
    ],
    [
      'an increase at the minimum',
      up,
      '10',
      { changes: true, increase: true, 'over-budget': false, always: true, never: false },
    ],
    [
      'an increase below the minimum',
      up,
      '10.01',
      { changes: false, increase: false, 'over-budget': false, always: true, never: false },
    ],
    [
      'a saving',
      down,
      '0',
      { changes: true, increase: false, 'over-budget': false, always: true, never: false },
    ],
    [
      'a saving below the minimum',
      down,
      '11',
      { changes: false, increase: false, 'over-budget': false, always: true, never: false },
    ],
    [
      'a breach without a change',
      breach,
      '99',
      { changes: true, increase: true, 'over-budget': true, always: true, never: false },
    ],
    [
      'a limit that only warns',
      warned,
      '99',
      { changes: true, increase: true, 'over-budget': true, always: true, never: false },
    ],
    [
      'what cannot be decided',
      undecided,
      '99',
      { changes: true, increase: true, 'over-budget': true, always: true, never: false },
    ],
    [
      'a new unknown',
      newUnknown,
      '99',
      { changes: true, increase: true, 'over-budget': false, always: true, never: false },
    ],
    [
      'an old unknown',
      oldUnknown,
      '0',
      { changes: false, increase: false, 'over-budget': false, always: true, never: false },
    ],
    [
      'costs that moved and stayed equal',
      moved,
      '0',
      { changes: true, increase: false, 'over-budget': false, always: true, never: false },
    ],
    [
      'costs that may rise',
      perhaps,
      '15',
      { changes: true, increase: true, 'over-budget': false, always: true, never: false },
    ],
  ])('%s', (_, wish, minimum, expected) => {
    const report = reportOf(wish);
    for (const mode of ['changes', 'increase', 'over-budget', 'always', 'never'] as const) {
      expect(deservesComment(report, mode, decimal(minimum)), mode).toBe(expected[mode]);
    }
  });
});
