/** A price that changes for several reasons, on a book of which every number is known. */
import { describe, expect, test } from 'vitest';
import { causesOf } from '../../../src/diff/causes.ts';
import { type Charge, charge } from '../../../src/model/charge.ts';
import { decimal } from '../../../src/model/decimal.ts';
import { declaredFactor } from '../../../src/model/factors.ts';
import type { PriceBook, PriceKey } from '../../../src/model/price.ts';
import { exactly } from '../../../src/model/range.ts';

/** US dollars for a token by `subject scope tier`. */
type Rows = Readonly<Record<string, number>>;

function bookOf(rows: Rows): PriceBook {
  return {
    asOf: '2026-10-08',
    edition: 'test',
    price(key) {
      const usd = rows[`${key.subject} ${key.scope} ${key.tier ?? 'standard'}`];
      if (usd === undefined) return { found: false, why: 'no such row' };
      const region = 'us-east-1';
      const price = {
        usd: decimal(usd),
        per: decimal(1),
        unit: 'tokens',
        region,
        asOf: '',
        source: '',
        confidence: 'A',
      } as const;
      return { found: true, price, key };
    },
  };
}

type Bought = Pick<PriceKey, 'subject' | 'scope'> & {
  readonly tier?: PriceKey['tier'];
  readonly tokens?: number;
};

function made(book: PriceBook, { tokens = 1, tier = 'standard', subject, scope }: Bought): Charge {
  return charge({
    project: '.',
    layer: 'inference',
    feature: 'inference',
    owner: { kind: 'workload', name: 'chat' },
    component: 'input tokens',
    unit: 'tokens',
    factors: [declaredFactor('tokens', exactly(tokens))],
    price: book.price({ subject, scope: scope ?? 'global', tier, dimension: 'input', region: 'us-east-1' }),
  });
}

function words(rows: Rows, from: Bought, to: Bought): readonly string[] {
  const book = bookOf(rows);
  return causesOf(made(book, from), made(book, to), book).map(
    ({ kind, from: old, to: now, percent, amount }) =>
      `${kind} ${old} → ${now}${percent === undefined ? '' : ` (${percent.toFixed()}%)`}: ${amount.toFixed()}`,
  );
}

const A = { subject: 'A', scope: 'global' } as const;
const ALL: Rows = {
  'A global standard': 10,
  'A geographic standard': 11,
  'A global batch': 5,
  'A geographic batch': 5.5,
  'B global standard': 30,
  'B geographic standard': 33,
  'B global batch': 15,
  'B geographic batch': 16.5,
};

describe('a price', () => {
  test('changes by one part, with its effect in percent', () => {
    expect(words(ALL, A, { ...A, scope: 'geographic' })).toEqual(['profile global → geographic (10%): 1']);
    expect(words(ALL, A, { ...A, tier: 'batch' })).toEqual(['tier standard → batch (-50%): -5']);
    expect(words(ALL, A, { ...A, subject: 'B' })).toEqual(['model A → B (200%): 20']);
  });

  test('is split between model, profile and tier, whichever comes first', () => {
    // 10 to 16.5, 6.5 more. Model first, then with the profile, with the tier, last: 20/3 + 22/6 + 10/6 + 11/3.
    expect(words(ALL, A, { subject: 'B', scope: 'geographic', tier: 'batch' })).toEqual([
      'model A → B (200%): 15.666666666666666666666666',
      'profile global → geographic (10%): 1.416666666666666666666667',
      'tier standard → batch (-50%): -10.583333333333333333333333',
    ]);
  });

  test('leaves out orders whose prices do not exist', () => {
    // B is sold in the geographic profile only: first the profile of A, then the model.
    const { 'B global standard': _none, ...rows } = ALL;
    expect(words(rows, A, { subject: 'B', scope: 'geographic' })).toEqual([
      'model A → B: 22',
      'profile global → geographic: 1',
    ]);
  });

  test('is one cause where no order has its prices, and of more parts only for those', () => {
    const rows = { 'A global standard': 10, 'B geographic standard': 33 };
    expect(words(rows, A, { subject: 'B', scope: 'geographic' })).toEqual([
      'model and profile A, global → B, geographic (230%): 23',
    ]);
    const tiers = { ...rows, 'A global batch': 5, 'B geographic batch': 16.5 };
    expect(words(tiers, A, { subject: 'B', scope: 'geographic', tier: 'batch' })).toEqual([
      'model and profile A, global → B, geographic (230%): 17.25',
      'tier standard → batch (-50%): -10.75',
    ]);
  });

  test('shares with the quantity what belongs to both', () => {
    // 10 to 33 at one order: profile of A, then model. With the tokens 1 to 3 there are three orders.
    const { 'B global standard': _none, ...rows } = ALL;
    const causes = words(rows, { ...A, tokens: 1 }, { subject: 'B', scope: 'geographic', tokens: 3 });
    // tokens first: 20, 3, 66; tokens in the middle: 1, 22, 66 …: by hand (20 + 22 + 66) / 3 and so on.
    expect(causes).toEqual([
      'tokens 1 → 3: 36',
      `model A → B: ${decimal(22 + 66 + 66)
        .div(3)
        .toDecimalPlaces(24)
        .toFixed()}`,
      `profile global → geographic: ${decimal(1 + 1 + 3)
        .div(3)
        .toDecimalPlaces(24)
        .toFixed()}`,
    ]);
  });

  test('is one cause where the book answers otherwise than the estimate', () => {
    const book = bookOf(ALL);
    const other = bookOf({ ...ALL, 'A global standard': 7 });
    const causes = causesOf(made(other, A), made(book, { subject: 'B', scope: 'geographic' }), book);
    expect(causes.map(({ kind, amount }) => `${kind} ${amount.toFixed()}`)).toEqual(['price 26']);
  });

  test('has causes that cancel each other out', () => {
    const rows = { ...ALL, 'B global batch': 10 };
    expect(words(rows, A, { subject: 'B', scope: 'global', tier: 'batch' })).toEqual([
      'model A → B: 12.5',
      'tier standard → batch: -12.5',
    ]);
  });
});
