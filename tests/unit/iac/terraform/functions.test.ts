// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform writes them in quotes
import { describe, expect, test } from 'vitest';
import { evaluated, number, plain, read, resourceAt } from '../support.ts';

/** What `terraform console` 1.11 answers. */
describe('functions on texts', () => {
  test.each([
    ['lower("ABC É")', 'abc é'],
    ['upper("abc é")', 'ABC É'],
    ['title("hello world-foo")', 'Hello World-Foo'],
    ['trimspace("  a b \\n")', 'a b'],
    ['trimprefix("abc", "a")', 'bc'],
    ['trimsuffix("abc", "bc")', 'a'],
    ['trimsuffix("abc", "")', 'abc'],
    ['trim("?!abc?!", "!?")', 'abc'],
    ['chomp("abc\\n\\n")', 'abc'],
    ['strrev("abc")', 'cba'],
    ['startswith("abc", "ab")', true],
    ['endswith("abc", "ab")', false],
    ['strcontains("abc", "b")', true],
    ['split(",", "a,b,c")', ['a', 'b', 'c']],
    ['split(",", "")', ['']],
    ['split("", "abc")', ['a', 'b', 'c']],
    ['join("-", ["a", 1, true])', 'a-1-true'],
    ['join(",", ["a"], ["b"])', 'a,b'],
    ['join(",", [])', ''],
    ['replace("a/b/c", "/", "-")', 'a-b-c'],
    ['replace("abc", "", "-")', '-a-b-c-'],
    ['substr("hello world", 0, 5)', 'hello'],
    ['substr("hello", -2, -1)', 'lo'],
    ['substr("hello", 3, 10)', 'lo'],
    ['indent(2, "a\\nb")', 'a\n  b'],
    ['format("%s-%d", "a", 3)', 'a-3'],
    ['format("%05d|%-5s|%5s|%.2f", 42, "ab", "cd", 3.14159)', '00042|ab   |   cd|3.14'],
    ['format("%v %v %v %v", 1, "a", true, [1])', '1 a true [1]'],
    ['format("%[2]s %[1]s %%", "a", "b")', 'b a %'],
    ['format("%q", "x\\"y")', '"x\\"y"'],
    ['formatlist("%s-%s", "a", ["b", "c"])', ['a-b', 'a-c']],
  ])('%s', (source, expected) => {
    expect(plain(evaluated(source))).toEqual(expected);
  });
});

describe('functions on collections', () => {
  test.each([
    ['length([1, 2])', number(2)],
    ['length({ a = 1 })', number(1)],
    ['length("abc")', number(3)],
    ['concat([1], [2, 3], [])', [number(1), number(2), number(3)]],
    ['merge({ a = 1 }, null, { b = 2 }, { a = 3 })', { a: number(3), b: number(2) }],
    ['merge()', {}],
    ['lookup({ a = 1 }, "a", 2)', number(1)],
    ['lookup({ a = 1 }, "b", 2)', number(2)],
    ['keys({ b = 1, a = 2 })', ['a', 'b']],
    ['values({ b = 1, a = 2 })', [number(2), number(1)]],
    ['zipmap(["a", "b"], [1, 2])', { a: number(1), b: number(2) }],
    ['contains(["a", "b"], "b")', true],
    ['contains([1, 2], "1")', false],
    ['index(["a", "b"], "b")', number(1)],
    ['element(["a", "b", "c"], 4)', 'b'],
    ['slice(["a", "b", "c"], 0, 2)', ['a', 'b']],
    ['reverse([1, 2])', [number(2), number(1)]],
    ['sort(["b", "a", "C"])', ['C', 'a', 'b']],
    ['compact(["a", "", null, "b"])', ['a', 'b']],
    ['distinct(["a", "b", "a"])', ['a', 'b']],
    ['distinct([1, "1"])', ['1']],
    ['distinct([[1], [1], [2]])', [[number(1)], [number(2)]]],
    ['flatten([["a", ["b"]], [], "c"])', ['a', 'b', 'c']],
    ['one([])', null],
    ['one([1])', number(1)],
    ['coalesce("", null, "b")', 'b'],
    ['coalesce(1, "a")', '1'],
    ['coalescelist([], ["a"])', ['a']],
    ['alltrue([true, "true"])', true],
    ['anytrue([])', false],
    ['setunion(["b"], ["a", "b"])', ['a', 'b']],
    ['setsubtract(["a", "b"], ["b"])', ['a']],
    ['setintersection(["a", "b"], ["b", "c"])', ['b']],
  ])('%s', (source, expected) => {
    expect(plain(evaluated(source))).toEqual(expected);
  });
});

describe('functions on numbers', () => {
  test.each([
    ['abs(-5.5)', number('5.5')],
    ['ceil(-1.2)', number(-1)],
    ['floor(-1.2)', number(-2)],
    ['signum(-3)', number(-1)],
    ['pow(2, 10)', number(1024)],
    ['pow(2, -1)', number('0.5')],
    ['max("3", 2)', number(3)],
    ['min(1, 5, 3)', number(1)],
    ['sum([1, 2.5])', number('3.5')],
    ['parseint("100", 10)', number(100)],
    ['range(3)', [number(0), number(1), number(2)]],
    ['range(5, 0, -2)', [number(5), number(3), number(1)]],
    ['range(0, 1, 0.5)', [number(0), number('0.5')]],
  ])('%s', (source, expected) => {
    expect(plain(evaluated(source))).toEqual(expected);
  });
});

describe('conversions and JSON', () => {
  test.each([
    ['tostring(1e10)', '10000000000'],
    ['tostring(1 / 4)', '0.25'],
    ['tostring(null)', null],
    ['tonumber("1e2")', number(100)],
    ['tonumber("+1")', number(1)],
    ['tobool("true")', true],
    ['tolist(toset([10, 9, 8]))', [number(8), number(9), number(10)]],
    ['tolist(["a", 1])', ['a', '1']],
    ['toset(["b", "a", "b"])', ['a', 'b']],
    ['tomap({ a = 1, b = "x" })', { a: '1', b: 'x' }],
    ['sensitive("x")', 'x'],
    [
      'jsonencode({ b = 1.50, a = [true, null, "x<>&"] })',
      '{"a":[true,null,"x\\u003c\\u003e\\u0026"],"b":1.5}',
    ],
    ['jsonencode(toset(["b", "a"]))', '["a","b"]'],
    [
      'jsondecode("{\\"a\\": [1, 2.50, null, true, \\"x\\\\n\\"], \\"a\\": 12345678901234567890}")',
      { a: number('12345678901234567890') },
    ],
    ['jsondecode("[1, {}]")', [number(1), {}]],
  ])('%s', (source, expected) => {
    expect(plain(evaluated(source))).toEqual(expected);
  });
});

describe('what fails, so that try takes the next argument', () => {
  test.each([
    'tonumber("x")',
    'tonumber("")',
    'tobool("TRUE")',
    'tostring([])',
    'lookup({ a = 1 }, "b")',
    'element([], 0)',
    'slice([1], 0, 2)',
    'one([1, 2])',
    'sum([])',
    'max()',
    'coalesce("", null)',
    'concat()',
    'length(null)',
    'format("%s")',
    'format("%s", "a", "b")',
    'format("%s", null)',
    'jsondecode("[1,")',
    'jsondecode("01")',
    'join(",", ["a", null])',
    'range(1, 5, -1)',
    'index(["a"], "b")',
    'upper("a", "b")',
    'parseint("ff", 10)',
    'zipmap(["a"], [])',
  ])('%s', (source) => {
    expect(plain(evaluated(`try(${source}, "failed")`))).toBe('failed');
  });
});

describe('what is not evaluated', () => {
  test.each([
    ['file("/etc/hostname")', 'file() of a path outside of the tree is not evaluated'],
    ['file("../x")', 'file() of a path outside of the tree is not evaluated'],
    ['file("x.json")', 'file() of a file that was not read'],
    ['fileexists("x.json")', 'fileexists() of a file that is not in the tree'],
    ['fileset("built", "*")', 'fileset() of a directory that is not in the tree'],
    ['fileset(".", "a**")', 'fileset() with this pattern is not evaluated'],
    ['fileset("..", "*")', 'fileset() of a path outside of the tree is not evaluated'],
    ['yamldecode("a: *b")', 'yamldecode() of this text is not evaluated'],
    ['yamldecode("a: 2001-01-01")', 'yamldecode() of this text is not evaluated'],
    ['yamldecode("<<: {}")', 'yamldecode() of this text is not evaluated'],
    ['yamldecode("---\\na\\n---\\nb")', 'yamldecode() of this text is not evaluated'],
    [
      'yamlencode("é")',
      'yamlencode() of a text that is long or has more than plain characters is not evaluated',
    ],
    ['regex("\\\\p{L}", "a")', 'regex() with this pattern is not evaluated'],
    ['regex("(a*)*", "a")', 'regex() with this pattern is not evaluated'],
    ['regex("a(?i)b", "aB")', 'regex() with this pattern is not evaluated'],
    ['regex("(", "a")', 'regex() with this pattern is not evaluated'],
    ['regex("(?P<a>x)|(y)", "x")', 'regex() with this pattern is not evaluated'],
    ['regex("(?i)s", "\\u017f")', 'regex() with this pattern is not evaluated'],
    [
      'textencodebase64("a", "UTF-16LE")',
      'textencodebase64() in an encoding other than UTF-8 is not evaluated',
    ],
    ['timeadd("2020-01-01T00:00:00Z", "1ms")', 'timeadd() with parts of a second is not evaluated'],
    ['templatefile("x", {})', 'templatefile() of a file that was not read'],
    ['filebase64sha256("x")', 'filebase64sha256() of a file that was not read'],
    ['timestamp()', 'function timestamp() is not evaluated'],
    ['uuid()', 'function uuid() is not evaluated'],
    ['constructor("x")', 'function constructor() is not evaluated'],
    ['provider::aws::arn_parse("x")', 'function provider::aws::arn_parse() is not evaluated'],
    ['format("%x", 255)', 'format() with this form of %x is not evaluated'],
    ['format("%.0f", 2.5)', 'format() with this form of %f is not evaluated'],
    ['length("héllo")', 'length() of text beyond ASCII is not evaluated'],
    ['upper("straße")', 'upper() of text beyond ASCII is not evaluated'],
    ['pow(2, 0.5)', 'pow() with this exponent is not evaluated'],
  ])('%s', (source, why) => {
    expect(plain(evaluated(source))).toEqual({ unknown: why });
  });
});

describe('what is unknown inside of a list', () => {
  const declarations = 'variable "u" {}\n';
  const unknown = { unknown: 'var.u has no default' };
  test.each([
    ['length([1, var.u])', number(2)],
    ['[1, var.u][0]', number(1)],
    ['keys({ a = var.u })', ['a']],
    ['concat([1], [var.u])', [number(1), unknown]],
    ['merge({ a = 1 }, { b = var.u })', { a: number(1), b: unknown }],
    ['merge({ a = 1 }, var.u)', unknown],
    ['contains(["a", var.u], "a")', true],
    ['contains(["a", var.u], "b")', unknown],
    ['flatten([[1], var.u])', unknown],
    ['toset(["a", var.u])', unknown],
    ['distinct(["a", var.u])', unknown],
    ['jsonencode({ a = var.u })', unknown],
    ['coalesce(null, var.u, "a")', unknown],
    ['coalesce("a", var.u)', 'a'],
    ['alltrue([false, var.u])', false],
    ['alltrue([true, var.u])', unknown],
    ['upper(var.u)', unknown],
    ['join("-", ["a", var.u])', unknown],
    ['core::upper("a")', 'A'],
  ])('%s', (source, expected) => {
    expect(plain(evaluated(source, declarations))).toEqual(expected);
  });
});

describe('files of the tree', () => {
  const files = {
    'infra/main.tf': 'module "m" {\n  source = "../m"\n}\n',
    'm/main.tf': '',
    'm/data.json': '{"model": "amazon.nova-pro-v1:0"}',
    'm/hello.tftpl': 'Hello, ${name}!\n%{ for x in list ~}\n- ${x}\n%{ endfor ~}\n',
    'm/bad.tftpl': '${',
  };
  const value = (expression: string) => {
    const written = { ...files, 'm/main.tf': `resource "t" "t" {\n  v = ${expression}\n}\n` };
    const reading = read(written, { directory: 'infra' });
    return plain(resourceAt(reading, 'module.m.t.t').attributes.entries.get('v'));
  };
  test.each([
    ['jsondecode(file("${path.module}/data.json")).model', 'amazon.nova-pro-v1:0'],
    ['fileexists("${path.module}/data.json")', true],
    ['filebase64("${path.module}/bad.tftpl")', 'JHs='],
    ['fileset(path.module, "*")', ['bad.tftpl', 'data.json', 'hello.tftpl', 'main.tf']],
    ['fileset(path.module, "*.{json,tf}")', ['data.json', 'main.tf']],
    ['fileset(path.module, "[a-d]???.tftpl")', []],
    ['fileset(path.module, "[a-d]??.tftpl")', ['bad.tftpl']],
    ['fileset(path.module, "[!bh]*")', ['data.json', 'main.tf']],
    ['fileset("${path.module}/..", "**/*.tf")', ['infra/main.tf', 'm/main.tf']],
    ['fileset("${path.module}/..", "m/**")', ['m/bad.tftpl', 'm/data.json', 'm/hello.tftpl', 'm/main.tf']],
    ['fileset("${path.module}/..", "*")', []],
    ['filemd5("${path.module}/bad.tftpl")', '6202e3a08fc971215d4f7c006bef0820'],
    // Relative to where Terraform runs, as in Terraform.
    ['file("data.json")', { unknown: 'file() of a file that was not read' }],
    [
      'templatefile("${path.module}/hello.tftpl", { name = "Ada", list = ["a", 1] })',
      'Hello, Ada!\n- a\n- 1\n',
    ],
    [
      'templatefile("${path.module}/hello.tftpl", { name = "Ada" })',
      { unknown: 'a template asks for list, which it is not given' },
    ],
    ['try(templatefile("${path.module}/bad.tftpl", {}), "failed")', 'failed'],
    ['templatestring("a$${b}", { b = 1 })', 'a1'],
    ['file("${path.module}/../../x")', { unknown: 'file() of a path outside of the tree is not evaluated' }],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });
});

describe('patterns that would take a backtracking search for ever', () => {
  test.each(['^(a+)+$', '^(a|aa)+$', '^(a|a)*b$', '(x+x+)+y', '(.*a){12}$'])('%s ends', (pattern) => {
    const text = `${'a'.repeat(5000)}!`;
    expect(plain(evaluated(`can(regex("${pattern}", "${text}"))`))).toBe(false);
  });
});

describe('long texts', () => {
  test.each(['sha256', 'sha512'])('%s of a text that is too long is unknown', (name) => {
    const source = `${name}(join("", [for i in range(10001) : "abcdefghij"]))`;
    expect(plain(evaluated(source))).toEqual({ unknown: `${name}() of so long a text is not evaluated` });
  });
});
