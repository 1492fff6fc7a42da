import type { Charge, Owner } from '../model/charge.ts';
import { LAYERS, type Layer } from '../model/layer.ts';
import { addRanges, NOTHING, type Range, subtractRanges } from '../model/range.ts';
import type { GroupDelta, Side } from '../model/report.ts';

/** The sum of what is priced, and how many charges are not. */
export function sideOf(revision: string, charges: readonly Charge[]): Side {
  return {
    revision,
    monthly: sum(charges.filter((charge) => charge.period === 'monthly')),
    oneTime: sum(charges.filter((charge) => charge.period === 'one-time')),
    unpriced: charges.filter((charge) => charge.cost.kind === 'unpriced').length,
  };
}

/** All three layers, always, in their order. */
export function layerDeltas(base: readonly Charge[], head: readonly Charge[]): readonly GroupDelta<Layer>[] {
  return LAYERS.map((key) => groupDelta(key, base.filter(isOf(key)), head.filter(isOf(key))));
}

function isOf(layer: Layer): (charge: Charge) => boolean {
  return (charge) => charge.layer === layer;
}

/** Every owner of a charge, in the order of the head, then those that only the base has. */
export function ownerDeltas(
  base: readonly Charge[],
  head: readonly Charge[],
): readonly GroupDelta<{ readonly project: string; readonly owner: Owner }>[] {
  const groups = new Map<
    string,
    { key: { project: string; owner: Owner }; base: Charge[]; head: Charge[] }
  >();
  const groupOf = (charge: Charge) => {
    const id = [charge.project, charge.owner.kind, charge.owner.name].join('\n');
    let group = groups.get(id);
    if (group === undefined) {
      group = { key: { project: charge.project, owner: charge.owner }, base: [], head: [] };
      groups.set(id, group);
    }
    return group;
  };
  for (const charge of head) groupOf(charge).head.push(charge);
  for (const charge of base) groupOf(charge).base.push(charge);
  return [...groups.values()].map((group) => groupDelta(group.key, group.base, group.head));
}

function groupDelta<Key>(key: Key, base: readonly Charge[], head: readonly Charge[]): GroupDelta<Key> {
  const before = sum(base.filter((charge) => charge.period === 'monthly'));
  const after = sum(head.filter((charge) => charge.period === 'monthly'));
  const unpriced = head.filter((charge) => charge.cost.kind === 'unpriced').length;
  return { key, base: before, head: after, delta: subtractRanges(after, before), unpriced };
}

function sum(charges: readonly Charge[]): Range {
  return charges.reduce(
    (total, { cost }) => (cost.kind === 'priced' ? addRanges(total, cost.amount) : total),
    NOTHING,
  );
}
