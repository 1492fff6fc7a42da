// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import { describe, expect, test } from 'vitest';
import { expression, problems, shape } from './support.ts';

const name = (value: string) => ['name', value];
const n = (value: string) => ['number', value];

describe('operators', () => {
  test.each([
    ['1 + 2 * 3', ['+', n('1'), ['*', n('2'), n('3')]]],
    ['1 - 2 - 3', ['-', ['-', n('1'), n('2')], n('3')]],
    ['a || b && c', ['||', name('a'), ['&&', name('b'), name('c')]]],
    ['a == b != c', ['!=', ['==', name('a'), name('b')], name('c')]],
    ['a < b == c >= d', ['==', ['<', name('a'), name('b')], ['>=', name('c'), name('d')]]],
    ['a / b % c', ['%', ['/', name('a'), name('b')], name('c')]],
    ['a > b && c <= d', ['&&', ['>', name('a'), name('b')], ['<=', name('c'), name('d')]]],
    ['(1 + 2) * 3', ['*', ['+', n('1'), n('2')], n('3')]],
    ['-a.b', ['-x', ['.', name('a'), 'b']]],
    ['!a && b', ['&&', ['!x', name('a')], name('b')]],
    ['!!a', ['!x', ['!x', name('a')]]],
    ['1 - -2', ['-', n('1'), ['-x', n('2')]]],
    ['a ? b : c ? d : e', ['?', name('a'), name('b'), ['?', name('c'), name('d'), name('e')]]],
    ['a ? b ? c : d : e', ['?', name('a'), ['?', name('b'), name('c'), name('d')], name('e')]],
    ['a && b ? c : d + 1', ['?', ['&&', name('a'), name('b')], name('c'), ['+', name('d'), n('1')]]],
  ])('%s', (source, expected) => {
    expect(shape(expression(source))).toEqual(expected);
  });
});

describe('numbers, keywords and names', () => {
  test.each([
    ['0.10', n('0.10')],
    ['1e3', n('1e3')],
    ['1.5E-7', n('1.5E-7')],
    ['true', true],
    ['false', false],
    ['null', null],
    ['truely', name('truely')],
    ['a-b', name('a-b')],
    ['größe', name('größe')],
    ['_x1', name('_x1')],
    ['𝒳y', name('𝒳y')],
  ])('%s', (source, expected) => {
    expect(shape(expression(source))).toEqual(expected);
  });
});

describe('steps', () => {
  const a = name('a');
  test.each([
    ['a.b.c', ['.', ['.', a, 'b'], 'c']],
    ['a[0].b', ['.', ['[]', a, n('0')], 'b']],
    ['a["k"]', ['[]', a, 'k']],
    ['a[b.c]', ['[]', a, ['.', name('b'), 'c']]],
    ['a[\n0\n]', ['[]', a, n('0')]],
    ['a.0.b', ['.', ['[]', a, n('0')], 'b']],
    ['a[*].b[0]', ['[*]', a, ['[]', ['.', 'item', 'b'], n('0')]]],
    ['a.*.b[0]', ['[]', ['.*', a, ['.', 'item', 'b']], n('0')]],
    ['a.*.0.b', ['.*', a, ['.', ['[]', 'item', n('0')], 'b']]],
    ['a[*][*].b', ['[*]', a, ['[*]', 'item', ['.', 'item', 'b']]]],
    ['a[*]', ['[*]', a, 'item']],
    ['[1][0]', ['[]', ['tuple', n('1')], n('0')]],
    ['f(x).y', ['.', ['call', 'f', [name('x')]], 'y']],
    ['(a).b', ['.', a, 'b']],
    ['"x".y', ['.', 'x', 'y']],
  ])('%s', (source, expected) => {
    expect(shape(expression(source))).toEqual(expected);
  });
});

describe('calls', () => {
  test.each([
    ['f()', ['call', 'f', []]],
    ['f(1, 2,)', ['call', 'f', [n('1'), n('2')]]],
    ['f(a...)', ['call', 'f', [name('a')], '...']],
    ['f(\n  1,\n  2\n)', ['call', 'f', [n('1'), n('2')]]],
    ['provider::aws::arn_parse(x)', ['call', 'provider::aws::arn_parse', [name('x')]]],
  ])('%s', (source, expected) => {
    expect(shape(expression(source))).toEqual(expected);
  });
});

describe('lists and objects', () => {
  test.each([
    ['[]', ['tuple']],
    ['[\n  1,\n  2,\n]', ['tuple', n('1'), n('2')]],
    ['[1 # one\n, 2]', ['tuple', n('1'), n('2')]],
    ['{}', ['object']],
    ['{ a = 1, b : 2 }', ['object', ['a', n('1')], ['b', n('2')]]],
    ['{\n  a = 1\n  b = 2\n}', ['object', ['a', n('1')], ['b', n('2')]]],
    ['{\n\n  a = 1,\n\n  b = 2,\n}', ['object', ['a', n('1')], ['b', n('2')]]],
    ['{ (a) = 1 }', ['object', [name('a'), n('1')]]],
    ['{ "k-${a}" = 1 }', ['object', [['template', 'k-', name('a')], n('1')]]],
    ['{ true = 1, null = 2 }', ['object', ['true', n('1')], ['null', n('2')]]],
    [
      '{ a.b = c.d }',
      [
        'object',
        [
          ['.', name('a'), 'b'],
          ['.', name('c'), 'd'],
        ],
      ],
    ],
    ['{ a = (\n1\n) }', ['object', ['a', n('1')]]],
    ['[{\n  a = 1\n  b = [\n    2\n  ]\n}]', ['tuple', ['object', ['a', n('1')], ['b', ['tuple', n('2')]]]]],
  ])('%s', (source, expected) => {
    expect(shape(expression(source))).toEqual(expected);
  });
});

describe('for', () => {
  test.each([
    ['[for x in xs : x]', ['for', ['x'], name('xs'), name('x')]],
    ['[for i, x in xs : i if x]', ['for', ['i', 'x'], name('xs'), name('i'), ['if', name('x')]]],
    ['{for k, v in m : k => v}', ['for', ['k', 'v'], name('m'), name('k'), name('v')]],
    ['{for x in xs : x.k => x...}', ['for', ['x'], name('xs'), ['.', name('x'), 'k'], name('x'), '...']],
    [
      '{\n  for k, v in m :\n  k => v\n  if v\n}',
      ['for', ['k', 'v'], name('m'), name('k'), name('v'), ['if', name('v')]],
    ],
    ['[for a in b : [for c in a : c]]', ['for', ['a'], name('b'), ['for', ['c'], name('a'), name('c')]]],
  ])('%s', (source, expected) => {
    expect(shape(expression(source))).toEqual(expected);
  });
});

describe('what is refused, and what the message says', () => {
  test.each([
    ['v = ', '1:5 Found a line break where an expression was expected.'],
    ['v = 1 +', '1:8 Found a line break where an expression was expected.'],
    ['v = (1', '2:1 Found the end of the file where `)` was expected.'],
    ['v = [1 2]', '1:8 Found `2` where `,` or `]` after an item of a list was expected.'],
    ['v = { a }', '1:9 Found `}` where `=` or `:` after the key of an object was expected.'],
    [
      'v = { a = 1 b = 2 }',
      '1:13 Found the name `b` where `,`, a line break or `}` after an item of an object was expected.',
    ],
    ['v = a ? b', '1:10 Found a line break where `:` of a conditional was expected.'],
    ['v = f(1', '2:1 Found the end of the file where `,` or `)` after an argument was expected.'],
    ['v = f(a..., b)', '1:11 Found `,` where `)` after `...` was expected.'],
    ['v = x::y', '1:9 Found a line break where `(` after the name of a function was expected.'],
    ['v = 1.2.3', '1:5 Found `1.2.3` where a number was expected.'],
    ['v = a.0.1', '1:7 Found `0.1` where a single index after `.` was expected.'],
    ['v = a.*.*.b', '1:9 Found `*` where the name of an attribute was expected.'],
    ['v = a.', '1:7 Found a line break where the name of an attribute after `.` was expected.'],
    ['v = [for x in y : k => v]', '1:21 Found `=>` where one value was expected.'],
    ['v = {for x in y : v}', '1:20 Found `}` where `=>` after the key of a `for` was expected.'],
    ['v = [for x in y : x...]', '1:20 Found `...` where `if` or `]` was expected.'],
    ['v = [for x of y : x]', '1:12 Found the name `of` where the word `in` was expected.'],
    ['v = [for 1 in y : x]', '1:10 Found `1` where the name of a loop variable was expected.'],
    ["v = 'a'", "1:5 Found `'`, which starts nothing in HCL."],
    ['v = a & b', '1:7 Found `&`, which is no operator; `&&` is.'],
    ['v = a; w', '1:6 Found `;`, which has no meaning in HCL outside of quotes.'],
    ['v = \u00a01', '1:5 Found the character U+00A0, which has no meaning in HCL outside of quotes.'],
    ['v = 1 2', '1:7 Found `2` where a line break after the value of an argument was expected.'],
    ['v = 1 /* never', '1:7 Found a comment that is never closed; `*/` was expected.'],
  ])('%s', (source, expected) => {
    expect(problems(`${source}\n`)[0]).toBe(expected);
  });
});
