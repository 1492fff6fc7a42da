/** Reads one offer file of the price list in a stream: the products that are wanted, then their prices. */
import { createHash } from 'node:crypto';
import { isWantedUsage } from './classify-feature.ts';
import { jsonStreamReader } from './json-stream.ts';
import type { OfferRow } from './offer-row.ts';

export interface OfferFile {
  readonly offer: string;
  readonly version: string;
  readonly rows: readonly OfferRow[];
  /** Of the unpacked text. */
  readonly sha256: string;
}

/**
 * The rows of an offer file. Products stand before prices in these files, so that the prices of a product that is not
 * wanted are passed over. Throws where the file is not whole or not of this offer.
 */
export async function readOfferFile(
  offer: string,
  region: string,
  body: AsyncIterable<Buffer>,
): Promise<OfferFile> {
  const products = new Map<string, Readonly<Record<string, string>>>();
  const rows: OfferRow[] = [];
  let offerCode = '';
  let version = '';
  let terms = false;

  const reader = jsonStreamReader(
    (path) => {
      const [section, second, third] = path;
      if (path.length === 1)
        return section === 'products' || section === 'terms'
          ? 'enter'
          : section === 'offerCode' || section === 'version'
            ? 'take'
            : 'skip';
      if (section === 'products') return 'take';
      if (path.length === 2) return second === 'OnDemand' ? 'enter' : 'skip';
      return third !== undefined && products.has(third) ? 'take' : 'skip';
    },
    ([section, , sku], value) => {
      if (section === 'offerCode') offerCode = String(value);
      else if (section === 'version') version = String(value);
      else if (section === 'products') {
        if (terms) throw new Error('a product stands behind the prices');
        addProduct(products, offer, value);
      } else if (sku !== undefined) {
        terms = true;
        const attributes = products.get(sku) ?? {};
        rows.push(...pricesOf(value).map((price) => ({ offer, version, region, sku, attributes, ...price })));
      }
    },
  );
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of body) {
    hash.update(piece);
    reader.push(decoder.decode(piece, { stream: true }));
  }
  reader.push(decoder.decode());
  reader.end();
  if (offerCode !== offer) throw new Error(`the file is of the offer "${offerCode}", not of ${offer}`);
  if (version === '') throw new Error('the file states no version');
  return { offer, version, rows, sha256: hash.digest('hex') };
}

function addProduct(
  products: Map<string, Readonly<Record<string, string>>>,
  offer: string,
  value: unknown,
): void {
  const product = record(value);
  const attributes = Object.fromEntries(
    Object.entries(record(product['attributes'])).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  const sku = product['sku'];
  if (typeof sku === 'string' && isWantedUsage(offer, attributes['usagetype'] ?? ''))
    products.set(sku, attributes);
}

type PricePart = Pick<OfferRow, 'rateCode' | 'unit' | 'description' | 'usd' | 'beginRange' | 'effectiveDate'>;

function pricesOf(value: unknown): readonly PricePart[] {
  return Object.values(record(value)).flatMap((term) => {
    const effectiveDate = textOf(record(term)['effectiveDate']);
    return Object.entries(record(record(term)['priceDimensions'])).map(([rateCode, dimension]) => {
      const { unit, description, beginRange, pricePerUnit } = record(dimension);
      const usd = record(pricePerUnit)['USD'];
      if (typeof usd !== 'string' || !/^\d+(\.\d+)?$/.test(usd))
        throw new Error(`${rateCode} has no price in US dollars`);
      const begin = textOf(beginRange);
      return {
        rateCode,
        unit: textOf(unit),
        description: textOf(description),
        usd,
        beginRange: /^\d+(\.\d+)?$/.test(begin) ? begin : '0',
        effectiveDate,
      };
    });
  });
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
