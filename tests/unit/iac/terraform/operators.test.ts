// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import { describe, expect, test } from 'vitest';
import { evaluated, number, plain } from '../support.ts';

/** What `terraform console` 1.11 answers, where no other reason is given. */
describe('operators', () => {
  test.each([
    ['1 + 2 * 3', number(7)],
    ['10 / 4', number('2.5')],
    ['0.1 + 0.2', number('0.3')],
    ['0.1 * 3', number('0.3')],
    ['-7 % 3', number(-1)],
    ['5.5 % 2', number('1.5')],
    ['123456789012345678901234567890 + 1', number('123456789012345678901234567891')],
    ['"1" + 2', number(3)],
    ['-"5"', number(-5)],
    ['1 == "1"', false],
    ['1 == 1.0', true],
    ['null == null', true],
    ['"" == null', false],
    ['true == "true"', false],
    ['[1, 2] == [1, 3]', false],
    ['[1] == [1, 2]', false],
    ['{ a = 1 } != { b = 1 }', true],
    ['"10" > 9', true],
    ['3 >= 3 && 2 <= 1', false],
    ['"true" && true', true],
    ['!"false"', true],
    ['true ? 1 : 2', number(1)],
    ['"1" ? "a" : "b"', 'a'],
    ['false ? true ? 1 : 2 : 3', number(3)],
  ])('%s', (source, expected) => {
    expect(plain(evaluated(source))).toEqual(expected);
  });

  test.each([
    ['1 / 0', 'it divides by zero'],
    ['1 % 0', 'it divides by zero'],
    ['"x" + 1', 'a text that is no number stands where a number is needed'],
    ['null + 1', 'null stands where a number is needed'],
    ['[] && true', 'a list stands where a boolean is needed'],
    ['!"x"', 'a text stands where a boolean is needed'],
    ['[1] == [1]', 'whether two collections are equal depends on their types'],
    ['1e999999999', 'a number has too many digits'],
  ])('%s is unknown', (source, why) => {
    expect(plain(evaluated(source))).toEqual({ unknown: why });
  });

  test.each([
    // Terraform 1.12 and later do not look at the right side where the left one decides.
    ['false && nosuch()', false],
    ['true || nosuch()', true],
    ['nosuch() && false', false],
    ['nosuch() || true', true],
    ['nosuch() && true', { unknown: 'function nosuch() is not evaluated' }],
    ['true && nosuch()', { unknown: 'function nosuch() is not evaluated' }],
    ['[1, nosuch()] == [2, 1]', false],
    ['[1, nosuch()] == [1, 1]', { unknown: 'function nosuch() is not evaluated' }],
    ['nosuch() == null', { unknown: 'function nosuch() is not evaluated' }],
    ['true ? 1 : nosuch()', number(1)],
    ['nosuch() ? 1 : 2', { unknown: 'function nosuch() is not evaluated' }],
  ])('%s with something unknown', (source, expected) => {
    expect(plain(evaluated(source))).toEqual(expected);
  });
});

describe('both branches of a conditional are one type', () => {
  test.each([
    ['true ? 1 : "a"', '1'],
    ['true ? true : "a"', 'true'],
    ['true ? [1, 2] : ["a", "b"]', ['1', '2']],
    ['true ? [1, "x"] : []', ['1', 'x']],
    ['true ? [{ a = 1, b = "x" }] : []', [{ a: number(1), b: 'x' }]],
    ['true ? { a = 1, b = "x" } : {}', { a: '1', b: 'x' }],
    ['true ? { a = 1, b = "x" } : null', { a: number(1), b: 'x' }],
    ['true ? { a = 1 } : { a = "x" }', { a: '1' }],
    ['true ? toset(["a"]) : []', ['a']],
    ['[for k, v in (true ? toset(["a"]) : []) : k]', ['a']],
  ])('%s', (source, expected) => {
    expect(plain(evaluated(source))).toEqual(expected);
  });
});

describe('templates', () => {
  const declarations = 'variable "s" { default = "Hello" }\nvariable "l" { default = ["a", "b"] }\n';
  test.each([
    ['"${var.s} world"', 'Hello world'],
    ['"${1.50}x"', '1.5x'],
    ['"${true}"', true],
    ['"${true}!"', 'true!'],
    ['"${var.l}"', ['a', 'b']],
    ['"%{ if true }yes%{ else }no%{ endif }"', 'yes'],
    ['"%{ for i, x in var.l }${i}${x},%{ endfor }"', '0a,1b,'],
    ['"%{ for x in var.l ~} ${x} %{ endfor ~} end"', 'a b end'],
    ['<<-EOT\n    a ${var.s}\n      b\n  EOT\n', 'a Hello\n  b\n'],
    ['"x${null}"', { unknown: 'null stands where a text is needed' }],
    ['"x${[1]}"', { unknown: 'a list stands where a text is needed' }],
  ])('%s', (source, expected) => {
    expect(plain(evaluated(source, declarations))).toEqual(expected);
  });

  test('a text of which a part is unknown tells its pieces', () => {
    const value = evaluated('"arn:${var.p}:x:${"${var.s}-${var.p}"}"', `${declarations}variable "p" {}\n`);
    expect(value).toMatchObject({
      kind: 'unknown',
      why: 'var.p has no default',
      at: { line: 3, column: 1 },
      pieces: ['arn:', { why: 'var.p has no default' }, ':x:Hello-', { why: 'var.p has no default' }],
    });
  });

  test('one interpolation is the value itself, unknown or not', () => {
    const value = evaluated('"${aws_x.y.arn}"', 'resource "aws_x" "y" {}');
    expect(value).toMatchObject({ kind: 'unknown', refersTo: 'aws_x.y', attribute: 'arn' });
    expect(value).not.toHaveProperty('pieces');
  });
});

describe('collections', () => {
  const declarations =
    'variable "m" { default = { x = "1", y = "2" } }\nvariable "l" { default = ["a", "b", "c"] }\n';
  test.each([
    [
      '{ (var.l[0]) = 1, "k" = 2, plain = 3, 4 = 5 }',
      { a: number(1), k: number(2), plain: number(3), '4': number(5) },
    ],
    ['[for x in var.l : upper(x)]', ['A', 'B', 'C']],
    ['[for i, x in var.l : "${i}${x}" if i != 1]', ['0a', '2c']],
    ['[for k, v in { b = 1, a = 2 } : k]', ['a', 'b']],
    ['{ for k, v in var.m : v => k }', { '1': 'x', '2': 'y' }],
    ['{ for x in ["a", "b", "a"] : x => x... }', { a: ['a', 'a'], b: ['b'] }],
    ['{ for k, x in toset(["z", "a"]) : k => x }', { a: 'a', z: 'z' }],
    ['var.l[1]', 'b'],
    ['var.l["1"]', 'b'],
    ['var.m["y"]', '2'],
    ['var.l[*]', ['a', 'b', 'c']],
    ['"x"[*]', ['x']],
    ['null[*]', []],
    ['[{ b = { c = 1 } }, { b = { c = 2 } }][*].b.c', [number(1), number(2)]],
    ['[{ b = [1, 2] }].*.b[0]', [number(1), number(2)]],
    ['[{ b = [1, 2] }][*].b[0]', [number(1)]],
  ])('%s', (source, expected) => {
    expect(plain(evaluated(source, declarations))).toEqual(expected);
  });

  test.each([
    ['var.l[5]', 'there is no item 5 in a list of 3'],
    ['var.l[-1]', 'there is no item -1 in a list of 3'],
    ['var.l[0.5]', 'there is no item 0.5 in a list of 3'],
    ['var.m.z', 'there is no attribute z'],
    ['var.m["z"]', 'there is no key "z" in a map'],
    ['"abc".x', 'a text has no attribute x'],
    ['toset(["a"])[0]', 'a set has no index'],
    ['{ for x in ["a", "a"] : x => 1 }', 'a for expression makes the key "a" twice'],
    ['[for x in 5 : x]', 'a number has no items'],
    ['{ (null) = 1 }', 'null stands where a text is needed'],
    ['f(1)', 'function f() is not evaluated'],
    ['nothing', 'nothing is no value by itself'],
  ])('%s is unknown', (source, why) => {
    expect(plain(evaluated(source, declarations))).toEqual({ unknown: why });
  });
});

describe('try and can', () => {
  test.each([
    ['try({}.a, "d")', 'd'],
    ['try({}.a, [][0], "d")', 'd'],
    ['try([{}.a], "d")', 'd'],
    ['try({ k = "x${{}.a}" }, "d")', 'd'],
    ['try(tonumber("x"), 5)', number(5)],
    ['try({}.a)', { unknown: 'there is no attribute a' }],
    ['can({}.a)', false],
    ['can(1)', true],
    // An unknown may turn out to be fine, so neither function can decide.
    ['try(nosuch(), "d")', { unknown: 'function nosuch() is not evaluated' }],
    ['can(nosuch())', { unknown: 'function nosuch() is not evaluated' }],
  ])('%s', (source, expected) => {
    expect(plain(evaluated(source))).toEqual(expected);
  });
});
