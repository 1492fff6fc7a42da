/** Functions that cut, pair and combine lists, sets and maps. */
import { LIMITS } from '../../../model/limits.ts';
import { type ListValue, text, type Unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { toText } from '../values/convert.ts';
import { unifyItems } from '../values/convert-to.ts';
import { compare } from '../values/equality.ts';
import { makeSet } from '../values/sets.ts';
import { compareTexts, failure, firstUnknown, isSet, list, map, sortedEntries } from '../values/value.ts';
import { define, defineRest, type TerraformFunction } from './function.ts';

export const REARRANGE_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  chunklist: define(['list', 'number'], (_, { items }, size) => {
    if (!size.isInteger() || size.isNegative())
      return failure('chunklist() needs a whole number that is not negative');
    if (items.length === 0) return list([]);
    const length = size.isZero() ? items.length : Math.min(size.toNumber(), items.length);
    const count = Math.ceil(items.length / length);
    return list(Array.from({ length: count }, (_, at) => list(items.slice(at * length, (at + 1) * length))));
  }),
  matchkeys: define(['list', 'list', 'list'], (budget, values, keys, searched) => {
    if (values.items.length !== keys.items.length)
      return failure('matchkeys() got lists of different lengths');
    const all = unifyItems([...keys.items, ...searched.items], budget.spend);
    if ('kind' in all) return all;
    const missing = firstUnknown(all);
    if (missing !== undefined) return missing;
    const wanted = all.slice(keys.items.length);
    if (!budget.spend(keys.items.length * wanted.length)) return budget.outOfSteps();
    const isWanted = (key: Value) => wanted.some((each) => compare(key, each, budget.spend, 0) === true);
    return list(values.items.filter((_, index) => isWanted(all[index] ?? failure('no key'))));
  }),
  transpose: define(['map'], (budget, value) => transpose(value.entries, budget)),
  setproduct: defineRest(['list', 'list'], 'list', (budget, ...lists) => product(lists, budget)),
};

/** Texts in lists under keys become keys, each with the list of the keys that had it. */
function transpose(entries: ReadonlyMap<string, Value>, budget: Budget): Value {
  const made = new Map<string, Set<string>>();
  for (const [key, value] of entries) {
    if (value.kind === 'unknown') return value;
    if (value.kind !== 'list') return failure('transpose() needs a map of lists');
    for (const item of value.items) {
      const name = item.kind === 'null' ? failure('transpose() got null') : toText(item);
      if (name.kind === 'unknown') return name;
      if (!budget.spend(1)) return budget.outOfSteps();
      const keys = made.get(name.value);
      if (keys === undefined) made.set(name.value, new Set([key]));
      else keys.add(key);
    }
  }
  const sorted = [...made].map(
    ([name, keys]) => [name, list([...keys].sort(compareTexts).map(text))] as const,
  );
  return map(new Map(sortedEntries(map(new Map(sorted)))));
}

/** Every way to take one item of each; a set where any of them is one. */
function product(lists: readonly ListValue[], budget: Budget): Value {
  const size = lists.reduce((total, each) => total * each.items.length, 1);
  if (size * lists.length > LIMITS.valueItems) return budget.tooLarge('collection');
  if (!budget.spend(size * lists.length)) return budget.outOfSteps();
  const columns: (readonly Value[])[] = [];
  for (const each of lists) {
    const items: readonly Value[] | Unknown = unifyItems(each.items, budget.spend);
    if ('kind' in items) return items;
    columns.push(items);
  }
  let rows: (readonly Value[])[] = [[]];
  for (const column of columns) rows = rows.flatMap((row) => column.map((item) => [...row, item]));
  const made = rows.map((row) => list(row));
  return lists.some(isSet) ? productSet(made, budget) : list(made);
}

/** A set of lists that all hold the same number of simple items is sorted by them. */
function productSet(rows: readonly ListValue[], budget: Budget): Value {
  const sorted = [...rows].sort((left, right) => {
    for (const [index, item] of left.items.entries()) {
      const other = right.items[index];
      const order = other === undefined ? 0 : compareSimple(item, other);
      if (order !== 0) return order;
    }
    return 0;
  });
  return makeSet(sorted, budget.spend);
}

function compareSimple(left: Value, right: Value): number {
  if (left.kind === 'text' && right.kind === 'text') return compareTexts(left.value, right.value);
  return left.kind === 'number' && right.kind === 'number' ? left.value.comparedTo(right.value) : 0;
}
