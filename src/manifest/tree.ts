/** A manifest as a tree of our own: maps that are safe for any key, and scalars that keep their source and place. */
import type { SourceLocation } from '../model/source-location.ts';
import { type NumberSource, numberText } from '../model/stated.ts';

interface Place {
  readonly at: SourceLocation;
  /** True where a part of the node was refused and reported, so that nothing may be made of the node as a whole. */
  readonly spoiled: boolean;
}

interface ScalarNode extends Place {
  readonly kind: 'scalar';
  readonly value: string | number | NumberSource | boolean | null;
  /** As it stands in the file, without quotes. */
  readonly source: string;
}

interface ListNode extends Place {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface MapNode extends Place {
  readonly kind: 'map';
  /** Written in braces. */
  readonly isFlow?: true;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** Stands where something was refused; the diagnostic is already made. */
interface RefusedNode extends Place {
  readonly kind: 'refused';
}

export type Node = ScalarNode | ListNode | MapNode | RefusedNode;

export interface Entry {
  /** Where the key stands. */
  readonly at: SourceLocation;
  readonly node: Node;
}

export type Path = readonly (string | number)[];

/** What stands at a path: its node, and where its key (or, in a list, the item) stands. */
export function entryAt(root: Node, path: Path): Entry | undefined {
  let entry: Entry = { at: root.at, node: root };
  for (const step of path) {
    const next = childOf(entry.node, step);
    if (next === undefined) return undefined;
    entry = next;
  }
  return entry;
}

function childOf(node: Node, step: string | number): Entry | undefined {
  if (node.kind === 'map') return node.entries.get(String(step));
  const item = node.kind === 'list' ? node.items[Number(step)] : undefined;
  return item === undefined ? undefined : { at: item.at, node: item };
}

/** Where the key at a path stands, or the nearest key above it that exists. */
export function locate(root: Node, path: Path): SourceLocation {
  let entry: Entry = { at: root.at, node: root };
  for (const step of path) {
    const next = childOf(entry.node, step);
    if (next === undefined) break;
    entry = next;
  }
  return entry.at;
}

/** True where a refused node stands at the path or on the way to it. */
export function isRefused(root: Node, path: Path): boolean {
  let node: Node | undefined = root;
  for (const step of path) {
    if (node === undefined || node.kind === 'refused') break;
    node = childOf(node, step)?.node;
  }
  return node?.kind === 'refused';
}

/**
 * The tree as a schema takes it: maps are objects without a prototype, refused nodes are absent. The depth of the
 * tree is capped where it is made.
 */
export function toInput(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'refused') return undefined;
  if (node.kind === 'list') return node.items.map(toInput);
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, entry] of node.entries) object[key] = toInput(entry.node);
  return object;
}

/** The number in a scalar, as it is written; `undefined` for any other node. */
export function numberAtNode(node: Node): string | undefined {
  return node.kind === 'scalar' && typeof node.value === 'object' ? numberText(node.value) : undefined;
}
