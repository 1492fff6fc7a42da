import type { Mapped, ResourceMapping } from '../../../model/feature.ts';
import { referencesIn, spelling, valuesAt } from '../../../model/mentions.ts';
import { targetsAmong } from '../../../model/references.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Value, valueAt } from '../../../model/value.ts';
import type { Declared, Workload } from '../../../model/workload.ts';

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

/** Model invocation logs that are written to buckets: nothing that a workload keeps there itself. */
interface LogWriter {
  readonly kind: 'log-writer';
  readonly buckets: readonly Value[];
}

export type BucketFacts = Bucket | BucketUser | LogWriter;

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

/** A mapping of what writes model invocation logs to the buckets at some paths. */
export function logWriter(paths: readonly (readonly string[])[]): ResourceMapping<BucketFacts> {
  return ({ attributes }) => ({
    role: 'bucket-logs',
    facts: { kind: 'log-writer', buckets: paths.flatMap((path) => valuesAt(attributes, ...path)) },
  });
}

export interface BucketUse {
  /** The buckets that resources of Amazon Bedrock read and write. */
  readonly used: ReadonlySet<Declared<BucketFacts>>;
  /** Those that a workload uses, directly or through what it uses, but for its logs. */
  of(workload: Workload): ReadonlySet<Declared<BucketFacts>>;
}

/** Who uses which buckets: by reference, or by their name in an ARN or URI. */
export function bucketUse(all: readonly Declared<BucketFacts>[]): BucketUse {
  const buckets = all.filter((one): one is Declared<Bucket> => one.facts.kind === 'bucket');
  const referred = targetsAmong(buckets);
  const named = new Map<string, Declared<Bucket>>();
  for (const bucket of buckets) {
    if (bucket.facts.name?.kind === 'text') named.set(bucket.facts.name.value, bucket);
  }
  const foundBy = (kind: BucketFacts['kind'], users: readonly Declared<BucketFacts>[]) =>
    new Set(
      users.flatMap(({ facts, resource }) =>
        facts.kind === kind && facts.kind !== 'bucket'
          ? facts.buckets.flatMap((value) => found(value, resource))
          : [],
      ),
    );
  const logs = foundBy('log-writer', all);
  return {
    used: foundBy('user', all),
    of: ({ uses }) => {
      const own = uses.filter((use): use is Declared<BucketFacts> => use.feature === 's3-storage');
      const direct = own.filter((one) => one.facts.kind === 'bucket' && !logs.has(one as Declared<Bucket>));
      return new Set([...direct, ...foundBy('user', own)]);
    },
  };

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
