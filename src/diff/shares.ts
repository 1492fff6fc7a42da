import { type Decimal, ONE, ZERO } from '../model/decimal.ts';
import type { Multiplier } from './multiplier.ts';
import { ordersThrough, sizeOf } from './orders.ts';

/**
 * The effect of every driver on a product of multipliers, multiplier by multiplier: its mean effect over all orders in
 * which the changes could have been made, which is its Shapley value. Orders that pass through a mixture without a
 * value are left out. The effects add up to the change of the product, but for the rounding of the last division.
 *
 * The product lets the orders be counted by the number of changes made so far, and not one by one: each multiplier is a
 * polynomial whose coefficient of t^s is the sum of its values with s changes, and the product of the polynomials holds
 * that of all sets of s changes together. With n changes this takes n^3 steps where looking at every set takes 2^n.
 */
export function sharesOf(multipliers: readonly Multiplier[]): readonly (readonly Decimal[])[] {
  const constant = multipliers
    .filter(({ drivers }) => drivers.length === 0)
    .reduce((product, { values }) => product.times(values[0] ?? ONE), ONE);
  const changing = multipliers.filter(({ drivers }) => drivers.length > 0);
  const count = changing.reduce((sum, { drivers }) => sum + drivers.length, 0);
  const weights = Array.from({ length: count }, (_, before) =>
    factorial(before).times(factorial(count - 1 - before)),
  );
  const whole = constant.div(factorial(count));
  const means = changing.map(meansBySize);
  return multipliers.map((multiplier) => {
    const own = changing.indexOf(multiplier);
    if (own < 0) return [];
    const others = means.filter((_, index) => index !== own).reduce(times, [ONE]);
    return effectsBySize(multiplier).map((effects) => {
      const sum = effects.flatMap((effect, a) =>
        others.map((other, b) => effect.times(other).times(weights[a + b] ?? ZERO)),
      );
      return sum.reduce((total, part) => total.plus(part), ZERO).times(whole);
    });
  });
}

/** Coefficients: the sum of the values with s changes, each counted by the share of the orders that pass through it. */
function meansBySize({ drivers, values }: Multiplier): readonly Decimal[] {
  const { to, from } = ordersThrough(values);
  const sums = Array.from({ length: drivers.length + 1 }, () => ZERO);
  values.forEach((value, subset) => {
    const orders = (to[subset] ?? 0) * (from[subset] ?? 0);
    if (value === undefined || orders === 0) return;
    const size = sizeOf(subset);
    sums[size] = (sums[size] ?? ZERO).plus(value.times(orders).times(choose(drivers.length, size)));
  });
  return sums.map((sum) => sum.div(to.at(-1) ?? 1));
}

/** For each driver, by the number of drivers of the same multiplier that changed before it: what its change does. */
function effectsBySize({ drivers, values }: Multiplier): readonly (readonly Decimal[])[] {
  const { to, from } = ordersThrough(values);
  const count = drivers.length;
  return drivers.map((_, index) => {
    const bit = 1 << index;
    const sums = Array.from({ length: count }, () => ZERO);
    values.forEach((before, subset) => {
      const after = values[subset | bit];
      if ((subset & bit) !== 0 || before === undefined || after === undefined) return;
      const orders = (to[subset] ?? 0) * (from[subset | bit] ?? 0);
      const size = sizeOf(subset);
      const sets = choose(count, size).times(count - size);
      sums[size] = (sums[size] ?? ZERO).plus(after.minus(before).times(orders).times(sets));
    });
    return sums.map((sum) => sum.div(to.at(-1) ?? 1));
  });
}

function times(a: readonly Decimal[], b: readonly Decimal[]): readonly Decimal[] {
  return Array.from({ length: a.length + b.length - 1 }, (_, size) =>
    a.reduce((sum, each, index) => sum.plus(each.times(b[size - index] ?? ZERO)), ZERO),
  );
}

function choose(count: number, size: number): Decimal {
  return factorial(count).div(factorial(size).times(factorial(count - size)));
}

function factorial(n: number): Decimal {
  let product = ONE;
  for (let next = 2; next <= n; next++) product = product.times(next);
  return product;
}
