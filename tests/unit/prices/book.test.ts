import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceKey } from '../../../src/model/price.ts';
import { unknown } from '../../../src/model/value.ts';
import { loadBookFile, loadPriceBook, priceBookOf } from '../../../src/prices/book.ts';
import { type BookFile, type PriceRow, rowKey } from '../../../src/prices/book-file.ts';
import { bookProblems } from '../../../src/prices/book-schema.ts';
import { mergeLayers, packBook, unpackBook, writeBook } from '../../../src/prices/pack.ts';

const file = await loadBookFile();
const book = await loadPriceBook();
const rows = [...unpackBook(file)];

function keyOf(row: PriceRow): PriceKey {
  const { scope, ...rest } = row;
  return scope === '' ? rest : { ...rest, scope };
}

describe('the stored book', () => {
  it('is sound', () => {
    expect(bookProblems(file)).toEqual([]);
  });

  it('is written as the packer writes it', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../src/prices/data/book.json'), 'utf8');
    expect(writeBook(file)).toBe(text);
  });

  it('is small enough for a bundle', () => {
    expect(writeBook(file).length).toBeLessThan(400_000);
  });

  it('has rows of every model and feature that it names', () => {
    const named = Object.entries(file.subjects).filter(
      ([, entry]) => entry.rows.length === 0 && entry.unsettled === undefined,
    );
    expect(named).toEqual([]);
  });
});

describe('looking a price up', () => {
  it('finds every price of the book under its key, with its source', () => {
    for (const row of rows) {
      const answer = book.price(keyOf(row));
      if (!answer.found) throw new Error(`${rowKey(row)}: ${answer.why}`);
      const { usd, per, unit, region, asOf, source, confidence } = answer.price;
      expect([usd.toFixed(), per.toFixed(), unit, region, source, asOf, confidence]).toEqual([
        row.usd,
        row.per,
        row.unit,
        row.region,
        ...row.source,
      ]);
      expect(answer.price).not.toHaveProperty('assumedFrom');
    }
  });

  it('never finds a price under a key that the book does not have, save assumed ones of features', () => {
    const keys = new Set(rows.map(rowKey));
    const one = <Name extends keyof PriceRow>(name: Name) =>
      fc.constantFrom(...new Set(rows.map((row) => row[name])));
    const asked = fc.record({
      subject: one('subject'),
      dimension: one('dimension'),
      region: one('region'),
      scope: one('scope'),
      tier: one('tier'),
      context: one('context'),
    });
    fc.assert(
      fc.property(asked, (key) => {
        const { scope, ...rest } = key;
        const answer = book.price(scope === '' ? rest : { ...rest, scope });
        if (!answer.found || answer.price.assumedFrom !== undefined) return;
        const isFeature = file.subjects[key.subject]?.kind === 'feature';
        const line = `${isFeature ? '' : scope === '' ? 'in-region' : scope}/${key.tier}/${key.context}`;
        expect(keys.has([key.subject, key.dimension, line, key.region].join(' '))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'finds nothing under the name "%s"',
    (name) => {
      for (const key of [
        { subject: name, dimension: 'input', region: 'us-east-1' },
        { subject: 'guardrails', dimension: name, region: 'us-east-1' },
        { subject: 'guardrails', dimension: 'content-filter', region: name },
        { subject: 'kendra', dimension: name, region: 'us-east-1' },
      ]) {
        const answer = book.price(key);
        expect(answer.found).toBe(false);
        expect(!answer.found && answer.why.length).toBeGreaterThan(0);
      }
    },
  );

  it("takes a feature's price from us-east-1 where none is known, and says so", () => {
    const answer = book.price({ subject: 'guardrails', dimension: 'content-filter', region: 'eu-west-3' });
    expect(answer).toMatchObject({ found: true, price: { region: 'eu-west-3', assumedFrom: 'us-east-1' } });
  });

  it('assumes nothing of a model', () => {
    const answer = book.price({
      subject: 'amazon.nova-canvas',
      dimension: 'model-unit-hour-1-month',
      region: 'eu-west-1',
    });
    expect(answer.found).toBe(false);
  });

  it('prefers a known price to an assumed one', () => {
    const london = book.price({ subject: 'cloudwatch-logs', dimension: 'ingestion', region: 'eu-west-2' });
    expect(london.found && [london.price.usd.toFixed(), london.price.assumedFrom]).toEqual([
      '0.5985',
      undefined,
    ]);
  });

  it('assumes the price outside the United States from a region outside it, where the two differ', () => {
    const key = { subject: 'custom-model-import', dimension: 'custom-model-unit-minute' };
    const tokyo = book.price({ ...key, region: 'ap-northeast-1' });
    expect(tokyo.found && [tokyo.price.usd.toFixed(), tokyo.price.assumedFrom]).toEqual([
      '0.07144',
      'eu-central-1',
    ]);
    const california = book.price({ ...key, region: 'us-west-1' });
    expect(california.found && [california.price.usd.toFixed(), california.price.assumedFrom]).toEqual([
      '0.05718',
      'us-east-1',
    ]);
  });
});

describe('a price that is not found', () => {
  const haiku = {
    subject: 'anthropic.claude-haiku-4-5',
    dimension: 'input',
    region: 'us-east-1',
    scope: 'global',
  } as const;

  it.each<[string, PriceKey, string, string | undefined]>([
    [
      'unknown region',
      { ...haiku, region: unknown('var.region has no default') },
      'the region is not known: var.region has no default',
      'region: us-east-1',
    ],
    [
      'unknown subject',
      { ...haiku, subject: 'nothing' },
      'the price book has no prices for nothing',
      undefined,
    ],
    [
      'unknown dimension',
      { subject: 'kms', dimension: 'keys', region: 'us-east-1' },
      'the price book has no price for "keys" of kms, only for key and request',
      undefined,
    ],
    [
      'tier',
      { ...haiku, tier: 'flex' },
      'anthropic.claude-haiku-4-5 has no price for input in the flex tier in us-east-1; there it is sold in the tiers standard and batch',
      'tier: standard',
    ],
    [
      'reserved tier',
      { ...haiku, tier: 'reserved' },
      'reserved capacity of anthropic.claude-haiku-4-5 is sold by the term, with the dimensions input-1-month and input-3-months',
      undefined,
    ],
    [
      'context',
      { ...haiku, context: 'long' },
      'anthropic.claude-haiku-4-5 has no long-context price for input in us-east-1',
      undefined,
    ],
    [
      'scope',
      { ...haiku, subject: 'anthropic.claude-sonnet-4-5', scope: 'in-region' },
      'anthropic.claude-sonnet-4-5 is not sold in the region itself in us-east-1; there it is sold through a geographic profile and through the global profile',
      'model: us.anthropic.claude-sonnet-4-5',
    ],
    [
      'scope of a model without profiles',
      { subject: 'amazon.titan-embed-text-v2', dimension: 'input', region: 'us-east-1', scope: 'global' },
      'amazon.titan-embed-text-v2 is not sold through the global profile in us-east-1; there it is sold in the region itself',
      'model: amazon.titan-embed-text-v2',
    ],
    [
      'region',
      { ...haiku, subject: 'anthropic.claude-opus-5-5', region: 'us-east-2' },
      'anthropic.claude-opus-5-5 has no price for input in us-east-2 through the global profile; it has one in us-east-1, us-west-2, ap-northeast-1, ap-southeast-2, eu-central-1 and eu-west-1',
      'region: us-east-1',
    ],
    [
      'many regions',
      { ...haiku, region: 'us-gov-west-1' },
      'anthropic.claude-haiku-4-5 has no price for input in us-gov-west-1 through the global profile; it has one in us-east-1, us-east-2, us-west-1, us-west-2, af-south-1, ap-east-2, ap-northeast-1, ap-northeast-2 and 25 more regions',
      'region: us-east-1',
    ],
    [
      'a feature in GovCloud',
      { subject: 'guardrails', dimension: 'content-filter', region: 'us-gov-west-1' },
      'the price of content-filter of guardrails is not known in us-gov-west-1, where prices differ from the commercial regions; it is known in us-east-1',
      'region: us-east-1',
    ],
    [
      'a feature in a region that does not exist',
      { subject: 'guardrails', dimension: 'content-filter', region: 'us-east-9' },
      'us-east-9 is not a region that the price book knows, so no price of content-filter of guardrails can be assumed for it; it is known in us-east-1',
      'region: us-east-1',
    ],
    [
      'what no source settles',
      { subject: 'neptune-analytics', dimension: 'm-ncu-hour', region: 'us-east-1' },
      'the price of a Neptune Analytics m-NCU-hour is not settled: two sources give about 0.03 and 0.1098 USD',
      undefined,
    ],
  ])('says why: %s', (_, key, why, hint) => {
    expect(book.price(key)).toEqual({ found: false, why, ...(hint === undefined ? {} : { hint }) });
  });

  it('hints at an id that the catalogue reads', async () => {
    const { loadModelCatalogue } = await import('../../../src/prices/catalogue.ts');
    const models = await loadModelCatalogue();
    for (const subject of Object.keys(file.subjects).filter((name) => name.includes('.'))) {
      for (const scope of ['in-region', 'geographic', 'global'] as const) {
        const answer = book.price({ subject, dimension: 'input', region: 'us-east-1', scope });
        if (answer.found || !answer.hint?.startsWith('model: ')) continue;
        const hinted = models.resolve(answer.hint.slice('model: '.length));
        expect(hinted).toMatchObject({ kind: 'model', model: { key: subject } });
      }
    }
  });
});

describe('packing', () => {
  const text = fc.constantFrom('a.b', 'c', 'd-e');
  const row: fc.Arbitrary<PriceRow> = fc.record({
    subject: text,
    kind: fc.constant('model' as const),
    dimension: fc.constantFrom('input', 'output', 'cache-read'),
    region: fc.constantFrom('us-east-1', 'eu-west-1', 'ap-south-1'),
    scope: fc.constantFrom('in-region' as const, 'global' as const),
    tier: fc.constantFrom('standard' as const, 'batch' as const),
    context: fc.constantFrom('normal' as const, 'long' as const),
    usd: fc.constantFrom('1', '0.5', '0.000001'),
    per: fc.constant('1000000'),
    unit: fc.constant('tokens'),
    source: fc.constantFrom(['one', '2026-01-01', 'A'] as const, ['two', '2026-02-02', 'B'] as const),
  });
  const distinct = fc.uniqueArray(row, { selector: rowKey, minLength: 1, maxLength: 40 });

  it('keeps every row, whatever the order', () => {
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.nat()), (list, numbers) => {
        const shuffled = list
          .map((item) => ({ item, at: numbers.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
        const packed: BookFile = { ...packBook({ rows: list, inputs: [] }), edition: '2026-01-01.00000000' };
        expect(packBook({ rows: shuffled, inputs: [] })).toEqual(packBook({ rows: list, inputs: [] }));
        const sorted = (all: readonly PriceRow[]) =>
          [...all].sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1));
        expect(sorted([...unpackBook(JSON.parse(writeBook(packed)) as BookFile)])).toEqual(sorted(list));
        expect(bookProblems(packed)).toEqual([]);
        const answers = list.map((each) => priceBookOf(packed).price(keyOf(each)));
        expect(answers.every((answer) => answer.found)).toBe(true);
      }),
    );
  });

  it('lets the first layer win, and no row within a layer', () => {
    const [one] = rows;
    if (one === undefined) throw new Error('no rows');
    const other = { ...one, usd: '123' };
    expect(mergeLayers([[one], [other]])).toEqual({ rows: [one], conflicts: [] });
    expect(mergeLayers([[one, one]])).toEqual({ rows: [one], conflicts: [] });
    expect(mergeLayers([[one, other]]).conflicts).toEqual([{ key: rowKey(one), prices: [one.usd, '123'] }]);
  });

  it('refuses two units for one dimension of a subject', () => {
    const [one] = rows;
    if (one === undefined) throw new Error('no rows');
    expect(() =>
      packBook({ rows: [one, { ...one, region: 'mx-central-1', unit: 'pages' }], inputs: [] }),
    ).toThrow('two different units');
  });
});

describe('the check of a stored book', () => {
  it.each<[string, (book: Record<string, unknown>) => void, string]>([
    ['a date', (book) => Object.assign(book, { asOf: 'today' }), 'asOf'],
    ['an unknown key', (book) => Object.assign(book, { more: 1 }), 'more'],
    [
      'a price',
      (book) =>
        Object.assign(book, {
          subjects: {
            a: { kind: 'feature', columns: [['b', 0]], rows: [['/standard/normal', 0, 0, '1e3']] },
          },
        }),
      'subjects.a.rows',
    ],
    [
      'an index',
      (book) =>
        Object.assign(book, {
          subjects: {
            a: { kind: 'feature', columns: [['b', 0]], rows: [['/standard/normal', 9999, 0, '1']] },
          },
        }),
      'unknown source',
    ],
    [
      'a scope of a feature',
      (book) =>
        Object.assign(book, {
          subjects: {
            a: { kind: 'feature', columns: [['b', 0]], rows: [['global/standard/normal', 0, 0, '1']] },
          },
        }),
      'does not fit',
    ],
    [
      'one key twice',
      (book) =>
        Object.assign(book, {
          subjects: {
            a: {
              kind: 'feature',
              columns: [['b', 1]],
              rows: [
                ['/standard/normal', 0, 0, '1'],
                ['/standard/normal', 0, 0, '2'],
              ],
            },
          },
        }),
      'two prices for one key',
    ],
    [
      'tokens at zero',
      (book) =>
        Object.assign(book, {
          units: [['1000000', 'tokens']],
          subjects: { a: { kind: 'feature', columns: [['b', 0]], rows: [['/standard/normal', 0, 0, '0']] } },
        }),
      'tokens at zero',
    ],
  ])('finds %s that is wrong', (_, change, what) => {
    const wrong = structuredClone(file) as unknown as Record<string, unknown>;
    change(wrong);
    expect(bookProblems(wrong).join('\n')).toContain(what);
  });
});
