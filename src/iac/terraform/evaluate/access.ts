/** Steps on values: attributes, indexes and splats. */
import type { Unknown, Value } from '../../../model/value.ts';
import { unknown } from '../../../model/value.ts';
import type { Step } from '../hcl/ast.ts';
import { toNumber, toText } from '../values/convert.ts';
import { type Failure, failure, isFailure, isOpen, isSet, kindOf, list } from '../values/value.ts';

/** Evaluates the key of an index. */
export type EvaluateKey = (key: (Step & { readonly kind: 'index' })['key']) => Value;

/** The value that the steps lead to. */
export function follow(value: Value, steps: readonly Step[], evaluateKey: EvaluateKey): Value {
  let current = value;
  for (const step of steps) {
    if (isFailure(current)) return current;
    if (step.kind === 'attribute') current = attributeOf(current, step.name);
    else if (step.kind === 'index') current = indexOf(current, evaluateKey(step.key));
    else current = splat(current, (item) => follow(item, step.each, evaluateKey));
  }
  return current;
}

/** `.name` on a value. Of a resource, what is not written is known only after apply. */
export function attributeOf(value: Value, name: string): Value {
  switch (value.kind) {
    case 'unknown':
      return nameAttribute(value, name);
    case 'map': {
      const found = value.entries.get(name);
      if (!isOpen(value)) return found ?? failure(`there is no attribute ${name}`);
      const { address, attribute } = value.open;
      const path = attribute ?? name;
      // Null is what the author leaves to the provider.
      if (found === undefined || found.kind === 'null') return computed(address, path);
      return found.kind === 'unknown' ? referring(found, address, path) : found;
    }
    default:
      return failure(`${kindOf(value)} has no attribute ${name}`);
  }
}

/** An attribute that only the provider knows. */
export function computed(address: string, attribute: string): Unknown {
  return unknown(`${address}.${attribute} is known only after apply`, { refersTo: address, attribute });
}

/** An unknown that refers to a resource as a whole is told which attribute of it is meant. */
function nameAttribute(value: Unknown, name: string): Unknown {
  if (value.refersTo === undefined || value.attribute !== undefined) return value;
  return { ...value, attribute: name };
}

/** An attribute whose own value is unknown is still that attribute of that resource. */
function referring(value: Unknown, address: string, attribute: string): Unknown {
  return value.refersTo === undefined ? { ...value, refersTo: address, attribute } : value;
}

function indexOf(value: Value, key: Value): Value {
  if (isFailure(key) || value.kind === 'unknown') return isFailure(key) ? key : value;
  if (key.kind === 'unknown') return key;
  if (value.kind === 'map') {
    const name = toText(key);
    return name.kind === 'text' ? entryOf(value, name.value) : name;
  }
  if (value.kind !== 'list' || isSet(value)) return failure(`${kindOf(value)} has no index`);
  const position = toNumber(key);
  if (position.kind !== 'number') return position;
  const item = position.value.isInteger() ? value.items[position.value.toNumber()] : undefined;
  return item ?? failure(`there is no item ${position.value.toFixed()} in a list of ${value.items.length}`);
}

function entryOf(value: Value & { readonly kind: 'map' }, name: string): Value | Failure {
  if (isOpen(value)) return attributeOf(value, name);
  return value.entries.get(name) ?? failure(`there is no key "${name}" in a map`);
}

/** `[*]`: the steps taken on each item. Null is no item, and anything that is no list is one. */
function splat(value: Value, each: (item: Value) => Value): Value {
  if (value.kind === 'null') return list([]);
  if (value.kind === 'unknown') return each(value);
  const items = (value.kind === 'list' ? value.items : [value]).map(each);
  return items.find(isFailure) ?? list(items);
}
