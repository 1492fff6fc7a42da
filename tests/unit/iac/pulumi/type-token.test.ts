import { expect, test } from 'vitest';
import { FEATURES } from '../../../../src/estimate/features/registry.ts';
import { parseToken, terraformType } from '../../../../src/iac/pulumi/type-token.ts';

/** Types of Terraform that a feature reads, with their tokens in `@pulumi/aws` 7.48. */
const TOKENS: Readonly<Record<string, string>> = {
  aws_bedrock_custom_model: 'aws:bedrock/customModel:CustomModel',
  aws_bedrock_evaluation_job: 'aws:bedrock/evaluationJob:EvaluationJob',
  aws_bedrock_guardrail: 'aws:bedrock/guardrail:Guardrail',
  aws_bedrock_inference_profile: 'aws:bedrock/inferenceProfile:InferenceProfile',
  aws_bedrock_model_invocation_job: 'aws:bedrockmodel/invocationJob:InvocationJob',
  aws_bedrock_model_invocation_logging_configuration:
    'aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration',
  aws_bedrock_provisioned_model_throughput:
    'aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput',
  aws_bedrockagent_agent: 'aws:bedrock/agentAgent:AgentAgent',
  aws_bedrockagent_agent_action_group: 'aws:bedrock/agentAgentActionGroup:AgentAgentActionGroup',
  aws_bedrockagent_agent_alias: 'aws:bedrock/agentAgentAlias:AgentAgentAlias',
  aws_bedrockagent_agent_collaborator: 'aws:bedrock/agentAgentCollaborator:AgentAgentCollaborator',
  aws_bedrockagent_agent_knowledge_base_association:
    'aws:bedrock/agentAgentKnowledgeBaseAssociation:AgentAgentKnowledgeBaseAssociation',
  aws_bedrockagent_data_source: 'aws:bedrock/agentDataSource:AgentDataSource',
  aws_bedrockagent_flow: 'aws:bedrock/agentFlow:AgentFlow',
  aws_bedrockagent_knowledge_base: 'aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase',
  aws_bedrockagent_prompt: 'aws:bedrock/agentPrompt:AgentPrompt',
  aws_bedrockagentcore_agent_runtime: 'aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime',
  aws_bedrockagentcore_browser: 'aws:bedrock/agentcoreBrowser:AgentcoreBrowser',
  aws_bedrockagentcore_code_interpreter: 'aws:bedrock/agentcoreCodeInterpreter:AgentcoreCodeInterpreter',
  aws_bedrockagentcore_gateway: 'aws:bedrock/agentcoreGateway:AgentcoreGateway',
  aws_bedrockagentcore_gateway_target: 'aws:bedrock/agentcoreGatewayTarget:AgentcoreGatewayTarget',
  aws_bedrockagentcore_harness: 'aws:bedrock/agentcoreHarness:AgentcoreHarness',
  aws_bedrockagentcore_memory: 'aws:bedrock/agentcoreMemory:AgentcoreMemory',
  aws_bedrockagentcore_memory_strategy: 'aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy',
  aws_bedrockagentcore_online_evaluation_config:
    'aws:bedrock/agentcoreOnlineEvaluationConfig:AgentcoreOnlineEvaluationConfig',
  aws_bedrockagentcore_policy_engine: 'aws:bedrock/agentcorePolicyEngine:AgentcorePolicyEngine',
  aws_bedrockagentcore_token_vault_cmk: 'aws:bedrock/agentcoreTokenVaultCmk:AgentcoreTokenVaultCmk',
  aws_bedrockagentcore_workload_identity: 'aws:bedrock/agentcoreWorkloadIdentity:AgentcoreWorkloadIdentity',
  aws_cloudwatch_log_delivery: 'aws:cloudwatch/logDelivery:LogDelivery',
  aws_cloudwatch_log_delivery_destination: 'aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination',
  aws_cloudwatch_log_delivery_source: 'aws:cloudwatch/logDeliverySource:LogDeliverySource',
  aws_cloudwatch_log_group: 'aws:cloudwatch/logGroup:LogGroup',
  aws_kendra_index: 'aws:kendra/index:Index',
  aws_kinesis_firehose_delivery_stream: 'aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream',
  aws_kms_alias: 'aws:kms/alias:Alias',
  aws_kms_external_key: 'aws:kms/externalKey:ExternalKey',
  aws_kms_key: 'aws:kms/key:Key',
  aws_kms_replica_external_key: 'aws:kms/replicaExternalKey:ReplicaExternalKey',
  aws_kms_replica_key: 'aws:kms/replicaKey:ReplicaKey',
  aws_lambda_alias: 'aws:lambda/alias:Alias',
  aws_lambda_function: 'aws:lambda/function:Function',
  aws_nat_gateway: 'aws:ec2/natGateway:NatGateway',
  aws_neptunegraph_graph: 'aws:neptunegraph/graph:Graph',
  aws_opensearch_domain: 'aws:opensearch/domain:Domain',
  aws_opensearchserverless_collection: 'aws:opensearch/serverlessCollection:ServerlessCollection',
  aws_opensearchserverless_collection_group:
    'aws:opensearch/serverlessCollectionGroup:ServerlessCollectionGroup',
  aws_opensearchserverless_security_policy:
    'aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy',
  aws_opensearchserverless_vpc_endpoint: 'aws:opensearch/serverlessVpcEndpoint:ServerlessVpcEndpoint',
  aws_rds_cluster: 'aws:rds/cluster:Cluster',
  aws_rds_cluster_instance: 'aws:rds/clusterInstance:ClusterInstance',
  aws_s3_bucket: 'aws:s3/bucket:Bucket',
  aws_s3_bucket_lifecycle_configuration: 'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration',
  aws_s3vectors_index: 'aws:s3/vectorsIndex:VectorsIndex',
  aws_s3vectors_vector_bucket: 'aws:s3/vectorsVectorBucket:VectorsVectorBucket',
  aws_vpc_endpoint: 'aws:ec2/vpcEndpoint:VpcEndpoint',
  aws_vpc_endpoint_subnet_association: 'aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation',
  aws_sfn_state_machine: 'aws:sfn/stateMachine:StateMachine',
};

const typeOf = (token: string) => {
  const parts = parseToken(token);
  return parts === undefined ? undefined : terraformType(parts);
};

test('every type that a feature reads has its token', () => {
  const mapped = new Set(FEATURES.flatMap(({ mappings }) => Object.keys(mappings?.terraform ?? {})));
  expect([...mapped].filter((type) => !Object.hasOwn(TOKENS, type)).sort()).toEqual([]);
});

test.each(Object.entries(TOKENS))('%s is %s', (type, token) => {
  expect(typeOf(token)).toBe(type);
  expect(typeOf(token.replace(/\/[^:]+/, ''))).toBe(type);
});

test.each([
  ['aws:s3/bucketV2:BucketV2', 'aws_s3_bucket'],
  [
    'aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2',
    'aws_s3_bucket_lifecycle_configuration',
  ],
  ['aws:bedrockfoundation/modelAgreement:ModelAgreement', 'aws_bedrock_foundation_model_agreement'],
  ['aws:bedrock:Model', 'aws_bedrock_model'],
  ['aws:iam/role:Role', 'aws_iam_role'],
  ['aws:ec2/securityGroup:SecurityGroup', 'aws_security_group'],
])('%s is %s', (token, type) => {
  expect(typeOf(token)).toBe(type);
});

test.each(['', 'aws', ':', 'aws:', 'aws:bedrock:', 'a:b:c:d'])('"%s" is no token', (token) => {
  expect(parseToken(token)).toBeUndefined();
});
