/**
 * Model invocation logging. The configuration switches the logs of the whole account and region on, with full prompts
 * and answers unless told otherwise; what it costs is what comes in and what is kept, in Amazon CloudWatch Logs or in
 * Amazon S3. Log groups of other things are priced where the manifest states what they take in.
 */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { gigabytes, gigabytesPerMonth, section } from '../../../model/fields.ts';
import { alternatives } from './alternatives.ts';
import { charges } from './charges.ts';
import { type LogFacts, mapBucket, mapConfiguration, mapLifecycle, mapLogGroup } from './targets.ts';

const ingested = () => z.optional(gigabytesPerMonth().describe('What the log group takes in.'));
const stored = () => z.optional(gigabytes().describe('What the log group holds, after compression.'));

export const invocationLogging: Feature<LogFacts> = {
  id: 'invocation-logging',
  title: 'Invocation logging',
  layer: 'operations',
  resourceSections: [
    {
      types: ['aws_cloudwatch_log_group', 'AWS::Logs::LogGroup'],
      description: 'What a log group takes in and holds, and what queries read of it.',
      schema: () =>
        section({
          ingested: ingested(),
          stored: stored(),
          scanned: z.optional(gigabytesPerMonth().describe('What queries of Logs Insights read.')),
        }),
    },
    {
      types: ['aws_bedrock_model_invocation_logging_configuration'],
      description: 'What the invocation logs of an account and region amount to.',
      schema: () =>
        section({
          ingested: ingested(),
          stored: stored(),
          s3_stored: z.optional(
            gigabytes().describe('What the log files in Amazon S3 amount to, as stored.'),
          ),
        }),
    },
  ],
  mappings: {
    terraform: {
      aws_bedrock_model_invocation_logging_configuration: mapConfiguration,
      aws_cloudwatch_log_group: mapLogGroup,
      aws_s3_bucket: mapBucket,
      aws_s3_bucket_lifecycle_configuration: mapLifecycle,
    },
    // CloudFormation has no type for the logging configuration (resource specification of 2026-11).
    cloudformation: { 'AWS::Logs::LogGroup': mapLogGroup },
  },
  charges,
  alternatives,
};
