import { type Resource, withoutInstance } from '../model/resource.ts';
import { isUnknown, type Value } from '../model/value.ts';
import type { MappedResource } from './map-resources.ts';

/** Mapped resources by address, and the edges between them that their references make. */
export interface ResourceGraph {
  /** What a person's address means: itself, all instances of a block, or the same address in several roots. */
  find(address: string): readonly MappedResource[];
  /** What a reference in the code of a resource means: only its own root is looked at. */
  resolve(reference: string, from: Resource): readonly MappedResource[];
  /** The addresses that a resource refers to. */
  next(address: string): readonly string[];
  readonly all: readonly MappedResource[];
}

export function resourceGraph(mapped: readonly MappedResource[]): ResourceGraph {
  const named = new Map<string, MappedResource[]>();
  const inRoot = new Map<string, MappedResource[]>();
  for (const entry of mapped) {
    const { address, addressInRoot = address, root = '' } = entry.resource;
    const names = new Set([address, withoutInstance(address), addressInRoot, withoutInstance(addressInRoot)]);
    for (const name of names) push(named, name, entry);
    for (const name of new Set([addressInRoot, withoutInstance(addressInRoot)]))
      push(inRoot, `${root}\n${name}`, entry);
  }
  const find = (address: string) => named.get(address) ?? [];
  const resolve = (reference: string, from: Resource) => inRoot.get(`${from.root ?? ''}\n${reference}`) ?? [];
  const addresses = (value: Value | undefined, from: Resource) =>
    value !== undefined && isUnknown(value) && value.refersTo !== undefined
      ? [...new Set(resolve(value.refersTo, from).map((entry) => entry.resource.address))]
      : [];
  const edges = new Map<string, string[]>();
  for (const { resource, mapped: facts } of mapped) {
    for (const link of facts.links ?? []) {
      const starts = link.from === undefined ? [resource.address] : addresses(link.from, resource);
      for (const start of starts) {
        // The association itself is on the way, so that it counts as used.
        if (link.from !== undefined) push(edges, start, resource.address);
        for (const target of addresses(link.to, resource))
          push(edges, link.from === undefined ? start : resource.address, target);
      }
    }
  }
  return { find, resolve, next: (address) => edges.get(address) ?? [], all: mapped };
}

/** Everything that can be reached from some addresses, nearest first, each once. */
export function reachable(graph: ResourceGraph, from: readonly string[]): readonly MappedResource[] {
  const seen = new Set(from);
  const queue = [...from];
  const found: MappedResource[] = [];
  for (let index = 0; index < queue.length; index++) {
    const address = queue[index] ?? '';
    found.push(...graph.find(address));
    for (const target of graph.next(address)) {
      if (seen.has(target)) continue;
      seen.add(target);
      queue.push(target);
    }
  }
  return found;
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
