import type { Breach, Budget, Verdict } from '../model/budget.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Range } from '../model/range.ts';
import type { Diff } from '../model/report.ts';
import { type CostIndex, costIndex } from './cost-index.ts';
import type { Heirs } from './heirs.ts';

export interface Case {
  readonly diff: Diff;
  readonly budgets: readonly Budget[];
  /** True where the base has no manifest: then nothing is an increase. */
  readonly adopting: boolean;
  /** Which limits count what the head adds. */
  readonly heirs: Heirs;
  /** Requests a month at head, by `project/workload`. */
  readonly requests: ReadonlyMap<string, Range>;
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
  const { budgets, onUnpriced } = input;
  const costs = costIndex(input.diff, budgets, input.heirs);
  const breaches = budgets.flatMap((budget) => breachOf(budget, costs, input) ?? []);
  const failing = breaches.filter(
    (breach) => breach.budget.action === 'fail' && !alreadyOver(breach, costs, input),
  );
  const because = undecided(costs, input);
  const judged = budgets.map((budget) => {
    const actual = measured(budget, costs, input);
    return actual === undefined ? { budget } : { budget, actual };
  });
  if (failing.length > 0) return { status: 'fail', fails: true, breaches, budgets, judged, because };
  if (because.length > 0) {
    return { status: 'indeterminate', fails: onUnpriced === 'fail', breaches, budgets, judged, because };
  }
  const status = breaches.length > 0 ? 'warn' : 'pass';
  return { status, fails: false, breaches, budgets, judged, because };
}

function breachOf(budget: Budget, costs: CostIndex, input: Case): Breach | undefined {
  const actual = measured(budget, costs, input);
  if (actual === undefined || actual.lte(budget.max)) return undefined;
  return { budget, actual, over: actual.minus(budget.max) };
}

/** The figure that a limit is about; undefined where there is none, as a percentage of nothing. */
function measured(budget: Budget, costs: CostIndex, input: Case): Decimal | undefined {
  const { base, head } = costs(budget.scope);
  const increase = head.expected.minus(base.expected);
  switch (budget.measure) {
    case 'monthly':
      return head.expected;
    case 'increase':
      return input.adopting ? undefined : increase;
    case 'increase_percent':
      return input.adopting || base.expected.isZero() ? undefined : increase.div(base.expected).times(100);
    case 'per_1k_requests': {
      const { scope } = budget;
      if (scope.kind !== 'workload') return undefined;
      const requests = input.requests.get(`${scope.project}/${scope.workload}`)?.expected;
      return requests === undefined || requests.isZero()
        ? undefined
        : head.expected.div(requests).times(1000);
    }
  }
}

/** The base was over this absolute limit already, and the head is not dearer. */
function alreadyOver(breach: Breach, costs: CostIndex, input: Case): boolean {
  const { budget, actual } = breach;
  if (budget.measure !== 'monthly') return false;
  const before = costs(budget.scope).base.expected;
  return (
    before.gt(budget.max) &&
    actual.lte(before) &&
    input.baseDiagnostics.every(({ severity }) => severity !== 'error')
  );
}

function undecided(costs: CostIndex, input: Case): readonly string[] {
  const { diff, budgets, headDiagnostics, baseDiagnostics } = input;
  const because: string[] = [];
  const errors = headDiagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    because.push(
      `${errors} ${errors === 1 ? 'error' : 'errors'} in the head: its cost is not known as a whole`,
    );
  }
  if (budgets.length === 0) return because;
  const brought = diff.charges.filter(
    ({ base, head }) => head?.cost.kind === 'unpriced' && base?.cost.kind !== 'unpriced',
  ).length;
  if (brought > 0) {
    because.push(
      `${brought} ${brought === 1 ? 'charge that this change brings has' : 'charges that this change brings have'} no price or no quantity`,
    );
  }
  if (
    !input.adopting &&
    budgets.some((budget) => budget.measure === 'increase_percent' && fromNothing(budget, costs))
  ) {
    because.push('a percentage of a base that costs nothing cannot be told');
  }
  const perRequest = budgets.filter((budget) => budget.measure === 'per_1k_requests');
  if (perRequest.some((budget) => withoutRequests(budget, costs, input))) {
    because.push('a cost per 1,000 requests cannot be told of a workload that has costs and no requests');
  }
  if (hidesCharges(input)) {
    because.push(
      'parts of the infrastructure code cannot be read any more and charges are gone: whether they moved there is not known',
    );
  }
  const relative = budgets.some(({ measure }) => measure === 'increase' || measure === 'increase_percent');
  if (relative && baseDiagnostics.some(({ severity }) => severity === 'error')) {
    because.push('the base has errors, so an increase over it cannot be told');
  }
  return because;
}

/** A percentage limit on what costs nothing at base and something at head. */
function fromNothing(budget: Budget, costs: CostIndex): boolean {
  const { base, head } = costs(budget.scope);
  return base.expected.isZero() && head.expected.gt(0);
}

/** A limit per 1,000 requests on what costs something and has no requests, under its old name or a new one. */
function withoutRequests({ scope }: Budget, costs: CostIndex, input: Case): boolean {
  if (scope.kind !== 'workload') return false;
  const requests = input.requests.get(`${scope.project}/${scope.workload}`)?.expected;
  return (requests === undefined || requests.isZero()) && costs(scope).head.expected.gt(0);
}

/** What the code says can be hidden by these; a wrong total would then look like a saving. */
const HIDING: ReadonlySet<string> = new Set([
  'iac-unresolved',
  'iac-missing',
  'file-refused',
  'file-unreadable',
]);

/** Something that the base could read cannot be read at head, and charges of the code are gone. */
function hidesCharges({ diff, headDiagnostics, baseDiagnostics }: Case): boolean {
  const lost = diff.charges.some(({ base, head }) => head === undefined && base?.owner.kind !== 'extra');
  if (!lost) return false;
  const known = new Set(baseDiagnostics.map(({ code, message }) => `${code} ${message}`));
  return headDiagnostics.some(({ code, message }) => HIDING.has(code) && !known.has(`${code} ${message}`));
}
