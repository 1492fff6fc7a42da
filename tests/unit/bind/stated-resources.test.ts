/** What `resources` states, against the types that the infrastructure code tells. */
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { seenIn, treeOf } from './trees.ts';

const TEMPLATE = `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: { MemorySize: 512, Environment: { Variables: { MODEL_ID: amazon.nova-lite-v1:0 } } }
  Topic:
    Type: AWS::SNS::Topic
`;
const manifest = (resources: string) => `version: 1\nregion: us-east-1\nresources:\n  ${resources}\n`;

async function seen(resources: string) {
  const { report } = await seenIn({ 'bedrock-cost.yml': manifest(resources), 'template.yaml': TEMPLATE });
  return report.diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

describe('the usage of a logical id', () => {
  test('is held against the section of its type', async () => {
    expect(await seen('Fn: { requests: 1M per month, duration_ms: 200 }')).toEqual([]);
    expect(await seen('Fn: { requests: 1M per month, duration: 200 }')).toEqual([
      'manifest-unknown-key: Resource `Fn` has the unknown key `duration`; did you mean `duration_ms`?',
    ]);
    expect(await seen('Fn: { invocations: 1M per month, duration_ms: 200 }')).toEqual([
      'manifest-unknown-key: Resource `Fn` has the unknown key `invocations`; did you mean `requests`?',
    ]);
  });

  test('is also wrong where it would be right for another type', async () => {
    expect(await seen('Fn: { ingested: 10 GB per month, stored: 20 GB }')).toEqual([
      expect.stringContaining('Resource `Fn` has the unknown key `ingested`; known keys are `requests`'),
      expect.stringContaining('Resource `Fn` has the unknown key `stored`; known keys are `requests`'),
    ]);
  });

  test('of a type that has none says so, and never that the resource is not there', async () => {
    const found = await seen('Topic: { ingested: 10 GB per month, stored: 20 GB }');
    expect(found).toEqual([
      expect.stringContaining('Resource `Topic`: there is no usage of `AWS::SNS::Topic` to state'),
    ]);
  });

  test('that is not declared is told by its nearest name', async () => {
    expect(await seen('Fm: { requests: 1M per month, duration_ms: 200 }')).toEqual([
      'binding-unmatched: resources names Fm, which the infrastructure code does not declare; it declares Fn',
    ]);
  });

  test('with a fault keeps what the base had of it from looking like a saving', async () => {
    const tree = (usage: string) =>
      treeOf({
        'bedrock-cost.yml': manifest(`Fn: { requests: 1M per month, ${usage} }`),
        'template.yaml': TEMPLATE,
      });
    const report = await compare(tree('duration_ms: 200'), tree('duration: 200'));
    expect(report.diff.head.unpriced).toBeGreaterThan(0);
    expect(report.diff.delta.monthly.expected.toFixed()).toBe('0');
    expect(report.diff.delta.certainty).toBe('priced-part');
  });
});

test('an address that shows a type of CloudFormation is held against its section when it is read', async () => {
  expect(await seen("'AWS::Lambda::Function.fn': { requests: 1M per month, duration: 200 }")).toContain(
    'manifest-unknown-key: Resource `AWS::Lambda::Function.fn` has the unknown key `duration`; did you mean `duration_ms`?',
  );
});

test('a resource of which the manifest says that there is none is not called undeclared', async () => {
  const { report } = await seenIn({
    'bedrock-cost.yml': manifest('aws_opensearchserverless_collection.kb: { instances: 0 }'),
    'main.tf':
      'variable "x" {}\nresource "aws_opensearchserverless_collection" "kb" {\n  count = var.x\n  type = "VECTORSEARCH"\n}\n',
  });
  expect(report.diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
    [
      'resource-absent',
      'notice',
      'aws_opensearchserverless_collection.kb is not priced: the manifest says that there are 0 of it',
    ],
  ]);
});
