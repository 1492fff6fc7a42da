/** What a row of the price list that bills a model's work is: the model, the dimension, scope, tier and context. */
import { Decimal } from '../../model/decimal.ts';
import type { ContextClass, Scope, Tier } from '../../model/price.ts';
import { isIgnoredName, modelNamed } from './known-models.ts';
import { type OfferRow, scaleOf, usageTypeOf } from './offer-row.ts';
import { parseUsageType, type UsageType } from './usage-type.ts';

/** A price without a mark of its scope holds in the region and through its geographic profile, where these exist. */
type MarkedScope = Scope | 'regional';

export interface ModelPrice {
  readonly kind: 'model';
  readonly subject: string;
  readonly dimension: string;
  readonly scope: MarkedScope;
  readonly tier: Tier;
  readonly context: ContextClass;
  readonly usd: string;
  readonly per: string;
  readonly unit: string;
  /** The row is of the endpoint bedrock-mantle; a row of bedrock-runtime with the same key goes before it. */
  readonly mantle: boolean;
  /** Amazon Nova's cache writes, listed at zero: the input price is to be charged. */
  readonly listedAtZero?: boolean;
}

/** A row that is left out on purpose, with the reason; or one that nothing here understands. */
export type Unused = { readonly kind: 'excluded' | 'unknown'; readonly why: string };

/** Words that say nothing by themselves. */
const FILLERS = new Set([
  'tokens',
  'token',
  'count',
  'mantle',
  'text',
  'cross',
  'region',
  'standard',
  'on',
  'demand',
  'units',
  'million',
  'usage',
]);
const MEANINGS = new Set([
  'input',
  'output',
  'response',
  'cache',
  'read',
  'write',
  '5m',
  '30m',
  '1h',
  'speech',
  'global',
  'geo',
  'batch',
  'flex',
  'priority',
  'latency',
  'optimized',
  'long',
  'ctx',
  'context',
  'lctx',
]);
/** Kinds of use that are no text tokens: none of them may land on the price of one. */
const OTHER_KINDS = [
  'image',
  'audio',
  'video',
  'custom',
  'customization',
  'training',
  'rft',
  'grounding',
  'distillation',
];

/** Undefined where the row bills no model's tokens or capacity. */
export function classifyModelRow(row: OfferRow): ModelPrice | Unused | undefined {
  const { name, latency, usage } = named(row, parseUsageType(usageTypeOf(row)));
  const words = new Set(usage.words);
  const capacity = isCapacity(words);
  if (!capacity && !isTokens(row, words)) return undefined;
  const other = OTHER_KINDS.find((kind) => words.has(kind));
  if (other !== undefined && !(capacity && other === 'custom'))
    return { kind: 'excluded', why: `${other}, not text tokens` };
  if (isIgnoredName(name)) return { kind: 'excluded', why: `"${name}" is no model of the catalogue` };
  const subject = modelNamed(name);
  if (subject === undefined) return { kind: 'unknown', why: `no model is known by the name "${name}"` };
  if (new Decimal(row.beginRange).gt(0)) return { kind: 'unknown', why: 'a price by range of quantity' };
  if (words.has('provisioned')) return provisioned(row, usage, subject);
  if (words.has('reserved')) return reserved(row, usage, subject);
  return tokens(row, usage, subject, latency);
}

/** Provisioned and reserved capacity is billed by the hour. */
function isCapacity(words: ReadonlySet<string>): boolean {
  return (words.has('provisioned') && words.has('throughput')) || words.has('reserved');
}

function isTokens(row: OfferRow, words: ReadonlySet<string>): boolean {
  const direction = ['input', 'output', 'response', 'cache'].some((word) => words.has(word));
  return direction && (words.has('token') || words.has('tokens') || /tokens?\b/i.test(row.unit));
}

interface Named {
  readonly name: string;
  /** The name says that the row is of the latency-optimized tier. */
  readonly latency: boolean;
  readonly usage: UsageType;
}

const LATENCY = /[ -]latency[ -]optimized$/i;

/** The model's name, and the usage type without words that turn out to belong to it: `TitanEmbeddingV2-Text`. */
function named(row: OfferRow, usage: UsageType): Named {
  const { model, titanModel, servicename } = row.attributes;
  if (row.offer === 'AmazonBedrockFoundationModels')
    return { name: servicename ?? '', latency: false, usage };
  const stated = (model ?? titanModel ?? '').replace(LATENCY, '');
  const latency = LATENCY.test(model ?? titanModel ?? usage.name);
  const [first, ...rest] = usage.words;
  const joined = `${usage.name}-${first}`;
  const belongs = modelNamed(usage.name) === undefined && modelNamed(joined) !== undefined;
  const own = belongs ? { ...usage, name: joined, words: rest } : usage;
  if (modelNamed(stated) !== undefined || isIgnoredName(stated)) return { name: stated, latency, usage: own };
  return { name: own.name.replace(LATENCY, ''), latency, usage: own };
}

function tokens(row: OfferRow, usage: UsageType, subject: string, latency: boolean): ModelPrice | Unused {
  const words = new Set(usage.words);
  const strange = usage.words.find((word) => !FILLERS.has(word) && !MEANINGS.has(word));
  if (strange !== undefined)
    return { kind: 'unknown', why: `the word "${strange}" in the usage type is not known` };
  const dimension = dimensionOf(words, subject);
  if (dimension === undefined) return { kind: 'unknown', why: 'neither input nor output nor cache' };
  const scale = scaleOf(row);
  if (scale === undefined)
    return { kind: 'unknown', why: `the unit "${row.unit}" does not say how many tokens it is` };
  const tier = tierOf(row, words, latency);
  if (tier === 'batch' && dimension.startsWith('cache-'))
    return { kind: 'excluded', why: 'no cache prices are used for batch' };
  const shared = {
    kind: 'model',
    subject,
    dimension,
    scope: scopeOf(words),
    tier,
    context: words.has('lctx') || words.has('long') ? 'long' : 'normal',
    per: '1000000',
    unit: 'tokens',
    mantle: words.has('mantle'),
  } as const;
  const usd = new Decimal(row.usd).times(1_000_000).div(scale);
  if (!usd.isZero()) return { ...shared, usd: usd.toFixed() };
  if (dimension.startsWith('cache-write') && subject.startsWith('amazon.nova-')) {
    return { ...shared, usd: '0', listedAtZero: true };
  }
  return { kind: 'excluded', why: 'tokens listed at zero' };
}

function dimensionOf(words: ReadonlySet<string>, subject: string): string | undefined {
  if (words.has('cache') && words.has('read')) return 'cache-read';
  if (words.has('cache') && words.has('write')) {
    const time = ['1h', '30m', '5m'].find((candidate) => words.has(candidate));
    return `cache-write-${time ?? usualTimeToLive(subject)}`;
  }
  const side = words.has('input')
    ? 'input'
    : words.has('output') || words.has('response')
      ? 'output'
      : undefined;
  return side !== undefined && words.has('speech') ? `speech-${side}` : side;
}

/** What a cache write without a time is: five minutes at Anthropic and Amazon, thirty elsewhere (model cards of 2026-10). */
function usualTimeToLive(subject: string): string {
  return subject.startsWith('anthropic.') || subject.startsWith('amazon.') ? '5m' : '30m';
}

function tierOf(row: OfferRow, words: ReadonlySet<string>, named: boolean): Tier {
  if (words.has('batch') || row.attributes['feature'] === 'Batch Inference') return 'batch';
  if (words.has('flex')) return 'flex';
  if (words.has('priority')) return 'priority';
  const latency = named || words.has('latency') || /latency[- ]optimized/i.test(row.description);
  return latency ? 'latency-optimized' : 'standard';
}

function scopeOf(words: ReadonlySet<string>): MarkedScope {
  return words.has('global') ? 'global' : words.has('geo') ? 'geographic' : 'regional';
}

/**
 * Reserved capacity. Readers of the price list report its unit as `1M TPM Hour`; the pricing page prints the same number
 * for 1,000 tokens a minute, and 60,000 tokens at the on-demand price give it exactly. So it is for 1,000.
 */
function reserved(row: OfferRow, usage: UsageType, subject: string): ModelPrice | Unused {
  const words = new Set(usage.words);
  const side = words.has('input') ? 'input' : words.has('output') ? 'output' : undefined;
  const months = monthsOf(usage.words);
  if (side === undefined || months === undefined)
    return { kind: 'unknown', why: 'reserved capacity of an unknown kind' };
  return {
    kind: 'model',
    subject,
    dimension: `${side}-${months === 1 ? '1-month' : `${months}-months`}`,
    scope: scopeOf(words),
    tier: 'reserved',
    context: 'normal',
    usd: new Decimal(row.usd).toFixed(),
    per: '1000',
    unit: 'TPM-hours',
    mantle: false,
  };
}

function provisioned(row: OfferRow, usage: UsageType, subject: string): ModelPrice | Unused {
  const months = monthsOf(usage.words);
  const none = usage.words.some((word) =>
    ['no', 'none', 'nocommit', 'nocommitment', 'hourly'].includes(word),
  );
  if (months === undefined && !none)
    return { kind: 'unknown', why: 'provisioned throughput of an unknown term' };
  const term = months === undefined ? 'no-commitment' : months === 1 ? '1-month' : `${months}-months`;
  return {
    kind: 'model',
    subject,
    dimension: `model-unit-hour-${term}`,
    scope: 'in-region',
    tier: 'standard',
    context: 'normal',
    usd: new Decimal(row.usd).toFixed(),
    per: '1',
    unit: 'model-unit hours',
    mantle: false,
  };
}

/** The number before the word `month`, which may be joined to it: `1 month commit`, `1month`. */
function monthsOf(words: readonly string[]): number | undefined {
  for (const [index, word] of words.entries()) {
    const joined = /^(\d+)months?$/.exec(word);
    if (joined !== null) return Number(joined[1]);
    if ((word === 'month' || word === 'months') && /^\d+$/.test(words[index - 1] ?? ''))
      return Number(words[index - 1]);
  }
  return undefined;
}
