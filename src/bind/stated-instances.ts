/** Resources of which the code does not say how many there are, where the manifest does. */
import type { Manifest, ResourceEntry } from '../manifest/manifest.ts';
import { Decimal } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { mapRange } from '../model/range.ts';
import type { Resource } from '../model/resource.ts';
import { unknown } from '../model/value.ts';
import { addressIndex, exactness } from './addresses.ts';

/**
 * The resources with each uncertain one as often as `instances` of its entry says. Those that are sure to be there are
 * like any other; of a range, the others stay uncertain and say how much of them each of its numbers
 * counts: of 0..1 the first counts not at all, half and whole.
 */
export function withStatedInstances(
  resources: readonly Resource[],
  manifest: Manifest | undefined,
): { readonly resources: readonly Resource[]; readonly diagnostics: readonly Diagnostic[] } {
  const entries = [...(manifest?.resources ?? [])].filter(([, { instances }]) => instances !== undefined);
  if (entries.length === 0) return { resources, diagnostics: [] };
  const index = addressIndex(resources, ({ address }) => [address]);
  const stated = new Map<Resource, ResourceEntry>();
  const diagnostics: Diagnostic[] = [];
  for (const [address, entry] of entries.toSorted(([a], [b]) => exactness(a) - exactness(b))) {
    const found = index.find(address);
    const open = found.filter(({ uncertain }) => uncertain !== undefined);
    for (const resource of open) stated.set(resource, entry);
    if (found.length > 0 && open.length === 0) diagnostics.push(needless(address, found.length, entry));
  }
  return {
    resources: resources.flatMap((resource) => {
      const entry = stated.get(resource);
      return entry === undefined ? [resource] : instancesOf(resource, entry);
    }),
    diagnostics,
  };
}

function needless(address: string, count: number, { at }: ResourceEntry): Diagnostic {
  const message = `instances is stated for ${address}, but the code itself says how many there are: ${count}. That holds.`;
  return { code: 'manifest-disagrees', severity: 'notice', message, at };
}

function instancesOf(resource: Resource, { instances }: ResourceEntry): readonly Resource[] {
  if (instances === undefined) return [resource];
  const { uncertain: _, ...certain } = resource;
  const { address, addressInRoot } = resource;
  const { low, high } = instances;
  return Array.from({ length: high.toNumber() }, (_each, index): Resource => {
    const suffix = high.gt(1) ? `[${index}]` : '';
    const named = {
      ...certain,
      address: address + suffix,
      ...(addressInRoot === undefined ? {} : { addressInRoot: addressInRoot + suffix }),
    };
    if (low.gt(index)) return named;
    return {
      ...named,
      uncertain: unknown(`the manifest says that there are ${low.toFixed()} to ${high.toFixed()}`),
      presence: mapRange(instances, (count) => Decimal.max(0, Decimal.min(1, count.minus(index)))),
    };
  });
}
