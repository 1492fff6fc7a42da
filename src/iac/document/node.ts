/** JSON and YAML files as one kind of tree, in which everything knows where it stands. */
import type { SourceLocation } from '../../model/source-location.ts';
import { unknown, type Value } from '../../model/value.ts';

interface Place {
  readonly at: SourceLocation;
}

/** A scalar; or any value that was put in its place before the tree is evaluated, known or not. */
export interface ValueNode extends Place {
  readonly kind: 'value';
  readonly value: Value;
}

export interface ListNode extends Place {
  readonly kind: 'list';
  readonly items: readonly DataNode[];
}

export interface MapNode extends Place {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
}

export interface MapEntry {
  /** Where the key stands. */
  readonly at: SourceLocation;
  readonly node: DataNode;
}

/** Nodes never change, so that one may stand in several places of a tree, as aliases of YAML do. */
export type DataNode = ValueNode | ListNode | MapNode;

/** The node at a path of keys; `undefined` where it is absent. */
export function nodeAt(node: DataNode | undefined, ...path: readonly string[]): DataNode | undefined {
  let current = node;
  for (const step of path) {
    if (current?.kind !== 'map') return undefined;
    current = current.entries.get(step)?.node;
  }
  return current;
}

/** The entries of a map; none of anything else. */
export function entriesOf(node: DataNode | undefined): ReadonlyMap<string, MapEntry> {
  return node?.kind === 'map' ? node.entries : NONE;
}
const NONE: ReadonlyMap<string, MapEntry> = new Map();

/** The items of a list; a single node as one item; nothing where absent. */
export function itemsOf(node: DataNode | undefined): readonly DataNode[] {
  if (node === undefined) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** What a scalar says as text, with numbers and booleans written out; `undefined` for everything else. */
export function textOf(node: DataNode | undefined): string | undefined {
  if (node?.kind !== 'value') return undefined;
  const { value } = node;
  if (value.kind === 'text') return value.value;
  if (value.kind === 'number') return value.value.toFixed();
  return value.kind === 'boolean' ? String(value.value) : undefined;
}

/** A node for a value. */
export function valueNode(value: Value, at: SourceLocation): ValueNode {
  return { kind: 'value', value, at };
}

/** A map with one entry. */
export function singleEntry(key: string, node: DataNode, at: SourceLocation): MapNode {
  return { kind: 'map', entries: new Map([[key, { at, node }]]), at };
}

/**
 * The plain value of a node, without evaluating anything in it. Recursion is as deep as the file is nested, which is
 * capped; `spend` counts every node and ends the walk where it answers false.
 */
export function plainValue(node: DataNode, spend: (steps: number) => boolean): Value {
  if (!spend(1)) return unknown('reading it takes too many steps', { at: node.at });
  if (node.kind === 'value') return node.value;
  if (node.kind === 'list') return { kind: 'list', items: node.items.map((item) => plainValue(item, spend)) };
  const entries = [...node.entries].map(([key, entry]) => [key, plainValue(entry.node, spend)] as const);
  return { kind: 'map', entries: new Map(entries) };
}
