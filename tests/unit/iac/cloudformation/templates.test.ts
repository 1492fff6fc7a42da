import { describe, expect, test } from 'vitest';
import { number, plain, resourceAt } from '../support.ts';
import { foundTemplates, readFound, readTemplate } from './support.ts';

const addresses = (reading: ReturnType<typeof readTemplate>) =>
  reading.resources.map(({ address }) => address);

describe('resources', () => {
  test('have their logical id, type, region and place, in files with any line ends', () => {
    const text =
      'Resources:\n  # chat\n  Agent:\n    Type: AWS::Bedrock::Agent\n    DeletionPolicy: Retain\n    Properties: { FoundationModel: amazon.nova-lite-v1:0 }\n';
    for (const written of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
      expect(readTemplate(written)).toMatchObject({
        diagnostics: [],
        resources: [
          {
            address: 'Agent',
            vocabulary: 'cloudformation',
            type: 'AWS::Bedrock::Agent',
            region: 'us-east-1',
            at: { file: 'app.yaml', line: 3, column: 3 },
          },
        ],
      });
    }
  });

  test('the same in JSON', () => {
    const json = JSON.stringify(
      { Resources: { A: { Type: 'AWS::Bedrock::Agent', Properties: { N: [1, true, null] } } } },
      null,
      2,
    );
    const { resources } = readTemplate({ 'app.json': json });
    expect(resources).toMatchObject([{ address: 'A', at: { file: 'app.json', line: 3, column: 5 } }]);
    expect(plain(resources[0]?.attributes)).toEqual({ N: [number(1), true, null] });
  });

  test('by their condition: there, not there, or perhaps', () => {
    const reading = readTemplate(`Parameters: { Stage: { Type: String } }
Conditions:
  Always: !Equals [a, a]
  Never: !Not [!Condition Always]
  Perhaps: !Equals [!Ref Stage, prod]
Resources:
  A: { Type: "AWS::Bedrock::Agent", Condition: Always }
  B: { Type: "AWS::Bedrock::Agent", Condition: Never }
  C: { Type: "AWS::Bedrock::Agent", Condition: Perhaps }
`);
    expect(addresses(reading)).toEqual(['A', 'C']);
    expect(resourceAt(reading, 'A').uncertain).toBeUndefined();
    expect(resourceAt(reading, 'C').uncertain?.why).toBe(
      'whether the condition Perhaps holds is not known: the parameter Stage has no default',
    );
  });

  test('without a type are told', () => {
    expect(
      readTemplate('Resources:\n  A: { Properties: {} }\n  B: { Type: "A::B::C" }\n').diagnostics,
    ).toMatchObject([
      { code: 'iac-unresolved', message: 'The resource A was not read: A has no type.', at: { line: 2 } },
    ]);
  });

  test('aliases and merge keys mean what they say, and nothing contains itself', () => {
    const reading = readTemplate(`Resources:
  A:
    Type: AWS::Bedrock::Agent
    Properties: &base { Model: m, Tags: { a: 1 } }
  B:
    Type: AWS::Bedrock::Agent
    Properties: { <<: *base, Model: n }
  C: { Type: "AWS::Bedrock::Agent", Properties: *base }
  D: { Type: "AWS::Bedrock::Agent", Properties: &self { Own: *self } }
`);
    expect(plain(resourceAt(reading, 'B').attributes)).toEqual({ Model: 'n', Tags: { a: number(1) } });
    expect(plain(resourceAt(reading, 'C').attributes)).toEqual({ Model: 'm', Tags: { a: number(1) } });
    expect(plain(resourceAt(reading, 'D').attributes)).toEqual({
      Own: { unknown: 'the alias *self refers to nothing' },
    });
    expect(reading.diagnostics).toMatchObject([{ code: 'template-syntax', at: { line: 9 } }]);
  });

  test('of a key that stands twice neither is read', () => {
    const reading = readTemplate(
      'Resources:\n  A:\n    Type: AWS::Bedrock::Agent\n    Properties:\n      M: a\n      M: b\n      N: c\n',
    );
    expect(plain(resourceAt(reading, 'A').attributes)).toEqual({
      M: { unknown: 'the key M stands twice' },
      N: 'c',
    });
    expect(reading.diagnostics).toMatchObject([{ code: 'iac-duplicate', at: { line: 6 } }]);
  });
});

describe('parameters', () => {
  const template = `Parameters:
  A: { Type: String, Default: default }
  B: { Type: String, Default: default }
  C: { Type: CommaDelimitedList }
  D: { Type: "AWS::SSM::Parameter::Value<String>", Default: /d }
Resources:
  X: { Type: "T::T::T", Properties: { A: !Ref A, B: !Ref B, C: !Ref C, D: !Ref D } }
`;
  test.each([
    [
      'the list of the command line',
      '[{"ParameterKey":"B","ParameterValue":"file"},{"ParameterKey":"C","ParameterValue":"x,y"}]',
    ],
    ['the object of CodePipeline', '{"Parameters":{"B":"file","C":["x","y"]}}'],
    ['pairs', '["B=file","C=x,y"]'],
    ['an object', '{"B":"file","C":"x,y"}'],
  ])('from a file: %s', (_, file) => {
    const reading = readTemplate({ 'app.yaml': template, 'p.json': file }, { varFiles: ['p.json'] });
    expect(reading.diagnostics).toEqual([]);
    expect(plain(resourceAt(reading, 'X').attributes)).toMatchObject({
      A: 'default',
      B: 'file',
      C: ['x', 'y'],
    });
  });

  test('of the manifest win, state what an SSM parameter holds, and must exist', () => {
    const variables = new Map(
      Object.entries({ B: 'stated', C: 'z', D: 'amazon.nova-lite-v1:0', E: 'e' }).map(
        ([name, value]) => [name, { kind: 'text', value }] as const,
      ),
    );
    const reading = readTemplate(
      { 'app.yaml': template, 'p.yaml': 'B: file\n' },
      { varFiles: ['p.yaml', 'missing.json'], variables, at: { file: 'bedrock-cost.yml', line: 4 } },
    );
    expect(plain(resourceAt(reading, 'X').attributes)).toEqual({
      A: 'default',
      B: 'stated',
      C: ['z'],
      D: 'amazon.nova-lite-v1:0',
    });
    expect(reading.diagnostics.map(({ message, at }) => [message, at?.file])).toEqual([
      ['The file of parameters missing.json does not exist.', 'bedrock-cost.yml'],
      ['The parameter E is set, but app.yaml does not declare it.', 'bedrock-cost.yml'],
    ]);
  });
});

describe('nested stacks', () => {
  const files = {
    'infra/app.yaml': `Resources:
  Knowledge:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./kb/base.yaml, Parameters: { Model: amazon.titan-embed-text-v2:0, Role: !Ref Role } }
  Role: { Type: "AWS::IAM::Role" }
  Agent:
    Type: AWS::Bedrock::Agent
    Properties: { Base: !GetAtt Knowledge.Outputs.Id, Model: !GetAtt Knowledge.Outputs.Model, None: !GetAtt Knowledge.Outputs.Nope }
`,
    'infra/kb/base.yaml': `Parameters: { Model: { Type: String }, Role: { Type: String }, Own: { Type: String } }
Resources:
  Base: { Type: "AWS::Bedrock::KnowledgeBase", Properties: { Model: !Ref Model, Role: !Ref Role, Own: !Ref Own } }
Outputs:
  Id: { Value: !GetAtt Base.KnowledgeBaseId }
  Model: { Value: !Ref Model }
`,
  };
  test('get parameters and give outputs; their addresses and references tell the stack', () => {
    const reading = readTemplate(files);
    expect(reading.diagnostics).toEqual([]);
    expect(addresses(reading)).toEqual(['Knowledge', 'Knowledge/Base', 'Role', 'Agent']);
    const { attributes } = resourceAt(reading, 'Agent');
    expect(attributes.entries.get('Base')).toMatchObject({
      refersTo: 'Knowledge/Base',
      attribute: 'KnowledgeBaseId',
    });
    expect(plain(attributes)).toMatchObject({
      Model: 'amazon.titan-embed-text-v2:0',
      None: { unknown: 'the stack Knowledge has no output Nope' },
    });
    const base = resourceAt(reading, 'Knowledge/Base').attributes.entries;
    expect(base.get('Role')).toMatchObject({ refersTo: 'Role' });
    expect(base.get('Own')).toMatchObject({ why: 'the parameter Own has no default' });
    expect(base.get('Own')).not.toHaveProperty('hint');
  });

  test('are no roots of their own', () => {
    expect(foundTemplates(files)).toEqual(['infra/app.yaml']);
  });

  test('elsewhere are named, and those in a circle end', () => {
    const reading = readTemplate({
      'a.yaml': `Resources:
  B: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: b.yaml } }
  S3: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: "https://s3.amazonaws.com/x/y.yaml" } }
  Gone: { Type: "AWS::Serverless::Application", Properties: { Location: gone.yaml } }
`,
      'b.yaml':
        'Resources:\n  A: { Type: "AWS::CloudFormation::Stack", Properties: { TemplateURL: ./a.yaml } }\n',
    });
    expect(addresses(reading)).toEqual(['B', 'B/A', 'S3', 'Gone']);
    expect(reading.diagnostics.map(({ message }) => message)).toEqual([
      'The stack A nests a.yaml, which it is part of itself; it was not read again.',
      'The nested stack S3 is not read: its template is at https://s3.amazonaws.com/x/y.yaml.',
      'The nested stack Gone is not read: gone.yaml does not exist.',
    ]);
  });

  test('of a stack that may not exist may not exist', () => {
    const reading = readTemplate({
      'a.yaml': `Parameters: { P: { Type: String } }
Conditions: { C: !Equals [!Ref P, x] }
Resources:
  B: { Type: "AWS::CloudFormation::Stack", Condition: C, Properties: { TemplateURL: b.yaml } }
`,
      'b.yaml': 'Resources:\n  A: { Type: "AWS::Bedrock::Agent" }\n',
    });
    expect(resourceAt(reading, 'B/A').uncertain?.why).toMatch(/^whether the condition C holds is not known/);
  });
});

describe('exports', () => {
  test('of other templates of the project are known to their importers', () => {
    const reading = readFound({
      'shared.yaml': `Resources: { Key: { Type: "AWS::KMS::Key" } }
Outputs:
  Model: { Value: amazon.nova-lite-v1:0, Export: { Name: shared-model } }
  Key: { Value: !Ref Key, Export: { Name: shared-key } }
  Circle: { Value: !ImportValue circle-b, Export: { Name: circle-a } }
`,
      'app.yaml': `Resources:
  A: { Type: "AWS::Bedrock::Agent", Properties: { M: !ImportValue shared-model, C: !ImportValue circle-a, N: !ImportValue none } }
Outputs:
  B: { Value: !ImportValue circle-a, Export: { Name: circle-b } }
`,
    });
    // Only a project knows which stacks belong together.
    expect(plain(resourceAt(reading, 'A').attributes)).toMatchObject({
      M: { unknown: 'no template that is read here exports shared-model' },
    });
  });
});

describe('loops', () => {
  const template = (transform: string) => `${transform}
Parameters: { Names: { Type: CommaDelimitedList, Default: "a,b-1" } }
Resources:
  Fn::ForEach::Agents:
    - Name
    - !Ref Names
    - Agent&{Name}:
        Type: AWS::Bedrock::Agent
        Properties:
          Name: !Ref Name
          Text: !Sub "x \${Name} y"
          Fn::ForEach::Inner: [I, [p, q], { "\${I}": "\${Name}-\${I}" }]
      Fn::ForEach::Aliases:
        - K
        - [one]
        - Alias&{Name}&{K}: { Type: "AWS::Bedrock::AgentAlias", Properties: { AgentId: !GetAtt "Agent&{Name}.AgentId" } }
`;
  test('make resources and properties', () => {
    const reading = readTemplate(template('Transform: AWS::LanguageExtensions'));
    expect(reading.diagnostics).toEqual([]);
    expect(addresses(reading)).toEqual(['Agenta', 'Aliasaone', 'Agentb1', 'Aliasb1one']);
    expect(plain(resourceAt(reading, 'Agentb1').attributes)).toEqual({
      Name: 'b-1',
      Text: 'x b-1 y',
      p: 'b-1-p',
      q: 'b-1-q',
    });
    expect(resourceAt(reading, 'Aliasaone').attributes.entries.get('AgentId')).toMatchObject({
      refersTo: 'Agenta',
    });
  });

  test('without the transform are told', () => {
    const { resources, diagnostics } = readTemplate(template(''));
    expect(resources).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: 'iac-unresolved', hint: 'Transform: AWS::LanguageExtensions' },
    ]);
  });

  test('over what is not known are told', () => {
    const { diagnostics } = readTemplate(`Transform: AWS::LanguageExtensions
Resources:
  X: { Type: "A::B::C" }
  Fn::ForEach::Loop: [I, [!Ref Huge], {}]
`);
    expect(diagnostics).toMatchObject([
      { code: 'iac-unresolved', message: 'Fn::ForEach::Loop is not expanded: Huge is not declared.' },
    ]);
  });
});

describe('macros', () => {
  test('are named and not run', () => {
    const { resources, diagnostics } =
      readTemplate(`Transform: [AWS::Serverless-2016-10-31, My::Macro, { Name: AWS::Include, Parameters: { Location: "s3://b/x.yml" } }]
Resources:
  "Fn::Transform": { Name: AWS::Include, Parameters: { Location: "s3://evil/x.yml" } }
  A: { Type: "AWS::Bedrock::Agent", Properties: { "Fn::Transform": { Name: Other }, Model: m, Prompt: { "Fn::Transform": { Name: Third } } } }
`);
    expect(plain(resources[0]?.attributes)).toEqual({
      Model: 'm',
      Prompt: { unknown: 'the macro Third is not run' },
    });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The macro My::Macro is not run, so what it adds to the template is not priced.',
      'The macro AWS::Include is not run, so what it adds to the template is not priced.',
      'The macro AWS::Include is not run, so what it makes of this is not known.',
      'The macro Other is not run, so what it makes of this is not known.',
      'The macro Third is not run, so what it makes of this is not known.',
    ]);
  });
});

describe('finding templates', () => {
  const body = 'Resources:\n  A:\n    Type: AWS::Bedrock::Agent\n';
  test.each<[string, string, boolean]>([
    ['app.yaml', body, true],
    ['deep/down/app.yml', body, true],
    ['app.template', body, true],
    ['app.json', '{"Resources":{"A":{"Type":"AWS::Bedrock::Agent"}}}', true],
    ['app.yaml', 'Resources:\n  F: { Type: AWS::Serverless::Function }\n', true],
    [
      'k8s.yaml',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  t: |\n    Resources:\n      A: AWS::Bedrock::Agent\n',
      false,
    ],
    [
      '.github/workflows/ci.yml',
      'on: push\njobs:\n  a:\n    steps:\n      - run: echo Resources: AWS::Bedrock::Agent\n',
      false,
    ],
    ['openapi.yaml', 'openapi: 3.0.0\npaths: {}\nx-uri: { Resources: "AWS::X::Y" }\n', false],
    ['service.yml', 'service: x\nresources:\n  Resources:\n    A: { Type: AWS::Bedrock::Agent }\n', false],
    ['cdk.out/App.template.json', '{"Resources":{"A":{"Type":"AWS::Bedrock::Agent"}}}', false],
    ['node_modules/x/app.yaml', body, false],
    ['.aws-sam/build/template.yaml', body, false],
    ['notes.md', body, false],
  ])('%s', (path, text, isTemplate) => {
    expect(foundTemplates({ [path]: text })).toEqual(isTemplate ? [path] : []);
    const reading = readFound({ [path]: text });
    expect(reading.resources.length > 0).toBe(isTemplate);
    expect(reading.diagnostics).toEqual([]);
  });

  test('a broken template is told, and the rest of the tree stands', () => {
    const reading = readFound({
      'good.yaml': body,
      'bad.yaml': 'Resources:\n  A: { Type: "AWS::Bedrock::Agent }\n',
      'plain.yaml': 'Resources:\n  A: { Type: "AWS::S3::Bucket }\n',
    });
    expect(addresses(reading)).toEqual(['A']);
    expect(reading.diagnostics.map(({ code, severity, at }) => [code, severity, at?.file])).toEqual([
      ['template-syntax', 'error', 'bad.yaml'],
      ['template-syntax', 'warning', 'plain.yaml'],
    ]);
  });

  test('a file that the manifest names must be there, and be a template', () => {
    expect(readTemplate({ 'app.yaml': 'a: 1\n' }).diagnostics).toMatchObject([
      {
        code: 'iac-unresolved',
        message: 'app.yaml is no template of CloudFormation: it has no resources with a type of AWS.',
      },
    ]);
    expect(readTemplate({ 'app.yaml': body }, { directory: 'gone.yaml' }).diagnostics).toMatchObject([
      { code: 'iac-missing', message: 'The template gone.yaml does not exist.' },
    ]);
  });
});
