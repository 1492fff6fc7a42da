import type { Project } from '../bind/project.ts';
import type { Alternative } from '../model/alternative.ts';
import type { Charge, Factor } from '../model/charge.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Feature, FeatureInput } from '../model/feature.ts';
import type { ModelCatalogue, PriceBook } from '../model/price.ts';
import { multiplyRanges } from '../model/range.ts';
import { resourceLine } from '../model/resource-usage.ts';
import type { Declared } from '../model/workload.ts';

export interface ProjectEstimate {
  readonly charges: readonly Charge[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Every charge of a project: each feature is asked once, in the order of the registry. `earlier` are the projects of
 * the same tree before it.
 */
export function estimateProject(
  project: Project,
  features: readonly Feature[],
  prices: PriceBook,
  models: ModelCatalogue,
  earlier: readonly Project[] = [],
): ProjectEstimate {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const feature of features) {
    const made = feature.charges(featureInput(project, feature, prices, models, earlier));
    // Not by spreading: arguments of a call have a limit, and features of a large estate have many charges.
    for (const charge of made.charges) charges.push(charge);
    for (const diagnostic of made.diagnostics) diagnostics.push(diagnostic);
  }
  const certain = distinctIds(withoutUncertain(withSources(charges, project), project));
  return { charges: certain, diagnostics: [...diagnostics, ...assumedPrices(certain)] };
}

/** What features propose to do otherwise, in the order of the registry. What it saves is for `advise/` to find. */
export function proposalsOf(
  project: Project,
  features: readonly Feature[],
  prices: PriceBook,
  models: ModelCatalogue,
  earlier: readonly Project[] = [],
): readonly Alternative[] {
  return features.flatMap(
    (feature) => feature.alternatives?.(featureInput(project, feature, prices, models, earlier)) ?? [],
  );
}

function featureInput(
  project: Project,
  feature: Feature,
  prices: PriceBook,
  models: ModelCatalogue,
  earlier: readonly Project[],
): FeatureInput<unknown> {
  return {
    project: project.directory,
    month: project.month,
    region: project.region,
    workloads: project.workloads,
    resources: project.resources.get(feature.id) ?? [],
    extraCharges: project.extraCharges,
    earlier,
    prices,
    models,
  };
}

/** Figures of the manifest with what it says of their source: features know them as declared. */
function withSources(charges: readonly Charge[], project: Project): readonly Charge[] {
  const told = (factor: Factor): Factor => {
    const stated =
      factor.origin === 'declared' && factor.at !== undefined ? project.sourceAt(factor.at) : undefined;
    if (stated === undefined) return factor;
    const { origin, note } = stated;
    return { ...factor, origin, ...(note === undefined ? {} : { source: note }) };
  };
  return charges.map((charge) => {
    const factors = charge.factors.map(told);
    return factors.some((factor, index) => factor !== charge.factors[index])
      ? { ...charge, factors }
      : charge;
  });
}

/** Ids name charges for good; two that are alike in everything are told apart by their order. */
function distinctIds(charges: readonly Charge[]): readonly Charge[] {
  const seen = new Map<string, number>();
  return charges.map((charge) => {
    const count = (seen.get(charge.id) ?? 0) + 1;
    seen.set(charge.id, count);
    return count === 1 ? charge : { ...charge, id: `${charge.id} #${count}` };
  });
}

/**
 * Charges of a resource of which nobody knows how many there are: not priced, with the reason. Where the manifest says
 * between which numbers, a charge counts in each of the three as far as that has the resource.
 */
function withoutUncertain(charges: readonly Charge[], project: Project): readonly Charge[] {
  const open = new Map<string, Declared>();
  for (const declared of [...project.resources.values()].flat()) {
    if (declared.uncertain !== undefined) open.set(declared.resource.address, declared);
  }
  if (open.size === 0) return charges;
  return charges.map((charge) => {
    const declared = charge.owner.kind === 'resource' ? open.get(charge.owner.name) : undefined;
    if (declared?.uncertain === undefined || charge.cost.kind === 'unpriced') return charge;
    const { presence } = declared.resource;
    if (presence !== undefined) {
      const factor: Factor = { name: 'instances', value: presence, origin: 'declared' };
      const amount = multiplyRanges(charge.cost.amount, presence);
      return { ...charge, factors: [...charge.factors, factor], cost: { kind: 'priced', amount } };
    }
    const why = `there are 0 or more of it: ${declared.uncertain.why}`;
    return {
      ...charge,
      cost: { kind: 'unpriced', why, hint: resourceLine(charge.owner.name, 'instances: 1') },
    };
  });
}

/** One notice for each region whose prices were taken from another one. */
function assumedPrices(charges: readonly Charge[]): readonly Diagnostic[] {
  const assumed = new Map<string, Set<string>>();
  for (const { price, feature, region } of charges) {
    if (price?.assumedFrom === undefined || region === undefined) continue;
    const key = `${price.assumedFrom} ${region}`;
    assumed.set(key, (assumed.get(key) ?? new Set()).add(feature));
  }
  return [...assumed].map(([key, features]) => {
    const [from, region] = key.split(' ');
    return {
      code: 'price-assumed',
      severity: 'notice',
      message: `prices of ${[...features].sort().join(', ')} in ${region} are taken from ${from}: none is known for ${region}`,
      hint: 'prices: { exact: [...] } in the manifest states your own',
    };
  });
}
