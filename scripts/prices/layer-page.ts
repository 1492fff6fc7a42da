/**
 * The AWS pricing page of 2026-07-24, as far as it can be placed. The stored copy names no regions. A line of Claude
 * prices is placed by its input and output price: where the price list of a region has the same two, the line's cache
 * prices and reserved prices hold there. A price of which the page knows one only is the price wherever the model is
 * offered.
 */
import type { Scope } from '../../src/model/price.ts';
import type { PriceRow, SourceEntry } from '../../src/prices/book-file.ts';
import { modelNamed } from '../../src/prices/update/known-models.ts';
import type { Availability } from './availability.ts';
import type { Observations, PageRow } from './observations.ts';
import { type Line, plain, tokenRow, unitRow } from './rows.ts';

const AS_OF = '2026-07-24';
const CACHE: SourceEntry = [
  'AWS pricing page of 2026-07-24, region told by the input and output price',
  AS_OF,
  'A',
];
const RESERVED: SourceEntry = [
  'AWS pricing page of 2026-07-24, per 1,000 tokens a minute for one hour; the same in every region seen',
  AS_OF,
  'B',
];
const ANYWHERE: SourceEntry = ['AWS pricing page of 2026-07-24, its only price for this model', AS_OF, 'A'];
const TPM_HOURS = ['1000', 'TPM-hours'] as const;

/** Cache and reserved prices of Claude for the regions and scopes that `priced` has the page's token prices for. */
export function layerPage(observations: Observations, priced: readonly PriceRow[]): readonly PriceRow[] {
  const places = placesByPrice(priced);
  const lines = observations.page.filter((row) => row['Provider'] === 'Anthropic');
  const tokens = lines.flatMap((row) => {
    const subject = modelNamed(row['Anthropic models'] ?? '');
    const [input, output] = [
      price(row, 'Price per 1M input tokens'),
      price(row, 'Price per 1M output tokens'),
    ];
    if (subject === undefined || input === undefined || output === undefined) return [];
    return scopesOf(row).flatMap((scope) =>
      (places.get([subject, scope, input, output].join(' ')) ?? []).flatMap((region) => {
        const line: Line = { subject, region, scope };
        return [
          ...tokenRow(line, 'cache-read', price(row, 'Price per 1M input tokens (cache read)'), CACHE),
          ...tokenRow(
            line,
            'cache-write-5m',
            price(row, 'Price per 1M input tokens (5m cache write)'),
            CACHE,
          ),
          ...tokenRow(
            line,
            'cache-write-1h',
            price(row, 'Price per 1M input tokens (1h cache write)'),
            CACHE,
          ),
          ...reservedOf(lines, row, line),
        ];
      }),
    );
  });
  return tokens;
}

/** The reserved prices that stand in another line of the page for the same model and scope. */
function reservedOf(lines: readonly PageRow[], tokens: PageRow, line: Line): readonly PriceRow[] {
  return lines.flatMap((row) => {
    if (modelNamed(row['Anthropic models'] ?? '') !== line.subject || !scopesOf(row).includes(line.scope))
      return [];
    if (row === tokens) return [];
    return (['Input', 'Output'] as const).flatMap((side) =>
      (['1-Month', '3-Month'] as const).flatMap((term) => {
        const usd = price(row, `Price per hour per 1K ${side} TPM with ${term} Commitment`);
        const dimension = `${side.toLowerCase()}-${term === '1-Month' ? '1-month' : '3-months'}`;
        return usd === undefined
          ? []
          : [unitRow({ ...line, tier: 'reserved' }, dimension, usd, TPM_HOURS, RESERVED)];
      }),
    );
  });
}

/** Regions by subject, scope, input and output price, of the standard tier. */
function placesByPrice(rows: readonly PriceRow[]): ReadonlyMap<string, readonly string[]> {
  const inputs = new Map<string, PriceRow>();
  const places = new Map<string, string[]>();
  const standard = rows.filter((row) => row.tier === 'standard' && row.context === 'normal');
  for (const row of standard) {
    if (row.dimension === 'input') inputs.set([row.subject, row.scope, row.region].join(' '), row);
  }
  for (const row of standard) {
    const input = inputs.get([row.subject, row.scope, row.region].join(' '));
    if (row.dimension !== 'output' || input === undefined) continue;
    const key = [row.subject, row.scope, input.usd, row.usd].join(' ');
    places.set(key, [...(places.get(key) ?? []), row.region]);
  }
  return places;
}

/** The page has one section for the global profile and one for the rest. */
function scopesOf(row: PageRow): readonly Scope[] {
  return (row['Pricing_Category'] ?? '').startsWith('Global') ? ['global'] : ['in-region', 'geographic'];
}

/** A cell like `$ 0.1545` in plain notation; undefined where it is empty or holds words. */
function price(row: PageRow, column: string): string | undefined {
  const text = row[column]?.replaceAll(/[$\s]/g, '');
  return text !== undefined && /^\d+(\.\d+)?$/.test(text) ? plain(text) : undefined;
}

/** Prices of the page that it states once, for wherever the model is offered. */
export function layerPageAnywhere(availability: ReadonlyMap<string, Availability>): readonly PriceRow[] {
  const rows: PriceRow[] = [];
  for (const { subject, region, scope } of everywhere(availability, 'cohere.embed-v4')) {
    rows.push(...tokenRow({ subject, region, scope }, 'input', '0.12', ANYWHERE));
  }
  for (const line of everywhere(availability, 'anthropic.claude-3-5-haiku')) {
    rows.push(
      ...tokenRow(line, 'input', '0.80', ANYWHERE),
      ...tokenRow(line, 'output', '4.00', ANYWHERE),
      ...tokenRow(line, 'cache-read', '0.08', ANYWHERE),
      ...tokenRow(line, 'cache-write-5m', '1.00', ANYWHERE),
    );
  }
  return rows;
}

/** Every region and scope in which a model is offered outside GovCloud. */
export function everywhere(
  availability: ReadonlyMap<string, Availability>,
  subject: string,
): readonly Line[] {
  return [...(availability.get(subject)?.offered ?? [])].flatMap(([region, scopes]) =>
    region.startsWith('us-gov-') ? [] : [...scopes].map((scope) => ({ subject, region, scope })),
  );
}
