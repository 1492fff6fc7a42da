import type { Charge, Factor } from '../model/charge.ts';
import { Decimal, ONE, ZERO } from '../model/decimal.ts';
import type { Cause } from '../model/report.ts';

/** One multiplier of a charge's cost at both commits: a factor, or the unit price. */
interface Multiplier {
  readonly kind: string;
  readonly from: Decimal;
  readonly to: Decimal;
  /** As the cause words it; the plain numbers where absent. */
  readonly words?: { readonly from: string; readonly to: string };
}

/** More changed factors than this in one charge share one cause: 2^n orders would have to be looked at. */
const MAXIMUM_FACTORS = 8;

/**
 * What made a charge's expected cost change, factor by factor. The amounts add up exactly to the delta.
 *
 * Cost is a product of factors, so a change of two of them has a part that belongs to neither alone. It is shared
 * fairly: each factor gets its mean effect over all orders in which the changes could have been made (its Shapley
 * value). The result does not depend on the order of factors. What the division
 * leaves goes to the largest cause.
 */
export function causesOf(base: Charge | undefined, head: Charge | undefined): readonly Cause[] {
  if (base === undefined || head === undefined) return whole(base, head);
  if (base.cost.kind === 'unpriced' || head.cost.kind === 'unpriced') return [];
  const delta = head.cost.amount.expected.minus(base.cost.amount.expected);
  if (delta.isZero()) return [];
  const all = multipliers(base, head);
  const changed = all.filter((entry) => !entry.from.eq(entry.to));
  const constant = all
    .filter((entry) => entry.from.eq(entry.to))
    .reduce((product, { from }) => product.times(from), ONE);
  if (changed.length > MAXIMUM_FACTORS) return [{ kind: 'several factors', amount: delta }];
  const amounts = shapley(changed).map((amount) => amount.times(constant));
  return settled(changed, amounts, delta);
}

function whole(base: Charge | undefined, head: Charge | undefined): readonly Cause[] {
  const cost = (head ?? base)?.cost;
  if (cost?.kind !== 'priced' || cost.amount.expected.isZero()) return [];
  const { expected } = cost.amount;
  return [
    head === undefined ? { kind: 'removed', amount: expected.neg() } : { kind: 'added', amount: expected },
  ];
}

/**
 * Factors that both sides have, by name, and the price of one unit. Where each side has factors that the
 * other has not, the quantity is counted in another way: then they are one multiplier together.
 */
function multipliers(base: Charge, head: Charge): readonly Multiplier[] {
  const before = byName(base.factors);
  const after = byName(head.factors);
  const shared = [...after].flatMap(([kind, to]) => {
    const from = before.get(kind);
    return from === undefined ? [] : [{ kind, from: from.expected, to: to.expected }];
  });
  return [...shared, ...countedOtherwise(before, after), priceMultiplier(base, head)];
}

function countedOtherwise(
  before: ReadonlyMap<string, Factor['value']>,
  after: ReadonlyMap<string, Factor['value']>,
): readonly Multiplier[] {
  const gone = [...before].filter(([name]) => !after.has(name));
  const come = [...after].filter(([name]) => !before.has(name));
  // A factor that was left out was one: retries that are stated now were none before.
  if (gone.length === 0) return come.map(([kind, { expected }]) => ({ kind, from: ONE, to: expected }));
  if (come.length === 0) return gone.map(([kind, { expected }]) => ({ kind, from: expected, to: ONE }));
  const product = (entries: typeof gone) =>
    entries.reduce((value, [, range]) => value.times(range.expected), ONE);
  const kind = come.map(([name]) => name).join(' and ');
  return [{ kind, from: product(gone), to: product(come) }];
}

function byName(factors: readonly Factor[]): ReadonlyMap<string, Factor['value']> {
  return new Map(factors.map((factor) => [factor.name, factor.value]));
}

/** The price of one unit, under the name of what changed it: model, profile, tier, region, or the price itself. */
function priceMultiplier(base: Charge, head: Charge): Multiplier {
  const from = unitPrice(base);
  const to = unitPrice(head);
  const changed = changedTerms(base, head);
  if (changed.length > 0) {
    const words = {
      from: changed.map((term) => term.from).join(', '),
      to: changed.map((term) => term.to).join(', '),
    };
    return { kind: changed.map((term) => term.name).join(' and '), from, to, words };
  }
  if (base.region !== undefined && head.region !== undefined && base.region !== head.region) {
    return { kind: 'region', from, to, words: { from: base.region, to: head.region } };
  }
  return { kind: 'price', from, to };
}

function changedTerms(base: Charge, head: Charge) {
  const before = termsOf(base);
  const after = termsOf(head);
  return after.flatMap(({ name, value }) => {
    const other = before.find((term) => term.name === name);
    return other === undefined || other.value === value ? [] : [{ name, from: other.value, to: value }];
  });
}

function termsOf(charge: Charge) {
  return charge.terms ?? (charge.item === undefined ? [] : [{ name: 'model', value: charge.item }]);
}

function unitPrice(charge: Charge): Decimal {
  return charge.price === undefined ? ONE : charge.price.usd.div(charge.price.per);
}

/** Mean effect of each change over all orders, by its weight over all subsets of the others. */
function shapley(changed: readonly Multiplier[]): readonly Decimal[] {
  const count = changed.length;
  return changed.map((entry, index) => {
    let sum = ZERO;
    for (let subset = 0; subset < 1 << count; subset++) {
      if ((subset & (1 << index)) !== 0) continue;
      const effect = productOfOthers(changed, subset, index).times(entry.to.minus(entry.from));
      sum = sum.plus(effect.times(weight(bitCount(subset), count)));
    }
    return sum;
  });
}

/** The product of all multipliers but one: at the head's value for those in the subset, else at the base's. */
function productOfOthers(changed: readonly Multiplier[], subset: number, without: number): Decimal {
  return changed.reduce(
    (value, entry, index) =>
      index === without ? value : value.times((subset & (1 << index)) === 0 ? entry.from : entry.to),
    ONE,
  );
}

/** |S|! (n - |S| - 1)! / n! */
function weight(size: number, count: number): Decimal {
  return factorial(size)
    .times(factorial(count - size - 1))
    .div(factorial(count));
}

function factorial(n: number): Decimal {
  return Array.from({ length: n }, (_, index) => index + 1).reduce((value, next) => value.times(next), ONE);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Decimals of a share: far below anything shown, and few enough that sums of shares stay exact. */
const DECIMALS = 24;

/** Gives what rounding left to the largest share, so that the sum is the delta to the last digit. */
function settled(
  changed: readonly Multiplier[],
  shares: readonly Decimal[],
  delta: Decimal,
): readonly Cause[] {
  const amounts = shares.map((share) => share.toDecimalPlaces(DECIMALS));
  const largest = Decimal.max(ZERO, ...amounts.map((amount) => amount.abs()));
  const winner = amounts.findIndex((amount) => amount.abs().eq(largest));
  const others = amounts.reduce((sum, amount, index) => (index === winner ? sum : sum.plus(amount)), ZERO);
  return changed.map((entry, index) => ({
    kind: entry.kind,
    from: entry.words?.from ?? entry.from.toFixed(),
    to: entry.words?.to ?? entry.to.toFixed(),
    amount: index === winner ? delta.minus(others) : (amounts[index] ?? ZERO),
  }));
}
