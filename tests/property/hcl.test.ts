// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInfrastructure } from '../../src/iac/read.ts';
import type { Body, Expression, Step } from '../../src/iac/terraform/hcl/ast.ts';
import { type ParsedHcl, parseHcl } from '../../src/iac/terraform/hcl/index.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { bodyShape, shape } from '../unit/iac/hcl/support.ts';
import { plain } from '../unit/iac/support.ts';

const SEED = `variable "model" {
  type    = string
  default = "amazon.nova-pro-v1:0"
}

locals {
  names = [for i, n in toset(["a", "b"]) : "\${i}-\${n}" if n != "c"]
  tags  = { for k, v in { x = 1, "y" : 2 } : k => v... }
  text  = <<-EOT
    hello \${var.model} %{ if true ~}
      yes $\${no}
    %{~ else }
    no
    %{ endif }
  EOT
}

resource "aws_bedrock_guardrail" "main" {
  count = var.model == "x" ? 1 : 0 # comment
  name  = "g-\${count.index}" /* another */
  dynamic "filter" {
    for_each = local.names[*]
    content { type = filter.value.0 }
  }
}
module "m" { source = "./m" }
`;

/** Pieces that matter to the grammar, so that mutations go deeper than the first character. */
const pieces = fc.constantFrom(
  '"',
  '${',
  '%{',
  '~}',
  '}',
  '{',
  '(',
  ')',
  '[',
  ']',
  '<<EOT\n',
  'EOT\n',
  '\n',
  '\r\n',
  ',',
  '=',
  '=>',
  '==',
  '...',
  'for ',
  ' in ',
  ' if ',
  '%{ endif }',
  '%{ for x in y }',
  '$${',
  '\\',
  '\\u00e9',
  '#',
  '//',
  '/*',
  '*/',
  '.',
  '[*]',
  '.*',
  '.0',
  '1e5',
  '-',
  '!',
  '&&',
  '? a : b',
  '::',
  ' ',
  '\t',
  'é',
  'e\u0301',
  '\u00a0',
  '😀',
  '\ud800',
  'null',
  'a = 1\n',
  'b {\n',
);

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.nat({ max: SEED.length }),
    remove: fc.oneof(fc.constant(0), fc.nat({ max: 30 })),
    insert: fc.oneof(fc.constant(''), pieces, fc.string({ unit: 'binary', maxLength: 5 })),
  }),
  { minLength: 1, maxLength: 5 },
);

const mutated = edits.map((list) =>
  list.reduce((text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove), SEED),
);
const broken = fc.oneof(
  mutated,
  fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('the parser accepts any text', () => {
  test('without throwing, with every place inside of the file', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const parsed = parseHcl('main.tf', text);
        expect(parsed.diagnostics.length).toBeLessThanOrEqual(LIMITS.diagnosticsListed + 1);
        const lines = text.split('\n');
        for (const { at, message } of parsed.diagnostics) {
          const line = lines[(at?.line ?? 0) - 1];
          expect(line, message).toBeDefined();
          expect(at?.column).toBeGreaterThan(0);
          expect(at?.column).toBeLessThanOrEqual([...(line ?? '')].length + 1);
        }
        checkBody(parsed.body, 0, text.length, parsed);
      }),
      { numRuns: 1_500 },
    );
  });

  test('and the reader reads whatever comes of it, twice the same', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const read = () => {
          const { resources, diagnostics } = readInfrastructure(new Map([['main.tf', text]]), undefined);
          return { resources: resources.map((each) => [each.address, plain(each.attributes)]), diagnostics };
        };
        expect(read()).toEqual(read());
      }),
      { numRuns: 400 },
    );
  });
});

/** Nodes lie inside of what holds them, and arguments and blocks start with their names. */
function checkBody(body: Body, start: number, end: number, parsed: ParsedHcl): void {
  const { text } = parsed.source;
  for (const attribute of body.attributes.values()) {
    expect(text.startsWith(attribute.name, attribute.start)).toBe(true);
    within(attribute, start, end);
    checkExpression(attribute.value);
  }
  for (const block of body.blocks) {
    expect(text.startsWith(block.type, block.start)).toBe(true);
    within(block, start, end);
    checkBody(block.body, block.start, Math.max(block.end, block.start), parsed);
  }
  function checkExpression(node: Expression): void {
    within(node, 0, text.length);
    if (node.kind === 'name') expect(text.slice(node.start, node.end)).toBe(node.name);
    if (node.kind === 'number') expect(text.slice(node.start, node.end)).toBe(node.source);
    for (const inner of children(node)) checkExpression(inner);
  }
}

function within(span: { readonly start: number; readonly end: number }, start: number, end: number): void {
  expect(span.start).toBeGreaterThanOrEqual(start);
  expect(span.end).toBeGreaterThanOrEqual(span.start);
  expect(span.end).toBeLessThanOrEqual(end);
}

function children(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'template':
      return node.parts;
    case 'wrap':
      return [node.value];
    case 'access':
      return [node.source, ...node.steps.flatMap(keysOf)];
    case 'call':
      return node.arguments;
    case 'tuple':
      return node.items;
    case 'object':
      return node.items.flatMap(({ key, value }) => [key, value]);
    case 'for':
      return [node.collection, node.value, ...(node.key === undefined ? [] : [node.key])];
    case 'conditional':
      return [node.condition, node.whenTrue, node.whenFalse];
    case 'binary':
      return [node.left, node.right];
    case 'unary':
      return [node.operand];
    default:
      return [];
  }
}

function keysOf(step: Step): readonly Expression[] {
  if (step.kind === 'index') return [step.key];
  return step.kind === 'splat' ? step.each.flatMap(keysOf) : [];
}

describe('what is written is what is read', () => {
  const parsedValue = (source: string) => {
    const { body, diagnostics } = parseHcl('main.tf', `v = ${source}\n`);
    expect(diagnostics).toEqual([]);
    const value = body.attributes.get('v')?.value;
    return value === undefined ? undefined : shape(value);
  };

  test('texts in quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parsedValue(quoted(text))).toBe(text.normalize('NFC'));
      }),
    );
  });

  test('texts in heredocs', () => {
    const line = fc.string({ unit: 'grapheme-ascii' }).filter((text) => text.trim() !== 'EOT');
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.map((each) => `${each}\n`).join('');
        const escaped = text.replaceAll(/([$%])\{/g, '$1$1{');
        expect(parsedValue(`<<EOT\n${escaped}EOT`)).toBe(text);
      }),
    );
  });

  test('expressions, however they are spaced', () => {
    const name = fc.constantFrom('a', 'b', 'var', 'x-y', 'größe');
    const { expression } = fc.letrec<{ expression: Written }>((tie) => {
      const inner = tie('expression');
      return {
        expression: fc.oneof(
          { depthSize: 'small' },
          name.map((value): Written => [value, ['name', value]]),
          fc.nat().map((value): Written => [String(value), ['number', String(value)]]),
          fc.constantFrom<Written>(['true', true], ['null', null], ['"t"', 't']),
          fc
            .tuple(fc.constantFrom('+', '*', '==', '&&', '||', '<='), inner, inner)
            .map(
              ([operator, left, right]): Written => [
                `(${left[0]}) ${operator} (${right[0]})`,
                [operator, left[1], right[1]],
              ],
            ),
          fc
            .tuple(inner, inner, inner)
            .map(([a, b, c]): Written => [`(${a[0]}) ? ${b[0]} : ${c[0]}`, ['?', a[1], b[1], c[1]]]),
          fc
            .array(inner, { maxLength: 3 })
            .map(
              (items): Written => [
                `[\n${items.map(([source]) => source).join(' ,\n')}]`,
                ['tuple', ...items.map(([, made]) => made)],
              ],
            ),
          fc
            .array(fc.tuple(name, inner), { maxLength: 3 })
            .map(
              (items): Written => [
                `{\n${items.map(([key, [source]]) => `${key} = (${source}) # x\n`).join('')}}`,
                ['object', ...items.map(([key, [, made]]) => [key, made])],
              ],
            ),
          fc
            .tuple(name, fc.array(inner, { maxLength: 2 }))
            .map(
              ([called, items]): Written => [
                `${called}(${items.map(([source]) => source).join(', ')})`,
                ['call', called, items.map(([, made]) => made)],
              ],
            ),
          fc
            .tuple(inner, name)
            .map(([source, step]): Written => [`(${source[0]}).${step}`, ['.', source[1], step]]),
          fc
            .tuple(inner, inner)
            .map(([source, key]): Written => [`(${source[0]})[${key[0]}]`, ['[]', source[1], key[1]]]),
          inner.map((value): Written => [`"<\${ ${value[0]} }>"`, ['template', '<', value[1], '>']]),
        ),
      };
    });
    fc.assert(
      fc.property(expression, ([source, expected]) => {
        // In brackets line breaks mean nothing, so that each expression may hold some.
        expect(parsedValue(`(\n${source}\n)`)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

/** Source text, and the shape that it parses to. */
type Written = readonly [source: string, shape: unknown];

function quoted(text: string): string {
  return JSON.stringify(text)
    .replaceAll('\\b', '\\u0008')
    .replaceAll('\\f', '\\u000c')
    .replaceAll(/([$%])\{/g, '$1$1{');
}

describe('one broken argument costs nothing else', () => {
  const garbage = fc
    .array(
      fc.constantFrom('(', '[', ')', ']', ',', '1 2', '==', '&', "'", '"x', 'a b', '...', '?', ':', '$'),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((list) => list.join(' '));

  test('of the block that it stands in, or of the file', () => {
    fc.assert(
      fc.property(garbage, (bad) => {
        const text = `first = 1\nresource "a" "b" {\n  good = 1\n  bad = ${bad}\n  after = 2\n}\nresource "c" "d" {\n  v = 3\n}\n`;
        const { body, diagnostics } = parseHcl('main.tf', text);
        fc.pre(diagnostics.length > 0);
        const { blocks } = bodyShape(body) as {
          readonly blocks: readonly [string, Record<string, unknown>][];
        };
        expect(body.attributes.has('first')).toBe(true);
        expect(blocks[0]).toMatchObject([
          'resource a b',
          { good: ['number', '1'], bad: ['invalid', 'bad has a syntax error'] },
        ]);
        expect(blocks[0]?.[1]).toHaveProperty('after');
        expect(blocks.at(-1)).toEqual(['resource c d', { v: ['number', '3'] }]);
      }),
      { numRuns: 500 },
    );
  });
});
