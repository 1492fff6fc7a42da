/** What holds for every quantity of the features beside the models: more never costs less, and none costs its floor. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCENARIOS } from '../../../src/model/range.ts';
import { estimated, total } from './estimating.ts';

const kb = (section: string) => `knowledge_base: { ${section} }`;
const TITAN = 'embedding: { model: "amazon.titan-embed-text-v2:0", question_tokens: 10 }';

/** Keys of a workload with a quantity in them, and what it costs in a month without any of it. */
const QUANTITIES: readonly (readonly [name: string, keys: (count: number) => string, none: string])[] = [
  ['corpus', (count) => kb(`${TITAN}, ingestion: { corpus: ${count}, resync_share: 50% }`), '0.0002'],
  [
    'pages',
    (count) =>
      kb(`ingestion: { pages: ${count}, resync_share: 50%, parsing: { strategy: data-automation } }`),
    '0',
  ],
  ['generated queries', (count) => kb(`structured_data: { queries: ${count} per month }`), '0'],
  ['managed storage', (count) => kb(`managed: { storage: ${count} GB, retrieves: 0 per month }`), '0'],
  [
    'ACUs',
    (count) =>
      kb(`vector_store: { type: aurora, min_acus: 1, acus: ${count}, storage: 0 GB, io: 0 per month }`),
    '87.6',
  ],
  [
    'I/O',
    (count) => kb(`vector_store: { type: aurora, acus: 0, storage: 0 GB, io: ${count} per month }`),
    '0',
  ],
  [
    'reranked chunks',
    (count) => kb(`rerank: { model: "amazon.rerank-v1:0", chunks_per_query: ${count} }`),
    '0',
  ],
  [
    'characters',
    (count) => `guardrail: { filters: [content], input_chars: ${count}, output_chars: ${count} }`,
    '0',
  ],
  [
    'images',
    (count) => `guardrail: { filters: [content], text_units_per_request: 0, images_per_request: ${count} }`,
    '0',
  ],
  ['checked characters', (count) => `guardrail_checks: { checks: [content], chars: ${count} }`, '0'],
  ['executions', (count) => `flow: { executions: ${count} per month, transitions_per_execution: 3 }`, '0'],
  ['optimized tokens', (count) => `prompt_optimization: { tokens: ${count} per month }`, '0'],
  [
    'custom documents',
    (count) => `data_automation: { custom_documents: { a: { pages: ${count} per month, fields: 40 } } }`,
    '0',
  ],
  [
    'fields',
    (count) => `data_automation: { custom_documents: { a: { pages: 10 per month, fields: ${count} } } }`,
    '0.4',
  ],
  [
    'sessions',
    (count) =>
      `agentcore: { runtime: { sessions: ${count} per month, active_seconds: 2, session_seconds: 9, memory: 1 GB } }`,
    '0',
  ],
  ['memory events', (count) => `agentcore: { memory: { events: ${count} per month } }`, '0'],
  ['indexed tools', (count) => `agentcore: { gateway: { tools: ${count} } }`, '0'],
];

async function monthly(keys: string) {
  return total(await estimated(`workloads:\n  w:\n    requests: 1000 per month\n    ${keys}\n`));
}

describe.each(QUANTITIES)('%s', (_, keys, none) => {
  test('none of it costs the floor', async () => {
    expect((await monthly(keys(0))).expected.toFixed()).toBe(none);
  });

  test('more of it never costs less', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000_000), fc.nat(1_000_000), async (some, more) => {
        const [less, rest] = [await monthly(keys(some)), await monthly(keys(some + more))];
        for (const scenario of SCENARIOS) expect(less[scenario].lte(rest[scenario])).toBe(true);
      }),
      { numRuns: 10 },
    );
  });
});
