/** Conversions that Terraform makes by itself, where a value of one kind stands for one of another. */
import type { BooleanValue, NumberValue, TextValue, Unknown, Value } from '../../../model/value.ts';
import { text } from '../../../model/value.ts';
import { parseNumber, writeNumber } from './numbers.ts';
import { boolean, type Failure, failure, kindOf } from './value.ts';

/** As text. Null, lists and maps are no text. */
export function toText(value: Value): TextValue | Unknown | Failure {
  switch (value.kind) {
    case 'text':
    case 'unknown':
      return value;
    case 'number':
      return text(writeNumber(value.value));
    case 'boolean':
      return text(String(value.value));
    default:
      return failure(`${kindOf(value)} stands where a text is needed`);
  }
}

/** As a number, also where it is written as text. */
export function toNumber(value: Value): NumberValue | Unknown | Failure {
  if (value.kind === 'number' || value.kind === 'unknown') return value;
  if (value.kind === 'text') {
    return parseNumber(value.value) ?? failure('a text that is no number stands where a number is needed');
  }
  return failure(`${kindOf(value)} stands where a number is needed`);
}

/** As a boolean, also where it is written as text: `"true"` or `"1"`, `"false"` or `"0"`. */
export function toBoolean(value: Value): BooleanValue | Unknown | Failure {
  if (value.kind === 'boolean' || value.kind === 'unknown') return value;
  if (value.kind === 'text' && (value.value === 'true' || value.value === '1')) return boolean(true);
  if (value.kind === 'text' && (value.value === 'false' || value.value === '0')) return boolean(false);
  return failure(`${kindOf(value)} stands where a boolean is needed`);
}
