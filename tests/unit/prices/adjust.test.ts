import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/model/decimal.ts';
import type { PriceKey } from '../../../src/model/price.ts';
import { unknown } from '../../../src/model/value.ts';
import { adjustmentProblems, adjustPriceBook, type PriceAdjustments } from '../../../src/prices/adjust.ts';
import { loadPriceBook } from '../../../src/prices/book.ts';
import { loadModelCatalogue } from '../../../src/prices/catalogue.ts';

const book = await loadPriceBook();
const models = await loadModelCatalogue();

const HAIKU = {
  subject: 'anthropic.claude-haiku-4-5',
  dimension: 'input',
  region: 'us-east-1',
  scope: 'global',
} satisfies PriceKey;
const LITE = { subject: 'amazon.nova-lite', dimension: 'input', region: 'us-east-1' } satisfies PriceKey;
const GUARDRAIL = {
  subject: 'guardrails',
  dimension: 'content-filter',
  region: 'us-east-1',
} satisfies PriceKey;

function share(text: string): Decimal {
  return new Decimal(text);
}

function priceOf(adjustments: PriceAdjustments, key: PriceKey) {
  const answer = adjustPriceBook(book, adjustments).price(key);
  if (!answer.found) throw new Error(answer.why);
  return { usd: answer.price.usd.toFixed(), adjusted: answer.price.adjusted, source: answer.price.source };
}

describe('discounts', () => {
  const adjustments: PriceAdjustments = {
    discount: share('0.08'),
    providers: new Map([['Anthropic', share('0.1')]]),
    models: new Map([['anthropic.claude-sonnet-4-6', share('0.2')]]),
  };

  it('takes the general discount off everything that nothing more particular names', () => {
    expect(priceOf(adjustments, LITE)).toMatchObject({ usd: '0.0552', adjusted: '8% discount' });
    expect(priceOf(adjustments, GUARDRAIL)).toMatchObject({ usd: '0.138', adjusted: '8% discount' });
  });

  it('takes the discount of the provider in its place', () => {
    expect(priceOf(adjustments, HAIKU)).toMatchObject({ usd: '0.9', adjusted: '10% discount' });
  });

  it('takes the discount of the model in place of both', () => {
    const key = { ...HAIKU, subject: 'anthropic.claude-sonnet-4-6' };
    expect(priceOf(adjustments, key)).toMatchObject({ usd: '2.4', adjusted: '20% discount' });
  });

  it.each([
    'anthropic.claude-haiku-4-5-20251001-v1:0',
    'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    'anthropic.claude-haiku-4-5',
  ])('knows a model by %s', (name) => {
    expect(priceOf({ models: new Map([[name, share('0.5')]]) }, HAIKU).usd).toBe('0.5');
  });

  it('knows a model that only the catalogue can name', () => {
    const adjusted = adjustPriceBook(
      book,
      { models: new Map([['anthropic.claude-3-5-sonnet-20241022-v2:0', share('0.5')]]) },
      models,
    );
    const answer = adjusted.price({
      subject: 'anthropic.claude-3-5-sonnet-v2',
      dimension: 'input',
      region: 'us-east-1',
    });
    expect(answer.found && answer.price.usd.toFixed()).toBe('3');
  });

  it('marks nothing where the discount is none', () => {
    expect(priceOf({ discount: share('0') }, HAIKU)).toMatchObject({ usd: '1', adjusted: undefined });
  });

  it('leaves an unpriced key unpriced', () => {
    const answer = adjustPriceBook(book, { discount: share('0.5') }).price({ ...HAIKU, tier: 'flex' });
    expect(answer).toEqual(book.price({ ...HAIKU, tier: 'flex' }));
  });

  it('multiplies exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (parts) => {
        const discount = new Decimal(parts).div(10_000);
        const expected = new Decimal(1).minus(discount).toFixed();
        expect(priceOf({ discount }, HAIKU).usd).toBe(expected);
      }),
    );
  });
});

describe('agreed prices', () => {
  const agreed = {
    dimension: 'input',
    usd: share('0.7'),
    per: share('1000000'),
    source: 'private agreement',
  } as const;

  it('hold without any discount, and say so', () => {
    const adjustments = {
      discount: share('0.5'),
      exact: [{ ...agreed, subject: 'anthropic.claude-haiku-4-5' }],
    };
    expect(priceOf(adjustments, HAIKU)).toEqual({
      usd: '0.7',
      adjusted: 'own price',
      source: 'private agreement',
    });
    expect(priceOf(adjustments, { ...HAIKU, dimension: 'output' }).usd).toBe('2.5');
  });

  it('hold for the standard tier unless they name another', () => {
    const exact = [{ ...agreed, subject: HAIKU.subject }];
    expect(priceOf({ exact }, { ...HAIKU, tier: 'batch' }).usd).toBe('0.5');
  });

  it('answer where the book has no price, even in a region that is not known', () => {
    const exact = [{ ...agreed, subject: 'kendra', dimension: 'genai-index-hour', per: share('1') }];
    const region = unknown('var.region has no default');
    const answer = adjustPriceBook(book, { exact }).price({
      subject: 'kendra',
      dimension: 'genai-index-hour',
      region,
    });
    expect(answer).toMatchObject({
      found: true,
      price: { region: 'every region', unit: 'units', adjusted: 'own price' },
    });
  });

  it('do not answer for another region than they name', () => {
    const exact = [{ ...agreed, subject: HAIKU.subject, region: 'eu-west-1' }];
    expect(priceOf({ exact }, HAIKU).usd).toBe('1');
    expect(priceOf({ exact }, { ...HAIKU, region: 'eu-west-1' }).usd).toBe('0.7');
  });

  it('hold in the order of how much they name, then the last', () => {
    const exact = [
      { ...agreed, subject: HAIKU.subject, region: 'us-east-1', usd: share('1.5') },
      { ...agreed, subject: HAIKU.subject, usd: share('2.5') },
      { ...agreed, subject: HAIKU.subject, usd: share('3.5') },
    ];
    expect(priceOf({ exact }, HAIKU).usd).toBe('1.5');
    expect(priceOf({ exact }, { ...HAIKU, region: 'eu-west-1' }).usd).toBe('3.5');
  });
});

describe('names that touch nothing', () => {
  it('are found, with the nearest models', () => {
    const exact = [
      {
        subject: 'anthropic.claude-haiku-45',
        dimension: 'input',
        usd: share('1'),
        per: share('1'),
        source: 's',
      },
    ];
    const problems = adjustmentProblems({ models: new Map([['guardrails', share('0.1')]]), exact }, models);
    expect(problems.map(({ name }) => name)).toEqual(['guardrails', 'anthropic.claude-haiku-45']);
    expect(problems[1]?.nearest).toContain('anthropic.claude-haiku-4-5-20251001-v1:0');
  });

  it('are none where all is well', () => {
    const exact = [
      { subject: 'guardrails', dimension: 'content-filter', usd: share('1'), per: share('1'), source: 's' },
    ];
    expect(
      adjustmentProblems({ models: new Map([['amazon.nova-lite-v1:0', share('0.1')]]), exact }, models),
    ).toEqual([]);
  });
});
