/** Workloads that stand on with next to nothing left, so that something new may have taken their place. */
import type { Budget } from '../model/budget.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Diff, Estimate } from '../model/report.ts';

type Workloads = Pick<Estimate, 'workloads'>;

/** Of ten parts of the monthly cost at base, less than one is left. */
const PARTS = 10;

/**
 * Workloads of both sides, as `project/workload`, of whose expected monthly cost less than a tenth is left. Where a
 * charge of one has no price at head, what is left is not known.
 */
export function stubs({ charges }: Pick<Diff, 'charges'>, { workloads }: Workloads): ReadonlySet<string> {
  const before = new Map<string, Decimal>();
  const after = new Map<string, Decimal>();
  const open = new Set<string>();
  for (const { base, head } of charges) {
    for (const [charge, sums] of [
      [base, before],
      [head, after],
    ] as const) {
      if (charge?.owner.kind !== 'workload' || charge.period !== 'monthly') continue;
      const key = `${charge.project}/${charge.owner.name}`;
      if (charge.cost.kind === 'priced')
        sums.set(key, (sums.get(key) ?? ZERO).plus(charge.cost.amount.expected));
      else if (charge === head) open.add(key);
    }
  }
  const found = [...before].filter(
    ([key, cost]) => workloads.has(key) && !open.has(key) && (after.get(key) ?? ZERO).times(PARTS).lt(cost),
  );
  return new Set(found.map(([key]) => key));
}

/** One note for each limited workload that is left as a stub while others come: their cost counts under its limits. */
export function stubNotes(
  diff: Pick<Diff, 'charges'>,
  budgets: readonly Budget[],
  base: Workloads,
  head: Workloads,
): readonly Diagnostic[] {
  const found = stubs(diff, head);
  const come = [...head.workloads].filter((key) => !base.workloads.has(key));
  const notes = new Map<string, Diagnostic>();
  for (const { scope, at } of budgets) {
    if (scope.kind !== 'workload') continue;
    const { project, workload } = scope;
    const names = come.filter((key) => key.slice(0, key.lastIndexOf('/')) === project).map(nameOf);
    if (!found.has(`${project}/${workload}`) || names.length === 0) continue;
    const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '');
    const message = `Less than a tenth of the cost of ${workload} is left, so its limits also count what is new: ${shown}.`;
    notes.set(`${project}/${workload}`, {
      code: 'budget-followed',
      severity: 'warning',
      message,
      ...(at === undefined ? {} : { at }),
    });
  }
  return [...notes.values()];
}

function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
