/** The resources that a workload names by their addresses. */
import type { ManifestWorkload, NamedResource } from '../manifest/manifest.ts';
import { nearest } from '../manifest/nearest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { addressInYaml, addressLine } from '../model/resource-usage.ts';
import { type Unknown, unknown } from '../model/value.ts';
import { type ResourceGraph, reachable } from './graph.ts';
import type { MappedResource } from './map-resources.ts';
import { typeIn } from './model-at-address.ts';
import type { Joined } from './parts.ts';
import { resourcesNamed } from './resources-at-place.ts';

/** A key of a workload, with what stands there. */
interface Named {
  readonly key: 'agent' | 'knowledge_base' | 'uses';
  readonly named: NamedResource;
}

/** What a workload names, and everything that those refer to. A name that means nothing is an error. */
export function usedResources(
  stated: ManifestWorkload,
  { graph, parts: { sources } }: Joined,
  diagnostics: Diagnostic[],
): readonly MappedResource[] {
  const starts = namedIn(stated).flatMap((one) => {
    const { found, words, why } = resourcesNamed(one.named, graph, sources);
    if (found.length === 0) diagnostics.push(unmatched(stated, one.key, words, why, graph));
    return [...new Set(found.map((entry) => entry.resource.address))];
  });
  return reachable(graph, starts);
}

/** Models are called where their agent runs: undefined where no agent says so, unknown where several disagree. */
export function regionOfAgents(
  stated: ManifestWorkload,
  { graph, parts: { sources } }: Joined,
  diagnostics: Diagnostic[],
): string | Unknown | undefined {
  if (stated.agent === undefined) return undefined;
  const { found } = resourcesNamed(stated.agent, graph, sources);
  const regions = found.map(({ resource }) => resource.region);
  const names = [...new Set(regions.filter((region) => typeof region === 'string'))].sort();
  const [only, ...others] = names;
  if (only === undefined || others.length === 0) return only;
  const at = stated.locate('agent');
  const why = `the agents of ${stated.name} run in ${names.join(' and ')}`;
  const hint = `region: ${only}`;
  diagnostics.push({ code: 'binding-ambiguous', severity: 'error', message: why, at, hint });
  return unknown(why, { at });
}

function namedIn({ agent, knowledgeBase, uses }: ManifestWorkload): readonly Named[] {
  return [
    ...(agent === undefined ? [] : [{ key: 'agent', named: agent } as const]),
    ...(knowledgeBase === undefined ? [] : [{ key: 'knowledge_base', named: knowledgeBase } as const]),
    ...uses.map((named) => ({ key: 'uses', named }) as const),
  ];
}

function unmatched(
  stated: ManifestWorkload,
  key: Named['key'],
  words: string,
  why: string | undefined,
  graph: ResourceGraph,
): Diagnostic {
  const candidates = candidatesFor(key, words, graph);
  const [first] = candidates;
  const listed =
    candidates.length === 0 ? '' : `; it declares ${candidates.slice(0, 4).join(', ')}${more(candidates)}`;
  const line =
    first === undefined
      ? 'the address of a resource that the infrastructure code declares'
      : key === 'knowledge_base'
        ? `knowledge_base: { address: ${addressInYaml(first)} }`
        : addressLine(key, first);
  const message =
    why === undefined
      ? `${key} of ${stated.name} names ${words}, which the infrastructure code does not declare${listed}`
      : `${key} of ${stated.name} is ${words}, and ${why}${listed}`;
  return { code: 'binding-unmatched', severity: 'error', message, at: stated.locate(key), hint: line };
}

function more({ length }: readonly string[]): string {
  return length > 4 ? ` and ${length - 4} more` : '';
}

/** What could be meant: resources of the same type, else of the kind that the key takes; the nearest name first. */
function candidatesFor(key: Named['key'], address: string, graph: ResourceGraph): readonly string[] {
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
