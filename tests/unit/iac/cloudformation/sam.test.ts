// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written here, and theirs look like those of JavaScript.
import { describe, expect, test } from 'vitest';
import { readInfrastructure } from '../../../../src/iac/read.ts';
import { valueAt } from '../../../../src/model/value.ts';
import { number, plain, resourceAt } from '../support.ts';
import { readTemplate } from './support.ts';

describe('globals', () => {
  const reading = readTemplate(`Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    MemorySize: 512
    Timeout: 30
    Architectures: [arm64]
    Layers: [shared]
    Environment: { Variables: { MODEL_ID: amazon.nova-lite-v1:0, LEVEL: info } }
    VpcConfig: !If [A, { S: 1 }, { S: 2 }]
  SimpleTable: { SSESpecification: { SSEEnabled: true } }
Resources:
  Plain: { Type: "AWS::Serverless::Function" }
  Own:
    Type: AWS::Serverless::Function
    Properties:
      MemorySize: 1024
      Layers: [own]
      Environment: { Variables: { MODEL_ID: amazon.nova-pro-v1:0 } }
      VpcConfig: { T: 3 }
  Without:
    Type: AWS::Serverless::Function
    IgnoreGlobals: [Environment, Layers, VpcConfig, Architectures, Timeout]
  Nothing: { Type: "AWS::Serverless::Function", IgnoreGlobals: "*", Properties: { Handler: h } }
  Other: { Type: "AWS::Lambda::Function", Properties: { Handler: h } }
`);
  const of = (address: string) => plain(resourceAt(reading, address).attributes);

  test('are taken where a resource says nothing', () => {
    expect(reading.diagnostics).toEqual([]);
    expect(of('Plain')).toMatchObject({
      MemorySize: number(512),
      Architectures: ['arm64'],
      Environment: { Variables: { MODEL_ID: 'amazon.nova-lite-v1:0', LEVEL: 'info' } },
    });
  });

  test('maps are joined, lists added to, and anything else is replaced', () => {
    expect(of('Own')).toEqual({
      MemorySize: number(1024),
      Timeout: number(30),
      Architectures: ['arm64'],
      Layers: ['shared', 'own'],
      Environment: { Variables: { MODEL_ID: 'amazon.nova-pro-v1:0', LEVEL: 'info' } },
      VpcConfig: { T: number(3) },
    });
  });

  test('can be ignored, and are for one type only', () => {
    expect(of('Without')).toEqual({ MemorySize: number(512) });
    expect(of('Nothing')).toEqual({ Handler: 'h' });
    expect(of('Other')).toEqual({ Handler: 'h' });
  });
});

describe('definitions of state machines', () => {
  const asl = (model: string) =>
    JSON.stringify({
      StartAt: 'Ask',
      States: {
        Ask: {
          Type: 'Task',
          Resource: 'arn:aws:states:::bedrock:invokeModel',
          Parameters: { ModelId: model },
        },
      },
    });
  const files = {
    'app/template.yaml': `Transform: AWS::Serverless-2016-10-31
Parameters: { Model: { Type: String, Default: amazon.nova-lite-v1:0 }, Open: { Type: String } }
Resources:
  Inline:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: { StartAt: Ask, States: { Ask: { Type: Task, Resource: "arn:aws:states:::bedrock:invokeModel", Parameters: { ModelId: !Ref Model } } } }
  File:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: machines/ask.asl.json
      DefinitionSubstitutions: { ModelId: !Ref Model, Other: !Ref Open }
  Text:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub '${asl('${Model}').replace('"StartAt"', '"Comment":"${Open}","StartAt"')}'
  Remote:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: "s3://bucket/ask.json" }
  Broken:
    Type: AWS::StepFunctions::StateMachine
    Properties: { DefinitionString: "{ not json" }
`,
    'app/machines/ask.asl.json': asl('arn:aws:bedrock:us-east-1::foundation-model/${ModelId}').replace(
      'Task',
      'Task ${Other} ${Unset}',
    ),
  };
  const reading = readTemplate(files);
  const definition = (address: string) =>
    plain(resourceAt(reading, address).attributes.entries.get('Definition'));
  const ask = (model: string) => ({ States: { Ask: { Parameters: { ModelId: model } } } });

  test('stand in the template, in a file beside it, or in a text', () => {
    expect(reading.diagnostics).toEqual([]);
    expect(definition('Inline')).toMatchObject(ask('amazon.nova-lite-v1:0'));
    expect(definition('Text')).toMatchObject({
      ...ask('amazon.nova-lite-v1:0'),
      Comment: { unknown: 'the parameter Open has no default' },
    });
  });

  test('get their substitutions; a name that has none stays', () => {
    expect(definition('File')).toMatchObject(
      ask('arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0'),
    );
    expect(
      valueAt(resourceAt(reading, 'File').attributes, 'Definition', 'States', 'Ask', 'Type'),
    ).toMatchObject({
      pieces: ['Task ', { why: 'the parameter Open has no default' }, ' ${Unset}'],
    });
  });

  test('elsewhere, or broken, are unknown', () => {
    expect(definition('Remote')).toEqual({ unknown: 'its definition does not stand in the repository' });
    expect(definition('Broken')).toEqual({ unknown: 'its definition is not JSON' });
  });

  test('in files that nobody would look at are asked for', () => {
    const [template, file] = Object.keys(files);
    const texts = new Map([[template ?? '', files['app/template.yaml']]]);
    const root = { format: 'cloudformation', directory: template ?? '' } as const;
    const read = readInfrastructure(texts, [root], undefined, new Set([template ?? '', file ?? '']));
    expect(read.asked).toEqual(['app/machines/ask.asl.json']);
  });
});
