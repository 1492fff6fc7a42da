/** Which of a call's tokens are billed at the price for long context. */
import { Decimal, ONE, ZERO } from '../../../model/decimal.ts';
import type { ContextClass, Model } from '../../../model/price.ts';
import type { Quantity } from '../../../model/quantity.ts';
import { isNothing, mapRange, type Range, SCENARIOS, type Scenario } from '../../../model/range.ts';
import { countInWords } from '../../../model/wording.ts';
import type { LongContext, ModelCall } from '../../../model/workload.ts';

/** Calls of both kinds: how many are long, and how their input divides. */
export interface SharedContext {
  readonly kind: 'shared';
  readonly share: Quantity;
  /** Input tokens of one long call; undefined where the input of a call is not stated. */
  readonly longInput?: Quantity;
  /** What is left of the mean input of a call without the long ones: mean - share × long input, in each scenario. */
  readonly normalInput?: Quantity;
  readonly note: string;
}

export type ContextUse =
  | { readonly kind: 'one'; readonly context: ContextClass; readonly notes: readonly string[] }
  /** Long in some scenarios only. */
  | { readonly kind: 'scenarios'; readonly long: ReadonlySet<Scenario>; readonly note: string }
  | SharedContext
  /** The numbers of the manifest exclude each other. */
  | { readonly kind: 'contradiction'; readonly why: string; readonly hint: string };

/**
 * The whole call is billed at the long-context price once its input, cached tokens included, is over the model's
 * threshold (AWS model card of GPT-6.1 Sol, 2026-08: long-context rates hold for the full request). The manifest's
 * share of long calls decides, and without it the mean, in each scenario for itself.
 */
export function contextUse(call: ModelCall, model: Model): ContextUse {
  const threshold = model.longContextThreshold;
  if (threshold === undefined) {
    const notes =
      call.longContext === undefined ? [] : [`${model.name} has no price of its own for long context`];
    return { kind: 'one', context: 'normal', notes };
  }
  return call.longContext === undefined
    ? byMean(call, threshold)
    : byShare(call, call.longContext, new Decimal(threshold));
}

function byMean({ inputTokens }: ModelCall, threshold: number): ContextUse {
  const words = countInWords(new Decimal(threshold));
  const long = SCENARIOS.filter((scenario) => inputTokens?.range[scenario].gt(threshold) === true);
  const note = `input over ${words} tokens: the whole call is billed at the long-context price`;
  if (long.length === SCENARIOS.length) return { kind: 'one', context: 'long', notes: [note] };
  if (long.length > 0) return { kind: 'scenarios', long: new Set(long), note };
  const near = inputTokens?.range.high.times(2).gt(threshold) === true;
  const advice = `calls over ${words} input tokens cost more; long_context_share states how many there are`;
  return { kind: 'one', context: 'normal', notes: near ? [advice] : [] };
}

/**
 * A mean over all calls leaves open how long the long ones are. Where nobody says, they are taken to be as short as
 * the other numbers allow: over the threshold themselves, and the others at most at it.
 */
function byShare(call: ModelCall, { share, inputTokens }: LongContext, threshold: Decimal): ContextUse {
  const mean = call.inputTokens;
  const words = countInWords(threshold);
  if (isNothing(share.range) && mean?.range.high.gt(threshold) !== true)
    return { kind: 'one', context: 'normal', notes: [] };
  const note = `calls over ${words} input tokens are billed at the long-context price as a whole`;
  if (mean === undefined) return { kind: 'shared', share, note };
  const longInput: Quantity = inputTokens ?? {
    range: mapRange(mean.range, (value, scenario) => leastLong(value, share.range[scenario], threshold)),
    origin: 'assumed',
    ...(share.at === undefined ? {} : { at: share.at }),
  };
  const rest = mapRange(mean.range, (value, scenario) =>
    value.minus(share.range[scenario].times(longInput.range[scenario])),
  );
  const fault = contradiction(mean.range, share.range, longInput.range, rest, threshold);
  if (fault !== undefined) {
    const hint =
      inputTokens === undefined
        ? 'long_context_share: 1%'
        : `long_context_tokens: ${threshold.times(1.5).toFixed(0)}`;
    return { kind: 'contradiction', why: fault, hint };
  }
  return { kind: 'shared', share, longInput, normalInput: { ...mean, range: rest }, note };
}

function leastLong(mean: Decimal, share: Decimal, threshold: Decimal): Decimal {
  if (share.isZero()) return threshold;
  const others = ONE.minus(share).times(threshold);
  return Decimal.max(threshold, mean.minus(others).div(share));
}

function contradiction(
  mean: Range,
  share: Range,
  long: Range,
  rest: Range,
  threshold: Decimal,
): string | undefined {
  const words = countInWords(threshold);
  for (const scenario of SCENARIOS) {
    const percent = `${share[scenario].times(100).toFixed()}%`;
    const average = countInWords(mean[scenario]);
    if (share[scenario].isZero() && mean[scenario].gt(threshold)) {
      return `no call is over ${words} input tokens, and yet their mean is ${average}`;
    }
    if (long[scenario].lt(threshold)) {
      return `calls over ${words} input tokens cannot have ${countInWords(long[scenario])} of them`;
    }
    if (rest[scenario].lt(ZERO)) {
      const each = countInWords(long[scenario]);
      return `${percent} of the calls with ${each} input tokens alone are more than the mean of ${average} of all calls`;
    }
  }
  return undefined;
}
