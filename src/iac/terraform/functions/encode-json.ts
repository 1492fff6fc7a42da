/** `jsonencode`. */
import { LIMITS } from '../../../model/limits.ts';
import { text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { writeNumber } from '../values/numbers.ts';
import { sortedEntries } from '../values/value.ts';

/** The value as JSON: keys sorted, no spaces, and `<`, `>`, `&` escaped, as Terraform writes it. */
export function encodeJson(value: Value, budget: Budget): Value {
  const parts: string[] = [];
  const problem = write(value, parts, { budget, length: 0 }, 0);
  return problem ?? text(parts.join(''));
}

interface Writer {
  readonly budget: Budget;
  length: number;
}

/** Writes the value into `parts`; answers what keeps it from being written. */
function write(value: Value, parts: string[], writer: Writer, depth: number): Unknown | undefined {
  if (!writer.budget.spend(1)) return writer.budget.outOfSteps();
  if (depth > LIMITS.hclDepth) return unknown('a value is nested too deeply for jsonencode()');
  switch (value.kind) {
    case 'unknown':
      return value;
    case 'null':
      return append('null', parts, writer);
    case 'boolean':
      return append(String(value.value), parts, writer);
    case 'number':
      return append(writeNumber(value.value), parts, writer);
    case 'text':
      return append(quote(value.value), parts, writer);
    case 'list': {
      let problem = append('[', parts, writer);
      for (const [index, item] of value.items.entries()) {
        if (index > 0) problem ??= append(',', parts, writer);
        problem ??= write(item, parts, writer, depth + 1);
        if (problem !== undefined) return problem;
      }
      return append(']', parts, writer);
    }
    case 'map': {
      let problem = append('{', parts, writer);
      for (const [index, [key, item]] of sortedEntries(value).entries()) {
        problem ??= append((index > 0 ? ',' : '') + quote(key) + ':', parts, writer);
        problem ??= write(item, parts, writer, depth + 1);
        if (problem !== undefined) return problem;
      }
      return append('}', parts, writer);
    }
  }
}

function append(piece: string, parts: string[], writer: Writer): Unknown | undefined {
  writer.length += piece.length;
  if (writer.length > LIMITS.valueCharacters) return writer.budget.tooLarge('text');
  parts.push(piece);
  return undefined;
}

function quote(value: string): string {
  return JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0');
}
