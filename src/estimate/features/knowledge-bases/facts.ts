import type { Link, Mapped } from '../../../model/feature.ts';
import { ingestionSettings } from '../../../model/ingestion.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { Resource } from '../../../model/resource.ts';
import { isUnknown, textAt, type Unknown, unknown, type Value, valueAt } from '../../../model/value.ts';

export type Parser = 'default' | 'foundation-model' | 'data-automation';

/** A knowledge base with its kind and its store, or a data source with how it reads pages. */
export interface KnowledgeBaseFacts {
  readonly kind: 'knowledge-base' | 'data-source';
  readonly type: string | Unknown | undefined;
  readonly store: string | Unknown | undefined;
  readonly parsing: Parsing;
  /** For a data source: the knowledge base that it feeds. */
  readonly feeds: Value | undefined;
}

export interface Parsing {
  readonly strategy: Parser | Unknown;
  readonly model: string | Unknown | undefined;
  /** The model that enriches the context of every chunk, where one does. */
  readonly enrichment: string | Unknown | undefined;
}

/** Attribute names as one vocabulary spells them. */
const SPELLINGS = {
  terraform: {
    configuration: 'knowledge_base_configuration',
    type: 'type',
    storage: 'storage_configuration',
    feeds: 'knowledge_base_id',
    parsing: 'parsing_configuration',
    strategy: 'parsing_strategy',
    foundationModel: 'bedrock_foundation_model_configuration',
    model: 'model_arn',
    enrichment: 'context_enrichment_configuration',
    stores: [
      ['storage_configuration', 'opensearch_serverless_configuration', 'collection_arn'],
      ['storage_configuration', 's3_vectors_configuration', 'index_arn'],
      ['storage_configuration', 'rds_configuration', 'resource_arn'],
      ['storage_configuration', 'opensearch_managed_cluster_configuration', 'domain_arn'],
      ['storage_configuration', 'neptune_analytics_configuration', 'graph_arn'],
      ['knowledge_base_configuration', 'kendra_knowledge_base_configuration', 'kendra_index_arn'],
    ],
  },
  cloudformation: {
    configuration: 'KnowledgeBaseConfiguration',
    type: 'Type',
    storage: 'StorageConfiguration',
    feeds: 'KnowledgeBaseId',
    parsing: 'ParsingConfiguration',
    strategy: 'ParsingStrategy',
    foundationModel: 'BedrockFoundationModelConfiguration',
    model: 'ModelArn',
    enrichment: 'ContextEnrichmentConfiguration',
    stores: [
      ['StorageConfiguration', 'OpensearchServerlessConfiguration', 'CollectionArn'],
      ['StorageConfiguration', 'S3VectorsConfiguration', 'IndexArn'],
      ['StorageConfiguration', 'RdsConfiguration', 'ResourceArn'],
      ['StorageConfiguration', 'OpensearchManagedClusterConfiguration', 'DomainArn'],
      ['StorageConfiguration', 'NeptuneAnalyticsConfiguration', 'GraphArn'],
      ['KnowledgeBaseConfiguration', 'KendraKnowledgeBaseConfiguration', 'KendraIndexArn'],
    ],
  },
} as const;

const UNPARSED: Parsing = { strategy: 'default', model: undefined, enrichment: undefined };

export function mapKnowledgeBase(resource: Resource): Mapped<KnowledgeBaseFacts> {
  const spelling = SPELLINGS[resource.vocabulary];
  const links: Link[] = spelling.stores.map((path) => ({ to: valueAt(resource.attributes, ...path) }));
  return {
    role: 'knowledge-base',
    facts: {
      kind: 'knowledge-base',
      type: textAt(resource.attributes, spelling.configuration, spelling.type),
      store: textAt(resource.attributes, spelling.storage, spelling.type),
      parsing: UNPARSED,
      feeds: undefined,
    },
    links,
  };
}

export function mapDataSource(resource: Resource): Mapped<KnowledgeBaseFacts> {
  const spelling = SPELLINGS[resource.vocabulary];
  const feeds = valueAt(resource.attributes, spelling.feeds);
  const settings = valueAt(resource.attributes, ingestionSettings(resource));
  const parsing = valueAt(settings, spelling.parsing);
  const read: Parsing = {
    strategy: strategyOf(textAt(parsing, spelling.strategy)),
    model: modelIdOf(valueAt(parsing, spelling.foundationModel, spelling.model)),
    enrichment: modelIdOf(valueAt(settings, spelling.enrichment, spelling.foundationModel, spelling.model)),
  };
  return {
    role: 'data-source',
    facts: { kind: 'data-source', type: undefined, store: undefined, parsing: read, feeds },
    links: [{ from: feeds, to: undefined }],
  };
}

/** Without a strategy the service reads text for nothing; SMART_PARSING is that of managed bases, in their price. */
function strategyOf(stated: string | Unknown | undefined): Parser | Unknown {
  if (isUnknown(stated)) return stated;
  if (stated === undefined || stated === 'SMART_PARSING') return 'default';
  if (stated === 'BEDROCK_FOUNDATION_MODEL') return 'foundation-model';
  if (stated === 'BEDROCK_DATA_AUTOMATION') return 'data-automation';
  return unknown(`${stated} is no known parsing strategy`);
}
