/** Every way in which programs and configurations name a model: a switch is found, and counted where it is bound. */
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { treeOf } from '../bind/trees.ts';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const TITAN = 'amazon.titan-embed-text-v2:0';
const COHERE = 'cohere.embed-english-v3';
const PRO = 'amazon.nova-pro-v1:0';
const LITE = 'amazon.nova-lite-v1:0';
const CONSTANTS = new Map([
  [PRO, 'AMAZON_NOVA_PRO_V1'],
  [LITE, 'AMAZON_NOVA_LITE_V1'],
]);
const constant = (id: string) => CONSTANTS.get(id) ?? '';

type Pattern = readonly [
  what: string,
  path: string,
  text: (id: string) => string,
  from?: string,
  to?: string,
];

const PATTERNS: readonly Pattern[] = [
  ['converse', 'chat.py', (id) => `reply = client.converse(modelId="${id}", messages=messages)`],
  [
    'converse_stream',
    'chat.py',
    (id) => `reply = client.converse_stream(\n    modelId="${id}",\n    messages=m,\n)`,
  ],
  ['invoke_model', 'chat.py', (id) => `reply = client.invoke_model(body=body, modelId='${id}')`],
  [
    'ConverseCommand',
    'chat.ts',
    (id) => `const reply = await client.send(new ConverseCommand({ modelId: '${id}', messages }));`,
  ],
  [
    'ConverseCommand over lines',
    'chat.js',
    (id) => `await client.send(\n  new ConverseCommand({\n    modelId: "${id}",\n  }),\n);`,
  ],
  ['a constant of Python', 'chat.py', (id) => `MODEL_ID = "${id}"`],
  ['a constant of TypeScript', 'chat.ts', (id) => `export const MODEL_ID = '${id}';`],
  [
    'a constant of Java',
    'Chat.java',
    (id) => `class Chat {\n  private static final String MODEL_ID = "${id}";\n}`,
  ],
  ['a constant of Go', 'chat.go', (id) => `package chat\n\nconst modelID = "${id}"`],
  ['a constant of Kotlin', 'Chat.kt', (id) => `const val MODEL_ID = "${id}"`],
  ['os.environ.get', 'chat.py', (id) => `MODEL = os.environ.get("BEDROCK_MODEL_ID", "${id}")`],
  ['os.getenv over lines', 'chat.py', (id) => `MODEL = os.getenv(\n    "BEDROCK_MODEL_ID",\n    "${id}",\n)`],
  ['process.env ||', 'chat.ts', (id) => `const model = process.env.BEDROCK_MODEL_ID || '${id}';`],
  ['process.env ??', 'chat.ts', (id) => `const model = process.env.BEDROCK_MODEL_ID ?? '${id}';`],
  [
    'getOrDefault',
    'Chat.java',
    (id) => `String model = System.getenv().getOrDefault("BEDROCK_MODEL_ID", "${id}");`,
  ],
  ['.env', '.env', (id) => `AWS_REGION=us-east-1\nBEDROCK_MODEL_ID=${id}`],
  ['ANTHROPIC_MODEL', '.env', (id) => `CLAUDE_CODE_USE_BEDROCK=1\nANTHROPIC_MODEL=${id}`],
  [
    'ANTHROPIC_SMALL_FAST_MODEL',
    'claude.env',
    (id) => `CLAUDE_CODE_USE_BEDROCK=1\nANTHROPIC_SMALL_FAST_MODEL='${id}'`,
  ],
  [
    'ANTHROPIC_MODEL in YAML',
    'compose.yml',
    (id) =>
      `services:\n  agent:\n    environment:\n      CLAUDE_CODE_USE_BEDROCK: "1"\n      ANTHROPIC_MODEL: ${id}`,
  ],
  ['ChatBedrock', 'chain.py', (id) => `llm = ChatBedrock(model_id="${id}", region_name="us-east-1")`],
  ['ChatBedrockConverse', 'chain.py', (id) => `llm = ChatBedrockConverse(model="${id}", temperature=0)`],
  [
    'ChatBedrockConverse of TypeScript',
    'chain.ts',
    (id) => `const llm = new ChatBedrockConverse({ model: '${id}' });`,
  ],
  [
    'init_chat_model',
    'chain.py',
    (id) => `llm = init_chat_model("${id}", model_provider="bedrock_converse")`,
  ],
  [
    'BedrockEmbeddings',
    'index.py',
    (id) => `embeddings = BedrockEmbeddings(model_id="${id}")`,
    TITAN,
    COHERE,
  ],
  [
    'BedrockModel of Strands',
    'agent.py',
    (id) => `agent = Agent(\n    model=BedrockModel(\n        model_id="${id}",\n    ),\n)`,
  ],
  ['LiteLLM', 'ask.py', (id) => `reply = completion(model="bedrock/${id}", messages=m)`],
  ['LiteLLM, converse', 'ask.py', (id) => `reply = completion(model="bedrock/converse/${id}", messages=m)`],
  [
    'LiteLLM, an ARN',
    'ask.py',
    (id) => `M = "bedrock/converse/arn:aws:bedrock:us-east-1:123456789012:inference-profile/${id}"`,
  ],
  ['CrewAI', 'crew.py', (id) => `llm = LLM(model="bedrock/${id}", temperature=0.2)`],
  [
    'a proxy of LiteLLM',
    'litellm.yaml',
    (id) => `model_list:\n  - model_name: chat\n    litellm_params:\n      model: bedrock/${id}`,
  ],
  [
    'bedrock() of the AI SDK',
    'route.ts',
    (id) => `const { text } = await generateText({ model: bedrock('${id}'), prompt });`,
  ],
  ['amazonBedrock()', 'route.ts', (id) => `const model = amazonBedrock('${id}');`],
  [
    'Spring properties',
    'application.properties',
    (id) => `spring.ai.bedrock.converse.chat.options.model=${id}`,
  ],
  [
    'Spring YAML',
    'application.yml',
    (id) =>
      `spring:\n  ai:\n    bedrock:\n      converse:\n        chat:\n          options:\n            model: ${id}`,
  ],
  [
    'a builder of Java',
    'Chat.java',
    (id) => `var request = ConverseRequest.builder()\n    .modelId("${id}")\n    .build();`,
  ],
  ['C#', 'Chat.cs', (id) => `var request = new ConverseRequest\n{\n    ModelId = "${id}",\n};`],
  [
    'a pointer of Go',
    'chat.go',
    (id) =>
      `out, err := client.Converse(ctx, &bedrockruntime.ConverseInput{\n\tModelId: aws.String("${id}"),\n})`,
  ],
  ['Rust', 'chat.rs', (id) => `let reply = client.converse().model_id("${id}").send().await?;`],
  ['Ruby', 'chat.rb', (id) => `reply = client.converse(model_id: "${id}", messages: messages)`],
  [
    'AnthropicBedrock',
    'ask.py',
    (id) => `client = AnthropicBedrock()\nclient.messages.create(model="${id}", max_tokens=256)`,
  ],
  [
    'BedrockFoundationModel',
    'stack.ts',
    (id) =>
      `new bedrock.Agent(this, 'Agent', {\n  foundationModel: bedrock.BedrockFoundationModel.${constant(id)},\n});`,
    PRO,
    LITE,
  ],
  [
    'FoundationModelIdentifier',
    'stack.py',
    (id) =>
      `model = bedrock.FoundationModel.from_foundation_model_id(self, "M", bedrock.FoundationModelIdentifier.${constant(id)}_0)`,
    PRO,
    LITE,
  ],
  ['withFoundationModel', 'Stack.java', (id) => `agent.withFoundationModel("${id}");`],
  [
    'foundation_model',
    'agent.tf',
    (id) =>
      `resource "aws_bedrockagent_agent" "chat" {\n  agent_name              = "chat"\n  agent_resource_role_arn = "role"\n  foundation_model        = "${id}"\n}`,
  ],
  [
    'FoundationModel',
    'template.yaml',
    (id) =>
      `Resources:\n  Chat:\n    Type: AWS::Bedrock::Agent\n    Properties:\n      AgentName: chat\n      FoundationModel: ${id}`,
  ],
  [
    'EmbeddingModelArn',
    'kb.yaml',
    (id) => `Config:\n  EmbeddingModelArn: arn:aws:bedrock:us-east-1::foundation-model/${id}`,
    TITAN,
    COHERE,
  ],
  [
    '!Sub without quotes',
    'template.yaml',
    (id) =>
      `Resources:\n  Ask:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionSubstitutions:\n        ModelId: !Sub arn:aws:bedrock:\${AWS::Region}::foundation-model/${id}`,
    LITE,
    PRO,
  ],
  [
    'Default of a parameter',
    'template.yaml',
    (id) => `Parameters:\n  ModelId:\n    Type: String\n    Default: ${id}`,
  ],
  ['cdk.json', 'cdk.json', (id) => `{\n  "context": {\n    "modelId": "${id}"\n  }\n}`],
  [
    'a suffix of provisioned throughput',
    'chat.py',
    (id) => `MODEL = "${id}"`,
    'anthropic.claude-3-haiku-20240307-v1:0:200k',
    PRO,
  ],
];

/** 90 tokens an answer, where the model makes any. */
const usage = (id: string) =>
  `requests: 1M per month, input_tokens: 1000${/embed/.test(id) ? '' : ', output_tokens: 90'}`;
const manifest = (model: string, id: string) =>
  `version: 1\nregion: us-east-1\nworkloads:\n  chat: { model: ${model}, ${usage(id)} }\n`;
const delta = async (base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>) => {
  const { diff } = await compare(treeOf(base), treeOf(head));
  return diff.delta.monthly.expected.toFixed();
};

const CASES = PATTERNS.map(([what, path, text, from = SONNET, to = HAIKU]) => ({
  what,
  path,
  text,
  from,
  to,
}));

describe.each(CASES)('a switch in $what', ({ path, text, from, to }) => {
  test('is shown with its effect where no workload names the file', async () => {
    const { modelChanges } = await compare(treeOf({ [path]: text(from) }), treeOf({ [path]: text(to) }));
    expect(modelChanges.uncounted).toHaveLength(1);
    const [change] = modelChanges.uncounted;
    expect([change?.before?.id, change?.after?.id, change?.places.map(({ at }) => at.file)]).toEqual([
      from,
      to,
      [path],
    ]);
    expect(change?.effects).toHaveLength(1);
    expect(change?.effects[0]?.before.requests.eq(change.effects[0].after.requests)).toBe(false);
  });

  test('prices the workload that follows the file anew', async () => {
    const stated = await delta(
      { 'bedrock-cost.yml': manifest(from, from) },
      { 'bedrock-cost.yml': manifest(to, to) },
    );
    const files = (id: string) => ({
      'bedrock-cost.yml': manifest(`{ file: ${path} }`, from),
      [path]: text(id),
    });
    expect(await delta(files(from), files(to))).toBe(stated);
    expect(stated).not.toBe('0');
  });
});
