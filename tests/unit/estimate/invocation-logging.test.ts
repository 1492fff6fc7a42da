import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapLogGroup } from '../../../src/estimate/features/invocation-logging/targets.ts';
import {
  arithmetic,
  bookOf,
  costOf,
  type Estimated,
  estimated,
  lines,
  problems,
  total,
} from './estimating.ts';

const PRICES = bookOf([
  { subject: 'cloudwatch-logs', dimension: 'ingestion', usd: '0.5' },
  { subject: 'cloudwatch-logs', dimension: 'ingestion-infrequent-access', usd: '0.25' },
  { subject: 'cloudwatch-logs', dimension: 'storage', usd: '0.03' },
  { subject: 'cloudwatch-logs', dimension: 'insights', usd: '0.005' },
  { subject: 's3', dimension: 'storage', usd: '0.023' },
  { subject: 's3', dimension: 'put', usd: '0.005', per: 1000 },
]);

/** 524,288 requests a month: records of 2,048 bytes beside the texts are then one GB. */
const REQUESTS = 'requests: 524288 per month';
const MODEL = 'model: global.anthropic.claude-haiku-4-5-20251001-v1:0';
/** 384 and 128 tokens: 2,048 bytes of text, so that a record has 4,096 bytes and the records have 2 GB. */
const TOKENS = ['input_tokens: 384', 'output_tokens: 128'];

const workload = (...keys: readonly string[]) =>
  ['workloads:', '  chat:', ...keys.map((key) => `    ${key}`), ''].join('\n');
const CHAT = workload(REQUESTS, MODEL, ...TOKENS);

const group = (...keys: readonly string[]) =>
  `resource "aws_cloudwatch_log_group" "prompts" {\n  name = "/prompts"\n  ${keys.join('\n  ')}\n}\n`;

const logging = (inner: string, name = 'this', outer = '') =>
  `resource "aws_bedrock_model_invocation_logging_configuration" "${name}" {\n  ${outer}\n  logging_config {\n${inner}\n  }\n}\n`;
const TO_GROUP =
  'cloudwatch_config {\n log_group_name = aws_cloudwatch_log_group.prompts.name\n role_arn = "r"\n}';
const TO_BUCKET = 's3_config {\n bucket_name = aws_s3_bucket.logs.id\n}';
const LARGE =
  'cloudwatch_config {\n log_group_name = aws_cloudwatch_log_group.prompts.name\n role_arn = "r"\n large_data_delivery_s3_config {\n bucket_name = aws_s3_bucket.logs.id\n }\n}';
const BUCKET = 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n';
const expiring = (days: number, more = '') =>
  `resource "aws_s3_bucket_lifecycle_configuration" "logs" {\n  bucket = aws_s3_bucket.logs.id\n  rule {\n    id = "drop"\n    status = "Enabled"\n    ${more}\n    expiration {\n      days = ${days}\n    }\n  }\n}\n`;

/** The charges for logs alone. */
async function logs(manifest: string, terraform: string): Promise<Estimated> {
  const made = await estimated(manifest, { files: { 'main.tf': terraform }, prices: PRICES });
  return { ...made, charges: made.charges.filter(({ feature }) => feature === 'invocation-logging') };
}

const detailed = ({ charges }: Estimated) =>
  charges.map((charge) => `${charge.component}: ${arithmetic(charge)} = ${costOf(charge)}`);

describe('logs in CloudWatch Logs, from the model calls', () => {
  test('records of 2 KB and 4 bytes a token; stored as long as they are kept, compressed', async () => {
    const made = await logs(CHAT, group('retention_in_days = 60') + logging(TO_GROUP));
    expect(problems(made)).toEqual([]);
    expect(detailed(made)).toEqual([
      // 2 GB at 0.50; 2 GB for two months at 15%, at 0.03.
      'log ingestion: 524288 requests × 0.000003814697 GB per record = 1',
      'log storage: 524288 requests × 0.000003814697 GB per record × 2 months kept × 0.15 share left by compression = 0.018',
    ]);
    const [ingestion, storage] = made.charges;
    expect(ingestion?.owner).toEqual({ kind: 'workload', name: 'chat' });
    expect(ingestion?.factors.map(({ name, origin }) => `${name} ${origin}`)).toEqual([
      'requests declared',
      'calls per request declared',
      'GB per record assumed',
    ]);
    expect(ingestion?.notes).toEqual([
      'model invocation logs; assumed: a record has 2 KB and 4 bytes for each token',
    ]);
    expect(storage?.factors.slice(-2).map(({ origin }) => origin)).toEqual(['iac', 'assumed']);
    expect(storage?.notes).toEqual(['kept for 60 days and stored compressed']);
  });

  test.each([
    ['calls of a request', workload(REQUESTS, MODEL, ...TOKENS, 'calls_per_request: 5..10'), '5 7.5 10'],
    ['retries', workload(REQUESTS, MODEL, ...TOKENS, 'retries: 2%'), '1.02'],
    [
      'a range of tokens',
      workload(REQUESTS, MODEL, 'input_tokens: 128..640', 'output_tokens: 128'),
      '0.75 1 1.25',
    ],
    ['requests of a day', workload('requests: 262144 per day', MODEL, ...TOKENS), '15'],
  ])('%s', async (_, manifest, expected) => {
    const made = await logs(manifest, group('retention_in_days = 30') + logging(TO_GROUP));
    expect(lines(made)[0]).toBe(`log ingestion: ${expected}`);
  });

  test('each named call is a line; batch jobs are not logged', async () => {
    const manifest = workload(
      REQUESTS,
      MODEL,
      'calls:',
      `  short: { input_tokens: 384, output_tokens: 128 }`,
      `  nightly: { input_tokens: 384, output_tokens: 128, tier: batch }`,
      `  long: { input_tokens: 896, output_tokens: 640, per_request: 0.5 }`,
    );
    const made = await logs(manifest, group('retention_in_days = 30') + logging(TO_GROUP));
    expect(lines(made)).toEqual([
      'short log ingestion: 1',
      'long log ingestion: 1',
      'short log storage: 0.009',
      'long log storage: 0.009',
    ]);
  });

  test.each([
    ['infrequent access', 'log_group_class = "INFREQUENT_ACCESS"', '0.5'],
    ['standard', 'log_group_class = "STANDARD"', '1'],
    [
      'delivery',
      'log_group_class = "DELIVERY"',
      'not priced: the price book has no price for the log class DELIVERY',
    ],
  ])('log class %s', async (_, line, expected) => {
    const made = await logs(CHAT, group('retention_in_days = 30', line) + logging(TO_GROUP));
    expect(lines(made)[0]).toBe(`log ingestion: ${expected}`);
  });

  test('a group that keeps its logs for ever has no steady size', async () => {
    const why = 'aws_cloudwatch_log_group.prompts never drops its logs, so they grow without end';
    const expected = ['log ingestion: 1', `log storage: not priced: ${why} | retention_in_days = 30`];
    expect(lines(await logs(CHAT, group() + logging(TO_GROUP)))).toEqual(expected);
    expect(lines(await logs(CHAT, group('retention_in_days = 0') + logging(TO_GROUP)))).toEqual(expected);
  });

  test('what is not known makes an unpriced charge with its reason', async () => {
    const open = 'variable "days" {}\nvariable "on" {}\nvariable "class" {}\n';
    const days = await logs(CHAT, open + group('retention_in_days = var.days') + logging(TO_GROUP));
    expect(lines(days)[1]).toMatch(/^log storage: not priced: how long .* is not known: var.days/);
    const flag = await logs(
      CHAT,
      `${open}${group()}${logging(`text_data_delivery_enabled = var.on\n${TO_GROUP}`)}`,
    );
    expect(lines(flag)[0]).toMatch(
      /^log ingestion: not priced: whether text data is delivered is not known: var.on/,
    );
    const kind = await logs(CHAT, open + group('log_group_class = var.class') + logging(TO_GROUP));
    expect(lines(kind)[0]).toMatch(/^log ingestion: not priced: its log class is not known: var.class/);
    const tokens = await logs(workload(REQUESTS, MODEL, 'output_tokens: 128'), group() + logging(TO_GROUP));
    expect(lines(tokens)[0]).toMatch(
      /^log ingestion: not priced: input_tokens of a model call is not stated/,
    );
    const requests = await logs(workload(MODEL, ...TOKENS), group() + logging(TO_GROUP));
    expect(lines(requests)[0]).toMatch(
      /^log ingestion: not priced: how many requests chat gets is not stated/,
    );
  });

  test('nothing where nothing is delivered', async () => {
    const kinds = ['text', 'embedding', 'image', 'video'].map(
      (kind) => `${kind}_data_delivery_enabled = false`,
    );
    expect(lines(await logs(CHAT, group() + logging([...kinds, TO_GROUP].join('\n'))))).toEqual([]);
    expect(lines(await logs(CHAT, group() + logging([kinds[0], TO_GROUP].join('\n'))))).toEqual([]);
    const others = kinds.slice(1).join('\n');
    expect(lines(await logs(CHAT, group() + logging(`${others}\n${TO_GROUP}`)))[0]).toBe('log ingestion: 1');
  });

  test('vectors have no size that is known', async () => {
    const manifest = workload(REQUESTS, 'model: amazon.titan-embed-text-v2:0', 'input_tokens: 384');
    const made = await logs(manifest, group('retention_in_days = 30') + logging(TO_GROUP));
    expect(lines(made)[0]).toBe(
      'log ingestion: not priced: how many bytes a vector has in a log record is not known | resources: { aws_cloudwatch_log_group.prompts: { ingested: 40 GB per month, stored: 6 GB } }',
    );
    const off = logging(`embedding_data_delivery_enabled = false\n${TO_GROUP}`);
    expect(lines(await logs(manifest, group('retention_in_days = 30') + off))).toEqual([]);
  });

  test('without calls, an unpriced line that says what to write', async () => {
    const made = await logs('', group('retention_in_days = 30') + logging(TO_GROUP));
    const hint =
      'resources: { aws_cloudwatch_log_group.prompts: { ingested: 40 GB per month, stored: 6 GB } }';
    const why = 'no workload states model calls in us-east-1, so what is logged is not known';
    expect(lines(made)).toEqual([
      `log ingestion: not priced: ${why} | ${hint}`,
      `log storage: not priced: ${why} | ${hint}`,
    ]);
  });

  test('a month of other days counts the retention by them', async () => {
    const made = await logs(
      `month: { days: 28 }\n${CHAT}`,
      group('retention_in_days = 84') + logging(TO_GROUP),
    );
    expect(lines(made)).toEqual(['log ingestion: 1', 'log storage: 0.027']);
  });
});

describe('which configuration logs a workload', () => {
  const PROMPTS = group('retention_in_days = 30');

  test('that of its region, and no other', async () => {
    const elsewhere = workload(REQUESTS, MODEL, ...TOKENS, 'region: eu-central-1');
    const made = await logs(elsewhere, PROMPTS + logging(TO_GROUP));
    expect(lines(made)[0]).toMatch(/^log ingestion: not priced: no workload states model calls in us-east-1/);
    const there = await logs(elsewhere, PROMPTS + logging(TO_GROUP, 'this', 'region = "eu-central-1"'));
    expect(lines(there)[0]).toBe('log ingestion: 1');
  });

  const OTHER =
    'resource "aws_cloudwatch_log_group" "other" {\n name = "/other"\n retention_in_days = 30\n}\n';
  const BOTH =
    PROMPTS + OTHER + logging(TO_GROUP, 'one') + logging(TO_GROUP.replace('.prompts.', '.other.'), 'other');

  test('of several in one region nobody knows', async () => {
    const made = await logs(CHAT, BOTH);
    expect(lines(made)[0]).toBe(
      'log ingestion: not priced: 2 configurations log this region, and chat does not say which of them logs its calls | uses: [aws_bedrock_model_invocation_logging_configuration.one]  # in the workload',
    );
    expect(made.charges.every(({ cost }) => cost.kind === 'unpriced')).toBe(true);
  });

  test('the one that it uses', async () => {
    const named = `${CHAT}    uses: [aws_bedrock_model_invocation_logging_configuration.other]\n`;
    const made = await logs(named, BOTH);
    expect(lines(made).filter((line) => !line.includes('not priced'))).toEqual([
      'log ingestion: 1',
      'log storage: 0.009',
    ]);
    expect(new Set(made.charges.map(({ id }) => id)).size).toBe(made.charges.length);
  });
});

test('more requests and more tokens never cost less, and ranges stay in order', async () => {
  const terraform =
    group('retention_in_days = 90') + BUCKET + expiring(30) + logging(`${LARGE}\n${TO_BUCKET}`);
  const cost = async (requests: number, low: number, high: number) => {
    const tokens = `input_tokens: ${low}..${high}`;
    const keys = [`requests: ${requests} per month`, MODEL, tokens, 'output_tokens: 10..20'];
    return total(await logs(workload(...keys), terraform));
  };
  // Up to the length of text that is logged elsewhere, where the price of a byte changes.
  const tokens = fc.nat(12_000);
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), fc.nat(1000), tokens, tokens, async (requests, more, low, wide) => {
      const less = await cost(requests, low, low + wide);
      expect(less.low.lte(less.expected) && less.expected.lte(less.high)).toBe(true);
      expect((await cost(requests + more, low, low + wide)).expected.gte(less.expected)).toBe(true);
      expect((await cost(requests, low, low + wide + more)).expected.gte(less.expected)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

describe('what the manifest states', () => {
  const stated = (usage: string) => `${CHAT}resources:\n  aws_cloudwatch_log_group.prompts: { ${usage} }\n`;
  const TERRAFORM = group('retention_in_days = 60') + logging(TO_GROUP);

  test.each([
    ['all', 'ingested: 22 GB per month, stored: 22 GB', ['log ingestion: 11', 'log storage: 0.66']],
    // 22 GB for two months at 15%.
    ['what comes in', 'ingested: 22 GB per month', ['log ingestion: 11', 'log storage: 0.198']],
    ['what is kept', 'stored: 22 GB', ['log ingestion: 1', 'log storage: 0.66']],
    [
      'queries beside the rest',
      'scanned: 100 GB per month',
      ['log ingestion: 1', 'log storage: 0.018', 'log queries: 0.5'],
    ],
  ])('%s', async (_, usage, expected) => {
    expect(lines(await logs(stated(usage), TERRAFORM))).toEqual(expected);
  });

  test('a group of something else is priced by it, and otherwise left alone', async () => {
    const other =
      'resource "aws_cloudwatch_log_group" "web" {\n  name = "/web"\n  retention_in_days = 30\n}\n';
    expect(lines(await logs(CHAT, other))).toEqual([]);
    const manifest = `${CHAT}resources:\n  aws_cloudwatch_log_group.web: { ingested: 40 GB per month }\n`;
    // The article: $0.50 for each GB that comes in.
    expect(lines(await logs(manifest, other))).toEqual(['log ingestion: 20', 'log storage: 0.18']);
  });

  test('what an extra charge covers is not priced', async () => {
    const covered = `${CHAT}extra_charges:\n  - { name: Logs, monthly: 10, layer: operations }\nresources:\n  aws_cloudwatch_log_group.prompts: { priced_by: Logs }\n`;
    expect(lines(await logs(covered, TERRAFORM))).toEqual([]);
  });
});

describe('logs in Amazon S3', () => {
  test('records alone: storage as long as the bucket keeps them', async () => {
    const made = await logs(CHAT, BUCKET + expiring(90, 'filter {}') + logging(TO_BUCKET));
    // 2 GB for three months at 15%, at 0.023.
    expect(lines(made)).toEqual(['log files in S3: 0.0207']);
  });

  test('both places are paid for', async () => {
    const terraform =
      group('retention_in_days = 30') + BUCKET + expiring(30) + logging(`${TO_GROUP}\n${TO_BUCKET}`);
    expect(lines(await logs(CHAT, terraform))).toEqual([
      'log ingestion: 1',
      'log storage: 0.009',
      'log files in S3: 0.0069',
    ]);
  });

  test('a text over 100 KB goes to S3 as an object of its own', async () => {
    // 25,600 tokens are 102,400 bytes, 26,214.4 are 104,857.6: a tenth of a MB.
    const at = (tokens: string) =>
      workload('requests: 10240 per month', MODEL, `input_tokens: ${tokens}`, 'output_tokens: 512');
    const terraform = group('retention_in_days = 30') + BUCKET + expiring(60) + logging(LARGE);
    const below = await logs(at('25600'), terraform);
    expect(lines(below).map((line) => line.split(':')[0])).toEqual(['log ingestion', 'log storage']);
    const above = await logs(at('26214.4'), terraform);
    expect(detailed(above)).toEqual([
      // 4,096 bytes of 10,240 records; then 1 GB of texts for two months at 15%, and 10,240 objects.
      'log ingestion: 10240 requests × 0.000003814697 GB per record = 0.01953125',
      'log storage: 10240 requests × 0.000003814697 GB per record × 0.15 share left by compression = 0.00017578125',
      'large log texts in S3: 10240 requests × 0.00009765625 GB per call in large texts × 2 months kept × 0.15 share left by compression = 0.0069',
      'large log texts in S3, written: 10240 requests = 0.0512',
    ]);
    const dropped = await logs(at('26214.4'), group('retention_in_days = 30') + logging(TO_GROUP));
    expect(lines(dropped).map((line) => line.split(':')[0])).toEqual(['log ingestion', 'log storage']);
    expect(dropped.charges[0]?.notes.at(-1)).toMatch(/over 100 KB are left out/);
  });

  test('what has no end has no price', async () => {
    const grows = 'aws_s3_bucket.logs never drops its files, so they grow without end';
    for (const rules of ['', expiring(30, 'filter {\n prefix = "other/"\n }')]) {
      const [line] = lines(await logs(CHAT, BUCKET + rules + logging(TO_BUCKET)));
      expect(line).toContain(`log files in S3: not priced: ${grows}`);
    }
    const literal = 's3_config {\n bucket_name = "of-another-tree"\n}';
    expect(lines(await logs(CHAT, logging(literal)))).toEqual([
      'log files in S3: not priced: its bucket is not declared here, so how long it keeps files is not known | resources: { aws_bedrock_model_invocation_logging_configuration.this: { s3_stored: 40 GB } }',
    ]);
  });

  test('a bucket whose use is stated is priced as a bucket, once', async () => {
    const manifest = `${CHAT}resources:\n  aws_s3_bucket.logs: { stored: 100 GB }\n`;
    const made = await estimated(manifest, {
      files: { 'main.tf': BUCKET + logging(TO_BUCKET) },
      prices: PRICES,
    });
    const operations = made.charges.filter(({ layer }) => layer === 'operations');
    expect(operations.map(({ feature, component }) => `${feature}: ${component}`)).toEqual([
      's3-storage: object storage',
    ]);
    const stated = `${CHAT}resources:\n  aws_bedrock_model_invocation_logging_configuration.this: { s3_stored: 100 GB }\n`;
    expect(lines(await logs(stated, BUCKET + logging(TO_BUCKET)))).toEqual(['log files in S3: 2.3']);
  });

  test.each([
    ['aws_s3_bucket.logs: { stored: 100 GB }', 's3_stored: 40 GB', TO_BUCKET, []],
    [
      'aws_cloudwatch_log_group.prompts: { ingested: 22 GB per month }',
      'ingested: 5 GB per month',
      TO_GROUP,
      ['log ingestion: 11', 'log storage: 0.099'],
    ],
    [
      'aws_cloudwatch_log_group.prompts: { stored: 10 GB }',
      'stored: 5 GB',
      TO_GROUP,
      ['log ingestion: 1', 'log storage: 0.3'],
    ],
  ])('%s beside the same of the configuration', async (whole, own, target, expected) => {
    const configuration = `aws_bedrock_model_invocation_logging_configuration.this: { ${own} }`;
    const manifest = `${CHAT}resources:\n  ${whole}\n  ${configuration}\n`;
    const made = await logs(manifest, group('retention_in_days = 30') + BUCKET + logging(target));
    expect(lines(made)).toEqual(expected);
    const key = own.split(':')[0];
    expect(problems(made)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^charge-counted-once: .* so ${key} of \\S+ is not counted again\\. \\| remove ${key} of \\S+ under resources$`,
        ),
      ),
    ]);
  });
});

test('a log group of a template has its name and class by the names of CloudFormation', () => {
  const text = (value: string) => ({ kind: 'text', value }) as const;
  const mapped = mapLogGroup({
    address: 'Logs',
    vocabulary: 'cloudformation',
    type: 'AWS::Logs::LogGroup',
    attributes: {
      kind: 'map',
      entries: new Map([
        ['LogGroupName', text('/web')],
        ['LogGroupClass', text('INFREQUENT_ACCESS')],
      ]),
    },
    at: { file: 'template.yaml' },
  });
  expect(mapped.facts).toEqual({ kind: 'log-group', name: text('/web'), logClass: 'INFREQUENT_ACCESS' });
});
