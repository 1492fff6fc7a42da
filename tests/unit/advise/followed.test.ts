/** Doing what is advised saves what is said: the advice, and the pull request that follows it. */
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/compare.ts';
import { only, reportOn, treeOf } from './advised.ts';

const HEAD = 'version: 1\nregion: us-east-1\n';

const CHAT = `workloads:
  chat:
    requests: { low: 200000 per month, expected: 300000 per month, high: 500000 per month }
    model: us.anthropic.claude-sonnet-4-5-20250929-v1:0
    input_tokens: 3000
    output_tokens: 400
`;

async function savedBy(kind: string, before: string, after: string) {
  const advice = only(await reportOn(before), kind);
  const { diff } = await compare(
    treeOf({ 'bedrock-cost.yml': HEAD + before }),
    treeOf({ 'bedrock-cost.yml': HEAD + after }),
  );
  const { low, expected, high } = diff.delta.monthly;
  return {
    said: [advice.saves.low, advice.saves.expected, advice.saves.high].map((value) => value.toFixed(8)),
    made: [low, expected, high].map((value) => value.neg().toFixed(8)),
  };
}

describe('following the advice', () => {
  test.each([
    ['batch', CHAT, `${CHAT}    tier: batch\n`],
    ['global-profile', CHAT, CHAT.replace('us.anthropic', 'global.anthropic')],
    ['model-smaller', CHAT, CHAT.replace('sonnet-4-5-20250929', 'haiku-4-5-20251001')],
    ['shorter-prompt', CHAT, CHAT.replace('input_tokens: 3000', 'input_tokens: 2700')],
    [
      'standby-replicas',
      `${CHAT}    environment: dev\n    knowledge_base: { vector_store: { type: opensearch-serverless, storage: 5 GB } }\n`,
      `${CHAT}    environment: dev\n    knowledge_base: { vector_store: { type: opensearch-serverless, storage: 5 GB, standby_replicas: disabled } }\n`,
    ],
  ])('%s saves what it says', async (kind, before, after) => {
    const { said, made } = await savedBy(kind, before, after);
    expect(made).toEqual(said);
  });

  test('a guardrail that reads questions alone', async () => {
    const guarded = (sides: string) =>
      `${CHAT}    guardrail: { filters: [content, denied-topics], input_chars: 2500${sides} }\n`;
    const advice = (await reportOn(guarded(', output_chars: 1500'))).advice ?? [];
    const side = advice.find(({ condition }) => condition === 'answers need no check');
    const { diff } = await compare(
      treeOf({ 'bedrock-cost.yml': HEAD + guarded(', output_chars: 1500') }),
      treeOf({ 'bedrock-cost.yml': HEAD + guarded('') }),
    );
    expect(diff.delta.monthly.expected.neg().toFixed()).toBe(side?.saves.expected.toFixed());
  });
});

describe('caps', () => {
  test('only the most costly workloads are looked at', async () => {
    const workloads = Array.from(
      { length: 22 },
      (_, index) =>
        `  w${index}: { requests: ${1000 + index}k per month, model: "amazon.nova-pro-v1:0", input_tokens: 1000, output_tokens: 100 }\n`,
    );
    const { advice = [] } = await reportOn(`workloads:\n${workloads.join('')}`);
    const about = new Set(advice.map((one) => one.about));
    expect(about.size).toBe(20);
    expect(about).not.toContain('./w0/');
    expect(about).not.toContain('./w1/');
    expect(about).toContain('./w2/');
  });

  test('only the most costly projects are looked at', async () => {
    const texts = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [
        `p${index}/bedrock-cost.yml`,
        `${HEAD}workloads:\n  chat: { requests: ${1000 + index}k per month, model: "amazon.nova-pro-v1:0", input_tokens: 1000, output_tokens: 100 }\n`,
      ]),
    );
    const { advice = [] } = await compare(treeOf(texts), treeOf(texts));
    const projects = new Set(advice.map(({ about }) => about.split('/')[0]));
    expect(projects.size).toBe(10);
    expect(projects).not.toContain('p0');
  });
});
