/** From when on reserved model units are cheaper than the same calls on demand. */
import type { Charge } from '../../../model/charge.ts';
import { type Decimal, ONE, ZERO } from '../../../model/decimal.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import type { PriceAnswer, Scope } from '../../../model/price.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';
import { countInWords, dollarsInWords } from '../../../model/wording.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';

/** A call that the capacity serves, with its workload. */
export interface ServedCall {
  readonly workload: Workload;
  readonly call: ModelCall;
}

type Side = 'input' | 'output';

/**
 * Adds to the charge of model units what the calls that they serve would cost on demand, all input uncached, and how
 * many of them would cost the same. Where no call with its tokens is known, the tokens that would. Where the model is
 * not sold on demand, nothing.
 */
export function withBreakEven(
  charge: Charge,
  input: FeatureInput<unknown>,
  model: { readonly subject: string; readonly scope: Scope; readonly region: string | Unknown },
  served: readonly ServedCall[],
): Charge {
  if (charge.cost.kind !== 'priced') return charge;
  const paid = charge.cost.amount.expected;
  const price = (side: Side) => input.prices.price({ ...model, dimension: side });
  const prices = { input: price('input'), output: price('output') };
  const note = served.length === 0 ? bareNote(paid, prices) : servedNote(paid, prices, served);
  return note === undefined ? charge : { ...charge, notes: [...charge.notes, note] };
}

function bareNote(paid: Decimal, prices: Readonly<Record<Side, PriceAnswer>>): string | undefined {
  const tokens = (side: Side) => {
    const answer = prices[side];
    if (!answer.found || answer.price.usd.isZero()) return [];
    const each = countInWords(paid.times(answer.price.per).div(answer.price.usd));
    return [`${each} ${side} tokens`];
  };
  const both = [...tokens('input'), ...tokens('output')];
  return both.length === 0 ? undefined : `the same sum on demand buys ${both.join(', or ')}`;
}

function servedNote(
  paid: Decimal,
  prices: Readonly<Record<Side, PriceAnswer>>,
  served: readonly ServedCall[],
): string | undefined {
  let sum = ZERO;
  for (const { workload, call } of served) {
    const calls = workload.requests?.range.expected
      .times(call.perRequest.range.expected)
      .times(ONE.plus(call.retries?.range.expected ?? ZERO));
    const perCall = onDemand(call, prices);
    if (calls === undefined || perCall === undefined) return bareNote(paid, prices);
    sum = sum.plus(calls.times(perCall));
  }
  if (sum.isZero()) return bareNote(paid, prices);
  const times = paid.div(sum);
  const ratio = times.gte(10) ? times.toFixed(0) : times.toFixed(2);
  const when = times.gt(ONE)
    ? `it pays off from ${ratio} times as many on`
    : `it pays off down to ${ratio} of them`;
  return `the calls that it serves would cost ${dollarsInWords(sum)} on demand; ${when}`;
}

/** US dollars for one call. */
function onDemand(call: ModelCall, prices: Readonly<Record<Side, PriceAnswer>>): Decimal | undefined {
  let sum = ZERO;
  for (const side of ['input', 'output'] as const) {
    const tokens = call[`${side}Tokens`];
    const answer = prices[side];
    // An embedding has no output.
    if (tokens === undefined && side === 'output' && !answer.found) continue;
    if (tokens === undefined || !answer.found) return undefined;
    sum = sum.plus(tokens.range.expected.times(answer.price.usd).div(answer.price.per));
  }
  return sum;
}

/** The calls that name the capacity of a resource, or those of a workload that reserves its own. */
export function servedCalls(
  input: FeatureInput<unknown>,
  { kind, name }: Charge['owner'],
  subject: string,
): readonly ServedCall[] {
  return input.workloads.flatMap((workload) =>
    workload.calls
      .filter((call) =>
        kind === 'workload' ? workload.name === name && isOf(input, call, subject) : isServedBy(call, name),
      )
      .map((call) => ({ workload, call })),
  );
}

/** How calls divide between several capacities nobody says, so that none of them is said to serve all. */
function isServedBy({ capacity = [] }: ModelCall, name: string): boolean {
  return capacity.length === 1 && capacity[0] === name;
}

function isOf({ models }: FeatureInput<unknown>, { model: { id } }: ModelCall, subject: string): boolean {
  const answer = isUnknown(id) ? undefined : models.resolve(id);
  return answer?.kind === 'model' && answer.model.key === subject;
}
