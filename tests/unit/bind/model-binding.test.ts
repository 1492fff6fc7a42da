/** Where a workload takes its model from: several instances, containers and runtimes, one of many ids in a file. */
import { describe, expect, test } from 'vitest';
import { seenIn } from './trees.ts';

const HAIKU = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'amazon.nova-pro-v1:0';

function manifest(workload: string): string {
  const lines = workload.split('\n').map((line) => `    ${line}`);
  return `version: 1\nregion: us-east-1\nworkloads:\n  chat:\n    requests: 1M per month\n    input_tokens: 1000\n    output_tokens: 100\n${lines.join('\n')}\n`;
}

const PRICED = [
  'chat: input tokens, Claude Haiku 4.5, global profile = 1000',
  'chat: output tokens, Claude Haiku 4.5, global profile = 500',
];

async function seen(workload: string, files: Readonly<Record<string, string>>) {
  const { charges, diagnostics, report } = await seenIn({ 'bedrock-cost.yml': manifest(workload), ...files });
  const own = charges.filter((line) => line.startsWith('chat: '));
  return { charges: own, diagnostics, hints: report.diagnostics.map(({ hint }) => hint) };
}

const tenants = (models: string) => ({
  'main.tf': `module "tenants" {\n  source   = "./tenant"\n  for_each = { ${models} }\n  model    = each.value\n}\n`,
  'tenant/main.tf':
    'variable "model" {}\nresource "aws_bedrockagent_agent" "main" {\n  foundation_model = var.model\n}\n',
});

describe('several instances', () => {
  test('of capacity for one model serve the calls together', async () => {
    const files = {
      'main.tf':
        'resource "aws_bedrock_provisioned_model_throughput" "p" {\n  count = 2\n  provisioned_model_name = "p"\n  model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"\n  model_units = 1\n}\n',
    };
    const line = 'model: { address: aws_bedrock_provisioned_model_throughput.p }';
    const { charges, diagnostics } = await seen(line, files);
    expect(diagnostics).toEqual([]);
    // Tokens on capacity that is paid by the hour are no charges.
    expect(charges).toEqual([]);
  });

  test.each([
    'module.tenants["*"].aws_bedrockagent_agent.main',
    'module.tenants.aws_bedrockagent_agent.main',
  ])('%s with one model is that model', async (address) => {
    const files = tenants(`a = "${HAIKU}", b = "${HAIKU}"`);
    for (const line of [`agent: '${address}'\ncalls_per_request: 1`, `model: { address: '${address}' }`]) {
      const { charges, diagnostics } = await seen(line, files);
      expect(charges).toEqual(PRICED);
      expect(diagnostics).toEqual([]);
    }
  });

  test.each([
    ["agent: 'module.tenants[*].aws_bedrockagent_agent.main'\ncalls_per_request: 1", 'agent'],
    ["model: { address: 'module.tenants[*].aws_bedrockagent_agent.main' }", 'model'],
  ])('with different models they are a question: %s', async (workload, key) => {
    const { charges, diagnostics, hints } = await seen(workload, tenants(`a = "${HAIKU}", b = "${NOVA}"`));
    expect(charges.every((line) => line.includes('= ?'))).toBe(true);
    expect(diagnostics).toEqual([
      expect.stringMatching(
        /^binding-ambiguous: .*module\.tenants\["a"\]\.aws_bedrockagent_agent\.main \(global\.anthropic.*module\.tenants\["b"\].*\(amazon\.nova-pro-v1:0\)/,
      ),
    ]);
    const first = `'module.tenants["a"].aws_bedrockagent_agent.main'`;
    expect(hints).toEqual([key === 'agent' ? `agent: ${first}` : `model: { address: ${first} }`]);
  });

  test('one known and one unknown model are not taken for the same', async () => {
    const files = tenants(`a = "${HAIKU}", b = var.other`);
    const { charges, diagnostics } = await seen("agent: 'module.tenants.aws_bedrockagent_agent.main'", {
      ...files,
      'variables.tf': 'variable "other" {}\n',
    });
    expect(charges.every((line) => line.includes('= ?'))).toBe(true);
    expect(diagnostics).toEqual([expect.stringMatching(/^binding-ambiguous: .*not known/)]);
  });

  test('agents of two regions are a question where the workload names none', async () => {
    const agent = (name: string, region: string) =>
      `provider "aws" {\n  alias  = "${name}"\n  region = "${region}"\n}\nmodule "${name}" {\n  source    = "./tenant"\n  providers = { aws = aws.${name} }\n}\n`;
    const files = {
      'main.tf': agent('eu', 'eu-west-1') + agent('us', 'us-east-1'),
      'tenant/main.tf': `resource "aws_bedrockagent_agent" "main" {\n  count = 1\n  foundation_model = "${HAIKU}"\n}\n`,
    };
    const asked = await seen("agent: '*aws_bedrockagent_agent.main'\ncalls_per_request: 1", files);
    expect(asked.diagnostics).toEqual([
      'binding-ambiguous: the agents of chat run in eu-west-1 and us-east-1',
    ]);
    expect(asked.hints).toEqual(['region: eu-west-1']);
    const told = await seen(
      "agent: '*aws_bedrockagent_agent.main'\ncalls_per_request: 1\nregion: us-east-1",
      files,
    );
    expect(told).toMatchObject({ charges: PRICED, diagnostics: [] });
  });
});

describe('an environment variable', () => {
  const CONTAINERS = `[{ name = "app", image = aws_ecr_repository.app.repository_url, environment = [{ name = "MODEL_ID", value = VALUE }, { name = "TABLE", value = aws_dynamodb_table.t.name }] }]`;
  const ACCOUNT = 'data "aws_caller_identity" "me" {}\n';
  test.each<[string, string, string]>([
    [
      'of a function',
      'aws_lambda_function.chat',
      `resource "aws_lambda_function" "chat" {\n  environment {\n    variables = merge({ A = "b" }, { MODEL_ID = "${HAIKU}" })\n  }\n}`,
    ],
    [
      'of a container, beside values that are not known',
      'aws_ecs_task_definition.chat',
      `resource "aws_ecs_task_definition" "chat" {\n  container_definitions = jsonencode(${CONTAINERS.replace('VALUE', `"${HAIKU}"`)})\n}`,
    ],
    [
      'of a container, an ARN of an unknown account',
      'aws_ecs_task_definition.chat',
      `${ACCOUNT}resource "aws_ecs_task_definition" "chat" {\n  container_definitions = jsonencode(${CONTAINERS.replace('VALUE', `"arn:aws:bedrock:us-east-1:\${data.aws_caller_identity.me.account_id}:inference-profile/${HAIKU}"`)})\n}`,
    ],
    [
      'of a container that is written as text',
      'aws_ecs_task_definition.chat',
      `resource "aws_ecs_task_definition" "chat" {\n  container_definitions = <<-EOT\n    [{ "image": "\${aws_ecr_repository.app.repository_url}:1", "environment": [{ "name": "MODEL_ID", "value": "${HAIKU}" }] }]\n  EOT\n}`,
    ],
    [
      'of a runtime',
      'aws_bedrockagentcore_agent_runtime.chat',
      `resource "aws_bedrockagentcore_agent_runtime" "chat" {\n  environment_variables = { MODEL_ID = "${HAIKU}" }\n}`,
    ],
    [
      'that refers to an inference profile',
      'aws_lambda_function.chat',
      `resource "aws_bedrock_inference_profile" "p" {\n  name = "p"\n  model_source {\n    copy_from = "arn:aws:bedrock:us-east-1:111122223333:inference-profile/${HAIKU}"\n  }\n}\nresource "aws_lambda_function" "chat" {\n  environment {\n    variables = { MODEL_ID = aws_bedrock_inference_profile.p.arn }\n  }\n}`,
    ],
  ])('%s', async (_, address, code) => {
    const { charges, diagnostics } = await seen(`model: { address: ${address}, env: MODEL_ID }`, {
      'main.tf': code,
    });
    expect(charges).toEqual(PRICED);
    expect(diagnostics.filter((line) => line.startsWith('binding'))).toEqual([]);
  });

  test('that is set elsewhere has a suggestion', async () => {
    const code = `resource "aws_lambda_function" "other" {\n  environment {\n    variables = { MODEL_ID = "${HAIKU}" }\n  }\n}\nresource "aws_lambda_function" "chat" {\n  environment {\n    variables = { TABLE = "t" }\n  }\n}\n`;
    const { diagnostics, hints } = await seen('model: { address: aws_lambda_function.chat, env: MODEL_ID }', {
      'main.tf': code,
    });
    expect(diagnostics).toEqual([
      'binding-unmatched: model of chat cannot be read: aws_lambda_function.chat sets no environment variable MODEL_ID; it sets TABLE',
    ]);
    expect(hints).toEqual(['model: { address: aws_lambda_function.other, env: MODEL_ID }']);
  });

  test('whose map cannot be known is not known, for the reason of the map', async () => {
    const code =
      'variable "env" {}\nresource "aws_lambda_function" "chat" {\n  environment {\n    variables = var.env\n  }\n}\n';
    const { charges, diagnostics } = await seen(
      'model: { address: aws_lambda_function.chat, env: MODEL_ID }',
      { 'main.tf': code },
    );
    expect(charges[0]).toMatch(/= \? .*env/);
    expect(diagnostics).toEqual([]);
  });
});

describe('one of several ids in a file', () => {
  const PYTHON = `CHAT_MODEL = (\n    "${HAIKU}"\n)\nEMBED_CHAT_MODEL = "amazon.titan-embed-text-v2:0"\nFALLBACK = os.environ.get("FALLBACK_MODEL", "${NOVA}")\n`;
  const JSON_FILE = `{\n\t"context": {\n\t\t"@app/models": { "chat.main": "${HAIKU}", "embed": "amazon.titan-embed-text-v2:0" },\n\t\t"list": [{ "id": "${NOVA}" }]\n\t}\n}\n`;
  test.each([
    ['by its constant, on the line before', '{ file: a.py, name: CHAT_MODEL }', 'a.py', PYTHON],
    ['by a path in JSON', '{ file: cdk.json, path: context.@app/models.chat.main }', 'cdk.json', JSON_FILE],
    [
      'by a path in YAML',
      '{ file: c.yaml, path: models.0.id }',
      'c.yaml',
      `models:\n  - id: ${HAIKU}\n  - id: ${NOVA}\n`,
    ],
    [
      'by a key in properties',
      '{ file: a.properties, name: chat.options.model }',
      'a.properties',
      `chat.options.model=${HAIKU}\nembedding.options.model=amazon.titan-embed-text-v2:0\n`,
    ],
  ])('%s', async (_, binding, file, text) => {
    const { charges, diagnostics } = await seen(`model: ${binding}`, { [file]: text });
    expect(charges).toEqual(PRICED);
    expect(diagnostics).toEqual([]);
  });

  test('without a name it is a question, with the line that answers it', async () => {
    const { diagnostics, hints } = await seen('model: { file: a.py }', {
      'a.py': PYTHON.replaceAll('(\n', ''),
    });
    expect(diagnostics).toEqual([
      `binding-ambiguous: model of chat cannot be read: a.py has 3 model ids in it: ${HAIKU} (line 1), amazon.titan-embed-text-v2:0 (line 3), ${NOVA} (line 4)`,
    ]);
    expect(hints).toEqual(['model: { file: a.py, name: CHAT_MODEL }']);
  });

  test.each([
    ['{ file: a.py, name: CHAT }', 'a.py has no model id in it that belongs to CHAT; it has'],
    ['{ file: a.json, path: models.chat }', 'a.json has no `chat` under models'],
    ['{ file: a.json, path: models }', 'a.json has no text at models'],
    ['{ file: bad.json, path: models }', 'bad.json cannot be read as JSON or YAML'],
  ])('%s finds nothing', async (binding, why) => {
    const files = {
      'a.py': PYTHON,
      'a.json': `{"models": {"main": "${HAIKU}"}}`,
      'bad.json': '{"models": [',
    };
    const { charges, diagnostics, hints } = await seen(`model: ${binding}`, files);
    expect(diagnostics[0]).toContain(`binding-unmatched: model of chat cannot be read: ${why}`);
    expect(charges.every((line) => line.includes('= ?'))).toBe(true);
    if (binding.includes('a.json')) expect(hints[0]).toBe('model: { file: a.json, path: models.main }');
  });

  const NEW = 'MODEL = os.environ["MODEL"]';
  test.each([
    ['a comment', `# was: MODEL = "${HAIKU}"\n${NEW}\n`],
    ['a comment behind code', `${NEW}  # was "${HAIKU}"\n`],
    ['a docstring', `"""\nMODEL = "${HAIKU}"\n"""\nfrom settings import MODEL\n`],
    ['a comparison', `${NEW}\nif MODEL == "${HAIKU}":\n    pass\n`],
    ['a comparison the other way round', `${NEW}\nif "${HAIKU}" == MODEL: pass\n`],
    ['a comparison with several', `${NEW}\nif MODEL in ("${NOVA}", "${HAIKU}"): pass\n`],
    ['a text that is put together', `# MODEL = "${HAIKU}"\nMODEL = "global.anthropic." + FAMILY\n`],
    ['a key of a table', `${NEW}\nPRICES = {"${HAIKU}": 1}[MODEL]\n`],
  ])('%s sets no model', async (_, text) => {
    for (const binding of ['{ file: a.py, name: MODEL }', '{ file: a.py }']) {
      const { charges, diagnostics } = await seen(`model: ${binding}`, { 'a.py': text });
      expect(charges).toEqual([expect.stringContaining('= ?'), expect.stringContaining('= ?')]);
      expect(diagnostics).toEqual([
        expect.stringMatching(/^binding-unmatched: model of chat cannot be read: a\.py sets no model id/),
      ]);
    }
  });

  test('nor does a test or a page', async () => {
    for (const file of ['tests/test_chat.py', 'notes.md']) {
      const { diagnostics, hints } = await seen(`model: { file: ${file} }`, {
        [file]: `MODEL = "${HAIKU}"\n`,
      });
      expect(diagnostics[0]).toMatch(/^binding-unmatched: .*\(line 1, in (?:a test|documentation)\)/);
      expect(hints).toEqual(['under `model`, the model id that the call is given, or the file that sets it']);
    }
  });

  test.each([
    ['on the next line', `${NEW}\nDEEP = "${HAIKU}"\n`],
    ['as a key on the next line', `MODEL: str = load()\nsettings = {\n    "deep": "${HAIKU}",\n}\n`],
    ['on the same line', `${NEW}; DEEP = "${HAIKU}"\n`],
    ['as another argument', `${NEW}\nrun(primary=MODEL, fallback="${HAIKU}")\n`],
    ['as a condition', `${NEW}\nif MODEL:\n    deep = "${HAIKU}"\n`],
    ['as a parameter', `def f(MODEL):\n    return "${HAIKU}"\n`],
    ['as another choice', `${NEW}\ndeep = MODEL or "${HAIKU}"\n`],
    ['in a list of arguments', `run(\n    model=MODEL,\n    fallback="${HAIKU}",\n)\n`],
  ])('what another name has %s does not belong to the name', async (_, text) => {
    const { charges, diagnostics } = await seen('model: { file: a.py, name: MODEL }', { 'a.py': text });
    expect(charges.every((line) => line.includes('= ?'))).toBe(true);
    expect(diagnostics[0]).toMatch(/^binding-unmatched: .*no model id in it that belongs to MODEL; it has/);
  });

  test.each([
    ['a.py', `MODEL = os.environ.get("X", "${HAIKU}")`],
    ['a.py', `m = os.environ.get(\n    "MODEL",\n    "${HAIKU}",\n)`],
    ['a.py', `MODEL: Final[str] = (\n    "${HAIKU}"\n)`],
    ['a.py', `MODEL = ChatBedrock(\n    region="us-east-1",\n    model_id="${HAIKU}",\n)`],
    ['a.py', `def MODEL():\n    return "${HAIKU}"`],
    ['a.py', `self.MODEL = "${HAIKU}"`],
    ['a.py', `os.environ.setdefault("MODEL", "${HAIKU}")`],
    ['a.ts', `const models = { MODEL: '${HAIKU}', other: '${NOVA}' };`],
    ['a.ts', `export const MODEL: Record<string, string> = {\n  id: '${HAIKU}',\n};`],
    ['a.ts', `switch (t) { case 'MODEL': return '${HAIKU}'; case 'other': return '${NOVA}'; }`],
    ['A.java', `  private static final String MODEL =\n      "${HAIKU}";`],
    ['a.go', `const MODEL string = "${HAIKU}"`],
    ['a.rs', `const MODEL: &'static str = "${HAIKU}";`],
    ['a.tf', `variable "MODEL" {\n  type    = string\n  default = "${HAIKU}"\n}`],
    ['k8s.yaml', `env:\n  - name: OTHER\n    value: ${NOVA}\n  - name: MODEL\n    value: ${HAIKU}`],
    ['k8s.yaml', `env: [{ name: MODEL, value: ${HAIKU} }, { name: OTHER, value: ${NOVA} }]`],
    ['task.json', `[{ "name": "MODEL", "value": "${HAIKU}" }, { "name": "OTHER", "value": "${NOVA}" }]`],
    ['task.json', `[{\n  "name": "MODEL",\n  "value": "${HAIKU}"\n}]`],
    ['c.yaml', `MODEL:\n  params:\n    model: bedrock/${HAIKU}\nother:\n  model: ${NOVA}`],
    ['Dockerfile', `ENV MODEL ${HAIKU}`],
    ['compose.yml', `  - MODEL=\${M:-${HAIKU}}`],
    ['run.sh', `run --MODEL "${HAIKU}" --other ${NOVA}`],
  ])('a name has its id in %s: %s', async (file, text) => {
    const { charges, diagnostics } = await seen(`model: { file: ${file}, name: MODEL }`, {
      [file]: `${text}\n`,
    });
    expect(diagnostics).toEqual([]);
    expect(charges).toEqual(PRICED);
  });

  test('a name that has several is a question', async () => {
    for (const text of [
      `MODEL = "${HAIKU}" if fast else "${NOVA}"\n`,
      `MODEL = {\n    "fast": "${HAIKU}",\n    "deep": "${NOVA}",\n}\n`,
      `MODEL = pick("${HAIKU}", deep="${NOVA}")\n`,
    ]) {
      const { diagnostics } = await seen('model: { file: a.py, name: MODEL }', { 'a.py': text });
      expect(diagnostics[0]).toContain('a.py has 2 model ids in it that belong to MODEL');
    }
  });

  test('a path in the words of JSONPath has the same path with dots as its hint', async () => {
    const text = `{"agents": [{"name": "a", "modelId": "${HAIKU}"}, {"name": "b", "modelId": "${NOVA}"}]}`;
    const hintFor = async (pick: string) =>
      (await seen(`model: { file: a.json${pick} }`, { 'a.json': text })).hints[0];
    expect(await hintFor(', path: "agents[1].modelId"')).toBe(
      'model: { file: a.json, path: agents.1.modelId }',
    );
    expect(await hintFor(`, path: "$.agents[0]['modelId']"`)).toBe(
      'model: { file: a.json, path: agents.0.modelId }',
    );
    expect(await hintFor(', path: agents.2.modelId')).toBe('model: { file: a.json, path: agents.0.modelId }');
    expect(await hintFor('')).toBe('model: { file: a.json, path: agents.0.modelId }');
  });

  test('what is not in the tree is not offered', async () => {
    const bindings = [
      '{ file: gone.py }',
      '{ address: aws_bedrockagent_agent.gone }',
      '{ file: a.json, path: x }',
    ];
    for (const binding of bindings) {
      const { hints } = await seen(`model: ${binding}`, { 'a.json': '{"y": "z"}' });
      expect(hints[0]).toMatch(/^under `model`, the model id/);
    }
  });

  test('no word of a language is offered as a name', async () => {
    const text = `def pick(x):\n    if x: return "${HAIKU}"\n    return "${NOVA}"\n`;
    const { hints } = await seen('model: { file: a.py }', { 'a.py': text });
    expect(hints).toEqual([`model: ${HAIKU}`]);
  });

  test.each([
    ['{ file: a.py, name: A, env: B }', 'picks an id by several'],
    ['{ address: aws_x.y, name: A }', 'has a name, which is for a file'],
    ['{ address: aws_x.y, attribute: a, env: B }', 'names both an attribute and an environment variable'],
    ['{ env: MODEL_ID }', 'names neither a file nor a resource'],
  ])('%s contradicts itself', async (binding, message) => {
    const { diagnostics } = await seen(`model: ${binding}`, { 'a.py': '' });
    expect(diagnostics[0]).toContain(message);
  });
});

describe('what is stated of resources', () => {
  test('the most exact address holds', async () => {
    const code =
      'resource "aws_cloudwatch_log_group" "l" {\n  for_each = toset(["a", "b"])\n  name = each.key\n}\n';
    const text =
      "version: 1\nregion: us-east-1\nworkloads: {}\nresources:\n  'aws_cloudwatch_log_group.l[\"b\"]': { ingested: 1 GB per month, stored: 0 GB }\n  'aws_cloudwatch_log_group.l[*]': { ingested: 2 GB per month, stored: 0 GB }\n";
    const { charges } = await seenIn({ 'bedrock-cost.yml': text, 'main.tf': code });
    expect(charges.filter((line) => line.includes('0.5') || line.includes('= 1'))).toEqual([
      expect.stringMatching(/^aws_cloudwatch_log_group\.l\["a"\]: .* = 1$/),
      expect.stringMatching(/^aws_cloudwatch_log_group\.l\["b"\]: .* = 0\.5$/),
    ]);
  });
});

describe('CloudFormation', () => {
  const TEMPLATE = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Model:
    Type: String
    Default: ${HAIKU}
Resources:
  SupportAgent7F3A:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      FoundationModel: !Ref Model
  Chat:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables:
          MODEL_ID: !Ref Model
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: proxy
          Environment: [{ Name: PORT, Value: "80" }]
        - Name: app
          Environment: [{ Name: MODEL_ID, Value: !Ref Model }]
`;
  const NESTED = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Agents:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./agents.yaml
`;
  const agent = (address: string) => `agent: '${address}'\ncalls_per_request: 1`;

  test.each([
    ['a logical id', agent('SupportAgent7F3A')],
    ['a logical id without its hash', agent('SupportAgent*')],
    ['a variable of a function', 'model: { address: Chat, env: MODEL_ID }'],
    ['a variable of a container', 'model: { address: Task, env: MODEL_ID }'],
  ])('%s', async (_, workload) => {
    const { charges, diagnostics } = await seen(workload, { 'template.yaml': TEMPLATE });
    expect(charges).toEqual(PRICED);
    expect(diagnostics).toEqual([]);
  });

  test.each(['Agents/SupportAgent7F3A', 'SupportAgent7F3A', 'Agents/Support*'])(
    'in a nested stack: %s',
    async (address) => {
      const { charges, diagnostics } = await seen(agent(address), {
        'main.yaml': NESTED,
        'agents.yaml': TEMPLATE,
      });
      expect(charges).toEqual(PRICED);
      expect(diagnostics).toEqual([]);
    },
  );

  test('a logical id that does not exist has the nearest as a suggestion', async () => {
    const { diagnostics, hints } = await seen(agent('SuportAgent7F3A'), { 'template.yaml': TEMPLATE });
    expect(diagnostics[0]).toMatch(
      /^binding-unmatched: agent of chat names SuportAgent7F3A, .*; it declares SupportAgent7F3A$/,
    );
    expect(hints[0]).toBe('agent: SupportAgent7F3A');
  });
});

test('usage of a resource that is not declared has candidates', async () => {
  const text =
    'version: 1\nregion: us-east-1\nworkloads: {}\nresources:\n  aws_cloudwatch_log_group.cals: { ingested: 1 GB per month }\n';
  const { report } = await seenIn({
    'bedrock-cost.yml': text,
    'main.tf': 'resource "aws_cloudwatch_log_group" "calls" {\n  name = "c"\n}\n',
  });
  expect(report.diagnostics[0]).toMatchObject({
    code: 'binding-unmatched',
    message: expect.stringContaining('; it declares aws_cloudwatch_log_group.calls'),
    hint: 'aws_cloudwatch_log_group.calls:',
    at: { line: 5 },
  });
});
