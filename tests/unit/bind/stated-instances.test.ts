/** How many there are of what the code leaves open: `instances` under `resources`. */
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/model/limits.ts';
import { seenIn } from './trees.ts';

const MANIFEST = 'version: 1\nregion: us-east-1\n';

const ENDPOINT = `variable "n" {}
resource "aws_vpc_endpoint" "e" {
  count             = var.n
  service_name      = "com.amazonaws.us-east-1.bedrock-runtime"
  vpc_endpoint_type = "Interface"
  subnet_ids        = ["subnet-1"]
}
`;
const USED = `variable "n" {}
resource "aws_kms_key" "k" {
  count = var.n
}
`;

async function seen(resources: string, configuration = ENDPOINT) {
  const { charges, diagnostics, report } = await seenIn({
    'bedrock-cost.yml': `${MANIFEST}resources:\n${resources}\n`,
    'main.tf': `provider "aws" {\n  region = "us-east-1"\n}\n${configuration}`,
  });
  const ranges = report.diff.charges.flatMap(({ head }) =>
    head?.cost.kind === 'priced'
      ? [
          (['low', 'expected', 'high'] as const).map(
            (end) => head.cost.kind === 'priced' && head.cost.amount[end].toFixed(),
          ),
        ]
      : [],
  );
  return { charges: hoursOf(charges), all: charges, diagnostics, ranges, report };
}

/** The charges for hours, without the words. */
function hoursOf(charges: readonly string[]): readonly string[] {
  return charges.flatMap((line) => {
    const [, owner, cost] = /^(.*): endpoint hours.* = (.*)$/.exec(line) ?? [];
    return owner === undefined ? [] : [`${owner}: ${cost}`];
  });
}

describe('a number of instances', () => {
  test('is asked for where the code does not say how many there are', async () => {
    const { report } = await seenIn({ 'bedrock-cost.yml': MANIFEST, 'main.tf': ENDPOINT });
    const costs = report.diff.charges.map(({ head }) => head?.cost);
    expect(costs[0]).toMatchObject({
      kind: 'unpriced',
      why: 'there are 0 or more of it: var.n has no default',
      hint: 'resources: { aws_vpc_endpoint.e: { instances: 1 } }',
    });
  });

  test('prices that many', async () => {
    expect((await seen('  aws_vpc_endpoint.e: { instances: 3 }')).charges).toEqual([
      'aws_vpc_endpoint.e[0]: 7.3',
      'aws_vpc_endpoint.e[1]: 7.3',
      'aws_vpc_endpoint.e[2]: 7.3',
    ]);
    expect((await seen('  aws_vpc_endpoint.e: { instances: 1 }')).charges).toEqual([
      'aws_vpc_endpoint.e: 7.3',
    ]);
    expect((await seen('  aws_vpc_endpoint.e: { instances: 0 }')).charges).toEqual([]);
  });

  test('may be a range, and then the price is one', async () => {
    const { charges, ranges } = await seen(
      '  aws_vpc_endpoint.e: { instances: { low: 1, expected: 2, high: 3 } }',
    );
    expect(charges).toEqual([
      'aws_vpc_endpoint.e[0]: 7.3',
      'aws_vpc_endpoint.e[1]: 7.3',
      'aws_vpc_endpoint.e[2]: 0',
    ]);
    expect(ranges).toEqual([
      ['7.3', '7.3', '7.3'],
      ['0', '7.3', '7.3'],
      ['0', '0', '7.3'],
    ]);
    const maybe = await seen('  aws_vpc_endpoint.e: { instances: { low: 0, expected: 0, high: 1 } }');
    const half = await seen('  aws_vpc_endpoint.e: { instances: 0..1 }');
    expect(half.ranges).toEqual([['0', '3.65', '7.3']]);
    expect([maybe.charges, maybe.ranges]).toEqual([['aws_vpc_endpoint.e: 0'], [['0', '0', '7.3']]]);
  });

  test('stands beside the usage of each', async () => {
    const { all: charges } = await seen('  aws_kms_key.k: { instances: 2, requests: 1M per month }', USED);
    expect(charges.map((line) => line.split(' = ')[0])).toEqual([
      'aws_kms_key.k[0]: key',
      'aws_kms_key.k[0]: key requests',
      'aws_kms_key.k[1]: key',
      'aws_kms_key.k[1]: key requests',
    ]);
    const { ranges } = await seen('  aws_kms_key.k: { instances: 0..1, requests: 1M per month }', USED);
    expect(ranges.map(([low]) => low)).toEqual(['0', '0']);
  });

  test('counts a shared floor once', async () => {
    const collection = `variable "n" {}
resource "aws_opensearchserverless_collection" "c" {
  count = var.n
  name  = "c\${count.index}"
  type  = "VECTORSEARCH"
}
`;
    const one = await seen('  aws_opensearchserverless_collection.c: { instances: 1 }', collection);
    const three = await seen('  aws_opensearchserverless_collection.c: { instances: 3 }', collection);
    expect(three.ranges).toEqual(one.ranges);
    expect(three.ranges.length).toBeGreaterThan(0);
  });

  test('holds for what stands in a module of which nobody knows whether it exists', async () => {
    const { charges } = await seenIn({
      'bedrock-cost.yml': `${MANIFEST}resources:\n  module.m.aws_vpc_endpoint.e: { instances: 2 }\n`,
      'main.tf': 'variable "on" {}\nmodule "m" {\n  source = "./m"\n  count  = var.on ? 1 : 0\n}\n',
      'm/main.tf': ENDPOINT.replace('count             = var.n', ''),
    });
    expect(hoursOf(charges)).toEqual([
      'module.m.aws_vpc_endpoint.e[0]: 7.3',
      'module.m.aws_vpc_endpoint.e[1]: 7.3',
    ]);
  });

  test('gives way to what the code says', async () => {
    const { charges, diagnostics } = await seen(
      '  aws_vpc_endpoint.e: { instances: 5 }',
      ENDPOINT.replace('var.n', '2'),
    );
    expect(charges).toEqual(['aws_vpc_endpoint.e[0]: 7.3', 'aws_vpc_endpoint.e[1]: 7.3']);
    expect(diagnostics).toEqual([
      'manifest-disagrees: instances is stated for aws_vpc_endpoint.e, but the code itself says how many there are: 2. That holds.',
    ]);
  });

  test.each([
    ['1.5', '1.5'],
    [String(LIMITS.instancesPerBlock + 1), String(LIMITS.instancesPerBlock + 1)],
    ['0..2000', '2000'],
  ])('is whole and within its cap: %s', async (written, found) => {
    const { diagnostics } = await seen(`  aws_vpc_endpoint.e: { instances: ${written} }`);
    expect(diagnostics[0]).toBe(
      `manifest-quantity: \`instances\` of resource \`aws_vpc_endpoint.e\` is ${found}; expected a whole number up to ${LIMITS.instancesPerBlock}.`,
    );
    expect(
      (await seen(`  aws_vpc_endpoint.e: { instances: ${LIMITS.instancesPerBlock} }`)).charges,
    ).toHaveLength(LIMITS.instancesPerBlock);
  });
});
