/** Prices that a wrong book would most likely get wrong, copied by hand from the price list and the pricing page. */
import { describe, expect, it } from 'vitest';
import type { PriceKey, Scope } from '../../../src/model/price.ts';
import { loadPriceBook } from '../../../src/prices/book.ts';
import { loadModelCatalogue } from '../../../src/prices/catalogue.ts';

const book = await loadPriceBook();
const models = await loadModelCatalogue();

function usdOf(key: PriceKey): string {
  const answer = book.price(key);
  return answer.found
    ? `${answer.price.usd.toFixed()} per ${answer.price.per.toFixed()} ${answer.price.unit}`
    : answer.why;
}

describe('model ids in us-east-1', () => {
  it.each([
    ['global.anthropic.claude-haiku-4-5-20251001-v1:0', 'global', '1', '5'],
    ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'geographic', '1.1', '5.5'],
    ['global.anthropic.claude-sonnet-4-5-20250929-v1:0', 'global', '3', '15'],
    ['us.anthropic.claude-sonnet-4-6', 'geographic', '3.3', '16.5'],
    ['global.anthropic.claude-opus-4-6-v1', 'global', '5', '25'],
    ['us.anthropic.claude-opus-4-6-v1', 'geographic', '5.5', '27.5'],
    ['amazon.nova-lite-v1:0', 'in-region', '0.06', '0.24'],
    ['amazon.nova-micro-v1:0', 'in-region', '0.035', '0.14'],
    ['us.amazon.nova-2-lite-v1:0', 'geographic', '0.33', '2.75'],
    ['global.amazon.nova-2-lite-v1:0', 'global', '0.3', '2.5'],
  ] satisfies readonly [string, Scope, string, string][])(
    '%s is %s at %s / %s',
    (id, scope, input, output) => {
      const answer = models.resolve(id);
      if (answer.kind !== 'model') throw new Error(`${id} is ${answer.kind}`);
      expect(answer.scope).toBe(scope);
      const key = { subject: answer.model.key, region: 'us-east-1', scope };
      expect(usdOf({ ...key, dimension: 'input' })).toBe(`${input} per 1000000 tokens`);
      expect(usdOf({ ...key, dimension: 'output' })).toBe(`${output} per 1000000 tokens`);
    },
  );
});

describe('other dimensions in us-east-1', () => {
  it.each([
    ['amazon.nova-lite', 'input', 'batch', '0.03 per 1000000 tokens'],
    ['amazon.nova-lite', 'output', 'batch', '0.12 per 1000000 tokens'],
    ['amazon.titan-embed-text-v2', 'input', 'standard', '0.02 per 1000000 tokens'],
    ['amazon.rerank-v1', 'query', 'standard', '1 per 1000 queries'],
    ['cohere.rerank-v3-5', 'query', 'standard', '2 per 1000 queries'],
    ['opensearch-serverless', 'ocu-hour', 'standard', '0.24 per 1 OCU-hours'],
    ['guardrails', 'content-filter', 'standard', '0.15 per 1000 text units'],
    ['guardrails', 'denied-topics', 'standard', '0.15 per 1000 text units'],
    ['guardrails', 'word-filter', 'standard', '0 per 1000 text units'],
    ['s3-vectors', 'query', 'standard', '2.5 per 1000000 queries'],
    ['cloudwatch-logs', 'ingestion', 'standard', '0.5 per 1 GB'],
    ['managed-knowledge-base', 'retrieve', 'standard', '1 per 1000 queries'],
    ['amazon.nova-lite', 'model-unit-hour-1-month', 'standard', '55 per 1 model-unit hours'],
  ] as const)('%s %s %s', (subject, dimension, tier, expected) => {
    expect(usdOf({ subject, dimension, tier, region: 'us-east-1' })).toBe(expected);
  });
});
