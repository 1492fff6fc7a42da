import type { Decimal } from '../../../model/decimal.ts';
import { decimal, ZERO } from '../../../model/decimal.ts';
import type { Mapped } from '../../../model/feature.ts';
import type { Resource } from '../../../model/resource.ts';
import { isUnknown, numberAt, textAt, type Unknown, type Value, valueAt } from '../../../model/value.ts';

/** Vector collections share capacity with each other; search and time series collections share another. */
export type CollectionClass = 'vector search' | 'search and time series';

export interface Collection {
  readonly kind: 'collection' | 'group';
  readonly name: string | Unknown | undefined;
  readonly class: CollectionClass | Unknown;
  readonly standby: boolean | Unknown;
  /** The group whose capacity a collection uses instead of the account's. */
  readonly group: Value | undefined;
  /** For a group: the capacity units it never goes below, or why that is not known. */
  readonly minimum: Decimal | Unknown;
}

/** Attribute names as Terraform and as CloudFormation spell them. */
function spelled(resource: Resource, terraform: string, cloudformation: string): string {
  return resource.vocabulary === 'terraform' ? terraform : cloudformation;
}

export function mapCollection(resource: Resource): Mapped<Collection> {
  const group = valueAt(
    resource.attributes,
    spelled(resource, 'collection_group_name', 'CollectionGroupName'),
  );
  const facts: Collection = {
    kind: 'collection',
    name: textAt(resource.attributes, spelled(resource, 'name', 'Name')),
    class: classOf(textAt(resource.attributes, spelled(resource, 'type', 'Type'))),
    standby: standbyOf(resource),
    group,
    minimum: ZERO,
  };
  return { role: 'vector-store', facts, links: [{ to: group }] };
}

/**
 * A collection group of generation NEXTGEN scales to zero unless a minimum is set (launched 2026-05-28); the
 * defaults of both minima are 0. A CLASSIC group keeps the classic floor.
 */
export function mapCollectionGroup(resource: Resource): Mapped<Collection> {
  const nextGeneration =
    textAt(resource.attributes, spelled(resource, 'generation', 'Generation')) === 'NEXTGEN';
  const limits = spelled(resource, 'capacity_limits', 'CapacityLimits');
  const minima = [
    numberAt(
      resource.attributes,
      limits,
      spelled(resource, 'min_indexing_capacity_in_ocu', 'MinIndexingCapacityInOcu'),
    ),
    numberAt(
      resource.attributes,
      limits,
      spelled(resource, 'min_search_capacity_in_ocu', 'MinSearchCapacityInOcu'),
    ),
  ];
  const standby = standbyOf(resource);
  const stated = minima.reduce<Decimal | Unknown>(
    (sum, minimum) => (isUnknown(sum) ? sum : isUnknown(minimum) ? minimum : sum.plus(minimum ?? ZERO)),
    ZERO,
  );
  const facts: Collection = {
    kind: 'group',
    name: textAt(resource.attributes, spelled(resource, 'name', 'Name')),
    class: 'vector search',
    standby,
    group: undefined,
    minimum: nextGeneration ? stated : classicFloor(standby),
  };
  return { role: 'vector-store-group', facts };
}

/**
 * Capacity units that a classic collection is billed for even when idle: half a unit each for indexing and search,
 * doubled for redundancy by standby replicas, in whole units (Amazon OpenSearch Service pricing page, 2026): 2, or
 * 1 without standby replicas.
 */
export function classicFloor(standby: boolean | Unknown): Decimal | Unknown {
  if (isUnknown(standby)) return standby;
  return decimal(standby ? 2 : 1);
}

/** Absent means TIMESERIES (provider and API default). */
function classOf(type: string | Unknown | undefined): CollectionClass | Unknown {
  if (isUnknown(type)) return type;
  return type === 'VECTORSEARCH' ? 'vector search' : 'search and time series';
}

/** Standby replicas are on unless disabled. */
function standbyOf(resource: Resource): boolean | Unknown {
  const stated = textAt(resource.attributes, spelled(resource, 'standby_replicas', 'StandbyReplicas'));
  return isUnknown(stated) ? stated : stated !== 'DISABLED';
}
