/** What several sections need to know of a report, found once. */
import { type Certainty, certaintyOf } from '../model/certainty.ts';
import type { Charge, Owner } from '../model/charge.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { Layer } from '../model/layer.ts';
import type { ChargeDelta, Report } from '../model/report.ts';

/** What is open in one group of charges. */
export interface Open {
  /** Charges without a price. */
  readonly base: number;
  readonly head: number;
  readonly certainty: Certainty;
}

export const NOTHING_OPEN: Open = { base: 0, head: 0, certainty: 'known' };

export interface Facts {
  readonly atBase: number;
  readonly atHead: number;
  readonly changed: readonly ChargeDelta[];
  readonly unpriced: readonly Charge[];
  /** Charges that have a price at base and none at head: the total falls although nothing is saved. */
  readonly lost: readonly Charge[];
  readonly pricedAtHead: number;
  readonly open: Open;
  readonly openByLayer: ReadonlyMap<Layer, Open>;
  readonly openByProject: ReadonlyMap<string, Open>;
  /** By `groupKey` of the project and the owner. */
  readonly openByOwner: ReadonlyMap<string, Open>;
  /** Change of the one-time costs by layer, where they are priced. */
  readonly oneTimeByLayer: ReadonlyMap<Layer, Decimal>;
}

/** Looks at every charge of a report once, for all sections. */
export function factsOf(report: Report): Facts {
  const { charges } = report.diff;
  const heads = charges.flatMap(({ head }) => (head === undefined ? [] : [head]));
  const unpriced = heads.filter((head) => head.cost.kind === 'unpriced');
  const lost = charges.flatMap(({ base, head }) =>
    base?.cost.kind === 'priced' && head?.cost.kind === 'unpriced' ? [head] : [],
  );
  return {
    atBase: charges.filter(({ base }) => base !== undefined).length,
    atHead: heads.length,
    changed: charges.filter(({ status }) => status !== 'unchanged'),
    unpriced,
    lost,
    pricedAtHead: heads.length - unpriced.length,
    open: openBy(charges, () => 'all').get('all') ?? NOTHING_OPEN,
    openByLayer: openBy(charges, ({ layer }) => layer),
    openByProject: openBy(charges, ({ project }) => project),
    openByOwner: openBy(charges, ({ project, owner }) => groupKey(project, owner)),
    oneTimeByLayer: oneTimeByLayer(charges),
  };
}

function openBy<Key>(
  charges: readonly ChargeDelta[],
  keyOf: (charge: Charge) => Key,
): ReadonlyMap<Key, Open> {
  const groups = new Map<Key, ChargeDelta[]>();
  for (const delta of charges) {
    const charge = delta.head ?? delta.base;
    if (charge === undefined) continue;
    const key = keyOf(charge);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [delta]);
    else members.push(delta);
  }
  return new Map([...groups].map(([key, members]) => [key, openOf(members)]));
}

function openOf(charges: readonly ChargeDelta[]): Open {
  return {
    base: charges.filter(({ base }) => base?.cost.kind === 'unpriced').length,
    head: charges.filter(({ head }) => head?.cost.kind === 'unpriced').length,
    certainty: certaintyOf(charges),
  };
}

function oneTimeByLayer(charges: readonly ChargeDelta[]): Facts['oneTimeByLayer'] {
  const sums = new Map<Layer, Decimal>();
  for (const { base, head } of charges) {
    for (const [charge, sign] of [
      [base, -1],
      [head, 1],
    ] as const) {
      if (charge?.period !== 'one-time' || charge.cost.kind !== 'priced') continue;
      const amount = charge.cost.amount.expected.times(sign);
      sums.set(charge.layer, (sums.get(charge.layer) ?? ZERO).plus(amount));
    }
  }
  return sums;
}

/** One text for a project and an owner, as the key of a map. */
export function groupKey(project: string, owner: Owner): string {
  return JSON.stringify([project, owner.kind, owner.name]);
}

/** The expected cost of a charge, zero where it has no price or does not exist: for sorting and adding up only. */
export function knownCost(charge: Charge | undefined): Decimal {
  return charge?.cost.kind === 'priced' ? charge.cost.amount.expected : ZERO;
}
