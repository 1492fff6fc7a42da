import { type Resource, withoutInstance } from './resource.ts';
import { isUnknown, type Value } from './value.ts';

/**
 * A lookup of the resources that a value in the attributes of another one refers to: itself, or every instance of
 * the block. A value that is no reference, or leads elsewhere, finds none. Constant time for each lookup.
 */
export function targetsAmong<Item extends { readonly resource: Resource }>(
  candidates: readonly Item[],
): (value: Value | undefined, from: Resource) => readonly Item[] {
  const found = new Map<string, Item[]>();
  for (const candidate of candidates) {
    const { address, addressInRoot = address, root } = candidate.resource;
    for (const name of new Set([addressInRoot, withoutInstance(addressInRoot)])) {
      const key = keyOf(root, name);
      const list = found.get(key);
      if (list === undefined) found.set(key, [candidate]);
      else list.push(candidate);
    }
  }
  return (value, from) => {
    if (value === undefined || !isUnknown(value) || value.refersTo === undefined) return [];
    return found.get(keyOf(value.root ?? from.root, value.refersTo)) ?? [];
  };
}

function keyOf(root: string | undefined, address: string): string {
  return `${root ?? ''}\n${address}`;
}
