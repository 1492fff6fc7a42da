/** One price of the price list, as an offer file states it. */

export interface OfferRow {
  readonly offer: string;
  /** The offer's version: `20260911124408`. */
  readonly version: string;
  readonly region: string;
  readonly sku: string;
  readonly rateCode: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly description: string;
  /** US dollars for one `unit`, as the file prints it. */
  readonly usd: string;
  /** Where the range of quantities begins that the price is for; `0` nearly always. */
  readonly beginRange: string;
  readonly effectiveDate: string;
}

/** The usage type of a row; empty where it has none. */
export function usageTypeOf(row: OfferRow): string {
  return row.attributes['usagetype'] ?? '';
}

/**
 * How many things one unit of the price is for. `1K tokens` and `1M tokens` say it; the marketplace's `Units` do not,
 * and only the description tells millions from thousands. Undefined where nothing says it of tokens.
 */
export function scaleOf(row: OfferRow): number | undefined {
  const unit = row.unit.toLowerCase();
  const match = /^(\d+)\s*([km]?)\b/.exec(unit);
  if (match !== null) return Number(match[1]) * (match[2] === 'm' ? 1_000_000 : match[2] === 'k' ? 1000 : 1);
  if (unit !== 'units') return 1;
  const description = row.description.toLowerCase();
  if (/\b(million|1m)\b/.test(description)) return 1_000_000;
  if (/\b(thousand|1k|1,000|1000)\b/.test(description)) return 1000;
  return undefined;
}
