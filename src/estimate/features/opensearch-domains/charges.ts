import {
  type Charge,
  type ChargeDraft,
  charge,
  type Factor,
  type MissingFactor,
} from '../../../model/charge.ts';
import { type Decimal, decimal } from '../../../model/decimal.ts';
import { factorFrom, hoursOf } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { priceOrOwn } from '../../../model/own-price.ts';
import type { Origin } from '../../../model/quantity.ts';
import type { Stated } from '../../../model/stated.ts';
import { type StoreInUse, storesInUse } from '../../../model/stores.ts';
import { isUnknown, type Unknown, unknown } from '../../../model/value.ts';
import type { Domain, DomainFacts, Nodes } from './facts.ts';

/** What a manifest says of a domain that no code declares. */
interface DomainUsage {
  readonly instance_type?: string;
  readonly instances?: number;
  readonly volume?: Stated;
}

/** Nodes × hours and GB of volumes. The price book has no prices of domains yet: a manifest can state them. */
export function charges(input: FeatureInput<DomainFacts>): FeatureCharges {
  const stores = storesInUse<Domain>(input, 'opensearch-domains', 'opensearch-domain');
  return { charges: stores.flatMap((store) => domainCharges(input, store)), diagnostics: [] };
}

function domainCharges(input: FeatureInput<DomainFacts>, store: StoreInUse<Domain>): readonly Charge[] {
  const { owner, region, at, identity, declared } = store;
  const { data, masters, volume } = declared?.facts ?? statedDomain(store);
  const origin: Origin = declared === undefined ? 'declared' : 'iac';
  const common = {
    project: input.project,
    layer: 'features',
    feature: 'opensearch-domains',
    owner,
    region,
    at,
    kind: 'floor',
    notes: ['billed even when idle'],
    ...(identity === undefined ? {} : { identity }),
  } as const;
  const price = (dimension: string | Unknown): ChargeDraft['price'] =>
    isUnknown(dimension)
      ? { found: false, why: dimension.why }
      : priceOrOwn(input.prices, { subject: 'opensearch-domain', dimension, region });
  const number = (name: string, value: Decimal | Unknown): Factor | MissingFactor =>
    isUnknown(value)
      ? { name, missing: value.why }
      : factorFrom(origin, name, value.toFixed(), declared?.resource.at ?? at);
  const nodes = (component: string, { type, count }: Nodes) =>
    charge({
      ...common,
      component,
      ...(isUnknown(type) ? {} : { item: type }),
      unit: 'node-hours',
      factors: [number('nodes', count), hoursOf(input.month)],
      price: price(isUnknown(type) ? type : `node-hour-${type}`),
    });
  const list = [nodes('data nodes', data)];
  if (masters !== undefined) list.push(nodes('dedicated master nodes', masters));
  if (volume === undefined) return list;
  const factors = [number('nodes', data.count), number('GB per node', volume.size)];
  const dimension = isUnknown(volume.type) ? volume.type : `storage-${volume.type}`;
  list.push(charge({ ...common, component: 'volumes', unit: 'GB-months', factors, price: price(dimension) }));
  return list;
}

function statedDomain({ statements }: StoreInUse<Domain>): Domain {
  const stated = (statements[0]?.stated.content ?? {}) as DomainUsage;
  const size = stated.volume?.range.expected;
  return {
    kind: 'domain',
    data: {
      type: stated.instance_type ?? unknown('the instance type of its nodes is not stated'),
      count:
        stated.instances === undefined
          ? unknown('how many nodes it has is not stated')
          : decimal(stated.instances),
    },
    masters: undefined,
    volume: size === undefined ? undefined : { size, type: 'gp3' },
  };
}
