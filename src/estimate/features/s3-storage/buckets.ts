import type { Mapped, ResourceMapping } from '../../../model/feature.ts';
import { referencesIn, spelling, valuesAt } from '../../../model/mentions.ts';
import { targetsAmong } from '../../../model/references.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Value, valueAt } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';

export interface Bucket {
  readonly kind: 'bucket';
  readonly name: Value | undefined;
}

/** A resource of Amazon Bedrock that reads or writes buckets: data sources, batch jobs, custom models. */
interface BucketUser {
  readonly kind: 'user';
  /** ARNs, URIs or names, as references or texts. */
  readonly buckets: readonly Value[];
}

export type BucketFacts = Bucket | BucketUser;

export const mapBucket: ResourceMapping<BucketFacts> = ({ attributes, vocabulary }) => ({
  role: 'bucket',
  supporting: true,
  facts: { kind: 'bucket', name: valueAt(attributes, vocabulary === 'terraform' ? 'bucket' : 'BucketName') },
});

/**
 * A mapping of a resource that names buckets at some paths. `of` is the path of a reference to the resource that it
 * belongs to: a data source to its knowledge base.
 */
export function bucketUser(
  paths: readonly (readonly string[])[],
  of?: readonly string[],
): ResourceMapping<BucketFacts> {
  return ({ attributes }): Mapped<BucketFacts> => {
    const buckets = paths.flatMap((path) => valuesAt(attributes, ...path));
    const owner = of === undefined ? {} : { from: valueAt(attributes, ...of) };
    const links = buckets.flatMap(referencesIn).map((to) => ({ to, ...owner }));
    return { role: 'bucket-user', facts: { kind: 'user', buckets }, links };
  };
}

/** The buckets that resources of Amazon Bedrock name: by reference, or by their name in an ARN or URI. */
export function usedBuckets(all: readonly Declared<BucketFacts>[]): ReadonlySet<Declared<BucketFacts>> {
  const buckets = all.filter((one): one is Declared<Bucket> => one.facts.kind === 'bucket');
  const referred = targetsAmong(buckets);
  const named = new Map<string, Declared<Bucket>>();
  for (const bucket of buckets) {
    if (bucket.facts.name?.kind === 'text') named.set(bucket.facts.name.value, bucket);
  }
  const used = new Set<Declared<BucketFacts>>();
  for (const { facts, resource } of all) {
    if (facts.kind !== 'user') continue;
    for (const value of facts.buckets) {
      for (const bucket of found(value, resource)) used.add(bucket);
    }
  }
  return used;

  function found(value: Value, from: Resource): readonly Declared<Bucket>[] {
    const byName = named.get(bucketName(spelling(value) ?? ''));
    return [
      ...referencesIn(value).flatMap((reference) => referred(reference, from)),
      ...(byName === undefined ? [] : [byName]),
    ];
  }
}

/** `documents` of `arn:aws:s3:::documents/manuals` and of `s3://documents/manuals`; a plain name stays. */
function bucketName(text: string): string {
  const rest = text.startsWith('s3://') ? text.slice(5) : (text.split(':::')[1] ?? text);
  return rest.split('/')[0] ?? '';
}
