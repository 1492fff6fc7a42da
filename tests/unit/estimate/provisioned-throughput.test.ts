import { describe, expect, test } from 'vitest';
import { bookOf, estimated, lines, problems } from './estimating.ts';

const workload = (...keys: readonly string[]) =>
  ['workloads:', '  drafts:', ...keys.map((key) => `    ${key}`), ''].join('\n');

const NOVA = 'provisioned_throughput: { model: amazon.nova-lite-v1:0, model_units: 2, commitment: 1-month }';

describe('model units', () => {
  // The rows of the article's table, at its prices; a month of 744 hours is AWS's own there, 720 the article's.
  const prices = bookOf([
    { subject: 'meta.llama2-70b-chat', dimension: 'model-unit-hour-1-month', usd: '21.18' },
    { subject: 'amazon.titan-text-express', dimension: 'model-unit-hour-1-month', usd: '18.4' },
    { subject: 'amazon.titan-text-express', dimension: 'model-unit-hour-6-months', usd: '14.8' },
    { subject: 'cohere.command-text', dimension: 'model-unit-hour-1-month', usd: '39.6' },
  ]);

  test.each([
    ['meta.llama2-70b-chat-v1', 1, '1-month', 744, '15757.92'],
    ['amazon.titan-text-express-v1', 2, '1-month', 744, '27379.2'],
    ['cohere.command-text-v14', 1, '1-month', 744, '29462.4'],
    ['amazon.titan-text-express-v1', 1, '1-month', 720, '13248'],
    ['amazon.titan-text-express-v1', 1, '6-months', 720, '10656'],
    ['meta.llama2-70b-chat-v1', 1, '1-month', 730, '15461.4'],
  ])('%s: %s unit, %s, %s hours', async (model, units, commitment, hours, expected) => {
    const made = await estimated(
      `month: { hours: ${hours} }\n${workload(`provisioned_throughput: { model: "${model}", model_units: ${units}, commitment: ${commitment} }`)}`,
      { prices },
    );
    expect(lines(made)).toEqual([`model units: ${expected}`]);
    expect(made.charges[0]?.kind).toBe('floor');
  });
});

describe('break-even', () => {
  const note = async (...keys: readonly string[]) => {
    const { charges } = await estimated(workload(...keys));
    return charges.find(({ component }) => component === 'model units')?.notes.at(-1);
  };

  test('against the calls that it serves', async () => {
    // 80,300 dollars; 6M × (6,000 × 0.06 + 900 × 0.24) / 1M = 3,456 on demand.
    const calls = [
      'requests: 6M per month',
      'model: amazon.nova-lite-v1:0',
      'input_tokens: 6000',
      'output_tokens: 900',
    ];
    expect(await note(...calls, NOVA)).toBe(
      'the calls that it serves would cost $3,456.00 on demand; it pays off from 23 times as many on',
    );
    const { charges } = await estimated(workload(...calls, NOVA));
    expect(charges.map(({ component }) => component)).toEqual(['model units']);
  });

  test('many calls', async () => {
    const calls = [
      'requests: 300M per month',
      'model: amazon.nova-lite-v1:0',
      'input_tokens: 6000',
      'output_tokens: 900',
    ];
    expect(await note(...calls, NOVA)).toBe(
      'the calls that it serves would cost $172,800.00 on demand; it pays off down to 0.46 of them',
    );
  });

  test('without calls, the tokens that it would buy', async () => {
    // 80,300 / 0.06 and 80,300 / 0.24, in millions.
    const tokens =
      'the same sum on demand buys 1,338,333,333,333 input tokens, or 334,583,333,333 output tokens';
    expect(await note(NOVA)).toBe(tokens);
    expect(await note('model: amazon.nova-lite-v1:0', 'requests: 1 per day', NOVA)).toBe(tokens);
  });

  test('of a resource, by the calls that name it', async () => {
    const files = {
      'main.tf': [
        'resource "aws_bedrock_provisioned_model_throughput" "p" {',
        '  model_arn = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"',
        '  commitment_duration = "OneMonth"',
        '  model_units = 1',
        '}',
        'resource "aws_lambda_function" "f" {',
        '  environment {',
        '    variables = { MODEL_ID = aws_bedrock_provisioned_model_throughput.p.provisioned_model_arn }',
        '  }',
        '}',
        '',
      ].join('\n'),
    };
    const made = await estimated(
      workload(
        'requests: 10M per month',
        'model: { address: aws_lambda_function.f, env: MODEL_ID }',
        'input_tokens: 1000',
        'output_tokens: 0',
      ),
      { files },
    );
    const [units, ...others] = made.charges.filter(({ layer }) => layer === 'inference');
    expect(others).toEqual([]);
    expect(units?.notes).toEqual([
      'billed even when idle',
      'the calls that it serves would cost $600.00 on demand; it pays off from 67 times as many on',
    ]);
  });

  test('a model that is not sold on demand has none', async () => {
    const prices = bookOf([
      { subject: 'cohere.command-text', dimension: 'model-unit-hour-no-commitment', usd: '49.5' },
    ]);
    const made = await estimated(
      workload('provisioned_throughput: { model: "cohere.command-text-v14", model_units: 1 }'),
      { prices },
    );
    expect(made.charges.map(({ notes }) => notes)).toEqual([['billed even when idle']]);
    expect(lines(made)).toEqual(['model units: 36135']);
  });

  test('a commitment that is not sold is not priced', async () => {
    const made = await estimated(
      workload(
        'provisioned_throughput: { model: amazon.nova-lite-v1:0, model_units: 1, commitment: 6-months }',
      ),
    );
    expect(lines(made)[0]).toMatch(
      /^model units: not priced: the price book has no price for "model-unit-hour-6-months" of amazon.nova-lite/,
    );
  });
});

test('a custom model is billed on units of the model that it is made of', async () => {
  const files = {
    'main.tf': [
      'resource "aws_bedrock_custom_model" "c" {',
      '  base_model_identifier = "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"',
      '}',
      'resource "aws_bedrock_provisioned_model_throughput" "p" {',
      '  model_arn = aws_bedrock_custom_model.c.custom_model_arn',
      '  commitment_duration = "OneMonth"',
      '  model_units = 1',
      '}',
      '',
    ].join('\n'),
  };
  const made = await estimated('', { files });
  const units = made.charges.find(({ component }) => component === 'model units');
  expect([units?.item, units === undefined ? '' : lines({ charges: [units] })[0]]).toEqual([
    'Nova Lite, custom model, 1 month commitment',
    'model units: 40150',
  ]);
});

describe('units that stand in the code and in the manifest', () => {
  const units = (arn: string) =>
    `variable "arn" {}\nresource "aws_bedrock_provisioned_model_throughput" "p" {\n  model_arn = ${arn}\n  commitment_duration = "OneMonth"\n  model_units = 1\n}\n`;
  const LITE = '"arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0"';
  const USES = 'uses: [aws_bedrock_provisioned_model_throughput.p]';
  const floors = async (arn: string, ...keys: readonly string[]) => {
    const made = await estimated(workload(USES, ...keys), { files: { 'main.tf': units(arn) } });
    return { lines: lines(made), problems: problems(made), made };
  };

  test('are those of the code, once', async () => {
    const { lines: found, problems: said } = await floors(LITE, NOVA);
    expect(found).toEqual(['model units: 40150']);
    expect(said).toEqual([
      'charge-counted-once: provisioned_throughput of drafts is stated beside aws_bedrock_provisioned_model_throughput.p, which it uses; the units of the code are counted. | remove provisioned_throughput of drafts, or aws_bedrock_provisioned_model_throughput.p from what it uses where these are other units',
    ]);
  });

  test('are those of the manifest where the code does not say whose they are', async () => {
    const { lines: found, problems: said } = await floors('var.arn', NOVA);
    expect(found).toEqual(['model units: 80300']);
    expect(said).toEqual([]);
  });

  test('are two where they serve two models', async () => {
    const canvas =
      'provisioned_throughput: { model: amazon.nova-canvas-v1:0, model_units: 1, commitment: 1-month }';
    // 55 × 730 each.
    expect((await floors(LITE, canvas)).lines).toEqual(['model units: 40150', 'model units: 40150']);
  });
});
