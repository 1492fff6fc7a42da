/**
 * Manifests made to do harm. Each gives the diagnostic that it must, loses nothing beside what is wrong, and leaves
 * the process as it was.
 */
import { describe, expect, test } from 'vitest';
import { type ManifestResult, readManifest } from '../../src/manifest/read.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { FEATURES } from '../unit/manifest/features.ts';

const FILE = 'bedrock-cost.yml';

function read(text: string): ManifestResult {
  return readManifest(FILE, text, FEATURES);
}

function codes(text: string): ReadonlySet<string> {
  return new Set(read(text).diagnostics.map(({ code }) => code));
}

/** Reads `text` beside a good workload, which must survive. */
function readBeside(text: string): ManifestResult {
  const result = read(`version: 1\nworkloads:\n  good: { requests: 5/day }\n${text}`);
  expect(result.manifest?.workloads.map(({ name }) => name)).toContain('good');
  return result;
}

/** What the reader says of a value where requests a month stand: as the value of `requests`, with a time or without. */
function quantity(value: string): { readonly message: string; readonly hint: string | undefined } {
  const { diagnostics, manifest } = readBeside(`  bad:\n    requests: ${value}\n`);
  expect(manifest?.workloads.length).toBe(1);
  expect(diagnostics.map(({ code, at }) => [code, at?.line])).toEqual([['manifest-quantity', 5]]);
  return { message: diagnostics[0]?.message ?? '', hint: diagnostics[0]?.hint };
}

describe('aliases', () => {
  const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
  for (let level = 1; level < 12; level++) {
    bomb.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(',')}]`);
  }

  test('Y01: ten to the twelfth, by aliases of aliases, is not expanded', () => {
    expect(codes(bomb.join('\n'))).toContain('yaml-alias');
    const { diagnostics } = readBeside(`${bomb.join('\n')}\n`);
    expect(diagnostics.filter(({ code }) => code === 'yaml-alias').length).toBe(12);
  });

  test('Y02: an alias of what it stands in', () => {
    expect(codes('a: &a [*a]\n')).toEqual(new Set(['yaml-alias', 'manifest-version']));
    expect(codes('version: 1\nworkloads: &a { w: *a }\n')).toEqual(new Set(['yaml-alias']));
    readBeside('  bad: &a { uses: [*a] }\n');
  });
});

describe('size and depth', () => {
  test.each([
    ['Y04: lists in one line', '- '.repeat(20_000) + 'x'],
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['compact maps', '? '.repeat(50_000)],
    ['a whole file of them', `version: 1\nworkloads: ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('%s', (_, text) => {
    const { manifest, diagnostics } = read(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(['limit-exceeded']);
    expect(manifest).toBeUndefined();
  });

  test('Y05: very many keys are over the size, or read in one pass', () => {
    const keys = Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(codes(keys)).toEqual(new Set(['limit-exceeded']));
    const fitting = keys.slice(0, keys.lastIndexOf('\n', LIMITS.manifestBytes));
    const { diagnostics } = read(fitting);
    const count = fitting.split('\n').length;
    expect(count).toBeGreaterThan(20_000);
    expect(diagnostics.filter(({ code }) => code === 'manifest-unknown-key').length).toBe(count);
  });

  test('Y23: a file of comments is over the size', () => {
    expect(codes(`${'#\n'.repeat(500_000)}a: 1\n`)).toEqual(new Set(['limit-exceeded']));
  });

  test('the same key over and over is compared once each time', () => {
    const { diagnostics } = read(`version: 1\n${'k: 1\n'.repeat(40_000)}`);
    expect(diagnostics.length).toBe(40_000 - 1);
  });

  test('names that are nearly known are compared with few of them', () => {
    const names = Array.from({ length: 4_000 }, (_, index) => `name-${index}`);
    const workloads = names.map((name) => `  ${name}: {}`).join('\n');
    const budgets = names.map((name) => `    x${name}: { monthly: 5 }`).join('\n');
    const { manifest, diagnostics } = read(
      `version: 1\nworkloads:\n${workloads}\nbudgets:\n  workloads:\n${budgets}\n`,
    );
    expect(manifest?.workloads.length).toBe(4_000);
    expect(diagnostics.length).toBe(4_000);
    expect(
      diagnostics.every(({ code, severity }) => code === 'budget-unmatched' && severity === 'warning'),
    ).toBe(true);
  });
});

describe('keys that objects have', () => {
  test('Y07: nothing is polluted, and no key is dropped in silence', () => {
    const { diagnostics } = readBeside(
      '__proto__:\n  polluted: 1\nconstructor:\n  prototype: {polluted: 1}\n',
    );
    expect({}).not.toHaveProperty('polluted');
    expect(diagnostics.map(({ code }) => code)).toEqual(['manifest-unknown-key', 'manifest-unknown-key']);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('`__proto__`'),
      expect.stringContaining('`constructor`'),
    ]);
  });

  test('Y08: as names of workloads they are refused, each of them', () => {
    const { diagnostics } = readBeside(
      '  __proto__: {layer: x}\n  toString: {layer: y}\n  hasOwnProperty: {layer: z}\n',
    );
    const names = diagnostics.filter(({ code }) => code === 'manifest-name');
    expect(names.map(({ at }) => at?.line)).toEqual([4, 5, 6]);
    expect(names.map(({ message }) => message)).toEqual([
      expect.stringContaining('`__proto__`'),
      expect.stringContaining('`toString`'),
      expect.stringContaining('`hasOwnProperty`'),
    ]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s at every depth',
    (key) => {
      const { diagnostics } =
        readBeside(`  bad: { ${key}: {}, cache: { ${key}: 1 }, calls: { ${key}: {}, a: { ${key}: 1 } } }
resources: { aws_log_group.logs: { ${key}: 1 } }
budgets: { ${key}: 1, layers: { ${key}: 1 } }
prices: { ${key}: 1, exact: [{ ${key}: 1 }] }
iac: [{ terraform: a, ${key}: 1 }]
extra_charges: [{ ${key}: 1 }]
month: { ${key}: 1 }
`);
      const named = diagnostics.filter(({ message }) => message.includes(key));
      expect(named.map(({ at }) => at?.line)).toEqual([4, 4, 4, 4, 5, 6, 6, 7, 7, 8, 9, 10]);
      expect({}).not.toHaveProperty('polluted');
    },
  );

  test('as an address or a variable they are data', () => {
    const { manifest } = readBeside(
      'iac: [{ terraform: a, variables: { __proto__: 1, constructor: 2 } }]\nresources: { constructor: { priced_by: A } }\nextra_charges: [{ name: A, monthly: 1, layer: features }]\n',
    );
    expect([...(manifest?.iac?.[0]?.variables.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
    expect(manifest?.resources.get('constructor')?.pricedBy).toBe('A');
    expect(manifest?.resources.get('__proto__')).toBeUndefined();
  });

  test('Y26: a length is a name, and allocates nothing', () => {
    const { manifest, diagnostics } = read('version: 1\nworkloads: {length: 4294967295}\n');
    expect(diagnostics.map(({ code }) => code)).toEqual(['manifest-type']);
    expect(manifest?.workloads).toEqual([]);
  });

  test('Y20: keys are text', () => {
    expect(codes('? [a, b]\n: 1\n')).toContain('yaml-key');
    readBeside('? [a, b]\n: 1\n');
  });
});

describe('other documents, tags and directives', () => {
  test('Y10: one document in a file', () => {
    expect(codes('a: 1\n---\na: 999999\n')).toContain('yaml-documents');
    const { manifest, diagnostics } = read(
      'version: 1\nbudgets: { monthly: 1 }\n---\nversion: 1\nbudgets: { monthly: 999999 }\n',
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-documents']);
    expect(manifest?.budgets.map(({ max }) => max.toFixed())).toEqual(['1']);
  });

  test('Y11: a tag is refused, and nothing runs', () => {
    const { diagnostics } = readBeside('x: !!js/function "function(){return process.env}"\n');
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-tag']);
  });

  test.each(['!!binary aGVsbG8=', '!!merge <<', '!!float 5', '!!timestamp 2026-01-01', '!Ref x', '! 5'])(
    'the tag of %s',
    (value) => {
      const { manifest } = readBeside(`  bad: { input_tokens: ${value} }\n`);
      expect(manifest?.workloads.length).toBe(1);
      expect(codes(`version: 1\nworkloads: { bad: { input_tokens: ${value} } }\n`)).toEqual(
        new Set(['yaml-tag']),
      );
    },
  );

  test('Y25: a list is no manifest', () => {
    const { manifest, diagnostics } = read('- just\n- a list\n');
    expect(manifest).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'manifest-type', message: 'The manifest is a list; expected a map of keys.' },
    ]);
  });
});

describe('numbers', () => {
  test.each([
    ['Y13', '1e400', 'not finite'],
    ['Y14', '.nan', 'not a finite number'],
    ['infinity', '-.inf', 'not a finite number'],
    ['Y16', '99999999999999999999999', '`99999999999999999999999` is above the maximum of 1000000000000000'],
    ['Y16 with a time', '99999999999999999999999 per month', 'is above the maximum of 1000000000000000'],
    ['negative', '-5 per month', 'is negative'],
    ['a negative zero', '-0 per month', 'is negative'],
  ])('%s: %s', (_, value, reason) => {
    expect(quantity(value).message).toContain(reason);
  });

  test('Y17: a separator is refused, and not read as text or as 1', () => {
    expect(quantity('1,000')).toEqual({
      message: expect.stringContaining('`1,000` has a separator between its digits'),
      hint: 'requests: 1000 per month',
    });
    expect(quantity('1_000').hint).toBe('requests: 1000 per month');
    const { manifest, diagnostics } = readBeside(
      '  bad: { input_tokens: 1,000, output_tokens: 1,000,000 }\n',
    );
    expect(manifest?.workloads.length).toBe(1);
    expect(diagnostics.map(({ hint }) => hint)).toEqual(['input_tokens: 1000', 'output_tokens: 1000000']);
  });

  test.each([
    ['0x3E8', 'requests: 1000 per month'],
    ['0o17', 'requests: 15 per month'],
    ['010', 'requests: 10 per month'],
    ['1e3', 'requests: 1000 per month'],
    ['+5', 'requests: 5 per month'],
    ['.5', 'requests: 0.5 per month'],
    ['5.', 'requests: 5 per month'],
  ])('Y19: %s is not in plain decimal digits', (value, hint) => {
    expect(quantity(value)).toEqual({
      message: expect.stringContaining('is not in plain decimal digits'),
      hint,
    });
    const { manifest } = readBeside(`  bad: { input_tokens: ${value} }\n`);
    expect(manifest?.workloads.length).toBe(1);
  });
});

describe('characters that cannot be seen', () => {
  const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

  test('Y22: they are refused in names, and shown as U+FFFD', () => {
    const { manifest, diagnostics } = readBeside(`  "a\\0b\\x1b[31m": { requests: 5/day }
  other: { calls: { "a\\u202eb": {} } }
extra_charges: [{ name: "a\\0b\\x1b[31m", monthly: 5, layer: features }]
`);
    expect(manifest?.workloads.length).toBe(1);
    expect(manifest?.extraCharges).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['manifest-name', 'manifest-name', 'manifest-type']);
    expect(diagnostics[0]?.message).toContain('`a\uFFFDb\uFFFD[31m`');
  });

  test('no sentence of ours has one', () => {
    const evil = '"\\0\\x1b[31m\\u202e\\u200b\\u2028\\n::error::x"';
    const { diagnostics } = readBeside(`  ${evil}: 5
  bad: { ${evil}: ${evil}, requests: ${evil}, tier: ${evil}, model: ${evil}, calls: { ${evil}: 5 }, uses: [${evil}] }
${evil}: ${evil}
region: ${evil}
iac: [{ terraform: ${evil}, variables: { ${evil}: 0x5 } }]
resources: { ${evil}: { ${evil}: 5, priced_by: ${evil} } }
budgets: { workloads: { ${evil}: { monthly: ${evil} } } }
prices: { models: { ${evil}: ${evil} } }
`);
    expect(diagnostics.length).toBeGreaterThan(12);
    for (const { message, hint } of diagnostics) {
      expect(message).not.toMatch(UNSEEN);
      expect(hint ?? '').not.toMatch(UNSEEN);
    }
  });

  test('what is long is cut', () => {
    const long = 'x'.repeat(10_000);
    const { diagnostics } = readBeside(
      `  ${long}: 5
  bad: { ${long}: ${long}, requests: ${long}, tier: ${long}, model: [${long}], uses: [${'1'.repeat(10_000)}] }
  two: { calls: { ${'y'.repeat(10)}: { per_request: ${'9'.repeat(10_000)} } }, input_tokens: ${'9'.repeat(10_000)} }
${long}: ${long}
`
        .replaceAll(`${long}: ${long}`, `k${long.slice(0, 900)}: ${long}`)
        .replace(`  ${long}: 5`, `  n${long.slice(0, 900)}: 5`),
    );
    expect(diagnostics.length).toBeGreaterThan(6);
    for (const { message, hint } of diagnostics) {
      expect(message.length).toBeLessThan(500);
      expect((hint ?? '').length).toBeLessThan(250);
    }
  });
});
