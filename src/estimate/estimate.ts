import type { Project } from '../bind/project.ts';
import type { Charge } from '../model/charge.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Feature } from '../model/feature.ts';
import type { ModelCatalogue, PriceBook } from '../model/price.ts';

export interface ProjectEstimate {
  readonly charges: readonly Charge[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Every charge of a project: each feature is asked once, in the order of the registry. */
export function estimateProject(
  project: Project,
  features: readonly Feature[],
  prices: PriceBook,
  models: ModelCatalogue,
): ProjectEstimate {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const feature of features) {
    const made = feature.charges({
      project: project.directory,
      month: project.month,
      region: project.region,
      workloads: project.workloads,
      resources: project.resources.get(feature.id) ?? [],
      extraCharges: project.extraCharges,
      prices,
      models,
    });
    charges.push(...made.charges);
    diagnostics.push(...made.diagnostics);
  }
  return { charges, diagnostics: [...diagnostics, ...assumedPrices(charges)] };
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
