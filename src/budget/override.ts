/**
 * What an approval covers, and when it stops to. Pure: the label, its actor and time, and the cost on record come
 * from whoever can ask for them.
 */
import type { Breach, Verdict } from '../model/budget.ts';
import type { ApprovedCost, Override, OverrideOutcome } from '../model/override.ts';
import type { Report } from '../model/report.ts';
import { limitKey } from './limit-key.ts';

/** What is on record from the moment an approval is given: the cost of the head, and every limit that it exceeds. */
export function approvedCost({ diff, verdict }: Pick<Report, 'diff' | 'verdict'>): ApprovedCost {
  return {
    revision: diff.head.revision,
    monthly: diff.head.monthly.expected,
    exceeded: new Map(failing(verdict).map(({ budget, actual }) => [limitKey(budget), actual])),
  };
}

/**
 * The report with its verdict under an approval. The status stays what it is; the approval decides whether the build
 * fails, and the outcome says why.
 *
 * It covers the cost that stood when it was given: the month's total and the figure of every exceeded limit. As soon
 * as one of them is higher, or another limit is exceeded, it does not hold any more, until it is given again. What
 * cannot be decided has no figure to compare, so there it holds for that very commit. Where it cannot be read, or the
 * cost that it was given for is not on record, it does not hold.
 */
export function withOverride(report: Report, override: Override): Report {
  const { verdict } = report;
  if (!verdict.fails || override.kind === 'absent') return report;
  const outcome = outcomeOf(report, override);
  return { ...report, verdict: { ...verdict, fails: outcome.kind !== 'covers', override: outcome } };
}

function outcomeOf(report: Report, override: Exclude<Override, { kind: 'absent' }>): OverrideOutcome {
  if (override.kind === 'unreadable') return override;
  const { label, actor, at, approved } = override;
  if (approved === undefined) return { kind: 'not-recorded', label, actor, at };
  const now = approvedCost(report);
  const given = { label, actor, at, upTo: approved.monthly };
  if (now.monthly.gt(approved.monthly)) return { kind: 'exceeded', ...given, because: 'dearer' };
  for (const [key, actual] of now.exceeded) {
    const before = approved.exceeded.get(key);
    if (before === undefined) return { kind: 'exceeded', ...given, because: 'other-limit' };
    if (actual.gt(before)) return { kind: 'exceeded', ...given, because: 'dearer' };
  }
  const open = report.verdict.because.length > 0;
  if (open && now.revision !== approved.revision)
    return { kind: 'exceeded', ...given, because: 'not-decidable' };
  return { kind: 'covers', ...given };
}

/** The breaches that fail the build; those that only warn need no approval. */
function failing({ breaches }: Verdict): readonly Breach[] {
  return breaches.filter(({ budget }) => budget.action === 'fail');
}
