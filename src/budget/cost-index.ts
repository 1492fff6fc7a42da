import type { BudgetScope } from '../model/budget.ts';
import type { Charge } from '../model/charge.ts';
import { addRanges, NOTHING, type Range } from '../model/range.ts';
import type { Diff } from '../model/report.ts';

/** Monthly cost at base and at head of whatever a limit can be about. Looked up, not summed again for each limit. */
export type CostIndex = (scope: BudgetScope) => { readonly base: Range; readonly head: Range };

export function costIndex(diff: Diff): CostIndex {
  const base = new Map<string, Range>();
  const head = new Map<string, Range>();
  for (const delta of diff.charges) {
    if (delta.base !== undefined) add(base, delta.base);
    if (delta.head !== undefined) add(head, delta.head);
  }
  return (scope) => {
    const key = keyOf(scope);
    return { base: base.get(key) ?? NOTHING, head: head.get(key) ?? NOTHING };
  };
}

function add(sums: Map<string, Range>, charge: Charge): void {
  if (charge.cost.kind === 'unpriced' || charge.period === 'one-time') return;
  const { project, layer, owner } = charge;
  const scopes: BudgetScope[] = [
    { kind: 'total' },
    { kind: 'total', project },
    { kind: 'layer', layer },
    { kind: 'layer', layer, project },
  ];
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
