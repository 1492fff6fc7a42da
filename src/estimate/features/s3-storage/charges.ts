import { type Charge, charge, type Factor } from '../../../model/charge.ts';
import { Decimal } from '../../../model/decimal.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import {
  type ResourceDraft,
  resourceDraft,
  resourceLine,
  statedFactor,
} from '../../../model/resource-usage.ts';
import type { Section } from '../../../model/workload.ts';
import { type BucketFacts, usedBuckets } from './buckets.ts';

export const S3_SECTION = 's3';

/** Up to here the one price of storage that the book has holds; above it the list price is lower. */
const FIRST_STEP = new Decimal(50 * 1024);

/**
 * Storage and requests of what the manifest states, for a workload or for a bucket. A bucket that a resource of
 * Amazon Bedrock reads or writes is named where nothing is stated of it; any other is not Amazon Bedrock's.
 */
export function charges(input: FeatureInput<BucketFacts>): FeatureCharges {
  const made: Charge[] = [];
  const stating = new Set<string>();
  for (const workload of input.workloads) {
    const usage = workload.sections.get(S3_SECTION);
    if (usage === undefined) continue;
    stating.add(workload.name);
    const owner = { kind: 'workload', name: workload.name } as const;
    const common = { project: input.project, layer: 'operations', feature: 's3-storage', owner } as const;
    made.push(...usageCharges(input, { ...common, region: workload.region, at: usage.at() }, usage));
  }
  const used = usedBuckets(input.resources);
  for (const bucket of input.resources) {
    if (bucket.facts.kind !== 'bucket' || bucket.pricedBy !== undefined) continue;
    const common = resourceDraft(input, bucket, 's3-storage', 'operations');
    if (bucket.usage !== undefined) made.push(...usageCharges(input, common, bucket.usage));
    // A workload that states its objects speaks for the buckets that it uses.
    else if (used.has(bucket) && !bucket.usedBy.some((name) => stating.has(name))) {
      made.push(unstated(input, common, bucket.resource.address));
    }
  }
  return { charges: made, diagnostics: [] };
}

/** One charge for each key that is stated; the others are not worth a line. */
function usageCharges(
  input: FeatureInput<BucketFacts>,
  common: ResourceDraft,
  usage: Section,
): readonly Charge[] {
  const of = (key: string, name: string) => statedFactor(usage, key, name, input.month);
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
