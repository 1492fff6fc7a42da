/** Bodies of blocks as maps: arguments by name, nested blocks as lists of maps, as a plan shows them. */

import { Decimal } from '../../../model/decimal.ts';
import { text, unknown, type Value } from '../../../model/value.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { type Scope, unknownAt, withVariable } from '../evaluate/scope.ts';
import type { Block, Body } from '../hcl/ast.ts';
import {
  type Failure,
  failure,
  isSet,
  kindOf,
  list,
  map,
  number,
  type OpenMap,
  sortedEntries,
} from '../values/value.ts';
import { blockType, type Declared } from './declarations.ts';

/** Gives each expression the scope of the file that it stands in. */
export type ScopeOf = (source: Scope['source']) => Scope;

/** The nested blocks of a declaration, but for those in `except`, as lists by type. */
export function evaluateBlocks(
  declared: Declared,
  scopeOf: ScopeOf,
  except: ReadonlySet<string>,
  address: string,
): ReadonlyMap<string, Value> {
  const entries = new Map<string, Value>();
  const lists = new Map<string, Value[]>();
  for (const { block, source } of declared.blocks) {
    if (!except.has(blockType(block))) addBlock(block, scopeOf(source), lists, address);
  }
  addLists(lists, entries);
  return entries;
}

function evaluateBody(body: Body, scope: Scope, address: string, attribute: string): Value {
  const { budget } = scope;
  // A block is more than its arguments: it is an object that is kept.
  budget.spend(20);
  if (!budget.enter()) return budget.tooDeep();
  const entries = new Map<string, Value>();
  for (const [name, { value }] of body.attributes) entries.set(name, evaluate(value, scope));
  const lists = new Map<string, Value[]>();
  for (const block of body.blocks) addBlock(block, scope, lists, address);
  addLists(lists, entries);
  budget.leave();
  const made: OpenMap = { kind: 'map', entries, open: { address, attribute } };
  return made;
}

/** A list of which not even the length is known stands for all blocks of its type, unless some are written out. */
function addLists(lists: ReadonlyMap<string, Value[]>, entries: Map<string, Value>): void {
  for (const [type, items] of lists) {
    const [only] = items;
    entries.set(type, items.length === 1 && only?.kind === 'unknown' ? only : list(items));
  }
}

function addBlock(block: Block, scope: Scope, lists: Map<string, Value[]>, address: string): void {
  const type = blockType(block);
  const items = lists.get(type) ?? [];
  if (block.broken) items.push(unknownAt(scope, block, `the block ${type} has a syntax error`));
  else if (block.type !== 'dynamic') items.push(evaluateBody(block.body, scope, address, type));
  else expandDynamic(block, type, scope, items, address);
  if (items.length > 0) lists.set(type, items);
}

/** One block for each item of `for_each`, with the item under the name of the iterator. */
function expandDynamic(block: Block, type: string, scope: Scope, items: Value[], address: string): void {
  const over = block.body.attributes.get('for_each');
  const content = block.body.blocks.find((inner) => inner.type === 'content');
  if (over === undefined || content === undefined) {
    items.push(unknownAt(scope, block, `the dynamic block ${type} has no for_each or no content`));
    return;
  }
  const pairs = pairsOf(evaluate(over.value, scope));
  if (!Array.isArray(pairs)) {
    items.push(pairs);
    return;
  }
  const named = block.body.attributes.get('iterator')?.value;
  const iterator = named?.kind === 'name' ? named.name : type;
  for (const [key, value] of pairs) {
    if (scope.budget.exhausted) {
      items.push(scope.budget.outOfSteps());
      return;
    }
    const inner = withVariable(
      scope,
      iterator,
      map(
        new Map([
          ['key', key],
          ['value', value],
        ]),
      ),
    );
    items.push(evaluateBody(content.body, inner, address, type));
  }
}

type Pair = readonly [key: Value, value: Value];

function pairsOf(over: Value): Pair[] | Failure | (Value & { readonly kind: 'unknown' }) {
  if (over.kind === 'unknown') return over;
  if (over.kind === 'map') return sortedEntries(over).map(([key, value]) => [text(key), value]);
  if (over.kind !== 'list') return failure(`for_each of a dynamic block is ${kindOf(over)}`);
  const ordered = !isSet(over);
  return over.items.map((item, index) => [ordered ? number(new Decimal(index)) : item, item]);
}

/** Why the content of a broken declaration is not to be trusted. */
export function brokenReason(declared: Declared): Value & { readonly kind: 'unknown' } {
  return unknown('its block has a syntax error', { at: declared.at });
}
