/** The input of a call by the parts of its prompt. */
import type { Factor } from '../../../model/charge.ts';
import { Decimal, ONE } from '../../../model/decimal.ts';
import { factor } from '../../../model/factors.ts';
import { isNothing, mapRange, multiplyRanges, type Range, subtractRanges } from '../../../model/range.ts';
import type { ModelCall, PromptCache, PromptPart } from '../../../model/workload.ts';

/** The charges that a prompt cache brings, and takes along when it goes. */
export const PROMPT_CACHE = 'prompt cache';

/** The uncached tokens of one part. */
export interface PromptTokens {
  readonly part: string;
  readonly factors: readonly Factor[];
  readonly notes: readonly string[];
}

/**
 * Each part of the prompt with its own factors, so that a diff can say which of them changed. Cached tokens are the
 * beginning of a prompt, so they are taken from its parts in order. Undefined where the manifest states one number,
 * or more cached tokens than the prompt has.
 */
export function promptTokens(
  { prompt }: ModelCall,
  cache: PromptCache | undefined,
): readonly PromptTokens[] | undefined {
  if (prompt === undefined) return undefined;
  let cached: Range | undefined = cache?.tokens.range;
  const list: PromptTokens[] = [];
  for (const part of prompt) {
    const size = multiplyRanges(...part.factors.map(({ value }) => value));
    const taken: Range =
      cached === undefined
        ? mapRange(size, (value) => value.times(0))
        : mapRange(cached, (value, scenario) => Decimal.min(value, size[scenario]));
    if (cached !== undefined) cached = subtractRanges(cached, taken);
    list.push(partTokens(part, size, taken, cache?.tokens));
  }
  return cached === undefined || isNothing(cached) ? list : undefined;
}

function partTokens(
  part: PromptPart,
  size: Range,
  taken: Range,
  cached: PromptCache['tokens'] | undefined,
): PromptTokens {
  const left = subtractRanges(size, taken);
  const notes = part.note === undefined ? [] : [part.note];
  if (cached === undefined) return { part: part.name, factors: part.factors, notes };
  const share = mapRange(left, (value, scenario) =>
    size[scenario].isZero() ? ONE : value.div(size[scenario]),
  );
  const { at } = cached;
  const rest = factor('uncached share', {
    range: share,
    origin: 'declared',
    ...(at === undefined ? {} : { at }),
  });
  const follows = { name: 'cached tokens', value: cached.range, group: PROMPT_CACHE };
  return { part: part.name, factors: [...part.factors, { ...rest, follows }], notes };
}
