import type { PriceAdjustments } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ModelCatalogue, PriceBook } from '../model/price.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { adjustmentProblems, adjustPriceBook } from '../prices/adjust.ts';
import type { Tree } from './read-tree.ts';

/** The book by project: the shipped one, with a project's own discounts and prices. */
export interface ProjectPrices {
  bookFor(directory: string): PriceBook;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Base and head of a project are priced with one book, so that a price change never shows as the pull request's
 * doing. A project's own prices are those of its base: a head that changes or adds them is reported and cannot price
 * itself into its budget. Only where the base has no manifest at all do those of the head hold.
 *
 * `file` is the file of prices that an input names; a project that states prices of its own does not use it.
 */
export function projectPrices(
  book: PriceBook,
  models: ModelCatalogue,
  trees: { readonly before: Tree; readonly after: Tree; readonly adopting: boolean },
  file: PriceAdjustments | undefined,
): ProjectPrices {
  const base = adjustments(trees.before);
  const head = adjustments(trees.after);
  const diagnostics: Diagnostic[] = file === undefined ? [] : [...unknownNames(file, models)];
  const books = new Map<string, PriceBook>();
  const usual = file === undefined ? book : adjustPriceBook(book, file, models);
  for (const [directory, { stated, path }] of new Map([...base, ...head])) {
    const held = trees.adopting ? stated : base.get(directory)?.stated;
    if (printed(held) !== printed(stated)) diagnostics.push(changed(path, stated?.at ?? { file: path }));
    if (held !== undefined) diagnostics.push(...unknownNames(held, models));
    books.set(directory, held === undefined ? usual : adjustPriceBook(book, held, models));
  }
  return { bookFor: (directory) => books.get(directory) ?? usual, diagnostics };
}

function changed(path: string, at: SourceLocation): Diagnostic {
  return {
    code: 'prices-changed',
    severity: 'warning',
    message: `The prices of ${path} change here; both sides are priced with those of the base until this is merged.`,
    at,
  };
}

/** Names that touch nothing: a discount for a model that does not exist would otherwise be lost in silence. */
function unknownNames(stated: PriceAdjustments, models: ModelCatalogue): readonly Diagnostic[] {
  return adjustmentProblems(stated, models).map(({ name, why, nearest }) => ({
    code: 'model-unknown',
    severity: 'warning',
    message: `A price is stated for "${name}", which is no model: ${why}`,
    at: stated.at,
    ...(nearest[0] === undefined ? {} : { hint: nearest[0] }),
  }));
}

function adjustments(tree: Tree) {
  return new Map(
    tree.manifests.map(({ directory, prices, file }) => [directory, { stated: prices, path: file }]),
  );
}

/** What is agreed, without where it stands: two manifests that print alike have the same prices. */
function printed(stated: PriceAdjustments | undefined): string {
  if (stated === undefined) return '';
  const { discount, providers, models, exact } = stated;
  const shares = (map: PriceAdjustments['models']) =>
    [...map].map(([name, share]) => `${name} ${share.toFixed()}`).sort();
  const prices = exact.map(({ at: _at, usd, per, ...key }) => ({
    ...key,
    usd: usd.toFixed(),
    per: per.toFixed(),
  }));
  return JSON.stringify([discount?.toFixed(), shares(providers), shares(models), prices]);
}
