/** Reads `source` of workloads and resources: where their figures are from. */
import type { StatedSource } from '../model/quantity.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { nearest } from './nearest.ts';
import { quoted } from './shown.ts';
import { type ManifestSource, report } from './source.ts';
import { subject } from './subject.ts';
import { entryAt, type Node } from './tree.ts';

type Labels = ReadonlyMap<string, StatedSource>;

/**
 * A lookup of what the manifest says of the source of a figure, by the place of its key. What is said of a key holds
 * for everything below it, and more closely said wins. Values that are no source are reported by the schema.
 */
export function readSources(source: ManifestSource): (at: SourceLocation) => StatedSource | undefined {
  const byPlace = new Map<string, StatedSource>();
  for (const top of ['workloads', 'resources']) {
    const owners = entryAt(source.root, [top])?.node;
    if (owners?.kind !== 'map') continue;
    for (const [name, { node, at }] of owners.entries) {
      const stated = node.kind === 'map' ? node.entries.get('source') : undefined;
      if (stated === undefined) continue;
      const labels = labelsOf(stated.node);
      const met = new Set(['']);
      const whole = labels.get('');
      if (whole !== undefined) byPlace.set(keyOf(at), whole);
      mark(node, '', whole, labels, met, byPlace);
      for (const key of labels.keys()) {
        if (!met.has(key)) reportUnstated(source, [top, name, 'source', key], [...met]);
      }
    }
  }
  return (at) => (at.file === source.file ? byPlace.get(keyOf(at)) : undefined);
}

/** By dotted path below the owner; the empty path is the owner itself. */
function labelsOf(node: Node): Labels {
  if (node.kind === 'map') {
    return new Map([...node.entries].flatMap(([key, entry]) => [...labelOf(key, entry.node)]));
  }
  return new Map(labelOf('', node));
}

function labelOf(key: string, node: Node): readonly (readonly [string, StatedSource])[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return [];
  const text = node.value;
  const origin = (['measured', 'declared', 'assumed'] as const).find((word) => text.startsWith(word));
  if (origin === undefined) return [];
  const note = text
    .slice(origin.length)
    .replace(/^[ ,:]+/, '')
    .trim();
  return [[key, { origin, ...(note === '' ? {} : { note }) }]];
}

function mark(
  node: Node,
  path: string,
  inForce: StatedSource | undefined,
  labels: Labels,
  met: Set<string>,
  byPlace: Map<string, StatedSource>,
): void {
  const children =
    node.kind === 'map'
      ? [...node.entries].map(([key, entry]) => [key, entry] as const)
      : node.kind === 'list'
        ? node.items.map((item, index) => [String(index), { at: item.at, node: item }] as const)
        : [];
  for (const [key, entry] of children) {
    if (path === '' && key === 'source') continue;
    const below = path === '' ? key : `${path}.${key}`;
    met.add(below);
    const label = labels.get(below) ?? inForce;
    if (label !== undefined) byPlace.set(keyOf(entry.at), label);
    mark(entry.node, below, label, labels, met, byPlace);
  }
}

function keyOf({ line = 0, column = 0 }: SourceLocation): string {
  return `${line}:${column}`;
}

function reportUnstated(
  source: ManifestSource,
  path: readonly [string, string, string, string],
  stated: readonly string[],
): void {
  const entry = entryAt(source.root, path);
  const meant = nearest(
    path[3],
    stated.filter((key) => key !== ''),
  );
  const advice = meant === undefined ? '' : `; did you mean ${quoted(meant)}?`;
  const message = `${subject(path.slice(0, 3))} names ${quoted(path[3])}, which is not stated${advice}`;
  const at = entry?.at ?? { file: source.file };
  const line = meant === undefined ? undefined : `source: { ${meant}: measured }`;
  report(source, { code: 'manifest-unknown-key', at, message, hint: line });
}
