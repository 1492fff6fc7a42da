import { describe, expect, test } from 'vitest';
import { type DataNode, nodeAt } from '../../../../src/iac/document/node.ts';
import { readDocument } from '../../../../src/iac/document/read-document.ts';
import { LIMITS } from '../../../../src/model/limits.ts';

function data(node: DataNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'list') return node.items.map(data);
  if (node.kind === 'map')
    return Object.fromEntries([...node.entries].map(([key, entry]) => [key, data(entry.node)]));
  const { value } = node;
  if (value.kind === 'number') return value.value.toNumber();
  return value.kind === 'text' || value.kind === 'boolean' ? value.value : value.kind;
}
const read = (written: string) => {
  const { root, diagnostics } = readDocument('a.toml', written);
  return root === undefined ? diagnostics.map(({ message, at }) => `${at?.line}: ${message}`) : data(root);
};

describe('a file of TOML', () => {
  test.each<[string, unknown]>([
    ['', {}],
    ['# only\r\n\r\n  # comments', {}],
    ['version = 0.1', { version: 0.1 }],
    ['a = 1_000 # one\nb=-3\nc = +4', { a: 1000, b: -3, c: 4 }],
    ['a = true\nb = false', { a: true, b: false }],
    ['a = "x\\ty\\u00e9\\"\\\\"\nb = \'C:\\x\'', { a: 'x\ty\u00e9"\\', b: 'C:\\x' }],
    ['a = """\nx\\\n   y\n"z""""', { a: 'xy\n"z"' }],
    ["a = '''\nx\\y\n'''", { a: 'x\\y\n' }],
    ['a = [1, "b", [true], { c = 2 },\n # more\n]', { a: [1, 'b', [true], { c: 2 }] }],
    ['a = []\nb = {}', { a: [], b: {} }],
    ['a = { b.c = 1, "d e" = 2 }', { a: { b: { c: 1 }, 'd e': 2 } }],
    ['a.b.c = 1\na.b.d = 2', { a: { b: { c: 1, d: 2 } } }],
    ['[a.b]\nc = 1\n[a]\nd = 2', { a: { b: { c: 1 }, d: 2 } }],
    ['[ a . "b.c" ]\nd = 1', { a: { 'b.c': { d: 1 } } }],
    ['[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\nb = 3', { a: [{ b: 1, c: { d: 2 } }, { b: 3 }] }],
    // Not in plain digits: texts, since nobody here calculates with them.
    [
      'a = 1979-05-27T07:32:00Z\nb = 0x1F\nc = 1e3\nd = inf',
      { a: '1979-05-27T07:32:00Z', b: '0x1F', c: '1e3', d: 'inf' },
    ],
    ['__proto__ = 1\nconstructor = 2', { __proto__: 1, constructor: 2 }],
  ])('%s', (written, expected) => {
    expect(JSON.stringify(read(written))).toBe(
      written.startsWith('__proto__') ? '{"__proto__":1,"constructor":2}' : JSON.stringify(expected),
    );
  });

  test.each<[string, string]>([
    ['a = ', '1: This is no TOML: expected a value.'],
    ['a', '1: This is no TOML: expected =.'],
    ['= 1', '1: This is no TOML: expected a key.'],
    ['a = word', '1: This is no TOML: expected a value.'],
    ['a = 1 b = 2', '1: This is no TOML: expected the end of the line.'],
    ['x = 1\na = "open\n', '2: This is no TOML: a text has no " at its end.'],
    ['a = """open', '1: This is no TOML: a text has no """ at its end.'],
    ['a = "\\x"', '1: This is no TOML: a backslash stands before what needs none.'],
    ['a = "\\uD800"', '1: This is no TOML: a backslash stands before what needs none.'],
    ['a = [1 2]', '1: This is no TOML: expected , or ].'],
    ['a = { b = 1', '1: This is no TOML: expected , or }.'],
    ['[a', '1: This is no TOML: expected ].'],
    ['a = 1\na = 2', '2: This is no TOML: a has a value already.'],
    ['[a]\n[a]', '2: This is no TOML: the table a stands twice.'],
    ['a = 1\n[a.b]', '2: This is no TOML: b has a value already.'],
    ['a = [1]\n[[a]]', '2: This is no TOML: a has a value already.'],
    ['a = { b = 1 }\na.c = 2', '2: This is no TOML: c has a value already.'],
    ['a = { b = 1 }\n[a]', '2: This is no TOML: a has a value already.'],
  ])('a mistake: %s', (written, expected) => {
    expect(read(written)).toEqual([expected]);
  });

  test('everything knows where it stands', () => {
    const { root } = readDocument('a.toml', '\uFEFF[a]\n  b = "c"\n');
    expect(nodeAt(root, 'a', 'b')?.at).toEqual({ file: 'a.toml', line: 2, column: 7 });
  });

  test('depth has a cap, and reading is linear', () => {
    const nested = (depth: number) => `a = ${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(readDocument('a.toml', nested(LIMITS.dataDepth)).diagnostics).toEqual([]);
    expect(readDocument('a.toml', nested(LIMITS.dataDepth + 1)).diagnostics).toMatchObject([
      { code: 'limit-exceeded' },
    ]);
    const keys = (count: number) => `${Array.from({ length: count }, () => 'a').join('.')} = 1`;
    expect(readDocument('a.toml', keys(LIMITS.dataDepth)).diagnostics).toEqual([]);
    expect(readDocument('a.toml', keys(LIMITS.dataDepth + 1)).diagnostics).toMatchObject([
      { code: 'limit-exceeded' },
    ]);
    expect(readDocument('a.toml', '[[a]]\n'.repeat(150_000)).diagnostics).toEqual([]);
    expect(readDocument('a.toml', `a = "${'\\\\'.repeat(200_000)}"`).diagnostics).toEqual([]);
    expect(readDocument('a.toml', `a = """${'\\'.repeat(200_001)}`).diagnostics).toHaveLength(1);
  });
});
