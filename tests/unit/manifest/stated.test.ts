import { describe, expect, test } from 'vitest';
import { decimal } from '../../../src/model/decimal.ts';
import { DEFAULT_MONTH } from '../../../src/model/month.ts';
import {
  monthly,
  numberSource,
  parseStated,
  printStated,
  type Stated,
  type StatedKind,
} from '../../../src/model/stated.ts';

const REQUESTS: StatedKind = { kind: 'rate', unit: 'requests' };
const TOKENS: StatedKind = { kind: 'amount', unit: 'tokens' };
const QUERIES: StatedKind = { kind: 'amount', unit: 'queries' };
const SIZE: StatedKind = { kind: 'bytes' };
const SIZE_RATE: StatedKind = { kind: 'bytes-rate' };
const BYTES: StatedKind = { kind: 'byte-count' };
const SHARE: StatedKind = { kind: 'share' };
const PERCENT: StatedKind = { kind: 'percent' };
const DOLLARS: StatedKind = { kind: 'dollars' };

function read(input: unknown, kind: StatedKind): Stated {
  const result = parseStated(input, kind);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** `low expected high per unit`, with one number where the three are equal. */
function inWords({ range, per }: Stated): string {
  const { low, expected, high } = range;
  const numbers = low.eq(high) ? [low] : [low, expected, high];
  return numbers.map((number) => number.toFixed()).join(' ') + (per === undefined ? '' : ` per ${per}`);
}

describe('a quantity that can be read', () => {
  test.each<[unknown, StatedKind, string]>([
    ['10000 per day', REQUESTS, '10000 per day'],
    ['10k/day', REQUESTS, '10000 per day'],
    ['10k / day', REQUESTS, '10000 per day'],
    ['300k/month', REQUESTS, '300000 per month'],
    ['5/second', REQUESTS, '5 per second'],
    ['2.5k per hour', REQUESTS, '2500 per hour'],
    ['0.5/minute', REQUESTS, '0.5 per minute'],
    ['600M per month', REQUESTS, '600000000 per month'],
    ['1.2B per month', REQUESTS, '1200000000 per month'],
    ['7 per week', REQUESTS, '7 per week'],
    ['0 per day', REQUESTS, '0 per day'],
    ['10k requests per day', REQUESTS, '10000 per day'],
    ['1 request/day', REQUESTS, '1 per day'],
    ['  10k per day ', REQUESTS, '10000 per day'],
    ['8k..20k per day', REQUESTS, '8000 14000 20000 per day'],
    ['8k .. 20k per day', REQUESTS, '8000 14000 20000 per day'],
    ['0..20k per day', REQUESTS, '0 10000 20000 per day'],
    ['8k requests..20k requests per day', REQUESTS, '8000 14000 20000 per day'],
    [{ low: '8k/day', expected: '10k/day', high: '20k/day' }, REQUESTS, '8000 10000 20000 per day'],
    [2000, TOKENS, '2000'],
    [0, TOKENS, '0'],
    [0.2, TOKENS, '0.2'],
    [0.0000008, TOKENS, '0.0000008'],
    ['2000', TOKENS, '2000'],
    ['2000 tokens', TOKENS, '2000'],
    ['1 token', TOKENS, '1'],
    ['1 query', QUERIES, '1'],
    ['2k tokens', TOKENS, '2000'],
    ['5M', TOKENS, '5000000'],
    ['5..10', TOKENS, '5 7.5 10'],
    ['1..2', TOKENS, '1 1.5 2'],
    [{ low: 1, expected: '2', high: '3k' }, TOKENS, '1 2 3000'],
    [numberSource('1.10'), TOKENS, '1.1'],
    [numberSource('123456789012345.5'), TOKENS, '123456789012345.5'],
    [1e15, TOKENS, '1000000000000000'],
    ['1000000B', TOKENS, '1000000000000000'],
    ['2 GB', SIZE, '2'],
    ['10GB', SIZE, '10'],
    ['10 GiB', SIZE, '10'],
    ['512 MB', SIZE, '0.5'],
    ['500 MB', SIZE, '0.48828125'],
    ['1.5 TB', SIZE, '1536'],
    ['1 PB', SIZE, '1048576'],
    ['1024 KB', SIZE, '0.0009765625'],
    ['5..10 GB', SIZE, '5 7.5 10'],
    ['512 MB..2 GB', SIZE, '0.5 1.25 2'],
    ['40 GB per month', SIZE_RATE, '40 per month'],
    ['512 MB/day', SIZE_RATE, '0.5 per day'],
    [500, BYTES, '500'],
    ['500 bytes', BYTES, '500'],
    ['1.5 KB', BYTES, '1536'],
    ['80%', SHARE, '0.8'],
    ['80 %', SHARE, '0.8'],
    ['12.5%', SHARE, '0.125'],
    [0.8, SHARE, '0.8'],
    [1, SHARE, '1'],
    ['100%', SHARE, '1'],
    ['60%..80%', SHARE, '0.6 0.7 0.8'],
    ['60..80%', SHARE, '0.6 0.7 0.8'],
    ['0.6..0.8', SHARE, '0.6 0.7 0.8'],
    [10, PERCENT, '10'],
    ['12.5%', PERCENT, '12.5'],
    [70, DOLLARS, '70'],
    ['$70', DOLLARS, '70'],
    ['70.25 USD', DOLLARS, '70.25'],
    ['1.5k', DOLLARS, '1500'],
    ['$60..$80', DOLLARS, '60 70 80'],
  ])('%j', (input, kind, expected) => {
    expect(inWords(read(input, kind))).toBe(expected);
  });
});

describe('a quantity that cannot be read says what is wrong and what to write', () => {
  test.each<[unknown, StatedKind, string, string]>([
    [10000, REQUESTS, '`10000` has no time unit', '10000 per month'],
    ['2.5k', REQUESTS, '`2.5k` has no time unit', '2.5k per month'],
    ['1,000', REQUESTS, '`1,000` has a separator between its digits', '1000 per month'],
    ['1,000 per day', REQUESTS, '`1,000` has a separator between its digits', '1000 per day'],
    ['1_000/day', REQUESTS, '`1_000` has a separator between its digits', '1000 per day'],
    ["1'000/day", REQUESTS, "`1'000` has a separator between its digits", '1000 per day'],
    ['10K/day', REQUESTS, '`10K` has an unknown suffix (k, M and B are known)', '10k per day'],
    ['1T/month', REQUESTS, '`1T` has an unknown suffix (k, M and B are known)', '1000B per month'],
    ['2 million per day', REQUESTS, '`2 million` is not in requests', '2M per day'],
    ['10000 tokens per day', REQUESTS, '`10000 tokens` is not in requests', '10000 per month'],
    ['5/s', REQUESTS, '`s` is not a time unit', '5 per second'],
    ['5 per days', REQUESTS, '`days` is not a time unit', '5 per day'],
    ['10k daily', REQUESTS, '`10k daily` is not in requests', '10k per day'],
    ['10k a day', REQUESTS, '`10k a day` is not in requests', '10k per day'],
    ['5/year', REQUESTS, '`year` is not a time unit', '10000 per month'],
    ['5 per 2 days', REQUESTS, '`2 days` is not a time unit', '10000 per month'],
    ['-5/day', REQUESTS, '`-5` is negative', '10000 per month'],
    ['5..10k per day', REQUESTS, '`5..10k` can be read in two ways', '5k..10k per day'],
    ['20k..8k per day', REQUESTS, '`20k..8k` runs downwards', '8k..20k per day'],
    ['8k-20k per day', REQUESTS, '`8k-20k` has a dash, and a range has two dots', '8k..20k per day'],
    ['8k to 20k per day', REQUESTS, '`8k to 20k` is not in requests', '8k..20k per day'],
    ['about 5', REQUESTS, '`about 5` does not begin with a number', '10000 per month'],
    ['', REQUESTS, 'an empty text is no quantity', '10000 per month'],
    ['9'.repeat(101), REQUESTS, 'a text this long is no quantity', '10000 per month'],
    [true, REQUESTS, '`true` is no quantity', '10000 per month'],
    [[5], REQUESTS, 'a list is no quantity', '10000 per month'],
    ['5/day', TOKENS, '`5/day` has a time unit, and none is wanted here', '5'],
    ['2000 words', TOKENS, '`2000 words` is not in tokens', '2000'],
    ['2 k', TOKENS, '`2 k` is not in tokens', '2k'],
    ['5...10', TOKENS, '`.10` is not in plain decimal digits', '5..10'],
    ['..5', TOKENS, '`..5` lacks a number on one side of the dots', '2000'],
    ['1..2..3', TOKENS, '`2..3` is not in plain decimal digits', '2000'],
    [-5, TOKENS, '`-5` is negative', '2000'],
    [numberSource('0x3E8'), TOKENS, '`0x3E8` is not in plain decimal digits', '1000'],
    [numberSource('0o17'), TOKENS, '`0o17` is not in plain decimal digits', '15'],
    [numberSource('010'), TOKENS, '`010` is not in plain decimal digits', '10'],
    [numberSource('1e3'), TOKENS, '`1e3` is not in plain decimal digits', '1000'],
    [numberSource('+5'), TOKENS, '`+5` is not in plain decimal digits', '5'],
    [numberSource('.5'), TOKENS, '`.5` is not in plain decimal digits', '0.5'],
    [numberSource('5.'), TOKENS, '`5.` is not in plain decimal digits', '5'],
    [numberSource('.nan'), TOKENS, '`.nan` is not a finite number', '2000'],
    [numberSource('-.inf'), TOKENS, '`-.inf` is not a finite number', '2000'],
    [numberSource('1e400'), TOKENS, '`1e400` is not finite or far too large', '2000'],
    [
      numberSource('99999999999999999999999'),
      TOKENS,
      '`99999999999999999999999` is above the maximum of 1000000000000000',
      '2000',
    ],
    [
      numberSource('1000000000000000.5'),
      TOKENS,
      '`1000000000000000.5` is above the maximum of 1000000000000000',
      '2000',
    ],
    [10, SIZE, '`10` has no unit of size', '10 GB'],
    ['10 gb', SIZE, '`10 gb` has an unknown unit of size', '10 GB'],
    ['10k GB', SIZE, '`10k GB` has an unknown unit of size', '10 GB'],
    ['2 GB/month', SIZE, '`2 GB/month` has a time unit, and none is wanted here', '2 GB'],
    ['999999999999999 PB', SIZE, '`999999999999999 PB` is above the maximum of 1000000000000000', '10 GB'],
    [40, SIZE_RATE, '`40` has no unit of size', '40 GB per month'],
    ['40 GB', SIZE_RATE, '`40 GB` has no time unit', '40 GB per month'],
    ['40gb/d', SIZE_RATE, '`40gb` has an unknown unit of size', '40GB per day'],
    [80, SHARE, '`80` is more than the whole, which is 100% or 1', '80%'],
    ['101%', SHARE, '`101%` is more than the whole, which is 100% or 1', '80%'],
    ['0.6..80%', SHARE, '`0.6..80%` can be read in two ways', '80%'],
    ['1k', SHARE, '`1k` is not a share', '80%'],
    ['5 USD', PERCENT, '`5 USD` is not a percentage', '10'],
    ['70 EUR', DOLLARS, '`70 EUR` is not in US dollars', '70'],
    [
      { low: '8k/day', expected: '10k/day', high: '20k/month' },
      REQUESTS,
      '`low`, `expected` and `high` have different time units',
      '10000 per month',
    ],
    [
      { low: 3, expected: 2, high: 5 },
      TOKENS,
      'the range is out of order, low must be at most expected and expected at most high',
      '2000',
    ],
  ])('%j', (input, kind, fault, hint) => {
    const result = parseStated(input, kind);
    expect(result).toMatchObject({ ok: false, code: 'manifest-quantity', hint });
    expect(result.ok ? '' : result.message.split('; expected ')[0]).toBe(fault);
  });

  test('the hint can be read', () => {
    expect(parseStated('1,000', REQUESTS)).toMatchObject({
      message:
        '`1,000` has a separator between its digits; expected a rate of requests such as `10000 per month`',
    });
    expect(inWords(read('1000 per month', REQUESTS))).toBe('1000 per month');
  });
});

describe('a range as a map names the member that is wrong', () => {
  test.each<[unknown, string, string, string]>([
    [
      { low: 1, expected: 2 },
      'manifest-missing',
      'high',
      'a range needs all of `low`, `expected` and `high`, and `high` has no value',
    ],
    [
      { low: 1, expected: 2, hihg: 3 },
      'manifest-unknown-key',
      'hihg',
      'not one of the keys of a range, which are `low`, `expected` and `high`',
    ],
    [
      { low: 1, expected: '2/day', high: 3 },
      'manifest-quantity',
      'expected',
      '`2/day` has a time unit, and none is wanted here; expected a number of tokens such as `2000`',
    ],
    [
      { low: '1..2', expected: 2, high: 3 },
      'manifest-quantity',
      'low',
      'a range cannot stand inside a range; expected a number of tokens such as `2000`',
    ],
  ])('%j', (input, code, member, message) => {
    expect(parseStated(input, TOKENS)).toMatchObject({ ok: false, code, member, message });
  });

  test('nothing at all is a missing value', () => {
    for (const input of [undefined, null]) {
      expect(parseStated(input, TOKENS)).toMatchObject({ ok: false, code: 'manifest-missing' });
    }
  });
});

describe('usage of a month', () => {
  const february = { days: decimal(28), hours: decimal(672) };

  test.each([
    ['10k per day', '300000', '280000'],
    ['1/second', '2592000', '2419200'],
    ['1/minute', '43200', '40320'],
    ['1/hour', '720', '672'],
    ['7/week', '30', '28'],
    ['300k/month', '300000', '300000'],
  ])('%s', (text, inThirtyDays, inFebruary) => {
    const stated = read(text, REQUESTS);
    expect(monthly(stated, DEFAULT_MONTH).expected.toFixed()).toBe(inThirtyDays);
    expect(monthly(stated, february).expected.toFixed()).toBe(inFebruary);
  });

  test('a range keeps its three scenarios, and a plain amount is left alone', () => {
    expect(inWords({ range: monthly(read('1..3/day', REQUESTS), DEFAULT_MONTH) })).toBe('30 60 90');
    expect(inWords({ range: monthly(read(2000, TOKENS), DEFAULT_MONTH) })).toBe('2000');
  });
});

describe('printing', () => {
  test.each<[unknown, StatedKind, string]>([
    ['10k/day', REQUESTS, '10000 per day'],
    ['8k..20k/day', REQUESTS, '8000..20000 per day'],
    [
      { low: '8k/day', expected: '10k/day', high: '20k/day' },
      REQUESTS,
      '{ low: 8000 per day, expected: 10000 per day, high: 20000 per day }',
    ],
    ['512 MB', SIZE, '0.5 GB'],
    ['1..2 GB/day', SIZE_RATE, '1..2 GB per day'],
    [0.125, SHARE, '12.5%'],
    ['60..80%', SHARE, '60%..80%'],
    [70, DOLLARS, '70'],
  ])('%j', (input, kind, expected) => {
    expect(printStated(read(input, kind), kind)).toBe(expected);
  });
});
