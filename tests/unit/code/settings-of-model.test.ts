/** The tier and the cache of the calls of one model in a file, in the ways in which programs write them. */
import { describe, expect, test } from 'vitest';
import { bindableIds } from '../../../src/bind/file-pick.ts';
import { namesOf } from '../../../src/bind/model-by-name.ts';
import { settingsOfModel } from '../../../src/code/settings-of-model.ts';

const PRO = 'amazon.nova-pro-v1:0';
const LITE = 'amazon.nova-lite-v1:0';

function settings(path: string, text: string, id = PRO) {
  const models = bindableIds(path, text).map((reference) => ({
    id: reference.id,
    start: reference.start,
    end: reference.end,
    names: namesOf(text, reference),
  }));
  return settingsOfModel(path, text, id, models);
}

const tiers = (path: string, text: string, id = PRO) =>
  settings(path, text, id).tiers.map(({ value, line }) => `${value ?? '?'}:${line}`);

describe('the tier of a model with one call', () => {
  test.each<[string, string, string]>([
    [
      'a.py',
      `job = {"modelId": "${PRO}", "roleArn": r, "inputDataConfig": i}\nc.create_model_invocation_job(**job)`,
      'batch:2',
    ],
    [
      'a.ts',
      `const input = { modelId: "${PRO}", roleArn };\nawait client.send(new CreateModelInvocationJobCommand(input));`,
      'batch:2',
    ],
    ['a.py', `M = "${PRO}"\nc.converse(modelId=M, messages=m, serviceTier={"type": "flex"})`, 'flex:2'],
    [
      'a.py',
      `c.converse(\n  modelId="${PRO}",\n  serviceTier={\n    "type": "priority",\n  },\n)`,
      'priority:3',
    ],
    ['a.py', `c.invoke_model(modelId="${PRO}", body=b, serviceTier="flex")`, 'flex:1'],
    [
      'a.py',
      `c.invoke_model(modelId="${PRO}", body=b, performanceConfigLatency='optimized')`,
      'latency-optimized:1',
    ],
    [
      'a.py',
      `c.converse(modelId="${PRO}", performanceConfig={"latency": "optimized"}, serviceTier={"type": "default"})`,
      'latency-optimized:1',
    ],
    ['a.py', `llm = ChatBedrockConverse(model="${PRO}", service_tier="flex")`, 'flex:1'],
    ['a.py', `r = completion(model="bedrock/${PRO}", serviceTier={"type": "priority"})`, 'priority:1'],
    ['a.py', `TIER = "flex"\nM = "${PRO}"\nc.converse(modelId=M, serviceTier={"type": TIER})`, 'flex:3'],
    [
      'a.py',
      `TIER: str = os.environ.get("TIER", "flex")\nc.converse(modelId="${PRO}", serviceTier={"type": TIER})`,
      'flex:2',
    ],
    [
      'a.py',
      `p = {"modelId": "${PRO}", "messages": m, "serviceTier": {"type": "flex"}}\nc.converse(**p)`,
      'flex:1',
    ],
    [
      'a.py',
      `body = json.dumps({"messages": m, "service_tier": "flex"})\nc.invoke_model(modelId="${PRO}", body=body)`,
      'flex:1',
    ],
    [
      'a.py',
      `class B:\n  def ask(self, model_id="${PRO}"):\n    return self.c.converse(modelId=model_id, serviceTier={"type": "flex"})`,
      'flex:3',
    ],
    ['a.py', `c.create_model_invocation_job(jobName="x", modelId="${PRO}", roleArn=r)`, 'batch:1'],
    [
      'a.py',
      `c.converse(modelId="${PRO}", **{"serviceTier": {"type": "flex"}})\nc.count_tokens(modelId="${PRO}")`,
      'flex:1',
    ],
    [
      'a.ts',
      `const M = '${PRO}';\nawait c.send(new ConverseCommand({ modelId: M, messages, serviceTier: { type: 'flex' } }));`,
      'flex:2',
    ],
    [
      'a.ts',
      `const M = '${PRO}';\nconst input = { modelId: M, messages, performanceConfig: { latency: 'optimized' } };`,
      'latency-optimized:2',
    ],
    [
      'a.ts',
      `new InvokeModelCommand({ modelId: '${PRO}', body, serviceTier: ServiceTierType.PRIORITY })`,
      'priority:1',
    ],
    ['a.ts', `new CreateModelInvocationJobCommand({ modelId: '${PRO}', jobName })`, 'batch:1'],
    [
      'A.java',
      `String M = "${PRO}";\nvar r = ConverseRequest.builder().modelId(M)\n  .serviceTier(ServiceTier.builder().type(ServiceTierType.FLEX).build()).build();\nclient.converse(r);`,
      'flex:3',
    ],
    [
      'a.go',
      `const id = "${PRO}"\nfunc f() error {\n\tin := &bedrockruntime.ConverseInput{\n\t\tModelId: aws.String(id),\n\t\tServiceTier: &types.ServiceTier{Type: types.ServiceTierTypeFlex},\n\t}\n}`,
      'flex:5',
    ],
    [
      'a.cs',
      `var r = new ConverseRequest\n{\n  ModelId = "${PRO}",\n  PerformanceConfig = new PerformanceConfiguration { Latency = PerformanceConfigLatency.Optimized },\n};`,
      'latency-optimized:4',
    ],
    [
      'a.kt',
      `val r = ConverseRequest {\n  modelId = "${PRO}"\n  serviceTier = ServiceTier { type = ServiceTierType.Flex }\n}`,
      'flex:3',
    ],
    [
      'a.rs',
      `c.converse().model_id("${PRO}").service_tier(ServiceTier::builder().r#type(ServiceTierType::Flex).build()).send()`,
      'flex:1',
    ],
    ['.env', `BEDROCK_MODEL_ID=${PRO}\nBEDROCK_SERVICE_TIER=flex`, 'flex:2'],
    ['a.yaml', `x:\n  model_id: ${PRO}\n  service_tier: flex # slower`, 'flex:3'],
    ['a.json', `{"modelId": "${PRO}", "serviceTier": {"type": "flex"}}`, 'flex:1'],
  ])('%s %s', (path, text, expected) => {
    expect(tiers(path, text)).toEqual([expected]);
  });
});

describe('no tier', () => {
  test.each([
    ['a comment', `# serviceTier={"type": "flex"}\nc.converse(modelId="${PRO}")`],
    ['a documentation text', `"""\nserviceTier={"type": "flex"}\n"""\nc.converse(modelId="${PRO}")`],
    ['what a response says', `r = c.converse(modelId="${PRO}")\nprint(r["serviceTier"]["type"])`],
    ['a comparison', `r = c.converse(modelId="${PRO}")\nif r.service_tier == "flex": pass`],
    [
      'a call of a model elsewhere',
      `c.converse(modelId="${PRO}")\no.chat.completions.create(model="gpt-5", service_tier="flex")`,
    ],
    ['a type', `service_tier: Literal["flex", "priority"]\nc.converse(modelId="${PRO}")`],
    ['a field without a value', `service_tier: str | None = None\nc.converse(modelId="${PRO}")`],
    [
      'a setting of another program',
      `performanceConfig = {"cache": True, "size": 5}\nc.converse(modelId="${PRO}")`,
    ],
    ['a declared job', `def create_model_invocation_job(request):\n  pass\nc.converse(modelId="${PRO}")`],
    ['another word', `customer_service_tiers = ["flex"]\nc.converse(modelId="${PRO}")`],
  ])('is %s', (_, text) => {
    expect(tiers('a.py', text)).toEqual([]);
  });
});

describe('what is not sure names its candidates', () => {
  test.each<[string, string, string[]]>([
    [
      'two calls, two tiers',
      `M = "${PRO}"\nc.converse(modelId=M, serviceTier={"type": "flex"})\nc.converse(modelId=M, serviceTier={"type": "priority"})`,
      ['flex:2', 'priority:3'],
    ],
    [
      'two calls, one of them silent',
      `M = "${PRO}"\nc.converse(modelId=M, serviceTier={"type": "flex"})\nc.converse(modelId=M)`,
      ['flex:2', 'standard:3'],
    ],
    [
      'a call and a batch job',
      `M = "${PRO}"\nc.converse(modelId=M, messages=m)\nb.create_model_invocation_job(**job(M))`,
      ['batch:3', 'standard:2'],
    ],
    [
      'a choice at run time',
      `c.converse(modelId="${PRO}", serviceTier={"type": "flex" if night else "default"})`,
      ['flex:1', 'standard:1'],
    ],
    ['a variable', `def ask(tier):\n  c.converse(modelId="${PRO}", serviceTier={"type": tier})`, ['?:2']],
    [
      'a fallback of a variable',
      `c.converse(modelId="${PRO}", serviceTier={"type": tier or "flex"})`,
      ['flex:1', '?:1'],
    ],
    [
      'a setting beside two calls',
      `kw = {"serviceTier": {"type": "flex"}}\nM = "${PRO}"\nc.converse(modelId=M, **kw)\nc.converse(modelId=M)`,
      ['flex:1', 'standard:3', 'standard:4'],
    ],
  ])('%s', (_, text, expected) => {
    expect(tiers('a.py', text)).toEqual(expected);
  });
});

describe('several models in one file', () => {
  const two = `FAST = "${LITE}"\nBIG = "${PRO}"\nc.converse(modelId=FAST, serviceTier={"type": "flex"})\nc.converse(modelId=BIG)\n`;

  test('each has the tier of the calls that name it', () => {
    expect(tiers('a.py', two, LITE)).toEqual(['flex:3']);
    expect(tiers('a.py', two, PRO)).toEqual([]);
  });

  test('a setting in no call of theirs may be of any', () => {
    const text = `FAST = "${LITE}"\nBIG = "${PRO}"\nkw = {"serviceTier": {"type": "flex"}}\nc.converse(modelId=pick(), **kw)`;
    expect(tiers('a.py', text)).toEqual(['flex:3', 'standard:3']);
  });

  test('blocks of YAML are told apart', () => {
    const text = `list:\n  - model: bedrock/${PRO}\n    service_tier: flex\n  - model: bedrock/${LITE}\n`;
    expect(tiers('a.yaml', text)).toEqual(['flex:3']);
    expect(tiers('a.yaml', text, LITE)).toEqual([]);
  });
});

describe('cache points', () => {
  const points = (path: string, text: string) =>
    settings(path, text).cachePoints.map(({ value, line }) => `${value ?? '?'}:${line}`);

  test.each<[string, string, string[]]>([
    [
      'a.py',
      `c.converse(modelId="${PRO}", system=[{"text": s}, {"cachePoint": {"type": "default"}}])`,
      ['5m:1'],
    ],
    [
      'a.py',
      `c.converse(modelId="${PRO}", system=[{"cachePoint": {"type": "default", "ttl": "1h"}}])`,
      ['1h:1'],
    ],
    ['a.py', `c.converse(modelId="${PRO}", system=[{"cachePoint": {"type": "default", "ttl": t}}])`, ['?:1']],
    [
      'a.py',
      `s = {"type": "text", "cache_control": {"type": "ephemeral", "ttl": "1h"}}\nc.messages.create(model="${PRO}", system=[s])`,
      ['1h:1'],
    ],
    [
      'a.ts',
      `new ConverseCommand({ modelId: '${PRO}', system: [{ cachePoint: { type: 'default' } }] })`,
      ['5m:1'],
    ],
    ['a.py', `c.converse(modelId="${PRO}")\n# {"cachePoint": {"type": "default"}}`, []],
    [
      'A.java',
      `var point = SystemContentBlock.builder().cachePoint(CachePointBlock.builder().type("default").ttl(CacheTTL.VALUE_1_H).build()).build();\nvar r = ConverseRequest.builder().modelId("${PRO}").system(point).build();`,
      ['1h:1'],
    ],
    [
      'A.java',
      `ConverseRequest.builder().modelId("${PRO}").system(s.cachePoint(pointOf(options))).build();`,
      ['?:1'],
    ],
    [
      'a.py',
      `POINT = {"type": "default", "ttl": "1h"}\nc.converse(modelId="${PRO}", system=[{"cachePoint": POINT}])`,
      ['1h:2'],
    ],
    ['a.py', `c.converse(modelId="${PRO}", system=[{"cachePoint": make_point()}])`, ['?:1']],
    [
      'a.py',
      `llm = ChatBedrockConverse(model="${PRO}")\nagent = create_agent(llm, middleware=[BedrockPromptCachingMiddleware(ttl="1h")])`,
      ['1h:2'],
    ],
    ['a.py', `class CachePoint(TypedDict):\n  type: str\nc.converse(modelId="${PRO}", messages=m)`, []],
    [
      'a.py',
      `model = BedrockModel(model_id="${PRO}", cache_prompt="default", cache_tools="default")`,
      ['5m:1', '5m:1'],
    ],
  ])('%s %s', (path, text, expected) => {
    expect(points(path, text)).toEqual(expected);
  });

  test('are missed only where the calls stand', () => {
    expect(settings('a.py', `M = "${PRO}"`)).toMatchObject({ makesCalls: false, hasCachePoints: false });
    expect(settings('a.py', `c.converse(modelId="${PRO}")`)).toMatchObject({ makesCalls: true });
    expect(settings('a.yaml', `model: ${PRO}`)).toMatchObject({ makesCalls: false });
  });
});

test.each([
  ['brackets that nothing closes', `x = ${'('.repeat(50_000)}`],
  ['jobs', 'c.create_model_invocation_job(x)\n'.repeat(10_000)],
  ['jobs that nothing closes', 'create_model_invocation_job('.repeat(10_000)],
  ['brackets that nothing opens', `x = ${')'.repeat(50_000)}`],
  ['very many settings', 'service_tier = x\n'.repeat(20_000)],
  ['settings in many branches', `if (x) { service_tier = "flex";\n`.repeat(5_000)],
  [
    'settings in many indented branches',
    Array.from({ length: 400 }, (_, n) => `${' '.repeat(n)}if x:\n`).join('') +
      `${' '.repeat(400)}service_tier = "flex"\n`.repeat(200),
  ],
  ['settings on one very long line', `{ a: { service_tier: "flex" }, `.repeat(20_000)],
  ['a variable of one letter', `service_tier = e\n`.repeat(99) + 'e '.repeat(300_000)],
  ['a text with many keys', `x = "${'service_tier='.repeat(50_000)}"`],
  ['very many models', `model=`.repeat(50_000)],
  ['one very long value', `service_tier = ${'a.'.repeat(100_000)}`],
])('%s come to an end', (_, text) => {
  expect(() => settings('a.py', `c.converse(modelId="${PRO}")\n${text}`)).not.toThrow();
});
