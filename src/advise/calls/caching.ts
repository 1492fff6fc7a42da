import { Decimal, decimal, ONE } from '../../model/decimal.ts';
import { mapRange, multiplyRanges, type Range } from '../../model/range.ts';
import { countInWords } from '../../model/wording.ts';
import type { ModelCall, PromptCache } from '../../model/workload.ts';
import type { KnownCall, OtherCall } from './call.ts';

/** Shares of the calls that find the beginning of their prompt cached, where nobody has measured it. */
const HIT_RATE: Range = { low: decimal('0.6'), expected: decimal('0.8'), high: decimal('0.9') };
const HALF = decimal('0.5');

/**
 * The beginning of the prompt cached for five minutes: the system prompt where the manifest says how long it is, else
 * half of the input. Nothing below the model's minimum is cached, so then there is no advice.
 */
export function cached(known: KnownCall): readonly OtherCall[] {
  const { call, model } = known;
  if (call.cache !== undefined || call.tier !== 'standard' || model.cacheMinimum === undefined) return [];
  const tokens = repeatedTokens(call);
  const rate = breakEvenHitRate(known);
  if (tokens === undefined || rate === undefined || tokens.low.lt(model.cacheMinimum)) return [];
  const cache: PromptCache = {
    tokens: { range: tokens, origin: 'assumed' },
    hitRate: { range: HIT_RATE, origin: 'assumed' },
    timeToLive: '5m',
  };
  const beginning = `the first ${tokens.expected.toFixed(0)} tokens`;
  return [
    {
      kind: 'caching',
      words: `prompt caching of ${beginning}`,
      condition: `the first ${countInWords(tokens.expected)} tokens are the same in call after call, and 60% to 90% of the calls find them in the cache; ${paysFrom(rate)}`,
      call: { ...call, cache },
    },
  ];
}

function paysFrom(rate: Decimal): string {
  return rate.isZero()
    ? 'writing to it costs no more than plain input'
    : `it pays from a hit rate of ${rate.times(100).toFixed(0)}% on`;
}

function repeatedTokens({ prompt, inputTokens }: ModelCall): Range | undefined {
  const system = prompt?.find(({ name }) => name === 'system prompt');
  if (system !== undefined) return multiplyRanges(...system.factors.map(({ value }) => value));
  if (prompt !== undefined || inputTokens === undefined) return undefined;
  return mapRange(inputTokens.range, (value) => value.times(HALF).floor());
}

/**
 * The hit rate from which caching costs no more than plain input: (write − input) / (write − read), from the three
 * prices. With a write at 1.25 and a read at 0.1 times the input, that is 22%: the second use pays.
 */
function breakEvenHitRate({ model, scope, workload, prices }: KnownCall): Decimal | undefined {
  const each = (dimension: string) => {
    const key = { subject: model.key, dimension, region: workload.region, scope } as const;
    const answer = prices.price(key);
    return answer.found ? answer.price.usd.div(answer.price.per) : undefined;
  };
  const [input, write, read] = [each('input'), each('cache-write-5m'), each('cache-read')];
  if (input === undefined || write === undefined || read === undefined || write.lte(read)) return undefined;
  const rate = write.minus(input).div(write.minus(read));
  return Decimal.min(Decimal.max(rate, 0), ONE);
}
