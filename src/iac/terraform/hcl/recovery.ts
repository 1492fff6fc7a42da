/**
 * Finds the end of something that could not be parsed, so that only that is lost. It looks at brackets, quotes,
 * comments, heredocs and line starts, and accepts any text.
 */
import { endOfName } from './characters.ts';
import { endOfLine, isMarkerLine } from './lines.ts';
import { startsEscapedSequence, startsSequence } from './quoted.ts';
import * as token from './tokens.ts';

export interface Skipped {
  /** Where parsing goes on: a line break, a closing brace that is not the item's own, or the start of a line. */
  readonly end: number;
  /** A block starts there at the left margin although brackets are still open: whatever is open was never closed. */
  readonly atBoundary: boolean;
}

/**
 * The end of the attribute or block that starts at `start`.
 *
 * @param marginIsTop whether a block header at the left margin starts a new top-level block. It does not where the
 *   author writes nested blocks without indentation.
 */
export function skipItem(text: string, start: number, marginIsTop: boolean): Skipped {
  const open: number[] = [];
  const missing: Missing = { commentEnd: false, markers: 0 };
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (open.at(-1) === token.QUOTE) {
      at = skipInQuotes(text, at, open);
      continue;
    }
    switch (code) {
      case token.NEWLINE: {
        if (open.length === 0) return { end: at, atBoundary: false };
        at++;
        if (marginIsTop && startsBlock(text, at)) return { end: at, atBoundary: true };
        // Inside parentheses or brackets `name =` is never valid.
        if (open.at(-1) !== token.OPEN_BRACE && attributeNameAt(text, at) !== undefined)
          return { end: at, atBoundary: false };
        break;
      }
      case token.QUOTE:
      case token.OPEN_PAREN:
      case token.OPEN_BRACKET:
      case token.OPEN_BRACE:
        open.push(code);
        at++;
        break;
      case token.CLOSE_PAREN:
      case token.CLOSE_BRACKET:
        if (open.at(-1) === (code === token.CLOSE_PAREN ? token.OPEN_PAREN : token.OPEN_BRACKET)) open.pop();
        at++;
        break;
      case token.CLOSE_BRACE:
        while (open.length > 0 && open.at(-1) !== token.OPEN_BRACE) open.pop();
        if (open.pop() === undefined && at > start) return { end: at, atBoundary: false };
        at++;
        break;
      default:
        at = skipPlain(text, at, code, missing);
    }
  }
  return { end: text.length, atBoundary: false };
}

function skipInQuotes(text: string, at: number, open: number[]): number {
  const code = text.charCodeAt(at);
  if (code === 0x5c && text.charCodeAt(at + 1) !== token.NEWLINE) return at + 2;
  if (startsEscapedSequence(text, at)) return at + 3;
  if (startsSequence(text, at)) {
    open.push(token.OPEN_BRACE);
    return at + 2;
  }
  // A quoted text cannot hold a line break, so it was not closed.
  if (code === token.QUOTE || code === token.NEWLINE) open.pop();
  return code === token.NEWLINE ? at : at + 1;
}

/** What was looked for up to the end of the text in vain, so that it is not looked for again and again. */
interface Missing {
  commentEnd: boolean;
  markers: number;
}
const MISSING_MARKERS = 16;

/** Over a comment or a heredoc, or over one character. */
function skipPlain(text: string, at: number, code: number, missing: Missing): number {
  const next = text.charCodeAt(at + 1);
  if (code === 0x23 || (code === token.SLASH && next === token.SLASH)) {
    const lineBreak = text.indexOf('\n', at);
    return lineBreak === -1 ? text.length : lineBreak;
  }
  if (code === token.SLASH && next === token.STAR && !missing.commentEnd) {
    const end = text.indexOf('*/', at + 2);
    missing.commentEnd = end === -1;
    return end === -1 ? at + 2 : end + 2;
  }
  if (code === token.LESS && next === token.LESS && missing.markers < MISSING_MARKERS) {
    return skipHeredoc(text, at, missing);
  }
  return at + 1;
}

/** Where the marker is missing, the text most likely ends before the next brace or block at the left margin. */
function skipHeredoc(text: string, start: number, missing: Missing): number {
  const nameStart = text.charCodeAt(start + 2) === token.MINUS ? start + 3 : start + 2;
  const nameEnd = endOfName(text, nameStart);
  if (nameEnd === nameStart) return start + 2;
  const marker = text.slice(nameStart, nameEnd);
  let likelyEnd = text.length;
  for (let line = endOfLine(text, nameEnd); line < text.length; line = endOfLine(text, line)) {
    if (isMarkerLine(text, line, endOfLine(text, line), marker)) return endOfLine(text, line) - 1;
    const atMargin = text.charCodeAt(line) === token.CLOSE_BRACE || startsBlock(text, line);
    if (atMargin && likelyEnd === text.length) likelyEnd = line - 1;
  }
  missing.markers++;
  return likelyEnd;
}

/** Whether a block's header starts exactly here: names and quoted labels, then `{`, on one line. */
function startsBlock(text: string, start: number): boolean {
  let at = endOfName(text, start);
  if (at === start) return false;
  for (;;) {
    at = skipBlanks(text, at);
    if (text.charCodeAt(at) === token.OPEN_BRACE) return true;
    const after = text.charCodeAt(at) === token.QUOTE ? endOfLabel(text, at) : endOfName(text, at);
    if (after === at) return false;
    at = after;
  }
}

/** The offset after the quoted label that starts at `start`; `start` where it does not end on its line. */
function endOfLabel(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === token.QUOTE) return at + 1;
    if (code === token.NEWLINE) return start;
  }
  return start;
}

/** The name in front of the `=` of an attribute that starts here. */
export function attributeNameAt(text: string, start: number): string | undefined {
  const nameStart = skipBlanks(text, start);
  const nameEnd = endOfName(text, nameStart);
  const at = skipBlanks(text, nameEnd);
  const next = text.charCodeAt(at + 1);
  const assigned = text.charCodeAt(at) === token.EQUALS && next !== token.EQUALS && next !== token.GREATER;
  return assigned && nameEnd > nameStart ? text.slice(nameStart, nameEnd) : undefined;
}

/** The first name that stands here, which is the type of a block. */
export function nameAt(text: string, start: number): string | undefined {
  const nameStart = skipBlanks(text, start);
  const nameEnd = endOfName(text, nameStart);
  return nameEnd > nameStart ? text.slice(nameStart, nameEnd) : undefined;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) at++;
  return at;
}
