/** What must hold of every estimate, whatever is used of whatever. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare.ts';
import { type Charge, quantityOf } from '../../src/model/charge.ts';
import { type Decimal, decimal } from '../../src/model/decimal.ts';
import { addRanges, exactly, mapRange, NOTHING, type Range, SCENARIOS } from '../../src/model/range.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Estimated, estimated, total } from '../unit/estimate/estimating.ts';

/** One number of a manifest that says how much is used, as low, expected and high. */
type Leaf = readonly [number, number, number];

/** Takes the next number, from 0 to `most`, as a manifest writes it. */
type Take = (most: number, per?: 'per month') => unknown;

type Keys = Readonly<Record<string, unknown>>;

const MODELS = [
  'global.anthropic.claude-haiku-4-5-20251001-v1:0',
  'us.anthropic.claude-sonnet-4-6',
  'global.anthropic.claude-haiku-5-5',
  'global.openai.gpt-6.1-sol',
  'amazon.nova-pro-v1:0',
  'openai.gpt-oss-120b-1:0',
];

/** Ways in which a workload calls its model. What lowers a bill the more there is of it is fixed. */
const CALLS: readonly ((take: Take) => Keys)[] = [
  (take) => ({ input_tokens: take(300_000), output_tokens: take(5000) }),
  (take) => ({
    input_tokens: take(20_000),
    output_tokens: take(500),
    retries: '3%',
    calls_per_request: take(12),
  }),
  (take) => ({ input_tokens: take(5000), output_tokens: take(500), tier: 'batch' }),
  (take) => ({
    output_tokens: take(800),
    prompt: {
      system: take(3000),
      history: { turns: take(20), user: take(300), assistant: take(500) },
      chunks: { count: take(20), tokens: take(500) },
      images: { count: take(4), tokens: 1600 },
      question: take(200),
    },
  }),
  (take) => ({
    calls: {
      plan: { input_tokens: take(9000), output_tokens: take(300), per_request: take(3) },
      answer: { input_tokens: take(9000), output_tokens: take(900) },
    },
  }),
  (take) => ({
    input_tokens: take(9000),
    output_tokens: take(300),
    guardrail: {
      filters: ['content', 'sensitive-information'],
      text_units_per_request: take(8),
      blocked_inputs: '4%',
    },
  }),
];

/** Features beside the calls. */
const FEATURES: readonly ((take: Take) => Keys)[] = [
  (take) => ({
    knowledge_base: {
      embedding: { model: 'amazon.titan-embed-text-v2:0', tokens: take(1e9, 'per month') },
      vector_store: {
        type: 's3-vectors',
        vectors: take(3e7),
        dimensions: 1024,
        queries: take(1e6, 'per month'),
      },
      rerank: { model: 'amazon.rerank-v1:0', queries_per_request: take(3), chunks_per_query: take(400) },
    },
  }),
  () => ({ knowledge_base: { vector_store: { type: 'opensearch-serverless', ocus: 2, storage: '0 GB' } } }),
  (take) => ({ images: { model: 'amazon.nova-canvas-v1:0', count: take(4), size: 1024 } }),
  (take) => ({ video: { model: 'amazon.nova-reel-v1:1', seconds: take(30) } }),
  (take) => ({
    speech: { model: 'amazon.nova-2-sonic-v1:0', input_tokens: take(5000), output_tokens: take(5000) },
  }),
  (take) => ({ nova_act: { agent_hours: take(1000, 'per month') } }),
  (take) => ({ web_grounding: { searches_per_request: take(3) } }),
  () => ({ prompt_routing: {} }),
  (take) => ({
    evaluation: {
      human_tasks: take(1000, 'per month'),
      judge: {
        model: MODELS[0],
        prompts: take(5000, 'per month'),
        input_tokens: take(4000),
        output_tokens: take(300),
      },
    },
  }),
  (take) => ({
    custom_model_import: {
      custom_model_units: 2,
      bursts: take(2000, 'per month'),
      minutes_per_burst: take(60),
    },
  }),
  (take) => ({
    custom_model: {
      base_model: 'openai.gpt-oss-20b-1:0',
      method: 'reinforcement',
      training_hours: take(100),
    },
  }),
  () => ({
    provisioned_throughput: { model: 'amazon.nova-lite-v1:0', model_units: 1, commitment: '1-month' },
  }),
];

interface Usage {
  readonly model: string;
  readonly call: number;
  readonly features: readonly number[];
  readonly leaves: readonly Leaf[];
}

/** More numbers than any manifest here takes. */
const LEAVES = 40;
/** Parts of the largest number. */
const STEPS = 1000;

const leaf: fc.Arbitrary<Leaf> = fc
  .tuple(fc.nat(STEPS), fc.nat(STEPS), fc.nat(STEPS))
  .map((values) => values.sort((a, b) => a - b));

const usage: fc.Arbitrary<Usage> = fc.record({
  model: fc.constantFrom(...MODELS),
  call: fc.nat(CALLS.length - 1),
  features: fc.uniqueArray(fc.nat(FEATURES.length - 1), { maxLength: 4 }),
  leaves: fc.array(leaf, { minLength: LEAVES, maxLength: LEAVES }),
});

function manifestOf({ model, call, features, leaves }: Usage): string {
  let next = 0;
  const take: Take = (most, per) => {
    const [low = 0, expected = 0, high = 0] = leaves[next++] ?? [];
    const write = (value: number) => {
      const number = decimal(value).times(most).div(STEPS).toFixed();
      return per === undefined ? number : `${number} ${per}`;
    };
    return { low: write(low), expected: write(expected), high: write(high) };
  };
  const parts = [CALLS[call], ...features.map((index) => FEATURES[index])];
  // A knowledge base has one store: the last one that is stated.
  const keys: Keys = Object.assign(
    { requests: take(1e6, 'per month'), model },
    ...parts.map((part) => part?.(take)),
  );
  if (next > LEAVES) throw new Error(`${next} numbers are taken`);
  // JSON is YAML.
  return `workloads: ${JSON.stringify({ w: keys })}\n`;
}

const estimateOf = async (given: Usage): Promise<Estimated> => {
  const made = await estimated(manifestOf(given));
  const errors = made.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return made;
};

const all = (made: Estimated): Range => addRanges(total(made), total(made, 'one-time'));
const inOrder = ({ low, expected, high }: Range) => low.lte(expected) && expected.lte(high);
const rounded = (value: Decimal) => value.toDecimalPlaces(30).toFixed();
const runs = { numRuns: 150 };

describe('an estimate', () => {
  test('costs no less where anything is used more', async () => {
    const more = fc.tuple(usage, fc.nat(LEAVES - 1), fc.integer({ min: 1, max: STEPS }));
    await fc.assert(
      fc.asyncProperty(more, async ([given, index, step]) => {
        const leaves = given.leaves.map((values, each): Leaf => {
          const [low, expected, high] = values;
          return each === index ? [low + step, expected + step, high + step] : values;
        });
        const [before, after] = [await estimateOf(given), await estimateOf({ ...given, leaves })];
        const unpriced = ({ charges }: Estimated) =>
          charges.filter(({ cost }) => cost.kind === 'unpriced').length;
        expect(unpriced(after)).toBe(unpriced(before));
        for (const scenario of SCENARIOS) expect(all(after)[scenario].gte(all(before)[scenario])).toBe(true);
      }),
      runs,
    );
  });

  test('keeps low, expected and high in order, in each charge', async () => {
    await fc.assert(
      fc.asyncProperty(usage, async (given) => {
        const { charges } = await estimateOf(given);
        for (const { cost } of charges) if (cost.kind === 'priced') expect(inOrder(cost.amount)).toBe(true);
      }),
      runs,
    );
  });

  test('is the sum of its charges, and each charge the product of its factors and its price', async () => {
    await fc.assert(
      fc.asyncProperty(usage, async (given) => {
        const text = `version: 1\nregion: us-east-1\n${manifestOf(given)}`;
        const { diff } = await compare(snapshotOf(undefined), snapshotOf(text));
        const charges = diff.charges.flatMap(({ head }) => head ?? []);
        const sum = (chosen: readonly Charge[]) => addRanges(NOTHING, ...chosen.map(amountOf));
        const monthly = charges.filter(({ period }) => period === 'monthly');
        expect(inWords(diff.head.monthly)).toBe(inWords(sum(monthly)));
        expect(inWords(diff.head.oneTime)).toBe(
          inWords(sum(charges.filter(({ period }) => period === 'one-time'))),
        );
        for (const groups of [diff.layers, diff.owners]) {
          expect(inWords(addRanges(NOTHING, ...groups.map(({ head }) => head)))).toBe(inWords(sum(monthly)));
        }
        expect(inWords(diff.delta.monthly)).toBe(inWords(diff.head.monthly));
        for (const charge of charges) expect(inWords(amountOf(charge))).toBe(inWords(productOf(charge)));
      }),
      runs,
    );
  });

  test('costs exactly its floors where nothing is used', async () => {
    await fc.assert(
      fc.asyncProperty(usage, async (given) => {
        const unused = given.leaves.map((): Leaf => [0, 0, 0]);
        const made = await estimateOf({ ...given, leaves: unused });
        const floors = { charges: made.charges.filter(({ kind }) => kind === 'floor') };
        expect(inWords(all(made))).toBe(inWords(total(floors)));
        // And what is a floor does not depend on usage.
        const used = await estimateOf(given);
        const same = { charges: used.charges.filter(({ kind }) => kind === 'floor') };
        expect(inWords(total(same))).toBe(inWords(total(floors)));
        for (const { kind, cost } of made.charges)
          if (kind === 'usage' && cost.kind === 'priced') expect(inWords(cost.amount)).toBe(inWords(NOTHING));
      }),
      runs,
    );
  });
});

describe('input tokens', () => {
  const shares = fc.record({
    model: fc.constantFrom('global.anthropic.claude-haiku-5-5', 'global.openai.gpt-6.1-sol'),
    input: fc.integer({ min: 10_000, max: 400_000 }),
    cached: fc.integer({ min: 0, max: 9000 }),
    hits: fc.nat(100),
    long: fc.nat(100),
  });

  test('are each in exactly one class: uncached, read or written, in long context or not', async () => {
    await fc.assert(
      fc.asyncProperty(shares, async ({ model, input, cached, hits, long }) => {
        const ttl = model.includes('openai') ? '30m' : '5m';
        const keys = {
          requests: '7 per month',
          model,
          input_tokens: input,
          output_tokens: 0,
          cache: { tokens: cached, hit_rate: `${hits}%`, ttl },
          long_context_share: `${long}%`,
        };
        const { charges } = await estimated(`workloads: ${JSON.stringify({ w: keys })}\n`);
        const classes = charges.filter(({ component }) => !component.endsWith('output tokens'));
        // Numbers that exclude each other are not priced.
        if (classes.some(({ cost }) => cost.kind === 'unpriced')) return;
        const tokens = addRanges(NOTHING, ...classes.map(({ factors }) => quantityOf(factors)));
        expect(inWords(tokens)).toBe(inWords(exactly(7 * input)));
      }),
      runs,
    );
  });

  const threeOf = (least: number, most: number) =>
    fc
      .tuple(
        fc.integer({ min: least, max: most }),
        fc.integer({ min: least, max: most }),
        fc.integer({ min: least, max: most }),
      )
      .map((values): Leaf => values.sort((one, other) => one - other) as [number, number, number]);
  const asRange = ([low, expected, high]: Leaf, unit = '') => ({
    low: `${low}${unit}`,
    expected: `${expected}${unit}`,
    high: `${high}${unit}`,
  });
  const cachedCalls = fc.record({
    model: fc.constantFrom(...MODELS.slice(0, 4)),
    input: threeOf(8000, 300_000),
    cached: threeOf(5000, 8000),
    hits: threeOf(0, 100),
    long: fc.option(threeOf(0, 30), { nil: undefined }),
  });

  test('in each scenario are those of one state of the call, however cached tokens and hit rate vary', async () => {
    await fc.assert(
      fc.asyncProperty(cachedCalls, async ({ model, input, cached, hits, long }) => {
        const keys = (tokens: unknown, caching: unknown, rate: unknown, share: unknown) => ({
          requests: '7 per month',
          model,
          input_tokens: tokens,
          output_tokens: 0,
          cache: { tokens: caching, hit_rate: rate, ttl: model.includes('openai') ? '30m' : '5m' },
          ...(share === undefined ? {} : { long_context_share: share }),
        });
        const made = async (written: unknown) => {
          const { charges } = await estimated(`workloads: ${JSON.stringify({ w: written })}\n`);
          return { charges: charges.filter(({ component }) => !component.endsWith('output tokens')) };
        };
        const share = long === undefined ? undefined : asRange(long, '%');
        const whole = await made(keys(asRange(input), asRange(cached), asRange(hits, '%'), share));
        if (whole.charges.some(({ cost }) => cost.kind === 'unpriced')) return;
        const tokens = addRanges(
          NOTHING,
          ...whole.charges.map(({ factors }) =>
            quantityOf(factors.filter(({ name }) => name !== 'times the normal price')),
          ),
        );
        const [low, expected, high] = input;
        expect(inWords(tokens)).toBe([low, expected, high].map((count) => 7 * count).join(' '));
        for (const { factors } of whole.charges) {
          for (const { value } of factors) {
            for (const scenario of SCENARIOS) expect(value[scenario].isNegative()).toBe(false);
          }
        }
        expect(inOrder(total(whole))).toBe(true);
        // Low and high are the cheapest and the dearest of all states at the ends.
        const at = async (end: 0 | 2) => {
          const states = [cached[0], cached[2]].flatMap((each) =>
            [hits[0], hits[2]].map((rate) =>
              made(keys(input[end], each, `${rate}%`, long === undefined ? undefined : `${long[end]}%`)),
            ),
          );
          const all = await Promise.all(states);
          // More cached than the shorter calls have: such a state is none.
          if (all.some(({ charges }) => charges.some(({ cost }) => cost.kind === 'unpriced')))
            return undefined;
          const costs = all.map((one) => total(one).expected);
          return end === 0
            ? costs.reduce((best, next) => (next.lt(best) ? next : best))
            : costs.reduce((best, next) => (next.gt(best) ? next : best));
        };
        const [cheapest, dearest] = [await at(0), await at(2)];
        if (cheapest !== undefined) expect(rounded(total(whole).low)).toBe(rounded(cheapest));
        if (dearest !== undefined) expect(rounded(total(whole).high)).toBe(rounded(dearest));
      }),
      runs,
    );
  });

  test('of the parts of a prompt add up, however many of them are cached', async () => {
    const sizes = fc.record({
      system: fc.nat(9000),
      turns: fc.integer({ min: 1, max: 30 }),
      chunks: fc.nat(12),
      cached: fc.nat(12_000),
    });
    await fc.assert(
      fc.asyncProperty(sizes, async ({ system, turns, chunks, cached }) => {
        const prompt = {
          system,
          history: { turns, user: 150, assistant: 250 },
          chunks: { count: chunks, tokens: 400 },
          question: 70,
        };
        const input = system + (400 * (turns - 1)) / 2 + chunks * 400 + 70;
        const keys = {
          requests: '7 per month',
          model: 'us.anthropic.claude-sonnet-5',
          prompt,
          output_tokens: 0,
          cache: { tokens: cached, hit_rate: '40%' },
        };
        const { charges } = await estimated(`workloads: ${JSON.stringify({ w: keys })}\n`);
        const classes = charges.filter(({ component }) => component !== 'output tokens');
        const unpriced = classes.filter(({ cost }) => cost.kind === 'unpriced');
        expect(unpriced.length > 0).toBe(cached > input);
        if (unpriced.length > 0) return;
        const tokens = addRanges(NOTHING, ...classes.map(({ factors }) => quantityOf(factors)));
        expect(inWords(tokens)).toBe(inWords(exactly(7 * input)));
      }),
      runs,
    );
  });
});

function amountOf({ cost }: Charge): Range {
  return cost.kind === 'priced' ? cost.amount : NOTHING;
}

function productOf({ cost, factors, price }: Charge): Range {
  if (cost.kind === 'unpriced' || price === undefined) return NOTHING;
  return mapRange(quantityOf(factors), (value) => value.times(price.usd).div(price.per));
}

/** To 30 decimals: a division rounds at the hundredth digit. */
function inWords({ low, expected, high }: Range): string {
  return [low, expected, high].map(rounded).join(' ');
}

function snapshotOf(manifest: string | undefined): Snapshot {
  const path = 'bedrock-cost.yml';
  return {
    revision: 'test',
    files: manifest === undefined ? [] : [{ path, bytes: manifest.length }],
    diagnostics: [],
    read: async (paths) => new Map(manifest !== undefined && paths.includes(path) ? [[path, manifest]] : []),
  };
}
