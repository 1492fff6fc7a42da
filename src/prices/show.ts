/** What `prices show` and `prices list` print: prices of one model or feature, and filtered rows, as data and as text. */
import type { Scope, Tier } from '../model/price.ts';
import type { BookFile, PriceRow } from './book-file.ts';
import { catalogueOf } from './catalogue.ts';
import type { CatalogueFile, ModelEntry } from './catalogue-file.ts';
import { compare, groupBy, unpackBook } from './pack.ts';
import { table } from './table.ts';

/** Prices of one line that hold alike in several regions. */
interface ShownLine {
  readonly scope: Scope | '';
  readonly tier: Tier;
  readonly context: 'normal' | 'long';
  readonly regions: readonly string[];
  /** US dollars by dimension. */
  readonly usd: ReadonlyMap<string, string>;
  readonly asOf: string;
}

interface ShownUnit {
  readonly per: string;
  readonly unit: string;
  readonly dimensions: readonly string[];
  readonly lines: readonly ShownLine[];
}

export interface Shown {
  readonly subject: string;
  /** Absent for a feature. */
  readonly model?: ModelEntry;
  readonly region?: string;
  readonly units: readonly ShownUnit[];
  readonly sources: readonly { readonly title: string; readonly asOf: string; readonly confidence: string }[];
}

export type ShowAnswer =
  | { readonly found: true; readonly shown: Shown }
  | { readonly found: false; readonly why: string };

/**
 * The prices of a model, by any id of it, or of a feature, by its subject; in one region, or grouped by regions with the
 * same prices. An id with a profile prefix shows the scope of that prefix only.
 */
export function showModel(
  book: BookFile,
  catalogue: CatalogueFile,
  name: string,
  region?: string,
): ShowAnswer {
  const isFeature = Object.hasOwn(book.subjects, name) && book.subjects[name]?.kind === 'feature';
  const answer = isFeature ? undefined : catalogueOf(catalogue).resolve(name);
  if (answer !== undefined && answer.kind !== 'model') {
    const near = answer.kind === 'unknown' ? answer.nearest : [];
    return {
      found: false,
      why: `${answer.why}${near.length === 0 ? '' : `; the nearest are ${near.join(', ')}`}`,
    };
  }
  const model = catalogue.models.find((entry) => entry.key === answer?.model.key);
  const subject = model?.key ?? name;
  const scope = answer?.prefix === undefined ? undefined : answer.scope;
  const rows = listPrices(book, {
    subject,
    ...(region === undefined ? {} : { region }),
    ...(scope === undefined ? {} : { scope }),
  });
  if (rows.length === 0) {
    const place = [
      region === undefined ? '' : ` in ${region}`,
      scope === undefined ? '' : ` (${scope})`,
    ].join('');
    return { found: false, why: `the price book has no price of ${subject}${place}` };
  }
  const byUnit = [...groupBy(rows, (row) => `${row.per} ${row.unit}`).values()];
  return {
    found: true,
    shown: {
      subject,
      ...(model === undefined ? {} : { model }),
      ...(region === undefined ? {} : { region }),
      units: byUnit.map(unitOf),
      sources: sourcesOf(rows),
    },
  };
}

function unitOf(rows: readonly PriceRow[]): ShownUnit {
  const dimensions = [...new Set(rows.map((row) => row.dimension))];
  const lines = [...groupBy(rows, (row) => `${row.scope} ${row.tier} ${row.context}`).values()].flatMap(
    (members) => {
      const byRegion = [...groupBy(members, (row) => row.region).values()];
      const alike = groupBy(byRegion, (cells) =>
        cells
          .map((row) => `${row.dimension} ${row.usd}`)
          .sort(compare)
          .join(),
      );
      return [...alike.values()].flatMap(lineOf);
    },
  );
  const [first] = rows;
  return { per: first?.per ?? '', unit: first?.unit ?? '', dimensions, lines };
}

function lineOf(regions: readonly (readonly PriceRow[])[]): readonly ShownLine[] {
  const [cells] = regions;
  const [first] = cells ?? [];
  if (cells === undefined || first === undefined) return [];
  const { scope, tier, context } = first;
  const dates = regions.flat().map((row) => row.source[1]);
  return [
    {
      scope,
      tier,
      context,
      regions: regions.flatMap(([row]) => (row === undefined ? [] : [row.region])),
      usd: new Map(cells.map((row) => [row.dimension, row.usd])),
      asOf: dates.sort(compare)[0] ?? '',
    },
  ];
}

function sourcesOf(rows: readonly PriceRow[]): Shown['sources'] {
  const sources = [...groupBy(rows, (row) => JSON.stringify(row.source)).values()].flatMap(
    ([row]) => row ?? [],
  );
  return sources
    .map(({ source: [title, asOf, confidence] }) => ({ title, asOf, confidence }))
    .sort((a, b) => compare(b.asOf, a.asOf) || compare(a.title, b.title));
}

export interface PriceFilter {
  readonly subject?: string;
  /** As the ids begin: `anthropic`. */
  readonly provider?: string;
  readonly dimension?: string;
  readonly region?: string;
  readonly scope?: Scope;
  readonly tier?: Tier;
}

/** The rows of the book that fit, in the order of the book. */
export function listPrices(book: BookFile, filter: PriceFilter): readonly PriceRow[] {
  const { subject, provider, dimension, region, scope, tier } = filter;
  const fits = (row: PriceRow) =>
    (subject === undefined || row.subject === subject) &&
    (provider === undefined || row.subject.startsWith(`${provider}.`)) &&
    (dimension === undefined || row.dimension === dimension) &&
    (region === undefined || row.region === region) &&
    (scope === undefined || row.scope === scope) &&
    (tier === undefined || row.tier === tier);
  return [...unpackBook(book)].filter(fits);
}

/** A readable account of a model or feature, ending in a line break. */
export function renderShown(shown: Shown): string {
  const { model, subject, region, units, sources } = shown;
  const blocks = units.map((unit) => {
    const place = region === undefined ? '' : ` in ${region}`;
    const head = `USD per ${grouped(unit.per)} ${unit.unit}${place}`;
    return `${head}\n${table([headings(unit, region), ...unit.lines.map((line) => cellsOf(unit, line, region))])}`;
  });
  const notes = sources.map(({ title, asOf, confidence }) => `  ${asOf}  ${confidence}  ${title}`);
  return [
    ...(model === undefined ? [subject] : describeModel(model)),
    '',
    ...blocks,
    'Sources (date, confidence)',
    ...notes,
    '',
  ].join('\n');
}

function headings(unit: ShownUnit, region: string | undefined): readonly string[] {
  const place = region === undefined ? ['regions'] : [];
  return ['scope', 'tier', ...unit.dimensions, 'as of', ...place];
}

function cellsOf(unit: ShownUnit, line: ShownLine, region: string | undefined): readonly string[] {
  const tier = line.context === 'long' ? `${line.tier}, long context` : line.tier;
  const prices = unit.dimensions.map((dimension) => line.usd.get(dimension) ?? '-');
  const place = region === undefined ? [someRegions(line.regions)] : [];
  return [line.scope === '' ? '-' : line.scope, tier, ...prices, line.asOf, ...place];
}

function someRegions(regions: readonly string[]): string {
  return regions.length <= 3
    ? regions.join(', ')
    : `${regions.slice(0, 2).join(', ')} and ${regions.length - 2} more`;
}

function describeModel(model: ModelEntry): readonly string[] {
  const end = model.endOfLife === undefined ? '' : ` until ${model.endOfLife}`;
  const facts = [
    model.contextWindow === undefined ? undefined : `context ${grouped(String(model.contextWindow))} tokens`,
    model.longContextThreshold === undefined
      ? undefined
      : `long above ${grouped(String(model.longContextThreshold))}`,
    model.cacheMinimum === undefined
      ? undefined
      : `caches from ${grouped(String(model.cacheMinimum))} tokens`,
    model.cacheTimesToLive === undefined ? undefined : `for ${model.cacheTimesToLive.join(' or ')}`,
    model.dimensions === undefined ? undefined : `vectors of ${model.dimensions.join(', ')}`,
    model.lifecycle === undefined ? undefined : `${model.lifecycle}${end}`,
    model.successor === undefined ? undefined : `followed by ${model.successor}`,
    model.profiles === undefined ? undefined : `profiles ${model.profiles.join(', ')}`,
  ].filter((fact) => fact !== undefined);
  return [
    `${model.name} (${model.provider}), ${model.id}`,
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
  ];
}

/** Rows as a table, ending in a line break. */
export function renderList(rows: readonly PriceRow[]): string {
  const head = ['subject', 'dimension', 'region', 'scope', 'tier', 'USD', 'per', 'as of', 'confidence'];
  const lines = rows.map((row) => [
    row.subject,
    row.dimension,
    row.region,
    row.scope === '' ? '-' : row.scope,
    row.context === 'long' ? `${row.tier}, long context` : row.tier,
    row.usd,
    `${grouped(row.per)} ${row.unit}`,
    row.source[1],
    row.source[2],
  ]);
  return rows.length === 0 ? 'no price fits\n' : table([head, ...lines]);
}

/** A whole number with its thousands set apart. */
function grouped(number: string): string {
  return number.replace(/\B(?=(\d{3})+$)/g, ',');
}
