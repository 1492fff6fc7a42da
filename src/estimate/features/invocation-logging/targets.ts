import type { Decimal } from '../../../model/decimal.ts';
import type { Mapped } from '../../../model/feature.ts';
import { targetsAmong } from '../../../model/references.ts';
import type { Resource } from '../../../model/resource.ts';
import {
  booleanAt,
  isUnknown,
  itemsAt,
  numberAt,
  textAt,
  type Unknown,
  type Value,
  valueAt,
} from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';

/** Kinds of data that a configuration delivers or leaves out, each by a switch of its own. */
export const DATA_KINDS = ['text', 'embedding', 'image', 'video'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** The switch that logs the calls of one account and region. */
export interface Configuration {
  readonly kind: 'configuration';
  /** The log group, by reference or name; undefined where none is written to. */
  readonly group: Value | undefined;
  /** The bucket that all records go to, and the one for what is too large for CloudWatch Logs. */
  readonly bucket: Value | undefined;
  readonly largeDataBucket: Value | undefined;
  readonly delivers: Readonly<Record<DataKind, boolean | Unknown>>;
}

export interface LogGroup {
  readonly kind: 'log-group';
  readonly name: Value | undefined;
  /** `STANDARD` where the code says nothing. */
  readonly logClass: string | Unknown;
}

export interface Bucket {
  readonly kind: 'bucket';
  readonly name: Value | undefined;
}

/** What drops the objects of a bucket after some days. */
export interface Lifecycle {
  readonly kind: 'lifecycle';
  readonly bucket: Value | undefined;
  /** The shortest time of the rules that hold for the whole bucket; undefined where there is none. */
  readonly days: Decimal | Unknown | undefined;
}

export type LogFacts = Configuration | LogGroup | Bucket | Lifecycle;

/** A declared resource of one kind. */
export type Of<Kind extends LogFacts['kind']> = Declared<Extract<LogFacts, { readonly kind: Kind }>>;

export function ofKind<Kind extends LogFacts['kind']>(
  resources: readonly Declared<LogFacts>[],
  kind: Kind,
): readonly Of<Kind>[] {
  return resources.filter((declared): declared is Of<Kind> => declared.facts.kind === kind);
}

/** Delivery is on for every kind of data where the code says nothing (Terraform AWS provider 6). */
export function mapConfiguration({ attributes }: Resource): Mapped<LogFacts> {
  const config = valueAt(attributes, 'logging_config');
  const delivers = (kind: DataKind) => booleanAt(config, `${kind}_data_delivery_enabled`) ?? true;
  const facts: Configuration = {
    kind: 'configuration',
    group: valueAt(config, 'cloudwatch_config', 'log_group_name'),
    bucket: valueAt(config, 's3_config', 'bucket_name'),
    largeDataBucket: valueAt(config, 'cloudwatch_config', 'large_data_delivery_s3_config', 'bucket_name'),
    delivers: {
      text: delivers('text'),
      embedding: delivers('embedding'),
      image: delivers('image'),
      video: delivers('video'),
    },
  };
  const links = [{ to: facts.group }, { to: facts.bucket }, { to: facts.largeDataBucket }];
  return { role: 'invocation-logging', facts, links };
}

export function mapLogGroup({ attributes, vocabulary }: Resource): Mapped<LogFacts> {
  const terraform = vocabulary === 'terraform';
  return {
    role: 'log-group',
    supporting: true,
    facts: {
      kind: 'log-group',
      name: valueAt(attributes, terraform ? 'name' : 'LogGroupName'),
      logClass: textAt(attributes, terraform ? 'log_group_class' : 'LogGroupClass') ?? 'STANDARD',
    },
  };
}

export function mapBucket({ attributes }: Resource): Mapped<LogFacts> {
  return {
    role: 'log-bucket',
    supporting: true,
    facts: { kind: 'bucket', name: valueAt(attributes, 'bucket') },
  };
}

export function mapLifecycle({ attributes }: Resource): Mapped<LogFacts> {
  const bucket = valueAt(attributes, 'bucket');
  return {
    role: 'log-bucket-lifecycle',
    facts: { kind: 'lifecycle', bucket, days: shortestExpiry(attributes) },
    supporting: true,
  };
}

/** Rules for a part of the bucket are left out: whether the logs are in it is not known. */
function shortestExpiry(attributes: Value): Decimal | Unknown | undefined {
  let shortest: Decimal | Unknown | undefined;
  for (const rule of itemsAt(attributes, 'rule')) {
    const filtered = [
      valueAt(rule, 'filter', 'prefix'),
      valueAt(rule, 'filter', 'tag'),
      valueAt(rule, 'filter', 'and'),
    ];
    const everything = filtered.every(
      (part) => part === undefined || (part.kind === 'text' && part.value === ''),
    );
    const days = numberAt(rule, 'expiration', 'days');
    if (!everything || textAt(rule, 'status') === 'Disabled' || days === undefined) continue;
    if (shortest === undefined || isUnknown(shortest) || (!isUnknown(days) && days.lt(shortest)))
      shortest = days;
  }
  return shortest;
}

/** What the configurations name: by reference, or by the same name in the same root, else anywhere. */
export interface LogTargets {
  groupOf(configuration: Of<'configuration'>): Of<'log-group'> | undefined;
  bucketOf(name: Value | undefined, from: Resource): Of<'bucket'> | undefined;
  /** Days after which a bucket drops its objects; undefined where no rule says. */
  expiryOf(bucket: Of<'bucket'>): Decimal | Unknown | undefined;
}

export function logTargets(resources: readonly Declared<LogFacts>[]): LogTargets {
  const group = lookup(ofKind(resources, 'log-group'));
  const bucketOf = lookup(ofKind(resources, 'bucket'));
  const expiry = new Map<Of<'bucket'>, Decimal | Unknown>();
  for (const { facts, resource } of ofKind(resources, 'lifecycle')) {
    const bucket = bucketOf(facts.bucket, resource);
    if (bucket !== undefined && facts.days !== undefined) expiry.set(bucket, facts.days);
  }
  return {
    groupOf: ({ facts, resource }) => group(facts.group, resource),
    bucketOf,
    expiryOf: (bucket) => expiry.get(bucket),
  };
}

function lookup<Target extends Of<'log-group'> | Of<'bucket'>>(
  targets: readonly Target[],
): (name: Value | undefined, from: Resource) => Target | undefined {
  const referred = targetsAmong(targets);
  const named = new Map<string, Target>();
  for (const target of targets) {
    const { name } = target.facts;
    if (name?.kind !== 'text') continue;
    named.set(`${target.resource.root ?? ''}\n${name.value}`, target);
    if (!named.has(name.value)) named.set(name.value, target);
  }
  return (name, from) => {
    const [first] = referred(name, from);
    if (first !== undefined || name?.kind !== 'text') return first;
    return named.get(`${from.root ?? ''}\n${name.value}`) ?? named.get(name.value);
  };
}
