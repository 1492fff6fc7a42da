/** Amazon Bedrock AgentCore: each part by what is used of it. The models that agents call are charges of model calls. */
import type { Feature } from '../../../model/feature.ts';
import { charges } from './charges.ts';
import {
  type CoreFacts,
  mapGateway,
  mapHarness,
  mapMemory,
  mapPlain,
  mapRuntime,
  mapStrategy,
  mapTarget,
} from './facts.ts';
import { PARTS, type PartKey } from './parts.ts';

/** The resource types whose usage a manifest can state, by part. */
const TYPES: Readonly<Record<PartKey, readonly string[]>> = {
  runtime: [
    'aws_bedrockagentcore_agent_runtime',
    'aws_bedrockagentcore_harness',
    'AWS::BedrockAgentCore::Runtime',
    'AWS::BedrockAgentCore::Harness',
  ],
  browser: ['aws_bedrockagentcore_browser', 'AWS::BedrockAgentCore::BrowserCustom'],
  code_interpreter: ['aws_bedrockagentcore_code_interpreter', 'AWS::BedrockAgentCore::CodeInterpreterCustom'],
  gateway: ['aws_bedrockagentcore_gateway', 'AWS::BedrockAgentCore::Gateway'],
  memory: ['aws_bedrockagentcore_memory', 'AWS::BedrockAgentCore::Memory'],
  identity: ['aws_bedrockagentcore_workload_identity', 'AWS::BedrockAgentCore::WorkloadIdentity'],
  policy: ['aws_bedrockagentcore_policy_engine', 'AWS::BedrockAgentCore::PolicyEngine'],
  evaluations: [
    'aws_bedrockagentcore_online_evaluation_config',
    'AWS::BedrockAgentCore::OnlineEvaluationConfig',
  ],
  web_search: [],
};

export const agentcore: Feature<CoreFacts> = {
  id: 'agentcore',
  title: 'AgentCore',
  layer: 'features',
  workloadSections: PARTS.map(({ key, schema, description, sessions }) => ({
    key: `agentcore.${key}`,
    schema: () => schema('workload'),
    description,
    ...(sessions === undefined ? {} : { setAside: { sessions: ['sessions_per_request'] } }),
  })),
  resourceSections: PARTS.filter(({ key }) => TYPES[key].length > 0).map(({ key, schema, description }) => ({
    types: TYPES[key],
    schema: () => schema('resource'),
    description,
  })),
  mappings: {
    terraform: {
      aws_bedrockagentcore_agent_runtime: mapRuntime,
      aws_bedrockagentcore_harness: mapHarness,
      aws_bedrockagentcore_browser: mapPlain('browser'),
      aws_bedrockagentcore_code_interpreter: mapPlain('code_interpreter'),
      aws_bedrockagentcore_gateway: mapGateway,
      aws_bedrockagentcore_gateway_target: mapTarget,
      aws_bedrockagentcore_memory: mapMemory,
      aws_bedrockagentcore_memory_strategy: mapStrategy,
      aws_bedrockagentcore_workload_identity: mapPlain('identity'),
      aws_bedrockagentcore_policy_engine: mapPlain('policy'),
      aws_bedrockagentcore_online_evaluation_config: mapPlain('evaluations'),
    },
    cloudformation: {
      'AWS::BedrockAgentCore::Runtime': mapRuntime,
      'AWS::BedrockAgentCore::Harness': mapHarness,
      'AWS::BedrockAgentCore::BrowserCustom': mapPlain('browser'),
      'AWS::BedrockAgentCore::CodeInterpreterCustom': mapPlain('code_interpreter'),
      'AWS::BedrockAgentCore::Gateway': mapGateway,
      'AWS::BedrockAgentCore::GatewayTarget': mapTarget,
      'AWS::BedrockAgentCore::Memory': mapMemory,
      'AWS::BedrockAgentCore::WorkloadIdentity': mapPlain('identity'),
      'AWS::BedrockAgentCore::PolicyEngine': mapPlain('policy'),
      'AWS::BedrockAgentCore::OnlineEvaluationConfig': mapPlain('evaluations'),
    },
  },
  charges,
};
