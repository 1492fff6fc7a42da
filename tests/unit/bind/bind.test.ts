/** Workloads joined with Terraform and with programs: what they take over, and what is said where they cannot. */
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { seenIn, treeOf } from './trees.ts';

const HAIKU = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';

function manifest(workload: string, more = ''): string {
  return `version: 1\nregion: us-east-1\nworkloads:\n  chat:\n    requests: 1M per month\n    input_tokens: 1000\n    output_tokens: 100\n${workload
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}\n${more}`;
}

const MODEL = [
  'chat: input tokens, Claude Haiku 4.5, global profile = 1000',
  'chat: output tokens, Claude Haiku 4.5, global profile = 500',
];

describe('the model of a workload', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['in the manifest', { 'bedrock-cost.yml': manifest(`model: ${HAIKU}`) }],
    [
      'of an agent',
      {
        'bedrock-cost.yml': manifest('agent: aws_bedrockagent_agent.main\ncalls_per_request: 1'),
        'main.tf': `resource "aws_bedrockagent_agent" "main" {\n  foundation_model = "${HAIKU}"\n}`,
      },
    ],
    [
      'of an agent with a condition',
      {
        'bedrock-cost.yml': manifest('agent: aws_bedrockagent_agent.main\ncalls_per_request: 1'),
        'main.tf': `variable "on" {\n  default = true\n}\nresource "aws_bedrockagent_agent" "main" {\n  count = var.on ? 1 : 0\n  foundation_model = "${HAIKU}"\n}`,
      },
    ],
    [
      'of an agent, through an application inference profile',
      {
        'bedrock-cost.yml': manifest('agent: aws_bedrockagent_agent.main\ncalls_per_request: 1'),
        'main.tf': `resource "aws_bedrock_inference_profile" "p" {\n  name = "p"\n  model_source {\n    copy_from = "arn:aws:bedrock:us-east-1:111122223333:inference-profile/${HAIKU}"\n  }\n}\nresource "aws_bedrockagent_agent" "main" {\n  foundation_model = aws_bedrock_inference_profile.p.arn\n}`,
      },
    ],
    [
      'in an ARN of an unknown account',
      {
        'bedrock-cost.yml': manifest('agent: aws_bedrockagent_agent.main\ncalls_per_request: 1'),
        'main.tf': `data "aws_caller_identity" "me" {}\nresource "aws_bedrockagent_agent" "main" {\n  foundation_model = "arn:aws:bedrock:us-east-1:\${data.aws_caller_identity.me.account_id}:inference-profile/${HAIKU}"\n}`,
      },
    ],
    [
      'in an environment variable of a function',
      {
        'bedrock-cost.yml': manifest('model: { address: aws_lambda_function.chat, env: MODEL_ID }'),
        'main.tf': `resource "aws_lambda_function" "chat" {\n  environment {\n    variables = {\n      MODEL_ID = "${HAIKU}"\n    }\n  }\n}`,
      },
    ],
    [
      'in a program',
      {
        'bedrock-cost.yml': manifest('model: { file: src/chat.ts }'),
        'src/chat.ts': `const MODEL = '${HAIKU}';`,
      },
    ],
    [
      'in a line of a .env file',
      {
        'bedrock-cost.yml': manifest('model: { file: .env, env: CHAT_MODEL }'),
        '.env': `EMBED_MODEL=amazon.titan-embed-text-v2:0\nCHAT_MODEL=${HAIKU}\n`,
      },
    ],
    [
      'below the manifest, in a module',
      {
        'app/bedrock-cost.yml': manifest('agent: module.a.aws_bedrockagent_agent.main\ncalls_per_request: 1'),
        'app/main.tf': `module "a" {\n  source = "../modules/agent"\n  model  = "${HAIKU}"\n}`,
        'modules/agent/main.tf':
          'variable "model" {}\nresource "aws_bedrockagent_agent" "main" {\n  foundation_model = var.model\n}',
      },
    ],
  ])('%s', async (_, files) => {
    const { charges, diagnostics } = await seenIn(files);
    expect({ charges, diagnostics }).toEqual({ charges: MODEL, diagnostics: [] });
  });

  test.each<[string, string, Readonly<Record<string, string>>, RegExp]>([
    [
      'a variable without a default',
      'agent: aws_bedrockagent_agent.main\ncalls_per_request: 1',
      {
        'main.tf':
          'variable "model" {}\nresource "aws_bedrockagent_agent" "main" {\n  foundation_model = var.model\n}',
      },
      /\? .*var(?:iable)?.*model/,
    ],
    [
      'a program with two models',
      'model: { file: a.py }',
      { 'a.py': '"amazon.nova-lite-v1:0"\n"amazon.nova-pro-v1:0"' },
      /\? a\.py has 2 model ids/,
    ],
    ['a program with none', 'model: { file: a.py }', { 'a.py': 'x = 1' }, /\? a\.py has no model id/],
    ['a program that does not exist', 'model: { file: a.py }', {}, /\? a\.py does not exist/],
    [
      'an attribute that does not exist',
      'model: { address: aws_lambda_function.chat, env: MODEL_ID }',
      { 'main.tf': 'resource "aws_lambda_function" "chat" {}' },
      /\? aws_lambda_function\.chat sets no environment variable MODEL_ID/,
    ],
  ])('%s is unknown, and never free', async (_, workload, files, why) => {
    const { charges } = await seenIn({ 'bedrock-cost.yml': manifest(workload), ...files });
    expect(charges.filter((line) => line.startsWith('chat: '))).toHaveLength(2);
    for (const line of charges.filter((text) => text.startsWith('chat: '))) expect(line).toMatch(why);
  });
});

const AGENT = `
resource "aws_bedrockagent_agent" "main" {
  foundation_model = "${HAIKU}"
  guardrail_configuration {
    guardrail_identifier = aws_bedrock_guardrail.g.guardrail_id
    guardrail_version    = "1"
  }
}
resource "aws_bedrock_guardrail" "g" {
  content_policy_config {
    filters_config {
      type = "HATE"
      input_strength = "HIGH"
      output_strength = "HIGH"
    }
  }
}
resource "aws_bedrockagent_agent_knowledge_base_association" "a" {
  agent_id          = aws_bedrockagent_agent.main.agent_id
  knowledge_base_id = aws_bedrockagent_knowledge_base.kb.id
}
resource "aws_bedrockagent_knowledge_base" "kb" {
  knowledge_base_configuration {
    type = "VECTOR"
    vector_knowledge_base_configuration {
      embedding_model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
    }
  }
  storage_configuration {
    type = "OPENSEARCH_SERVERLESS"
    opensearch_serverless_configuration {
      collection_arn = aws_opensearchserverless_collection.c.arn
    }
  }
}
resource "aws_opensearchserverless_collection" "c" {
  type = "VECTORSEARCH"
}
`;

describe('what a workload takes over', () => {
  test('agent, guardrail, knowledge base and store, along the references', async () => {
    const workload =
      'agent: aws_bedrockagent_agent.main\ncalls_per_request: 1\nguardrail: { text_units_per_request: 2 }\nknowledge_base: { embedding: { tokens: 10M per month } }';
    const { charges, diagnostics } = await seenIn({
      'bedrock-cost.yml': manifest(workload),
      'main.tf': AGENT,
    });
    expect(diagnostics).toEqual([]);
    expect(charges).toEqual([
      ...MODEL,
      'chat: embedding tokens, Titan Text Embeddings V2 = 0.2',
      'chat: content filter = 300',
      'chat: capacity floor = 350.4',
      'chat: capacity above the floor = ? whether it needs more than its floor is not stated',
      'chat: storage = ? how much it stores is not stated',
    ]);
  });

  test('a store that two workloads use is counted once', async () => {
    const two = `version: 1\nregion: us-east-1\nworkloads:\n  one: { uses: [aws_bedrockagent_knowledge_base.kb] }\n  two: { uses: [aws_bedrockagent_knowledge_base.kb] }\n`;
    const { charges } = await seenIn({ 'bedrock-cost.yml': two, 'main.tf': AGENT });
    expect(charges.filter((line) => line.includes('capacity floor'))).toHaveLength(1);
  });

  test('a name that is not declared has a suggestion', async () => {
    const { diagnostics, report } = await seenIn({
      'bedrock-cost.yml': manifest('agent: aws_bedrockagent_agent.mian'),
      'main.tf': AGENT,
    });
    expect(diagnostics[0]).toMatch(/^binding-unmatched: .*aws_bedrockagent_agent\.mian/);
    expect(report.diagnostics[0]).toMatchObject({
      hint: 'agent: aws_bedrockagent_agent.main',
      at: { file: 'bedrock-cost.yml', line: 8 },
    });
    expect(report.verdict.status).toBe('indeterminate');
  });
});

describe('the use of a store', () => {
  const workload = (name: string, ocus: number) =>
    `  ${name}: { uses: [aws_bedrockagent_knowledge_base.kb], knowledge_base: { vector_store: { type: opensearch-serverless, ocus: ${ocus}, storage: 10 GB } } }\n`;

  test.each([
    ['in the workload', `workloads:\n${workload('one', 6)}`],
    [
      'under resources',
      'workloads: {}\nresources: { aws_opensearchserverless_collection.c: { ocus: 6, storage: 10 GB } }\n',
    ],
    ['in two workloads, which is counted once', `workloads:\n${workload('one', 6)}${workload('two', 6)}`],
  ])('%s', async (_, text) => {
    const { charges, diagnostics } = await seenIn({
      'bedrock-cost.yml': `version: 1\nregion: us-east-1\n${text}`,
      'main.tf': AGENT,
    });
    const store = charges
      .filter((line) => /capacity|storage/.test(line))
      .map((line) => line.replace(/^.*?: /, ''));
    expect(store).toEqual(['capacity floor = 350.4', 'capacity above the floor = 700.8', 'storage = 0.24']);
    // Both say the same, so there is nothing to settle.
    expect(diagnostics.filter((line) => line.includes('charge-counted-once'))).toEqual([]);
  });
});

describe('several roots', () => {
  const COLLECTION = 'resource "aws_opensearchserverless_collection" "c" {\n  type = "VECTORSEARCH"\n}\n';
  const GUARDRAIL =
    'resource "aws_bedrock_guardrail" "g" {\n  content_policy_config {\n    filters_config {\n      type = "HATE"\n    }\n  }\n}\n';

  test('the same address in two of them is two resources, each with its own references', async () => {
    const files = { 'dev/main.tf': COLLECTION + GUARDRAIL, 'prod/main.tf': COLLECTION + GUARDRAIL };
    const { charges } = await seenIn({
      ...files,
      'bedrock-cost.yml': 'version: 1\nregion: us-east-1\nworkloads: {}\n',
    });
    const floors = charges.filter((line) => !line.includes('= ?') || line.includes('filter'));
    expect(floors.map((line) => line.split(' = ')[0])).toEqual([
      'dev:aws_bedrock_guardrail.g: content filter',
      'prod:aws_bedrock_guardrail.g: content filter',
      'dev:aws_opensearchserverless_collection.c: capacity floor',
      'prod:aws_opensearchserverless_collection.c: capacity floor',
    ]);
  });

  test('a workload names one by its root', async () => {
    const workload = `model: ${HAIKU}\nuses: ["prod:aws_bedrock_guardrail.g"]\nguardrail: { text_units_per_request: 1 }`;
    const { charges, diagnostics } = await seenIn({
      'bedrock-cost.yml': manifest(workload),
      'dev/main.tf': GUARDRAIL,
      'prod/main.tf': GUARDRAIL,
    });
    expect(diagnostics).toEqual([]);
    expect(charges).toContain('chat: content filter = 150');
    expect(charges.filter((line) => line.startsWith('dev:'))).toHaveLength(1);
  });
});

describe('a resource that may not exist', () => {
  const MAYBE = (block: string) => `variable "on" {}\n${block.replace('{', '{\n  count = var.on ? 1 : 0')}`;
  const COLLECTION = MAYBE(
    'resource "aws_opensearchserverless_collection" "c" {\n  type = "VECTORSEARCH"\n}\n',
  );
  const THROUGHPUT = MAYBE(
    'resource "aws_bedrock_provisioned_model_throughput" "t" {\n  model_arn = "amazon.nova-lite-v1:0"\n  model_units = 1\n  commitment_duration = "OneMonth"\n}\n',
  );

  test.each([COLLECTION, THROUGHPUT])('is not priced, and not nothing', async (code) => {
    const { charges } = await seenIn({
      'bedrock-cost.yml': 'version: 1\nregion: us-east-1\nworkloads: {}\n',
      'main.tf': code,
    });
    expect(charges[0]).toMatch(/= \? .*(?:is not known|are 0 or more of it): var\.on has no default/);
    expect(charges.filter((line) => !line.includes('= ?'))).toEqual([]);
  });

  test('is priced where a workload uses it', async () => {
    const text =
      'version: 1\nregion: us-east-1\nworkloads:\n  chat: { uses: [aws_opensearchserverless_collection.c] }\n';
    const { charges } = await seenIn({ 'bedrock-cost.yml': text, 'main.tf': COLLECTION });
    expect(charges[0]).toBe('chat: capacity floor = 350.4');
  });
});

describe('reserved capacity', () => {
  const THROUGHPUT =
    'resource "aws_bedrock_provisioned_model_throughput" "t" {\n  model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"\n  model_units = 1\n  commitment_duration = "OneMonth"\n}\n';
  const UNITS = /: model units, Nova Lite, 1 month commitment = 40150$/;

  test.each<[string, string, string]>([
    [
      'in the manifest',
      'model: amazon.nova-lite-v1:0\nprovisioned_throughput: { model: "amazon.nova-lite-v1:0", model_units: 1, commitment: 1-month }',
      '',
    ],
    [
      'in the manifest, called by its ARN',
      'model: arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abc\nprovisioned_throughput: { model: "amazon.nova-lite-v1:0", model_units: 1, commitment: 1-month }',
      '',
    ],
    ['named as the model', 'model: { address: aws_bedrock_provisioned_model_throughput.t }', THROUGHPUT],
    [
      'among what is used',
      'model: amazon.nova-lite-v1:0\nuses: [aws_bedrock_provisioned_model_throughput.t]',
      THROUGHPUT,
    ],
  ])('%s: its calls cost no tokens', async (_, workload, code) => {
    const { charges, diagnostics } = await seenIn({
      'bedrock-cost.yml': manifest(workload),
      'main.tf': code,
    });
    expect(diagnostics).toEqual([]);
    expect(charges).toEqual([expect.stringMatching(UNITS)]);
  });

  test('another model is billed by its tokens', async () => {
    const workload = 'model: amazon.nova-pro-v1:0\nuses: [aws_bedrock_provisioned_model_throughput.t]';
    const { charges } = await seenIn({ 'bedrock-cost.yml': manifest(workload), 'main.tf': THROUGHPUT });
    expect(charges).toHaveLength(3);
  });
});

describe('what is merely named', () => {
  const TWO = `resource "aws_bedrockagent_agent" "a" {\n  foundation_model = "${HAIKU}"\n}\nresource "aws_bedrockagent_agent" "b" {\n  foundation_model = "amazon.nova-pro-v1:0"\n}\n`;

  test('an agent under uses is the agent of the workload', async () => {
    const text =
      'version: 1\nregion: us-east-1\nworkloads:\n  chat: { requests: 1000 per day, uses: [aws_bedrockagent_agent.a] }\n';
    const { charges } = await seenIn({ 'bedrock-cost.yml': text, 'main.tf': TWO });
    expect(charges.map((line) => line.split(' = ')[0])).toEqual([
      'chat: input tokens, Claude Haiku 4.5, global profile',
      'chat: output tokens, Claude Haiku 4.5, global profile',
      'aws_bedrockagent_agent.b: model calls, Nova Pro',
    ]);
    expect(charges.filter((line) => !line.includes('= ?'))).toEqual([]);
  });

  test('a second agent keeps its calls to itself', async () => {
    const workload =
      'agent: aws_bedrockagent_agent.a\ncalls_per_request: 1\nuses: [aws_bedrockagent_agent.b]';
    const { charges } = await seenIn({ 'bedrock-cost.yml': manifest(workload), 'main.tf': TWO });
    expect(charges).toEqual([
      ...MODEL,
      expect.stringMatching(/^chat: model calls of aws_bedrockagent_agent\.b, Nova Pro = \?/),
    ]);
  });

  test('a manifest that names another model than its agent says so', async () => {
    const workload = 'agent: aws_bedrockagent_agent.b\ncalls_per_request: 1\nmodel: ' + HAIKU;
    const { charges, diagnostics } = await seenIn({ 'bedrock-cost.yml': manifest(workload), 'main.tf': TWO });
    expect(charges.slice(0, 2)).toEqual(MODEL);
    expect(diagnostics).toEqual([expect.stringMatching(/^manifest-disagrees: .*amazon\.nova-pro/)]);
  });

  test('the region of the manifest stands, in whatever order resources are named', async () => {
    const guardrail = (name: string, region: string) =>
      `resource "aws_bedrock_guardrail" "${name}" {\n  region = "${region}"\n  word_policy_config {}\n}\n`;
    const code = guardrail('eu', 'eu-west-2') + guardrail('us', 'us-east-1');
    const seen = await Promise.all(
      ['eu, us', 'us, eu'].map((order) => {
        const uses = order
          .split(', ')
          .map((name) => `aws_bedrock_guardrail.${name}`)
          .join(', ');
        const workload = `model: ${HAIKU}\nuses: [${uses}]\nguardrail: { filters: [content], text_units_per_request: 1 }`;
        return seenIn({ 'bedrock-cost.yml': manifest(workload), 'main.tf': code });
      }),
    );
    expect(seen[0]?.charges).toEqual(seen[1]?.charges);
    expect(seen[0]?.charges.slice(0, 2)).toEqual(MODEL);
  });
});

describe('a model of another part of the world', () => {
  test.each([
    ['eu.anthropic.claude-haiku-4-5-20251001-v1:0', 'us-east-1', true],
    ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'us-east-1', false],
    ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'ca-central-1', false],
    ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'us-gov-west-1', true],
    ['global.anthropic.claude-haiku-4-5-20251001-v1:0', 'eu-west-1', false],
    ['amazon.nova-lite-v1:0', 'us-east-1', false],
    ['arn:aws:bedrock:eu-west-2::foundation-model/amazon.nova-lite-v1:0', 'us-east-1', true],
    ['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0', 'us-east-1', false],
  ])('%s in %s', async (id, region, warned) => {
    const { diagnostics } = await seenIn({ 'bedrock-cost.yml': manifest(`model: ${id}\nregion: ${region}`) });
    expect(diagnostics.some((line) => line.startsWith('model-region: '))).toBe(warned);
  });
});

describe('guardrails of one workload', () => {
  const CODE = ['HATE', 'topic']
    .map((kind) =>
      kind === 'HATE'
        ? 'resource "aws_bedrock_guardrail" "one" {\n  content_policy_config {\n    filters_config {\n      type = "HATE"\n    }\n  }\n}\n'
        : 'resource "aws_bedrock_guardrail" "two" {\n  topic_policy_config {\n    topics_config {\n      name = "t"\n      type = "DENY"\n    }\n  }\n}\n',
    )
    .join('');

  test('a second one is listed, since one is stated', async () => {
    const workload = `model: ${HAIKU}\nuses: [aws_bedrock_guardrail.one, aws_bedrock_guardrail.two]\nguardrail: { text_units_per_request: 1 }`;
    const { charges } = await seenIn({ 'bedrock-cost.yml': manifest(workload), 'main.tf': CODE });
    expect(charges).toEqual([
      ...MODEL,
      'chat: content filter = 150',
      expect.stringMatching(
        /^aws_bedrock_guardrail\.two: denied topics filter = \? its workload uses another/,
      ),
    ]);
  });

  test('filters that the manifest lists are held against those of the guardrail', async () => {
    const workload = `model: ${HAIKU}\nuses: [aws_bedrock_guardrail.two]\nguardrail: { filters: [content], text_units_per_request: 1 }`;
    const { diagnostics } = await seenIn({ 'bedrock-cost.yml': manifest(workload), 'main.tf': CODE });
    expect(diagnostics).toEqual([expect.stringMatching(/^manifest-disagrees: .*content.*denied-topics/)]);
  });
});

describe('a vector store', () => {
  const HEAD = 'version: 1\nregion: us-east-1\n';
  const store = (text: string) =>
    `workloads:\n  one: { uses: [aws_opensearchserverless_collection.c], knowledge_base: { vector_store: ${text} } }\n`;
  const lines = (charges: readonly string[]) => charges.map((line) => line.replace(/^.*?: /, ''));

  test('stated in the workload and under resources is counted once', async () => {
    const text = `${HEAD}${store('{ type: opensearch-serverless, ocus: 3, storage: 10 GB }')}resources: { aws_opensearchserverless_collection.c: { ocus: 3, storage: 10 GB } }\n`;
    const code = 'resource "aws_opensearchserverless_collection" "c" {\n  type = "VECTORSEARCH"\n}\n';
    const { charges, diagnostics } = await seenIn({ 'bedrock-cost.yml': text, 'main.tf': code });
    expect(lines(charges)).toEqual([
      'capacity floor = 350.4',
      'capacity above the floor = 175.2',
      'storage = 0.24',
    ]);
    expect(diagnostics).toEqual([]);
  });

  test('the larger counts where the workload and resources differ', async () => {
    const text = `${HEAD}${store('{ type: opensearch-serverless, ocus: 3, storage: 10 GB }')}resources: { aws_opensearchserverless_collection.c: { ocus: 4, storage: 10 GB } }\n`;
    const code = 'resource "aws_opensearchserverless_collection" "c" {\n  type = "VECTORSEARCH"\n}\n';
    const { charges, diagnostics } = await seenIn({ 'bedrock-cost.yml': text, 'main.tf': code });
    expect(lines(charges)).toEqual([
      'capacity floor = 350.4',
      'capacity above the floor = 350.4',
      'storage = 0.24',
    ]);
    expect(diagnostics).toEqual([expect.stringContaining('the larger counts')]);
  });

  test('a stated average covers a floor that is not known', async () => {
    const code =
      'variable "s" {}\nresource "aws_opensearchserverless_collection" "c" {\n  type = "VECTORSEARCH"\n  standby_replicas = var.s\n}\n';
    const { charges } = await seenIn({
      'bedrock-cost.yml': `${HEAD}${store('{ type: opensearch-serverless, ocus: 3, storage: 10 GB }')}`,
      'main.tf': code,
    });
    expect(lines(charges)).toEqual(['capacity floor = 525.6', 'storage = 0.24']);
  });

  const INDEX = 'resource "aws_s3vectors_index" "i" {\n  dimension = 1024\n}\n';

  test('in S3 that is covered by an amount is not priced by its workload', async () => {
    const text = `${HEAD}workloads:\n  one: { uses: [aws_s3vectors_index.i], knowledge_base: { vector_store: { type: s3-vectors, vectors: 5M, queries: 1M per month } } }\nextra_charges: [{ name: Quote, monthly: 35, layer: features }]\nresources: { aws_s3vectors_index.i: { priced_by: Quote } }\n`;
    const { charges } = await seenIn({ 'bedrock-cost.yml': text, 'main.tf': INDEX });
    expect(charges).toEqual(['Quote: stated amount = 35']);
  });

  test('in S3 is written where nobody says how often it is asked', async () => {
    const text = `${HEAD}workloads:\n  one: { uses: [aws_s3vectors_index.i], knowledge_base: { vector_store: { type: s3-vectors, vectors: 5M, writes: 10M per month } } }\n`;
    const { charges } = await seenIn({ 'bedrock-cost.yml': text, 'main.tf': INDEX });
    expect(lines(charges)).toEqual([
      'vector storage = 1.14',
      'vectors written = 7.63',
      expect.stringMatching(/^queries = \?/),
    ]);
  });
});

describe('a plan file', () => {
  const PLAN = JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: {
      root_module: {
        resources: [
          {
            address: 'aws_opensearchserverless_collection.c',
            mode: 'managed',
            type: 'aws_opensearchserverless_collection',
            name: 'c',
            provider_name: 'registry.terraform.io/hashicorp/aws',
            values: { name: 'c', type: 'VECTORSEARCH', standby_replicas: 'DISABLED' },
          },
        ],
      },
    },
  });

  test('is read where the manifest names it', async () => {
    const text = 'version: 1\nregion: us-east-1\nworkloads: {}\niac: [{ terraform_plan: out/prod.json }]\n';
    const { charges, diagnostics } = await seenIn({ 'bedrock-cost.yml': text, 'out/prod.json': PLAN });
    expect(diagnostics).toEqual([]);
    expect(charges[0]).toBe('aws_opensearchserverless_collection.c: capacity floor = 175.2');
  });
});

test('a resource that is declared to have moved is not removed and added', async () => {
  const block = (name: string) =>
    `resource "aws_opensearchserverless_collection" "${name}" {\n  type = "VECTORSEARCH"\n}\n`;
  const text = 'version: 1\nregion: us-east-1\nworkloads: {}\n';
  const move =
    'moved {\n  from = aws_opensearchserverless_collection.old\n  to   = aws_opensearchserverless_collection.new\n}\n';
  const { diff } = await compare(
    treeOf({ 'bedrock-cost.yml': text, 'main.tf': throughputOf('old') + block('old') }),
    treeOf({
      'bedrock-cost.yml': text,
      'main.tf':
        throughputOf('new') +
        block('new') +
        move +
        move.replaceAll('opensearchserverless_collection', 'bedrock_provisioned_model_throughput'),
    }),
  );
  expect(diff.charges.filter(({ status }) => status !== 'unchanged')).toEqual([]);
});

function throughputOf(name: string): string {
  return `resource "aws_bedrock_provisioned_model_throughput" "${name}" {\n  model_arn = "amazon.nova-lite-v1:0"\n  model_units = 1\n  commitment_duration = "OneMonth"\n}\n`;
}

describe('provisioned units serve one id in the standard tier', () => {
  const UNITS =
    'provisioned_throughput: { model: "amazon.nova-lite-v1:0", model_units: 1, commitment: 1-month }';

  test('batch jobs and calls of a profile run on demand', async () => {
    const calls =
      'calls:\n  live: { model: "amazon.nova-lite-v1:0" }\n  nightly: { model: "amazon.nova-lite-v1:0", tier: batch }\n  profile: { model: us.amazon.nova-lite-v1:0 }';
    const { charges } = await seenIn({ 'bedrock-cost.yml': manifest(`${calls}\n${UNITS}`) });
    expect(charges.map((line) => line.replace(/, .* =/, ' ='))).toEqual([
      'chat: nightly input tokens = 30',
      'chat: nightly output tokens = 12',
      'chat: profile input tokens = 60',
      'chat: profile output tokens = 24',
      'chat: model units = 40150',
    ]);
  });

  test('the other model of a routed split runs on demand', async () => {
    const split =
      'model: amazon.nova-lite-v1:0\nprompt_routing: { split: { "amazon.nova-lite-v1:0": 50%, "amazon.nova-pro-v1:0": 50% } }';
    const { charges } = await seenIn({ 'bedrock-cost.yml': manifest(`${split}\n${UNITS}`) });
    const tokens = charges.filter((line) => line.includes('tokens'));
    expect(tokens.map((line) => line.split(' = ')[1])).toEqual(['400', '160']);
  });
});

test('an agreed price of a profile is no price of another profile', async () => {
  const exact =
    'prices: { exact: [{ subject: us.anthropic.claude-haiku-4-5-20251001-v1:0, dimension: input, usd: 0.5, per: 1000000, source: contract }] }\n';
  const { charges } = await seenIn({ 'bedrock-cost.yml': manifest(`model: ${HAIKU}`, exact) });
  expect(charges).toEqual(MODEL);
  const us = await seenIn({
    'bedrock-cost.yml': manifest('model: us.anthropic.claude-haiku-4-5-20251001-v1:0', exact),
  });
  expect(us.charges[0]).toBe('chat: input tokens, Claude Haiku 4.5, us profile = 500');
});
