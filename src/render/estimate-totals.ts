/** The sums of one estimate. */
import type { Charge, Owner } from '../model/charge.ts';
import { LAYERS, type Layer } from '../model/layer.ts';
import { addRanges, NOTHING, type Range } from '../model/range.ts';
import { groupKey } from './facts.ts';

/** What a group of charges costs, and how many of them have no price. */
export interface Total {
  readonly monthly: Range;
  readonly oneTime: Range;
  readonly unpriced: number;
}

export interface EstimateTotals {
  readonly all: Total;
  /** All three layers, in their order. */
  readonly layers: readonly { readonly layer: Layer; readonly total: Total }[];
  /** In the order of the charges. */
  readonly owners: readonly { readonly project: string; readonly owner: Owner; readonly total: Total }[];
  readonly regions: readonly string[];
}

/** Sums the charges of one tree by layer and by owner. */
export function estimateTotals(charges: readonly Charge[]): EstimateTotals {
  const owners = new Map<string, Charge[]>();
  for (const charge of charges) {
    const key = groupKey(charge.project, charge.owner);
    const found = owners.get(key);
    if (found === undefined) owners.set(key, [charge]);
    else found.push(charge);
  }
  const regions = new Set(charges.flatMap(({ region }) => (region === undefined ? [] : [region])));
  return {
    all: totalOf(charges),
    layers: LAYERS.map((layer) => ({
      layer,
      total: totalOf(charges.filter((charge) => charge.layer === layer)),
    })),
    owners: [...owners.values()].flatMap((group) => {
      const [first] = group;
      return first === undefined
        ? []
        : [{ project: first.project, owner: first.owner, total: totalOf(group) }];
    }),
    regions: [...regions].sort(),
  };
}

function totalOf(charges: readonly Charge[]): Total {
  return {
    monthly: sumOf(charges, 'monthly'),
    oneTime: sumOf(charges, 'one-time'),
    unpriced: charges.filter(({ cost }) => cost.kind === 'unpriced').length,
  };
}

function sumOf(charges: readonly Charge[], wanted: Charge['period']): Range {
  const amounts = charges.flatMap(({ cost, period }) =>
    cost.kind === 'priced' && period === wanted ? [cost.amount] : [],
  );
  return addRanges(NOTHING, ...amounts);
}
