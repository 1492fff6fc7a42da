/**
 * Aurora PostgreSQL with pgvector as a vector store: capacity with the floor that its minimum sets, storage, and I/O.
 * Clusters that keep no vectors of a knowledge base are none of this product's business.
 */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { amount, gigabytes, oneOf, rate, section, wholeNumber } from '../../../model/fields.ts';
import { charges } from './charges.ts';
import { type AuroraFacts, mapCluster, mapInstance, mapKnowledgeBase } from './facts.ts';

const USAGE_KEYS = () => ({
  acus: z.optional(
    amount('ACUs').describe('Average capacity units of all instances together, the floor included.'),
  ),
  storage: z.optional(gigabytes()),
  io: z.optional(rate('I/O requests')),
});

export const auroraPgvector: Feature<AuroraFacts> = {
  id: 'aurora-pgvector',
  title: 'Aurora PostgreSQL',
  layer: 'features',
  workloadSections: [
    {
      key: 'knowledge_base.vector_store',
      variant: 'aurora',
      description:
        'A serverless Aurora cluster: its average capacity units, what it stores and its I/O; its minimum where no code declares it.',
      schema: () =>
        section({
          type: oneOf(['aurora']),
          ...USAGE_KEYS(),
          min_acus: z.optional(amount('ACUs').describe('Capacity units that an instance never goes below.')),
          instances: z.optional(wholeNumber().describe('Serverless instances. 1 where absent.')),
        }),
    },
  ],
  resourceSections: [
    {
      types: ['aws_rds_cluster', 'AWS::RDS::DBCluster'],
      description: 'Usage of an Aurora cluster that keeps vectors.',
      schema: () => section(USAGE_KEYS()),
    },
  ],
  mappings: {
    terraform: {
      aws_rds_cluster: mapCluster,
      aws_rds_cluster_instance: mapInstance,
      aws_bedrockagent_knowledge_base: mapKnowledgeBase,
    },
    cloudformation: {
      'AWS::RDS::DBCluster': mapCluster,
      'AWS::RDS::DBInstance': mapInstance,
      'AWS::Bedrock::KnowledgeBase': mapKnowledgeBase,
    },
  },
  charges,
};
