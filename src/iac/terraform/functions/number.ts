/** Functions on numbers. */
import { Decimal } from '../../../model/decimal.ts';
import { LIMITS } from '../../../model/limits.ts';
import { type Unknown, unknown, type Value } from '../../../model/value.ts';
import { toNumber } from '../values/convert.ts';
import { add, keep, power } from '../values/numbers.ts';
import { failure, firstUnknown, list, number } from '../values/value.ts';
import { define, defineRest, type TerraformFunction } from './function.ts';

export const NUMBER_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  abs: define(['number'], (_, value) => number(value.abs())),
  ceil: define(['number'], (_, value) => number(value.ceil())),
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
  parseint: define(['text', 'number'], (_, value, base) => {
    if (!base.eq(10)) return unknown('parseint() in a base other than 10 is not evaluated');
    if (!/^[+-]?[0-9]{1,150}$/.test(value)) return failure('parseint() got a text that is no whole number');
    return keep(new Decimal(value));
  }),
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
