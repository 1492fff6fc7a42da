import type { Budget, BudgetScope } from '../model/budget.ts';

/** Names what a limit is about: two limits with one key are the same limit, set twice or at two commits. */
export function limitKey({ scope, measure, on = 'expected' }: Budget): string {
  return [scopeKey(scope), measure, ...(on === 'expected' ? [] : [on])].join('\n');
}

/** Names what is measured. */
export function scopeKey(scope: BudgetScope): string {
  return [scope.kind, scope.project ?? '', partOf(scope)].join('\n');
}

function partOf(scope: BudgetScope): string {
  switch (scope.kind) {
    case 'total':
      return '';
    case 'layer':
      return scope.layer;
    case 'workload':
      return scope.workload;
    case 'environment':
      return scope.environment;
  }
}
