/** Type constraints, as the `type` argument of a variable writes them. */
import { NULL, type Value } from '../../../model/value.ts';
import type { CallExpression, Expression } from '../hcl/ast.ts';
import { ANY, type AttributeType, type Type } from '../values/types.ts';

/** Reads a type constraint. What it does not understand is `any`, which converts nothing. */
export function readConstraint(expression: Expression, evaluate: (fallback: Expression) => Value): Type {
  switch (expression.kind) {
    case 'name':
      return namedType(expression.name);
    case 'text':
      return namedType(expression.value);
    case 'call':
      return calledType(expression, evaluate);
    default:
      return ANY;
  }
}

function namedType(name: string): Type {
  switch (name) {
    case 'string':
      return { kind: 'text' };
    case 'number':
      return { kind: 'number' };
    case 'bool':
      return { kind: 'boolean' };
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, element: ANY };
    default:
      return ANY;
  }
}

function calledType(
  { name, arguments: [first] }: CallExpression,
  evaluate: (fallback: Expression) => Value,
): Type {
  if (first === undefined) return namedType(name);
  switch (name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, element: readConstraint(first, evaluate) };
    case 'tuple':
      if (first.kind !== 'tuple') return ANY;
      return { kind: 'tuple', items: first.items.map((item) => readConstraint(item, evaluate)) };
    case 'object': {
      if (first.kind !== 'object') return ANY;
      const attributes = new Map<string, AttributeType>();
      for (const { key, value } of first.items) {
        if (key.kind === 'text') attributes.set(key.value, readAttribute(value, evaluate));
      }
      return { kind: 'object', attributes };
    }
    default:
      return ANY;
  }
}

function readAttribute(expression: Expression, evaluate: (fallback: Expression) => Value): AttributeType {
  if (expression.kind !== 'call' || expression.name !== 'optional') {
    return { type: readConstraint(expression, evaluate), optional: false, fallback: NULL };
  }
  const [inner, fallback] = expression.arguments;
  return {
    type: inner === undefined ? ANY : readConstraint(inner, evaluate),
    optional: true,
    fallback: fallback === undefined ? NULL : evaluate(fallback),
  };
}
