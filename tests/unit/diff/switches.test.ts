import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { renderAnnotations } from '../../../src/render/annotations.ts';
import { treeOf } from '../bind/trees.ts';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const GLOBAL_HAIKU = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
const manifest = (...chat: readonly string[]) =>
  [
    'version: 1',
    'region: us-east-1',
    'workloads:',
    '  chat:',
    '    requests: 1M per month',
    '    input_tokens: 1000',
    '    output_tokens: 100',
    ...chat.map((line) => `    ${line}`),
    '',
  ].join('\n');

type Files = Readonly<Record<string, string>>;

/** `file:line message` of every remark that is no problem, and with the first line of those that are. */
async function remarks(base: Files, head: Files): Promise<readonly string[]> {
  return renderAnnotations(await compare(treeOf(base), treeOf(head))).map(
    ({ file, line, message }) => `${file ?? ''}:${line ?? ''} ${message.split('\n')[0] ?? ''}`,
  );
}

// 1M requests × 1,000 × ($3.30 → $1.10) and × 100 × ($16.50 → $5.50) per 1M tokens: 4,950 → 1,650
const SWITCH = 'chat: Claude Sonnet 4.5, us profile → Claude Haiku 4.5, us profile: −$3,300.00 a month.';

describe('what a switch does stands at the line', () => {
  test('of the manifest that states the model', async () => {
    const files = (id: string) => ({ 'bedrock-cost.yml': manifest(`model: ${id}`) });
    expect(await remarks(files(SONNET), files(HAIKU))).toEqual([`bedrock-cost.yml:8 ${SWITCH}`]);
  });

  test('of the code that a workload follows', async () => {
    const files = (id: string) => ({
      'bedrock-cost.yml': manifest('model: { file: app/a.py }'),
      'app/a.py': `import boto3\nMODEL = "${id}"\n`,
    });
    expect(await remarks(files(SONNET), files(HAIKU))).toEqual([`app/a.py:2 ${SWITCH}`]);
  });

  test('of the resource, or of the variable that it takes the model from', async () => {
    const agent = (model: string) =>
      `resource "aws_bedrockagent_agent" "a" {\n  agent_name = "a"\n  foundation_model = ${model}\n}\n`;
    const bound = manifest('agent: aws_bedrockagent_agent.a', 'calls_per_request: 1');
    const literal = (id: string) => ({ 'bedrock-cost.yml': bound, 'main.tf': agent(`"${id}"`) });
    expect(await remarks(literal(SONNET), literal(HAIKU))).toEqual([`main.tf:3 ${SWITCH}`]);
    const variable = (id: string) => ({
      'bedrock-cost.yml': bound,
      'main.tf': agent('var.model'),
      'variables.tf': `variable "model" {\n  type = string\n  default = "${id}"\n}\n`,
    });
    expect(await remarks(variable(SONNET), variable(HAIKU))).toEqual([`variables.tf:3 ${SWITCH}`]);
  });

  test('and at each further place of the same switch', async () => {
    const files = (id: string) => ({ 'bedrock-cost.yml': manifest(`model: ${id}`), 'a.py': `M = "${id}"` });
    expect(await remarks(files(SONNET), files(HAIKU))).toEqual([
      `bedrock-cost.yml:8 ${SWITCH}`,
      `a.py:1 The same switch as that of a workload, which is counted there: ${SWITCH}`,
    ]);
  });

  test('with the parts of the model and of the profile', async () => {
    const files = (id: string) => ({ 'bedrock-cost.yml': manifest(`model: ${id}`) });
    // In the us profile 4,950 → 1,650; globally 4,500 → 1,500. The model's mean effect is −3,150.
    expect(await remarks(files(SONNET), files(GLOBAL_HAIKU))).toEqual([
      'bedrock-cost.yml:8 chat: Claude Sonnet 4.5, us profile → Claude Haiku 4.5, global profile: −$3,450.00 a month (model −$3,150.00, profile −$300.00).',
    ]);
  });

  test('of the tier, apart from the model', async () => {
    const files = (tier: string, id: string) => ({
      'bedrock-cost.yml': manifest(`model: ${id}`, `tier: ${tier}`),
    });
    expect(await remarks(files('standard', HAIKU), files('batch', HAIKU))).toEqual([
      'bedrock-cost.yml:9 chat: standard tier → batch tier: −$825.00 a month.',
    ]);
  });

  test('and what else changes stands at its own line', async () => {
    const base = { 'bedrock-cost.yml': manifest(`model: ${HAIKU}`) };
    const head = {
      'bedrock-cost.yml': manifest(`model: ${SONNET}`).replace('1M per month', '2M per month'),
    };
    const seen = await remarks(base, head);
    // 1,650 → 9,900 in all: the price alone 3,300 or 6,600, the requests alone 1,650 or 4,950
    expect(seen).toEqual([
      'bedrock-cost.yml:8 chat: Claude Haiku 4.5, us profile → Claude Sonnet 4.5, us profile: +$4,950.00 a month.',
      'bedrock-cost.yml:5 chat: +$3,300.00 a month.',
    ]);
  });

  test('which says so where a side has no price', async () => {
    const files = (id: string) => ({ 'bedrock-cost.yml': manifest(`model: ${id}`, 'tier: priority') });
    const seen = await remarks(files('us.amazon.nova-pro-v1:0'), files(HAIKU));
    expect(seen.at(-1)).toMatch(
      /^bedrock-cost\.yml:8 chat: Nova Pro, us profile → Claude Haiku 4\.5, us profile\. What it changes is not known: .*priority/,
    );
  });

  test('unless the line did not change', async () => {
    const files = (name: string) => ({
      'bedrock-cost.yml': manifest(`model: { file: ${name} }`),
      'a.py': `M = "${SONNET}"`,
      'b.py': `M = "${HAIKU}"`,
    });
    expect(await remarks(files('b.py'), files('a.py'))).toEqual([
      'bedrock-cost.yml:4 chat: +$3,300.00 a month.',
    ]);
  });
});
