/** `yamlencode`. */
import { LIMITS } from '../../../model/limits.ts';
import { text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { writeNumber } from '../values/numbers.ts';
import { sortedEntries } from '../values/value.ts';

/** The value as YAML in Terraform's style: keys sorted, texts in quotes, lists not indented below their keys. */
export function encodeYaml(value: Value, budget: Budget): Value {
  const writer: Writer = { budget, parts: [], length: 0 };
  const problem = write(value, '', writer, 0);
  return problem ?? append('\n', writer) ?? text(writer.parts.join(''));
}

interface Writer {
  readonly budget: Budget;
  readonly parts: string[];
  length: number;
}

/** Writes a value whose first line has begun and whose other lines start with `indent`. */
function write(value: Value, indent: string, writer: Writer, depth: number): Unknown | undefined {
  if (!writer.budget.spend(1)) return writer.budget.outOfSteps();
  if (depth > LIMITS.hclDepth) return unknown('a value is nested too deeply for yamlencode()');
  switch (value.kind) {
    case 'unknown':
      return value;
    case 'null':
      return append('null', writer);
    case 'boolean':
      return append(String(value.value), writer);
    case 'number':
      return append(writeNumber(value.value), writer);
    case 'text':
      return writeText(value.value, writer);
    case 'list': {
      if (value.items.length === 0) return append('[]', writer);
      for (const [index, item] of value.items.entries()) {
        const problem =
          append(index === 0 ? '- ' : `\n${indent}- `, writer) ??
          write(item, `${indent}  `, writer, depth + 1);
        if (problem !== undefined) return problem;
      }
      return undefined;
    }
    case 'map': {
      if (value.entries.size === 0) return append('{}', writer);
      for (const [index, [key, item]] of sortedEntries(value).entries()) {
        const problem =
          (index === 0 ? undefined : append(`\n${indent}`, writer)) ??
          writeText(key, writer) ??
          writeEntry(item, indent, writer, depth);
        if (problem !== undefined) return problem;
      }
      return undefined;
    }
  }
}

function writeEntry(item: Value, indent: string, writer: Writer, depth: number): Unknown | undefined {
  if (item.kind === 'map' && item.entries.size > 0)
    return append(`:\n${indent}  `, writer) ?? write(item, `${indent}  `, writer, depth + 1);
  if (item.kind === 'list' && item.items.length > 0)
    return append(`:\n${indent}`, writer) ?? write(item, indent, writer, depth + 1);
  return append(': ', writer) ?? write(item, indent, writer, depth + 1);
}

/** Texts of one line that need no escapes but for quotes; others are written in styles that are not computed here. */
function writeText(value: string, writer: Writer): Unknown | undefined {
  if (value.length > 120 || !/^[ -~]*$/.test(value)) {
    return unknown('yamlencode() of a text that is long or has more than plain characters is not evaluated');
  }
  return append(JSON.stringify(value), writer);
}

function append(piece: string, writer: Writer): Unknown | undefined {
  writer.length += piece.length;
  if (writer.length > LIMITS.valueCharacters) return writer.budget.tooLarge('text');
  writer.parts.push(piece);
  return undefined;
}
