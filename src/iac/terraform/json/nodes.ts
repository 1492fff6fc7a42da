/** JSON text as a tree that knows where everything stands. */
import { LIMITS } from '../../../model/limits.ts';

interface Place {
  readonly start: number;
  /** The offset after the last character. */
  readonly end: number;
}
export interface JsonProperty {
  readonly key: JsonString;
  readonly value: JsonNode;
}
export type JsonString = Place & {
  readonly kind: 'string';
  readonly value: string;
  /** Whether the text stands between the quotes just as it is, without escapes. */
  readonly plain: boolean;
};
export type JsonNode =
  | JsonString
  | (Place & { readonly kind: 'number'; readonly source: string })
  | (Place & { readonly kind: 'keyword'; readonly value: true | false | null })
  | (Place & { readonly kind: 'array'; readonly items: readonly JsonNode[] })
  | (Place & { readonly kind: 'object'; readonly properties: readonly JsonProperty[] });

/** Why a text is no JSON that is read here. */
export interface JsonProblem {
  readonly kind: 'problem';
  readonly code: 'hcl-syntax' | 'limit-exceeded';
  readonly offset: number;
  readonly message: string;
}

/** Whether the value at a path of keys is of interest; lists have no part in a path. */
export type Keep = (path: readonly string[]) => boolean;

/** Reads a whole JSON text, in linear time. What is not of interest is read and let go of, so that it takes no room. */
export function readJson(text: string, keep?: Keep): JsonNode | JsonProblem {
  const reader: Reader = { text, at: text.startsWith('\uFEFF') ? 1 : 0, keep, path: [] };
  const node = readValue(reader, 0);
  if (node.kind === 'problem') return node;
  skipSpace(reader);
  return reader.at === text.length ? node : wrong(reader, 'the end of the file');
}

interface Reader {
  readonly text: string;
  readonly keep: Keep | undefined;
  readonly path: string[];
  at: number;
}

function readValue(reader: Reader, depth: number): JsonNode | JsonProblem {
  skipSpace(reader);
  const start = reader.at;
  if (depth > LIMITS.dataDepth) {
    const message = `Objects and lists are nested more than ${LIMITS.dataDepth} deep, which is the limit; the file was not read.`;
    return { kind: 'problem', code: 'limit-exceeded', offset: start, message };
  }
  switch (reader.text[start]) {
    case '{':
      return readObject(reader, depth);
    case '[':
      return readArray(reader, depth);
    case '"':
      return readString(reader);
    default:
      return readWord(reader);
  }
}

function readObject(reader: Reader, depth: number): JsonNode | JsonProblem {
  const start = reader.at++;
  const properties: JsonProperty[] = [];
  if (takes(reader, '}')) return { kind: 'object', properties, start, end: reader.at };
  for (;;) {
    skipSpace(reader);
    if (reader.text[reader.at] !== '"') return wrong(reader, 'a key in double quotes');
    const key = readString(reader);
    if (key.kind === 'problem') return key;
    if (!takes(reader, ':')) return wrong(reader, '`:`');
    reader.path.push(key.value);
    const isKept = reader.keep?.(reader.path) ?? true;
    const value = readValue(reader, depth + 1);
    reader.path.pop();
    if (value.kind === 'problem') return value;
    if (isKept) properties.push({ key, value });
    if (takes(reader, '}')) return { kind: 'object', properties, start, end: reader.at };
    if (!takes(reader, ',')) return wrong(reader, '`,` or `}`');
  }
}

function readArray(reader: Reader, depth: number): JsonNode | JsonProblem {
  const start = reader.at++;
  const items: JsonNode[] = [];
  if (takes(reader, ']')) return { kind: 'array', items, start, end: reader.at };
  for (;;) {
    const item = readValue(reader, depth + 1);
    if (item.kind === 'problem') return item;
    items.push(item);
    if (takes(reader, ']')) return { kind: 'array', items, start, end: reader.at };
    if (!takes(reader, ',')) return wrong(reader, '`,` or `]`');
  }
}

/** The string that starts here. Its end is found here; escapes are left to the JSON parser of the language. */
function readString(reader: Reader): JsonString | JsonProblem {
  const { text, at: start } = reader;
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  const source = text.slice(start, at + 1);
  try {
    const value: unknown = JSON.parse(source);
    if (typeof value !== 'string') return wrong(reader, 'a text in double quotes');
    reader.at = at + 1;
    return { kind: 'string', value, plain: value.length === source.length - 2, start, end: reader.at };
  } catch {
    return wrong(reader, 'a text in double quotes');
  }
}

function readWord(reader: Reader): JsonNode | JsonProblem {
  const start = reader.at;
  const pattern = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
  pattern.lastIndex = start;
  const [source] = pattern.exec(reader.text) ?? [];
  if (source === undefined) return wrong(reader, 'a value');
  reader.at += source.length;
  const end = reader.at;
  if (source === 'null') return { kind: 'keyword', value: null, start, end };
  if (source === 'true' || source === 'false')
    return { kind: 'keyword', value: source === 'true', start, end };
  return { kind: 'number', source, start, end };
}

function wrong(reader: Reader, expected: string): JsonProblem {
  const { text, at } = reader;
  const found =
    at >= text.length ? 'the end of the file' : `\`${Array.from(text.slice(at, at + 2))[0] ?? ''}\``;
  const message = `Found ${found} where ${expected} was expected in JSON; the file was not read.`;
  return { kind: 'problem', code: 'hcl-syntax', offset: at, message };
}

function takes(reader: Reader, character: string): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] !== character) return false;
  reader.at++;
  return true;
}

function skipSpace(reader: Reader): void {
  while (' \t\r\n'.includes(reader.text[reader.at] ?? 'x')) reader.at++;
}
