import type { Alternative } from '../../../model/alternative.ts';
import { type Decimal, decimal, ZERO } from '../../../model/decimal.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Words } from '../../../model/words.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import { type Collection, classicFloor } from './collections.ts';
import type { StoreUsage } from './pools.ts';

const STORE_SECTION = 'knowledge_base.vector_store';

/** Environments that may be gone for a while, and that sleep at night. */
const NOT_PRODUCTION = /^(?:dev|test|stag|sandbox|preview|demo|qa)/i;

/** Eight hours on 22 days, of 730: how long a development environment is asked in a month. */
const AWAKE = decimal(8 * 22).div(730);

/**
 * For collections whose workloads say that they are no production: no standby replicas, and a collection group of the
 * next generation, which bills no capacity after ten idle minutes (Amazon OpenSearch Service, launched 2026-05-28).
 */
export function alternatives(input: FeatureInput<Collection>): readonly Alternative[] {
  return [
    ...input.resources.flatMap((declared) => ofCollection(declared, input.workloads)),
    ...input.workloads.flatMap(ofStatedStore),
  ];
}

function ofCollection(
  { resource, feature, facts, usage, usedBy, pricedBy }: Declared<Collection>,
  workloads: readonly Workload[],
): readonly Alternative[] {
  const users = workloads.filter(({ name }) => usedBy.includes(name));
  const isClassic = facts.kind === 'collection' && facts.group === undefined && pricedBy === undefined;
  if (!isClassic || users.length === 0 || !users.every(isDevelopment)) return [];
  const { address } = resource;
  const changed = (to: Partial<Declared>) => (other: Declared) =>
    other.resource.address === address && other.feature === feature ? { ...other, ...to } : other;
  const floor = classicFloor(facts.standby);
  const stated = (usage?.content ?? {}) as StoreUsage;
  const where = [{ name: address }];
  return [
    ...(facts.standby === true
      ? [{ ...withoutStandby(where, address), resource: changed({ facts: { ...facts, standby: false } }) }]
      : []),
    ...(isUnknown(floor) || stated.ocus !== undefined
      ? []
      : [
          {
            ...nextGeneration(where, address),
            resource: changed({
              usage: { content: asleep(stated, floor), at: (...path) => usage?.at(...path) ?? resource.at },
            }),
          },
        ]),
  ];
}

/** A store that only the manifest declares. */
function ofStatedStore(workload: Workload): readonly Alternative[] {
  const section = workload.sections.get(STORE_SECTION);
  const content = section?.content as (StoreUsage & { readonly type?: string }) | undefined;
  const isBound = workload.uses.some(({ role }) => role === 'vector-store');
  if (
    section === undefined ||
    content?.type !== 'opensearch-serverless' ||
    isBound ||
    !isDevelopment(workload)
  )
    return [];
  const where = [{ name: workload.name }, { plain: ' vector store' }];
  const about = `${workload.name}/vector store`;
  const standby = content.standby_replicas !== 'disabled';
  const floor = classicFloor(standby);
  const having = (other: StoreUsage) => [withStore(workload, { ...section, content: other })];
  // The floor is shared with other stores, so the whole project is priced.
  const resource = (declared: Declared) => declared;
  return [
    ...(standby
      ? [
          {
            ...withoutStandby(where, about),
            workloads: having({ ...content, standby_replicas: 'disabled' }),
            resource,
          },
        ]
      : []),
    ...(isUnknown(floor) || content.ocus !== undefined
      ? []
      : [{ ...nextGeneration(where, about), workloads: having(asleep(content, floor)), resource }]),
  ];
}

function withoutStandby(where: readonly Words[], about: string) {
  return {
    kind: 'standby-replicas',
    words: [...where, { plain: ': without standby replicas' }],
    condition: 'it may be gone for a while together with its availability zone',
    about,
  };
}

function nextGeneration(where: readonly Words[], about: string) {
  return {
    kind: 'next-generation',
    words: [...where, { plain: ': in a collection group of generation NEXTGEN' }],
    condition: 'it is asked in working hours, 8 hours on 22 days, and is idle in the others',
    about,
  };
}

/** No floor, and as many units as the floor had while it is awake; all of the time at worst. */
function asleep<Usage extends StoreUsage>(usage: Usage, floor: Decimal): Usage {
  const range = { low: ZERO, expected: floor.times(AWAKE), high: floor };
  return { ...usage, ocus: { range }, shares_ocus_with: 'its collection group' };
}

function withStore(workload: Workload, section: Section): Workload {
  return { ...workload, sections: new Map([...workload.sections, [STORE_SECTION, section]]) };
}

function isDevelopment({ environment }: Workload): boolean {
  return environment !== undefined && NOT_PRODUCTION.test(environment);
}
