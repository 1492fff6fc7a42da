import type { Manifest, ManifestWorkload } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { DEFAULT_MONTH } from '../model/month.ts';
import { monthly } from '../model/stated.ts';
import type { Unknown } from '../model/value.ts';
import type { Workload } from '../model/workload.ts';
import { bindCalls } from './calls.ts';
import { reservedBy } from './capacity.ts';
import type { ResourceGraph } from './graph.ts';
import type { MappedResource } from './map-resources.ts';
import { regionDiagnostics } from './model-region.ts';
import { regionOfAgents, usedResources } from './named-resources.ts';
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
    const uses = usedResources(stated, { parts, graph }, diagnostics);
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
    regionOfAgents(stated, { parts, graph }, diagnostics) ??
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

function firstRegion(uses: readonly MappedResource[]): string | undefined {
  return uses.map((entry) => entry.resource.region).find((region) => typeof region === 'string');
}
