/**
 * Knowledge bases with a vector store of one's own have no fee of their own (Amazon Bedrock pricing page, 2026):
 * their embeddings, store and reranking are charges of other features. This one reads how they are joined, prices
 * the parsing of documents, structured data and managed bases, and names the stores that no feature prices.
 */
import { z } from 'zod';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, gigabytes, oneOf, rate, section } from '../../../model/fields.ts';
import { DATA_SOURCE_TYPES, INGESTION, ingestionSchema } from '../../../model/ingestion.ts';
import { addressInYaml, resourceLine, statedUsage } from '../../../model/resource-usage.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import { type KnowledgeBaseFacts, mapDataSource, mapKnowledgeBase } from './facts.ts';
import { MANAGED, managedCharges } from './managed.ts';
import { parsingCharges } from './parsing.ts';
import { FOREIGN_STORES, otherStores } from './stores.ts';
import { STRUCTURED, structuredCharges } from './structured.ts';

const MANAGED_KEYS = () => ({
  storage: z.optional(gigabytes()),
  retrieves: z.optional(rate('retrieves').describe('All retrieves, those of agentic retrieves included.')),
  agentic_retrieves: z.optional(rate('retrieves').describe('Retrieves that plan and take several steps.')),
});

export const knowledgeBases: Feature<KnowledgeBaseFacts> = {
  id: 'knowledge-bases',
  title: 'Knowledge bases',
  layer: 'features',
  workloadSections: [
    {
      key: INGESTION,
      description:
        'What the knowledge base takes in: the tokens or pages of all documents, and the share that is taken in again each month.',
      schema: ingestionSchema,
    },
    {
      key: STRUCTURED,
      setAside: { queries: ['queries_per_request'] },
      description: 'Questions that are turned into SQL: in a month, or for each request.',
      schema: () =>
        section({
          queries: z.optional(rate('queries')),
          queries_per_request: z.optional(amount('queries')),
        }),
    },
    {
      key: MANAGED,
      description: 'A managed knowledge base: what it stores and how often it is asked.',
      schema: () => section(MANAGED_KEYS()),
    },
    ...FOREIGN_STORES.map(({ variant, name }) => ({
      key: 'knowledge_base.vector_store',
      variant,
      description: `${name}, which sends a bill of its own: state it as an extra charge named ${name}.`,
      schema: () => section({ type: oneOf([variant]) }),
    })),
  ],
  resourceSections: [
    {
      types: DATA_SOURCE_TYPES,
      description: 'What a data source takes in, where no workload says it.',
      schema: ingestionSchema,
    },
    {
      types: ['aws_bedrockagent_knowledge_base', 'AWS::Bedrock::KnowledgeBase'],
      description:
        'Usage of a managed knowledge base, or the queries that one for structured data generates.',
      schema: () => section({ ...MANAGED_KEYS(), queries: z.optional(rate('queries')) }),
    },
  ],
  mappings: {
    terraform: {
      aws_bedrockagent_knowledge_base: mapKnowledgeBase,
      aws_bedrockagent_data_source: mapDataSource,
    },
    cloudformation: {
      'AWS::Bedrock::KnowledgeBase': mapKnowledgeBase,
      'AWS::Bedrock::DataSource': mapDataSource,
    },
  },
  charges,
};

function charges(input: FeatureInput<KnowledgeBaseFacts>): FeatureCharges {
  const made = [parsingCharges, structuredCharges, managedCharges, otherStores].map((part) => part(input));
  return {
    charges: made.flatMap((part) => part.charges),
    diagnostics: [...made.flatMap((part) => part.diagnostics), ...input.resources.flatMap(strangeKeys)],
  };
}

/** What an entry states that a base of its kind is not billed for. */
function strangeKeys({
  resource,
  facts,
  usage,
  pricedBy,
}: Declared<KnowledgeBaseFacts>): readonly Diagnostic[] {
  const { kind, type } = facts;
  if (kind !== 'knowledge-base' || usage === undefined || pricedBy !== undefined) return [];
  const kinds = [
    { of: 'MANAGED', words: 'a managed knowledge base', keys: Object.keys(MANAGED_KEYS()) },
    { of: 'SQL', words: 'a knowledge base for structured data', keys: ['queries'] },
  ];
  return kinds.flatMap(({ of, words, keys }) =>
    keys
      .filter((key) => of !== type && statedUsage(usage, key) !== undefined)
      .map((key): Diagnostic => {
        const why = isUnknown(type) ? `its kind is not known: ${type.why}` : `it is not ${words}`;
        return {
          code: 'manifest-conflict',
          severity: 'warning',
          message: `${key} of ${resource.address} counts nothing: ${why}.`,
          at: usage.at(key),
          hint: lineFor(type, resource.address),
        };
      }),
  );
}

function lineFor(type: KnowledgeBaseFacts['type'], address: string): string {
  if (type === 'MANAGED') return resourceLine(address, 'storage: 10 GB, retrieves: 300k per month');
  if (type === 'SQL') return resourceLine(address, 'queries: 300k per month');
  return `knowledge_base: { address: ${addressInYaml(address)}, embedding: { question_tokens: 100 } }  # in the workload that asks it`;
}
