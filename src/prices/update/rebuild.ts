/** A book out of the rows of the price list, with an account of what is new, changed, gone and not understood. */
import { Decimal } from '../../model/decimal.ts';
import type { Scope } from '../../model/price.ts';
import { type BookFile, lineName, type PriceRow, rowKey, type SourceEntry } from '../book-file.ts';
import { type Conflict, mergeLayers, packBook, unpackBook } from '../pack.ts';
import { classifyFeatureRow, type FeaturePrice } from './classify-feature.ts';
import { classifyModelRow, type ModelPrice } from './classify-model.ts';
import { type OfferRow, usageTypeOf } from './offer-row.ts';
import { extendedAccess, type OverridePrices } from './overrides.ts';

/** Where each model is offered: by key and scope, names of regions separated by spaces. */
export interface AvailabilityFile {
  readonly format: 1;
  readonly asOf: string;
  readonly models: Readonly<Record<string, Partial<Record<Scope, string>>>>;
}

export interface RebuildInput {
  readonly rows: readonly OfferRow[];
  readonly inputs: BookFile['inputs'];
  readonly old: BookFile;
  readonly availability: AvailabilityFile;
  readonly overrides: OverridePrices;
  /** The regions that were asked for, all where absent; prices of other regions stay as they are. */
  readonly only?: readonly string[];
}

export interface Rebuilt {
  readonly book: Omit<BookFile, 'edition'>;
  readonly changes: BookChanges;
  /** Rows that look like tokens and were not understood: these must stop a refresh. */
  readonly unknown: readonly string[];
  readonly conflicts: readonly Conflict[];
  /** Rows left out on purpose, and rows that the book has no place for, with their number. */
  readonly excluded: ReadonlyMap<string, number>;
  readonly unclassified: readonly string[];
  /** Prices of models that nothing offers where the price stands. */
  readonly withheld: readonly string[];
  /** SKU by key of the price. */
  readonly skus: ReadonlyMap<string, string>;
}

interface BookChanges {
  readonly added: readonly PriceRow[];
  readonly changed: readonly { readonly from: PriceRow; readonly to: PriceRow }[];
  readonly gone: readonly PriceRow[];
}

export function rebuildBook(input: RebuildInput): Rebuilt {
  const collected = collect(input);
  const old = [...unpackBook(input.old)];
  const models = mergeLayers([collected.runtime, collected.mantle]);
  const features = mergeLayers([collected.features]);
  const listed = [...models.rows, ...zeroCacheWrites(collected.zeros, models.rows), ...features.rows];
  const { rows } = mergeLayers([extendedAccess(input.overrides), listed, kept(old, listed, input)]);
  const elsewhere = new Map<string, string>();
  const unsettled = new Map<string, Readonly<Record<string, string>>>();
  for (const [subject, entry] of Object.entries(input.old.subjects)) {
    if (entry.elsewhere !== undefined) elsewhere.set(subject, entry.elsewhere);
    if (entry.unsettled !== undefined) unsettled.set(subject, entry.unsettled);
  }
  const { unknown, excluded, unclassified, withheld, skus } = collected;
  return {
    book: packBook({ rows, inputs: input.inputs, elsewhere, unsettled }),
    changes: changesBetween(old, rows),
    conflicts: [...models.conflicts, ...features.conflicts],
    unknown: [...unknown].sort(),
    excluded,
    unclassified: [...unclassified].sort(),
    withheld: [...withheld].sort(),
    skus,
  };
}

interface Collected {
  readonly runtime: PriceRow[];
  readonly mantle: PriceRow[];
  readonly features: PriceRow[];
  readonly zeros: PriceRow[];
  readonly unknown: Set<string>;
  readonly excluded: Map<string, number>;
  readonly unclassified: Set<string>;
  readonly withheld: Set<string>;
  readonly skus: Map<string, string>;
}

function collect(input: RebuildInput): Collected {
  const collected: Collected = {
    runtime: [],
    mantle: [],
    features: [],
    zeros: [],
    unknown: new Set(),
    excluded: new Map(),
    unclassified: new Set(),
    withheld: new Set(),
    skus: new Map(),
  };
  const ranged = new Map<string, { readonly row: OfferRow; readonly price: FeaturePrice }[]>();
  for (const row of input.rows) {
    const model = row.offer.startsWith('AmazonBedrock') ? classifyModelRow(row) : undefined;
    if (model?.kind === 'model') addModel(collected, input.availability, row, model);
    else if (model?.kind === 'unknown') collected.unknown.add(`${place(row)}: ${model.why}`);
    else if (model !== undefined) count(collected.excluded, model.why);
    else {
      const price = classifyFeatureRow(row);
      if (price === undefined) collected.unclassified.add(`${row.offer} ${shortUsage(row)}`);
      else {
        const key = `${row.region} ${row.sku}`;
        ranged.set(key, [...(ranged.get(key) ?? []), { row, price }]);
      }
    }
  }
  for (const ranges of ranged.values()) addFeature(collected, input.availability, ranges);
  return collected;
}

function addModel(
  collected: Collected,
  availability: AvailabilityFile,
  row: OfferRow,
  price: ModelPrice,
): void {
  const { subject, dimension, tier, context, usd, per, unit } = price;
  const scopes =
    price.scope === 'regional' ? regionalScopes(availability, subject, row.region) : [price.scope];
  if (scopes.length === 0) collected.withheld.add(`${subject} in ${row.region}`);
  for (const scope of scopes) {
    const made: PriceRow = {
      subject,
      kind: 'model',
      dimension,
      region: row.region,
      scope,
      tier,
      context,
      usd,
      per,
      unit,
      source: sourceOf(row),
    };
    if (price.listedAtZero === true) collected.zeros.push(made);
    else (price.mantle ? collected.mantle : collected.runtime).push(made);
    if (!price.mantle) collected.skus.set(rowKey(made), row.sku);
  }
}

/**
 * One SKU with its ranges of quantity. A free allowance is not a price, so the first range that costs something holds;
 * vended logs have a dimension for each range.
 */
function addFeature(
  collected: Collected,
  availability: AvailabilityFile,
  ranges: readonly { readonly row: OfferRow; readonly price: FeaturePrice }[],
): void {
  const ordered = [...ranges].sort((a, b) => a.price.from.comparedTo(b.price.from));
  const [first] = ordered;
  if (first === undefined) return;
  const add = ({ row, price }: (typeof ordered)[number], dimension: string) => {
    const { subject, usd, per, unit } = price;
    const isModel = subject.includes('.');
    const scopes = isModel ? regionalScopes(availability, subject, row.region) : ([''] as const);
    for (const scope of scopes) {
      const made: PriceRow = {
        subject,
        kind: isModel ? 'model' : 'feature',
        dimension,
        region: row.region,
        scope,
        usd,
        per,
        unit,
        tier: 'standard',
        context: 'normal',
        source: sourceOf(row),
      };
      collected.features.push(made);
      collected.skus.set(rowKey(made), row.sku);
    }
  };
  if (first.price.dimension === 'vended') {
    const names = ['vended-first', 'vended-second', 'vended-third', 'vended-fourth'];
    for (const [index, name] of names.entries()) {
      const range = ordered[index];
      if (range !== undefined) add(range, name);
    }
    return;
  }
  const priced = ordered.find(({ price }) => !new Decimal(price.usd).isZero());
  add(priced ?? first, first.price.dimension);
}

/** Written tokens of Amazon Nova at the input price: listed at zero, and no document gives their price. */
function zeroCacheWrites(zeros: readonly PriceRow[], models: readonly PriceRow[]): readonly PriceRow[] {
  const inputs = new Map(models.filter((row) => row.dimension === 'input').map((row) => [placeOf(row), row]));
  const made = new Map<string, PriceRow>();
  for (const zero of zeros) {
    const input = inputs.get(placeOf(zero));
    if (input === undefined) continue;
    const title = `Input price: the ${zero.source[0]} lists cache writes of Nova at 0.00 and no document gives their price`;
    made.set(rowKey(zero), { ...zero, usd: input.usd, source: [title, zero.source[1], 'C'] });
  }
  return [...made.values()];
}

/**
 * What stays of the old book: every price of a region that was not asked for, and what the price list says nothing about.
 * Of a feature, that is a dimension without a row in any region. Of a model, it is a page's or a card's price for a
 * scope and region without a row; a former price of the price list itself is gone when its row is.
 */
function kept(
  old: readonly PriceRow[],
  listed: readonly PriceRow[],
  input: RebuildInput,
): readonly PriceRow[] {
  const { only } = input;
  const dimensions = new Set(listed.map((row) => `${row.subject} ${row.dimension}`));
  const places = new Set(listed.map((row) => `${row.subject} ${row.scope} ${row.region}`));
  const prices = new Set(listed.map((row) => `${row.subject} ${row.dimension} ${row.region}`));
  return old.filter((row) => {
    if (only !== undefined && !only.includes(row.region)) return true;
    if (row.kind === 'feature') return !dimensions.has(`${row.subject} ${row.dimension}`);
    if (row.source[0].startsWith('AWS Price List') || row.source[0].startsWith('Input price:')) return false;
    const isTokens = row.unit === 'tokens' || row.unit === 'TPM-hours';
    return isTokens
      ? !places.has(`${row.subject} ${row.scope} ${row.region}`)
      : !prices.has(`${row.subject} ${row.dimension} ${row.region}`);
  });
}

function regionalScopes(availability: AvailabilityFile, subject: string, region: string): readonly Scope[] {
  const offered = availability.models[subject];
  if (!Object.hasOwn(availability.models, subject) || offered === undefined) return ['in-region'];
  return (['in-region', 'geographic'] as const).filter((scope) =>
    offered[scope]?.split(' ').includes(region),
  );
}

function sourceOf(row: OfferRow): SourceEntry {
  const date = `${row.version.slice(0, 4)}-${row.version.slice(4, 6)}-${row.version.slice(6, 8)}`;
  return [`AWS Price List, ${row.offer} ${row.version}`, date, 'A'];
}

function changesBetween(old: readonly PriceRow[], rows: readonly PriceRow[]): BookChanges {
  const before = new Map(old.map((row) => [rowKey(row), row]));
  const after = new Map(rows.map((row) => [rowKey(row), row]));
  const changed = [...after].flatMap(([key, to]) => {
    const from = before.get(key);
    return from === undefined || samePrice(from, to) ? [] : [{ from, to }];
  });
  return {
    added: [...after].filter(([key]) => !before.has(key)).map(([, row]) => row),
    changed,
    gone: [...before].filter(([key]) => !after.has(key)).map(([, row]) => row),
  };
}

function samePrice(a: PriceRow, b: PriceRow): boolean {
  return new Decimal(a.usd).div(a.per).eq(new Decimal(b.usd).div(b.per)) && a.unit === b.unit;
}

function placeOf(row: PriceRow): string {
  return [row.subject, lineName(row.scope, row.tier, row.context), row.region].join(' ');
}

function place(row: OfferRow): string {
  const name =
    row.offer === 'AmazonBedrockFoundationModels' ? `, ${row.attributes['servicename'] ?? ''}` : '';
  return `${row.offer} ${usageTypeOf(row)}${name} (${row.unit})`;
}

function shortUsage(row: OfferRow): string {
  return `${usageTypeOf(row)} (${row.unit})`;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
