/** A model that a program takes from a variable or a parameter, and what infrastructure code sets that to. */
import { describe, expect, test } from 'vitest';
import { seenIn } from './trees.ts';

const HAIKU = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'amazon.nova-pro-v1:0';

function manifest(model: string): string {
  return `version: 1\nregion: us-east-1\nworkloads:\n  chat:\n    requests: 1M per month\n    input_tokens: 1000\n    output_tokens: 100\n    model: ${model}\n`;
}

/** The models that are priced, and every diagnostic with its line to write. */
async function seen(model: string, files: Readonly<Record<string, string>>) {
  const { charges, report } = await seenIn({ 'bedrock-cost.yml': manifest(model), ...files });
  const own = charges.filter((line) => line.startsWith('chat: input tokens'));
  return {
    models: own.map((line) => line.replace(/^chat: input tokens, /, '')),
    diagnostics: report.diagnostics.map(({ severity, code, message, hint }) => ({
      severity,
      code,
      message,
      hint,
    })),
  };
}

function lambda(name: string, variables: string): string {
  return `resource "aws_lambda_function" "${name}" {\n  environment {\n    variables = { ${variables} }\n  }\n}\n`;
}

function parameter(name: string, value: string): string {
  return `resource "aws_ssm_parameter" "${name}" {\n  name  = "/app/${name}"\n  type  = "String"\n  value = ${value}\n}\n`;
}

const IN_PYTHON = 'client.converse(modelId=os.environ["MODEL_ID"], messages=m)\n';

describe('a variable without a default', () => {
  test.each([
    ['a.py', IN_PYTHON],
    ['a.py', 'MODEL = os.environ.get("MODEL_ID")\n'],
    ['a.py', 'MODEL = os.getenv("MODEL_ID")\n'],
    ['a.ts', 'const command = new ConverseCommand({ modelId: process.env.MODEL_ID!, messages });\n'],
    ['a.ts', "const modelId = process.env['MODEL_ID'];\n"],
    ['a.js', 'const { REGION, MODEL_ID: modelId } = process.env;\n'],
    ['A.java', 'String model = System.getenv("MODEL_ID");\n'],
    ['a.go', 'modelID := os.Getenv("MODEL_ID")\n'],
    ['A.cs', 'var model = Environment.GetEnvironmentVariable("MODEL_ID");\n'],
    ['a.rs', 'let model = std::env::var("MODEL_ID").unwrap();\n'],
    ['a.rb', 'model = ENV.fetch("MODEL_ID")\n'],
  ])('%s, %s follows what the infrastructure code sets', async (file, text) => {
    const files = { [file]: text, 'main.tf': lambda('chat', `MODEL_ID = "${HAIKU}", LOG_LEVEL = "INFO"`) };
    expect(await seen(`{ file: ${file} }`, files)).toEqual({
      models: ['Claude Haiku 4.5, global profile = 1000'],
      diagnostics: [],
    });
  });

  test('a comment reads nothing, and neither does a variable that nothing sets', async () => {
    for (const text of ['# os.environ["MODEL_ID"]\n', 'MODEL = os.environ["OTHER_MODEL"]\n']) {
      const { models, diagnostics } = await seen('{ file: a.py }', {
        'a.py': text,
        'main.tf': lambda('chat', `MODEL_ID = "${HAIKU}"`),
      });
      expect(models).toEqual([expect.stringMatching(/= \? a\.py has no model id in it$/)]);
      expect(diagnostics.map(({ code }) => code)).toEqual(['binding-unmatched']);
    }
  });

  test('that two functions set differently is a question, with the line for one of them', async () => {
    const files = {
      'a.py': IN_PYTHON,
      'main.tf': lambda('one', `MODEL_ID = "${HAIKU}"`) + lambda('two', `MODEL_ID = "${NOVA}"`),
    };
    const { diagnostics } = await seen('{ file: a.py }', files);
    expect(diagnostics).toEqual([
      {
        severity: 'error',
        code: 'binding-ambiguous',
        message: `model of chat cannot be read: a.py takes its model from MODEL_ID, which the infrastructure code sets to different models: aws_lambda_function.one (${HAIKU}), aws_lambda_function.two (${NOVA})`,
        hint: 'model: { address: aws_lambda_function.one, env: MODEL_ID }',
      },
    ]);
    expect(await seen('{ address: aws_lambda_function.one, env: MODEL_ID }', files)).toEqual({
      models: ['Claude Haiku 4.5, global profile = 1000'],
      diagnostics: [],
    });
  });

  test('of several, a name picks the one that it is given', async () => {
    const files = {
      'a.py': 'CHAT = os.environ["CHAT_MODEL"]\nCHEAP = os.environ["CHEAP_MODEL"]\n',
      'main.tf': lambda('chat', `CHAT_MODEL = "${HAIKU}", CHEAP_MODEL = "${NOVA}"`),
    };
    const both = await seen('{ file: a.py }', files);
    expect(both.diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      [
        `model of chat cannot be read: a.py takes its model from CHAT_MODEL and CHEAP_MODEL, which the infrastructure code sets to different models: aws_lambda_function.chat (${HAIKU}), aws_lambda_function.chat (${NOVA})`,
        'model: { address: aws_lambda_function.chat, env: CHAT_MODEL }',
      ],
    ]);
    for (const name of ['CHEAP', 'CHEAP_MODEL'])
      expect(await seen(`{ file: a.py, name: ${name} }`, files)).toEqual({
        models: ['Nova Pro, in region = 800'],
        diagnostics: [],
      });
  });

  test('that is set to what is not known leaves the model unknown, with the reason', async () => {
    const files = { 'a.py': IN_PYTHON, 'main.tf': `variable "m" {}\n${lambda('chat', 'MODEL_ID = var.m')}` };
    const { models } = await seen('{ file: a.py }', files);
    expect(models).toEqual([expect.stringMatching(/= \? .*var\.m/)]);
  });
});

test('a function by its address alone is an error with the line for its variable', async () => {
  const files = { 'main.tf': lambda('chat', `LOG_LEVEL = "INFO", MODEL_ID = "${HAIKU}"`) };
  const { diagnostics } = await seen('{ address: aws_lambda_function.chat }', files);
  expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
    ['binding-unmatched', 'model: { address: aws_lambda_function.chat, env: MODEL_ID }'],
  ]);
});

describe('a default', () => {
  const file = { 'a.py': `MODEL = os.environ.get("MODEL_ID", "${NOVA}")\n` };

  test('holds where nothing sets the variable, or sets it to the same', async () => {
    for (const main of ['', lambda('chat', `MODEL_ID = "${NOVA}"`), lambda('chat', `OTHER = "${HAIKU}"`)])
      expect(await seen('{ file: a.py }', { ...file, 'main.tf': main })).toEqual({
        models: ['Nova Pro, in region = 800'],
        diagnostics: [],
      });
  });

  test('does not hold where the infrastructure code sets another model', async () => {
    const files = { ...file, 'main.tf': lambda('chat', `MODEL_ID = "${HAIKU}"`) };
    expect(await seen('{ file: a.py }', files)).toEqual({
      models: ['Claude Haiku 4.5, global profile = 1000'],
      diagnostics: [
        {
          severity: 'warning',
          code: 'binding-ambiguous',
          message: `a.py names ${NOVA} for chat only where MODEL_ID is not set (line 1), and aws_lambda_function.chat sets it to ${HAIKU}; what is set is priced.`,
          hint: 'model: { address: aws_lambda_function.chat, env: MODEL_ID }',
        },
      ],
    });
  });

  test('is not known to hold where what is set is not known', async () => {
    const files = { ...file, 'main.tf': `variable "m" {}\n${lambda('chat', 'MODEL_ID = var.m')}` };
    const { models, diagnostics } = await seen('{ file: a.py }', files);
    expect(models).toEqual([expect.stringMatching(/= \? .*var\.m/)]);
    expect(diagnostics.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('sets it to a value that is not known: var.m'),
    );
  });

  test('of a file of Compose is no business of a function', async () => {
    const files = {
      'compose.yml': `services:\n  chat:\n    environment:\n      MODEL_ID: \${MODEL_ID:-${NOVA}}\n`,
      'main.tf': lambda('chat', `MODEL_ID = "${HAIKU}"`),
    };
    expect((await seen('{ file: compose.yml }', files)).models).toEqual(['Nova Pro, in region = 800']);
  });
});

describe('the Parameter Store', () => {
  const program = { 'a.py': 'MODEL = ssm.get_parameter(Name="/app/model")["Parameter"]["Value"]\n' };
  const found = { models: ['Claude Haiku 4.5, global profile = 1000'], diagnostics: [] };

  test('a parameter that a program reads by its name', async () => {
    const files = { ...program, 'main.tf': parameter('model', `"${HAIKU}"`) + parameter('other', '"x"') };
    expect(await seen('{ file: a.py }', files)).toEqual(found);
    expect(await seen('{ file: a.py, name: MODEL }', files)).toEqual(found);
  });

  test('a parameter by its address', async () => {
    const files = { 'main.tf': parameter('model', `"${HAIKU}"`) };
    expect(await seen('{ address: aws_ssm_parameter.model }', files)).toEqual(found);
  });

  test.each(['name', 'arn', 'id', 'value'])(
    'a variable that hands its %s to a program',
    async (attribute) => {
      const files = {
        'a.py': 'MODEL = ssm.get_parameter(Name=os.environ["MODEL_PARAMETER"])["Parameter"]["Value"]\n',
        'main.tf':
          parameter('model', `"${HAIKU}"`) +
          lambda('chat', `MODEL_PARAMETER = aws_ssm_parameter.model.${attribute}`),
      };
      expect(await seen('{ file: a.py }', files)).toEqual(found);
      expect(await seen('{ address: aws_lambda_function.chat, env: MODEL_PARAMETER }', files)).toEqual(found);
    },
  );

  test('the same in CloudFormation', async () => {
    const files = {
      'a.ts': 'const name = process.env.MODEL_PARAMETER;\n',
      'template.yaml': [
        'AWSTemplateFormatVersion: "2010-09-09"',
        'Resources:',
        '  Model:',
        '    Type: AWS::SSM::Parameter',
        `    Properties: { Name: /app/model, Type: String, Value: "${HAIKU}" }`,
        '  Chat:',
        '    Type: AWS::Lambda::Function',
        '    Properties:',
        '      Environment: { Variables: { MODEL_PARAMETER: !Ref Model } }',
        '',
      ].join('\n'),
    };
    expect(await seen('{ file: a.ts }', files)).toEqual(found);
    expect(await seen('{ address: Model }', files)).toEqual(found);
  });

  test('a data source of another root that asks for it', async () => {
    const files = {
      'shared/main.tf': parameter('model', `"${HAIKU}"`),
      'chat/main.tf': `data "aws_ssm_parameter" "m" {\n  name = "/app/model"\n}\n${lambda('chat', 'MODEL_ID = nonsensitive(data.aws_ssm_parameter.m.value)')}`,
    };
    expect(await seen('{ address: aws_lambda_function.chat, env: MODEL_ID }', files)).toEqual(found);
  });

  test.each([
    ['a parameter of the template', 'AWS::SSM::Parameter::Value<String>', '!Ref ModelId'],
    ['a dynamic reference', 'String', "'{{resolve:ssm:/app/model}}'"],
  ])('%s that asks for it', async (_, type, value) => {
    const files = {
      'shared.yaml': `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Model:\n    Type: AWS::SSM::Parameter\n    Properties: { Name: /app/model, Type: String, Value: "${HAIKU}" }\n`,
      'chat.yaml': `AWSTemplateFormatVersion: "2010-09-09"\nParameters:\n  ModelId: { Type: "${type}", Default: /app/model }\nResources:\n  Chat:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment: { Variables: { MODEL_ID: ${value} } }\n`,
    };
    expect(await seen('{ address: Chat, env: MODEL_ID }', files)).toEqual(found);
  });

  test.each([
    ['ssm:/app/model', true],
    ['ssm(eu-west-1):/app/model', false],
  ])('a variable of Serverless: %s', async (value, isFollowed) => {
    const files = {
      'shared.yaml': `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Model:\n    Type: AWS::SSM::Parameter\n    Properties: { Name: /app/model, Type: String, Value: "${HAIKU}" }\n`,
      'serverless.yml': `service: chat\nprovider: { name: aws, region: us-east-1, stage: dev }\nfunctions:\n  chat:\n    handler: a.main\n    environment: { MODEL_ID: "\${${value}}" }\n`,
    };
    const { models } = await seen('{ address: ChatLambdaFunction, env: MODEL_ID }', files);
    expect(models).toEqual(
      isFollowed ? found.models : [expect.stringContaining('asked only when it is deployed')],
    );
  });

  test.each(['[value]', 'all', '["value"]'])(
    'a parameter that ignores changes of its value: %s',
    async (ignored) => {
      const held = parameter('model', `"${HAIKU}"`).replace(
        /}\n$/,
        `  lifecycle {\n    ignore_changes = ${ignored}\n  }\n}\n`,
      );
      const { models } = await seen('{ file: a.py }', { ...program, 'main.tf': held });
      expect(models).toEqual([
        expect.stringContaining('= ? aws_ssm_parameter.model.value is changed outside of Terraform'),
      ]);
    },
  );

  test('one that is set elsewhere is not known', async () => {
    const files = { ...program, 'main.tf': `variable "m" {}\n${parameter('model', 'var.m')}` };
    const { models } = await seen('{ file: a.py }', files);
    expect(models).toEqual([expect.stringMatching(/= \? .*var\.m/)]);
  });

  test('one name with two values is a question', async () => {
    const tf = (name: string, value: string) =>
      parameter(name, `"${value}"`).replace(`/app/${name}`, '/app/model');
    const files = { ...program, 'main.tf': tf('a', HAIKU) + tf('b', NOVA) };
    const { models, diagnostics } = await seen('{ file: a.py }', files);
    expect(models).toEqual([expect.stringContaining('= ?')]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'binding-ambiguous',
        hint: 'model: { address: aws_ssm_parameter.a }',
      }),
    ]);
  });
});
