/** Texts that are made of pieces. */
import { LIMITS } from '../../../model/limits.ts';
import { text, type Unknown, type Value } from '../../../model/value.ts';
import { normalize } from '../hcl/characters.ts';
import { toText } from '../values/convert.ts';
import { firstUnknown, isFailure } from '../values/value.ts';
import type { Budget } from './budget.ts';

/** More pieces than this are not listed on an unknown: no text of interest has them. */
const MAXIMUM_PIECES = 32;

/** The parts as one text. Where some are unknown the text is unknown, but it still tells the pieces that are known. */
export function concatenate(parts: readonly Value[], budget: Budget): Value {
  const pieces: (string | Unknown)[] = [];
  let length = 0;
  for (const part of parts) {
    const piece = toText(part);
    if (isFailure(piece)) return piece;
    if (piece.kind === 'text') length += piece.value.length;
    addPiece(pieces, piece.kind === 'text' ? piece.value : piece);
    if (length > LIMITS.valueCharacters) return budget.tooLarge('text');
  }
  budget.spend(length >> 4);
  const missing = firstUnknown(pieces.filter((piece) => typeof piece !== 'string'));
  const texts = pieces.filter((piece) => typeof piece === 'string');
  if (missing === undefined) return text(normalize(texts.join('')));
  if (pieces.length === 1) return missing;
  const { why, at } = missing;
  return {
    kind: 'unknown',
    why,
    ...(at === undefined ? {} : { at }),
    ...(pieces.length > MAXIMUM_PIECES ? {} : { pieces }),
  };
}

function addPiece(pieces: (string | Unknown)[], piece: string | Unknown): void {
  if (typeof piece !== 'string' && piece.pieces !== undefined) {
    for (const inner of piece.pieces) addPiece(pieces, inner);
    return;
  }
  const last = pieces.at(-1);
  if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
  else if (piece !== '') pieces.push(piece);
}
