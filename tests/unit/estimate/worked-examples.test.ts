/**
 * Worked examples that AWS and others published, as manifests, at the prices of their day. Their sums are met exactly,
 * or the difference is explained: a fair part of what is published does not add up.
 */
import { describe, expect, test } from 'vitest';
import { bookOf, estimated, lines, numbers, type TestPrice, total } from './estimating.ts';

interface Example {
  readonly id: string;
  /** Where it was published, and when. */
  readonly source: string;
  /** Keys of the manifest beside the workload. */
  readonly head?: string;
  /** Keys of one workload. */
  readonly keys?: string;
  /** `subject dimension[@tier] usd[/per]`, in us dollars. */
  readonly prices?: readonly string[];
  /** What the source says that it costs. */
  readonly stated: string;
  /** What it costs, where that is not what the source says, with the reason. */
  readonly right?: readonly [amount: string, why: string];
  readonly once?: string;
}

const AWS_PAGE = 'Amazon Bedrock pricing page, examples of the Korean edition, 2025-02-28';
const GUIDE = 'a pricing guide of 2026-02';
const GAME = 'guidance-for-game-backend-and-infrastructure-agentic-workflows, README';

const call = (model: string, requests: string, input: string, output: string, ...more: readonly string[]) =>
  [
    `requests: ${requests}`,
    `model: "${model}"`,
    `input_tokens: ${input}`,
    `output_tokens: ${output}`,
    ...more,
  ].join('\n');

const units = (model: string, count: number, commitment = '1-month') =>
  `provisioned_throughput: { model: "${model}", model_units: ${count}, commitment: ${commitment} }`;

/** Rows of a table that are not usage of Amazon Bedrock, as amounts. */
const rows = (...amounts: readonly (readonly [name: string, usd: number, layer?: string])[]) =>
  `extra_charges: [${amounts.map(([name, usd, layer = 'operations']) => `{ name: "${name}", monthly: ${usd}, layer: ${layer} }`).join(', ')}]\n`;

const MILLION = 1_000_000;

function parsed(text: string): TestPrice {
  const [subject = '', dimension = '', amount = ''] = text.split(' ');
  const [name = '', tier] = dimension.split('@');
  const [usd = '', per = '1'] = amount.split('/');
  const number = per === 'M' ? MILLION : per === 'k' ? 1000 : Number(per);
  return { subject, dimension: name, usd, per: number, ...(tier === 'batch' ? { tier } : {}) };
}

const RAG = [
  'anthropic.claude-haiku-4-5 input 1/M',
  'anthropic.claude-haiku-4-5 output 5/M',
  'amazon.titan-embed-text-v2 input 0.02/M',
  'amazon.rerank-v1 query 0.001',
  'opensearch-serverless ocu-hour 0.24',
  'opensearch-serverless storage 0.024',
];
const LITE = [
  'amazon.nova-lite input@batch 0.03/M',
  'amazon.nova-lite output@batch 0.12/M',
  'amazon.nova-lite input 0.06/M',
  'amazon.nova-lite output 0.24/M',
];
const SONNET = ['anthropic.claude-sonnet-4-5 input 3/M', 'anthropic.claude-sonnet-4-5 output 15/M'];
const FILTERS = ['guardrails content-filter 0.15/k', 'guardrails denied-topics 0.15/k'];

const rag = call('global.anthropic.claude-haiku-4-5-20251001-v1:0', '10k per day', '2000', '500');
const embedding = 'embedding: { model: "amazon.titan-embed-text-v2:0", tokens: 600M per month }';

const EXAMPLES: readonly Example[] = [
  {
    id: 'aws-page-ai21-j2-mid',
    source: AWS_PAGE,
    keys: call('ai21.j2-mid-v1', '1 per month', '10000', '2000'),
    prices: ['ai21.j2-mid input 0.0125/k', 'ai21.j2-mid output 0.0125/k'],
    stated: '0.15',
  },
  {
    id: 'aws-page-pt-titan-express',
    source: AWS_PAGE,
    head: 'month: { hours: 744 }\n',
    keys: units('amazon.titan-text-express-v1', 2),
    prices: ['amazon.titan-text-express model-unit-hour-1-month 18.4'],
    stated: '27379.2',
  },
  {
    id: 'aws-page-cohere-command',
    source: AWS_PAGE,
    keys: call('cohere.command-text-v14', '1 per month', '6000', '2000'),
    prices: ['cohere.command-text input 0.0015/k', 'cohere.command-text output 0.002/k'],
    stated: '0.013',
  },
  {
    id: 'aws-page-pt-cohere-command',
    source: AWS_PAGE,
    head: 'month: { hours: 744 }\n',
    keys: units('cohere.command-text-v14', 1),
    prices: ['cohere.command-text model-unit-hour-1-month 39.6'],
    stated: '29462.4',
  },
  {
    id: 'aws-page-mistral-7b',
    source: AWS_PAGE,
    keys: call('mistral.mistral-7b-instruct-v0:2', '1 per month', '2000', '1000'),
    prices: ['mistral.mistral-7b-instruct input 0.00015/k', 'mistral.mistral-7b-instruct output 0.0002/k'],
    stated: '0.0005',
  },
  {
    id: 'aws-page-sdxl10-1024',
    source: AWS_PAGE,
    keys: 'requests: 1 per month\nimages: { model: stability.stable-diffusion-xl-v1, count: 1, size: 1024, steps: 70 }',
    prices: ['stability.stable-diffusion-xl-v1 image-1024-premium 0.08'],
    stated: '0.08',
  },
  {
    id: 'aws-page-guardrails-chatbot',
    source: AWS_PAGE,
    keys: 'requests: 1000 per month\nguardrail: { filters: [content, denied-topics], input_chars: 200, output_chars: 1500 }',
    prices: FILTERS,
    stated: '0.9',
  },
  {
    id: 'aws-page-sql-generation-hour',
    source: AWS_PAGE,
    keys: 'knowledge_base: { structured_data: { queries: 10000 per month } }',
    prices: ['structured-data generate-query 0.002'],
    stated: '20',
  },
  {
    id: 'aws-page-bda-2',
    source: AWS_PAGE,
    keys: 'data_automation: { custom_documents: { first: { pages: 40 per month, fields: 20 }, second: { pages: 10 per month, fields: 40 } } }',
    prices: ['data-automation page-custom 0.04', 'data-automation page-custom-field 0.0005'],
    stated: '2.05',
  },
  {
    id: 'aws-page-bda-6-kb-parser',
    source: AWS_PAGE,
    keys: 'data_automation: { pages: 1000 per month }',
    prices: ['data-automation page-standard 0.01'],
    stated: '10',
  },
  {
    id: 'seed-rag-s3vectors',
    source: GUIDE,
    head: rows(['S3 Vectors', 35, 'features']),
    keys: `${rag}\nknowledge_base: { ${embedding} }`,
    prices: RAG,
    stated: '1397',
  },
  {
    id: 'seed-rag-opensearch-rerank',
    source: GUIDE,
    keys: `${rag}\nknowledge_base: { ${embedding}, vector_store: { type: opensearch-serverless, ocus: 2, storage: 0 GB }, rerank: { model: "amazon.rerank-v1:0" } }`,
    prices: RAG,
    stated: '2012',
    right: ['2012.4', 'two units for 730 hours are 350.40, which the source rounds'],
  },
  {
    id: 'seed-batch-nova-lite',
    source: GUIDE,
    head: rows(['S3', 5]),
    keys: call('amazon.nova-lite-v1:0', '50k per day', '4000', '1000', 'tier: batch'),
    prices: LITE,
    stated: '365',
  },
  {
    id: 'seed-batch-nova-lite-ondemand',
    source: GUIDE,
    head: rows(['S3', 5]),
    keys: call('amazon.nova-lite-v1:0', '50k per day', '4000', '1000'),
    prices: LITE.slice(2),
    stated: '730',
    right: ['725', 'the source doubles the storage too'],
  },
  {
    id: 'seed-batch-nova-micro',
    source: GUIDE,
    keys: call('amazon.nova-micro-v1:0', '50k per day', '4000', '1000', 'tier: batch'),
    prices: ['amazon.nova-micro input@batch 0.0175/M', 'amazon.nova-micro output@batch 0.07/M'],
    stated: '100',
    right: ['210', '105 and 105: an error of the source'],
  },
  {
    id: 'seed-agent',
    source: GUIDE,
    keys: call(
      'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
      '5k per day',
      '3000',
      '800',
      'calls_per_request: 6',
      'guardrail: { filters: [content, denied-topics], text_units_per_request: 3 }',
    ),
    prices: [...SONNET, ...FILTERS],
    stated: '19035',
  },
  {
    id: 'seed-ft-titan-express-1mo',
    source: GUIDE,
    head: 'month: { hours: 720 }\n',
    keys: `custom_model: { base_model: "amazon.titan-text-express-v1", training_tokens: 20M, epochs: 3 }\n${units('amazon.titan-text-express-v1', 1)}`,
    prices: [
      'amazon.titan-text-express training 0.008/k',
      'amazon.titan-text-express model-unit-hour-1-month 18.4',
      'model-customization storage 1.95',
    ],
    // The source prints no sum; training is paid once.
    stated: '13249.95',
    once: '480',
  },
  {
    id: 'seed-ft-titan-express-6mo',
    source: GUIDE,
    head: 'month: { hours: 720 }\n',
    keys: units('amazon.titan-text-express-v1', 1, '6-months'),
    prices: ['amazon.titan-text-express model-unit-hour-6-months 14.8'],
    stated: '10656',
  },
  {
    id: 'seed-prompt-router',
    source: GUIDE,
    keys: 'requests: 10k per day\nprompt_routing: {}',
    prices: ['prompt-routing request 1/k'],
    stated: '300',
  },
  {
    id: 'guidance-data-exploration-sonnet4',
    source: 'guidance-for-agentic-data-exploration-on-aws, README, 2026-04',
    keys: call('us.anthropic.claude-sonnet-4-20250514-v1:0', '1 per month', '48.7M', '1.8M')
      .replace('48.7M', '48700000')
      .replace('1.8M', '1800000'),
    prices: ['anthropic.claude-sonnet-4 input 3/M', 'anthropic.claude-sonnet-4 output 15/M'],
    stated: '172.76',
    right: ['173.1', 'the source rounds the numbers of tokens that it prints'],
  },
  {
    id: 'guidance-data-exploration-total',
    source: 'the same, sum of its table',
    head: rows(
      ['Bedrock', 172.76, 'inference'],
      ['AgentCore memory', 5, 'features'],
      ['Fargate', 65],
      ['Load balancer', 22.5],
      ['CloudFront', 8.5],
      ['S3', 1.25],
      ['CloudWatch', 15],
      ['NAT and more', 45],
    ),
    stated: '335.01',
  },
  {
    id: 'guidance-shopping-aoss',
    source: 'guidance-for-generative-ai-shopping-assistant-using-agents-for-amazon-bedrock, README, 2024-08',
    keys: 'knowledge_base: { vector_store: { type: opensearch-serverless, standby_replicas: disabled, ocus: 1, storage: 1 GB } }',
    prices: RAG,
    stated: '175.22',
    right: ['175.224', 'the source rounds to the cent'],
  },
  {
    id: 'guidance-workforce-bedrock',
    source: 'guidance-for-workforce-management-using-amazon-bedrock, README, 2025-12',
    keys: `${call('us.amazon.nova-pro-v1:0', '1 per month', '10M', '1M')}\nknowledge_base: { embedding: { model: "amazon.titan-embed-text-v2:0", tokens: 10M per month } }`,
    prices: [
      'amazon.nova-pro input 0.8/M',
      'amazon.nova-pro output 3.2/M',
      'amazon.titan-embed-text-v2 input 0.02/M',
    ],
    stated: '11.4',
  },
  {
    id: 'guidance-agentcore-multi-supervisor',
    source: 'guidance-for-multi-agent-orchestration-using-bedrock-agentcore-on-aws, README, 2026-02',
    keys: call('us.anthropic.claude-sonnet-4-5-20250929-v1:0', '40k per month', '1000', '500'),
    prices: SONNET,
    stated: '195',
    right: ['420', '40,000 × (1,000 × 3 + 500 × 15) / 1M; at the price of the profile us. it would be 462'],
  },
  {
    id: 'guidance-multi-agent-2024-order',
    source: 'guidance-for-multi-agent-orchestration-on-aws, README, 2024-10',
    keys: call('anthropic.claude-3-sonnet-20240229-v1:0', '1000 per month', '1000', '500'),
    prices: ['anthropic.claude-3-sonnet input 3/M', 'anthropic.claude-3-sonnet output 15/M'],
    stated: '10.5',
  },
  {
    id: 'guidance-multi-agent-2024-total',
    source: 'the same, sum of its table, which names a fee of the agents that does not exist',
    head: rows(
      ['Cognito', 25],
      ['WAF', 14],
      ['CloudFront', 0.63],
      ['Amplify', 75.3],
      ['S3', 0.24],
      ['Lambda', 0],
      ['DynamoDB', 3.15],
      ['Tokens', 52.51, 'inference'],
      ['Service fee', 62.5, 'features'],
      ['Knowledge bases', 507.48, 'features'],
      ['Athena', 14.85],
      ['Glue', 5.28],
    ),
    stated: '760.94',
  },
  {
    id: 'guidance-nocode-ent',
    source: 'guidance-for-no-code-multi-agent-ai-orchestration-on-aws, README, 2025-09',
    keys: call('us.anthropic.claude-3-5-sonnet-20241022-v2:0', '1 per month', '12500000', '5M'),
    prices: ['anthropic.claude-3-5-sonnet-v2 input 3/M', 'anthropic.claude-3-5-sonnet-v2 output 15/M'],
    stated: '375',
    right: ['112.5', '37.50 and 75.00; no price of a model gives 375'],
  },
  {
    id: 'guidance-bda-lending',
    source: 'guidance-for-multimodal-data-processing-using-amazon-bedrock-data-automation, README, 2024-12',
    head: rows(['Lambda', 0.19], ['EventBridge', 1], ['S3', 0.23]),
    keys: 'data_automation: { custom_pages: 1000 per month }',
    prices: ['data-automation page-custom 0.04'],
    stated: '42',
    right: ['41.42', 'the source rounds up'],
  },
  {
    id: 'guidance-product-descriptions-jurassic',
    source: 'guidance-for-generating-product-descriptions-with-amazon-bedrock, README, 2023-11',
    keys: call('ai21.j2-mid-v1', '3000 per month', '1000', '1000'),
    prices: ['ai21.j2-mid input 0.0125/k', 'ai21.j2-mid output 0.0125/k'],
    stated: '75',
  },
  {
    id: 'guidance-claude-code-haiku45-moderate',
    source: 'guidance-for-claude-code-with-amazon-bedrock, COST_ESTIMATES.md, 2026-06: 22 working days',
    keys: call('global.anthropic.claude-haiku-4-5-20251001-v1:0', '22 per month', '500k', '100k'),
    prices: RAG,
    stated: '25',
    right: ['22', '1.00 a day, for 22 days'],
  },
  {
    id: 'guidance-claude-code-opus45-moderate',
    source: 'the same',
    keys: call('global.anthropic.claude-opus-4-5-20251101-v1:0', '22 per month', '500k', '100k'),
    prices: ['anthropic.claude-opus-4-5 input 5/M', 'anthropic.claude-opus-4-5 output 25/M'],
    stated: '110',
  },
  {
    id: 'gamebackend-df55ad4-total',
    source: `${GAME} of 2026-06-19, sum of its table`,
    head: rows(
      ['Sonnet 4.5', 390, 'inference'],
      ['Haiku 4.5', 50, 'inference'],
      ['OpenSearch Serverless', 175.2, 'features'],
      ['ECS', 14.6],
      ['Load balancer', 18],
      ['AgentCore Runtime', 40, 'features'],
      ['CloudWatch', 25],
      ['WAF', 8],
      ['CloudTrail', 2],
      ['ECR', 0.2],
      ['Inspector', 1.3],
    ),
    stated: '724.3',
  },
  {
    id: 'gamebackend-c799cbe-sonnet46-global',
    source: `${GAME} of 2026-08-03`,
    keys: call('global.anthropic.claude-sonnet-4-6', '1 per month', '80M', '20M'),
    prices: ['anthropic.claude-sonnet-4-6 input 3/M', 'anthropic.claude-sonnet-4-6 output 15/M'],
    stated: '540',
  },
  {
    id: 'gamebackend-586c375-memory',
    source: `${GAME} of 2026-08-12`,
    keys: 'agentcore: { memory: { events: 30000 per month, retrievals: 10000 per month, custom_records: 1000 } }',
    prices: [
      'agentcore memory-event 0.25/k',
      'agentcore memory-retrieval 0.5/k',
      'agentcore memory-record-custom 0.25/k',
    ],
    stated: '12.75',
  },
  {
    id: 'cdk-constructs-batch-total',
    source: 'generative-ai-cdk-constructs, aws-bedrock-batch-stepfn, README, 2025, sum of its table',
    head: rows(
      ['Batch', 168, 'inference'],
      ['Lambda', 0.01],
      ['Step Functions', 0],
      ['S3', 0.03],
      ['CloudWatch', 0.5],
    ),
    stated: '168.54',
  },
  {
    id: 'insurance-agent-aoss',
    source: 'amazon-bedrock-samples, insurance-claim-lifecycle-automation, README, 2024-05',
    head: 'month: { hours: 720 }\n',
    keys: 'knowledge_base: { vector_store: { type: opensearch-serverless, standby_replicas: disabled, ocus: 1, storage: 1 TB } }',
    // The price of storage that the source prints, ten times that of the list.
    prices: ['opensearch-serverless ocu-hour 0.24', 'opensearch-serverless storage 0.24'],
    stated: '418.56',
  },
  {
    id: 'awslabs-mcp-aoss',
    source: 'awslabs/mcp, aws-pricing-mcp-server, BEDROCK.md, 2026-08',
    head: 'month: { hours: 720 }\n',
    keys: 'knowledge_base: { vector_store: { type: opensearch-serverless, ocus: 2, storage: 0 GB } }',
    // The price of a unit that the source prints; that of the list is 0.24.
    prices: ['opensearch-serverless ocu-hour 0.2', 'opensearch-serverless storage 0.024'],
    stated: '288',
  },
  {
    id: 'superbolt-chats',
    source: 'aws-bedrock-cost-calculator, its test, 2026-07',
    keys: call('amazon.nova-lite-v1:0', '500 per month', '1000', '500'),
    prices: ['amazon.nova-lite input 1/M', 'amazon.nova-lite output 2/M'],
    stated: '1',
  },
  {
    id: 'sysdig-llmjacking',
    source: 'Sysdig on LLMjacking, 2024-05: one day, one price for all tokens',
    keys: call('anthropic.claude-v2:1', '5760 per month', '500k', '0'),
    prices: ['anthropic.claude-v2-1 input 0.016/k', 'anthropic.claude-v2-1 output 0.016/k'],
    stated: '46080',
  },
  {
    id: 'bedrock-cost-rs-llama3-70b',
    source: 'bedrock-cost, its test, 2026-06',
    keys: call('meta.llama3-70b-instruct-v1:0', '1 per month', '1M', '500k'),
    prices: ['meta.llama3-70b-instruct input 2.65/M', 'meta.llama3-70b-instruct output 3.5/M'],
    stated: '4.4',
  },
];

/** What no manifest states: users at a price each, and services that have nothing to do with Amazon Bedrock. */
const OUT_OF_SCOPE = [
  'guidance-claude-code-team10-haiku-heavy',
  'guidance-claude-code-team50-sonnet-moderate',
  'guidance-claude-code-team100-sonnet-heavy',
  'gamebackend-93a56e2-alb',
  'gamebackend-586c375-waf',
];

describe('published examples', () => {
  test.each(EXAMPLES.map((example) => [example.id, example] as const))('%s', async (_, example) => {
    const { head = '', keys, prices = [], stated, right, once = '0' } = example;
    const workload = keys === undefined ? '' : `workloads:\n  w:\n    ${keys.replaceAll('\n', '\n    ')}\n`;
    const made = await estimated(head + workload, { prices: bookOf(prices.map(parsed)) });
    expect(lines(made).filter((line) => line.includes('not priced'))).toEqual([]);
    expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(numbers(total(made))).toBe(right?.[0] ?? stated);
    expect(numbers(total(made, 'one-time'))).toBe(once);
  });

  test('each has a source, and a correction is one', () => {
    const ids = EXAMPLES.map(({ id }) => id);
    expect(new Set([...ids, ...OUT_OF_SCOPE]).size).toBe(ids.length + OUT_OF_SCOPE.length);
    expect(EXAMPLES.filter(({ source }) => source === '')).toEqual([]);
    expect(EXAMPLES.filter(({ stated, right }) => right?.[0] === stated)).toEqual([]);
  });
});
