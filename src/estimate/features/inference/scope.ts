import type { PriceAnswer, PriceBook, PriceKey } from '../../../model/price.ts';
import { scopeTitle } from '../../../model/scope-title.ts';

/**
 * Says why a price is above that of the global profile, where the book has both. The figure is computed from the
 * two rows; geographic profiles are 10% dearer for most models, but not for all (AWS Price List, 2026-10-08).
 */
export function explainScope(
  prices: PriceBook,
  key: PriceKey,
  prefix: string | undefined,
  answer: PriceAnswer,
): readonly string[] {
  if (!answer.found || key.scope === undefined || key.scope === 'global') return [];
  const global = prices.price({ ...key, scope: 'global' });
  if (!global.found || global.price.usd.isZero() || !global.price.per.eq(answer.price.per)) return [];
  const premium = answer.price.usd.div(global.price.usd).minus(1).times(100);
  if (premium.lte(0)) return [];
  const percent = premium.toDecimalPlaces(1).toFixed();
  return [`${scopeTitle(key.scope, prefix)}: ${percent}% above the price of the global. profile`];
}
