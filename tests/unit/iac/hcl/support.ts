/** Parses HCL in tests, and shows trees as short nested lists. */
import type { Body, Expression, Step } from '../../../../src/iac/terraform/hcl/ast.ts';
import { type ParsedHcl, parseHcl } from '../../../../src/iac/terraform/hcl/index.ts';

export function parse(text: string): ParsedHcl {
  return parseHcl('main.tf', text);
}

/** The expression of `v = …`, which must parse. */
export function expression(source: string): Expression {
  const { body, diagnostics } = parse(`v = ${source}\n`);
  const value = body.attributes.get('v')?.value;
  if (diagnostics.length > 0 || value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** The shape of an expression, without places. */
export function shape(node: Expression): unknown {
  switch (node.kind) {
    case 'number':
      return ['number', node.source];
    case 'keyword':
      return node.value;
    case 'text':
      return node.value;
    case 'name':
      return ['name', node.name];
    case 'template':
      return ['template', ...node.parts.map(shape)];
    case 'wrap':
      return ['wrap', shape(node.value)];
    case 'join':
      return ['join', shape(node.loop)];
    case 'access':
      return steps(shape(node.source), node.steps);
    case 'call':
      return ['call', node.name, node.arguments.map(shape), ...(node.expandFinal ? ['...'] : [])];
    case 'tuple':
      return ['tuple', ...node.items.map(shape)];
    case 'object':
      return ['object', ...node.items.map(({ key, value }) => [shape(key), shape(value)])];
    case 'for': {
      const names = node.keyName === undefined ? [node.valueName] : [node.keyName, node.valueName];
      const result = node.key === undefined ? [shape(node.value)] : [shape(node.key), shape(node.value)];
      const condition = node.condition === undefined ? [] : [['if', shape(node.condition)]];
      return [
        'for',
        names,
        shape(node.collection),
        ...result,
        ...condition,
        ...(node.grouped ? ['...'] : []),
      ];
    }
    case 'conditional':
      return ['?', shape(node.condition), shape(node.whenTrue), shape(node.whenFalse)];
    case 'binary':
      return [node.operator, shape(node.left), shape(node.right)];
    case 'unary':
      return [`${node.operator}x`, shape(node.operand)];
    case 'invalid':
      return ['invalid', node.why];
  }
}

function steps(source: unknown, each: readonly Step[]): unknown {
  return each.reduce((made, step) => {
    if (step.kind === 'attribute') return ['.', made, step.name];
    if (step.kind === 'index') return ['[]', made, shape(step.key)];
    return [step.full ? '[*]' : '.*', made, steps('item', step.each)];
  }, source);
}

/** The shape of a body: arguments by name, then blocks. */
export function bodyShape(body: Body): unknown {
  return {
    ...Object.fromEntries([...body.attributes].map(([name, { value }]) => [name, shape(value)])),
    ...(body.blocks.length === 0
      ? {}
      : {
          blocks: body.blocks.map((block) => [
            [block.type, ...block.labels].join(' ') + (block.broken ? ' (broken)' : ''),
            bodyShape(block.body),
          ]),
        }),
  };
}

/** `line:column message` of each problem. */
export function problems(text: string): readonly string[] {
  return parse(text).diagnostics.map(({ at, message }) => `${at?.line}:${at?.column} ${message}`);
}
