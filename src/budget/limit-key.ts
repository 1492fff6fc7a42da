import type { Budget } from '../model/budget.ts';

/** Names what a limit is about: two limits with one key are the same limit, set twice or at two commits. */
export function limitKey({ scope, measure }: Budget): string {
  const what = scope.kind === 'workload' ? scope.workload : scope.kind === 'layer' ? scope.layer : '';
  return [scope.kind, scope.project ?? '', what, measure].join('\n');
}
