import type { Charge } from '../model/charge.ts';
import type { Estimate, Unreadable } from '../model/report.ts';

/**
 * The charges of one side, with those that a fault hides.
 *
 * A workload that cannot be read has not gone away: what the other side knows of it, under this name or its former one,
 * is carried over as not priced. Otherwise a typing error would show up as a saving. Where the other side knows nothing
 * of it either, it stands for itself, as one item without a price.
 */
export function withUnreadable(estimate: Estimate, others: readonly Charge[]): readonly Charge[] {
  if (estimate.unreadable.length === 0) return estimate.charges;
  const known = new Set(estimate.charges.map((charge) => charge.id));
  const found = new Set<Unreadable>();
  const hidden = others.flatMap((charge): readonly Charge[] => {
    const fault = estimate.unreadable.find((candidate) => hides(candidate, charge));
    if (fault === undefined) return [];
    found.add(fault);
    return known.has(charge.id) ? [] : [unpriced(charge, fault)];
  });
  const unseen = estimate.unreadable.filter((fault) => !found.has(fault)).flatMap(standIn);
  return [...estimate.charges, ...hidden, ...unseen];
}

function hides(fault: Unreadable, charge: Charge): boolean {
  if (fault.project !== charge.project) return false;
  if (fault.kind !== undefined && fault.kind !== charge.owner.kind) return false;
  return [undefined, charge.owner.name].includes(fault.name) || fault.renamedFrom === charge.owner.name;
}

function unpriced(charge: Charge, fault: Unreadable): Charge {
  const { price: _price, priceKey: _key, item: _item, terms: _terms, ...rest } = charge;
  return { ...rest, factors: [], notes: [], at: fault.at, cost: { kind: 'unpriced', why: whyOf(fault) } };
}

/** Of a workload alone: what else has a fault may cost nothing by itself. */
function standIn(fault: Unreadable): readonly Charge[] {
  const { project, kind, name, at } = fault;
  if (kind !== 'workload' || name === undefined) return [];
  const draft = { project, owner: { kind, name }, layer: 'inference', feature: 'inference' } as const;
  const component = 'all of its costs';
  return [
    {
      ...draft,
      id: [project, kind, name, draft.feature, component].join('/'),
      component,
      kind: 'usage',
      period: 'monthly',
      unit: 'requests',
      factors: [],
      notes: [],
      at,
      cost: { kind: 'unpriced', why: whyOf(fault) },
    },
  ];
}

function whyOf({ kind, why }: Unreadable): string {
  if (why !== undefined) return why;
  return kind === undefined ? 'its manifest cannot be read' : 'its entry in the manifest has an error';
}
