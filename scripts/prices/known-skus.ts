/** SKUs of the few prices whose own row of the price list is at hand: those of one trimmed offer file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PriceRow, rowKey } from '../../src/prices/book-file.ts';
import { classifyFeatureRow } from '../../src/prices/update/classify-feature.ts';
import { classifyModelRow } from '../../src/prices/update/classify-model.ts';
import type { OfferRow } from '../../src/prices/update/offer-row.ts';

interface TrimmedOffer {
  readonly offerCode: string;
  readonly version: string;
  readonly products: Readonly<Record<string, { readonly attributes: Readonly<Record<string, string>> }>>;
  readonly terms: {
    readonly OnDemand: Readonly<
      Record<
        string,
        Readonly<Record<string, { readonly priceDimensions: Readonly<Record<string, Dimension>> }>>
      >
    >;
  };
}

interface Dimension {
  readonly rateCode: string;
  readonly description: string;
  readonly beginRange: string;
  readonly unit: string;
  readonly pricePerUnit: { readonly USD: string };
}

/** SKU by key of the price, where the row's price is the book's. */
export function knownSkus(directory: string, rows: readonly PriceRow[]): ReadonlyMap<string, string> {
  const path = join(directory, 'samples/offer_AmazonBedrock_us-east-1_20260911_trimmed.json');
  const offer = JSON.parse(readFileSync(path, 'utf8')) as TrimmedOffer;
  const skus = new Map<string, string>();
  for (const row of offerRows(offer)) {
    const price = classifyModelRow(row) ?? classifyFeatureRow(row);
    if (price?.kind !== 'model' && price?.kind !== 'feature') continue;
    const tier = price.kind === 'model' ? price.tier : 'standard';
    for (const known of rows) {
      const same =
        known.subject === price.subject &&
        known.dimension === price.dimension &&
        known.tier === tier &&
        known.context === 'normal' &&
        known.region === row.region &&
        known.scope !== 'global' &&
        known.usd === price.usd;
      if (same) skus.set(rowKey(known), row.sku);
    }
  }
  return skus;
}

function offerRows(offer: TrimmedOffer): readonly OfferRow[] {
  return Object.entries(offer.products).flatMap(([sku, { attributes }]) =>
    Object.values(offer.terms.OnDemand[sku] ?? {}).flatMap(({ priceDimensions }) =>
      Object.values(priceDimensions).map(({ rateCode, description, beginRange, unit, pricePerUnit }) => ({
        offer: offer.offerCode,
        version: offer.version,
        region: 'us-east-1',
        sku,
        rateCode,
        attributes,
        description,
        beginRange,
        unit,
        usd: pricePerUnit.USD,
        effectiveDate: '',
      })),
    ),
  );
}
