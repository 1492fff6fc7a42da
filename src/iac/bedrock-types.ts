/**
 * Resource types of Terraform's `aws` provider for Amazon Bedrock, as its source of 2026 registers them. A type that
 * looks like one of these, or of those of CloudFormation, and is none of them is refused; people and language models
 * do make such types up.
 */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Resource } from '../model/resource.ts';
import { BEDROCK_CLOUDFORMATION_TYPES } from './bedrock-cloudformation-types.ts';

const BEDROCK = [
  'custom_model',
  'evaluation_job',
  'foundation_model_agreement',
  'guardrail',
  'guardrail_version',
  'inference_profile',
  'model_invocation_job',
  'model_invocation_logging_configuration',
  'provisioned_model_throughput',
  'use_case_for_model_access',
  // Proposed in 2026: they may be in a provider by now.
  'account_data_retention',
  'enforced_guardrail_configuration',
  'guardrail_resource_policy',
  'knowledge_base_logging_configuration',
  'prompt_router',
];

const BEDROCK_AGENT = [
  'agent',
  'agent_action_group',
  'agent_alias',
  'agent_collaborator',
  'agent_knowledge_base_association',
  'data_source',
  'flow',
  'knowledge_base',
  'prompt',
];

const BEDROCK_AGENTCORE = [
  'agent_runtime',
  'agent_runtime_endpoint',
  'api_key_credential_provider',
  'browser',
  'browser_profile',
  'code_interpreter',
  'evaluator',
  'gateway',
  'gateway_rule',
  'gateway_target',
  'harness',
  'memory',
  'memory_strategy',
  'oauth2_credential_provider',
  'online_evaluation_config',
  'policy',
  'policy_engine',
  'registry',
  'resource_policy',
  'token_vault_cmk',
  'workload_identity',
  // Proposed in 2026: they may be in a provider by now.
  'capacity_provider',
  'configuration_bundle',
  'consent_portal',
  'dataset',
  'gateway_rate_limit',
  'gateway_waf_configuration',
  'harness_endpoint',
];

export const BEDROCK_TYPES: ReadonlySet<string> = new Set([
  ...BEDROCK.map((name) => `aws_bedrock_${name}`),
  ...BEDROCK_AGENT.map((name) => `aws_bedrockagent_${name}`),
  ...BEDROCK_AGENTCORE.map((name) => `aws_bedrockagentcore_${name}`),
]);

/** Says that the type of a resource does not exist, where it looks like Amazon Bedrock and is not known. */
export function unknownType({ type, at, vocabulary }: Resource): Diagnostic | undefined {
  const known = vocabulary === 'terraform' ? BEDROCK_TYPES : BEDROCK_CLOUDFORMATION_TYPES;
  if (!/^(?:aws_bedrock|AWS::Bedrock)/.test(type) || isAmong(known, type)) return undefined;
  const nearest = nearestType(type, known);
  const message = `${type} is no resource type of Amazon Bedrock that is known here, so it is not priced.`;
  return {
    code: 'iac-unknown-type',
    severity: 'warning',
    message,
    at,
    ...(nearest === undefined ? {} : { hint: `The nearest type is ${nearest}.` }),
  };
}

/** Where a type is spelled by a rule, its capitals may be others than those of the list. */
function isAmong(known: ReadonlySet<string>, type: string): boolean {
  if (known.has(type)) return true;
  const spelled = type.toLowerCase();
  return [...known].some((each) => each.toLowerCase() === spelled);
}

/** The known type that shares the most words with this one; of equals, the one with the fewest words of its own. */
function nearestType(type: string, all: ReadonlySet<string>): string | undefined {
  const words = new Set(wordsOf(type));
  let nearest: string | undefined;
  let best = 0;
  for (const known of all) {
    const others = wordsOf(known);
    const shared = others.filter((word) => words.has(word)).length;
    const score = shared === 0 ? 0 : shared / (words.size + others.length - shared);
    if (score > best) [nearest, best] = [known, score];
  }
  return nearest;
}

/** The words that tell types apart. */
function wordsOf(type: string): readonly string[] {
  const words = type.includes('::')
    ? type.slice(type.lastIndexOf('::') + 2, LONGEST).split(/(?=[A-Z])/)
    : type.slice(0, LONGEST).split('_').slice(2);
  return words.filter((word) => word !== '');
}
const LONGEST = 200;
