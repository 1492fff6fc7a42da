import { describe, expect, test } from 'vitest';
import type { Budget, Verdict } from '../../../src/model/budget.ts';
import type { Charge } from '../../../src/model/charge.ts';
import { decimal } from '../../../src/model/decimal.ts';
import type { Report } from '../../../src/model/report.ts';
import { renderComment } from '../../../src/render/comment.ts';
import { read } from './reader.ts';
import { budget, factor, item, price, range, report } from './reports.ts';

const DOLLAR = price('1', 1, 'requests');

function costs(dollars: number | string, owner = 'chat'): Charge {
  return item({ owner, component: 'calls', factors: [factor('requests', dollars)], price: DOLLAR });
}

function open(owner: string): Charge {
  return item({ owner, component: 'calls', price: 'no price is known' });
}

function varies(low: number, expected: number, high: number): Charge {
  return item({
    owner: 'chat',
    component: 'calls',
    factors: [factor('requests', range(low, expected, high))],
    price: DOLLAR,
  });
}

function headline(given: Report): string {
  const [first = ''] = renderComment(given).split('\n');
  return read(first.replace('### ', '')).outside;
}

const cases: readonly (readonly [string, Report])[] = [
  ['Bedrock cost: +$50.00/month (+50%)', report({ base: [costs(100)], head: [costs(150)] })],
  ['Bedrock cost: −$25.00/month (−25%)', report({ base: [costs(100)], head: [costs(75)] })],
  ['Bedrock cost: +<$0.01/month (+<0.1%)', report({ base: [costs(100)], head: [costs('100.001')] })],
  ['Bedrock cost: no change, $100.00/month', report({ base: [costs(100)], head: [costs(100)] })],
  [
    'Bedrock cost: no change in total, $100.00/month',
    report({ base: [costs(60), costs(40, 'b')], head: [costs(40), costs(60, 'b')] }),
  ],
  ['Bedrock cost: $100.00/month, all of it new', report({ head: [costs(100)] })],
  ['Bedrock cost: at least $100.00/month, all of it new', report({ head: [costs(100), open('b')] })],
  ['Bedrock cost: −$100.00/month (−100%), nothing is left', report({ base: [costs(100)] })],
  ['Bedrock cost: nothing that is billed was found', report()],
  ['Bedrock cost: not known, 1 item has no price', report({ head: [open('b')] })],
  [
    'Bedrock cost: not known, 2 items have no price',
    report({ base: [costs(5)], head: [open('b'), open('c')] }),
  ],
  [
    'Bedrock cost: at least +$50.00/month (+50%)',
    report({ base: [costs(100)], head: [costs(150), open('b')] }),
  ],
  [
    'Bedrock cost: −$50.00/month known, 1 item has no price',
    report({ base: [costs(100)], head: [costs(50), open('b')] }),
  ],
  [
    'Bedrock cost: change not known, 1 item has no price',
    report({ base: [costs(100), costs(100, 'b')], head: [costs(100), open('b')] }),
  ],
  [
    'Bedrock cost: −$60.00/month known, 1 item has no price',
    report({ base: [costs(100), costs(100, 'b')], head: [costs(40), open('b')] }),
  ],
  [
    'Bedrock cost: +$20.00/month known, 1 item had no price at base',
    report({ base: [costs(100), open('b')], head: [costs(120), costs(100, 'b')] }),
  ],
  [
    'Bedrock cost: +$50.00/month (+50%)',
    report({ base: [costs(100), open('b')], head: [costs(150), open('b')] }),
  ],
  [
    'Bedrock cost: no change, at least $100.00/month',
    report({ base: [costs(100), open('b')], head: [costs(100), open('b')] }),
  ],
  [
    'Bedrock cost: change not known, 1 item has no price',
    report({ base: [costs(100)], head: [costs(100), open('b')] }),
  ],
  [
    'Bedrock cost: change not known, 1 item had no price at base',
    report({ base: [costs(100), open('b')], head: [costs(100)] }),
  ],
  [
    'Bedrock cost: no change as expected, from −$50.00 to $100.00/month by usage',
    report({ base: [varies(100, 150, 200)], head: [varies(50, 150, 300)] }),
  ],
  [
    '✅ Bedrock cost: +$50.00/month (+50%), within budget',
    report({ base: [costs(100)], head: [costs(150)], budgets: [budget(150)] }),
  ],
  [
    '❌ Bedrock cost: +$50.00/month (+50%), over budget by $25.50',
    report({ base: [costs(100)], head: [costs(150)], budgets: [budget(124.5)] }),
  ],
  [
    '❌ Bedrock cost: +$50.00/month (+50%), over budget by $50.00 and 1 other limit',
    report({
      base: [costs(100)],
      head: [costs(150)],
      budgets: [budget(10, { measure: 'increase', action: 'warn' }), budget(100)],
    }),
  ],
  [
    '⚠️ Bedrock cost: +$50.00/month (+50%), over budget by $50.00 (does not fail the build)',
    report({ base: [costs(100)], head: [costs(150)], budgets: [budget(100, { action: 'warn' })] }),
  ],
  [
    '⚠️ Bedrock cost: +$50.00/month (+50%), increase over its limit by $40.00 (does not fail the build)',
    report({
      base: [costs(100)],
      head: [costs(150)],
      budgets: [budget(10, { measure: 'increase' })],
      verdict: { fails: false },
    }),
  ],
  [
    '❌ Bedrock cost: change not known, 1 item has no price, budget not decidable',
    report({
      base: [costs(100)],
      head: [costs(100), open('b')],
      budgets: [budget(200)],
      verdict: { status: 'indeterminate', fails: true, because: ['one charge has no price'] },
    }),
  ],
  [
    '⚠️ Bedrock cost: +$1.00/month (+1%), not decidable',
    report({
      base: [costs(100)],
      head: [costs(101)],
      verdict: { status: 'indeterminate', because: ['an error'] },
    }),
  ],
];

test.each(cases)('%s', (expected, given) => {
  expect(headline(given)).toBe(expected);
});

test('a limit of one project says so where there are several', () => {
  const charges = ['services/a', 'services/b'].map((project) => ({
    ...costs(100),
    project,
    id: `${project}/x`,
  }));
  const limit = budget(90, { scope: { kind: 'total', project: 'services/a' } });
  const verdict: Partial<Verdict> = {
    status: 'fail',
    fails: true,
    breaches: [{ budget: limit, actual: decimal(100), over: decimal(10) }],
  };
  const several = report({ head: charges, budgets: [limit], verdict });
  expect(headline(several)).toBe(
    '❌ Bedrock cost: $200.00/month, all of it new, \u2423 over budget by $10.00',
  );
  const alone = report({ head: charges.slice(0, 1), budgets: [limit], verdict });
  expect(headline(alone)).toBe('❌ Bedrock cost: $100.00/month, all of it new, over budget by $10.00');
});

describe('the words for a limit', () => {
  const over = (given: Partial<Budget>, actual: number, by: number): string => {
    const limit = budget(10, given);
    const verdict: Partial<Verdict> = {
      status: 'fail',
      fails: true,
      breaches: [{ budget: limit, actual: decimal(actual), over: decimal(by) }],
    };
    return (
      headline(report({ base: [costs(100)], head: [costs(150)], budgets: [limit], verdict })).split(
        ', ',
      )[1] ?? ''
    );
  };

  test.each([
    [{ measure: 'increase_percent' }, 'increase over its limit of 10%'],
    [{ scope: { kind: 'layer', layer: 'operations' } }, 'Operational tail over budget by $4.00'],
    [{ scope: { kind: 'workload', project: '.', workload: 'chat' } }, '\u2423 over budget by $4.00'],
    [
      { scope: { kind: 'workload', project: '.', workload: 'chat' }, measure: 'per_1k_requests' },
      '\u2423 over budget by $4.00 per 1,000 requests',
    ],
  ] as const)('%j', (given, expected) => {
    expect(over(given, 14, 4)).toBe(expected);
  });
});

test('no headline speaks of a change of nothing', () => {
  for (const [, given] of cases) expect(headline(given)).not.toMatch(/[+−]\$0\.00/);
});
