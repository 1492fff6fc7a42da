/**
 * Figures for people. This is the only place where an amount is rounded, and only for show: half a cent goes up.
 * An amount that is not zero never reads as zero, and zero carries no sign. No locale: what is printed depends on
 * the amount alone.
 */
import { Decimal } from '../model/decimal.ts';
import type { Price } from '../model/price.ts';
import { isExact, ordered, type Range } from '../model/range.ts';

declare const figureBrand: unique symbol;

/** A figure, ready to print. Made in this file only, of digits, signs and units. */
export type Figure = string & { readonly [figureBrand]: true };

/** For what is not there or does not change. */
export const NONE = '–' as Figure;

const CENT = new Decimal('0.01');
const MINUS = '−';
/** Digits after the point beyond which a quantity or a unit price is cut, and then marked as approximate. */
const SMALL_DECIMALS = 12;
const UNIT_PRICE_DECIMALS = 16;
/** From this amount on, the cents of a low and a high are noise. */
const WHOLE_DOLLARS_FROM = new Decimal(100);
const MILLION = new Decimal(1e6);

/** US dollars: `$1,234.50`, `−$0.35`, `<$0.01`, `$0.00`. */
export function usd(amount: Decimal): Figure {
  return `${amount.isNegative() && !amount.isZero() ? MINUS : ''}${dollars(amount.abs())}` as Figure;
}

/** A change in US dollars: `+$4,310.00`, `−$1.00`, `+<$0.01`, `–` for none. */
export function signedUsd(amount: Decimal): Figure {
  if (amount.isZero()) return NONE;
  return `${amount.isNegative() ? MINUS : '+'}${dollars(amount.abs())}` as Figure;
}

/** US dollars from the least to the most: `$1,000–$2,000 (expected $1,500)`, or one amount where there is no other. */
export function usdRange(range: Range): Figure {
  if (isExact(range)) return usd(range.expected);
  const [low, expected, high] = scenarios(range);
  return `${low}–${high} (expected ${expected})` as Figure;
}

/** The least and the most of a range in US dollars, in whole dollars where cents would be noise. */
export function usdBounds(range: Range): { readonly low: Figure; readonly high: Figure } {
  const [low, , high] = scenarios(range);
  return { low, high };
}

/** The share of a change in what it changes: `+21%`, `−2.4%`; `undefined` where there was nothing before. */
export function changePercent(delta: Decimal, base: Decimal): Figure | undefined {
  if (base.isZero() || delta.isZero()) return undefined;
  return signedPercent(delta.div(base).times(100));
}

/** Percent with a sign: `+21%`, `−2.4%`, `+<0.1%`. */
export function signedPercent(percent: Decimal): Figure {
  if (percent.isZero()) return NONE;
  return `${percent.isNegative() ? MINUS : '+'}${percentText(percent.abs())}` as Figure;
}

/** Percent without a sign, for shares and limits: `8%`, `12.5%`. */
export function plainPercent(percent: Decimal): Figure {
  return `${percent.isNegative() ? MINUS : ''}${percentText(percent.abs())}` as Figure;
}

/** A difference of two percentages: `4.5 points`. */
export function percentagePoints(points: Decimal): Figure {
  return `${percentText(points.abs()).replace('%', '')} points` as Figure;
}

/** A count of ours: `1,234`. */
export function count(number: number): Figure {
  return grouped(new Decimal(number).toFixed(0)) as Figure;
}

/** A quantity: `150,000`, `0.2`, and `2,700M` where that is exact. `≈` where digits are left out. */
export function quantity(value: Decimal): Figure {
  const sign = value.isNegative() && !value.isZero() ? MINUS : '';
  const size = value.abs();
  const millions = size.div(MILLION);
  if (size.gte(MILLION) && millions.decimalPlaces() <= 3)
    return `${sign}${grouped(millions.toFixed())}M` as Figure;
  return `${sign}${cut(size, size.gte(1000) ? 2 : size.gte(1) ? 6 : SMALL_DECIMALS)}` as Figure;
}

/** So many times something, to two digits: `1.35`. */
export function multiple(factor: Decimal): Figure {
  return grouped(factor.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed()) as Figure;
}

/** A quantity from the least to the most: `5–10 (expected 6)`. */
export function quantityRange(range: Range): Figure {
  if (isExact(range)) return quantity(range.expected);
  const { low, expected, high } = ordered(range);
  return `${quantity(low)}–${quantity(high)} (expected ${quantity(expected)})` as Figure;
}

/** What one or more units cost, with all digits: `$3.00` of `$3.00 per 1M tokens`, `$0.0000166667`. */
export function unitPrice({ usd: amount }: Pick<Price, 'usd'>): Figure {
  const digits = Math.max(2, amount.decimalPlaces());
  const size = amount.abs();
  const text = digits <= UNIT_PRICE_DECIMALS ? grouped(size.toFixed(digits)) : cut(size, UNIT_PRICE_DECIMALS);
  const [approximately, shown] = text.startsWith('≈') ? ['≈', text.slice(1)] : ['', text];
  return `${approximately}${amount.isNegative() ? MINUS : ''}$${shown}` as Figure;
}

/** How many units a unit price is for: `1M`, `1,000`; `undefined` for one. */
export function perUnits(price: Price): Figure | undefined {
  return price.per.eq(1) ? undefined : quantity(price.per);
}

function scenarios(range: Range): readonly [Figure, Figure, Figure] {
  const { low: least, expected: middle, high: most } = ordered(range);
  const values = [least, middle, most] as const;
  const whole = values.every((value) => value.isZero() || value.abs().gte(WHOLE_DOLLARS_FROM));
  const [low, expected, high] = values;
  return whole ? [wholeUsd(low), wholeUsd(expected), wholeUsd(high)] : [usd(low), usd(expected), usd(high)];
}

function wholeUsd(amount: Decimal): Figure {
  const sign = amount.isNegative() && !amount.isZero() ? MINUS : '';
  return `${sign}$${grouped(amount.abs().toFixed(0, Decimal.ROUND_HALF_UP))}` as Figure;
}

/** `amount` is not negative. */
function dollars(amount: Decimal): string {
  if (!amount.isZero() && amount.lt(CENT)) return '<$0.01';
  return `$${grouped(amount.toFixed(2, Decimal.ROUND_HALF_UP))}`;
}

/** `percent` is not negative. Whole from ten on, then one digit. */
function percentText(percent: Decimal): string {
  if (percent.isZero()) return '0%';
  if (percent.lt('0.1')) return '<0.1%';
  const text = percent.toFixed(percent.gte(10) ? 0 : 1, Decimal.ROUND_HALF_UP);
  return `${grouped(text.endsWith('.0') ? text.slice(0, -2) : text)}%`;
}

function cut(size: Decimal, decimals: number): string {
  if (size.decimalPlaces() <= decimals) return grouped(size.toFixed());
  const shown = size.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return shown.isZero() ? `≈${size.toSignificantDigits(3).toFixed()}` : `≈${grouped(shown.toFixed())}`;
}

/** Separators between the thousands of the whole part. */
function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return groups.join(',') + (fraction === undefined ? '' : `.${fraction}`);
}
