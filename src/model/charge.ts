/** One line of an estimate. FOCUS, the FinOps Foundation's billing specification, calls it the same. */
import { ONE } from './decimal.ts';
import type { Layer } from './layer.ts';
import type { Price, PriceAnswer, PriceKey } from './price.ts';
import type { Origin } from './quantity.ts';
import { exactly, mapRange, multiplyRanges, type Range } from './range.ts';
import type { SourceLocation } from './source-location.ts';
import type { Unknown } from './value.ts';

/** One number of the arithmetic of a charge. The quantity is the product of all factors. */
export interface Factor {
  /** Short and stable, for people and for telling what changed: `requests`, `calls per request`, `input tokens`. */
  readonly name: string;
  readonly value: Range;
  readonly origin: Origin;
  /** What the manifest says of its source beside that: `CloudWatch 2026-11`. */
  readonly source?: string;
  readonly at?: SourceLocation;
  /** How the arithmetic shows it where the number itself says little: 6,318 bytes for 0.0000058841 GB. */
  readonly shownAs?: { readonly name: string; readonly value: Range };
  /** The figure that people state, where this one follows from it: the hit rate, of a miss rate. */
  readonly follows?: Stated;
  /** What is taken off already, so that a diff can tell its change apart: cached tokens, off the input tokens. */
  readonly less?: readonly Stated[];
}

/** A figure behind a factor. */
export interface Stated {
  readonly name: string;
  readonly value: Range;
  /** What people call the value, where the number itself says little: `on` for one. */
  readonly told?: string;
  /** The group of charges that comes and goes with it. */
  readonly group?: string;
}

/** One part of what is bought. */
export interface Term {
  readonly name: string;
  readonly value: string;
  /** Where it was read, in the manifest or elsewhere. */
  readonly at?: SourceLocation;
}

/** Who causes a charge. A shared charge belongs to several workloads or resources together. */
export interface Owner {
  readonly kind: 'workload' | 'resource' | 'shared' | 'extra';
  readonly name: string;
}

/** Capacity that several things share: what tells it from other pools, so that a diff finds it again. */
export interface SharedPool {
  /** The root module or template that it stands in; none where a manifest states it. */
  readonly root?: string;
  /** What its members have in common: region, class, standby replicas. */
  readonly kind: string;
  /** Addresses in the root, and names of what a manifest states. */
  readonly members: readonly string[];
}

export type Cost =
  | { readonly kind: 'priced'; readonly amount: Range }
  /** Never zero: the cost is not known. `hint` holds the line to write. */
  | { readonly kind: 'unpriced'; readonly why: string; readonly hint?: string };

export interface Charge {
  /** Stable between commits: two charges with one id are the same thing at base and at head. */
  readonly id: string;
  readonly project: string;
  readonly layer: Layer;
  readonly feature: string;
  readonly owner: Owner;
  /** What it is, stable between commits: `input tokens`. With a named call: `classify input tokens`. */
  readonly component: string;
  /** The named call of the workload that it is of. */
  readonly call?: string;
  /** Names charges that come and go together, as people say it: `prompt cache`. */
  readonly group?: string;
  /** What is bought, which may change between commits: `Claude Haiku 4.5, global profile`. */
  readonly item?: string;
  /** The same in parts with a name each, so that a diff can say which changed: model, profile, tier. */
  readonly terms?: readonly Term[];
  readonly region?: string;
  /** The shared capacity that it is billed for. */
  readonly pool?: SharedPool;
  /** A floor is billed even when nothing is used. */
  readonly kind: 'usage' | 'floor';
  readonly period: 'monthly' | 'one-time';
  readonly factors: readonly Factor[];
  /** Plural unit of the product of the factors. */
  readonly unit: string;
  readonly price?: Price;
  /** What the price book was asked for the price. */
  readonly priceKey?: PriceKey;
  readonly cost: Cost;
  /** Why an odd-looking figure is right: `geographic profile: 10% above global`. */
  readonly notes: readonly string[];
  readonly at?: SourceLocation;
}

export interface ChargeDraft
  extends Omit<
    Charge,
    'id' | 'cost' | 'price' | 'priceKey' | 'notes' | 'kind' | 'period' | 'factors' | 'region'
  > {
  /** Names the charge within its project where the owner may change: `opensearch-serverless/us-east-1/vector`. */
  readonly identity?: string;
  readonly region?: string | Unknown;
  readonly kind?: Charge['kind'];
  readonly period?: Charge['period'];
  /** A factor without a value makes the charge unpriced; `hint` then says what to write. */
  readonly factors: readonly (Factor | MissingFactor)[];
  readonly price: PriceAnswer;
  readonly notes?: readonly string[];
}

export interface MissingFactor {
  readonly name: string;
  readonly missing: string;
  readonly hint?: string;
}

/** A charge from its factors and its price: cost = product of the factors × price / per. Exact; never rounded. */
export function charge(draft: ChargeDraft): Charge {
  const { factors: stated, price: answer, notes = [], kind = 'usage', period = 'monthly', ...more } = draft;
  const { identity, region, ...rest } = more;
  const owned = [rest.owner.kind, rest.owner.name, rest.feature].join('/');
  const id = [rest.project, identity ?? owned, rest.component].join('/');
  const factors = stated.filter((factor): factor is Factor => 'value' in factor);
  const missing = stated.find((factor): factor is MissingFactor => 'missing' in factor);
  const place = typeof region === 'string' ? { region } : {};
  const common = { ...rest, ...place, id, factors, notes, kind, period };
  if (missing !== undefined) {
    const cost = { kind: 'unpriced', why: missing.missing, ...optional('hint', missing.hint) } as const;
    return { ...common, cost, ...(answer.found ? pricedBy(answer) : {}) };
  }
  if (!answer.found) {
    return { ...common, cost: { kind: 'unpriced', why: answer.why, ...optional('hint', answer.hint) } };
  }
  const { price } = answer;
  const amount = mapRange(quantityOf(factors), (value) => value.times(price.usd).div(price.per));
  return { ...common, ...pricedBy(answer), cost: { kind: 'priced', amount } };
}

function pricedBy({ price, key }: Extract<PriceAnswer, { found: true }>): Pick<Charge, 'price' | 'priceKey'> {
  return key === undefined ? { price } : { price, priceKey: key };
}

/** The product of the factors; one where there is none. */
export function quantityOf(factors: readonly Factor[]): Range {
  return factors.length === 0 ? exactly(ONE) : multiplyRanges(...factors.map((factor) => factor.value));
}

function optional<Key extends string, Content>(
  key: Key,
  content: Content | undefined,
): { [K in Key]?: Content } {
  return content === undefined ? {} : ({ [key]: content } as { [K in Key]: Content });
}
