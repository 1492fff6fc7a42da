/**
 * NAT gateways: calls from private subnets go through one where there is no endpoint. A gateway carries the traffic of
 * everything behind it, so it is priced only where the manifest states usage of it.
 */
import { z } from 'zod';
import { type Charge, charge } from '../../../model/charge.ts';
import { hoursOf } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { gigabytesPerMonth, section } from '../../../model/fields.ts';
import type { PriceAnswer } from '../../../model/price.ts';
import { resourceDraft, resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import type { Declared } from '../../../model/workload.ts';

const mapGateway = () => ({ role: 'nat-gateway', facts: undefined, supporting: true });

export const natGateway: Feature = {
  id: 'nat-gateway',
  title: 'NAT gateways',
  layer: 'operations',
  resourceSections: [
    {
      types: ['aws_nat_gateway', 'AWS::EC2::NatGateway'],
      description: 'What goes through a NAT gateway; its hours are priced with it.',
      schema: () => section({ data: z.optional(gigabytesPerMonth().describe('What goes through it.')) }),
    },
  ],
  mappings: {
    terraform: { aws_nat_gateway: mapGateway },
    cloudformation: { 'AWS::EC2::NatGateway': mapGateway },
  },
  charges,
};

function charges(input: FeatureInput<unknown>): FeatureCharges {
  const stated = input.resources.filter(
    ({ usage, pricedBy }) => usage !== undefined && pricedBy === undefined,
  );
  return { charges: stated.flatMap((gateway) => gatewayCharges(input, gateway)), diagnostics: [] };
}

/** Hours and data processed (Amazon VPC pricing page, NAT gateway, 2026). */
function gatewayCharges(input: FeatureInput<unknown>, gateway: Declared): readonly Charge[] {
  const common = resourceDraft(input, gateway, 'nat-gateway', 'operations');
  const price = (dimension: string) =>
    orOwnPrice(dimension, input.prices.price({ subject: 'nat-gateway', dimension, region: common.region }));
  const data = statedFactor(gateway.usage, 'data', 'GB processed', input.month) ?? {
    name: 'GB processed',
    missing: 'how much goes through this gateway is not stated',
    hint: resourceLine(gateway.resource.address, 'data: 10 GB per month'),
  };
  return [
    charge({
      ...common,
      component: 'gateway hours',
      kind: 'floor',
      unit: 'gateway-hours',
      factors: [hoursOf(input.month)],
      notes: ['billed even when idle'],
      price: price('gateway-hour'),
    }),
    charge({ ...common, component: 'gateway data', unit: 'GB', factors: [data], price: price('data') }),
  ];
}

/** Where the book has no price, the line that states one. */
function orOwnPrice(dimension: string, answer: PriceAnswer): PriceAnswer {
  if (answer.found || answer.hint !== undefined) return answer;
  const line = `{ subject: nat-gateway, dimension: ${dimension}, usd: PRICE, per: 1, source: AWS pricing page }`;
  return { ...answer, hint: `prices: { exact: [${line}] }` };
}
