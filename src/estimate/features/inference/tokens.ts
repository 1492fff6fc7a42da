import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { type Decimal, ONE } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { factor } from '../../../model/factors.ts';
import type { ContextClass, Model } from '../../../model/price.ts';
import type { Quantity } from '../../../model/quantity.ts';
import {
  isExact,
  isNothing,
  mapRange,
  multiplyRanges,
  type Range,
  type Scenario,
} from '../../../model/range.ts';
import type { Unknown } from '../../../model/value.ts';
import type { ModelCall, PromptCache } from '../../../model/workload.ts';
import { effectiveCache } from './cache.ts';
import { type CacheRates, inScenarios } from './cache-scenarios.ts';
import type { ContextUse, SharedContext } from './context.ts';
import { PROMPT_CACHE, promptTokens } from './prompt.ts';

/** The charges of calls in long context, which come and go together. */
const LONG_CALLS = 'long-context calls';

/** Tokens of one price class in one call. Every token of a call is in exactly one class. */
export interface TokenClass {
  /** As the component is called. */
  readonly name: string;
  /** Tells classes of one name apart: a part of the prompt. */
  readonly part?: string;
  /** Classes that come and go together. */
  readonly group?: string;
  /** What tells the dimension apart from others, for people. */
  readonly lifetime?: string;
  /** As the price book calls it. */
  readonly dimension: string;
  readonly context: ContextClass;
  /** Tokens of one call. */
  readonly factors: readonly (Factor | MissingFactor)[];
  readonly notes: readonly string[];
}

/** US dollars for one token of a class; undefined where the book has no price. */
export type RateOf = (dimension: string, context: ContextClass) => Decimal | undefined;

export interface TokenClasses {
  readonly list: readonly TokenClass[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Splits the tokens of one call into price classes: uncached input, cache read, cache write by time to live, and
 * output. Input = uncached + read + written (Amazon Bedrock user guide, prompt caching, 2026). Where some calls are
 * billed as long context, those are classes of their own.
 */
export function tokenClasses(
  call: ModelCall,
  model: Model | undefined,
  use: ContextUse,
  rateOf: RateOf,
): TokenClasses {
  const diagnostics: Diagnostic[] = [];
  const works = effectiveCache(call, model, diagnostics);
  const cache =
    works === undefined
      ? undefined
      : inScenarios(call, works, use, (one) => ratesIn(one, works, use, rateOf));
  const sides = use.kind === 'shared' ? sharedSides(call, cache, use) : [wholeSide(call, cache, use)];
  const list = sides.flatMap((side): readonly TokenClass[] => [
    ...(hasInput(call, model) ? side.input : []),
    ...(cache === undefined ? [] : cacheClasses(cache, side)),
    ...(hasOutput(call, model) ? [outputTokens(call, side)] : []),
  ]);
  return { list, diagnostics };
}

/** What tokens cost in one scenario: where some calls are long, the mean of all of them. */
function ratesIn(
  scenario: Scenario,
  { timeToLive }: PromptCache,
  use: ContextUse,
  rateOf: RateOf,
): CacheRates | undefined {
  const mean = (dimension: string): Decimal | undefined => {
    const normal = rateOf(dimension, 'normal');
    if (use.kind === 'contradiction') return normal;
    const long = rateOf(dimension, 'long');
    if (use.kind === 'one') return use.context === 'long' ? long : normal;
    if (use.kind === 'scenarios') return use.long.has(scenario) ? long : normal;
    if (normal === undefined || long === undefined) return undefined;
    const share = use.share.range[scenario];
    return normal.times(ONE.minus(share)).plus(long.times(share));
  };
  const [input, read, write] = [mean('input'), mean('cache-read'), mean(`cache-write-${timeToLive}`)];
  if (input === undefined || read === undefined || write === undefined) return undefined;
  return { input, read, write };
}

/** All calls of a kind, or those of one context class. */
interface Side {
  readonly context: ContextClass;
  /** Before the names of its classes. */
  readonly prefix: string;
  /** The share of all calls that it is. */
  readonly share?: Factor;
  readonly input: readonly TokenClass[];
}

function wholeSide(
  call: ModelCall,
  cache: PromptCache | undefined,
  use: Exclude<ContextUse, SharedContext>,
): Side {
  const context = use.kind === 'one' ? use.context : 'normal';
  const plain = { name: 'input tokens', dimension: 'input', context } as const;
  if (use.kind === 'contradiction') {
    const missing = { name: 'input tokens', missing: use.why, hint: use.hint };
    return { context, prefix: '', input: [{ ...plain, factors: [missing], notes: [] }] };
  }
  const parts = promptTokens(call, cache);
  if (parts !== undefined)
    return { context, prefix: '', input: parts.map((part) => ({ ...plain, ...part })) };
  const notes =
    cache === undefined
      ? []
      : [`without the ${cache.tokens.range.expected.toFixed()} tokens behind the cache checkpoint`];
  return {
    context,
    prefix: '',
    input: [{ ...plain, factors: [uncached(call, call.inputTokens, cache)], notes }],
  };
}

/** Calls of normal length and long ones. Both have the same cached tokens and the same output. */
function sharedSides(call: ModelCall, cache: PromptCache | undefined, use: SharedContext): readonly Side[] {
  const follows = { name: 'share of calls in long context', value: use.share.range, group: LONG_CALLS };
  const long = factor(follows.name, use.share);
  const others = {
    ...factor('share of other calls', { ...use.share, range: rest(use.share.range) }),
    follows,
  };
  const cachedInOthers =
    cache === undefined
      ? undefined
      : {
          ...cache,
          tokens: {
            ...cache.tokens,
            range: mapRange(cache.tokens.range, (value, scenario) =>
              value.times(ONE.minus(use.share.range[scenario])),
            ),
          },
        };
  const plain = { name: 'input tokens', dimension: 'input' } as const;
  return [
    {
      context: 'normal',
      prefix: '',
      share: others,
      input: [
        {
          ...plain,
          context: 'normal',
          factors: [withoutLong(uncached(call, use.normalInput, cachedInOthers), use)],
          notes: ['of the mean of all calls, what the long ones leave'],
        },
      ],
    },
    {
      context: 'long',
      prefix: 'long-context ',
      share: long,
      input: [
        {
          ...plain,
          name: 'long-context input tokens',
          group: LONG_CALLS,
          context: 'long',
          factors: [long, uncached(call, use.longInput, cache)],
          notes:
            use.longInput?.origin === 'assumed'
              ? [`${use.note}; taken to be no longer than they must be`]
              : [use.note],
        },
      ],
    },
  ];
}

/** The input of calls of normal length is what the long ones leave of the mean. */
function withoutLong(
  tokens: Factor | MissingFactor,
  { share, longInput }: SharedContext,
): Factor | MissingFactor {
  if (!('value' in tokens) || longInput === undefined) return tokens;
  const less = {
    name: 'share of calls in long context',
    value: multiplyRanges(share.range, longInput.range),
    told: share.range.expected.toFixed(),
    group: LONG_CALLS,
  };
  return { ...tokens, less: [...(tokens.less ?? []), less] };
}

function outputTokens(call: ModelCall, side: Side): TokenClass {
  const tokens = stated(call, 'output tokens', 'output_tokens', call.outputTokens);
  return {
    name: `${side.prefix}output tokens`,
    ...(side.prefix === '' ? {} : { group: LONG_CALLS }),
    dimension: 'output',
    context: side.context,
    factors: [...shareOf(side), tokens],
    notes: [],
  };
}

const ONE_STATE_NOTE =
  'what is not read from the cache is written to it, and more of the one is less of the other';

function cacheClasses(
  { tokens, hitRate, timeToLive, unknownTimeToLive }: PromptCache,
  side: Side,
): readonly TokenClass[] {
  const cached = factor('cached tokens', tokens);
  const misses = { ...hitRate, range: rest(hitRate.range) };
  const follows = { name: 'cache hit rate', value: hitRate.range };
  const notes = isExact(tokens.range) && isExact(hitRate.range) ? [] : [ONE_STATE_NOTE];
  return [
    {
      name: `${side.prefix}cache read tokens`,
      group: PROMPT_CACHE,
      dimension: 'cache-read',
      context: side.context,
      factors: [...shareOf(side), cached, { ...factor('hit rate', hitRate), follows }],
      notes,
    },
    {
      name: `${side.prefix}cache write tokens`,
      group: PROMPT_CACHE,
      lifetime: timeToLive,
      dimension: `cache-write-${timeToLive}`,
      context: side.context,
      factors: [
        ...shareOf(side),
        cached,
        { ...factor('miss rate', misses), follows },
        ...(unknownTimeToLive === undefined ? [] : [unknownLifetime(unknownTimeToLive)]),
      ],
      notes,
    },
  ];
}

function unknownLifetime({ why, hint }: Unknown): MissingFactor {
  return { name: 'cache lifetime', missing: why, ...(hint === undefined ? {} : { hint }) };
}

function shareOf({ share }: Side): readonly Factor[] {
  return share === undefined ? [] : [share];
}

/** Input tokens less the cached ones, in each scenario. */
function uncached(
  call: ModelCall,
  input: Quantity | undefined,
  cache: PromptCache | undefined,
): Factor | MissingFactor {
  const name = 'input tokens';
  if (input === undefined || cache === undefined) return stated(call, name, 'input_tokens', input);
  const left = mapRange(input.range, (value, scenario) => value.minus(cache.tokens.range[scenario]));
  if (left.low.isNegative() || left.expected.isNegative() || left.high.isNegative()) {
    const found = `${cache.tokens.range.expected.toFixed()} of ${input.range.expected.toFixed()}`;
    return {
      name,
      missing: `more tokens are cached than the input has (${found})`,
      hint: 'cache: { tokens: 1500, hit_rate: 80% }',
    };
  }
  const less = { name: 'cached tokens', value: cache.tokens.range, group: PROMPT_CACHE };
  return { ...factor(name, { ...input, range: left }), less: [less] };
}

/** What a share leaves in the same scenario, so that the two add up to all calls in each of them. */
function rest(share: Range): Range {
  return mapRange(share, (value) => ONE.minus(value));
}

/** What a model makes that is counted in tokens. Images and videos are not. */
const TOKEN_OUTPUTS: readonly string[] = ['text', 'speech'];

function hasOutput(call: ModelCall, model: Model | undefined): boolean {
  if (call.outputTokens !== undefined && !isNothing(call.outputTokens.range)) return true;
  const output = model?.modalities?.output;
  return output === undefined || output.some((kind) => TOKEN_OUTPUTS.includes(kind));
}

function hasInput(call: ModelCall, model: Model | undefined): boolean {
  if (call.inputTokens !== undefined && !isNothing(call.inputTokens.range)) return true;
  const output = model?.modalities?.output;
  return output === undefined || output.some((kind) => TOKEN_OUTPUTS.includes(kind) || kind === 'embedding');
}

function stated(
  call: ModelCall,
  name: string,
  key: string,
  quantity: Quantity | undefined,
): Factor | MissingFactor {
  if (quantity !== undefined) return factor(name, quantity);
  const who = call.name === undefined ? 'a model call' : `the call ${call.name}`;
  return { name, missing: `${key} of ${who} is not stated`, hint: `${key}: 1000` };
}
