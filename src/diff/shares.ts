import { Decimal, ONE, ZERO } from '../model/decimal.ts';
import type { Multiplier } from './multiplier.ts';
import { ordersThrough, sizeOf } from './orders.ts';

/** Coefficients, that of t^s at s. */
type Polynomial = readonly Decimal[];

/**
 * The effect of every driver on a product of multipliers, multiplier by multiplier: its mean effect over all orders in
 * which the changes could have been made, which is its Shapley value. Orders that pass through a mixture without a
 * value are left out. The effects add up to the change of the product, but for the rounding of the last division.
 *
 * The product lets the orders be counted by the number of changes made so far, and not one by one: each multiplier is a
 * polynomial whose coefficient of t^s is the sum of its values with s changes, and the product of the polynomials holds
 * that of all sets of s changes together. With n changes this takes n^2 steps where looking at every set takes 2^n.
 */
export function sharesOf(multipliers: readonly Multiplier[]): readonly (readonly Decimal[])[] {
  const constant = multipliers
    .filter(({ drivers }) => drivers.length === 0)
    .reduce((product, { values }) => product.times(values[0] ?? ONE), ONE);
  const changing = multipliers.filter(({ drivers }) => drivers.length > 0);
  const count = changing.reduce((sum, { drivers }) => sum + drivers.length, 0);
  const weights = orderCounts(count);
  const whole = constant.div(factorial(count));
  const others = productsOfOthers(changing.map(meansBySize));
  const shares = new Map(
    changing.map((multiplier, index) => {
      const rest = others[index] ?? [ONE];
      // How often what the others make stands before a change with `before` changes of its own multiplier.
      const weighted = multiplier.drivers.map((_, before) =>
        rest
          .reduce((sum, other, size) => sum.plus(other.times(weights[before + size] ?? ZERO)), ZERO)
          .times(whole),
      );
      const effects = effectsBySize(multiplier).map((own) =>
        own.reduce((sum, effect, before) => sum.plus(effect.times(weighted[before] ?? ZERO)), ZERO),
      );
      return [multiplier, effects] as const;
    }),
  );
  return multipliers.map((multiplier) => shares.get(multiplier) ?? []);
}

/** In how many of all orders of `count` changes a certain one comes after `before` certain others, by `before`. */
function orderCounts(count: number): readonly Decimal[] {
  return Array.from({ length: count }, (_, before) => factorial(before).times(factorial(count - 1 - before)));
}

/** For each polynomial the product of all others. */
function productsOfOthers(all: readonly Polynomial[]): readonly Polynomial[] {
  const before: Polynomial[] = [[ONE]];
  for (const one of all) before.push(times(before.at(-1) ?? [ONE], one));
  let after: Polynomial = [ONE];
  const products: Polynomial[] = [];
  for (let index = all.length - 1; index >= 0; index--) {
    products.unshift(times(before[index] ?? [ONE], after));
    after = times(after, all[index] ?? [ONE]);
  }
  return products;
}

function times(a: Polynomial, b: Polynomial): Polynomial {
  const [one] = b;
  if (b.length === 1 && one?.eq(ONE) === true) return a;
  const product = Array.from({ length: a.length + b.length - 1 }, () => ZERO);
  a.forEach((left, i) => {
    b.forEach((right, j) => {
      product[i + j] = (product[i + j] ?? ZERO).plus(left.times(right));
    });
  });
  return product;
}

/** Coefficients: the sum of the values with s changes, each counted by the share of the orders that pass through it. */
function meansBySize({ drivers, values }: Multiplier): Polynomial {
  const { to, from } = ordersThrough(values);
  const sums = Array.from({ length: drivers.length + 1 }, () => ZERO);
  values.forEach((value, subset) => {
    const orders = (to[subset] ?? 0) * (from[subset] ?? 0);
    if (value === undefined || orders === 0) return;
    const size = sizeOf(subset);
    sums[size] = (sums[size] ?? ZERO).plus(scaled(value, orders * choose(drivers.length, size), to.at(-1)));
  });
  return sums;
}

/** For each driver, by the number of drivers of the same multiplier that changed before it: what its change does. */
function effectsBySize({ drivers, values }: Multiplier): readonly Polynomial[] {
  const { to, from } = ordersThrough(values);
  const count = drivers.length;
  return drivers.map((_, index) => {
    const bit = 1 << index;
    const sums = Array.from({ length: count }, () => ZERO);
    values.forEach((before, subset) => {
      const after = values[subset | bit];
      const orders = (to[subset] ?? 0) * (from[subset | bit] ?? 0);
      if ((subset & bit) !== 0 || before === undefined || after === undefined || orders === 0) return;
      const size = sizeOf(subset);
      const sets = orders * choose(count, size) * (count - size);
      sums[size] = (sums[size] ?? ZERO).plus(scaled(after.minus(before), sets, to.at(-1)));
    });
    return sums;
  });
}

/** `value * times / per`. Where every order is possible the two are equal. */
function scaled(value: Decimal, multiple: number, per = 1): Decimal {
  return multiple === per ? value : value.times(multiple).div(per);
}

function choose(count: number, size: number): number {
  let ways = 1;
  for (let taken = 1; taken <= size; taken++) ways = (ways * (count - taken + 1)) / taken;
  return ways;
}

function factorial(n: number): Decimal {
  let product = 1;
  for (let next = 2; next <= Math.min(n, 18); next++) product *= next;
  let whole = new Decimal(product);
  for (let next = 19; next <= n; next++) whole = whole.times(next);
  return whole;
}
