/** The smallest expressions, and what is written directly after them: steps and arguments. */

import { parseSteps } from './access.ts';
import type { Expression } from './ast.ts';
import { parseObject, parseTuple } from './collections.ts';
import type { Scanner } from './scanner.ts';
import { parseHeredoc, parseQuoted } from './strings.ts';
import * as token from './tokens.ts';

/** A term with its unary operators before it and its steps after it: `-a.b[0]` is `-(a.b[0])`. */
export function parseOperand(scanner: Scanner): Expression {
  const { kind, start } = scanner;
  if (kind === token.MINUS || kind === token.BANG) {
    scanner.enter();
    scanner.advance();
    const operand = parseOperand(scanner);
    scanner.leave();
    return { kind: 'unary', operator: kind === token.MINUS ? '-' : '!', operand, start, end: operand.end };
  }
  const term = parseTerm(scanner);
  if (scanner.kind !== token.DOT && scanner.kind !== token.OPEN_BRACKET) return term;
  const steps = parseSteps(scanner);
  return { kind: 'access', source: term, steps, start, end: steps.at(-1)?.end ?? term.end };
}

function parseTerm(scanner: Scanner): Expression {
  switch (scanner.kind) {
    case token.NAME:
      return parseNamed(scanner);
    case token.QUOTE:
      return parseQuoted(scanner);
    case token.NUMBER:
      return parseNumber(scanner);
    case token.OPEN_BRACKET:
      return parseTuple(scanner);
    case token.OPEN_BRACE:
      return parseObject(scanner);
    case token.HEREDOC:
      return parseHeredoc(scanner);
    case token.OPEN_PAREN: {
      const { newlines } = scanner;
      scanner.newlines = false;
      scanner.advance();
      const inner = scanner.parseExpression(scanner);
      scanner.close(token.CLOSE_PAREN, '`)`', newlines);
      return inner;
    }
    default:
      throw scanner.unexpected('an expression');
  }
}

function parseNumber(scanner: Scanner): Expression {
  const { start, position: end, value: source } = scanner;
  if (!/^[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(source)) throw scanner.unexpected('a number');
  scanner.advance();
  return { kind: 'number', source, start, end };
}

function parseNamed(scanner: Scanner): Expression {
  const { start, position: end, value: name } = scanner;
  scanner.advance();
  if (scanner.kind === token.OPEN_PAREN || scanner.kind === token.DOUBLE_COLON)
    return parseCall(scanner, name, start);
  if (name === 'true') return { kind: 'keyword', value: true, start, end };
  if (name === 'false') return { kind: 'keyword', value: false, start, end };
  if (name === 'null') return { kind: 'keyword', value: null, start, end };
  return { kind: 'name', name, start, end };
}

/** A call whose first name has been read: `::` or `(` is the current token. */
function parseCall(scanner: Scanner, firstName: string, start: number): Expression {
  let name = firstName;
  while (scanner.kind === token.DOUBLE_COLON) {
    scanner.advance();
    if (scanner.kind !== token.NAME) throw scanner.unexpected('the name of a function after `::`');
    name += '::' + scanner.value;
    scanner.advance();
  }
  const { newlines } = scanner;
  if (scanner.kind !== token.OPEN_PAREN) throw scanner.unexpected('`(` after the name of a function');
  scanner.newlines = false;
  scanner.advance();
  const items: Expression[] = [];
  let expandFinal = false;
  while (scanner.kind !== token.CLOSE_PAREN) {
    items.push(scanner.parseExpression(scanner));
    if (scanner.kind === token.COMMA) scanner.advance();
    else if (scanner.kind === token.ELLIPSIS) {
      expandFinal = true;
      scanner.advance();
      break;
    } else if (scanner.kind !== token.CLOSE_PAREN) throw scanner.unexpected('`,` or `)` after an argument');
  }
  const end = scanner.close(token.CLOSE_PAREN, expandFinal ? '`)` after `...`' : '`)`', newlines);
  return { kind: 'call', name, arguments: items, expandFinal, start, end };
}
