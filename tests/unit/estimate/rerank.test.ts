import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimated, lines, problems } from './estimating.ts';

const AMAZON = '"amazon.rerank-v1:0"';

const rerank = (keys: string) =>
  `workloads:\n  w:\n    requests: 1000 per month\n    knowledge_base: { rerank: { ${keys} } }\n`;

const costOf = async (keys: string) => lines(await estimated(rerank(keys)))[0];

describe('reranking 1,000 queries', () => {
  test.each([
    ['of Amazon', `model: ${AMAZON}`, '1'],
    ['of Cohere', 'model: "cohere.rerank-v3-5:0"', '2'],
    ['twice a request', `model: ${AMAZON}, queries_per_request: 2`, '2'],
    ['of 100 chunks', `model: ${AMAZON}, chunks_per_query: 100`, '1'],
    ['of 101 chunks', `model: ${AMAZON}, chunks_per_query: 101`, '2'],
    // The pricing page: 350 chunks are 4 queries.
    ['of 350 chunks', `model: ${AMAZON}, chunks_per_query: 350`, '4'],
    ['of 100 chunks of 512 tokens', `model: ${AMAZON}, chunks_per_query: 100, chunk_tokens: 512`, '1'],
    ['of 100 chunks of 513 tokens', `model: ${AMAZON}, chunks_per_query: 100, chunk_tokens: 513`, '2'],
    [
      'of 100 chunks that the question makes too long',
      `model: ${AMAZON}, chunks_per_query: 100, chunk_tokens: 512, question_tokens: 12`,
      '2',
    ],
    [
      'of 60 chunks of 1,000 tokens and a question of 12',
      `model: ${AMAZON}, chunks_per_query: 60, chunk_tokens: 1000, question_tokens: 12`,
      '2',
    ],
    ['of empty chunks', `model: ${AMAZON}, chunks_per_query: 100, chunk_tokens: 0`, '1'],
    ['of 50 to 150 chunks', `model: ${AMAZON}, chunks_per_query: 50..150`, '1 1 2'],
  ])('%s', async (_, keys, expected) => {
    expect(await costOf(keys)).toBe(`rerank queries: ${expected}`);
  });

  test.each([
    [
      `model: ${AMAZON}, chunk_tokens: 600`,
      'how many chunks are ranked is not stated, and long ones count as several | rerank: { chunks_per_query: 20 }',
    ],
    [
      `model: ${AMAZON}, chunks_per_query: 10, chunk_tokens: 600, question_tokens: 512`,
      'a question of 512 tokens or more leaves no room for a chunk | rerank: { question_tokens: 100 }',
    ],
  ])('%s', async (keys, why) => {
    expect(await costOf(keys)).toBe(`rerank queries: not priced: ${why}`);
  });

  test('a model that nobody knows has no price, and a warning', async () => {
    const made = await estimated(rerank('model: example.rerank'));
    expect(lines(made)[0]).toMatch(/^rerank queries: not priced/);
    expect(problems(made)).toHaveLength(1);
  });

  test('more chunks never cost less', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2000), fc.nat(2000), fc.nat(3000), async (some, more, tokens) => {
        const cost = async (chunks: number) =>
          Number(
            (await costOf(`model: ${AMAZON}, chunks_per_query: ${chunks}, chunk_tokens: ${tokens}`))?.split(
              ': ',
            )[1],
          );
        expect(await cost(some + more)).toBeGreaterThanOrEqual(await cost(some));
      }),
      { numRuns: 20 },
    );
  });
});
