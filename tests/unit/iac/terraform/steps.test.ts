// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sequences are those of HCL
import { describe, expect, test, vi } from 'vitest';
import { LIMITS } from '../../../../src/model/limits.ts';
import { plain, read } from '../support.ts';

/** Lower than in earnest: that all of this ends at the cap does not hang on how high it is. */
vi.mock('../../../../src/model/limits.ts', async (original) => {
  const { LIMITS: inEarnest } = await original<typeof import('../../../../src/model/limits.ts')>();
  return { LIMITS: { ...inEarnest, evaluationSteps: 200_000 } };
});

describe('steps', () => {
  test('end, and what was not evaluated is unknown', () => {
    const nested = '[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : c]]]';
    const files = {
      'main.tf': `resource "t" "t" {\n  v = ${nested}\n  w = 1 + 1\n}\nresource "t" "u" {\n  v = 1 + 1\n}\n`,
    };
    const { resources, diagnostics } = read(files);
    expect(diagnostics.map(({ code }) => code)).toEqual(['limit-exceeded']);
    const why = { unknown: `evaluation takes more than ${LIMITS.evaluationSteps} steps` };
    expect(resources.map(({ attributes }) => plain(attributes))).toEqual([{ v: why, w: why }, { v: why }]);
  });

  test('of one root leave others alone', () => {
    const files = {
      'a/main.tf':
        'resource "t" "t" {\n  count = length([for a in range(1000) : [for b in range(1000) : b]])\n}\n',
      'b/main.tf': 'resource "t" "t" {\n  v = 1 + 1\n}\n',
    };
    const b = read(files, { directory: 'b' });
    expect(b.diagnostics).toEqual([]);
  });

  test('count what is shared in a value each time it is looked at', () => {
    const lines = Array.from(
      { length: 60 },
      (_, index) => `  l${index + 1} = [local.l${index}, local.l${index}]\n`,
    );
    const declarations = `locals {\n  l0 = ["x"]\n${lines.join('')}}\n`;
    for (const expression of [
      'jsonencode(local.l60)',
      'local.l60 == local.l60',
      'flatten(local.l60)',
      'toset(local.l60)',
    ]) {
      const main = `${declarations}resource "t" "t" {\n  v = ${expression}\n}\n`;
      expect(read({ 'main.tf': main }).diagnostics.map(({ code }) => code)).toEqual(['limit-exceeded']);
    }
  });
});

describe('modules in modules', () => {
  test('that multiply end at the steps', () => {
    const files = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [
        `m${index}/main.tf`,
        `module "n" {\n  count  = 1000\n  source = "../m${index + 1}"\n}\nresource "a" "b" {}\n`,
      ]),
    );
    const { diagnostics, resources } = read({ ...files, 'm10/main.tf': '' }, { directory: 'm0' });
    expect(diagnostics).toMatchObject([{ code: 'limit-exceeded' }]);
    expect(resources.length).toBeLessThanOrEqual(LIMITS.resources);
  });
});

describe('long texts', () => {
  test.each([
    ['yamldecode', 'join("", [for i in range(9999) : "- a: [b, c]\\n"])'],
    ['sha512', 'join("", [for i in range(9999) : "abcdefghi"])'],
    ['base64sha256', 'join("", [for i in range(9999) : "abcdefghi"])'],
  ])('%s of many ends with the steps', (name, value) => {
    const main = `locals {\n  x = ${value}\n}\nresource "t" "t" {\n  count = 1000\n  v = ${name}("\${local.x}- ${'${count.index}'}")\n}\n`;
    const { resources, diagnostics } = read({ 'main.tf': main });
    expect(diagnostics).toMatchObject([{ code: 'limit-exceeded' }]);
    expect(resources.at(-1)?.attributes.entries.get('v')).toMatchObject({ kind: 'unknown' });
  });
});
