/** Where the comments and strings of a text are, as far as a model id in them needs to know. One pass, no tree. */
import type { Language } from './scanned-files.ts';

/** What stands around one place of a text. */
export type Around =
  | { readonly kind: 'code' | 'comment' }
  /** From the opening quote to the closing one; `isBlock` for one that stands as a statement of its own. */
  | { readonly kind: 'string'; readonly start: number; readonly end: number; readonly isBlock: boolean };

interface Syntax {
  readonly lineComments: readonly string[];
  readonly blockComments: boolean;
  /** Quotes that a line break ends, and those that it does not. */
  readonly quotes: string;
  readonly longQuotes: readonly string[];
  /** `/["`]/` is a regular expression: the quotes in it open nothing. */
  readonly patterns?: true;
}

const SYNTAX: Readonly<Record<Language, Syntax>> = {
  'c-like': {
    lineComments: ['//'],
    blockComments: true,
    quotes: '"\'',
    longQuotes: ['"""', '`'],
    patterns: true,
  },
  script: { lineComments: ['#'], blockComments: false, quotes: '"\'', longQuotes: ['"""', "'''"] },
  shell: { lineComments: ['#'], blockComments: false, quotes: '"\'', longQuotes: [] },
  yaml: { lineComments: ['#'], blockComments: false, quotes: '"\'', longQuotes: [] },
  hcl: { lineComments: ['#', '//'], blockComments: true, quotes: '"', longQuotes: [] },
  json: { lineComments: ['//'], blockComments: true, quotes: '"', longQuotes: [] },
  properties: { lineComments: ['#', ';', '!'], blockComments: false, quotes: '"\'', longQuotes: [] },
  markup: { lineComments: [], blockComments: false, quotes: '', longQuotes: [] },
  notebook: { lineComments: [], blockComments: false, quotes: '"', longQuotes: [] },
};

/** What stands around each of `places`, which are in order. */
export function surroundings(text: string, language: Language, places: readonly number[]): readonly Around[] {
  const syntax = SYNTAX[language];
  const starts = STARTS[language];
  const found: Around[] = [];
  const answer = (end: number, around: Around) => {
    for (let next = places[found.length]; next !== undefined && next < end; next = places[found.length])
      found.push(around);
  };
  const last = places.at(-1) ?? 0;
  for (let at = 0; at <= last && at < text.length; ) {
    // Most characters start neither a comment nor a string.
    if (starts[text.charCodeAt(at)] !== 1) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, syntax);
    if (token.around.kind !== 'code') {
      answer(at, { kind: 'code' });
      answer(token.end, token.around);
    }
    at = token.end;
  }
  answer(Number.POSITIVE_INFINITY, { kind: 'code' });
  return found;
}

/** Where the comments and strings of a text start and end, in order. */
export function* literalsIn(
  text: string,
  language: Language,
): Generator<{ readonly start: number; readonly end: number; readonly around: Around }> {
  const syntax = SYNTAX[language];
  const starts = STARTS[language];
  for (let at = 0; at < text.length; ) {
    if (starts[text.charCodeAt(at)] !== 1) {
      at += 1;
      continue;
    }
    const { end, around } = tokenAt(text, at, syntax);
    // A regular expression is no string, and its brackets are none of the program's.
    if (around.kind !== 'code' || end > at + 1) yield { start: at, end, around };
    at = end;
  }
}

/** By language, 1 for each character code with which a comment or a string may start. */
const STARTS = Object.fromEntries(
  Object.entries(SYNTAX).map(([language, { lineComments, blockComments, quotes, longQuotes }]) => {
    const starts = new Uint8Array(65_536);
    for (const sign of [...lineComments, ...longQuotes, ...quotes, ...(blockComments ? ['/'] : [])])
      starts[sign.charCodeAt(0)] = 1;
    return [language, starts];
  }),
) as Record<Language, Uint8Array>;

function tokenAt(
  text: string,
  at: number,
  syntax: Syntax,
): { readonly end: number; readonly around: Around } {
  if (startsComment(text, at, syntax)) return { end: endOfLine(text, at), around: { kind: 'comment' } };
  if (syntax.blockComments && text.startsWith('/*', at)) {
    const close = text.indexOf('*/', at + 2);
    return { end: close === -1 ? text.length : close + 2, around: { kind: 'comment' } };
  }
  const pattern = syntax.patterns === true ? endOfPattern(text, at) : undefined;
  if (pattern !== undefined) return { end: pattern, around: { kind: 'code' } };
  const long = syntax.longQuotes.find((quote) => text.startsWith(quote, at));
  if (long !== undefined) {
    const end = endOfLong(text, at + long.length, long);
    return {
      end,
      around: { kind: 'string', start: at, end, isBlock: isStatement(text, at) && long !== '`' },
    };
  }
  if (syntax.quotes.includes(text.charAt(at))) {
    const end = endOfString(text, at);
    return { end, around: { kind: 'string', start: at, end, isBlock: false } };
  }
  return { end: at + 1, around: { kind: 'code' } };
}

/** A sign of a comment counts at the start of a line or after a space: `http://` and `a#b` are none. */
function startsComment(text: string, at: number, { lineComments }: Syntax): boolean {
  if (!lineComments.some((sign) => text.startsWith(sign, at))) return false;
  return at === 0 || /[\s;{}(),]/.test(text.charAt(at - 1));
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\n') return at;
    if (sign === '\\') at += 1;
    else if (sign === quote) return at + 1;
  }
  return text.length;
}

/** Where a regular expression that starts at `at` ends; undefined where the slash divides, or closes a tag. */
function endOfPattern(text: string, at: number): number | undefined {
  if (text.charAt(at) !== '/') return undefined;
  const before = text.slice(Math.max(0, at - 12), at).trimEnd();
  if (!/(?:[(,=:[!&|?;{+]|\b(?:return|case|typeof)|=>)$/.test(before)) return undefined;
  PATTERN.lastIndex = at;
  return PATTERN.test(text) ? PATTERN.lastIndex : undefined;
}

/** Longer regular expressions are not told from divisions. */
const PATTERN = /\/(?:\\.|\[(?:\\.|[^\]\\\n]){0,40}\]|[^/\\\n[]){1,80}\//y;

function endOfLong(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === quote.charAt(0) && text.startsWith(quote, at)) return at + quote.length;
  }
  return text.length;
}

/** Whether nothing but spaces stands before a text on its line: a documentation text of Python. */
function isStatement(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text.charAt(before) === ' ' || text.charAt(before) === '\t')) before -= 1;
  return before < 0 || text.charAt(before) === '\n';
}
