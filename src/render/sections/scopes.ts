/** What the limits of a budget are about, in words. */
import type { Budget, BudgetScope } from '../../model/budget.ts';
import { LAYER_TITLES } from '../../model/layer.ts';
import type { Report } from '../../model/report.ts';
import { type Line, line, name, prose } from '../document.ts';

/** True for a limit on everything that the report is about. */
export function isOnTheWhole({ projects }: Report, { scope }: Budget): boolean {
  return scope.kind === 'total' && (scope.project === undefined || projects.length < 2);
}

/** `Total`, `Operational tail`, a workload; with its project where there are several. */
export function scopeWords({ projects }: Report, scope: BudgetScope): Line {
  const several = projects.length > 1 && scope.project !== undefined;
  const where = several ? line`${name(scope.project ?? '')}` : line``;
  const apart = several ? line` ` : line``;
  switch (scope.kind) {
    case 'total':
      return several ? where : line`Total`;
    case 'layer':
      return line`${where}${apart}${prose(LAYER_TITLES[scope.layer])}`;
    case 'workload':
      return line`${where}${apart}${name(scope.workload)}`;
    case 'environment':
      return line`${where}${apart}environment ${name(scope.environment)}`;
  }
}
