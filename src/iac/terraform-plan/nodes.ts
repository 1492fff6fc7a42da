/** Small steps through the tree of a JSON file. A plan is whatever a pull request says it is, so nothing is taken for granted. */
import type { JsonNode } from '../terraform/json/nodes.ts';

/** The value under a key of an object, and under a key of that; the last one of equal keys. */
export function at(node: JsonNode | undefined, ...path: readonly string[]): JsonNode | undefined {
  let current = node;
  for (const name of path) {
    if (current?.kind !== 'object') return undefined;
    current = current.properties.findLast(({ key }) => key.value === name)?.value;
  }
  return current;
}

/** The items of a list; none of anything else. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.items : [];
}

/** The text of a string; nothing of anything else. */
export function textOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

/** Whether it is the word `true`. */
export function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === 'keyword' && node.value === true;
}
