// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import { describe, expect, test } from 'vitest';
import { number, plain, read, resourceAt } from '../support.ts';

const child =
  'variable "x" { default = "d" }\nresource "a" "b" {\n  v = var.x\n}\noutput "o" {\n  value = "${var.x}!"\n}\noutput "arn" {\n  value = a.b.arn\n}\n';

describe('local modules', () => {
  test('get inputs and give outputs', () => {
    const files = {
      'main.tf':
        'module "m" {\n  source = "./m"\n  x      = "in"\n}\nresource "t" "t" {\n  v = module.m.o\n  w = module.m.arn\n}\n',
      'm/main.tf': child,
    };
    const reading = read(files);
    expect(reading.resources.map(({ address }) => address)).toEqual(['t.t', 'module.m.a.b']);
    expect(plain(resourceAt(reading, 'module.m.a.b').attributes)).toEqual({ v: 'in' });
    expect(resourceAt(reading, 't.t').attributes.entries.get('w')).toMatchObject({
      refersTo: 'module.m.a.b',
      attribute: 'arn',
    });
    expect(plain(resourceAt(reading, 't.t').attributes.entries.get('v'))).toBe('in!');
  });

  test('are nested, with paths relative to the one that calls', () => {
    const files = {
      'env/dev/main.tf': 'module "outer" {\n  source = "../../modules/outer"\n}\n',
      'modules/outer/main.tf': 'module "inner" {\n  source = "../inner"\n  x = path.module\n}\n',
      'modules/inner/main.tf': child,
    };
    const reading = read(files, { directory: 'env/dev' });
    expect(plain(resourceAt(reading, 'module.outer.module.inner.a.b').attributes)).toEqual({
      v: '../../modules/outer',
    });
  });

  test('have count and for_each', () => {
    const files = {
      'main.tf':
        'module "c" {\n  source = "./m"\n  count  = 2\n  x = count.index\n}\nmodule "e" {\n  source   = "./m"\n  for_each = { eu = "x" }\n  x = "${each.key}-${each.value}"\n}\nresource "t" "t" {\n  v = module.c[1].o\n  w = module.e["eu"].o\n  all = module.c[*].o\n}\n',
      'm/main.tf': child,
    };
    const reading = read(files);
    expect(reading.resources.map(({ address }) => address)).toEqual([
      't.t',
      'module.c[0].a.b',
      'module.c[1].a.b',
      'module.e["eu"].a.b',
    ]);
    expect(plain(resourceAt(reading, 't.t').attributes)).toEqual({ v: '1!', w: 'eu-x!', all: ['0!', '1!'] });
  });

  test('that may not exist make uncertain resources, and their outputs still show where they lead', () => {
    const files = {
      'main.tf':
        'variable "u" {}\nmodule "m" {\n  source = "./m"\n  count  = var.u ? 1 : 0\n}\nresource "t" "t" {\n  v = module.m[0].arn\n  w = module.m[0].o\n}\n',
      'm/main.tf': child,
    };
    const reading = read(files);
    expect(resourceAt(reading, 'module.m.a.b').uncertain).toMatchObject({ why: 'var.u has no default' });
    const { entries } = resourceAt(reading, 't.t').attributes;
    expect(entries.get('v')).toMatchObject({ refersTo: 'module.m.a.b', attribute: 'arn' });
    expect(plain(entries.get('w'))).toEqual({ unknown: 'var.u has no default' });
  });

  test('may need outputs of each other, while no value needs itself', () => {
    const files = {
      'main.tf':
        'module "a" {\n  source = "./m"\n  x = "1"\n  y = module.b.first\n}\nmodule "b" {\n  source = "./m"\n  x = module.a.first\n  y = "2"\n}\n',
      'm/main.tf':
        'variable "x" {}\nvariable "y" {}\nresource "a" "b" {\n  v = "${var.x}${var.y}"\n}\noutput "first" {\n  value = var.x\n}\n',
    };
    const reading = read(files);
    expect(reading.diagnostics).toEqual([]);
    expect(plain(resourceAt(reading, 'module.a.a.b').attributes)).toEqual({ v: '11' });
    expect(plain(resourceAt(reading, 'module.b.a.b').attributes)).toEqual({ v: '12' });
  });

  test('without a needed input are unknown there', () => {
    const files = {
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'm/main.tf': 'variable "x" {}\nresource "a" "b" {\n  v = var.x\n}\n',
    };
    expect(plain(resourceAt(read(files), 'module.m.a.b').attributes)).toEqual({
      v: { unknown: 'var.x has no default' },
    });
  });

  test('report problems of their files once', () => {
    const files = {
      'main.tf': 'module "m" {\n  source = "./m"\n  count = 3\n}\n',
      'm/main.tf': 'resource "a" "b" {\n  v = = 1\n}\n',
    };
    expect(read(files).diagnostics).toMatchObject([
      { code: 'hcl-syntax', at: { file: 'm/main.tf', line: 2 } },
    ]);
  });
});

describe('modules that are not in the tree', () => {
  const use = 'resource "t" "t" {\n  v = module.m.o\n  w = try(module.m.o, 1)\n}\n';
  test.each([
    [
      'terraform-aws-modules/vpc/aws',
      'iac-unresolved',
      'notice',
      'module.m comes from terraform-aws-modules/vpc/aws, which is not in this repository; what it declares is not priced.',
    ],
    [
      'git::https://example.com/x.git?ref=v1',
      'iac-unresolved',
      'notice',
      'module.m comes from git::https://example.com/x.git?ref=v1, which is not in this repository; what it declares is not priced.',
    ],
    [
      '/etc',
      'iac-unresolved',
      'notice',
      'module.m comes from /etc, which is not in this repository; what it declares is not priced.',
    ],
    [
      './nothing',
      'iac-missing',
      'error',
      'module.m has the source ./nothing, but nothing holds no Terraform files.',
    ],
    [
      '../../etc',
      'file-refused',
      'error',
      'module.m has the source ../../etc, which is outside of the tree; it was not read.',
    ],
  ])('%s', (source, code, severity, message) => {
    const reading = read({ 'main.tf': `module "m" {\n  source = "${source}"\n  count  = 1\n}\n${use}` });
    expect(reading.diagnostics).toMatchObject([
      { code, severity, message, at: { file: 'main.tf', line: 1 } },
    ]);
    expect(resourceAt(reading, 't.t').attributes.entries.get('v')).toMatchObject({ kind: 'unknown' });
    expect(resourceAt(reading, 't.t').attributes.entries.get('w')).toMatchObject({ kind: 'unknown' });
  });

  test('a source that is computed is not followed', () => {
    const { diagnostics } = read({
      'main.tf': 'variable "s" { default = "./m" }\nmodule "m" {\n  source = var.s\n}\n',
    });
    expect(diagnostics).toMatchObject([
      { code: 'iac-unresolved', message: /^module.m has no source that is a plain text/ },
    ]);
  });

  test('an output that does not exist, of a module that does, is unknown', () => {
    const files = {
      'main.tf': `module "m" {\n  source = "./m"\n}\nresource "t" "t" {\n  v = module.m.q\n}\n`,
      'm/main.tf': '',
    };
    expect(plain(resourceAt(read(files), 't.t').attributes)).toEqual({
      v: { unknown: 'module.m.q is no output' },
    });
  });
});

describe('numbers stay numbers on their way through modules', () => {
  test('unless a type makes them texts', () => {
    const files = {
      'main.tf': 'module "m" {\n  source = "./m"\n  n = 5\n  s = 5\n}\n',
      'm/main.tf':
        'variable "n" {\n  type = number\n}\nvariable "s" {\n  type = string\n}\nresource "a" "b" {\n  n = var.n\n  s = var.s\n}\n',
    };
    expect(plain(resourceAt(read(files), 'module.m.a.b').attributes)).toEqual({ n: number(5), s: '5' });
  });
});
