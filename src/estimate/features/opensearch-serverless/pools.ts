import type { Decimal } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { addRanges, type Range } from '../../../model/range.ts';
import { isReferenceTo } from '../../../model/resource.ts';
import { addressInYaml, resourceLine, statedUsage } from '../../../model/resource-usage.ts';
import { existingOnce, type SharedKey } from '../../../model/shared-use.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import type { Stated } from '../../../model/stated.ts';
import type { Stating } from '../../../model/statements.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';
import type { Declared, Workload } from '../../../model/workload.ts';
import { type Collection, type CollectionClass, classicFloor } from './collections.ts';

/** What a manifest says of the use of one collection. */
export interface StoreUsage {
  readonly ocus?: Stated | undefined;
  readonly storage?: Stated | undefined;
  readonly standby_replicas?: 'enabled' | 'disabled' | undefined;
  readonly shares_ocus_with?: string | undefined;
}

/** Capacity units that several collections use together. */
export interface Pool {
  readonly identity: string;
  /** The identity without the root. */
  readonly sort: string;
  readonly title: string;
  /** Not of a collection group, nor where it is not known. */
  readonly standby?: boolean;
  readonly region: string | Unknown;
  floor: Decimal | Unknown;
  /** The root module or template whose collections share it; stacks are taken to stand in accounts of their own. */
  readonly root: string | undefined;
  /** Set while every member may not exist. */
  uncertain: Unknown | undefined;
  /** `iac` where a collection in code declares it, `declared` where only a manifest does. */
  readonly origin: 'iac' | 'declared';
  readonly members: string[];
  readonly workloads: Set<string>;
  /** Average units as stated, summed over the members. */
  ocus: Range | undefined;
  storage: { readonly range: Range; readonly at: SourceLocation } | undefined;
  /** The members whose storage is stated. */
  readonly storedFor: Set<string>;
  /** Where the average units are stated. */
  ocusAt: SourceLocation | undefined;
  /** Who else pays for the floor. */
  sharedWith: string | undefined;
  readonly at: SourceLocation;
}

const STORE_SECTION = 'knowledge_base.vector_store';

/**
 * Collections by the capacity that they share: account (the project), region, class, standby, and group.
 *
 * The KMS key is part of the rule but stands in a security policy outside the collection, so collections are taken
 * to use the same key. A store that the manifest states and one that the code declares fall into one pool: the
 * floor is counted once.
 */
export function pools(input: FeatureInput<Collection>, diagnostics: Diagnostic[]): readonly Pool[] {
  const found = new Map<string, Pool>();
  const collections = input.resources.filter((declared) => declared.facts.kind === 'collection');
  const groups = input.resources.filter((declared) => declared.facts.kind === 'group');
  for (const group of groups) if (group.pricedBy === undefined) groupPool(input, group, found);
  for (const declared of collections) {
    if (declared.pricedBy !== undefined) continue;
    const pool = poolOfCollection(input, declared, groups, found);
    pool.uncertain =
      pool.members.length === 0 || pool.uncertain !== undefined ? declared.uncertain : undefined;
    pool.members.push(declared.resource.address);
    for (const name of declared.usedBy) pool.workloads.add(name);
    addStated(pool, declared, input.workloads, diagnostics);
  }
  for (const workload of input.workloads) statedStore(workload, found, diagnostics);
  for (const pool of found.values()) {
    if (pool.uncertain === undefined) continue;
    pool.floor = {
      kind: 'unknown',
      why: `how many of its collections there are is not known: ${pool.uncertain.why}`,
    };
  }
  return [...found.values()];
}

function groupPool(
  input: FeatureInput<Collection>,
  group: Declared<Collection>,
  found: Map<string, Pool>,
): void {
  const { resource, facts } = group;
  open(found, `group ${resource.address}`, {
    title: `collection group ${resource.address}`,
    region: resource.region ?? input.region,
    floor: facts.minimum,
    root: resource.root,
    uncertain: group.uncertain,
    origin: 'iac',
    at: resource.at,
  });
}

function poolOfCollection(
  input: FeatureInput<Collection>,
  declared: Declared<Collection>,
  groups: readonly Declared<Collection>[],
  found: Map<string, Pool>,
): Pool {
  const { resource, facts } = declared;
  const region = resource.region ?? input.region;
  if (facts.group !== undefined) {
    const group = groups.find((candidate) => isGroupOf(candidate, declared));
    const existing =
      group === undefined
        ? undefined
        : found.get(identityIn(group.resource.root, `group ${group.resource.address}`));
    if (existing !== undefined) return existing;
    const why = isUnknown(facts.group) ? facts.group.why : 'its collection group is declared elsewhere';
    return open(found, `outside ${resource.address}`, {
      title: resource.address,
      region,
      floor: { kind: 'unknown', why },
      root: resource.root,
      uncertain: undefined,
      origin: 'iac',
      at: resource.at,
    });
  }
  return classicPool(found, resource.root, region, facts.class, facts.standby, 'iac', resource.at);
}

function isGroupOf(group: Declared<Collection>, collection: Declared<Collection>): boolean {
  const reference = collection.facts.group;
  if (reference === undefined) return false;
  if (isUnknown(reference)) return isReferenceTo(reference, collection.resource, group.resource);
  return reference.kind === 'text' && reference.value === group.facts.name;
}

/** A store that a manifest states: the same pool as those in code, where there is one. */
function statedStore(workload: Workload, found: Map<string, Pool>, diagnostics: Diagnostic[]): void {
  const stated = workload.sections.get(STORE_SECTION);
  const content = stated?.content as (StoreUsage & { readonly type?: string }) | undefined;
  if (stated === undefined || content?.type !== 'opensearch-serverless') return;
  if (boundTo(workload) !== undefined) return;
  const standby = content.standby_replicas !== 'disabled';
  const pool =
    onlyPoolLike(found, workload.region, standby) ??
    classicPool(found, undefined, workload.region, 'vector search', standby, 'declared', stated.at());
  pool.uncertain = undefined;
  if (pool.origin === 'iac') {
    diagnostics.push({
      code: 'charge-counted-once',
      severity: 'notice',
      message: `The vector store of ${workload.name} and ${pool.members.join(', ')} share one floor of OpenSearch Serverless, which is counted once.`,
      at: stated.at(),
      hint: `uses: [${addressInYaml(pool.members[0] ?? '')}]`,
    });
  }
  const member = `${workload.name} vector store`;
  pool.members.push(member);
  pool.workloads.add(workload.name);
  addUsage(pool, member, content, stated.at());
}

/** The pool in code that a stated store would share, where there is just one. */
function onlyPoolLike(
  found: Map<string, Pool>,
  region: string | Unknown,
  standby: boolean,
): Pool | undefined {
  const alike = [...found.values()].filter(
    ({ sort }) => sort === classicSort(region, 'vector search', standby),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

/** What collections must have in common to share capacity, but for the root. */
function classicSort(
  region: string | Unknown,
  collectionClass: CollectionClass | Unknown,
  standby: boolean | Unknown,
): string {
  const place = typeof region === 'string' ? region : 'region not known';
  return [place, classWords(collectionClass, standby)].join(', ');
}

/** Without a root, a manifest states it. */
function identityIn(root: string | undefined, sort: string): string {
  return [...(root === undefined ? [] : [root]), sort].join(', ');
}

function classWords(collectionClass: CollectionClass | Unknown, standby: boolean | Unknown): string {
  const words = isUnknown(collectionClass) ? 'class not known' : collectionClass;
  return `${words}${isUnknown(standby) ? ', standby not known' : standby ? '' : ', no standby'}`;
}

function classicPool(
  found: Map<string, Pool>,
  root: string | undefined,
  region: string | Unknown,
  collectionClass: CollectionClass | Unknown,
  standby: boolean | Unknown,
  origin: Pool['origin'],
  at: SourceLocation,
): Pool {
  const title = `OpenSearch Serverless (${classWords(collectionClass, standby)})`;
  const floor = isUnknown(collectionClass) ? collectionClass : classicFloor(standby);
  const sort = classicSort(region, collectionClass, standby);
  const start = { title, region, floor, root, uncertain: undefined, origin, at };
  return open(found, sort, isUnknown(standby) ? start : { ...start, standby });
}

function open(
  found: Map<string, Pool>,
  sort: string,
  start: Pick<Pool, 'title' | 'standby' | 'region' | 'floor' | 'root' | 'uncertain' | 'origin' | 'at'>,
): Pool {
  const identity = identityIn(start.root, sort);
  const existing = found.get(identity);
  if (existing !== undefined) return existing;
  const pool: Pool = {
    identity,
    sort,
    ...start,
    members: [],
    workloads: new Set(),
    ocus: undefined,
    storage: undefined,
    storedFor: new Set(),
    ocusAt: undefined,
    sharedWith: undefined,
  };
  found.set(identity, pool);
  return pool;
}

/** The collection of the code that a workload's store is. */
function boundTo({ uses }: Workload): Declared<Collection> | undefined {
  return uses.find(
    (use): use is Declared<Collection> =>
      use.role === 'vector-store' && use.feature === 'opensearch-serverless',
  );
}

const KEYS: readonly SharedKey[] = [
  { key: 'ocus', kind: { kind: 'amount', unit: 'OCUs' } },
  { key: 'storage', kind: { kind: 'bytes' } },
];

/** What workloads and the entry under `resources:` state of a collection: its capacity and its data exist once. */
function addStated(
  pool: Pool,
  { resource, usage }: Declared<Collection>,
  workloads: readonly Workload[],
  diagnostics: Diagnostic[],
): void {
  const { address } = resource;
  const all: Stating[] = workloads.flatMap((workload) => {
    const stated = workload.sections.get(STORE_SECTION);
    const content = stated?.content as { readonly type?: string } | undefined;
    if (stated === undefined || content?.type !== 'opensearch-serverless') return [];
    return boundTo(workload)?.resource.address === address ? [{ by: workload.name, stated }] : [];
  });
  if (usage !== undefined) all.push({ by: `${address} under resources`, stated: usage });
  for (const key of KEYS) {
    const counted = existingOnce(address, key, all, (text) => resourceLine(address, text));
    diagnostics.push(...counted.diagnostics);
    const stated = counted.stating?.stated;
    const value = statedUsage(stated, key.key);
    if (stated !== undefined) addUsage(pool, address, { [key.key]: value }, stated.at());
  }
  for (const { stated } of all) {
    const { shares_ocus_with } = stated.content as StoreUsage;
    pool.sharedWith ??= shares_ocus_with;
  }
}

function addUsage(pool: Pool, member: string, usage: StoreUsage, at: SourceLocation): void {
  if (usage.ocus !== undefined) {
    pool.ocusAt ??= at;
    pool.ocus = pool.ocus === undefined ? usage.ocus.range : addRanges(pool.ocus, usage.ocus.range);
  }
  if (usage.storage !== undefined) {
    const range =
      pool.storage === undefined ? usage.storage.range : addRanges(pool.storage.range, usage.storage.range);
    pool.storage = { range, at };
    pool.storedFor.add(member);
  }
  pool.sharedWith ??= usage.shares_ocus_with;
}
