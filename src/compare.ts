/**
 * The whole product, top to bottom: two snapshots in, one report out.
 *
 * Pure but for reading the snapshots: no clock, no environment, no network. The same two trees and the same price
 * book give the same report, byte for byte.
 */
import { advise } from './advise/advise.ts';
import { monthlyCost } from './advise/saving.ts';
import { sensitivityOf } from './advise/sensitivity.ts';
import { minimumOf, unknownModels } from './advise/wishes.ts';
import { boundModels, regionsByProject } from './bind/bound-models.ts';
import type { ProjectParts } from './bind/parts.ts';
import { bindProject, type Project } from './bind/project.ts';
import { coveredResources, unstatedUsage } from './bind/unstated.ts';
import { judge } from './budget/judge.ts';
import { budgetsInForce, unpricedSharesInForce } from './budget/limits-in-force.ts';
import { stubNotes } from './budget/stubs.ts';
import { coverageOf } from './diff/coverage.ts';
import { diffEstimates } from './diff/diff.ts';
import { modelChanges } from './diff/model-changes.ts';
import { recountedTokens } from './diff/recounted-tokens.ts';
import { withUnreadable } from './diff/unreadable.ts';
import { estimateProject, type ProjectEstimate, proposalsOf } from './estimate/estimate.ts';
import { FEATURES } from './estimate/features/registry.ts';
import { replacedCharges } from './estimate/replaced-charges.ts';
import { ParseCache } from './iac/parse-cache.ts';
import { readPricesFile } from './manifest/read-prices-file.ts';
import type { Budget, UnpricedShare } from './model/budget.ts';
import { ZERO } from './model/decimal.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { LIMITS } from './model/limits.ts';
import { DEFAULT_MONTH } from './model/month.ts';
import type { ModelCatalogue, PriceBook } from './model/price.ts';
import type { Advice, Estimate, Report } from './model/report.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { SourceLocation } from './model/source-location.ts';
import { loadPriceBook } from './prices/book.ts';
import { loadModelCatalogue } from './prices/catalogue.ts';
import { tokenCount } from './prices/token-counts.ts';
import { changedFiles } from './tree/changed-files.ts';
import { codeChanges } from './tree/code-changes.ts';
import { type ProjectPrices, projectPrices } from './tree/project-prices.ts';
import { readBoth } from './tree/read-both.ts';
import { readTree, type Tree } from './tree/read-tree.ts';
import { alike } from './tree/two-trees.ts';

export interface CompareOptions {
  /** Globs of manifests; the usual names anywhere where absent. */
  readonly manifests?: readonly string[];
  /** Limits given as inputs, beside those of the manifests. */
  readonly budgets?: readonly Budget[];
  /** What an undecidable verdict does; `fail` where absent. */
  readonly onUnpriced?: 'fail' | 'warn';
  /** The text of a file of prices, with the keys of a manifest's `prices`; for projects that state none. */
  readonly pricesFile?: string;
  /** Another edition of the price book than the shipped one. */
  readonly book?: PriceBook;
  /** The date of the head commit, `YYYY-MM-DD`: an old price book is told by it. */
  readonly headDate?: string;
}

export async function compare(base: Snapshot, head: Snapshot, options: CompareOptions = {}): Promise<Report> {
  const book = options.book ?? (await loadPriceBook());
  const models = await loadModelCatalogue();

  // Most files are the same on both sides: each text is parsed once.
  const cache = new ParseCache();
  const { before, after } = await readBoth(base, head, FEATURES, options.manifests, cache);

  const adopting =
    before.manifests.length === 0 && before.diagnostics.every(({ severity }) => severity !== 'error');
  const stated = statedPrices(options);
  const prices = projectPrices(book, models, { before, after, adopting }, stated.prices);
  const { estimate: baseEstimate, projects: baseProjects } = estimateTree(before, prices, models);
  const { estimate: read, projects } = estimateTree(after, prices, models);
  const declared = {
    base: baseProjects.map(({ project }) => project),
    head: projects.map(({ project }) => project),
  };
  const headEstimate = {
    ...read,
    unreadable: [...read.unreadable, ...unstatedUsage(declared.base, declared.head)],
  };

  const titles = new Map(FEATURES.map((feature) => [feature.id, feature.title]));
  const diff = diffEstimates(baseEstimate, headEstimate, {
    titles,
    bookFor: (project) => prices.bookFor(project),
    pricedBy: coveredResources(declared.head),
  });

  const code = await changedFiles(base, head);
  const switches = { base: baseEstimate, head: headEstimate, models, tokenCount };
  const inCode = modelChanges({
    ...codeChanges(code.files, { before, after }),
    ...switches,
    charges: diff.charges,
    bookFor: (project) => prices.bookFor(project),
  });

  const limits = budgetsInForce(budgetsOf(before), budgetsOf(after), options.budgets ?? [], {
    adopting,
    renamedFrom: headEstimate.renamedFrom,
  });
  const tolerated = unpricedSharesInForce(unpricedSharesOf(before), unpricedSharesOf(after), adopting);
  const headDiagnostics = [
    ...headEstimate.diagnostics,
    ...diff.diagnostics,
    ...limits.diagnostics,
    ...stubNotes(diff, limits.budgets, baseEstimate, headEstimate),
    ...tolerated.diagnostics,
    ...prices.diagnostics,
    ...stated.diagnostics,
    ...replacedCharges(declared, (one, earlier) =>
      estimateProject(one, FEATURES, prices.bookFor(one.directory), models, earlier),
    ),
    ...recountedTokens({ diff, ...switches }),
    ...inCode.diagnostics,
    ...code.diagnostics,
    ...after.manifests.flatMap(({ advice }) => unknownModels(advice, models)),
  ];
  const verdict = judge({
    diff,
    budgets: limits.budgets,
    adopting,
    base: baseEstimate,
    head: { ...headEstimate, diagnostics: headDiagnostics },
    onUnpriced: options.onUnpriced ?? 'fail',
    unpricedShares: tolerated.shares,
    lostLimits: lostLimits(before),
  });

  return {
    schemaVersion: 1,
    diff,
    verdict,
    diagnostics: withSides(baseEstimate.diagnostics, [...headDiagnostics, ...ageOf(book, options.headDate)]),
    modelChanges: inCode.changes,
    coverage: coverageOf(diff.charges.flatMap((delta) => delta.head ?? [])),
    advice: adviceOn(projects, after, prices, models),
    sensitivity: sensitivityOf(headEstimate.charges, headEstimate.projects.length > 1),
    prices: { asOf: book.asOf, edition: book.edition },
    month: headEstimate.month,
    regions: regionsOf(baseEstimate, headEstimate),
    projects: headEstimate.projects,
  };
}

/** One tree on its own: the command `estimate`. */
export async function estimateSnapshot(
  snapshot: Snapshot,
  options: CompareOptions = {},
): Promise<{
  readonly estimate: Estimate;
  readonly prices: Report['prices'];
}> {
  const book = options.book ?? (await loadPriceBook());
  const models = await loadModelCatalogue();
  const read = await readTree(snapshot, FEATURES, options.manifests, new ParseCache());
  const tree = alike(read, read).after;
  const stated = statedPrices(options);
  const prices = projectPrices(book, models, { before: tree, after: tree, adopting: true }, stated.prices);
  const { estimate: estimated } = estimateTree(tree, prices, models);
  const estimate = {
    ...estimated,
    charges: withUnreadable(estimated, []),
    diagnostics: [...estimated.diagnostics, ...prices.diagnostics, ...stated.diagnostics],
  };
  return { estimate, prices: { asOf: book.asOf, edition: book.edition } };
}

function statedPrices({ pricesFile }: CompareOptions): ReturnType<typeof readPricesFile> {
  return pricesFile === undefined ? { diagnostics: [] } : readPricesFile('prices', pricesFile);
}

/** What would be cheaper in each project of the head, the largest saving of all first. */
function adviceOn(
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

interface PricedProject {
  readonly project: Project;
  readonly priced: ProjectEstimate;
}

/** Binds and prices every project of a tree. */
function estimateTree(
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

/** A manifest's limits are about its own project. */
function budgetsOf(tree: Tree): readonly Budget[] {
  return tree.manifests.flatMap(({ directory, budgets }) =>
    budgets.map((budget) => ({ ...budget, scope: { ...budget.scope, project: directory } })),
  );
}

function unpricedSharesOf(tree: Tree): readonly UnpricedShare[] {
  return tree.manifests.flatMap(({ unpricedShare }) => unpricedShare ?? []);
}

/** Where limits stand that cannot be read: otherwise a broken manifest at base would be one without limits. */
function lostLimits(tree: Tree): readonly SourceLocation[] {
  const whole = tree.projects.flatMap(({ unreadable }) => (unreadable === undefined ? [] : [unreadable]));
  return [
    ...whole.map((file) => firstErrorIn(tree, file) ?? { file }),
    ...tree.manifests.flatMap(({ budgetsUnreadable }) => budgetsUnreadable ?? []),
  ];
}

function firstErrorIn({ diagnostics }: Tree, file: string): SourceLocation | undefined {
  return diagnostics.find(({ severity, at }) => severity === 'error' && at?.file === file)?.at;
}

/** That the base had no manifest yet is no problem of a head that has one. */
const MISSING_AT_BASE: ReadonlySet<string> = new Set(['no-manifest', 'nothing-found']);

/** The head's diagnostics, each marked as known from the base or new, then those that only the base has. */
function withSides(base: readonly Diagnostic[], head: readonly Diagnostic[]): Report['diagnostics'] {
  const key = ({ code, message, at }: Diagnostic) => [code, message, at?.file].join('\n');
  const before = new Set(base.map(key));
  const after = new Set(head.map(key));
  return [
    ...head.map(
      (diagnostic) => ({ ...diagnostic, side: before.has(key(diagnostic)) ? 'both' : 'head' }) as const,
    ),
    ...base
      .filter((diagnostic) => !after.has(key(diagnostic)) && !MISSING_AT_BASE.has(diagnostic.code))
      .map((diagnostic) => ({ ...diagnostic, side: 'base' }) as const),
  ];
}

function regionsOf(...estimates: readonly Estimate[]): readonly string[] {
  const regions = estimates.flatMap(({ charges }) => charges.map((charge) => charge.region));
  return [...new Set(regions.filter((region) => region !== undefined))].sort();
}

/** A notice where the book is more than 60 days older than the head commit. */
function ageOf(book: PriceBook, headDate: string | undefined): readonly Diagnostic[] {
  if (headDate === undefined) return [];
  const days = Math.floor((Date.parse(headDate) - Date.parse(book.asOf)) / 86_400_000);
  if (!(days > 60)) return [];
  return [
    {
      code: 'price-old',
      severity: 'notice',
      message: `the prices are of ${book.asOf}, ${days} days before the head commit`,
      hint: 'use a newer release of this action',
    },
  ];
}
