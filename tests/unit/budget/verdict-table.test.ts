/** The table of docs/verdict.md, row by row: what it says is what happens. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CompareOptions, compare } from '../../../src/compare.ts';
import { decimal } from '../../../src/model/decimal.ts';
import { treeOf } from '../bind/trees.ts';

type Files = Readonly<Record<string, string>>;
type Situation = readonly [base: Files, head: Files, options?: CompareOptions];

const WORKLOADS = 'version: 1\nregion: us-east-1\nworkloads:\n';
/** 33.60 a month for each 1,000 requests a day, over 30,000 requests. */
const chat = (requests: string, more = '', name = 'chat') =>
  `  ${name}: { requests: ${requests}, model: "amazon.nova-pro-v1:0", input_tokens: 1000, output_tokens: 100${more} }\n`;
/** A manifest of one workload. */
const one = (requests: string, budgets: string, more = '', name = 'chat'): Files => ({
  'bedrock-cost.yml': `${WORKLOADS}${chat(requests, more, name)}${budgets}`,
});
/** A manifest that costs exactly so much a month. */
const costs = (usd: string, budgets: string, more = ''): Files => ({
  'bedrock-cost.yml': `version: 1\nextra_charges: [{ name: Quote, monthly: ${usd}, layer: features }${more}]\n${budgets}`,
});
const budgets = (text: string) => `budgets: { ${text} }\n`;
const same = (files: Files): Situation => [files, files];
const input = (max: number): CompareOptions => ({
  budgets: [
    { scope: { kind: 'total' }, measure: 'monthly', max: decimal(max), action: 'fail', from: 'input' },
  ],
});

const LIMIT = budgets('monthly: 100');
const THOUSAND = '1000 per day';
const UNPRICED = ', guardrail: { filters: [content] }';
const RANGE = '{ low: 500 per day, expected: 1000 per day, high: 2000 per day }';
const TERRAFORM = 'resource "aws_opensearchserverless_collection" "kb" {\n  type = "VECTORSEARCH"\n}\n';

/** A collection that a variable switches on. */
const COUNTED = `variable "on" {\n  default = true\n}\nvariable "name" {\n  default = "kb"\n}\n${TERRAFORM.replace('{\n', '{\n  count = var.on ? 1 : 0\n')}`;
/** A manifest that reads `infra` with more inputs, and states something of its collection. */
const withRoot = (inputs: string, code: string, stated = ''): Files => ({
  ...costs(
    '10',
    `budgets: { monthly: 1000 }\niac: [{ terraform: infra${inputs} }]\n${
      stated === '' ? '' : `resources:\n  aws_opensearchserverless_collection.kb: { ${stated} }\n`
    }`,
  ),
  'infra/main.tf': code,
});

/** A group of logs, and what is stated of it. */
const withUsage = (usage: string): Files => ({
  ...costs(
    '10',
    `region: us-east-1\n${budgets('monthly: 1000, increase: 5')}${usage === '' ? '' : `resources:\n  aws_cloudwatch_log_group.l: ${usage}\n`}`,
  ),
  'main.tf': 'resource "aws_cloudwatch_log_group" "l" {\n  name = "/aws/bedrock/calls"\n}\n',
});

const CHAT_LIMIT = budgets('workloads: { chat: { monthly: 100, per_1k_requests: 2 } }');

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'no limit is set': [costs('10', ''), costs('99999', '')],
  'below every limit': [costs('10', LIMIT), costs('99', LIMIT)],
  'at a limit, to the last digit': [costs('10', LIMIT), costs('100', LIMIT)],
  'above a limit, by whatever little': [costs('10', LIMIT), costs('100.000000001', LIMIT)],
  'above a limit whose action is to warn': [
    costs('10', ''),
    costs('101', budgets('monthly: { max: 100, action: warn }')),
  ],
  'an increase at its limits, in dollars and in percent': [
    costs('100', budgets('increase: 10, increase_percent: 10')),
    costs('110', budgets('increase: 10, increase_percent: 10')),
  ],
  'an increase above its limit in dollars': [
    costs('100', budgets('increase: 10')),
    costs('110.01', budgets('increase: 10')),
  ],
  'an increase above its limit in percent': [
    costs('100', budgets('increase_percent: 10')),
    costs('110.01', budgets('increase_percent: 10')),
  ],
  'a decrease, where no increase is allowed': [
    costs('100', budgets('increase: 0, increase_percent: 0')),
    costs('99', budgets('increase: 0, increase_percent: 0')),
  ],
  'the total is within its limit, and a layer is above its own': [
    costs('10', budgets('monthly: 100, layers: { features: 20 }')),
    costs('30', budgets('monthly: 100, layers: { features: 20 }')),
  ],
  'the total is within its limit, and a workload is above its own': [
    one('100 per day', budgets('monthly: 100, workloads: { chat: { monthly: 20 } }')),
    one(THOUSAND, budgets('monthly: 100, workloads: { chat: { monthly: 20 } }')),
  ],
  'the total is within its limit, and an environment is above its own': [
    one('100 per day', budgets('monthly: 100, environments: { dev: { monthly: 20 } }'), ', environment: dev'),
    one(THOUSAND, budgets('monthly: 100, environments: { dev: { monthly: 20 } }'), ', environment: dev'),
  ],
  '1,000 requests cost more than their limit': [
    one(THOUSAND, budgets('per_1k_requests: 1.12')),
    one(THOUSAND, budgets('per_1k_requests: 1.12'), ', calls_per_request: 2'),
  ],
  'only high usage is above a limit on the expected one': [
    one('10 per day', budgets('monthly: 40')),
    one(RANGE, budgets('monthly: 40')),
  ],
  'only high usage is above a limit on high usage': [
    one('10 per day', budgets('monthly: 40, on: high')),
    one(RANGE, budgets('monthly: 40, on: high')),
  ],
  'expected usage is above a limit on low usage, and low usage is not': [
    one('10 per day', budgets('monthly: { max: 20, on: low }')),
    one(RANGE, budgets('monthly: { max: 20, on: low }')),
  ],
  'the base was above the limit already, and the head is not dearer': same(costs('150', LIMIT)),
  'the base was above the limit already, and the head is dearer': [
    costs('150', LIMIT),
    costs('150.01', LIMIT),
  ],
  'only one-time costs are above a limit': [
    costs('10', LIMIT),
    costs('10', LIMIT, ', { name: Training, one_time: 5000, layer: features }'),
  ],
  'the base has no manifest, and the head is above its own limit on the month': [{}, costs('101', LIMIT)],
  'the base has no manifest, and the head limits the increase': [{}, costs('101', budgets('increase: 1'))],
  'the head raises the limit that it crosses': [costs('10', LIMIT), costs('101', budgets('monthly: 9999'))],
  'the head removes the limit that it crosses': [costs('10', LIMIT), costs('101', '')],
  'the head softens the limit that it crosses': [
    costs('10', LIMIT),
    costs('101', budgets('monthly: { max: 100, action: warn }')),
  ],
  'the head tightens a limit, and is above it': [costs('30', LIMIT), costs('50', budgets('monthly: 40'))],
  'an input is stricter than the manifest, and the head is above it': [
    costs('10', LIMIT),
    costs('60', LIMIT),
    input(50),
  ],
  "an input is looser than the manifest, and the head is above the manifest's limit": [
    costs('10', LIMIT),
    costs('160', LIMIT),
    input(500),
  ],
  'the head renames the workload that is above its limit': [
    one('100 per day', budgets('workloads: { chat: { monthly: 20 } }')),
    one(THOUSAND, '', '', 'talk'),
  ],
  'the head leaves a stub of the workload that has a limit, and another takes its place': [
    one(THOUSAND, CHAT_LIMIT),
    {
      'bedrock-cost.yml': `${WORKLOADS}${chat('1 per month')}${chat('10000 per day', '', 'talk')}${CHAT_LIMIT}`,
    },
  ],
  'the head leaves a stub of the workload that has a limit, and what is new is within that limit': [
    one(THOUSAND, CHAT_LIMIT),
    { 'bedrock-cost.yml': `${WORKLOADS}${chat('1 per month')}${chat(THOUSAND, '', 'talk')}${CHAT_LIMIT}` },
  ],
  'the head puts the workload that is above the limit of its environment into another one': [
    one('100 per day', budgets('environments: { dev: { monthly: 20 } }'), ', environment: dev'),
    one(THOUSAND, budgets('environments: { dev: { monthly: 20 } }'), ', environment: sandbox'),
  ],
  'the head moves the manifest, and is above its limit': [
    { 'a/bedrock-cost.yml': one('100 per day', budgets('monthly: 20'))['bedrock-cost.yml'] ?? '' },
    { 'b/bedrock-cost.yml': one(THOUSAND, '')['bedrock-cost.yml'] ?? '' },
  ],
  'the head removes the manifest': [one(THOUSAND, LIMIT), { 'README.md': '' }],
  'a percentage limit, and the base costs nothing': [
    costs('0', budgets('increase_percent: 10')),
    costs('1', budgets('increase_percent: 10')),
  ],
  'the head cannot be read': [costs('10', ''), { 'bedrock-cost.yml': 'version: 1\nworkloads: [' }],
  'a limit is set, and the change brings something without a price': [
    one(THOUSAND, LIMIT),
    one(THOUSAND, LIMIT, UNPRICED),
  ],
  'no more is brought without a price than `unpriced_share` allows': [
    one(THOUSAND, budgets('monthly: 100, unpriced_share: 34%')),
    one(THOUSAND, budgets('monthly: 100, unpriced_share: 34%'), UNPRICED),
  ],
  'more is brought without a price than `unpriced_share` allows': [
    one(THOUSAND, budgets('monthly: 100, unpriced_share: 33%')),
    one(THOUSAND, budgets('monthly: 100, unpriced_share: 33%'), UNPRICED),
  ],
  'the head allows itself a larger `unpriced_share`, and needs it': [
    one(THOUSAND, LIMIT),
    one(THOUSAND, budgets('monthly: 100, unpriced_share: 100%'), UNPRICED),
  ],
  'no limit is set, and the change brings something without a price': [
    one(THOUSAND, ''),
    one(THOUSAND, '', UNPRICED),
  ],
  'something had no price at base either': same(one(THOUSAND, LIMIT, UNPRICED)),
  'a limit per 1,000 requests, on what costs something and has no requests': [
    costs('10', budgets('per_1k_requests: 5')),
    costs('11', budgets('per_1k_requests: 5')),
  ],
  'infrastructure code that the base could read cannot be read any more, and charges of it are gone': [
    { ...costs('10', budgets('monthly: 1000')), 'infra/main.tf': TERRAFORM },
    {
      ...costs('10', budgets('monthly: 1000')),
      'infra/main.tf': 'module "m" {\n  source = "git::https://example.com/m.git"\n}\n',
    },
  ],
  'the manifest gives infrastructure code other variables, and charges of it are gone': [
    withRoot('', COUNTED),
    withRoot(', variables: { on: false }', COUNTED),
  ],
  'the manifest gives infrastructure code other variables, and no charge is gone': [
    withRoot('', COUNTED),
    withRoot(', variables: { on: true, name: kb }', COUNTED),
  ],
  'the manifest names infrastructure code no more, which is still there, and charges of it are gone': [
    withRoot('', COUNTED),
    { ...withRoot('', COUNTED), ...costs('10', 'budgets: { monthly: 1000 }\niac: []\n') },
  ],
  'infrastructure code is deleted, with its charges': [
    withRoot('', COUNTED),
    costs('10', 'budgets: { monthly: 1000 }\niac: []\n'),
  ],
  'the code says no more how many of a resource there are, and the manifest says fewer than it did': [
    withRoot('', COUNTED),
    withRoot('', COUNTED.replace('default = true', ''), 'instances: 0'),
  ],
  'usage of a resource that is still there is not stated any more': [
    withUsage('{ ingested: 400 GB per month, stored: 12 GB }'),
    withUsage(''),
  ],
  'a part of such usage is not stated any more': [
    withUsage('{ ingested: 400 GB per month, stored: 12 GB }'),
    withUsage('{ stored: 12 GB }'),
  ],
  'the resource is removed with its usage': [
    withUsage('{ ingested: 400 GB per month, stored: 12 GB }'),
    costs('10', budgets('monthly: 1000, increase: 5')),
  ],
  'the limits of the base cannot be read': [costs('10', budgets('monthly: about 100')), costs('10', '')],
  'the base has other errors, and a limit on the increase is set': [
    one('about 5', budgets('increase: 100')),
    one(THOUSAND, budgets('increase: 100')),
  ],
  'the base has other errors, and only the month is limited': [one('about 5', LIMIT), one(THOUSAND, LIMIT)],
  'above a limit, and not decidable as well': [
    one(THOUSAND, budgets('monthly: 20')),
    one('2000 per day', '', UNPRICED),
  ],
  'not decidable, and told to warn': [
    one(THOUSAND, LIMIT),
    one(THOUSAND, LIMIT, UNPRICED),
    { onUnpriced: 'warn' },
  ],
};

/** Rows of the table below a heading. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/verdict.md'), 'utf8');
  const [, section = ''] = page.split(`## ${heading}\n`);
  const [body = ''] = section.split('\n## ');
  return body
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| situation'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('every situation', () => {
  const rows = rowsOf('Every situation');

  test('of the page is tested, and every test stands on the page', () => {
    expect(Object.keys(SITUATIONS)).toEqual(rows.map(([situation]) => situation));
  });

  test.each(rows)('%s: %s, %s', async (situation, status, build = '') => {
    const [base, head, options] = SITUATIONS[situation ?? ''] ?? [{}, {}];
    const { verdict } = await compare(treeOf(base), treeOf(head), options);
    expect({ status: verdict.status, build: verdict.fails ? 'red' : 'green' }).toEqual({
      status,
      build: build.replace(' *', ''),
    });
    // What a star says: the same with a warning only.
    if (!build.endsWith('*')) return;
    const warned = await compare(treeOf(base), treeOf(head), { ...options, onUnpriced: 'warn' });
    expect({ status: warned.verdict.status, fails: warned.verdict.fails }).toEqual({ status, fails: false });
  });
});
