import { describe, expect, test } from 'vitest';
import type { Budget } from '../../../src/model/budget.ts';
import { read, readGood } from './reading.ts';

const HEAD = 'version: 1\nregion: us-east-1\nworkloads:\n  chat: { environment: production }\n';

function words({ scope, measure, max, action, on, message }: Budget): string {
  const what = { total: '', layer: '', workload: '', environment: '', ...scope };
  return [
    scope.kind,
    what.layer,
    what.workload,
    what.environment,
    measure,
    max.toFixed(),
    action,
    on ?? '',
    message ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

describe('limits', () => {
  test('are of a project, its layers, environments and workloads', () => {
    const { budgets } = readGood(
      `${HEAD}budgets:\n  monthly: 100\n  per_1k_requests: 3\n  layers: { operations: 5, features: { increase: 2 } }\n  environments: { production: { monthly: 50, increase_percent: 10 } }\n  workloads: { chat: { per_1k_requests: 6 } }\n`,
    );
    expect(budgets.map(words)).toEqual([
      'total monthly 100 fail',
      'total per_1k_requests 3 fail',
      'layer operations monthly 5 fail',
      'layer features increase 2 fail',
      'environment production monthly 50 fail',
      'environment production increase_percent 10 fail',
      'workload chat per_1k_requests 6 fail',
    ]);
  });

  test('take what they do not say from the group, and that from all', () => {
    const { budgets } = readGood(
      `${HEAD}budgets:\n  action: warn\n  on: high\n  message: Ask us.\n  monthly: 100\n  increase: { max: 5, action: fail, on: low, message: Ask them. }\n  workloads: { chat: { on: expected, monthly: 5, increase: { max: 1, message: Why? } } }\n`,
    );
    expect(budgets.map(words)).toEqual([
      'total monthly 100 warn high Ask us.',
      'total increase 5 fail low Ask them.',
      'workload chat monthly 5 warn expected Ask us.',
      'workload chat increase 1 warn expected Why?',
    ]);
  });

  test('allow a share without a price', () => {
    expect(readGood(`${HEAD}budgets: { unpriced_share: 12.5% }\n`).unpricedShare?.share.toFixed()).toBe(
      '0.125',
    );
  });

  test('that name an environment that no workload names are kept, with a warning', () => {
    const { manifest, diagnostics } = read(
      `${HEAD}budgets: { environments: { producton: { monthly: 50 } } }\n`,
    );
    expect(manifest?.budgets).toHaveLength(1);
    expect(manifest?.budgetsUnreadable).toBeUndefined();
    expect(diagnostics.map(({ code, message, hint }) => `${code}: ${message} | ${hint}`)).toEqual([
      'budget-unmatched: A budget names the environment `producton`, that no workload names; did you mean `production`? | production:',
    ]);
  });

  test.each([
    'monthly: lots',
    'monthly: { max: 5, on: average }',
    'on: average, monthly: 5',
    'monthly: { max: 5, message: [] }',
    'unpriced_share: 120%',
    'environments: [production]',
    'environments: { production: { monthy: 5 } }',
  ])('with a fault are said to be unreadable: %s', (text) => {
    const { manifest, diagnostics } = read(`${HEAD}budgets: { ${text} }\n`);
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(manifest?.budgetsUnreadable).toMatchObject({ line: 5 });
  });
});
