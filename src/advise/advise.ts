/** What would be cheaper, from the head's own volumes. */
import type { Alternative } from '../model/alternative.ts';
import type { Decimal } from '../model/decimal.ts';
import { ZERO } from '../model/decimal.ts';
import { LIMITS } from '../model/limits.ts';
import type { ModelCatalogue, PriceBook } from '../model/price.ts';
import type { Advice } from '../model/report.ts';
import type { Workload } from '../model/workload.ts';
import { callAlternatives } from './calls.ts';
import { type AdvisedProject, type Priced, touchedBy, withAlternative } from './project.ts';
import { monthlyCost, savingOf } from './saving.ts';
import { unusedResources } from './unused.ts';

export interface Advising<Project extends AdvisedProject> {
  /** What the project costs as it is. */
  readonly priced: Priced;
  /** What a project costs: the same rules and prices as in the estimate. */
  price(project: Project): Priced;
  /** What features propose for what they bill. */
  readonly proposals: readonly Alternative[];
  readonly models: ModelCatalogue;
  readonly prices: PriceBook;
  /** Model ids that the manifest names to be compared with. */
  readonly compareWith: readonly string[];
  /** Less than this a month is not worth a line, US dollars. */
  readonly minimum: Decimal;
}

/**
 * Every alternative that saves at least the minimum, the largest saving first. Each is priced by itself, by the rules
 * of the estimate; several of them together save less than the sum, so nothing is added up.
 */
export function advise<Project extends AdvisedProject>(
  project: Project,
  advising: Advising<Project>,
): readonly Advice[] {
  const workloads = mostCostly(project.workloads, advising.priced);
  const alternatives = affordable(advising.priced.charges.length, [
    ...workloads.flatMap((workload) => callAlternatives(workload, advising)),
    ...advising.proposals,
    ...unusedResources(project, advising.priced.charges),
  ]);
  const costs = new Map<string, Priced>();
  const costOf = (alternative: Alternative): Priced => {
    if (alternative.resource !== undefined) return advising.priced;
    const key = (alternative.workloads ?? []).map(({ name }) => name).join('\n');
    const known = costs.get(key) ?? advising.price(touchedBy(project, alternative));
    costs.set(key, known);
    return known;
  };
  const found = alternatives.flatMap((alternative): readonly Advice[] => {
    const after = advising.price(withAlternative(touchedBy(project, alternative), alternative));
    const saves = savingOf(costOf(alternative), after);
    if (saves === undefined || saves.expected.lt(advising.minimum) || saves.expected.lte(ZERO)) return [];
    const { kind, words, condition, about } = alternative;
    return [{ kind, words, condition, about: `${project.directory}/${about}`, saves }];
  });
  return found.toSorted((a, b) => b.saves.expected.cmp(a.saves.expected));
}

/** As many as may be priced: one that touches a resource prices the whole project, which may have many charges. */
function affordable(charges: number, alternatives: readonly Alternative[]): readonly Alternative[] {
  let left = Math.max(1, Math.floor(LIMITS.advisedCharges / Math.max(1, charges)));
  return alternatives
    .filter(({ resource }) => resource === undefined || left-- > 0)
    .slice(0, LIMITS.alternatives);
}

/** Advice on a workload that costs little is none. */
function mostCostly(workloads: readonly Workload[], { charges }: Priced): readonly Workload[] {
  const costs = new Map<string, Decimal>();
  for (const charge of charges) {
    if (charge.owner.kind !== 'workload') continue;
    const { name } = charge.owner;
    costs.set(name, (costs.get(name) ?? ZERO).plus(monthlyCost([charge]).expected));
  }
  const cost = ({ name }: Workload) => costs.get(name) ?? ZERO;
  return workloads
    .filter((workload) => cost(workload).gt(ZERO))
    .toSorted((a, b) => cost(b).cmp(cost(a)))
    .slice(0, LIMITS.advisedWorkloads);
}
