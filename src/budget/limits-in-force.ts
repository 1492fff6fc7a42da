import type { Budget, BudgetScope, UnpricedShare } from '../model/budget.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { limitKey, scopeKey } from './limit-key.ts';

export interface Adoption {
  /** True where the base has no manifest. */
  readonly adopting: boolean;
  /** Former names of workloads, by `project/workload`. */
  readonly renamedFrom?: ReadonlyMap<string, string>;
}

/**
 * The limits that hold: those of the base commit and of the inputs, the stricter of two for one thing.
 *
 * A pull request cannot loosen the limits that judge it: what its head says about budgets is reported and obeyed
 * only where it is stricter. Where the base has no manifest at all, the tool is being adopted and the head's hold.
 */
export function budgetsInForce(
  base: readonly Budget[],
  head: readonly Budget[],
  inputs: readonly Budget[],
  { adopting, renamedFrom = new Map() }: Adoption,
): { readonly budgets: readonly Budget[]; readonly diagnostics: readonly Diagnostic[] } {
  // A limit that the head moves along with a renamed workload is the limit of the base.
  const underFormerNames = adopting ? head : head.map((budget) => former(budget, base, renamedFrom));
  const judged = adopting ? head : [...base, ...tightened(base, head, underFormerNames)];
  const budgets = strictest([...judged, ...inputs]);
  return { budgets, diagnostics: adopting ? adopted(head) : changes(base, underFormerNames) };
}

/** The limit as one of the base's, where its workload was renamed and the base limits it under the old name. */
function former(budget: Budget, base: readonly Budget[], renamedFrom: ReadonlyMap<string, string>): Budget {
  const { scope } = budget;
  if (scope.kind !== 'workload') return budget;
  const before = renamedFrom.get(`${scope.project}/${scope.workload}`);
  if (before === undefined) return budget;
  const named: Budget = {
    ...budget,
    scope: { ...scope, workload: before.slice(before.lastIndexOf('/') + 1) },
  };
  return base.some((other) => limitKey(other) === limitKey(named)) ? named : budget;
}

/** Limits of the head that are stricter than the base's, or new, as the head states them. */
function tightened(
  base: readonly Budget[],
  head: readonly Budget[],
  underFormerNames: readonly Budget[],
): readonly Budget[] {
  const before = new Map(base.map((budget) => [limitKey(budget), budget]));
  return head.filter((budget, index) => {
    const old = before.get(limitKey(underFormerNames[index] ?? budget));
    return old === undefined || budget.max.lt(old.max);
  });
}

function strictest(budgets: readonly Budget[]): readonly Budget[] {
  const found = new Map<string, Budget>();
  for (const budget of budgets) {
    const key = `${limitKey(budget)} ${budget.action}`;
    const other = found.get(key);
    if (other === undefined || budget.max.lt(other.max)) found.set(key, budget);
  }
  return [...found.values()];
}

function adopted(head: readonly Budget[]): readonly Diagnostic[] {
  const [first] = head;
  if (first === undefined) return [];
  const message =
    'The base has no manifest, so the monthly limits of the head hold; limits on the increase begin with the next change.';
  return [
    {
      code: 'budget-adopted',
      severity: 'notice',
      message,
      ...(first.at === undefined ? {} : { at: first.at }),
    },
  ];
}

function changes(base: readonly Budget[], head: readonly Budget[]): readonly Diagnostic[] {
  const after = new Map(head.map((budget) => [limitKey(budget), budget]));
  return base.flatMap((budget): readonly Diagnostic[] => {
    const now = after.get(limitKey(budget));
    const looser =
      now === undefined || now.max.gt(budget.max) || (budget.action === 'fail' && now.action === 'warn');
    if (!looser) return [];
    const elsewhere = head.find(
      ({ scope, measure }) => scopeKey(scope) === scopeKey(budget.scope) && measure === budget.measure,
    );
    const becomes =
      now === undefined
        ? elsewhere === undefined
          ? 'is removed'
          : `is held against ${elsewhere.on ?? 'expected'} usage`
        : `becomes ${now.max.toFixed()}${now.action === 'warn' ? ' (warn)' : ''}`;
    const what = `The budget ${describeBudget(budget)} of ${budget.max.toFixed()}`;
    return [
      changed(`${what} ${becomes} here; the limit of the base holds until this is merged.`, now ?? budget),
    ];
  });
}

function changed(message: string, { at }: { readonly at?: SourceLocation }): Diagnostic {
  return { code: 'budget-changed', severity: 'warning', message, ...(at === undefined ? {} : { at }) };
}

/** `monthly`, `layers.operations increase`, `workloads.rag-chatbot per_1k_requests`, `monthly on high`. */
function describeBudget({ scope, measure, on = 'expected' }: Budget): string {
  return `${scopeText(scope)}${measure}${on === 'expected' ? '' : ` on ${on}`}`;
}

function scopeText(scope: BudgetScope): string {
  switch (scope.kind) {
    case 'total':
      return '';
    case 'layer':
      return `layers.${scope.layer} `;
    case 'workload':
      return `workloads.${scope.workload} `;
    case 'environment':
      return `environments.${scope.environment} `;
  }
}

/**
 * How much may be without a price: what the base says, or less where the head says less. A project that the base does
 * not have may have nothing without a price, unless the tool is being adopted.
 */
export function unpricedSharesInForce(
  base: readonly UnpricedShare[],
  head: readonly UnpricedShare[],
  adopting: boolean,
): { readonly shares: readonly UnpricedShare[]; readonly diagnostics: readonly Diagnostic[] } {
  if (adopting) return { shares: head, diagnostics: [] };
  const before = new Map(base.map((entry) => [entry.project, entry]));
  const after = new Map(head.map((entry) => [entry.project, entry]));
  const shares = base.map((entry) => {
    const now = after.get(entry.project);
    return now?.share.lt(entry.share) === true ? now : entry;
  });
  const looser = head.filter(({ project, share }) => share.gt(before.get(project)?.share ?? 0));
  const percent = (share: Decimal | undefined) => `${(share ?? ZERO).times(100).toFixed()}%`;
  const diagnostics = looser.map((entry) => {
    const old = percent(before.get(entry.project)?.share);
    const message = `The share that may be without a price becomes ${percent(entry.share)} here; ${old} of the base holds until this is merged.`;
    return changed(message, entry);
  });
  return { shares, diagnostics };
}
