// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../../src/model/limits.ts';
import { bodyShape, parse, problems } from './support.ts';

const n = (value: string) => ['number', value];

describe('bodies', () => {
  test.each([
    ['nothing', '', {}],
    ['arguments', 'a = 1\nb = 2', { a: n('1'), b: n('2') }],
    ['blocks with labels', 'b "x" y {\n  a = 1\n}', { blocks: [['b x y', { a: n('1') }]] }],
    [
      'nested blocks',
      'b {\n  c {\n  }\n  c {}\n}',
      {
        blocks: [
          [
            'b',
            {
              blocks: [
                ['c', {}],
                ['c', {}],
              ],
            },
          ],
        ],
      },
    ],
    ['a block of one line', 'b { a = 1 }', { blocks: [['b', { a: n('1') }]] }],
    ['comments', '# x\na = 1 // y\n/* z\n*/ b = 2 # w', { a: n('1'), b: n('2') }],
    ['Windows line breaks', 'a = 1\r\nb {\r\n}\r\n', { a: n('1'), blocks: [['b', {}]] }],
    ['a byte order mark', '\uFEFFa = 1\n', { a: n('1') }],
  ])('%s', (_, source, expected) => {
    const { body, diagnostics } = parse(source);
    expect(diagnostics).toEqual([]);
    expect(bodyShape(body)).toEqual(expected);
  });

  test('say in which line and column each item starts, in code points', () => {
    const { body, source } = parse('a = "😀" # 😀\n  b = 1\nc = ["😀😀", x]\n');
    const [a, b, c] = [...body.attributes.values()];
    expect(source.locate(a?.start ?? -1)).toEqual({ file: 'main.tf', line: 1, column: 1 });
    expect(source.locate(b?.start ?? -1)).toEqual({ file: 'main.tf', line: 2, column: 3 });
    const x = c?.value.kind === 'tuple' ? c.value.items[1] : undefined;
    expect(source.locate(x?.start ?? -1)).toEqual({ file: 'main.tf', line: 3, column: 12 });
    expect(parse('\uFEFFa = 1\n').source.locate(1)).toEqual({ file: 'main.tf', line: 1, column: 1 });
  });

  test.each([
    ['"a" = 1', '1:1 Found a quoted text where the name of an argument or block was expected.'],
    ['b "x"\n{\n}', '1:6 Found a line break where a label or `{` on the same line was expected.'],
    ['b', '1:2 Found a line break where `=`, a label or `{` was expected.'],
    ['b { a = 1, c = 2 }', '1:10 Found `,` where `}` at the end of a block of one line was expected.'],
    ['b {} c {}', '1:6 Found the name `c` where a line break after a block was expected.'],
    ['b {\n  a = 1\n', '1:3 Found a block `b` that is never closed; `}` was expected.'],
    ['a = 1\na = 2', '2:1 Found `a` a second time; it is set in line 1 already.'],
    ['}', '1:1 Found `}` where the name of an argument or block was expected.'],
  ])('%j is refused', (source, expected) => {
    expect(problems(`${source}\n`)[0]).toBe(expected);
  });
});

describe('an error costs only what it stands in', () => {
  const broken = (name: string) => ['invalid', `${name} has a syntax error`];
  test.each([
    ['an argument', 'a = 1\nb = = 2\nc = 3\n', { a: n('1'), b: broken('b'), c: n('3') }, 1],
    ['an open parenthesis', 'a = (1 +\nb = 2\n', { a: broken('a'), b: n('2') }, 1],
    ['an open list of several lines', 'a = [\n  1,\n  2\nb = 2\n', { a: broken('a'), b: n('2') }, 1],
    ['an open quote', 'a = "x\nb = 2\n', { a: broken('a'), b: n('2') }, 1],
    [
      'an argument in a block',
      'r "x" {\n  a = 1 1\n  b = 2\n}\nc = 3\n',
      { blocks: [['r x', { a: broken('a'), b: n('2') }]], c: n('3') },
      1,
    ],
    [
      'a nested block',
      'r {\n  x y = {\n  }\n  b = 2\n}\n',
      { blocks: [['r', { b: n('2'), blocks: [['x (broken)', {}]] }]] },
      1,
    ],
    [
      'a block without its brace',
      'r "x" {\n  a = 1\n\nr "y" {\n  b = 2\n}\n',
      {
        blocks: [
          ['r x (broken)', { a: n('1') }],
          ['r y', { b: n('2') }],
        ],
      },
      1,
    ],
    [
      'a list that is open at the end of a block',
      'r "x" {\n  a = [1,\n}\nr "y" {\n}\n',
      {
        blocks: [
          ['r x', { a: broken('a') }],
          ['r y', {}],
        ],
      },
      1,
    ],
    [
      'an open object',
      'r "x" {\n  a = {\n    k = 1\n}\nr "y" {\n}\n',
      {
        blocks: [
          ['r x (broken)', { a: ['object', ['k', n('1')]] }],
          ['r y', {}],
        ],
      },
      1,
    ],
    [
      'an open heredoc',
      'r "x" {\n  a = <<EOT\n  text\n}\nr "y" {\n}\n',
      {
        blocks: [
          ['r x', { a: broken('a') }],
          ['r y', {}],
        ],
      },
      1,
    ],
    ['a block of one line', 'l { a = ( }\nb = 2\n', { blocks: [['l (broken)', {}]], b: n('2') }, 1],
    ['garbage in a block', 'r {\n  ???\n  b = 2\n}\n', { blocks: [['r (broken)', { b: n('2') }]] }, 1],
    [
      'an argument that is set twice',
      'a = 1\na = 2\nb = 3\n',
      { a: ['invalid', 'a is set twice'], b: n('3') },
      1,
    ],
  ])('%s', (_, source, expected, count) => {
    const { body, diagnostics } = parse(source);
    expect(bodyShape(body)).toEqual(expected);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: count }, () => 'hcl-syntax'));
  });
});

describe('limits', () => {
  const nested = (open: string, close: string, depth: number) =>
    `v = ${open.repeat(depth)}1${close.repeat(depth)}\nw = 2\n`;

  // The expression itself is one level.
  test.each([
    ['parentheses', '(', ')', LIMITS.hclDepth - 1],
    ['lists', '[', ']', LIMITS.hclDepth - 1],
    ['minus signs', '-', '', LIMITS.hclDepth - 1],
    ['calls', 'f(', ')', LIMITS.hclDepth - 1],
  ])('%s may be nested up to the limit', (_, open, close, depth) => {
    expect(parse(nested(open, close, depth)).diagnostics).toEqual([]);
    const over = parse(nested(open, close, depth + 1));
    expect(over.diagnostics.map(({ code }) => code)).toEqual(['limit-exceeded']);
    expect(bodyShape(over.body)).toEqual({ v: ['invalid', 'v has a syntax error'], w: n('2') });
  });

  test('blocks may be nested up to the limit', () => {
    const blocks = (depth: number) => `${'b {\n'.repeat(depth)}${'}\n'.repeat(depth)}c = 1\n`;
    expect(parse(blocks(LIMITS.hclDepth)).diagnostics).toEqual([]);
    const over = parse(blocks(LIMITS.hclDepth + 1));
    expect(over.diagnostics[0]?.code).toBe('limit-exceeded');
    expect(over.body.attributes.has('c')).toBe(true);
  });

  test.each([
    ['parentheses', 'v = ', '('],
    ['templates', 'v = ', '"${'],
    ['conditionals', 'v = ', 'a ? '],
    ['objects', 'v = ', '{ a = '],
    ['splats', 'v = a', '[*]'],
    ['blocks', '', 'b {\n'],
    ['directives', 'v = "', '%{ if a }'],
  ])('20,000 %s do not overflow the stack', (_, start, piece) => {
    const { diagnostics } = parse(`${start}${piece.repeat(20_000)}\n`);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(LIMITS.diagnosticsListed + 1);
  });

  test.each([
    ['operators', `v = 1${' + 1'.repeat(20_000)}\n`],
    ['steps', `v = a${'.b'.repeat(20_000)}\n`],
    ['indexes', `v = a${'[0]'.repeat(20_000)}\n`],
    ['items', `v = [${'1,'.repeat(20_000)}]\n`],
  ])('20,000 %s in a row are fine', (_, source) => {
    expect(parse(source).diagnostics).toEqual([]);
  });

  test('errors over the limit are counted, not listed', () => {
    const { diagnostics } = parse('a = = 1\n'.repeat(LIMITS.diagnosticsListed + 50));
    expect(diagnostics).toHaveLength(LIMITS.diagnosticsListed + 1);
    expect(diagnostics.at(-1)?.code).toBe('limit-exceeded');
  });
});
