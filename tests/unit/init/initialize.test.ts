/** What `init` makes of a tree, and that it leaves alone what people wrote. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateSnapshot } from '../../../src/compare.ts';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { initialize } from '../../../src/init/initialize.ts';
import { PRESETS } from '../../../src/init/presets.ts';
import { treeOf } from '../bind/trees.ts';

type Files = Readonly<Record<string, string>>;

const HAIKU = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'amazon.nova-lite-v1:0';

async function init(files: Files, preset?: string) {
  const made = await initialize(
    treeOf(files),
    FEATURES,
    PRESETS.find(({ name }) => name === preset),
  );
  const { estimate } = await estimateSnapshot(treeOf({ ...files, [made.file]: made.text }));
  const workloads = /^workloads:\n(?:(?: .*)?\n)*/m.exec(made.text)?.[0] ?? '';
  return {
    ...made,
    estimate,
    workloads,
    errors: estimate.diagnostics.filter(({ severity }) => severity === 'error'),
  };
}

const LAMBDA = `
provider "aws" {
  region = "eu-west-1"
}
resource "aws_lambda_function" "digest" {
  environment {
    variables = {
      MODEL_ID          = "${NOVA}"
      KNOWLEDGE_BASE_ID = aws_bedrockagent_knowledge_base.kb.id
      TABLE             = aws_dynamodb_table.t.name
    }
  }
}
resource "aws_bedrockagent_knowledge_base" "kb" {}
resource "aws_cloudwatch_event_rule" "hourly" {
  schedule_expression = "rate(1 hour)"
}
resource "aws_cloudwatch_event_target" "digest" {
  rule = aws_cloudwatch_event_rule.hourly.name
  arn  = aws_lambda_function.digest.arn
}
`;
const AGENT = `
resource "aws_bedrockagent_agent" "support" {
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
    }
  }
}
`;
const PROGRAM = `import boto3\nMODEL_ID = "${HAIKU}"\nclient.converse(modelId=MODEL_ID, inferenceConfig={"maxTokens": 800})\n`;

describe('a tree without a manifest', () => {
  test('an agent, a function on a schedule and a program are workloads, with what is open as comments', async () => {
    const files = { 'main.tf': LAMBDA + AGENT, 'app/chat.py': PROGRAM };
    const { workloads, text, errors, added } = await init(files);
    expect(errors).toEqual([]);
    expect(added.map(({ name }) => name)).toEqual(['support', 'digest', 'chat']);
    expect(text).toContain('\nregion: eu-west-1\n');
    expect(workloads).toBe(`workloads:
  support:
    # agent in main.tf:23, ${HAIKU}
    agent: aws_bedrockagent_agent.support
    # requests: N per day  # fill in: how many requests it gets
    # calls_per_request: N  # fill in: model calls of one request, 5..10 are assumed without it
    # input_tokens: N  # fill in: of one model call, cached ones included; the mean
    # output_tokens: N  # fill in: of one model call, thinking included; the mean
    # guardrail: { text_units_per_request: N }  # fill in: aws_bedrock_guardrail.g evaluates it; 1,000 characters each

  digest:
    # aws_lambda_function in main.tf:5, MODEL_ID ${NOVA}
    model: { address: aws_lambda_function.digest, env: MODEL_ID }
    uses: [aws_bedrockagent_knowledge_base.kb]
    # requests: N per month  # fill in: how many requests it gets; aws_cloudwatch_event_rule.hourly starts it 720 times a month, rate(1 hour)
    # input_tokens: N  # fill in: of one model call, cached ones included; the mean
    # output_tokens: N  # fill in: of one model call, thinking included; the mean
    # knowledge_base: { embedding: { tokens: N per month } }  # fill in: what aws_bedrockagent_knowledge_base.kb embeds, questions and documents

  chat:
    # app/chat.py:2, ${HAIKU}
    model: { file: app/chat.py }
    # requests: N per day  # fill in: how many requests it gets
    # input_tokens: N  # fill in: of one model call, cached ones included; the mean
    # output_tokens: N  # fill in: of one model call, thinking included; the mean; at most 800, by app/chat.py:3

`);
  });

  test('nothing that is open has a cost, and nothing is free', async () => {
    const { estimate } = await init({ 'main.tf': AGENT, 'app/chat.py': PROGRAM });
    const owned = estimate.charges.filter(({ owner }) => owner.kind === 'workload');
    expect(owned.length).toBeGreaterThan(3);
    expect(owned.every(({ cost }) => cost.kind === 'unpriced')).toBe(true);
  });

  test('a preset fills sizes in as assumed, and requests never', async () => {
    const { text, errors, estimate } = await init({ 'main.tf': AGENT }, 'agent');
    expect(errors).toEqual([]);
    expect(text).toContain('    input_tokens: { low: 1750, expected: 3500, high: 7000 }\n');
    expect(text).toContain('      input_tokens: "assumed, agent preset: ');
    expect(text).toContain('    # requests: N per day');
    expect(estimate.charges.every(({ cost }) => cost.kind === 'unpriced')).toBe(true);
    const filled = text.replace('# requests: N per day', 'requests: 10 per day');
    const { estimate: priced } = await estimateSnapshot(
      treeOf({
        'main.tf': AGENT,
        'bedrock-cost.yml': filled.replace('# region: us-east-1', 'region: us-east-1'),
      }),
    );
    const input = priced.charges.find(({ component }) => component === 'input tokens');
    expect(input?.factors.map(({ name, origin }) => `${name} ${origin}`)).toEqual([
      'requests declared',
      'calls per request assumed',
      'input tokens assumed',
    ]);
  });

  test.each(PRESETS.map(({ name }) => name))('the preset %s is a good manifest', async (preset) => {
    const { errors, text } = await init(
      { 'a.py': PROGRAM.replace(HAIKU, preset === 'embedding' ? 'amazon.titan-embed-text-v2:0' : HAIKU) },
      preset,
    );
    expect(errors).toEqual([]);
    expect(text).toContain('    source:\n');
  });

  test('what only names models makes no workload', async () => {
    const list = Array.from({ length: 8 }, (_, index) => `  "anthropic.claude-3-${index}-v1:0",`).join('\n');
    const { added, errors } = await init({
      'tests/test_chat.py': PROGRAM,
      'README.md': PROGRAM,
      'models.py': `# ${HAIKU}\nMODELS = [\n${list}\n]\n`,
      '.env.example': `MODEL_ID=${HAIKU}\n`,
      'infra/Pulumi.dev.yaml': `config:\n  app:model: ${HAIKU}\n`,
      'serverless.yml': `custom:\n  model: ${HAIKU}\n`,
      'prod.tfvars.json': `{ "model": "${HAIKU}" }\n`,
      'params.json': `[{ "ParameterKey": "Model", "ParameterValue": "${HAIKU}" }]\n`,
      'template.yaml': `AWSTemplateFormatVersion: "2010-09-09"\nParameters:\n  M:\n    Default: ${HAIKU}\n`,
    });
    expect(added).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('the default of a variable that the code sets elsewhere is no second workload', async () => {
    const program = `import os\nm = os.environ.get("MODEL_ID", "${HAIKU}")\n`;
    const { added } = await init({ 'main.tf': LAMBDA, 'src/digest.py': program });
    expect(added.map(({ name }) => name)).toEqual(['digest']);
  });

  test('instances that are alike are one workload, others one each', async () => {
    const agents = (models: string) =>
      `resource "aws_bedrockagent_agent" "a" {\n  for_each = { x = "${HAIKU}", y = "${models}" }\n  foundation_model = each.value\n}\n`;
    const alike = await init({ 'main.tf': agents(HAIKU) });
    expect(alike.added.map(({ name }) => name)).toEqual(['a']);
    expect(alike.text).toContain('agent: aws_bedrockagent_agent.a\n');
    const different = await init({ 'main.tf': agents(NOVA) });
    expect(different.added.map(({ name }) => name)).toEqual(['a-x', 'a-y']);
    expect(different.text).toContain(`agent: 'aws_bedrockagent_agent.a["y"]'\n`);
    expect([...alike.errors, ...different.errors]).toEqual([]);
  });

  test('the same agent in two roots is named by its root', async () => {
    const { added, errors, text } = await init({ 'envs/dev/main.tf': AGENT, 'envs/prod/main.tf': AGENT });
    expect(added.map(({ name }) => name)).toEqual(['dev-support', 'prod-support']);
    expect(text).toContain("agent: 'envs/prod:aws_bedrockagent_agent.support'\n");
    expect(errors).toEqual([]);
  });

  test('a program with several models has a call for each', async () => {
    const { text, errors } = await init({
      'src/rag/handler.py': `CHAT_MODEL = "${HAIKU}"\nRERANK_MODEL = "${NOVA}"\n`,
    });
    expect(errors).toEqual([]);
    expect(text).toContain(
      '  rag-handler:\n    # src/rag/handler.py:1, global.anthropic.claude-haiku-4-5-20251001-v1:0, amazon.nova-lite-v1:0\n    calls:\n      chat: { model: { file: src/rag/handler.py, name: CHAT_MODEL } }\n      rerank: { model: { file: src/rag/handler.py, name: RERANK_MODEL } }\n',
    );
  });

  test('a state machine has a call for each state that calls a model, with what starts it', async () => {
    const state = (model: string) =>
      `{ Type = "Task", Resource = "arn:aws:states:::bedrock:invokeModel", End = true, Parameters = { ModelId = "${model}" } }`;
    const { workloads, errors } = await init({
      'main.tf': `resource "aws_sfn_state_machine" "intake" {
  definition = jsonencode({ StartAt = "Read", States = { Read = ${state(NOVA)}, "Check it" = ${state(HAIKU)} } })
}
resource "aws_scheduler_schedule" "nightly" {
  schedule_expression = "rate(1 day)"
  target {
    arn = aws_sfn_state_machine.intake.arn
  }
}
`,
    });
    expect(errors).toEqual([]);
    expect(workloads).toBe(`workloads:
  intake:
    # aws_sfn_state_machine in main.tf:1, ${HAIKU}, ${NOVA}
    uses: [aws_sfn_state_machine.intake]
    calls:
      Check-it: { model: { address: aws_sfn_state_machine.intake, attribute: "definition.States.Check it.Parameters.ModelId" } }
      Read: { model: { address: aws_sfn_state_machine.intake, attribute: "definition.States.Read.Parameters.ModelId" } }
    # requests: N per month  # fill in: how many requests it gets; aws_scheduler_schedule.nightly starts it 30 times a month, rate(1 day)
    # input_tokens: N  # fill in: of one model call, cached ones included; the mean
    # output_tokens: N  # fill in: of one model call, thinking included; the mean

`);
  });

  test('what draws is asked for images, and what reranks for nothing but requests', async () => {
    const { text, errors, added, estimate } = await init(
      {
        'draw.py': 'MODEL = "amazon.nova-canvas-v1:0"\n',
        'rank/search.py': 'RANKER = "amazon.rerank-v1:0"\n',
        'all.py': `CHAT = "${NOVA}"\nRANK = "amazon.rerank-v1:0"\nDRAW = "amazon.nova-canvas-v1:0"\n`,
      },
      'chat',
    );
    expect(errors).toEqual([]);
    expect(added.map(({ name }) => name)).toEqual(['all', 'draw', 'search']);
    expect(text).toContain(`  draw:
    # draw.py:1, amazon.nova-canvas-v1:0
    model: { file: draw.py }
    # requests: N per day  # fill in: how many requests it gets
    # images: { count: N }  # fill in: images of one model call; size and quality beside it where the price depends on them
`);
    expect(text).toContain(`  search:
    # rank/search.py:1, amazon.rerank-v1:0
    knowledge_base: { rerank: { model: "amazon.rerank-v1:0" } }
    # requests: N per day  # fill in: how many requests it gets
`);
    expect(text).toContain(`    calls:
      chat: { model: { file: all.py, name: CHAT } }
      draw: { model: { file: all.py, name: DRAW } }
    knowledge_base: { rerank: { model: "amazon.rerank-v1:0" } }
`);
    const components = estimate.charges
      .filter(({ owner }) => owner.name === 'search')
      .map(({ component }) => component);
    expect(components).toEqual(['rerank queries']);
  });

  test('programs of one name are told apart by their folders, and so are stacks', async () => {
    const template = (model: string) =>
      `Resources:\n  Fn:\n    Type: AWS::Lambda::Function\n    Properties: { Environment: { Variables: { MODEL_ID: ${model} } } }\n`;
    const { added, text, errors } = await init({
      'a/1-chat.py': `M = "${HAIKU}"\n`,
      'b/1-chat.py': `M = "${NOVA}"\n`,
      'one/template.yaml': template(NOVA),
      'two/template.yaml': template(HAIKU),
      'config/models.json': `{ "first": { "id": "${HAIKU}" }, "second": { "id": "us.amazon.nova-pro-v1:0" } }`,
    });
    expect(errors).toEqual([]);
    expect(added.map(({ name }) => name)).toEqual([
      'one-Fn',
      'two-Fn',
      'a-1-chat',
      'b-1-chat',
      'config-models',
    ]);
    expect(text).toContain('      claude-haiku-4-5: { model: ');
    expect(text).toContain('      nova-pro: { model: ');
  });

  test('more than fifty come in several runs', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 52 }, (_, index) => [`p${index}/run.py`, `M${index} = "${NOVA}"\n`]),
    );
    const first = await init(files);
    expect([first.added.length, first.left]).toEqual([50, 2]);
    const second = await init({ ...files, [first.file]: first.text });
    expect([second.added.length, second.left]).toEqual([2, 0]);
  });

  test('a knowledge base that nobody asks is a workload, and nothing at all is none', async () => {
    const base = await init({ 'main.tf': 'resource "aws_bedrockagent_knowledge_base" "docs" {}\n' });
    expect(base.text).toContain(
      '  docs:\n    # knowledge base in main.tf:1\n    uses: [aws_bedrockagent_knowledge_base.docs]\n',
    );
    const nothing = await init({ 'main.tf': '' });
    expect(nothing.errors).toEqual([]);
    expect(nothing.text).toContain('# workloads:\n');
  });
});

const HAND = `# ours
version: 1
region: us-east-1   # home


workloads:
    chat:   # the old one
        requests:    10k/day
        model: "${NOVA}"  # cheap
        input_tokens: 1000
        # output_tokens: 5
    # a last word

# limits
budgets: { monthly: 50 }
`;

describe('a tree with a manifest', () => {
  test('what is new is put below the last workload, and nothing else changes', async () => {
    const { text, added, errors } = await init({ 'bedrock-cost.yml': HAND, 'main.tf': AGENT });
    expect(errors).toEqual([]);
    expect(added.map(({ name }) => name)).toEqual(['support']);
    const [before, after] = HAND.split('    # a last word\n');
    expect(
      text.startsWith(
        `${before}    # a last word\n\n    support:\n      # agent in main.tf:2, ${HAIKU}\n      agent: `,
      ),
    ).toBe(true);
    expect(text.endsWith(after ?? '')).toBe(true);
  });

  test('a second run adds nothing', async () => {
    for (const start of [{}, { 'bedrock-cost.yml': HAND }]) {
      const files = { 'main.tf': LAMBDA + AGENT, 'app/chat.py': PROGRAM, ...start };
      const first = await init(files);
      const second = await init({ ...files, [first.file]: first.text });
      expect(second.added).toEqual([]);
      expect(second.text).toBe(first.text);
    }
  });

  test.each([
    ['bound by an address with a wildcard', "  a: { agent: 'aws_bedrockagent_agent.*' }\n"],
    ['used by another workload', '  a: { uses: [aws_bedrockagent_agent.support] }\n'],
    [
      'named in a comment',
      '  a: { requests: 1 per day }\n  # not aws_bedrockagent_agent.support, which is a trial\n',
    ],
    ['with the model that it follows', '  a: { model: { address: aws_bedrockagent_agent.support } }\n'],
  ])('an agent that is %s is not added', async (_, workloads) => {
    const { added } = await init({
      'bedrock-cost.yml': `version: 1\nregion: us-east-1\nworkloads:\n${workloads}`,
      'main.tf': AGENT,
    });
    expect(added).toEqual([]);
  });

  test('a program whose model a workload spells out is not added', async () => {
    const { added } = await init({
      'bedrock-cost.yml': `version: 1\nworkloads:\n  a: { model: "${HAIKU}" }\n`,
      'a.py': PROGRAM,
    });
    expect(added).toEqual([]);
  });

  test('a name that is taken gets a number, and line ends are kept', async () => {
    const text = 'version: 1\r\nregion: us-east-1\r\nworkloads:\r\n  support: { requests: 1 per day }\r\n';
    const made = await init({ 'bedrock-cost.yml': text, 'main.tf': AGENT });
    expect(made.added.map(({ name }) => name)).toEqual(['support-2']);
    expect(made.text.startsWith(text)).toBe(true);
    expect(made.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(made.errors).toEqual([]);
  });

  test('one without workloads gets them', async () => {
    const text = 'version: 1\nregion: us-east-1\nbudgets: { monthly: 5 }';
    const made = await init({ 'bedrock-cost.yml': text, 'main.tf': AGENT });
    expect(made.added).toHaveLength(1);
    expect(made.text.startsWith(text)).toBe(true);
    expect(made.errors).toEqual([]);
  });

  test('workloads in braces get new ones in braces, with a comma after each line that is filled in', async () => {
    const text = 'version: 1\nworkloads: { a: { requests: 1 per day } }   # ours\nregion: us-east-1\n';
    const { text: made, errors } = await init({ 'bedrock-cost.yml': text, 'main.tf': LAMBDA });
    expect(errors).toEqual([]);
    expect(made).toBe(`version: 1
workloads: { a: { requests: 1 per day },
  digest: {
    # aws_lambda_function in main.tf:5, MODEL_ID ${NOVA}
    model: { address: aws_lambda_function.digest, env: MODEL_ID },
    uses: [aws_bedrockagent_knowledge_base.kb],
    # requests: N per month,  # fill in: how many requests it gets; aws_cloudwatch_event_rule.hourly starts it 720 times a month, rate(1 hour)
    # input_tokens: N,  # fill in: of one model call, cached ones included; the mean
    # output_tokens: N,  # fill in: of one model call, thinking included; the mean
    # knowledge_base: { embedding: { tokens: N per month } },  # fill in: what aws_bedrockagent_knowledge_base.kb embeds, questions and documents
  },
 }   # ours
region: us-east-1
`);
    const filled = made.replaceAll(/# (requests|\w+put_tokens): N/g, '$1: 5');
    const { estimate } = await estimateSnapshot(treeOf({ 'bedrock-cost.yml': filled, 'main.tf': LAMBDA }));
    expect(estimate.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each([
    ['closed at once', 'version: 1\nworkloads: {a: {requests: 1 per day}}\nregion: us-east-1\n'],
    ['with a comma at the end', 'version: 1\nworkloads: { a: { requests: 1 per day }, }   # ours\n'],
    ['that are empty', 'version: 1\nworkloads: {}\n'],
    [
      'on lines of their own',
      'version: 1\nworkloads: {\n  a: { requests: 1 per day }  # x, y }\n  # last\n}\n',
    ],
    ['below the key', 'version: 1\nworkloads:\n  { a: { requests: 1 per day } }\nregion: us-east-1\n'],
    ['that are the whole file', '{ version: 1, workloads: { a: { requests: 1 per day } } }'],
    ['around all but workloads', '{version: 1}'],
    ['of JSON', '{\n  "version": 1,\n  "workloads": {\n    "a": { "requests": "1 per day" }\n  }\n}\n'],
    ['with other line ends', 'version: 1\r\nworkloads: { a: { requests: 1 per day } }\r\n'],
  ])('braces %s are added to, and nothing else changes', async (_, text) => {
    const files = { 'main.tf': AGENT, 'app/chat.py': PROGRAM };
    for (const preset of [undefined, 'agent']) {
      const made = await init({ ...files, 'bedrock-cost.yml': text }, preset);
      expect(made.errors).toEqual([]);
      expect(made.added.map(({ name }) => name)).toEqual(['support', 'chat']);
      expect(made.text.includes('\r\n')).toBe(text.includes('\r\n'));
      const again = await init({ ...files, 'bedrock-cost.yml': made.text }, preset);
      expect(again.text).toBe(made.text);
      const more = await init({ ...files, 'b/new.py': PROGRAM, 'bedrock-cost.yml': made.text }, preset);
      expect(more.added.map(({ name }) => name)).toEqual(['new']);
      expect(more.errors).toEqual([]);
    }
  });

  test('one with no place for them is left as it is, and the lines are shown', async () => {
    const text = 'version: 1\n? workloads\n: a: { requests: 1 per day }\n';
    const made = await init({ 'bedrock-cost.yml': text, 'main.tf': AGENT });
    expect(made).toMatchObject({ text, added: [] });
    expect(made.byHand[0]).toBe('  support:');
  });

  test.each(['version: [', 'version: 1\nworkloads:\n  # chat:\n'])(
    'one that cannot be read is left as it is: %j',
    async (text) => {
      const files = { 'bedrock-cost.yml': text, 'main.tf': AGENT };
      const made = await initialize(treeOf(files), FEATURES, undefined);
      expect(made).toMatchObject({ text, isNew: false, added: [] });
      expect(made.diagnostics[0]?.at?.file).toBe('bedrock-cost.yml');
    },
  );

  test('the trees of manifests further down are not its own', async () => {
    const { added } = await init({
      'services/a/bedrock-cost.yml': 'version: 1\nregion: us-east-1\n',
      'services/a/chat.py': PROGRAM,
      'services/b/chat.py': PROGRAM.replace(HAIKU, NOVA),
    });
    expect(added.map(({ about }) => about)).toEqual([`services/b/chat.py:2, ${NOVA}`]);
  });
});

describe('whatever the tree', () => {
  const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,12}$/);
  const id = fc.constantFrom(HAIKU, NOVA, 'us.amazon.nova-pro-v1:0', 'amazon.titan-embed-text-v2:0');
  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  const agent = fc
    .tuple(name, id, fc.array(text, { maxLength: 3 }))
    .map(
      ([block, model, keys]) =>
        `resource "aws_bedrockagent_agent" "${block}" {\n  for_each = toset(${JSON.stringify(keys).replaceAll('${', '$${').replaceAll('%{', '%%{')})\n  foundation_model = "${model}"\n}\n`,
    );
  const lambda = fc
    .tuple(name, name, id)
    .map(
      ([block, variable, model]) =>
        `resource "aws_lambda_function" "${block}" {\n  environment {\n    variables = { ${variable} = "${model}" }\n  }\n}\n`,
    );
  const code = fc
    .array(fc.tuple(name, id), { maxLength: 4 })
    .map((lines) => lines.map(([constant, model]) => `${constant} = "${model}"\n`).join(''));
  const path = fc.tuple(
    fc.array(name, { maxLength: 2 }),
    name,
    fc.constantFrom('.py', '.ts', '.env', '.yaml', '.go'),
  );
  const trees = fc
    .tuple(
      fc.array(fc.oneof(agent, lambda), { maxLength: 4 }),
      fc.array(fc.tuple(path, code), { maxLength: 4 }),
    )
    .map(
      ([blocks, programs]): Files => ({
        'main.tf': blocks.join(''),
        ...Object.fromEntries(
          programs.map(([[folders, stem, end], content]) => [[...folders, stem + end].join('/'), content]),
        ),
      }),
    );

  test('the manifest reads, every binding resolves, and a second run changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        trees,
        fc.constantFrom(undefined, ...PRESETS.map((preset) => preset.name)),
        async (files, preset) => {
          const first = await init(files, preset);
          expect(first.errors.filter(({ code: kind }) => /^(?:yaml|manifest|binding)/.test(kind))).toEqual(
            [],
          );
          const second = await init({ ...files, [first.file]: first.text }, preset);
          expect(second.text).toBe(first.text);
          const more = await init({ ...files, [first.file]: first.text, 'more/new.tf': AGENT }, preset);
          expect(more.errors.filter(({ code: kind }) => /^(?:yaml|manifest)/.test(kind))).toEqual([]);
          const lines = more.text.split('\n');
          let next = 0;
          for (const line of first.text.split('\n')) next = lines.indexOf(line, next) + 1 || Number.NaN;
          expect(next).not.toBeNaN();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('programs that read their model from the Parameter Store', () => {
  const parameter = (name: string, value: string) =>
    `resource "aws_ssm_parameter" "${name}" {\n  name  = "/app/${name}"\n  value = "${value}"\n}\n`;
  const read = (name: string) => `M = ssm.get_parameter(Name="/app/${name}")["Parameter"]["Value"]\n`;

  test('are workloads that follow it', async () => {
    const files = { 'main.tf': parameter('model', NOVA), 'app/answers.py': read('model') };
    const made = await init(files);
    expect(made.errors).toEqual([]);
    expect(made.workloads).toContain('  answers:');
    expect(made.workloads).toContain('    model: { file: app/answers.py }');
    expect(made.workloads).toContain(`app/answers.py:1, ${NOVA}, which /app/model holds`);
    expect((await init({ ...files, 'bedrock-cost.yml': made.text })).text).toBe(made.text);
  });

  test('of several have a call for each', async () => {
    const made = await init({
      'main.tf': parameter('model', NOVA) + parameter('big', HAIKU),
      'app/answers.py': read('model') + read('big'),
    });
    expect(made.errors).toEqual([]);
    expect(made.workloads).toContain('model: { model: { address: aws_ssm_parameter.model } }');
    expect(made.workloads).toContain('big: { model: { address: aws_ssm_parameter.big } }');
  });

  test('are none where the program has an id of its own, or the parameter holds something else', async () => {
    const own = await init({
      'main.tf': parameter('model', HAIKU),
      'a.py': `M = "${NOVA}"\n${read('model')}`,
    });
    expect(own.workloads.match(/model:/g)).toHaveLength(1);
    expect((await init({ 'main.tf': parameter('model', '5'), 'a.py': read('model') })).workloads).toBe('');
  });
});
