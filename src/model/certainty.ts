/** How much of a change is known where something has no price: the one rule for every figure that is shown. */
import type { Charge } from './charge.ts';
import { addRanges, NOTHING, type Range, subtractRanges } from './range.ts';

/**
 * How far the change of a sum can be trusted.
 * `known`: nothing that changed is without a price. `at-least`: only new items are without one.
 * `priced-part`: something is without a price on one side, or changed while it had none.
 */
export type Certainty = 'known' | 'at-least' | 'priced-part';

/** One charge at base and at head, as a diff joins them. */
interface Compared {
  readonly base?: Charge;
  readonly head?: Charge;
  readonly status: 'added' | 'removed' | 'changed' | 'unchanged';
}

const WEAKEST_FIRST: readonly Certainty[] = ['priced-part', 'at-least', 'known'];

/** What the charges of a sum leave of its certainty: the least of them. */
export function certaintyOf(charges: readonly Compared[]): Certainty {
  return weakest(charges.map(certaintyOfOne));
}

/** Of the parts of a sum. */
export function weakest(certainties: readonly Certainty[]): Certainty {
  return WEAKEST_FIRST.find((certainty) => certainties.includes(certainty)) ?? 'known';
}

/**
 * The change of what is known on both sides, where what does not exist costs nothing. A charge that has a price on one
 * side and stands on the other without one counts on neither: a lost price is no saving, a found one no increase.
 */
export function knownChange(charges: readonly Compared[], period: Charge['period']): Range {
  const known = charges.filter(
    ({ base, head }) => base?.cost.kind !== 'unpriced' && head?.cost.kind !== 'unpriced',
  );
  const after = sum(known.flatMap(({ head }) => head ?? []).filter((charge) => charge.period === period));
  const before = sum(known.flatMap(({ base }) => base ?? []).filter((charge) => charge.period === period));
  return subtractRanges(after, before);
}

function certaintyOfOne({ base, head, status }: Compared): Certainty {
  if (base?.cost.kind !== 'unpriced' && head?.cost.kind !== 'unpriced') return 'known';
  if (status === 'unchanged') return 'known';
  return base === undefined ? 'at-least' : 'priced-part';
}

function sum(charges: readonly Charge[]): Range {
  return charges.reduce(
    (total, { cost }) => (cost.kind === 'priced' ? addRanges(total, cost.amount) : total),
    NOTHING,
  );
}
