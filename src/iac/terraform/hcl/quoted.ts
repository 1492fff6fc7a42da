/** Quoted text: where it ends, and what its escapes stand for. */
import { syntaxError } from './refusal.ts';
import type { Scanner } from './scanner.ts';
import { NEWLINE, OPEN_BRACE, PERCENT, QUOTE } from './tokens.ts';

const BACKSLASH = 0x5c;
const DOLLAR = 0x24;

/**
 * The offset of the first character from `start` that ends a run of plain characters of a quoted text: a quote, a
 * line break, a backslash, `$` or `%`; the end of the text where there is none.
 */
export function endOfPlain(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === BACKSLASH || code === DOLLAR || code === PERCENT) return at;
    if (code === NEWLINE || code === 0x0d) return at;
  }
  return at;
}

/** Whether `${` or `%{` starts here. */
export function startsSequence(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === DOLLAR || code === PERCENT) && text.charCodeAt(at + 1) === OPEN_BRACE;
}

/** Whether `$${` or `%%{` starts here, which stands for `${` or `%{` as text. */
export function startsEscapedSequence(text: string, at: number): boolean {
  return text.charCodeAt(at) === text.charCodeAt(at + 1) && startsSequence(text, at + 1);
}

/**
 * Reads literal characters of a quoted text from `start` up to the closing quote or the next sequence, with escapes
 * replaced.
 */
export function readQuotedRun(
  scanner: Scanner,
  start: number,
): { readonly value: string; readonly end: number } {
  const { text } = scanner;
  let value = '';
  let at = start;
  for (;;) {
    const plain = endOfPlain(text, at);
    value += text.slice(at, plain);
    at = plain;
    const code = text.charCodeAt(at);
    if (at >= text.length || code === NEWLINE || code === 0x0d) {
      scanner.reached = Math.max(scanner.reached, at);
      throw syntaxError(
        at,
        `Found ${at >= text.length ? 'the end of the file' : 'a line break'} inside a quoted text; a closing \`"\` was expected.`,
        'A text of several lines is written as a heredoc: `<<-EOT`.',
      );
    }
    if (code === QUOTE) return { value, end: at };
    if (code === BACKSLASH) {
      const escaped = readEscape(text, at);
      value += escaped.value;
      at = escaped.end;
    } else if (startsEscapedSequence(text, at)) {
      value += text.slice(at + 1, at + 3);
      at += 3;
    } else if (startsSequence(text, at)) return { value, end: at };
    else {
      value += text[at];
      at++;
    }
  }
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

function readEscape(text: string, start: number): { readonly value: string; readonly end: number } {
  const selector = text[start + 1] ?? '';
  const simple = SIMPLE_ESCAPES.get(selector);
  if (simple !== undefined) return { value: simple, end: start + 2 };
  if (selector !== 'u' && selector !== 'U') {
    throw syntaxError(
      start,
      `Found the escape \`\\${selector}\`, which does not exist.`,
      'A backslash itself is `\\\\`.',
    );
  }
  const digits = selector === 'u' ? 4 : 8;
  const code = text.slice(start + 2, start + 2 + digits);
  if (code.length < digits || !/^[0-9a-fA-F]+$/.test(code)) {
    throw syntaxError(start, `Found \`\\${selector}\` without ${digits} hexadecimal digits after it.`);
  }
  const point = Number.parseInt(code, 16);
  const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return { value: isCharacter ? String.fromCodePoint(point) : '\uFFFD', end: start + 2 + digits };
}

/** The quoted label of a block, which is the current token. No sequences are allowed in it. */
export function parseLabel(scanner: Scanner): string {
  const run = readQuotedRun(scanner, scanner.position);
  if (scanner.text.charCodeAt(run.end) !== QUOTE) {
    throw syntaxError(run.end, 'Found a template sequence in a label, which must be a plain text.');
  }
  scanner.moveTo(run.end + 1);
  return run.value;
}
