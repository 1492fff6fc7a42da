/** Whether a report is worth a new comment. One that exists is kept current in any case but `never`. */
import { Decimal } from '../model/decimal.ts';
import type { Report } from '../model/report.ts';
import type { CommentMode } from './inputs.ts';

/** `minimum` in US dollars a month: a smaller change makes no new comment, unless it breaks a limit. */
export function deservesComment(report: Report, mode: CommentMode, minimum: Decimal): boolean {
  const { verdict, diff } = report;
  const breach = verdict.fails || verdict.breaches.length > 0;
  if (mode === 'never') return false;
  if (mode === 'always' || breach) return true;
  if (mode === 'over-budget') return false;
  const unpricedChanged = diff.charges.some(
    ({ status, base, head }) =>
      status !== 'unchanged' && (base?.cost.kind === 'unpriced' || head?.cost.kind === 'unpriced'),
  );
  if (unpricedChanged) return true;
  // What it costs is not known, but that something changes is.
  if (mode === 'changes' && report.modelChanges.uncounted.length > 0) return true;
  const { monthly, oneTime } = diff.delta;
  const change = mode === 'increase' ? Decimal.max(monthly.high, oneTime.high) : largest(monthly, oneTime);
  if (!change.isPositive() || change.isZero()) {
    return (
      mode === 'changes' && minimum.isZero() && diff.charges.some(({ status }) => status !== 'unchanged')
    );
  }
  return change.gte(minimum);
}

/** The largest change of any scenario, in either direction. */
function largest(...ranges: Report['diff']['delta']['monthly'][]): Decimal {
  return Decimal.max(...ranges.flatMap(({ low, expected, high }) => [low.abs(), expected.abs(), high.abs()]));
}
