import type { Alternative } from '../../../model/alternative.ts';
import { decimal } from '../../../model/decimal.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import type { Declared } from '../../../model/workload.ts';
import { type Configuration, type LogFacts, type LogGroup, ofKind } from './targets.ts';

/** Days that logs are kept in the shorter of two common retentions. */
const SHORT = 30;

/** Prompts and answers left out of the logs, the cheaper class, a shorter retention. */
export function alternatives(input: FeatureInput<LogFacts>): readonly Alternative[] {
  return [
    ...ofKind(input.resources, 'configuration').flatMap(({ resource, feature, facts }) =>
      withoutBodies(resource.address, feature, facts),
    ),
    ...ofKind(input.resources, 'log-group').flatMap((group) => [
      ...infrequentAccess(group.resource.address, group.feature, group.facts),
      ...shorterRetention(group),
    ]),
  ];
}

function withoutBodies(address: string, feature: string, facts: Configuration): readonly Alternative[] {
  if (facts.delivers.text !== true) return [];
  const change: Configuration = { ...facts, delivers: { ...facts.delivers, text: false } };
  return [
    {
      kind: 'log-bodies',
      words: [{ name: address }, { plain: ': text_data_delivery_enabled = false' }],
      condition: 'nobody reads prompts and answers of production, or a sample of them is enough',
      about: address,
      resource: replacing(address, feature, { facts: change }),
    },
  ];
}

/** Ingestion at half the price (Amazon CloudWatch pricing page, 2026); the class of a log group cannot be changed later. */
function infrequentAccess(address: string, feature: string, facts: LogGroup): readonly Alternative[] {
  if (facts.logClass !== 'STANDARD') return [];
  return [
    {
      kind: 'log-class',
      words: [{ name: address }, { plain: ': log class INFREQUENT_ACCESS, in a new log group' }],
      condition: 'no metric filter, subscription or live tail hangs on it',
      about: address,
      resource: replacing(address, feature, { facts: { ...facts, logClass: 'INFREQUENT_ACCESS' } }),
    },
  ];
}

function shorterRetention({ resource, feature }: Declared<LogGroup>): readonly Alternative[] {
  const attribute = resource.vocabulary === 'terraform' ? 'retention_in_days' : 'RetentionInDays';
  const days = resource.attributes.entries.get(attribute);
  if (days?.kind !== 'number' || days.value.lte(SHORT)) return [];
  const kept = new Map([
    ...resource.attributes.entries,
    [attribute, { kind: 'number', value: decimal(SHORT) } as const],
  ]);
  const shorter = { ...resource, attributes: { kind: 'map', entries: kept } as const };
  return [
    {
      kind: 'log-retention',
      words: [{ name: resource.address }, { plain: `: logs kept for ${SHORT} days` }],
      condition: 'nobody asks for older ones',
      about: resource.address,
      resource: replacing(resource.address, feature, { resource: shorter }),
    },
  ];
}

function replacing(address: string, feature: string, by: Partial<Declared>) {
  return (other: Declared): Declared =>
    other.resource.address === address && other.feature === feature ? { ...other, ...by } : other;
}
