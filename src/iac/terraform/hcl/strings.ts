/** Quoted texts and heredocs as expressions. */
import type { Expression } from './ast.ts';
import { countLeadingSpaces, normalize, trimEnd } from './characters.ts';
import { endOfLine, isMarkerLine } from './lines.ts';
import { addHeredocLine, type LiteralPiece, type Piece, PieceList } from './pieces.ts';
import { endOfPlain, readQuotedRun } from './quoted.ts';
import { syntaxError } from './refusal.ts';
import type { Scanner } from './scanner.ts';
import { buildTemplate } from './template.ts';
import { MINUS, QUOTE } from './tokens.ts';

/** The quoted text whose opening quote is the current token. */
export function parseQuoted(scanner: Scanner): Expression {
  const { text, start } = scanner;
  const plain = endOfPlain(text, scanner.position);
  if (text.charCodeAt(plain) === QUOTE) {
    const value = normalize(text.slice(scanner.position, plain));
    scanner.moveTo(plain + 1);
    return { kind: 'text', value, start, end: plain + 1 };
  }
  const list = new PieceList();
  let at = scanner.position;
  while (text.charCodeAt(at) !== QUOTE) {
    const run = readQuotedRun(scanner, at);
    if (run.end > at) list.addLiteral(run.value, at, run.end);
    at = text.charCodeAt(run.end) === QUOTE ? run.end : list.addSequence(scanner, run.end);
  }
  const template = buildTemplate(scanner, list.pieces, start, at + 1);
  scanner.moveTo(at + 1);
  return template;
}

/** The heredoc whose introducer is the current token. It ends before the line break after its marker. */
export function parseHeredoc(scanner: Scanner): Expression {
  const { text, start } = scanner;
  const flush = text.charCodeAt(start + 2) === MINUS;
  const marker = trimEnd(text.slice(flush ? start + 3 : start + 2, scanner.position));
  const list = new PieceList();
  let at = scanner.position;
  for (;;) {
    const lineEnd = endOfLine(text, at);
    if (at >= text.length || text.charCodeAt(lineEnd - 1) !== 0x0a) {
      scanner.reached = text.length;
      const hint = `Write \`${marker}\` alone on a line, with a line break after it.`;
      throw syntaxError(
        start,
        'Found a heredoc that is never closed; its marker was expected alone on a line.',
        hint,
      );
    }
    if (isMarkerLine(text, at, lineEnd, marker)) {
      const end = text.charCodeAt(lineEnd - 2) === 0x0d ? lineEnd - 2 : lineEnd - 1;
      if (flush) stripIndent(list.pieces);
      const template = buildTemplate(scanner, list.pieces, start, end);
      scanner.moveTo(end);
      return template;
    }
    at = addHeredocLine(list, scanner, at);
  }
}

/**
 * Takes the indentation that all lines share off each of them, as `<<-` asks for. Blank lines do not count, and a
 * line that starts with a sequence has no indentation.
 */
function stripIndent(pieces: readonly Piece[]): void {
  const indented: LiteralPiece[] = [];
  let shared = Number.POSITIVE_INFINITY;
  let lineStart = true;
  for (const piece of pieces) {
    if (lineStart) {
      if (piece.kind !== 'literal') shared = 0;
      else {
        const spaces = countLeadingSpaces(piece.value);
        if (spaces < piece.value.length || !piece.value.endsWith('\n')) {
          shared = Math.min(shared, spaces);
          indented.push(piece);
        }
      }
    }
    lineStart = piece.kind === 'literal' && piece.value.endsWith('\n');
  }
  for (const piece of indented) piece.value = piece.value.slice(shared);
}
