/**
 * Knowledge bases with a vector store of one's own have no fee of their own (Amazon Bedrock pricing page, 2026):
 * their embeddings, store and reranking are charges of other features. This one reads how they are joined, and
 * names the stores that no feature prices.
 */
import { type Charge, charge } from '../../../model/charge.ts';
import type { Feature, FeatureCharges, FeatureInput, Link, Mapped } from '../../../model/feature.ts';
import type { Resource } from '../../../model/resource.ts';
import { isUnknown, textAt, type Unknown, valueAt } from '../../../model/value.ts';

interface KnowledgeBase {
  readonly store: string | Unknown | undefined;
}

/** How one vocabulary spells where the reference to the store stands. */
const STORE_REFERENCES = {
  terraform: [
    ['storage_configuration', 'opensearch_serverless_configuration', 'collection_arn'],
    ['storage_configuration', 's3_vectors_configuration', 'index_arn'],
  ],
  cloudformation: [
    ['StorageConfiguration', 'OpensearchServerlessConfiguration', 'CollectionArn'],
    ['StorageConfiguration', 'S3VectorsConfiguration', 'IndexArn'],
  ],
} as const;

/** Stores that features of this product price. */
const PRICED_STORES: readonly string[] = ['OPENSEARCH_SERVERLESS', 'S3_VECTORS'];

export const knowledgeBases: Feature<KnowledgeBase> = {
  id: 'knowledge-bases',
  title: 'Knowledge bases',
  layer: 'features',
  mappings: {
    terraform: { aws_bedrockagent_knowledge_base: (resource) => mapBase(resource, 'storage_configuration', 'type') },
    cloudformation: { 'AWS::Bedrock::KnowledgeBase': (resource) => mapBase(resource, 'StorageConfiguration', 'Type') },
  },
  charges: otherStores,
};

function mapBase(resource: Resource, ...path: readonly string[]): Mapped<KnowledgeBase> {
  const links: Link[] = STORE_REFERENCES[resource.vocabulary].map((reference) => ({
    to: valueAt(resource.attributes, ...reference),
  }));
  return { role: 'knowledge-base', facts: { store: textAt(resource.attributes, ...path) }, links };
}

/** A store of a kind that is not priced here is an unpriced charge, not silence. */
function otherStores(input: FeatureInput<KnowledgeBase>): FeatureCharges {
  const charges: Charge[] = [];
  for (const { resource, facts, pricedBy } of input.resources) {
    const { store } = facts;
    if (store === undefined || pricedBy !== undefined) continue;
    if (!isUnknown(store) && PRICED_STORES.includes(store)) continue;
    const region = resource.region ?? input.region;
    const why = isUnknown(store) ? `the kind of its store is not known: ${store.why}` : `a store of type ${store} is not priced`;
    charges.push(
      charge({
        project: input.project,
        layer: 'features',
        feature: 'knowledge-bases',
        owner: { kind: 'resource', name: resource.address },
        component: 'vector store',
        region,
        unit: 'months',
        factors: [],
        price: { found: false, why, hint: 'extra_charges: [{ name: Vector store, monthly: 70, layer: features }]' },
        at: resource.at,
      }),
    );
  }
  return { charges, diagnostics: [] };
}
