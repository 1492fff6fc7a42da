/** JSON values as expressions: strings are templates, as "JSON Configuration Syntax" of Terraform's documentation says. */
import type { Expression, Span } from '../hcl/ast.ts';
import { normalize } from '../hcl/characters.ts';
import type { Source } from '../hcl/source.ts';
import { parseReference, parseTemplate } from '../hcl/template-text.ts';
import type { JsonNode, JsonString } from './nodes.ts';

/** How strings are read: as templates, as they are, or as one expression such as a type or an address. */
export type Reading = 'template' | 'literal' | 'expression';

/** The expression that a JSON value is. Recursion is as deep as the file is nested, which is capped. */
export function toExpression(node: JsonNode, source: Source, reading: Reading): Expression {
  const { start, end } = node;
  switch (node.kind) {
    case 'string':
      return stringExpression(node, source, reading);
    case 'number':
      return { kind: 'number', source: node.source, start, end };
    case 'keyword':
      return { kind: 'keyword', value: node.value, start, end };
    case 'array':
      return {
        kind: 'tuple',
        items: node.items.map((item) => toExpression(item, source, reading)),
        start,
        end,
      };
    case 'object': {
      const inner = reading === 'expression' ? 'template' : reading;
      const items = node.properties.map(({ key, value }) => ({
        key: stringExpression(key, source, inner),
        value: toExpression(value, source, reading),
      }));
      return { kind: 'object', items, start, end };
    }
  }
}

function stringExpression(node: JsonString, source: Source, reading: Reading): Expression {
  const { value, plain, start, end } = node;
  const literal: Expression = { kind: 'text', value: normalize(value), start, end };
  if (reading === 'literal' || (reading === 'template' && !/[$%]\{/.test(value))) return literal;
  const parse = reading === 'template' ? parseTemplate : parseReference;
  if (plain) {
    // Read in its place, so that what stands in it knows where it stands.
    const upToEnd: Source = { ...source, text: source.text.slice(0, end - 1) };
    return parse(source.file, upToEnd.text, upToEnd, start + 1).expression;
  }
  return moved(parse(source.file, value).expression, node);
}

/** An expression whose offsets are those of another text, with all of them at one place. */
function moved(expression: Expression, { start, end }: Span): Expression {
  const copy = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(copy);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === 'start' ? start : key === 'end' ? end : copy(value),
      ]),
    );
  };
  return copy(expression) as Expression;
}
