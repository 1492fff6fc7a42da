/**
 * A quantity as a manifest states it: an amount or a rate, exact or with low, expected and high.
 *
 * Sizes are kept in GB. AWS bills a GB as 2^30 bytes (Amazon S3 and Amazon CloudWatch pricing pages, read
 * 2026-11-23), so 1 TB is 1,024 GB and 1 GB is 1,024 MB, and `10 GiB` says the same as `10 GB`.
 */
import { Decimal } from './decimal.ts';
import type { Month } from './month.ts';
import { mapRange, type Range } from './range.ts';
import { exampleOf, repairStated } from './stated-repair.ts';
import { type Fault, readStatedText, type Stated, type StatedKind } from './stated-text.ts';

export type { Stated, StatedKind, TimeUnit } from './stated-text.ts';

interface StatedFailure {
  readonly ok: false;
  readonly code: 'manifest-quantity' | 'manifest-missing' | 'manifest-unknown-key';
  /** Half a sentence: what was found, what is wrong with it and what was expected. */
  readonly message: string;
  /** The value to write: `10000 per month`. */
  readonly hint: string;
  /** Set where one of `low`, `expected` and `high`, or a key beside them, is what is wrong. */
  readonly member?: string;
}

export type StatedResult = { readonly ok: true; readonly value: Stated } | StatedFailure;

const SOURCE: unique symbol = Symbol('source of a number');

/** A number of a file that a JavaScript number would not keep as it is written: `010`, `1e400`, 20 digits. */
export interface NumberSource {
  readonly [SOURCE]: string;
}

export function numberSource(text: string): NumberSource {
  return { [SOURCE]: text };
}

/** The digits that stand in the file, for a number of either form; `undefined` for anything else. */
export function numberText(input: unknown): string | undefined {
  if (typeof input === 'number') return new Decimal(input).toFixed();
  return typeof input === 'object' && input !== null && SOURCE in input ? String(input[SOURCE]) : undefined;
}

/**
 * Usage of one month. Rates count the days of the month: a day `month.days` times, a week a seventh of that, hours,
 * minutes and seconds 24 hours a day. `month.hours` is not used here: it is for charges by the hour, which run all
 * the time. A quantity without a time unit comes back unchanged.
 */
export function monthly(stated: Stated, month: Month): Range {
  const { range, per } = stated;
  if (per === undefined || per === 'month') return range;
  if (per === 'week') return mapRange(range, (value) => value.times(month.days).div(7));
  return mapRange(range, (value) => value.times(month.days).times(TIMES_A_DAY[per]));
}

const TIMES_A_DAY = { second: 86_400, minute: 1_440, hour: 24, day: 1 } as const;

/**
 * Reads what a manifest states: a plain number, text such as `10k/day`, `5..10` or `1.5 TB`, or a map of `low`,
 * `expected` and `high`. The expected value of `a..b` is the midpoint. Nothing is coerced: numbers are plain decimal
 * digits with an optional k (thousand), M (million) or B (billion), never negative, at most `LIMITS.quantity`.
 */
export function parseStated(input: unknown, kind: StatedKind): StatedResult {
  const text = typeof input === 'string' ? input : numberText(input);
  if (text !== undefined) return fromText(text, kind);
  if (input === undefined || input === null) return missing(kind);
  if (typeof input === 'object' && !Array.isArray(input)) {
    return fromScenarios(new Map(Object.entries(input)), kind);
  }
  if (Array.isArray(input)) return fail(kind, 'a list is no quantity');
  return fail(kind, typeof input === 'boolean' ? `\`${input}\` is no quantity` : 'this is no quantity');
}

function fromText(text: string, kind: StatedKind): StatedResult {
  const read = readStatedText(text, kind);
  if ('fault' in read) return fail(kind, read.fault, repairStated(text, kind));
  return { ok: true, value: read };
}

const MEMBERS = ['low', 'expected', 'high'] as const;

function fromScenarios(members: ReadonlyMap<string, unknown>, kind: StatedKind): StatedResult {
  const alien = [...members.keys()].find((key) => !MEMBERS.some((member) => member === key));
  if (alien !== undefined) {
    const message = 'not one of the keys of a range, which are `low`, `expected` and `high`';
    return { ok: false, code: 'manifest-unknown-key', message, hint: exampleOf(kind), member: alien };
  }
  const read: Stated[] = [];
  for (const member of MEMBERS) {
    const input = members.get(member);
    if (input === undefined || input === null) {
      const message = `a range needs all of \`low\`, \`expected\` and \`high\`, and \`${member}\` has no value`;
      return { ok: false, code: 'manifest-missing', message, hint: exampleOf(kind), member };
    }
    const result = parseStated(input, kind);
    if (!result.ok) return { ...result, member };
    const { low, high } = result.value.range;
    if (!low.eq(high)) return { ...fail(kind, 'a range cannot stand inside a range'), member };
    read.push(result.value);
  }
  return inOrder(read, kind);
}

function inOrder(read: readonly Stated[], kind: StatedKind): StatedResult {
  const [low, expected, high] = read;
  if (low === undefined || expected === undefined || high === undefined) return missing(kind);
  if (low.per !== expected.per || expected.per !== high.per) {
    return fail(kind, '`low`, `expected` and `high` have different time units');
  }
  const range = { low: low.range.low, expected: expected.range.low, high: high.range.low };
  if (range.low.gt(range.expected) || range.expected.gt(range.high)) {
    return fail(kind, 'the range is out of order, low must be at most expected and expected at most high');
  }
  return { ok: true, value: low.per === undefined ? { range } : { range, per: low.per } };
}

function missing(kind: StatedKind): StatedFailure {
  const message = `no value was found; expected ${expectation(kind)}`;
  return { ok: false, code: 'manifest-missing', message, hint: exampleOf(kind) };
}

function fail(kind: StatedKind, fault: Fault['fault'], hint = exampleOf(kind)): StatedFailure {
  return { ok: false, code: 'manifest-quantity', message: `${fault}; expected ${expectation(kind)}`, hint };
}

function expectation(kind: StatedKind): string {
  return `${NOUNS[kind.kind]}${'unit' in kind ? ` of ${kind.unit}` : ''} such as \`${exampleOf(kind)}\``;
}

const NOUNS: Readonly<Record<StatedKind['kind'], string>> = {
  rate: 'a rate',
  amount: 'a number',
  bytes: 'a size',
  'bytes-rate': 'a size for a time',
  'byte-count': 'a number of bytes',
  share: 'a share',
  percent: 'a percentage',
  dollars: 'an amount in US dollars',
};

/** The spelling that `parseStated` reads back to the same quantity; as YAML, so a lopsided range is a flow map. */
export function printStated(stated: Stated, kind: StatedKind): string {
  const { low, expected, high } = stated.range;
  const size = kind.kind === 'bytes' || kind.kind === 'bytes-rate';
  const unit = kind.kind === 'share' ? '%' : size ? ' GB' : '';
  const tail = unit + (stated.per === undefined ? '' : ` per ${stated.per}`);
  const print = (value: Decimal): string => (kind.kind === 'share' ? value.times(100) : value).toFixed();
  if (low.eq(expected) && expected.eq(high)) return print(low) + tail;
  // Percent stands on both sides, since `0.5..80%` could be read in two ways.
  if (low.plus(high).eq(expected.times(2)))
    return `${print(low)}${unit === '%' ? unit : ''}..${print(high)}${tail}`;
  return `{ low: ${print(low)}${tail}, expected: ${print(expected)}${tail}, high: ${print(high)}${tail} }`;
}
