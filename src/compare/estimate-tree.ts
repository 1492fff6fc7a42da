import { boundModels, regionsByProject } from '../bind/bound-models.ts';
import type { ProjectParts } from '../bind/parts.ts';
import { bindProject, type Project } from '../bind/project.ts';
import { estimateProject, type ProjectEstimate } from '../estimate/estimate.ts';
import { FEATURES } from '../estimate/features/registry.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { DEFAULT_MONTH } from '../model/month.ts';
import type { ModelCatalogue } from '../model/price.ts';
import type { Estimate } from '../model/report.ts';
import type { ProjectPrices } from '../tree/project-prices.ts';
import type { Tree } from '../tree/read-tree.ts';

export interface PricedProject {
  readonly project: Project;
  readonly priced: ProjectEstimate;
}

/** Binds and prices every project of a tree. */
export function estimateTree(
  tree: Tree,
  prices: ProjectPrices,
  models: ModelCatalogue,
): { readonly estimate: Estimate; readonly projects: readonly PricedProject[] } {
  const projects = tree.projects.map((parts) => bindProject(parts, FEATURES));
  const estimates = projects.map((project, index) => {
    const book = prices.bookFor(project.directory);
    return estimateProject(project, FEATURES, book, models, projects.slice(0, index));
  });
  const workloads = projects.flatMap((project) =>
    project.workloads.map((workload) => ({ ...workload, key: `${project.directory}/${workload.name}` })),
  );
  const estimate = {
    revision: tree.revision,
    charges: estimates.flatMap((estimate) => estimate.charges),
    diagnostics: [
      ...tree.diagnostics,
      ...projects.flatMap((project) => project.diagnostics),
      ...estimates.flatMap((estimate) => estimate.diagnostics),
      ...withoutManifest(tree, estimates.flatMap((estimate) => estimate.charges).length),
    ],
    projects: projects.map((project) => project.directory),
    month: projects[0]?.month ?? DEFAULT_MONTH,
    workloads: new Set(workloads.map(({ key }) => key)),
    renamedFrom: new Map(
      projects.flatMap(({ directory, workloads: all }) =>
        all.flatMap(({ name, renamedFrom }) =>
          renamedFrom === undefined ? [] : [[`${directory}/${name}`, `${directory}/${renamedFrom}`] as const],
        ),
      ),
    ),
    environments: new Map(
      workloads.flatMap(({ key, environment }) => (environment === undefined ? [] : [[key, environment]])),
    ),
    requests: new Map(
      workloads.flatMap(({ key, requests }) => (requests === undefined ? [] : [[key, requests.range]])),
    ),
    unreadable: [
      ...tree.projects.flatMap(unreadableParts),
      ...projects.flatMap(({ directory, unreadable }) =>
        unreadable.map((entry) => ({ project: directory, ...entry })),
      ),
    ],
    models: projects.flatMap(boundModels),
    regionOf: regionsByProject(projects),
  };
  return {
    estimate,
    projects: projects.flatMap((project, index) => {
      const priced = estimates[index];
      return priced === undefined ? [] : [{ project, priced }];
    }),
  };
}

/** What a tree without a manifest is told: how to get more than floors out of it. */
function withoutManifest(tree: Tree, charges: number): readonly Diagnostic[] {
  if (tree.manifests.length > 0 || tree.projects.some(({ unreadable }) => unreadable !== undefined))
    return [];
  const hint = 'bedrock-cost.yml with "version: 1", a region, and your workloads';
  const none =
    'There is no usage manifest, and nothing in the infrastructure code that Amazon Bedrock bills.';
  const floors = 'There is no usage manifest: only what is billed without any use is priced.';
  return charges === 0
    ? [{ code: 'nothing-found', severity: 'notice', message: none, hint }]
    : [{ code: 'no-manifest', severity: 'notice', message: floors, hint }];
}

function unreadableParts({ directory, manifest, unreadable }: ProjectParts): Estimate['unreadable'] {
  if (unreadable !== undefined) return [{ project: directory, at: { file: unreadable } }];
  return (manifest?.unreadable ?? []).map((entry) => ({ project: directory, ...entry }));
}
