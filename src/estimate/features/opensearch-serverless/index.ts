/**
 * OpenSearch Serverless as a vector store. Its capacity has a floor that is billed even when idle, and that floor
 * is shared: collections of one class under one KMS key in one account and region use the same capacity units.
 */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { amount, gigabytes, oneOf, section } from '../../../model/fields.ts';
import { alternatives } from './alternatives.ts';
import { charges } from './charges.ts';
import { type Collection, mapCollection, mapCollectionGroup } from './collections.ts';

const STORE_KEYS = () => ({
  ocus: z.optional(amount('OCUs')),
  storage: z.optional(gigabytes()),
});

export const opensearchServerless: Feature<Collection> = {
  id: 'opensearch-serverless',
  title: 'OpenSearch Serverless',
  layer: 'features',
  workloadSections: [
    {
      key: 'knowledge_base.vector_store',
      variant: 'opensearch-serverless',
      description:
        'A vector search collection: its average capacity units (the floor where absent), what it stores, and whether it runs without standby replicas.',
      schema: () =>
        section({
          type: oneOf(['opensearch-serverless']),
          ...STORE_KEYS(),
          standby_replicas: z.optional(oneOf(['enabled', 'disabled'])),
        }),
    },
  ],
  resourceSections: [
    {
      types: ['aws_opensearchserverless_collection', 'AWS::OpenSearchServerless::Collection'],
      description:
        'Usage of a collection: average capacity units, storage, and who else pays for the floor that it shares.',
      schema: () => section({ ...STORE_KEYS(), shares_ocus_with: z.optional(z.string().min(1)) }),
    },
  ],
  mappings: {
    terraform: {
      aws_opensearchserverless_collection: mapCollection,
      aws_opensearchserverless_collection_group: mapCollectionGroup,
    },
    cloudformation: {
      'AWS::OpenSearchServerless::Collection': mapCollection,
      'AWS::OpenSearchServerless::CollectionGroup': mapCollectionGroup,
    },
  },
  charges,
  alternatives,
};
