import { describe, expect, test } from 'vitest';
import { arithmetic, bookOf, estimated, lines, numbers, problems, total } from './estimating.ts';
import { estimatedTemplate } from './templates.ts';

const workload = (part: string, ...keys: readonly string[]) =>
  [
    'workloads:',
    '  w:',
    '    requests: 10k per month',
    ...keys.map((key) => `    ${key}`),
    `    agentcore: { ${part} }`,
    '',
  ].join('\n');

describe('sessions', () => {
  const session = 'active_seconds: 5, session_seconds: 30, memory: 2 GB';

  test.each([
    // 10,000 sessions × 5 seconds × 0.0895 / 3600, and × 30 seconds × 2 GB × 0.00945 / 3600: 2.82 together.
    ['runtime', session, ['runtime CPU: 1.243055555556', 'runtime memory: 1.575']],
    ['runtime', `version: v2, ${session}`, ['runtime CPU: 1.772222222222', 'runtime memory: 2.816666666667']],
    ['browser', session, ['browser CPU: 1.243055555556', 'browser memory: 1.575']],
    ['code_interpreter', session, ['code interpreter CPU: 1.243055555556', 'code interpreter memory: 1.575']],
    [
      'runtime',
      `sessions: 20k per month, vcpus: 2, ${session}`,
      ['runtime CPU: 4.972222222222', 'runtime memory: 3.15'],
    ],
    [
      'runtime',
      `sessions_per_request: 0.5, ${session}`,
      ['runtime CPU: 0.621527777778', 'runtime memory: 0.7875'],
    ],
    // A second and 128 MB at the least.
    [
      'runtime',
      'active_seconds: 0.1, session_seconds: 0.5, memory: 64 MB',
      ['runtime CPU: 0.248611111111', 'runtime memory: 0.00328125'],
    ],
  ])('of %s with %s', async (part, keys, expected) => {
    expect(lines(await estimated(workload(`${part}: { ${keys} }`)))).toEqual(expected);
  });

  test('the CPU is not billed while it waits: 2.82 and not 9.03', async () => {
    const active = await estimated(workload(`runtime: { ${session} }`));
    const waiting = await estimated(
      workload('runtime: { active_seconds: 30, session_seconds: 30, memory: 2 GB }'),
    );
    expect([active, waiting].map((made) => total(made).expected.toFixed(2))).toEqual(['2.82', '9.03']);
  });

  test('what is counted in seconds is exact', async () => {
    const [cpu] = (
      await estimated(workload('runtime: { active_seconds: 36, session_seconds: 60, memory: 1 GB }'))
    ).charges;
    expect(cpu === undefined ? '' : arithmetic(cpu)).toBe('10000 requests × 36 active seconds');
    expect(cpu?.cost.kind === 'priced' ? cpu.cost.amount.expected.toFixed() : '').toBe('8.95');
  });

  test('what is missing, one by one', async () => {
    expect(lines(await estimated(workload('runtime: {}')))).toEqual([
      'runtime CPU: not priced: in how many seconds of a session its CPU works is not stated | agentcore: { runtime: { active_seconds: 5 } }',
      'runtime memory: not priced: how many seconds a session lives is not stated | agentcore: { runtime: { session_seconds: 60 } }',
    ]);
  });
});

describe('what is counted', () => {
  test('of a public cost table: memory of 30,000 events, 10,000 retrievals and 1,000 records', async () => {
    const made = await estimated(
      workload('memory: { events: 30k per month, retrievals: 10k per month, custom_records: 1000 }'),
    );
    expect(lines(made)).toEqual([
      'memory events: 7.5',
      'custom memory records: 0.25',
      'memory retrievals: 5',
    ]);
    expect(numbers(total(made))).toBe('12.75');
  });

  test.each([
    ['gateway: { invocations: 1M per month }', ['gateway invocations: 5']],
    ['gateway: { searches: 1M per month, tools: 100 }', ['gateway searches: 25', 'gateway tool index: 0.02']],
    ['memory: { records: 10k }', ['memory records: 7.5']],
    ['identity: { requests: 1M per month }', ['identity requests: 10']],
    ['policy: { authorizations: 1M per month }', ['policy authorizations: 25']],
    ['web_search: { queries: 1000 per month }', ['web searches: 7']],
    [
      'web_search: {}',
      [
        'web searches: not priced: the number of web searches is not stated | agentcore: { web_search: { queries: 10k per month } }',
      ],
    ],
  ])('%s', async (part, expected) => {
    expect(lines(await estimated(workload(part)))).toEqual(expected);
  });
});

test('prices on which sources differ by a factor of ten are not relied on, better ones are', async () => {
  const used = workload('policy: { input_tokens: 1M per month }');
  const why = 'its price is not settled: public sources say 13 and 130 USD for a million tokens';
  const line =
    'prices: { exact: [{ subject: agentcore, dimension: policy-input, usd: PRICE, per: 1, source: AWS pricing page }] }';
  expect(lines(await estimated(used))).toEqual([`policy input tokens: not priced: ${why} | ${line}`]);
  const evaluated = await estimated(
    workload(
      'evaluations: { input_tokens: 10M per month, output_tokens: 1M per month, custom: 10k per month }',
    ),
  );
  expect(evaluated.charges.map(({ cost }) => cost.kind)).toEqual(['unpriced', 'unpriced', 'unpriced']);
  const prices = bookOf([{ subject: 'agentcore', dimension: 'policy-input', usd: 130, per: 1_000_000 }]);
  expect(lines(await estimated(used, { prices }))).toEqual(['policy input tokens: 130']);
});

describe('components of the code', () => {
  const kinds = (made: readonly string[]) => made.map((line) => line.split(':')[0]);

  test('a memory is asked for what its strategies keep', async () => {
    const memory = (strategies: readonly { readonly [key: string]: { readonly Name: string } }[]) =>
      estimatedTemplate({
        M: { type: 'AWS::BedrockAgentCore::Memory', properties: { MemoryStrategies: strategies } },
      });
    expect(kinds(lines(await memory([])))).toEqual(['memory events']);
    expect(kinds(lines(await memory([{ SemanticMemoryStrategy: { Name: 's' } }])))).toEqual([
      'memory events',
      'memory records',
      'memory retrievals',
    ]);
    expect(kinds(lines(await memory([{ CustomMemoryStrategy: { Name: 's' } }])))).toEqual([
      'memory events',
      'custom memory records',
      'memory retrievals',
    ]);
  });

  test('tools are indexed where they can be searched, and counted where they stand in the code', async () => {
    const gateway = (searchType: string, ...tools: readonly number[]) =>
      estimatedTemplate({
        G: {
          type: 'AWS::BedrockAgentCore::Gateway',
          properties: { ProtocolConfiguration: { Mcp: { SearchType: searchType } } },
        },
        ...Object.fromEntries(
          tools.map((count, index) => [
            `T${index}`,
            {
              type: 'AWS::BedrockAgentCore::GatewayTarget',
              properties: {
                GatewayIdentifier: { ref: 'G' },
                TargetConfiguration: {
                  Mcp: {
                    Lambda: {
                      ToolSchema: {
                        InlinePayload: Array.from({ length: count }, (_, tool) => ({ Name: `t${tool}` })),
                      },
                    },
                  },
                },
              },
            },
          ]),
        ),
      });
    expect(kinds(lines(await gateway('NONE', 3)))).toEqual(['gateway invocations']);
    const searched = await gateway('SEMANTIC', 3, 2);
    expect(kinds(lines(searched))).toEqual(['gateway invocations', 'gateway searches', 'gateway tool index']);
    const index = searched.charges.at(-1);
    expect([index?.kind, index === undefined ? '' : arithmetic(index), lines(searched).at(-1)]).toEqual([
      'floor',
      '5 tools',
      'gateway tool index: 0.001',
    ]);
  });

  test('an instance of the account is none of ours to price', async () => {
    const made = await estimatedTemplate({
      R: {
        type: 'AWS::BedrockAgentCore::Runtime',
        properties: { CapacityProviderConfiguration: { Arn: 'a' } },
      },
    });
    expect(made.charges.every(({ price }) => price === undefined)).toBe(true);
  });

  test('a harness calls the model that it configures', async () => {
    const files = {
      'main.tf': `resource "aws_bedrockagentcore_harness" "chat" {
  harness_name = "chat"
  model {
    bedrock_model_config {
      model_id = "amazon.nova-micro-v1:0"
    }
  }
}
`,
    };
    expect(kinds(lines(await estimated('', { files })))).toEqual([
      'runtime CPU',
      'runtime memory',
      'model calls',
    ]);
    const used = await estimated(
      'workloads:\n  chat:\n    uses: [aws_bedrockagentcore_harness.chat]\n    requests: 1M per month\n    calls_per_request: 2\n    input_tokens: 1000\n    output_tokens: 100\n',
      { files },
    );
    expect(lines(used).slice(0, 2)).toEqual(['input tokens: 70', 'output tokens: 28']);
    expect(kinds(lines(used)).slice(2)).toEqual(['runtime CPU', 'runtime memory']);
  });

  test('what the code says of a component that two workloads use is counted for the first', async () => {
    const files = {
      'main.tf': `
resource "aws_bedrockagentcore_gateway" "g" {
  name = "g"
  protocol_type = "MCP"
  protocol_configuration {
    mcp {
      search_type = "SEMANTIC"
    }
  }
}
`,
    };
    const uses = (name: string, keys: string) =>
      `  ${name}:\n    uses: [aws_bedrockagentcore_gateway.g]\n    agentcore: { gateway: { ${keys} } }\n`;
    const made = await estimated(
      `workloads:\n${uses('a', 'invocations: 1M per month, searches: 1M per month, tools: 200')}${uses('b', 'invocations: 1M per month')}`,
      { files },
    );
    expect(made.charges.map((charge) => `${charge.owner.name} ${charge.component}`)).toEqual([
      'a gateway invocations',
      'a gateway searches',
      'a gateway tool index',
      'b gateway invocations',
    ]);
  });

  test('a workload speaks for the component that it uses, once', async () => {
    const files = { 'main.tf': 'resource "aws_bedrockagentcore_memory" "m" {\n  name = "m"\n}\n' };
    const made = await estimated(
      `${workload('memory: { events: 1000 per month }', 'uses: [aws_bedrockagentcore_memory.m]')}resources: { aws_bedrockagentcore_memory.m: { events: 9M per month } }\n`,
      { files },
    );
    expect(lines(made)).toEqual(['memory events: 0.25']);
    expect(problems(made).map((line) => line.split(':')[0])).toEqual(['charge-counted-once']);
  });
});

test('a resource has no requests, so its sessions are stated for the month', async () => {
  const made = await estimated(
    'resources: { aws_bedrockagentcore_browser.b: { sessions_per_request: 2 } }\n',
    {
      files: { 'main.tf': 'resource "aws_bedrockagentcore_browser" "b" {}\n' },
    },
  );
  expect(problems(made)[0]).toMatch(/^manifest-unknown-key: .*`sessions_per_request`/);
});

test('an extra charge that covers a harness covers its sessions, not the calls of the workload', async () => {
  const harness = `resource "aws_bedrockagentcore_harness" "chat" {
  harness_name = "chat"
  model {
    bedrock_model_config {
      model_id = "amazon.nova-micro-v1:0"
    }
  }
}
`;
  const workload =
    'workloads:\n  chat:\n    uses: [aws_bedrockagentcore_harness.chat]\n    requests: 1M per month\n    calls_per_request: 1\n    input_tokens: 1000\n    output_tokens: 100\n';
  const covered =
    'resources: { aws_bedrockagentcore_harness.chat: { priced_by: Team } }\nextra_charges: [{ name: Team, monthly: 9, layer: features }]\n';
  const of = async (more: string) =>
    lines(await estimated(workload + more, { files: { 'main.tf': harness } })).map(
      (line) => line.split(': not')[0],
    );
  expect(await of('')).toEqual(['input tokens: 35', 'output tokens: 14', 'runtime CPU', 'runtime memory']);
  expect(await of(covered)).toEqual(['input tokens: 35', 'output tokens: 14', 'stated amount: 9']);
});
