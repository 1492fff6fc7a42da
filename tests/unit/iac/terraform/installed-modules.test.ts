/** Modules that `terraform init` put into the tree. */
import { describe, expect, test } from 'vitest';
import {
  findInfrastructureRoots,
  readInfrastructure,
  wantedByInfrastructure,
} from '../../../../src/iac/read.ts';
import { isCurrent } from '../../../../src/iac/terraform/module/installed.ts';
import { meetsConstraint } from '../../../../src/iac/terraform/module/version.ts';
import { LIMITS } from '../../../../src/model/limits.ts';
import { type Files, plain, read } from '../support.ts';

const CALL = `module "kb" {
  source  = "acme/kb/aws"
  version = "~> 2.1"
  model   = "amazon.titan-embed-text-v2:0"
}
output "model" {
  value = module.kb.model
}
resource "t" "t" {
  v = module.kb.model
}
`;

const KB = {
  '.terraform/modules/kb/main.tf': `variable "model" {}
module "store" {
  source = "./modules/store"
  model  = var.model
}
module "inner" {
  source = "git::https://github.com/acme/inner.git?ref=v1"
}
output "model" {
  value = "\${module.store.model}, \${module.inner.name}, \${path.module}"
}
`,
  '.terraform/modules/kb/modules/store/main.tf': `variable "model" {}
resource "aws_s3vectors_index" "main" {
  name = var.model
}
output "model" {
  value = aws_s3vectors_index.main.name
}
`,
  '.terraform/modules/kb.inner/main.tf': 'output "name" {\n  value = "inner"\n}\n',
};

function listed(...entries: readonly Readonly<Record<string, string>>[]): Files {
  return { '.terraform/modules/modules.json': JSON.stringify({ Modules: entries }) };
}

const ROOT = { Key: '', Source: '', Dir: '.' };
const LIST = [
  ROOT,
  { Key: 'kb', Source: 'registry.terraform.io/acme/kb/aws', Version: '2.3.0', Dir: '.terraform/modules/kb' },
  { Key: 'kb.store', Source: './modules/store', Dir: '.terraform/modules/kb/modules/store' },
  {
    Key: 'kb.inner',
    Source: 'git::https://github.com/acme/inner.git?ref=v1',
    Dir: '.terraform/modules/kb.inner',
  },
];

describe('modules that are installed', () => {
  test('are read, with those in them', () => {
    const { resources, diagnostics } = read({ 'main.tf': CALL, ...KB, ...listed(...LIST) });
    expect(diagnostics).toEqual([]);
    expect(resources.map(({ address, attributes }) => [address, plain(attributes)])).toEqual([
      ['t.t', { v: 'amazon.titan-embed-text-v2:0, inner, .terraform/modules/kb' }],
      ['module.kb.module.store.aws_s3vectors_index.main', { name: 'amazon.titan-embed-text-v2:0' }],
    ]);
  });

  test('are asked for, and nothing else of what was downloaded', () => {
    const files = { 'main.tf': CALL, ...listed(...LIST) };
    const paths = new Set([
      ...Object.keys(files),
      ...Object.keys(KB),
      '.terraform/modules/kb/README.md',
      '.terraform/modules/kb/examples/complete/main.tf',
      '.terraform/providers/registry.terraform.io/hashicorp/aws/6.0.0/linux_amd64/provider',
    ]);
    const { asked, modules } = readInfrastructure(
      new Map(Object.entries(files)),
      [{ directory: '.' }],
      undefined,
      paths,
    );
    expect(asked).toEqual(Object.keys(KB));
    expect(modules).toEqual({ installed: [], unread: ['kb'] });
  });

  test('are no roots, and are not wanted for their own sake', () => {
    const texts = new Map(Object.entries({ 'main.tf': CALL, ...KB, ...listed(...LIST) }));
    expect(findInfrastructureRoots(texts).map(({ directory }) => directory)).toEqual(['.']);
    expect([...texts.keys()].filter(wantedByInfrastructure)).toEqual([
      'main.tf',
      '.terraform/modules/modules.json',
    ]);
    expect(wantedByInfrastructure('infra/.terraform/modules/modules.json')).toBe(true);
    expect(wantedByInfrastructure('infra/.terraform/modules/kb/main.tf')).toBe(false);
  });

  test('of another version are named once, and not read', () => {
    const list = LIST.map((entry) => (entry.Key === 'kb' ? { ...entry, Version: '1.9.0' } : entry));
    const { resources, diagnostics } = read({ 'main.tf': CALL, ...KB, ...listed(...list) });
    expect(resources.map(({ address }) => address)).toEqual(['t.t']);
    expect(diagnostics).toMatchObject([
      {
        code: 'iac-unresolved',
        severity: 'notice',
        message:
          'module.kb comes from acme/kb/aws, of which .terraform holds another version; what it declares is not priced.',
        at: { file: 'main.tf', line: 1 },
      },
    ]);
  });

  test('outside of the tree are refused', () => {
    const list = [ROOT, { Key: 'kb', Source: 'acme/kb/aws', Version: '2.3.0', Dir: '../../etc' }];
    const { diagnostics } = read({ 'main.tf': CALL, ...KB, ...listed(...list) });
    expect(diagnostics.map(({ code }) => code)).toEqual(['file-refused', 'iac-unresolved']);
    const absolute = [ROOT, { Key: 'kb', Source: 'acme/kb/aws', Version: '2.3.0', Dir: '/etc' }];
    expect(read({ 'main.tf': CALL, ...listed(...absolute) }).diagnostics.map(({ code }) => code)).toEqual([
      'file-refused',
      'iac-unresolved',
    ]);
  });

  test.each(['', '{', '[]', '{"Modules": 1}', '{"Modules": [1, null, {}, {"Key": 1, "Dir": []}]}'])(
    'a list that is %j lists none',
    (list) => {
      const { diagnostics } = read({ 'main.tf': CALL, '.terraform/modules/modules.json': list });
      expect(diagnostics.map(({ code }) => code)).toEqual(['iac-unresolved']);
    },
  );

  test('may lead in a circle, to the cap of their depth', () => {
    const files = {
      'main.tf': 'module "a" {\n  source = "acme/a/aws"\n}\n',
      'a/main.tf': 'module "a" {\n  source = "acme/a/aws"\n}\nresource "t" "t" {}\n',
    };
    const keys = Array.from({ length: LIMITS.moduleDepth + 5 }, (_, depth) => 'a.'.repeat(depth) + 'a');
    const list = keys.map((Key) => ({ Key, Source: 'acme/a/aws', Dir: 'a' }));
    const { resources, diagnostics } = read({ ...files, ...listed(ROOT, ...list) });
    expect(resources).toHaveLength(LIMITS.moduleDepth);
    expect(diagnostics.map(({ code }) => code)).toEqual(['limit-exceeded']);
  });

  test('are read up to a cap', () => {
    const many = (count: number) =>
      read({
        'main.tf': CALL,
        ...listed(
          ...Array.from({ length: count }, (_, index) => ({ Key: `m${index}`, Source: 'x', Dir: 'x' })),
        ),
      }).diagnostics.map(({ code }) => code);
    expect(many(LIMITS.installedModules)).toEqual(['iac-unresolved']);
    expect(many(LIMITS.installedModules + 1)).toEqual(['limit-exceeded', 'iac-unresolved']);
  });
});

describe('whether what is installed is what is called', () => {
  test.each([
    ['registry.terraform.io/acme/kb/aws', 'acme/kb/aws', true],
    ['registry.opentofu.org/acme/kb/aws', 'acme/kb/aws', true],
    ['acme/kb/aws', 'registry.terraform.io/acme/kb/aws', true],
    ['registry.terraform.io/acme/kb/aws//modules/store', 'acme/kb/aws//modules/store', true],
    ['registry.terraform.io/acme/kb/aws//modules/store', 'acme/kb/aws', false],
    ['registry.terraform.io/acme/kb/aws', 'acme/other/aws', false],
    ['git::https://github.com/acme/kb.git?ref=v1', 'github.com/acme/kb?ref=v1', true],
    ['git::https://github.com/acme/kb.git?ref=v1', 'git::https://github.com/acme/kb.git?ref=v2', false],
    ['git::ssh://git@github.com/acme/kb.git', 'git@github.com:acme/kb.git', true],
  ])('%s for %s: %s', (source, written, expected) => {
    expect(isCurrent({ source, version: undefined, directory: 'm' }, written, undefined)).toBe(expected);
  });

  test.each([
    ['2.3.0', '2.3.0', true],
    ['2.3.0', '= 2.3.0', true],
    ['2.3.0', '2.3', true],
    ['2.3.0', '!= 2.3.0', false],
    ['2.3.1', '>= 2.3, < 3.0.0', true],
    ['3.0.0', '>= 2.3, < 3', false],
    ['2.9.9', '~> 2.3', true],
    ['3.0.0', '~> 2.3', false],
    ['2.3.9', '~> 2.3.1', true],
    ['2.4.0', '~> 2.3.1', false],
    ['2.3.0', '~> 2.3.1', false],
    ['10.0.0', '> 9.9.9', true],
    ['2.3.0', '<= 2.3.0', true],
    ['2.3.0-beta1', '>= 2.0', false],
    ['2.3.0', '', false],
    ['2.3.0', 'latest', false],
  ])('%s meets %j: %s', (version, constraint, expected) => {
    expect(meetsConstraint(version, constraint)).toBe(expected);
  });
});
