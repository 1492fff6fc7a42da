/** What a custom resource brings about when it is deployed, as the resource that it would be if there were a type for it. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Resource, Vocabulary } from '../../model/resource.ts';
import type { MapValue, Value } from '../../model/value.ts';
import { type SdkCall, sdkCallOf } from './sdk-call.ts';

interface Created {
  readonly vocabulary: Vocabulary;
  readonly type: string;
  /** Names of attributes that do not follow from those of the call. */
  readonly names?: Readonly<Record<string, string>>;
}

const cloudformation = (type: string): Created => ({ vocabulary: 'cloudformation', type });

/** By service and action: calls whose parameters are named as the properties of a type are. */
const CREATED: ReadonlyMap<string, Created> = new Map([
  ['s3vectors createVectorBucket', cloudformation('AWS::S3Vectors::VectorBucket')],
  ['s3vectors createIndex', cloudformation('AWS::S3Vectors::Index')],
  ['opensearchserverless createCollection', cloudformation('AWS::OpenSearchServerless::Collection')],
  [
    'opensearchserverless createCollectionGroup',
    cloudformation('AWS::OpenSearchServerless::CollectionGroup'),
  ],
  ['bedrock createGuardrail', cloudformation('AWS::Bedrock::Guardrail')],
  ['bedrock createInferenceProfile', cloudformation('AWS::Bedrock::ApplicationInferenceProfile')],
  ['bedrockagent createAgent', cloudformation('AWS::Bedrock::Agent')],
  ['bedrockagent createAgentAlias', cloudformation('AWS::Bedrock::AgentAlias')],
  ['bedrockagent createDataSource', cloudformation('AWS::Bedrock::DataSource')],
  ['bedrockagent createFlow', cloudformation('AWS::Bedrock::Flow')],
  ['bedrockagent createKnowledgeBase', cloudformation('AWS::Bedrock::KnowledgeBase')],
  ['bedrockagentcorecontrol createAgentRuntime', cloudformation('AWS::BedrockAgentCore::Runtime')],
  ['bedrockagentcorecontrol createBrowser', cloudformation('AWS::BedrockAgentCore::BrowserCustom')],
  [
    'bedrockagentcorecontrol createCodeInterpreter',
    cloudformation('AWS::BedrockAgentCore::CodeInterpreterCustom'),
  ],
  ['bedrockagentcorecontrol createGateway', cloudformation('AWS::BedrockAgentCore::Gateway')],
  ['bedrockagentcorecontrol createGatewayTarget', cloudformation('AWS::BedrockAgentCore::GatewayTarget')],
  ['bedrockagentcorecontrol createMemory', cloudformation('AWS::BedrockAgentCore::Memory')],
  // CloudFormation has no types for these.
  [
    'bedrock putModelInvocationLoggingConfiguration',
    {
      vocabulary: 'terraform',
      type: 'aws_bedrock_model_invocation_logging_configuration',
      names: { cloudWatchConfig: 'cloudwatch_config' },
    },
  ],
  [
    'bedrock createProvisionedModelThroughput',
    {
      vocabulary: 'terraform',
      type: 'aws_bedrock_provisioned_model_throughput',
      names: { modelId: 'model_arn' },
    },
  ],
  [
    'bedrock createModelCustomizationJob',
    {
      vocabulary: 'terraform',
      type: 'aws_bedrock_custom_model',
      names: { hyperParameters: 'hyperparameters' },
    },
  ],
]);

/** Services of which a call that makes something is not passed over in silence. */
const OF_INTEREST = /^(?:bedrock|s3vectors|opensearchserverless|kendra)/;

/** Calls that ask, start what is done once, or end something, and bring nothing about that is billed by the month. */
const HARMLESS =
  /^(?:get|list|describe|delete|tag|untag|prepare|start|stop|associate|update|batch|invoke|retrieve)/;

/** A custom resource as what it creates; any other resource as it is. */
export function asCreated(resource: Resource): Resource {
  const call = callOf(resource);
  const created = call === undefined ? undefined : CREATED.get(`${call.service} ${call.action}`);
  if (call === undefined || created === undefined) return resource;
  const { vocabulary, type } = created;
  const attributes = renamed(call.parameters, created);
  return {
    ...resource,
    vocabulary,
    type,
    attributes: attributes.kind === 'map' ? attributes : resource.attributes,
    ...(call.region === undefined ? {} : { region: call.region }),
  };
}

/** Says of a custom resource that it makes something that is not read; nothing of all others. */
export function unreadCall(resource: Resource): Diagnostic | undefined {
  const call = callOf(resource);
  if (call === undefined || !OF_INTEREST.test(call.service) || HARMLESS.test(call.action)) return undefined;
  const message = `${resource.address} calls ${call.action} of ${call.service} when it is deployed, and what that makes is not priced.`;
  const hint = 'extra_charges: [{ name: What it costs, monthly: 70, layer: features }]';
  return { code: 'iac-not-priced', severity: 'notice', message, at: resource.at, hint };
}

function callOf({ vocabulary, type, attributes }: Resource): SdkCall | undefined {
  return vocabulary === 'cloudformation' && type === 'Custom::AWS' ? sdkCallOf(attributes) : undefined;
}

/** Recursion is as deep as the call is nested, which is capped. */
function renamed(value: Value, created: Created): Value {
  if (value.kind === 'list')
    return { kind: 'list', items: value.items.map((item) => renamed(item, created)) };
  return value.kind === 'map' ? renamedMap(value, created) : value;
}

/** Keys that the author of the call chooses. */
const FREE = new Set(['tags', 'environmentVariables', 'hyperParameters']);

function renamedMap({ entries }: MapValue, created: Created): MapValue {
  const named = [...entries].map(
    ([key, item]) => [nameOf(key, created), FREE.has(key) ? item : renamed(item, created)] as const,
  );
  return { kind: 'map', entries: new Map(named) };
}

/** `loggingConfig` is `logging_config` in Terraform and `LoggingConfig` in CloudFormation. */
function nameOf(key: string, { vocabulary, names = {} }: Created): string {
  if (Object.hasOwn(names, key)) return names[key] ?? key;
  return vocabulary === 'terraform'
    ? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    : key.slice(0, 1).toUpperCase() + key.slice(1);
}
