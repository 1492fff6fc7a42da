import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonStreamReader } from '../../../src/prices/update/json-stream.ts';

/** The members two deep, read in pieces of `size` characters. */
function members(text: string, size: number): Record<string, Record<string, unknown>> {
  const read: Record<string, Record<string, unknown>> = Object.create(null);
  const reader = jsonStreamReader(
    (path) => (path.length < 2 ? 'enter' : 'take'),
    ([outer = '', inner = ''], value) => {
      read[outer] ??= Object.create(null) as Record<string, unknown>;
      read[outer][inner] = value;
    },
  );
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
  reader.end();
  return read;
}

describe('reading a large JSON text in pieces', () => {
  it('gives the same members as reading it whole, however it is cut and spaced', () => {
    const documents = fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }));
    fc.assert(
      fc.property(
        documents,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(undefined, 1, '\t'),
        (document, size, space) => {
          const plain = JSON.parse(JSON.stringify(document)) as typeof document;
          expect(JSON.stringify(members(JSON.stringify(document, null, space), size))).toBe(
            JSON.stringify(plain),
          );
        },
      ),
    );
  });

  it('passes over what is not wanted without parsing it', () => {
    const found: unknown[] = [];
    const reader = jsonStreamReader(
      (path) =>
        path[0] === 'products' ? (path.length === 1 ? 'enter' : path[1] === 'b' ? 'take' : 'skip') : 'skip',
      (path, value) => found.push([path.join('.'), value]),
    );
    reader.push(
      '{"version": 3, "list": [1, {"x": "}"}], "products": {"a": {"q": "\\"}"}, "b": {"c": [1, 2]}, "d": nul',
    );
    reader.push('l}, "last": -1.5e3 }\n');
    reader.end();
    expect(found).toEqual([['products.b', { c: [1, 2] }]]);
  });

  it.each([
    ['a cut text', '{"a": {"b": 1}'],
    ['a cut name', '{"a'],
    ['an empty text', ''],
    ['a list', '[1]'],
    ['text behind the object', '{} x'],
    ['a missing colon', '{"a" 1}'],
    ['a missing comma', '{"a": {} "b": {}}'],
    ['a comma before the end', '{"a": {},}'],
    ['a page of HTML', '<html></html>'],
    ['a broken value', '{"a": {"b": tru}}'],
    ['too many brackets', `{"a": {"b": ${'['.repeat(100)}${']'.repeat(100)}}}`],
  ])('refuses %s', (_, text) => {
    expect(() => members(text, 4)).toThrow();
  });
});
