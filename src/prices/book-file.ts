/**
 * How the price book is stored: `data/book.json`, one row a line so that a change reads well in a pull request.
 *
 * A row holds the prices of one subject in one line (scope, tier and context) from one source for a set of regions that
 * share all of them; its prices follow the subject's columns, with an empty text where the row has none. Sources, units
 * and sets of regions stand once and are referred to by their index.
 */
import type { ContextClass, Scope, Tier } from '../model/price.ts';

type Confidence = 'A' | 'B' | 'C';

/** Title, date of the observation (`YYYY-MM-DD`), confidence. */
export type SourceEntry = readonly [title: string, asOf: string, confidence: Confidence];
/** How many units the price is for (a decimal), and the unit's plural. */
export type UnitEntry = readonly [per: string, unit: string];
export type Column = readonly [dimension: string, unit: number];
/** Line, index of the source, index of the set of regions, prices by column. */
export type Row = readonly [line: string, source: number, regions: number, ...prices: string[]];

export interface SubjectEntry {
  readonly kind: 'model' | 'feature';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Where a region outside the United States takes an assumed price from, instead of us-east-1. */
  readonly elsewhere?: string;
  /** Dimensions that are billed but whose price no source settles, with the reason. */
  readonly unsettled?: Readonly<Record<string, string>>;
}

export interface BookFile {
  readonly format: 1;
  readonly asOf: string;
  readonly edition: string;
  /** What the book was made of: an offer with its version, or a document with its date; and a hash of the input. */
  readonly inputs: readonly (readonly [name: string, version: string, sha256: string])[];
  readonly sources: readonly SourceEntry[];
  readonly units: readonly UnitEntry[];
  /** Every region that a source names. */
  readonly regions: readonly string[];
  /** Names of regions, separated by spaces. */
  readonly regionSets: readonly string[];
  readonly subjects: Readonly<Record<string, SubjectEntry>>;
}

/** The name of a line: `global/batch/long`; the scope of a feature is empty. */
export function lineName(scope: Scope | '', tier: Tier, context: ContextClass): string {
  return `${scope}/${tier}/${context}`;
}

/** One price as the book's makers handle it, before it is packed. */
export interface PriceRow {
  readonly subject: string;
  readonly kind: 'model' | 'feature';
  readonly dimension: string;
  readonly region: string;
  /** Empty for features. */
  readonly scope: Scope | '';
  readonly tier: Tier;
  readonly context: ContextClass;
  /** US dollars for `per` units, plain decimal notation without trailing zeros. */
  readonly usd: string;
  readonly per: string;
  readonly unit: string;
  readonly source: SourceEntry;
}

/** Names a price within the book. */
export function rowKey(row: PriceRow): string {
  return [row.subject, row.dimension, lineName(row.scope, row.tier, row.context), row.region].join(' ');
}
