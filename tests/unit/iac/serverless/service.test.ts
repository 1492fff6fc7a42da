// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${…}` is what the framework resolves.
import { describe, expect, test } from 'vitest';
import type { IacRoot } from '../../../../src/iac/format.ts';
import { findInfrastructureRoots, readInfrastructure } from '../../../../src/iac/read.ts';
import { valueAt } from '../../../../src/model/value.ts';
import { type Files, number, plain, resourceAt } from '../support.ts';

function read(files: Files, root: Partial<IacRoot> = {}) {
  const texts = new Map(Object.entries(files));
  return readInfrastructure(texts, [{ format: 'serverless', directory: 'serverless.yml', ...root }]);
}

/** The model of an agent that is written as `expression`, with further sections beside it. */
function modelOf(expression: string, more = '', files: Files = {}, root: Partial<IacRoot> = {}) {
  const service = `service: chat
${more.includes('provider:') ? '' : 'provider: { name: aws }'}
${more}
resources:
  Resources:
    Agent:
      Type: AWS::Bedrock::Agent
      Properties: { FoundationModel: ${expression} }
`;
  const reading = read({ 'serverless.yml': service, ...files }, root);
  return plain(resourceAt(reading, 'Agent').attributes.entries.get('FoundationModel'));
}

describe('a service', () => {
  const SERVICE = `service: chat
frameworkVersion: "4"
provider:
  name: aws
  region: eu-west-1
  stage: \${opt:stage, 'dev'}
  runtime: python3.13
  memorySize: 512
  environment: { MODEL_ID: "\${self:custom.model}", LOG: info }
custom:
  model: eu.amazon.nova-pro-v1:0
functions:
  answer-question:
    handler: app.handler
    environment: { LOG: debug, AGENT: !Ref Agent }
  nightly_job: { handler: app.night, memorySize: 2048, name: night, architecture: arm64 }
resources:
  Resources:
    Agent:
      Type: AWS::Bedrock::Agent
      Properties:
        AgentName: \${self:service}-\${sls:stage}
        FoundationModel: \${self:custom.model}
        Description: !Sub "\${AWS::Region} of \${self:service}"
    Key:
      Type: AWS::KMS::Key
      Condition: Never
  Conditions:
    Never: !Equals [a, b]
  extensions:
    AnswerDashquestionLambdaFunction:
      Properties: { Timeout: 30 }
`;

  test('its functions and its own resources', () => {
    const { resources, diagnostics } = read({ 'serverless.yml': SERVICE });
    expect(diagnostics).toEqual([]);
    expect(resources.map(({ address, type, region }) => [address, type, region])).toEqual([
      ['AnswerDashquestionLambdaFunction', 'AWS::Lambda::Function', 'eu-west-1'],
      ['NightlyUnderscorejobLambdaFunction', 'AWS::Lambda::Function', 'eu-west-1'],
      ['Agent', 'AWS::Bedrock::Agent', 'eu-west-1'],
    ]);
    expect(resources[0]?.at).toMatchObject({ file: 'serverless.yml', line: 13 });
  });

  test('what a function does not say itself, the provider or the framework says', () => {
    const reading = read({ 'serverless.yml': SERVICE });
    const answer = resourceAt(reading, 'AnswerDashquestionLambdaFunction').attributes;
    expect(plain(answer)).toEqual({
      FunctionName: 'chat-dev-answer-question',
      Runtime: 'python3.13',
      Handler: 'app.handler',
      MemorySize: number(512),
      Timeout: number(30),
      Environment: {
        Variables: {
          MODEL_ID: 'eu.amazon.nova-pro-v1:0',
          LOG: 'debug',
          AGENT: { unknown: 'the id of Agent is known only once it exists' },
        },
      },
    });
    expect(valueAt(answer, 'Environment', 'Variables', 'AGENT')).toMatchObject({ refersTo: 'Agent' });
    expect(plain(resourceAt(reading, 'NightlyUnderscorejobLambdaFunction').attributes)).toMatchObject({
      FunctionName: 'night',
      MemorySize: number(2048),
      Architectures: ['arm64'],
    });
    const bare = read({
      'serverless.yml': 'service: x\nprovider: aws\nfunctions: { f: { handler: a.b } }\n',
    });
    expect(plain(bare.resources[0]?.attributes)).toMatchObject({ MemorySize: number(1024) });
    expect(bare.resources[0]?.region).toBe('us-east-1');
  });

  test('variables of the framework and functions of CloudFormation side by side', () => {
    expect(plain(resourceAt(read({ 'serverless.yml': SERVICE }), 'Agent').attributes)).toEqual({
      AgentName: 'chat-dev',
      FoundationModel: 'eu.amazon.nova-pro-v1:0',
      Description: 'eu-west-1 of chat',
    });
    const prod = read({ 'serverless.yml': SERVICE }, { stack: 'prod' });
    expect(plain(resourceAt(prod, 'Agent').attributes)).toMatchObject({ AgentName: 'chat-prod' });
  });

  test('it is found by its name, another name is read where it is named, and other clouds are left out', () => {
    const files = {
      'a/serverless.yml': SERVICE,
      'b/chat.yml': SERVICE,
      'node_modules/x/serverless.yml': SERVICE,
    };
    expect(findInfrastructureRoots(new Map(Object.entries(files)))).toEqual([
      { format: 'serverless', directory: 'a/serverless.yml' },
    ]);
    expect(read(files, { directory: 'b/chat.yml' }).resources).toHaveLength(3);
    expect(
      read({ 'serverless.yml': 'service: x\nprovider: { name: google }\nfunctions: { f: {} }\n' }),
    ).toEqual({
      resources: [],
      diagnostics: [],
    });
    expect(read({}).diagnostics).toMatchObject([{ code: 'iac-missing' }]);
  });

  test('a service in JSON', () => {
    const text = '{"service":"x","provider":{"name":"aws"},"functions":{"f":{"handler":"a.b"}}}';
    expect(read({ 'serverless.json': text }, { directory: 'serverless.json' }).resources).toMatchObject([
      { address: 'FLambdaFunction' },
    ]);
  });
});

describe('variables', () => {
  const CUSTOM = `custom:
  model: amazon.nova-lite-v1:0
  nested: { dev: { id: "\${self:custom.model}" }, prod: { id: amazon.nova-pro-v1:0 } }
  list: [a, b]
  me: \${self:custom.me}
  empty: null
params:
  default: { model: amazon.nova-micro-v1:0 }
  prod: { model: amazon.nova-premier-v1:0 }`;

  test.each<[string, unknown]>([
    ['${self:custom.model}', 'amazon.nova-lite-v1:0'],
    ['${self:custom.nested.${sls:stage}.id}', 'amazon.nova-lite-v1:0'],
    ['${self:custom.list.1}', 'b'],
    ['${self:custom.list}', ['a', 'b']],
    ["${self:custom.nothing, 'x'}", 'x'],
    ['${self:custom.empty, self:custom.model}', 'amazon.nova-lite-v1:0'],
    ['${self:custom.nothing}', { unknown: 'self:custom.nothing has no value' }],
    ["${opt:model, 'x'}", 'x'],
    ['${opt:model, 12}', number(12)],
    ['${opt:stage}', { unknown: 'opt:stage has no value' }],
    ['${param:model}', 'amazon.nova-micro-v1:0'],
    ['${param:nothing, null}', { unknown: 'param:nothing has no value' }],
    ['${env:MODEL_ID}', { unknown: 'the environment variable MODEL_ID is not known' }],
    ["${env:MODEL_ID, 'x'}", { unknown: 'the environment variable MODEL_ID is not known' }],
    ['${ssm:/model}', { unknown: 'ssm:/model is asked only when it is deployed' }],
    ['${cf:other.Model}', { unknown: 'cf:other.Model is asked only when it is deployed' }],
    ['${aws:accountId}', { unknown: 'aws:accountId is known only where it is deployed' }],
    ['${strToBool(true)}', true],
    ['${strToBool(${self:custom.nothing, 0})}', false],
    ['${self:custom.me}', { unknown: 'self:custom.me refers to itself' }],
    ['${file(models.yml):fast}', 'amazon.nova-micro-v1:0'],
    ['${file(./models.yml):${sls:stage}}', 'amazon.nova-lite-v1:0'],
    ['${file(models.json)}', { a: number(1) }],
    ['${file(models.js):fast}', { unknown: 'models.js is a program, and is not run' }],
    ["${file(missing.yml):fast, 'x'}", 'x'],
    ['${file(../models.yml):fast}', { unknown: 'file(../models.yml):fast has no value' }],
    ['${file(note.txt)}', 'amazon.nova-pro-v1:0'],
    ['arn:${self:custom.list}', { unknown: 'a list or a map stands within a text' }],
    ['${AWS::Region}', '${AWS::Region}'],
  ])('%s', (expression, expected) => {
    const files = {
      'models.yml': 'fast: amazon.nova-micro-v1:0\ndev: "${self:custom.model}"\n',
      'models.json': '{"a":1}',
      'note.txt': 'amazon.nova-pro-v1:0',
    };
    expect(modelOf(`"${expression}"`, CUSTOM, files)).toEqual(expected);
  });

  test('the stage and the region from outside', () => {
    const root = { stack: 'prod', region: 'us-west-2' };
    expect(modelOf('"${self:custom.nested.${opt:stage}.id}"', CUSTOM, {}, root)).toBe('amazon.nova-pro-v1:0');
    expect(modelOf('"${param:model}"', CUSTOM, {}, root)).toBe('amazon.nova-premier-v1:0');
    const provider = 'provider: { name: aws, region: "${opt:region, \'eu-west-1\'}" }';
    expect(modelOf('"${aws:region}"', provider)).toBe('eu-west-1');
    expect(modelOf('"${aws:region}"', provider, {}, root)).toBe('us-west-2');
  });

  test('what is known of a text stays known, and the line that helps is told', () => {
    const service = `service: x
provider: { name: aws }
resources:
  Resources:
    A: { Type: AWS::Bedrock::Agent, Properties: { FoundationModel: "arn:\${env:P}:m", AgentName: "\${opt:stage}" } }
`;
    const { resources } = read({ 'serverless.yml': service });
    expect(resources[0]?.attributes.entries.get('FoundationModel')).toMatchObject({
      pieces: ['arn:', { kind: 'unknown' }, ':m'],
    });
    expect(resources[0]?.attributes.entries.get('AgentName')).toMatchObject({
      hint: 'iac: [{ serverless: serverless.yml, stack: dev }]',
    });
  });

  test('files of the tree are asked for', () => {
    const service =
      'service: x\nprovider: { name: aws }\ncustom: ${file(config/${sls:stage}.yml)}\nresources: ${file(r.yml)}\n';
    const paths = new Set(['serverless.yml', 'config/dev.yml', 'r.yml', 'other.yml']);
    const roots = [{ format: 'serverless' as const, directory: 'serverless.yml' }];
    const reading = readInfrastructure(new Map([['serverless.yml', service]]), roots, undefined, paths);
    expect(reading.asked).toEqual(['r.yml']);
  });

  test('work is bounded', () => {
    const doubled = Array.from(
      { length: 40 },
      (_, index) => `  v${index + 1}: ["\${self:custom.v${index}}", "\${self:custom.v${index}}"]`,
    );
    const service = `service: x\nprovider: { name: aws }\ncustom:\n  v0: x\n${doubled.join('\n')}\nresources:\n  Resources:\n    A: { Type: AWS::Bedrock::Agent, Properties: { Tags: "\${self:custom.v40}" } }\n`;
    expect(read({ 'serverless.yml': service }).diagnostics).toMatchObject([{ code: 'limit-exceeded' }]);
  });
});

describe('sections in parts', () => {
  test('resources and functions may be lists and files', () => {
    const files = {
      'serverless.yml':
        'service: x\nprovider: { name: aws }\nfunctions:\n  - ${file(functions.yml)}\n  - b: { handler: b.b }\nresources:\n  - ${file(store.yml)}\n  - Resources:\n      Collection: { Properties: { StandbyReplicas: DISABLED } }\n',
      'functions.yml': 'a: { handler: a.a }\n',
      'store.yml':
        'Resources:\n  Collection:\n    Type: AWS::OpenSearchServerless::Collection\n    Properties: { Name: "${self:service}" }\n',
    };
    const reading = read(files);
    expect(reading.resources.map(({ address }) => address)).toEqual([
      'ALambdaFunction',
      'BLambdaFunction',
      'Collection',
    ]);
    expect(plain(resourceAt(reading, 'Collection').attributes)).toEqual({
      Name: 'x',
      StandbyReplicas: 'DISABLED',
    });
    // The file is a template by its looks, and would be counted twice.
    expect(findInfrastructureRoots(new Map(Object.entries(files)))).toEqual([
      { format: 'serverless', directory: 'serverless.yml' },
    ]);
  });

  test('environments that are not known leave the variables open', () => {
    const service =
      'service: x\nprovider: { name: aws }\nfunctions: { f: { handler: a.b, environment: "${ssm:/all}" } }\n';
    expect(
      plain(read({ 'serverless.yml': service }).resources[0]?.attributes.entries.get('Environment')),
    ).toEqual({
      Variables: { unknown: 'ssm:/all is asked only when it is deployed' },
    });
  });
});

describe('AgentCore', () => {
  const typesIn = (sections: string) => {
    const reading = read({ 'serverless.yml': `service: x\nprovider: { name: aws }\n${sections}` });
    return reading.resources.map(({ address, type, attributes }) => [
      address,
      type.replace('AWS::BedrockAgentCore::', ''),
      plain(attributes),
    ]);
  };

  test('with a type each, as the plugin has it', () => {
    const sections = `agents:
  helper: { type: runtime, environment: { MODEL_ID: m }, lifecycle: { idleRuntimeSessionTimeout: 300 } }
  chats: { type: memory, eventExpiryDuration: 90, strategies: [{ SemanticMemoryStrategy: { Name: s } }] }
  web: { type: browser, recording: { enabled: true, s3Location: { bucket: b, prefix: p } } }
  code: { type: codeInterpreter }
  me: { type: workloadIdentity }
  tools: { type: gateway, targets: [{ name: orders, functionArn: !GetAtt OrdersLambdaFunction.Arn }] }
functions: { orders: { handler: a.b } }
`;
    const made = typesIn(sections);
    expect(made.map(([address, type]) => [address, type])).toEqual([
      ['OrdersLambdaFunction', 'AWS::Lambda::Function'],
      ['HelperRuntime', 'Runtime'],
      ['ChatsMemory', 'Memory'],
      ['WebBrowser', 'BrowserCustom'],
      ['CodeCodeInterpreter', 'CodeInterpreterCustom'],
      ['MeWorkloadIdentity', 'WorkloadIdentity'],
      ['ToolsGateway', 'Gateway'],
      ['ToolsGatewayOrdersTarget', 'GatewayTarget'],
    ]);
    expect(made[1]?.[2]).toEqual({
      EnvironmentVariables: { MODEL_ID: 'm' },
      LifecycleConfiguration: { IdleRuntimeSessionTimeout: number(300) },
    });
    expect(made[2]?.[2]).toEqual({
      MemoryStrategies: [{ SemanticMemoryStrategy: { Name: 's' } }],
      EventExpiryDuration: number(90),
    });
    expect(made[3]?.[2]).toEqual({
      RecordingConfig: { Enabled: true, S3Location: { Bucket: 'b', Prefix: 'p' } },
    });
  });

  test('in sections, as the framework has it', () => {
    const sections = `ai:
  agents:
    chatbot: { memory: { expiration: 30 } }
  memory:
    shared: { expiration: 90 }
  gateways:
    public: { protocol: { searchType: SEMANTIC }, tools: [calculator] }
  tools: { calculator: { function: f } }
  browsers: { web: {} }
`;
    expect(typesIn(sections)).toEqual([
      ['ChatbotRuntime', 'Runtime', {}],
      ['ChatbotDashmemoryMemory', 'Memory', { EventExpiryDuration: number(30) }],
      ['SharedMemory', 'Memory', { EventExpiryDuration: number(90) }],
      ['PublicGateway', 'Gateway', { ProtocolConfiguration: { Mcp: { SearchType: 'SEMANTIC' } } }],
      ['WebBrowser', 'BrowserCustom', {}],
    ]);
  });

  test('tools that no gateway lists have one of their own', () => {
    expect(typesIn('agents:\n  tools: { calculator: { function: f } }\n  chatbot: {}\n')).toEqual([
      ['ChatbotRuntime', 'Runtime', {}],
      ['ToolsGateway', 'Gateway', {}],
    ]);
  });
});
