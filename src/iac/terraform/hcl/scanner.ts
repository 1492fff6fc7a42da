/**
 * Cuts the text into tokens, one at a time and only when asked, because what a character means depends on where the
 * parser is: line breaks count outside brackets only, and text in templates follows rules of its own.
 */
import { LIMITS } from '../../../model/limits.ts';
import type { Expression } from './ast.ts';
import { endOfName, isDigit } from './characters.ts';
import { Refusal, syntaxError } from './refusal.ts';
import type { Source } from './source.ts';
import * as token from './tokens.ts';

/** A text with a current token. */
export class Scanner {
  readonly source: Source;
  readonly text: string;
  /** Given from outside, so that the parts of the grammar, which nest in each other, do not import in a circle. */
  readonly parseExpression: (scanner: Scanner) => Expression;
  /** The token before the position. */
  kind: number = token.NEWLINE;
  start = 0;
  /** After the current token: where the next one is looked for. */
  position: number;
  /** Where the token before the current one ends. */
  previousEnd = 0;
  /** Whether line breaks are tokens here. */
  newlines = true;
  /** Blocks, brackets, templates and operators that are open. */
  depth = 0;
  /** The farthest offset that was looked at. */
  reached = 0;

  constructor(source: Source, parseExpression: (scanner: Scanner) => Expression) {
    this.source = source;
    this.parseExpression = parseExpression;
    this.text = source.text;
    this.position = source.text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** Opens one level of nesting; each call is paired with `leave`, unless a refusal is thrown in between. */
  enter(): void {
    this.depth++;
    if (this.depth > LIMITS.hclDepth) {
      throw new Refusal(
        'limit-exceeded',
        this.start,
        `Nesting is deeper than ${LIMITS.hclDepth} levels, which is the limit; this part was not read.`,
      );
    }
  }

  leave(): void {
    this.depth--;
  }

  /** The text of the current token. */
  get value(): string {
    return this.text.slice(this.start, this.position);
  }

  /** Starts again at an offset, with the token that stands there. */
  moveTo(offset: number): void {
    this.position = offset;
    this.advance();
  }

  /** Goes on at an offset, as after a line break. Unlike `moveTo` it reads nothing yet. */
  rewind(offset: number): void {
    this.#accept(token.NEWLINE, offset, offset);
  }

  /** Reads the next token. At the end of the text it stays there. */
  advance(): void {
    const { text } = this;
    this.previousEnd = this.position;
    let at = this.position;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 0x20 || code === 0x09) at++;
      else if (code === token.NEWLINE || (code === 0x0d && text.charCodeAt(at + 1) === token.NEWLINE)) {
        const end = code === token.NEWLINE ? at + 1 : at + 2;
        if (this.newlines) {
          this.#accept(token.NEWLINE, at, end);
          return;
        }
        at = end;
      } else if (code === 0x23 || (code === token.SLASH && text.charCodeAt(at + 1) === token.SLASH)) {
        const end = text.indexOf('\n', at);
        at = end === -1 ? text.length : end;
      } else if (code === token.SLASH && text.charCodeAt(at + 1) === token.STAR) {
        at = this.#skipComment(at);
      } else {
        this.#scanToken(code, at);
        return;
      }
    }
  }

  /** The current token, which must be of this kind; `expected` names it in the message. The next one is read. */
  expect(kind: number, expected: string): void {
    if (this.kind !== kind) throw this.unexpected(expected);
    this.advance();
  }

  /** Ends a bracket: line breaks count after it as they did before it was opened. */
  close(kind: number, expected: string, newlines: boolean): number {
    if (this.kind !== kind) throw this.unexpected(expected);
    const end = this.position;
    this.newlines = newlines;
    this.advance();
    return end;
  }

  /** The error that says what stands here and what should. */
  unexpected(expected: string, hint?: string): Refusal {
    return syntaxError(
      this.start,
      `Found ${token.describeToken(this.kind, this.value)} where ${expected} was expected.`,
      hint,
    );
  }

  #accept(kind: number, start: number, end: number): void {
    this.kind = kind;
    this.start = start;
    this.position = end;
  }

  #skipComment(start: number): number {
    const end = this.text.indexOf('*/', start + 2);
    if (end !== -1) return end + 2;
    this.reached = this.text.length;
    throw syntaxError(start, 'Found a comment that is never closed; `*/` was expected.');
  }

  #scanToken(code: number, at: number): void {
    const { text } = this;
    if (at >= text.length) {
      this.#accept(token.END, text.length, text.length);
      return;
    }
    const afterName = endOfName(text, at);
    if (afterName > at) this.#accept(token.NAME, at, afterName);
    else if (isDigit(code)) this.#accept(token.NUMBER, at, endOfNumber(text, at));
    else {
      const kind = token.operatorAt(text, at, code);
      if (kind === token.HEREDOC) this.#scanHeredoc(at);
      else if (kind !== token.END) this.#accept(kind, at, at + token.lengthOf(kind));
      else {
        this.reached = Math.max(this.reached, at);
        throw invalidCharacter(text, at);
      }
    }
  }

  #scanHeredoc(start: number): void {
    const { text } = this;
    const nameStart = text.charCodeAt(start + 2) === token.MINUS ? start + 3 : start + 2;
    const nameEnd = endOfName(text, nameStart);
    const end = text.charCodeAt(nameEnd) === 0x0d ? nameEnd + 1 : nameEnd;
    if (nameEnd === nameStart || text.charCodeAt(end) !== token.NEWLINE) {
      this.reached = Math.max(this.reached, end);
      throw syntaxError(
        start,
        'Found `<<` without a marker; a name and then a line break were expected.',
        'Write `<<EOT` or `<<-EOT`, with nothing after it on the line.',
      );
    }
    this.#accept(token.HEREDOC, start, end + 1);
  }
}

/** The longest run of digits, points and exponents that does not end with a point. */
function endOfNumber(text: string, start: number): number {
  let end = start;
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) end = ++at;
    else if (code === token.DOT) at++;
    else if (code === 0x65 || code === 0x45) {
      const sign = text.charCodeAt(at + 1);
      const digit = sign === token.PLUS || sign === token.MINUS ? at + 2 : at + 1;
      if (!isDigit(text.charCodeAt(digit))) return end;
      end = at = digit + 1;
    } else return end;
  }
}

function invalidCharacter(text: string, at: number): Refusal {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (character === "'") {
    return syntaxError(at, "Found `'`, which starts nothing in HCL.", 'Texts are written in double quotes.');
  }
  if (character === '&' || character === '|') {
    return syntaxError(at, `Found \`${character}\`, which is no operator; \`${character}${character}\` is.`);
  }
  const shown = /^[!-~]$/.test(character) ? `\`${character}\`` : `the character U+${codePoint(character)}`;
  return syntaxError(at, `Found ${shown}, which has no meaning in HCL outside of quotes.`);
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
