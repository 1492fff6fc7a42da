/** What features ask of the price book and of the model catalogue. `prices/` answers. */
import type { Decimal } from './decimal.ts';
import type { Unknown } from './value.ts';

/** Where a request may be served: this decides the price class of a model id's prefix. */
export type Scope = 'in-region' | 'geographic' | 'global';
export const SCOPES: readonly Scope[] = ['in-region', 'geographic', 'global'];

export type Tier = 'standard' | 'priority' | 'flex' | 'batch' | 'latency-optimized' | 'reserved';
export const TIERS: readonly Tier[] = [
  'standard',
  'priority',
  'flex',
  'batch',
  'latency-optimized',
  'reserved',
];

/** Above a model's threshold the whole request is billed at the long-context price. */
export type ContextClass = 'normal' | 'long';

export interface PriceKey {
  /** A model of the catalogue (`anthropic.claude-haiku-4-5`) or a billed feature (`guardrails`). */
  readonly subject: string;
  /** What is counted: `input`, `output`, `cache-read`, `cache-write-5m`, `content-filter`, `ocu-hour` … */
  readonly dimension: string;
  readonly region: string | Unknown;
  /** For models only. */
  readonly scope?: Scope;
  /** `standard` where absent. */
  readonly tier?: Tier;
  /** `normal` where absent. */
  readonly context?: ContextClass;
}

export interface Price {
  /** US dollars for `per` units. */
  readonly usd: Decimal;
  readonly per: Decimal;
  /** Plural: `tokens`, `OCU-hours`, `text units`. */
  readonly unit: string;
  readonly region: string;
  /** The date on which the price was observed, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Where it was observed, in one line for people: offer and usage type, or a document. */
  readonly source: string;
  /** A: the price list or page of AWS. B: a text of AWS, or two independent sources. C: one other source. */
  readonly confidence: 'A' | 'B' | 'C';
  /** The region whose price was taken because none is known for the region asked. */
  readonly assumedFrom?: string;
  /** Set where the user's own price or discount was applied, in words: `8% discount`. */
  readonly adjusted?: string;
}

export type PriceAnswer =
  | {
      readonly found: true;
      readonly price: Price;
      /** What was asked, where the book itself answered: a diff asks again with one part changed. */
      readonly key?: PriceKey;
    }
  | { readonly found: false; readonly why: string; readonly hint?: string };

export interface PriceBook {
  /** The date of the newest observation in the book. */
  readonly asOf: string;
  /** Names this edition of the book, so that two reports can be compared. */
  readonly edition: string;
  price(key: PriceKey): PriceAnswer;
}

export interface Model {
  /** The id without prefix, version and context suffix: `anthropic.claude-haiku-4-5`. The subject of its prices. */
  readonly key: string;
  /** The full id as the API takes it: `anthropic.claude-haiku-4-5-20251001-v1:0`. */
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly family?: string;
  /** Place within the family by capability, 1 the least. Models of one family and rank are one line. */
  readonly rank?: number;
  /** Tiers that the model card lists. A price row decides; the card only words the message. */
  readonly tiers?: readonly Tier[];
  readonly contextWindow?: number;
  readonly longContextThreshold?: number;
  /** Tokens below which a cache checkpoint is silently not cached. */
  readonly cacheMinimum?: number;
  readonly cacheTimesToLive?: readonly CacheTimeToLive[];
  readonly lifecycle?: 'active' | 'legacy' | 'extended-access' | 'retired';
  /** The last day on which it can be called, `YYYY-MM-DD`. */
  readonly endOfLife?: string;
  readonly successor?: string;
  /** Models of one tokenizer generation count the same text alike. */
  readonly tokenizer?: string;
  readonly modalities?: { readonly input: readonly string[]; readonly output: readonly string[] };
  readonly dimensions?: readonly number[];
}

export type CacheTimeToLive = '5m' | '30m' | '1h';

export const CACHE_TIMES_TO_LIVE: readonly CacheTimeToLive[] = ['5m', '30m', '1h'];

export type ModelAnswer =
  | { readonly kind: 'model'; readonly model: Model; readonly scope: Scope; readonly prefix?: string }
  | { readonly kind: 'ambiguous'; readonly why: string; readonly candidates: readonly string[] }
  /** An id that only infrastructure code or an account can resolve: a profile, provisioned or custom model. */
  | { readonly kind: 'opaque'; readonly what: string; readonly why: string; readonly hint?: string }
  | { readonly kind: 'unknown'; readonly why: string; readonly nearest: readonly string[] };

export interface ModelCatalogue {
  /** Reads a model id or ARN as a person or a program writes it. */
  resolve(id: string): ModelAnswer;
  /** The models of one family, the model itself among them, in the order of the catalogue. */
  familyOf(model: Model): readonly Model[];
}
