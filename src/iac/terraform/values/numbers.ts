/**
 * Numbers as Terraform computes them: with 512 bits of mantissa, which are 155 decimal digits. They are kept as the
 * model's decimals, which hold any number of digits; only arithmetic happens here.
 */
import { Decimal as Model } from '../../../model/decimal.ts';
import type { NumberValue, Unknown } from '../../../model/value.ts';
import { type Failure, failure, number } from './value.ts';

const Exact = Model.clone({ precision: 155, rounding: Model.ROUND_HALF_EVEN });

/** Beyond this many digits before or after the point a number is not kept: to write it out would fill the memory. */
const MAXIMUM_EXPONENT = 4_096;

/** The number that a text in plain or exponent notation states, rounded to 155 digits; `undefined` for other text. */
export function parseNumber(source: string): NumberValue | Unknown | undefined {
  if (source.length > 2 * MAXIMUM_EXPONENT) return tooLarge();
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?$/.test(source)) return undefined;
  return keep(new Exact(source).toSignificantDigits(155));
}

/** The sum. */
export function add(left: Model, right: Model): NumberValue | Unknown {
  return keep(new Exact(left).plus(right));
}

/** The difference. */
export function subtract(left: Model, right: Model): NumberValue | Unknown {
  return keep(new Exact(left).minus(right));
}

/** The product. */
export function multiply(left: Model, right: Model): NumberValue | Unknown {
  return keep(new Exact(left).times(right));
}

/** The quotient; a division by zero fails. */
export function divide(left: Model, right: Model): NumberValue | Failure | Unknown {
  return right.isZero() ? failure('it divides by zero') : keep(new Exact(left).div(right));
}

/** The remainder has the sign of the dividend: `-7 % 3` is `-1`. */
export function remainder(left: Model, right: Model): NumberValue | Failure | Unknown {
  if (right.isZero()) return failure('it divides by zero');
  if (left.e - right.e > 2 * MAXIMUM_EXPONENT) return tooLarge();
  return keep(new Exact(left).minus(new Exact(left).div(right).trunc().times(right)));
}

/** A power with a whole exponent; others need floating point and are not computed. */
export function power(base: Model, exponent: Model): NumberValue | Unknown | undefined {
  if (!exponent.isInteger() || exponent.abs().gt(MAXIMUM_EXPONENT)) return undefined;
  if (base.isZero() && exponent.isNegative()) return undefined;
  return keep(new Exact(base).pow(exponent));
}

/** Plain decimal notation, without an exponent and without a sign on zero. */
export function writeNumber(value: Model): string {
  return value.isZero() ? '0' : value.toFixed();
}

/** A result as a value; unknown where it has too many digits to be kept. */
export function keep(value: Model): NumberValue | Unknown {
  if (!value.isFinite() || Math.abs(value.e) > MAXIMUM_EXPONENT) return tooLarge();
  return number(new Model(value));
}

function tooLarge(): Unknown {
  return { kind: 'unknown', why: 'a number has too many digits' };
}
