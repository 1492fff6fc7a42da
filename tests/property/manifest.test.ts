import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesGlob } from '../../src/manifest/glob.ts';
import { readManifest } from '../../src/manifest/read.ts';
import { toInput } from '../../src/manifest/tree.ts';
import { readYaml } from '../../src/manifest/yaml.ts';
import { decimal } from '../../src/model/decimal.ts';
import { DEFAULT_MONTH } from '../../src/model/month.ts';
import { equalRanges } from '../../src/model/range.ts';
import {
  monthly,
  parseStated,
  printStated,
  type Stated,
  type StatedKind,
  type TimeUnit,
} from '../../src/model/stated.ts';
import { FEATURES } from '../unit/manifest/features.ts';

const KINDS: readonly StatedKind[] = [
  { kind: 'rate', unit: 'requests' },
  { kind: 'amount', unit: 'tokens' },
  { kind: 'bytes' },
  { kind: 'bytes-rate' },
  { kind: 'byte-count' },
  { kind: 'share' },
  { kind: 'percent' },
  { kind: 'dollars' },
];
const TIMES: readonly TimeUnit[] = ['second', 'minute', 'hour', 'day', 'week', 'month'];

const kinds = fc.constantFrom(...KINDS);
/** Up to 1e12 with up to six decimals. */
const amounts = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, millionths]) => decimal(millionths).div(1_000_000).plus(whole));

const stated: fc.Arbitrary<readonly [Stated, StatedKind]> = fc
  .tuple(fc.tuple(amounts, amounts, amounts), kinds, fc.constantFrom(...TIMES), fc.boolean())
  .map(([values, kind, per, isMidpoint]) => {
    const scale = kind.kind === 'share' ? 2_000_000_000_000 : 1;
    const [low = decimal(0), middle = low, high = low] = values
      .map((value) => value.div(scale).toDecimalPlaces(18))
      .toSorted((a, b) => a.cmp(b));
    const range = { low, expected: isMidpoint ? low.plus(high).div(2) : middle, high };
    return [kind.kind === 'rate' || kind.kind === 'bytes-rate' ? { range, per } : { range }, kind];
  });

describe('quantities', () => {
  test('what is printed is read back, through YAML', () => {
    fc.assert(
      fc.property(stated, ([quantity, kind]) => {
        const { root } = readYaml('m.yml', `key: ${printStated(quantity, kind)}\n`);
        const input =
          root === undefined ? undefined : (toInput(root) as Readonly<Record<string, unknown>>)['key'];
        const result = parseStated(input, kind);
        if (!result.ok) throw new Error(`${printStated(quantity, kind)}: ${result.message}`);
        expect(equalRanges(result.value.range, quantity.range)).toBe(true);
        expect(result.value.per).toBe(quantity.per);
      }),
    );
  });

  const pieces = fc.array(
    fc.constantFrom(
      '1',
      '0',
      '5.5',
      'k',
      'M',
      '..',
      ' ',
      '/',
      ' per ',
      'day',
      'GB',
      '%',
      '-',
      ',',
      'e',
      '$',
      'tokens',
      'x',
      '.',
    ),
    { maxLength: 8 },
  );
  const texts = fc.oneof(
    pieces.map((parts) => parts.join('')),
    fc.string(),
    fc.string({ unit: 'binary' }),
  );

  test('reading never throws; what is read is in order and not negative, and every hint can be read', () => {
    fc.assert(
      fc.property(texts, kinds, (text, kind) => {
        const result = parseStated(text, kind);
        if (result.ok) {
          const { low, expected, high } = result.value.range;
          expect(low.gte(0) && low.lte(expected) && expected.lte(high) && high.isFinite()).toBe(true);
          const inMonth = monthly(result.value, DEFAULT_MONTH);
          expect(inMonth.low.lte(inMonth.expected) && inMonth.expected.lte(inMonth.high)).toBe(true);
        } else {
          expect(parseStated(result.hint, kind).ok).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('any value at all gives an answer', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
        kinds,
        (value, kind) => {
          expect(typeof parseStated(value, kind).ok).toBe('boolean');
        },
      ),
    );
  });
});

const GOOD = `version: 1
region: us-east-1
month: { days: 30, hours: 730 }
workloads:
  chat:
    requests: 10k per day
    model: amazon.nova-lite-v1:0
    input_tokens: 2000
    output_tokens: { low: 300, expected: 500, high: 900 }
    cache: { tokens: 1500, hit_rate: 80%, ttl: 5m }
    knowledge_base: { embedding: { tokens: 6M per month }, vector_store: { type: large, storage: 5 GB } }
  triage:
    requests: 5/second
    calls: { a: { input_tokens: 5, per_request: 0.2 }, b: { model: { file: x.py } } }
iac:
  - { terraform: infra, variables: { a: [1, { b: null }] } }
resources:
  aws_log_group.a: { ingested: 5 GB per day }
  Logs: { storage: 5 GB, priced_by: Pinecone }
extra_charges:
  - { name: Pinecone, monthly: 60..80, layer: features }
budgets:
  monthly: 200
  layers: { features: { max: 5, action: warn } }
  workloads: { chat: { per_1k_requests: 5 } }
prices: { discount: 5%, exact: [{ subject: a, dimension: b, usd: 1, per: 1k, source: c }] }
`;

/** Every diagnostic is in the file and in its order; every workload is whole. */
function isSound(text: string): void {
  const { manifest, diagnostics } = readManifest('a/m.yml', text, FEATURES);
  const lines = text.split('\n').length;
  let before = 0;
  for (const { at, message } of diagnostics) {
    expect(at?.file).toBe('a/m.yml');
    expect(message.length).toBeGreaterThan(0);
    expect(at?.line ?? 1).toBeLessThanOrEqual(lines);
    if (manifest !== undefined) expect(at?.line ?? 0).toBeGreaterThanOrEqual(before);
    before = at?.line ?? 0;
  }
  for (const { requests, inputTokens, outputTokens } of manifest?.workloads ?? []) {
    for (const stated of [requests, inputTokens, outputTokens]) {
      if (stated === undefined) continue;
      const { low, expected, high } = stated.range;
      expect(low.gte(0) && low.lte(expected) && expected.lte(high)).toBe(true);
    }
  }
}

describe('manifests', () => {
  test('the one that is changed below is good', () => {
    expect(readManifest('a/m.yml', GOOD, FEATURES).diagnostics).toEqual([]);
  });

  test('random text never throws', () => {
    const punctuation = fc.constantFrom(
      '\n',
      ' ',
      '  ',
      ':',
      ': ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      '&a',
      '*a',
      '!',
      '|',
      '>',
      '%',
      '?',
      'a',
      '1',
      '---\n',
      '\t',
      '~',
      '<<',
    );
    const yamlish = fc.array(punctuation, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(yamlish, fc.string(), fc.string({ unit: 'binary' })), isSound), {
      numRuns: 2_000,
    });
    fc.assert(
      fc.property(yamlish, (text) => isSound(`version: 1\nworkloads:\n  a: ${text}`)),
      { numRuns: 1_000 },
    );
  });

  test('a good manifest with a few characters changed never throws', () => {
    const edits = fc.array(
      fc.tuple(
        fc.nat({ max: GOOD.length }),
        fc.nat({ max: 6 }),
        fc.constantFrom(
          '',
          ' ',
          '\n',
          ':',
          ',',
          '[',
          '{',
          '}',
          '-',
          '"',
          '*x',
          '!y',
          '0',
          'x',
          '%',
          '__proto__',
        ),
      ),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(edits, (changes) => {
        let text = GOOD;
        for (const [at, length, insert] of changes)
          text = text.slice(0, at) + insert + text.slice(at + length);
        isSound(text);
      }),
      { numRuns: 700 },
    );
  });

  test('a line that is lost or repeated leaves an answer, and the same one every time', () => {
    const lines = GOOD.split('\n');
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 1 }), fc.boolean(), (index, isRepeated) => {
        const text = lines
          .flatMap((line, at) => (at !== index ? [line] : isRepeated ? [line, line] : []))
          .join('\n');
        isSound(text);
        const messages = () => JSON.stringify(readManifest('a/m.yml', text, FEATURES).diagnostics);
        expect(messages()).toBe(messages());
      }),
    );
  });
});

describe('globs', () => {
  const names = fc.array(fc.constantFrom('a', 'b', 'ab', 'a.b'), { minLength: 1, maxLength: 5 });

  test('a path matches itself, and itself with any folders put in for two stars', () => {
    fc.assert(
      fc.property(names, names, fc.nat({ max: 5 }), (path, folders, at) => {
        expect(matchesGlob(path.join('/'), path.join('/'))).toBe(true);
        const cut = Math.min(at, path.length - 1);
        const pattern = [...path.slice(0, cut), '**', ...path.slice(cut)].join('/');
        const deeper = [...path.slice(0, cut), ...folders, ...path.slice(cut)].join('/');
        expect(matchesGlob(pattern, path.join('/'))).toBe(true);
        expect(matchesGlob(pattern, deeper)).toBe(true);
      }),
    );
  });

  test('the matcher agrees with a regular expression', () => {
    const patterns = fc.array(fc.constantFrom('a', 'b', '*', '*a', 'a*b', '**'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(patterns, names, (pattern, path) => {
        const source = pattern
          .map((name) => (name === '**' ? '(?:[^/]+/)*' : `${name.replaceAll('*', '[^/]*')}/`))
          .join('');
        const expected = new RegExp(`^${source}$`).test(`${path.join('/')}/`);
        expect(matchesGlob(pattern.join('/'), path.join('/'))).toBe(expected);
      }),
    );
  });
});
