import type { Breach, Budget, Verdict } from '../model/budget.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { NOTHING, type Range } from '../model/range.ts';
import type { Diff, Estimate } from '../model/report.ts';

export interface Case {
  readonly diff: Diff;
  readonly budgets: readonly Budget[];
  readonly head: Estimate;
  /** Diagnostics of each side: an error at head leaves its total open. */
  readonly headDiagnostics: readonly Diagnostic[];
  readonly baseDiagnostics: readonly Diagnostic[];
  readonly onUnpriced: 'fail' | 'warn';
}

/**
 * The verdict over the limits in force, on expected cost, unrounded. Exactly at a limit passes.
 *
 * An absolute limit that the base already exceeded warns and fails only where the head is dearer still. What
 * cannot be decided is `indeterminate`: a head that cannot be read, or charges without a price that the pull
 * request brings while a limit holds; otherwise breaking the evidence would be a way past the limit.
 */
export function judge(input: Case): Verdict {
  const { diff, budgets, onUnpriced } = input;
  const judged = budgets.map((budget) => ({ budget, breach: breachOf(budget, input) }));
  const breaches = judged.flatMap(({ breach }) => (breach === undefined ? [] : [breach]));
  const failing = breaches.filter((breach) => breach.budget.action === 'fail' && !alreadyOver(breach, diff, input));
  const because = undecided(input);
  if (failing.length > 0) return { status: 'fail', fails: true, breaches, budgets, because };
  if (because.length > 0) {
    return { status: 'indeterminate', fails: onUnpriced === 'fail', breaches, budgets, because };
  }
  return { status: breaches.length > 0 ? 'warn' : 'pass', fails: false, breaches, budgets, because };
}

function breachOf(budget: Budget, input: Case): Breach | undefined {
  const actual = measured(budget, input);
  if (actual === undefined || actual.lte(budget.max)) return undefined;
  return { budget, actual, over: actual.minus(budget.max) };
}

/** The figure that a limit is about; undefined where there is none, as a percentage of nothing. */
function measured(budget: Budget, input: Case): Decimal | undefined {
  const { base, head } = costs(budget, input.diff);
  const increase = head.expected.minus(base.expected);
  switch (budget.measure) {
    case 'monthly':
      return head.expected;
    case 'increase':
      return increase;
    case 'increase_percent':
      return base.expected.isZero() ? undefined : increase.div(base.expected).times(100);
    case 'per_1k_requests': {
      const { scope } = budget;
      if (scope.kind !== 'workload') return undefined;
      const requests = input.head.requests.get(`${scope.project}/${scope.workload}`)?.expected;
      return requests === undefined || requests.isZero() ? undefined : head.expected.div(requests).times(1000);
    }
  }
}

function costs(budget: Budget, diff: Diff): { readonly base: Range; readonly head: Range } {
  const { scope } = budget;
  if (scope.kind === 'total') return { base: diff.base.monthly, head: diff.head.monthly };
  const group =
    scope.kind === 'layer'
      ? diff.layers.find(({ key }) => key === scope.layer)
      : diff.owners.find(({ key }) => key.project === scope.project && key.owner.kind === 'workload' && key.owner.name === scope.workload);
  return { base: group?.base ?? NOTHING, head: group?.head ?? NOTHING };
}

/** The base was over this absolute limit already, and the head is not dearer. */
function alreadyOver(breach: Breach, diff: Diff, input: Case): boolean {
  const { budget, actual } = breach;
  if (budget.measure !== 'monthly') return false;
  const before = costs(budget, diff).base.expected;
  return before.gt(budget.max) && actual.lte(before) && input.baseDiagnostics.every(({ severity }) => severity !== 'error');
}

function undecided(input: Case): readonly string[] {
  const { diff, budgets, headDiagnostics, baseDiagnostics } = input;
  const because: string[] = [];
  const errors = headDiagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    because.push(`${errors} ${errors === 1 ? 'error' : 'errors'} in the head: its cost is not known as a whole`);
  }
  if (budgets.length === 0) return because;
  const brought = diff.charges.filter(
    ({ base, head }) => head?.cost.kind === 'unpriced' && base?.cost.kind !== 'unpriced',
  ).length;
  if (brought > 0) {
    because.push(`${brought} ${brought === 1 ? 'charge that this change brings has' : 'charges that this change brings have'} no price or no quantity`);
  }
  const relative = budgets.some(({ measure }) => measure === 'increase' || measure === 'increase_percent');
  if (relative && baseDiagnostics.some(({ severity }) => severity === 'error')) {
    because.push('the base has errors, so an increase over it cannot be told');
  }
  return because;
}
