import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { ZERO } from '../../../model/decimal.ts';
import { factorFrom } from '../../../model/factors.ts';
import { exactly, isNothing, multiplyRanges, NOTHING, type Range } from '../../../model/range.ts';
import { resourceLine, statedUsage } from '../../../model/resource-usage.ts';
import type { StoreInUse } from '../../../model/stores.ts';
import { isUnknown, type Unknown, unknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import type { AuroraFacts, Cluster, ClusterInstance } from './facts.ts';

export interface Capacity {
  /** What is billed even when idle: units of each instance, and instances. Empty where it pauses. */
  readonly floor: readonly (Factor | MissingFactor)[];
  /** The product of the floor's factors. */
  readonly units: Range | Unknown;
  /** False where more than the floor is never used. */
  readonly scales: boolean;
  /** Instances with a size of their own, by class. */
  readonly provisioned: ReadonlyMap<string, number>;
}

/** The capacity of a cluster in code, from its minimum and its instances. */
export function declaredCapacity(
  cluster: Declared<Cluster>,
  instances: readonly Declared<AuroraFacts>[],
): Capacity {
  const { facts, resource } = cluster;
  const own = instances
    .map((instance) => instance.facts)
    .filter((fact): fact is ClusterInstance => fact.kind === 'instance');
  const serverless = own.filter(({ class: size }) => size === 'db.serverless').length;
  const provisioned = new Map<string, number>();
  for (const { class: size } of own) {
    if (isUnknown(size) || size === 'db.serverless') continue;
    provisioned.set(size, (provisioned.get(size) ?? 0) + 1);
  }
  const unclear = own.map(({ class: size }) => size).find(isUnknown);
  const uncertain = instances.map((instance) => instance.resource.uncertain).find(isUnknown);
  const unit = facts.isFirstVersion
    ? unknown('capacity of Aurora Serverless v1 is not priced')
    : (facts.minimum ?? (serverless > 0 ? unknown('its minimum capacity is not stated') : ZERO));
  const count =
    unclear !== undefined
      ? unknown(`the class of an instance is not known: ${unclear.why}`)
      : uncertain !== undefined
        ? unknown(`how many instances there are is not known: ${uncertain.why}`)
        : countOf(facts, serverless, own.length);
  const reason = [unit, count].find(isUnknown);
  const hint = resourceLine(resource.address, 'acus: 0.5');
  if (isUnknown(unit) || isUnknown(count)) {
    const missing = `its capacity floor is not known: ${reason?.why ?? ''}`;
    return {
      floor: [{ name: 'ACUs', missing, hint }],
      units: reason ?? unknown(missing),
      scales: true,
      provisioned,
    };
  }
  const units = exactly(unit.times(count));
  const floor = isNothing(units)
    ? []
    : [
        factorFrom('iac', 'ACUs', unit.toFixed(), resource.at),
        factorFrom('iac', 'instances', count, resource.at),
      ];
  const { maximum } = facts;
  const fixed = maximum !== undefined && !isUnknown(maximum) && maximum.lte(unit);
  return { floor, units, scales: count > 0 && !fixed, provisioned };
}

function countOf(facts: Cluster, serverless: number, all: number): number | Unknown {
  if (all === 0 && !facts.isFirstVersion) return unknown('no instance of it is declared');
  return facts.isFirstVersion ? 1 : serverless;
}

/** The capacity of a cluster that only a manifest states. */
export function statedCapacity({ statements, at }: StoreInUse<Cluster>): Capacity {
  const stated = statements[0]?.stated;
  const minimum = statedUsage(stated, 'min_acus')?.range;
  const content = stated?.content as { readonly instances?: number } | undefined;
  const count = content?.instances ?? 1;
  const none = { provisioned: new Map<string, number>(), scales: true };
  if (minimum === undefined || isNothing(minimum)) return { ...none, floor: [], units: NOTHING };
  const floor = [
    factorFrom('declared', 'ACUs', minimum, stated?.at('min_acus') ?? at),
    factorFrom(content?.instances === undefined ? 'assumed' : 'declared', 'instances', count, at),
  ];
  return { ...none, floor, units: multiplyRanges(minimum, exactly(count)) };
}
