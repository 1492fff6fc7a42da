import { describe, expect, it } from 'vitest';
import { loadBookFile } from '../../../src/prices/book.ts';
import type { BookFile, PriceRow } from '../../../src/prices/book-file.ts';
import { loadCatalogueFile } from '../../../src/prices/catalogue.ts';
import { checkAgainst, type GenaiModel, ratioWarnings, renderCheck } from '../../../src/prices/check.ts';
import { packBook } from '../../../src/prices/pack.ts';

const book = await loadBookFile();
const catalogue = await loadCatalogueFile();

describe('the comparison with an independent table', () => {
  const alike: readonly GenaiModel[] = [
    { id: 'global.anthropic.claude-haiku-4-5-20251001-v1:0', prices: { input_mtok: 1, output_mtok: 5 } },
    {
      id: 'regional.anthropic.claude-haiku-4-5-20251001-v1:0',
      prices: { input_mtok: 1.1, output_mtok: 5.5 },
    },
    { id: 'amazon.nova-lite-v1:0', prices: { input_mtok: 0.06, output_mtok: 0.24 } },
    { id: 'writer.palmyra-x5-v1:0', prices: { input_mtok: 0.6, output_mtok: 6 } },
    { id: 'global.openai.gpt-5.6-luna', prices: { input_mtok: { base: 0.2 }, output_mtok: { base: 1.2 } } },
    {
      id: 'global.openai.gpt-5.6-sol',
      prices: [
        { prices: { input_mtok: { base: 5 } } },
        { constraint: { start_date: '2026-08-21' }, prices: { input_mtok: { base: 4 } } },
        { constraint: { start_date: '2027-01-01' }, prices: { input_mtok: { base: 3 } } },
      ],
    },
  ];

  it('finds no difference where there is none, by scope, base price and date', () => {
    expect(checkAgainst(alike, book, catalogue, [])).toEqual({ compared: 11, differences: [], stale: [] });
  });

  it('takes a thousandth for rounding, and no more', () => {
    const model = (input: number): GenaiModel => ({
      id: 'amazon.nova-pro-v1:0',
      prices: { input_mtok: input },
    });
    expect(checkAgainst([model(0.8007)], book, catalogue, []).differences).toEqual([]);
    expect(checkAgainst([model(0.802)], book, catalogue, []).differences).toHaveLength(1);
  });

  it('explains differences by the reviewed list, and finds entries that explain nothing', () => {
    const models: readonly GenaiModel[] = [
      { id: 'regional.anthropic.claude-3-5-sonnet-20240620-v1:0', prices: { input_mtok: 3 } },
      { id: 'amazon.nova-lite-v1:0', prices: { input_mtok: 7 } },
      { id: 'someone.else', prices: { input_mtok: 1 } },
    ];
    const result = checkAgainst(models, book, catalogue);
    expect(result.differences).toMatchObject([
      { ours: '6', theirs: '3', accepted: expect.stringContaining('extended access') },
      { ours: '0.06', theirs: '7' },
      { ours: undefined, theirs: '1' },
    ]);
    expect(result.stale.map(({ id }) => id)).toEqual(['regional.anthropic.claude-3-5-sonnet-20241022-v2:0']);
    const text = renderCheck(result, []);
    expect(text).toContain('3 prices compared, 0 alike, 2 different, 1 different for a known reason');
    expect(text).toContain('! someone.else input: no price here, 1 there');
  });
});

describe('ratios', () => {
  function bookOf(...rows: readonly Partial<PriceRow>[]): BookFile {
    const shared = {
      subject: 'a.b',
      kind: 'model',
      dimension: 'input',
      region: 'us-east-1',
      scope: 'geographic',
    } as const;
    const unit = { tier: 'standard', context: 'normal', per: '1000000', unit: 'tokens' } as const;
    const source = ['s', '2026-01-01', 'A'] as const;
    const full = rows.map((row): PriceRow => ({ ...shared, ...unit, usd: '1', source, ...row }));
    return { ...packBook({ rows: full, inputs: [] }), edition: '2026-01-01.00000000' };
  }

  it.each<[string, Partial<PriceRow>, Partial<PriceRow>, string | undefined]>([
    ['10 % more through a geographic profile', { usd: '1.1' }, { scope: 'global', usd: '1' }, undefined],
    ['the same through a geographic profile', { usd: '1' }, { scope: 'global', usd: '1' }, undefined],
    [
      'a fifth more through a geographic profile',
      { usd: '1.2' },
      { scope: 'global', usd: '1' },
      'geographic to global',
    ],
    ['half for flex', { tier: 'flex', usd: '0.5' }, { usd: '1' }, undefined],
    ['a third for flex', { tier: 'flex', usd: '0.33' }, { usd: '1' }, 'flex to standard'],
    ['1.75 times for priority', { tier: 'priority', usd: '1.75' }, { usd: '1' }, undefined],
    ['twice for priority', { tier: 'priority', usd: '2' }, { usd: '1' }, 'priority to standard'],
    ['half for batch, rounded to a cent', { tier: 'batch', usd: '0.05' }, { usd: '0.09' }, undefined],
    ['three quarters for batch', { tier: 'batch', usd: '0.75' }, { usd: '1' }, 'batch to standard'],
    ['a cache read below the input price', { dimension: 'cache-read', usd: '0.1' }, { usd: '1' }, undefined],
    [
      'a cache read above the input price',
      { dimension: 'cache-read', usd: '1.2' },
      { usd: '1' },
      'cache read to input',
    ],
  ])('%s', (_, row, other, what) => {
    expect(ratioWarnings(bookOf(row, other)).map((warning) => warning.what)).toEqual(
      what === undefined ? [] : [what],
    );
  });

  it('are unusual only for the models that are known for it', () => {
    const subjects = [...new Set(ratioWarnings(book).map(({ subject }) => subject))].sort();
    expect(subjects).toEqual([
      'amazon.nova-2-lite',
      'amazon.nova-2-omni',
      'amazon.titan-embed-text-v2',
      'mistral.mistral-large-2407',
      'openai.gpt-5.6-luna',
      'openai.gpt-5.6-terra',
      'qwen.qwen3-next-80b-a3b',
    ]);
  });
});
