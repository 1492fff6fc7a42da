/** `jsonencode`. */
import { LIMITS } from '../../../model/limits.ts';
import { text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { writeNumber } from '../values/numbers.ts';
import { isFailure, sortedEntries } from '../values/value.ts';

/** More unknown parts than this are not listed on an unknown text. */
const MAXIMUM_HOLES = 500;

/**
 * The value as JSON: keys sorted, no spaces, and `<`, `>`, `&` escaped, as Terraform writes it. Where some of it is
 * unknown the text is unknown, but it still tells its pieces.
 */
export function encodeJson(value: Value, budget: Budget): Value {
  const parts: string[] = [];
  const writer: Writer = { budget, length: 0, holes: new Map() };
  const problem = write(value, parts, writer, 0);
  if (problem !== undefined) return problem;
  const [first] = writer.holes.values();
  if (first === undefined) return text(parts.join(''));
  if (parts.length === 1 || writer.holes.size > MAXIMUM_HOLES) return first;
  return { ...first, pieces: piecesOf(parts, writer.holes) };
}

/** The parts between the holes joined. */
function piecesOf(
  parts: readonly string[],
  holes: ReadonlyMap<number, Unknown>,
): readonly (string | Unknown)[] {
  const pieces: (string | Unknown)[] = [];
  let start = 0;
  for (const [at, hole] of holes) {
    pieces.push(parts.slice(start, at).join(''), hole);
    start = at + 1;
  }
  return [...pieces, parts.slice(start).join('')].filter((piece) => piece !== '');
}

interface Writer {
  readonly budget: Budget;
  length: number;
  /** The unknown parts by where they stand among the parts. */
  readonly holes: Map<number, Unknown>;
}

/** Writes the value into `parts`; answers what keeps it from being written. */
function write(value: Value, parts: string[], writer: Writer, depth: number): Unknown | undefined {
  if (!writer.budget.spend(1)) return writer.budget.outOfSteps();
  if (depth > LIMITS.hclDepth) return unknown('a value is nested too deeply for jsonencode()');
  switch (value.kind) {
    case 'unknown':
      return writeUnknown(value, parts, writer);
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

/** A text that is known in part is still a text: its pieces stand between quotes. */
function writeUnknown(value: Unknown, parts: string[], writer: Writer): Unknown | undefined {
  if (isFailure(value)) return value;
  const { pieces } = value;
  let problem = pieces === undefined ? undefined : append('"', parts, writer);
  for (const piece of pieces ?? [value]) {
    if (typeof piece === 'string') problem ??= append(quote(piece).slice(1, -1), parts, writer);
    else writer.holes.set(parts.push('') - 1, piece);
  }
  problem ??= pieces === undefined ? undefined : append('"', parts, writer);
  return problem;
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
