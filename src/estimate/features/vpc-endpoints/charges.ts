import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { factorFrom, hoursOf } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { resourceDraft, resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import { addedSubnets, type Endpoint, type EndpointFacts } from './endpoints.ts';

/**
 * Interface endpoints of Amazon Bedrock, and others for which the manifest states usage: an hourly price for each
 * Availability Zone, and one for each GB (AWS PrivateLink pricing page, 2026).
 */
export function charges(input: FeatureInput<EndpointFacts>): FeatureCharges {
  const added = addedSubnets(input.resources);
  const made = input.resources
    .filter((one): one is Declared<Endpoint> => one.facts.kind === 'endpoint')
    .filter(
      ({ facts, usage, pricedBy }) => pricedBy === undefined && (facts.ofBedrock || usage !== undefined),
    )
    .flatMap((endpoint) => endpointCharges(input, endpoint, added.get(endpoint) ?? 0));
  return { charges: made, diagnostics: [] };
}

function endpointCharges(
  input: FeatureInput<EndpointFacts>,
  endpoint: Declared<Endpoint>,
  added: number,
): readonly Charge[] {
  const { facts, resource, usage } = endpoint;
  const common = resourceDraft(input, endpoint, 'vpc-endpoints', 'operations');
  const price = (dimension: string) =>
    input.prices.price({ subject: 'vpc-endpoint', dimension, region: common.region });
  const service = facts.service === undefined ? {} : { item: facts.service };
  const hours = charge({
    ...common,
    ...service,
    component: 'endpoint hours',
    kind: 'floor',
    unit: 'endpoint-hours',
    factors: [zonesOf(input, endpoint, added), hoursOf(input.month)],
    notes: ['billed even when idle'],
    price: price('endpoint-hour'),
  });
  const data = statedFactor(usage, 'data', 'GB processed', input.month) ?? {
    name: 'GB processed',
    missing: 'how much goes through this endpoint is not stated',
    hint: resourceLine(resource.address, 'data: 10 GB per month'),
  };
  return [
    hours,
    charge({
      ...common,
      ...service,
      component: 'endpoint data',
      unit: 'GB',
      factors: [data],
      price: price('data'),
    }),
  ];
}

/** Zones as stated, else one for each subnet of the code. */
function zonesOf(
  input: FeatureInput<EndpointFacts>,
  { facts, resource, usage }: Declared<Endpoint>,
  added: number,
): Factor | MissingFactor {
  const name = 'Availability Zones';
  const stated = statedFactor(usage, 'availability_zones', name, input.month);
  if (stated !== undefined) return stated;
  const hint = resourceLine(resource.address, 'availability_zones: 2');
  const { subnets } = facts;
  if (isUnknown(subnets))
    return { name, missing: `in how many zones it stands is not known: ${subnets.why}`, hint };
  const count = subnets + added;
  if (count === 0)
    return { name, missing: 'its code names no subnet, so in how many zones it stands is not known', hint };
  return factorFrom('iac', name, count, resource.at);
}
