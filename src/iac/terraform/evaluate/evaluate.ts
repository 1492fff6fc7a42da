/** Expressions to values. What cannot be known is unknown, with the reason and the place where it was lost. */
import { LIMITS } from '../../../model/limits.ts';
import { NULL, text, type Value } from '../../../model/value.ts';
import { callFunction } from '../functions/call.ts';
import type {
  AccessExpression,
  BinaryExpression,
  CallExpression,
  ConditionalExpression,
  Expression,
  NameExpression,
  ObjectExpression,
} from '../hcl/ast.ts';
import { toBoolean, toText } from '../values/convert.ts';
import { unifyItems } from '../values/convert-to.ts';
import { parseNumber } from '../values/numbers.ts';
import { boolean, failure, isFailure, list, map } from '../values/value.ts';
import { follow } from './access.ts';
import { callFileFunction } from './files.ts';
import { evaluateFor } from './loop.ts';
import { applyBinary, applyLogical, applyUnary } from './operators.ts';
import { renderTemplate } from './render.ts';
import { loopVariable, placed, type Scope, unknownAt } from './scope.ts';
import { concatenate } from './template.ts';

/** The value of an expression. It never throws, and ends in the steps and the depth that the budget allows. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const { budget } = scope;
  budget.mark(scope.source, expression.start);
  if (!budget.spend(1)) return placed(budget.outOfSteps(), scope, expression);
  if (!budget.enter()) return placed(budget.tooDeep(), scope, expression);
  const value = evaluateKind(expression, scope);
  budget.leave();
  // What was made while steps ran out may be cut short.
  return placed(budget.exhausted ? budget.outOfSteps() : value, scope, expression);
}

function evaluateKind(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'text':
      return text(expression.value);
    case 'name':
      return evaluateReference(expression, [], scope);
    case 'access':
      return evaluateAccess(expression, scope);
    case 'number':
      return parseNumber(expression.source) ?? failure(`${expression.source} is no number`);
    case 'keyword':
      return expression.value === null ? NULL : boolean(expression.value);
    case 'wrap':
      return evaluate(expression.value, scope);
    case 'template':
      return concatenate(
        expression.parts.map((part) => evaluate(part, scope)),
        scope.budget,
      );
    case 'join': {
      const texts = evaluateFor(expression.loop, scope, evaluate);
      return texts.kind === 'list' ? concatenate(texts.items, scope.budget) : texts;
    }
    case 'conditional':
      return evaluateConditional(expression, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'unary':
      return applyUnary(expression.operator, evaluate(expression.operand, scope));
    case 'tuple': {
      const items = expression.items.map((item) => evaluate(item, scope));
      return items.find(isFailure) ?? list(items);
    }
    case 'object':
      return evaluateObject(expression, scope);
    case 'for':
      return evaluateFor(expression, scope, evaluate);
    case 'call':
      return evaluateCall(expression, scope);
    case 'invalid':
      return unknownAt(scope, expression, expression.why);
  }
}

function evaluateReference(
  expression: NameExpression,
  steps: AccessExpression['steps'],
  scope: Scope,
): Value {
  const variable = loopVariable(scope, expression.name);
  const evaluateKey = (key: Expression) => evaluate(key, scope);
  if (variable !== undefined) return follow(variable, steps, evaluateKey);
  const { value, taken } = scope.names.resolve(expression.name, steps, scope);
  return follow(value, steps.slice(taken), evaluateKey);
}

function evaluateAccess({ source, steps }: AccessExpression, scope: Scope): Value {
  if (source.kind === 'name') return evaluateReference(source, steps, scope);
  return follow(evaluate(source, scope), steps, (key) => evaluate(key, scope));
}

/** The chosen branch. Terraform makes both branches one type, so for some values the type of the other one matters. */
function evaluateConditional(first: ConditionalExpression, scope: Scope): Value {
  const condition = toBoolean(evaluate(first.condition, scope));
  if (condition.kind === 'unknown') return condition;
  const [chosen, other] = condition.value
    ? [first.whenTrue, first.whenFalse]
    : [first.whenFalse, first.whenTrue];
  const value = evaluate(chosen, scope);
  // A text stays a text beside anything that it can stand beside.
  if (value.kind === 'unknown' || value.kind === 'null' || value.kind === 'text') return value;
  const unified = unifyItems([value, evaluate(other, scope)], scope.budget.spend);
  return 'kind' in unified ? unified : (unified[0] ?? value);
}

/** Chains of operators lean to the left and can be long, so they are walked in a loop. */
function evaluateBinary(expression: BinaryExpression, scope: Scope): Value {
  const chain: BinaryExpression[] = [];
  let first: Expression = expression;
  for (; first.kind === 'binary'; first = first.left) chain.push(first);
  let value = evaluate(first, scope);
  for (const { operator, right } of chain.reverse()) {
    if (operator === '&&' || operator === '||')
      value = applyLogical(operator, value, () => evaluate(right, scope));
    else value = applyBinary(operator, value, evaluate(right, scope), scope.budget.spend);
  }
  return value;
}

function evaluateObject(expression: ObjectExpression, scope: Scope): Value {
  const entries = new Map<string, Value>();
  for (const item of expression.items) {
    const key = toText(evaluate(item.key, scope));
    if (key.kind === 'unknown') return key;
    const value = evaluate(item.value, scope);
    if (isFailure(value)) return value;
    entries.set(key.value, value);
  }
  return map(entries);
}

function evaluateCall(expression: CallExpression, scope: Scope): Value {
  const { name } = expression;
  if (name === 'try') return evaluateTry(expression, scope);
  if (name === 'can') {
    const [value] = expression.arguments.map((argument) => evaluate(argument, scope));
    if (value === undefined) return failure('can() needs an argument');
    return value.kind === 'unknown' && !isFailure(value) ? value : boolean(!isFailure(value));
  }
  const values = expression.arguments.map((argument) => evaluate(argument, scope));
  if (expression.expandFinal) {
    const last = values.pop();
    if (last?.kind !== 'list')
      return last?.kind === 'unknown' ? last : failure('`...` stands behind no list');
    if (values.length + last.items.length > LIMITS.valueItems) return scope.budget.tooLarge('collection');
    values.push(...last.items);
  }
  return (
    callFileFunction(name, values, scope) ??
    renderTemplate(name, values, scope, evaluate) ??
    callFunction(name, values, scope.budget)
  );
}

/** The first argument that does not fail. One that is unknown might still fail, so nothing is known after it. */
function evaluateTry(expression: CallExpression, scope: Scope): Value {
  let last: Value = failure('try() needs an argument');
  for (const argument of expression.arguments) {
    last = evaluate(argument, scope);
    if (!isFailure(last)) return last;
  }
  return last;
}
