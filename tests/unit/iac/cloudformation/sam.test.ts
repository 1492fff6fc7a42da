import { describe, expect, test } from 'vitest';
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
