/** Conversion of values to types. */
import { NULL, type Unknown, unknown, type Value } from '../../../model/value.ts';
import { toBoolean, toNumber, toText } from './convert.ts';
import type { Spend } from './equality.ts';
import { makeSet } from './sets.ts';
import { ANY, type AttributeType, type Type, typeOf, unifyTypes } from './types.ts';
import { failure, isFailure, isOpen, kindOf, list, map } from './value.ts';

/**
 * The value as the type wants it: numbers as texts and back, lists as sets, attributes of objects that the type does
 * not name dropped, optional ones filled in. A value that does not fit fails.
 */
export function convertTo(value: Value, type: Type, spend: Spend): Value {
  if (!spend(1)) return unknown('a value is too large to be converted');
  if (value.kind === 'unknown' || value.kind === 'null') return value;
  switch (type.kind) {
    case 'any':
      return value;
    case 'text':
      return toText(value);
    case 'number':
      return toNumber(value);
    case 'boolean':
      return toBoolean(value);
    case 'list':
    case 'set':
      return convertToSequence(value, type.kind, type.element, spend);
    case 'map':
      return convertToMap(value, type.element, spend);
    case 'tuple':
      return convertToTuple(value, type.items, spend);
    case 'object':
      return convertToObject(value, type.attributes, spend);
  }
}

function convertToSequence(value: Value, kind: 'list' | 'set', element: Type, spend: Spend): Value {
  if (value.kind !== 'list') return failure(`${kindOf(value)} stands where a ${kind} is needed`);
  const converted = value.items.map((item) => convertTo(item, element, spend));
  const failed = converted.find(isFailure);
  if (failed !== undefined) return failed;
  const items = element.kind === 'any' ? unifyItems(converted, spend) : converted;
  if ('kind' in items) return items;
  return kind === 'set' ? makeSet(items, spend) : list(items);
}

function convertToMap(value: Value, element: Type, spend: Spend): Value {
  if (value.kind !== 'map') return failure(`${kindOf(value)} stands where a map is needed`);
  const keys = [...value.entries.keys()];
  const converted = [...value.entries.values()].map((item) => convertTo(item, element, spend));
  const failed = converted.find(isFailure);
  if (failed !== undefined) return failed;
  const items = element.kind === 'any' ? unifyItems(converted, spend) : converted;
  if ('kind' in items) return items;
  return map(new Map(keys.map((key, index) => [key, items[index] ?? NULL])));
}

function convertToTuple(value: Value, types: readonly Type[], spend: Spend): Value {
  if (value.kind !== 'list' || value.items.length !== types.length) {
    return failure(`${kindOf(value)} stands where a tuple of ${types.length} items is needed`);
  }
  const items = value.items.map((item, index) => convertTo(item, types[index] ?? ANY, spend));
  return items.find(isFailure) ?? list(items);
}

function convertToObject(value: Value, types: ReadonlyMap<string, AttributeType>, spend: Spend): Value {
  if (value.kind !== 'map') return failure(`${kindOf(value)} stands where an object is needed`);
  const entries = new Map<string, Value>();
  for (const [name, { type, optional, fallback }] of types) {
    const given = value.entries.get(name);
    if (given === undefined && !optional) {
      // What a resource does not state may still be filled in by its provider.
      if (!isOpen(value)) return failure(`the attribute ${name} is missing in an object`);
      entries.set(name, unknown(`${name} is known only after apply`));
      continue;
    }
    const present = given !== undefined && !(optional && given.kind === 'null');
    // A fallback is converted too, so that its own optional attributes are filled in.
    const converted = convertTo(present ? given : fallback, type, spend);
    if (isFailure(converted)) return converted;
    entries.set(name, converted);
  }
  return map(entries);
}

/**
 * The values, converted to the one type that all of them have or can be converted to: numbers and booleans beside texts
 * become texts, also in lists and objects. Unknown where there is no such type.
 */
export function unifyItems(items: readonly Value[], spend: Spend): readonly Value[] | Unknown {
  const [first] = items;
  const simple = first?.kind === 'text' || first?.kind === 'number' || first?.kind === 'boolean';
  if (first === undefined || (simple && items.every((item) => item.kind === first.kind))) return items;
  const type = unifyTypes(items.map((item) => typeOf(item, spend)));
  if (type === undefined) return unknown('values of types that do not fit each other stand together');
  return items.map((item) => convertTo(item, type, spend));
}
