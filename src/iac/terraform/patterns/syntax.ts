/**
 * Regular expressions in the syntax of Go's `regexp` (RE2), which Terraform uses. What is read here means the same as
 * there; anything rarer (Unicode classes, flags in the middle, loops around what may be empty) is not read at all.
 */
export type Range = readonly [first: number, last: number];

export type Pattern =
  | { readonly kind: 'set'; readonly ranges: readonly Range[]; readonly negated: boolean }
  | { readonly kind: 'assertion'; readonly at: 'start' | 'end' | 'boundary' | 'inside' }
  | { readonly kind: 'sequence'; readonly items: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly items: readonly Pattern[] }
  | { readonly kind: 'group'; readonly index: number; readonly item: Pattern }
  | {
      readonly kind: 'repeat';
      readonly item: Pattern;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    };

export interface ParsedPattern {
  readonly pattern: Pattern;
  /** Names of the groups in order; `undefined` for those without. */
  readonly names: readonly (string | undefined)[];
  readonly ignoresCase: boolean;
}

interface Reader {
  readonly source: readonly string[];
  at: number;
  readonly names: (string | undefined)[];
  readonly dotMatchesAll: boolean;
}

const MAXIMUM_LENGTH = 1_000;
const MAXIMUM_DEPTH = 50;
const EVERYTHING: Range = [0, 0x10ffff];

/** The pattern; `undefined` where it is wrong or uses what is not read here. */
export function parsePattern(source: string): ParsedPattern | undefined {
  if (source.length > MAXIMUM_LENGTH) return undefined;
  const [flags = ''] = /^\(\?[is]+\)/.exec(source) ?? [];
  const reader: Reader = {
    source: Array.from(source.slice(flags.length)),
    at: 0,
    names: [],
    dotMatchesAll: flags.includes('s'),
  };
  const pattern = readChoice(reader, 0);
  if (pattern === undefined || reader.at < reader.source.length) return undefined;
  const named = reader.names.filter((name) => name !== undefined);
  if (named.length > 0 && (named.length < reader.names.length || new Set(named).size < named.length)) {
    return undefined;
  }
  return { pattern, names: reader.names, ignoresCase: flags.includes('i') };
}

function takes(reader: Reader, expected: string): boolean {
  for (const [index, character] of [...expected].entries()) {
    if (reader.source[reader.at + index] !== character) return false;
  }
  reader.at += expected.length;
  return true;
}

function readChoice(reader: Reader, depth: number): Pattern | undefined {
  if (depth > MAXIMUM_DEPTH) return undefined;
  const items: Pattern[] = [];
  do {
    const item = readSequence(reader, depth);
    if (item === undefined) return undefined;
    items.push(item);
  } while (takes(reader, '|'));
  return items.length === 1 ? items[0] : { kind: 'choice', items };
}

function readSequence(reader: Reader, depth: number): Pattern | undefined {
  const items: Pattern[] = [];
  for (;;) {
    const next = reader.source[reader.at];
    if (next === undefined || next === '|' || next === ')') return { kind: 'sequence', items };
    const item = readAtom(reader, depth);
    const repeated = item === undefined ? undefined : readRepeat(reader, item);
    if (repeated === undefined) return undefined;
    items.push(repeated);
  }
}

function readAtom(reader: Reader, depth: number): Pattern | undefined {
  const character = reader.source[reader.at++] ?? '';
  switch (character) {
    case '(':
      return readGroup(reader, depth);
    case '[':
      return readClass(reader);
    case '.':
      return reader.dotMatchesAll ? set([EVERYTHING]) : set([[0x0a, 0x0a]], true);
    case '^':
      return { kind: 'assertion', at: 'start' };
    case '$':
      return { kind: 'assertion', at: 'end' };
    case '\\':
      return readEscape(reader);
    case '*':
    case '+':
    case '?':
      return undefined;
    default:
      return set([single(character)]);
  }
}

function readGroup(reader: Reader, depth: number): Pattern | undefined {
  let index: number | undefined;
  if (!takes(reader, '?:')) {
    let name: string | undefined;
    if (takes(reader, '?')) {
      name = readGroupName(reader);
      if (name === undefined) return undefined;
    }
    index = reader.names.length + 1;
    reader.names.push(name);
  }
  const item = readChoice(reader, depth + 1);
  if (item === undefined || !takes(reader, ')')) return undefined;
  return index === undefined ? item : { kind: 'group', index, item };
}

function readGroupName(reader: Reader): string | undefined {
  takes(reader, 'P');
  if (!takes(reader, '<')) return undefined;
  const start = reader.at;
  while (/^\w$/.test(reader.source[reader.at] ?? '')) reader.at++;
  const name = reader.source.slice(start, reader.at).join('');
  return name !== '' && takes(reader, '>') ? name : undefined;
}

/** What follows an atom: `*`, `+`, `?` or `{2,3}`, each lazy with a `?` behind it. */
function readRepeat(reader: Reader, item: Pattern): Pattern | undefined {
  const bounds = readBounds(reader);
  if (bounds === undefined) return item;
  const [least, most] = bounds;
  const greedy = !takes(reader, '?');
  // A second quantifier is wrong in Go.
  if (/^[*+?]$/.test(reader.source[reader.at] ?? '') || readBounds(reader) !== undefined) return undefined;
  if (least > 1_000 || (most !== Number.POSITIVE_INFINITY && (most > 1_000 || most < least)))
    return undefined;
  return most > 1 && mayBeEmpty(item) ? undefined : { kind: 'repeat', item, least, most, greedy };
}

function readBounds(reader: Reader): readonly [number, number] | undefined {
  if (takes(reader, '*')) return [0, Number.POSITIVE_INFINITY];
  if (takes(reader, '+')) return [1, Number.POSITIVE_INFINITY];
  if (takes(reader, '?')) return [0, 1];
  if (reader.source[reader.at] !== '{') return undefined;
  const rest = reader.source.slice(reader.at, reader.at + 12).join('');
  const match = /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(rest);
  if (match === null) return undefined;
  const [whole, least = '', comma, most = ''] = match;
  if (comma === '' && most !== '') return undefined;
  reader.at += whole.length;
  return [
    Number(least),
    comma === '' ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most),
  ];
}

function mayBeEmpty(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'set':
      return false;
    case 'assertion':
      return true;
    case 'sequence':
      return pattern.items.every(mayBeEmpty);
    case 'choice':
      return pattern.items.some(mayBeEmpty);
    case 'group':
      return mayBeEmpty(pattern.item);
    case 'repeat':
      return pattern.least === 0 || mayBeEmpty(pattern.item);
  }
}

function set(ranges: readonly Range[], negated = false): Pattern {
  return { kind: 'set', ranges, negated };
}

function single(character: string): Range {
  const code = character.codePointAt(0) ?? 0;
  return [code, code];
}

const DIGITS: readonly Range[] = [[0x30, 0x39]];
const WORD: readonly Range[] = [...DIGITS, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const SPACE: readonly Range[] = [
  [0x09, 0x0a],
  [0x0c, 0x0d],
  [0x20, 0x20],
];
const CLASSES: ReadonlyMap<string, readonly Range[]> = new Map([
  ['d', DIGITS],
  ['w', WORD],
  ['s', SPACE],
]);
const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);
const NAMED: ReadonlyMap<string, readonly Range[]> = new Map([
  ['[:alnum:]', [...DIGITS, [0x41, 0x5a], [0x61, 0x7a]]],
  [
    '[:alpha:]',
    [
      [0x41, 0x5a],
      [0x61, 0x7a],
    ],
  ],
  ['[:digit:]', DIGITS],
  ['[:lower:]', [[0x61, 0x7a]]],
  ['[:upper:]', [[0x41, 0x5a]]],
  [
    '[:space:]',
    [
      [0x09, 0x0d],
      [0x20, 0x20],
    ],
  ],
  ['[:word:]', WORD],
  ['[:xdigit:]', [...DIGITS, [0x41, 0x46], [0x61, 0x66]]],
]);

function readEscape(reader: Reader): Pattern | undefined {
  const character = reader.source[reader.at++] ?? '';
  const known = CLASSES.get(character.toLowerCase());
  if (known !== undefined) return set(known, character !== character.toLowerCase());
  switch (character) {
    case 'b':
      return { kind: 'assertion', at: 'boundary' };
    case 'B':
      return { kind: 'assertion', at: 'inside' };
    case 'A':
      return { kind: 'assertion', at: 'start' };
    case 'z':
      return { kind: 'assertion', at: 'end' };
    default: {
      const range = escapedCharacter(character);
      return range === undefined ? undefined : set([range]);
    }
  }
}

function escapedCharacter(character: string): Range | undefined {
  const control = CONTROLS.get(character);
  if (control !== undefined) return [control, control];
  return /^[!-/:-@[-`{-~]$/.test(character) ? single(character) : undefined;
}

/** `[...]`, whose opening bracket has been read. */
function readClass(reader: Reader): Pattern | undefined {
  const negated = takes(reader, '^');
  const ranges: Range[] = [];
  for (let isFirst = true; ; isFirst = false) {
    if (!isFirst && takes(reader, ']')) return set(ranges, negated);
    const named = reader.source[reader.at] === '[' ? readNamedClass(reader) : undefined;
    const shorthand = named ?? readShorthand(reader);
    if (shorthand !== undefined) {
      ranges.push(...shorthand);
      continue;
    }
    const first = readClassCharacter(reader);
    if (first === undefined) return undefined;
    const isRange = reader.source[reader.at] === '-' && reader.source[reader.at + 1] !== ']';
    if (!isRange) {
      ranges.push([first, first]);
      continue;
    }
    reader.at++;
    const last = readClassCharacter(reader);
    if (last === undefined || last < first) return undefined;
    ranges.push([first, last]);
  }
}

function readNamedClass(reader: Reader): readonly Range[] | undefined {
  for (const [name, ranges] of NAMED) if (takes(reader, name)) return ranges;
  return undefined;
}

function readShorthand(reader: Reader): readonly Range[] | undefined {
  if (reader.source[reader.at] !== '\\') return undefined;
  const ranges = CLASSES.get(reader.source[reader.at + 1] ?? '');
  if (ranges !== undefined) reader.at += 2;
  return ranges;
}

function readClassCharacter(reader: Reader): number | undefined {
  const character = reader.source[reader.at++];
  if (character === undefined) return undefined;
  if (character === '[' && reader.source[reader.at] === ':') return undefined;
  if (character !== '\\') return character.codePointAt(0);
  return escapedCharacter(reader.source[reader.at++] ?? '')?.[0];
}
