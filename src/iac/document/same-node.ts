import { type DataNode, textOf } from './node.ts';

/** Nodes that are looked at before two of them are taken for different. */
const MAXIMUM_NODES = 2_000;

/** Whether two nodes say the same, wherever they stand. Where that takes too long to tell, they do not. */
export function sameNode(left: DataNode, right: DataNode): boolean {
  let nodes = 0;
  const same = (a: DataNode, b: DataNode): boolean => {
    if (a === b) return true;
    nodes += 1;
    if (nodes > MAXIMUM_NODES) return false;
    if (a.kind === 'value')
      return b.kind === 'value' && a.value.kind === b.value.kind && textOf(a) === textOf(b) && isPlain(a);
    if (a.kind === 'list')
      return (
        b.kind === 'list' &&
        a.items.length === b.items.length &&
        a.items.every((item, index) => sameOrAbsent(item, b.items[index]))
      );
    return (
      b.kind === 'map' &&
      a.entries.size === b.entries.size &&
      [...a.entries].every(([key, entry]) => sameOrAbsent(entry.node, b.entries.get(key)?.node))
    );
  };
  const sameOrAbsent = (a: DataNode, b: DataNode | undefined) => b !== undefined && same(a, b);
  return same(left, right);
}

/** Two values that are not known are never the same. */
function isPlain(node: DataNode): boolean {
  return node.kind === 'value' && node.value.kind !== 'unknown';
}
