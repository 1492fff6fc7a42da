/** Functions on numbers. */
import { Decimal } from '../../../model/decimal.ts';
import { LIMITS } from '../../../model/limits.ts';
import { type Unknown, unknown, type Value } from '../../../model/value.ts';
import { toNumber } from '../values/convert.ts';
import { add, keep, multiply, power } from '../values/numbers.ts';
import { failure, firstUnknown, list, number } from '../values/value.ts';
import { define, defineRest, type TerraformFunction } from './function.ts';

export const NUMBER_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  abs: define(['number'], (_, value) => number(value.abs())),
  // Plus zero: there is no negative zero in Terraform.
  ceil: define(['number'], (_, value) => number(value.ceil().plus(0))),
  floor: define(['number'], (_, value) => number(value.floor())),
  signum: define(['number'], (_, value) => number(new Decimal(value.comparedTo(0)))),
  pow: define(
    ['number', 'number'],
    (_, base, exponent) => power(base, exponent) ?? unknown('pow() with this exponent is not evaluated'),
  ),
  max: defineRest(['number'], 'number', (_, first, ...others) => number(Decimal.max(first, ...others))),
  min: defineRest(['number'], 'number', (_, first, ...others) => number(Decimal.min(first, ...others))),
  sum: define(['list'], (_, value) => {
    const numbers = value.items.map(toNumber);
    const missing = firstUnknown(numbers);
    if (missing !== undefined) return missing;
    if (numbers.length === 0) return failure('sum() got an empty list');
    let total: Value = number(new Decimal(0));
    for (const item of numbers) {
      if (total.kind === 'number' && item.kind === 'number') total = add(total.value, item.value);
    }
    return total;
  }),
  parseint: define(['text', 'number'], (_, value, base) => parseWhole(value, base.toNumber())),
  range: defineRest(['number'], 'number', (budget, first, second, third) => {
    const start = second === undefined ? new Decimal(0) : first;
    const limit = second ?? first;
    const step = third ?? new Decimal(start.gt(limit) ? -1 : 1);
    const count = countOf(start, limit, step);
    if (typeof count !== 'number') return count;
    if (count > LIMITS.valueItems) return budget.tooLarge('collection');
    return list(Array.from({ length: count }, (_, index) => number(start.plus(step.times(index)))));
  }),
};

/** How many numbers there are from `start`, `limit` not included. */
function countOf(start: Decimal, limit: Decimal, step: Decimal): number | Unknown {
  const distance = limit.minus(start);
  if (distance.isZero()) return 0;
  if (step.isZero()) return failure('range() got a step of zero');
  if (distance.isNegative() !== step.isNegative())
    return failure('range() got a step that leads away from its limit');
  return distance.div(step).ceil().toNumber();
}

/** Digits up to base 36 in either case; beyond it lower case comes first, then upper case. */
function parseWhole(value: string, base: number): Value {
  if (!Number.isInteger(base) || base < 2 || base > 62)
    return failure('parseint() got a base it does not know');
  if (!/^[+-]?[0-9A-Za-z]{1,80}$/.test(value))
    return failure('parseint() got a text that is no whole number');
  let total = new Decimal(0);
  for (const character of value.replace(/^[+-]/, '')) {
    const digit = DIGITS.indexOf(base > 36 ? character : character.toLowerCase());
    if (digit >= base) return failure(`parseint() got a digit that base ${base} does not have`);
    const next = multiply(total, new Decimal(base));
    const sum = next.kind === 'number' ? add(next.value, new Decimal(digit)) : next;
    if (sum.kind !== 'number') return sum;
    total = sum.value;
  }
  return keep(value.startsWith('-') ? total.neg() : total);
}
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
