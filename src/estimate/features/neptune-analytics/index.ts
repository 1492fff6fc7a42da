/**
 * Neptune Analytics as the store of a knowledge base with a graph: provisioned memory by the hour, used or not, for
 * the graph and for each replica. Graphs of no knowledge base are none of this product's business.
 */
import { z } from 'zod';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { type Decimal, decimal, ONE } from '../../../model/decimal.ts';
import { factorFrom, hoursOf } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput, Mapped } from '../../../model/feature.ts';
import { oneOf, section, wholeNumber } from '../../../model/fields.ts';
import { priceOrOwn } from '../../../model/own-price.ts';
import type { Origin } from '../../../model/quantity.ts';
import type { Resource } from '../../../model/resource.ts';
import { mapReference, type StoreInUse, type StoreReference, storesInUse } from '../../../model/stores.ts';
import { isUnknown, numberAt, type Unknown, unknown } from '../../../model/value.ts';

interface Graph {
  readonly kind: 'graph';
  /** Memory-optimized Neptune capacity units. */
  readonly memory: Decimal | Unknown;
  readonly replicas: Decimal | Unknown;
}

type GraphFacts = Graph | StoreReference;

const SPELLINGS = {
  terraform: {
    memory: 'provisioned_memory',
    replicas: 'replica_count',
    reference: ['storage_configuration', 'neptune_analytics_configuration', 'graph_arn'],
  },
  cloudformation: {
    memory: 'ProvisionedMemory',
    replicas: 'ReplicaCount',
    reference: ['StorageConfiguration', 'NeptuneAnalyticsConfiguration', 'GraphArn'],
  },
} as const;

export const neptuneAnalytics: Feature<GraphFacts> = {
  id: 'neptune-analytics',
  title: 'Neptune Analytics',
  layer: 'features',
  workloadSections: [
    {
      key: 'knowledge_base.vector_store',
      variant: 'neptune-analytics',
      description:
        'A graph of Neptune Analytics: its memory units and its replicas, where no code declares it.',
      schema: () =>
        section({
          type: oneOf(['neptune-analytics']),
          memory: z.optional(wholeNumber().describe('m-NCUs of the graph.')),
          replicas: z.optional(wholeNumber().describe('Replicas beside the graph. 1 where absent.')),
        }),
    },
  ],
  mappings: {
    terraform: { aws_neptunegraph_graph: mapGraph, aws_bedrockagent_knowledge_base: mapKnowledgeBase },
    cloudformation: { 'AWS::NeptuneGraph::Graph': mapGraph, 'AWS::Bedrock::KnowledgeBase': mapKnowledgeBase },
  },
  charges,
};

/** One replica where the count is absent (default of the provider and of the API). */
function mapGraph({ attributes, vocabulary }: Resource): Mapped<GraphFacts> {
  const spelling = SPELLINGS[vocabulary];
  const memory = numberAt(attributes, spelling.memory) ?? unknown('its provisioned memory is not stated');
  const replicas = numberAt(attributes, spelling.replicas) ?? ONE;
  return { role: 'vector-store', supporting: true, facts: { kind: 'graph', memory, replicas } };
}

function mapKnowledgeBase(resource: Resource): Mapped<GraphFacts> | undefined {
  return mapReference(resource, ...SPELLINGS[resource.vocabulary].reference);
}

function charges(input: FeatureInput<GraphFacts>): FeatureCharges {
  const stores = storesInUse<Graph>(input, 'neptune-analytics', 'neptune-analytics');
  return { charges: stores.map((store) => graphCharge(input, store)), diagnostics: [] };
}

/** Memory units × (the graph and its replicas) × hours. */
function graphCharge(input: FeatureInput<GraphFacts>, store: StoreInUse<Graph>): Charge {
  const { owner, region, at, identity, declared } = store;
  const { memory, replicas } = declared?.facts ?? statedGraph(store);
  const origin = declared === undefined ? 'declared' : 'iac';
  const copiesOrigin = declared === undefined && statedUse(store).replicas === undefined ? 'assumed' : origin;
  const number = (name: string, value: Decimal | Unknown, from: Origin): Factor | MissingFactor =>
    isUnknown(value)
      ? { name, missing: value.why }
      : factorFrom(from, name, value.toFixed(), declared?.resource.at ?? at);
  const copies = isUnknown(replicas) ? replicas : replicas.plus(ONE);
  return charge({
    project: input.project,
    layer: 'features',
    feature: 'neptune-analytics',
    owner,
    ...(identity === undefined ? {} : { identity }),
    component: 'graph memory',
    kind: 'floor',
    region,
    unit: 'm-NCU-hours',
    factors: [
      number('m-NCUs', memory, origin),
      number('graph and replicas', copies, copiesOrigin),
      hoursOf(input.month),
    ],
    price: priceOrOwn(input.prices, { subject: 'neptune-analytics', dimension: 'm-ncu-hour', region }),
    notes: ['billed even when idle'],
    at,
  });
}

interface GraphUsage {
  readonly memory?: number;
  readonly replicas?: number;
}

function statedUse({ statements }: StoreInUse<Graph>): GraphUsage {
  return (statements[0]?.stated.content ?? {}) as GraphUsage;
}

function statedGraph(store: StoreInUse<Graph>): Graph {
  const { memory, replicas = 1 } = statedUse(store);
  return {
    kind: 'graph',
    memory: memory === undefined ? unknown('the memory of its graph is not stated') : decimal(memory),
    replicas: decimal(replicas),
  };
}
