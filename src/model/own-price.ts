import type { PriceAnswer, PriceBook, PriceKey } from './price.ts';

/** A price of the book; where the book has none, with the line of the manifest that would state one's own. */
export function priceOrOwn(prices: PriceBook, key: PriceKey): PriceAnswer {
  const answer = prices.price(key);
  if (answer.found || answer.hint !== undefined) return answer;
  return { ...answer, hint: ownPriceLine(key) };
}

/** The line of the manifest that states one's own price. */
export function ownPriceLine({ subject, dimension }: Pick<PriceKey, 'subject' | 'dimension'>): string {
  const entry = `{ subject: ${subject}, dimension: ${dimension}, usd: PRICE, per: 1, source: AWS pricing page }`;
  return `prices: { exact: [${entry}] }`;
}
