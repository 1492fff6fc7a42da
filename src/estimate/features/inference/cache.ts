import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Model } from '../../../model/price.ts';
import type { ModelCall, PromptCache } from '../../../model/workload.ts';

/**
 * The cache of a call as it will work: none below the model's minimum, where caching is silently off (Amazon Bedrock
 * user guide, prompt caching, 2026), and none in batch, for which no price of cached tokens is published (AWS Price
 * List, 2026-10-08). All input is then plain input, and a warning says so.
 */
export function effectiveCache(
  call: ModelCall,
  model: Model | undefined,
  diagnostics: Diagnostic[],
): PromptCache | undefined {
  const { cache, tier } = call;
  if (cache === undefined) return undefined;
  const at = cache.tokens.at ?? call.at;
  if (tier === 'batch') {
    const message =
      'A batch job caches no prompt: no price of cached tokens in the batch tier is published. All input is priced as uncached.';
    const hint = 'tier: standard, or remove cache';
    diagnostics.push({ code: 'manifest-conflict', severity: 'warning', message, at, hint });
    return undefined;
  }
  const minimum = model?.cacheMinimum;
  const tokens = cache.tokens.range.expected;
  if (minimum !== undefined && tokens.gte(minimum) && cache.tokens.range.low.lt(minimum)) {
    const low = cache.tokens.range.low.toFixed();
    diagnostics.push({
      code: 'cache-below-minimum',
      severity: 'warning',
      message: `${low} cached tokens, the low end of the range, are below the ${minimum} that ${model?.name} needs: such calls cache nothing, and are priced here as if they did.`,
      at,
      hint: `cache: { tokens: { low: ${minimum}, expected: ${tokens.toFixed()}, high: ${cache.tokens.range.high.toFixed()} }, hit_rate: ${cache.hitRate.range.expected.times(100).toFixed()}% }`,
    });
  }
  if (minimum === undefined || tokens.gte(minimum)) return cache;
  diagnostics.push({
    code: 'cache-below-minimum',
    severity: 'warning',
    message: `${tokens.toFixed()} cached tokens are below the ${minimum} that ${model?.name} needs: nothing is cached, and all input is priced as uncached.`,
    at,
    hint: `cache: { tokens: ${minimum}, hit_rate: ${cache.hitRate.range.expected.times(100).toFixed()}% }`,
  });
  return undefined;
}

/** The line to write where a model does not keep prompts for so long; undefined where that is not what is wrong. */
export function lifetimeHint(model: Model, call: ModelCall): string | undefined {
  const { cacheTimesToLive: known } = model;
  const [first] = known ?? [];
  if (call.cache === undefined || first === undefined || known?.includes(call.cache.timeToLive))
    return undefined;
  return `cache: { tokens: ${call.cache.tokens.range.expected.toFixed()}, hit_rate: ${call.cache.hitRate.range.expected.times(100).toFixed()}%, ttl: ${first} }`;
}
