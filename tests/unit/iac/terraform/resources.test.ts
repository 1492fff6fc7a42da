// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import { describe, expect, test } from 'vitest';
import { number, plain, read, resourceAt } from '../support.ts';

const addresses = (configuration: string) =>
  read({ 'main.tf': configuration }).resources.map(({ address }) => address);

describe('a resource', () => {
  test('has its arguments, its blocks as lists, its type and its place', () => {
    const configuration = `
resource "aws_x" "y" {
  name = "n"
  size = 2
  provider   = aws
  depends_on = [aws_x.z]
  rule {
    kind = "a"
    inner { deep = true }
  }
  rule { kind = "b" }
  lifecycle { prevent_destroy = true }
  provisioner "local-exec" { command = "x" }
}
`;
    const resource = resourceAt(read({ 'a/main.tf': configuration }, { directory: 'a' }), 'aws_x.y');
    expect(resource).toMatchObject({
      vocabulary: 'terraform',
      type: 'aws_x',
      at: { file: 'a/main.tf', line: 2, column: 1 },
    });
    expect(plain(resource.attributes)).toEqual({
      name: 'n',
      size: number(2),
      rule: [{ kind: 'a', inner: [{ deep: true }] }, { kind: 'b' }],
    });
    expect(resource).not.toHaveProperty('uncertain');
  });

  test('with a syntax error in an argument keeps the others', () => {
    const { resources, diagnostics } = read({ 'main.tf': 'resource "a" "b" {\n  v = = 1\n  w = 2\n}\n' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['hcl-syntax']);
    expect(plain(resources[0]?.attributes)).toEqual({ v: { unknown: 'v has a syntax error' }, w: number(2) });
  });

  test('that is never closed is uncertain', () => {
    const { resources } = read({ 'main.tf': 'resource "a" "b" {\n  v = 1\n' });
    expect(resources[0]?.uncertain).toMatchObject({ why: 'its block has a syntax error' });
  });

  test('with a broken nested block has something unknown in its place', () => {
    const { resources } = read({ 'main.tf': 'resource "a" "b" {\n  x y = {\n  }\n  w = 2\n}\n' });
    expect(plain(resources[0]?.attributes)).toEqual({
      x: { unknown: 'the block x has a syntax error' },
      w: number(2),
    });
  });

  test('with the address of another one is reported, and the first is read', () => {
    const files = {
      'a.tf': 'resource "a" "b" {\n  v = 1\n}\n',
      'b.tf': '\nresource "a" "b" {\n  v = 2\n}\n',
    };
    const { resources, diagnostics } = read(files);
    expect(resources.map(({ attributes }) => plain(attributes))).toEqual([{ v: number(1) }]);
    expect(diagnostics).toMatchObject([
      {
        code: 'iac-duplicate',
        severity: 'error',
        at: { file: 'b.tf', line: 2 },
        message: 'a.b is declared twice, first in a.tf, line 1; only that is read.',
      },
    ]);
  });

  test('can be changed by an override file', () => {
    const files = {
      'main.tf': 'resource "a" "b" {\n  v = 1\n  w = 1\n  x { k = 1 }\n  y { k = 1 }\n}\n',
      'override.tf': 'resource "a" "b" {\n  v = 2\n  x { k = 2 }\n}\n',
    };
    expect(plain(resourceAt(read(files), 'a.b').attributes)).toEqual({
      v: number(2),
      w: number(1),
      x: [{ k: number(2) }],
      y: [{ k: number(1) }],
    });
  });
});

describe('count', () => {
  test.each([
    ['0', []],
    ['2', ['a.b[0]', 'a.b[1]']],
    ['true ? 1 : 0', ['a.b[0]']],
    ['"1"', ['a.b[0]']],
    ['length(["x", "y"])', ['a.b[0]', 'a.b[1]']],
  ])('of %s', (count, expected) => {
    expect(addresses(`resource "a" "b" {\n  count = ${count}\n}\n`)).toEqual(expected);
  });

  test('is known inside', () => {
    const { resources } = read({
      'main.tf': 'resource "a" "b" {\n  count = 2\n  v = "n${count.index}"\n  x { w = count.index }\n}\n',
    });
    expect(resources.map(({ attributes }) => plain(attributes))).toEqual([
      { v: 'n0', x: [{ w: number(0) }] },
      { v: 'n1', x: [{ w: number(1) }] },
    ]);
  });

  test.each([
    ['var.n', 'var.n has no default'],
    ['null', 'count is null'],
    ['-1', 'count is no whole number'],
    ['1.5', 'count is no whole number'],
    ['"x"', 'a text that is no number stands where a number is needed'],
  ])('of %s makes one uncertain resource', (count, why) => {
    const { resources } = read({
      'main.tf': `variable "n" {}\nresource "a" "b" {\n  count = ${count}\n  v = count.index\n}\n`,
    });
    expect(resources).toMatchObject([{ address: 'a.b', uncertain: { why } }]);
    expect(plain(resources[0]?.attributes)).toEqual({
      v: { unknown: 'which instance this is depends on an unknown count' },
    });
  });
});

describe('what OpenTofu is told not to make', () => {
  const main = (enabled: string) => `
variable "on" { default = false }
variable "u" {}
resource "a" "b" {
  name = "n"
  lifecycle {
    enabled = ${enabled}
  }
}
module "m" {
  source = "./m"
  lifecycle {
    enabled = ${enabled}
  }
}
resource "t" "t" {
  v = a.b != null ? "there" : "gone"
  w = try(a.b.name, "gone")
  x = try(module.m.name, "gone")
}
`;
  const seen = (enabled: string) => {
    const files = {
      'main.tofu': main(enabled),
      'm/main.tofu': 'resource "c" "d" {}\noutput "name" {\n  value = "m"\n}\n',
    };
    const reading = read(files);
    return {
      addresses: reading.resources.map(({ address, uncertain }) => address + (uncertain ? '?' : '')),
      values: plain(resourceAt(reading, 't.t').attributes),
    };
  };

  test('is not there', () => {
    expect(seen('var.on')).toEqual({ addresses: ['t.t'], values: { v: 'gone', w: 'gone', x: 'gone' } });
  });

  test('is there where it is told to', () => {
    expect(seen('!var.on')).toEqual({
      addresses: ['a.b', 't.t', 'module.m.c.d'],
      values: { v: 'there', w: 'n', x: 'm' },
    });
  });

  test('may be there where that is not known', () => {
    expect(seen('var.u').addresses).toEqual(['a.b?', 't.t', 'module.m.c.d?']);
  });
});

describe('for_each', () => {
  test.each([
    ['{ b = 1, a = 2 }', ['a.b["a"]', 'a.b["b"]']],
    ['toset(["y", "x", "y"])', ['a.b["x"]', 'a.b["y"]']],
    ['{}', []],
    ['{ "q\\"$${x}" = 1 }', ['a.b["q\\"$${x}"]']],
  ])('of %s', (forEach, expected) => {
    expect(addresses(`resource "a" "b" {\n  for_each = ${forEach}\n}\n`)).toEqual(expected);
  });

  test('is known inside', () => {
    const { resources } = read({
      'main.tf':
        'resource "a" "b" {\n  for_each = { k = { v = 1 } }\n  v = each.key\n  w = each.value.v\n}\n',
    });
    expect(resources.map(({ attributes }) => plain(attributes))).toEqual([{ v: 'k', w: number(1) }]);
  });

  test.each([
    ['var.m', 'var.m has no default'],
    ['["a"]', 'for_each is a list, not a map or a set of texts'],
    ['toset([var.m])', 'var.m has no default'],
    ['null', 'for_each is null, not a map or a set of texts'],
  ])('of %s makes one uncertain resource', (forEach, why) => {
    const { resources } = read({
      'main.tf': `variable "m" {}\nresource "a" "b" {\n  for_each = ${forEach}\n}\n`,
    });
    expect(resources).toMatchObject([{ address: 'a.b', uncertain: { why } }]);
  });

  test('of another resource takes its instances', () => {
    const configuration =
      'resource "a" "b" {\n  for_each = toset(["x"])\n}\nresource "c" "d" {\n  for_each = a.b\n  v = each.value.arn\n}\n';
    expect(read({ 'main.tf': configuration }).resources[1]).toMatchObject({ address: 'c.d["x"]' });
    const { attributes } = resourceAt(read({ 'main.tf': configuration }), 'c.d["x"]');
    expect(attributes.entries.get('v')).toMatchObject({ refersTo: 'a.b["x"]', attribute: 'arn' });
  });
});

describe('references between resources', () => {
  const declared = `
variable "u" {}
resource "aws_x" "one" {
  name = "n"
  from = var.u
  none = null
  rule { kind = "a" }
}
resource "aws_x" "listed" {
  count = 2
  name  = "n${'${count.index}'}"
}
resource "aws_x" "maybe" {
  count = var.u ? 1 : 0
}
`;
  const value = (source: string) =>
    resourceAt(
      read({ 'main.tf': `${declared}resource "t" "t" {\n  v = ${source}\n}\n` }),
      't.t',
    ).attributes.entries.get('v');

  test.each([
    ['aws_x.one.name', 'n'],
    ['aws_x.one.rule[0].kind', 'a'],
    ['aws_x.listed[1].name', 'n1'],
    ['aws_x.listed[*].name', ['n0', 'n1']],
    ['[for x in aws_x.listed : x.name]', ['n0', 'n1']],
    ['length(aws_x.listed)', number(2)],
    ['try(aws_x.listed[5].name, "none")', 'none'],
    ['{ for k, v in { a = aws_x.one } : k => v.name }', { a: 'n' }],
  ])('%s is known', (source, expected) => {
    expect(plain(value(source))).toEqual(expected);
  });

  test.each([
    ['aws_x.one.arn', 'aws_x.one', 'arn', 'aws_x.one.arn is known only after apply'],
    ['aws_x.one.none', 'aws_x.one', 'none', 'aws_x.one.none is known only after apply'],
    ['aws_x.one.from', 'aws_x.one', 'from', 'var.u has no default'],
    ['aws_x.one.rule[0].id', 'aws_x.one', 'rule', 'aws_x.one.rule is known only after apply'],
    ['aws_x.listed[0].id', 'aws_x.listed[0]', 'id', 'aws_x.listed[0].id is known only after apply'],
    ['aws_x.listed[var.u].id', 'aws_x.listed', 'id', 'var.u has no default'],
    ['aws_x.maybe[0].id', 'aws_x.maybe', 'id', 'var.u has no default'],
    ['aws_x.maybe[*].id', 'aws_x.maybe', 'id', 'var.u has no default'],
    ['one(aws_x.maybe[*].id)', 'aws_x.maybe', 'id', 'var.u has no default'],
    ['try(aws_x.one.arn, "x")', 'aws_x.one', 'arn', 'aws_x.one.arn is known only after apply'],
  ])('%s refers to %s', (source, refersTo, attribute, why) => {
    expect(value(source)).toMatchObject({ kind: 'unknown', refersTo, attribute, why });
  });

  test('to what is not declared are unknown', () => {
    expect(plain(value('aws_x.nothing.id'))).toEqual({ unknown: 'aws_x.nothing is not declared' });
    expect(plain(value('data.aws_x.nothing.id'))).toEqual({ unknown: 'a data source is not declared' });
  });

  test('to each other are fine while no argument needs itself', () => {
    const configuration =
      'resource "a" "x" {\n  v = a.y.id\n  w = 1\n}\nresource "a" "y" {\n  v = a.x.w\n}\n';
    const { diagnostics, resources } = read({ 'main.tf': configuration });
    expect(diagnostics).toEqual([]);
    expect(resources[1]?.attributes.entries.get('v')).toMatchObject({ kind: 'number' });
  });

  test('to itself are reported', () => {
    const { diagnostics } = read({ 'main.tf': 'resource "a" "x" {\n  count = length(a.x)\n}\n' });
    expect(diagnostics).toMatchObject([{ code: 'iac-unresolved', severity: 'error' }]);
  });
});

describe('dynamic blocks', () => {
  const blocks = (body: string) =>
    plain(
      resourceAt(read({ 'main.tf': `variable "u" {}\nresource "a" "b" {\n${body}\n}\n` }), 'a.b').attributes,
    );

  test.each([
    [
      'a list',
      'for_each = ["x", "y"]\n content {\n v = "${r.key}${r.value}"\n }',
      { r: [{ v: '0x' }, { v: '1y' }] },
    ],
    [
      'a set',
      'for_each = toset(["y", "x"])\n content {\n v = "${r.key}${r.value}"\n }',
      { r: [{ v: 'xx' }, { v: 'yy' }] },
    ],
    [
      'a map',
      'for_each = { b = 1, a = 2 }\n content {\n v = "${r.key}${r.value}"\n }',
      { r: [{ v: 'a2' }, { v: 'b1' }] },
    ],
    ['nothing', 'for_each = []\n content {}', {}],
    ['an iterator', 'for_each = ["x"]\n iterator = it\n content {\n v = it.value\n }', { r: [{ v: 'x' }] }],
    ['something unknown', 'for_each = var.u\n content {}', { r: { unknown: 'var.u has no default' } }],
    [
      'no collection',
      'for_each = 5\n content {}',
      { r: { unknown: 'for_each of a dynamic block is a number' } },
    ],
    ['no content', 'for_each = [1]', { r: { unknown: 'the dynamic block r has no for_each or no content' } }],
  ])('over %s', (_, body, expected) => {
    expect(blocks(` dynamic "r" {\n ${body}\n }`)).toEqual(expected);
  });

  test('stand beside written ones, and in each other', () => {
    const body =
      ' r { v = "0" }\n dynamic "r" {\n for_each = ["x"]\n content {\n dynamic "s" {\n for_each = [r.value, "y"]\n content { w = s.value }\n }\n }\n }\n';
    expect(blocks(body)).toEqual({ r: [{ v: '0' }, { s: [{ w: 'x' }, { w: 'y' }] }] });
    const unknown = ' r { v = "0" }\n dynamic "r" {\n for_each = var.u\n content {}\n }\n';
    expect(blocks(unknown)).toEqual({ r: [{ v: '0' }, { unknown: 'var.u has no default' }] });
  });
});
