import {
  type Charge,
  type ChargeDraft,
  charge,
  type Factor,
  type MissingFactor,
} from '../../../model/charge.ts';
import { Decimal, ZERO } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { factorFrom, hoursOf } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { priceOrOwn } from '../../../model/own-price.ts';
import { isNothing, mapRange, NOTHING } from '../../../model/range.ts';
import { targetsAmong } from '../../../model/references.ts';
import { resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import { addedUse, existingOnce, partsOf, type SharedKey, wholeUse } from '../../../model/shared-use.ts';
import { type StoreInUse, storesInUse } from '../../../model/stores.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import { type Capacity, declaredCapacity, statedCapacity } from './capacity.ts';
import type { AuroraFacts, Cluster } from './facts.ts';

const SUBJECT = 'aurora';

/**
 * Capacity units by the hour with the floor that the minimum sets (0 pauses when idle), GB stored, and I/O requests
 * (Aurora pricing as quoted 2026-08-20). Units above the floor are the stated average less the floor.
 */
export function charges(input: FeatureInput<AuroraFacts>): FeatureCharges {
  const clusters = input.resources.filter(
    (declared): declared is Declared<Cluster> => declared.facts.kind === 'cluster',
  );
  const clusterOf = targetsAmong(clusters);
  const instances = new Map<string, Declared<AuroraFacts>[]>();
  for (const instance of input.resources) {
    if (instance.facts.kind !== 'instance') continue;
    for (const { resource } of clusterOf(instance.facts.cluster, instance.resource)) {
      instances.set(resource.address, [...(instances.get(resource.address) ?? []), instance]);
    }
  }
  const stores = storesInUse<Cluster>(input, 'aurora-pgvector', 'aurora');
  const diagnostics: Diagnostic[] = [];
  const made = stores.flatMap((store) => {
    const { declared } = store;
    const use = useOf(input, store);
    diagnostics.push(...use.diagnostics);
    const capacity =
      declared === undefined
        ? statedCapacity(store)
        : declaredCapacity(declared, instances.get(declared.resource.address) ?? []);
    return storeCharges(input, store, capacity, use);
  });
  return { charges: made, diagnostics };
}

function storeCharges(
  input: FeatureInput<AuroraFacts>,
  store: StoreInUse<Cluster>,
  capacity: Capacity,
  use: ClusterUse,
): readonly Charge[] {
  const { owner, region, at, identity, declared } = store;
  const optimized = declared?.facts.inputOutputOptimized ?? false;
  const common = {
    project: input.project,
    layer: 'features',
    feature: 'aurora-pgvector',
    owner,
    region,
    at,
    ...(identity === undefined ? {} : { identity }),
  } as const;
  const priced = (dimension: string): ChargeDraft['price'] => {
    if (isUnknown(optimized)) return { found: false, why: `its storage type is not known: ${optimized.why}` };
    const key = { subject: SUBJECT, dimension: optimized ? `${dimension}-io-optimized` : dimension, region };
    return priceOrOwn(input.prices, key);
  };
  const list = [
    ...capacityCharges(input, use.acus, capacity, {
      ...common,
      unit: 'ACU-hours',
      price: priced('acu-hour'),
    }),
    charge({
      ...common,
      component: 'storage',
      unit: 'GB-months',
      factors: [use.storage],
      price: priced('storage'),
    }),
  ];
  for (const [size, count] of capacity.provisioned) {
    const factors = [factorFrom('iac', 'instances', count, declared?.resource.at), hoursOf(input.month)];
    const price = priceOrOwn(input.prices, { subject: SUBJECT, dimension: `instance-hour-${size}`, region });
    const component = `instances of ${size}`;
    list.push(
      charge({ ...common, component, kind: 'floor', unit: 'instance-hours', factors, price, notes: IDLE }),
    );
  }
  // Clusters with I/O-Optimized storage pay none.
  if (optimized === true) return list;
  return [
    ...list,
    charge({
      ...common,
      component: 'I/O',
      unit: 'requests',
      factors: [use.io],
      price: priced('io'),
      notes: use.notes,
    }),
  ];
}

const IDLE = ['billed even when idle'];

function capacityCharges(
  input: FeatureInput<AuroraFacts>,
  average: ClusterUse['acus'],
  { floor, units, scales }: Capacity,
  common: Omit<ChargeDraft, 'component' | 'factors'>,
): readonly Charge[] {
  const hours = hoursOf(input.month);
  const isStated = 'value' in average;
  const list: Charge[] = [];
  // A stated average covers a floor that is not known.
  if (floor.length > 0 && !(isUnknown(units) && isStated)) {
    const factors = [...floor, hours];
    list.push(charge({ ...common, component: 'capacity floor', kind: 'floor', factors, notes: IDLE }));
  }
  const component = 'capacity above the floor';
  if (!isStated) {
    // What it uses beyond a floor that is not known is no further question.
    if (scales && !isUnknown(units)) list.push(charge({ ...common, component, factors: [average, hours] }));
    return list;
  }
  const below = isUnknown(units) ? NOTHING : units;
  const above = mapRange(average.value, (value, scenario) => Decimal.max(value.minus(below[scenario]), ZERO));
  if (isNothing(above)) return list;
  return [...list, charge({ ...common, component, factors: [{ ...average, value: above }, hours] })];
}

/** What is stated of the use of a cluster, or what is missing. */
interface ClusterUse {
  readonly acus: Factor | MissingFactor;
  readonly storage: Factor | MissingFactor;
  readonly io: Factor | MissingFactor;
  /** On the requests of several together. */
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Capacity and storage exist once, whoever states them; the requests of each workload are its own. */
function useOf(input: FeatureInput<AuroraFacts>, store: StoreInUse<Cluster>): ClusterUse {
  const { statements, entry, declared } = store;
  const address = declared?.resource.address;
  const line = (usage: string) =>
    address === undefined ? `vector_store: { type: aurora, ${usage} }` : resourceLine(address, usage);
  const all = [...statements, ...(entry === undefined ? [] : [entry])];
  const once = (key: SharedKey) => existingOnce(address ?? store.owner.name, key, all, line);
  const [capacity, stored] = [
    once({ key: 'acus', kind: { kind: 'amount', unit: 'ACUs' } }),
    once({ key: 'storage', kind: { kind: 'bytes' } }),
  ];
  const requests = addedUse(
    address ?? store.owner.name,
    { key: 'io', kind: { kind: 'rate', unit: 'I/O requests' } },
    partsOf(statements, 'io', 'I/O requests', input.month),
    statedFactor(entry?.stated, 'io', 'I/O requests', input.month),
  );
  const { parts } = requests;
  return {
    acus: statedFactor(capacity.stating?.stated, 'acus', 'ACUs', input.month) ?? {
      name: 'ACUs',
      missing: 'how many ACUs it uses on average is not stated',
      hint: line('acus: 1'),
    },
    storage: statedFactor(stored.stating?.stated, 'storage', 'GB stored', input.month) ?? {
      name: 'GB stored',
      missing: 'how much it stores is not stated',
      hint: line('storage: 20 GB'),
    },
    io: wholeUse(requests) ?? {
      name: 'I/O requests',
      missing: 'how many I/O requests it makes is not stated',
      hint: line('io: 5M per month'),
    },
    notes: parts.length < 2 ? [] : [`of ${parts.map(({ by }) => by).join(' and ')} together`],
    diagnostics: [...capacity.diagnostics, ...stored.diagnostics, ...requests.diagnostics],
  };
}
