import type { Charge } from '../model/charge.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { ChargeDelta } from '../model/report.ts';

interface Sum {
  count: number;
  cost: Decimal;
}

/**
 * Whether charges are gone although nobody said that what they are of is gone. A workload that the head no longer has
 * is said to be. What has come under another address, as often and at no lower cost, has moved.
 */
export function vanishes(charges: readonly ChargeDelta[], workloads: ReadonlySet<string>): boolean {
  const gone = new Map<string, Sum>();
  const come = new Map<string, Sum>();
  for (const { base, head } of charges) {
    if (head === undefined && base !== undefined && stillStands(base, workloads)) add(gone, base);
    if (base === undefined && head !== undefined) add(come, head);
  }
  return [...gone].some(([key, { count, cost }]) => {
    const other = come.get(key);
    return other === undefined || other.count < count || other.cost.lt(cost);
  });
}

function stillStands({ project, owner }: Charge, workloads: ReadonlySet<string>): boolean {
  if (owner.kind === 'extra') return false;
  return owner.kind !== 'workload' || workloads.has(`${project}/${owner.name}`);
}

function add(sums: Map<string, Sum>, { feature, component, period, cost }: Charge): void {
  const key = [feature, component, period].join('\n');
  const sum = sums.get(key) ?? { count: 0, cost: ZERO };
  sum.count += 1;
  if (cost.kind === 'priced') sum.cost = sum.cost.plus(cost.amount.expected);
  sums.set(key, sum);
}
