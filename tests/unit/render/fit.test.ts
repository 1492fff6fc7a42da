import { expect, test } from 'vitest';
import { fitPieces, utf8Bytes } from '../../../src/render/fit.ts';

const piece = (open: string, ...rows: readonly (readonly [string, number])[]) => ({
  open,
  rows: rows.map(([text, rank]) => ({ text, rank })),
});

test.each([
  [100, ['A:', 'aa', 'bb', 'B:', 'cc', 'dd'], 0],
  [12, ['A:', 'aa', 'bb', 'B:', 'cc', 'dd'], 0],
  [11, ['A:', 'aa', 'bb', 'B:', 'cc'], 1],
  [8, ['A:', 'bb', 'B:', 'cc'], 2],
  [4, ['B:', 'cc'], 3],
  [3, [], 4],
  [-5, [], 4],
])('in %d bytes the lowest ranks stay, in their order', (bytes, texts, leftOut) => {
  const pieces = [piece('A:', ['aa', 2], ['bb', 1]), piece('B:', ['cc', 0], ['dd', 3])];
  expect(fitPieces(pieces, bytes)).toEqual({ texts, leftOut });
});

test('a small row may stand where a large one did not fit', () => {
  expect(fitPieces([piece('', ['large', 0], ['s', 1])], 2)).toEqual({ texts: ['', 's'], leftOut: 1 });
});

test.each(['', 'abc', 'é', '→', '🌈', 'a🌈é\ud800', '\udc00x', '🌈'.repeat(1000)])(
  'the bytes of %j',
  (text) => {
    expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
  },
);
