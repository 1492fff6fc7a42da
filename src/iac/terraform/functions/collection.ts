/** Functions on lists, sets and maps. */
import { Decimal } from '../../../model/decimal.ts';
import { LIMITS } from '../../../model/limits.ts';
import { type ListValue, NULL, text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { isAscii } from '../hcl/characters.ts';
import { toBoolean, toText } from '../values/convert.ts';
import { unifyItems } from '../values/convert-to.ts';
import { compare } from '../values/equality.ts';
import { distinctSimple, makeSet } from '../values/sets.ts';
import {
  boolean,
  compareTexts,
  failure,
  firstUnknown,
  list,
  map,
  number,
  sortedEntries,
} from '../values/value.ts';
import { define, defineOptional, defineRest, type TerraformFunction } from './function.ts';

export const COLLECTION_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  length: define(['value'], (_, value) => {
    if (value.kind === 'list') return number(new Decimal(value.items.length));
    if (value.kind === 'map') return number(new Decimal(value.entries.size));
    if (value.kind === 'text') {
      // Terraform counts what people see as characters; beyond ASCII that is not the same as code points.
      return isAscii(value.value)
        ? number(new Decimal(value.value.length))
        : unknown('length() of text beyond ASCII is not evaluated');
    }
    return failure('length() needs a collection or a text');
  }),
  concat: defineRest(['list'], 'list', (budget, ...lists) => {
    const size = lists.reduce((sum, each) => sum + each.items.length, 0);
    return size > LIMITS.valueItems
      ? budget.tooLarge('collection')
      : list(lists.flatMap((each) => each.items));
  }),
  merge: defineRest([], 'any', (budget, ...maps) => {
    const missing = firstUnknown(maps);
    if (missing !== undefined) return missing;
    const merged = new Map<string, Value>();
    for (const each of maps) {
      if (each.kind === 'null') continue;
      if (each.kind !== 'map') return failure('merge() needs maps');
      for (const [key, value] of each.entries) merged.set(key, value);
      if (merged.size > LIMITS.valueItems) return budget.tooLarge('collection');
      if (!budget.spend(each.entries.size)) return budget.outOfSteps();
    }
    return map(merged);
  }),
  lookup: defineOptional(
    ['map', 'text'],
    'any',
    (_, value, key, fallback) =>
      value.entries.get(key) ?? fallback ?? failure(`lookup() finds no key "${key}"`),
  ),
  keys: define(['map'], (_, value) => list(sortedEntries(value).map(([key]) => text(key)))),
  values: define(['map'], (_, value) => list(sortedEntries(value).map(([, item]) => item))),
  zipmap: define(['list', 'list'], (_, keys, values) => {
    if (keys.items.length !== values.items.length) return failure('zipmap() got lists of different lengths');
    const names = keys.items.map(toText);
    const entries = new Map<string, Value>();
    for (const [index, name] of names.entries()) {
      if (name.kind === 'unknown') return name;
      entries.set(name.value, values.items[index] ?? NULL);
    }
    return map(entries);
  }),
  contains: define(['list', 'value'], (budget, value, searched) => {
    let answer: Value = boolean(false);
    for (const item of value.items) {
      const same = compare(item, searched, budget.spend, 0);
      if (same === true) return boolean(true);
      if (same !== false) answer = same;
    }
    return answer;
  }),
  element: define(['list', 'number'], (_, value, index) => {
    const { items } = value;
    if (items.length === 0 || !index.isInteger()) return failure('element() finds no item');
    // Older releases of Terraform refuse what newer ones count from the end.
    if (index.isNegative())
      return unknown('element() with a negative index depends on the release of Terraform');
    return items[index.mod(items.length).toNumber()] ?? NULL;
  }),
  slice: define(['list', 'number', 'number'], (_, value, start, end) => {
    const fits = start.gte(0) && end.gte(start) && end.lte(value.items.length);
    return fits
      ? list(value.items.slice(start.toNumber(), end.toNumber()))
      : failure('slice() is out of range');
  }),
  reverse: define(['list'], (_, value) => list([...value.items].reverse())),
  sort: define(['list'], (_, value) => {
    const items = value.items.map(toText);
    const missing = firstUnknown(items);
    if (missing !== undefined) return missing;
    return list(
      items
        .flatMap((item) => (item.kind === 'text' ? [item.value] : []))
        .sort(compareTexts)
        .map(text),
    );
  }),
  compact: define(['list'], (_, value) => {
    const items = value.items.filter((item) => item.kind !== 'null').map(toText);
    return firstUnknown(items) ?? list(items.filter((item) => item.kind === 'text' && item.value !== ''));
  }),
  distinct: define(['list'], (budget, value) => {
    const items = unifyItems(value.items, budget.spend);
    return 'kind' in items ? items : distinctItems(items, budget);
  }),
  index: define(['list', 'value'], (budget, value, searched) => {
    for (const [position, item] of value.items.entries()) {
      const same = compare(item, searched, budget.spend, 0);
      if (same !== false) return same === true ? number(new Decimal(position)) : same;
    }
    return failure('index() finds no such item');
  }),
  flatten: define(['list'], (budget, value) => {
    const made: Value[] = [];
    return flattenInto(value.items, made, budget, 0) ?? list(made);
  }),
  one: define(['list'], (_, value) => {
    if (value.items.length > 1) return failure('one() got more than one item');
    return value.items[0] ?? NULL;
  }),
  coalesce: defineRest([], 'any', (_, ...values) => coalesce(values)),
  coalescelist: defineRest(
    [],
    'list',
    (_, ...lists) =>
      lists.find((each) => each.items.length > 0) ?? failure('coalescelist() finds no list with items'),
  ),
  alltrue: define(['list'], (_, value) => decide(value.items, false)),
  anytrue: define(['list'], (_, value) => decide(value.items, true)),
  setunion: defineRest(['list'], 'list', (budget, ...sets) => {
    const items = unifyItems(
      sets.flatMap((each) => each.items),
      budget.spend,
    );
    return 'kind' in items ? items : makeSet(items, budget.spend);
  }),
  setsubtract: define(['list', 'list'], (budget, value, removed) => keepItems(value, removed, false, budget)),
  setintersection: defineRest(['list'], 'list', (budget, first, ...others) => {
    let kept: Value = makeSet(first.items, budget.spend);
    for (const other of others) if (kept.kind === 'list') kept = keepItems(kept, other, true, budget);
    return kept;
  }),
};

/** The items that are, or are not, among others, as a set. */
function keepItems(value: ListValue, others: ListValue, present: boolean, budget: Budget): Value {
  const all = unifyItems([...value.items, ...others.items], budget.spend);
  if ('kind' in all) return all;
  const missing = firstUnknown(all);
  if (missing !== undefined) return missing;
  const compared = all.slice(value.items.length);
  if (!budget.spend(value.items.length * compared.length)) return budget.outOfSteps();
  const kept = all.slice(0, value.items.length).filter((item) => {
    return compared.some((other) => compare(item, other, budget.spend, 0) === true) === present;
  });
  return makeSet(kept, budget.spend);
}

function distinctItems(items: readonly Value[], budget: Budget): Value {
  const simple = distinctSimple(items);
  if (simple !== undefined) return list(simple);
  const missing = firstUnknown(items);
  if (missing !== undefined) return missing;
  const made: Value[] = [];
  for (const item of items) {
    if (!budget.spend(made.length)) return budget.outOfSteps();
    if (!made.some((other) => compare(item, other, budget.spend, 0) === true)) made.push(item);
  }
  return list(made);
}

/** Lists in lists, however deep, as one list. What is unknown might be a list itself, so then nothing is known. */
function flattenInto(
  items: readonly Value[],
  made: Value[],
  budget: Budget,
  depth: number,
): Unknown | undefined {
  if (depth > LIMITS.hclDepth) return unknown('a list is nested too deeply for flatten()');
  for (const item of items) {
    if (!budget.spend(1)) return budget.outOfSteps();
    if (item.kind === 'unknown') return item;
    if (item.kind !== 'list') made.push(item);
    else {
      const problem = flattenInto(item.items, made, budget, depth + 1);
      if (problem !== undefined) return problem;
    }
    if (made.length > LIMITS.valueItems) return budget.tooLarge('collection');
  }
  return undefined;
}

/** The first value that is neither null nor an empty text. One that is unknown might be it. */
function coalesce(values: readonly Value[]): Value {
  const found = values.find(
    (value) => value.kind !== 'null' && !(value.kind === 'text' && value.value === ''),
  );
  if (found === undefined) return failure('coalesce() got nothing but null and empty texts');
  const collections = values.filter((value) => value.kind === 'list' || value.kind === 'map').length;
  const simple =
    values.filter((value) => value.kind !== 'null' && value.kind !== 'unknown').length - collections;
  if (collections > 0 && simple > 0) return failure('coalesce() got values of different types');
  const beside = values.some((value) => value.kind === 'text');
  return beside && (found.kind === 'number' || found.kind === 'boolean') ? toText(found) : found;
}

/** Whether all items are true, or any: one item that decides is enough. */
function decide(items: readonly Value[], decisive: boolean): Value {
  let answer: Value = boolean(!decisive);
  for (const item of items) {
    const value = item.kind === 'null' ? boolean(false) : toBoolean(item);
    if (value.kind === 'boolean' && value.value === decisive) return value;
    if (value.kind === 'unknown') answer = value;
  }
  return answer;
}
