/** What a manifest states of single resources, against what the infrastructure code declares. */
import type { Manifest } from '../manifest/manifest.ts';
import { nearest } from '../manifest/nearest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import type { ResourceGraph } from './graph.ts';
import { typeIn } from './model-at-address.ts';

/** Usage that is stated for a resource that does not exist, and what takes the place of a charge. */
export function statedResources(manifest: Manifest | undefined, graph: ResourceGraph): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [address, entry] of manifest?.resources ?? []) {
    if (graph.find(address).length === 0) {
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
    } else if (entry.pricedBy !== undefined) {
      diagnostics.push({
        code: 'charge-replaced',
        severity: 'notice',
        message: `${address} is not priced here: the extra charge ${entry.pricedBy} covers it`,
        at: entry.at,
      });
    }
  }
  return diagnostics;
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
