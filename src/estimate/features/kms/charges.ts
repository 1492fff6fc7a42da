import { type Charge, charge } from '../../../model/charge.ts';
import { factorFrom } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import type { PriceAnswer } from '../../../model/price.ts';
import { resourceDraft, resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import { type Key, type KeyFacts, usedKeys } from './keys.ts';

/** Keys that a resource of Amazon Bedrock refers to, and others for which the manifest states usage. */
export function charges(input: FeatureInput<KeyFacts>): FeatureCharges {
  const used = usedKeys(input.resources);
  const made = input.resources
    .filter((one): one is Declared<Key> => one.facts.kind === 'key')
    .filter((key) => key.pricedBy === undefined && (key.usage !== undefined || used.has(key)))
    .flatMap((key) => keyCharges(input, key));
  return { charges: made, diagnostics: [] };
}

/** A key costs by the month, and each of its first two rotations adds as much (AWS KMS pricing page, 2026). */
function keyCharges(input: FeatureInput<KeyFacts>, key: Declared<Key>): readonly Charge[] {
  const { facts, resource, usage } = key;
  const common = resourceDraft(input, key, 'kms', 'operations');
  const price = (dimension: string) =>
    input.prices.price({ subject: 'kms', dimension, region: common.region });
  const rotation = facts.rotates ? ['each of its first two rotations adds as much again'] : [];
  const requests = statedFactor(usage, 'requests', 'requests', input.month) ?? {
    name: 'requests',
    missing: 'how often this key is used is not stated',
    hint: resourceLine(resource.address, 'requests: 100k per month'),
  };
  return [
    charge({
      ...common,
      component: 'key',
      kind: 'floor',
      unit: 'key-months',
      factors: [factorFrom('iac', 'key-months', 1, resource.at)],
      notes: ['billed even when idle', ...rotation],
      price: price('key'),
    }),
    charge({
      ...common,
      component: 'key requests',
      unit: 'requests',
      factors: [requests],
      price: requestPrice(facts.spec, price),
    }),
  ];
}

/** Requests with asymmetric keys have prices of their own. */
function requestPrice(spec: string | Unknown, price: (dimension: string) => PriceAnswer): PriceAnswer {
  if (isUnknown(spec)) return { found: false, why: `the kind of key is not known: ${spec.why}` };
  const plain = spec === 'SYMMETRIC_DEFAULT' || spec.startsWith('HMAC_');
  return price(plain ? 'request' : 'request-asymmetric');
}
