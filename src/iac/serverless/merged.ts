/** Maps that are laid over each other. */
import { LIMITS } from '../../model/limits.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import type { DataNode, MapEntry } from '../document/node.ts';

/** One map of several; where two have the same key, maps are merged and of all else the later one holds. */
export function merged(nodes: readonly (DataNode | undefined)[], at: SourceLocation): DataNode {
  return nodes.reduce<DataNode>((below, node) => (node?.kind === 'map' ? over(below, node, 0) : below), {
    kind: 'map',
    entries: new Map(),
    at,
  });
}

/** Recursion is as deep as both are nested, which is capped. */
function over(below: DataNode, above: DataNode, depth: number): DataNode {
  if (below.kind !== 'map' || above.kind !== 'map' || depth > LIMITS.dataDepth) return above;
  const entries = new Map<string, MapEntry>(below.entries);
  for (const [key, entry] of above.entries) {
    const first = entries.get(key);
    entries.set(
      key,
      first === undefined ? entry : { at: first.at, node: over(first.node, entry.node, depth + 1) },
    );
  }
  return { ...below, entries };
}
