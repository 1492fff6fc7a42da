/** S3 Vectors as a vector store: storage, writes, and queries by what they read. */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { amount, bytes, oneOf, rate, section, wholeNumber } from '../../../model/fields.ts';
import type { Resource } from '../../../model/resource.ts';
import { numberAt } from '../../../model/value.ts';
import { alternatives } from './alternatives.ts';
import { charges } from './charges.ts';
import type { VectorIndex } from './usage.ts';

const USAGE_KEYS = () => ({
  vectors: z.optional(amount('vectors')),
  queries: z.optional(rate('queries')),
  writes: z.optional(rate('vectors')),
  vectors_per_put: z.optional(
    wholeNumber(1).describe('How many vectors one PUT writes; it is billed as at least 128 KB.'),
  ),
  indexes: z.optional(wholeNumber(1)),
  metadata: z.optional(bytes()),
  non_filterable_metadata: z.optional(bytes()),
});

export const s3Vectors: Feature<VectorIndex> = {
  id: 's3-vectors',
  title: 'S3 Vectors',
  layer: 'features',
  workloadSections: [
    {
      key: 'knowledge_base.vector_store',
      variant: 's3-vectors',
      description:
        'A vector index in S3: how many vectors of how many dimensions it holds, the bytes of key and metadata of each, and how often it is asked and written.',
      schema: () =>
        section({ type: oneOf(['s3-vectors']), ...USAGE_KEYS(), dimensions: z.optional(wholeNumber(1)) }),
    },
  ],
  resourceSections: [
    {
      types: ['aws_s3vectors_index', 'AWS::S3Vectors::Index'],
      description:
        'Usage of a vector index: how many vectors it holds, and how often it is asked and written.',
      schema: () => section(USAGE_KEYS()),
    },
  ],
  mappings: {
    terraform: { aws_s3vectors_index: (resource) => mapIndex(resource, 'dimension') },
    cloudformation: { 'AWS::S3Vectors::Index': (resource) => mapIndex(resource, 'Dimension') },
  },
  charges,
  alternatives,
};

function mapIndex(resource: Resource, dimension: string) {
  return { role: 'vector-store', facts: { dimensions: numberAt(resource.attributes, dimension) } };
}
