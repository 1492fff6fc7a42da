/** Cuts a quoted text or a heredoc into pieces: literal text, `${ }` and `%{ }`. */
import type { Expression } from './ast.ts';
import { trimEnd, trimStart } from './characters.ts';
import { endOfLine } from './lines.ts';
import { startsEscapedSequence, startsSequence } from './quoted.ts';
import { syntaxError } from './refusal.ts';
import type { Scanner } from './scanner.ts';
import * as token from './tokens.ts';

export interface LiteralPiece {
  readonly kind: 'literal';
  value: string;
  readonly start: number;
  readonly end: number;
}
const DOLLAR = 0x24;

interface Sequence {
  readonly start: number;
  readonly end: number;
}
export type Piece =
  | LiteralPiece
  | (Sequence & { readonly kind: 'interpolation'; readonly value: Expression })
  | (Sequence & { readonly kind: 'if'; readonly condition: Expression })
  | (Sequence & {
      readonly kind: 'for';
      readonly keyName: string | undefined;
      readonly valueName: string;
      readonly collection: Expression;
    })
  | (Sequence & { readonly kind: 'else' | 'endif' | 'endfor' });

/** Collects pieces and strips white space where `~` says so: of the literal just before, or of the one just after. */
export class PieceList {
  readonly pieces: Piece[] = [];
  #stripNext = false;

  addLiteral(value: string, start: number, end: number): void {
    this.pieces.push({ kind: 'literal', value: this.#stripNext ? trimStart(value) : value, start, end });
    this.#stripNext = false;
  }

  /** Reads the sequence that starts at `start` and answers the offset after it. */
  addSequence(scanner: Scanner, start: number): number {
    const opener = scanner.text.charCodeAt(start + 2) === 0x7e ? 3 : 2;
    const previous = this.pieces.at(-1);
    if (opener === 3 && previous?.kind === 'literal') previous.value = trimEnd(previous.value);
    const { newlines } = scanner;
    scanner.newlines = false;
    scanner.enter();
    scanner.moveTo(start + opener);
    const directive = scanner.text.charCodeAt(start) === token.PERCENT;
    const piece = directive ? parseDirective(scanner, start) : parseInterpolation(scanner, start);
    scanner.leave();
    this.pieces.push(piece);
    this.#stripNext = scanner.kind === token.STRIP_END;
    scanner.newlines = newlines;
    return piece.end;
  }
}

function parseInterpolation(scanner: Scanner, start: number): Piece {
  const value = scanner.parseExpression(scanner);
  return { kind: 'interpolation', value, start, end: endOfSequence(scanner, '${') };
}

function parseDirective(scanner: Scanner, start: number): Piece {
  const keyword = scanner.kind === token.NAME ? scanner.value : '';
  const keywordStart = scanner.start;
  if (keyword !== '') scanner.advance();
  switch (keyword) {
    case 'if': {
      const condition = scanner.parseExpression(scanner);
      return { kind: 'if', condition, start, end: endOfSequence(scanner, '%{ if') };
    }
    case 'for': {
      const names = parseLoopNames(scanner);
      const collection = scanner.parseExpression(scanner);
      return { kind: 'for', ...names, collection, start, end: endOfSequence(scanner, '%{ for') };
    }
    case 'else':
    case 'endif':
    case 'endfor':
      return { kind: keyword, start, end: endOfSequence(scanner, `%{ ${keyword}`) };
    default:
      throw syntaxError(
        keywordStart,
        'Found `%{` without a directive; `if`, `else`, `endif`, `for` or `endfor` was expected.',
        'As plain text, `%{` is written `%%{`.',
      );
  }
}

/** `value in` or `key, value in`, after the word `for`. */
export function parseLoopNames(scanner: Scanner): {
  readonly keyName: string | undefined;
  readonly valueName: string;
} {
  let keyName: string | undefined;
  let valueName = parseName(scanner);
  if (scanner.kind === token.COMMA) {
    scanner.advance();
    keyName = valueName;
    valueName = parseName(scanner);
  }
  if (scanner.kind !== token.NAME || scanner.value !== 'in') throw scanner.unexpected('the word `in`');
  scanner.advance();
  return { keyName, valueName };
}

function parseName(scanner: Scanner): string {
  if (scanner.kind !== token.NAME) throw scanner.unexpected('the name of a loop variable');
  const name = scanner.value;
  scanner.advance();
  return name;
}

/** The offset after the closing brace, which is the current token. The text after it is not read as tokens. */
function endOfSequence(scanner: Scanner, opener: string): number {
  if (scanner.kind !== token.CLOSE_BRACE && scanner.kind !== token.STRIP_END) {
    throw scanner.unexpected(
      `\`}\` at the end of \`${opener}\``,
      `As plain text, \`${opener[0]}{\` is written \`${opener[0]}${opener[0]}{\`.`,
    );
  }
  return scanner.position;
}

/** Reads the line of a heredoc that starts at `start` into `list`; answers the offset after its line break. */
export function addHeredocLine(list: PieceList, scanner: Scanner, start: number): number {
  const { text } = scanner;
  let end = endOfLine(text, start);
  let pieceStart = start;
  let runStart = start;
  let value = '';
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code !== DOLLAR && code !== token.PERCENT) at++;
    else if (startsEscapedSequence(text, at)) {
      value += text.slice(runStart, at) + text.slice(at + 1, at + 3);
      at += 3;
      runStart = at;
    } else if (startsSequence(text, at)) {
      value += text.slice(runStart, at);
      if (at > pieceStart) list.addLiteral(value, pieceStart, at);
      at = list.addSequence(scanner, at);
      value = '';
      runStart = at;
      pieceStart = at;
      // A sequence may hold line breaks; the line then goes on to the end of the line that the sequence ends on.
      if (at > end) end = endOfLine(text, at);
    } else at++;
  }
  value += text.slice(runStart, end);
  if (end > pieceStart) list.addLiteral(value, pieceStart, end);
  return end;
}
