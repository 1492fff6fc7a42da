import { modelIdOf } from '../model/model-reference.ts';
import type { Tier } from '../model/price.ts';
import { isUnknown } from '../model/value.ts';
import type { Section } from '../model/workload.ts';
import type { MappedResource } from './map-resources.ts';
import type { ServedModel } from './model-choice.ts';

/** Capacity that a workload reserves, and the model that it serves; any model where that is not known. */
export interface Reserved {
  readonly name: string;
  readonly model: string | undefined;
}

/** What a workload reserves: in sections of its own, and among the resources that it uses. */
export function reservedBy(
  name: string,
  sections: ReadonlyMap<string, Section>,
  reservingKeys: readonly string[],
  uses: readonly MappedResource[],
): readonly Reserved[] {
  const stated = reservingKeys.flatMap((key) => {
    const content = sections.get(key)?.content as { readonly model?: unknown } | undefined;
    if (content === undefined) return [];
    return [
      { name: `${name} ${key}`, model: typeof content.model === 'string' ? plain(content.model) : undefined },
    ];
  });
  const used = uses
    .filter((entry) => entry.mapped.reservesCapacity === true)
    .map(({ resource, mapped }) => {
      const id = modelIdOf(mapped.model);
      return { name: resource.address, model: id === undefined || isUnknown(id) ? undefined : plain(id) };
    });
  // Units that are stated beside those of the code are these.
  return [...used, ...stated];
}

/**
 * A call of a model for which capacity is reserved is served by it, and so is one of a provisioned model's ARN. Only
 * the standard tier runs on it; the id of an inference profile is another id than that of its model.
 */
export function reservedFor(served: ServedModel, reserved: readonly Reserved[], tier: Tier): ServedModel {
  const { id } = served.choice;
  if (served.capacity !== undefined || isUnknown(id)) return served;
  const isProvisioned = id.includes(':provisioned-model/');
  if (!isProvisioned && tier !== 'standard') return served;
  const capacity = reserved.find(({ model }) => isProvisioned || model === undefined || model === plain(id));
  return capacity === undefined ? served : { ...served, capacity: [capacity.name] };
}

/** The id at the end of an ARN. */
function plain(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).trim();
}
