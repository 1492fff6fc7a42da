/** Operators: conditional over binary over unary. */
import type { BinaryOperator, Expression } from './ast.ts';
import type { Scanner } from './scanner.ts';
import { parseOperand } from './terms.ts';
import * as token from './tokens.ts';

/** One whole expression from the current token on. The token after it becomes current. */
export function parseExpression(scanner: Scanner): Expression {
  scanner.enter();
  const condition = parseBinary(scanner, 0);
  let result = condition;
  if (scanner.kind === token.QUESTION) {
    scanner.advance();
    const whenTrue = parseExpression(scanner);
    scanner.expect(token.COLON, '`:` of a conditional');
    const whenFalse = parseExpression(scanner);
    const { start } = condition;
    result = { kind: 'conditional', condition, whenTrue, whenFalse, start, end: whenFalse.end };
  }
  scanner.leave();
  return result;
}

/** Operators that bind more tightly than `minimum`. It calls itself at most once for each level of precedence. */
function parseBinary(scanner: Scanner, minimum: number): Expression {
  let left = parseOperand(scanner);
  for (;;) {
    const level = precedenceOf(scanner.kind);
    if (level <= minimum) return left;
    const operator = scanner.value as BinaryOperator;
    scanner.advance();
    const right = parseBinary(scanner, level);
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end };
  }
}

function precedenceOf(kind: number): number {
  switch (kind) {
    case token.OR:
      return 1;
    case token.AND:
      return 2;
    case token.EQUAL_EQUAL:
    case token.NOT_EQUAL:
      return 3;
    case token.LESS:
    case token.LESS_EQUAL:
    case token.GREATER:
    case token.GREATER_EQUAL:
      return 4;
    case token.PLUS:
    case token.MINUS:
      return 5;
    case token.STAR:
    case token.SLASH:
    case token.PERCENT:
      return 6;
    default:
      return 0;
  }
}
