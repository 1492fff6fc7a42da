/** Objects in Amazon S3: documents of data sources, files of batch jobs, training data. */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { gigabytes, rate, section } from '../../../model/fields.ts';
import { type BucketFacts, bucketUser, logWriter, mapBucket } from './buckets.ts';
import { charges, S3_SECTION } from './charges.ts';

function usageSchema() {
  return section({
    stored: z.optional(gigabytes().describe('What is stored, in the standard class.')),
    puts: z.optional(rate('requests').describe('PUT, COPY, POST and LIST requests.')),
    gets: z.optional(rate('requests').describe('GET and all other requests.')),
  });
}

const VECTOR_CONFIGURATION = ['knowledge_base_configuration', 'vector_knowledge_base_configuration'];
const VECTOR_PROPERTIES = ['KnowledgeBaseConfiguration', 'VectorKnowledgeBaseConfiguration'];

export const s3Storage: Feature<BucketFacts> = {
  id: 's3-storage',
  title: 'Object storage',
  layer: 'operations',
  workloadSections: [
    {
      key: S3_SECTION,
      description:
        'Objects in Amazon S3 that the workload itself keeps: documents, and the files of batch jobs. They are in the buckets that it uses, so the usage of those under `resources` is not counted beside them.',
      schema: usageSchema,
    },
  ],
  resourceSections: [
    {
      types: ['aws_s3_bucket', 'AWS::S3::Bucket'],
      description: 'What a bucket holds, and its requests.',
      schema: usageSchema,
    },
  ],
  mappings: {
    terraform: {
      aws_s3_bucket: mapBucket,
      aws_bedrockagent_data_source: bucketUser(
        [['data_source_configuration', 's3_configuration', 'bucket_arn']],
        ['knowledge_base_id'],
      ),
      aws_bedrockagent_knowledge_base: bucketUser([
        [
          ...VECTOR_CONFIGURATION,
          'supplemental_data_storage_configuration',
          'storage_location',
          's3_location',
          'uri',
        ],
      ]),
      aws_bedrock_custom_model: bucketUser([
        ['training_data_config', 's3_uri'],
        ['validation_data_config', 'validator', 's3_uri'],
        ['output_data_config', 's3_uri'],
      ]),
      aws_bedrock_model_invocation_job: bucketUser([
        ['input_data_config', 's3_input_data_config', 's3_uri'],
        ['output_data_config', 's3_output_data_config', 's3_uri'],
      ]),
      aws_bedrock_model_invocation_logging_configuration: logWriter([
        ['logging_config', 's3_config', 'bucket_name'],
        ['logging_config', 'cloudwatch_config', 'large_data_delivery_s3_config', 'bucket_name'],
      ]),
      aws_bedrock_evaluation_job: bucketUser([['output_data_config', 's3_uri']]),
      aws_bedrockagentcore_browser: bucketUser([['recording', 's3_location', 'bucket']]),
    },
    cloudformation: {
      'AWS::S3::Bucket': mapBucket,
      'AWS::Bedrock::DataSource': bucketUser(
        [['DataSourceConfiguration', 'S3Configuration', 'BucketArn']],
        ['KnowledgeBaseId'],
      ),
      'AWS::Bedrock::KnowledgeBase': bucketUser([
        [
          ...VECTOR_PROPERTIES,
          'SupplementalDataStorageConfiguration',
          'SupplementalDataStorageLocations',
          'S3Location',
          'URI',
        ],
      ]),
      'AWS::BedrockAgentCore::BrowserCustom': bucketUser([['RecordingConfig', 'S3Location', 'Bucket']]),
    },
  },
  charges,
};
