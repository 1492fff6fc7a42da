import { describe, expect, test } from 'vitest';
import { isLater, readMarker, sameContent, writeMarker } from '../../src/github/marker.ts';

const marker = { key: 'default', run: 42, attempt: 2, head: 'b'.repeat(40) };
const text =
  '<!-- bedrock-cost-diff:v1 key=default run=42.2 head=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb -->';

describe('the hidden first line', () => {
  test('is what it was made of', () => {
    expect(writeMarker(marker)).toBe(text);
    expect(readMarker(`${text}\n### body`)).toEqual(marker);
    const long = { ...marker, head: 'c'.repeat(64) };
    expect(readMarker(writeMarker(long))).toEqual(long);
  });

  test.each([
    ` ${text}`,
    `x${text}`,
    `> ${text}`,
    text.replace('v1', 'v2'),
    text.replace('42.2', '42'),
    text.replace('bb', ''),
    '',
  ])('%j is none of ours', (body) => {
    expect(readMarker(body)).toBeUndefined();
  });

  test('tells later runs from earlier ones', () => {
    expect(isLater({ ...marker, run: 43, attempt: 1 }, marker)).toBe(true);
    expect(isLater({ ...marker, attempt: 3 }, marker)).toBe(true);
    expect(isLater(marker, marker)).toBe(false);
    expect(isLater({ ...marker, run: 9, attempt: 9 }, marker)).toBe(false);
  });

  test('does not count where only the run differs', () => {
    const again = writeMarker({ ...marker, run: 99, attempt: 1 });
    expect(sameContent(`${text}\nbody\n`, `${again}\r\nbody`)).toBe(true);
    expect(sameContent(`${text}\nbody`, `${again}\nother`)).toBe(false);
    expect(sameContent(`${text}\nrun=1.1 x`, `${text}\nrun=1.2 x`)).toBe(false);
    expect(sameContent(text, writeMarker({ ...marker, head: 'c'.repeat(40) }))).toBe(false);
  });
});
