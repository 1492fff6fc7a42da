/**
 * Kendra as what a knowledge base asks: an index by the hour, used or not, and the capacity units added to it.
 * Indexes of no knowledge base are none of this product's business.
 */
import { z } from 'zod';
import { type Charge, type ChargeDraft, charge } from '../../../model/charge.ts';
import { type Decimal, ZERO } from '../../../model/decimal.ts';
import { factorFrom, hoursOf } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput, Mapped } from '../../../model/feature.ts';
import { oneOf, section } from '../../../model/fields.ts';
import { priceOrOwn } from '../../../model/own-price.ts';
import type { Resource } from '../../../model/resource.ts';
import { mapReference, type StoreInUse, type StoreReference, storesInUse } from '../../../model/stores.ts';
import { isUnknown, numberAt, textAt, type Unknown } from '../../../model/value.ts';

const EDITIONS = ['genai', 'enterprise', 'developer'] as const;
type Edition = (typeof EDITIONS)[number];

interface Index {
  readonly kind: 'index';
  readonly edition: Edition | Unknown;
  readonly queryUnits: Decimal | Unknown;
  readonly storageUnits: Decimal | Unknown;
}

type KendraFacts = Index | StoreReference;

const SPELLINGS = {
  terraform: {
    edition: 'edition',
    units: 'capacity_units',
    query: 'query_capacity_units',
    storage: 'storage_capacity_units',
    reference: ['knowledge_base_configuration', 'kendra_knowledge_base_configuration', 'kendra_index_arn'],
  },
  cloudformation: {
    edition: 'Edition',
    units: 'CapacityUnits',
    query: 'QueryCapacityUnits',
    storage: 'StorageCapacityUnits',
    reference: ['KnowledgeBaseConfiguration', 'KendraKnowledgeBaseConfiguration', 'KendraIndexArn'],
  },
} as const;

export const kendra: Feature<KendraFacts> = {
  id: 'kendra',
  title: 'Kendra',
  layer: 'features',
  workloadSections: [
    {
      key: 'knowledge_base.vector_store',
      variant: 'kendra',
      description:
        'A Kendra index, where no code declares it. A knowledge base asks one of the edition `genai`.',
      schema: () => section({ type: oneOf(['kendra']), edition: z.optional(oneOf(EDITIONS)) }),
    },
  ],
  mappings: {
    terraform: { aws_kendra_index: mapIndex, aws_bedrockagent_knowledge_base: mapKnowledgeBase },
    cloudformation: { 'AWS::Kendra::Index': mapIndex, 'AWS::Bedrock::KnowledgeBase': mapKnowledgeBase },
  },
  charges,
};

function mapIndex({ attributes, vocabulary }: Resource): Mapped<KendraFacts> {
  const spelling = SPELLINGS[vocabulary];
  return {
    role: 'vector-store',
    supporting: true,
    facts: {
      kind: 'index',
      edition: editionOf(textAt(attributes, spelling.edition)),
      queryUnits: numberAt(attributes, spelling.units, spelling.query) ?? ZERO,
      storageUnits: numberAt(attributes, spelling.units, spelling.storage) ?? ZERO,
    },
  };
}

/** Absent means ENTERPRISE_EDITION (default of the provider and of the API). */
function editionOf(stated: string | Unknown | undefined): Edition | Unknown {
  if (isUnknown(stated)) return stated;
  if (stated === 'GEN_AI_ENTERPRISE_EDITION') return 'genai';
  return stated === 'DEVELOPER_EDITION' ? 'developer' : 'enterprise';
}

function mapKnowledgeBase(resource: Resource): Mapped<KendraFacts> | undefined {
  return mapReference(resource, ...SPELLINGS[resource.vocabulary].reference);
}

function charges(input: FeatureInput<KendraFacts>): FeatureCharges {
  const stores = storesInUse<Index>(input, 'kendra', 'kendra');
  return { charges: stores.flatMap((store) => indexCharges(input, store)), diagnostics: [] };
}

function indexCharges(input: FeatureInput<KendraFacts>, store: StoreInUse<Index>): readonly Charge[] {
  const { owner, region, at, identity, declared } = store;
  const { edition, queryUnits, storageUnits } = declared?.facts ?? statedIndex(store);
  const common = {
    project: input.project,
    layer: 'features',
    feature: 'kendra',
    owner,
    ...(identity === undefined ? {} : { identity }),
    kind: 'floor',
    region,
    notes: ['billed even when idle'],
    at,
  } as const;
  const price = (what: string): ChargeDraft['price'] =>
    isUnknown(edition)
      ? { found: false, why: `its edition is not known: ${edition.why}` }
      : priceOrOwn(input.prices, { subject: 'kendra', dimension: `${edition}-${what}-hour`, region });
  const hours = hoursOf(input.month);
  const item = isUnknown(edition) ? {} : { item: `${edition} edition` };
  const list = [
    charge({
      ...common,
      ...item,
      component: 'index',
      unit: 'index-hours',
      factors: [hours],
      price: price('index'),
    }),
  ];
  for (const [kind, units] of [
    ['query', queryUnits],
    ['storage', storageUnits],
  ] as const) {
    if (!isUnknown(units) && units.isZero()) continue;
    const name = `${kind} capacity units`;
    const count = isUnknown(units)
      ? { name, missing: units.why }
      : factorFrom('iac', name, units.toFixed(), declared?.resource.at ?? at);
    const factors = [count, hours];
    list.push(
      charge({ ...common, component: name, unit: 'unit-hours', factors, price: price(`${kind}-unit`) }),
    );
  }
  return list;
}

function statedIndex({ statements }: StoreInUse<Index>): Index {
  const { edition = 'genai' } = (statements[0]?.stated.content ?? {}) as { readonly edition?: Edition };
  return { kind: 'index', edition, queryUnits: ZERO, storageUnits: ZERO };
}
