/** `for` expressions: a list or an object made of the items of another collection. */

import { Decimal } from '../../../model/decimal.ts';
import { LIMITS } from '../../../model/limits.ts';
import { text, type Unknown, type Value } from '../../../model/value.ts';
import type { Expression, ForExpression } from '../hcl/ast.ts';
import { toBoolean, toText } from '../values/convert.ts';
import { failure, isFailure, isSet, kindOf, list, map, number, sortedEntries } from '../values/value.ts';
import { type Scope, withVariable } from './scope.ts';

/** Evaluates an expression; given from outside, since loops stand in expressions and expressions in loops. */
export type Evaluate = (expression: Expression, scope: Scope) => Value;

/** The list or object that a `for` expression makes. */
export function evaluateFor(loop: ForExpression, scope: Scope, evaluate: Evaluate): Value {
  const collection = evaluate(loop.collection, scope);
  const items = itemsOf(collection, loop.keyName !== undefined);
  if (!Array.isArray(items)) return items;
  return loop.key === undefined
    ? makeList(loop, items, scope, evaluate)
    : makeObject(loop, loop.key, items, scope, evaluate);
}

type Item = readonly [key: Value, value: Value];

/** The items with their keys; where nothing asks for keys, lists get none. */
function itemsOf(collection: Value, keyed: boolean): Item[] | Unknown {
  switch (collection.kind) {
    case 'unknown':
      return collection;
    case 'list':
      if (!keyed || isSet(collection)) return collection.items.map((item) => [item, item]);
      return collection.items.map((item, index) => [number(new Decimal(index)), item]);
    case 'map':
      return sortedEntries(collection).map(([key, item]) => [text(key), item]);
    default:
      return failure(`${kindOf(collection)} has no items`);
  }
}

function makeList(loop: ForExpression, items: readonly Item[], scope: Scope, evaluate: Evaluate): Value {
  const made: Value[] = [];
  for (const item of items) {
    const inner = itemScope(loop, item, scope);
    const included = isIncluded(loop, inner, evaluate);
    if (typeof included !== 'boolean') return included;
    if (!included) continue;
    const value = evaluate(loop.value, inner);
    if (isFailure(value)) return value;
    made.push(value);
    if (made.length > LIMITS.valueItems) return scope.budget.tooLarge('collection');
    if (scope.budget.exhausted) return scope.budget.outOfSteps();
  }
  return list(made);
}

function makeObject(
  loop: ForExpression,
  keyExpression: Expression,
  items: readonly Item[],
  scope: Scope,
  evaluate: Evaluate,
): Value {
  const made = new Map<string, Value>();
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const inner = itemScope(loop, item, scope);
    const included = isIncluded(loop, inner, evaluate);
    if (typeof included !== 'boolean') return included;
    if (!included) continue;
    const key = toText(evaluate(keyExpression, inner));
    if (key.kind === 'unknown') return key;
    const value = evaluate(loop.value, inner);
    if (isFailure(value)) return value;
    if (loop.grouped) {
      const group = groups.get(key.value);
      if (group === undefined) groups.set(key.value, [value]);
      else group.push(value);
    } else if (made.has(key.value)) return failure(`a for expression makes the key "${key.value}" twice`);
    else made.set(key.value, value);
    if (made.size > LIMITS.valueItems) return scope.budget.tooLarge('collection');
    if (scope.budget.exhausted) return scope.budget.outOfSteps();
  }
  return loop.grouped ? map(new Map([...groups].map(([key, group]) => [key, list(group)]))) : map(made);
}

function itemScope(loop: ForExpression, [key, value]: Item, scope: Scope): Scope {
  const inner = withVariable(scope, loop.valueName, value);
  return loop.keyName === undefined ? inner : withVariable(inner, loop.keyName, key);
}

function isIncluded(loop: ForExpression, scope: Scope, evaluate: Evaluate): boolean | Unknown {
  if (loop.condition === undefined) return true;
  const condition = toBoolean(evaluate(loop.condition, scope));
  return condition.kind === 'boolean' ? condition.value : condition;
}
