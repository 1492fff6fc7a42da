import type { Diagnostic } from '../model/diagnostic.ts';
import type { Feature } from '../model/feature.ts';
import type { Resource } from '../model/resource.ts';

const LOOKS_LIKE_BEDROCK = /^(?:aws_bedrock|awscc_bedrock|AWS::Bedrock)/;

/** Types, without the provider's prefix, of which nothing is billed by itself. */
const NOT_BILLED: ReadonlySet<string> = new Set([
  'bedrock_account_data_retention',
  'bedrock_enforced_guardrail_configuration',
  'bedrock_foundation_model_agreement',
  'bedrock_guardrail_resource_policy',
  'bedrock_guardrail_version',
  'bedrock_knowledge_base_logging_configuration',
  'bedrock_use_case_for_model_access',
  'bedrockagent_agent_action_group',
  'bedrockagent_agent_alias',
  'bedrockagent_agent_collaborator',
  'bedrockagent_data_source',
  'bedrockagent_prompt',
  'bedrockagentcore_agent_runtime_endpoint',
  'bedrockagentcore_api_key_credential_provider',
  'bedrockagentcore_browser_profile',
  'bedrockagentcore_configuration_bundle',
  'bedrockagentcore_gateway_rate_limit',
  'bedrockagentcore_gateway_rule',
  'bedrockagentcore_gateway_target',
  'bedrockagentcore_gateway_waf_configuration',
  'bedrockagentcore_oauth2_credential_provider',
  'bedrockagentcore_policy',
  'bedrockagentcore_resource_policy',
  'bedrockagentcore_token_vault_cmk',
  'bedrockagentcore_workload_identity',
  'AWS::Bedrock::AutomatedReasoningPolicyVersion',
  'AWS::Bedrock::EnforcedGuardrailConfiguration',
  'AWS::Bedrock::FlowAlias',
  'AWS::Bedrock::FlowVersion',
  'AWS::Bedrock::GuardrailVersion',
  'AWS::Bedrock::KnowledgeBasePolicy',
  'AWS::Bedrock::PromptVersion',
  'AWS::Bedrock::ResourcePolicy',
  'AWS::BedrockAgentCore::ApiKeyCredentialProvider',
  'AWS::BedrockAgentCore::BrowserProfile',
  'AWS::BedrockAgentCore::ConfigurationBundle',
  'AWS::BedrockAgentCore::GatewayRateLimit',
  'AWS::BedrockAgentCore::GatewayRule',
  'AWS::BedrockAgentCore::HarnessEndpoint',
  'AWS::BedrockAgentCore::OAuth2CredentialProvider',
  'AWS::BedrockAgentCore::Policy',
  'AWS::BedrockAgentCore::ResourcePolicy',
  'AWS::BedrockAgentCore::RuntimeEndpoint',
]);

/** One notice for each type of Amazon Bedrock that is declared and that no feature prices: found is never lost. */
export function unpricedTypes(
  resources: readonly Resource[],
  features: readonly Feature[],
): readonly Diagnostic[] {
  const found = new Map<string, Resource[]>();
  for (const resource of resources) {
    const { type, vocabulary } = resource;
    if (!LOOKS_LIKE_BEDROCK.test(type) || NOT_BILLED.has(type.replace(/^aws(?:cc)?_/, ''))) continue;
    if (features.some(({ mappings }) => Object.hasOwn(mappings?.[vocabulary] ?? {}, type))) continue;
    found.set(type, [...(found.get(type) ?? []), resource]);
  }
  return [...found].flatMap(([type, [first, ...others]]) => {
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` and ${others.length} more of its type`;
    const message = `${first.address}${more} is found and not priced: no rule here prices ${type}.`;
    const hint = 'extra_charges: [{ name: What it costs, monthly: 70, layer: features }]';
    return [{ code: 'iac-not-priced', severity: 'notice', message, at: first.at, hint }];
  });
}
