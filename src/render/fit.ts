/**
 * Keeps a text within a number of bytes by leaving out whole rows and whole sections, the least valuable first, and
 * counts what is left out. It never cuts inside a row, a table or a character.
 */

/** A part of a text: rows that may be left out one by one, below a head that stands only where a row does. */
export interface Piece<Text extends string> {
  readonly open: Text;
  readonly rows: readonly { readonly text: Text; readonly rank: number }[];
}

export interface Fitted<Text extends string> {
  /** The texts that fit, in their order. */
  readonly texts: readonly Text[];
  readonly leftOut: number;
}

/** The rows of `pieces` that fit into `bytes`, those with the lowest rank first. */
export function fitPieces<Text extends string>(pieces: readonly Piece<Text>[], bytes: number): Fitted<Text> {
  const rows = pieces.flatMap((piece, at) => piece.rows.map(({ text, rank }) => ({ at, text, rank })));
  const order = rows
    .map((_, index) => index)
    .sort((a, b) => (rows[a]?.rank ?? 0) - (rows[b]?.rank ?? 0) || a - b);
  const opened = new Set<number>();
  const kept = new Set<number>();
  let left = bytes;
  for (const index of order) {
    const row = rows[index];
    if (row === undefined) continue;
    const head = opened.has(row.at) ? 0 : utf8Bytes(pieces[row.at]?.open ?? '');
    const size = utf8Bytes(row.text) + head;
    if (size > left) continue;
    left -= size;
    opened.add(row.at);
    kept.add(index);
  }
  const texts: Text[] = [];
  let current = -1;
  rows.forEach((row, index) => {
    if (!kept.has(index)) return;
    const piece = pieces[row.at];
    if (row.at !== current && piece !== undefined) texts.push(piece.open);
    current = row.at;
    texts.push(row.text);
  });
  return { texts, leftOut: rows.length - kept.size };
}

/** The length of `text` in UTF-8, without encoding it. A lone surrogate counts as the character that replaces it. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit <= 0xdbff && isLow(text.charCodeAt(index + 1))) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
