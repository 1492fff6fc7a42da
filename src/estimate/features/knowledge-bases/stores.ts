import { type Charge, charge } from '../../../model/charge.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import type { PriceAnswer } from '../../../model/price.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';
import type { KnowledgeBaseFacts } from './facts.ts';

/** Stores that other features price where the code or the manifest declares them. */
const PRICED_STORES: readonly string[] = [
  'OPENSEARCH_SERVERLESS',
  'S3_VECTORS',
  'RDS',
  'OPENSEARCH_MANAGED_CLUSTER',
  'NEPTUNE_ANALYTICS',
];

/** Stores that somebody else sends the bill for: by the type of the code, that of the manifest, and by name. */
export const FOREIGN_STORES = [
  { type: 'PINECONE', variant: 'pinecone', name: 'Pinecone' },
  { type: 'MONGO_DB_ATLAS', variant: 'mongodb-atlas', name: 'MongoDB Atlas' },
  { type: 'REDIS_ENTERPRISE_CLOUD', variant: 'redis-enterprise-cloud', name: 'Redis Enterprise Cloud' },
] as const;

type ForeignStore = (typeof FOREIGN_STORES)[number];

/** Something that keeps its vectors in a store that no feature prices. */
interface OtherStore {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  readonly at: NonNullable<Charge['at']>;
  readonly store: ForeignStore | string | Unknown;
}

/** A store that no feature prices is an unpriced charge, not silence; an extra charge of its name covers it. */
export function otherStores(input: FeatureInput<KnowledgeBaseFacts>): FeatureCharges {
  const stated = new Map<string, ForeignStore>();
  const found: OtherStore[] = input.workloads.flatMap((workload) => {
    const section = workload.sections.get('knowledge_base.vector_store');
    const content = section?.content as { readonly type?: string } | undefined;
    const store = FOREIGN_STORES.find(({ variant }) => variant === content?.type);
    if (section === undefined || store === undefined) return [];
    stated.set(workload.name, store);
    const owner = { kind: 'workload', name: workload.name } as const;
    return [{ owner, region: workload.region, at: section.at(), store }];
  });
  for (const { resource, facts, pricedBy, usedBy } of input.resources) {
    if (facts.kind !== 'knowledge-base' || facts.store === undefined || pricedBy !== undefined) continue;
    const store = FOREIGN_STORES.find(({ type }) => type === facts.store) ?? facts.store;
    if (typeof store === 'string' && PRICED_STORES.includes(store)) continue;
    // The same store in the manifest and in the code is one.
    if (usedBy.some((name) => stated.get(name) === store)) continue;
    const owner = { kind: 'resource', name: resource.address } as const;
    found.push({ owner, region: resource.region ?? input.region, at: resource.at, store });
  }
  const names = new Set(input.extraCharges.map(({ name }) => lettersOf(name)));
  const charges = found
    .filter(({ store }) => typeof store === 'string' || isUnknown(store) || !names.has(lettersOf(store.name)))
    .map(({ store, ...place }) =>
      charge({
        project: input.project,
        layer: 'features',
        feature: 'knowledge-bases',
        component: 'vector store',
        ...place,
        unit: 'months',
        factors: [],
        price: whyUnpriced(store),
      }),
    );
  return { charges, diagnostics: [] };
}

function whyUnpriced(store: OtherStore['store']): PriceAnswer {
  const line = (name: string) => `extra_charges: [{ name: ${name}, monthly: 70, layer: features }]`;
  if (typeof store === 'string') {
    return { found: false, why: `a store of type ${store} is not priced`, hint: line('Vector store') };
  }
  if (isUnknown(store)) {
    return {
      found: false,
      why: `the kind of its store is not known: ${store.why}`,
      hint: line('Vector store'),
    };
  }
  return {
    found: false,
    why: `${store.name} sends a bill of its own, outside of AWS`,
    hint: line(store.name),
  };
}

/** `MongoDB Atlas`, `mongodb-atlas` and `MongoDB atlas` are one name. */
function lettersOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}
