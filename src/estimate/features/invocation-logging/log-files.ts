import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { factorFrom } from '../../../model/factors.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { type Kept, keptFor } from '../../../model/kept-logs.ts';
import { addRanges, exactly } from '../../../model/range.ts';
import { resourceLine, statedFactor, statedUsage } from '../../../model/resource-usage.ts';
import { isUnknown, type Value } from '../../../model/value.ts';
import { type Draft, gigabytesFactor, ownerOf, placed, prefixOf } from './inflows.ts';
import type { LoggedCall, LoggedCalls } from './logged-calls.ts';
import { RECORD_NOTE } from './records.ts';
import type { LogFacts, LogTargets, Of } from './targets.ts';

/** One place in Amazon S3 that a configuration writes to. */
interface Place {
  /** `records`: every record and the large texts. `large texts`: only those, the records go to CloudWatch Logs. */
  readonly holds: 'records' | 'large texts';
  readonly bucket: Of<'bucket'> | undefined;
  readonly own: Draft;
  /** The line of a manifest that would state what is stored. */
  readonly line: string;
}

/**
 * What a configuration writes to Amazon S3: storage once the first files are dropped, and one PUT request for each
 * text that is too large for a record. Requests for files of records, of which each holds many, are left out.
 */
export function logFileCharges(
  input: FeatureInput<LogFacts>,
  configuration: Of<'configuration'>,
  logged: LoggedCalls,
  targets: LogTargets,
): readonly Charge[] {
  const { bucket, largeDataBucket, group } = configuration.facts;
  const places = [
    ...(bucket === undefined ? [] : [placeOf(input, configuration, bucket, 'records', targets)]),
    ...(group === undefined || largeDataBucket === undefined
      ? []
      : [placeOf(input, configuration, largeDataBucket, 'large texts', targets)]),
  ];
  // A bucket whose use the manifest states is priced as a bucket, and not here.
  return places
    .filter(
      ({ bucket }) => bucket?.pricedBy === undefined && statedUsage(bucket?.usage, 'stored') === undefined,
    )
    .flatMap((place) => placeCharges(input, configuration, logged, place, targets));
}

function placeOf(
  input: FeatureInput<LogFacts>,
  configuration: Of<'configuration'>,
  name: Value,
  holds: Place['holds'],
  targets: LogTargets,
): Place {
  const { resource } = configuration;
  const bucket = targets.bucketOf(name, resource);
  const own: Draft = {
    project: input.project,
    layer: 'operations',
    feature: 'invocation-logging',
    owner: { kind: 'resource', name: resource.address },
    region: resource.region ?? input.region,
    at: resource.at,
  };
  const line =
    bucket === undefined
      ? resourceLine(resource.address, 's3_stored: 40 GB')
      : resourceLine(bucket.resource.address, 'stored: 40 GB');
  return { holds, bucket, own, line };
}

function placeCharges(
  input: FeatureInput<LogFacts>,
  { usage }: Of<'configuration'>,
  { list, unknown }: LoggedCalls,
  place: Place,
  targets: LogTargets,
): readonly Charge[] {
  const { own, holds, line } = place;
  const price = (dimension: string) =>
    input.prices.price({ subject: 's3', dimension, region: own.region ?? input.region });
  const storage = { unit: 'GB-months', price: price('storage') } as const;
  const component = holds === 'records' ? 'log files in S3' : 'large log texts in S3';
  if (holds === 'records') {
    const stated = statedFactor(usage, 's3_stored', 'GB stored', input.month);
    const factors = stated ?? (unknown === undefined ? undefined : { hint: line, ...unknown });
    if (factors !== undefined) {
      return [charge({ ...placed(own, stated && usage), ...storage, component, factors: [factors] })];
    }
  }
  const written = list.filter(
    ({ record }) => holds === 'records' || ('large' in record && record.large.bodies > 0),
  );
  if (written.length === 0) return [];
  const kept = keptInBucket(input, place, targets);
  const charges = 'missing' in kept ? [charge({ ...own, ...storage, component, factors: [kept] })] : [];
  for (const logged of written) {
    const draft: Draft = { ...own, owner: ownerOf(logged), at: logged.call.at };
    const named = `${prefixOf(logged)}${component}`;
    if (!('missing' in kept)) {
      const factors = [...logged.calls, fileFactor(logged, place), ...kept.factors];
      const notes = [RECORD_NOTE, kept.note];
      charges.push(charge({ ...draft, ...storage, component: named, factors, notes }));
    }
    const texts = 'large' in logged.record ? logged.record.large.bodies : 0;
    // Writes that are stated of the bucket are all of them.
    if (texts === 0 || statedUsage(place.bucket?.usage, 'puts') !== undefined) continue;
    const factors = [...logged.calls, factorFrom('assumed', 'texts over 100 KB per call', exactly(texts))];
    const notes = ['a text over 100 KB is an object of its own'];
    charges.push(
      charge({
        ...draft,
        component: `${named}, written`,
        unit: 'requests',
        factors,
        notes,
        price: price('put'),
      }),
    );
  }
  return charges;
}

/** GB that one call leaves in the bucket. */
function fileFactor({ record }: LoggedCall, { holds, line }: Place): Factor | MissingFactor {
  if ('missing' in record) return { hint: line, ...record };
  return holds === 'records'
    ? gigabytesFactor('record', addRanges(record.bytes, record.large.bytes))
    : gigabytesFactor('call in large texts', record.large.bytes);
}

/** Files are JSON lines compressed by gzip, which is taken to leave what it leaves of logs in CloudWatch Logs. */
function keptInBucket(
  input: FeatureInput<LogFacts>,
  { bucket, line }: Place,
  targets: LogTargets,
): Kept | MissingFactor {
  const name = 'months kept';
  if (bucket === undefined) {
    return {
      name,
      missing: 'its bucket is not declared here, so how long it keeps files is not known',
      hint: line,
    };
  }
  const { address } = bucket.resource;
  const days = targets.expiryOf(bucket);
  if (days === undefined) {
    const hint =
      'expiration { days = 30 }  # in a rule of an aws_s3_bucket_lifecycle_configuration for the whole bucket';
    return { name, missing: `${address} never drops its files, so they grow without end`, hint };
  }
  if (isUnknown(days)) {
    return { name, missing: `how long ${address} keeps its files is not known: ${days.why}`, hint: line };
  }
  return keptFor(days, input.month, bucket.resource.at);
}
