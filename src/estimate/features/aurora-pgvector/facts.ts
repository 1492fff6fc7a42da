import type { Decimal } from '../../../model/decimal.ts';
import type { Mapped } from '../../../model/feature.ts';
import type { Resource } from '../../../model/resource.ts';
import { mapReference, type StoreReference } from '../../../model/stores.ts';
import {
  isUnknown,
  numberAt,
  textAt,
  type Unknown,
  unknown,
  type Value,
  valueAt,
} from '../../../model/value.ts';

/** A database cluster, as far as its price goes. */
export interface Cluster {
  readonly kind: 'cluster';
  /** Capacity units that each serverless instance never goes below; undefined where the cluster is not serverless. */
  readonly minimum: Decimal | Unknown | undefined;
  readonly maximum: Decimal | Unknown | undefined;
  /** I/O-Optimized clusters pay no I/O, and more for all else. */
  readonly inputOutputOptimized: boolean | Unknown;
  /** True for Aurora Serverless v1, whose capacity is another thing. */
  readonly isFirstVersion: boolean;
}

/** An instance of a cluster. */
export interface ClusterInstance {
  readonly kind: 'instance';
  readonly cluster: Value | undefined;
  readonly class: string | Unknown;
}

export type AuroraFacts = Cluster | ClusterInstance | StoreReference;

const SPELLINGS = {
  terraform: {
    scaling: 'serverlessv2_scaling_configuration',
    minimum: 'min_capacity',
    maximum: 'max_capacity',
    storageType: 'storage_type',
    mode: 'engine_mode',
    cluster: 'cluster_identifier',
    class: 'instance_class',
    reference: ['storage_configuration', 'rds_configuration', 'resource_arn'],
  },
  cloudformation: {
    scaling: 'ServerlessV2ScalingConfiguration',
    minimum: 'MinCapacity',
    maximum: 'MaxCapacity',
    storageType: 'StorageType',
    mode: 'EngineMode',
    cluster: 'DBClusterIdentifier',
    class: 'DBInstanceClass',
    reference: ['StorageConfiguration', 'RdsConfiguration', 'ResourceArn'],
  },
} as const;

export function mapCluster({ attributes, vocabulary }: Resource): Mapped<AuroraFacts> {
  const spelling = SPELLINGS[vocabulary];
  const storageType = textAt(attributes, spelling.storageType);
  return {
    role: 'vector-store',
    supporting: true,
    facts: {
      kind: 'cluster',
      minimum: numberAt(attributes, spelling.scaling, spelling.minimum),
      maximum: numberAt(attributes, spelling.scaling, spelling.maximum),
      inputOutputOptimized: isUnknown(storageType) ? storageType : storageType === 'aurora-iopt1',
      isFirstVersion: textAt(attributes, spelling.mode) === 'serverless',
    },
  };
}

/** Nothing for an instance that belongs to no cluster. */
export function mapInstance({ attributes, vocabulary }: Resource): Mapped<AuroraFacts> | undefined {
  const spelling = SPELLINGS[vocabulary];
  const cluster = valueAt(attributes, spelling.cluster);
  if (cluster === undefined) return undefined;
  const stated = textAt(attributes, spelling.class) ?? unknown('its instance class is not stated');
  return { role: 'cluster-instance', supporting: true, facts: { kind: 'instance', cluster, class: stated } };
}

export function mapKnowledgeBase(resource: Resource): Mapped<AuroraFacts> | undefined {
  return mapReference(resource, ...SPELLINGS[resource.vocabulary].reference);
}
