/**
 * The whole product, top to bottom: two snapshots in, one report out.
 *
 * Pure but for reading the snapshots: no clock, no environment, no network. The same two trees and the same price
 * book give the same report, byte for byte.
 */
import { sensitivityOf } from './advise/sensitivity.ts';
import { unknownModels } from './advise/wishes.ts';
import { coveredResources, unstatedUsage } from './bind/unstated.ts';
import { judge } from './budget/judge.ts';
import { budgetsInForce, unpricedSharesInForce } from './budget/limits-in-force.ts';
import { stubNotes } from './budget/stubs.ts';
import { adviceOn } from './compare/advice.ts';
import { ageOf, withSides } from './compare/diagnostics.ts';
import { estimateTree } from './compare/estimate-tree.ts';
import { budgetsOf, lostLimits, unpricedSharesOf } from './compare/limits.ts';
import { coverageOf } from './diff/coverage.ts';
import { diffEstimates } from './diff/diff.ts';
import { heldAgainstCode, manifestSwitches } from './diff/manifest-switches.ts';
import { modelChanges } from './diff/model-changes.ts';
import { recountedTokens } from './diff/recounted-tokens.ts';
import { switchesOf } from './diff/switches.ts';
import { withUnreadable } from './diff/unreadable.ts';
import { estimateProject } from './estimate/estimate.ts';
import { FEATURES } from './estimate/features/registry.ts';
import { replacedCharges } from './estimate/replaced-charges.ts';
import { ParseCache } from './iac/parse-cache.ts';
import { readPricesFile } from './manifest/read-prices-file.ts';
import type { Budget } from './model/budget.ts';
import type { PriceBook } from './model/price.ts';
import type { Estimate, Report } from './model/report.ts';
import type { Snapshot } from './model/snapshot.ts';
import { loadPriceBook } from './prices/book.ts';
import { loadModelCatalogue } from './prices/catalogue.ts';
import { tokenCount } from './prices/token-counts.ts';
import { changedFiles, changedLines } from './tree/changed-files.ts';
import { codeChanges } from './tree/code-changes.ts';
import { modelsInCode } from './tree/models-in-code.ts';
import { projectPrices } from './tree/project-prices.ts';
import { readBoth } from './tree/read-both.ts';
import { readTree } from './tree/read-tree.ts';
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
  const found = codeChanges(code.files, { before, after });
  const inCode = modelChanges({
    ...found,
    ...switches,
    charges: diff.charges,
    bookFor: (project) => prices.bookFor(project),
  });

  const switched = manifestSwitches(baseEstimate, headEstimate, models);
  const projectsSwitched = new Set(switched.map(({ to }) => to.project));
  const inAllCode = await modelsInCode(head, after, projectsSwitched);
  const forgotten = heldAgainstCode(switched, inAllCode, headEstimate, models);

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
    ...forgotten,
    ...code.diagnostics,
    ...found.diagnostics,
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
    switches: switchesOf(diff.charges, inCode.made, changedLines(code.files)),
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

function regionsOf(...estimates: readonly Estimate[]): readonly string[] {
  const regions = estimates.flatMap(({ charges }) => charges.map((charge) => charge.region));
  return [...new Set(regions.filter((region) => region !== undefined))].sort();
}
