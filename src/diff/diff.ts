import { certaintyOf, knownChange } from '../model/certainty.ts';
import type { Charge } from '../model/charge.ts';
import type { PriceBook } from '../model/price.ts';
import type { ChargeDelta, Diff, Estimate } from '../model/report.ts';
import { withPoolsOf } from '../model/shared-pools.ts';
import { joinCharges } from './join.ts';
import { type FeatureTitles, reasons } from './reasons.ts';
import { renamesOf } from './renames.ts';
import { layerDeltas, ownerDeltas, sideOf } from './totals.ts';
import { withUnreadable } from './unreadable.ts';

export interface DiffContext {
  readonly titles: FeatureTitles;
  /** The book that both sides of a project were priced with. Without it a price changes as a whole. */
  readonly bookFor?: (project: string) => PriceBook;
  /** Extra charges of the head that stand for resources, by `project\nresource\naddress`. */
  readonly pricedBy?: ReadonlyMap<string, string>;
}

/** What changes from one estimate to another. Pure: the same estimates give the same diff. */
export function diffEstimates(base: Estimate, head: Estimate, context: DiffContext): Diff {
  const standing = withUnreadable(base, head.charges);
  const headCharges = withUnreadable(head, base.charges);
  const renames = renamesOf({ ...base, charges: standing }, { ...head, charges: headCharges });
  const baseCharges = withPoolsOf(
    standing.map((charge) => renames.renamed(charge)),
    headCharges,
  );
  const before = sideOf(base.revision, baseCharges);
  const after = sideOf(head.revision, headCharges);
  const charges = joinCharges(baseCharges, headCharges, context.bookFor);
  const monthly = knownChange(charges, 'monthly');
  const certainty = certaintyOf(charges);
  const from = before.monthly.expected;
  return {
    charges: underFormerNames(charges, baseCharges, standing),
    layers: layerDeltas(charges),
    owners: ownerDeltas(charges),
    base: before,
    head: after,
    delta: {
      monthly,
      oneTime: knownChange(charges, 'one-time'),
      certainty,
      // A percentage of nothing says nothing, nor does one of a base that is not what was compared.
      ...(from.isZero() || certainty === 'priced-part'
        ? {}
        : { percent: monthly.expected.div(from).times(100) }),
    },
    reasons: reasons(charges, { ...context, base: base.workloads, head: head.workloads }),
    diagnostics: renames.diagnostics,
  };
}

/** The base's charges under the names that they had there: limits of the base are about those. */
function underFormerNames(
  charges: readonly ChargeDelta[],
  renamed: readonly Charge[],
  original: readonly Charge[],
): readonly ChargeDelta[] {
  const formers = new Map<Charge, Charge>();
  renamed.forEach((charge, index) => {
    const former = original[index];
    if (former !== undefined && former !== charge) formers.set(charge, former);
  });
  if (formers.size === 0) return charges;
  return charges.map((delta) => {
    const former = delta.base === undefined ? undefined : formers.get(delta.base);
    return former === undefined ? delta : { ...delta, base: former };
  });
}
