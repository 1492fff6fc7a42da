/** Which cached tokens and which hit rate belong to the low and to the high end of what a call costs. */
import { Decimal, ONE, ZERO } from '../../../model/decimal.ts';
import { isExact, mapRange, multiplyRanges, type Range, type Scenario } from '../../../model/range.ts';
import type { ModelCall, PromptCache } from '../../../model/workload.ts';
import type { ContextUse } from './context.ts';

/** What a token of each class costs in one scenario. */
export interface CacheRates {
  readonly input: Decimal;
  readonly read: Decimal;
  readonly write: Decimal;
}

/**
 * The same cache with its numbers in the scenarios that they belong to. A high hit rate means more tokens read and
 * fewer written, so the cheap end of it belongs to the low end of the cost, and each scenario is one coherent state of
 * the call: what is not read is written, and what is not cached is plain input. Of a range of cached tokens, the end
 * that is cheaper at that hit rate belongs to the low scenario, and the dearer one to the high.
 *
 * `rates` are undefined where the book lacks a price: then a high hit rate is taken to be cheaper.
 */
export function inScenarios(
  call: ModelCall,
  cache: PromptCache,
  use: ContextUse,
  rates: (scenario: Scenario) => CacheRates | undefined,
): PromptCache {
  const { tokens, hitRate } = cache;
  if (isExact(tokens.range) && isExact(hitRate.range)) return cache;
  const most = mostCached(call, use);
  const contradicts = most !== undefined && isOver(tokens.range, most);
  const end = (scenario: 'low' | 'high') => {
    const rate = rates(scenario);
    const sign = scenario === 'low' ? 1 : -1;
    // Over what is written otherwise: below zero where a hit is cheaper than a miss.
    const hit = rate === undefined ? new Decimal(-1) : rate.read.minus(rate.write);
    const hits = hit.times(sign).lte(0) ? hitRate.range.high : hitRate.range.low;
    if (rate === undefined || contradicts) return { hits, cached: tokens.range[scenario] };
    const cached = hits.times(rate.read).plus(ONE.minus(hits).times(rate.write)).minus(rate.input);
    const chosen = cached.times(sign).lt(0) ? tokens.range.high : tokens.range.low;
    return { hits, cached: most === undefined ? chosen : Decimal.min(chosen, most[scenario]) };
  };
  const [low, high] = [end('low'), end('high')];
  return {
    ...cache,
    tokens: { ...tokens, range: { ...tokens.range, low: low.cached, high: high.cached } },
    hitRate: { ...hitRate, range: { ...hitRate.range, low: low.hits, high: high.hits } },
  };
}

/** The tokens that a call can have cached at most: its input, and that of the shorter kind of calls. */
function mostCached({ inputTokens, prompt }: ModelCall, use: ContextUse): Range | undefined {
  if (use.kind === 'shared') {
    const { normalInput, longInput, share } = use;
    if (normalInput === undefined || longInput === undefined) return undefined;
    return mapRange(normalInput.range, (rest, scenario) => {
      const others = ONE.minus(share.range[scenario]);
      const each = others.isZero() ? longInput.range[scenario] : rest.div(others);
      return Decimal.min(each, longInput.range[scenario]);
    });
  }
  if (prompt === undefined) return inputTokens?.range;
  const parts = prompt.map(({ factors }) => multiplyRanges(...factors.map(({ value }) => value)));
  return mapRange(parts[0] ?? { low: ZERO, expected: ZERO, high: ZERO }, (_, scenario) =>
    parts.reduce((sum, part) => sum.plus(part[scenario]), ZERO),
  );
}

function isOver(tokens: Range, most: Range): boolean {
  return tokens.low.gt(most.low) || tokens.expected.gt(most.expected) || tokens.high.gt(most.high);
}
