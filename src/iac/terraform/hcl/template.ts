/** Builds the expression of a quoted text or heredoc out of its pieces. */
import type { Expression, ForExpression } from './ast.ts';
import { normalize } from './characters.ts';
import type { Piece } from './pieces.ts';
import { syntaxError } from './refusal.ts';
import type { Scanner } from './scanner.ts';

/** The pieces between `start` and `end` as one expression. */
export function buildTemplate(
  scanner: Scanner,
  pieces: readonly Piece[],
  start: number,
  end: number,
): Expression {
  const [first] = pieces;
  if (pieces.length === 1 && first?.kind === 'interpolation')
    return { kind: 'wrap', value: first.value, start, end };
  const reader: PieceReader = { scanner, pieces, next: 0 };
  const parts = readParts(reader, undefined);
  const [only] = parts;
  if (parts.length === 0) return { kind: 'text', value: '', start, end };
  if (parts.length === 1 && only?.kind === 'text') return { ...only, start, end };
  return { kind: 'template', parts, start, end };
}

interface PieceReader {
  readonly scanner: Scanner;
  readonly pieces: readonly Piece[];
  next: number;
}

type Opener = Extract<Piece, { readonly kind: 'if' | 'for' }>;

/**
 * Reads parts up to the directive that ends the body of `opener`, which is left unread; up to the last piece where
 * there is no opener.
 */
function readParts(reader: PieceReader, opener: Opener | undefined): Expression[] {
  const parts: Expression[] = [];
  for (;;) {
    const piece = reader.pieces[reader.next];
    if (piece === undefined) {
      if (opener === undefined) return parts;
      throw syntaxError(
        opener.start,
        `Found \`%{ ${opener.kind} }\` that is never closed; \`%{ end${opener.kind} }\` was expected.`,
      );
    }
    switch (piece.kind) {
      case 'literal':
        parts.push(readLiteral(reader));
        break;
      case 'interpolation':
        parts.push(piece.value);
        reader.next++;
        break;
      case 'if':
        parts.push(readConditional(reader, piece));
        break;
      case 'for':
        parts.push(readLoop(reader, piece));
        break;
      default:
        if (opener?.kind === (piece.kind === 'endfor' ? 'for' : 'if')) return parts;
        throw syntaxError(piece.start, `Found \`%{ ${piece.kind} }\` that belongs to nothing before it.`);
    }
  }
}

/** Literals that follow each other are one text, so that a letter and its accent are composed. */
function readLiteral(reader: PieceReader): Expression {
  const first = reader.pieces[reader.next];
  let value = '';
  let end = first?.end ?? 0;
  for (let piece = first; piece?.kind === 'literal'; piece = reader.pieces[reader.next]) {
    value += piece.value;
    end = piece.end;
    reader.next++;
  }
  return { kind: 'text', value: normalize(value), start: first?.start ?? end, end };
}

function readConditional(reader: PieceReader, opener: Opener & { readonly kind: 'if' }): Expression {
  reader.scanner.enter();
  reader.next++;
  const whenTrue = readBody(reader, opener);
  let whenFalse: Expression = { kind: 'text', value: '', start: opener.end, end: opener.end };
  if (reader.pieces[reader.next]?.kind === 'else') {
    reader.next++;
    whenFalse = readBody(reader, opener);
    const second = reader.pieces[reader.next];
    if (second?.kind === 'else')
      throw syntaxError(second.start, 'Found a second `%{ else }`; `%{ endif }` was expected.');
  }
  const end = reader.pieces[reader.next]?.end ?? opener.end;
  reader.next++;
  reader.scanner.leave();
  return { kind: 'conditional', condition: opener.condition, whenTrue, whenFalse, start: opener.start, end };
}

function readLoop(reader: PieceReader, opener: Opener & { readonly kind: 'for' }): Expression {
  reader.scanner.enter();
  reader.next++;
  const value = readBody(reader, opener);
  const end = reader.pieces[reader.next]?.end ?? opener.end;
  reader.next++;
  reader.scanner.leave();
  const { keyName, valueName, collection, start } = opener;
  const loop: ForExpression = {
    kind: 'for',
    keyName,
    valueName,
    collection,
    key: undefined,
    value,
    condition: undefined,
    grouped: false,
    start,
    end,
  };
  return { kind: 'join', loop, start, end };
}

function readBody(reader: PieceReader, opener: Opener): Expression {
  const parts = readParts(reader, opener);
  const start = opener.end;
  const end = reader.pieces[reader.next]?.start ?? start;
  return parts.length === 0
    ? { kind: 'text', value: '', start, end }
    : { kind: 'template', parts, start, end };
}
