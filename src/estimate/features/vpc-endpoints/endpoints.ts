import type { Mapped, ResourceMapping } from '../../../model/feature.ts';
import { referencesIn, spelling, valuesAt } from '../../../model/mentions.ts';
import { targetsAmong } from '../../../model/references.ts';
import { isUnknown, textAt, type Unknown, type Value, valueAt } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';

/** An interface endpoint. */
export interface Endpoint {
  readonly kind: 'endpoint';
  /** The end of the service's name: `bedrock-runtime`; undefined where it is not known. */
  readonly service: string | undefined;
  /** Whether it is one that calls to Amazon Bedrock or to a vector store take. */
  readonly ofBedrock: boolean;
  /** Its subnets, of which each stands in a zone of its own; unknown where their list is. */
  readonly subnets: number | Unknown;
}

/** One more subnet of an endpoint, declared apart. */
interface Association {
  readonly kind: 'association';
  readonly endpoint: Value | undefined;
}

export type EndpointFacts = Endpoint | Association;

/** Services of Amazon Bedrock, and of the vector stores whose endpoints exist for it alone. */
const SERVICE = /\.(bedrock(?:-[a-z-]+)?(?:\.gateway)?|aoss(?:-[a-z-]+)?|s3vectors)$/;

/**
 * Endpoints of the type `Interface`. A gateway endpoint, which is what the code means where it says nothing, costs
 * nothing; other kinds are not Amazon Bedrock's.
 */
export const mapEndpoint: ResourceMapping<EndpointFacts> = ({ attributes, vocabulary }) => {
  const terraform = vocabulary === 'terraform';
  const type = textAt(attributes, terraform ? 'vpc_endpoint_type' : 'VpcEndpointType');
  const name = spelling(valueAt(attributes, terraform ? 'service_name' : 'ServiceName'));
  const service = name === undefined ? undefined : SERVICE.exec(name)?.[1];
  // A service of Amazon Bedrock has no other type.
  if (isUnknown(type) ? service === undefined : type !== 'Interface') return undefined;
  return endpoint({
    service: service ?? name,
    ofBedrock: service !== undefined,
    subnets: terraform
      ? subnetsOf(valueAt(attributes, 'subnet_ids'), valuesAt(attributes, 'subnet_configuration').length)
      : subnetsOf(valueAt(attributes, 'SubnetIds'), 0),
  });
};

/** The endpoint of OpenSearch Serverless, a resource of its own. */
export const mapServerlessEndpoint: ResourceMapping<EndpointFacts> = ({ attributes, vocabulary }) => {
  const subnets = valueAt(attributes, vocabulary === 'terraform' ? 'subnet_ids' : 'SubnetIds');
  return endpoint({ service: 'aoss', ofBedrock: true, subnets: subnetsOf(subnets, 0) });
};

export const mapAssociation: ResourceMapping<EndpointFacts> = ({ attributes }) => ({
  role: 'vpc-endpoint-subnet',
  supporting: true,
  facts: { kind: 'association', endpoint: valueAt(attributes, 'vpc_endpoint_id') },
});

function endpoint(facts: Omit<Endpoint, 'kind'>): Mapped<EndpointFacts> {
  return { role: 'vpc-endpoint', facts: { kind: 'endpoint', ...facts }, supporting: !facts.ofBedrock };
}

function subnetsOf(value: Value | undefined, configured: number): number | Unknown {
  if (value === undefined) return configured;
  if (isUnknown(value)) return value;
  if (value.kind !== 'list') return 1;
  const known = value.items.flatMap((item) => (item.kind === 'text' ? [item.value] : []));
  return Math.max(new Set(known).size + value.items.length - known.length, configured);
}

/** How many subnets associations add to an endpoint. */
export function addedSubnets(
  all: readonly Declared<EndpointFacts>[],
): ReadonlyMap<Declared<EndpointFacts>, number> {
  const endpoints = targetsAmong(all.filter(({ facts }) => facts.kind === 'endpoint'));
  const added = new Map<Declared<EndpointFacts>, number>();
  for (const { facts, resource } of all) {
    if (facts.kind !== 'association') continue;
    for (const found of referencesIn(facts.endpoint).flatMap((reference) => endpoints(reference, resource))) {
      added.set(found, (added.get(found) ?? 0) + 1);
    }
  }
  return added;
}
