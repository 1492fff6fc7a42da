/** Operators on values. */
import type { Unknown, Value } from '../../../model/value.ts';
import type { BinaryOperator } from '../hcl/ast.ts';
import { toBoolean, toNumber } from '../values/convert.ts';
import { equals, type Spend } from '../values/equality.ts';
import { add, divide, multiply, remainder, subtract } from '../values/numbers.ts';
import { boolean, firstUnknown, isFailure, number } from '../values/value.ts';

/** A binary operator other than `&&` and `||`. */
export function applyBinary(operator: BinaryOperator, left: Value, right: Value, spend: Spend): Value {
  if (operator === '==' || operator === '!=') {
    const failed = [left, right].find(isFailure);
    if (failed !== undefined) return failed;
    const same = equals(left, right, spend);
    return typeof same === 'boolean' ? boolean(same === (operator === '==')) : same;
  }
  const a = toNumber(left);
  const b = toNumber(right);
  if (a.kind !== 'number' || b.kind !== 'number') return firstUnknown([a, b]) ?? a;
  switch (operator) {
    case '+':
      return add(a.value, b.value);
    case '-':
      return subtract(a.value, b.value);
    case '*':
      return multiply(a.value, b.value);
    case '/':
      return divide(a.value, b.value);
    case '%':
      return remainder(a.value, b.value);
    case '<':
      return boolean(a.value.lt(b.value));
    case '<=':
      return boolean(a.value.lte(b.value));
    case '>':
      return boolean(a.value.gt(b.value));
    default:
      return boolean(a.value.gte(b.value));
  }
}

/**
 * `&&` and `||`. The left side can decide alone, and then the right one is not looked at, as in Terraform from 1.12
 * on; a right side that decides does so even where the left one is unknown.
 */
export function applyLogical(operator: '&&' | '||', left: Value, right: () => Value): Value {
  const decisive = operator === '||';
  const a = toBoolean(left);
  if (isFailure(a) || (a.kind === 'boolean' && a.value === decisive)) return a;
  const b = toBoolean(right());
  if (isFailure(b) || (b.kind === 'boolean' && b.value === decisive)) return b;
  return a.kind === 'unknown' ? a : b;
}

/** `!` and `-`. */
export function applyUnary(operator: '!' | '-', operand: Value): Value | Unknown {
  if (operator === '!') {
    const value = toBoolean(operand);
    return value.kind === 'boolean' ? boolean(!value.value) : value;
  }
  const value = toNumber(operand);
  return value.kind === 'number' ? number(value.value.neg()) : value;
}
