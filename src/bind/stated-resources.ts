/** What a manifest states of single resources, against what the infrastructure code declares. */
import type { Manifest, ResourceEntry, UnreadableEntry } from '../manifest/manifest.ts';
import { nearest } from '../manifest/nearest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Resource } from '../model/resource.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import { addressIndex } from './addresses.ts';
import { namesOf, type ResourceGraph } from './graph.ts';
import { typeIn } from './model-at-address.ts';

export interface StatedResources {
  readonly diagnostics: readonly Diagnostic[];
  /** Entries with a fault that shows only beside the infrastructure code: their resources are not gone. */
  readonly unreadable: readonly UnreadableEntry[];
}

/**
 * Usage that is stated for a resource that does not exist or has no such usage, and what takes the place of a charge.
 * `resources` are all that the code declares, those too of which the manifest says that there are none.
 */
export function statedResources(
  manifest: Manifest | undefined,
  graph: ResourceGraph,
  resources: readonly Resource[],
): StatedResources {
  const diagnostics: Diagnostic[] = [];
  const unreadable: UnreadableEntry[] = [];
  const index = addressIndex(resources, namesOf);
  for (const [address, entry] of manifest?.resources ?? []) {
    const mapped = graph.find(address).map(({ resource }) => resource);
    const found = mapped.length > 0 ? mapped : index.find(address);
    const faults = faultsOf(entry, found);
    if (faults.length > 0) {
      diagnostics.push(...faults);
      unreadable.push({ kind: 'resource', name: address, at: entry.at });
    }
    if (found.length === 0) {
      const candidates = alike(address, graph);
      const [first] = candidates;
      const listed = first === undefined ? '' : `; it declares ${candidates.slice(0, 4).join(', ')}`;
      diagnostics.push({
        code: 'binding-unmatched',
        severity: 'warning',
        message: `resources names ${address}, which the infrastructure code does not declare${listed}`,
        at: entry.at,
        ...(first === undefined ? {} : { hint: `${addressInYaml(first)}:` }),
      });
    } else if (mapped.length === 0 && entry.instances?.high.isZero() === true) {
      diagnostics.push({
        code: 'resource-absent',
        severity: 'notice',
        message: `${address} is not priced: the manifest says that there are 0 of it`,
        at: entry.at,
      });
    } else if (mapped.length === 0 && faults.length === 0) {
      diagnostics.push({
        code: 'binding-unmatched',
        severity: 'warning',
        message: `resources names ${address}, which is ${typesOf(found)}: nothing of it is priced here`,
        at: entry.at,
      });
    } else if (entry.pricedBy !== undefined) {
      diagnostics.push({
        code: 'charge-replaced',
        severity: 'notice',
        message: `${address} is not priced here: the extra charge ${entry.pricedBy} covers it`,
        at: entry.at,
      });
    }
  }
  return { diagnostics, unreadable };
}

/** Of an address with `*`, one type that has the usage is enough. */
function faultsOf(entry: ResourceEntry, found: readonly Resource[]): readonly Diagnostic[] {
  const [first, ...others] = [...new Set(found.map(({ type }) => type))];
  const faults = entry.faultsOf(first);
  return others.some((type) => entry.faultsOf(type).length === 0) ? [] : faults;
}

function typesOf(found: readonly Resource[]): string {
  return [...new Set(found.map(({ type }) => `an ${type}`))].join(' and ');
}

/** Resources of the type that the address shows, the nearest name first; without a type, that name alone. */
function alike(address: string, graph: ResourceGraph): readonly string[] {
  const type = typeIn(address);
  const all = [...new Set(graph.all.map(({ resource }) => resource))]
    .filter((resource) => type === undefined || resource.type === type)
    .map((resource) => resource.address);
  const meant = nearest(address, all);
  if (type === undefined) return meant === undefined ? [] : [meant];
  return meant === undefined ? all : [meant, ...all.filter((other) => other !== meant)];
}
