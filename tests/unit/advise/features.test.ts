/** What features advise on what they bill. */
import { describe, expect, test } from 'vitest';
import { only, reportOn, said, savings } from './advised.ts';

const CHAT = `workloads:
  chat:
    requests: 300000 per month
    model: global.anthropic.claude-haiku-4-5-20251001-v1:0
    input_tokens: 1000
    output_tokens: 200
`;

describe('vector stores', () => {
  test('S3 Vectors for a classic collection, at the size that is stated', async () => {
    // OpenSearch Serverless: 2 × 730 × $0.24 = $350.40, and 10 GB × $0.024 = $0.24. S3 Vectors, 2,621,440 vectors of
    // 4,096 bytes: 10 GB × $0.06 = $0.60; 300k queries × $2.50 per 1M = $0.75; each reads 100,000 vectors at $0.004
    // and 2,521,440 at $0.002 a TB: 300k × 409.6 MB and 300k × 10,327.8 MB.
    const tb = 1024 ** 4;
    const read = (300_000 * 100_000 * 4096 * 0.004) / tb + (300_000 * 2_521_440 * 4096 * 0.002) / tb;
    const report = await reportOn(
      `${CHAT}    knowledge_base: { vector_store: { type: opensearch-serverless, ocus: 2, storage: 10 GB } }\n`,
    );
    const saved = only(report, 'vector-store').saves.expected.toNumber();
    expect(saved).toBeCloseTo(350.4 + 0.24 - 0.6 - 0.75 - read, 8);
    expect(only(report, 'vector-store').condition).toContain(
      '10 GB of vectors (2,621,440 of 1,024 dimensions)',
    );
  });

  test("the article's example: a quote of $35 saves $315.40 of the floor", async () => {
    // 2 OCUs × 730 hours × $0.24 = $350.40.
    const report = await reportOn(
      `${CHAT}    knowledge_base: { vector_store: { type: opensearch-serverless, ocus: 2, storage: 0 GB } }\n`,
    );
    const floor = report.diff.charges.find(({ head }) => head?.component === 'capacity floor')?.head;
    expect(floor?.cost.kind === 'priced' && floor.cost.amount.expected.minus(35).toFixed()).toBe('315.4');
    expect(only(report, 'vector-store').condition).toContain('no size is stated');
  });

  test('a collection that others use too stays', async () => {
    const report = await reportOn(
      `${CHAT}    uses: [aws_opensearchserverless_collection.kb]
  other:
    uses: [aws_opensearchserverless_collection.kb]
resources:
  aws_opensearchserverless_collection.kb: { ocus: 2, storage: 10 GB }
`,
      { 'main.tf': 'resource "aws_opensearchserverless_collection" "kb" {\n  type = "VECTORSEARCH"\n}\n' },
    );
    expect(savings(report, 'vector-store')).toEqual([]);
  });

  test('development sleeps at night and does without standby replicas; production does not', async () => {
    const store = '    knowledge_base: { vector_store: { type: opensearch-serverless, storage: 0 GB } }\n';
    expect(savings(await reportOn(CHAT + store), 'standby-replicas', 'next-generation')).toEqual([]);
    // Without standby 1 × 730 × 0.24 = $175.20 less. Asleep but for 176 hours: 2 × 0.24 × (730 − 176) = $265.92 less.
    const report = await reportOn(`${CHAT}    environment: dev\n${store}`);
    expect(savings(report, 'standby-replicas', 'next-generation')).toEqual([
      'next-generation: 0 265.92 350.4',
      'standby-replicas: 175.2',
    ]);
  });

  test('the same for a collection in code', async () => {
    const report = await reportOn(
      `${CHAT}    environment: staging
    uses: [aws_opensearchserverless_collection.kb]
resources:
  aws_opensearchserverless_collection.kb: { storage: 0 GB }
`,
      { 'main.tf': 'resource "aws_opensearchserverless_collection" "kb" {\n  type = "VECTORSEARCH"\n}\n' },
    );
    expect(savings(report, 'standby-replicas', 'next-generation')).toEqual([
      'next-generation: 0 265.92 350.4',
      'standby-replicas: 175.2',
    ]);
    expect(said(only(report, 'standby-replicas'))).toBe(
      'aws_opensearchserverless_collection.kb: without standby replicas',
    );
  });
});

describe('guardrails', () => {
  test('each filter by itself, and each side', async () => {
    // 300k × 2 units of the question × $0.15 per 1,000 = $90 a filter; the answer is one unit: $45 a filter.
    const report = await reportOn(
      `${CHAT}    guardrail: { filters: [content, denied-topics], input_chars: 2000, output_chars: 800 }\n`,
    );
    expect(savings(report, 'guardrail-filter', 'guardrail-side')).toEqual([
      'guardrail-side: 180',
      'guardrail-filter: 135',
      'guardrail-filter: 135',
      'guardrail-side: 90',
    ]);
  });

  test('filters that the code declares', async () => {
    const report = await reportOn(
      `${CHAT}    uses: [aws_bedrock_guardrail.main]\n    guardrail: { text_units_per_request: 2 }\n`,
      {
        'main.tf': `resource "aws_bedrock_guardrail" "main" {
  content_policy_config {
    filters_config {
      type            = "HATE"
      input_strength  = "HIGH"
      output_strength = "HIGH"
    }
  }
  topic_policy_config {
    topics_config {
      name = "advice"
      type = "DENY"
    }
  }
}
`,
      },
    );
    expect(savings(report, 'guardrail-filter')).toEqual(['guardrail-filter: 90', 'guardrail-filter: 90']);
  });

  test('the only filter is not advised away', async () => {
    const report = await reportOn(
      `${CHAT}    guardrail: { filters: [content], text_units_per_request: 2 }\n`,
    );
    expect(savings(report, 'guardrail-filter', 'guardrail-side')).toEqual([]);
  });
});

describe('logs', () => {
  const LOGGING = `resource "aws_cloudwatch_log_group" "bedrock" {
  name              = "bedrock"
  retention_in_days = 365
}
resource "aws_bedrock_model_invocation_logging_configuration" "main" {
  logging_config {
    cloudwatch_config {
      log_group_name = aws_cloudwatch_log_group.bedrock.name
    }
  }
}
`;

  test('a cheaper class, shorter retention', async () => {
    // 2 TB a month at $0.50 a GB, half of it in the class for infrequent access.
    const report = await reportOn(
      `${CHAT}resources:\n  aws_cloudwatch_log_group.bedrock: { ingested: 2048 GB per month }\n`,
      { 'main.tf': LOGGING },
    );
    expect(savings(report, 'log-class')).toEqual(['log-class: 512']);
    expect(said(only(report, 'log-retention'))).toBe(
      'aws_cloudwatch_log_group.bedrock: logs kept for 30 days',
    );
  });

  test('prompts and answers left out, where the logs are derived from the calls', async () => {
    const report = await reportOn(CHAT.replace('300000', '30000000'), { 'main.tf': LOGGING });
    expect(said(only(report, 'log-bodies'))).toBe(
      'aws_bedrock_model_invocation_logging_configuration.main: text_data_delivery_enabled = false',
    );
  });
});

describe('capacity', () => {
  test('a router in front of two models of a family', async () => {
    // Nova Pro: 300M × $0.80 + 60M × $3.20 = $432; Nova Lite: 300M × $0.06 + 60M × $0.24 = $32.40.
    // A quarter, a half, three quarters of $399.60 less, and $1.00 for 1,000 requests: $300 more. Only the best case pays.
    const chat = CHAT.replace('global.anthropic.claude-haiku-4-5-20251001-v1:0', 'amazon.nova-pro-v1:0');
    expect(savings(await reportOn(chat), 'prompt-routing')).toEqual([]);
    // Ten times the tokens for the same fee: $3,996 / 2 − $300 = $1,698.
    const long = chat.replace('1000', '10000').replace('200', '2000');
    expect(savings(await reportOn(long), 'prompt-routing')).toEqual(['prompt-routing: 699 1698 2697']);
  });

  test("the article's router: $300 a month for 10,000 requests a day, and $1,500 less of $5,000", async () => {
    // At 30% of the cost saved: 5,000 × 0.3 − 10,000 × 30 × 1.00 / 1,000 = 1,500 − 300 = $1,200.
    // Nova Pro at 300k requests of 15,000 and 1,458 tokens is $5,000; Nova Lite at the same $375. Half of the calls on
    // Nova Lite is 46% less.
    const report = await reportOn(`workloads:
  chat: { requests: 10000 per day, model: "amazon.nova-pro-v1:0", input_tokens: 15000, output_tokens: 1458 }
`);
    const saved = only(report, 'prompt-routing').saves.expected.toNumber();
    const pro = 0.3 * (15000 * 0.8 + 1458 * 3.2);
    const lite = 0.3 * (15000 * 0.06 + 1458 * 0.24);
    expect(saved).toBeCloseTo((pro - lite) / 2 - 300, 8);
  });

  test('what no router knows is not routed', async () => {
    const sonnet = CHAT.replace('haiku-4-5-20251001', 'sonnet-4-5-20250929').replace('1000', '100000');
    expect(savings(await reportOn(sonnet), 'prompt-routing')).toEqual([]);
  });

  test('a collection that no workload uses', async () => {
    const report = await reportOn(CHAT, {
      'main.tf': 'resource "aws_opensearchserverless_collection" "old" {\n  type = "VECTORSEARCH"\n}\n',
    });
    expect(savings(report, 'unused')).toEqual(['unused: 350.4']);
    expect(said(only(report, 'unused'))).toBe('aws_opensearchserverless_collection.old: removed');
  });

  const throughput = (more = '') =>
    `resource "aws_bedrock_provisioned_model_throughput" "p" {\n${more}  provisioned_model_name = "p"\n  model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"\n  model_units = 1\n}\n`;
  const SERVED =
    'workloads:\n  w: { model: { address: aws_bedrock_provisioned_model_throughput.p }, requests: 1000 per day, input_tokens: 2000, output_tokens: 300 }\n';

  test.each([
    ['one', ''],
    ['two', '  count = 2\n'],
  ])('capacity that the model of a workload names is used: %s', async (_how_many, count) => {
    const report = await reportOn(SERVED, { 'main.tf': throughput(count) });
    expect(savings(report, 'unused')).toEqual([]);
    expect(report.diagnostics.filter(({ code }) => code.startsWith('binding-'))).toEqual([]);
  });

  test('nothing is called unused where a workload names what was not found', async () => {
    const report = await reportOn(SERVED.replace('throughput.p', 'throughput.q'), {
      'main.tf': throughput(),
    });
    expect(savings(report, 'unused')).toEqual([]);
  });

  test('nothing is unused where nobody says what is used', async () => {
    const report = await reportOn('', {
      'main.tf': 'resource "aws_opensearchserverless_collection" "old" {\n  type = "VECTORSEARCH"\n}\n',
    });
    expect(savings(report, 'unused')).toEqual([]);
  });
});

describe('commitments', () => {
  test('the reserved tier at an even load', async () => {
    // 10M calls of 3,000 and 500 tokens: 30,000M input tokens over 43,200 minutes are 694,444 a minute, so 695,000 are
    // reserved, and 116,000 for 5,000M output tokens. On demand: 30,000 × $1 + 5,000 × $5 = $55,000. For three months:
    // (695 × $0.054 + 116 × $0.27) × 730 = 68.85 × 730 = $50,260.50. For one month it costs more than on demand.
    const report = await reportOn(`workloads:
  even:
    requests: 10M per month
    model: global.anthropic.claude-haiku-4-5-20251001-v1:0
    input_tokens: 3000
    output_tokens: 500
`);
    expect(savings(report, 'reserved')).toEqual(['reserved: 4739.5']);
    expect(only(report, 'reserved').condition).toContain('695,000 input and 116,000 output tokens a minute');
  });

  test('longer commitments', async () => {
    // Two units × 730 hours: at $24.00 an hour $35,040, at $21.18 (one month) $30,922.80, at $13.08 (six) $19,096.80.
    const report = await reportOn(`workloads:
  cap:
    requests: 1M per month
    model: meta.llama3-1-8b-instruct-v1:0
    input_tokens: 3000
    output_tokens: 500
    provisioned_throughput: { model: "meta.llama3-1-8b-instruct-v1:0", model_units: 2 }
`);
    expect(savings(report, 'commitment')).toEqual(['commitment: 15943.2', 'commitment: 4117.2']);
  });

  test('no commitment at all, where the calls are cheaper by the token', async () => {
    // Two units × 730 × $55 = $80,300. On demand: 3,000M × $0.06 + 500M × $0.24 = $300.
    const report = await reportOn(`workloads:
  cap:
    requests: 1M per month
    model: amazon.nova-lite-v1:0
    input_tokens: 3000
    output_tokens: 500
    provisioned_throughput: { model: "amazon.nova-lite-v1:0", model_units: 2, commitment: 1-month }
`);
    expect(savings(report, 'on-demand')).toEqual(['on-demand: 80000']);
  });
});
