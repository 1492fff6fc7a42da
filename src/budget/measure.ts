/** The figure that a limit is held against. */
import type { Budget, BudgetScope } from '../model/budget.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { Scenario } from '../model/range.ts';
import type { Estimate } from '../model/report.ts';
import type { CostIndex } from './cost-index.ts';
import type { Heirs } from './heirs.ts';

export interface Measuring {
  readonly costs: CostIndex;
  readonly heirs: Heirs;
  /** True where the base has no manifest: then nothing is an increase. */
  readonly adopting: boolean;
  readonly base: RequestSide;
  readonly head: RequestSide;
}

type RequestSide = Pick<Estimate, 'requests' | 'workloads' | 'environments'>;

/** Of the head; undefined where there is none, as a percentage of nothing. */
export function measured(budget: Budget, measuring: Measuring): Decimal | undefined {
  const { on = 'expected' } = budget;
  const costs = measuring.costs(budget.scope);
  const [base, head] = [costs.base[on], costs.head[on]];
  switch (budget.measure) {
    case 'monthly':
      return head;
    case 'increase':
      return measuring.adopting ? undefined : head.minus(base);
    case 'increase_percent':
      return measuring.adopting || base.isZero() ? undefined : head.minus(base).div(base).times(100);
    case 'per_1k_requests':
      return perThousand(head, requestsOf(budget.scope, measuring.head, measuring, on));
  }
}

/** The same figure of the base, for limits on what something costs; undefined for limits on a change. */
export function measuredAtBase(budget: Budget, measuring: Measuring): Decimal | undefined {
  const { on = 'expected' } = budget;
  const base = measuring.costs(budget.scope).base[on];
  if (budget.measure === 'monthly') return base;
  if (budget.measure !== 'per_1k_requests') return undefined;
  return perThousand(base, requestsOf(budget.scope, measuring.base, measuring, on));
}

function perThousand(cost: Decimal, requests: Decimal | undefined): Decimal | undefined {
  return requests === undefined || requests.isZero() ? undefined : cost.div(requests).times(1000);
}

/** Requests a month of all that a limit is about; undefined where the manifest does not say them of one of them. */
function requestsOf(
  scope: BudgetScope,
  side: RequestSide,
  { heirs }: Measuring,
  on: Scenario,
): Decimal | undefined {
  const workloads = workloadsOf(scope, side, heirs);
  return workloads.reduce<Decimal | undefined>((sum, workload) => {
    const own = side.requests.get(workload)?.[on];
    return own === undefined ? undefined : sum?.plus(own);
  }, ZERO);
}

function workloadsOf(scope: BudgetScope, side: RequestSide, heirs: Heirs): readonly string[] {
  const all = [...side.workloads];
  const within = (key: string) =>
    scope.project === undefined || key.slice(0, key.lastIndexOf('/')) === scope.project;
  if (scope.kind === 'workload') {
    const key = `${scope.project}/${scope.workload}`;
    if (heirs.isStub(key))
      return all.filter((other) => other === key || (heirs.isNew(other) && within(other)));
    // Whose cost is counted under a limit, its requests are: a declared rename says what took its place.
    if (side.workloads.has(key) || heirs.nowCalled(key) === undefined) return [key];
    return all.filter((other) => heirs.isNew(other) && within(other));
  }
  if (scope.kind !== 'environment') return all.filter(within);
  return all.filter((key) => within(key) && side.environments.get(key) === scope.environment);
}
