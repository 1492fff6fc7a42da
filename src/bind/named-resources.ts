/** The resources that a workload names by their addresses. */
import type { ManifestWorkload } from '../manifest/manifest.ts';
import { nearest } from '../manifest/nearest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { addressInYaml, addressLine } from '../model/resource-usage.ts';
import { type Unknown, unknown } from '../model/value.ts';
import { type ResourceGraph, reachable } from './graph.ts';
import type { MappedResource } from './map-resources.ts';
import { typeIn } from './model-at-address.ts';

/** A key of a workload, with an address that stands there. */
interface Named {
  readonly key: 'agent' | 'knowledge_base' | 'uses';
  readonly address: string;
}

/** What a workload names, and everything that those refer to. A name that means nothing is an error. */
export function usedResources(
  stated: ManifestWorkload,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): readonly MappedResource[] {
  const starts = namedAddresses(stated).flatMap((named) => {
    const found = [...new Set(graph.find(named.address).map((entry) => entry.resource.address))];
    if (found.length === 0) diagnostics.push(unmatched(stated, named, graph));
    return found;
  });
  return reachable(graph, starts);
}

/** Models are called where their agent runs: undefined where no agent says so, unknown where several disagree. */
export function regionOfAgents(
  stated: ManifestWorkload,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): string | Unknown | undefined {
  if (stated.agent === undefined) return undefined;
  const regions = graph.find(stated.agent).map(({ resource }) => resource.region);
  const names = [...new Set(regions.filter((region) => typeof region === 'string'))].sort();
  const [only, ...others] = names;
  if (only === undefined || others.length === 0) return only;
  const at = stated.locate('agent');
  const why = `the agents of ${stated.name} run in ${names.join(' and ')}`;
  const hint = `region: ${only}`;
  diagnostics.push({ code: 'binding-ambiguous', severity: 'error', message: why, at, hint });
  return unknown(why, { at });
}

function namedAddresses(stated: ManifestWorkload): readonly Named[] {
  const { agent, knowledgeBase, uses } = stated;
  return [
    ...(agent === undefined ? [] : [{ key: 'agent', address: agent } as const]),
    ...(knowledgeBase === undefined ? [] : [{ key: 'knowledge_base', address: knowledgeBase } as const]),
    ...uses.map((address) => ({ key: 'uses', address }) as const),
  ];
}

function unmatched(stated: ManifestWorkload, named: Named, graph: ResourceGraph): Diagnostic {
  const { key, address } = named;
  const candidates = candidatesFor(named, graph);
  const [first] = candidates;
  const listed =
    candidates.length === 0 ? '' : `; it declares ${candidates.slice(0, 4).join(', ')}${more(candidates)}`;
  const line =
    first === undefined
      ? 'the address of a resource that the infrastructure code declares'
      : key === 'knowledge_base'
        ? `knowledge_base: { address: ${addressInYaml(first)} }`
        : addressLine(key, first);
  return {
    code: 'binding-unmatched',
    severity: 'error',
    message: `${key} of ${stated.name} names ${address}, which the infrastructure code does not declare${listed}`,
    at: stated.locate(key),
    hint: line,
  };
}

function more({ length }: readonly string[]): string {
  return length > 4 ? ` and ${length - 4} more` : '';
}

/** What could be meant: resources of the same type, else of the kind that the key takes; the nearest name first. */
function candidatesFor({ key, address }: Named, graph: ResourceGraph): readonly string[] {
  const type = typeIn(address);
  const addresses = (fits: (entry: MappedResource) => boolean) => [
    ...new Set(graph.all.filter(fits).map(({ resource }) => resource.address)),
  ];
  const alike = addresses(({ resource }) => resource.type === type);
  const found =
    alike.length > 0
      ? alike
      : addresses(({ mapped }) => {
          if (key === 'agent') return mapped.callsModel === true;
          if (key === 'knowledge_base') return mapped.role === 'knowledge-base';
          return type === undefined && mapped.supporting !== true;
        });
  const meant = nearest(address, found);
  return meant === undefined ? found : [meant, ...found.filter((other) => other !== meant)];
}
