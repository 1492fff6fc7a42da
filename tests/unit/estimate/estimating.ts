/** Estimates of small trees that stand in a test: a manifest, and infrastructure code where it matters. */
import { bindProject } from '../../../src/bind/project.ts';
import { estimateProject } from '../../../src/estimate/estimate.ts';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { ParseCache } from '../../../src/iac/parse-cache.ts';
import type { Charge } from '../../../src/model/charge.ts';
import { decimal, ZERO } from '../../../src/model/decimal.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { PriceBook, PriceKey } from '../../../src/model/price.ts';
import { addRanges, exactly, type Range } from '../../../src/model/range.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { loadPriceBook } from '../../../src/prices/book.ts';
import { loadModelCatalogue } from '../../../src/prices/catalogue.ts';
import { readTree } from '../../../src/tree/read-tree.ts';

const BOOK = await loadPriceBook();
const MODELS = await loadModelCatalogue();

export interface Estimated {
  readonly charges: readonly Charge[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Every charge of a manifest (what stands below `version: 1`) and of files beside it, at the book's prices or others. */
export async function estimated(
  manifest: string,
  {
    files = {},
    prices = BOOK,
  }: { readonly files?: Readonly<Record<string, string>>; readonly prices?: PriceBook } = {},
): Promise<Estimated> {
  const head = /^region:/m.test(manifest) ? 'version: 1\n' : 'version: 1\nregion: us-east-1\n';
  const texts = new Map([...Object.entries(files), ['bedrock-cost.yml', head + manifest] as const]);
  const snapshot: Snapshot = {
    revision: 'test',
    files: [...texts]
      .map(([path, { length }]) => ({ path, bytes: length }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [],
    read: async (paths) =>
      new Map(paths.flatMap((path) => (texts.has(path) ? [[path, texts.get(path) ?? ''] as const] : []))),
  };
  const tree = await readTree(snapshot, FEATURES, undefined, new ParseCache());
  const projects = tree.projects.map((parts) => bindProject(parts, FEATURES));
  const made = projects.map((project, index) => {
    const earlier = projects.slice(0, index);
    const { charges, diagnostics } = estimateProject(project, FEATURES, prices, MODELS, earlier);
    return { charges, diagnostics: [...project.diagnostics, ...diagnostics] };
  });
  return {
    charges: made.flatMap(({ charges }) => charges),
    diagnostics: [...tree.diagnostics, ...made.flatMap(({ diagnostics }) => diagnostics)],
  };
}

/** One line for each charge: `input tokens: 600`, `hours: 1 2 3`, `queries: not priced: why | hint`. */
export function lines({ charges }: Pick<Estimated, 'charges'>): readonly string[] {
  return charges.map((charge) => `${charge.component}: ${costOf(charge)}`);
}

export function costOf({ cost }: Charge): string {
  if (cost.kind === 'priced') return numbers(cost.amount);
  return `not priced: ${cost.why}${cost.hint === undefined ? '' : ` | ${cost.hint}`}`;
}

/** `3 requests × 2 calls per request`, without factors of one. */
export function arithmetic({ factors }: Charge): string {
  return factors
    .filter(({ value }) => !value.low.eq(1) || !value.high.eq(1))
    .map(({ name, value }) => `${numbers(value)} ${name}`)
    .join(' × ');
}

/** The numbers of a range as text, to 12 decimals; one where the three are equal. */
export function numbers({ low, expected, high }: Range): string {
  const shown = [low, expected, high].map((value) => value.toDecimalPlaces(12).toFixed());
  return new Set(shown).size === 1 ? (shown[0] ?? '') : shown.join(' ');
}

/** What all priced charges of a period cost together. */
export function total({ charges }: Pick<Estimated, 'charges'>, period: Charge['period'] = 'monthly'): Range {
  const amounts = charges.flatMap(({ cost, period: own }) =>
    cost.kind === 'priced' && own === period ? [cost.amount] : [],
  );
  return addRanges(exactly(ZERO), ...amounts);
}

/** `code: message | hint` of each diagnostic. */
export function problems({ diagnostics }: Pick<Estimated, 'diagnostics'>): readonly string[] {
  return diagnostics.map(
    ({ code, message, hint }) => `${code}: ${message}${hint === undefined ? '' : ` | ${hint}`}`,
  );
}

/** A price of a small book: US dollars for so many units. A key without tier or context is for every one. */
export type TestPrice = Partial<Omit<PriceKey, 'region'>> &
  Pick<PriceKey, 'subject' | 'dimension'> & { readonly usd: string | number; readonly per?: number };

/** A book of nothing but these prices, the same in every region. */
export function bookOf(prices: readonly TestPrice[]): PriceBook {
  return {
    asOf: '2026-01-01',
    edition: 'test',
    price(key) {
      const found = prices.find(
        ({ subject, dimension, scope, tier, context }) =>
          subject === key.subject &&
          dimension === key.dimension &&
          (scope === undefined || scope === (key.scope ?? 'in-region')) &&
          (tier === undefined || tier === (key.tier ?? 'standard')) &&
          (context === undefined || context === (key.context ?? 'normal')),
      );
      if (found === undefined) return { found: false, why: `no ${key.dimension} of ${key.subject}` };
      const { usd, per = 1 } = found;
      const rest = {
        unit: 'units',
        region: 'us-east-1',
        asOf: '2026-01-01',
        source: 'test',
        confidence: 'A',
      } as const;
      return { found: true, price: { usd: decimal(usd), per: decimal(per), ...rest } };
    },
  };
}
