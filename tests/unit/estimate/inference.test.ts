import { describe, expect, test } from 'vitest';
import { arithmetic, costOf, estimated, lines, numbers, problems, total } from './estimating.ts';

const workload = (...keys: readonly string[]) =>
  ['workloads:', '  chat:', ...keys.map((key) => `    ${key}`), ''].join('\n');

const HAIKU = 'model: global.anthropic.claude-haiku-4-5-20251001-v1:0';
const HAIKU_5_5 = 'model: global.anthropic.claude-haiku-5-5';

const detailed = ({ charges }: Awaited<ReturnType<typeof estimated>>) =>
  charges.map((charge) => `${charge.component}: ${arithmetic(charge)} = ${costOf(charge)}`);

describe('token classes', () => {
  // 300k requests; 1 and 5 dollars a million, cache 0.10 read, 1.25 and 2 written.
  test.each([
    [
      'input and output',
      ['input_tokens: 2000', 'output_tokens: 500'],
      ['input tokens: 600', 'output tokens: 750'],
    ],
    [
      'a cache of five minutes',
      ['input_tokens: 6000', 'output_tokens: 500', 'cache: { tokens: 5000, hit_rate: 80% }'],
      ['input tokens: 300', 'cache read tokens: 120', 'cache write tokens: 375', 'output tokens: 750'],
    ],
    [
      'a cache of one hour',
      ['input_tokens: 6000', 'output_tokens: 500', 'cache: { tokens: 5000, hit_rate: 80%, ttl: 1h }'],
      ['input tokens: 300', 'cache read tokens: 120', 'cache write tokens: 600', 'output tokens: 750'],
    ],
    [
      // The low end is one month: 90% read, 10% written.
      'a hit rate that varies',
      ['input_tokens: 6000', 'output_tokens: 500', 'cache: { tokens: 5000, hit_rate: 70%..90% }'],
      [
        'input tokens: 300',
        'cache read tokens: 135 120 105',
        'cache write tokens: 187.5 375 562.5',
        'output tokens: 750',
      ],
    ],
    [
      // With 90% read, a cached token costs 0.215 and a plain one 1: the more are cached the better.
      'cached tokens that vary',
      ['input_tokens: 6000', 'output_tokens: 500', 'cache: { tokens: 5000..6000, hit_rate: 90% }'],
      [
        'input tokens: 0 150 300',
        'cache read tokens: 162 148.5 135',
        'cache write tokens: 225 206.25 187.5',
        'output tokens: 750',
      ],
    ],
    [
      // With nothing read, a cached token costs 1.25: the more are cached the worse.
      'cached tokens that vary and are never read',
      ['input_tokens: 6000', 'output_tokens: 500', 'cache: { tokens: 5000..6000, hit_rate: 0% }'],
      [
        'input tokens: 300 150 0',
        'cache read tokens: 0',
        'cache write tokens: 1875 2062.5 2250',
        'output tokens: 750',
      ],
    ],
    [
      'retries',
      ['input_tokens: 2000', 'output_tokens: 500', 'retries: 2%'],
      ['input tokens: 612', 'output tokens: 765'],
    ],
    [
      'inputs that a guardrail blocks',
      ['input_tokens: 2000', 'output_tokens: 500', 'guardrail: { filters: [word], blocked_inputs: 10% }'],
      ['input tokens: 540', 'output tokens: 675'],
    ],
    [
      'a range of calls',
      ['input_tokens: 2000', 'output_tokens: 500', 'calls_per_request: 5..10'],
      ['input tokens: 3000 4500 6000', 'output tokens: 3750 5625 7500'],
    ],
  ])('%s', async (_, keys, expected) => {
    const made = await estimated(workload('requests: 10k per day', HAIKU, ...keys));
    expect(problems(made)).toEqual([]);
    expect(lines(made)).toEqual(expected);
  });

  test('a cache that the model does not keep so long is not priced, with the one that it does', async () => {
    const made = await estimated(
      workload(
        'requests: 1000 per day',
        'model: openai.gpt-6.1-sol',
        'input_tokens: 9000',
        'output_tokens: 1',
        'cache: { tokens: 8000, hit_rate: 50% }',
      ),
    );
    const write = made.charges.find(({ component }) => component === 'cache write tokens');
    expect(write?.cost).toMatchObject({
      kind: 'unpriced',
      hint: 'cache: { tokens: 8000, hit_rate: 50%, ttl: 30m }',
    });
  });

  test('below the minimum of the model nothing is cached', async () => {
    const made = await estimated(
      workload(
        'requests: 10k per day',
        HAIKU,
        'input_tokens: 4000',
        'output_tokens: 0',
        'cache: { tokens: 3000, hit_rate: 80% }',
      ),
    );
    expect(lines(made)).toEqual(['input tokens: 1200', 'output tokens: 0']);
    expect(problems(made)).toEqual([
      'cache-below-minimum: 3000 cached tokens are below the 4096 that Claude Haiku 4.5 needs: nothing is cached, and all input is priced as uncached. | Such a prompt is too short for this model to cache: state no `cache`, or the input of calls that are long enough.',
    ]);
  });
});

describe('long context', () => {
  // Haiku 5.5, global: 0.10 and 0.50 dollars a million, 0.50 and 2.50 over 100,000 tokens, cache read 0.01 and 0.05.
  const long = (...keys: readonly string[]) =>
    estimated(workload('requests: 100k per month', HAIKU_5_5, ...keys, 'output_tokens: 1000'));

  test.each([
    ['at the threshold', ['input_tokens: 100000'], ['input tokens: 1000', 'output tokens: 50']],
    ['above it, the whole call', ['input_tokens: 100001'], ['input tokens: 5000.05', 'output tokens: 250']],
    ['a range below', ['input_tokens: 40k..60k'], ['input tokens: 400 500 600', 'output tokens: 50']],
    [
      // 60k normal; 110k and 160k long: 100k × 60k × 0.1/M, × 110k × 0.5/M, × 160k × 0.5/M.
      'a range that straddles it, each scenario at its own price',
      ['input_tokens: 60k..160k'],
      ['input tokens: 600 5500 8000', 'output tokens: 50 250 250'],
    ],
    [
      // 5% of the calls with at least 100,000 tokens are 5,000 of a mean of 20,000.
      'by share',
      ['input_tokens: 20000', 'long_context_share: 5%'],
      [
        'input tokens: 150',
        'output tokens: 47.5',
        'long-context input tokens: 250',
        'long-context output tokens: 12.5',
      ],
    ],
    [
      // 5% with 200,000 are 10,000 of a mean of 20,000.
      'by share, with the length of the long calls',
      ['input_tokens: 20000', 'long_context_share: 5%', 'long_context_tokens: 200k'],
      [
        'input tokens: 100',
        'output tokens: 47.5',
        'long-context input tokens: 500',
        'long-context output tokens: 12.5',
      ],
    ],
    [
      // Half of the calls hold at most 100,000 each; so the others hold at least 300,000 of a mean of 200,000.
      'by share, under a mean above the threshold',
      ['input_tokens: 200000', 'long_context_share: 50%'],
      [
        'input tokens: 500',
        'output tokens: 25',
        'long-context input tokens: 7500',
        'long-context output tokens: 125',
      ],
    ],
    [
      'no call',
      ['input_tokens: 20000', 'long_context_share: 0%'],
      ['input tokens: 200', 'output tokens: 50'],
    ],
  ])('%s', async (_, keys, expected) => {
    const made = await long(...keys);
    expect(problems(made)).toEqual([]);
    expect(lines(made)).toEqual(expected);
  });

  test('with a cache, each class is divided', async () => {
    const made = await long(
      'input_tokens: 20000',
      'long_context_share: 5%',
      'cache: { tokens: 10000, hit_rate: 100% }',
    );
    expect(detailed(made)).toEqual([
      // 20,000 less 5% of 100,000, less the cached tokens of the other 95%.
      'input tokens: 100000 requests × 5500 input tokens = 55',
      'cache read tokens: 100000 requests × 0.95 share of other calls × 10000 cached tokens = 9.5',
      'cache write tokens: 100000 requests × 0.95 share of other calls × 10000 cached tokens × 0 miss rate = 0',
      'output tokens: 100000 requests × 0.95 share of other calls × 1000 output tokens = 47.5',
      'long-context input tokens: 100000 requests × 0.05 share of calls in long context × 90000 input tokens = 225',
      'long-context cache read tokens: 100000 requests × 0.05 share of calls in long context × 10000 cached tokens = 2.5',
      'long-context cache write tokens: 100000 requests × 0.05 share of calls in long context × 10000 cached tokens × 0 miss rate = 0',
      'long-context output tokens: 100000 requests × 0.05 share of calls in long context × 1000 output tokens = 12.5',
    ]);
    expect(new Set(made.charges.map(({ id }) => id)).size).toBe(8);
  });

  test('what nobody states is marked as assumed', async () => {
    const made = await long('input_tokens: 20000', 'long_context_share: 5%');
    const origins = made.charges.flatMap(({ factors }) =>
      factors.filter(({ origin }) => origin === 'assumed'),
    );
    expect(origins.map(({ name, value }) => `${numbers(value)} ${name}`)).toEqual(['100000 input tokens']);
  });

  test.each([
    [
      'input_tokens: 2000',
      'long_context_share: 5%',
      '5% of the calls with 100,000 input tokens alone are more than the mean of 2,000 of all calls | long_context_share: 1%',
    ],
    [
      'input_tokens: 200000',
      'long_context_share: 0%',
      'no call is over 100,000 input tokens, and yet their mean is 200,000 | long_context_share: 1%',
    ],
    [
      'input_tokens: 50000',
      'long_context_share: 5%\n    long_context_tokens: 50k',
      'calls over 100,000 input tokens cannot have 50,000 of them | long_context_tokens: 150000',
    ],
  ])('%s and %s exclude each other', async (input, share, why) => {
    const made = await long(input, share);
    expect(lines(made)).toEqual([`input tokens: not priced: ${why}`, 'output tokens: 50']);
  });

  test('a model with one price for all lengths says so', async () => {
    const made = await estimated(
      workload(
        'requests: 100k per month',
        'model: us.anthropic.claude-sonnet-4-6',
        'input_tokens: 300k',
        'output_tokens: 0',
        'long_context_share: 50%',
      ),
    );
    expect(lines(made)).toEqual(['input tokens: 99000', 'output tokens: 0']);
    expect(made.charges[0]?.notes[0]).toBe('Claude Sonnet 4.6 has no price of its own for long context');
  });

  test('a mean near the threshold is told of it', async () => {
    const [input, output] = (await long('input_tokens: 60000')).charges;
    expect([input?.notes, output?.notes]).toEqual([
      ['calls over 100,000 input tokens cost more; long_context_share states how many there are'],
      [],
    ]);
  });
});

describe('prompt', () => {
  // Sonnet 4.5, global: 3 dollars a million; 1M requests, so three dollars a token.
  const prompted = (...keys: readonly string[]) =>
    estimated(
      workload(
        'requests: 1M per month',
        'model: global.anthropic.claude-sonnet-4-5-20250929-v1:0',
        'output_tokens: 300',
        'prompt: { system: 1200, history: { turns: 6, user: 120 }, chunks: { count: 5, tokens: 400 } }',
        ...keys,
      ),
    );

  test('each part is a charge of its own', async () => {
    const made = await prompted();
    expect(problems(made)).toEqual([]);
    expect(detailed(made)).toEqual([
      'input tokens: 1000000 requests × 1200 system prompt tokens = 3600',
      'input tokens: 1000000 requests × 2.5 earlier turns × 420 tokens of an earlier turn = 3150',
      'input tokens: 1000000 requests × 5 chunks × 400 tokens of a chunk = 6000',
      'input tokens: 1000000 requests × 120 question tokens = 360',
      'output tokens: 1000000 requests × 300 output tokens = 4500',
    ]);
    expect(made.charges.map(({ id }) => id)).toEqual([
      './workload/chat/inference/system prompt/input tokens',
      './workload/chat/inference/history/input tokens',
      './workload/chat/inference/retrieved chunks/input tokens',
      './workload/chat/inference/question/input tokens',
      './workload/chat/inference/output tokens',
    ]);
    expect(made.charges[2]?.item).toBe('Claude Sonnet 4.5, global profile, retrieved chunks');
  });

  test('cached tokens are the beginning of the prompt', async () => {
    const made = await prompted('cache: { tokens: 1725, hit_rate: 100% }');
    // 525 of the 1,050 tokens of the history are cached too.
    expect(detailed(made).slice(0, 4)).toEqual([
      'input tokens: 1000000 requests × 1200 system prompt tokens × 0 uncached share = 0',
      'input tokens: 1000000 requests × 2.5 earlier turns × 420 tokens of an earlier turn × 0.5 uncached share = 1575',
      'input tokens: 1000000 requests × 5 chunks × 400 tokens of a chunk = 6000',
      'input tokens: 1000000 requests × 120 question tokens = 360',
    ]);
    // All classes together are the prompt: 4,370 tokens, 1,725 of them read at a tenth of the price.
    expect(
      numbers(total({ charges: made.charges.filter(({ component }) => component !== 'output tokens') })),
    ).toBe(String((4370 - 1725) * 3 + 1725 * 0.3));
  });

  test('more cached tokens than the prompt has are refused', async () => {
    const made = await prompted('cache: { tokens: 5000, hit_rate: 100% }');
    expect(lines(made)[0]).toBe(
      'input tokens: not priced: more tokens are cached than the input has (5000 of 4370) | cache: { tokens: 1500, hit_rate: 80% }',
    );
  });

  test('the sum decides on long context', async () => {
    const made = await estimated(
      workload(
        'requests: 1M per month',
        HAIKU_5_5,
        'output_tokens: 0',
        'prompt: { system: 50000, question: 50001 }',
      ),
    );
    expect(lines(made).slice(0, 2)).toEqual(['input tokens: 25000', 'input tokens: 25000.5']);
  });
});

describe('tiers', () => {
  const inTier = (tier: string, model: string) =>
    estimated(
      workload(
        'requests: 1M per month',
        `model: ${model}`,
        'input_tokens: 1000',
        'output_tokens: 100',
        `tier: ${tier}`,
      ),
    );

  // Nova Pro, in us-east-1: 0.80 and 3.20; flex and batch half, priority 1.75 times, latency-optimized 1.25 times.
  test.each([
    ['standard', '800', '320'],
    ['flex', '400', '160'],
    ['batch', '400', '160'],
    ['priority', '1400', '560'],
    ['latency-optimized', '1000', '400'],
  ])('%s', async (tier, input, output) => {
    const made = await inTier(tier, 'amazon.nova-pro-v1:0');
    expect(lines(made)).toEqual([`input tokens: ${input}`, `output tokens: ${output}`]);
    expect(made.diagnostics.filter(({ code }) => code === 'tier-unavailable')).toEqual([]);
  });

  test.each([
    [
      'priority',
      'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      'Claude Sonnet 4.5',
      'anthropic.claude-sonnet-4-5',
      'standard and batch',
    ],
    ['flex', 'amazon.nova-lite-v1:0', 'Nova Lite', 'amazon.nova-lite', 'standard and batch'],
    ['batch', 'global.anthropic.claude-opus-4-7', 'Claude Opus 4.7', 'anthropic.claude-opus-4-7', 'standard'],
  ])('%s is not offered for %s, and what is offered is named', async (tier, model, name, key, offered) => {
    const made = await inTier(tier, model);
    const tiers = offered.includes(' and ') ? 'tiers' : 'tier';
    const why = (dimension: string) =>
      `${key} has no price for ${dimension} in the ${tier} tier in us-east-1; there it is sold in the ${tiers} ${offered}`;
    expect(lines(made)).toEqual([
      `input tokens: not priced: ${why('input')} | tier: standard`,
      `output tokens: not priced: ${why('output')} | tier: standard`,
    ]);
    expect(problems(made)).toEqual([
      `tier-unavailable: ${name} is not offered in the ${tier} tier: ${why('input')}. | tier: standard`,
    ]);
  });

  test('a batch job with a cache is priced as uncached, with the reason', async () => {
    const made = await estimated(
      workload(
        'requests: 1M per month',
        HAIKU,
        'input_tokens: 6000',
        'output_tokens: 0',
        'tier: batch',
        'cache: { tokens: 5000, hit_rate: 90% }',
      ),
    );
    expect(lines(made)).toEqual(['input tokens: 3000', 'output tokens: 0']);
    expect(problems(made)).toEqual([
      'manifest-conflict: A batch job caches no prompt: no price of cached tokens in the batch tier is published. All input is priced as uncached, with `cache` and without it. | tier: standard',
    ]);
  });
});

describe('the context window', () => {
  const call = (model: string, input: string) =>
    workload('requests: 1k per month', `model: ${model}`, `input_tokens: ${input}`, 'output_tokens: 400');
  const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

  test.each([
    [HAIKU, '200000', []],
    [HAIKU, '200001', ['200,001']],
    [HAIKU, '{ low: 100k, expected: 150k, high: 300k }', ['300,000']],
    ['us.anthropic.claude-sonnet-4-6', '500000', []],
  ])('%s with %s input tokens', async (model, input, found) => {
    const made = await estimated(call(model, input));
    expect(problems(made)).toEqual(
      found.map(
        (tokens) =>
          `context-exceeded: A call with ${tokens} input tokens does not fit in the context window of Claude Haiku 4.5, which has 200,000: it would be refused. The figure holds for another number of tokens, or for a model with a larger window. | input_tokens: 200000  # at most`,
      ),
    );
  });
});

test('no tokens of a kind that the model does not make are nothing, and some are not priced', async () => {
  const embedding = (output: number) =>
    workload(
      'requests: 1M per month',
      'model: "amazon.titan-embed-text-v2:0"',
      'input_tokens: 500',
      `output_tokens: ${output}`,
    );
  expect(lines(await estimated(embedding(0)))).toEqual(['input tokens: 10']);
  expect(lines(await estimated(embedding(1)))[1]).toMatch(/^output tokens: not priced/);
});

describe('reserved tier', () => {
  const SONNET = 'model: us.anthropic.claude-sonnet-4-6';
  const base = [
    'requests: 1M per month',
    SONNET,
    'input_tokens: 1000',
    'output_tokens: 100',
    'tier: reserved',
  ];

  test.each([
    // (100 × 0.198 + 10 × 0.99) × 730: the minimum of the model in the user guide's unit.
    ['1-month', '14454', '7227', '21681'],
    // 10% less for three months.
    ['3-months', '13008.6', '6504.3', '19512.9'],
  ])('%s', async (term, input, output, sum) => {
    const made = await estimated(
      workload(...base, `reserved: { input_tpm: 100k, output_tpm: 10k, term: ${term}, overflow_share: 0% }`),
    );
    expect(problems(made)).toEqual([]);
    expect(lines(made)).toEqual([
      'input tokens: 0',
      'output tokens: 0',
      `reserved input capacity: ${input}`,
      `reserved output capacity: ${output}`,
    ]);
    expect(made.charges.map(({ kind }) => kind)).toEqual(['usage', 'usage', 'floor', 'floor']);
    expect(numbers(total(made))).toBe(sum);
  });

  test('what overflows costs as in the standard tier', async () => {
    const made = await estimated(
      workload(...base, 'reserved: { input_tpm: 100k, output_tpm: 10k, term: 1-month, overflow_share: 5% }'),
    );
    // 1,000 million tokens × 5% × 3.30, and 100 million × 5% × 16.50.
    expect(lines(made).slice(0, 2)).toEqual(['input tokens: 165', 'output tokens: 82.5']);
    expect(made.charges[0]?.item).toBe('Claude Sonnet 4.6, us profile, over the reserved capacity');
  });

  test('what is not stated is not priced, with the line to write', async () => {
    const made = await estimated(workload(...base));
    const hint = 'reserved: { input_tpm: 100k, output_tpm: 10k, term: 1-month, overflow_share: 0% }';
    const overflow = `the share of the calls that go over the reserved capacity is not stated | ${hint}`;
    expect(lines(made)).toEqual([
      `input tokens: not priced: ${overflow}`,
      `output tokens: not priced: ${overflow}`,
      `reserved input capacity: not priced: the reserved tokens a minute are not stated | ${hint}`,
      `reserved output capacity: not priced: the reserved tokens a minute are not stated | ${hint}`,
    ]);
  });

  test('less than the minimum cannot be reserved', async () => {
    const made = await estimated(
      workload(...base, 'reserved: { input_tpm: 50k, output_tpm: 9999, term: 1-month, overflow_share: 0% }'),
    );
    expect(
      lines(made)
        .slice(2)
        .map((line) => line.split(' | ')[0]),
    ).toEqual([
      'reserved input capacity: not priced: at least 100,000 input tokens a minute can be reserved, and 50,000 are stated',
      'reserved output capacity: not priced: at least 10,000 output tokens a minute can be reserved, and 9,999 are stated',
    ]);
  });

  const heavy = [
    'requests: 100k per day',
    SONNET,
    'input_tokens: 4000',
    'output_tokens: 400',
    'tier: reserved',
  ];

  test('calls that cannot fit on the capacity are no saving', async () => {
    // 3M × 4,000 tokens over 30 × 1,440 minutes are 277,778 a minute; 1 - 100,000 / 277,778 = 64%.
    const made = await estimated(
      workload(...heavy, 'reserved: { input_tpm: 100k, output_tpm: 20k, term: 1-month, overflow_share: 0% }'),
    );
    const why =
      'its calls need 277,778 input tokens a minute on average, and 100,000 are reserved: at least 64% of the calls go over them, and 0% is stated';
    const hint = 'reserved: { input_tpm: 100k, output_tpm: 20k, term: 1-month, overflow_share: 64% }';
    expect(lines(made)).toEqual([
      `input tokens: not priced: ${why} | ${hint}`,
      `output tokens: not priced: ${why} | ${hint}`,
      'reserved input capacity: 14454',
      'reserved output capacity: 14454',
    ]);
    expect(problems(made)).toEqual([
      `manifest-conflict: The reserved capacity of chat is too small: ${why}. | ${hint}`,
    ]);
    // What the hint says is enough: 64% of 12,000 million tokens × 3.30.
    const followed = await estimated(workload(...heavy, hint));
    expect(problems(followed)).toEqual([]);
    expect(lines(followed)[0]).toBe('input tokens: 25344');
  });

  test('the share to write keeps the numbers that are stated', async () => {
    const made = await estimated(
      workload(...heavy, 'reserved: { input_tpm: 100k, output_tpm: 20k, term: 3-months }'),
    );
    expect(lines(made)[0]).toContain(
      '| reserved: { input_tpm: 100k, output_tpm: 20k, term: 3-months, overflow_share: 64% }',
    );
  });

  test('at the high end what cannot fit goes over the capacity', async () => {
    const [, ...more] = heavy;
    const reserved = 'reserved: { input_tpm: 300k, output_tpm: 50k, term: 1-month, overflow_share: 0% }';
    const made = await estimated(workload('requests: 50k..150k per day', ...more, reserved));
    // 4.5M × 4,000 tokens are 416,667 a minute: 28% of them, 5,040 million × 3.30.
    expect(lines(made)[0]).toBe('input tokens: 0 0 16632');
    expect(problems(made)[0]).toContain('416,667 input tokens a minute on average at the high end');
  });

  test('what is read from the cache takes no capacity', async () => {
    const reserved = 'reserved: { input_tpm: 100k, output_tpm: 30k, term: 1-month, overflow_share: 0% }';
    const made = await estimated(workload(...heavy, 'cache: { tokens: 3000, hit_rate: 90% }', reserved));
    expect(problems(made)).toEqual([]);
  });

  test('capacity that cannot be reserved replaces nothing', async () => {
    const made = await estimated(
      workload(...heavy, 'reserved: { input_tpm: 10k, output_tpm: 1k, term: 1-month, overflow_share: 0% }'),
    );
    expect(made.charges.every(({ cost }) => cost.kind === 'unpriced')).toBe(true);
    expect(lines(made)[0]).toBe(
      'input tokens: not priced: the capacity that it is to run on is less than can be reserved',
    );
  });

  test('a model that has no reserved tier', async () => {
    const made = await estimated(
      workload(
        'requests: 1M per month',
        'model: amazon.nova-pro-v1:0',
        'input_tokens: 1000',
        'output_tokens: 100',
        'tier: reserved',
        'reserved: { input_tpm: 100k, output_tpm: 10k, term: 1-month, overflow_share: 0% }',
      ),
    );
    expect(lines(made)[2]).toMatch(
      /^reserved input capacity: not priced: the price book has no price for "input-1-month" of amazon.nova-pro/,
    );
  });

  test('capacity that no call is on is still paid, and reported', async () => {
    const made = await estimated(
      workload(
        'requests: 1M per month',
        SONNET,
        'input_tokens: 1000',
        'output_tokens: 100',
        'reserved: { input_tpm: 100k, output_tpm: 10k, term: 1-month }',
      ),
    );
    expect(lines(made)).toEqual([
      'input tokens: 3300',
      'output tokens: 1650',
      'reserved input capacity: 14454',
      'reserved output capacity: 7227',
    ]);
    expect(problems(made)).toEqual([
      'manifest-conflict: The reserved capacity of chat serves no call: none of them has the reserved tier. | tier: reserved',
    ]);
  });
});

describe('agents', () => {
  const files = {
    'main.tf':
      'resource "aws_bedrockagent_agent" "a" {\n  foundation_model = "global.anthropic.claude-sonnet-4-5-20250929-v1:0"\n}\n',
  };
  const agent = (...keys: readonly string[]) =>
    estimated(
      workload(
        'agent: aws_bedrockagent_agent.a',
        'requests: 5000 per day',
        'input_tokens: 3000',
        'output_tokens: 800',
        ...keys,
      ),
      { files },
    );

  test('what one call would cost is said from the same prices', async () => {
    const made = await agent('calls_per_request: 6');
    expect(lines(made)).toEqual(['input tokens: 8100', 'output tokens: 10800']);
    expect(made.charges.map(({ notes }) => notes)).toEqual([
      ['one call per request would be $1,350.00; the agent makes 6'],
      ['one call per request would be $1,800.00; the agent makes 6'],
    ]);
  });

  test('an assumed number of calls is said to be one', async () => {
    const [input] = (await agent()).charges;
    expect(input?.notes).toEqual([
      'one call per request would be $1,350.00; the agent is assumed to make 7.5',
    ]);
  });

  test('one call needs no note', async () => {
    expect((await agent('calls_per_request: 1')).charges.map(({ notes }) => notes)).toEqual([[], []]);
  });
});

test('a model that is gone, with the successor by an id that is sold in the region', async () => {
  const made = await estimated(
    workload(
      'requests: 1 per month',
      'model: anthropic.claude-3-haiku-20240307-v1:0',
      'input_tokens: 1',
      'output_tokens: 1',
    ),
  );
  expect(problems(made)).toEqual([
    'model-lifecycle: Claude 3 Haiku is retired: calls to it fail; its last day is 2026-09-10. | model: global.anthropic.claude-haiku-5-5',
  ]);
});

test('cached tokens of which only the low end is below the minimum of the model are cached in the other cases', async () => {
  const keys =
    'requests: 1M per month, model: us.anthropic.claude-sonnet-4-6, input_tokens: 9000, output_tokens: 0';
  const cached = (range: string) =>
    estimated(`workloads: { w: { ${keys}, cache: { tokens: ${range}, hit_rate: 50% } } }\n`);
  const made = await cached('1000..5000');
  // 3.30 dollars a million; the low figure is that of 5,000 cached tokens, the high one that of none.
  expect(lines(made)[0]).toBe('input tokens: 13200 19800 29700');
  expect(problems(made)).toEqual([
    expect.stringMatching(
      /^cache-below-minimum: 1000 cached tokens, the low end of the range, are below the 2048 .* are priced so\. \| cache: \{ tokens: \{ low: 2048, expected: 3000, high: 5000 \}, hit_rate: 50% \}$/,
    ),
  ]);
  const mostly = await cached('1000..2200');
  expect(lines(mostly)[0]).toBe('input tokens: 22440 29700 29700');
  expect(problems(mostly)).toEqual([
    expect.stringMatching(
      /^cache-below-minimum: 1600 cached tokens are below the 2048 .* but for the high end of the range, 2200\. \| cache: \{ tokens: 2048, hit_rate: 50% \}$/,
    ),
  ]);
});

test('the line for a cache below the minimum keeps its lifetime and the range of its hit rate', async () => {
  const made = await estimated(
    workload(
      'requests: 1M per month',
      HAIKU,
      'input_tokens: 8000',
      'output_tokens: 0',
      'cache: { tokens: 3000..7000, hit_rate: 30%..60%, ttl: 1h }',
    ),
  );
  expect(problems(made)).toEqual([
    expect.stringMatching(
      /\| cache: \{ tokens: \{ low: 4096, expected: 5000, high: 7000 \}, hit_rate: \{ low: 30%, expected: 45%, high: 60% \}, ttl: 1h \}$/,
    ),
  ]);
});
