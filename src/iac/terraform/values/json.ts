/** JSON as values, with numbers kept exactly. */
import { LIMITS } from '../../../model/limits.ts';
import { NULL, text, type Value } from '../../../model/value.ts';
import { normalize } from '../hcl/characters.ts';
import { parseNumber } from './numbers.ts';
import { boolean, list, map } from './value.ts';

/** The value of a JSON text; `undefined` where it is not JSON, or nested too deeply. Of two equal keys the last one holds. */
export function parseJson(source: string): Value | undefined {
  const reader: Reader = { source, at: 0 };
  const value = readValue(reader, 0);
  skipSpace(reader);
  return reader.at === source.length ? value : undefined;
}

interface Reader {
  readonly source: string;
  at: number;
}

function readValue(reader: Reader, depth: number): Value | undefined {
  if (depth > LIMITS.dataDepth) return undefined;
  skipSpace(reader);
  const { source, at } = reader;
  switch (source[at]) {
    case '{':
      return readObject(reader, depth);
    case '[':
      return readArray(reader, depth);
    case '"': {
      const value = readString(reader);
      return value === undefined ? undefined : text(value);
    }
    case 't':
      return readWord(reader, 'true', boolean(true));
    case 'f':
      return readWord(reader, 'false', boolean(false));
    case 'n':
      return readWord(reader, 'null', NULL);
    default:
      return readNumber(reader);
  }
}

function readObject(reader: Reader, depth: number): Value | undefined {
  const entries = new Map<string, Value>();
  reader.at++;
  if (takes(reader, '}')) return map(entries);
  for (;;) {
    skipSpace(reader);
    const key = reader.source[reader.at] === '"' ? readString(reader) : undefined;
    if (key === undefined || !takes(reader, ':')) return undefined;
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    entries.set(key, value);
    if (takes(reader, '}')) return map(entries);
    if (!takes(reader, ',')) return undefined;
  }
}

function readArray(reader: Reader, depth: number): Value | undefined {
  const items: Value[] = [];
  reader.at++;
  if (takes(reader, ']')) return list(items);
  for (;;) {
    const value = readValue(reader, depth + 1);
    if (value === undefined) return undefined;
    items.push(value);
    if (takes(reader, ']')) return list(items);
    if (!takes(reader, ',')) return undefined;
  }
}

/** The string that starts here. Its end is found here; escapes are left to the JSON parser of the language. */
function readString(reader: Reader): string | undefined {
  const { source, at: start } = reader;
  let at = start + 1;
  while (at < source.length && source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
  reader.at = at + 1;
  try {
    const value: unknown = JSON.parse(source.slice(start, at + 1));
    return typeof value === 'string' ? normalize(value) : undefined;
  } catch {
    return undefined;
  }
}

function readNumber(reader: Reader): Value | undefined {
  const pattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
  pattern.lastIndex = reader.at;
  const [source] = pattern.exec(reader.source) ?? [];
  if (source === undefined) return undefined;
  reader.at += source.length;
  return parseNumber(source);
}

function readWord(reader: Reader, word: string, value: Value): Value | undefined {
  if (!reader.source.startsWith(word, reader.at)) return undefined;
  reader.at += word.length;
  return value;
}

function takes(reader: Reader, character: string): boolean {
  skipSpace(reader);
  if (reader.source[reader.at] !== character) return false;
  reader.at++;
  return true;
}

function skipSpace(reader: Reader): void {
  while (' \t\r\n'.includes(reader.source[reader.at] ?? 'x')) reader.at++;
}
