/** The tiers of calls as people write them: where it is sure, where it is open, and where nothing is asked for. */
import { expect, test } from 'vitest';
import { resourceGraph } from '../../../src/bind/graph.ts';
import { namedModels } from '../../../src/bind/model-from-outside.ts';
import { settingsOfModel } from '../../../src/code/settings-of-model.ts';

const P = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const L = 'amazon.nova-lite-v1:0';
const GRAPH = resourceGraph([]);

/** Each tier with its line; `?` where the program decides when it runs. */
const WRITTEN: readonly (readonly [path: string, text: string, tiers: readonly string[], id?: string])[] = [
  [
    'a.py',
    `def ask(p):\n    kwargs = {}\n    if CHEAP:\n        kwargs["serviceTier"] = {"type": "flex"}\n    return c.converse(modelId="${P}", messages=m, **kwargs)\n`,
    ['flex:4', 'standard:4'],
  ],
  [
    'a.py',
    `params = dict(modelId="${P}", messages=m)\nparams["serviceTier"] = {"type": "flex"}\nc.converse(**params)\n`,
    ['flex:2'],
  ],
  [
    'a.py',
    `def invoke(body, tier="flex"):\n    return c.invoke_model(modelId="${P}", body=body, serviceTier=tier)\n`,
    ['flex:2', '?:2'],
  ],
  [
    'a.py',
    `class Client:\n    MODEL = "${P}"\n    TIER = "priority"\n    def ask(self, m):\n        return self.c.converse(modelId=self.MODEL, messages=m, serviceTier={"type": self.TIER})\n`,
    ['priority:5'],
  ],
  [
    'a.py',
    `class Client:\n    def __init__(self, model="${P}", service_tier="flex"):\n        self.model = model\n        self.service_tier = service_tier\n    def ask(self, m):\n        return self.c.converse(modelId=self.model, messages=m, serviceTier={"type": self.service_tier})\n`,
    ['flex:6', '?:6'],
  ],
  [
    'a.py',
    `try:\n    r = c.converse(modelId="${P}", messages=m, serviceTier={"type": "priority"})\nexcept ThrottlingException:\n    r = c.converse(modelId="${P}", messages=m)\n`,
    ['priority:2', 'standard:4'],
  ],
  [
    'a.py',
    `logger.info("using serviceTier=flex for %s", "${P}")\nc.converse(modelId="${P}", messages=m)\n`,
    [],
  ],
  ['a.py', `print(f"serviceTier: {tier}")\nc.converse(modelId="${P}", messages=m)\n`, []],
  ['a.py', `HELP = "set service_tier='flex' to save"\nc.converse(modelId="${P}", messages=m)\n`, []],
  [
    'a.py',
    `parser.add_argument("--service-tier", default="flex", choices=["flex","priority"])\nargs = parser.parse_args()\nc.converse(modelId="${P}", messages=m, serviceTier={"type": args.service_tier})\n`,
    ['?:3'],
  ],
  [
    'a.py',
    `body = {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 10, "messages": m}\nc.invoke_model(modelId="${P}", body=json.dumps(body), performanceConfigLatency="optimized")\n`,
    ['latency-optimized:2'],
  ],
  [
    'a.py',
    `from strands.models import BedrockModel\nmodel = BedrockModel(model_id="${P}", additional_args={"serviceTier": {"type": "flex"}})\n`,
    ['flex:2'],
  ],
  [
    'a.py',
    `llm = ChatBedrockConverse(\n    model="${P}",\n    performance_config={"latency": "optimized"},\n)\n`,
    ['latency-optimized:3'],
  ],
  ['a.py', `resp = litellm.completion(model="bedrock/${P}", messages=m, service_tier="flex")\n`, ['flex:1']],
  [
    'a.py',
    `resp = litellm.completion(model="bedrock/converse/${P}", messages=m, performanceConfig={"latency": "optimized"})\n`,
    ['latency-optimized:1'],
  ],
  [
    'a.py',
    `client = AnthropicBedrock()\nclient.messages.create(model="${P}", max_tokens=1, messages=m, extra_body={"service_tier": "flex"})\n`,
    ['flex:2'],
  ],
  [
    'a.py',
    `MODELS = {"fast": "${L}", "smart": "${P}"}\nTIERS = {"fast": "flex", "smart": "default"}\nc.converse(modelId=MODELS[k], messages=m, serviceTier={"type": TIERS[k]})\n`,
    ['?:3'],
  ],
  [
    'a.py',
    `# old: serviceTier={"type": "flex"}\nc.converse(\n    modelId="${P}",  # was flex\n    messages=m,\n    # serviceTier={"type": "priority"},\n)\n`,
    [],
  ],
  [
    'a.py',
    `def test_tier():\n    assert build(serviceTier={"type": "flex"})["serviceTier"] == {"type": "flex"}\n\nc.converse(modelId="${P}", messages=m)\n`,
    [],
  ],
  [
    'a.py',
    `@dataclass\nclass Settings:\n    model_id: str = "${P}"\n    service_tier: str = "flex"\n\ndef ask(s, m):\n    return c.converse(modelId=s.model_id, messages=m, serviceTier={"type": s.service_tier})\n`,
    ['flex:7'],
  ],
  [
    'a.py',
    `class Settings(BaseSettings):\n    model_id: str = Field("${P}", alias="MODEL_ID")\n    service_tier: str = Field("flex", alias="SERVICE_TIER")\n`,
    ['flex:3', '?:3'],
  ],
  [
    'a.py',
    `c.converse(modelId="${P}", messages=m, serviceTier={"type": "flex"} if is_batch else {"type": "default"})\n`,
    ['flex:1', 'standard:1'],
  ],
  [
    'a.py',
    `tier = "flex"\nif urgent:\n    tier = "priority"\nc.converse(modelId="${P}", messages=m, serviceTier={"type": tier})\n`,
    ['flex:4', 'priority:4'],
  ],
  ['a.py', `c.converse(modelId="${P}",\r\n  messages=m,\r\n  serviceTier={"type": "flex"})\r\n`, ['flex:3']],
  [
    'a.py',
    `c.converse(modelId="${P}", messages=[{"role": "user", "content": [{"text": "explain serviceTier={'type': 'flex'}"}]}])\n`,
    [],
  ],
  ['a.py', `c.converse(modelId="${P}", messages=m)\nstats["serviceTier"] = r["serviceTier"]["type"]\n`, []],
  [
    'a.py',
    `c.converse(modelId="${P}", messages=m)\nmetrics.put(dimensions={"ServiceTier": r.get("serviceTier", {}).get("type", "default")})\n`,
    [],
  ],
  [
    'a.py',
    `openai_client = OpenAI(base_url="https://bedrock-runtime.us-west-2.amazonaws.com/openai/v1")\nopenai_client.chat.completions.create(model="openai.gpt-oss-120b-1:0", messages=m, service_tier="flex")\n`,
    ['flex:2'],
    'openai.gpt-oss-120b-1:0',
  ],
  [
    'a.ts',
    `const input: ConverseCommandInput = {\n  modelId: "${P}",\n  messages,\n  serviceTier: { type: "flex" },\n};\nawait client.send(new ConverseCommand(input));\n`,
    ['flex:4'],
  ],
  [
    'a.ts',
    `const input = {\n  modelId: "${P}",\n  messages,\n  ...(cheap ? { serviceTier: { type: "flex" } } : {}),\n};\nawait client.send(new ConverseCommand(input));\n`,
    ['flex:4', 'standard:4'],
  ],
  [
    'a.ts',
    `await client.send(new ConverseCommand({ modelId: "${P}", messages, serviceTier: { type: cheap ? "flex" : "default" } }));\n`,
    ['flex:1', 'standard:1'],
  ],
  [
    'a.ts',
    `await client.send(new ConverseCommand({ modelId: "${P}", messages, serviceTier: cheap ? { type: "flex" } : undefined }));\n`,
    ['flex:1', '?:1'],
  ],
  [
    'a.ts',
    `interface Options { serviceTier?: "flex" | "priority"; }\nawait client.send(new ConverseCommand({ modelId: "${P}", messages }));\n`,
    [],
  ],
  [
    'a.ts',
    `export async function ask({ serviceTier = "flex" }: Options) {\n  return client.send(new ConverseCommand({ modelId: "${P}", messages, serviceTier: { type: serviceTier } }));\n}\n`,
    ['flex:1', '?:1'],
  ],
  [
    'a.ts',
    `const cmd = new InvokeModelCommand({ modelId: "${P}", body, performanceConfigLatency: "optimized" });\n`,
    ['latency-optimized:1'],
  ],
  [
    'a.ts',
    `const r = await generateText({ model: bedrock("${P}"), prompt, providerOptions: { bedrock: { serviceTier: "flex" } } });\n`,
    ['flex:1'],
  ],
  [
    'a.ts',
    `const model = bedrock('${P}', { additionalModelRequestFields: {}, performanceConfig: { latency: 'optimized' } });\n`,
    ['latency-optimized:1'],
  ],
  [
    'a.ts',
    `type Tier = 'flex' | 'priority';\nconst serviceTier: Tier = 'priority';\nawait client.send(new ConverseCommand({ modelId: "${P}", messages, serviceTier: { type: serviceTier } }));\n`,
    ['priority:2'],
  ],
  [
    'a.ts',
    `const TIER = process.env.URGENT ? 'priority' : 'flex';\nawait client.send(new ConverseCommand({ modelId: "${P}", messages, serviceTier: { type: TIER } }));\n`,
    ['priority:2', 'flex:2'],
  ],
  ['a.ts', `await client.send(new ConverseCommand({ modelId: "${P}", messages, serviceTier }));\n`, ['?:1']],
  [
    'A.java',
    `ConverseRequest r = ConverseRequest.builder()\n    .modelId("${P}")\n    .messages(m)\n    .serviceTier(ServiceTier.builder().type(ServiceTierType.FLEX).build())\n    .build();\n`,
    ['flex:4'],
  ],
  [
    'A.java',
    `ConverseRequest r = ConverseRequest.builder().modelId("${P}").messages(m).performanceConfig(p -> p.latency(PerformanceConfigLatency.OPTIMIZED)).build();\n`,
    ['latency-optimized:1'],
  ],
  [
    'A.java',
    `ConverseRequest.Builder b = ConverseRequest.builder().modelId("${P}").messages(m);\nif (cheap) { b.serviceTier(t -> t.type("flex")); }\n`,
    ['flex:2', 'standard:2'],
  ],
  [
    'A.java',
    `InvokeModelRequest r = InvokeModelRequest.builder().modelId("${P}").body(b).serviceTier("flex").build();\n`,
    ['flex:1'],
  ],
  [
    'a.kt',
    `val request = ConverseRequest.builder()\n  .modelId("${P}")\n  .serviceTier { it.type(ServiceTierType.PRIORITY) }\n  .build()\n`,
    ['priority:3'],
  ],
  [
    'a.go',
    `out, err := client.InvokeModel(ctx, &bedrockruntime.InvokeModelInput{\n\tModelId: aws.String("${P}"),\n\tBody: body,\n\tServiceTier: types.ServiceTierTypeFlex,\n})\n`,
    ['flex:4'],
  ],
  [
    'a.go',
    `input := &bedrockruntime.ConverseInput{ModelId: aws.String("${P}")}\nif cheap {\n\tinput.ServiceTier = &types.ServiceTier{Type: types.ServiceTierTypeFlex}\n}\n`,
    ['flex:3', 'standard:3'],
  ],
  [
    'a.cs',
    `var request = new ConverseRequest { ModelId = "${P}", Messages = m, ServiceTier = new ServiceTier { Type = ServiceTierType.Flex } };\n`,
    ['flex:1'],
  ],
  ['a.rb', `client.converse(model_id: "${P}", messages: m, service_tier: { type: "flex" })\n`, ['flex:1']],
  [
    'a.php',
    `$client->converse(['modelId' => '${P}', 'messages' => $m, 'serviceTier' => ['type' => 'flex']]);\n`,
    ['flex:1'],
  ],
  [
    'a.yaml',
    `agents:\n  chat:\n    model: ${P}\n    service_tier: priority\n  other:\n    model: ${L}\n    service_tier: flex\n`,
    ['priority:4'],
  ],
  ['a.yaml', `defaults:\n  service_tier: flex\nagents:\n  chat:\n    model: ${P}\n`, ['flex:2']],
  ['.env', `MODEL_ID=${P}\nSERVICE_TIER=priority\n`, ['priority:2']],
  ['.env', `MODEL_ID=${P}\n# SERVICE_TIER=flex\n`, []],
  [
    '.env',
    `CHAT_MODEL=${P}\nCHAT_SERVICE_TIER=priority\nBULK_MODEL=${L}\nBULK_SERVICE_TIER=flex\n`,
    ['priority:2', 'flex:4', 'standard:2'],
  ],
  [
    'a.json',
    `{"chat": {"modelId": "${P}", "serviceTier": "priority"}, "bulk": {"modelId": "${L}", "serviceTier": "flex"}}\n`,
    ['priority:1'],
  ],
  ['a.toml', `[chat]\nmodel = "${P}"\nservice_tier = "flex"\n`, ['flex:3']],
  ['a.properties', `bedrock.model=${P}\nbedrock.service-tier=flex\n`, ['flex:2']],
  [
    'a.py',
    `c.create_model_invocation_job(jobName="x", modelId="${P}", roleArn=r, inputDataConfig=i, outputDataConfig=o)\n`,
    ['batch:1'],
  ],
  [
    'a.py',
    `c.create_model_invocation_job(jobName="x", modelId="${P}", roleArn=r)\nc.converse(modelId="${P}", messages=m)\n`,
    ['batch:1', 'standard:2'],
  ],
  [
    'a.py',
    `c.count_tokens(modelId="${P}", input=x)\nc.converse(modelId="${P}", messages=m, serviceTier={"type": "flex"})\n`,
    ['flex:2'],
  ],
  [
    'a.py',
    `c.get_foundation_model(modelIdentifier="${P}")\nc.converse(modelId="${P}", messages=m, serviceTier={"type": "flex"})\n`,
    ['flex:2'],
  ],
  [
    'a.py',
    `c.apply_guardrail(guardrailIdentifier=g)\nfor model in ["${P}"]:\n    c.converse(modelId=model, messages=m, serviceTier={"type": "flex"})\n`,
    ['flex:3'],
  ],
  [
    'a.py',
    `PRIMARY = "${P}"\nFALLBACK = "${L}"\ndef call(model_id, **extra):\n    return c.converse(modelId=model_id, messages=m, **extra)\ncall(PRIMARY, serviceTier={"type": "priority"})\ncall(FALLBACK)\n`,
    ['priority:5', 'standard:5'],
  ],
  [
    'a.py',
    `async with session.client("bedrock-runtime") as c:\n    r = await c.converse_stream(\n        modelId="${P}",\n        messages=m,\n        serviceTier={\n            "type": "flex"\n        }\n    )\n`,
    ['flex:5'],
  ],
  [
    'a.py',
    `requests.post(f"{host}/model/${P}/invoke", headers={"X-Amzn-Bedrock-Service-Tier": "flex"}, json=body)\n`,
    ['flex:1'],
  ],
  [
    'a.sh',
    `aws bedrock-runtime converse --model-id ${P} --messages file://m.json --service-tier type=flex\n`,
    ['flex:1'],
  ],
  [
    'a.sh',
    `aws bedrock-runtime invoke-model --model-id ${P} --body file://b.json --performance-config-latency optimized out.json\n`,
    ['latency-optimized:1'],
  ],
  [
    'a.sh',
    `aws bedrock-runtime converse \\\n  --model-id ${P} \\\n  --service-tier '{"type": "flex"}'\n`,
    ['flex:3'],
  ],
  [
    'a.sh',
    `aws bedrock-runtime converse --model-id ${P} --performance-config latency=optimized\n`,
    ['latency-optimized:1'],
  ],
  ['a.sh', `aws bedrock create-model-invocation-job --model-id ${P} --role-arn $ROLE\n`, ['batch:1']],
  [
    'a.sh',
    `MODEL=${P}\naws bedrock-runtime converse --model-id "$MODEL" --service-tier type=flex\naws bedrock-runtime converse --model-id $MODEL\n`,
    ['flex:2', 'standard:3'],
  ],
  [
    'a.sh',
    `# aws bedrock-runtime converse --model-id ${P} --service-tier type=flex\naws bedrock-runtime converse --model-id ${P}\n`,
    [],
  ],
  [
    'a.rs',
    `c.converse().model_id("${P}").service_tier(ServiceTier::builder().r#type(ServiceTierType::Flex).build()?).send()`,
    ['flex:1'],
  ],
  [
    'a.py',
    `ATTRIBUTE_SERVICE_TIER = "gen_ai.openai.request.service_tier"\nc.converse(modelId="${P}", messages=m)\n`,
    [],
  ],
  ['a.py', `async def ops_service_tier(f=None):\n    pass\nc.converse(modelId="${P}", messages=m)\n`, []],
  [
    'a.py',
    `r = c.converse(modelId="${P}", messages=m)\nreturn {"service_tier": r.get("serviceTier", {}).get("type")}\n`,
    [],
  ],
  ['a.py', `c.converse(modelId="${P}", messages=m, serviceTier={"type": config["service_tier"]})\n`, ['?:1']],
  ['a.py', `c.converse(modelId="${P}", messages=m, serviceTier=event["serviceTier"])\n`, ['?:1']],
  [
    'a.py',
    `kwargs["serviceTier"] = {"type": config.get("service_tier", "default")}\nc.converse(modelId="${P}", messages=m, **kwargs)\n`,
    ['standard:1', '?:1'],
  ],
  [
    'a.py',
    `c.converse(modelId="${P}", messages=m, serviceTier={"type": event["serviceTier"]["type"]})\n`,
    ['?:1'],
  ],
  [
    'a.py',
    `azure.create(sku="S0", service_tier="flex")\nc.converse(modelId="${P}", messages=m)\n`,
    ['flex:1', 'standard:2'],
  ],
  [
    'a.py',
    `class Legacy:\n    service_tier = "priority"\n\nc.converse(modelId="${P}", messages=m)\n`,
    ['priority:2', 'standard:4'],
  ],
  [
    'a.py',
    `PROMPT = """Answer in JSON: {"service_tier": "priority"}"""\nc.converse(modelId="${P}", system=[{"text": PROMPT}])\n`,
    [],
  ],
  [
    'a.py',
    `kw = {"modelId": "${P}", "messages": m}\nkw.setdefault("serviceTier", {"type": "priority"})\nc.converse(**kw)\n`,
    ['priority:2'],
  ],
  [
    'a.py',
    `MODEL_ID = "${P}"\nEMBED_MODEL_ID = "${L}"\nc.converse(modelId=MODEL_ID, messages=m, serviceTier={"type": "flex"})\n`,
    ['flex:3'],
  ],
  ['.env', `MODEL_ID=${P}\nOPENAI_SERVICE_TIER=flex\n`, []],
  [
    'a.yaml',
    `env:\n  - name: MODEL_ID\n    value: ${P}\n  - name: SERVICE_TIER\n    value: flex\n`,
    ['flex:4'],
  ],
  [
    'a.py',
    `r = rt.converse(modelId="${P}", messages=m)\nj = b.create_model_invocation_job(modelId="${P}", jobName="n")\n`,
    ['batch:2', 'standard:1'],
  ],
  ['a.py', `c.converse(  # not create_model_invocation_job, users wait\n  modelId="${P}", messages=m)\n`, []],
  [
    'a.py',
    `azure.create(sku="S0", service_tier="flex")\nc.converse(modelId="${P}", messages=m, **extra)\n`,
    ['flex:1', 'standard:2'],
  ],
  [
    'a.py',
    `legacy.service_tier = "priority"\nc.converse(modelId="${P}", messages=m)\n`,
    ['priority:1', 'standard:2'],
  ],
  [
    'a.ts',
    `const input = {\n  modelId: "${P}",\n  messages,\n};\ninput.serviceTier = { type: "flex" };\nawait client.send(new ConverseCommand(input));\n`,
    ['flex:5'],
  ],
];

const tiersIn = (path: string, text: string, id: string) =>
  settingsOfModel(path, text, id, namedModels(path, text, GRAPH)).tiers.map(
    ({ value, line }) => `${value ?? '?'}:${line}`,
  );

const CASES = WRITTEN.map(([path, text, tiers, id = P]) => ({ path, text, tiers, id }));

test.each(CASES)('$path: $text', ({ path, text, tiers: expected, id }) => {
  expect(tiersIn(path, text, id)).toEqual(expected);
  const ofWindows = text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n');
  expect(tiersIn(path, ofWindows, id)).toEqual(expected);
});
