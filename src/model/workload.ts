/** What runs and how much it is used: a workload, after its names were joined with the infrastructure code. */
import type { Factor } from './charge.ts';
import type { Layer } from './layer.ts';
import type { CacheTimeToLive, Tier } from './price.ts';
import type { Quantity } from './quantity.ts';
import type { Range } from './range.ts';
import type { Resource } from './resource.ts';
import type { SourceLocation } from './source-location.ts';
import type { Unknown } from './value.ts';

/** The model id of a call, and where it was read: the manifest, infrastructure code, or application code. */
export interface ModelChoice {
  readonly id: string | Unknown;
  readonly origin: 'declared' | 'iac' | 'code';
  readonly at: SourceLocation;
  /** The default of a program in whose place it runs. */
  readonly overrides?: { readonly id: string; readonly at: SourceLocation };
}

export interface PromptCache {
  /** Tokens of the prompt that stand behind a cache checkpoint. */
  readonly tokens: Quantity;
  /** Share of the calls that find them cached, 0 to 1. */
  readonly hitRate: Quantity;
  readonly timeToLive: CacheTimeToLive;
  /** Set where application code caches for several lifetimes, and nobody says which holds. */
  readonly unknownTimeToLive?: Unknown;
}

/** The service tier of a call: stated, the usual one, or where it was read. */
export interface TierChoice {
  readonly tier: Tier;
  /** Set where it is followed. */
  readonly source?: { readonly origin: 'iac' | 'code'; readonly at: SourceLocation };
  /** Set where several tiers are possible; `tier` then says nothing. */
  readonly unknownTier?: Unknown;
}

/** A part of the prompt of one call. Its tokens are the product of its factors. */
export interface PromptPart {
  /** `system prompt`, `history`, `retrieved chunks`, `images`, `video` or `question`: a diff follows parts by it. */
  readonly name: string;
  readonly factors: readonly Factor[];
  /** What the factors do not say of themselves. */
  readonly note?: string;
}

/** How often a call is so long that the model's price for long context holds. */
export interface LongContext {
  /** Share of the calls whose input is over the model's threshold, 0 to 1. */
  readonly share: Quantity;
  /** Mean input tokens of such a call; undefined where the manifest does not say. */
  readonly inputTokens?: Quantity;
}

/** One kind of model call that a request makes. */
export interface ModelCall {
  /** The name in `calls:`; undefined for the only call of a workload. */
  readonly name?: string;
  readonly model: ModelChoice;
  readonly perRequest: Quantity;
  /** Tokens of one call; undefined where the manifest does not say. */
  readonly inputTokens?: Quantity;
  readonly outputTokens?: Quantity;
  /** What the input tokens are made of, where the manifest says so; the parts add up to `inputTokens`. */
  readonly prompt?: readonly PromptPart[];
  readonly tier: Tier;
  /** Where the tier was read, unless the manifest states it. */
  readonly tierSource?: TierChoice['source'];
  /** Where the manifest states the tier. */
  readonly tierAt?: SourceLocation;
  readonly unknownTier?: Unknown;
  readonly cache?: PromptCache;
  readonly longContext?: LongContext;
  /** Calls that are made and billed once more, for each call: 0.02 are two in a hundred. */
  readonly retries?: Quantity;
  /** The reserved capacities that serve the call, by address; its tokens are then not billed on demand. */
  readonly capacity?: readonly string[];
  readonly at: SourceLocation;
}

/** The part of a manifest that a feature owns, as its schema read it. */
export interface Section<Content = unknown> {
  readonly content: Content;
  /** Where a key below the section stands. */
  at(...path: readonly (string | number)[]): SourceLocation;
}

/** A resource as the feature that bills it understands it. */
export interface Declared<Facts = unknown> {
  readonly resource: Resource;
  /** The feature that mapped it, and what it is to that feature: `guardrail`, `knowledge-base`. */
  readonly feature: string;
  readonly role: string;
  readonly facts: Facts;
  /** Its entry under `resources:` of the manifest. */
  readonly usage?: Section;
  /** The extra charge that covers it, where the manifest says so with `priced_by`. */
  readonly pricedBy?: string;
  /**
   * Set where the code alone cannot tell whether it exists, and no workload or stated usage says so. Charges of its
   * own become not priced by themselves; a feature sees to those that it shares with others.
   */
  readonly uncertain?: Unknown;
  /** Names of the workloads that use it, directly or through others. */
  readonly usedBy: readonly string[];
}

/** A cost that the manifest states as an amount, of something that no rule of ours prices. */
export interface ExtraCharge {
  readonly name: string;
  /** US dollars a month, or once. */
  readonly amount: Range;
  readonly layer: Layer;
  readonly period: 'monthly' | 'one-time';
  readonly at: SourceLocation;
}

export interface Workload {
  readonly name: string;
  readonly at: SourceLocation;
  readonly region: string | Unknown;
  readonly environment?: string;
  /** The name that it had before. */
  readonly renamedFrom?: string;
  /** Per month. */
  readonly requests?: Quantity;
  readonly calls: readonly ModelCall[];
  /** By the dotted key that a feature registered: `guardrail`, `knowledge_base.vector_store`. */
  readonly sections: ReadonlyMap<string, Section>;
  /** What the workload uses of the infrastructure code, nearest first. */
  readonly uses: readonly Declared[];
}
