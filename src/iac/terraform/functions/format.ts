/** `format` and `formatlist`: texts by a pattern with verbs. */
import { Decimal } from '../../../model/decimal.ts';
import { LIMITS } from '../../../model/limits.ts';
import { text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { concatenate } from '../evaluate/template.ts';
import { toBoolean, toNumber, toText } from '../values/convert.ts';
import { failure, isFailure, list } from '../values/value.ts';
import { encodeJson } from './encode-json.ts';
import { defineRest, type TerraformFunction } from './function.ts';

export const FORMAT_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  format: defineRest(['text'], 'any', (budget, pattern, ...values) => format(pattern, values, budget)),
  formatlist: defineRest(['text'], 'any', (budget, pattern, ...values) => {
    const missing = values.find((value) => value.kind === 'unknown');
    if (missing !== undefined) return missing;
    const lengths = new Set(values.flatMap((value) => (value.kind === 'list' ? [value.items.length] : [])));
    if (lengths.size > 1) return failure('formatlist() got lists of different lengths');
    const [length = 1] = lengths;
    const made: Value[] = [];
    for (let index = 0; index < length && !budget.exhausted; index++) {
      const row = values.map((value) => (value.kind === 'list' ? (value.items[index] ?? value) : value));
      made.push(format(pattern, row, budget));
    }
    return made.find(isFailure) ?? list(made);
  }),
};

/** `%`, flags, a width, a precision, which argument, and the verb. */
const VERB = /%([-+ #0]*)(\d*)(?:\.(\d*))?(?:\[(\d+)\])?(.)/suy;

function format(pattern: string, values: readonly Value[], budget: Budget): Value {
  const parts: Value[] = [];
  let next = 0;
  let used = 0;
  let at = 0;
  for (;;) {
    const start = pattern.indexOf('%', at);
    if (start === -1) break;
    parts.push(text(pattern.slice(at, start)));
    VERB.lastIndex = start;
    const match = VERB.exec(pattern);
    if (match === null) return failure('a pattern of format() ends inside of a verb');
    at = VERB.lastIndex;
    const [, flags = '', width = '', precision, position, verb = ''] = match;
    if (verb === '%') {
      parts.push(text('%'));
      continue;
    }
    const index = position === undefined ? next : Number(position) - 1;
    next = index + 1;
    used = Math.max(used, next);
    const value = values[index];
    if (value === undefined) return failure('format() got too few arguments for its pattern');
    if (!budget.spend(1)) return budget.outOfSteps();
    const written = write(verb, value, flags, precision, budget);
    parts.push(written.kind === 'text' ? pad(written.value, width, flags, budget) : written);
  }
  parts.push(text(pattern.slice(at)));
  if (used < values.length) return failure('format() got more arguments than its pattern has verbs');
  return concatenate(parts, budget);
}

function write(
  verb: string,
  value: Value,
  flags: string,
  precision: string | undefined,
  budget: Budget,
): Value {
  const plain = precision === undefined && !/[+ #]/.test(flags);
  if (value.kind === 'null' && verb !== 'v') return failure('format() got null');
  switch (verb) {
    case 's':
      if (plain) return toText(value);
      break;
    case 'v':
      if (!plain) break;
      // Null has no type here, and Terraform's answer depends on it.
      if (value.kind === 'null') return unknown('format() with null is not evaluated');
      return value.kind === 'list' || value.kind === 'map' ? encodeJson(value, budget) : toText(value);
    case 't':
      return plain ? toText(toBoolean(value)) : notWritten(verb);
    case 'q':
      return plain ? encodeJson(toText(value), budget) : notWritten(verb);
    case 'd':
    case 'f': {
      const converted = toNumber(value);
      if (converted.kind !== 'number' || /[+ #]/.test(flags)) {
        return converted.kind === 'number' ? notWritten(verb) : converted;
      }
      const digits = verb === 'd' ? 0 : Number(precision ?? 6);
      if (verb === 'd' && (precision !== undefined || !converted.value.isInteger())) return notWritten(verb);
      return writeFixed(converted.value, digits);
    }
    default:
  }
  return notWritten(verb);
}

function writeFixed(value: Decimal, digits: number): Value {
  if (digits > 100) return notWritten('f');
  const rounded = value.toDecimalPlaces(digits, Decimal.ROUND_HALF_EVEN);
  // Half-way values are rounded by Terraform as their binary form falls, which is not computed here.
  const tie = value.minus(rounded).abs().times(2).eq(new Decimal(10).pow(-digits));
  return tie ? notWritten('f') : text(rounded.toFixed(digits));
}

function notWritten(verb: string): Unknown {
  return unknown(`format() with this form of %${verb} is not evaluated`);
}

function pad(value: string, width: string, flags: string, budget: Budget): Value {
  const size = Number(width === '' ? 0 : width);
  if (size > LIMITS.valueCharacters) return budget.tooLarge('text');
  const missing = size - [...value].length;
  if (missing <= 0) return text(value);
  if (flags.includes('-')) return text(value + ' '.repeat(missing));
  if (!flags.includes('0')) return text(' '.repeat(missing) + value);
  const sign = value.startsWith('-') ? 1 : 0;
  return text(value.slice(0, sign) + '0'.repeat(missing) + value.slice(sign));
}
