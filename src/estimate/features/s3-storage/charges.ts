import { type Charge, charge, type Factor } from '../../../model/charge.ts';
import { Decimal } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import {
  type ResourceDraft,
  resourceDraft,
  resourceLine,
  statedFactor,
  statedUsage,
} from '../../../model/resource-usage.ts';
import { addedUse, existingOnce, partsOf, type SharedKey } from '../../../model/shared-use.ts';
import { type Stating, statedTwice } from '../../../model/statements.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import { type BucketFacts, type BucketUse, bucketUse } from './buckets.ts';

export const S3_SECTION = 's3';

/** Up to here the one price of storage that the book has holds; above it the list price is lower. */
const FIRST_STEP = new Decimal(50 * 1024);

const KEYS = ['stored', 'puts', 'gets'];

const STORED: SharedKey = { key: 'stored', kind: { kind: 'bytes' } };
const REQUESTS = [
  { key: 'puts', name: 'write requests' },
  { key: 'gets', name: 'read requests' },
] as const;

/** A workload that states its objects, and the buckets that it uses. */
interface Keeping extends Stating {
  readonly workload: Workload;
  readonly buckets: readonly Declared<BucketFacts>[];
}

/**
 * Storage and requests of what the manifest states, for a workload or for a bucket. What a bucket holds exists once;
 * the requests of each workload are its own, and those under `resources:` are all that the bucket gets. A bucket that
 * a resource of Amazon Bedrock reads or writes is named where nothing is stated of it; any other is not Amazon
 * Bedrock's.
 */
export function charges(input: FeatureInput<BucketFacts>): FeatureCharges {
  const made: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  const use = bucketUse(input.resources);
  const keeping = keepings(input, use);
  for (const one of keeping) {
    const { workload, stated } = one;
    const owner = { kind: 'workload', name: workload.name } as const;
    const place = { project: input.project, layer: 'operations', feature: 's3-storage', owner } as const;
    const common = { ...place, region: workload.region, at: stated.at() };
    const [first, ...others] = sameBuckets(keeping, one).filter((other) => states(other, 'stored'));
    const keys = ['puts', 'gets'];
    if (one === first) {
      const entries = one.buckets.length === 1 ? one.buckets.flatMap(entryOf) : [];
      const what = one.buckets.map(({ resource }) => resource.address).join(' and ');
      const line = (usage: string) =>
        one.buckets.length === 1 ? resourceLine(what, usage) : `s3: { ${usage} }`;
      const counted = existingOnce(what, STORED, [first, ...others, ...entries], line);
      diagnostics.push(...counted.diagnostics);
      made.push(...usageCharges(input, common, counted.stating?.stated ?? stated, ['stored']));
    }
    made.push(...usageCharges(input, common, stated, keys));
  }
  diagnostics.push(...overlaps(keeping));
  for (const bucket of input.resources) {
    const { facts, pricedBy, usage, resource } = bucket;
    if (facts.kind !== 'bucket' || pricedBy !== undefined) continue;
    const common = resourceDraft(input, bucket, 's3-storage', 'operations');
    const users = keeping.filter(({ buckets }) => buckets.includes(bucket));
    if (usage !== undefined) {
      const beside = entryBeside(input, common, bucket, users);
      made.push(...beside.charges);
      diagnostics.push(...beside.diagnostics);
    } else if (use.used.has(bucket) && users.length === 0) {
      made.push(unstated(input, common, resource.address));
    }
  }
  return { charges: made, diagnostics };
}

function keepings(input: FeatureInput<BucketFacts>, use: BucketUse): readonly Keeping[] {
  return input.workloads.flatMap((workload): readonly Keeping[] => {
    const stated = workload.sections.get(S3_SECTION);
    if (stated === undefined) return [];
    const buckets = [...use.of(workload)];
    if (buckets.length > 0 && buckets.every(({ pricedBy }) => pricedBy !== undefined)) return [];
    return [{ by: workload.name, stated, workload, buckets }];
  });
}

/** Itself, and all others that use exactly the same buckets of the code. */
function sameBuckets(all: readonly Keeping[], one: Keeping): readonly Keeping[] {
  if (one.buckets.length === 0) return [one];
  const wanted = new Set(one.buckets);
  return all.filter(
    ({ buckets }) => buckets.length === wanted.size && buckets.every((bucket) => wanted.has(bucket)),
  );
}

function states({ stated }: Stating, key: string): boolean {
  return statedUsage(stated, key) !== undefined;
}

function entryOf({ usage, resource }: Declared<BucketFacts>): readonly Stating[] {
  return usage === undefined ? [] : [{ by: `${resource.address} under resources`, stated: usage }];
}

/** Workloads that keep objects in one bucket, and each in others beside it: whose are the same is not known. */
function overlaps(keeping: readonly Keeping[]): readonly Diagnostic[] {
  const first = new Map<Declared<BucketFacts>, Keeping>();
  return keeping.flatMap((one) => {
    if (!states(one, 'stored')) return [];
    return one.buckets.flatMap((bucket): readonly Diagnostic[] => {
      const other = first.get(bucket);
      if (other === undefined) first.set(bucket, one);
      if (other === undefined || sameBuckets(keeping, one).includes(other)) return [];
      return [bothKeep(bucket.resource.address, other.by, one.workload, one.stated)];
    });
  });
}

/** What the entry of a bucket states beside what workloads state of it. */
function entryBeside(
  input: FeatureInput<BucketFacts>,
  common: ResourceDraft,
  bucket: Declared<BucketFacts>,
  users: readonly Keeping[],
): FeatureCharges {
  const { usage, resource } = bucket;
  const [entry] = entryOf(bucket);
  if (usage === undefined || entry === undefined) return { charges: [], diagnostics: [] };
  // What a workload states of several buckets together cannot be held against that of one.
  const several = users.find(({ buckets }) => buckets.length > 1);
  if (several !== undefined) {
    const first = { ...several, by: `s3 of ${several.by}` };
    const counted = KEYS.filter((key) => !states(first, key));
    return {
      charges: usageCharges(input, common, usage, counted),
      diagnostics: statedTwice(resource.address, KEYS, [first, entry]),
    };
  }
  const keys = users.some((user) => states(user, 'stored')) ? [] : ['stored'];
  const made = REQUESTS.map(({ key, name }) => {
    const whole = statedFactor(usage, key, name, input.month);
    const parts = partsOf(users, key, name, input.month);
    const added = addedUse(resource.address, { key, kind: { kind: 'rate', unit: 'requests' } }, parts, whole);
    return { key, name, ...added };
  });
  return {
    charges: [
      ...usageCharges(input, common, usage, keys),
      ...made.flatMap(({ key, name, rest, notes }) =>
        requestCharge(input, common, key === 'puts' ? 'put' : 'get', name, rest).map((one) => ({
          ...one,
          notes,
        })),
      ),
    ],
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
  };
}

function bothKeep(address: string, first: string, { name }: Workload, stated: Section): Diagnostic {
  return {
    code: 'manifest-conflict',
    severity: 'warning',
    message: `${first} and ${name} both state objects that they keep in ${address}; both are counted.`,
    at: stated.at('stored'),
    hint: `${resourceLine(address, 'stored: 10 GB')}  # in place of stored of both, if they are the same objects`,
  };
}

/** One charge for each key that is stated; the others are not worth a line. */
function usageCharges(
  input: FeatureInput<BucketFacts>,
  common: ResourceDraft,
  usage: Section,
  counted: readonly string[] = KEYS,
): readonly Charge[] {
  const of = (key: string, name: string) =>
    counted.includes(key) ? statedFactor(usage, key, name, input.month) : undefined;
  const stored = of('stored', 'GB stored');
  return [
    ...(stored === undefined ? [] : [storageCharge(input, common, stored)]),
    ...requestCharge(input, common, 'put', 'write requests', of('puts', 'write requests')),
    ...requestCharge(input, common, 'get', 'read requests', of('gets', 'read requests')),
  ];
}

function storageCharge(input: FeatureInput<BucketFacts>, common: ResourceDraft, stored: Factor): Charge {
  const price = input.prices.price({ subject: 's3', dimension: 'storage', region: common.region });
  const notes = stored.value.expected.gt(FIRST_STEP)
    ? ['priced as the first 50 TB throughout: what is above costs less']
    : [];
  return charge({
    ...common,
    component: 'object storage',
    unit: 'GB-months',
    factors: [stored],
    notes,
    price,
  });
}

function requestCharge(
  input: FeatureInput<BucketFacts>,
  common: ResourceDraft,
  dimension: 'put' | 'get',
  component: string,
  requests: Factor | undefined,
): readonly Charge[] {
  if (requests === undefined) return [];
  const price = input.prices.price({ subject: 's3', dimension, region: common.region });
  return [charge({ ...common, component, unit: 'requests', factors: [requests], price })];
}

function unstated(input: FeatureInput<BucketFacts>, common: ResourceDraft, address: string): Charge {
  const price = input.prices.price({ subject: 's3', dimension: 'storage', region: common.region });
  const missing = {
    name: 'GB stored',
    missing: 'how much this bucket holds is not stated',
    hint: resourceLine(address, 'stored: 10 GB, puts: 100k per month, gets: 1M per month'),
  };
  return charge({ ...common, component: 'object storage', unit: 'GB-months', factors: [missing], price });
}
