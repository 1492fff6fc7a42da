/**
 * Customer-managed keys of AWS KMS that encrypt what Amazon Bedrock and its vector stores hold: a price for each key
 * and month, and one for requests. Keys that AWS manages cost nothing and are not declared.
 */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { rate, section } from '../../../model/fields.ts';
import { charges } from './charges.ts';
import { type KeyFacts, keyUser, mapAlias, mapKey } from './keys.ts';

export const kms: Feature<KeyFacts> = {
  id: 'kms',
  title: 'Encryption keys',
  layer: 'operations',
  resourceSections: [
    {
      types: [
        'aws_kms_key',
        'aws_kms_external_key',
        'aws_kms_replica_key',
        'aws_kms_replica_external_key',
        'AWS::KMS::Key',
        'AWS::KMS::ReplicaKey',
      ],
      description: 'How often a key is used.',
      schema: () =>
        section({
          requests: z.optional(rate('requests').describe('Requests to encrypt, decrypt or make data keys.')),
        }),
    },
  ],
  mappings: {
    terraform: {
      aws_kms_key: mapKey,
      aws_kms_external_key: mapKey,
      aws_kms_replica_key: mapKey,
      aws_kms_replica_external_key: mapKey,
      aws_kms_alias: mapAlias,
      aws_bedrock_custom_model: keyUser('custom_model_kms_key_id'),
      aws_bedrock_guardrail: keyUser('kms_key_arn'),
      aws_bedrock_model_invocation_job: keyUser(
        'output_data_config',
        's3_output_data_config',
        's3_encryption_key_id',
      ),
      aws_bedrockagent_agent: keyUser('customer_encryption_key_arn'),
      aws_bedrockagent_data_source: keyUser('server_side_encryption_configuration', 'kms_key_arn'),
      aws_bedrockagent_flow: keyUser('customer_encryption_key_arn'),
      aws_bedrockagent_prompt: keyUser('customer_encryption_key_arn'),
      aws_bedrockagentcore_gateway: keyUser('kms_key_arn'),
      aws_bedrockagentcore_memory: keyUser('encryption_key_arn'),
      aws_bedrockagentcore_token_vault_cmk: keyUser('kms_configuration', 'kms_key_arn'),
      aws_opensearchserverless_security_policy: keyUser('policy'),
      aws_s3vectors_index: keyUser('encryption_configuration', 'kms_key_arn'),
      aws_s3vectors_vector_bucket: keyUser('encryption_configuration', 'kms_key_arn'),
    },
    cloudformation: {
      'AWS::KMS::Key': mapKey,
      'AWS::KMS::ReplicaKey': mapKey,
      'AWS::KMS::Alias': mapAlias,
      'AWS::Bedrock::Agent': keyUser('CustomerEncryptionKeyArn'),
      'AWS::Bedrock::AutomatedReasoningPolicy': keyUser('KmsKeyId'),
      'AWS::Bedrock::Blueprint': keyUser('KmsKeyId'),
      'AWS::Bedrock::DataAutomationProject': keyUser('KmsKeyId'),
      'AWS::Bedrock::DataSource': keyUser('ServerSideEncryptionConfiguration', 'KmsKeyArn'),
      'AWS::Bedrock::Flow': keyUser('CustomerEncryptionKeyArn'),
      'AWS::Bedrock::Guardrail': keyUser('KmsKeyArn'),
      'AWS::Bedrock::Prompt': keyUser('CustomerEncryptionKeyArn'),
      'AWS::BedrockAgentCore::Gateway': keyUser('KmsKeyArn'),
      'AWS::BedrockAgentCore::Memory': keyUser('EncryptionKeyArn'),
      'AWS::OpenSearchServerless::SecurityPolicy': keyUser('Policy'),
      'AWS::S3Vectors::Index': keyUser('EncryptionConfiguration', 'KmsKeyArn'),
      'AWS::S3Vectors::VectorBucket': keyUser('EncryptionConfiguration', 'KmsKeyArn'),
    },
  },
  charges,
};
