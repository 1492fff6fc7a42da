// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import { describe, expect, test } from 'vitest';
import { text } from '../../../../src/model/value.ts';
import { number, plain, read, resourceAt, valueIn } from '../support.ts';

const use = 'resource "t" "t" {\n  v = var.x\n}\n';

describe('where a variable gets its value, in Terraform’s order', () => {
  const files = {
    'main.tf': `variable "x" { default = "default" }\n${use}`,
    'terraform.tfvars': 'x = "terraform.tfvars"\n',
    'terraform.tfvars.json': '{ "x": "terraform.tfvars.json" }',
    'a.auto.tfvars': 'x = "a.auto"\n',
    'b.auto.tfvars.json': '{ "x": "b.auto.json" }',
    'prod.tfvars': 'x = "prod"\n',
    'late.tfvars': 'x = "late"\n',
  };
  const without = (...names: readonly string[]) =>
    Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));

  test.each([
    [
      'the manifest’s variables',
      files,
      { varFiles: ['prod.tfvars'], variables: new Map([['x', text('manifest')]]) },
      'manifest',
    ],
    ['the manifest’s files, the last first', files, { varFiles: ['prod.tfvars', 'late.tfvars'] }, 'late'],
    ['automatic files, the last by name first', files, {}, 'b.auto.json'],
    ['automatic files in HCL', without('b.auto.tfvars.json'), {}, 'a.auto'],
    ['terraform.tfvars.json', without('a.auto.tfvars', 'b.auto.tfvars.json'), {}, 'terraform.tfvars.json'],
    [
      'terraform.tfvars',
      without('a.auto.tfvars', 'b.auto.tfvars.json', 'terraform.tfvars.json'),
      {},
      'terraform.tfvars',
    ],
    ['the default', { 'main.tf': files['main.tf'] }, {}, 'default'],
  ])('%s', (_, tree, root, expected) => {
    expect(plain(resourceAt(read(tree, root), 't.t').attributes.entries.get('v'))).toBe(expected);
  });

  test('files are relative to the root module, and only its own are automatic', () => {
    const tree = {
      'infra/main.tf': files['main.tf'],
      'infra/vars/prod.tfvars': 'x = "prod"\n',
      'terraform.tfvars': 'x = "elsewhere"\n',
    };
    const value = (varFiles: readonly string[]) =>
      plain(resourceAt(read(tree, { directory: 'infra', varFiles }), 't.t').attributes.entries.get('v'));
    expect(value([])).toBe('default');
    expect(value(['vars/prod.tfvars'])).toBe('prod');
    expect(value(['../terraform.tfvars'])).toBe('elsewhere');
  });

  test('a variable without a value is unknown, with the place where it is declared', () => {
    const value = valueIn(`\nvariable "x" {}\n${use}`);
    expect(value).toMatchObject({
      kind: 'unknown',
      why: 'var.x has no default',
      at: { file: 'main.tf', line: 2, column: 1 },
    });
  });

  test('a variable that is not declared is unknown', () => {
    expect(plain(valueIn(use))).toEqual({ unknown: 'var.x is not declared' });
  });

  test('a misspelt variable of the manifest is reported there', () => {
    const at = { file: 'bedrock-cost.yml', line: 3 };
    const { diagnostics } = read({ 'main.tf': use }, { variables: new Map([['y', text('')]]), at });
    expect(diagnostics).toMatchObject([{ code: 'iac-unresolved', severity: 'warning', at }]);
  });

  test('a file of variables that is missing, outside, or no JSON is reported', () => {
    const at = { file: 'bedrock-cost.yml', line: 3 };
    const tree = { 'main.tf': use, 'bad.tfvars.json': '[1]' };
    const { diagnostics } = read(tree, { varFiles: ['no.tfvars', '../../x.tfvars', 'bad.tfvars.json'], at });
    expect(diagnostics).toMatchObject([
      { code: 'iac-missing', at, message: 'The variable file no.tfvars does not exist in ..' },
      { code: 'file-refused', at },
      { code: 'iac-unresolved', at: { file: 'bad.tfvars.json' } },
    ]);
  });

  test('a file of variables holds constants only', () => {
    const tree = { 'main.tf': `variable "x" {}\n${use}`, 'terraform.tfvars': 'x = var.y\n' };
    const value = resourceAt(read(tree), 't.t').attributes.entries.get('v');
    expect(plain(value)).toEqual({ unknown: 'var stands in a file of variables' });
  });
});

describe('a variable has the type that it states', () => {
  test.each([
    ['string', '5', '5'],
    ['number', '"5"', number(5)],
    ['bool', '"true"', true],
    ['any', '5', number(5)],
    ['"string"', '5', '5'],
    ['list(string)', '[1, "a"]', ['1', 'a']],
    ['list', '[1, "a"]', ['1', 'a']],
    ['set(string)', '["b", "a", "b"]', ['a', 'b']],
    ['map(number)', '{ a = "1" }', { a: number(1) }],
    ['tuple([string, number])', '[1, "2"]', ['1', number(2)]],
    ['object({ a = string })', '{ a = 1, b = 2 }', { a: '1' }],
    ['object({ a = optional(string) })', '{}', { a: null }],
    ['object({ a = optional(number, 5) })', '{ a = null }', { a: number(5) }],
    ['object({ a = optional(object({ b = optional(bool, true) }), {}) })', '{}', { a: { b: true } }],
    ['map(object({ m = string, n = optional(number) }))', '{ x = { m = "a" } }', { x: { m: 'a', n: null } }],
    ['string', 'null', null],
  ])('%s of %s', (type, value, expected) => {
    expect(plain(valueIn(`variable "x" {\n  type    = ${type}\n  default = ${value}\n}\n${use}`))).toEqual(
      expected,
    );
  });

  test.each([
    [
      'number',
      '"x"',
      'var.x does not fit its type: a text that is no number stands where a number is needed',
    ],
    ['object({ a = string })', '{}', 'var.x does not fit its type: the attribute a is missing in an object'],
    ['list(string)', '{}', 'var.x does not fit its type: a map stands where a list is needed'],
    [
      'tuple([string])',
      '[]',
      'var.x does not fit its type: a list stands where a tuple of 1 items is needed',
    ],
  ])('%s of %s fails', (type, value, why) => {
    const declared = `variable "x" {\n  type    = ${type}\n  default = ${value}\n}\n${use}`;
    expect(plain(valueIn(declared))).toEqual({ unknown: why });
  });

  test('null stands for the default where the variable says that it is not nullable', () => {
    const declared = (nullable: boolean) =>
      `variable "x" {\n  default  = "d"\n  nullable = ${nullable}\n}\n${use}`;
    const given = (nullable: boolean) =>
      read({ 'main.tf': declared(nullable), 'terraform.tfvars': 'x = null\n' });
    expect(plain(resourceAt(given(false), 't.t').attributes.entries.get('v'))).toBe('d');
    expect(plain(resourceAt(given(true), 't.t').attributes.entries.get('v'))).toBe(null);
  });

  test('a block with a syntax error is unknown', () => {
    const value = valueIn(`${use}variable "x" {\n  default = "d"\n`);
    expect(plain(value)).toEqual({ unknown: 'the block of var.x has a syntax error' });
  });
});

describe('locals', () => {
  test('may stand in any order and in several blocks', () => {
    const configuration =
      'locals {\n  a = "${local.b}!"\n}\nlocals {\n  b = upper(local.c)\n  c = "x"\n}\nresource "t" "t" {\n  v = local.a\n}\n';
    expect(plain(valueIn(configuration))).toBe('X!');
  });

  test('that need each other are reported once and unknown', () => {
    const configuration =
      'locals {\n  a = local.b\n  b = [local.c]\n  c = local.a\n}\nresource "t" "t" {\n  v = local.b\n  w = local.a\n}\n';
    const { diagnostics, resources } = read({ 'main.tf': configuration });
    expect(diagnostics).toEqual([
      {
        code: 'iac-unresolved',
        severity: 'error',
        message: 'local.b refers to itself: local.b -> local.c -> local.a -> local.b.',
        at: { file: 'main.tf', line: 3, column: 3 },
      },
    ]);
    expect(plain(resources[0]?.attributes)).toMatchObject({ w: { unknown: 'local.b refers to itself' } });
  });

  test('that are declared twice are reported, and the first holds', () => {
    const configuration =
      'locals {\n  a = 1\n}\nlocals {\n  a = 2\n}\nresource "t" "t" {\n  v = local.a\n}\n';
    const { diagnostics, resources } = read({ 'main.tf': configuration });
    expect(diagnostics).toMatchObject([{ code: 'iac-unresolved', at: { line: 5 } }]);
    expect(plain(resources[0]?.attributes)).toEqual({ v: number(1) });
  });
});
