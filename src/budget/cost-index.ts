import type { Budget, BudgetScope } from '../model/budget.ts';
import { type Certainty, certaintyOf, weakest } from '../model/certainty.ts';
import type { Charge } from '../model/charge.ts';
import { addRanges, NOTHING, type Range, subtractRanges } from '../model/range.ts';
import type { ChargeDelta, Diff } from '../model/report.ts';
import type { Heirs } from './heirs.ts';
import { scopeKey } from './limit-key.ts';

/** What stands under a limit. */
export interface ScopeCosts {
  readonly base: Range;
  readonly head: Range;
  /** Charges without a price at head. */
  readonly unpriced: number;
  /** The change of what is known on both sides, and how far it can be trusted. */
  readonly change: { readonly known: Range; readonly certainty: Certainty };
}

/** Monthly cost at base and at head of whatever a limit can be about. Looked up, not summed again for each limit. */
export type CostIndex = (scope: BudgetScope) => ScopeCosts;

/**
 * Costs by scope. At head, what is new also counts for the scopes whose limits it falls under, see `heirs`; at base,
 * what is renamed or has moved also counts for the scopes that it goes by at head. One-time costs are no part of a
 * month and stand under no limit.
 */
export function costIndex(diff: Diff, budgets: readonly Budget[], heirs: Heirs): CostIndex {
  const found = new Map<string, Sums>();
  const orphaned = orphanedScopes(budgets, heirs);
  for (const delta of diff.charges) {
    const { base, head } = delta;
    if (base !== undefined) add(found, 'base', base, delta, baseScopes(base, delta, heirs));
    if (head !== undefined) add(found, 'head', head, delta, headScopes(head, heirs, orphaned));
  }
  return (scope) => {
    const sums = found.get(scopeKey(scope)) ?? noSums();
    const { base, head, unpriced } = sums;
    const known = subtractRanges(sums.knownAtHead, sums.knownAtBase);
    return { base, head, unpriced, change: { known, certainty: weakest(sums.certainties) } };
  };
}

interface Sums {
  base: Range;
  head: Range;
  knownAtBase: Range;
  knownAtHead: Range;
  unpriced: number;
  readonly certainties: Certainty[];
}

function noSums(): Sums {
  return {
    base: NOTHING,
    head: NOTHING,
    knownAtBase: NOTHING,
    knownAtHead: NOTHING,
    unpriced: 0,
    certainties: [],
  };
}

type WorkloadScope = Extract<BudgetScope, { kind: 'workload' }>;

/** Scopes of limits whose workload the head no longer has, or has as a stub, each once. */
function orphanedScopes(budgets: readonly Budget[], heirs: Heirs): readonly WorkloadScope[] {
  const found = new Map<string, WorkloadScope>();
  for (const { scope } of budgets) {
    if (scope.kind === 'workload' && heirs.isGone(`${scope.project}/${scope.workload}`))
      found.set(scopeKey(scope), scope);
  }
  return [...found.values()];
}

function baseScopes(charge: Charge, { head }: ChargeDelta, heirs: Heirs): readonly BudgetScope[] {
  const { project, layer, owner } = charge;
  const projects = new Set([
    project,
    ...heirs.projectsOf(project),
    ...(head === undefined ? [] : [head.project]),
  ]);
  const scopes = scopesIn([...projects], layer);
  if (owner.kind !== 'workload') return scopes;
  const key = `${project}/${owner.name}`;
  const now = head === undefined ? heirs.nowCalled(key) : `${head.project}/${head.owner.name}`;
  return [
    ...scopes,
    workloadScope(key),
    ...(now === undefined || now === key ? [] : [workloadScope(now)]),
    ...heirs.environmentsAtBase(key).map((environment) => environmentScope(project, environment)),
  ];
}

function headScopes(
  { project, layer, owner }: Charge,
  heirs: Heirs,
  orphaned: readonly WorkloadScope[],
): readonly BudgetScope[] {
  const projects = heirs.projectsFor(project);
  const scopes = scopesIn(projects, layer);
  if (owner.kind !== 'workload') return scopes;
  const key = `${project}/${owner.name}`;
  const taken = heirs.isNew(key) ? orphaned.filter((scope) => projects.includes(scope.project)) : [];
  const environments = heirs
    .environmentsAtHead(key)
    .flatMap((environment) => projects.map((each) => environmentScope(each, environment)));
  return [...scopes, ...taken, workloadScope(key), ...environments];
}

function scopesIn(projects: readonly string[], layer: Charge['layer']): BudgetScope[] {
  return [
    { kind: 'total' },
    { kind: 'layer', layer },
    ...projects.flatMap((project): readonly BudgetScope[] => [
      { kind: 'total', project },
      { kind: 'layer', layer, project },
    ]),
  ];
}

/** Of `project/workload`; names of workloads hold no slash. */
function workloadScope(key: string): WorkloadScope {
  const slash = key.lastIndexOf('/');
  return { kind: 'workload', project: key.slice(0, slash), workload: key.slice(slash + 1) };
}

function environmentScope(project: string, environment: string): BudgetScope {
  return { kind: 'environment', project, environment };
}

function add(
  found: Map<string, Sums>,
  side: 'base' | 'head',
  charge: Charge,
  delta: ChargeDelta,
  scopes: readonly BudgetScope[],
): void {
  if (charge.period === 'one-time') return;
  const certainty = certaintyOf([delta]);
  for (const key of new Set(scopes.map(scopeKey))) {
    const sums = found.get(key) ?? noSums();
    found.set(key, sums);
    if (certainty !== 'known') sums.certainties.push(certainty);
    if (charge.cost.kind === 'unpriced') {
      if (side === 'head') sums.unpriced += 1;
      continue;
    }
    sums[side] = addRanges(sums[side], charge.cost.amount);
    if (delta.delta === undefined) continue;
    const known = side === 'base' ? 'knownAtBase' : 'knownAtHead';
    sums[known] = addRanges(sums[known], charge.cost.amount);
  }
}
