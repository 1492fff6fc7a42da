import { describe, expect, test } from 'vitest';
import { estimated, lines } from './estimating.ts';
import { estimatedTemplate } from './templates.ts';

const agent = (name: string, model: string) => `
resource "aws_bedrockagent_agent" "${name}" {
  agent_name       = "${name}"
  foundation_model = "${model}"
}

resource "aws_bedrockagent_agent_alias" "${name}" {
  agent_alias_name = "live"
  agent_id         = aws_bedrockagent_agent.${name}.agent_id
}
`;

const handsTo = (from: string, to: string) => `
resource "aws_bedrockagent_agent_collaborator" "${from}_${to}" {
  agent_id = aws_bedrockagent_agent.${from}.agent_id
  agent_descriptor {
    alias_arn = aws_bedrockagent_agent_alias.${to}.agent_alias_arn
  }
}
`;

const PRO = 'amazon.nova-pro-v1:0';
const MICRO = 'amazon.nova-micro-v1:0';
const TEAM = agent('lead', PRO) + agent('clerk', MICRO) + handsTo('lead', 'clerk');

const workload = (...keys: readonly string[]) =>
  [
    'workloads:',
    '  desk:',
    '    agent: aws_bedrockagent_agent.lead',
    '    requests: 1M per month',
    ...keys.map((key) => `    ${key}`),
    '',
  ].join('\n');

const costs = async (manifest: string, files: string) =>
  lines(await estimated(manifest, { files: { 'main.tf': files } }));

const MISSING =
  'model calls of aws_bedrockagent_agent.clerk: not priced: no call of desk is made by this agent, which its agents hand work to';

describe('agents that work together', () => {
  const tokens = 'input_tokens: 1000, output_tokens: 100';

  test('a workload names the calls of each, and both are priced', async () => {
    const made = await costs(
      workload(
        `calls: { lead: { per_request: 2, ${tokens} }, clerk: { model: { address: aws_bedrockagent_agent.clerk }, ${tokens} } }`,
      ),
      TEAM,
    );
    // 1M × 2 × 1,000 × 0.80 / 1M and 1M × 2 × 100 × 3.20 / 1M; the clerk at 0.035 and 0.14.
    expect(made).toEqual([
      'lead input tokens: 1600',
      'lead output tokens: 640',
      'clerk input tokens: 35',
      'clerk output tokens: 14',
    ]);
  });

  test('an agent whose calls are left out is named, with the line that prices it', async () => {
    const made = await costs(
      workload('calls_per_request: 4', 'input_tokens: 1000', 'output_tokens: 100'),
      TEAM,
    );
    expect(made.at(-1)).toBe(
      `${MISSING} | calls: { clerk: { model: { address: aws_bedrockagent_agent.clerk }, per_request: 1..3, input_tokens: 3000, output_tokens: 800 } }  # beside the calls of the agent itself`,
    );
  });

  test.each([
    ['a stated number counts the calls of all that have one model', 'calls_per_request: 4', 2],
    ['an assumed number counts those of one agent', '', 3],
  ])('%s', async (_, calls, count) => {
    const files = agent('lead', PRO) + agent('clerk', PRO) + handsTo('lead', 'clerk');
    const made = await costs(
      workload(...(calls === '' ? [] : [calls]), 'input_tokens: 1000', 'output_tokens: 100'),
      files,
    );
    expect(made).toHaveLength(count);
    expect(made.some((line) => line.startsWith(MISSING))).toBe(count === 3);
  });

  test('agents that hand work to each other are counted once each', async () => {
    const made = await costs(
      workload('calls_per_request: 1', 'input_tokens: 1000', 'output_tokens: 100'),
      TEAM + handsTo('clerk', 'lead'),
    );
    expect(made.filter((line) => line.startsWith('model calls of'))).toHaveLength(1);
  });

  test('a workload may name the alias', async () => {
    const manifest = workload('calls_per_request: 1', 'input_tokens: 1000', 'output_tokens: 0').replace(
      'aws_bedrockagent_agent.lead',
      'aws_bedrockagent_agent_alias.lead',
    );
    expect(await costs(manifest, agent('lead', PRO))).toEqual(['input tokens: 800', 'output tokens: 0']);
  });
});

describe('agents that no workload names', () => {
  test('their model calls are not priced, with the price beside', async () => {
    const made = await estimated('', { files: { 'main.tf': agent('lead', PRO) } });
    expect(lines(made)).toHaveLength(1);
    expect(lines(made)[0]).toMatch(/^model calls: not priced: no workload names this agent/);
    expect(made.charges[0]?.price?.usd.toFixed()).toBe('0.8');
  });

  test('the lines to write are a manifest, whatever the address is', async () => {
    const files = {
      'main.tf': `resource "aws_bedrockagent_agent" "team" {
  for_each         = toset(["a"])
  foundation_model = "${MICRO}"
}
`,
    };
    const [unpriced] = (await estimated('', { files })).charges;
    const hint = unpriced?.cost.kind === 'unpriced' ? unpriced.cost.hint : undefined;
    const made = await estimated(`${hint ?? ''}\n`, { files });
    expect(made.diagnostics).toEqual([]);
    // 30,000 × 5, 7.5 and 10 calls × 3,000 and 800 tokens at 0.035 and 0.14.
    expect(lines(made)).toEqual(['input tokens: 15.75 23.625 31.5', 'output tokens: 16.8 25.2 33.6']);
    expect(made.charges[0]?.owner.name).toBe('team-a');
  });

  test('in a template, with the knowledge base that it asks', async () => {
    const made = await estimatedTemplate({
      Agent: {
        type: 'AWS::Bedrock::Agent',
        properties: { FoundationModel: MICRO, KnowledgeBases: [{ KnowledgeBaseId: { ref: 'Base' } }] },
      },
      Alias: { type: 'AWS::Bedrock::AgentAlias', properties: { AgentId: { ref: 'Agent' } } },
      Base: {
        type: 'AWS::Bedrock::KnowledgeBase',
        properties: { KnowledgeBaseConfiguration: { Type: 'SQL' } },
      },
    });
    expect(made.charges.map(({ owner, component }) => `${owner.name} ${component}`)).toEqual([
      'Agent model calls',
      'Base generated queries',
    ]);
  });
});

describe('an extra charge that covers an agent', () => {
  const tokens = 'input_tokens: 1000, output_tokens: 100';
  const covers = (name: string) =>
    `extra_charges: [{ name: desk, monthly: 5, layer: inference }]\nresources: { aws_bedrockagent_agent.${name}: { priced_by: desk } }\n`;

  test('covers the calls that it makes', async () => {
    const own = workload('input_tokens: 1000', 'output_tokens: 100', 'calls_per_request: 2');
    expect(await costs(own + covers('lead'), agent('lead', PRO))).toEqual(['stated amount: 5']);
  });

  test('and those of no other agent', async () => {
    const both = workload(
      `calls: { lead: { per_request: 2, ${tokens} }, clerk: { model: { address: aws_bedrockagent_agent.clerk }, ${tokens} } }`,
    );
    expect(await costs(both + covers('clerk'), TEAM)).toEqual([
      'lead input tokens: 1600',
      'lead output tokens: 640',
      'stated amount: 5',
    ]);
    expect(await costs(both + covers('lead'), TEAM)).toEqual([
      'clerk input tokens: 35',
      'clerk output tokens: 14',
      'stated amount: 5',
    ]);
  });
});
