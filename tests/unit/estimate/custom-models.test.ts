import { describe, expect, test } from 'vitest';
import { arithmetic, bookOf, estimated, lines, numbers, problems, total } from './estimating.ts';

const workload = (...keys: readonly string[]) =>
  ['workloads:', '  summaries:', ...keys.map((key) => `    ${key}`), ''].join('\n');

const TF = (...attributes: readonly string[]) =>
  ['resource "aws_bedrock_custom_model" "m" {', ...attributes.map((line) => `  ${line}`), '}', ''].join('\n');

const exact = (subject: string, dimension: string) =>
  `prices: { exact: [{ subject: ${subject}, dimension: ${dimension}, usd: PRICE, per: 1, source: AWS pricing page }] }`;

/** Training prices of the article, in dollars for 1,000 tokens; the book has none. */
const TRAINING = [
  { subject: 'amazon.titan-text-lite', usd: '0.001' },
  { subject: 'amazon.titan-text-express', usd: '0.008' },
  { subject: 'meta.llama2-13b-chat', usd: '0.00149' },
  { subject: 'meta.llama2-70b-chat', usd: '0.00799' },
  { subject: 'cohere.command-text', usd: '0.004' },
].map((price) => ({ ...price, dimension: 'training', per: 1000 }));

const prices = bookOf([
  ...TRAINING,
  { subject: 'model-customization', dimension: 'storage', usd: '1.95' },
  { subject: 'model-customization', dimension: 'reinforcement-training-hour', usd: 80 },
  { subject: 'amazon.nova-pro', dimension: 'input', usd: '0.8', per: 1_000_000 },
  { subject: 'amazon.nova-pro', dimension: 'output', usd: '3.2', per: 1_000_000 },
  { subject: 'amazon.nova-lite', dimension: 'training', usd: '0.002', per: 1000 },
  { subject: 'amazon.nova-lite', dimension: 'custom-model-input', usd: '0.06', per: 1_000_000 },
  { subject: 'amazon.nova-lite', dimension: 'custom-model-output', usd: '0.24', per: 1_000_000 },
]);

describe('training', () => {
  test.each(TRAINING.map(({ subject, usd }) => [subject, usd] as const))(
    '%s at %s for 1,000 tokens',
    async (subject, usd) => {
      const made = await estimated(
        workload(`custom_model: { base_model: ${subject}, training_tokens: 1M, epochs: 2 }`),
        { prices },
      );
      expect(lines(made)).toEqual(['model storage: 1.95', `training tokens: ${Number(usd) * 2000}`]);
    },
  );

  test('is paid once, storage by the month', async () => {
    const made = await estimated(
      workload(
        'custom_model: { base_model: amazon.titan-text-express-v1, training_tokens: 20M, epochs: 3, models: 2 }',
      ),
      { prices },
    );
    expect(made.charges.map(({ component, kind, period }) => [component, kind, period])).toEqual([
      ['model storage', 'floor', 'monthly'],
      ['training tokens', 'usage', 'one-time'],
    ]);
    expect([numbers(total(made)), numbers(total(made, 'one-time'))]).toEqual(['3.9', '480']);
  });

  test('by the hour for reinforcement', async () => {
    const made = await estimated(
      workload(
        'custom_model: { base_model: openai.gpt-oss-20b-1:0, method: reinforcement, training_hours: 5..10 }',
      ),
    );
    expect(lines(made)).toEqual(['model storage: 1.95', 'reinforcement training: 400 600 800']);
  });

  test('with a teacher for distillation', async () => {
    const made = await estimated(
      workload(
        'custom_model: { base_model: amazon.nova-lite-v1:0, method: distillation, training_tokens: 10M, epochs: 1, teacher: { model: amazon.nova-pro-v1:0, input_tokens: 10M, output_tokens: 5M } }',
      ),
      { prices },
    );
    expect(lines(made)).toEqual([
      'model storage: 1.95',
      'teacher input tokens: 8',
      'teacher output tokens: 16',
      'training tokens: 20',
    ]);
  });

  test('a price that the book lacks is not guessed, and can be stated', async () => {
    const keys = 'custom_model: { base_model: amazon.nova-lite-v1:0, training_tokens: 20M, epochs: 3 }';
    const why = 'the price book has no price for "training" of amazon.nova-lite';
    const made = await estimated(workload(keys));
    expect(lines(made)[0]).toBe('model storage: 1.95');
    expect(lines(made)[1]).toMatch(new RegExp(`^training tokens: not priced: ${why}`));
    expect(made.charges[1]?.cost).toMatchObject({ hint: exact('amazon.nova-lite', 'training') });
  });

  test.each([
    [
      'no tokens',
      'base_model: amazon.nova-lite-v1:0, epochs: 3',
      'how many training tokens it takes is not stated | custom_model: { training_tokens: 20M, epochs: 3 }',
    ],
    [
      'no epochs',
      'base_model: amazon.nova-lite-v1:0, training_tokens: 5M',
      'how many epochs the training has is not stated | epochs: 3',
    ],
    [
      'an unknown model',
      'base_model: amazon.nova-tiny, training_tokens: 5M, epochs: 1',
      'amazon.nova-tiny is not in the model catalogue',
    ],
  ])('%s', async (_, keys, why) => {
    expect(lines(await estimated(workload(`custom_model: { ${keys} }`), { prices }))[1]).toBe(
      `training tokens: not priced: ${why}`,
    );
  });
});

describe('in Terraform', () => {
  const BASE = 'base_model_identifier = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"';

  test('what it costs idle, and what would price its training', async () => {
    const files = { 'main.tf': TF(BASE, 'hyperparameters = { epochCount = "2" }') };
    const made = await estimated('', { files, prices });
    expect(lines(made)).toEqual([
      'model storage: 1.95',
      'training tokens: not priced: how many training tokens it takes is not stated | resources: { aws_bedrock_custom_model.m: { training_tokens: 20M, epochs: 3 } }',
    ]);
    const stated = await estimated('resources:\n  aws_bedrock_custom_model.m: { training_tokens: 10M }\n', {
      files,
      prices,
    });
    expect(problems(stated)).toEqual([]);
    expect(stated.charges.map(arithmetic)).toEqual(['', '10000000 training tokens × 2 epochs']);
    expect(lines(stated)).toEqual(['model storage: 1.95', 'training tokens: 40']);
  });

  test('a kind of training that is not known', async () => {
    const files = { 'main.tf': TF(BASE, 'customization_type = "MAGIC"') };
    expect(lines(await estimated('', { files, prices }))).toEqual([
      'model storage: 1.95',
      'training: not priced: how it is trained is not known: customization_type is MAGIC, which is not known',
    ]);
  });

  test('covered by an extra charge', async () => {
    const made = await estimated(
      'extra_charges: [{ name: Tuning, monthly: 5, layer: inference }]\nresources:\n  aws_bedrock_custom_model.m: { priced_by: Tuning }\n',
      { files: { 'main.tf': TF(BASE) }, prices },
    );
    expect(lines(made)).toEqual(['stated amount: 5']);
  });
});

test('calls on a custom model have prices of their own', async () => {
  const keys = [
    'requests: 1M per month',
    'model: arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0/abcdefghijkl',
    'input_tokens: 1000',
    'output_tokens: 100',
    'custom_model: { base_model: amazon.nova-lite-v1:0, training_tokens: 1M, epochs: 1 }',
  ];
  const priced = await estimated(workload(...keys), { prices });
  expect(lines(priced).slice(0, 2)).toEqual(['input tokens: 60', 'output tokens: 24']);
  expect(priced.charges[0]?.item).toBe('Nova Lite, custom model');
  const unpriced = await estimated(workload(...keys));
  expect(unpriced.charges[0]?.cost).toMatchObject({
    kind: 'unpriced',
    hint: exact('amazon.nova-lite', 'custom-model-input'),
  });
  expect(problems(unpriced)).toEqual([]);
});

describe('imported models', () => {
  const imported = (keys: string, region = 'us-east-1') =>
    estimated(`region: ${region}\n${workload(`custom_model_import: { ${keys} }`)}`);

  test.each([
    // 2 units × 30 × 24 × 60 minutes × 0.05718, and 2 × 1.95.
    [
      'always on',
      'custom_model_units: 2, active_minutes: 1440 per day',
      ['active copies: 4940.352', 'model storage: 3.9'],
    ],
    // 2 × 600 × 10 minutes: 7 minutes are two windows.
    [
      'bursts',
      'custom_model_units: 2, bursts: 20 per day, minutes_per_burst: 7',
      ['active copies: 686.16', 'model storage: 3.9'],
    ],
    [
      'several copies',
      'custom_model_units: 2, copies: 3, bursts: 100 per month, minutes_per_burst: 5',
      ['active copies: 171.54', 'model storage: 3.9'],
    ],
    [
      'the dearer version of the units',
      'custom_model_units: 1, version: v2, active_minutes: 1000 per month',
      ['active copies: 143.3', 'model storage: 1.95'],
    ],
  ])('%s', async (_, keys, expected) => {
    expect(lines(await imported(keys))).toEqual(expected);
  });

  test('another region has another price', async () => {
    expect(
      lines(await imported('custom_model_units: 1, active_minutes: 1000 per month', 'eu-central-1'))[0],
    ).toBe('active copies: 71.44');
  });

  test('what is not stated is not priced', async () => {
    const hint = 'custom_model_import: { custom_model_units: 2, bursts: 20 per day, minutes_per_burst: 10 }';
    expect(lines(await imported('copies: 2'))).toEqual([
      `active copies: not priced: how many custom model units a copy has is not stated | ${hint}`,
      `model storage: not priced: how many custom model units a copy has is not stated | ${hint}`,
    ]);
    expect(lines(await imported('custom_model_units: 2'))).toEqual([
      `active copies: not priced: how long the copies are active is not stated | ${hint}`,
      'model storage: 3.9',
    ]);
  });
});

describe('one model of two workloads', () => {
  const files = {
    'main.tf': TF(
      'base_model_identifier = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"',
    ),
  };
  const uses = (name: string, keys: string) =>
    `  ${name}:\n    uses: [aws_bedrock_custom_model.m]\n    custom_model: { base_model: amazon.nova-lite-v1:0${keys} }\n`;

  test('is kept and trained once', async () => {
    const training = ', training_tokens: 1M, epochs: 1';
    const made = await estimated(`workloads:\n${uses('a', training)}${uses('b', training)}`, {
      files,
      prices,
    });
    expect(lines(made)).toEqual(['model storage: 1.95', 'training tokens: 2']);
    expect(problems(made)).toEqual([
      'charge-counted-once: custom_model of b and that of a are of aws_bedrock_custom_model.m; its storage and training are counted for a. | custom_model: { base_model: amazon.nova-lite-v1:0 }  # in b, without the training',
    ]);
  });

  test('may be named by both, to price their calls', async () => {
    const made = await estimated(`workloads:\n${uses('a', '')}${uses('b', '')}`, { files, prices });
    expect(lines(made).filter((line) => line.startsWith('model storage'))).toEqual(['model storage: 1.95']);
    expect(problems(made)).toEqual([]);
  });

  test('costs nothing beside the extra charge that covers it', async () => {
    const covered = `extra_charges: [{ name: tuning, monthly: 5, layer: inference }]\nresources: { aws_bedrock_custom_model.m: { priced_by: tuning } }\n`;
    const made = await estimated(`workloads:\n${uses('a', '')}${covered}`, { files, prices });
    expect(lines(made)).toEqual(['stated amount: 5']);
  });
});

test.each([
  ['training_tokens: 1M, epochs: 1, training_hours: 5', ['training_hours'], 'fine tuning'],
  [
    'method: reinforcement, training_hours: 5, training_tokens: 1M, epochs: 2',
    ['training_tokens', 'epochs'],
    'reinforcement',
  ],
  [
    'method: fine-tuning, training_tokens: 1M, epochs: 1, teacher: { model: "amazon.nova-pro-v1:0", input_tokens: 1M, output_tokens: 1M }',
    ['teacher'],
    'fine tuning',
  ],
])('what another kind of training takes is named: %s', async (keys, strange, method) => {
  const made = await estimated(workload(`custom_model: { base_model: amazon.nova-lite-v1:0, ${keys} }`), {
    prices,
  });
  expect(made.diagnostics.map(({ message }) => message)).toEqual(
    strange.map((key) => `${key} counts nothing: the model is trained by ${method}.`),
  );
});
