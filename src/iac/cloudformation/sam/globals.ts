/** `Globals` of SAM ("Globals section of the AWS SAM template"): properties that all resources of a type share. */
import {
  type DataNode,
  entriesOf,
  type MapEntry,
  type MapNode,
  nodeAt,
  textOf,
} from '../../document/node.ts';
import { isFunctionName } from '../functions/function.ts';

const SERVERLESS = 'AWS::Serverless::';

/** The properties of a resource with those of its type's globals below them. */
export function withGlobals(
  type: string,
  declaration: DataNode,
  globals: DataNode | undefined,
): DataNode | undefined {
  const own = nodeAt(declaration, 'Properties');
  if (globals === undefined || !type.startsWith(SERVERLESS)) return own;
  const shared = nodeAt(globals, type.slice(SERVERLESS.length));
  if (shared?.kind !== 'map') return own;
  const kept = withoutIgnored(shared, nodeAt(declaration, 'IgnoreGlobals'));
  return own === undefined ? kept : merged(kept, own);
}

/** `IgnoreGlobals` of a resource names properties that it does not take, or `*` for all. */
function withoutIgnored(shared: MapNode, ignored: DataNode | undefined): MapNode {
  if (ignored === undefined) return shared;
  if (textOf(ignored) === '*') return { ...shared, entries: new Map() };
  const names = new Set(ignored.kind === 'list' ? ignored.items.map(textOf) : [textOf(ignored)]);
  return { ...shared, entries: new Map([...shared.entries].filter(([name]) => !names.has(name))) };
}

/** Maps are joined, lists are put one behind the other, and of anything else the resource's own holds. */
function merged(shared: DataNode, own: DataNode): DataNode {
  if (shared.kind === 'list' && own.kind === 'list')
    return { kind: 'list', items: [...shared.items, ...own.items], at: own.at };
  if (shared.kind !== 'map' || own.kind !== 'map' || isCall(shared) || isCall(own)) return own;
  const entries = new Map<string, MapEntry>(shared.entries);
  for (const [name, entry] of entriesOf(own)) {
    const below = shared.entries.get(name);
    entries.set(name, below === undefined ? entry : { at: entry.at, node: merged(below.node, entry.node) });
  }
  return { kind: 'map', entries, at: own.at };
}

function isCall({ entries }: MapNode): boolean {
  return entries.size === 1 && [...entries.keys()].every(isFunctionName);
}
