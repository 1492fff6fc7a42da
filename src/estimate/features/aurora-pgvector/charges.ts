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
import { mapRange, ordered } from '../../../model/range.ts';
import { targetsAmong } from '../../../model/references.ts';
import { resourceLine, statedFactor, statedUsage } from '../../../model/resource-usage.ts';
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
  const made = stores.flatMap((store) => {
    const { declared } = store;
    const capacity =
      declared === undefined
        ? statedCapacity(store)
        : declaredCapacity(declared, instances.get(declared.resource.address) ?? []);
    return storeCharges(input, store, capacity);
  });
  return { charges: made, diagnostics: stores.flatMap(statedTwice) };
}

function storeCharges(
  input: FeatureInput<AuroraFacts>,
  store: StoreInUse<Cluster>,
  capacity: Capacity,
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
    ...capacityCharges(input, store, capacity, { ...common, unit: 'ACU-hours', price: priced('acu-hour') }),
    charge({
      ...common,
      component: 'storage',
      unit: 'GB-months',
      factors: [
        firstStated(
          input,
          store,
          'storage',
          'GB stored',
          'how much it stores is not stated',
          'storage: 20 GB',
        ),
      ],
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
  const requests = firstStated(
    input,
    store,
    'io',
    'I/O requests',
    'how many I/O requests it makes is not stated',
    'io: 5M per month',
  );
  return [
    ...list,
    charge({ ...common, component: 'I/O', unit: 'requests', factors: [requests], price: priced('io') }),
  ];
}

const IDLE = ['billed even when idle'];

function capacityCharges(
  input: FeatureInput<AuroraFacts>,
  store: StoreInUse<Cluster>,
  { floor, units, scales }: Capacity,
  common: Omit<ChargeDraft, 'component' | 'factors'>,
): readonly Charge[] {
  const hours = hoursOf(input.month);
  const average = firstStated(
    input,
    store,
    'acus',
    'ACUs',
    'how many ACUs it uses on average is not stated',
    'acus: 1',
  );
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
  const below = isUnknown(units) ? ZERO : units;
  const above = ordered(mapRange(average.value, (value) => Decimal.max(value.minus(below), ZERO)));
  if (above.high.isZero()) return list;
  return [...list, charge({ ...common, component, factors: [{ ...average, value: above }, hours] })];
}

const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['acus', 'acus: 1'],
  ['storage', 'storage: 20 GB'],
  ['io', 'io: 5M per month'],
]);

/** One cluster has one use: a second statement of a key is not added to the first. */
function statedTwice({ statements, declared }: StoreInUse<Cluster>): readonly Diagnostic[] {
  if (declared === undefined) return [];
  const { address } = declared.resource;
  return [...EXAMPLES].flatMap(([key, example]): readonly Diagnostic[] => {
    const [, ...later] = statements.filter((stated) => statedUsage(stated, key) !== undefined);
    return later.map((stated) => ({
      code: 'charge-counted-once',
      severity: 'warning',
      message: `The ${key} of ${address} is stated twice; the later statement is not counted.`,
      at: stated.at(key),
      hint: `${resourceLine(address, example)}  # once, for everybody who uses it`,
    }));
  });
}

/** What is first stated of one key, or what is missing. */
function firstStated(
  input: FeatureInput<AuroraFacts>,
  { statements, declared }: StoreInUse<Cluster>,
  key: string,
  name: string,
  missing: string,
  example: string,
): Factor | MissingFactor {
  const parts = statements.flatMap((stated) => statedFactor(stated, key, name, input.month) ?? []);
  const [first] = parts;
  if (first !== undefined) return first;
  const hint =
    declared === undefined
      ? `vector_store: { type: aurora, ${example} }`
      : resourceLine(declared.resource.address, example);
  return { name, missing, hint };
}
