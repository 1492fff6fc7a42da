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

describe('golden prices, by subject, dimension, region, scope, tier and context', () => {
  it.each<readonly [string, string, string, Scope | '', PriceKey['tier'] | 'long', string]>([
    [
      'anthropic.claude-sonnet-4-6',
      'cache-read',
      'us-east-1',
      'geographic',
      'standard',
      '0.33 per 1000000 tokens',
    ],
    [
      'anthropic.claude-sonnet-4-6',
      'cache-write-5m',
      'us-east-1',
      'geographic',
      'standard',
      '4.125 per 1000000 tokens',
    ],
    [
      'anthropic.claude-sonnet-4-6',
      'cache-write-1h',
      'us-east-1',
      'geographic',
      'standard',
      '6.6 per 1000000 tokens',
    ],
    [
      'anthropic.claude-sonnet-4-6',
      'cache-write-1h',
      'us-east-1',
      'global',
      'standard',
      '6 per 1000000 tokens',
    ],
    ['anthropic.claude-sonnet-4-6', 'input', 'us-east-1', 'geographic', 'batch', '1.65 per 1000000 tokens'],
    ['anthropic.claude-sonnet-4-6', 'output', 'us-east-1', 'global', 'batch', '7.5 per 1000000 tokens'],
    [
      'anthropic.claude-sonnet-4-6',
      'input-1-month',
      'us-east-1',
      'geographic',
      'reserved',
      '0.198 per 1000 TPM-hours',
    ],
    [
      'anthropic.claude-sonnet-4-6',
      'output-1-month',
      'us-east-1',
      'geographic',
      'reserved',
      '0.99 per 1000 TPM-hours',
    ],
    [
      'anthropic.claude-sonnet-4-6',
      'input-3-months',
      'us-east-1',
      'global',
      'reserved',
      '0.162 per 1000 TPM-hours',
    ],
    ['anthropic.claude-opus-4-6', 'output', 'us-east-1', 'geographic', 'batch', '13.75 per 1000000 tokens'],
    ['anthropic.claude-opus-5-5', 'cache-read', 'us-west-2', 'global', 'standard', '0.2 per 1000000 tokens'],
    ['anthropic.claude-opus-5-5', 'output', 'us-west-2', 'geographic', 'standard', '22 per 1000000 tokens'],
    [
      'anthropic.claude-sonnet-5-5',
      'cache-read',
      'us-east-1',
      'global',
      'standard',
      '0.1 per 1000000 tokens',
    ],
    [
      'anthropic.claude-sonnet-5-5',
      'cache-read',
      'us-east-1',
      'geographic',
      'standard',
      '0.11 per 1000000 tokens',
    ],
    [
      'anthropic.claude-fable-5-1',
      'cache-read',
      'us-east-1',
      'global',
      'standard',
      '0.25 per 1000000 tokens',
    ],
    ['anthropic.claude-haiku-5-5', 'input', 'us-east-1', 'global', 'standard', '0.1 per 1000000 tokens'],
    ['anthropic.claude-haiku-5-5', 'output', 'us-east-1', 'global', 'long', '2.5 per 1000000 tokens'],
    [
      'anthropic.claude-haiku-5-5',
      'cache-write-1h',
      'us-east-1',
      'geographic',
      'long',
      '1.1 per 1000000 tokens',
    ],
    ['anthropic.claude-sonnet-4', 'input', 'us-east-1', 'global', 'long', '6 per 1000000 tokens'],
    ['anthropic.claude-sonnet-4', 'output', 'us-east-1', 'global', 'long', '22.5 per 1000000 tokens'],
    ['anthropic.claude-opus-4-1', 'input', 'us-west-2', 'geographic', 'standard', '15 per 1000000 tokens'],
    [
      'anthropic.claude-3-5-sonnet-v2',
      'input',
      'us-east-1',
      'geographic',
      'standard',
      '6 per 1000000 tokens',
    ],
    [
      'anthropic.claude-haiku-4-5',
      'cache-write-5m',
      'us-east-2',
      'geographic',
      'standard',
      '1.375 per 1000000 tokens',
    ],
    ['openai.gpt-6-astra', 'output', 'us-west-2', 'in-region', 'long', '82.5 per 1000000 tokens'],
    ['openai.gpt-6-astra', 'cache-write-30m', 'us-west-2', 'global', 'standard', '12.5 per 1000000 tokens'],
    ['openai.gpt-6.1-sol', 'cache-read', 'us-east-1', 'geographic', 'standard', '0.11 per 1000000 tokens'],
    ['openai.gpt-6.1-sol', 'output', 'us-east-1', 'global', 'long', '15 per 1000000 tokens'],
    ['openai.gpt-5.6-sol', 'input', 'us-east-1', 'global', 'standard', '4 per 1000000 tokens'],
    ['openai.gpt-5.6-terra', 'input', 'us-east-1', 'geographic', 'standard', '2.2 per 1000000 tokens'],
    ['openai.gpt-5.6-luna', 'input', 'us-gov-west-1', 'in-region', 'priority', '0.528 per 1000000 tokens'],
    ['amazon.nova-pro', 'input', 'us-east-1', 'in-region', 'flex', '0.4 per 1000000 tokens'],
    ['amazon.nova-pro', 'input', 'us-east-1', 'in-region', 'priority', '1.4 per 1000000 tokens'],
    ['amazon.nova-pro', 'output', 'us-west-2', 'geographic', 'latency-optimized', '4 per 1000000 tokens'],
    ['amazon.nova-lite', 'cache-read', 'us-east-1', 'in-region', 'standard', '0.015 per 1000000 tokens'],
    ['amazon.nova-lite', 'cache-write-5m', 'us-east-1', 'in-region', 'standard', '0.06 per 1000000 tokens'],
    ['amazon.nova-canvas', 'image-2048-premium', 'us-east-1', 'in-region', 'standard', '0.08 per 1 images'],
    [
      'amazon.nova-canvas',
      'model-unit-hour-no-commitment',
      'us-east-1',
      'in-region',
      'standard',
      '60.5 per 1 model-unit hours',
    ],
    ['amazon.nova-sonic', 'speech-output', 'us-east-1', 'in-region', 'standard', '13.6 per 1000000 tokens'],
    [
      'meta.llama3-1-70b-instruct',
      'model-unit-hour-6-months',
      'us-east-1',
      'in-region',
      'standard',
      '13.08 per 1 model-unit hours',
    ],
    [
      'anthropic.claude-3-7-sonnet',
      'model-unit-hour-1-month',
      'us-west-2',
      'in-region',
      'standard',
      '158.4 per 1 model-unit hours',
    ],
    [
      'twelvelabs.pegasus-1-2',
      'video-second-input',
      'us-east-1',
      'global',
      'standard',
      '0.00049 per 1 seconds of video',
    ],
    [
      'custom-model-import',
      'custom-model-unit-minute',
      'us-east-1',
      '',
      'standard',
      '0.05718 per 1 custom-model-unit minutes',
    ],
    ['agentcore', 'runtime-vcpu', 'us-east-1', '', 'standard', '0.0895 per 1 vCPU-hours'],
    ['agentcore', 'memory-record', 'us-east-1', '', 'standard', '0.75 per 1000 record-months'],
    ['managed-knowledge-base', 'storage', 'us-east-1', '', 'standard', '5 per 1 GB-months'],
    ['guardrails', 'automated-reasoning', 'us-east-1', '', 'standard', '0.17 per 1000 text units'],
    ['guardrail-checks', 'prompt-attack', 'us-east-1', '', 'standard', '0.08 per 1000 text units'],
    ['flows', 'node-transition', 'us-east-1', '', 'standard', '0.035 per 1000 node transitions'],
    ['s3-vectors', 'data-processed-third', 'us-east-1', '', 'standard', '0.0004 per 1 TB'],
    ['s3-vectors', 'put', 'us-east-1', '', 'standard', '0.2 per 1 GB'],
    ['data-automation', 'page-custom', 'us-east-1', '', 'standard', '0.04 per 1 pages'],
    ['cloudwatch-logs', 'ingestion', 'eu-west-2', '', 'standard', '0.5985 per 1 GB'],
    ['aurora', 'io', 'us-east-1', '', 'standard', '0.2 per 1000000 requests'],
    ['lambda', 'gb-second', 'us-east-1', '', 'standard', '0.0000166667 per 1 GB-seconds'],
    ['nova-act', 'agent-hour', 'us-east-1', '', 'standard', '4.75 per 1 agent-hours'],
  ])('%s %s in %s, %s %s', (subject, dimension, region, scope, line, expected) => {
    const place = scope === '' ? {} : { scope };
    const how = line === 'long' ? { context: 'long' as const } : line === undefined ? {} : { tier: line };
    expect(usdOf({ subject, dimension, region, ...place, ...how })).toBe(expected);
  });
});

describe('what must have no price', () => {
  it.each<readonly [string, PriceKey]>([
    [
      'Priority of a Claude model',
      {
        subject: 'anthropic.claude-sonnet-4-5',
        dimension: 'input',
        region: 'us-east-1',
        scope: 'geographic',
        tier: 'priority',
      },
    ],
    [
      'Flex of a Claude model',
      {
        subject: 'anthropic.claude-haiku-4-5',
        dimension: 'input',
        region: 'us-east-1',
        scope: 'global',
        tier: 'flex',
      },
    ],
    [
      'Flex of Nova Lite',
      { subject: 'amazon.nova-lite', dimension: 'input', region: 'us-east-1', tier: 'flex' },
    ],
    [
      'a cache read in a batch',
      {
        subject: 'anthropic.claude-haiku-4-5',
        dimension: 'cache-read',
        region: 'us-east-1',
        scope: 'global',
        tier: 'batch',
      },
    ],
    [
      'batch of Sonnet 5',
      {
        subject: 'anthropic.claude-sonnet-5',
        dimension: 'input',
        region: 'us-east-1',
        scope: 'global',
        tier: 'batch',
      },
    ],
    [
      'long context of Sonnet 4.6',
      {
        subject: 'anthropic.claude-sonnet-4-6',
        dimension: 'input',
        region: 'us-east-1',
        scope: 'global',
        context: 'long',
      },
    ],
    [
      'Sonnet 5.5 in Sydney through a geographic profile',
      {
        subject: 'anthropic.claude-sonnet-5-5',
        dimension: 'input',
        region: 'ap-southeast-2',
        scope: 'geographic',
      },
    ],
    [
      'Grok 4.7 in Europe in the region',
      { subject: 'xai.grok-4.7', dimension: 'input', region: 'eu-west-1' },
    ],
    [
      'the output of Nova 2 Lite in Frankfurt in a batch',
      {
        subject: 'amazon.nova-2-lite',
        dimension: 'output',
        region: 'eu-central-1',
        scope: 'geographic',
        tier: 'batch',
      },
    ],
    [
      'flex of Qwen3 Next in Tokyo',
      { subject: 'qwen.qwen3-next-80b-a3b', dimension: 'input', region: 'ap-northeast-1', tier: 'flex' },
    ],
  ])('%s', (_, key) => {
    expect(book.price(key).found).toBe(false);
  });
});
