/**
 * Model invocation logging into CloudWatch Logs. The configuration switches the full prompts and answers of the
 * whole account and region on; what it costs is what it ingests and what is kept.
 */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { gigabytes, gigabytesPerMonth, section } from '../../../model/fields.ts';
import { charges } from './charges.ts';
import { type LogTarget, mapLogGroup, mapLoggingConfiguration } from './targets.ts';

export const invocationLogging: Feature<LogTarget> = {
  id: 'invocation-logging',
  title: 'Invocation logging',
  layer: 'operations',
  resourceSections: [
    {
      types: [
        'aws_cloudwatch_log_group',
        'aws_bedrock_model_invocation_logging_configuration',
        'AWS::Logs::LogGroup',
      ],
      description: 'What a log group takes in a month and holds.',
      schema: section({ ingested: z.optional(gigabytesPerMonth()), stored: z.optional(gigabytes()) }),
    },
  ],
  mappings: {
    terraform: {
      aws_bedrock_model_invocation_logging_configuration: mapLoggingConfiguration,
      aws_cloudwatch_log_group: mapLogGroup,
    },
    // CloudFormation has no type for the logging configuration (resource specification of 2026-11).
    cloudformation: { 'AWS::Logs::LogGroup': mapLogGroup },
  },
  charges,
};
