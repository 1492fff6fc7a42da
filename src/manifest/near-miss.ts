/** The key that an unknown one was meant to be, and the line to write in its place. */
import { typeOfAddress } from './address.ts';
import { flowText, scalarText } from './flow-text.ts';
import { LIST_KEYS, NEAR_WORDS } from './near-words.ts';
import { nearest } from './nearest.ts';
import { completePlace, isPlace, looksLikeFile } from './place-line.ts';
import type { Entry, MapNode, Node, Path } from './tree.ts';

export interface Meant {
  readonly key: string;
  readonly node: Node;
}

/**
 * What an entry of a map was meant to be, of the `known` keys that the map does not state: one that is spelled much the
 * same, or one that people call by this word. `undefined` where nothing is near.
 */
export function meantBy(
  key: string,
  { node }: Entry,
  map: MapNode,
  known: readonly string[],
): Meant | undefined {
  const free = known.filter((candidate) => !map.entries.has(candidate));
  const spelled = nearest(key, free);
  const word = snakeCase(key);
  const followed = FOLLOWED.has(word) && free.includes('address') ? followedBy(node) : undefined;
  const meant =
    spelled ??
    (followed !== undefined && free.includes(followed) ? followed : undefined) ??
    NEAR_WORDS.get(word)?.find((candidate) => free.includes(candidate) && fits(candidate, map));
  if (meant !== undefined) return { key: meant, node: asList(meant, node) };
  return free.includes('requests') ? perTime(word, node) : undefined;
}

/** Words that say where a model comes from, and not whether from a file or from a resource. */
const FOLLOWED: ReadonlySet<string> = new Set(['from', 'source', 'in', 'where', 'location', 'at', 'follow']);

function followedBy(node: Node): 'file' | 'address' | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  if (looksLikeFile(node.value)) return 'file';
  return typeOfAddress(node.value) !== undefined || /^[A-Za-z][A-Za-z0-9]*$/.test(node.value)
    ? 'address'
    : undefined;
}

/** A constant is of a file; a variable is one of a resource's environment, unless a file is named. */
function fits(candidate: string, map: MapNode): boolean {
  const names = (word: string) => map.entries.has(word);
  const inFile =
    names('file') || [...map.entries.keys()].some((key) => NEAR_WORDS.get(snakeCase(key))?.[0] === 'file');
  if (candidate === 'env') return !inFile;
  if (candidate === 'attribute') return !inFile;
  return true;
}

function asList(key: string, node: Node): Node {
  if (!LIST_KEYS.has(key) || node.kind !== 'scalar') return node;
  return { kind: 'list', items: [node], at: node.at, spoiled: false };
}

/** `requests_per_day: 1000` is `requests: 1000 per day`. */
function perTime(word: string, node: Node): Meant | undefined {
  const [, first, last] =
    /^(?:requests|calls|invocations|queries)_(?:per|a)_(second|minute|hour|day|week|month)$|^(daily|hourly|weekly|monthly)_(?:requests|calls|invocations|queries)$/.exec(
      word,
    ) ?? [];
  const time = first ?? ADVERBS.get(last ?? '');
  if (time === undefined || node.kind !== 'scalar' || node.value === null) return undefined;
  const value = `${node.source.replace(/(?:\/| per ).*$/, '')} per ${time}`;
  return { key: 'requests', node: { ...node, value, source: value } };
}

const ADVERBS: ReadonlyMap<string, string> = new Map([
  ['daily', 'day'],
  ['hourly', 'hour'],
  ['weekly', 'week'],
  ['monthly', 'month'],
]);

/** `hitRate`, `Hit-Rate` and `hit rate` are one word. */
function snakeCase(key: string): string {
  return key.length > 60
    ? ''
    : key
        .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
        .toLowerCase()
        .replace(/[- ]/g, '_');
}

/**
 * The line to write in place of the one with the key: the entry alone where it has a line of its own, else the whole
 * map that stands on one line, with all of its keys put right that can be.
 */
export function lineInstead(path: Path, meant: Meant, map: MapNode, known: readonly string[]): string {
  const owner = path.at(-2);
  const right = map.isFlow === true && owner !== undefined ? putRight(map, known) : undefined;
  if (right !== undefined && owner !== undefined) {
    const line = mapLine(owner, isPlace(owner, known) ? completePlace(owner, right) : right);
    if (line !== undefined) return line;
  }
  const isBelow = meant.node.kind !== 'scalar' && !(meant.node.kind === 'map' ? meant.node.isFlow : true);
  const value = isBelow ? '' : (flowText(meant.node) ?? '');
  return `${meant.key}: ${value}`.trimEnd();
}

/** The line without the key, where it stands in braces with others. */
export function lineWithout(path: Path, map: MapNode): string | undefined {
  const owner = path.at(-2);
  if (map.isFlow !== true || owner === undefined) return undefined;
  const others = [...map.entries].filter(([key]) => key !== path.at(-1));
  return mapLine(owner, new Map(others.map(([key, { node }]) => [key, node])));
}

/** A map in one line, under its key or as an item of a list; undefined where it is long. */
export function mapLine(owner: string | number, nodes: ReadonlyMap<string, Node>): string | undefined {
  const at = { file: '' };
  const entries = new Map([...nodes].map(([key, node]) => [key, { at, node }]));
  const whole = flowText({ kind: 'map', entries, at, spoiled: false });
  if (whole === undefined) return undefined;
  return typeof owner === 'number' ? `- ${whole}` : `${scalarText(owner)}: ${whole}`;
}

/** The entries of a map with the keys that were meant; undefined where that is not known of one. */
export function putRight(map: MapNode, known: readonly string[]): ReadonlyMap<string, Node> | undefined {
  const right = new Map<string, Node>();
  let left: MapNode = map;
  for (const [key, entry] of map.entries) {
    if (known.includes(key)) {
      right.set(key, entry.node);
      continue;
    }
    const meant = meantBy(key, entry, left, known);
    if (meant === undefined || right.has(meant.key)) return undefined;
    right.set(meant.key, meant.node);
    left = { ...left, entries: new Map([...left.entries, [meant.key, entry]]) };
  }
  return right;
}
