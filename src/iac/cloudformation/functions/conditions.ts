/** Conditions, and `Fn::If`, which chooses by one. */
import { type Unknown, unknown, type Value } from '../../../model/value.ts';
import { type DataNode, textOf } from '../../document/node.ts';
import { toText } from '../../terraform/values/convert.ts';
import type { Scope } from '../scope.ts';
import { argumentsOf, type Evaluate, type IntrinsicFunction, wrong } from './function.ts';

export const choose: IntrinsicFunction = (argument, scope, evaluate) => {
  const [condition, then, otherwise] = argumentsOf(argument, 3) ?? [];
  if (condition === undefined || then === undefined || otherwise === undefined)
    return wrong('Fn::If', 'a condition and two values', argument);
  const name = textOf(condition);
  const holds =
    name === undefined ? evaluateCondition(condition, scope, evaluate) : scope.condition(name, condition.at);
  if (typeof holds === 'boolean') return evaluate(holds ? then : otherwise, scope);
  const [first, second] = [evaluate(then, scope), evaluate(otherwise, scope)];
  // Whatever the condition is, it comes to the same.
  return first !== undefined && second !== undefined && isSame(first, second) === true ? first : holds;
};

/** Whether a condition holds. What is not known matters only where it decides. */
export function evaluateCondition(node: DataNode, scope: Scope, evaluate: Evaluate): boolean | Unknown {
  const { budget } = scope;
  if (!budget.spend(1)) return budget.outOfSteps();
  if (!budget.enter()) return budget.tooDeep();
  try {
    return conditionOf(node, scope, evaluate);
  } finally {
    budget.leave();
  }
}

function conditionOf(node: DataNode, scope: Scope, evaluate: Evaluate): boolean | Unknown {
  const [[name, { node: argument }] = [undefined, { node }]] =
    node.kind === 'map' && node.entries.size === 1 ? node.entries : [];
  const inner = (each: DataNode) => evaluateCondition(each, scope, evaluate);
  switch (name) {
    case 'Condition':
      return scope.condition(textOf(argument) ?? '', argument.at);
    case 'Fn::Equals':
      return equals(argument, scope, evaluate);
    case 'Fn::Not': {
      const [only] = argumentsOf(argument, 1) ?? [];
      const holds = only === undefined ? wrong('Fn::Not', 'one condition', argument) : inner(only);
      return typeof holds === 'boolean' ? !holds : holds;
    }
    case 'Fn::And':
      return decided(argument, false, inner);
    case 'Fn::Or':
      return decided(argument, true, inner);
    default: {
      const value = evaluate(node, scope);
      const written = value === undefined ? undefined : toText(value);
      if (written?.kind === 'unknown') return written;
      if (written?.value === 'true' || written?.value === 'false') return written.value === 'true';
      return unknown('this is no condition', { at: node.at });
    }
  }
}

/** One condition that is `deciding` settles it; else one that is not known leaves it open. */
function decided(
  argument: DataNode,
  deciding: boolean,
  inner: (node: DataNode) => boolean | Unknown,
): boolean | Unknown {
  if (argument.kind !== 'list') return wrong('Fn::And or Fn::Or', 'a list of conditions', argument);
  let open: Unknown | undefined;
  for (const item of argument.items) {
    const holds = inner(item);
    if (holds === deciding) return deciding;
    if (typeof holds !== 'boolean') open ??= holds;
  }
  return open ?? !deciding;
}

function equals(argument: DataNode, scope: Scope, evaluate: Evaluate): boolean | Unknown {
  const [left, right] = argumentsOf(argument, 2) ?? [];
  if (left === undefined || right === undefined) return wrong('Fn::Equals', 'two values', argument);
  const [first, second] = [evaluate(left, scope), evaluate(right, scope)];
  if (first === undefined || second === undefined) return first === second;
  return isSame(first, second);
}

/** Whether two values are the same, as text where they are scalars: `Fn::Equals` does not know kinds. */
function isSame(left: Value, right: Value): boolean | Unknown {
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  if (left.kind === 'list' && right.kind === 'list') {
    if (left.items.length !== right.items.length) return false;
    return allSame(left.items.map((item, index) => [item, right.items[index]]));
  }
  if (left.kind === 'map' && right.kind === 'map') {
    if (left.entries.size !== right.entries.size) return false;
    return allSame([...left.entries].map(([key, value]) => [value, right.entries.get(key)]));
  }
  const [first, second] = [toText(left), toText(right)];
  return first.kind === 'text' && second.kind === 'text'
    ? first.value === second.value
    : left.kind === right.kind;
}

function allSame(pairs: readonly (readonly [Value, Value | undefined])[]): boolean | Unknown {
  let open: Unknown | undefined;
  for (const [left, right] of pairs) {
    const same = right === undefined ? false : isSame(left, right);
    if (same === false) return false;
    if (same !== true) open ??= same;
  }
  return open ?? true;
}
