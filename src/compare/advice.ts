import { advise } from '../advise/advise.ts';
import { monthlyCost } from '../advise/saving.ts';
import { minimumOf } from '../advise/wishes.ts';
import type { Project } from '../bind/project.ts';
import { estimateProject, proposalsOf } from '../estimate/estimate.ts';
import { FEATURES } from '../estimate/features/registry.ts';
import { ZERO } from '../model/decimal.ts';
import { LIMITS } from '../model/limits.ts';
import type { ModelCatalogue } from '../model/price.ts';
import type { Advice } from '../model/report.ts';
import type { ProjectPrices } from '../tree/project-prices.ts';
import type { Tree } from '../tree/read-tree.ts';
import type { PricedProject } from './estimate-tree.ts';

/** What would be cheaper in each project of the head, the largest saving of all first. */
export function adviceOn(
  projects: readonly PricedProject[],
  tree: Tree,
  prices: ProjectPrices,
  models: ModelCatalogue,
): readonly Advice[] {
  const wishes = new Map(tree.manifests.map(({ directory, advice }) => [directory, advice]));
  const all = projects.map(({ project }) => project);
  const found = mostCostly(projects).flatMap(({ project, priced }) => {
    const earlier = all.slice(0, all.indexOf(project));
    const book = prices.bookFor(project.directory);
    const wish = wishes.get(project.directory);
    const found = advise(project, {
      priced,
      price: (other: Project) => estimateProject(other, FEATURES, book, models, earlier),
      proposals: proposalsOf(project, FEATURES, book, models, earlier),
      models,
      prices: book,
      compareWith: wish?.models ?? [],
      minimum: minimumOf(wish),
    });
    if (projects.length === 1) return found;
    return found.map((one) => ({ ...one, words: [{ name: project.directory }, ...one.words] }));
  });
  return found.toSorted((a, b) => b.saves.expected.cmp(a.saves.expected));
}

/** Advice on a project that costs little is none. */
function mostCostly(projects: readonly PricedProject[]): readonly PricedProject[] {
  if (projects.length <= LIMITS.advisedProjects) return projects;
  const costs = new Map(projects.map((one) => [one, monthlyCost(one.priced.charges).expected]));
  const costOf = (one: PricedProject) => costs.get(one) ?? ZERO;
  return projects.toSorted((a, b) => costOf(b).cmp(costOf(a))).slice(0, LIMITS.advisedProjects);
}
