/** What only one side of a comparison has at hand invents no change. */
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { ParseCache } from '../../../src/iac/parse-cache.ts';
import { readBoth } from '../../../src/tree/read-both.ts';
import type { Tree } from '../../../src/tree/read-tree.ts';
import { treeOf } from '../bind/trees.ts';

type Files = Readonly<Record<string, string>>;

const both = (base: Files, head: Files) =>
  readBoth(treeOf(base), treeOf(head), FEATURES, undefined, new ParseCache());

const addresses = (tree: Tree) =>
  tree.projects.flatMap(({ resources }) => resources.map(({ address }) => address));

const messages = (tree: Tree) => tree.diagnostics.map(({ code, message }) => `${code}: ${message}`);

describe('modules that are installed', () => {
  const call = (name: string) => `module "${name}" {\n  source = "acme/kb/aws"\n}\n`;
  const installed = (...names: readonly string[]): Files => ({
    '.terraform/modules/modules.json': JSON.stringify({
      Modules: names.map((name) => ({
        Key: name,
        Source: 'registry.terraform.io/acme/kb/aws',
        Version: '1.0.0',
        Dir: '.terraform/modules/kb',
      })),
    }),
    '.terraform/modules/kb/main.tf': 'resource "aws_s3vectors_index" "main" {}\n',
  });

  test('on both sides are read on both', async () => {
    const files = { 'main.tf': call('a'), ...installed('a') };
    const { before, after } = await both(files, files);
    expect([addresses(before), addresses(after)]).toEqual([
      ['module.a.aws_s3vectors_index.main'],
      ['module.a.aws_s3vectors_index.main'],
    ]);
  });

  test.each(['head', 'base'])('at the %s only are read on neither', async (side) => {
    const plain = { 'main.tf': call('a') };
    const full = { ...plain, ...installed('a') };
    const { before, after } = side === 'head' ? await both(plain, full) : await both(full, plain);
    expect([addresses(before), addresses(after)]).toEqual([[], []]);
    const [with_, without] = side === 'head' ? [after, before] : [before, after];
    expect(messages(with_)).toEqual([
      'iac-unresolved: module.a comes from acme/kb/aws, which is installed on one side of the comparison only; what it declares is not priced.',
    ]);
    expect(messages(without)).toEqual([
      'iac-unresolved: module.a comes from acme/kb/aws, which is not in this repository; what it declares is not priced.',
    ]);
  });

  test('of a call that is new are read', async () => {
    const base = { 'main.tf': call('a') };
    const head = { 'main.tf': call('a') + call('b'), ...installed('a', 'b') };
    const { before, after } = await both(base, head);
    expect([addresses(before), addresses(after)]).toEqual([[], ['module.b.aws_s3vectors_index.main']]);
  });
});

describe('a plan that only the head has', () => {
  const manifest = 'version: 1\nregion: us-east-1\niac: [{ terraform_plan: tfplan.json }]\n';
  const guardrail = (name: string) => ({
    address: `aws_bedrock_guardrail.${name}`,
    mode: 'managed',
    type: 'aws_bedrock_guardrail',
    name,
    values: { name },
  });
  const plan = (prior: readonly unknown[] | undefined, planned: readonly unknown[]) =>
    JSON.stringify({
      format_version: '1.2',
      planned_values: { root_module: { resources: planned } },
      ...(prior === undefined ? {} : { prior_state: { values: { root_module: { resources: prior } } } }),
      resource_changes: [],
    });

  test('is before and after in one', async () => {
    const text = plan(
      [guardrail('old'), { ...guardrail('read'), mode: 'data' }],
      [guardrail('old'), guardrail('new')],
    );
    const { before, after } = await both(
      { 'bedrock-cost.yml': manifest },
      { 'bedrock-cost.yml': manifest, 'tfplan.json': text },
    );
    expect(addresses(before)).toEqual(['aws_bedrock_guardrail.old']);
    expect(addresses(after)).toEqual(['aws_bedrock_guardrail.old', 'aws_bedrock_guardrail.new']);
    expect(messages(before)).toEqual([
      'iac-changed: The base has no tfplan.json; what stood before the plan of the head is taken from that plan.',
    ]);
    expect(messages(after)).toEqual([]);
  });

  test('of what is made from nothing has nothing before it', async () => {
    const { before, after } = await both(
      { 'bedrock-cost.yml': manifest },
      { 'bedrock-cost.yml': manifest, 'tfplan.json': plan(undefined, [guardrail('new')]) },
    );
    expect([addresses(before), addresses(after)]).toEqual([[], ['aws_bedrock_guardrail.new']]);
    expect(before.diagnostics.map(({ severity }) => severity)).toEqual(['notice']);
  });

  test('does not stand in for a plan that the base has itself', async () => {
    const { before } = await both(
      { 'bedrock-cost.yml': manifest, 'tfplan.json': plan([], [guardrail('base')]) },
      { 'bedrock-cost.yml': manifest, 'tfplan.json': plan([guardrail('old')], [guardrail('new')]) },
    );
    expect(addresses(before)).toEqual(['aws_bedrock_guardrail.base']);
  });

  test('is not made up where the base names none', async () => {
    const { before } = await both(
      { 'bedrock-cost.yml': 'version: 1\nregion: us-east-1\n' },
      { 'bedrock-cost.yml': manifest, 'tfplan.json': plan([guardrail('old')], []) },
    );
    expect(addresses(before)).toEqual([]);
  });
});

describe('a root that the manifest gives something else', () => {
  const files = (iac: string, more: Files = {}): Files => ({
    'bedrock-cost.yml': `version: 1\nregion: us-east-1\n${iac}\n`,
    'infra/main.tf': 'resource "aws_s3vectors_index" "main" {}\n',
    'infra/prod.tfvars': 'on = true\n',
    'infra/dev.tfvars': 'on = false\n',
    ...more,
  });
  const changes = async (base: Files, head: Files) => {
    const { after } = await both(base, head);
    return after.diagnostics.flatMap(({ code, severity, message, at }) =>
      code === 'iac-changed' ? [`${severity} ${at?.line ?? '-'}: ${message}`] : [],
    );
  };
  const given = (key: string, before = ' (bedrock-cost.yml:3)') =>
    `warning 3: The manifest gives infra another ${key} here than at base${before}: what that takes away may still be deployed.`;

  test.each([
    ['variables', 'iac: [{ terraform: infra, variables: { on: false } }]', 'variables.on'],
    ['files', 'iac: [{ terraform: infra, var_files: [dev.tfvars] }]', 'var_files'],
    ['a workspace', 'iac: [{ terraform: infra, workspace: dev }]', 'workspace'],
    ['a region', 'iac: [{ terraform: infra, region: eu-west-1 }]', 'region'],
  ])('%s is said, with both places', async (_, iac, key) => {
    expect(await changes(files('iac: [{ terraform: infra }]'), files(iac))).toEqual([given(key)]);
    expect(await changes(files(''), files(iac))).toEqual([given(key, '')]);
    expect(await changes(files(iac), files(iac))).toEqual([]);
  });

  test('is not the region that it has anyway, and no change of the region of all', async () => {
    const base = files('iac: [{ terraform: infra }]');
    expect(await changes(base, files('iac: [{ terraform: infra, region: us-east-1 }]'))).toEqual([]);
    const moved = Object.fromEntries(
      Object.entries(base).map(([path, text]) => [path, text.replace('us-east-1', 'eu-west-1')]),
    );
    expect(await changes(base, moved)).toEqual([]);
  });

  test('is said where one of two readings is dropped, unless its file is deleted', async () => {
    const two = files('iac: [{ terraform: infra, var_files: [prod.tfvars] }, { terraform: infra }]');
    const { 'infra/prod.tfvars': _, ...without } = files('iac: [{ terraform: infra }]');
    expect(await changes(two, files('iac: [{ terraform: infra }]'))).toEqual([
      'warning 3: The infrastructure code in infra (prod.tfvars) was read at base (bedrock-cost.yml:3) and is not read in that way here: what that takes away may still be deployed.',
    ]);
    expect(await changes(two, without)).toEqual([]);
  });

  test('is nothing to warn of where the head brings the first manifest', async () => {
    const { 'bedrock-cost.yml': _, ...bare } = files('');
    expect(await changes(bare, files('iac: [{ terraform: infra, workspace: prod }]'))).toEqual([]);
    expect(await changes(bare, files('iac: []'))).toEqual([
      'notice -: The infrastructure code in infra was read at base and is not read as a root here: what it declares is counted only where something else calls it.',
    ]);
  });
});
