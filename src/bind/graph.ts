import { isUnknown, type Value } from '../model/value.ts';
import type { MappedResource } from './map-resources.ts';

/** Mapped resources by address, and the edges between them that their references make. */
export interface ResourceGraph {
  /** What an address means: itself, or all instances of a block that has several. */
  find(address: string): readonly MappedResource[];
  /** The addresses that a resource refers to. */
  next(address: string): readonly string[];
  readonly all: readonly MappedResource[];
}

export function resourceGraph(mapped: readonly MappedResource[]): ResourceGraph {
  const byAddress = new Map<string, MappedResource[]>();
  const byBlock = new Map<string, MappedResource[]>();
  for (const entry of mapped) {
    push(byAddress, entry.resource.address, entry);
    const block = withoutInstance(entry.resource.address);
    if (block !== entry.resource.address) push(byBlock, block, entry);
  }
  const find = (address: string) => byAddress.get(address) ?? byBlock.get(address) ?? [];
  const edges = new Map<string, string[]>();
  for (const { resource, mapped: facts } of mapped) {
    for (const link of facts.links ?? []) {
      const starts = link.from === undefined ? [resource.address] : addresses(link.from, find);
      for (const start of starts) {
        // The association itself is on the way, so that it counts as used.
        if (link.from !== undefined) push(edges, start, resource.address);
        for (const target of addresses(link.to, find)) push(edges, link.from === undefined ? start : resource.address, target);
      }
    }
  }
  return { find, next: (address) => edges.get(address) ?? [], all: mapped };
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

function addresses(value: Value | undefined, find: ResourceGraph['find']): readonly string[] {
  if (value === undefined || !isUnknown(value) || value.refersTo === undefined) return [];
  return [...new Set(find(value.refersTo).map((entry) => entry.resource.address))];
}

/** `aws_x.y[0]` and `aws_x.y["a"]` are instances of the block `aws_x.y`. */
export function withoutInstance(address: string): string {
  if (!address.endsWith(']')) return address;
  const start = address.lastIndexOf('[');
  return start > 0 ? address.slice(0, start) : address;
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
