/** What an alternative saves: what a project costs, less what it costs with the alternative done. */
import type { Charge } from '../model/charge.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { addRanges, ordered, type Range, subtractRanges } from '../model/range.ts';
import { withPoolsOf } from '../model/shared-pools.ts';
import type { Priced } from './project.ts';

/**
 * US dollars a month. Undefined where it cannot be told, or where the alternative would be no good: something loses
 * its price, or the estimate would warn of what it did not warn of before.
 */
export function savingOf(before: Priced, after: Priced): Range | undefined {
  const open = new Set(
    withPoolsOf(before.charges, after.charges)
      .filter(isUnpriced)
      .map(({ id }) => id),
  );
  if (after.charges.some((charge) => isUnpriced(charge) && !open.has(charge.id))) return undefined;
  const known = new Set(before.diagnostics.filter(isProblem).map(({ code }) => code));
  if (after.diagnostics.some((diagnostic) => isProblem(diagnostic) && !known.has(diagnostic.code)))
    return undefined;
  return ordered(subtractRanges(monthlyCost(before.charges), monthlyCost(after.charges)));
}

/** The sum of what is priced and recurs. */
export function monthlyCost(charges: readonly Charge[]): Range {
  return addRanges(
    ...charges.flatMap(({ cost, period }) =>
      cost.kind === 'priced' && period === 'monthly' ? [cost.amount] : [],
    ),
  );
}

function isUnpriced({ cost }: Charge): boolean {
  return cost.kind === 'unpriced';
}

function isProblem({ severity }: Diagnostic): boolean {
  return severity !== 'notice';
}
