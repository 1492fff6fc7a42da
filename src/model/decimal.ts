/**
 * Exact decimal arithmetic for money and quantities.
 *
 * Every sum and product of this product's figures (quantities up to 1e15 with a few decimals, prices with up to
 * twelve) fits in 100 significant digits, so additions and multiplications are exact. Only a division can round,
 * and it does so at the 100th digit, far below anything that is shown.
 */
import { Decimal as Base } from 'decimal.js';

export const Decimal = Base.clone({
  precision: 100,
  rounding: Base.ROUND_HALF_EVEN,
  toExpNeg: -100,
  toExpPos: 100,
});
export type Decimal = Base;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

/** `value` as a decimal; text must be plain decimal notation. */
export function decimal(value: string | number | Decimal): Decimal {
  return new Decimal(value);
}
