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
import { type Stating, statedTwice } from '../../../model/statements.ts';
import type { Section, Workload } from '../../../model/workload.ts';
import { type BucketFacts, bucketUse } from './buckets.ts';

export const S3_SECTION = 's3';

/** Up to here the one price of storage that the book has holds; above it the list price is lower. */
const FIRST_STEP = new Decimal(50 * 1024);

const KEYS = ['stored', 'puts', 'gets'];

/**
 * Storage and requests of what the manifest states, for a workload or for a bucket. A workload that states its objects
 * speaks for the buckets that it uses, so what is stated of those under `resources:` is not counted beside it. A bucket
 * that a resource of Amazon Bedrock reads or writes is named where nothing is stated of it; any other is not Amazon
 * Bedrock's.
 */
export function charges(input: FeatureInput<BucketFacts>): FeatureCharges {
  const made: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  const use = bucketUse(input.resources);
  const spokenFor = new Map<string, Stating>();
  for (const workload of input.workloads) {
    const stated = workload.sections.get(S3_SECTION);
    if (stated === undefined) continue;
    const own = [...use.of(workload)];
    if (own.length > 0 && own.every(({ pricedBy }) => pricedBy !== undefined)) continue;
    const owner = { kind: 'workload', name: workload.name } as const;
    const common = { project: input.project, layer: 'operations', feature: 's3-storage', owner } as const;
    made.push(...usageCharges(input, { ...common, region: workload.region, at: stated.at() }, stated));
    for (const { resource } of own) {
      const { address } = resource;
      const other = spokenFor.get(address);
      if (other === undefined) spokenFor.set(address, { by: workload.name, stated });
      else if ([other.stated, stated].every((one) => statedUsage(one, 'stored') !== undefined)) {
        diagnostics.push(bothKeep(address, other.by, workload, stated));
      }
    }
  }
  for (const bucket of input.resources) {
    const { facts, pricedBy, usage, resource } = bucket;
    if (facts.kind !== 'bucket' || pricedBy !== undefined) continue;
    const common = resourceDraft(input, bucket, 's3-storage', 'operations');
    const first = spokenFor.get(resource.address);
    if (usage !== undefined) {
      const all = first === undefined ? [] : [{ ...first, by: `s3 of ${first.by}` }];
      const entry = { by: `${resource.address} under resources`, stated: usage };
      diagnostics.push(...statedTwice(resource.address, KEYS, [...all, entry]));
      const counted = KEYS.filter(
        (key) => first === undefined || statedUsage(first.stated, key) === undefined,
      );
      made.push(...usageCharges(input, common, usage, counted));
    } else if (use.used.has(bucket) && first === undefined) {
      made.push(unstated(input, common, resource.address));
    }
  }
  return { charges: made, diagnostics };
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
