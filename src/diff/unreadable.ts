import type { Charge } from '../model/charge.ts';
import type { Estimate, Unreadable } from '../model/report.ts';

/**
 * The charges of one side, with those that a fault hides.
 *
 * A workload that cannot be read has not gone away: what the other side knows of it is carried over as not priced.
 * Otherwise a typing error would show up as a saving.
 */
export function withUnreadable(estimate: Estimate, others: readonly Charge[]): readonly Charge[] {
  if (estimate.unreadable.length === 0) return estimate.charges;
  const known = new Set(estimate.charges.map((charge) => charge.id));
  const hidden = others.flatMap((charge): readonly Charge[] => {
    if (known.has(charge.id)) return [];
    const fault = estimate.unreadable.find((candidate) => hides(candidate, charge));
    return fault === undefined ? [] : [unpriced(charge, fault)];
  });
  return [...estimate.charges, ...hidden];
}

function hides(fault: Unreadable, charge: Charge): boolean {
  if (fault.project !== charge.project) return false;
  if (fault.kind !== undefined && fault.kind !== charge.owner.kind) return false;
  return fault.name === undefined || fault.name === charge.owner.name;
}

function unpriced(charge: Charge, fault: Unreadable): Charge {
  const { price: _price, priceKey: _key, item: _item, terms: _terms, ...rest } = charge;
  const why =
    fault.kind === undefined ? 'its manifest cannot be read' : 'its entry in the manifest has an error';
  return { ...rest, factors: [], notes: [], at: fault.at, cost: { kind: 'unpriced', why } };
}
