import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { Decimal, ZERO } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor, factorFrom, hoursOf } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { exactly, isNothing, mapRange, ordered } from '../../../model/range.ts';
import { addressInYaml } from '../../../model/resource-usage.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Collection } from './collections.ts';
import { type Pool, pools } from './pools.ts';

const SUBJECT = 'opensearch-serverless';

/** Floor, capacity above the floor, and storage of every pool of collections. */
export function charges(input: FeatureInput<Collection>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const found = pools(input, diagnostics);
  for (const pool of found) {
    if (pool.sharedWith === undefined) continue;
    const message = `The capacity floor of ${pool.members.join(', ')} is not counted: the manifest says that ${pool.sharedWith} share it and pay for it.`;
    diagnostics.push({ code: 'charge-replaced', severity: 'notice', message, at: pool.at });
  }
  const names = identities(found);
  const made = found.flatMap((pool, index) => poolCharges(input, pool, names[index] ?? pool.identity));
  return { charges: made, diagnostics };
}

/**
 * What each pool is called: what its members have in common, and its root only where two roots have such a pool. A
 * diff finds a pool whose name changes by its members.
 */
function identities(found: readonly Pool[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { sort } of found) counts.set(sort, (counts.get(sort) ?? 0) + 1);
  return found.map(({ sort, identity }) => (counts.get(sort) === 1 ? sort : identity));
}

function poolCharges(input: FeatureInput<Collection>, pool: Pool, identity: string): readonly Charge[] {
  const common = {
    project: input.project,
    layer: 'features',
    feature: 'opensearch-serverless',
    owner: ownerOf(pool),
    identity: `opensearch-serverless/${identity}`,
    region: pool.region,
    pool: {
      kind: pool.sort,
      members: pool.members,
      ...(pool.root === undefined ? {} : { root: pool.root }),
    },
    at: pool.at,
  } as const;
  const capacity = {
    ...common,
    unit: 'OCU-hours',
    price: input.prices.price({ subject: SUBJECT, dimension: 'ocu-hour', region: pool.region }),
  };
  const hours = hoursOf(input.month);
  const list: Charge[] = [];
  const { floor } = pool;
  const hint = usageHint(pool);
  if (isUnknown(floor)) {
    // A stated average holds whatever the floor is.
    const units =
      pool.ocus === undefined
        ? { name: 'OCUs', missing: `its capacity floor is not known: ${floor.why}`, hint }
        : declaredFactor('OCUs', pool.ocus, pool.ocusAt ?? pool.at);
    list.push(charge({ ...capacity, component: 'capacity floor', kind: 'floor', factors: [units, hours] }));
  } else if (pool.sharedWith === undefined && !floor.isZero()) {
    const factors = [
      { ...factorFrom(pool.origin, 'OCUs', exactly(floor), pool.at), ...follows(pool) },
      hours,
    ];
    list.push(
      charge({ ...capacity, component: 'capacity floor', kind: 'floor', factors, notes: floorNotes(pool) }),
    );
  }
  const above = unitsAboveFloor(pool, hint);
  if (above !== undefined) {
    list.push(charge({ ...capacity, component: 'capacity above the floor', factors: [above, hours] }));
  }
  if (pool.storage === undefined || !isNothing(pool.storage.range)) {
    const price = input.prices.price({ subject: SUBJECT, dimension: 'storage', region: pool.region });
    const stored =
      pool.storage === undefined
        ? { name: 'GB stored', missing: 'how much it stores is not stated', hint }
        : declaredFactor('GB stored', pool.storage.range, pool.storage.at);
    list.push(charge({ ...common, component: 'storage', unit: 'GB-months', factors: [stored], price }));
  }
  const silent = pool.storage === undefined ? [] : pool.members.filter((name) => !pool.storedFor.has(name));
  if (silent.length > 0) {
    const price = input.prices.price({ subject: SUBJECT, dimension: 'storage', region: pool.region });
    const [first, ...more] = silent;
    const missing = `how much ${first}${more.length === 0 ? ' holds' : ` and ${more.length} more hold`} is not stated`;
    const factors = [{ name: 'GB stored', missing, hint: usageHint({ ...pool, members: silent }) }];
    list.push(charge({ ...common, component: 'storage of the others', unit: 'GB-months', factors, price }));
  }
  return list;
}

/** The line that states the use: of a collection in code by its address, of a store in the manifest where it stands. */
function usageHint({ members, origin }: Pool): string {
  const [member] = members;
  if (origin === 'declared' || member === undefined || member.endsWith(' vector store')) {
    return 'vector_store: { type: opensearch-serverless, ocus: 2, storage: 10 GB }';
  }
  return `resources: { ${addressInYaml(member)}: { ocus: 2, storage: 10 GB } }`;
}

/** Average units less the floor; undefined where none is above it. */
function unitsAboveFloor(pool: Pool, hint: string): Factor | MissingFactor | undefined {
  if (isUnknown(pool.floor)) return undefined;
  if (pool.ocus === undefined) {
    return { name: 'OCUs', missing: 'whether it needs more than its floor is not stated', hint };
  }
  const floor = pool.sharedWith === undefined ? pool.floor : ZERO;
  const above = ordered(mapRange(pool.ocus, (units) => Decimal.max(units.minus(floor), ZERO)));
  return isNothing(above) ? undefined : declaredFactor('OCUs', above, pool.ocusAt ?? pool.at);
}

/** The one that uses the capacity, or the pool where several do. */
function ownerOf(pool: Pool): Charge['owner'] {
  const [workload, ...others] = pool.workloads;
  if (workload !== undefined && others.length === 0) return { kind: 'workload', name: workload };
  const [member, ...more] = pool.members;
  if (member !== undefined && more.length === 0 && pool.origin === 'iac')
    return { kind: 'resource', name: member };
  return { kind: 'shared', name: pool.title };
}

/** A floor is twice as high with standby replicas. */
function follows({ standby }: Pool): Pick<Factor, 'follows'> {
  if (standby === undefined) return {};
  const value = exactly(standby ? 1 : 0);
  return { follows: { name: 'standby replicas', value, told: standby ? 'on' : 'off' } };
}

function floorNotes(pool: Pool): readonly string[] {
  const notes = ['billed even when idle'];
  if (pool.members.length > 1) notes.push(`one floor for ${pool.members.length} collections, which share it`);
  return notes;
}
