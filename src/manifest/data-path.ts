/** One value of a JSON or YAML file by its path: `context.chatModel`. */
import type { SourceLocation } from '../model/source-location.ts';
import { quoted } from './shown.ts';
import type { Node } from './tree.ts';
import { readYaml } from './yaml.ts';

export type DataAtPath =
  | { readonly value: string; readonly at: SourceLocation }
  /** Half a sentence about the file, and paths of the same file that could be meant. */
  | { readonly why: string; readonly candidates: readonly string[] };

/** Steps of a path that are followed. */
const MAXIMUM_STEPS = 32;
const MAXIMUM_CANDIDATES = 4;
/** Nodes of a file that are looked at for a text. */
const MAXIMUM_NODES = 20_000;

/**
 * The text at a path of keys and list indexes with dots between them. A key that has dots in it is found as well: the
 * longest key that fits is taken at each step.
 */
export function readDataPath(file: string, text: string, path: string): DataAtPath {
  const { root } = readYaml(file, text);
  if (root === undefined) return { why: 'cannot be read as JSON or YAML', candidates: [] };
  const read = follow(root, path);
  const rewritten = withDots(path);
  if ('value' in read || rewritten === path || !('value' in follow(root, rewritten))) return read;
  return { why: read.why, candidates: [rewritten] };
}

/** `$.agents[0]["modelId"]` as it is written here: `agents.0.modelId`. */
function withDots(path: string): string {
  return path
    .replace(/^\$/, '')
    .replaceAll(/\[["']?([^[\]"']{1,100})["']?\]/g, '.$1')
    .replace(/^\./, '');
}

/** The paths of the texts in a JSON or YAML file that are one of `values`, in order; none where it cannot be read. */
export function pathsOf(
  file: string,
  text: string,
  values: ReadonlySet<string>,
): readonly { readonly path: string; readonly value: string; readonly line: number }[] {
  const { root } = readYaml(file, text);
  const found: { readonly path: string; readonly value: string; readonly line: number }[] = [];
  const stack: (readonly [string, Node])[] = root === undefined ? [] : [['', root]];
  for (let count = 0; count < MAXIMUM_NODES; count++) {
    const next = stack.pop();
    if (next === undefined) break;
    const [path, node] = next;
    const join = (step: string | number) => (path === '' ? String(step) : `${path}.${step}`);
    if (node.kind === 'scalar') {
      const value = typeof node.value === 'string' ? node.value.trim() : '';
      if (values.has(value)) found.push({ path, value, line: node.at.line ?? 1 });
    } else if (node.kind === 'map') {
      for (const [key, entry] of [...node.entries].reverse()) stack.push([join(key), entry.node]);
    } else if (node.kind === 'list') {
      for (let index = node.items.length - 1; index >= 0; index--) {
        const item = node.items[index];
        if (item !== undefined) stack.push([join(index), item]);
      }
    }
  }
  return found;
}

function follow(root: Node, path: string): DataAtPath {
  const steps = path.split('.').slice(0, MAXIMUM_STEPS);
  let node: Node = root;
  for (let index = 0; index < steps.length; ) {
    const next = child(node, steps, index);
    if (next === undefined) {
      const done = steps.slice(0, index).join('.');
      const where = done === '' ? 'at its top' : `under ${done}`;
      return {
        why: `has no ${quoted(steps[index] ?? '')} ${where}`,
        candidates: textPaths(node, done),
      };
    }
    node = next.node;
    index = next.index;
  }
  if (node.kind === 'scalar' && typeof node.value === 'string' && node.value.trim() !== '')
    return { value: node.value.trim(), at: node.at };
  return { why: `has no text at ${path}`, candidates: textPaths(node, path) };
}

function child(
  node: Node,
  steps: readonly string[],
  index: number,
): { readonly node: Node; readonly index: number } | undefined {
  if (node.kind === 'list') {
    const item = /^\d{1,6}$/.test(steps[index] ?? '') ? node.items[Number(steps[index])] : undefined;
    return item === undefined ? undefined : { node: item, index: index + 1 };
  }
  if (node.kind !== 'map') return undefined;
  for (let end = steps.length; end > index; end--) {
    const entry = node.entries.get(steps.slice(index, end).join('.'));
    if (entry !== undefined) return { node: entry.node, index: end };
  }
  return undefined;
}

/** The first few texts below a node, by their paths. */
function textPaths(node: Node, prefix: string): readonly string[] {
  const found: string[] = [];
  const queue: (readonly [string, Node])[] = [[prefix, node]];
  for (
    let next = queue.shift();
    next !== undefined && found.length < MAXIMUM_CANDIDATES;
    next = queue.shift()
  ) {
    const [path, current] = next;
    const join = (step: string | number) => (path === '' ? String(step) : `${path}.${step}`);
    if (current.kind === 'scalar' && typeof current.value === 'string' && path !== prefix) found.push(path);
    if (current.kind === 'map')
      for (const [key, entry] of current.entries) queue.push([join(key), entry.node]);
    if (current.kind === 'list')
      for (const [index, item] of current.items.entries()) queue.push([join(index), item]);
  }
  return found;
}
