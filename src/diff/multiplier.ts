/** What a charge's cost is a product of, at both commits, and which figures of it can change on their own. */
import type { Decimal } from '../model/decimal.ts';

/** One figure that changed, in the words of the cause that it becomes. */
export interface Driver {
  readonly kind: string;
  readonly from?: string;
  readonly to?: string;
  /** The group of charges that comes and goes with it. */
  readonly group?: string;
  /** By how much it changes the price of a unit, in percent, where that does not depend on what else changed. */
  readonly percent?: Decimal;
}

/** One multiplier of a cost. */
export interface Multiplier {
  /** What changed in it; none where it stayed the same. */
  readonly drivers: readonly Driver[];
  /**
   * Its value for every set of drivers that are taken from the head, the others from the base: bit i is driver i.
   * Undefined where such a mixture does not exist, as a price that the book does not have.
   */
  readonly values: readonly (Decimal | undefined)[];
}

/** One figure; no driver where it is the same on both sides. */
export function single(kind: string, from: Decimal, to: Decimal): Multiplier {
  return from.eq(to)
    ? { drivers: [], values: [from] }
    : { drivers: [{ kind, from: from.toFixed(), to: to.toFixed() }], values: [from, to] };
}
