/** Small features that add sections to a manifest, for tests of the reader alone. */
import { z } from 'zod';
import type { Feature } from '../../../src/model/feature.ts';
import {
  amount,
  flag,
  gigabytes,
  gigabytesPerMonth,
  oneOf,
  rate,
  section,
  text,
  wholeNumber,
} from '../../../src/model/fields.ts';

function feature(id: string, more: Partial<Feature>): Feature {
  return { id, title: id, layer: 'features', charges: () => ({ charges: [], diagnostics: [] }), ...more };
}

export const FEATURES: readonly Feature[] = [
  feature('filter', {
    workloadSections: [
      {
        key: 'guardrail',
        description: 'What the guardrail evaluates.',
        schema: () =>
          section({
            filters: z.optional(z.array(oneOf(['content', 'denied-topics']))),
            text_units_per_request: z.optional(amount('text units')),
          }),
      },
    ],
  }),
  feature('embedding', {
    workloadSections: [
      {
        key: 'knowledge_base.embedding',
        description: 'What is embedded.',
        schema: () => section({ tokens: rate('tokens'), parallel: z.optional(flag()) }),
      },
    ],
  }),
  feature('small-store', {
    workloadSections: [
      {
        key: 'knowledge_base.vector_store',
        variant: 'small',
        description: 'A small store.',
        schema: () =>
          section({ vectors: z.optional(amount('vectors')), dimensions: z.optional(wholeNumber()) }),
      },
    ],
    resourceSections: [
      {
        types: ['aws_small_index', 'AWS::Small::Index'],
        description: 'Usage of an index.',
        schema: () =>
          section({ vectors: z.optional(amount('vectors')), queries: z.optional(rate('queries')) }),
      },
    ],
  }),
  feature('large-store', {
    workloadSections: [
      {
        key: 'knowledge_base.vector_store',
        variant: 'large',
        description: 'A large store.',
        schema: () => section({ type: oneOf(['large']), storage: gigabytes() }),
      },
    ],
    resourceSections: [
      {
        types: ['aws_large_collection', 'AWS::Large::Collection'],
        description: 'Usage of a collection.',
        schema: () => section({ storage: z.optional(gigabytes()), shared_with: z.optional(text('a word')) }),
      },
    ],
  }),
  feature('logs', {
    resourceSections: [
      {
        types: ['aws_log_group', 'AWS::Log::Group'],
        description: 'Usage of a log group.',
        schema: () =>
          section({ ingested: z.optional(gigabytesPerMonth()), storage: z.optional(gigabytes()) }),
      },
    ],
  }),
];
