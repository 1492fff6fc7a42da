/** Makes price rows of token prices, with the rules that hold for all of them. */
import { Decimal } from '../../src/model/decimal.ts';
import type { ContextClass, Scope, Tier } from '../../src/model/price.ts';
import type { PriceRow, SourceEntry } from '../../src/prices/book-file.ts';

export interface Line {
  readonly subject: string;
  readonly region: string;
  readonly scope: Scope;
  readonly tier?: Tier;
  readonly context?: ContextClass;
}

/** A price in plain notation. Floating-point noise of a table beyond twelve digits is dropped. */
export function plain(usd: string | number): string {
  return new Decimal(usd).toSignificantDigits(12).toFixed();
}

/** One price per million tokens; nothing where the source has none, or lists a token at zero. */
export function tokenRow(
  line: Line,
  dimension: string,
  usd: string | number | null | undefined,
  source: SourceEntry,
): readonly PriceRow[] {
  if (usd === undefined || usd === null || usd === '' || new Decimal(usd).isZero()) return [];
  return [unitRow(line, dimension, usd, ['1000000', 'tokens'], source)];
}

/** One price of a model for `per` units. */
export function unitRow(
  line: Line,
  dimension: string,
  usd: string | number,
  [per, unit]: readonly [per: string, unit: string],
  source: SourceEntry,
): PriceRow {
  const { subject, region, scope, tier = 'standard', context = 'normal' } = line;
  return {
    subject,
    kind: 'model',
    dimension,
    region,
    scope,
    tier,
    context,
    usd: plain(usd),
    per,
    unit,
    source,
  };
}
