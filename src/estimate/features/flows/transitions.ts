import { decimal } from '../../../model/decimal.ts';
import type { Range } from '../../../model/range.ts';
import { isUnknown, type Unknown, unknown } from '../../../model/value.ts';
import type { Graph } from './definition.ts';

/** Nodes that run others as often as there are items, or as a condition holds. */
const REPEATING: readonly string[] = ['Iterator', 'Loop'];

/**
 * Node transitions of one execution: one each time that a node runs (Amazon Bedrock pricing page, flows, 2025-02).
 *
 * At most every node runs once. At least those run that depend on no condition, and the first node of one branch. Which
 * branch is taken how often no code says, so the expected number lies in the middle.
 */
export function transitionsOf(graph: Graph | Unknown): Range | Unknown {
  if (isUnknown(graph)) return graph;
  const { nodes } = graph;
  if (nodes.length === 0) return unknown('its definition has no nodes');
  const repeating = nodes.find(({ type }) => REPEATING.includes(type));
  if (repeating !== undefined) {
    return unknown(`how often the nodes behind ${repeating.name} run is not known`);
  }
  const high = decimal(nodes.length);
  const low = decimal(Math.min(leastNodes(graph), nodes.length));
  return { low, expected: low.plus(high).div(2), high };
}

/** A node is certain to run where all its inputs come from certain nodes, and none by a condition. */
function leastNodes({ nodes, connections }: Graph): number {
  const open = new Map<string, number>();
  const next = new Map<string, string[]>();
  for (const { source, target, isConditional } of connections) {
    open.set(target, (open.get(target) ?? 0) + 1);
    if (isConditional) continue;
    const targets = next.get(source);
    if (targets === undefined) next.set(source, [target]);
    else targets.push(target);
  }
  const queue = nodes.filter(({ type }) => type === 'Input').map(({ name }) => name);
  const certain = new Set(queue);
  for (let index = 0; index < queue.length; index++) {
    for (const target of next.get(queue[index] ?? '') ?? []) {
      const left = (open.get(target) ?? 1) - 1;
      open.set(target, left);
      if (left > 0 || certain.has(target)) continue;
      certain.add(target);
      queue.push(target);
    }
  }
  const branches = connections.some(({ source, isConditional }) => isConditional && certain.has(source));
  return certain.size + (branches ? 1 : 0);
}
