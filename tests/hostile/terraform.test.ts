/** Terraform made to do harm. Each gives the diagnostic or the unknown that it must, and nothing leaks into the answer. */
import { describe, expect, test } from 'vitest';
import type { IacReading } from '../../src/iac/format.ts';
import { readInfrastructure } from '../../src/iac/read.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { plain } from '../unit/iac/support.ts';

const GOOD = 'resource "aws_bedrock_guardrail" "good" {\n  name = "g"\n}\n';

/** Reads a configuration beside a good resource, which must survive. */
function read(configuration: string, more: Readonly<Record<string, string>> = {}): IacReading {
  const files = { 'main.tf': configuration, 'good.tf': GOOD, ...more };
  const reading = readInfrastructure(new Map(Object.entries(files)), [{ directory: '.' }]);
  const good = reading.resources.find(({ address }) => address === 'aws_bedrock_guardrail.good');
  expect(plain(good?.attributes)).toEqual({ name: 'g' });
  return reading;
}

const codes = ({ diagnostics }: IacReading) => diagnostics.map(({ code }) => code);

describe('counts', () => {
  test('T01: a count of a billion makes no billion resources', () => {
    const reading = read(
      'resource "aws_bedrock_provisioned_model_throughput" "x" {\n  count = 1000000000\n}\n',
    );
    expect(codes(reading)).toEqual(['limit-exceeded']);
    expect(reading.resources).toHaveLength(LIMITS.instancesPerBlock + 1);
  });

  test('T02: nor does a range of a billion', () => {
    const forEach = 'toset([for i in range(0, 1000000000) : tostring(i)])';
    const reading = read(`resource "aws_bedrockagent_agent" "x" {\n  for_each = ${forEach}\n}\n`);
    expect(codes(reading)).toEqual(['limit-exceeded']);
    const agents = reading.resources.filter(({ type }) => type === 'aws_bedrockagent_agent');
    expect(agents).toMatchObject([{ address: 'aws_bedrockagent_agent.x', uncertain: { kind: 'unknown' } }]);
  });
});

describe('the machine that it runs on', () => {
  test.each([
    'file("/proc/self/environ")',
    'filebase64("/proc/self/environ")',
    'templatefile("/proc/self/environ", {})',
    'jsondecode(file("../secrets.json"))',
    'file("a/../../secrets.json")',
    'fileexists("/etc/passwd")',
    'fileset("/", "**")',
    'filesha256("/etc/passwd")',
    'pathexpand("~")',
    'timestamp()',
    'uuid()',
  ])('T04: %s is never evaluated', (call) => {
    const reading = read(
      `locals {\n  x = ${call}\n}\nresource "t" "t" {\n  v = local.x\n  w = "\${local.x}"\n}\n`,
      {
        'secrets.json': '{ "secret": "s3cr3t" }',
      },
    );
    const { attributes } = reading.resources.find(({ address }) => address === 't.t') ?? {
      attributes: undefined,
    };
    expect(plain(attributes)).toEqual({
      v: {
        unknown: expect.stringMatching(
          /^(?:function \w+\(\)|\w+\(\) of a path outside of the tree) is not evaluated$/,
        ),
      },
      w: {
        unknown: expect.stringMatching(
          /^(?:function \w+\(\)|\w+\(\) of a path outside of the tree) is not evaluated$/,
        ),
      },
    });
    expect(JSON.stringify(reading.diagnostics)).not.toContain('s3cr3t');
  });

  test.each(['../../../../../../etc', './../..', 'a/../../../etc'])(
    'a module at %s is refused or not in the tree',
    (source) => {
      const reading = read(`module "m" {\n  source = "${source}"\n}\n`);
      expect(reading.diagnostics).toHaveLength(1);
      expect(['file-refused', 'iac-unresolved']).toContain(reading.diagnostics[0]?.code);
      expect(reading.resources).toHaveLength(1);
    },
  );

  test('T05: a module outside of the tree is refused', () => {
    expect(codes(read('module "m" { source = "../../../../../../etc" }\n'))).toEqual(['file-refused']);
  });
});

describe('values that nobody knows', () => {
  test('T07: a variable without a default stays unknown: never zero, never made up', () => {
    const configuration =
      'variable "n" {}\nresource "aws_bedrock_provisioned_model_throughput" "x" { model_units = var.n }\n';
    const found = read(configuration).resources.find(({ type }) => type !== 'aws_bedrock_guardrail');
    expect(found?.attributes.entries.get('model_units')).toMatchObject({
      kind: 'unknown',
      why: 'var.n has no default',
      at: { file: 'main.tf', line: 1, column: 1 },
    });
  });
});

describe('depth', () => {
  test.each([
    ['parentheses', `locals { x = ${'('.repeat(20_000)}1${')'.repeat(20_000)} }\n`],
    ['lists', `locals {\n  x = ${'['.repeat(20_000)}${']'.repeat(20_000)}\n}\n`],
    ['objects', `locals {\n  x = ${'{ a = '.repeat(20_000)}1${' }'.repeat(20_000)}\n}\n`],
    ['templates', `locals {\n  x = ${'"${'.repeat(20_000)}1${'}"'.repeat(20_000)}\n}\n`],
    ['conditionals', `locals {\n  x = ${'true ? 1 : '.repeat(20_000)}2\n}\n`],
    ['blocks', `${'b {\n'.repeat(20_000)}${'}\n'.repeat(20_000)}`],
  ])('T08: 20,000 %s', (_, configuration) => {
    expect(codes(read(configuration))).toContain('limit-exceeded');
  });
});

describe('names that mean something to JavaScript', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'])(
    '%s is a name like any other',
    (name) => {
      const configuration = `variable "${name}" { default = "v" }
locals {
  ${name} = { ${name} = "l" }
}
resource "${name}" "${name}" {
  ${name} = local.${name}.${name}
  w = var.${name}
  x = lookup({}, "${name}", "none")
  y = try({}.${name}, "none")
  z = ${name}("x")
}
module "${name}" {
  source = "./m"
}
`;
      const reading = read(configuration, { 'm/main.tf': '' });
      expect(reading.diagnostics).toEqual([]);
      const found = reading.resources.find(({ address }) => address === `${name}.${name}`);
      const entries = found?.attributes.entries ?? new Map();
      expect([...entries].map(([key, value]) => [key, plain(value)])).toEqual([
        [name, 'l'],
        ['w', 'v'],
        ['x', 'none'],
        ['y', 'none'],
        ['z', { unknown: `function ${name}() is not evaluated` }],
      ]);
      expect(Object.prototype).not.toHaveProperty('l');
    },
  );
});

describe('files that are not what they seem', () => {
  test.each([
    ['binary data', '\u0000\u0001\u0002PK\u0003\u0004'],
    ['JSON', '{ "resource": { "a": {} } }\n'],
    ['a symbolic link’s text', '../other/main.tf'],
    ['a merge conflict', '<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> branch\n'],
    ['half a surrogate pair', 'a = "\ud800"\nb = \ud800\n'],
  ])('%s', (_, text) => {
    expect(codes(read(text)).every((code) => code === 'hcl-syntax')).toBe(true);
    expect(codes(read(text)).length).toBeGreaterThan(0);
  });
});
