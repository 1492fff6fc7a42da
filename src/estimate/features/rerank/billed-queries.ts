import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { type Decimal, ONE } from '../../../model/decimal.ts';
import { declaredFactor } from '../../../model/factors.ts';
import { exactly, mapRange, SCENARIOS } from '../../../model/range.ts';
import { statedUsage } from '../../../model/resource-usage.ts';
import type { Section } from '../../../model/workload.ts';

/** Chunks that one billed query covers (Amazon Bedrock pricing page, rerank models, 2026-07-24). */
const CHUNKS_PER_QUERY = 100;

/** Tokens of a chunk with the question; a longer one counts as several (same page, of Amazon and Cohere alike). */
const TOKENS_PER_CHUNK = 512;

/**
 * Queries that are billed for each that is made, where more than 100 chunks are ranked: 350 chunks are 4. A chunk that
 * does not fit into 512 tokens together with the question is as many chunks as it takes.
 */
export function billedQueries(stated: Section): readonly (Factor | MissingFactor)[] {
  const chunks = statedUsage(stated, 'chunks_per_query')?.range;
  const tokens = statedUsage(stated, 'chunk_tokens')?.range;
  const question = statedUsage(stated, 'question_tokens')?.range ?? exactly(0);
  const name = 'billed queries per query';
  if (tokens !== undefined && chunks === undefined) {
    const missing = 'how many chunks are ranked is not stated, and long ones count as several';
    return [{ name, missing, hint: 'rerank: { chunks_per_query: 20 }' }];
  }
  if (chunks === undefined) return [];
  if (SCENARIOS.some((scenario) => question[scenario].gte(TOKENS_PER_CHUNK))) {
    const missing = `a question of ${TOKENS_PER_CHUNK} tokens or more leaves no room for a chunk`;
    return [{ name, missing, hint: 'rerank: { question_tokens: 100 }' }];
  }
  const billed = mapRange(chunks, (count, scenario) => {
    const pieces = tokens === undefined ? ONE : piecesOf(tokens[scenario], question[scenario]);
    return count.times(pieces).div(CHUNKS_PER_QUERY).ceil();
  });
  return [declaredFactor(name, billed, stated.at('chunks_per_query'))];
}

function piecesOf(tokens: Decimal, question: Decimal): Decimal {
  const pieces = tokens.div(question.neg().plus(TOKENS_PER_CHUNK)).ceil();
  return pieces.isZero() ? ONE : pieces;
}
