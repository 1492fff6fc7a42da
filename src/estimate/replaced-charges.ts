/** Extra charges that begin to stand for resources with `priced_by`. */
import type { Project } from '../bind/project.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Declared } from '../model/workload.ts';
import type { ProjectEstimate } from './estimate.ts';

/**
 * A warning for each extra charge that the head lets stand for resources which cost more by the prices here than it
 * adds to the month. `price` prices a project as the head is priced, with the projects before it.
 */
export function replacedCharges(
  { base, head }: { readonly base: readonly Project[]; readonly head: readonly Project[] },
  price: (project: Project, earlier: readonly Project[]) => ProjectEstimate,
): readonly Diagnostic[] {
  return head.flatMap((project, index) => {
    const before = base.find(({ directory }) => directory === project.directory);
    return replacedIn(before, project, (one) => price(one, head.slice(0, index)));
  });
}

function replacedIn(
  before: Project | undefined,
  now: Project,
  price: (project: Project) => ProjectEstimate,
): readonly Diagnostic[] {
  const covered = new Set(
    all(before).flatMap(({ resource, pricedBy }) => (pricedBy ? [resource.address] : [])),
  );
  const replaced = new Map<string, string[]>();
  for (const { resource, pricedBy } of all(now)) {
    if (pricedBy === undefined || covered.has(resource.address)) continue;
    replaced.set(pricedBy, [...(replaced.get(pricedBy) ?? []), resource.address]);
  }
  if (replaced.size === 0) return [];
  const estimate = price(now);
  const old = before === undefined ? undefined : price(before);
  return [...replaced].flatMap(([name, addresses]): readonly Diagnostic[] => {
    const priced = price(uncovered(now, new Set(addresses)));
    const worth = monthly(priced).minus(monthly(estimate));
    const paid = monthly(estimate, name).minus(old === undefined ? ZERO : monthly(old, name));
    if (paid.gte(worth)) return [];
    const at = now.extraCharges.find((extra) => extra.name === name)?.at;
    const shown = addresses.slice(0, 3).join(', ') + (addresses.length > 3 ? ', …' : '');
    const message = `The extra charge ${name} stands for ${shown} here and adds less than what that costs by the prices used here: the difference is no saving.`;
    return [{ code: 'charge-replaced', severity: 'warning', message, ...(at === undefined ? {} : { at }) }];
  });
}

function all(project: Project | undefined): readonly Declared[] {
  return project === undefined ? [] : [...project.resources.values()].flat();
}

function uncovered(project: Project, addresses: ReadonlySet<string>): Project {
  const open = (declared: Declared): Declared => {
    if (!addresses.has(declared.resource.address)) return declared;
    const { pricedBy: _, ...rest } = declared;
    return rest;
  };
  const resources = [...project.resources].map(([feature, list]) => [feature, list.map(open)] as const);
  const workloads = project.workloads.map((workload) => ({ ...workload, uses: workload.uses.map(open) }));
  return { ...project, resources: new Map(resources), workloads };
}

/** What is priced a month; of one extra charge, where one is named. */
function monthly({ charges }: ProjectEstimate, extra?: string): Decimal {
  return charges.reduce((sum, { period, cost, owner }) => {
    const counts = extra === undefined || (owner.kind === 'extra' && owner.name === extra);
    return counts && period === 'monthly' && cost.kind === 'priced' ? sum.plus(cost.amount.expected) : sum;
  }, ZERO);
}
