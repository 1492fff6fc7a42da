import { describe, expect, test } from 'vitest';
import { type DataNode, nodeAt } from '../../../../src/iac/document/node.ts';
import { readDocument } from '../../../../src/iac/document/read-document.ts';
import { LIMITS } from '../../../../src/model/limits.ts';

/** A tree as plain data; each value with where it stands where `places` says so. */
function shown(node: DataNode | undefined, places = false): unknown {
  if (node === undefined) return undefined;
  const where = places ? `${node.at.line}:${node.at.column} ` : '';
  if (node.kind === 'list') return node.items.map((item) => shown(item, places));
  if (node.kind === 'map')
    return Object.fromEntries(
      [...node.entries].map(([key, entry]) => [
        places ? `${entry.at.line}:${entry.at.column} ${key}` : key,
        shown(entry.node, places),
      ]),
    );
  const { value } = node;
  if (value.kind === 'unknown') return { unknown: value.why };
  const plain = value.kind === 'null' ? null : 'value' in value ? value.value : value;
  const data = value.kind === 'number' ? value.value.toNumber() : plain;
  return places ? `${where}${typeof data === 'string' ? data : JSON.stringify(data)}` : data;
}

const read = (text: string) => shown(readDocument('x.yaml', text).root);
const places = (text: string) => shown(readDocument('x.yaml', text).root, true);
const said = (text: string) =>
  readDocument('x.yaml', text).diagnostics.map(
    ({ code, at, message, hint }) =>
      `${at?.line}:${at?.column} ${code}: ${message}${hint === undefined ? '' : ` | ${hint}`}`,
  );

describe('what YAML says', () => {
  test.each<[string, string, unknown]>([
    ['nothing', '', null],
    ['comments only', '# a\n\n  # b\n', null],
    ['a mark of the byte order', '\uFEFFa: 1\n', { a: 1 }],
    ['lines of Windows', 'a: 1\r\nb:\r\n  - |\r\n    x\r\n    y\r\n', { a: 1, b: ['x\ny\n'] }],
    ['lines of old', 'a: |\r  x\rb: 2\r', { a: 'x\n', b: 2 }],
    ['a directive', '%YAML 1.1\n---\na: 1\n', { a: 1 }],
    ['the first document only', 'a: 1\n---\na: 2\n', { a: 1 }],
    ['a first document after a line of its own', '---\na: 1\n...\n---\na: 2\n', { a: 1 }],
    ['nothing of what is wrong in another document', 'a: 1\n---\n}"\n', { a: 1 }],
    ['three dashes inside a text', 'a: |\n  x\n  ---\n  y\n', { a: 'x\n---\ny\n' }],
    ['kinds of text', `a: x\nb: 'it''s'\nc: "\\t\\u0041\\\n  z"\n`, { a: 'x', b: "it's", c: '\tAz' }],
    ['a text over lines', 'a: x\n  y\n\n  z\n', { a: 'x y\nz' }],
    ['blocks', 'a: >-\n  x\n  y\nb: |+\n  z\n\nc: |2\n   w\n', { a: 'x y', b: 'z\n\n', c: ' w\n' }],
    ['plain values', '[~, yes, 1.50, 012, 1e3, "1"]', [null, true, 1.5, '012', '1e3', '1']],
    ['empty values', '{a: , b, c: ""}', { a: null, b: null, c: '' }],
    ['empty items', 'a:\n  -\n  - 1\n', { a: [null, 1] }],
    ['pairs in lists', '[a: 1, "b": 2]', [{ a: 1 }, { b: 2 }]],
    ['an explicit key', '? a\n: 1\n? |\n  b\n: 2\n', { a: 1, 'b\n': 2 }],
    ['an empty key', ': 1\n', { '': 1 }],
    [
      'short names',
      '!If [a, !Ref b, !GetAtt c.d]',
      { 'Fn::If': ['a', { Ref: 'b' }, { 'Fn::GetAtt': ['c', 'd'] }] },
    ],
    ['a short name on a map', 'a: !Sub\n  k: v\n', { a: { 'Fn::Sub': { k: 'v' } } }],
    ['a short name on nothing', 'a: [!GetAZs , 1]\n', { a: [{ 'Fn::GetAZs': '' }, 1] }],
    ['tags that make text', 'a: !!str 1\nb: ! 2\n', { a: '1', b: '2' }],
    [
      'a tag by its handle',
      '%TAG !y! tag:yaml.org,2002:\n---\na: !y!str 1\nb: !<!Ref> c\n',
      { a: '1', b: { Ref: 'c' } },
    ],
    ['aliases', 'a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
    ['an alias of a key', '&x a: 1\nb: *x\n', { a: 1, b: 'a' }],
    ['an anchor that is set again', '- &x 1\n- *x\n- &x 2\n- *x\n', [1, 1, 2, 2]],
    [
      'merged maps',
      'd: &d {a: 1, b: 2}\ne: {<<: [*d, {c: 3}], b: 9}\n',
      { d: { a: 1, b: 2 }, e: { b: 9, a: 1, c: 3 } },
    ],
    ['a key in quotes that looks like a merge', '{"<<": {a: 1}}', { '<<': { a: 1 } }],
    ['the same key twice with the same value', 'a: [1]\na: [1]\n', { a: [1] }],
    [
      'names of JavaScript',
      '__proto__: 1\nconstructor: 2\n',
      Object.fromEntries([
        ['__proto__', 1],
        ['constructor', 2],
      ]),
    ],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual([]);
    expect(read(text)).toEqual(expected);
  });
});

test('everything knows where it stands', () => {
  const text = `# first
a: x
"b": 'y'
c: [ 1, "z", { d: !Ref e } ]
f: !Sub |-   # a | b
  text
g: !Sub
  - &n >
     folded
  - h:
i:
  -
  - j: *n
\u{1F600}: k
`;
  expect(places(text)).toEqual({
    '2:1 a': '2:4 x',
    '3:1 b': '3:6 y',
    '4:1 c': ['4:6 1', '4:9 z', { '4:16 d': { '4:24 Ref': '4:24 e' } }],
    '5:1 f': { '5:9 Fn::Sub': '5:9 text' },
    '7:1 g': { '8:3 Fn::Sub': ['8:8 folded\n', { '10:5 h': '10:7 null' }] },
    '11:1 i': ['12:4 null', { '13:5 j': '8:8 folded\n' }],
    '14:1 \u{1F600}': '14:4 k',
  });
});

test('an alias is the same node, not a copy', () => {
  const { root } = readDocument('x.yaml', 'a: &x {b: [1]}\nc: *x\nd: *x\n');
  expect(nodeAt(root, 'c')).toBe(nodeAt(root, 'a'));
  expect(nodeAt(root, 'd')).toBe(nodeAt(root, 'a'));
});

/** YAML 1.2 wants such lines indented; YAML 1.1 does not, and CloudFormation takes what YAML 1.1 allows. */
describe('lines inside brackets and quotes need no indentation', () => {
  test.each<[string, string, unknown]>([
    ['a bracket', 'a:\n  b: [\n    1,\n  ]\n  c: 2\n', { a: { b: [1], c: 2 } }],
    ['a brace', 'a:\n  b: {\nd: 1\n}\n  c: 2\n', { a: { b: { d: 1 }, c: 2 } }],
    ['quotes', `a:\n  b: 'x\n y\n\nz'\n  c: 2\n`, { a: { b: 'x y\nz', c: 2 } }],
    ['escaped lines', 'a:\n  b: "x\\\n y\\\nz"\n', { a: { b: 'xyz' } }],
    ['far to the right', `a:\n${' '.repeat(90)}b: [\n1]\n`, { a: { b: [1] } }],
    ['lines of Windows', 'a:\r\n  b: [\r\n]\r\n  c: 2\r\n', { a: { b: [], c: 2 } }],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual([]);
    expect(read(text)).toEqual(expected);
  });

  test('and what follows stands where it stood', () => {
    expect(places('a:\n  b: [\n1,\n  2,\n]\n  c: 2\n  d: |\n    x\n')).toEqual({
      '1:1 a': { '2:3 b': ['3:1 1', '4:3 2'], '6:3 c': '6:6 2', '7:3 d': '7:6 x\n' },
    });
  });

  test('as long as that takes no longer than the cap', () => {
    const lines = (count: number) => `# ${'x'.repeat(1_000_000)}\na:\n  b: [\n${'1,\n'.repeat(count)}  ]\n`;
    const readable = Math.floor(LIMITS.yamlReadAgain / lines(0).length) - 1;
    expect(said(lines(readable))).toEqual([]);
    expect(said(lines(readable + 1))).toEqual([
      '4:1 template-syntax: The file is not valid YAML: a bracket or a quote before this line is not closed, or many lines inside it are not indented; it was not read. | Close it, or indent the lines more than the key before them.',
    ]);
  });
});

describe('what is wrong is said where it is', () => {
  const invalid = (what: string) => `template-syntax: The file is not valid YAML: ${what}; it was not read.`;
  test.each<[string, string]>([
    ['a: 1\n\tb: 2\n', `2:1 ${invalid('a tab stands in the indentation')} | Indent with spaces.`],
    [
      'a: b: c\n',
      `1:5 ${invalid('a key follows where a value stands already')} | Check the indentation, and put text with \`: \` in quotes.`,
    ],
    [
      'a: 1\n b: 2\n',
      `2:3 ${invalid('a key follows where a value stands already')} | Check the indentation, and put text with \`: \` in quotes.`,
    ],
    [
      'a:\n  b: 1\n c: 2\n',
      `3:2 ${invalid('the indentation does not fit the lines around it')} | Indent keys of one map alike.`,
    ],
    ['a: [1, 2\n', `2:1 ${invalid('a bracket is not closed')}`],
    ['a: [1 2, "x" y]\n', `1:14 ${invalid('a comma or a bracket is missing')}`],
    ['a: [,]\n', `1:5 ${invalid('a comma stands where a value should')}`],
    ['a: "x\n', `2:1 ${invalid('a text in double quotes is not closed')}`],
    ["a: 'x\n", `2:1 ${invalid('a text in single quotes is not closed')}`],
    [
      'a: "\\q"\n',
      `1:6 ${invalid('a text in double quotes has an unknown escape')} | Put the text in single quotes.`,
    ],
    ['a: @x\n', `1:4 ${invalid('a text cannot begin with this character')} | Put the text in quotes.`],
    ['a: 1\nb\n', `3:1 ${invalid('a key runs over several lines, or a colon is missing after it')}`],
    ['a: 1\nb c\nd: 1\n', `3:2 ${invalid('a key runs over several lines, or a colon is missing after it')}`],
    ['a: !x !y 1\n', `1:7 ${invalid('a value has two tags')}`],
    ['a: &x &y 1\n', `1:7 ${invalid('a value has two anchors')}`],
    [
      'a: *\n',
      `1:5 ${invalid('a name is missing after `&` or `*`')} | Put text that begins with \`&\` or \`*\` in quotes.`,
    ],
    [
      'a: !e!x 1\n',
      `1:8 ${invalid('a tag has characters that no tag has')} | Put text that begins with \`!\` in quotes.`,
    ],
    [
      'a: |x\n  y\n',
      `1:5 ${invalid('after `|` or `>` stands something else than a digit, `+`, `-` or a comment')}`,
    ],
    ['a: x\u0001\n', `1:5 ${invalid('a control character stands here')} | Remove the character.`],
    ['a: 1\0\n', `1:5 ${invalid('a control character stands here')} | Remove the character.`],
    ['%YAML 2.0\n---\na\n', `2:1 ${invalid('the file declares a version of YAML other than 1')}`],
    ['%YAML\n---\na\n', `2:1 ${invalid('a line that begins with `%` is no directive of YAML')}`],
    ['%FOO a\nb\n', `2:1 ${invalid('after a line that begins with `%` comes no `---`')}`],
    ['a: 1\n}\n', `2:1 ${invalid('something stands here that cannot follow what comes before it')}`],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual([expected]);
    expect(read(text)).toBeUndefined();
  });

  test('a quote that is closed only where the next one begins', () => {
    expect(said('a:\n  b: "x\n  c: "y"\n')).toEqual([
      `3:7 ${invalid('something stands here that cannot follow what comes before it')} | Perhaps a bracket or a quote before line 3 is not closed.`,
    ]);
    expect(said('a:\n  b: "x\n  c: y\n')).toEqual([
      `3:3 ${invalid('a bracket or a quote before this line is not closed, or many lines inside it are not indented')} | Close it, or indent the lines more than the key before them.`,
    ]);
  });

  test.each<[string, string, unknown, string]>([
    [
      'an alias of nothing',
      'a: *x\nb: 1\n',
      { a: { unknown: 'the alias *x refers to nothing' }, b: 1 },
      '1:4 template-syntax: The alias *x refers to no anchor before it.',
    ],
    [
      'a key that is a list',
      '? [a]\n: {b: 1}\nc: 1\n',
      { c: 1 },
      '1:3 template-syntax: A key is not text, so what stands below it was not read.',
    ],
    [
      'a key that is an alias',
      'a: &x b\n*x : 1\nc: 1\n',
      { a: 'b', c: 1 },
      '2:1 template-syntax: A key is not text, so what stands below it was not read.',
    ],
    [
      'a key twice',
      'a: 1\na: 2\nb: 1\n',
      { a: { unknown: 'the key a stands twice' }, b: 1 },
      '2:1 iac-duplicate: The key a stands twice in one map, first in line 1; neither is read. | Remove one of the two.',
    ],
  ])('%s, and the rest is read', (_, text, expected, message) => {
    expect(read(text)).toEqual(expected);
    expect(said(text)).toEqual([message]);
  });
});

describe('what takes too much is not read', () => {
  test.each<[string, (depth: number) => string]>([
    ['brackets', (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['braces', (depth) => `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`],
    ['lists', (depth) => `${'- '.repeat(depth)}x`],
    [
      'maps',
      (depth) =>
        Array.from({ length: depth }, (_unused, at) => `${' '.repeat(at === 0 ? 0 : at + 2)}k:`).join('\n'),
    ],
    ['keys', (depth) => `${'? '.repeat(depth)}x`],
  ])('%s deeper than the cap', (_, nested) => {
    expect(said(`- ${nested(LIMITS.dataDepth - 1)}`).filter((each) => each.includes('limit'))).toEqual([]);
    expect(said(`- ${nested(LIMITS.dataDepth + 1)}`)).toEqual([
      expect.stringContaining(
        'limit-exceeded: Lists and maps are nested more than 64 deep, which is the limit; the file was not read.',
      ),
    ]);
  });

  test('merge keys over the cap, even of empty maps', () => {
    const sources = LIMITS.valueItems / 100;
    const text = (count: number) =>
      `e: &e {}\nl: &l [${Array(sources - 1)
        .fill('*e')
        .join(',')}]\nm:\n${'- {<<: *l, <<: *e}\n'.repeat(count)}`;
    expect(said(text(100))).toEqual([]);
    expect(said(text(102))).toEqual([
      '104:3 limit-exceeded: Merge keys copy more than 100000 entries, which is the limit; the others were not read.',
    ]);
  });

  test('the same long lists under one key again and again', () => {
    const long = `[${'x,'.repeat(1_900)}]`;
    const text = `a: &a ${long}\nb: &b ${long}\nc:\n${'  k: *a\n  k: *b\n'.repeat(600)}`;
    expect(said(text)[0]).toMatch(/iac-duplicate: The key k stands twice/);
    expect(said(text.replaceAll('  k: *b\n', ''))).toEqual([]);
  });
});
