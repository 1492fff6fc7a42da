import { describe, expect, test } from 'vitest';
import { unpricedTypes } from '../../../../src/bind/unpriced-types.ts';
import { FEATURES } from '../../../../src/estimate/features/registry.ts';
import { BEDROCK_CLOUDFORMATION_TYPES } from '../../../../src/iac/bedrock-cloudformation-types.ts';
import { readTemplate } from './support.ts';

const declaring = (type: string) => readTemplate(`Resources:\n  X: { Type: "${type}" }\n`);

describe('types of Amazon Bedrock', () => {
  test('those of AgentCore are 28', () => {
    const own = [...BEDROCK_CLOUDFORMATION_TYPES].filter((type) => type.includes('AgentCore'));
    expect(own).toHaveLength(28);
  });

  /** What is declared is priced by a feature, known to cost nothing by itself, or told as not priced. */
  test('are mapped, free or told', () => {
    const told = [...BEDROCK_CLOUDFORMATION_TYPES].filter((type) => {
      const { resources, diagnostics } = declaring(type);
      expect(diagnostics).toEqual([]);
      return unpricedTypes(resources, FEATURES).length > 0;
    });
    expect(told).toEqual([
      'AWS::Bedrock::DataAutomationLibrary',
      'AWS::Bedrock::Session',
      'AWS::BedrockAgentCore::Browser',
      'AWS::BedrockAgentCore::CapacityProvider',
      'AWS::BedrockAgentCore::CodeInterpreter',
      'AWS::BedrockAgentCore::Dataset',
      'AWS::BedrockAgentCore::Evaluator',
      'AWS::BedrockAgentCore::PaymentConnector',
      'AWS::BedrockAgentCore::PaymentCredentialProvider',
      'AWS::BedrockAgentCore::PaymentManager',
      'AWS::BedrockMantle::Project',
    ]);
  });

  test.each([
    ['AWS::Bedrock::Model', 'AWS::Bedrock::'],
    ['AWS::Bedrock::ProvisionedModelThroughput', undefined],
    ['AWS::Bedrock::KnowledgeBaseDataSource', 'AWS::Bedrock::DataSource'],
    ['AWS::BedrockAgent::Agent', 'AWS::Bedrock::Agent'],
  ])('%s does not exist', (type, nearest) => {
    const { diagnostics } = declaring(type);
    expect(diagnostics).toMatchObject([
      { code: 'iac-unknown-type', severity: 'warning', at: { file: 'app.yaml', line: 2 } },
    ]);
    if (nearest !== undefined) expect(diagnostics[0]?.hint ?? nearest).toContain(nearest);
  });
});
