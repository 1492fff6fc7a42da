// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${…}` is what Pulumi's YAML interpolates.
import { describe, expect, test } from 'vitest';
import type { IacRoot } from '../../../../src/iac/format.ts';
import { findInfrastructureRoots, readInfrastructure } from '../../../../src/iac/read.ts';
import { LIMITS } from '../../../../src/model/limits.ts';
import { itemsAt, valueAt } from '../../../../src/model/value.ts';
import { type Files, number, plain, resourceAt } from '../support.ts';

function read(files: Files, root: Partial<IacRoot> = {}) {
  const texts = new Map(Object.entries(files));
  return readInfrastructure(texts, [{ format: 'pulumi', directory: '.', ...root }]);
}

/** A program with one agent whose model is `expression`, written in YAML, and what stands beside it. */
function modelOf(expression: string, more = '', files: Files = {}, root: Partial<IacRoot> = {}) {
  const program = `name: rag
runtime: yaml
${more}
resources:
  agent:
    type: aws:bedrock:AgentAgent
    properties:
      foundationModel: ${expression}
`;
  const reading = read({ 'Pulumi.yaml': program, ...files }, root);
  return plain(
    resourceAt(reading, 'aws_bedrockagent_agent.agent').attributes.entries.get('foundation_model'),
  );
}

describe('a program', () => {
  const PROGRAM = `name: rag
runtime:
  name: yaml
description: Search over documents
config:
  modelId: { type: string, default: amazon.nova-lite-v1:0 }
  collections: { type: integer, default: 2 }
variables:
  arn: arn:aws:bedrock:us-east-1::foundation-model/\${modelId}
resources:
  guardrail:
    type: aws:bedrock/guardrail:Guardrail
    properties:
      name: main
      contentPolicyConfig:
        filtersConfigs:
          - { type: HATE, inputStrength: HIGH, outputStrength: HIGH }
  agent:
    type: aws:bedrock:AgentAgent
    properties:
      agentName: support
      foundationModel: \${arn}
      guardrailConfigurations:
        - guardrailIdentifier: \${guardrail.guardrailId}
          guardrailVersion: DRAFT
      tags: { CostCenter: "\${guardrail.name}" }
outputs:
  agentId: \${agent.agentId}
`;

  test('its resources with their places', () => {
    const { resources, diagnostics } = read({ 'infra/Pulumi.yaml': PROGRAM }, { directory: 'infra' });
    expect(diagnostics).toEqual([]);
    expect(resources.map(({ address, type, at }) => [address, type, at.file, at.line])).toEqual([
      ['aws_bedrock_guardrail.guardrail', 'aws_bedrock_guardrail', 'infra/Pulumi.yaml', 11],
      ['aws_bedrockagent_agent.agent', 'aws_bedrockagent_agent', 'infra/Pulumi.yaml', 18],
    ]);
  });

  test('what is written is known, and what is not is a reference', () => {
    const { attributes } = resourceAt(read({ 'Pulumi.yaml': PROGRAM }), 'aws_bedrockagent_agent.agent');
    expect(plain(attributes)).toEqual({
      agent_name: 'support',
      foundation_model: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
      guardrail_configuration: [
        {
          guardrail_identifier: { unknown: 'guardrail.guardrailId is known only after the update' },
          guardrail_version: 'DRAFT',
        },
      ],
      tags: { CostCenter: 'main' },
    });
    const [block] = itemsAt(attributes, 'guardrail_configuration');
    expect(valueAt(block, 'guardrail_identifier')).toMatchObject({
      refersTo: 'aws_bedrock_guardrail.guardrail',
      attribute: 'guardrail_id',
      at: { file: 'Pulumi.yaml', line: 24 },
    });
  });

  test('it is found without being named', () => {
    const texts = new Map([
      ['infra/Pulumi.yaml', PROGRAM],
      ['infra/Pulumi.prod.yaml', 'config: {}\n'],
      ['other/pulumi.yaml', PROGRAM],
    ]);
    expect(findInfrastructureRoots(texts)).toEqual([{ format: 'pulumi', directory: 'infra' }]);
  });

  test('a program beside its project', () => {
    const files = {
      'Pulumi.yaml': 'name: rag\nruntime: yaml\nmain: program\n',
      'program/Main.yaml': PROGRAM.slice(PROGRAM.indexOf('config:')),
    };
    expect(read(files).resources.map(({ at }) => at.file)).toEqual([
      'program/Main.yaml',
      'program/Main.yaml',
    ]);
  });

  test('resources of AWS that exist already, and those of other providers, are none of it', () => {
    const text = `name: x
runtime: yaml
resources:
  known:
    type: aws:bedrock:AgentKnowledgeBase
    get: { id: KB12345678 }
  provider: { type: pulumi:providers:aws, properties: { region: eu-west-1 } }
  random: { type: random:RandomPassword, properties: { length: 8 } }
  vpc: { type: awsx:ec2:Vpc, properties: {} }
  other: { type: awsx:ec2:Vpc, properties: {} }
  agent:
    type: aws:bedrock:AgentAgentKnowledgeBaseAssociation
    properties: { knowledgeBaseId: "\${known.id}", agentId: "\${known.name}", description: "\${random.result}" }
`;
    const { resources, diagnostics } = read({ 'Pulumi.yaml': text });
    expect(resources.map(({ address }) => address)).toEqual([
      'aws_bedrockagent_agent_knowledge_base_association.agent',
    ]);
    expect(plain(resources[0]?.attributes)).toEqual({
      knowledge_base_id: 'KB12345678',
      agent_id: { unknown: 'known is read from the provider' },
      description: { unknown: 'random.result is known only after the update' },
    });
    expect(diagnostics).toMatchObject([
      { code: 'iac-unresolved', severity: 'notice', message: /awsx:ec2:Vpc/, at: { line: 9 } },
    ]);
  });

  test('a type that does not exist is told', () => {
    const text = 'name: x\nruntime: yaml\nresources:\n  m: { type: aws:bedrock:Model, properties: {} }\n';
    expect(read({ 'Pulumi.yaml': text }).diagnostics).toMatchObject([{ code: 'iac-unknown-type' }]);
  });

  test('the name of a resource, and those that it had', () => {
    const text = `name: x
runtime: yaml
resources:
  key:
    type: aws:kms:Key
    name: documents
    options: { aliases: [{ name: docs }, "urn:pulumi:prod::x::aws:kms/key:Key::older"] }
`;
    expect(read({ 'Pulumi.yaml': text }).resources).toMatchObject([
      { address: 'aws_kms_key.documents', formerAddresses: ['aws_kms_key.docs', 'aws_kms_key.older'] },
    ]);
  });

  test('aws-native in the words of CloudFormation', () => {
    const text = `name: x
runtime: yaml
resources:
  base: { type: aws-native:bedrock:KnowledgeBase, properties: { name: kb } }
  agent:
    type: aws-native:bedrock:Agent
    properties:
      foundationModel: amazon.nova-pro-v1:0
      knowledgeBases: [{ knowledgeBaseId: "\${base.knowledgeBaseId}" }]
`;
    const reading = read({ 'Pulumi.yaml': text });
    const agent = resourceAt(reading, 'AWS::Bedrock::Agent.agent');
    expect(agent).toMatchObject({ vocabulary: 'cloudformation', type: 'AWS::Bedrock::Agent' });
    const [base] = itemsAt(agent.attributes, 'KnowledgeBases');
    expect(valueAt(base, 'KnowledgeBaseId')).toMatchObject({ refersTo: 'AWS::Bedrock::KnowledgeBase.base' });
  });
});

describe('values', () => {
  const LISTS = `variables:
  models: { fast: amazon.nova-micro-v1:0, "more.exact": amazon.nova-pro-v1:0 }
  list: [a, { x: b }]
  region: { fn::invoke: { function: aws:getRegion, return: name } }`;

  test.each<[string, unknown]>([
    ['plain', 'plain'],
    ["'$${literal} and $HOME'", '${literal} and $HOME'],
    ['${models.fast}', 'amazon.nova-micro-v1:0'],
    ['\'${models["more.exact"]}\'', 'amazon.nova-pro-v1:0'],
    ["'${list[1].x}-${list[0]}'", 'b-a'],
    ['${list[9]}', { unknown: 'there is no 9 in it' }],
    ['${nothing}', { unknown: 'nothing is not declared' }],
    ["'${open'", { unknown: 'a reference in it cannot be read' }],
    ['${pulumi.project}', 'rag'],
    ['${pulumi.stack}', { unknown: 'no stack is named' }],
    ['${pulumi.cwd}', { unknown: 'pulumi.cwd is known only where it runs' }],
    ['{ "fn::join": ["/", [a, "${list[0]}"]] }', 'a/a'],
    ['{ "fn::select": [1, [a, b]] }', 'b'],
    ['{ "fn::select": [5, [a, b]] }', { unknown: 'fn::select takes an item that is not there' }],
    ['{ "fn::split": [",", "a,b"] }', ['a', 'b']],
    ['{ "fn::toJSON": { b: 1, a: [true, null] } }', '{"a":[true,null],"b":1}'],
    ['{ "Fn::ToJSON": x }', '"x"'],
    ['{ "fn::toBase64": abc }', 'YWJj'],
    ['{ "fn::fromBase64": YWJj }', 'abc'],
    ['{ "fn::secret": hidden }', { unknown: 'it is secret' }],
    ['{ "fn::fileAsset": ./a.zip }', { unknown: 'fn::fileAsset is not evaluated' }],
    [
      '{ "fn::invoke": { function: aws:getCallerIdentity, return: accountId } }',
      { unknown: 'aws:getCallerIdentity is asked only when the program runs' },
    ],
    ['${region}', { unknown: 'no region is stated' }],
  ])('%s', (expression, expected) => {
    expect(modelOf(expression, LISTS)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['{ "fn::invoke": { function: aws:index/getRegion:getRegion, return: name } }', 'eu-west-1'],
    ['{ "fn::aws:getRegion": {} }', { id: 'eu-west-1', name: 'eu-west-1', region: 'eu-west-1' }],
    ['{ "fn::invoke": { function: aws:getPartition, return: partition } }', 'aws'],
    [
      '{ "fn::invoke": { function: aws:bedrockfoundation:getModel, arguments: { modelId: amazon.nova-pro-v1:0 }, return: modelArn } }',
      'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-pro-v1:0',
    ],
    [
      '{ "fn::invoke": { function: aws:bedrockfoundation:getModel, arguments: { modelId: m }, options: { provider: "${us}" }, return: modelArn } }',
      'arn:aws:bedrock:us-west-2::foundation-model/m',
    ],
  ])('what follows from the region: %s', (expression, expected) => {
    const text = `name: rag
runtime: yaml
config: { "aws:region": eu-west-1 }
resources:
  us: { type: pulumi:providers:aws, properties: { region: us-west-2 } }
  agent: { type: aws:bedrock:AgentAgent, properties: { foundationModel: ${expression} } }
`;
    const { attributes } = resourceAt(read({ 'Pulumi.yaml': text }), 'aws_bedrockagent_agent.agent');
    expect(plain(attributes.entries.get('foundation_model'))).toEqual(expected);
  });

  test('an account that is not known leaves the model known', () => {
    const account = `variables:
  account: { fn::invoke: { function: aws:getCallerIdentity, return: accountId } }`;
    const expression = 'arn:aws:bedrock:us-east-1:${account}:inference-profile/us.amazon.nova-pro-v1:0';
    const text = `name: x\nruntime: yaml\n${account}\nresources:\n  a: { type: aws:bedrock:AgentAgent, properties: { foundationModel: "${expression}" } }\n`;
    const { attributes } = resourceAt(read({ 'Pulumi.yaml': text }), 'aws_bedrockagent_agent.a');
    expect(attributes.entries.get('foundation_model')).toMatchObject({
      pieces: [
        'arn:aws:bedrock:us-east-1:',
        { kind: 'unknown' },
        ':inference-profile/us.amazon.nova-pro-v1:0',
      ],
    });
  });

  test('files of the repository are asked for, and then read', () => {
    const expression = '{ "fn::readFile": ../model.txt }';
    const text = `name: x\nruntime: yaml\nresources:\n  a: { type: aws:bedrock:AgentAgent, properties: { foundationModel: ${expression} } }\n`;
    const files = { 'infra/Pulumi.yaml': text };
    expect(read(files, { directory: 'infra' }).asked).toEqual(['model.txt']);
    const again = read({ ...files, 'model.txt': 'amazon.nova-pro-v1:0' }, { directory: 'infra' });
    expect(plain(again.resources[0]?.attributes)).toEqual({ foundation_model: 'amazon.nova-pro-v1:0' });
    expect(again.asked).toBeUndefined();
    const outside = text.replace('../model.txt', '../../model.txt');
    expect(read({ 'infra/Pulumi.yaml': outside }, { directory: 'infra' }).asked).toBeUndefined();
  });

  test('what refers to itself is reported once', () => {
    const text = `name: x
runtime: yaml
variables: { a: "\${b}", b: "\${a}" }
resources: { agent: { type: aws:bedrock:AgentAgent, properties: { foundationModel: "\${a}", agentName: "\${a}" } } }
`;
    const { diagnostics } = read({ 'Pulumi.yaml': text });
    expect(diagnostics).toMatchObject([{ code: 'iac-unresolved', message: 'variable a refers to itself.' }]);
  });
});

describe('configuration', () => {
  const DECLARED = `config:
  modelId: { type: string, default: amazon.nova-lite-v1:0 }
  count: { type: integer }
  open: { type: string }
  key: { type: string, secret: true, default: hidden }
  plain: amazon.titan-text-lite-v1`;
  const stack = (text: string): Files => ({ 'Pulumi.prod.yaml': text });

  test.each<[string, string, unknown]>([
    ['${modelId}', '', 'amazon.nova-lite-v1:0'],
    ['${rag:modelId}', '', 'amazon.nova-lite-v1:0'],
    ['${plain}', '', 'amazon.titan-text-lite-v1'],
    ['${modelId}', 'config: { "rag:modelId": amazon.nova-pro-v1:0 }', 'amazon.nova-pro-v1:0'],
    ['${modelId}', 'config: { modelId: amazon.nova-pro-v1:0 }', 'amazon.nova-pro-v1:0'],
    ['${count}', 'config: { "rag:count": "12" }', number(12)],
    ['${open}', 'config: {}', { unknown: 'open has no default, and the stack prod does not set it' }],
    ['${modelId}', 'config: { "rag:modelId": { secure: AAABAA } }', { unknown: 'it is secret' }],
    ['${key}', '', { unknown: 'it is secret' }],
    [
      '${modelId}',
      'environment: [bedrock]',
      { unknown: 'the environment of the stack prod may set modelId' },
    ],
    ['${pulumi.stack}', 'config: {}', 'prod'],
    ['${extra.id}', 'config: { "rag:extra": { id: m } }', 'm'],
  ])('%s with %s', (expression, text, expected) => {
    expect(modelOf(expression, DECLARED, text === '' ? {} : stack(text))).toEqual(expected);
  });

  test('of several stacks the one that is named; none where none is', () => {
    const files = {
      'Pulumi.dev.yaml': 'config: { "rag:open": dev-model }',
      'Pulumi.prod.yaml': 'config: { "rag:open": prod-model }',
    };
    expect(modelOf('${open}', DECLARED, files, { stack: 'prod' })).toBe('prod-model');
    expect(modelOf('${open}', DECLARED, files, { stack: 'acme/rag/dev' })).toBe('dev-model');
    expect(modelOf('${open}', DECLARED, files)).toEqual({ unknown: 'open has no default' });
    const text = 'name: rag\nruntime: yaml\nresources: {}\n';
    expect(read({ 'Pulumi.yaml': text, ...files }).diagnostics).toMatchObject([
      {
        severity: 'warning',
        message: '. has the stacks dev, prod, and none is named: what their configuration sets is not known.',
        hint: 'iac: [{ pulumi: ., stack: dev }]',
      },
    ]);
    expect(read({ 'Pulumi.yaml': text, ...files }, { stack: 'qa' }).diagnostics).toMatchObject([
      { code: 'iac-missing', severity: 'warning' },
    ]);
  });
});

describe('regions', () => {
  const regionOf = (options: string, files: Files = {}, root: Partial<IacRoot> = {}, more = '') => {
    const text = `name: rag
runtime: yaml
resources:
  us: { type: pulumi:providers:aws, properties: { region: us-west-2 } }
  bare: { type: pulumi:providers:aws, properties: {} }
  parent: { type: aws:iam:Role, options: { provider: "\${us}" } }
${more}
  agent:
    type: aws:bedrock:AgentAgent
    ${options}
`;
    return resourceAt(read({ 'Pulumi.yaml': text, ...files }, root), 'aws_bedrockagent_agent.agent').region;
  };
  const stack: Files = { 'Pulumi.prod.yaml': 'config: { "aws:region": eu-west-1 }' };

  test.each<[string, unknown]>([
    ['properties: { region: ap-south-1 }', 'ap-south-1'],
    ['options: { provider: "${us}" }', 'us-west-2'],
    ['options: { parent: "${parent}" }', 'us-west-2'],
    ['options: { provider: "${bare}" }', 'eu-west-1'],
    ['properties: {}', 'eu-west-1'],
    ['options: { parent: "${agent}" }', 'eu-west-1'],
  ])('%s', (options, expected) => {
    expect(regionOf(options, stack)).toBe(expected);
  });

  test('the default provider, and what is given from outside', () => {
    const provider =
      '  ireland: { type: pulumi:providers:aws, defaultProvider: true, properties: { region: eu-west-2 } }';
    expect(regionOf('properties: {}', stack, {}, provider)).toBe('eu-west-2');
    expect(regionOf('properties: {}', {}, { region: 'us-east-1' })).toBe('us-east-1');
    expect(regionOf('properties: {}')).toBeUndefined();
    expect(regionOf('options: { provider: "${nobody}" }')).toMatchObject({ kind: 'unknown' });
  });
});

describe('what is not read', () => {
  test.each([
    'runtime: nodejs',
    'runtime: { name: python }',
    'runtime: { name: yaml, options: { compiler: cue export } }',
  ])('a program with %s is named, with the way to have it read', (runtime) => {
    const files = { 'infra/Pulumi.yaml': `name: x\n${runtime}\n` };
    expect(read(files, { directory: 'infra' }).diagnostics).toMatchObject([
      { code: 'iac-unresolved', severity: 'notice', hint: /pulumi preview --json --show-sames/ },
    ]);
    const at = { file: 'bedrock-cost.yml', line: 3 };
    expect(read(files, { directory: 'infra', at }).diagnostics).toMatchObject([{ severity: 'error', at }]);
  });

  test('a directory without a project', () => {
    expect(read({}, { directory: 'infra' }).diagnostics).toMatchObject([
      { code: 'iac-missing', message: 'infra holds no Pulumi.yaml.' },
    ]);
  });

  test.each([
    'a: [',
    '- a',
    'name: x\nruntime: yaml\nresources: []',
    'name: x\nruntime: yaml\nresources: { a: 1, b: { type: [] } }',
  ])('nothing is thrown at %s', (text) => {
    expect(read({ 'Pulumi.yaml': text }).resources).toEqual([]);
  });

  test('work is bounded', () => {
    const doubled = Array.from(
      { length: 40 },
      (_, index) => `  v${index + 1}: ["\${v${index}}", "\${v${index}}"]`,
    );
    const text = `name: x
runtime: yaml
variables:
  v0: x
${doubled.join('\n')}
resources:
  a: { type: aws:kms:Key, properties: { description: { "fn::toJSON": "\${v40}" }, tags: { v: "\${v40}" }, policy: "\${v40}" } }
  b: { type: aws-native:kms:Key, properties: { keyPolicy: "\${v40}" } }
`;
    const { resources, diagnostics } = read({ 'Pulumi.yaml': text });
    expect(resources).toHaveLength(2);
    expect(diagnostics).toMatchObject([{ code: 'limit-exceeded' }]);
  });

  test('references through more names than the cap are not followed', () => {
    const count = LIMITS.evaluationDepth + 10;
    const chain = Array.from({ length: count }, (_, index) => `  v${index}: \${v${index + 1}}`);
    const text = `name: x\nruntime: yaml\nvariables:\n${chain.join('\n')}\n  v${count}: x\nresources:\n  a: { type: aws:kms:Key, properties: { description: "\${v0}" } }\n`;
    expect(read({ 'Pulumi.yaml': text }).diagnostics).toMatchObject([{ code: 'limit-exceeded' }]);
  });
});
