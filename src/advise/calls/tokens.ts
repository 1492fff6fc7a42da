/** The same call with more or fewer tokens. */
import type { Quantity } from '../../model/quantity.ts';
import { multiplyRanges, type Range } from '../../model/range.ts';
import type { ModelCall } from '../../model/workload.ts';

/** The tokens of a side of a call, times a range. */
export interface TokenChange {
  readonly input: Range;
  readonly output: Range;
  /** What the arithmetic calls it. */
  readonly name: string;
}

/** The call with its input and output changed. What is cached changes with the input. */
export function withTokens(call: ModelCall, { input, output, name }: TokenChange): ModelCall {
  const times = (quantity: Quantity, by: Range): Quantity => ({
    ...quantity,
    range: multiplyRanges(quantity.range, by),
  });
  const { inputTokens, outputTokens, cache, prompt, longContext } = call;
  return {
    ...call,
    ...(inputTokens === undefined ? {} : { inputTokens: times(inputTokens, input) }),
    ...(outputTokens === undefined ? {} : { outputTokens: times(outputTokens, output) }),
    ...(cache === undefined ? {} : { cache: { ...cache, tokens: times(cache.tokens, input) } }),
    ...(prompt === undefined
      ? {}
      : {
          prompt: prompt.map((part) => ({
            ...part,
            factors: [...part.factors, { name, value: input, origin: 'assumed' as const }],
          })),
        }),
    ...(longContext?.inputTokens === undefined
      ? {}
      : { longContext: { ...longContext, inputTokens: times(longContext.inputTokens, input) } }),
  };
}
