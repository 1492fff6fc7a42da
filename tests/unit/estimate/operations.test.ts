/** What other services of AWS bill beside Amazon Bedrock: at the prices of the book for us-east-1. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindProject } from '../../../src/bind/project.ts';
import { estimateProject } from '../../../src/estimate/estimate.ts';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { decimal } from '../../../src/model/decimal.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { unknown, type Value } from '../../../src/model/value.ts';
import { loadPriceBook } from '../../../src/prices/book.ts';
import { loadModelCatalogue } from '../../../src/prices/catalogue.ts';
import {
  arithmetic,
  bookOf,
  costOf,
  type Estimated,
  estimated,
  lines,
  numbers,
  problems,
  total,
} from './estimating.ts';

/** The charges of one feature alone. */
async function only(feature: string, manifest: string, terraform = '', prices?: ReturnType<typeof bookOf>) {
  const files = { 'main.tf': terraform };
  const made = await estimated(manifest, prices === undefined ? { files } : { files, prices });
  return { ...made, charges: made.charges.filter((charge) => charge.feature === feature) };
}

const detailed = ({ charges }: Estimated) =>
  charges.map((charge) => `${charge.kind} ${charge.component}: ${arithmetic(charge)} = ${costOf(charge)}`);

const usage = (address: string, keys: string) => `resources:\n  '${address}': { ${keys} }\n`;

describe('vended logs', () => {
  const GROUP =
    'resource "aws_cloudwatch_log_group" "base" {\n  name = "/base"\n  retention_in_days = 30\n}\n';
  const BASE = 'resource "aws_bedrockagent_knowledge_base" "base" {\n  name = "base"\n}\n';
  const source = (arn: string) =>
    `resource "aws_cloudwatch_log_delivery_source" "base" {\n  name = "base"\n  log_type = "APPLICATION_LOGS"\n  resource_arn = ${arn}\n}\n`;
  const to = (target: string, more = '') =>
    `resource "aws_cloudwatch_log_delivery_destination" "base" {\n  name = "base"\n  ${more}\n  delivery_destination_configuration {\n    destination_resource_arn = ${target}\n  }\n}\nresource "aws_cloudwatch_log_delivery" "base" {\n  delivery_source_name = aws_cloudwatch_log_delivery_source.base.name\n  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.base.arn\n}\n`;
  const SOURCE = source('aws_bedrockagent_knowledge_base.base.arn');
  const TO_GROUP = to('aws_cloudwatch_log_group.base.arn');
  const delivered = (amount: string) =>
    usage('aws_cloudwatch_log_delivery_source.base', `delivered: ${amount} per month`);

  test.each([
    // 0.50 to 10 TB, 0.25 to 30, 0.10 to 50, 0.05 above; stored a month at 15% and 0.03.
    ['100 GB', ['vended logs: 50', 'log storage: 0.45']],
    ['10 TB', ['vended logs: 5120', 'log storage: 46.08']],
    ['30 TB', ['vended logs: 5120', 'vended logs over 10 TB: 5120', 'log storage: 138.24']],
    [
      '51 TB',
      [
        'vended logs: 5120',
        'vended logs over 10 TB: 5120',
        'vended logs over 30 TB: 2048',
        'vended logs over 50 TB: 51.2',
        'log storage: 235.008',
      ],
    ],
    ['0 GB', ['vended logs: 0', 'log storage: 0']],
  ])('%s', async (amount, expected) => {
    const made = await only('vended-logs', delivered(amount), BASE + GROUP + SOURCE + TO_GROUP);
    expect(problems(made)).toEqual([]);
    expect(lines(made)).toEqual(expected);
  });

  test('a source without usage is named with its price; one of something else is left alone', async () => {
    const made = await only('vended-logs', '', BASE + GROUP + SOURCE + TO_GROUP);
    expect(lines(made)).toEqual([
      'vended logs: not priced: how much is delivered is not stated | resources: { aws_cloudwatch_log_delivery_source.base: { delivered: 5 GB per month } }',
    ]);
    expect(made.charges[0]?.price?.usd.toFixed()).toBe('0.5');
    const other = source('"arn:aws:cloudfront::111122223333:distribution/E1"');
    expect(lines(await only('vended-logs', '', GROUP + other + TO_GROUP))).toEqual([]);
    const byArn = source('"arn:aws:bedrock-agentcore:us-east-1:111122223333:runtime/one"');
    expect(lines(await only('vended-logs', '', GROUP + byArn + TO_GROUP))).toHaveLength(1);
  });

  test.each([
    ['a bucket', to('"arn:aws:s3:::logs"'), /to a bucket: not priced: .*vended-to-s3/],
    ['a stream', to('"arn:aws:firehose:us-east-1:1:deliverystream/x"'), /to a stream: not priced: /],
    ['traces', to('null', 'delivery_destination_type = "XRAY"'), /vended logs to traces: not priced: /],
    ['nothing', '', /where its logs are delivered is not declared here/],
  ])('delivered to %s', async (_, destination, expected) => {
    const made = await only('vended-logs', delivered('5 GB'), BASE + SOURCE + destination);
    expect(lines(made)).toHaveLength(1);
    expect(lines(made)[0]).toMatch(expected);
  });

  test('a group of another tree, and one whose store is stated', async () => {
    const elsewhere = to('"arn:aws:logs:us-east-1:1:log-group:/base"');
    const made = await only('vended-logs', delivered('5 GB'), BASE + SOURCE + elsewhere);
    expect(lines(made)[1]).toMatch(/^log storage: not priced: its log group is not declared here/);
    const both = `${delivered('5 GB')}  aws_cloudwatch_log_group.base: { stored: 1 GB }\n`;
    const stated = await estimated(both, { files: { 'main.tf': BASE + GROUP + SOURCE + TO_GROUP } });
    const operations = stated.charges.filter(({ layer }) => layer === 'operations');
    expect([...lines({ charges: operations })].sort()).toEqual(['log storage: 0.03', 'vended logs: 2.5']);
  });

  test('what its group takes in, as stated, is all that comes in: the delivery is among it', async () => {
    const both = `${delivered('5 GB')}  aws_cloudwatch_log_group.base: { ingested: 40 GB per month }\n`;
    const made = await estimated(both, { files: { 'main.tf': BASE + GROUP + SOURCE + TO_GROUP } });
    const operations = made.charges.filter(({ layer }) => layer === 'operations');
    // 40 GB at 0.50, and 15% of them at 0.03.
    expect(lines({ charges: operations })).toEqual(['log ingestion: 20', 'log storage: 0.18']);
    expect(problems(made)).toEqual([
      'charge-counted-once: What aws_cloudwatch_log_group.base takes in is stated with all that is delivered to it, so what aws_cloudwatch_log_delivery_source.base states is not counted again. | remove delivered of aws_cloudwatch_log_delivery_source.base (bedrock-cost.yml:4), or ingested of aws_cloudwatch_log_group.base (bedrock-cost.yml:5) where it takes in nothing else',
    ]);
  });

  test.each([
    ['takes in', 'ingested: 40 GB per month', []],
    ['holds', 'stored: 1 GB', ['delivered']],
  ])('the store of a source beside what its group %s', async (does, keys, left) => {
    const own = 'aws_cloudwatch_log_delivery_source.base: { stored: 1 GB }';
    const made = await estimated(`resources:\n  ${own}\n  aws_cloudwatch_log_group.base: { ${keys} }\n`, {
      files: { 'main.tf': BASE + GROUP + SOURCE + TO_GROUP },
    });
    expect(problems(made)).toEqual([
      expect.stringContaining(
        `What aws_cloudwatch_log_group.base ${does} is stated with all that is delivered`,
      ),
    ]);
    const vended = made.charges.filter(({ feature }) => feature === 'vended-logs');
    expect(vended).toHaveLength(left.length);
    expect(lines({ charges: vended }).every((line) => line.includes('how much is delivered'))).toBe(true);
  });

  test('a second source of the region goes on in the steps where the first one ends', async () => {
    const second = (SOURCE + TO_GROUP)
      .replaceAll('.base.name', '.two.name')
      .replaceAll('destination.base.arn', 'destination.two.arn')
      .replaceAll('" "base" {', '" "two" {')
      .replaceAll('name = "base"', 'name = "two"');
    const both = `${delivered('8 TB')}  aws_cloudwatch_log_delivery_source.two: { delivered: 8 TB per month }\n`;
    const made = await only('vended-logs', both, BASE + GROUP + SOURCE + TO_GROUP + second);
    // 8 and 2 TB at 0.50 a GB, the last 6 at 0.25.
    expect(lines(made).filter((line) => line.startsWith('vended'))).toEqual([
      'vended logs: 4096',
      'vended logs: 1024',
      'vended logs over 10 TB: 1536',
    ]);
    expect(made.charges[2]?.notes).toContain('beside what other sources deliver in this region');
  });

  test('a group that an extra charge covers', async () => {
    const covered = `extra_charges: [{ name: logs, monthly: 5, layer: operations }]\n${delivered('5 GB')}  aws_cloudwatch_log_group.base: { priced_by: logs }\n`;
    expect(lines(await only('vended-logs', covered, BASE + GROUP + SOURCE + TO_GROUP))).toEqual([]);
  });
});

describe('object storage', () => {
  const bucket = (name: string) => `resource "aws_s3_bucket" "${name}" {\n  bucket = "acme-${name}"\n}\n`;
  const dataSource = (arn: string) =>
    `resource "aws_bedrockagent_data_source" "docs" {\n  name = "docs"\n  knowledge_base_id = "KB1"\n  data_source_configuration {\n    type = "S3"\n    s3_configuration {\n      bucket_arn = ${arn}\n    }\n  }\n}\n`;

  test('as stated of a bucket: storage, writes and reads', async () => {
    const manifest = usage('aws_s3_bucket.docs', 'stored: 10 GB, puts: 100k per month, gets: 1M per month');
    // The guide on lending documents: 10 GB at 0.023 are 0.23, which it prints as 0.24.
    expect(lines(await only('s3-storage', manifest, bucket('docs')))).toEqual([
      'object storage: 0.23',
      'write requests: 0.5',
      'read requests: 0.4',
    ]);
  });

  test('as stated of a workload, for the files of a batch job', async () => {
    // The article: about $5 for batch files, which are some 217 GB.
    const manifest = 'workloads:\n  batch:\n    s3: { stored: 200 GB..234 GB, puts: 1000 per day }\n';
    const made = await only('s3-storage', manifest);
    expect(lines(made)).toEqual(['object storage: 4.6 4.991 5.382', 'write requests: 0.15']);
    expect(made.charges[0]?.owner).toEqual({ kind: 'workload', name: 'batch' });
  });

  test.each([
    ['by reference', dataSource('aws_s3_bucket.docs.arn')],
    ['by a path below it', dataSource('"$' + '{aws_s3_bucket.docs.arn}/manuals"')],
    ['by its name', dataSource('"arn:aws:s3:::acme-docs"')],
    [
      'as training data',
      'resource "aws_bedrock_custom_model" "mine" {\n  training_data_config {\n    s3_uri = "s3://acme-docs/train.jsonl"\n  }\n}\n',
    ],
  ])('a bucket that Bedrock uses %s is named, any other is not', async (_, user) => {
    const made = await only('s3-storage', '', bucket('docs') + bucket('web') + user);
    expect(lines(made)).toEqual([
      'object storage: not priced: how much this bucket holds is not stated | resources: { aws_s3_bucket.docs: { stored: 10 GB, puts: 100k per month, gets: 1M per month } }',
    ]);
    expect(made.charges[0]?.price?.usd.toFixed()).toBe('0.023');
  });

  test('the objects of a workload cover the buckets that it uses', async () => {
    const base =
      'resource "aws_bedrockagent_knowledge_base" "docs" {\n  name = "docs"\n}\n' +
      dataSource('aws_s3_bucket.docs.arn').replace('"KB1"', 'aws_bedrockagent_knowledge_base.docs.id');
    const chat =
      'workloads:\n  chat:\n    knowledge_base: { address: aws_bedrockagent_knowledge_base.docs }\n';
    expect(lines(await only('s3-storage', chat, bucket('docs') + base))).toHaveLength(1);
    const covered = await only('s3-storage', `${chat}    s3: { stored: 10 GB }\n`, bucket('docs') + base);
    expect(lines(covered)).toEqual(['object storage: 0.23']);
  });

  describe('a bucket that a workload uses, and its entry under resources', () => {
    const BASE =
      'resource "aws_bedrockagent_knowledge_base" "docs" {\n  name = "docs"\n}\n' +
      dataSource('"arn:aws:s3:::acme-docs"').replace('"KB1"', 'aws_bedrockagent_knowledge_base.docs.id');
    const LOGGING =
      'resource "aws_bedrock_model_invocation_logging_configuration" "main" {\n  logging_config {\n    s3_config {\n      bucket_name = aws_s3_bucket.docs.id\n    }\n  }\n}\n';
    const keeps = (name: string, keys: string, used = 'aws_bedrockagent_knowledge_base.docs') =>
      `  ${name}:\n    uses: [${used}]\n    s3: { ${keys} }\n`;
    const entry = (keys: string) => `resources: { aws_s3_bucket.docs: { ${keys} } }\n`;

    test('count once, key by key', async () => {
      const manifest = `workloads:\n${keeps('chat', 'stored: 10 GB')}${entry('stored: 20 GB, gets: 1M per month')}`;
      const made = await only('s3-storage', manifest, bucket('docs') + BASE);
      expect(lines(made)).toEqual(['object storage: 0.46', 'read requests: 0.4']);
      expect(problems(made)).toEqual([
        'charge-counted-once: The stored of aws_s3_bucket.docs is stated as 10 GB by chat (bedrock-cost.yml:6) and as 20 GB by aws_s3_bucket.docs under resources (bedrock-cost.yml:7): it exists once, and the larger counts. | resources: { aws_s3_bucket.docs: { stored: 20 GB } }  # once, for everybody who uses it',
      ]);
    });

    test('two workloads that say the same of one bucket have its objects once, and requests each', async () => {
      const manifest = `workloads:\n${keeps('a', 'stored: 10 GB, gets: 1M per month')}${keeps('b', 'stored: 10 GB, gets: 1M per month')}`;
      const made = await only('s3-storage', manifest, bucket('docs') + BASE);
      expect(lines(made)).toEqual(['object storage: 0.23', 'read requests: 0.4', 'read requests: 0.4']);
      expect(problems(made)).toEqual([]);
    });

    test('logs in a bucket are not what the workload keeps there', async () => {
      const used = 'aws_bedrock_model_invocation_logging_configuration.main';
      const manifest = `workloads:\n${keeps('chat', 'stored: 10 GB', used)}${entry('stored: 20 GB')}`;
      const made = await only('s3-storage', manifest, bucket('docs') + LOGGING);
      expect(lines(made)).toEqual(['object storage: 0.23', 'object storage: 0.46']);
      expect(problems(made)).toEqual([]);
    });

    test('an extra charge covers what the workload states of it', async () => {
      const covered = `extra_charges: [{ name: files, monthly: 5, layer: operations }]\n${entry('priced_by: files')}`;
      const manifest = `workloads:\n${keeps('chat', 'stored: 10 GB')}${covered}`;
      expect(lines(await only('s3-storage', manifest, bucket('docs') + BASE))).toEqual([]);
    });
  });

  test('above 50 TB a note says that the real price is lower', async () => {
    const notes = async (stored: string) =>
      (await only('s3-storage', usage('aws_s3_bucket.docs', `stored: ${stored}`), bucket('docs'))).charges[0]
        ?.notes;
    expect(await notes('50 TB')).toEqual([]);
    expect(await notes('51 TB')).toEqual(['priced as the first 50 TB throughout: what is above costs less']);
  });
});

describe('data transfer', () => {
  const sending = (...sent: readonly string[]) =>
    `workloads:\n${sent.map((amount, index) => `  w${index}:\n    data_transfer: { internet_out: ${amount} }\n`).join('')}`;

  test.each([
    ['all free', ['60 GB per month'], '0'],
    ['exactly what is free', ['100 GB per month'], '0'],
    ['50 GB beyond', ['150 GB per month'], '4.5'],
    ['what is free is free once', ['100 GB per month', '50 GB per month'], '4.5'],
    ['by the day', ['10 GB per day'], '18'],
    ['a range around what is free', ['50 GB..150 GB per month'], '0 0 4.5'],
  ])('%s', async (_, sent, expected) => {
    const made = await only('data-transfer', sending(...sent));
    expect(problems(made)).toEqual([]);
    expect(lines(made)).toEqual([`data out to the internet: ${expected}`]);
  });

  test('one workload owns it, several share it, under one id', async () => {
    const [alone] = (await only('data-transfer', sending('150 GB per month'))).charges;
    const [shared] = (await only('data-transfer', sending('150 GB per month', '1 GB per month'))).charges;
    expect(alone?.owner).toEqual({ kind: 'workload', name: 'w0' });
    expect(shared?.owner).toEqual({ kind: 'shared', name: 'Data transfer out of us-east-1' });
    expect(alone?.id).toBe(shared?.id);
    expect(shared?.notes).toEqual([
      '151 GB sent, of which 100 GB are free: an account has 100 GB a month, counted once for all projects here',
    ]);
  });

  test('over several projects what is free goes to the first by directory', async () => {
    const project = (amount: string, month = '') =>
      `version: 1\nregion: us-east-1\n${month}${sending(amount)}`;
    const made = await estimated(sending('30 GB per month'), {
      files: {
        'chat/bedrock-cost.yml': project('2 GB per day', 'month: { days: 31 }\n'),
        'search/bedrock-cost.yml': project(
          '{ low: 20 GB per month, expected: 50 GB per month, high: 80 GB per month }',
        ),
      },
    });
    // 30 and 62 of 100 GB are free, then 8: of 20 to 80 GB at 0.09, 12 to 72 are billed.
    expect(lines(made)).toEqual([
      'data out to the internet: 0',
      'data out to the internet: 0',
      'data out to the internet: 1.08 3.78 6.48',
    ]);
  });

  test('over several regions what is free goes to the first by name', async () => {
    const manifest = `${sending('80 GB per month', '80 GB per month')}    region: eu-west-1\n`;
    const made = await only('data-transfer', manifest);
    // eu-west-1 has 80 free, us-east-1 the last 20.
    expect(lines(made)).toEqual(['data out to the internet: 0', 'data out to the internet: 5.4']);
    expect(made.charges.map(({ region }) => region)).toEqual(['eu-west-1', 'us-east-1']);
  });
});

describe('VPC endpoints', () => {
  const endpoint = (service: string, more = 'subnet_ids = ["a", "b"]', type = '"Interface"') =>
    `variable "x" {}\nresource "aws_vpc_endpoint" "e" {\n  service_name = ${service}\n  vpc_endpoint_type = ${type}\n  ${more}\n}\n`;
  const RUNTIME = '"com.amazonaws.us-east-1.bedrock-runtime"';
  const hours = async (terraform: string, manifest = '') =>
    lines(await only('vpc-endpoints', manifest, terraform))[0]?.replace('endpoint hours: ', '');

  test('each zone costs by the hour, used or not; data by the GB', async () => {
    const made = await only(
      'vpc-endpoints',
      usage('aws_vpc_endpoint.e', 'data: 100 GB per month'),
      endpoint(RUNTIME),
    );
    expect(detailed(made)).toEqual([
      'floor endpoint hours: 2 Availability Zones × 730 hours = 14.6',
      'usage endpoint data: 100 GB processed = 1',
    ]);
    expect(made.charges[0]?.notes).toEqual(['billed even when idle']);
  });

  test.each([
    ['"com.amazonaws.us-east-1.bedrock"', '14.6'],
    ['"com.amazonaws.us-east-1.bedrock-agent-runtime"', '14.6'],
    ['"com.amazonaws.us-east-1.bedrock-agentcore.gateway"', '14.6'],
    ['"com.amazonaws.us-east-1.bedrock-runtime-fips"', '14.6'],
    ['"com.amazonaws.us-east-1.s3vectors"', '14.6'],
    ['"com.amazonaws.$' + '{var.x}.bedrock-runtime"', '14.6'],
    ['"com.amazonaws.us-east-1.logs"', undefined],
    ['"com.amazonaws.us-east-1.notbedrock"', undefined],
    ['var.x', undefined],
  ])('the service %s', async (service, expected) => {
    expect(await hours(endpoint(service))).toBe(expected);
  });

  test('gateway endpoints are free, and those of other services are left alone unless stated', async () => {
    expect(await hours(endpoint('"com.amazonaws.us-east-1.s3"', '', '"Gateway"'))).toBeUndefined();
    expect(await hours(endpoint(RUNTIME, 'subnet_ids = ["a"]', 'var.x'))).toBe('7.3');
    const logs = endpoint('"com.amazonaws.us-east-1.logs"');
    expect(await hours(logs, usage('aws_vpc_endpoint.e', 'data: 1 GB per month'))).toBe('14.6');
  });

  test.each([
    ['the same subnet twice', 'subnet_ids = ["a", "a"]', '7.3'],
    [
      'subnets that are made here',
      'subnet_ids = [aws_subnet.a.id, aws_subnet.b.id, aws_subnet.c.id]',
      '21.9',
    ],
    [
      'subnets with addresses',
      'subnet_configuration {\n subnet_id = "a"\n }\n subnet_configuration {\n subnet_id = "b"\n }',
      '14.6',
    ],
  ])('%s', async (_, more, expected) => {
    expect(await hours(endpoint(RUNTIME, more))).toBe(expected);
  });

  test('subnets that are associated count, and a list that is not known is asked for', async () => {
    const added =
      'resource "aws_vpc_endpoint_subnet_association" "c" {\n  vpc_endpoint_id = aws_vpc_endpoint.e.id\n  subnet_id = "c"\n}\n';
    expect(await hours(endpoint(RUNTIME) + added)).toBe('21.9');
    expect(await hours(endpoint(RUNTIME, ''))).toMatch(/^not priced: its code names no subnet/);
    const open = endpoint(RUNTIME, 'subnet_ids = var.x');
    expect(await hours(open)).toBe(
      'not priced: in how many zones it stands is not known: var.x has no default | resources: { aws_vpc_endpoint.e: { availability_zones: 2 } }',
    );
    expect(await hours(open, usage('aws_vpc_endpoint.e', 'availability_zones: 3'))).toBe('21.9');
  });

  test('the endpoint of OpenSearch Serverless is a resource of its own', async () => {
    const serverless =
      'resource "aws_opensearchserverless_vpc_endpoint" "s" {\n  name = "s"\n  subnet_ids = ["a", "b"]\n}\n';
    expect(lines(await only('vpc-endpoints', '', serverless))).toEqual([
      'endpoint hours: 14.6',
      'endpoint data: not priced: how much goes through this endpoint is not stated | resources: { aws_opensearchserverless_vpc_endpoint.s: { data: 10 GB per month } }',
    ]);
  });
});

describe('NAT gateways', () => {
  const GATEWAY = 'resource "aws_nat_gateway" "main" {\n  subnet_id = "a"\n}\n';
  const STATED = usage('aws_nat_gateway.main', 'data: 100 GB per month');

  test('only where the manifest states usage', async () => {
    expect(lines(await only('nat-gateway', '', GATEWAY))).toEqual([]);
  });

  test('hours and data, at the price that the book has', async () => {
    const prices = bookOf([
      { subject: 'nat-gateway', dimension: 'gateway-hour', usd: '0.045' },
      { subject: 'nat-gateway', dimension: 'data', usd: '0.045' },
    ]);
    // The golden file of Infracost: 730 hours are 32.85, 100 GB are 4.50.
    expect(detailed(await only('nat-gateway', STATED, GATEWAY, prices))).toEqual([
      'floor gateway hours: 730 hours = 32.85',
      'usage gateway data: 100 GB processed = 4.5',
    ]);
  });

  test('without a price in the book, the line that states one', async () => {
    const made = await only('nat-gateway', STATED, GATEWAY, bookOf([]));
    expect(lines(made)[1]).toBe(
      'gateway data: not priced: no data of nat-gateway | prices: { exact: [{ subject: nat-gateway, dimension: data, usd: PRICE, per: 1, source: AWS pricing page }] }',
    );
  });
});

describe('encryption keys', () => {
  const key = (more = '') => `resource "aws_kms_key" "k" {\n  description = "k"\n  ${more}\n}\n`;
  const ALIAS =
    'resource "aws_kms_alias" "a" {\n  name = "alias/a"\n  target_key_id = aws_kms_key.k.key_id\n}\n';
  const guardrail = (arn: string) =>
    `resource "aws_bedrock_guardrail" "g" {\n  name = "g"\n  kms_key_arn = ${arn}\n}\n`;

  test.each([
    ['by reference', guardrail('aws_kms_key.k.arn'), 1],
    ['by an alias', ALIAS + guardrail('aws_kms_alias.a.arn'), 1],
    ['by the key of an alias', ALIAS + guardrail('aws_kms_alias.a.target_key_arn'), 1],
    [
      'in a security policy',
      'resource "aws_opensearchserverless_security_policy" "p" {\n  name = "p"\n  type = "encryption"\n  policy = jsonencode({ Rules = [], KmsARN = aws_kms_key.k.arn })\n}\n',
      1,
    ],
    ['not at all', guardrail('"arn:aws:kms:us-east-1:1:key/other"'), 0],
  ])('a key that Bedrock names %s', async (_, user, count) => {
    const made = await only('kms', '', key() + user);
    expect(detailed(made).filter((line) => line.startsWith('floor'))).toEqual(
      Array.from({ length: count }, () => 'floor key:  = 1'),
    );
    expect(made.charges).toHaveLength(count * 2);
  });

  test('requests as stated, else named with their price', async () => {
    const stated = await only('kms', usage('aws_kms_key.k', 'requests: 1M per month'), key());
    expect(lines(stated)).toEqual(['key: 1', 'key requests: 3']);
    const silent = await only('kms', '', key() + guardrail('aws_kms_key.k.arn'));
    expect(lines(silent)[1]).toBe(
      'key requests: not priced: how often this key is used is not stated | resources: { aws_kms_key.k: { requests: 100k per month } }',
    );
  });

  test('one key for many users is one key; what rotates says so', async () => {
    const users = guardrail('aws_kms_key.k.arn') + guardrail('aws_kms_key.k.arn').replace('"g"', '"h"');
    const made = await only('kms', '', key('enable_key_rotation = true') + users);
    expect(made.charges).toHaveLength(2);
    expect(made.charges[0]?.notes).toEqual([
      'billed even when idle',
      'each of its first two rotations adds as much again',
    ]);
  });

  test('requests of asymmetric keys have another price, which the book lacks', async () => {
    const manifest = usage('aws_kms_key.k', 'requests: 1M per month');
    const made = await only('kms', manifest, key('customer_master_key_spec = "RSA_2048"'));
    expect(lines(made)[0]).toBe('key: 1');
    expect(lines(made)[1]).toMatch(/^key requests: not priced: .*request-asymmetric/);
  });
});

describe('functions', () => {
  const fn = (more = '', name = 'orders') =>
    `variable "x" {}\nresource "aws_lambda_function" "f" {\n  function_name = "${name}"\n  role = "r"\n  ${more}\n}\n`;
  const group = (arn: string) =>
    `resource "aws_bedrockagent_agent_action_group" "g" {\n  action_group_name = "g"\n  agent_id = "A1"\n  action_group_executor {\n    lambda = ${arn}\n  }\n}\n`;
  const stated = (keys: string) => usage('aws_lambda_function.f', keys);

  test.each([
    // A million requests of 0.3 s: 37,500, 300,000 and 600,000 GB-seconds.
    ['x86, 128 MB where nothing is said', '', ['function requests: 0.2', 'function duration: 0.62500125']],
    [
      'ARM',
      'memory_size = 1024\n  architectures = ["arm64"]',
      ['function requests: 0.2', 'function duration: 4.00002'],
    ],
    ['2 GB', 'memory_size = 2048', ['function requests: 0.2', 'function duration: 10.00002']],
  ])('%s', async (_, more, expected) => {
    const made = await only('lambda', stated('requests: 1M per month, duration_ms: 300'), fn(more));
    expect(problems(made)).toEqual([]);
    expect(lines(made)).toEqual(expected);
  });

  test('the arithmetic is in milliseconds and MB', async () => {
    const [, duration] = (
      await only('lambda', stated('requests: 1M per month, duration_ms: 300'), fn('memory_size = 512'))
    ).charges;
    expect(duration?.factors.map(({ name, shownAs }) => shownAs?.name ?? name)).toEqual([
      'requests',
      'ms per request',
      'MB of memory',
    ]);
    expect(duration?.factors.map(({ value }) => numbers(value))).toEqual(['1000000', '0.3', '0.5']);
  });

  test.each([
    ['by reference', group('aws_lambda_function.f.arn'), 2],
    [
      'by an alias',
      `resource "aws_lambda_alias" "l" {\n  name = "live"\n  function_name = aws_lambda_function.f.function_name\n  function_version = "1"\n}\n${group('aws_lambda_alias.l.arn')}`,
      2,
    ],
    ['by its name in an ARN', group('"arn:aws:lambda:us-east-1:111122223333:function:orders:live"'), 2],
    ['not at all', group('"arn:aws:lambda:us-east-1:111122223333:function:other"'), 0],
    [
      'as a node of a flow',
      'resource "aws_bedrockagent_flow" "w" {\n  name = "w"\n  definition {\n    node {\n      name = "in"\n      type = "Input"\n    }\n    node {\n      name = "f"\n      type = "LambdaFunction"\n      configuration {\n        lambda_function {\n          lambda_arn = aws_lambda_function.f.arn\n        }\n      }\n    }\n  }\n}\n',
      2,
    ],
  ])('a function that Bedrock calls %s', async (_, caller, count) => {
    const made = await only('lambda', '', fn() + caller);
    expect(made.charges.map(({ cost }) => cost.kind)).toEqual(
      Array.from({ length: count }, () => 'unpriced'),
    );
  });

  test('what is not known is said', async () => {
    const [requests, duration] = lines(await only('lambda', stated('requests: 1M per month'), fn()));
    expect(requests).toBe('function requests: 0.2');
    expect(duration).toMatch(
      /^function duration: not priced: how long one call of it takes is not stated \| resources: /,
    );
    const usage = stated('requests: 1M per month, duration_ms: 300');
    const memory = lines(await only('lambda', usage, fn('memory_size = var.x')))[1];
    expect(memory).toBe(
      'function duration: not priced: how much memory it has is not known: var.x has no default | memory_size = 256',
    );
    const architecture = lines(await only('lambda', usage, fn('architectures = [var.x]')))[1];
    expect(architecture).toMatch(/^function duration: not priced: its architecture is not known: var.x/);
  });
});

describe('by the names of CloudFormation', () => {
  const toValue = (input: unknown): Value => {
    if (Array.isArray(input)) return { kind: 'list', items: input.map(toValue) };
    if (typeof input === 'number') return { kind: 'number', value: decimal(input) };
    if (typeof input === 'string') {
      const [, refersTo, attribute] = /^!GetAtt (\w+)\.(\w+)$/.exec(input) ?? [];
      if (refersTo === undefined || attribute === undefined) return { kind: 'text', value: input };
      return unknown('known after the deployment', { refersTo, attribute });
    }
    return {
      kind: 'map',
      entries: new Map(Object.entries(input ?? {}).map(([key, one]) => [key, toValue(one)])),
    };
  };
  const resource = (address: string, type: string, attributes: unknown): Resource => {
    const value = toValue(attributes);
    if (value.kind !== 'map') throw new Error('attributes are a map');
    return {
      address,
      vocabulary: 'cloudformation',
      type,
      attributes: value,
      region: 'us-east-1',
      at: { file: 't.yaml' },
    };
  };

  test('each is found by what names it', async () => {
    const resources = [
      resource('Key', 'AWS::KMS::Key', {}),
      resource('OtherKey', 'AWS::KMS::Key', {}),
      resource('Alias', 'AWS::KMS::Alias', { TargetKeyId: '!GetAtt Key.Arn' }),
      resource('Orders', 'AWS::Lambda::Function', { MemorySize: '512', Architectures: ['arm64'] }),
      resource('Website', 'AWS::Serverless::Function', {}),
      resource('Agent', 'AWS::Bedrock::Agent', {
        CustomerEncryptionKeyArn: '!GetAtt Alias.Arn',
        ActionGroups: [{}, { ActionGroupExecutor: { Lambda: '!GetAtt Orders.Arn' } }],
      }),
      resource('Docs', 'AWS::S3::Bucket', {}),
      resource('Assets', 'AWS::S3::Bucket', {}),
      resource('Source', 'AWS::Bedrock::DataSource', {
        KnowledgeBaseId: 'KB1',
        DataSourceConfiguration: { S3Configuration: { BucketArn: '!GetAtt Docs.Arn' } },
      }),
      resource('Endpoint', 'AWS::EC2::VPCEndpoint', {
        ServiceName: 'com.amazonaws.us-east-1.bedrock-runtime',
        VpcEndpointType: 'Interface',
        SubnetIds: ['a', 'b', 'c'],
      }),
      resource('Search', 'AWS::OpenSearchServerless::VpcEndpoint', { SubnetIds: ['a'] }),
      resource('Nat', 'AWS::EC2::NatGateway', {}),
      resource('Group', 'AWS::Logs::LogGroup', { RetentionInDays: '30' }),
      resource('Logs', 'AWS::Logs::DeliverySource', { Name: 'logs', ResourceArn: '!GetAtt Agent.AgentArn' }),
      resource('To', 'AWS::Logs::DeliveryDestination', { DestinationResourceArn: '!GetAtt Group.Arn' }),
      resource('Delivery', 'AWS::Logs::Delivery', {
        DeliverySourceName: 'logs',
        DeliveryDestinationArn: '!GetAtt To.Arn',
      }),
    ];
    const parts = { directory: '.', manifest: undefined, resources, roots: [], sources: new Map() };
    const project = bindProject(parts, FEATURES);
    const { charges } = estimateProject(project, FEATURES, await loadPriceBook(), await loadModelCatalogue());
    const found = charges
      .filter(({ layer }) => layer === 'operations')
      .map((charge) => `${charge.owner.name} ${charge.component}: ${costOf(charge).split(':')[0]}`);
    expect(found).toEqual([
      'Logs vended logs: not priced',
      'Docs object storage: not priced',
      'Endpoint endpoint hours: 21.9',
      'Endpoint endpoint data: not priced',
      'Search endpoint hours: 7.3',
      'Search endpoint data: not priced',
      'Key key: 1',
      'Key key requests: not priced',
      'Orders function requests: not priced',
      'Orders function duration: not priced',
    ]);
    const duration = charges.find(({ component }) => component === 'function duration');
    expect(duration?.factors.map(({ name, value }) => `${numbers(value)} ${name}`)).toEqual([
      '0.5 GB of memory',
    ]);
    expect(duration?.price?.source).toContain('ARM');
  });
});

describe('all of them', () => {
  const TERRAFORM = [
    'resource "aws_bedrock_guardrail" "g" {\n  name = "g"\n  kms_key_arn = aws_kms_key.k.arn\n}',
    'resource "aws_kms_key" "k" {\n}',
    'resource "aws_lambda_function" "f" {\n  function_name = "f"\n}',
    'resource "aws_s3_bucket" "b" {\n}',
    'resource "aws_vpc_endpoint" "e" {\n  service_name = "com.amazonaws.us-east-1.bedrock-runtime"\n  vpc_endpoint_type = "Interface"\n  subnet_ids = ["a", "b"]\n}',
    'resource "aws_cloudwatch_log_group" "l" {\n  name = "/l"\n  retention_in_days = 30\n}',
  ].join('\n');
  const manifest = (n: number) =>
    [
      'workloads:',
      `  w:\n    data_transfer: { internet_out: ${n} GB per month }\n    s3: { stored: ${n} GB, puts: ${n} per day, gets: ${n} per day }`,
      'resources:',
      `  aws_kms_key.k: { requests: ${n} per day }`,
      `  aws_lambda_function.f: { requests: ${n} per day, duration_ms: 100 }`,
      `  aws_s3_bucket.b: { stored: ${n} GB, puts: ${n} per day, gets: ${n} per day }`,
      `  aws_vpc_endpoint.e: { data: ${n} GB per month }`,
      `  aws_cloudwatch_log_group.l: { ingested: ${n} GB per month, scanned: ${n} GB per month }`,
      '',
    ].join('\n');
  const cost = async (n: number) =>
    total(await estimated(manifest(n), { files: { 'main.tf': TERRAFORM } })).expected;

  test('without usage only the floors are billed: a key, and an endpoint in two zones', async () => {
    expect((await cost(0)).toFixed()).toBe('15.6');
  });

  test('more usage never costs less', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(100_000), fc.nat(100_000), async (n, more) => {
        const [less, dearer] = [await cost(n), await cost(n + more)];
        expect(dearer.gte(less)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('no price is assumed for China', async () => {
    const made = await estimated(`region: cn-north-1\n${manifest(5)}`, { files: { 'main.tf': TERRAFORM } });
    const operations = made.charges.filter(({ layer }) => layer === 'operations');
    expect(operations.every(({ cost: { kind } }) => kind === 'unpriced')).toBe(true);
    expect(operations.length).toBeGreaterThan(10);
  });
});
