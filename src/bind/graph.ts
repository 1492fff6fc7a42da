import { type Resource, withoutInstance } from '../model/resource.ts';
import { isUnknown, type Unknown, type Value } from '../model/value.ts';
import { addressIndex } from './addresses.ts';
import type { MappedResource } from './map-resources.ts';
import { type SetVariable, setVariables } from './set-variables.ts';
import { type StoredParameters, storedParameters } from './stored-parameters.ts';

/** Mapped resources by address, and the edges between them that their references make. */
export interface ResourceGraph {
  /** What a person's address means: itself, all instances of a block, or the same address in several roots. */
  find(address: string): readonly MappedResource[];
  /** The same among all resources, also those that no feature bills or follows. */
  declared(address: string): readonly Resource[];
  /** What a reference in the code of a resource means: in its own root, or in that which the reference names. */
  resolve(reference: Unknown, from: Resource): readonly MappedResource[];
  /** What sets an environment variable, and to what. */
  setting(variable: string): readonly SetVariable[];
  /** What is kept in the Parameter Store. */
  readonly parameters: StoredParameters;
  /** The addresses that a resource refers to. */
  next(address: string): readonly string[];
  readonly all: readonly MappedResource[];
}

export function resourceGraph(
  mapped: readonly MappedResource[],
  resources: readonly Resource[] = mapped.map(({ resource }) => resource),
): ResourceGraph {
  const named = addressIndex(mapped, ({ resource }) => namesOf(resource));
  const declared = addressIndex(resources, namesOf);
  const exactly = new Map<string, MappedResource[]>();
  const inRoot = new Map<string, MappedResource[]>();
  for (const entry of mapped) {
    const { address, addressInRoot = address, root = '' } = entry.resource;
    push(exactly, address, entry);
    for (const name of new Set([addressInRoot, withoutInstance(addressInRoot)]))
      push(inRoot, `${root}\n${name}`, entry);
  }
  const resolve = ({ refersTo = '', root }: Unknown, from: Resource) =>
    inRoot.get(`${root ?? from.root ?? ''}\n${refersTo}`) ?? [];
  const addresses = (value: Value | undefined, from: Resource) =>
    value !== undefined && isUnknown(value)
      ? [...new Set(resolve(value, from).map((entry) => entry.resource.address))]
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
  return {
    find: (address) => exactly.get(address) ?? named.find(address),
    declared: (address) => declared.find(address),
    resolve,
    setting: setVariables(resources),
    parameters: storedParameters(resources),
    next: (address) => edges.get(address) ?? [],
    all: mapped,
  };
}

/** What a person may call a resource: as its root calls it, and a logical id without the stack it is in. */
export function namesOf({ address, addressInRoot = address, vocabulary }: Resource): readonly string[] {
  const slash = addressInRoot.lastIndexOf('/');
  const isNested = vocabulary === 'cloudformation' && slash >= 0;
  return [address, addressInRoot, ...(isNested ? [addressInRoot.slice(slash + 1)] : [])];
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
