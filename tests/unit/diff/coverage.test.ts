/** Which share of a cost rests on which kind of figure. */
import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../../src/diff/coverage.ts';
import { type Charge, charge } from '../../../src/model/charge.ts';
import { decimal } from '../../../src/model/decimal.ts';
import { factorFrom } from '../../../src/model/factors.ts';
import type { Price } from '../../../src/model/price.ts';
import type { Origin } from '../../../src/model/quantity.ts';

function made(amount: number, origins: readonly Origin[], more: Partial<Price> = {}): Charge {
  const price = {
    subject: 's',
    dimension: 'd',
    region: 'us-east-1',
    usd: decimal(1),
    per: decimal(1),
    asOf: '2026-10-08',
    source: 's',
    ...more,
  } as Price;
  return charge({
    project: '.',
    layer: 'inference',
    feature: 'inference',
    owner: { kind: 'workload', name: 'w' },
    component: 'c',
    unit: 'units',
    factors: [
      factorFrom('convention', 'hours', 1),
      ...origins.map((origin, index) => factorFrom(origin, `f${index}`, index === 0 ? amount : 1)),
    ],
    price: { found: true, price },
  });
}

function shares(...charges: readonly Charge[]) {
  const { origins, assumed, declared } = coverageOf(charges);
  const known = Object.entries(origins).filter(([, share]) => !share.isZero());
  expect(assumed.plus(declared).toNumber()).toBe(charges.length === 0 ? 0 : 1);
  return Object.fromEntries(known.map(([origin, share]) => [origin, share.toNumber()]));
}

describe('coverage', () => {
  test('a charge is as weak as its weakest figure', () => {
    expect(shares(made(78, ['measured']), made(20, ['declared']), made(2, ['measured', 'assumed']))).toEqual({
      measured: 0.78,
      declared: 0.2,
      assumed: 0.02,
    });
  });

  test('facts of code are stronger than use, and a factor of one says nothing', () => {
    expect(shares(made(6, ['iac']), made(2, ['measured', 'iac', 'declared']))).toEqual({
      iac: 0.75,
      measured: 0.25,
    });
  });

  test('one of something by the hour rests on whoever says that it is one', () => {
    const hourly = charge({
      project: '.',
      layer: 'features',
      feature: 'opensearch-serverless',
      owner: { kind: 'workload', name: 'w' },
      component: 'capacity floor',
      unit: 'OCU-hours',
      factors: [factorFrom('iac', 'OCUs', 1), factorFrom('convention', 'hours', 730)],
      price: { found: true, price: { ...made(1, []).price } as Price },
    });
    expect(shares(hourly)).toEqual({ iac: 1 });
  });

  test('a price of another region is assumed', () => {
    expect(shares(made(5, ['measured'], { assumedFrom: 'us-east-1' }))).toEqual({ assumed: 1 });
  });

  test('nothing priced has no shares', () => {
    expect(shares()).toEqual({});
  });
});
