// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../../src/model/limits.ts';
import type { Value } from '../../../../src/model/value.ts';
import { type Files, number, plain, read, resourceAt } from '../support.ts';

const codes = (files: Files) => [...new Set(read(files).diagnostics.map(({ code }) => code))];
const value = (
  expression: string,
  declarations = '',
): { readonly value: Value | undefined; readonly codes: readonly string[] } => {
  const reading = read({ 'main.tf': `${declarations}resource "t" "t" {\n  v = ${expression}\n}\n` });
  return {
    value: resourceAt(reading, 't.t').attributes.entries.get('v'),
    codes: [...new Set(reading.diagnostics.map(({ code }) => code))],
  };
};

describe('instances of a block', () => {
  const counted = (count: number) => ({ 'main.tf': `resource "a" "b" {\n  count = ${count}\n}\n` });

  test('are read up to the limit', () => {
    const { resources, diagnostics } = read(counted(LIMITS.instancesPerBlock));
    expect(resources).toHaveLength(LIMITS.instancesPerBlock);
    expect(diagnostics).toEqual([]);
  });

  test.each([LIMITS.instancesPerBlock + 1, 1_000_000_000])('over it only the first are, of %i', (count) => {
    const { resources, diagnostics } = read(counted(count));
    expect(resources).toHaveLength(LIMITS.instancesPerBlock);
    expect(diagnostics).toMatchObject([{ code: 'limit-exceeded', severity: 'error', at: { line: 2 } }]);
  });

  test('of for_each, too', () => {
    const forEach = (size: number) => ({
      'main.tf': `resource "a" "b" {\n  for_each = { for i in range(${size}) : i => i }\n}\n`,
    });
    expect(codes(forEach(LIMITS.instancesPerBlock))).toEqual([]);
    const { resources, diagnostics } = read(forEach(LIMITS.instancesPerBlock + 1));
    expect(resources).toHaveLength(LIMITS.instancesPerBlock);
    expect(diagnostics).toMatchObject([{ code: 'limit-exceeded' }]);
  });
});

describe('resources of a tree', () => {
  const blocks = LIMITS.resources / LIMITS.instancesPerBlock;
  const block = (index: number) => `resource "a" "b${index}" {\n  count = ${LIMITS.instancesPerBlock}\n}\n`;
  const full = Array.from({ length: blocks }, (_, index) => block(index)).join('');

  test('are read up to the limit', () => {
    const { resources, diagnostics } = read({ 'main.tf': full });
    expect(resources).toHaveLength(LIMITS.resources);
    expect(diagnostics).toEqual([]);
  });

  test('over it only the first are', () => {
    const { resources, diagnostics } = read({ 'main.tf': `${full}resource "a" "more" {}\n` });
    expect(resources).toHaveLength(LIMITS.resources);
    expect(diagnostics).toMatchObject([{ code: 'limit-exceeded' }]);
  });
});

describe('collections', () => {
  test('may have as many items as the limit', () => {
    expect(plain(value(`length(range(${LIMITS.valueItems}))`).value)).toEqual(number(LIMITS.valueItems));
  });

  test.each([
    `range(${LIMITS.valueItems + 1})`,
    'range(1000000000)',
    'concat(local.half, local.half, [1])',
    'flatten([local.half, local.half, [1]])',
    '[for a in range(100001) : a]',
  ])('%s has too many', (expression) => {
    const made = value(expression, `locals {\n  half = range(${LIMITS.valueItems / 2})\n}\n`);
    expect(made.codes).toEqual(['limit-exceeded']);
    expect(made.value?.kind).toBe('unknown');
  });
});

describe('texts', () => {
  const half = LIMITS.valueCharacters / 2;
  const declarations = `locals {\n  half = format("%${half}s", "x")\n}\n`;

  test('may have as many characters as the limit', () => {
    expect(plain(value('length("${local.half}${local.half}")', declarations).value)).toEqual(
      number(LIMITS.valueCharacters),
    );
  });

  test.each([
    '"${local.half}${local.half}x"',
    'format("%1000000000d", 1)',
    'join("", [local.half, local.half, "x"])',
    'replace("xxx", "x", local.half)',
    'indent(1000000, "a\\nb\\nc")',
    'jsonencode([local.half, local.half])',
  ])('%s has too many', (expression) => {
    const made = value(expression, declarations);
    expect(made.codes).toEqual(['limit-exceeded']);
    expect(plain(made.value)).toEqual({
      unknown: `a text would have more than ${LIMITS.valueCharacters} characters`,
    });
  });

  test('that double again and again end at the limit', () => {
    const lines = Array.from(
      { length: 80 },
      (_, index) => `  l${index + 1} = "\${local.l${index}}\${local.l${index}}"\n`,
    );
    const made = value('local.l80', `locals {\n  l0 = "x"\n${lines.join('')}}\n`);
    expect(made.codes).toEqual(['limit-exceeded']);
  });
});

describe('depth', () => {
  const chain = (length: number) => {
    const lines = Array.from({ length }, (_, index) => `  l${index} = local.l${index + 1}\n`);
    return `locals {\n${lines.join('')}  l${length} = 1\n}\n`;
  };

  test('of references is fine up to the limit', () => {
    // The attribute and the last local are two more.
    const made = value('local.l0', chain(LIMITS.evaluationDepth - 2));
    expect(made).toEqual({ value: expect.objectContaining({ kind: 'number' }), codes: [] });
  });

  test.each([LIMITS.evaluationDepth - 1, 20_000])('is cut over it, at %i', (length) => {
    const made = value('local.l0', chain(length));
    expect(made.codes).toEqual(['limit-exceeded']);
    expect(plain(made.value)).toEqual({
      unknown: `expressions are nested in each other more than ${LIMITS.evaluationDepth} deep`,
    });
  });

  test.each([
    ['resources', (index: number) => `resource "a" "r${index}" {\n  v = [a.r${index + 1}]\n}\n`],
    ['counts', (index: number) => `resource "a" "r${index}" {\n  count = length(a.r${index + 1})\n}\n`],
    [
      'modules',
      (index: number) => `module "r${index}" {\n  source = "./m"\n  x = module.r${index + 1}.o\n}\n`,
    ],
    [
      'dynamic blocks',
      (index: number) =>
        `resource "a" "r${index}" {\n  dynamic "b" {\n    for_each = [a.r${index + 1}]\n    content {}\n  }\n}\n`,
    ],
  ])('of %s that refer to each other is cut, too', (_, block) => {
    const blocks = Array.from({ length: 600 }, (__, index) => block(index)).join('');
    const files = {
      'main.tf': blocks,
      'm/main.tf': 'variable "x" {}\noutput "o" {\n  value = var.x\n}\nresource "a" "b" {\n  v = var.x\n}\n',
    };
    expect(codes(files)).toEqual(['limit-exceeded']);
  });
});

describe('modules in modules', () => {
  const nest = (depth: number): Files => ({
    ...Object.fromEntries(
      Array.from({ length: depth }, (_, index) => [
        `m${index}/main.tf`,
        `module "n" {\n  source = "../m${index + 1}"\n}\n`,
      ]),
    ),
    [`m${depth}/main.tf`]: 'resource "a" "b" {}\n',
  });
  const deep = (depth: number) => read(nest(depth), { directory: 'm0' });

  test('are read up to the limit', () => {
    expect(deep(LIMITS.moduleDepth)).toMatchObject({ resources: [{ type: 'a' }], diagnostics: [] });
  });

  test('over it are not, and that is said', () => {
    expect(deep(LIMITS.moduleDepth + 1)).toMatchObject({
      resources: [],
      diagnostics: [{ code: 'limit-exceeded' }],
    });
  });

  test('that call themselves end there', () => {
    const { diagnostics } = read({ 'a/main.tf': 'module "a" {\n  source = "../a"\n}\n' }, { directory: 'a' });
    expect(diagnostics).toMatchObject([{ code: 'limit-exceeded' }]);
  });
});
