/** Tuples, objects and `for` expressions. */
import type { Expression, ObjectItem } from './ast.ts';
import { parseLoopNames } from './pieces.ts';
import type { Scanner } from './scanner.ts';
import * as token from './tokens.ts';

/** `[…]`, whose opening bracket is the current token. */
export function parseTuple(scanner: Scanner): Expression {
  const { start, newlines } = scanner;
  scanner.newlines = false;
  scanner.advance();
  if (isFor(scanner)) return parseFor(scanner, start, token.CLOSE_BRACKET, newlines);
  const items: Expression[] = [];
  while (scanner.kind !== token.CLOSE_BRACKET) {
    items.push(scanner.parseExpression(scanner));
    if (scanner.kind === token.COMMA) scanner.advance();
    else if (scanner.kind !== token.CLOSE_BRACKET)
      throw scanner.unexpected('`,` or `]` after an item of a list');
  }
  const end = scanner.close(token.CLOSE_BRACKET, '`]`', newlines);
  return { kind: 'tuple', items, start, end };
}

/** `{…}`, whose opening brace is the current token. Items end with a comma or a line break. */
export function parseObject(scanner: Scanner): Expression {
  const { start, newlines } = scanner;
  scanner.newlines = false;
  scanner.advance();
  if (isFor(scanner)) return parseFor(scanner, start, token.CLOSE_BRACE, newlines);
  scanner.newlines = true;
  const items: ObjectItem[] = [];
  for (;;) {
    while (scanner.kind === token.NEWLINE) scanner.advance();
    if (scanner.kind === token.CLOSE_BRACE) break;
    const key = parseKey(scanner);
    if (scanner.kind !== token.EQUALS && scanner.kind !== token.COLON) {
      throw scanner.unexpected('`=` or `:` after the key of an object');
    }
    scanner.advance();
    items.push({ key, value: scanner.parseExpression(scanner) });
    if (scanner.kind === token.COMMA || scanner.kind === token.NEWLINE) scanner.advance();
    else if (scanner.kind !== token.CLOSE_BRACE) {
      throw scanner.unexpected('`,`, a line break or `}` after an item of an object');
    }
  }
  const end = scanner.close(token.CLOSE_BRACE, '`}`', newlines);
  return { kind: 'object', items, start, end };
}

/** A bare name is a key as it stands, also where it is a keyword; anything else is evaluated. */
function parseKey(scanner: Scanner): Expression {
  const evaluated = scanner.kind === token.OPEN_PAREN;
  const key = scanner.parseExpression(scanner);
  if (evaluated) return key;
  const { start, end } = key;
  if (key.kind === 'name') return { kind: 'text', value: key.name, start, end };
  if (key.kind === 'keyword') return { kind: 'text', value: String(key.value), start, end };
  return key;
}

function isFor(scanner: Scanner): boolean {
  return scanner.kind === token.NAME && scanner.value === 'for';
}

/** `for … in … : …` up to and with the closing bracket; `for` is the current token. */
function parseFor(scanner: Scanner, start: number, closer: number, newlines: boolean): Expression {
  scanner.advance();
  const names = parseLoopNames(scanner);
  const collection = scanner.parseExpression(scanner);
  scanner.expect(token.COLON, '`:` after the collection of a `for`');
  let key: Expression | undefined;
  let value = scanner.parseExpression(scanner);
  const isObject = closer === token.CLOSE_BRACE;
  if (scanner.kind === token.ARROW) {
    if (!isObject)
      throw scanner.unexpected('one value', 'A `for` in `[ ]` makes a list, which has no keys; write `{ }`.');
    scanner.advance();
    key = value;
    value = scanner.parseExpression(scanner);
  } else if (isObject) throw scanner.unexpected('`=>` after the key of a `for`');
  const grouped = scanner.kind === token.ELLIPSIS;
  if (grouped) {
    if (!isObject) throw scanner.unexpected('`if` or `]`', 'Only a `for` in `{ }` groups with `...`.');
    scanner.advance();
  }
  let condition: Expression | undefined;
  if (scanner.kind === token.NAME && scanner.value === 'if') {
    scanner.advance();
    condition = scanner.parseExpression(scanner);
  }
  const end = scanner.close(closer, isObject ? '`if` or `}`' : '`if` or `]`', newlines);
  return { kind: 'for', ...names, collection, key, value, condition, grouped, start, end };
}
