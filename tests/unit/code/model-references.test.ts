import { describe, expect, test } from 'vitest';
import { decidingReferences, modelReferences } from '../../../src/code/model-references.ts';

const ID = 'us.amazon.nova-lite-v1:0';

/** `use name line:column` of every id. */
const seen = (path: string, text: string) =>
  modelReferences(path, text).map(
    ({ use, name = '', line, column, prefixUnknown }) =>
      `${use} ${name} ${line}:${column}${prefixUnknown === true ? ' prefix unknown' : ''}`,
  );

describe('model ids with what they are there for', () => {
  test.each([
    ['converse', 'a.py', `client.converse(modelId="${ID}", messages=m)`, 'argument modelId 1:26'],
    [
      'invoke_model',
      'a.py',
      `client.invoke_model(\n    body=b,\n    modelId="${ID}",\n)`,
      'argument modelId 3:14',
    ],
    [
      'the last argument',
      'a.py',
      `client.invoke_model(\n    body=b,\n    modelId="${ID}"\n)`,
      'argument modelId 3:14',
    ],
    [
      'ConverseCommand',
      'a.ts',
      `new ConverseCommand({ modelId: '${ID}', messages })`,
      'argument modelId 1:33',
    ],
    ['a constant of Python', 'a.py', `MODEL_ID = "${ID}"`, 'constant MODEL_ID 1:13'],
    ['with a type', 'a.py', `model_id: str = "${ID}"`, 'constant model_id 1:18'],
    ['a constant of TypeScript', 'a.ts', `export const MODEL: string =\n  '${ID}';`, 'constant MODEL 2:4'],
    ['of Java', 'A.java', `  private static final String MODEL_ID = "${ID}";`, 'constant MODEL_ID 1:43'],
    ['of Kotlin', 'a.kt', `val modelId: String = "${ID}"`, 'constant modelId 1:24'],
    ['of Go', 'a.go', `const modelID = "${ID}"`, 'constant modelID 1:18'],
    ['of Go, short', 'a.go', `\tmodelID := "${ID}"`, 'constant modelID 1:14'],
    ['of Rust', 'a.rs', `const MODEL: &str = "${ID}";`, 'constant MODEL 1:22'],
    [
      'os.environ.get',
      'a.py',
      `m = os.environ.get("MODEL_ID", "${ID}")`,
      'environment-default MODEL_ID 1:33',
    ],
    [
      'over lines',
      'a.py',
      `m = os.getenv(\n    "MODEL_ID",\n    "${ID}",\n)`,
      'environment-default MODEL_ID 3:6',
    ],
    [
      'process.env ||',
      'a.ts',
      `const m = process.env.MODEL_ID || '${ID}';`,
      'environment-default MODEL_ID 1:36',
    ],
    [
      'process.env ??',
      'a.ts',
      `const m = process.env['MODEL_ID'] ??\n  '${ID}';`,
      'environment-default MODEL_ID 2:4',
    ],
    ['ENV.fetch', 'a.rb', `MODEL = ENV.fetch('MODEL_ID', '${ID}')`, 'environment-default MODEL_ID 1:32'],
    [
      'C#',
      'A.cs',
      `var m = Environment.GetEnvironmentVariable("MODEL_ID") ?? "${ID}";`,
      'environment-default MODEL_ID 1:60',
    ],
    ['Compose', 'compose.yml', `    - MODEL=\${MODEL_ID:-${ID}}`, 'environment-default MODEL_ID 1:25'],
    ['Spring', 'A.java', `@Value("\${bedrock.model:${ID}}")`, 'environment-default bedrock.model 1:25'],
    ['.env', '.env', `BEDROCK_MODEL_ID=${ID}`, 'configuration BEDROCK_MODEL_ID 1:18'],
    [
      '.env.example',
      '.env.example',
      `# models\nANTHROPIC_SMALL_FAST_MODEL='${ID}'`,
      'configuration ANTHROPIC_SMALL_FAST_MODEL 2:29',
    ],
    ['shell', 'run.sh', `export ANTHROPIC_MODEL="${ID}"`, 'configuration ANTHROPIC_MODEL 1:25'],
    [
      'a flag',
      'run.sh',
      `aws bedrock-runtime converse --model-id ${ID} --messages x`,
      'configuration model-id 1:41',
    ],
    ['Dockerfile', 'Dockerfile', `ENV MODEL_ID ${ID}`, 'configuration MODEL_ID 1:14'],
    ['LangChain', 'a.py', `llm = ChatBedrockConverse(model="${ID}", temperature=0)`, 'argument model 1:34'],
    [
      'init_chat_model',
      'a.py',
      `init_chat_model("${ID}", model_provider="bedrock_converse")`,
      'argument init_chat_model 1:18',
    ],
    ['Strands', 'a.py', `Agent(model=BedrockModel(\n    model_id="${ID}"\n))`, 'argument model_id 2:15'],
    ['LiteLLM', 'a.py', `completion(model="bedrock/converse/${ID}", messages=m)`, 'argument model 1:36'],
    [
      'LiteLLM proxy',
      'config.yaml',
      `- model_name: x\n  litellm_params:\n    model: bedrock/${ID}`,
      'configuration model 3:20',
    ],
    ['Vercel', 'a.ts', `const model = bedrock('${ID}');`, 'argument model 1:24'],
    [
      'Spring properties',
      'application.properties',
      `spring.ai.bedrock.converse.chat.options.model=${ID}`,
      'configuration model 1:47',
    ],
    ['a builder', 'A.java', `    .modelId("${ID}")`, 'argument modelId 1:15'],
    ['Go with a pointer', 'a.go', `\tModelId: aws.String("${ID}"),`, 'argument ModelId 1:23'],
    ['C# initializer', 'A.cs', `    ModelId = "${ID}",`, 'argument ModelId 1:16'],
    ['Ruby', 'a.rb', `model_id: '${ID}',`, 'argument model_id 1:12'],
    [
      'CDK',
      'stack.ts',
      'foundationModel: bedrock.BedrockFoundationModel.AMAZON_NOVA_PRO_V1,',
      'argument foundationModel 1:26',
    ],
    ['Terraform', 'main.tf', `  foundation_model = "${ID}"`, 'configuration foundation_model 1:23'],
    [
      'a variable',
      'variables.tf',
      `variable "model" {\n  default = "${ID}"\n}`,
      'configuration default 2:14',
    ],
    ['CloudFormation', 't.yaml', `      FoundationModel: ${ID}`, 'configuration FoundationModel 1:24'],
    [
      'an ARN',
      't.yaml',
      `EmbeddingModelArn: !Sub "arn:aws:bedrock:\${AWS::Region}::foundation-model/${ID}"`,
      'configuration EmbeddingModelArn 1:75',
    ],
    [
      'an ARN without quotes',
      't.yaml',
      `ModelId: !Sub arn:aws:bedrock:\${AWS::Region}::foundation-model/${ID}`,
      'configuration ModelId 1:64',
    ],
    [
      'a prefix of a template',
      't.yaml',
      `ModelId: !Sub \${Geo}.amazon.nova-lite-v1:0`,
      'configuration ModelId 1:22 prefix unknown',
    ],
    [
      'cdk.json',
      'cdk.json',
      `{\n  "context": {\n    "modelId": "${ID}"\n  }\n}`,
      'configuration modelId 3:17',
    ],
    ['TOML', 'a.toml', `model = "bedrock_converse:${ID}"`, 'configuration model 1:27'],
    ['a prefix of run time', 'a.py', 'm = f"{geo}.amazon.nova-lite-v1:0"', 'constant m 1:13 prefix unknown'],
    ['a choice', 'a.py', `x = "${ID}" if us else other`, 'constant x 1:6'],
    ['what is returned', 'a.py', `    return "${ID}"`, 'expression  1:13'],
    [
      'a resource of a policy',
      'p.json',
      `{"Action": "bedrock:InvokeModel", "Resource": ["arn:aws:bedrock:*::foundation-model/${ID}"]}`,
      'permission Resource 1:85',
    ],
    [
      'a policy of YAML',
      't.yaml',
      `Resource:\n  - arn:aws:bedrock:*::foundation-model/${ID}`,
      'permission Resource 2:41',
    ],
    [
      'a policy of the CDK',
      'a.ts',
      `resources: ['arn:aws:bedrock:*::foundation-model/${ID}'],`,
      'permission resources 1:50',
    ],
    [
      'a policy of YAML without quotes',
      't.yaml',
      `Resource:\n  - !Sub arn:aws:bedrock:\${AWS::Region}::foundation-model/${ID}`,
      'permission Resource 2:59',
    ],
    ['allowed values', 't.yaml', `AllowedValues:\n- ${ID}`, 'allowed-values AllowedValues 2:3'],
    ['a type of literals', 'a.py', `Model = Literal["${ID}", "x"]`, 'allowed-values Literal 1:18'],
    ['a key', 'a.py', `PRICES = {\n    "${ID}": 0.06,\n}`, 'catalogue PRICES 2:6'],
    ['a comment', 'a.py', `x = 1  # was ${ID}`, 'comment  1:14'],
    ['a block comment', 'a.ts', `/*\n * ${ID}\n */`, 'comment  2:4'],
    ['a documentation text', 'a.py', `def f():\n    """Calls "${ID}" by default."""`, 'comment  2:15'],
    ['a message', 'a.py', `log("The model ${ID} is slow")`, 'comment  1:16'],
    ['a message with a colon', 'a.py', `log(f"{who}: asking the model: ${ID}")`, 'comment  1:32'],
    ['a title with brackets', 'run.sh', `NOTE="Nova Lite (${ID})"`, 'comment  1:18'],
    ['an example in help', 'a.py', `help="Another model (e.g., '${ID}')."`, 'comment  1:29'],
    ['a value in a text that is made', 'a.py', `x = f"use {wanted or '${ID}'}"`, 'expression x 1:23'],
    ['a value of an option', 'run.sh', `RUN="ask --model '${ID}'"`, 'configuration model 1:19'],
    ['help', 'a.py', `help="Which model (default: ${ID})"`, 'comment  1:29'],
    ['a page', 'README.md', `MODEL_ID=${ID}`, 'documentation  1:10'],
    ['a test', 'tests/test_app.py', `MODEL_ID = "${ID}"`, 'test MODEL_ID 1:13'],
    ['a test of Go', 'pkg/app_test.go', `const modelID = "${ID}"`, 'test modelID 1:18'],
    ['a spec', 'src/app.spec.ts', `const m = '${ID}';`, 'test m 1:12'],
  ])('%s', (_what, path, text, expected) => {
    expect(seen(path, text)).toEqual([expected]);
  });

  test('three ids in one list are a catalogue, one or two are not', () => {
    const list = (items: readonly string[]) => `MODELS = [\n${items.map((id) => `    "${id}",\n`).join('')}]`;
    const all = ['amazon.nova-pro-v1:0', 'amazon.nova-lite-v1:0', 'amazon.nova-micro-v1:0'];
    expect(modelReferences('a.py', list(all)).map(({ use }) => use)).toEqual(Array(3).fill('catalogue'));
    expect(modelReferences('a.py', list(all.slice(1))).map(({ use }) => use)).toEqual(
      Array(2).fill('argument'),
    );
  });

  test('objects with a model of their own are choices, the options of a picker a catalogue', () => {
    const objects = (key: string, ids: readonly string[]) =>
      `const x = [\n${ids.map((id) => `  {\n    name: 'a',\n    ${key}: 'amazon.nova-${id}-v1:0',\n  },\n`).join('')}];`;
    const uses = (key: string, ids: readonly string[]) =>
      modelReferences('a.ts', objects(key, ids)).map(({ use }) => use);
    const four = ['pro', 'lite', 'micro', 'premier'];
    expect(uses('id', four)).toEqual(Array(4).fill('catalogue'));
    expect(uses('id', four.slice(1))).toEqual(Array(3).fill('argument'));
    expect(uses('id', ['pro', 'pro', 'lite', 'lite'])).toEqual(Array(4).fill('argument'));
    const many = Array.from({ length: 10 }, (_, index) => `lite${index}`);
    expect(uses('modelId', many)).toEqual(Array(10).fill('catalogue'));
    expect(uses('modelId', many.slice(1))).toEqual(Array(9).fill('argument'));
  });

  const [A, B, C] = ['amazon.nova-micro-v1:0', 'amazon.nova-lite-v1:0', 'us.amazon.nova-pro-v1:0'];
  const uses = (path: string, text: string) => [
    ...new Set(modelReferences(path, text).map(({ use }) => use)),
  ];
  test.each([
    [
      'a.ts',
      `switch (t) {\n  case 'a':\n    return '${A}';\n  case 'b':\n    return '${B}';\n}\nreturn '${C}';`,
    ],
    ['a.py', `if t == "a":\n    return "${A}"\nelif t == "b":\n    return "${B}"\nreturn "${C}"`],
    ['A.java', `case "a": return "${A}";\ncase "b": return "${B}";\ndefault: return "${C}";`],
    ['a.json', `{"agents": [{"modelId": "${A}"}, {"modelId": "${B}"}, {"modelId": "${C}"}]}`],
    [
      'a.yaml',
      [A, B, C].map((id) => `  - model_name: x\n    litellm_params: { model: bedrock/${id} }\n`).join(''),
    ],
    [
      'a.py',
      `agents = [\n${[A, B, C].map((id) => `    Agent(model=BedrockModel(model_id="${id}")),\n`).join('')}]`,
    ],
    ['a.py', [A, B, C].map((id) => `x = bedrock(\n    "${id}",\n)\n`).join('')],
    ['a.ts', [A, B, C].map((id) => `run({ models: ['${id}'] });\n`).join('')],
    [
      'a.ts',
      `switch (t) { case 'a': id = '${A}'; break; case 'b': id = '${B}'; break; default: id = '${C}'; }`,
    ],
  ])('three choices in %s are no catalogue: %s', (path, text) => {
    expect(modelReferences(path, text)).toHaveLength(3);
    expect(uses(path, text)).not.toContain('catalogue');
  });

  test.each([
    ['a.py', `MODELS = ["${A}", "${B}", "${C}"]`],
    ['a.py', `MODELS = ["${A}",\n          "${B}",\n          "${C}"]`],
    ['a.py', `MODELS = (\n    "${A}",\n    "${B}",\n    "${C}",\n)`],
    ['a.py', `MODELS = {\n    "${A}",\n    "${B}",\n    "${C}",\n}`],
    ['A.java', `MODELS = List.of(\n    "${A}",\n    "${B}",\n    "${C}");`],
    ['a.ts', `const MODELS = new Set([\n  '${A}',\n  '${B}',\n  '${C}',\n]);`],
    ['a.yaml', `models:\n  - ${A}\n  - ${B}\n  - ${C}`],
    ['a.json', `{"models": ["${A}", "${B}", "${C}"]}`],
  ])('three bare items of one list in %s are a catalogue: %s', (path, text) => {
    expect(uses(path, text)).toEqual(['catalogue']);
  });

  test.each([
    [
      'rows that begin with an id',
      'a.py',
      `ROWS = [\n${[A, B, C].map((id) => `    ("${id}", "title", 3),\n`).join('')}]`,
    ],
    [
      'rows of JavaScript',
      'a.js',
      `const rows = [\n${[A, B, C].map((id) => `  ['${id}', 3],\n`).join('')}];`,
    ],
    ['ids by ids', 'a.py', `MAP = {\n    "${B}": "${C}",\n    "${A}": "eu.${A}",\n}`],
    [
      'prices by name',
      'a.yaml',
      ['pro', 'lite', 'micro', 'premier']
        .map((model) => `  - name: bedrock/amazon.nova-${model}-v1:0\n    units: []\n`)
        .join(''),
    ],
    [
      'models by region',
      'a.json',
      JSON.stringify(
        Object.fromEntries(
          ['pro', 'lite', 'micro', 'premier', '2-lite'].map((model) => [
            model,
            { 'us-east-1': `us.amazon.nova-${model}-v1:0`, 'eu-west-1': `eu.amazon.nova-${model}-v1:0` },
          ]),
        ),
        null,
        2,
      ),
    ],
    ['a list of two hundred', 'a.yaml', `enum:\n${`  - "${A}"  # so long as a title may be\n`.repeat(200)}`],
  ])('%s decide nothing', (_what, path, text) => {
    expect(decidingReferences(path, text)).toEqual([]);
  });

  test('a row of a call, and the model of each region, are choices', () => {
    const rows = `run(\n    (f, 1),\n    "${A}",\n    "title",\n)\n`;
    expect(decidingReferences('a.py', rows)).toHaveLength(1);
    const regions = `us-east-1: us.${B}\neu-west-1: eu.${B}\nap-south-1: apac.${B}\n`;
    expect(decidingReferences('a.yaml', regions)).toHaveLength(3);
  });

  test('quotes in a regular expression open no text', () => {
    const text = `const bad = (s) => /["\`,]/.test(s) ? \`"\${s.replace(/"/g, '""')}"\` : s;\n// "${A}"\nconst M = '${B}';\nconst half = a / b; // "${C}" / 2\n`;
    expect(seen('a.ts', text)).toEqual(['comment  2:5', 'constant M 3:12', 'comment  4:25']);
  });

  test.each([
    `ALLOWED = {"${A}"}`,
    `SUPPORTED_MODELS = [\n    "${A}",\n]`,
    `available_models = ["${A}", "${B}"]`,
  ])('a list of what is allowed decides nothing: %s', (text) => {
    expect(uses('a.py', text)).toEqual(['allowed-values']);
  });

  test('an environment default stays one although a comment names other models', () => {
    const text = `# us.amazon.nova-pro-v1:0 is dear\nMODEL = os.getenv("MODEL", "${ID}")\n`;
    expect(decidingReferences('a.py', text)).toMatchObject([{ id: ID, line: 2, use: 'environment-default' }]);
  });

  test('a notebook counts by its code cells', () => {
    const notebook = {
      cells: [
        { cell_type: 'markdown', metadata: {}, source: [`Call ${ID}\n`] },
        {
          cell_type: 'code',
          metadata: {},
          outputs: [{ name: 'stdout', text: [`model_id = "${ID}"\n`] }],
          source: ['import boto3\n', `model_id = "${ID}"\n`, `# not "${ID}"`],
        },
        { cell_type: 'code', outputs: [], source: `run(\n    modelId="${ID}",\n)` },
      ],
    };
    expect(seen('a.ipynb', JSON.stringify(notebook, null, 1))).toEqual([
      'documentation  7:11',
      'documentation  17:21',
      'constant model_id 23:19',
      'comment  24:14',
      'argument modelId 30:35',
    ]);
    expect(seen('a.ipynb', JSON.stringify(notebook).slice(0, -9))).toHaveLength(5);
  });

  test('quotes that do not close on their line end with it', () => {
    const text = `it = 'broken\nMODEL = "${ID}"  # it's "us.amazon.nova-pro-v1:0"\n`;
    expect(seen('a.py', text)).toEqual(['constant MODEL 2:10', 'comment  2:45']);
  });
});
