/** Prices that a page of AWS states against the price list, and that therefore win over it. */
import type { Scope, Tier } from '../../model/price.ts';
import type { PriceRow, SourceEntry } from '../book-file.ts';

export interface OverridePrices {
  readonly prices: readonly {
    readonly subject: string;
    readonly regions: readonly string[];
    readonly scopes: readonly Scope[];
    readonly tier: Tier;
    /** US dollars by dimension, for 1,000,000 tokens. */
    readonly tokens: Readonly<Record<string, string>>;
    readonly source: SourceEntry;
  }[];
}

/** The overrides as rows. Extended access of retiring models is the only case so far. */
export function extendedAccess(overrides: OverridePrices): readonly PriceRow[] {
  return overrides.prices.flatMap(({ subject, regions, scopes, tier, tokens, source }) =>
    regions.flatMap((region) =>
      scopes.flatMap((scope) =>
        Object.entries(tokens).map(
          ([dimension, usd]): PriceRow => ({
            subject,
            kind: 'model',
            dimension,
            region,
            scope,
            tier,
            context: 'normal',
            usd,
            per: '1000000',
            unit: 'tokens',
            source,
          }),
        ),
      ),
    ),
  );
}
