/** What the limits of a budget are about, in words and in figures. */
import type { Budget, BudgetScope } from '../../model/budget.ts';
import type { Charge } from '../../model/charge.ts';
import { type Decimal, ZERO } from '../../model/decimal.ts';
import { LAYER_TITLES } from '../../model/layer.ts';
import type { Report } from '../../model/report.ts';
import { type Line, line, name, prose } from '../document.ts';
import { knownCost } from '../facts.ts';

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
  }
}

/** Expected monthly cost of what is priced in one scope. */
export interface ScopeCost {
  readonly base: Decimal;
  readonly head: Decimal;
}

/** The expected monthly cost of every scope that a limit can be about. */
export function scopeCosts({ diff }: Report): (scope: BudgetScope) => ScopeCost {
  const costs = new Map<string, { base: Decimal; head: Decimal }>();
  for (const { base, head } of diff.charges) {
    for (const [charge, side] of [
      [base, 'base'],
      [head, 'head'],
    ] as const) {
      if (charge === undefined || charge.period !== 'monthly') continue;
      for (const scope of scopesOf(charge)) {
        const key = keyOf(scope);
        const found = costs.get(key) ?? { base: ZERO, head: ZERO };
        found[side] = found[side].plus(knownCost(charge));
        costs.set(key, found);
      }
    }
  }
  return (scope) => costs.get(keyOf(scope)) ?? { base: ZERO, head: ZERO };
}

function scopesOf({ project, layer, owner }: Charge): readonly BudgetScope[] {
  const scopes: BudgetScope[] = [
    { kind: 'total' },
    { kind: 'total', project },
    { kind: 'layer', layer },
    { kind: 'layer', layer, project },
  ];
  if (owner.kind === 'workload') scopes.push({ kind: 'workload', project, workload: owner.name });
  return scopes;
}

function keyOf(scope: BudgetScope): string {
  const what = scope.kind === 'layer' ? scope.layer : scope.kind === 'workload' ? scope.workload : null;
  return JSON.stringify([scope.kind, scope.project ?? null, what]);
}
