import { subtractRanges } from '../model/range.ts';
import type { Diff, Estimate } from '../model/report.ts';
import { joinCharges } from './join.ts';
import { type FeatureTitles, reasons } from './reasons.ts';
import { layerDeltas, ownerDeltas, sideOf } from './totals.ts';
import { withUnreadable } from './unreadable.ts';

/** What changes from one estimate to another. Pure: the same estimates give the same diff. */
export function diffEstimates(base: Estimate, head: Estimate, titles: FeatureTitles): Diff {
  const baseCharges = withUnreadable(base, head.charges);
  const headCharges = withUnreadable(head, base.charges);
  const before = sideOf(base.revision, baseCharges);
  const after = sideOf(head.revision, headCharges);
  const monthly = subtractRanges(after.monthly, before.monthly);
  const charges = joinCharges(baseCharges, headCharges);
  const from = before.monthly.expected;
  return {
    charges,
    layers: layerDeltas(baseCharges, headCharges),
    owners: ownerDeltas(baseCharges, headCharges),
    base: before,
    head: after,
    delta: {
      monthly,
      oneTime: subtractRanges(after.oneTime, before.oneTime),
      // A percentage of nothing says nothing.
      ...(from.isZero() ? {} : { percent: monthly.expected.div(from).times(100) }),
    },
    reasons: reasons(charges, { titles, base: base.workloads, head: head.workloads }),
  };
}
