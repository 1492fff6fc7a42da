/** Reads `model`: an id, or the one place that it is followed to. */
import type { ModelBinding } from './manifest.ts';
import { readPlace } from './read-place.ts';
import type { WorkloadContent } from './schema.ts';
import type { ManifestSource } from './source.ts';
import type { Path } from './tree.ts';

/** The binding at a path; undefined where there is none, or a fault that is reported. */
export function readModel(
  source: ManifestSource,
  path: Path,
  content: WorkloadContent['model'],
): ModelBinding | undefined {
  if (content === undefined) return undefined;
  if (typeof content === 'string') return { kind: 'id', id: content };
  return readPlace(source, path, content);
}
