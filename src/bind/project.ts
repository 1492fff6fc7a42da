/** Joins what a manifest says with what the infrastructure code declares and the application code names. */
import type { Manifest, ResourceEntry, UnreadableEntry } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Feature } from '../model/feature.ts';
import { DEFAULT_MONTH, type Month } from '../model/month.ts';
import type { StatedSource } from '../model/quantity.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Unknown } from '../model/value.ts';
import type { Declared, ExtraCharge, Workload } from '../model/workload.ts';
import { exactness } from './addresses.ts';
import { type ResourceGraph, resourceGraph } from './graph.ts';
import { type MappedResource, mapResources } from './map-resources.ts';
import type { ProjectParts } from './parts.ts';
import { defaultRegion } from './region.ts';
import { withStatedInstances } from './stated-instances.ts';
import { statedResources } from './stated-resources.ts';
import { unpricedTypes } from './unpriced-types.ts';
import { bindWorkloads } from './workloads.ts';

/** One manifest and the tree below it, ready to be priced. */
export interface Project {
  /** The manifest's directory, `.` for the root. */
  readonly directory: string;
  readonly month: Month;
  readonly region: string | Unknown;
  readonly workloads: readonly Workload[];
  /** By the feature that bills them. */
  readonly resources: ReadonlyMap<string, readonly Declared[]>;
  readonly extraCharges: readonly ExtraCharge[];
  /** What the manifest says and cannot be read beside the infrastructure code. */
  readonly unreadable: readonly UnreadableEntry[];
  /** What the manifest says of the source of the figure that stands at a place. */
  sourceAt(at: SourceLocation): StatedSource | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function bindProject(parts: ProjectParts, features: readonly Feature[]): Project {
  const { directory, manifest } = parts;
  const counted = withStatedInstances(parts.resources, manifest);
  const { resources } = counted;
  const graph = resourceGraph(mapResources(resources, features), resources);
  const usages = statedUsages(manifest, graph);
  const region = defaultRegion(manifest, graph);
  const bound = bindWorkloads({ ...parts, resources }, graph, region, reservingKeys(features));
  const stated = statedResources(manifest, graph, parts.resources);
  const declared = new Map<string, Declared[]>();
  const byEntry = new Map<MappedResource, Declared>();
  for (const entry of graph.all) {
    const made = declare(
      entry,
      usages.get(entry.resource.address),
      bound.usedBy.get(entry.resource.address) ?? [],
    );
    byEntry.set(entry, made);
    const list = declared.get(entry.feature);
    if (list === undefined) declared.set(entry.feature, [made]);
    else list.push(made);
  }
  const workloads = bound.workloads.map(({ uses, ...workload }) => ({
    ...workload,
    uses: uses.flatMap((entry) => byEntry.get(entry) ?? []),
  }));
  return {
    directory,
    month: manifest?.month ?? DEFAULT_MONTH,
    region,
    workloads,
    resources: declared,
    extraCharges: manifest?.extraCharges ?? [],
    unreadable: stated.unreadable,
    sourceAt: (at) => manifest?.sourceAt(at),
    diagnostics: [
      ...counted.diagnostics,
      ...bound.diagnostics,
      ...stated.diagnostics,
      ...unpricedTypes(parts.resources, features),
    ],
  };
}

/** Keys of sections with which a workload reserves capacity. */
function reservingKeys(features: readonly Feature[]): readonly string[] {
  const sections = features.flatMap((feature) => feature.workloadSections ?? []);
  return sections.filter((entry) => entry.reservesCapacity === true).map(({ key }) => key);
}

/** The entry that holds for each resource: the one whose address is the most exact. */
function statedUsages(
  manifest: Manifest | undefined,
  graph: ResourceGraph,
): ReadonlyMap<string, ResourceEntry> {
  const entries = [...(manifest?.resources ?? [])].toSorted(([a], [b]) => exactness(a) - exactness(b));
  return new Map(
    entries.flatMap(([address, entry]) =>
      graph.find(address).map(({ resource }) => [resource.address, entry] as const),
    ),
  );
}

function declare(
  entry: MappedResource,
  stated: ResourceEntry | undefined,
  usedBy: readonly string[],
): Declared {
  const usage = stated?.usageOf(entry.resource.type);
  const { uncertain, presence } = entry.resource;
  // Whoever states the use of a resource knows that it exists, unless the manifest itself leaves that open.
  const isSure = presence === undefined && (usedBy.length > 0 || usage !== undefined);
  return {
    resource: entry.resource,
    feature: entry.feature,
    role: entry.mapped.role,
    facts: entry.mapped.facts,
    ...(usage === undefined ? {} : { usage }),
    ...(uncertain === undefined || isSure ? {} : { uncertain }),
    ...(stated?.pricedBy === undefined ? {} : { pricedBy: stated.pricedBy }),
    usedBy,
  };
}
