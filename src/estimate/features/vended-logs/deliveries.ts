import type { Mapped, ResourceMapping } from '../../../model/feature.ts';
import { referencesIn, spelling } from '../../../model/mentions.ts';
import { targetsAmong } from '../../../model/references.ts';
import type { Resource, Vocabulary } from '../../../model/resource.ts';
import { isUnknown, textAt, type Unknown, type Value, valueAt } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';

/** Where logs can be delivered. */
type Destination = 'log group' | 'bucket' | 'stream' | 'traces';

/** What hands its logs out. */
export interface Source {
  readonly kind: 'source';
  readonly name: Value | undefined;
  /** The resource whose logs they are. */
  readonly of: Value | undefined;
  readonly logType: string | Unknown | undefined;
}

/** Joins a source and a destination. */
interface Delivery {
  readonly kind: 'delivery';
  readonly source: Value | undefined;
  readonly destination: Value | undefined;
}

interface DestinationFacts {
  readonly kind: 'destination';
  readonly target: Value | undefined;
  readonly type: string | Unknown | undefined;
}

/** A resource of Amazon Bedrock that can hand its logs out. */
interface Origin {
  readonly kind: 'origin';
}

interface LogGroup {
  readonly kind: 'log-group';
}

export type VendedFacts = Source | Delivery | DestinationFacts | Origin | LogGroup;

/** How one vocabulary spells the attributes. */
interface Spelling {
  readonly name: string;
  readonly of: string;
  readonly logType: string;
  readonly source: string;
  readonly destination: string;
  readonly target: readonly string[];
  readonly type: string;
}

const SPELLINGS: Readonly<Record<Vocabulary, Spelling>> = {
  terraform: {
    name: 'name',
    of: 'resource_arn',
    logType: 'log_type',
    source: 'delivery_source_name',
    destination: 'delivery_destination_arn',
    target: ['delivery_destination_configuration', 'destination_resource_arn'],
    type: 'delivery_destination_type',
  },
  cloudformation: {
    name: 'Name',
    of: 'ResourceArn',
    logType: 'LogType',
    source: 'DeliverySourceName',
    destination: 'DeliveryDestinationArn',
    target: ['DestinationResourceArn'],
    type: 'DeliveryDestinationType',
  },
};

export function mapSource({ attributes, vocabulary }: Resource): Mapped<VendedFacts> {
  const { name, of, logType } = SPELLINGS[vocabulary];
  const owner = valueAt(attributes, of);
  const facts: Source = {
    kind: 'source',
    name: valueAt(attributes, name),
    of: owner,
    logType: textAt(attributes, logType),
  };
  return { role: 'vended-log-source', facts, supporting: true };
}

export function mapDelivery({ attributes, vocabulary }: Resource): Mapped<VendedFacts> {
  const { source, destination } = SPELLINGS[vocabulary];
  const facts: Delivery = {
    kind: 'delivery',
    source: valueAt(attributes, source),
    destination: valueAt(attributes, destination),
  };
  return { role: 'vended-log-delivery', facts, supporting: true };
}

export function mapDestination({ attributes, vocabulary }: Resource): Mapped<VendedFacts> {
  const { target, type } = SPELLINGS[vocabulary];
  const facts: DestinationFacts = {
    kind: 'destination',
    target: valueAt(attributes, ...target),
    type: textAt(attributes, type),
  };
  return { role: 'vended-log-destination', facts, supporting: true };
}

export const mapOrigin: ResourceMapping<VendedFacts> = () => ({
  role: 'vended-log-origin',
  facts: { kind: 'origin' },
});
export const mapLogGroup: ResourceMapping<VendedFacts> = () => ({
  role: 'vended-log-group',
  supporting: true,
  facts: { kind: 'log-group' },
});

/** The delivery sources with where their logs come from and go to. */
interface Deliveries {
  /** Whether the logs are of a resource of Amazon Bedrock: one that is declared here, or one whose ARN says so. */
  isOfBedrock(source: Declared<Source>): boolean;
  /** Where a source's logs go, and the log group where it is declared here; `undefined` where no delivery says. */
  destinationOf(source: Declared<Source>): End | undefined;
}

export interface End {
  readonly kind: Destination;
  readonly group?: Declared<VendedFacts>;
}

export function deliveries(all: readonly Declared<VendedFacts>[]): Deliveries {
  const ofKind = <Kind extends VendedFacts['kind']>(kind: Kind) =>
    all.filter(
      (one): one is Declared<Extract<VendedFacts, { readonly kind: Kind }>> => one.facts.kind === kind,
    );
  const origins = targetsAmong(ofKind('origin'));
  const destinations = targetsAmong(ofKind('destination'));
  const groups = targetsAmong(ofKind('log-group'));
  const sources = targetsAmong(ofKind('source'));
  const sourcesByName = new Map(
    ofKind('source').map((source) => [nameKey(source.resource, source.facts.name), source]),
  );
  const ends = new Map<Declared<Source>, End>();
  for (const { facts, resource } of ofKind('delivery')) {
    const named = sourcesByName.get(nameKey(resource, facts.source));
    const [end] = destinations(facts.destination, resource);
    const found = end === undefined ? undefined : endOf(end, groups);
    if (found === undefined) continue;
    for (const source of [...sources(facts.source, resource), ...(named === undefined ? [] : [named])]) {
      if (!ends.has(source)) ends.set(source, found);
    }
  }
  return {
    isOfBedrock: ({ facts, resource }) =>
      /^arn:[^:]*:bedrock(?:-agentcore)?:/.test(spelling(facts.of) ?? '') ||
      referencesIn(facts.of).some((reference) => origins(reference, resource).length > 0),
    destinationOf: (source) => ends.get(source),
  };
}

function endOf(
  { facts, resource }: Declared<DestinationFacts>,
  groups: (value: Value | undefined, from: Resource) => readonly Declared<VendedFacts>[],
): End | undefined {
  const [group] = referencesIn(facts.target).flatMap((reference) => groups(reference, resource));
  if (group !== undefined) return { kind: 'log group', group };
  const kind = byType(facts.type) ?? byTarget(facts.target);
  return kind === undefined ? undefined : { kind };
}

/** A known name within its root; nothing that another value could be where the name is not known. */
function nameKey(resource: Resource, name: Value | undefined): string {
  return name?.kind === 'text' ? `${resource.root ?? ''}\n${name.value}` : `\n\n${resource.address}`;
}

function byType(type: string | Unknown | undefined): Destination | undefined {
  if (type === undefined || isUnknown(type)) return undefined;
  return new Map<string, Destination>([
    ['CWL', 'log group'],
    ['S3', 'bucket'],
    ['FH', 'stream'],
    ['XRAY', 'traces'],
  ]).get(type);
}

function byTarget(target: Value | undefined): Destination | undefined {
  const arn = spelling(target) ?? '';
  const reference = target !== undefined && isUnknown(target) ? (target.refersTo ?? '') : '';
  if (arn.includes(':logs:') || reference.includes('aws_cloudwatch_log_group.')) return 'log group';
  if (arn.includes(':s3:') || reference.includes('aws_s3_bucket.')) return 'bucket';
  if (arn.includes(':firehose:') || reference.includes('aws_kinesis_firehose_delivery_stream.'))
    return 'stream';
  return undefined;
}
