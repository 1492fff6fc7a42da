/** The observations that the first book is built from: tables and price list rows in one directory. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Observed {
  readonly model: string;
  readonly regions: readonly string[];
  readonly scope: 'regional' | 'global';
  readonly tier: 'standard' | 'flex' | 'priority' | 'batch';
  readonly context: 'normal' | 'long';
  readonly priceSource: string;
  readonly longContextThresholdTokens?: string;
  readonly input?: string;
  readonly output?: string;
  readonly cacheRead?: string;
  readonly cacheWrite?: string;
  readonly cacheWrite5m?: string;
  readonly cacheWrite30m?: string;
  readonly cacheWrite1h?: string;
  readonly batchInput?: string;
  readonly batchOutput?: string;
}

export interface ObservedModel {
  readonly model: string;
  readonly contextWindow?: string;
  readonly lifecycle?: string;
  readonly eolDate?: string;
  readonly geoPrefixes?: readonly string[];
  readonly availability?: Readonly<Record<string, string>>;
}

export interface ListedRegion {
  readonly p: string;
  readonly m: string;
  readonly r: readonly string[];
  readonly i: number | null;
  readonly o: number | null;
}

export interface ModelCard {
  readonly modelName: string;
  readonly modelLifecycle: string;
  readonly contextWindow?: string;
  readonly inputModalities: readonly string[];
  readonly outputModalities: readonly string[];
  readonly serviceTiers?: Readonly<Record<string, boolean>>;
  readonly programmaticAccess: readonly {
    readonly modelId: string;
    readonly geoInferenceIds?: readonly string[];
    readonly globalInferenceIds?: readonly string[];
  }[];
  readonly regions: Readonly<Record<string, { inRegion: boolean; geo: boolean; global: boolean }>>;
}

export interface ListedModel {
  readonly inference_types: Readonly<Record<string, readonly string[]>>;
  readonly model_lifecycle_status: string;
  readonly inputModalities: readonly string[];
  readonly outputModalities: readonly string[];
  readonly mantle_supported_regions?: readonly string[];
}

export interface NonTokenPrice {
  readonly dimension: string;
  readonly offerCode: string;
  readonly usagetypeSuffix: string | null;
  readonly usd_us_east_1: number | null;
  readonly confidence: string;
}

export interface SampleRow {
  readonly offerCode: string;
  readonly regionCode: string;
  readonly usagetype: string;
  readonly usd: string | null;
}

export type PageRow = Readonly<Record<string, string>>;

export interface Observations {
  readonly observed: readonly Observed[];
  readonly observedModels: readonly ObservedModel[];
  readonly allRegions: readonly ListedRegion[];
  readonly page: readonly PageRow[];
  readonly cards: readonly ModelCard[];
  readonly listed: Readonly<Record<string, ListedModel>>;
  readonly nonToken: readonly NonTokenPrice[];
  readonly sampleRows: readonly SampleRow[];
  /** Name, date and hash of each file read. */
  readonly inputs: readonly (readonly [name: string, version: string, sha256: string])[];
}

/** Reads every table of `directory`. */
export function readObservations(directory: string): Observations {
  const inputs: (readonly [string, string, string])[] = [];
  function read(path: string, version: string): unknown {
    const text = readFileSync(join(directory, path), 'utf8');
    inputs.push([path, version, createHash('sha256').update(text).digest('hex')]);
    return JSON.parse(text);
  }
  const allRegions = read('tables/atoy_pricelist_all_regions_20260820.json', '2026-08-20') as {
    rows: ListedRegion[];
  };
  const cards = read('tables/aws_model_cards_map_20260822.json', '2026-08-22') as { models: ModelCard[] };
  return {
    observed: read('tables/observed_20261008.json', '2026-10-08') as Observed[],
    observedModels: read('tables/observed_20261008_models.json', '2026-10-08') as ObservedModel[],
    allRegions: allRegions.rows,
    page: read('tables/aws_pricing_page_scrape_20260724.json', '2026-07-24') as PageRow[],
    cards: cards.models,
    listed: read('tables/bedrock_model_ids_api_20260821.json', '2026-08-21') as Record<string, ListedModel>,
    nonToken: read('tables/non_token_prices.json', 'dated by row') as NonTokenPrice[],
    sampleRows: read('samples/price_list_rows_other_offers.json', '2026-09-11 to 2026-09-30') as SampleRow[],
    inputs,
  };
}
