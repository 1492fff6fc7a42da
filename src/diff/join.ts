import type { Charge } from '../model/charge.ts';
import type { PriceBook } from '../model/price.ts';
import { equalRanges, type Range, subtractRanges } from '../model/range.ts';
import type { ChargeDelta, ChargeStatus } from '../model/report.ts';
import { causesOf } from './causes.ts';

/**
 * Joins the charges of two trees by id: those of the head in their order, then those that only the base has.
 * Pure and symmetric but for the order: swapping the trees swaps added and removed and turns every sign.
 */
export function joinCharges(
  base: readonly Charge[],
  head: readonly Charge[],
  bookFor?: (project: string) => PriceBook,
): readonly ChargeDelta[] {
  const before = new Map(base.map((charge) => [charge.id, charge]));
  const after = new Set(head.map((charge) => charge.id));
  const kept = head.map((charge) => chargeDelta(before.get(charge.id), charge, bookFor?.(charge.project)));
  const removed = base
    .filter((charge) => !after.has(charge.id))
    .map((charge) => chargeDelta(charge, undefined));
  return [...kept, ...removed];
}

function chargeDelta(base: Charge | undefined, head: Charge | undefined, book?: PriceBook): ChargeDelta {
  const id = (head ?? base)?.id ?? '';
  const delta = costDelta(base, head);
  return {
    id,
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
    status: statusOf(base, head),
    ...(delta === undefined ? {} : { delta }),
    causes: causesOf(base, head, book),
  };
}

/** Undefined where a side exists and is unpriced: then the difference is not known. */
function costDelta(base: Charge | undefined, head: Charge | undefined): Range | undefined {
  const before = base?.cost;
  const after = head?.cost;
  if (before?.kind === 'unpriced' || after?.kind === 'unpriced') return undefined;
  if (after === undefined) return before === undefined ? undefined : negated(before.amount);
  return before === undefined ? after.amount : subtractRanges(after.amount, before.amount);
}

function negated(range: Range): Range {
  return { low: range.low.neg(), expected: range.expected.neg(), high: range.high.neg() };
}

function statusOf(base: Charge | undefined, head: Charge | undefined): ChargeStatus {
  if (base === undefined) return 'added';
  if (head === undefined) return 'removed';
  return sameCharge(base, head) ? 'unchanged' : 'changed';
}

/** Alike in what it costs and in what it is made of. */
function sameCharge(base: Charge, head: Charge): boolean {
  if (base.cost.kind !== head.cost.kind || base.item !== head.item || base.region !== head.region)
    return false;
  if (base.cost.kind === 'priced' && head.cost.kind === 'priced') {
    if (!equalRanges(base.cost.amount, head.cost.amount)) return false;
  } else if (base.cost.kind === 'unpriced' && head.cost.kind === 'unpriced') {
    if (base.cost.why !== head.cost.why) return false;
  }
  return (
    base.factors.length === head.factors.length &&
    base.factors.every((factor, index) => {
      const other = head.factors[index];
      return other !== undefined && factor.name === other.name && equalRanges(factor.value, other.value);
    })
  );
}
