/** Sets: distinct items in Terraform's order. */
import type { Unknown, Value } from '../../../model/value.ts';
import { unknown } from '../../../model/value.ts';
import { compare, type Spend } from './equality.ts';
import { compareTexts, firstUnknown, type SetValue } from './value.ts';

/**
 * The items as a set: texts sorted by code point, numbers by size, false before true. Sets of collections are kept in
 * the order in which they are written, which Terraform does not promise either. One unknown item makes the whole set
 * unknown, since it may equal another.
 */
export function makeSet(items: readonly Value[], spend: Spend): SetValue | Unknown {
  const missing = firstUnknown(items);
  if (missing !== undefined) return missing;
  const simple = distinctSimple(items);
  if (simple !== undefined) return { kind: 'list', items: simple.sort(compareSimple), set: true };
  const distinct: Value[] = [];
  for (const item of items) {
    const same = distinct.some((other) => compare(item, other, spend, 0) === true);
    if (!spend(distinct.length)) return unknown('a set has too many items');
    if (!same) distinct.push(item);
  }
  return { kind: 'list', items: distinct, set: true };
}

/** Items that are all texts, all numbers or all booleans, each once, in their order; otherwise `undefined`. */
export function distinctSimple(items: readonly Value[]): Value[] | undefined {
  const seen = new Map<string, Value>();
  for (const item of items) {
    if (item.kind !== items[0]?.kind) return undefined;
    if (item.kind === 'text') seen.set(item.value, seen.get(item.value) ?? item);
    else if (item.kind === 'number' || item.kind === 'boolean') {
      const key = item.kind === 'number' ? item.value.toString() : String(item.value);
      seen.set(key, seen.get(key) ?? item);
    } else return undefined;
  }
  return [...seen.values()];
}

function compareSimple(left: Value, right: Value): number {
  if (left.kind === 'text' && right.kind === 'text') return compareTexts(left.value, right.value);
  if (left.kind === 'number' && right.kind === 'number') return left.value.comparedTo(right.value);
  if (left.kind === 'boolean' && right.kind === 'boolean') return Number(left.value) - Number(right.value);
  return 0;
}
