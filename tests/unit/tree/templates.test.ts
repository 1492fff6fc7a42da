// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written here, and theirs look like those of JavaScript.
/** Templates of CloudFormation in a tree: which are read, for which project, and under which names. */
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { ParseCache } from '../../../src/iac/parse-cache.ts';
import { LIMITS } from '../../../src/model/limits.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { readBoth } from '../../../src/tree/read-both.ts';
import { readTree, type Tree } from '../../../src/tree/read-tree.ts';
import { treeOf } from '../bind/trees.ts';

type Files = Readonly<Record<string, string>>;

const read = (files: Files) => readTree(treeOf(files), FEATURES, undefined, new ParseCache());
const both = (base: Files, head: Files) =>
  readBoth(treeOf(base), treeOf(head), FEATURES, undefined, new ParseCache());
const projectsOf = ({ projects }: Tree) =>
  Object.fromEntries(
    projects.map(({ directory, resources }) => [
      directory,
      resources.map(({ root, address }) => `${root}:${address}`),
    ]),
  );
const messages = ({ diagnostics }: Tree) => diagnostics.map(({ code, message }) => `${code}: ${message}`);

const MANIFEST = 'version: 1\nregion: us-east-1\n';
const agent = (id = 'Agent', more = '') =>
  `Parameters: { Model: { Type: String, Default: amazon.nova-lite-v1:0 } }\nResources:\n  ${id}:\n    Type: AWS::Bedrock::Agent\n    Properties: { FoundationModel: !Ref Model }\n${more}`;

describe('templates that nobody names', () => {
  test('are read for the project that they stand in', async () => {
    const tree = await read({
      'bedrock-cost.yml': MANIFEST,
      'app.yaml': agent(),
      'infra/main.tf': 'resource "aws_bedrock_guardrail" "g" {}\n',
      'team/bedrock-cost.yml': MANIFEST,
      'team/templates/app.yaml': agent(),
      'team/k8s.yaml': 'kind: ConfigMap\n',
    });
    expect(projectsOf(tree)).toEqual({
      '.': ['infra:aws_bedrock_guardrail.g', 'app.yaml:Agent'],
      team: ['team/templates/app.yaml:Agent'],
    });
    expect(messages(tree)).toEqual([]);
  });

  test('have the region of the manifest', async () => {
    const tree = await read({ 'bedrock-cost.yml': MANIFEST, 'app.yaml': agent() });
    expect(tree.projects[0]?.resources[0]?.region).toBe('us-east-1');
  });

  test('are not read where the manifest lists others, or another project names them', async () => {
    const tree = await read({
      'bedrock-cost.yml': `${MANIFEST}iac: [{ cloudformation: a.yaml }]\n`,
      'a.yaml': agent(),
      'b.yaml': agent(),
      'team/bedrock-cost.yml': `${MANIFEST}iac: [{ cloudformation: ../c.yaml }, { cloudformation: d.yaml }]\n`,
      'c.yaml': agent(),
      'team/d.yaml': agent(),
      'other/bedrock-cost.yml': MANIFEST,
      'other/e.yaml': agent(),
    });
    expect(projectsOf(tree)).toEqual({
      '.': ['a.yaml:Agent'],
      team: ['c.yaml:Agent', 'team/d.yaml:Agent'],
      other: ['other/e.yaml:Agent'],
    });
  });

  test('import what others of the same project export', async () => {
    const tree = await read({
      'bedrock-cost.yml': MANIFEST,
      'shared.yaml':
        'Parameters: { Stage: { Type: String, Default: dev } }\nResources: { K: { Type: "AWS::KMS::Key" } }\nOutputs:\n  Model: { Value: amazon.nova-pro-v1:0, Export: { Name: !Sub "${Stage}-model" } }\n  Key: { Value: !Ref K, Export: { Name: key } }\n',
      'app.yaml':
        'Resources:\n  Agent: { Type: "AWS::Bedrock::Agent", Properties: { FoundationModel: !ImportValue dev-model, K: !ImportValue key } }\n',
    });
    const [imports] = tree.projects[0]?.resources ?? [];
    expect(imports?.attributes.entries.get('FoundationModel')).toEqual({
      kind: 'text',
      value: 'amazon.nova-pro-v1:0',
    });
    // A logical id of another template means nothing in this one without the root that declares it.
    expect(imports?.attributes.entries.get('K')).toMatchObject({ refersTo: 'K', root: 'shared.yaml' });
  });

  test('do not guess between two that export the same name', async () => {
    const exporting = (model: string) =>
      `Resources: { K: { Type: "AWS::KMS::Key" } }\nOutputs: { M: { Value: ${model}, Export: { Name: model } } }\n`;
    const imported = async (dev: string, prod: string) => {
      const tree = await read({
        'bedrock-cost.yml': MANIFEST,
        'app.yaml':
          'Resources: { A: { Type: "AWS::Bedrock::Agent", Properties: { FoundationModel: !ImportValue model } } }\n',
        'dev.yaml': exporting(dev),
        'prod.yaml': exporting(prod),
      });
      return tree.projects[0]?.resources[0]?.attributes.entries.get('FoundationModel');
    };
    expect(await imported('"a"', '"b"')).toMatchObject({ why: '2 templates export model' });
    expect(await imported('"a"', '"a"')).toEqual({ kind: 'text', value: 'a' });
  });

  test('with a circle of exports end', async () => {
    const tree = await read({
      'bedrock-cost.yml': MANIFEST,
      'a.yaml': agent('A', 'Outputs: { O: { Value: !ImportValue b, Export: { Name: a } } }\n'),
      'b.yaml': agent('B', 'Outputs: { O: { Value: !ImportValue a, Export: { Name: b } } }\n'),
      'c.yaml':
        'Resources: { C: { Type: "AWS::Bedrock::Agent", Properties: { FoundationModel: !ImportValue a } } }\n',
    });
    const resources = tree.projects.flatMap((project) => project.resources);
    expect(
      resources.find(({ address }) => address === 'C')?.attributes.entries.get('FoundationModel'),
    ).toMatchObject({
      why: 'a depends on itself',
    });
  });
});

describe('templates that a manifest names', () => {
  const files = {
    'app.yaml': agent(),
    'prod.json': '{ "Model": "amazon.nova-pro-v1:0" }',
    'bedrock-cost.yml': `${MANIFEST}iac:
  - { cloudformation: app.yaml, parameter_files: [prod.json], region: eu-west-1 }
  - { cloudformation: app.yaml, parameters: { Model: amazon.nova-micro-v1:0 } }
  - { cloudformation: app.yaml, parameters: { Model: amazon.nova-premier-v1:0 } }
`,
  };
  test('may be read several times, with other parameters each', async () => {
    const tree = await read(files);
    expect(
      tree.projects[0]?.resources.map(({ root, region, attributes }) => [
        root,
        region,
        attributes.entries.get('FoundationModel'),
      ]),
    ).toEqual([
      ['app.yaml (prod.json)', 'eu-west-1', { kind: 'text', value: 'amazon.nova-pro-v1:0' }],
      ['app.yaml', 'us-east-1', { kind: 'text', value: 'amazon.nova-micro-v1:0' }],
      ['app.yaml #2', 'us-east-1', { kind: 'text', value: 'amazon.nova-premier-v1:0' }],
    ]);
    expect(messages(tree)).toEqual([]);
  });

  test('may have any name, and so may their definitions', async () => {
    const tree = await read({
      'bedrock-cost.yml': `${MANIFEST}iac: [{ cloudformation: stack.cfn.tpl }]\n`,
      'stack.cfn.tpl':
        'Resources:\n  M: { Type: "AWS::Serverless::StateMachine", Properties: { DefinitionUri: machine.asl } }\n',
      'machine.asl': '{ "StartAt": "A", "States": { "A": { "Type": "Pass" } } }',
    });
    const [machine] = tree.projects[0]?.resources ?? [];
    expect(machine?.attributes.entries.get('Definition')).toMatchObject({ kind: 'map' });
  });

  test('must exist', async () => {
    const gone = await read({ 'bedrock-cost.yml': `${MANIFEST}iac: [{ cloudformation: gone.yaml }]\n` });
    expect(messages(gone)).toEqual(['iac-missing: The template gone.yaml does not exist.']);
    const outside = await read({
      'bedrock-cost.yml': `${MANIFEST}iac: [{ cloudformation: a.yaml, parameter_files: [../out.json] }]\n`,
    });
    expect(messages(outside)).toEqual([
      'file-refused: `parameter_files` of entry 1 of `iac` names `../out.json`, which is outside the tree.',
    ]);
  });
});

describe('two commits', () => {
  test('a template that only the base reads is told, with the line that reads it again', async () => {
    const base = { 'bedrock-cost.yml': MANIFEST, 'a.yaml': agent('A'), 'b.yaml': agent('B') };
    const head = { ...base, 'bedrock-cost.yml': `${MANIFEST}iac: [{ cloudformation: a.yaml }]\n` };
    const { after } = await both(base, head);
    expect(after.diagnostics).toMatchObject([
      { code: 'iac-changed', hint: 'iac: [{ cloudformation: b.yaml }]' },
    ]);
  });

  test('a template that is gone is no such thing', async () => {
    const base = { 'bedrock-cost.yml': MANIFEST, 'a.yaml': agent('A'), 'b.yaml': agent('B') };
    const { after } = await both(base, { 'bedrock-cost.yml': MANIFEST, 'a.yaml': agent('A') });
    expect(messages(after)).toEqual([]);
  });
});

describe('other data files', () => {
  const snapshotOf = (files: Files, bytes: Readonly<Record<string, number>>): Snapshot => {
    const tree = treeOf(files);
    return { ...tree, files: tree.files.map((file) => ({ ...file, bytes: bytes[file.path] ?? file.bytes })) };
  };

  test('over the cap of one file are passed over', async () => {
    const files = { 'bedrock-cost.yml': MANIFEST, 'data.json': '{}', 'app.yaml': agent() };
    const snapshot = snapshotOf(files, { 'data.json': LIMITS.iacFileBytes + 1 });
    const tree = await readTree(snapshot, FEATURES, undefined, new ParseCache());
    expect(messages(tree)).toEqual([]);
    expect(projectsOf(tree)).toEqual({ '.': ['app.yaml:Agent'] });
  });

  test('are looked at up to the cap of all together', async () => {
    const many = Math.ceil(LIMITS.candidateBytes / LIMITS.iacFileBytes);
    const names = Array.from({ length: many }, (_, index) => `d${String(index).padStart(3, '0')}.json`);
    const files = {
      'a.yaml': agent(),
      ...Object.fromEntries(names.map((name) => [name, '{}'])),
      'z.yaml': agent(),
    };
    const sized = (bytes: number) => Object.fromEntries(names.map((name) => [name, bytes]));
    const full = await readTree(
      snapshotOf(files, sized(LIMITS.iacFileBytes)),
      FEATURES,
      undefined,
      new ParseCache(),
    );
    expect(full.diagnostics).toMatchObject([{ code: 'limit-exceeded', severity: 'warning' }]);
    expect(projectsOf(full)).toEqual({ '.': ['a.yaml:Agent'] });
    const less = await readTree(
      snapshotOf(files, sized(LIMITS.iacFileBytes / 2)),
      FEATURES,
      undefined,
      new ParseCache(),
    );
    expect(projectsOf(less)).toEqual({ '.': ['a.yaml:Agent', 'z.yaml:Agent'] });
  });
});
