/** Types: as a variable states them, as a value has them, and the one that several values share. */
import { LIMITS } from '../../../model/limits.ts';
import { NULL, type Value } from '../../../model/value.ts';
import type { Spend } from './equality.ts';
import { isOpen, isSet } from './value.ts';

export type Type =
  | { readonly kind: 'any' | 'text' | 'number' | 'boolean' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: Type }
  | { readonly kind: 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, AttributeType> };

export interface AttributeType {
  readonly type: Type;
  readonly optional: boolean;
  /** For an optional attribute that is absent or null. */
  readonly fallback: Value;
}

export const ANY: Type = { kind: 'any' };

/** The type of a value. What is unknown can be anything, and so can a resource, which may have more attributes. */
export function typeOf(value: Value, spend: Spend, depth = 0): Type {
  if (!spend(1) || depth > LIMITS.hclDepth) return ANY;
  switch (value.kind) {
    case 'text':
    case 'number':
    case 'boolean':
      return { kind: value.kind };
    case 'list': {
      const items = value.items.map((item) => typeOf(item, spend, depth + 1));
      return isSet(value) ? { kind: 'set', element: unifyTypes(items) ?? ANY } : { kind: 'tuple', items };
    }
    case 'map': {
      if (isOpen(value)) return ANY;
      const attributes = new Map<string, AttributeType>();
      for (const [name, item] of value.entries)
        attributes.set(name, attribute(typeOf(item, spend, depth + 1)));
      return { kind: 'object', attributes };
    }
    default:
      return ANY;
  }
}

function attribute(type: Type): AttributeType {
  return { type, optional: false, fallback: NULL };
}

/** The type that all can be converted to; `undefined` where there is none. */
export function unifyTypes(types: readonly Type[]): Type | undefined {
  const known = types.filter((type) => type.kind !== 'any');
  const [first] = known;
  if (first === undefined) return ANY;
  if (known.every((type) => type.kind === 'tuple')) return unifyTuples(known);
  if (known.every((type) => type.kind === 'object')) return unifyObjects(known);
  if (known.every((type) => type.kind === 'set' || type.kind === 'tuple')) {
    // A list beside a set becomes a set.
    const element = unifyTypes(known.flatMap(elementTypes));
    return element === undefined ? undefined : { kind: 'set', element };
  }
  if (known.every((type) => type.kind === first.kind)) return isSimple(first) ? first : undefined;
  return known.every(isSimple) && known.some((type) => type.kind === 'text') ? { kind: 'text' } : undefined;
}

function elementTypes(type: Type): readonly Type[] {
  if (type.kind === 'tuple') return type.items;
  return 'element' in type ? [type.element] : [];
}

function isSimple({ kind }: Type): boolean {
  return kind === 'text' || kind === 'number' || kind === 'boolean';
}

/** Lists of one length item by item, others with one type for all items. */
function unifyTuples(types: readonly (Type & { readonly kind: 'tuple' })[]): Type | undefined {
  const [first, ...others] = types;
  if (first === undefined || !others.every((type) => type.items.length === first.items.length)) {
    const element = unifyTypes(types.flatMap((type) => type.items));
    return element === undefined ? undefined : { kind: 'list', element };
  }
  const items: Type[] = [];
  for (const index of first.items.keys()) {
    const item = unifyTypes(types.map((type) => type.items[index] ?? ANY));
    if (item === undefined) return undefined;
    items.push(item);
  }
  return { kind: 'tuple', items };
}

/** Objects of the same attributes one by one, others as maps with one type for all values. */
function unifyObjects(types: readonly (Type & { readonly kind: 'object' })[]): Type | undefined {
  const [first, ...others] = types;
  const names = [...(first?.attributes.keys() ?? [])];
  const same = others.every(
    ({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)),
  );
  if (!same) {
    const element = unifyTypes(
      types.flatMap(({ attributes }) => [...attributes.values()].map(({ type }) => type)),
    );
    return element === undefined ? undefined : { kind: 'map', element };
  }
  const attributes = new Map<string, AttributeType>();
  for (const name of names) {
    const type = unifyTypes(types.map((each) => each.attributes.get(name)?.type ?? ANY));
    if (type === undefined) return undefined;
    attributes.set(name, attribute(type));
  }
  return { kind: 'object', attributes };
}
