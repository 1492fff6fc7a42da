import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causesOf } from '../../../src/diff/causes.ts';
import { type Charge, charge } from '../../../src/model/charge.ts';
import { decimal, ZERO } from '../../../src/model/decimal.ts';
import { declaredFactor } from '../../../src/model/factors.ts';
import { exactly } from '../../../src/model/range.ts';

function made(factors: Readonly<Record<string, number | string>>, usd: string, item = 'Model A'): Charge {
  return charge({
    project: '.',
    layer: 'inference',
    feature: 'inference',
    owner: { kind: 'workload', name: 'chat' },
    component: 'input tokens',
    item,
    unit: 'tokens',
    factors: Object.entries(factors).map(([name, value]) => declaredFactor(name, exactly(value))),
    price: {
      found: true,
      price: {
        usd: decimal(usd),
        per: decimal(1_000_000),
        unit: 'tokens',
        region: 'us-east-1',
        asOf: '2026-10-08',
        source: 'test',
        confidence: 'A',
      },
    },
  });
}

function words(base: Charge | undefined, head: Charge | undefined): readonly string[] {
  return causesOf(base, head).map(
    ({ kind, from, to, amount }) => `${kind} ${from} ${to} ${amount.toFixed()}`,
  );
}

describe('causes', () => {
  test('one changed factor has the whole delta', () => {
    const base = made({ requests: 150_000, calls: 5, tokens: 3000 }, '3');
    const head = made({ requests: 150_000, calls: 6, tokens: 3000 }, '3');
    expect(words(base, head)).toEqual(['calls 5 6 1350']);
  });

  test('two changed factors share what belongs to both of them', () => {
    // 10 x 10 to 20 x 30: 500 more. First alone: 100 or 300, mean 200. Second alone: 200 or 400, mean 300.
    expect(words(made({ a: 10, b: 10 }, '1000000'), made({ a: 20, b: 30 }, '1000000'))).toEqual([
      'a 10 20 200',
      'b 10 30 300',
    ]);
  });

  test('another model is one cause, named by both', () => {
    expect(words(made({ tokens: 1_000_000 }, '3', 'A'), made({ tokens: 1_000_000 }, '5', 'B'))).toEqual([
      'model A B 2',
    ]);
  });

  test('a factor that only one side has counts as one on the other', () => {
    expect(words(made({ tokens: 1_000_000 }, '1'), made({ tokens: 1_000_000, share: '0.4' }, '1'))).toEqual([
      'share 1 0.4 -0.6',
    ]);
  });

  test('a quantity that is counted in another way is one cause', () => {
    expect(words(made({ a: 2, b: 3_000_000 }, '1'), made({ a: 2, c: 1000, d: 4000 }, '1'))).toEqual([
      'c and d 3000000 4000000 2',
    ]);
  });

  test('from and to zero', () => {
    expect(words(made({ a: 0, b: 5 }, '1000000'), made({ a: 3, b: 5 }, '1000000'))).toEqual(['a 0 3 15']);
    expect(words(made({ a: 0, b: 0 }, '1000000'), made({ a: 3, b: 4 }, '1000000'))).toEqual([
      'a 0 3 6',
      'b 0 4 6',
    ]);
  });

  test('added, removed, unchanged', () => {
    const one = made({ a: 2 }, '1000000');
    expect(words(undefined, one)).toEqual(['added undefined undefined 2']);
    expect(words(one, undefined)).toEqual(['removed undefined undefined -2']);
    expect(words(one, one)).toEqual([]);
  });

  const factor = fc.oneof(
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.constantFrom('0.333', '0.0000001', '1.25'),
  );
  const factors = fc.record({ a: factor, b: factor, c: factor, d: factor, e: factor });
  const price = fc.constantFrom('0.06', '3.30', '0.0000166667', '75');

  test('they add up to the delta to the last digit, whatever changed', () => {
    fc.assert(
      fc.property(factors, price, factors, price, (before, from, after, to) => {
        const base = made(before, from);
        const head = made(after, to);
        if (base.cost.kind !== 'priced' || head.cost.kind !== 'priced')
          throw new Error('priced by construction');
        const delta = head.cost.amount.expected.minus(base.cost.amount.expected);
        const sum = causesOf(base, head).reduce((total, { amount }) => total.plus(amount), ZERO);
        expect(sum.toFixed()).toBe(delta.toFixed());
      }),
    );
  });

  test('they do not depend on the order of the factors', () => {
    fc.assert(
      fc.property(factors, factors, (before, after) => {
        const reversed = (record: Readonly<Record<string, number | string>>) =>
          Object.fromEntries(Object.entries(record).reverse());
        const one = words(made(before, '3'), made(after, '4'));
        const other = words(made(reversed(before), '3'), made(reversed(after), '4'));
        expect(rounded(other).sort()).toEqual(rounded(one).sort());
      }),
    );
  });
});

/** What the division leaves goes to the largest cause, which of two equal ones may be either. */
function rounded(causes: readonly string[]): string[] {
  return causes.map((cause) => {
    const [kind = '', from = '', to = '', amount = '0'] = cause.split(' ');
    return [kind, from, to, decimal(amount).toDecimalPlaces(20).toFixed()].join(' ');
  });
}
