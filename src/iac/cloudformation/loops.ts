/** `Fn::ForEach` of the transform `AWS::LanguageExtensions`: entries of a template, once for each item of a list. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { LIMITS } from '../../model/limits.ts';
import { text, type Unknown, unknown } from '../../model/value.ts';
import { type DataNode, type MapEntry, textOf, valueNode } from '../document/node.ts';
import { toText } from '../terraform/values/convert.ts';
import type { Evaluate } from './functions/function.ts';
import type { Scope } from './scope.ts';

/** The keys that start a loop; its name stands behind. */
export const LOOP = 'Fn::ForEach::';

export interface Loops {
  readonly scope: Scope;
  readonly evaluate: Evaluate;
  /** Whether the template runs the transform that loops are part of. */
  readonly enabled: boolean;
  /** Names that are made twice, as far as that was told. */
  readonly reported: Set<string>;
  report(diagnostic: Diagnostic): void;
}

type Entries = ReadonlyMap<string, MapEntry>;

/** The entries with those of loops in the place of the loops. Of equal keys the first one stays. */
export function expandLoops(entries: Entries, loops: Loops): Entries {
  if (![...entries.keys()].some((key) => key.startsWith(LOOP))) return entries;
  const made = new Map<string, MapEntry>();
  for (const [key, entry] of entries) {
    if (key.startsWith(LOOP)) add(expandLoop(key.slice(LOOP.length), entry, loops), made, loops);
    else add([[key, entry]], made, loops);
  }
  return made;
}

function add(
  entries: Iterable<readonly [string, MapEntry]>,
  made: Map<string, MapEntry>,
  loops: Loops,
): void {
  for (const [key, entry] of entries) {
    const first = made.get(key);
    if (first === undefined) {
      made.set(key, entry);
      continue;
    }
    if (loops.reported.has(key) || loops.reported.size >= LIMITS.diagnosticsListed) continue;
    loops.reported.add(key);
    const message = `${key} is made twice, first in line ${first.at.line ?? 0}; only that is read.`;
    loops.report({ code: 'iac-duplicate', severity: 'error', message, at: entry.at });
  }
}

/** The entries that one loop makes, and those of loops inside of it. */
export function expandLoop(name: string, { node, at }: MapEntry, loops: Loops): Entries {
  if (!loops.enabled) {
    const message = `Fn::ForEach::${name} needs the transform AWS::LanguageExtensions, so it was not read.`;
    const hint = 'Transform: AWS::LanguageExtensions';
    loops.report({ code: 'iac-unresolved', severity: 'error', message, at, hint });
    return new Map();
  }
  const [identifier, collection, body] = node.kind === 'list' ? node.items : [];
  const variable = textOf(identifier);
  if (variable === undefined || collection === undefined || body?.kind !== 'map') {
    report(`Fn::ForEach::${name} needs a name, a list, and a map of what to make.`, loops, at);
    return new Map();
  }
  const items = itemsOf(collection, loops);
  if ('why' in items) {
    report(`Fn::ForEach::${name} is not expanded: ${items.why}.`, loops, at);
    return new Map();
  }
  if (items.length > LIMITS.instancesPerBlock) {
    const message = `Fn::ForEach::${name} has ${items.length} items, more than the ${LIMITS.instancesPerBlock} that are expanded; nothing of it was read.`;
    loops.report({ code: 'limit-exceeded', severity: 'error', message, at });
    return new Map();
  }
  const made = new Map<string, MapEntry>();
  for (const item of items) {
    const own = new Map<string, MapEntry>();
    for (const [key, entry] of body.entries) {
      if (!loops.scope.budget.spend(1)) return made;
      const put = { at: entry.at, node: replaced(entry.node, variable, item, loops.scope) };
      own.set(withItem(key, variable, item), put);
    }
    add(expandLoops(own, loops), made, loops);
  }
  return made;
}

function report(message: string, loops: Loops, at: MapEntry['at']): void {
  loops.report({ code: 'iac-unresolved', severity: 'error', message, at });
}

/** The texts of a collection, or why they are not known. */
function itemsOf(collection: DataNode, { scope, evaluate }: Loops): readonly string[] | Unknown {
  const list = evaluate(collection, scope);
  if (list?.kind === 'unknown') return list;
  if (list?.kind !== 'list') return unknown('what it goes through is no list');
  const texts = list.items.map(toText);
  const open = texts.find((item) => item.kind === 'unknown');
  return open ?? texts.map((item) => (item.kind === 'text' ? item.value : ''));
}

/** `${Name}` becomes the item, `&{Name}` what is left of it without anything but letters and digits. */
function withItem(written: string, variable: string, item: string): string {
  return written
    .replaceAll('${' + variable + '}', () => item)
    .replaceAll('&{' + variable + '}', () => item.replaceAll(/[^A-Za-z0-9]/g, ''));
}

/** A copy of what a loop makes, with the item in the place of its variable. Recursion is as deep as the file is nested. */
function replaced(node: DataNode, variable: string, item: string, scope: Scope): DataNode {
  if (!scope.budget.spend(1)) return valueNode(scope.budget.outOfSteps(), node.at);
  if (node.kind === 'list')
    return { ...node, items: node.items.map((each) => replaced(each, variable, item, scope)) };
  if (node.kind === 'value') {
    const { value } = node;
    if (value.kind !== 'text' || !value.value.includes(`{${variable}}`)) return node;
    return valueNode(text(withItem(value.value, variable, item)), node.at);
  }
  const [[key, only] = []] = node.entries.size === 1 ? node.entries : [];
  if (key === 'Ref' && only !== undefined && textOf(only.node) === variable)
    return valueNode(text(item), node.at);
  const entries = new Map<string, MapEntry>();
  for (const [name, entry] of node.entries)
    entries.set(withItem(name, variable, item), {
      at: entry.at,
      node: replaced(entry.node, variable, item, scope),
    });
  return { ...node, entries };
}
