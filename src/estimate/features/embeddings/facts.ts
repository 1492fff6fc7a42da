import type { Decimal } from '../../../model/decimal.ts';
import type { Mapped } from '../../../model/feature.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { Resource } from '../../../model/resource.ts';
import { isUnknown, textAt, type Unknown, type Value, valueAt } from '../../../model/value.ts';
import { overlapOf } from './overlap.ts';

/**
 * A knowledge base by its embedding model, one that embeds nothing at the account's expense, or a data source by how
 * it cuts documents into chunks.
 */
export interface EmbeddingFacts {
  readonly kind: 'knowledge-base' | 'without-embedding' | 'data-source';
  readonly model: string | Unknown | undefined;
  readonly overlap: Decimal | Unknown | undefined;
  /** For a data source: the knowledge base that it feeds. */
  readonly feeds: Value | undefined;
}

const SPELLINGS = {
  terraform: {
    configuration: 'knowledge_base_configuration',
    type: 'type',
    blocks: ['vector_knowledge_base_configuration', 'managed_knowledge_base_configuration'],
    model: 'embedding_model_arn',
    feeds: 'knowledge_base_id',
  },
  cloudformation: {
    configuration: 'KnowledgeBaseConfiguration',
    type: 'Type',
    blocks: ['VectorKnowledgeBaseConfiguration', 'ManagedKnowledgeBaseConfiguration'],
    model: 'EmbeddingModelArn',
    feeds: 'KnowledgeBaseId',
  },
} as const;

/** A managed base without a model of one's own embeds with one of the service's, which its price covers. */
export function mapKnowledgeBase(resource: Resource): Mapped<EmbeddingFacts> {
  const spelling = SPELLINGS[resource.vocabulary];
  const configuration = valueAt(resource.attributes, spelling.configuration);
  const type = textAt(configuration, spelling.type);
  const model = spelling.blocks
    .map((block) => valueAt(configuration, block, spelling.model))
    .find((value) => value !== undefined);
  const embeds = model !== undefined || type === undefined || isUnknown(type) || type === 'VECTOR';
  const kind = embeds ? 'knowledge-base' : 'without-embedding';
  return {
    role: embeds ? 'embedding' : kind,
    facts: { kind, model: modelIdOf(model), overlap: undefined, feeds: undefined },
  };
}

export function mapDataSource(resource: Resource): Mapped<EmbeddingFacts> {
  const feeds = valueAt(resource.attributes, SPELLINGS[resource.vocabulary].feeds);
  return {
    role: 'chunking',
    facts: { kind: 'data-source', model: undefined, overlap: overlapOf(resource), feeds },
    links: [{ from: feeds, to: undefined }],
  };
}
