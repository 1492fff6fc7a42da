/** A part of a manifest in one line, as it can be written in place of what stands there. */
import { plainScalar } from './scalars.ts';
import { visible } from './shown.ts';
import type { Node } from './tree.ts';

/** A line that is longer helps nobody who copies it. */
const LINE_CHARACTERS = 300;

/** Text that means the same without quotes, inside of brackets too. */
const PLAIN = /^[\w./$%@+*][\w ./$%@+*:()=<>~^-]*$/;

/** The node in flow style; undefined where it is long, or where a part of it was refused. */
export function flowText(node: Node): string | undefined {
  const text = textOf(node, LINE_CHARACTERS);
  return text === undefined || text.length > LINE_CHARACTERS ? undefined : text;
}

/** A key or a text as YAML, in quotes where it would be read as something else. */
export function scalarText(text: string): string {
  const isPlain =
    PLAIN.test(text) &&
    !/: |:$| $/.test(text) &&
    !text.startsWith('*') &&
    typeof plainScalar(text) === 'string';
  if (isPlain) return text;
  return /[\n\r\t\\]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

/** Recursion is as deep as the file is nested, which is capped; `left` keeps it from writing out a large one. */
function textOf(node: Node, left: number): string | undefined {
  if (node.kind === 'refused') return undefined;
  if (node.kind === 'scalar') {
    if (node.source.length > left) return undefined;
    if (node.value === null) return node.source;
    return typeof node.value === 'string' ? scalarText(visible(node.value)) : node.source;
  }
  const parts: string[] = [];
  let rest = left;
  const entries =
    node.kind === 'list'
      ? node.items.map((item) => ['', item] as const)
      : [...node.entries].map(([key, entry]) => [`${scalarText(key)}: `, entry.node] as const);
  for (const [head, child] of entries) {
    const text = textOf(child, rest);
    if (text === undefined) return undefined;
    parts.push(`${head}${text}`.trimEnd());
    rest -= head.length + text.length;
    if (rest < 0) return undefined;
  }
  const inside = parts.join(', ');
  if (node.kind === 'list') return `[${inside}]`;
  return parts.length === 0 ? '{}' : `{ ${inside} }`;
}
