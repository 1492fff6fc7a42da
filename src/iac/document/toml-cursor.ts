/** The way through a text of TOML: spaces, keys and scalars. */
import { Decimal } from '../../model/decimal.ts';
import { LIMITS } from '../../model/limits.ts';
import { text, type Value } from '../../model/value.ts';
import type { Source } from '../terraform/hcl/source.ts';

export interface TomlProblem {
  readonly message: string;
  readonly offset: number;
  /** True where it is no mistake of the author but more than is read. */
  readonly isLimit: boolean;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['"', '"'],
  ['\\', '\\'],
]);

const NUMBER = /^[+-]?(?:0|[1-9][0-9_]{0,60})(?:\.[0-9_]{1,60})?$/;

export class TomlCursor {
  readonly source: Source;
  offset: number;
  problem: TomlProblem | undefined;

  constructor(source: Source) {
    this.source = source;
    this.offset = source.text.startsWith('\uFEFF') ? 1 : 0;
  }

  get atEnd(): boolean {
    return this.offset >= this.source.text.length;
  }

  /** Ends the reading. The first problem is the one that is told. */
  fail(message: string, offset: number = this.offset): undefined {
    this.problem ??= { message: `This is no TOML: ${message}.`, offset, isLimit: false };
  }

  failAtLimit(message: string): undefined {
    this.problem ??= { message: `Not read: ${message}.`, offset: this.offset, isLimit: true };
  }

  is(word: string): boolean {
    return this.source.text.startsWith(word, this.offset);
  }

  /** Steps over a word, with spaces before it. */
  take(word: string): boolean {
    this.skipSpaces();
    if (!this.is(word)) return false;
    this.offset += word.length;
    return true;
  }

  skipSpaces(): void {
    while (this.is(' ') || this.is('\t')) this.offset++;
  }

  /** Spaces, line breaks and comments. */
  skipLines(): void {
    for (;;) {
      this.skipSpaces();
      if (this.is('#')) this.#skipComment();
      else if (this.is('\n') || this.is('\r\n')) this.offset += this.is('\n') ? 1 : 2;
      else return;
    }
  }

  endOfLine(): void {
    this.skipSpaces();
    if (this.is('#')) this.#skipComment();
    if (!this.atEnd && !this.is('\n') && !this.is('\r\n')) this.fail('expected the end of the line');
  }

  #skipComment(): void {
    const end = this.source.text.indexOf('\n', this.offset);
    this.offset = end === -1 ? this.source.text.length : end;
  }

  /** `a.b."c d"`. */
  path(): string[] | undefined {
    const names: string[] = [];
    do {
      this.skipSpaces();
      const name = this.#key();
      if (name === undefined) return undefined;
      names.push(name);
      if (names.length > LIMITS.dataDepth)
        return this.failAtLimit(`a key has more than ${LIMITS.dataDepth} parts`);
    } while (this.take('.'));
    return names;
  }

  #key(): string | undefined {
    if (this.is('"') || this.is("'")) return this.#quoted();
    const start = this.offset;
    while (/[A-Za-z0-9_-]/.test(this.source.text.charAt(this.offset))) this.offset++;
    const name = this.source.text.slice(start, this.offset);
    return name === '' ? this.fail('expected a key') : name;
  }

  scalar(): Value | undefined {
    for (const quote of ['"""', "'''"]) if (this.is(quote)) return textOr(this.#lines(quote));
    if (this.is('"') || this.is("'")) return textOr(this.#quoted());
    const start = this.offset;
    while (/[A-Za-z0-9_+.:-]/.test(this.source.text.charAt(this.offset))) this.offset++;
    const word = this.source.text.slice(start, this.offset);
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' };
    if (NUMBER.test(word)) return { kind: 'number', value: new Decimal(word.replaceAll('_', '')) };
    return /^[+-]?(?:\d|inf$|nan$)/.test(word) ? text(word) : this.fail('expected a value', start);
  }

  /** A text on one line. */
  #quoted(): string | undefined {
    const quote = this.source.text.charAt(this.offset);
    const start = this.offset++;
    let made = '';
    while (!this.atEnd && !this.is('\n')) {
      const sign = this.source.text.charAt(this.offset++);
      if (sign === quote) return made;
      const part = sign === '\\' && quote === '"' ? this.#escape() : sign;
      if (part === undefined) return undefined;
      made += part;
    }
    return this.fail(`a text has no ${quote} at its end`, start);
  }

  /** A text of several lines. The line break behind the first quotes is none of it. */
  #lines(quote: string): string | undefined {
    const start = this.offset;
    this.offset += 3;
    if (this.is('\r\n')) this.offset += 2;
    else if (this.is('\n')) this.offset++;
    let made = '';
    while (!this.atEnd) {
      if (this.is(quote)) {
        this.offset += 3;
        // Up to two quotes before the last three are of the text.
        for (let more = 0; more < 2 && this.is(quote.charAt(0)); more++) {
          made += quote.charAt(0);
          this.offset++;
        }
        return made;
      }
      const sign = this.source.text.charAt(this.offset++);
      const part = sign === '\\' && quote === '"""' ? this.#escapeOrBreak() : sign;
      if (part === undefined) return undefined;
      made += part;
    }
    return this.fail(`a text has no ${quote} at its end`, start);
  }

  /** A backslash at the end of a line takes away all spaces and line breaks that follow. */
  #escapeOrBreak(): string | undefined {
    const rest = /^[ \t]*\r?\n\s*/.exec(this.source.text.slice(this.offset, this.offset + LONGEST_GAP))?.[0];
    if (rest === undefined) return this.#escape();
    this.offset += rest.length;
    return '';
  }

  #escape(): string | undefined {
    const sign = this.source.text.charAt(this.offset++);
    const plain = ESCAPES.get(sign);
    if (plain !== undefined) return plain;
    const digits = sign === 'u' ? 4 : sign === 'U' ? 8 : 0;
    const code = this.source.text.slice(this.offset, this.offset + digits);
    const point = /^[0-9A-Fa-f]+$/.test(code) && code.length === digits ? Number.parseInt(code, 16) : -1;
    if (point < 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
      return this.fail('a backslash stands before what needs none', this.offset - 2);
    this.offset += digits;
    return String.fromCodePoint(point);
  }
}

const LONGEST_GAP = 1_000;

function textOr(made: string | undefined): Value | undefined {
  return made === undefined ? undefined : text(made);
}
