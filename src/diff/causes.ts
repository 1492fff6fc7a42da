import type { Charge } from '../model/charge.ts';
import { Decimal, ZERO } from '../model/decimal.ts';
import type { PriceBook } from '../model/price.ts';
import type { Cause } from '../model/report.ts';
import { multipliers } from './drivers.ts';
import type { Driver } from './multiplier.ts';
import { sharesOf } from './shares.ts';

/**
 * What made a charge's expected cost change, figure by figure. The amounts add up exactly to the delta.
 *
 * Cost is a product, so a change of two figures has a part that belongs to neither alone. It is shared fairly: each
 * gets its mean effect over all orders in which the changes could have been made (its Shapley value). The result
 * does not depend on the order of factors, and the way back has the same amounts with the other sign. `book` is the
 * one that both sides were priced with; without it a price is one figure.
 */
export function causesOf(
  base: Charge | undefined,
  head: Charge | undefined,
  book?: PriceBook,
): readonly Cause[] {
  if (base === undefined || head === undefined) return whole(base, head);
  if (base.cost.kind === 'unpriced' || head.cost.kind === 'unpriced') return [];
  const delta = head.cost.amount.expected.minus(base.cost.amount.expected);
  const all = multipliers(base, head, book);
  const drivers = all.flatMap((multiplier) => multiplier.drivers);
  const [only, ...others] = drivers;
  if (only === undefined) return [];
  const amounts = others.length === 0 ? [delta] : settled(drivers, sharesOf(all).flat(), delta);
  return drivers.flatMap((driver, index) => {
    const amount = amounts[index] ?? ZERO;
    return amount.isZero() ? [] : [{ ...driver, amount }];
  });
}

function whole(base: Charge | undefined, head: Charge | undefined): readonly Cause[] {
  const charge = head ?? base;
  if (charge?.cost.kind !== 'priced' || charge.cost.amount.expected.isZero()) return [];
  const { expected } = charge.cost.amount;
  const group = charge.group === undefined ? {} : { group: charge.group };
  return head === undefined
    ? [{ kind: 'removed', ...group, amount: expected.neg() }]
    : [{ kind: 'added', ...group, amount: expected }];
}

/** Decimals of a share: far below anything shown, and few enough that sums of shares stay exact. */
const DECIMALS = 24;

/** Gives what rounding left to the largest share, of equal ones to the first by name, so that the sum is the delta. */
function settled(drivers: readonly Driver[], shares: readonly Decimal[], delta: Decimal): readonly Decimal[] {
  const amounts = shares.map((share) => share.toDecimalPlaces(DECIMALS));
  const largest = Decimal.max(ZERO, ...amounts.map((amount) => amount.abs()));
  const [winner = 0] = amounts
    .map((_, index) => index)
    .filter((index) => amounts[index]?.abs().eq(largest) === true)
    .sort((a, b) => (nameOf(drivers[a]) < nameOf(drivers[b]) ? -1 : 1));
  const others = amounts.reduce((sum, amount, index) => (index === winner ? sum : sum.plus(amount)), ZERO);
  return amounts.map((amount, index) => (index === winner ? delta.minus(others) : amount));
}

function nameOf(driver: Driver | undefined): string {
  return driver?.kind ?? '';
}
