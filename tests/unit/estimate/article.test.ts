/**
 * The pricing guide of February 2026 that this product grew from: each row of its tables and each of its formulas, as
 * a manifest, at its numbers. Where the guide errs, the right number stands beside its own, with the reason.
 */
import { describe, expect, test } from 'vitest';
import { decimal } from '../../../src/model/decimal.ts';
import { dollarsInWords } from '../../../src/model/wording.ts';
import { bookOf, estimated, lines, numbers, type TestPrice, total } from './estimating.ts';

/** What a workload with these keys costs, as `month` or `month + once`. */
async function costOf(keys: string, prices: readonly TestPrice[] = [], head = ''): Promise<string> {
  const body = keys
    .split('\n')
    .map((key) => `    ${key}`)
    .join('\n');
  const options = prices.length === 0 ? {} : { prices: bookOf(prices) };
  const made = await estimated(`${head}workloads:\n  w:\n${body}\n`, options);
  const unpriced = lines(made).filter((line) => line.includes('not priced'));
  if (unpriced.length > 0) throw new Error(unpriced.join('\n'));
  const once = numbers(total(made, 'one-time'));
  return once === '0' ? numbers(total(made)) : `${numbers(total(made))} + ${once}`;
}

/** An item, the manifest of it, the guide's number, and the right one with the reason where it is another. */
type Row = readonly [item: string, keys: string, guide: string, right?: string, why?: string];

function check(rows: readonly Row[]): void {
  test.each(rows.map(([item, ...row]) => [item, row] as const))(
    '%s',
    async (_, [keys, guide, right, why]) => {
      expect(await costOf(keys)).toBe(right ?? guide);
      // A number is corrected with a reason or not at all.
      expect(why === undefined).toBe(right === undefined);
      expect(guide).not.toBe(right);
    },
  );
}

const call = (id: string, input: string, output: string, ...more: readonly string[]) =>
  [
    'requests: 1 per month',
    `model: "${id}"`,
    `input_tokens: ${input}`,
    `output_tokens: ${output}`,
    ...more,
  ].join('\n');

const million = (id: string, ...more: readonly string[]) => call(id, '1M', '0', ...more);

const GLOBAL = 'global.anthropic.claude-sonnet-4-5-20250929-v1:0';

describe('hidden costs', () => {
  const vectors = 'knowledge_base: { vector_store: { type: opensearch-serverless, ocus: 2, storage: 0 GB } }';
  check([
    [
      'OpenSearch Serverless',
      vectors,
      '350',
      '350.4',
      '2 units × 0.24 × 730 hours; a NextGen group may go down to 0',
    ],
    [
      'guardrails, content and topics, 1,000 text units',
      'requests: 1000 per month\nguardrail: { filters: [content, denied-topics], text_units_per_request: 1 }',
      '0.3',
    ],
    [
      'flows, 1,000 transitions',
      'flow: { executions: 1 per month, transitions_per_execution: 1000 }',
      '0.035',
    ],
    [
      'reranking, 1,000 queries',
      'requests: 1000 per month\nknowledge_base: { rerank: { model: "amazon.rerank-v1:0" } }',
      '1',
    ],
    ['structured data, one query', 'knowledge_base: { structured_data: { queries: 1 per month } }', '0.002'],
    ['Data Automation, a page', 'data_automation: { pages: 1 per month }', '0.01'],
    ['Data Automation, a page of custom output', 'data_automation: { custom_pages: 1 per month }', '0.04'],
    [
      'a flow of 25 transitions, 960 times',
      'flow: { executions: 960 per month, transitions_per_execution: 25 }',
      '0.84',
    ],
  ]);

  test('logging, a GB', async () => {
    const files = { 'main.tf': 'resource "aws_cloudwatch_log_group" "l" {\n  retention_in_days = 1\n}\n' };
    const made = await estimated('resources:\n  aws_cloudwatch_log_group.l: { ingested: 1 GB per month }\n', {
      files,
    });
    expect(lines(made).find((line) => !line.includes('stor'))).toMatch(/: 0\.5$/);
  });

  test('an agent multiplies tokens 5 to 10 times, assumed where nobody says', async () => {
    const files = {
      'main.tf': `resource "aws_bedrockagent_agent" "a" {\n  foundation_model = "${GLOBAL}"\n}\n`,
    };
    const made = await estimated(
      'workloads:\n  w: { agent: aws_bedrockagent_agent.a, requests: 1M per month, input_tokens: 1000, output_tokens: 0 }\n',
      { files },
    );
    expect(lines(made)).toEqual(['input tokens: 15000 22500 30000', 'output tokens: 0']);
  });
});

describe('guardrails, 1,000 text units', () => {
  const units = (filter: string) =>
    `requests: 1000 per month\nguardrail: { filters: [${filter}], text_units_per_request: 1 }`;
  check([
    ['content filters', units('content'), '0.15'],
    ['denied topics', units('denied-topics'), '0.15'],
    ['sensitive information', units('sensitive-information'), '0.1'],
    ['contextual grounding', units('contextual-grounding'), '0.1'],
    ['Automated Reasoning', units('automated-reasoning'), '0.17'],
    ['words', units('word'), '0'],
    ['regular expressions', units('regex'), '0'],
    [
      'a chatbot, one hour: 200 characters asked, 1,500 answered',
      'requests: 1000 per month\nguardrail: { filters: [content, denied-topics], input_chars: 200, output_chars: 1500 }',
      '0.9',
    ],
  ]);
});

describe('models, 1M tokens in and out', () => {
  type Model = readonly [name: string, id: string, guide: string, right?: string, why?: string];

  function eachModel(models: readonly Model[], title: string, run: (model: Model) => Promise<void>): void {
    test.each(models.map((model) => [model[0], model] as const))(title, (_, model) => run(model));
  }

  const OPUS = 'the price of Opus 4 and 4.1, three times that of 4.6';

  eachModel(
    [
      ['Nova Micro', 'amazon.nova-micro-v1:0', '0.035 0.14'],
      ['Nova Lite', 'amazon.nova-lite-v1:0', '0.06 0.24'],
      ['Nova Pro', 'amazon.nova-pro-v1:0', '0.8 3.2'],
      ['Nova Premier', 'us.amazon.nova-premier-v1:0', '2.5 12.5'],
      ['Claude Opus 4.6', 'global.anthropic.claude-opus-4-6-v1', '15 75', '5 25', OPUS],
      ['Claude Sonnet 4.5', GLOBAL, '3 15'],
      ['Claude Sonnet 4.6', 'global.anthropic.claude-sonnet-4-6', '3 15'],
      ['Claude Opus 4.5', 'global.anthropic.claude-opus-4-5-20251101-v1:0', '5 25'],
      ['Claude Haiku 4.5', 'global.anthropic.claude-haiku-4-5-20251001-v1:0', '1 5'],
      [
        'Claude Sonnet 4.5 through us.',
        'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
        '3 15',
        '3.3 16.5',
        'the guide has the global price; a geographic profile is 10% dearer',
      ],
      ['Claude 3 Haiku', 'anthropic.claude-3-haiku-20240307-v1:0', '0.25 1.25'],
      ['Claude 3.5 Sonnet in extended access', 'anthropic.claude-3-5-sonnet-20240620-v1:0', '6 30'],
      ['Mistral Large 3', 'mistral.mistral-large-3-675b-instruct', '0.5 1.5'],
      ['Magistral Small 1.2', 'mistral.magistral-small-2509', '0.5 1.5'],
      ['Devstral 2, which has 123B and not 135B', 'mistral.devstral-2-123b', '0.4 2'],
      ['Ministral 3B', 'mistral.ministral-3-3b-instruct', '0.1 0.1'],
      ['DeepSeek V3.2', 'deepseek.v3.2', '0.62 1.85'],
      ['Llama 2 Chat 13B', 'meta.llama2-13b-chat-v1', '0.75 1'],
      ['Llama 2 Chat 70B', 'meta.llama2-70b-chat-v1', '1.95 2.56'],
      ['Voxtral Mini', 'mistral.voxtral-mini-3b-2507', '0.04 0.04'],
      ['Gemma 3 4B', 'google.gemma-3-4b-it', '0.04 0.08'],
      ['Gemma 3 27B', 'google.gemma-3-27b-it', '0.23 0.38'],
      ['Nemotron Nano 2', 'nvidia.nemotron-nano-9b-v2', '0.06 0.23'],
      ['GPT-OSS 20B', 'openai.gpt-oss-20b-1:0', '0.07 0.3'],
      ['GPT-OSS 120B', 'openai.gpt-oss-120b-1:0', '0.15 0.6'],
      ['Qwen3 32B', 'qwen.qwen3-32b-v1:0', '0.15 0.6'],
      ['Qwen3 Coder Next', 'qwen.qwen3-coder-next', '0.5 1.2'],
      ['MiniMax M2.1', 'minimax.minimax-m2.1', '0.3 1.2'],
      ['Kimi K2.5', 'moonshotai.kimi-k2.5', '0.6 3'],
      ['GLM 4.7', 'zai.glm-4.7', '0.6 2.2'],
      ['GLM 4.7 Flash', 'zai.glm-4.7-flash', '0.07 0.4'],
      ['Palmyra X5', 'us.writer.palmyra-x5-v1:0', '0.6 6'],
    ],
    '%s',
    async ([, id, guide, right, why]) => {
      const seen = [await costOf(call(id, '1M', '0')), await costOf(call(id, '0', '1M'))].join(' ');
      expect(seen).toBe(right ?? guide);
      expect(why === undefined).toBe(right === undefined);
    },
  );

  eachModel(
    [
      ['Claude Opus 4.6', 'global.anthropic.claude-opus-4-6-v1', '7.5 37.5', '2.5 12.5', OPUS],
      ['Claude Sonnet 4.5', GLOBAL, '1.5 7.5'],
      ['Claude Sonnet 4.6', 'global.anthropic.claude-sonnet-4-6', '1.5 7.5'],
      ['Claude Opus 4.5', 'global.anthropic.claude-opus-4-5-20251101-v1:0', '2.5 12.5'],
      ['Claude Haiku 4.5', 'global.anthropic.claude-haiku-4-5-20251001-v1:0', '0.5 2.5'],
      ['Claude 3 Haiku', 'anthropic.claude-3-haiku-20240307-v1:0', '0.125 0.625'],
      ['Nova Lite', 'amazon.nova-lite-v1:0', '0.03 0.12'],
      ['Nova Pro', 'amazon.nova-pro-v1:0', '0.4 1.6'],
    ],
    '%s, batch',
    async ([, id, guide, right, why]) => {
      const seen = [
        await costOf(call(id, '1M', '0', 'tier: batch')),
        await costOf(call(id, '0', '1M', 'tier: batch')),
      ];
      expect(seen.join(' ')).toBe(right ?? guide);
      expect(why === undefined).toBe(right === undefined);
    },
  );

  check([
    ['Nova Act, an hour', 'nova_act: { agent_hours: 1 per month }', '4.75'],
    [
      'Claude Sonnet 4.5, a call of 300,000 tokens',
      call(GLOBAL, '300k', '0'),
      '1.2',
      '0.9',
      'the guide bills 100,000 of them twice; no long-context price of this model is published on Bedrock',
    ],
    [
      'GPT-6.1 Sol, a call of 300,000 tokens',
      call('global.openai.gpt-6.1-sol', '300k', '0'),
      '0.712',
      '1.2',
      'the guide bills what is over the threshold at the double price; where there is one, it holds for the whole call',
    ],
  ]);
});

describe('images', () => {
  const image = (model: string) =>
    `requests: 1 per month\nmodel: us.stability.${model}-v1:0\nimages: { count: 1 }`;
  check([
    ['Fast Upscale', image('stable-fast-upscale'), '0.03'],
    ['Outpaint', image('stable-outpaint'), '0.06'],
    ['Remove Background', image('stable-image-remove-background'), '0.07'],
    ['Erase Object', image('stable-image-erase-object'), '0.07'],
    ['Control', image('stable-image-control-sketch'), '0.07'],
    ['Inpaint', image('stable-image-inpaint'), '0.07'],
    ['Style Transfer', image('stable-style-transfer'), '0.08'],
    ['Conservative Upscale', image('stable-conservative-upscale'), '0.4'],
    ['Creative Upscale', image('stable-creative-upscale'), '0.6'],
  ]);
});

describe('tiers', () => {
  check([
    ['priority, +75%: Nova Pro', million('amazon.nova-pro-v1:0', 'tier: priority'), '1.4'],
    ['flex, -50%: Nova Pro', million('amazon.nova-pro-v1:0', 'tier: flex'), '0.4'],
    ['flex, -50%: Qwen3 32B', million('qwen.qwen3-32b-v1:0', 'tier: flex'), '0.075'],
  ]);

  test('priority of Claude Sonnet 4.5 at 5.25 does not exist: the model has no such tier', async () => {
    const made = await estimated(
      `workloads:\n  w:\n    ${million(GLOBAL, 'tier: priority').replaceAll('\n', '\n    ')}\n`,
    );
    expect(lines(made)[0]).toContain('there it is sold in the tiers standard and batch');
  });

  test('not all Nova models have all tiers: Nova Lite has no flex', async () => {
    const made = await estimated(
      `workloads:\n  w:\n    ${million('amazon.nova-lite-v1:0', 'tier: flex').replaceAll('\n', '\n    ')}\n`,
    );
    expect(lines(made)[0]).toContain('there it is sold in the tiers standard and batch');
  });
});

describe('provisioned throughput, a month', () => {
  const units = (model: string, count: number, commitment = '1-month') =>
    `provisioned_throughput: { model: "${model}", model_units: ${count}, commitment: ${commitment} }`;
  const price = (subject: string, usd: string, term = '1-month'): TestPrice => ({
    subject,
    dimension: `model-unit-hour-${term}`,
    usd,
  });
  // The guide counts 744 hours in its table and 720 in its example; 730 is the month of AWS's own calculator, and ours.

  test.each([
    [
      'Llama 2',
      units('meta.llama2-70b-chat-v1', 1),
      [price('meta.llama2-70b-chat', '21.18')],
      744,
      '15757.92',
    ],
    [
      'Titan Text Express, 2 units',
      units('amazon.titan-text-express-v1', 2),
      [price('amazon.titan-text-express', '18.4')],
      744,
      '27379.2',
    ],
    [
      'Cohere Command',
      units('cohere.command-text-v14', 1),
      [price('cohere.command-text', '39.6')],
      744,
      '29462.4',
    ],
    [
      'Titan Text Express, custom',
      units('amazon.titan-text-express-v1', 1),
      [price('amazon.titan-text-express', '18.4')],
      720,
      '13248',
    ],
    [
      'Titan Text Express, custom, 6 months',
      units('amazon.titan-text-express-v1', 1, '6-months'),
      [price('amazon.titan-text-express', '14.8', '6-months')],
      720,
      '10656',
    ],
  ])('%s', async (_, keys, prices, hours, guide) => {
    expect(await costOf(keys, prices, `month: { hours: ${hours} }\n`)).toBe(guide);
    expect(await costOf(keys, prices)).toBe(decimal(guide).div(hours).times(730).toFixed());
  });
});

describe('customization', () => {
  const training = (subject: string, usd: string): TestPrice => ({
    subject,
    dimension: 'training',
    usd,
    per: 1000,
  });
  const storage: TestPrice = { subject: 'model-customization', dimension: 'storage', usd: '1.95' };

  test.each([
    ['amazon.titan-text-lite', 'amazon.titan-text-lite-v1', '0.001'],
    ['amazon.titan-text-express', 'amazon.titan-text-express-v1', '0.008'],
    ['meta.llama2-13b-chat', 'meta.llama2-13b-chat-v1', '0.00149'],
    ['meta.llama2-70b-chat', 'meta.llama2-70b-chat-v1', '0.00799'],
    ['cohere.command-text', 'cohere.command-text-v14', '0.004'],
  ])('%s, 1,000 tokens', async (subject, id, usd) => {
    const keys = `custom_model: { base_model: "${id}", training_tokens: 1000, epochs: 1 }`;
    expect(await costOf(keys, [training(subject, usd), storage])).toBe(`1.95 + ${usd}`);
  });

  test('20M tokens in 3 epochs: 480 once, 1.95 a month, and 13,248 for a unit', async () => {
    const keys = [
      'custom_model: { base_model: "amazon.titan-text-express-v1", training_tokens: 20M, epochs: 3 }',
      'provisioned_throughput: { model: "amazon.titan-text-express-v1", model_units: 1, commitment: 1-month }',
    ].join('\n');
    const unit: TestPrice = {
      subject: 'amazon.titan-text-express',
      dimension: 'model-unit-hour-1-month',
      usd: '18.4',
    };
    const prices = [training('amazon.titan-text-express', '0.008'), storage, unit];
    expect(await costOf(keys, prices, 'month: { hours: 720 }\n')).toBe('13249.95 + 480');
  });

  check([
    [
      'reinforcement, an hour',
      'custom_model: { base_model: "openai.gpt-oss-20b-1:0", method: reinforcement, training_hours: 1 }',
      '1.95 + 80',
    ],
    [
      'storage of a model',
      'custom_model: { base_model: "qwen.qwen3-32b-v1:0", method: reinforcement, training_hours: 0 }',
      '1.95',
    ],
    ['evaluation by a person', 'evaluation: { human_tasks: 1 per month }', '0.21'],
  ]);
});

describe('a chatbot: 10,000 queries a day, Haiku 4.5, a knowledge base', () => {
  const tokens = (input: number, output: number) =>
    [
      'requests: 10k per day',
      'model: global.anthropic.claude-haiku-4-5-20251001-v1:0',
      `input_tokens: ${input}`,
      `output_tokens: ${output}`,
    ].join('\n');
  const model = tokens(2000, 500);
  const parts = {
    embedding: 'embedding: { model: "amazon.titan-embed-text-v2:0", tokens: 600M per month }',
    store: 'vector_store: { type: opensearch-serverless, ocus: 2, storage: 0 GB }',
    rerank: 'rerank: { model: "amazon.rerank-v1:0" }',
  };
  const base = (...keys: readonly string[]) => `knowledge_base: { ${keys.join(', ')} }`;
  const requests = 'requests: 10k per day';
  check([
    ['input', tokens(2000, 0), '600'],
    ['output', tokens(0, 500), '750'],
    ['inference', model, '1350'],
    ['embeddings', base(parts.embedding), '12'],
    ['OpenSearch Serverless', base(parts.store), '350', '350.4', '2 units × 0.24 × 730 hours'],
    ['reranking', `${requests}\n${base(parts.rerank)}`, '300'],
    ['without a store and reranking', `${model}\n${base(parts.embedding)}`, '1362'],
    [
      'with OpenSearch Serverless and reranking',
      `${model}\n${base(parts.embedding, parts.store, parts.rerank)}`,
      '2012',
      '2012.4',
      'the floor is 350.40',
    ],
    [
      'S3 Vectors, 5M vectors of 1,024 dimensions and no metadata',
      'knowledge_base: { vector_store: { type: s3-vectors, vectors: 5M, dimensions: 1024, queries: 300k per month } }',
      '35',
      '13.293797492981',
      '1.14 of storage, 0.75 of queries, 0.45 and 10.95 of data read: what an index costs follows from its use',
    ],
  ]);

  test('with S3 Vectors at the guide’s 35', async () => {
    const made = await estimated(
      `extra_charges: [{ name: S3 Vectors, monthly: 35, layer: features }]\nworkloads:\n  w:\n    ${`${model}\n${base(parts.embedding)}`.replaceAll('\n', '\n    ')}\n`,
    );
    expect(numbers(total(made))).toBe('1397');
  });
});

describe('a pipeline: 50,000 documents a day, Nova Lite', () => {
  const documents = (model: string, input: number, output: number, tier: string) =>
    [
      'requests: 50k per day',
      `model: ${model}`,
      `input_tokens: ${input}`,
      `output_tokens: ${output}`,
      `tier: ${tier}`,
    ].join('\n');
  const LITE = 'amazon.nova-lite-v1:0';
  check([
    ['batch input', documents(LITE, 4000, 0, 'batch'), '180'],
    ['batch output', documents(LITE, 0, 1000, 'batch'), '180'],
    ['batch, without the 5 for storage', documents(LITE, 4000, 1000, 'batch'), '360'],
    [
      'on demand, without the 5 for storage',
      documents(LITE, 4000, 1000, 'standard'),
      '725',
      '720',
      'the guide doubles the storage too: 730 with it, where 725 is right',
    ],
    [
      'Nova Micro, batch',
      documents('amazon.nova-micro-v1:0', 4000, 1000, 'batch'),
      '100',
      '210',
      '6,000 × 0.0175 and 1,500 × 0.07 are 105 each',
    ],
  ]);
});

describe('a service agent: 5,000 interactions a day, Sonnet 4.5', () => {
  const agent = (calls: number, input: number, output: number, more = '') =>
    [
      'requests: 5k per day',
      `model: ${GLOBAL}`,
      `calls_per_request: ${calls}`,
      `input_tokens: ${input}`,
      `output_tokens: ${output}`,
      ...(more === '' ? [] : [more]),
    ].join('\n');
  const guardrail = 'guardrail: { filters: [content, denied-topics], text_units_per_request: 3 }';
  check([
    ['input', agent(6, 3000, 0), '8100'],
    ['output', agent(6, 0, 800), '10800'],
    ['guardrails', `requests: 5k per day\n${guardrail}`, '135'],
    ['together', agent(6, 3000, 800, guardrail), '19035'],
    ['one call each', agent(1, 3000, 800), '3200', '3150', 'the guide rounds up'],
  ]);
});

describe('ways to save', () => {
  // 1M calls of 10,000 tokens, all of them in one class, are 10,000M tokens.
  const cached = (hits: number, ttl: string) =>
    [
      'requests: 1M per month',
      `model: ${GLOBAL}`,
      'input_tokens: 10000',
      'output_tokens: 0',
      `cache: { tokens: 10000, hit_rate: ${hits}%, ttl: ${ttl} }`,
    ].join('\n');
  check([
    ['input, 1M tokens', million(GLOBAL), '3'],
    ['written to the cache for 5 minutes, 10,000M tokens at 3.75', cached(0, '5m'), '37500'],
    ['written to the cache for an hour, 10,000M tokens at 6.00', cached(0, '1h'), '60000'],
    ['read from the cache, 10,000M tokens at 0.30', cached(100, '5m'), '3000'],
    // Used twice: 1.25 + 0.1 is less than 2.
    ['a cache that every second call finds', cached(50, '5m'), '20250'],
    ['routing, 10,000 requests a day', 'requests: 10k per day\nprompt_routing: {}', '300'],
    ['prompt optimization, 1,000 tokens', 'prompt_optimization: { tokens: 1000 per month }', '0.03'],
    [
      'global in place of a geographic profile',
      million('us.anthropic.claude-sonnet-4-5-20250929-v1:0'),
      '3',
      '3.3',
      'about 10% less, as the guide says',
    ],
  ]);

  test('the cheapest and the dearest price: not 2,000 but 714 times', async () => {
    const cheapest = decimal(await costOf(million('amazon.nova-micro-v1:0')));
    const dearest = decimal(await costOf(call('global.anthropic.claude-opus-4-6-v1', '0', '1M')));
    // The guide divides by 75, which is no price of Opus 4.6.
    expect(dearest.div(cheapest).toFixed(0)).toBe('714');
  });

  test('a cache minimum of 1,024 tokens is not that of Haiku 4.5', async () => {
    const keys = [
      'requests: 1M per month',
      'model: global.anthropic.claude-haiku-4-5-20251001-v1:0',
      'input_tokens: 2000',
      'output_tokens: 0',
    ];
    expect(await costOf([...keys, 'cache: { tokens: 1024, hit_rate: 90% }'].join('\n'))).toBe('2000');
  });

  test('a batch job and a cache do not multiply', async () => {
    const keys = [
      'requests: 1M per month',
      `model: ${GLOBAL}`,
      'input_tokens: 2000',
      'output_tokens: 0',
      'tier: batch',
    ];
    const plain = await costOf(keys.join('\n'));
    expect(await costOf([...keys, 'cache: { tokens: 2000, hit_rate: 90% }'].join('\n'))).toBe(plain);
    expect(dollarsInWords(decimal(plain))).toBe('$3,000.00');
  });
});
