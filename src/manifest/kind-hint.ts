/** The line to write where a value of another kind stands: a number in place of a map, a map in place of a list. */
import { flowText } from './flow-text.ts';
import { iacListLine } from './iac-guess.ts';
import { mapLine } from './near-miss.ts';
import type { Node, Path } from './tree.ts';

/** With the user's own value where it is clear what was meant; undefined where it is not. */
export function kindHint(path: Path, node: Node): string | undefined {
  const [top, group, third] = path;
  const key = path.at(-1);
  if (path.length === 1 && top === 'iac') return iacListLine(node);
  if (top === 'iac' && path.length === 2) return iacListLine(node).replace(/^iac: \[(.*)\]$/, '- $1');
  if (path.length === 1 && top === 'extra_charges') return extraCharges(node);
  if (top === 'budgets' && (path.length === 1 || (path.length === 3 && group !== 'layers')))
    return inside(String(key), 'monthly', node, '20000');
  if (path.length === 1 && top === 'month') return inside('month', 'days', node, '30');
  if (top !== 'workloads' || third === undefined) return undefined;
  if (key === 'calls' && isNumber(node)) return `calls_per_request: ${flowText(node)}`;
  if (key === 'prompt' && isNumber(node)) return `input_tokens: ${flowText(node)}`;
  if (key === 'cache' && node.kind === 'scalar') {
    if (node.source.endsWith('%')) return `cache: { tokens: 1500, hit_rate: ${flowText(node) ?? ''} }`;
    return isNumber(node) ? `cache: { tokens: ${flowText(node) ?? ''}, hit_rate: 80% }` : undefined;
  }
  if (key === 'knowledge_base') return inside(key, 'address', node, 'aws_bedrockagent_knowledge_base.docs');
  if (key === 'guardrail' && node.kind === 'scalar') return `uses: [${flowText(node) ?? ''}]`;
  return undefined;
}

/** A scalar under the key of a map that it belongs to. */
function inside(owner: string, key: string, node: Node, example: string): string | undefined {
  const isValue = node.kind === 'scalar' && node.value !== null && typeof node.value !== 'boolean';
  const value: Node = isValue
    ? node
    : { kind: 'scalar', value: example, source: example, at: node.at, spoiled: false };
  return isValue && node.value === '' ? undefined : mapLine(owner, new Map([[key, value]]));
}

function isNumber(node: Node): boolean {
  return (
    node.kind === 'scalar' &&
    (typeof node.value === 'number' || typeof node.value === 'object') &&
    node.value !== null
  );
}

/** `{ Pinecone: 70 }` as a list. */
function extraCharges(node: Node): string {
  const entries = node.kind === 'map' ? [...node.entries] : [];
  const items = entries.flatMap(([name, entry]) =>
    isNumber(entry.node) ? [{ name, amount: entry.node }] : [],
  );
  if (items.length === 0) return 'extra_charges: [{ name: Pinecone, monthly: 70, layer: features }]';
  const layer: Node = { kind: 'scalar', value: 'features', source: 'features', at: node.at, spoiled: false };
  const lines = items.map(({ name, amount }) =>
    mapLine(
      0,
      new Map<string, Node>([
        ['name', { ...layer, value: name, source: name }],
        ['monthly', amount],
        ['layer', layer],
      ]),
    ),
  );
  return `extra_charges: [${lines.flatMap((line) => (line === undefined ? [] : [line.slice(2)])).join(', ')}]`;
}
