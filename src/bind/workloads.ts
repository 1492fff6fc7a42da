import type { Manifest, ManifestWorkload } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { DEFAULT_MONTH } from '../model/month.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import { monthly } from '../model/stated.ts';
import type { Unknown } from '../model/value.ts';
import type { Workload } from '../model/workload.ts';
import { bindCalls } from './calls.ts';
import { reservedBy } from './capacity.ts';
import { type ResourceGraph, reachable } from './graph.ts';
import type { MappedResource } from './map-resources.ts';
import { regionDiagnostics } from './model-region.ts';
import type { ProjectParts } from './parts.ts';

/** A workload before its resources know who uses them. */
export interface BoundWorkload extends Omit<Workload, 'uses'> {
  readonly uses: readonly MappedResource[];
}

export interface BoundWorkloads {
  readonly workloads: readonly BoundWorkload[];
  /** Names of workloads by the address that they use. */
  readonly usedBy: ReadonlyMap<string, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
}

export function bindWorkloads(
  parts: ProjectParts,
  graph: ResourceGraph,
  region: string | Unknown,
  reservingKeys: readonly string[],
): BoundWorkloads {
  const diagnostics: Diagnostic[] = [];
  const usedBy = new Map<string, string[]>();
  const { manifest } = parts;
  const workloads = (manifest?.workloads ?? []).map((stated) => {
    const uses = usedResources(stated, graph, diagnostics);
    for (const address of new Set(uses.map((entry) => entry.resource.address))) {
      usedBy.set(address, [...(usedBy.get(address) ?? []), stated.name]);
    }
    return bindWorkload(stated, manifest, parts, graph, uses, region, reservingKeys, diagnostics);
  });
  return { workloads, usedBy, diagnostics };
}

function bindWorkload(
  stated: ManifestWorkload,
  manifest: Manifest | undefined,
  parts: ProjectParts,
  graph: ResourceGraph,
  uses: readonly MappedResource[],
  region: string | Unknown,
  reservingKeys: readonly string[],
  diagnostics: Diagnostic[],
): BoundWorkload {
  const month = manifest?.month ?? DEFAULT_MONTH;
  const requests =
    stated.requests === undefined
      ? {}
      : {
          requests: {
            range: monthly(stated.requests, month),
            origin: 'declared' as const,
            at: stated.locate('requests'),
          },
        };
  const own =
    stated.region ??
    agentRegion(stated, uses) ??
    (typeof region === 'string' ? region : firstRegion(uses)) ??
    region;
  const calls = bindCalls(
    stated,
    parts,
    graph,
    uses,
    reservedBy(stated.name, stated.sections, reservingKeys, uses),
    diagnostics,
  );
  for (const one of calls) diagnostics.push(...regionDiagnostics(one, own));
  return {
    name: stated.name,
    at: stated.at,
    region: own,
    ...(stated.environment === undefined ? {} : { environment: stated.environment }),
    ...(stated.renamedFrom === undefined ? {} : { renamedFrom: stated.renamedFrom }),
    ...requests,
    calls,
    sections: stated.sections,
    uses,
  };
}

/** What a workload names, and everything that those refer to. */
function usedResources(
  stated: ManifestWorkload,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): readonly MappedResource[] {
  const starts: string[] = [];
  for (const { key, address } of namedAddresses(stated)) {
    const found = new Set(graph.find(address).map((entry) => entry.resource.address));
    if (found.size === 0) diagnostics.push(unmatched(stated, key, address, graph));
    if (found.size > 1) diagnostics.push(ambiguous(stated, key, address, [...found]));
    starts.push(...found);
  }
  return reachable(graph, starts);
}

/** Every resource that a workload names, with the key under which it does. */
function namedAddresses(stated: ManifestWorkload) {
  return [
    ...(stated.agent === undefined ? [] : [{ key: 'agent', address: stated.agent }]),
    ...(stated.knowledgeBase === undefined ? [] : [{ key: 'knowledge_base', address: stated.knowledgeBase }]),
    ...stated.uses.map((address) => ({ key: 'uses', address })),
  ];
}

function unmatched(stated: ManifestWorkload, key: string, address: string, graph: ResourceGraph): Diagnostic {
  const type = /(?:^|[.:])(aws(?:cc)?_[a-z0-9_]+)\./.exec(address)?.[1];
  const alike = [...new Set(graph.all.map((entry) => entry.resource))]
    .filter((resource) => resource.type === type)
    .map((resource) => resource.address);
  const [first] = alike;
  return {
    code: 'binding-unmatched',
    severity: 'error',
    message: `${key} of ${stated.name} names ${address}, which the infrastructure code does not declare`,
    at: stated.locate(key),
    hint:
      first === undefined
        ? 'the address as the infrastructure code has it, for example aws_bedrockagent_agent.support'
        : addressLine(key, first),
  };
}

function ambiguous(
  stated: ManifestWorkload,
  key: string,
  address: string,
  found: readonly string[],
): Diagnostic {
  return {
    code: 'binding-ambiguous',
    severity: 'warning',
    message: `${key} of ${stated.name} names ${address}, which has ${found.length} instances; the model of the first is taken`,
    at: stated.locate(key),
    hint: addressLine(key, found[0] ?? address),
  };
}

/** The line that names a resource; `uses` takes a list. */
function addressLine(key: string, address: string): string {
  const text = addressInYaml(address);
  return key === 'uses' ? `uses: [${text}]` : `${key}: ${text}`;
}

/** Models are called where their agent runs. */
function agentRegion(stated: ManifestWorkload, uses: readonly MappedResource[]): string | undefined {
  const region = stated.agent === undefined ? undefined : uses[0]?.resource.region;
  return typeof region === 'string' ? region : undefined;
}

function firstRegion(uses: readonly MappedResource[]): string | undefined {
  return uses.map((entry) => entry.resource.region).find((region) => typeof region === 'string');
}
