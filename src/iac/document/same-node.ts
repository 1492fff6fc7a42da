import { type DataNode, textOf } from './node.ts';

/** Nodes of one pair that are looked at before the two are taken for different. */
const MAXIMUM_NODES = 2_000;

/** Nodes that are looked at for one file, since aliases can let the same ones be compared again and again. */
const MAXIMUM_TOTAL = 1_000_000;

/** How many nodes of a file were compared up to now. */
export interface Compared {
  nodes: number;
}

/** Whether two nodes say the same, wherever they stand. Where that takes too long to tell, they do not. */
export function sameNode(left: DataNode, right: DataNode, compared: Compared): boolean {
  const end = Math.min(compared.nodes + MAXIMUM_NODES, MAXIMUM_TOTAL);
  const same = (a: DataNode, b: DataNode | undefined): boolean => {
    if (b === undefined) return false;
    if (a === b) return true;
    compared.nodes += 1;
    if (compared.nodes > end) return false;
    if (a.kind === 'value')
      return b.kind === 'value' && a.value.kind === b.value.kind && textOf(a) === textOf(b) && isPlain(a);
    if (a.kind === 'list')
      return (
        b.kind === 'list' &&
        a.items.length === b.items.length &&
        a.items.every((item, index) => same(item, b.items[index]))
      );
    if (b.kind !== 'map' || a.entries.size !== b.entries.size) return false;
    for (const [key, entry] of a.entries) if (!same(entry.node, b.entries.get(key)?.node)) return false;
    return true;
  };
  return same(left, right);
}

/** Two values that are not known are never the same. */
function isPlain(node: DataNode): boolean {
  return node.kind === 'value' && node.value.kind !== 'unknown';
}
