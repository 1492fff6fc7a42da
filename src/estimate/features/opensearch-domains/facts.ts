import { type Decimal, ONE } from '../../../model/decimal.ts';
import type { Mapped } from '../../../model/feature.ts';
import type { Resource } from '../../../model/resource.ts';
import { mapReference, type StoreReference } from '../../../model/stores.ts';
import {
  booleanAt,
  isUnknown,
  numberAt,
  textAt,
  type Unknown,
  unknown,
  type Value,
} from '../../../model/value.ts';

/** Nodes of one kind. */
export interface Nodes {
  readonly type: string | Unknown;
  readonly count: Decimal | Unknown;
}

export interface Domain {
  readonly kind: 'domain';
  readonly data: Nodes;
  /** Dedicated master nodes, where there are any. */
  readonly masters: Nodes | undefined;
  /** GB of the volume of one data node, and its kind; undefined where nodes have none. */
  readonly volume: { readonly size: Decimal | Unknown; readonly type: string | Unknown } | undefined;
}

export type DomainFacts = Domain | StoreReference;

const SPELLINGS = {
  terraform: {
    cluster: 'cluster_config',
    type: 'instance_type',
    count: 'instance_count',
    hasMasters: 'dedicated_master_enabled',
    masterType: 'dedicated_master_type',
    masterCount: 'dedicated_master_count',
    volume: 'ebs_options',
    hasVolume: 'ebs_enabled',
    size: 'volume_size',
    volumeType: 'volume_type',
    reference: ['storage_configuration', 'opensearch_managed_cluster_configuration', 'domain_arn'],
  },
  cloudformation: {
    cluster: 'ClusterConfig',
    type: 'InstanceType',
    count: 'InstanceCount',
    hasMasters: 'DedicatedMasterEnabled',
    masterType: 'DedicatedMasterType',
    masterCount: 'DedicatedMasterCount',
    volume: 'EBSOptions',
    hasVolume: 'EBSEnabled',
    size: 'VolumeSize',
    volumeType: 'VolumeType',
    reference: ['StorageConfiguration', 'OpensearchManagedClusterConfiguration', 'DomainArn'],
  },
} as const;

export function mapDomain({ attributes, vocabulary }: Resource): Mapped<DomainFacts> {
  const spelling = SPELLINGS[vocabulary];
  const nodes = (type: string, count: string): Nodes => ({
    type: textAt(attributes, spelling.cluster, type) ?? unknown('its instance type is not stated'),
    count: countOf(attributes, spelling.cluster, count),
  });
  const hasMasters = booleanAt(attributes, spelling.cluster, spelling.hasMasters);
  const unclear = isUnknown(hasMasters) ? { type: hasMasters, count: hasMasters } : undefined;
  const hasVolume = booleanAt(attributes, spelling.volume, spelling.hasVolume);
  const size = numberAt(attributes, spelling.volume, spelling.size);
  const volume = {
    size: size ?? unknown('the size of its volumes is not stated'),
    type: textAt(attributes, spelling.volume, spelling.volumeType) ?? 'gp3',
  };
  return {
    role: 'vector-store',
    supporting: true,
    facts: {
      kind: 'domain',
      data: nodes(spelling.type, spelling.count),
      masters: hasMasters === true ? nodes(spelling.masterType, spelling.masterCount) : unclear,
      volume: hasVolume === true || size !== undefined ? volume : undefined,
    },
  };
}

/** One node where the count is absent (default of the provider and of the API). */
function countOf(attributes: Value, ...path: readonly string[]): Decimal | Unknown {
  return numberAt(attributes, ...path) ?? ONE;
}

export function mapKnowledgeBase(resource: Resource): Mapped<DomainFacts> | undefined {
  return mapReference(resource, ...SPELLINGS[resource.vocabulary].reference);
}
