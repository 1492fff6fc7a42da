/** Which files of a tree are read, and when. */
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { ParseCache } from '../../../src/iac/parse-cache.ts';
import { LIMITS } from '../../../src/model/limits.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { readTree, type Tree } from '../../../src/tree/read-tree.ts';
import { treeOf } from '../bind/trees.ts';
import { plain } from '../iac/support.ts';

const MANIFEST = 'version: 1\nregion: us-east-1\n';

/** A tree, and which files were read of it, round by round. */
async function readOf(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly tree: Tree; readonly rounds: readonly (readonly string[])[] }> {
  const rounds: (readonly string[])[] = [];
  const inner = treeOf(files);
  const snapshot: Snapshot = {
    ...inner,
    read: (paths) => {
      rounds.push(paths);
      return inner.read(paths);
    },
  };
  return { tree: await readTree(snapshot, FEATURES, undefined, new ParseCache()), rounds };
}

const attributes = (tree: Tree) =>
  tree.projects.flatMap(({ resources }) => resources.map((resource) => plain(resource.attributes)));

describe('files that functions ask for', () => {
  test('are read, with those that they lead to', async () => {
    const { tree, rounds } = await readOf({
      'main.tf': `locals {
  config = yamldecode(file("config.txt"))
  agents = [for path in local.config.agents : jsondecode(file(path))]
}
resource "aws_bedrockagent_agent" "a" {
  count            = length(local.agents)
  foundation_model = local.agents[count.index].model
}
`,
      'config.txt': 'agents: [agents/a.txt]\n',
      'agents/a.txt': '{ "model": "amazon.nova-pro-v1:0" }',
      'agents/b.txt': '{ "model": "amazon.nova-lite-v1:0" }',
    });
    expect(attributes(tree)).toEqual([{ foundation_model: 'amazon.nova-pro-v1:0' }]);
    expect(tree.diagnostics).toEqual([]);
    expect(rounds).toEqual([[], ['main.tf'], ['config.txt'], ['agents/a.txt']]);
  });

  test('are not read where they are outside of the tree, not in it, or hashed only', async () => {
    const { tree, rounds } = await readOf({
      'infra/main.tf': `resource "aws_bedrockagent_agent" "a" {
  a = file("../../secret")
  b = file("nothing.json")
  c = filesha256("code.zip")
  d = filebase64("code.zip")
}
`,
      'infra/code.zip': 'PK',
    });
    expect(rounds).toEqual([[], ['infra/main.tf']]);
    expect(Object.values(attributes(tree)[0] ?? {})).toEqual([
      { unknown: 'file() of a path outside of the tree is not evaluated' },
      { unknown: 'file() of a file that was not read' },
      { unknown: 'filesha256() of a file that was not read' },
      { unknown: 'filebase64() of a file that was not read' },
    ]);
  });

  test('that name further ones without end are read a few times', async () => {
    const links = Array.from({ length: 10 }, (_, index) => [
      `${index}.txt`,
      JSON.stringify({ next: `${index + 1}.txt` }),
    ]);
    const steps = Array.from(
      { length: 9 },
      (_, index) => `  f${index + 1} = jsondecode(file(local.f${index})).next\n`,
    );
    const { rounds } = await readOf({
      'main.tf': `locals {\n  f0 = "0.txt"\n${steps.join('')}}\nresource "aws_x" "x" {\n  v = local.f9\n}\n`,
      ...Object.fromEntries(links),
    });
    expect(rounds).toEqual([[], ['main.tf'], ['0.txt'], ['1.txt'], ['2.txt']]);
  });

  test('are read up to the cap of one file', async () => {
    const sized = (bytes: number) => ({
      'main.tf': 'resource "aws_x" "x" {\n  v = length(file("text.txt"))\n}\n',
      'text.txt': 'x'.repeat(bytes),
    });
    const over = await readOf(sized(LIMITS.iacFileBytes + 1));
    expect(over.tree.diagnostics).toMatchObject([
      { code: 'limit-exceeded', severity: 'warning', at: { file: 'text.txt' } },
    ]);
    expect(over.rounds.flat()).not.toContain('text.txt');
    const within = await readOf(sized(LIMITS.iacFileBytes));
    expect(within.rounds.flat()).toContain('text.txt');
  });
});

describe('what terraform init downloaded', () => {
  test('is no code of the tree, whatever its format', async () => {
    const { tree } = await readOf({
      'bedrock-cost.yml': MANIFEST,
      '.terraform/modules/m/bedrock-cost.yml': MANIFEST,
      '.terragrunt-cache/a/b/main.tf': 'resource "aws_kms_key" "k" {}\n',
      '.terraform/modules/m/main.tf': 'resource "aws_kms_key" "k" {}\n',
      'infra/.terraform/modules/m/template.yaml':
        'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  K:\n    Type: AWS::KMS::Key\n',
      '.terraform/modules/m/Pulumi.yaml': 'name: m\nruntime: yaml\nresources:\n  k:\n    type: aws:kms:Key\n',
    });
    expect(tree.manifests.map(({ file }) => file)).toEqual(['bedrock-cost.yml']);
    expect(tree.projects.flatMap(({ resources }) => resources)).toEqual([]);
    expect(tree.diagnostics).toEqual([]);
  });
});

describe('problems that several roots share', () => {
  test('are told once', async () => {
    const call = 'module "shared" {\n  source = "../shared"\n}\n';
    const { tree } = await readOf({
      'a/main.tf': call,
      'b/main.tf': call,
      'shared/main.tf': 'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n}\n',
    });
    expect(tree.projects.flatMap(({ roots }) => roots.map(({ name }) => name))).toEqual(['a', 'b']);
    expect(tree.diagnostics).toMatchObject([
      { code: 'iac-unresolved', at: { file: 'shared/main.tf', line: 1 } },
    ]);
  });
});

describe('caps on files', () => {
  test('a plan has its own, which is larger', async () => {
    const plan = JSON.stringify({ format_version: '1.2', planned_values: { root_module: {} } });
    const sized = (bytes: number) => ({
      'bedrock-cost.yml': `${MANIFEST}iac: [{ terraform_plan: out/tfplan }]\n`,
      'out/tfplan': plan + ' '.repeat(bytes - plan.length),
    });
    expect((await readOf(sized(LIMITS.planBytes))).tree.diagnostics).toEqual([]);
    const over = await readOf(sized(LIMITS.planBytes + 1));
    expect(over.tree.diagnostics).toMatchObject([
      { code: 'limit-exceeded', severity: 'error', at: { file: 'out/tfplan' } },
      { code: 'iac-missing', message: 'The plan out/tfplan was not read.' },
    ]);
    expect(over.rounds.flat()).not.toContain('out/tfplan');
  });

  test('configuration is read up to that of one file', async () => {
    const sized = (bytes: number) => ({
      'main.tf': `resource "aws_x" "x" {}\n${'#'.repeat(bytes - 24)}`,
    });
    expect((await readOf(sized(LIMITS.iacFileBytes))).tree.projects[0]?.resources).toHaveLength(1);
    const { tree } = await readOf(sized(LIMITS.iacFileBytes + 1));
    expect(tree.projects[0]?.resources).toEqual([]);
    expect(tree.diagnostics).toMatchObject([{ code: 'limit-exceeded', severity: 'error' }]);
  });
});
