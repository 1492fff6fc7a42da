import { describe, expect, test } from 'vitest';
import { overridesIn } from '../../../../src/iac/cloudformation/sam/overrides.ts';
import type { IacRoot } from '../../../../src/iac/format.ts';
import { costOf, estimated } from '../../estimate/estimating.ts';
import { type Files, plain, resourceAt } from '../support.ts';
import { readTemplate } from './support.ts';

describe('overrides', () => {
  test.each<[string, readonly (readonly string[])[]]>([
    ['', []],
    ['Stage=prod', [['Stage', 'prod']]],
    [
      'Stage="prod" Title="two words"',
      [
        ['Stage', 'prod'],
        ['Title', 'two words'],
      ],
    ],
    [
      "Stage='prod'  Empty=\n",
      [
        ['Stage', 'prod'],
        ['Empty', ''],
      ],
    ],
    [
      'A=b\\ c D="e \\"f\\" g"',
      [
        ['A', 'b c'],
        ['D', 'e "f" g'],
      ],
    ],
    [
      'A=b=c List=a,b',
      [
        ['A', 'b=c'],
        ['List', 'a,b'],
      ],
    ],
    [
      'ParameterKey=Stage,ParameterValue=prod ParameterKey=B,ParameterValue="c d"',
      [
        ['Stage', 'prod'],
        ['B', 'c d'],
      ],
    ],
    ['word =x A="open b', [['A', '"open b']]],
    ['file://prod.yaml A=1', [['prod.yaml'], ['A', '1']]],
  ])('%s', (written, expected) => {
    expect(overridesIn(written).map((one) => ('file' in one ? [one.file] : [one.name, one.value]))).toEqual(
      expected,
    );
  });
});

const TEMPLATE = `Parameters:
  Model: { Type: String, Default: amazon.nova-micro-v1:0 }
  Stage: { Type: String }
Resources:
  X:
    Type: AWS::Serverless::Function
    Properties: { Environment: { Variables: { M: !Ref Model, S: !Ref Stage, N: !Ref "AWS::StackName", R: !Ref "AWS::Region" } } }
`;

function variables(files: Files, root: Partial<IacRoot> = {}) {
  const reading = readTemplate({ 'template.yaml': TEMPLATE, ...files }, root);
  const { Environment } = plain(resourceAt(reading, 'X').attributes) as {
    Environment: { Variables: object };
  };
  return {
    ...Environment.Variables,
    diagnostics: reading.diagnostics.map(({ code, message }) => `${code}: ${message}`),
  };
}

const SETTINGS = `version = 0.1
[default.global.parameters]
stack_name = "chat"
parameter_overrides = "Stage=global"
[default.deploy.parameters]
region = "eu-west-1"
parameter_overrides = "Stage=\\"dev\\" Model=amazon.nova-lite-v1:0"
[prod.deploy.parameters]
stack_name = "chat-prod"
parameter_overrides = [
  "Stage=prod", # the second holds
  "Model=\\"amazon.nova-pro-v1:0\\"",
]
`;

describe('settings of SAM', () => {
  test('those of default hold, those of deploy before those of global', () => {
    expect(variables({ 'samconfig.toml': SETTINGS })).toEqual({
      M: 'amazon.nova-lite-v1:0',
      S: 'dev',
      N: 'chat',
      R: 'eu-west-1',
      diagnostics: [],
    });
  });

  test('another environment, and a stack, are named in the manifest', () => {
    const named = { configEnvironment: 'prod', stack: 'mine' };
    expect(variables({ 'samconfig.toml': SETTINGS }, named)).toMatchObject({
      M: 'amazon.nova-pro-v1:0',
      S: 'prod',
      N: 'mine',
      R: 'us-east-1',
      diagnostics: [],
    });
  });

  test('parameters of files and of the manifest win', () => {
    const root: Partial<IacRoot> = {
      varFiles: ['p.json'],
      variables: new Map([['Model', { kind: 'text', value: 'amazon.nova-premier-v1:0' }]]),
    };
    const files = { 'samconfig.toml': SETTINGS, 'p.json': '{"Stage":"file","Model":"x"}' };
    expect(variables(files, root)).toMatchObject({ M: 'amazon.nova-premier-v1:0', S: 'file' });
  });

  test('in YAML, as a map, and in a file', () => {
    const yaml = 'default:\n  deploy:\n    parameters:\n      parameter_overrides:\n';
    expect(variables({ 'samconfig.yaml': `${yaml}        Stage: dev\n        Model: m\n` })).toMatchObject({
      M: 'm',
      S: 'dev',
    });
    const file = {
      'samconfig.yaml': `${yaml}        - file://more.json\n        - Stage=own\n`,
      'more.json': '{"Stage":"a","Model":"m"}',
    };
    expect(variables(file)).toMatchObject({ M: 'm', S: 'own', diagnostics: [] });
    expect(variables({ 'samconfig.yaml': file['samconfig.yaml'] })).toMatchObject({
      S: 'own',
      diagnostics: ['iac-missing: The file of parameters more.json was not read.'],
    });
  });

  test('of the template that they name, wherever they stand', () => {
    const settings = `[default.build.parameters]\ntemplate = "infra/template.yaml"\n${SETTINGS.replace('version = 0.1', '')}`;
    const files = { 'infra/template.yaml': TEMPLATE, 'samconfig.toml': settings };
    expect(variables(files, { directory: 'infra/template.yaml' })).toMatchObject({ S: 'dev' });
    expect(variables(files)).toMatchObject({ S: { unknown: 'the parameter Stage has no default' } });
    const other = { 'app.yaml': TEMPLATE, 'samconfig.toml': SETTINGS };
    expect(variables(other, { directory: 'app.yaml' })).toMatchObject({ S: { unknown: expect.anything() } });
    const built = { 'samconfig.toml': `${SETTINGS}template_file = ".aws-sam/build/template.yaml"\n` };
    expect(variables(built)).toMatchObject({ S: 'dev' });
  });

  test('without the environment that is asked, nothing is read and it is said', () => {
    const files = { 'samconfig.toml': SETTINGS.replaceAll('default', 'dev') };
    expect(variables(files)).toMatchObject({
      M: 'amazon.nova-micro-v1:0',
      diagnostics: [
        'iac-unresolved: samconfig.toml has no environment default, so nothing of it was read; it has dev, prod.',
      ],
    });
    expect(variables(files, { configEnvironment: 'test' }).diagnostics).toEqual([
      'iac-missing: samconfig.toml has no environment test; it has dev, prod.',
    ]);
    expect(variables({}, { configEnvironment: 'test' }).diagnostics).toEqual([
      'iac-missing: No samconfig.toml is for template.yaml, so it has no environment test.',
    ]);
    expect(variables({ 'samconfig.toml': 'default = ' }).diagnostics).toEqual([
      'template-syntax: This is no TOML: expected a value.',
    ]);
  });

  test('places left for a script stay unknown', () => {
    const files = {
      'samconfig.toml': '[default.deploy.parameters]\nparameter_overrides = "Stage=<STAGE_NAME>"',
    };
    expect(variables(files)).toMatchObject({
      S: { unknown: '<STAGE_NAME> is to be replaced before the deployment' },
    });
  });

  test('an estimate finds them, and the manifest names another environment', async () => {
    const manifest = `workloads: { ask: { model: { address: X, env: M }, requests: 1M per month, input_tokens: 1000, output_tokens: 0 } }\n`;
    const files = {
      'template.yaml': TEMPLATE,
      'samconfig.toml': SETTINGS.replace('region = "eu-west-1"', ''),
    };
    const costs = async (iac: string) => (await estimated(iac + manifest, { files })).charges.map(costOf);
    // Nova Lite is $0.06 and Nova Pro $0.80 for a million input tokens.
    expect(await costs('')).toEqual(['60', '0']);
    expect(await costs('iac: [{ cloudformation: template.yaml, config_env: prod }]\n')).toEqual(['800', '0']);
  });
});
