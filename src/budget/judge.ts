import type { Breach, Budget, Judged, UnpricedShare, Verdict } from '../model/budget.ts';
import type { Diff, Estimate } from '../model/report.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { costIndex } from './cost-index.ts';
import { type HeirSide, heirs } from './heirs.ts';
import { type Measuring, measured, measuredAtBase } from './measure.ts';
import { stubs } from './stubs.ts';
import { isRelative, undecided } from './undecided.ts';

export interface Case {
  readonly diff: Diff;
  readonly budgets: readonly Budget[];
  /** True where the base has no manifest: then nothing is an increase. */
  readonly adopting: boolean;
  /** Both commits; an error among the head's diagnostics leaves its total open. */
  readonly base: JudgedSide;
  readonly head: JudgedSide;
  readonly onUnpriced: 'fail' | 'warn';
  /** How much may be without a price, by project; nothing where absent. */
  readonly unpricedShares?: readonly UnpricedShare[];
  /** Where limits of the base stand that cannot be read. */
  readonly lostLimits?: readonly SourceLocation[];
}

type JudgedSide = HeirSide & Pick<Estimate, 'requests' | 'diagnostics'>;

/**
 * The verdict over the limits in force, unrounded. Exactly at a limit passes.
 *
 * A limit on what something costs that the base already exceeded warns and fails only where the head is dearer still.
 * What cannot be decided is `indeterminate`, and does not pass in silence.
 */
export function judge(input: Case): Verdict {
  const { budgets, onUnpriced, diff, base, head } = input;
  const inheritance = heirs(base, head, stubs(diff, head));
  const costs = costIndex(diff, budgets, inheritance);
  const measuring: Measuring = { costs, heirs: inheritance, adopting: input.adopting, base, head };
  const judged = budgets.map((budget): Judged => {
    const actual = measured(budget, measuring);
    const { unpriced, change } = costs(budget.scope);
    return {
      budget,
      unpriced,
      ...(actual === undefined ? {} : { actual }),
      ...(isRelative(budget) ? { change } : {}),
    };
  });
  const breaches = judged.flatMap(({ budget, actual }): readonly Breach[] =>
    actual === undefined || actual.lte(budget.max)
      ? []
      : [{ budget, actual, over: actual.minus(budget.max) }],
  );
  const failing = breaches.filter(
    (breach) => breach.budget.action === 'fail' && !alreadyOver(breach, measuring, input),
  );
  const because = undecided(
    {
      diff,
      budgets,
      unpricedShares: input.unpricedShares ?? [],
      lostLimits: input.lostLimits ?? [],
      baseDiagnostics: base.diagnostics,
      headDiagnostics: head.diagnostics,
    },
    measuring,
  );
  if (failing.length > 0) return { status: 'fail', fails: true, breaches, budgets, judged, because };
  if (because.length > 0) {
    return { status: 'indeterminate', fails: onUnpriced === 'fail', breaches, budgets, judged, because };
  }
  const status = breaches.length > 0 ? 'warn' : 'pass';
  return { status, fails: false, breaches, budgets, judged, because };
}

/** The base was over this limit already, and the head is not dearer. */
function alreadyOver({ budget, actual }: Breach, measuring: Measuring, { base }: Case): boolean {
  const before = measuredAtBase(budget, measuring);
  return (
    before?.gt(budget.max) === true &&
    actual.lte(before) &&
    base.diagnostics.every(({ severity }) => severity !== 'error')
  );
}
