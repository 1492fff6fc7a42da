import type { Charge } from '../model/charge.ts';

/** Who causes a charge: a project and an owner. */
export function ownerKey({ project, owner }: Pick<Charge, 'project' | 'owner'>): string {
  return [project, owner.kind, owner.name].join('\n');
}

/** As `ownerKey`, of `project/workload`; names of workloads hold no slash. */
export function workloadKey(key: string): string {
  const slash = key.lastIndexOf('/');
  return [key.slice(0, slash), 'workload', key.slice(slash + 1)].join('\n');
}

/** What may come or go as a whole with a charge, the widest first: its owner, feature, call, and group. */
export function presenceKeys(charge: Charge): readonly string[] {
  const owner = ownerKey(charge);
  const feature = `${owner}\n${charge.feature}`;
  const call = charge.call === undefined ? [] : [`${feature}\ncall ${charge.call}`];
  return [owner, feature, ...call, ...(charge.group === undefined ? [] : [groupKey(charge, charge.group)])];
}

/** A group of charges of one owner, feature and call. */
export function groupKey(charge: Charge, group: string): string {
  return [ownerKey(charge), charge.feature, charge.call ?? '', `group ${group}`].join('\n');
}
