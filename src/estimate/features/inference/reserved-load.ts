/** What calls need of reserved capacity on average, and what cannot fit on it. */
import { callFactors } from '../../../model/call-factors.ts';
import { Decimal, ONE, ZERO } from '../../../model/decimal.ts';
import type { Month } from '../../../model/month.ts';
import {
  addRanges,
  exactly,
  mapRange,
  multiplyRanges,
  NOTHING,
  type Range,
  SCENARIOS,
} from '../../../model/range.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';

const MINUTES_A_DAY = 24 * 60;

export interface Reservable {
  readonly input: Range;
  readonly output: Range;
}

/** The side that is the shortest, and the share of the calls that at least goes over the capacity. */
export interface Overflow {
  readonly side: 'input' | 'output';
  /** Tokens a minute, on average. */
  readonly needed: Range;
  readonly reserved: Range;
  readonly least: Range;
}

/** Minutes of a month of usage: rates for a day count its days, so the mean of a minute is over those too. */
export function minutesOf({ days }: Month): Decimal {
  return days.times(MINUTES_A_DAY);
}

/**
 * Tokens of a month ÷ minutes of the month is what the calls need at the very least, at an even load. Where that is
 * over the reserved tokens a minute, the share `1 - reserved ÷ needed` of the calls cannot run on them, whatever the
 * manifest says. Input that is read from a prompt cache takes no capacity. Undefined where everything may fit, or
 * where what is needed is not known.
 */
export function overflowOf(workload: Workload, reserved: Reservable, month: Month): Overflow | undefined {
  const calls = workload.calls.filter(({ tier }) => tier === 'reserved');
  const minutes = minutesOf(month);
  const found = (['input', 'output'] as const).flatMap((side): readonly Overflow[] => {
    const tokens = addRanges(...calls.map((call) => tokensOf(workload, call, side)));
    // Products before the quotient: a share that comes out even stays even.
    const least = mapRange(tokens, (value, scenario) =>
      value.isZero()
        ? ZERO
        : Decimal.max(ZERO, ONE.minus(reserved[side][scenario].times(minutes).div(value))),
    );
    if (SCENARIOS.every((scenario) => least[scenario].isZero())) return [];
    const needed = mapRange(tokens, (value) => value.div(minutes));
    return [{ side, needed, reserved: reserved[side], least }];
  });
  return found.toSorted((a, b) => b.least.expected.cmp(a.least.expected))[0];
}

function tokensOf(workload: Workload, call: ModelCall, side: 'input' | 'output'): Range {
  const each = side === 'input' ? uncached(call) : call.outputTokens?.range;
  const factors = callFactors(workload, call).map((factor) => ('value' in factor ? factor.value : NOTHING));
  return each === undefined ? NOTHING : multiplyRanges(...factors, each);
}

function uncached({ inputTokens, cache }: ModelCall): Range | undefined {
  if (inputTokens === undefined) return undefined;
  const read = cache === undefined ? exactly(0) : multiplyRanges(cache.tokens.range, cache.hitRate.range);
  return mapRange(inputTokens.range, (value, scenario) => Decimal.max(ZERO, value.minus(read[scenario])));
}
