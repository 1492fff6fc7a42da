/**
 * Logs that knowledge bases, agents and AgentCore hand out themselves ("vended"), by a delivery source, a delivery and
 * a destination. Into CloudWatch Logs they cost by the GB in steps, and then what the log group keeps of them.
 */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { gigabytes, gigabytesPerMonth, section } from '../../../model/fields.ts';
import { charges } from './charges.ts';
import {
  mapDelivery,
  mapDestination,
  mapLogGroup,
  mapOrigin,
  mapSource,
  type VendedFacts,
} from './deliveries.ts';

export const vendedLogs: Feature<VendedFacts> = {
  id: 'vended-logs',
  title: 'Vended logs',
  layer: 'operations',
  resourceSections: [
    {
      types: ['aws_cloudwatch_log_delivery_source', 'AWS::Logs::DeliverySource'],
      description: 'What a knowledge base, an agent or AgentCore delivers of its own logs.',
      schema: () =>
        section({
          delivered: z.optional(gigabytesPerMonth().describe('What is delivered.')),
          stored: z.optional(gigabytes().describe('What the log group holds of it, after compression.')),
        }),
    },
  ],
  mappings: {
    terraform: {
      aws_cloudwatch_log_delivery_source: mapSource,
      aws_cloudwatch_log_delivery: mapDelivery,
      aws_cloudwatch_log_delivery_destination: mapDestination,
      aws_cloudwatch_log_group: mapLogGroup,
      aws_bedrockagent_knowledge_base: mapOrigin,
      aws_bedrockagent_agent: mapOrigin,
      aws_bedrockagentcore_agent_runtime: mapOrigin,
      aws_bedrockagentcore_gateway: mapOrigin,
      aws_bedrockagentcore_memory: mapOrigin,
      aws_bedrockagentcore_browser: mapOrigin,
      aws_bedrockagentcore_code_interpreter: mapOrigin,
    },
    cloudformation: {
      'AWS::Logs::DeliverySource': mapSource,
      'AWS::Logs::Delivery': mapDelivery,
      'AWS::Logs::DeliveryDestination': mapDestination,
      'AWS::Logs::LogGroup': mapLogGroup,
      'AWS::Bedrock::KnowledgeBase': mapOrigin,
      'AWS::Bedrock::Agent': mapOrigin,
      'AWS::BedrockAgentCore::Runtime': mapOrigin,
      'AWS::BedrockAgentCore::Gateway': mapOrigin,
      'AWS::BedrockAgentCore::Memory': mapOrigin,
      'AWS::BedrockAgentCore::BrowserCustom': mapOrigin,
      'AWS::BedrockAgentCore::CodeInterpreterCustom': mapOrigin,
    },
  },
  charges,
};
