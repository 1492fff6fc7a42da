import type { Factor, MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { factor, ordered, remainder } from '../../../model/factors.ts';
import type { Model } from '../../../model/price.ts';
import { mapRange } from '../../../model/range.ts';
import type { ModelCall, PromptCache } from '../../../model/workload.ts';

/** Tokens of one price class in one call. Every token of a call is in exactly one class. */
export interface TokenClass {
  /** As the component is called. */
  readonly name: string;
  /** As the price book calls it. */
  readonly dimension: string;
  /** Tokens of one call. */
  readonly factors: readonly (Factor | MissingFactor)[];
  readonly notes: readonly string[];
}

export interface TokenClasses {
  readonly list: readonly TokenClass[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Splits the tokens of one call into price classes: uncached input, cache read, cache write by time to live, and
 * output. Input = uncached + read + written (Amazon Bedrock user guide, prompt caching, 2026).
 *
 * Below the model's minimum nothing is cached, silently: then all input is plain and a warning says so.
 */
export function tokenClasses(call: ModelCall, model: Model | undefined): TokenClasses {
  const diagnostics: Diagnostic[] = [];
  const output = hasOutput(call, model) ? [outputTokens(call)] : [];
  const cache = effectiveCache(call, model, diagnostics);
  if (cache === undefined) return { list: [inputTokens(call), ...output], diagnostics };
  return { list: [...cachedInput(call, cache), ...output], diagnostics };
}

function inputTokens(call: ModelCall): TokenClass {
  const factors = [stated(call, 'input tokens', 'input_tokens', call.inputTokens)];
  return { name: 'input tokens', dimension: 'input', factors, notes: [] };
}

function outputTokens(call: ModelCall): TokenClass {
  const factors = [stated(call, 'output tokens', 'output_tokens', call.outputTokens)];
  return { name: 'output tokens', dimension: 'output', factors, notes: [] };
}

function cachedInput(call: ModelCall, cache: PromptCache): readonly TokenClass[] {
  const { tokens, hitRate, timeToLive } = cache;
  const cached = factor('cached tokens', tokens);
  const misses = { ...hitRate, range: remainder(hitRate.range) };
  return [
    {
      name: 'input tokens',
      dimension: 'input',
      factors: [uncached(call, cache)],
      notes: [`without the ${tokens.range.expected.toFixed()} tokens behind the cache checkpoint`],
    },
    {
      name: 'cache read tokens',
      dimension: 'cache-read',
      factors: [cached, factor('hit rate', hitRate)],
      notes: [],
    },
    {
      name: 'cache write tokens',
      dimension: `cache-write-${timeToLive}`,
      factors: [cached, factor('miss rate', misses)],
      notes: [],
    },
  ];
}

function uncached(call: ModelCall, cache: PromptCache): Factor | MissingFactor {
  const name = 'input tokens';
  const input = call.inputTokens;
  if (input === undefined) return stated(call, name, 'input_tokens', undefined);
  const rest = mapRange(input.range, (value, scenario) => value.minus(cache.tokens.range[scenario]));
  if (rest.low.isNegative() || rest.expected.isNegative() || rest.high.isNegative()) {
    const found = `${cache.tokens.range.expected.toFixed()} of ${input.range.expected.toFixed()}`;
    return { name, missing: `cache.tokens is more than input_tokens (${found})`, hint: 'cache: { tokens: 1500 }' };
  }
  return factor(name, { ...input, range: ordered(rest) });
}

/** The cache as it will work: none in batch, none below the model's minimum. */
function effectiveCache(
  call: ModelCall,
  model: Model | undefined,
  diagnostics: Diagnostic[],
): PromptCache | undefined {
  const { cache } = call;
  if (cache === undefined) return undefined;
  const minimum = model?.cacheMinimum;
  if (minimum === undefined || cache.tokens.range.expected.gte(minimum)) return cache;
  diagnostics.push({
    code: 'cache-below-minimum',
    severity: 'warning',
    message: `${cache.tokens.range.expected.toFixed()} cached tokens are below the ${minimum} that ${model?.name} needs: nothing is cached, and all input is priced as uncached`,
    at: cache.tokens.at ?? call.at,
    hint: `cache: { tokens: ${minimum} }, or remove cache`,
  });
  return undefined;
}

function hasOutput(call: ModelCall, model: Model | undefined): boolean {
  if (call.outputTokens !== undefined) return true;
  const output = model?.modalities?.output;
  return output === undefined || !output.includes('EMBEDDING');
}

function stated(
  call: ModelCall,
  name: string,
  key: string,
  quantity: ModelCall['inputTokens'],
): Factor | MissingFactor {
  if (quantity !== undefined) return factor(name, quantity);
  const who = call.name === undefined ? 'a model call' : `the call ${call.name}`;
  return { name, missing: `${key} of ${who} is not stated`, hint: `${key}: 1000` };
}
