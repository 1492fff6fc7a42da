import { describe, expect, test } from 'vitest';
import { arithmetic, estimated, lines, problems } from './estimating.ts';
import { estimatedTemplate } from './templates.ts';

const workload = (...keys: readonly string[]) =>
  ['workloads:', '  w:', '    requests: 1000 per month', ...keys.map((key) => `    ${key}`), ''].join('\n');

const guardrail = (keys: string) => workload(`guardrail: { ${keys} }`);

describe('text units', () => {
  test.each([
    // The pricing page: 200 and 1,500 characters are 1 and 2 units; 1,000 queries an hour with two filters cost 0.90.
    [
      'filters: [content, denied-topics], input_chars: 200, output_chars: 1500',
      ['content filter: 0.45', 'denied topics filter: 0.45'],
    ],
    ['filters: [content], input_chars: 1000, output_chars: 1001', ['content filter: 0.45']],
    ['filters: [sensitive-information], input_chars: 1', ['sensitive information filter: 0.1']],
    ['filters: [word, regex], input_chars: 1000', []],
    ['filters: [content, content], text_units_per_request: 2.5', ['content filter: 0.375']],
    // 6,000 characters of a source, 200 of the question and 1,500 of the answer are 6 + 1 + 2 units.
    [
      'filters: [contextual-grounding], grounding_source_chars: 6000, input_chars: 200, output_chars: 1500',
      ['contextual grounding filter: 0.9'],
    ],
    ['filters: [automated-reasoning], text_units_per_request: 1', ['automated reasoning filter: 0.17']],
    [
      'filters: [automated-reasoning], text_units_per_request: 1, automated_reasoning_policies: 3',
      ['automated reasoning filter: 0.51'],
    ],
    [
      'filters: [content], text_units_per_request: 1, images_per_request: 2',
      ['content filter: 0.15', 'content filter of images: 1.5'],
    ],
  ])('%s', async (keys, expected) => {
    expect(lines(await estimated(guardrail(keys)))).toEqual(expected);
  });

  test.each([
    [
      'filters: [contextual-grounding], input_chars: 200, output_chars: 1500',
      'contextual grounding filter: not priced: the characters of the grounding source are not stated | guardrail: { grounding_source_chars: 6000 }',
    ],
    [
      'filters: [content]',
      'content filter: not priced: the text units of a request are not stated | guardrail: { text_units_per_request: 3 }',
    ],
  ])('%s', async (keys, expected) => {
    expect(lines(await estimated(guardrail(keys)))).toEqual([expected]);
  });
});

describe('blocked inputs', () => {
  test('reach no model, and have no answer to evaluate', async () => {
    const made = await estimated(
      workload(
        'model: amazon.nova-lite-v1:0',
        'input_tokens: 1000',
        'output_tokens: 1000',
        'guardrail: { filters: [content, contextual-grounding], input_chars: 900, output_chars: 1900, grounding_source_chars: 900, blocked_inputs: 10% }',
      ),
    );
    expect(lines(made)).toEqual([
      'input tokens: 0.054',
      'output tokens: 0.216',
      // 1 unit of the question always, 2 of the answer nine times in ten.
      'content filter: 0.42',
      // 1 + 1 + 2 units nine times in ten.
      'contextual grounding filter: 0.36',
    ]);
  });

  test('a range of them keeps its order', async () => {
    const made = await estimated(
      guardrail('filters: [content], input_chars: 1, output_chars: 1, blocked_inputs: 0..50%'),
    );
    expect(lines(made)).toEqual(['content filter: 0.225 0.2625 0.3']);
  });
});

describe('guardrails of the code', () => {
  const content = (more: string) => `
resource "aws_bedrock_guardrail" "g" {
  content_policy_config {
    filters_config {
      type = "HATE"
      ${more}
    }
  }
}
`;
  const uses = (keys: string) => workload('uses: [aws_bedrock_guardrail.g]', `guardrail: { ${keys} }`);
  const chars = 'input_chars: 1, output_chars: 1';

  test.each([
    ['both sides', '', ['content filter: 0.3']],
    ['one side by its strength', 'output_strength = "NONE"', ['content filter: 0.15']],
    ['one side disabled', 'input_enabled = false', ['content filter: 0.15']],
    ['no side', 'input_enabled = false\n output_enabled = false', []],
    [
      'images that nobody counts',
      'input_modalities = ["TEXT", "IMAGE"]',
      [
        'content filter: 0.3',
        'content filter of images: not priced: the content filter looks at images, and how many a request has is not stated | guardrail: { images_per_request: 1 }',
      ],
    ],
  ])('%s', async (_, more, expected) => {
    expect(lines(await estimated(uses(chars), { files: { 'main.tf': content(more) } }))).toEqual(expected);
  });

  test('images that it does not look at cost nothing, and are named', async () => {
    const made = await estimated(uses(`${chars}, images_per_request: 1`), {
      files: { 'main.tf': content('') },
    });
    expect(lines(made)).toEqual(['content filter: 0.3']);
    expect(problems(made)).toEqual([
      'manifest-conflict: The guardrail looks at no images, so images per request cost nothing. | input_modalities = ["TEXT", "IMAGE"]  # in a content filter of the guardrail',
    ]);
  });

  test('a side that the code has evaluated, without its characters', async () => {
    const made = await estimated(uses('input_chars: 1000'), { files: { 'main.tf': content('') } });
    expect(lines(made)).toEqual([
      'content filter: not priced: its code has the answer evaluated, whose characters are not stated | guardrail: { output_chars: 2000 }',
    ]);
    const unread = await estimated(uses('input_chars: 1000'), {
      files: { 'main.tf': content('output_enabled = false') },
    });
    expect(lines(unread)).toEqual(['content filter: 0.15']);
  });

  test('an extra charge covers it', async () => {
    const covering =
      'resources: { aws_bedrock_guardrail.g: { priced_by: Safety } }\nextra_charges: [{ name: Safety, monthly: 9, layer: features }]\n';
    const made = await estimated(uses(chars) + covering, { files: { 'main.tf': content('') } });
    expect(lines(made)).toEqual(['stated amount: 9']);
  });

  test('one that the account enforces evaluates what nobody states', async () => {
    const made = await estimatedTemplate({
      E: { type: 'AWS::Bedrock::EnforcedGuardrailConfiguration', properties: { GuardrailIdentifier: 'abc' } },
    });
    expect(lines(made)[0]).toMatch(
      /^enforced guardrail: not priced: it evaluates every model call of the account/,
    );
  });

  test('policies of automated reasoning in a template', async () => {
    const made = await estimatedTemplate({
      G: {
        type: 'AWS::Bedrock::Guardrail',
        properties: { AutomatedReasoningPolicyConfig: { Policies: ['a', 'b'] } },
      },
    });
    expect(lines(made)[0]).toMatch(
      /^automated reasoning filter: not priced: no workload uses this guardrail/,
    );
    expect(made.charges[0]?.price?.usd.toFixed()).toBe('0.17');
  });
});

describe('checks without a guardrail', () => {
  test.each([
    [
      'checks: [content, prompt-attack, sensitive-information], text_units_per_call: 1',
      ['content check: 0.07', 'prompt attack check: 0.08', 'sensitive information check: 0.1'],
    ],
    ['checks: [content], calls: 5000 per month, chars: 1500', ['content check: 0.7']],
    ['checks: [content], calls_per_request: 2, chars: 900', ['content check: 0.14']],
    [
      'checks: [content]',
      [
        'content check: not priced: the text units of a call are not stated | guardrail_checks: { text_units_per_call: 2 }',
      ],
    ],
  ])('%s', async (keys, expected) => {
    const made = await estimated(workload(`guardrail_checks: { ${keys} }`));
    expect(lines(made)).toEqual(expected);
    expect(made.charges.map(arithmetic).every((line) => /requests|calls/.test(line))).toBe(true);
  });
});
