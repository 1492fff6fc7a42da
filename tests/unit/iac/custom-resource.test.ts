import { describe, expect, test } from 'vitest';
import { readInfrastructure } from '../../../src/iac/read.ts';
import { valueAt } from '../../../src/model/value.ts';
import { number, plain } from './support.ts';

function read(properties: unknown) {
  const Resources = {
    Call: { Type: 'Custom::AWS', Properties: properties },
    Logs: { Type: 'AWS::Logs::LogGroup', Properties: {} },
  };
  const texts = new Map([['app.template.json', JSON.stringify({ Resources })]]);
  const reading = readInfrastructure(texts, [{ format: 'cloudformation', directory: 'app.template.json' }]);
  const [call] = reading.resources;
  return { call, diagnostics: reading.diagnostics };
}

const json = (service: string, action: string, parameters: unknown = {}) =>
  JSON.stringify({ service, action, parameters, physicalResourceId: { id: 'x' } });

describe('what a custom resource creates', () => {
  test('a type of CloudFormation', () => {
    const parameters = { vectorBucketName: 'docs', indexName: 'i', dimension: 1024, dataType: 'float32' };
    const { call } = read({ Create: json('s3vectors', 'createIndex', parameters) });
    expect(call).toMatchObject({
      address: 'Call',
      vocabulary: 'cloudformation',
      type: 'AWS::S3Vectors::Index',
    });
    expect(plain(call?.attributes)).toEqual({
      VectorBucketName: 'docs',
      IndexName: 'i',
      Dimension: number(1024),
      DataType: 'float32',
    });
  });

  test.each([
    ['@aws-sdk/client-s3vectors', 'CreateVectorBucketCommand', 'AWS::S3Vectors::VectorBucket'],
    ['S3Vectors', 'createVectorBucket', 'AWS::S3Vectors::VectorBucket'],
    ['bedrock-agentcore-control', 'createMemory', 'AWS::BedrockAgentCore::Memory'],
    ['BedrockAgent', 'createKnowledgeBase', 'AWS::Bedrock::KnowledgeBase'],
  ])('%s %s', (service, action, type) => {
    expect(read({ Create: json(service, action) }).call).toMatchObject({ type });
  });

  test('references in the text of the call stay references', () => {
    const [before = '', after = ''] = json('Bedrock', 'putModelInvocationLoggingConfiguration', {
      loggingConfig: {
        cloudWatchConfig: { logGroupName: '|', roleArn: 'r' },
        textDataDeliveryEnabled: true,
      },
    }).split('|');
    const { call } = read({ Update: { 'Fn::Join': ['', [before, { Ref: 'Logs' }, after]] } });
    expect(call).toMatchObject({
      vocabulary: 'terraform',
      type: 'aws_bedrock_model_invocation_logging_configuration',
    });
    expect(valueAt(call?.attributes, 'logging_config', 'text_data_delivery_enabled')).toMatchObject({
      value: true,
    });
    expect(valueAt(call?.attributes, 'logging_config', 'cloudwatch_config', 'log_group_name')).toMatchObject({
      refersTo: 'Logs',
    });
  });

  test('a reference within a longer text leaves the rest known', () => {
    const [before = '', after = ''] = json('s3vectors', 'createVectorBucket', {
      vectorBucketName: 'docs-|-x',
    }).split('|');
    const { call } = read({ Create: { 'Fn::Join': ['', [before, { Ref: 'AWS::AccountId' }, after]] } });
    expect(call?.attributes.entries.get('VectorBucketName')).toMatchObject({
      kind: 'unknown',
      pieces: ['docs-', { kind: 'unknown' }, '-x'],
    });
  });

  test('the region of the call', () => {
    const Create = JSON.stringify({
      service: 's3vectors',
      action: 'createVectorBucket',
      region: 'us-west-2',
    });
    expect(read({ Create }).call?.region).toBe('us-west-2');
    expect(read({ Create: json('s3vectors', 'createVectorBucket') }).call).not.toHaveProperty('region');
  });

  test('provisioned throughput', () => {
    const parameters = { modelId: 'anthropic.claude-v2', modelUnits: 2, commitmentDuration: 'OneMonth' };
    const { call } = read({ Create: json('bedrock', 'createProvisionedModelThroughput', parameters) });
    expect(call?.type).toBe('aws_bedrock_provisioned_model_throughput');
    expect(plain(call?.attributes)).toEqual({
      model_arn: 'anthropic.claude-v2',
      model_units: number(2),
      commitment_duration: 'OneMonth',
    });
  });

  test('what is not read is told, where it makes something', () => {
    expect(read({ Create: json('bedrock', 'createPromptRouter') }).diagnostics).toMatchObject([
      { code: 'iac-not-priced', severity: 'notice', message: /Call calls createPromptRouter of bedrock/ },
    ]);
    for (const [service, action] of [
      ['bedrock', 'getFoundationModel'],
      ['bedrockagent', 'startIngestionJob'],
      ['ssm', 'putParameter'],
    ] as const)
      expect(read({ Create: json(service, action) }).diagnostics).toEqual([]);
  });

  test.each([
    {},
    { Create: 'no JSON' },
    { Create: '{"service":1}' },
    { Create: { Ref: 'Logs' } },
    { Create: '\uE000' },
  ])('nothing is made of %j', (properties) => {
    expect(read(properties).call?.type).toBe('Custom::AWS');
  });
});
