import type { Budget, BudgetScope } from '../model/budget.ts';
import type { Charge } from '../model/charge.ts';
import { addRanges, NOTHING, type Range } from '../model/range.ts';
import type { Diff } from '../model/report.ts';
import type { Heirs } from './heirs.ts';

/** Monthly cost at base and at head of whatever a limit can be about. Looked up, not summed again for each limit. */
export type CostIndex = (scope: BudgetScope) => { readonly base: Range; readonly head: Range };

/**
 * Costs by scope. At head, what is new also counts for the scopes whose limits it falls under, see `heirs`. One-time
 * costs are no part of a month and stand under no limit.
 */
export function costIndex(diff: Diff, budgets: readonly Budget[], heirs: Heirs): CostIndex {
  const base = new Map<string, Range>();
  const head = new Map<string, Range>();
  const orphaned = orphanedScopes(budgets, heirs);
  for (const delta of diff.charges) {
    if (delta.base !== undefined) add(base, delta.base, [delta.base.project], []);
    if (delta.head === undefined) continue;
    const { project, owner } = delta.head;
    const projects = heirs.projectsFor(project);
    const isNew = owner.kind === 'workload' && heirs.isNew(`${project}/${owner.name}`);
    const taken = isNew ? orphaned.filter((scope) => projects.includes(scope.project)) : [];
    add(head, delta.head, projects, taken);
  }
  return (scope) => {
    const key = keyOf(scope);
    return { base: base.get(key) ?? NOTHING, head: head.get(key) ?? NOTHING };
  };
}

type WorkloadScope = Extract<BudgetScope, { kind: 'workload' }>;

/** Scopes of limits whose workload the head no longer has, each once. */
function orphanedScopes(budgets: readonly Budget[], heirs: Heirs): readonly WorkloadScope[] {
  const found = new Map<string, WorkloadScope>();
  for (const { scope } of budgets) {
    if (scope.kind === 'workload' && heirs.isGone(`${scope.project}/${scope.workload}`))
      found.set(keyOf(scope), scope);
  }
  return [...found.values()];
}

function add(
  sums: Map<string, Range>,
  charge: Charge,
  projects: readonly string[],
  more: readonly BudgetScope[],
): void {
  if (charge.cost.kind === 'unpriced' || charge.period === 'one-time') return;
  const { project, layer, owner } = charge;
  const scopes: BudgetScope[] = [{ kind: 'total' }, { kind: 'layer', layer }, ...more];
  for (const name of projects)
    scopes.push({ kind: 'total', project: name }, { kind: 'layer', layer, project: name });
  if (owner.kind === 'workload') scopes.push({ kind: 'workload', project, workload: owner.name });
  for (const scope of scopes) {
    const key = keyOf(scope);
    sums.set(key, addRanges(sums.get(key) ?? NOTHING, charge.cost.amount));
  }
}

function keyOf(scope: BudgetScope): string {
  const what = scope.kind === 'layer' ? scope.layer : scope.kind === 'workload' ? scope.workload : '';
  return [scope.kind, scope.project ?? '*', what].join('\n');
}
