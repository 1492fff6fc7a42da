import type { Diagnostic } from '../model/diagnostic.ts';
import type { PriceBook } from '../model/price.ts';
import type { PriceAdjustments } from '../manifest/manifest.ts';
import { adjustPriceBook } from '../prices/adjust.ts';
import type { Tree } from './read-tree.ts';

/** The book by project: the shipped one, with a project's own discounts and prices. */
export interface ProjectPrices {
  bookFor(directory: string): PriceBook;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Base and head of a project are priced with one book, so that a price change never shows as the pull request's
 * doing. A project's own prices are those of its base: a head that changes them is reported and cannot price
 * itself into its budget. A project that the base does not have uses those of the head.
 */
export function projectPrices(book: PriceBook, base: Tree, head: Tree): ProjectPrices {
  const before = adjustments(base);
  const after = adjustments(head);
  const diagnostics: Diagnostic[] = [];
  for (const [directory, { stated, file }] of after) {
    const old = before.get(directory);
    if (old === undefined || printed(old.stated) === printed(stated)) continue;
    diagnostics.push({
      code: 'prices-changed',
      severity: 'warning',
      message: `the prices of ${file} change here; both sides are priced with those of the base until this is merged`,
      at: { file },
    });
  }
  const books = new Map<string, PriceBook>();
  for (const [directory, { stated }] of [...after, ...before]) {
    books.set(directory, stated === undefined ? book : adjustPriceBook(book, stated));
  }
  return { bookFor: (directory) => books.get(directory) ?? book, diagnostics };
}

function adjustments(tree: Tree): ReadonlyMap<string, { readonly stated: PriceAdjustments | undefined; readonly file: string }> {
  return new Map(tree.manifests.map(({ directory, prices, file }) => [directory, { stated: prices, file }]));
}

/** What is agreed, without where it stands: two manifests that print alike have the same prices. */
function printed(stated: PriceAdjustments | undefined): string {
  if (stated === undefined) return '';
  const { discount, providers, models, exact } = stated;
  const shares = (map: PriceAdjustments['models']) => [...map].map(([name, share]) => [name, share.toFixed()]).sort();
  const prices = exact.map(({ at: _at, usd, per, ...key }) => ({ ...key, usd: usd.toFixed(), per: per.toFixed() }));
  return JSON.stringify([discount?.toFixed(), shares(providers), shares(models), prices]);
}
