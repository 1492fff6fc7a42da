/**
 * OpenSearch Service domains as a vector store: nodes by the hour and their volumes, used or not. Domains that keep no
 * vectors of a knowledge base are none of this product's business.
 */
import { z } from 'zod';
import type { Feature } from '../../../model/feature.ts';
import { gigabytes, oneOf, section, wholeNumber, word } from '../../../model/fields.ts';
import { charges } from './charges.ts';
import { type DomainFacts, mapDomain, mapKnowledgeBase } from './facts.ts';

export const opensearchDomains: Feature<DomainFacts> = {
  id: 'opensearch-domains',
  title: 'OpenSearch domains',
  layer: 'features',
  workloadSections: [
    {
      key: 'knowledge_base.vector_store',
      variant: 'opensearch-domain',
      description:
        'A domain of OpenSearch Service: its data nodes and the volume of each, where no code declares it.',
      schema: () =>
        section({
          type: oneOf(['opensearch-domain']),
          instance_type: z.optional(
            word('an instance type', /^[a-z0-9]+\.[a-z0-9]+\.search$/, 'r7g.large.search'),
          ),
          instances: z.optional(wholeNumber().describe('Data nodes.')),
          volume: z.optional(gigabytes().describe('The volume of one data node.')),
        }),
    },
  ],
  mappings: {
    terraform: { aws_opensearch_domain: mapDomain, aws_bedrockagent_knowledge_base: mapKnowledgeBase },
    cloudformation: {
      'AWS::OpenSearchService::Domain': mapDomain,
      'AWS::Bedrock::KnowledgeBase': mapKnowledgeBase,
    },
  },
  charges,
};
