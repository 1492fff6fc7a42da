import type { Feature, Mapped } from '../model/feature.ts';
import type { Resource } from '../model/resource.ts';

/** A resource with what one feature reads in it. One resource may be mapped by several features. */
export interface MappedResource {
  readonly resource: Resource;
  readonly feature: string;
  readonly mapped: Mapped<unknown>;
}

/** Every resource that a feature bills or follows. The others are none of this product's business. */
export function mapResources(
  resources: readonly Resource[],
  features: readonly Feature[],
): readonly MappedResource[] {
  const byType = new Map<
    string,
    { readonly feature: Feature; readonly map: NonNullable<ReturnType<typeof mappingOf>> }[]
  >();
  return resources.flatMap((resource) => {
    const key = `${resource.vocabulary} ${resource.type}`;
    let mappings = byType.get(key);
    if (mappings === undefined) {
      mappings = features.flatMap((feature) => {
        const map = mappingOf(feature, resource);
        return map === undefined ? [] : [{ feature, map }];
      });
      byType.set(key, mappings);
    }
    return mappings.flatMap(({ feature, map }) => {
      const mapped = map(resource);
      return mapped === undefined ? [] : [{ resource, feature: feature.id, mapped }];
    });
  });
}

function mappingOf(feature: Feature, resource: Resource) {
  const mappings = feature.mappings?.[resource.vocabulary];
  return mappings !== undefined && Object.hasOwn(mappings, resource.type)
    ? mappings[resource.type]
    : undefined;
}
