import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/budget/judge.ts';
import { budgetsInForce } from '../../../src/budget/limits-in-force.ts';
import { diffEstimates } from '../../../src/diff/diff.ts';
import type { Budget, BudgetMeasure } from '../../../src/model/budget.ts';
import { charge } from '../../../src/model/charge.ts';
import { decimal } from '../../../src/model/decimal.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { declaredFactor } from '../../../src/model/factors.ts';
import { DEFAULT_MONTH } from '../../../src/model/month.ts';
import { exactly } from '../../../src/model/range.ts';
import type { Estimate } from '../../../src/model/report.ts';

/** An estimate of one workload that costs `usd` a month; undefined is unpriced, null is nothing at all. */
function estimate(usd: string | undefined | null): Estimate {
  const common = {
    project: '.',
    layer: 'inference',
    feature: 'inference',
    owner: { kind: 'workload', name: 'chat' },
    component: 'input tokens',
    unit: 'US dollars',
  } as const;
  const price = {
    usd: decimal(1),
    per: decimal(1),
    unit: 'US dollars',
    region: '',
    asOf: '',
    source: '',
    confidence: 'A',
  } as const;
  const charges =
    usd === null
      ? []
      : [
          charge({
            ...common,
            factors: [declaredFactor('amount', exactly(usd ?? '1'))],
            price: usd === undefined ? { found: false, why: 'no price' } : { found: true, price },
          }),
        ];
  return {
    revision: 'x',
    charges,
    diagnostics: [],
    projects: ['.'],
    month: DEFAULT_MONTH,
    requests: new Map([['./chat', exactly(10_000)]]),
    unreadable: [],
    workloads: new Set(['./chat']),
    models: [],
    regionOf: new Map(),
    renamedFrom: new Map(),
    environments: new Map(),
  };
}

function limit(measure: BudgetMeasure, max: string, action: Budget['action'] = 'fail'): Budget {
  const scope =
    measure === 'per_1k_requests'
      ? ({ kind: 'workload', project: '.', workload: 'chat' } as const)
      : ({ kind: 'total', project: '.' } as const);
  return { scope, measure, max: decimal(max), action, from: 'manifest' };
}

const ERROR: Diagnostic = { code: 'yaml-syntax', severity: 'error', message: 'broken' };

interface Situation {
  readonly base?: string | null | undefined;
  readonly head?: string | null | undefined;
  readonly budgets: readonly Budget[];
  readonly headErrors?: boolean;
  readonly baseErrors?: boolean;
  readonly onUnpriced?: 'warn';
  readonly adopting?: boolean;
}

function verdict(situation: Situation): string {
  const head = estimate(situation.head);
  const { status, fails, breaches } = judge({
    diff: diffEstimates(estimate(situation.base), head, { titles: new Map() }),
    budgets: situation.budgets,
    adopting: situation.adopting ?? false,
    base: { ...head, diagnostics: situation.baseErrors === true ? [ERROR] : [] },
    head: { ...head, diagnostics: situation.headErrors === true ? [ERROR] : [] },
    onUnpriced: situation.onUnpriced ?? 'fail',
  });
  const over = breaches.map((breach) => `${breach.budget.measure} over by ${breach.over.toFixed()}`);
  return [fails ? `${status}, fails` : status, ...over].join('; ');
}

describe('verdict', () => {
  test.each<[string, Situation, string]>([
    ['no limit', { base: '10', head: '99999', budgets: [] }, 'pass'],
    ['below the limit', { base: '10', head: '99', budgets: [limit('monthly', '100')] }, 'pass'],
    ['exactly at the limit', { base: '10', head: '100', budgets: [limit('monthly', '100')] }, 'pass'],
    [
      'a billionth above',
      { base: '10', head: '100.000000001', budgets: [limit('monthly', '100')] },
      'fail, fails; monthly over by 0.000000001',
    ],
    [
      'above, but to warn',
      { base: '10', head: '101', budgets: [limit('monthly', '100', 'warn')] },
      'warn; monthly over by 1',
    ],
    [
      'over before, and the same',
      { base: '150', head: '150', budgets: [limit('monthly', '100')] },
      'warn; monthly over by 50',
    ],
    [
      'over before, and cheaper',
      { base: '150', head: '120', budgets: [limit('monthly', '100')] },
      'warn; monthly over by 20',
    ],
    [
      'over before, and dearer',
      { base: '150', head: '151', budgets: [limit('monthly', '100')] },
      'fail, fails; monthly over by 51',
    ],
    ['increase at the limit', { base: '100', head: '150', budgets: [limit('increase', '50')] }, 'pass'],
    [
      'increase above',
      { base: '100', head: '151', budgets: [limit('increase', '50')] },
      'fail, fails; increase over by 1',
    ],
    ['decrease', { base: '100', head: '1', budgets: [limit('increase', '0')] }, 'pass'],
    [
      'percent at the limit',
      { base: '100', head: '110', budgets: [limit('increase_percent', '10')] },
      'pass',
    ],
    [
      'percent above',
      { base: '100', head: '111', budgets: [limit('increase_percent', '10')] },
      'fail, fails; increase_percent over by 1',
    ],
    [
      'percent of nothing',
      { base: null, head: '5', budgets: [limit('increase_percent', '10')] },
      'indeterminate, fails',
    ],
    [
      'per 1,000 requests',
      { base: '10', head: '61', budgets: [limit('per_1k_requests', '6')] },
      'fail, fails; per_1k_requests over by 0.1',
    ],
    [
      'first adoption: no increase yet',
      { base: null, head: '5', budgets: [limit('increase', '1')], adopting: true },
      'pass',
    ],
    [
      'first adoption: the total holds',
      { base: null, head: '5', budgets: [limit('monthly', '1')], adopting: true },
      'fail, fails; monthly over by 4',
    ],
    [
      'new unpriced charge under a limit',
      { base: null, head: undefined, budgets: [limit('monthly', '100')] },
      'indeterminate, fails',
    ],
    [
      'the same, told to warn',
      { base: null, head: undefined, budgets: [limit('monthly', '100')], onUnpriced: 'warn' },
      'indeterminate',
    ],
    [
      'unpriced before and after',
      { base: undefined, head: undefined, budgets: [limit('monthly', '100')] },
      'pass',
    ],
    ['unpriced without a limit', { base: null, head: undefined, budgets: [] }, 'pass'],
    [
      'price lost on the way',
      { base: '5', head: undefined, budgets: [limit('monthly', '100')] },
      'indeterminate, fails',
    ],
    ['head with errors', { base: '5', head: '5', budgets: [], headErrors: true }, 'indeterminate, fails'],
    [
      'head with errors, told to warn',
      { base: '5', head: '5', budgets: [], headErrors: true, onUnpriced: 'warn' },
      'indeterminate',
    ],
    [
      'over the limit and with errors',
      { base: '5', head: '500', budgets: [limit('monthly', '100')], headErrors: true },
      'fail, fails; monthly over by 400',
    ],
    [
      'base with errors, total limit',
      { base: '5', head: '5', budgets: [limit('monthly', '100')], baseErrors: true },
      'pass',
    ],
    [
      'base with errors, increase limit',
      { base: '5', head: '5', budgets: [limit('increase', '100')], baseErrors: true },
      'indeterminate, fails',
    ],
  ])('%s', (_, situation, expected) => {
    expect(verdict(situation)).toBe(expected);
  });
});

describe('limits in force', () => {
  const words = (
    base: readonly Budget[],
    head: readonly Budget[],
    inputs: readonly Budget[] = [],
    adopting = false,
  ) => {
    const { budgets, diagnostics } = budgetsInForce(base, head, inputs, { adopting });
    return {
      budgets: budgets.map(({ measure, max, action }) => `${measure} ${max.toFixed()} ${action}`),
      notes: diagnostics.map(({ code }) => code),
    };
  };

  test('the head cannot loosen, remove or soften a limit', () => {
    const held = { budgets: ['monthly 100 fail'], notes: ['budget-changed'] };
    expect(words([limit('monthly', '100')], [limit('monthly', '200')])).toEqual(held);
    expect(words([limit('monthly', '100')], [])).toEqual(held);
    expect(words([limit('monthly', '100')], [limit('monthly', '100', 'warn')])).toEqual(held);
  });

  test('the head can tighten a limit, and add one', () => {
    expect(words([limit('monthly', '100')], [limit('monthly', '80')])).toEqual({
      budgets: ['monthly 80 fail'],
      notes: [],
    });
    expect(words([], [limit('increase', '5')])).toEqual({ budgets: ['increase 5 fail'], notes: [] });
  });

  test('an input can only tighten', () => {
    const input = (max: string): Budget => ({ ...limit('monthly', max), from: 'input' });
    expect(words([limit('monthly', '100')], [limit('monthly', '100')], [input('50')]).budgets).toEqual([
      'monthly 50 fail',
    ]);
    expect(words([limit('monthly', '100')], [limit('monthly', '100')], [input('900')]).budgets).toEqual([
      'monthly 100 fail',
    ]);
  });

  test('where the base has no manifest, the limits of the head hold', () => {
    expect(words([], [limit('monthly', '100')], [], true)).toEqual({
      budgets: ['monthly 100 fail'],
      notes: ['budget-adopted'],
    });
  });
});
