/**
 * `prices check`: the book against an independent table of prices, genai-prices by Pydantic (MIT), which knows the price
 * of a model by its scope but no regions, tiers or times to live; and against the ratios that nearly always hold.
 */
import { Decimal } from '../model/decimal.ts';
import type { ModelCatalogue, Scope } from '../model/price.ts';
import { ACCEPTED_DIFFERENCES, type AcceptedDifference } from './accepted-differences.ts';
import type { BookFile, PriceRow } from './book-file.ts';
import { catalogueOf } from './catalogue.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import { unpackBook } from './pack.ts';

/** The part of genai-prices that is compared: the models of its provider `aws`. */
export interface GenaiModel {
  readonly id: string;
  readonly prices:
    | GenaiPrices
    | readonly { readonly constraint?: { readonly start_date?: string }; readonly prices: GenaiPrices }[];
}

type GenaiPrice = number | { readonly base: number };

interface GenaiPrices {
  readonly input_mtok?: GenaiPrice;
  readonly output_mtok?: GenaiPrice;
}

interface Difference {
  readonly id: string;
  readonly dimension: 'input' | 'output';
  readonly scope: Scope | undefined;
  /** US dollars per million tokens in the book; undefined where it has none. */
  readonly ours: string | undefined;
  readonly theirs: string;
  /** Why the difference is right, from the reviewed list. */
  readonly accepted?: string;
}

export interface CheckResult {
  /** Prices that were compared. */
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** Entries of the reviewed list that explain no difference any more. */
  readonly stale: readonly AcceptedDifference[];
}

/** Prices within a thousandth of each other are the same. */
const TOLERANCE = new Decimal('0.001');
/** Where the other table's prices are of; regions that have it are asked in this order. */
const REGIONS = ['us-east-1', 'us-west-2', 'us-east-2'];

/** Compares standard input and output prices by scope. */
export function checkAgainst(
  models: readonly GenaiModel[],
  book: BookFile,
  catalogue: CatalogueFile,
  reviewed: readonly AcceptedDifference[] = ACCEPTED_DIFFERENCES,
): CheckResult {
  const prices = new Map(
    [...unpackBook(book)]
      .filter((row) => row.tier === 'standard' && row.context === 'normal' && row.unit === 'tokens')
      .map((row) => [[row.subject, row.dimension, row.scope, row.region].join(' '), row]),
  );
  const known = catalogueOf(catalogue);
  const differences: Difference[] = [];
  const used = new Set<AcceptedDifference>();
  let compared = 0;
  for (const model of models) {
    const current = currentPrices(model.prices, book.asOf);
    for (const dimension of ['input', 'output'] as const) {
      const price = current[`${dimension}_mtok`];
      if (price === undefined) continue;
      compared += 1;
      const theirs = new Decimal(typeof price === 'number' ? price : price.base);
      const row = findPrice(prices, known, model.id, dimension);
      if (row !== undefined && new Decimal(row.usd).minus(theirs).abs().lte(theirs.times(TOLERANCE)))
        continue;
      const entry = reviewed.find((candidate) => candidate.id === model.id);
      if (entry !== undefined) used.add(entry);
      differences.push({
        id: model.id,
        dimension,
        theirs: theirs.toFixed(),
        ours: row?.usd,
        scope: row === undefined || row.scope === '' ? undefined : row.scope,
        ...(entry === undefined ? {} : { accepted: entry.why }),
      });
    }
  }
  return { compared, differences, stale: reviewed.filter((entry) => !used.has(entry)) };
}

/** The last prices whose date has come. */
function currentPrices(prices: GenaiModel['prices'], asOf: string): GenaiPrices {
  if (!isDated(prices)) return prices;
  const begun = prices.filter((entry) => (entry.constraint?.start_date ?? '') <= asOf);
  return begun.at(-1)?.prices ?? {};
}

function isDated(prices: GenaiModel['prices']): prices is Exclude<GenaiModel['prices'], GenaiPrices> {
  return Array.isArray(prices);
}

/**
 * The row that an entry is about. `global.` names its scope; `regional.` stands for every other one, and an id without
 * either for the region itself or, where a model is not sold there, its geographic profile: these two cost the same.
 */
function findPrice(
  prices: ReadonlyMap<string, PriceRow>,
  models: ModelCatalogue,
  id: string,
  dimension: string,
): PriceRow | undefined {
  const answer = models.resolve(id.replace(/^regional\./, ''));
  if (answer.kind !== 'model') return undefined;
  const scopes: readonly Scope[] = answer.scope === 'global' ? ['global'] : ['in-region', 'geographic'];
  for (const region of REGIONS) {
    for (const scope of scopes) {
      const row = prices.get([answer.model.key, dimension, scope, region].join(' '));
      if (row !== undefined) return row;
    }
  }
  return undefined;
}

/** A ratio that holds for nearly every price; a row that breaks it deserves a look, and is not changed. */
export interface RatioWarning {
  readonly subject: string;
  readonly dimension: string;
  readonly region: string;
  readonly what: string;
  readonly ratio: string;
}

/** Geographic to global 1 or 1.1, flex half, priority 1.75 times, batch half; cache reads below the input price. */
export function ratioWarnings(book: BookFile): readonly RatioWarning[] {
  const rows = [...unpackBook(book)].filter((row) => row.unit === 'tokens');
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const warnings: RatioWarning[] = [];
  const expect = (row: PriceRow, other: PriceRow | undefined, ratios: readonly string[], what: string) => {
    if (other === undefined) return;
    if (ratios.some((ratio) => isRounded(row.usd, other.usd, new Decimal(ratio)))) return;
    const ratio = new Decimal(row.usd).div(other.usd);
    const { subject, dimension, region } = row;
    warnings.push({ subject, dimension, region, what, ratio: ratio.toSignificantDigits(4).toFixed() });
  };
  for (const row of rows) {
    if (row.scope === 'geographic')
      expect(row, byKey.get(keyOf({ ...row, scope: 'global' })), ['1', '1.1'], 'geographic to global');
    const standard = byKey.get(keyOf({ ...row, tier: 'standard' }));
    if (row.tier === 'flex') expect(row, standard, ['0.5'], 'flex to standard');
    if (row.tier === 'priority') expect(row, standard, ['1.75'], 'priority to standard');
    if (row.tier === 'batch') expect(row, standard, ['0.5'], 'batch to standard');
    if (row.dimension === 'cache-read') {
      const input = byKey.get(keyOf({ ...row, dimension: 'input' }));
      if (input !== undefined && new Decimal(row.usd).gte(input.usd))
        expect(row, input, ['0.1'], 'cache read to input');
    }
  }
  return warnings;
}

/** True where `usd` is `ratio` times `other`, as far as both are rounded: to cents, or to what they print beyond. */
function isRounded(usd: string, other: string, ratio: Decimal): boolean {
  const half = (price: string) =>
    new Decimal(10).pow(-Math.max(2, new Decimal(price).decimalPlaces())).div(2);
  const slack = half(usd).plus(half(other).times(ratio));
  return new Decimal(usd).minus(ratio.times(other)).abs().lte(slack);
}

function keyOf(row: PriceRow): string {
  return [row.subject, row.dimension, row.scope, row.tier, row.context, row.region].join(' ');
}

/** The account of a check, in lines for people. A difference that nothing explains begins with `!`. */
export function renderCheck(result: CheckResult, warnings: readonly RatioWarning[]): string {
  const open = result.differences.filter((difference) => difference.accepted === undefined);
  const line = ({ id, dimension, ours, theirs, accepted }: Difference) =>
    `${accepted === undefined ? '!' : ' '} ${id} ${dimension}: ${ours ?? 'no price'} here, ${theirs} there${accepted === undefined ? '' : ` (${accepted})`}`;
  return [
    `${result.compared} prices compared, ${result.compared - result.differences.length} alike, ${open.length} different, ${result.differences.length - open.length} different for a known reason`,
    ...result.differences.map(line),
    ...result.stale.map((entry) => `  ${entry.id} is alike now: remove it from the accepted differences`),
    `${warnings.length} unusual ratios`,
    ...warnings.map(
      ({ subject, dimension, region, what, ratio }) =>
        `  ${subject} ${dimension} in ${region}: ${what} ${ratio}`,
    ),
    '',
  ].join('\n');
}
