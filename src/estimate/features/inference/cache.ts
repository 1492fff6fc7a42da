import { ZERO } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Model } from '../../../model/price.ts';
import { isExact, mapRange, type Range } from '../../../model/range.ts';
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
      'A batch job caches no prompt: no price of cached tokens in the batch tier is published. All input is priced as uncached, with `cache` and without it.';
    const hint = 'tier: standard';
    diagnostics.push({ code: 'manifest-conflict', severity: 'warning', message, at, hint });
    return undefined;
  }
  const minimum = model?.cacheMinimum;
  const { range } = cache.tokens;
  if (minimum === undefined || range.low.gte(minimum)) return cache;
  // Each case by itself: a range over the minimum is cached where it is above, and not where it is below.
  const works = mapRange(range, (tokens) => (tokens.lt(minimum) ? ZERO : tokens));
  const cached = { ...cache, tokens: { ...cache.tokens, range: works } };
  const needs = `below the ${minimum} that ${model?.name} needs`;
  const common = { code: 'cache-below-minimum', severity: 'warning', at } as const;
  if (range.expected.lt(minimum)) {
    const most = works.high.isZero() ? '' : `, but for the high end of the range, ${range.high.toFixed()}`;
    diagnostics.push({
      ...common,
      message: `${range.expected.toFixed()} cached tokens are ${needs}: nothing is cached, and all input is priced as uncached${most}.`,
      hint: longEnough(call, minimum) ? cacheLine(String(minimum), cache) : TOO_SHORT,
    });
    return works.high.isZero() ? undefined : cached;
  }
  diagnostics.push({
    ...common,
    message: `${range.low.toFixed()} cached tokens, the low end of the range, are ${needs}: such calls cache nothing, and are priced so.`,
    hint: cacheLine(
      `{ low: ${minimum}, expected: ${range.expected.toFixed()}, high: ${range.high.toFixed()} }`,
      cache,
    ),
  });
  return cached;
}

/** The line to write where a model does not keep prompts for so long; undefined where that is not what is wrong. */
export function lifetimeHint(model: Model, call: ModelCall): string | undefined {
  const { cacheTimesToLive: known } = model;
  const [first] = known ?? [];
  if (call.cache === undefined || first === undefined || known?.includes(call.cache.timeToLive))
    return undefined;
  return cacheLine(inManifest(call.cache.tokens.range), { ...call.cache, timeToLive: first });
}

/** The line of a manifest that states a cache as it is, but for its tokens. */
function cacheLine(tokens: string, { hitRate, timeToLive }: PromptCache): string {
  const rate = inManifest(
    mapRange(hitRate.range, (share) => share.times(100)),
    '%',
  );
  const lives = timeToLive === '5m' ? '' : `, ttl: ${timeToLive}`;
  return `cache: { tokens: ${tokens}, hit_rate: ${rate}${lives} }`;
}

/** A range as a manifest writes it: one number, or all three where they differ. */
function inManifest(range: Range, sign = ''): string {
  const [low, expected, high] = [range.low, range.expected, range.high].map(
    (end) => `${end.toFixed()}${sign}`,
  );
  return isExact(range) ? `${expected}` : `{ low: ${low}, expected: ${expected}, high: ${high} }`;
}

const TOO_SHORT =
  'Such a prompt is too short for this model to cache: state no `cache`, or the input of calls that are long enough.';

/** Whether the input of a call could hold as many cached tokens. */
function longEnough({ inputTokens }: ModelCall, minimum: number): boolean {
  return inputTokens === undefined || inputTokens.range.low.gte(minimum);
}
