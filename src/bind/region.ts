import type { Manifest } from '../manifest/manifest.ts';
import { type Unknown, unknown } from '../model/value.ts';
import type { ResourceGraph } from './graph.ts';

/** The manifest's region, else the one region of all resources, else unknown: no region is ever guessed. */
export function defaultRegion(manifest: Manifest | undefined, graph: ResourceGraph): string | Unknown {
  if (manifest?.region !== undefined) return manifest.region;
  // A bucket or a key in another region says nothing of where Amazon Bedrock is called.
  const own = graph.all.filter(({ mapped }) => mapped.supporting !== true);
  const regions = new Set(
    (own.length > 0 ? own : graph.all)
      .map((entry) => entry.resource.region)
      .filter((region) => typeof region === 'string'),
  );
  const [only, ...others] = regions;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) return unknown('no region is stated');
  return unknown(`the infrastructure code uses ${regions.size} regions, and the manifest names none`);
}
