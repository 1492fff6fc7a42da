import { certaintyOf, knownChange } from '../model/certainty.ts';
import type { Charge, Owner } from '../model/charge.ts';
import { LAYERS, type Layer } from '../model/layer.ts';
import { addRanges, NOTHING, type Range } from '../model/range.ts';
import type { ChargeDelta, GroupDelta, Side } from '../model/report.ts';
import { groupCauses } from './group-causes.ts';
import { ownerKey } from './keys.ts';

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
export function layerDeltas(charges: readonly ChargeDelta[]): readonly GroupDelta<Layer>[] {
  const groups = new Map<Layer, ChargeDelta[]>(LAYERS.map((layer) => [layer, []]));
  for (const delta of charges) {
    const layer = (delta.head ?? delta.base)?.layer;
    if (layer !== undefined) groups.get(layer)?.push(delta);
  }
  return [...groups].map(([layer, members]) => groupDelta(layer, members, 'owner'));
}

/** Every owner of a charge, in the order of the head, then those that only the base has. */
export function ownerDeltas(
  charges: readonly ChargeDelta[],
): readonly GroupDelta<{ readonly project: string; readonly owner: Owner }>[] {
  const groups = new Map<
    string,
    { readonly key: { readonly project: string; readonly owner: Owner }; readonly members: ChargeDelta[] }
  >();
  for (const delta of charges) {
    const charge = delta.head ?? delta.base;
    if (charge === undefined) continue;
    const id = ownerKey(charge);
    const group = groups.get(id);
    if (group !== undefined) group.members.push(delta);
    else groups.set(id, { key: { project: charge.project, owner: charge.owner }, members: [delta] });
  }
  return [...groups.values()].map(({ key, members }) => groupDelta(key, members, 'call'));
}

function groupDelta<Key>(
  key: Key,
  members: readonly ChargeDelta[],
  apart: 'owner' | 'call',
): GroupDelta<Key> {
  const monthly = members.filter(({ base, head }) => (head ?? base)?.period === 'monthly');
  const before = sum(monthly.flatMap(({ base }) => base ?? []));
  const after = sum(monthly.flatMap(({ head }) => head ?? []));
  const unpriced = members.filter(({ head }) => head?.cost.kind === 'unpriced').length;
  return {
    key,
    base: before,
    head: after,
    delta: knownChange(monthly, 'monthly'),
    certainty: certaintyOf(members),
    unpriced,
    causes: groupCauses(monthly, apart),
  };
}

function sum(charges: readonly Charge[]): Range {
  return charges.reduce(
    (total, { cost }) => (cost.kind === 'priced' ? addRanges(total, cost.amount) : total),
    NOTHING,
  );
}
