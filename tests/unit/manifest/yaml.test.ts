import { describe, expect, test } from 'vitest';
import { plainScalar } from '../../../src/manifest/scalars.ts';
import { entryAt, isRefused, locate, type Node, toInput } from '../../../src/manifest/tree.ts';
import { readYaml } from '../../../src/manifest/yaml.ts';
import { LIMITS } from '../../../src/model/limits.ts';
import { numberText } from '../../../src/model/stated.ts';

function tree(text: string): Node {
  const { root, diagnostics } = readYaml('m.yml', text);
  if (root === undefined || diagnostics.length > 0)
    throw new Error(diagnostics.map(({ message }) => message).join());
  return root;
}

function codes(text: string): readonly string[] {
  return readYaml('m.yml', text).diagnostics.map(({ code }) => code);
}

describe('scalars', () => {
  test.each<[string, unknown]>([
    ['', null],
    ['~', null],
    ['null', null],
    ['true', true],
    ['False', false],
    ['yes', 'yes'],
    ['on', 'on'],
    ['10', 10],
    ['0', 0],
    ['0.5', 0.5],
    ['10k', '10k'],
    ['1,000', '1,000'],
    ['1_000', '1_000'],
    ['2026-11-23', '2026-11-23'],
    ['10:30', '10:30'],
    ['1.2.3', '1.2.3'],
    ['us-east-1', 'us-east-1'],
    ['a\u202eb\u0007', 'a\uFFFDb\uFFFD'],
  ])('%j is %j', (source, expected) => {
    expect(plainScalar(source)).toEqual(expected);
  });

  test.each([
    '0x3E8',
    '0o17',
    '010',
    '1e3',
    '1e400',
    '.nan',
    '.inf',
    '-.INF',
    '+5',
    '-5',
    '.5',
    '5.',
    '1234567890123456',
    '0.12345678901234567',
  ])('%s is a number that keeps its source', (source) => {
    const value = plainScalar(source);
    expect(typeof value).toBe('object');
    expect(numberText(value)).toBe(source);
  });

  test('what stands in quotes is text', () => {
    expect(toInput(tree(`{ a: "10", b: 'true', c: "", d: "a\\nb\\u0000" }`))).toEqual({
      a: '10',
      b: 'true',
      c: '',
      d: 'a\nb\uFFFD',
    });
  });

  test('block scalars are text', () => {
    expect(toInput(tree('a: |\n  5\n  6\nb: >-\n  7\n'))).toEqual({ a: '5\n6\n', b: '7' });
  });
});

describe('the tree', () => {
  const root = tree('a:\n  - b: 1\n    c: [x, y]\n"d e": ~\n');

  test('places are those of keys, items and values', () => {
    expect(entryAt(root, ['a'])?.at).toEqual({ file: 'm.yml', line: 1, column: 1 });
    expect(entryAt(root, ['a', 0])?.at).toEqual({ file: 'm.yml', line: 2, column: 5 });
    expect(entryAt(root, ['a', 0, 'c'])?.at).toEqual({ file: 'm.yml', line: 3, column: 5 });
    expect(entryAt(root, ['a', 0, 'c'])?.node.at).toEqual({ file: 'm.yml', line: 3, column: 8 });
    expect(entryAt(root, ['a', 0, 'c', 1])?.at).toEqual({ file: 'm.yml', line: 3, column: 12 });
    expect(entryAt(root, ['d e'])?.at).toEqual({ file: 'm.yml', line: 4, column: 1 });
    expect(entryAt(root, ['a', 1])).toBeUndefined();
    expect(entryAt(root, ['a', 'b'])).toBeUndefined();
    expect(locate(root, ['a', 0, 'z', 'y'])).toEqual({ file: 'm.yml', line: 2, column: 5 });
  });

  test('lines end with a line feed, with or without a carriage return', () => {
    expect(entryAt(tree('a: 1\r\nb: 2\r\n'), ['b'])?.at).toEqual({ file: 'm.yml', line: 2, column: 1 });
  });

  test('no key is special to an object made of it', () => {
    const input = toInput(tree('__proto__: { polluted: 1 }\nconstructor: { prototype: 2 }\n'));
    expect(Object.getPrototypeOf(input)).toBeNull();
    expect(Object.keys(input as object)).toEqual(['__proto__', 'constructor']);
    expect({}).not.toHaveProperty('polluted');
  });

  test('a refused node spoils what holds it, and is absent from the input', () => {
    const { root: spoiled } = readYaml('m.yml', 'a: { b: *x, c: 1 }\nd: 1\n');
    if (spoiled === undefined) throw new Error('not read');
    expect(entryAt(spoiled, ['a'])?.node.spoiled).toBe(true);
    expect(entryAt(spoiled, ['d'])?.node.spoiled).toBe(false);
    expect(isRefused(spoiled, ['a', 'b'])).toBe(true);
    expect(isRefused(spoiled, ['a', 'b', 'below'])).toBe(true);
    expect(isRefused(spoiled, ['a', 'c'])).toBe(false);
    expect(toInput(spoiled)).toEqual({ a: { b: undefined, c: 1 }, d: 1 });
  });

  test('an empty file is nothing', () => {
    for (const text of ['', '\n', '# only a comment\n', '---\n', '\uFEFF']) {
      expect(toInput(tree(text))).toBeNull();
    }
  });

  test('a byte order mark and a document marker are no part of the content', () => {
    expect(toInput(tree('\uFEFF---\na: 1\n...\n'))).toEqual({ a: 1 });
  });
});

describe('caps', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  test('depth at its edge', () => {
    expect(codes(nested(LIMITS.dataDepth))).toEqual([]);
    expect(codes(nested(LIMITS.dataDepth + 1))).toEqual(['limit-exceeded']);
    expect(codes('- '.repeat(LIMITS.dataDepth) + 'x')).toEqual([]);
    expect(codes('- '.repeat(LIMITS.dataDepth + 1) + 'x')).toEqual(['limit-exceeded']);
    const map = (depth: number) =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n') + ' 1';
    expect(codes(map(LIMITS.dataDepth))).toEqual([]);
    expect(codes(map(LIMITS.dataDepth + 1))).toEqual(['limit-exceeded']);
  });

  test.each([
    ['ASCII', 'x', 1],
    ['two bytes', 'é', 2],
    ['three bytes', '€', 3],
    ['four bytes', '\u{1F308}', 4],
  ])('bytes at their edge, %s', (_, character, bytes) => {
    const fits = '#' + character.repeat(Math.floor((LIMITS.manifestBytes - 1) / bytes));
    expect(codes(fits.padEnd(fits.length + ((LIMITS.manifestBytes - 1) % bytes), '#'))).toEqual([]);
    expect(codes(fits + character + '#'.repeat((LIMITS.manifestBytes - 1) % bytes))).toEqual([
      'limit-exceeded',
    ]);
  });
});

describe('what is refused', () => {
  test.each<[string, readonly string[]]>([
    ['a: &x 1\nb: *x\n', ['yaml-alias', 'yaml-alias']],
    ['&x a: 1\n', ['yaml-alias']],
    ['*x : 1\n', ['yaml-alias']],
    ['<<: { a: 1 }\n', ['yaml-alias']],
    ['"<<": 1\n', []],
    ['a: !!str 1\n', ['yaml-tag']],
    ['a: ! 1\n', ['yaml-tag']],
    ['a: |\n  !x\nb: "!x"\nc: [\'!x\', a!b]\n', []],
    ['|\n!x\n', []],
    ['a: 1\n---\nb: !x 1\n', ['yaml-documents']],
    ['a: [!x, !y {}, z]\n', ['yaml-tag', 'yaml-tag']],
    ['!x a: 1\nb: !x\n', ['yaml-tag', 'yaml-tag']],
    ['a: !<tag:example,2026:x> 1\n', ['yaml-tag']],
    ['a: !e!x 1\n', ['yaml-tag']],
    ['a: !!map {}\nb: !!set [a]\n', ['yaml-tag', 'yaml-tag']],
    ['!!str a: 1\n', ['yaml-tag']],
    ['%TAG !e! tag:example,2026:\n---\na: !e!x 1\n', ['yaml-syntax', 'yaml-tag']],
    ['a: 1\n---\nb: 1\n---\nc: 1\n', ['yaml-documents']],
    ['true: 1\nnull: 1\n5: 1\n', ['yaml-key', 'yaml-key', 'yaml-key']],
    ['{ [a]: 1 }\n', ['yaml-key']],
    ['a: 1\na: 2\na: 3\n', ['yaml-key', 'yaml-key']],
    ['"a\\u0001": 1\n"a\\u0002": 2\n', ['yaml-key']],
    ['a: b: c\n', ['yaml-syntax']],
    ['a: "x\n', ['yaml-syntax']],
    ['a: {\n', ['yaml-syntax']],
  ])('%j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('a directive does not change what a file means', () => {
    const { root } = readYaml('m.yml', '%YAML 1.1\n---\na: yes\nb: 012\n');
    expect(root === undefined ? undefined : entryAt(root, ['a'])?.node).toMatchObject({ value: 'yes' });
    expect(root === undefined ? undefined : entryAt(root, ['b'])?.node).toMatchObject({ source: '012' });
  });
});
