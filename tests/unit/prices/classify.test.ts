/** Usage types as they stood in public files of 2026, and what each of them bills. */
import { describe, expect, it } from 'vitest';
import { classifyFeatureRow, isWantedUsage } from '../../../src/prices/update/classify-feature.ts';
import { classifyModelRow } from '../../../src/prices/update/classify-model.ts';
import { KNOWN_MODELS, modelNamed, squash } from '../../../src/prices/update/known-models.ts';
import type { OfferRow } from '../../../src/prices/update/offer-row.ts';
import { parseUsageType } from '../../../src/prices/update/usage-type.ts';

function row(usagetype: string, changes: Partial<OfferRow> = {}): OfferRow {
  return {
    offer: usagetype.includes('MP:') ? 'AmazonBedrockFoundationModels' : 'AmazonBedrock',
    version: '20260911124408',
    region: 'us-east-1',
    sku: 'SKU',
    rateCode: 'SKU.T.R',
    unit: usagetype.includes('MP:') ? '1M tokens' : '1K tokens',
    description: '',
    usd: usagetype.includes('MP:') ? '1' : '0.001',
    beginRange: '0',
    effectiveDate: '2026-08-01T00:00:00Z',
    ...changes,
    attributes: {
      servicename: 'Claude Haiku 4.5 (Amazon Bedrock Edition)',
      ...changes.attributes,
      usagetype,
    },
  };
}

function meaning(of: OfferRow): string {
  const price = classifyModelRow(of);
  if (price === undefined) return 'no tokens';
  if (price.kind !== 'model') return `${price.kind}: ${price.why}`;
  return [
    price.subject,
    price.dimension,
    price.scope,
    price.tier,
    price.context,
    `${price.usd}/${price.per}`,
  ].join(' ');
}

describe('what a usage type of tokens bills', () => {
  it.each([
    ['USE1-NovaLite-input-tokens', 'amazon.nova-lite input regional standard normal 1/1000000'],
    [
      'USE1-NovaLite-cache-read-input-token-count',
      'amazon.nova-lite cache-read regional standard normal 1/1000000',
    ],
    ['USE1-NovaLite-input-tokens-batch', 'amazon.nova-lite input regional batch normal 1/1000000'],
    ['USE1-NovaPro-input-tokens-flex', 'amazon.nova-pro input regional flex normal 1/1000000'],
    [
      'USE1-NovaPro-input-tokens-latency-optimized',
      'amazon.nova-pro input regional latency-optimized normal 1/1000000',
    ],
    [
      'USE1-gpt-oss-120b-output-tokens-priority',
      'openai.gpt-oss-120b output regional priority normal 1/1000000',
    ],
    ['USE1-Nova2.0Lite-input-tokens', 'amazon.nova-2-lite input regional standard normal 1/1000000'],
    [
      'USE1-NovaSonic2.0-speech-output-tokens',
      'amazon.nova-2-sonic speech-output regional standard normal 1/1000000',
    ],
    ['USE1-NovaSonic-text-input-tokens', 'amazon.nova-sonic input regional standard normal 1/1000000'],
    ['USE1-TitanTextG1-Lite-input-tokens', 'amazon.titan-text-lite input regional standard normal 1/1000000'],
    [
      'USE1-TitanEmbeddingsG1-Image-input-tokens',
      'amazon.titan-embed-image-v1 input regional standard normal 1/1000000',
    ],
    [
      'USE1-Ministral-3-8b-Instruct-input-tokens',
      'mistral.ministral-3-8b-instruct input regional standard normal 1/1000000',
    ],
    [
      'USE1-Llama3-1-405B-output-tokens-batch',
      'meta.llama3-1-405b-instruct output regional batch normal 1/1000000',
    ],
    ['USE1-Claude3Haiku-input-tokens', 'anthropic.claude-3-haiku input regional standard normal 1/1000000'],
    [
      'USE1-Claude4.6Sonnet-output-tokens-cross-region-global',
      'anthropic.claude-sonnet-4-6 output global standard normal 1/1000000',
    ],
    [
      'EUC1-Claude3.5Haiku-cache-write-input-token-count-cross-region-geo',
      'anthropic.claude-3-5-haiku cache-write-5m geographic standard normal 1/1000000',
    ],
    [
      'USE1-Claude4Sonnet-input-tokens-cross-region-global-batch',
      'anthropic.claude-sonnet-4 input global batch normal 1/1000000',
    ],
    [
      'USE1-Claude4Sonnet-input-tokens-long-context-cross-region-global',
      'anthropic.claude-sonnet-4 input global standard long 1/1000000',
    ],
    [
      'USE1-openai.gpt-oss-120b-mantle-input-tokens-standard',
      'openai.gpt-oss-120b input regional standard normal 1/1000000',
    ],
    [
      'USE1-openai.gpt-5.6-luna-mantle-cache-write-tokens-5m-long-ctx-flex',
      'openai.gpt-5.6-luna cache-write-5m regional flex long 1/1000000',
    ],
    [
      'USE1-MP:USE1_InputTokenCount-Units',
      'anthropic.claude-haiku-4-5 input regional standard normal 1/1000000',
    ],
    [
      'USE1-MP:USE1_OutputTokenCount_Global_Batch-Units',
      'anthropic.claude-haiku-4-5 output global batch normal 1/1000000',
    ],
    [
      'USE1-MP:USE1_CacheReadInputTokenCount_Global-Units',
      'anthropic.claude-haiku-4-5 cache-read global standard normal 1/1000000',
    ],
    [
      'USE1-MP:USE1_CacheWriteInputTokenCount-Units',
      'anthropic.claude-haiku-4-5 cache-write-5m regional standard normal 1/1000000',
    ],
    [
      'USE1-MP:USE1_CacheWrite1hInputTokenCount-Units',
      'anthropic.claude-haiku-4-5 cache-write-1h regional standard normal 1/1000000',
    ],
    [
      'APN1-MP:APN1_MillionBatchInputTokens-Units',
      'anthropic.claude-haiku-4-5 input regional batch normal 1/1000000',
    ],
    [
      'USE1-MP:USE1_InputTokenCount_LatencyOptimized-Units',
      'anthropic.claude-haiku-4-5 input regional latency-optimized normal 1/1000000',
    ],
    [
      'USE1-MP:USE1_InputTokenCount_LCtx-Units',
      'anthropic.claude-haiku-4-5 input regional standard long 1/1000000',
    ],
    [
      'USW2-MP:USW2_output_tokens_long_ctx_global_standard-Units',
      'anthropic.claude-haiku-4-5 output global standard long 1/1000000',
    ],
    [
      'USW2-MP:USW2_cache_write_tokens_30m_standard-Units',
      'anthropic.claude-haiku-4-5 cache-write-30m regional standard normal 1/1000000',
    ],
    [
      'USW2-MP:USW2_output_tokens_batch-Units',
      'anthropic.claude-haiku-4-5 output regional batch normal 1/1000000',
    ],
  ])('%s', (usageType, expected) => {
    expect(meaning(row(usageType))).toBe(expected);
  });

  it.each([
    [
      'USE1-MP:USE1_Reserved_1Month_InputTPM_Geo-Units',
      '1M TPM Hour',
      'anthropic.claude-haiku-4-5 input-1-month geographic reserved normal 1/1000',
    ],
    [
      'USE1-Claude4.5Sonnet-reserved-3-month-input-tokens-per-minute-cross-region-geo',
      'hour',
      'anthropic.claude-sonnet-4-5 input-3-months geographic reserved normal 0.001/1000',
    ],
    [
      'USE1-NovaLite-ProvisionedThroughput-1month-ModelUnits',
      'hour',
      'amazon.nova-lite model-unit-hour-1-month in-region standard normal 0.001/1',
    ],
    [
      'USE1-TitanText-Premier-ProvisionedThroughput-Custom-NoCommit-ModelUnits',
      'hour',
      'amazon.titan-text-premier model-unit-hour-no-commitment in-region standard normal 0.001/1',
    ],
    [
      'USW2-MP:USW2_ProvisionedThroughput_6MonthCommit_ModelUnits_Usage-Units',
      'hour',
      'anthropic.claude-haiku-4-5 model-unit-hour-6-months in-region standard normal 1/1',
    ],
  ])('%s, capacity', (usageType, unit, expected) => {
    expect(meaning(row(usageType, { unit }))).toBe(expected);
  });

  it.each([
    ['USE1-NovaLite-input-tokens-custom-model', 'excluded: custom, not text tokens'],
    ['USE1-Nova2.0Pro-input-image-token-count-cross-region-global', 'excluded: image, not text tokens'],
    ['USE1-NovaPro-cache-write-input-token-count-custom-model', 'excluded: custom, not text tokens'],
    ['USE1-xai.grok-4.3-mantle-cache-read-tokens-batch', 'excluded: no cache prices are used for batch'],
    ['USE1-NovaCanvas-T2I-1024-Standard', 'no tokens'],
    ['USE1-Guardrail-TopicPolicyUnitsConsumed', 'no tokens'],
    ['USE1-NovaLite-input-tokens-hyper', 'unknown: the word "hyper" in the usage type is not known'],
    ['USE1-Nova9-input-tokens', 'unknown: no model is known by the name "Nova9"'],
  ])('%s is no price of text tokens', (usageType, expected) => {
    const unit = usageType.includes('oken') ? '1K tokens' : 'unit';
    expect(meaning(row(usageType, { unit, attributes: {} }))).toBe(expected);
  });

  it('tells the dearer variant of a model by its description', () => {
    const dear = row('USE1-MP:USE1_InputTokenCount-Units', {
      description: 'Million Input Tokens Latency Optimized',
    });
    expect(meaning(dear)).toContain('latency-optimized');
  });
});

describe('what else a usage type bills', () => {
  it.each([
    ['AmazonBedrock', 'USW2-AmazonRerank-v1-searchunits', 'amazon.rerank-v1 query'],
    [
      'AmazonBedrock',
      'USE1-Llama-CustomModelImport-Inference-v1:0',
      'custom-model-import custom-model-unit-minute',
    ],
    [
      'AmazonBedrock',
      'USE1-OSS-CustomModelImport-Inference-v2:0',
      'custom-model-import custom-model-unit-minute-v2',
    ],
    [
      'AmazonBedrock',
      'USE1-GuardrailChecks-PromptAttackCheckUnitsConsumed',
      'guardrail-checks prompt-attack',
    ],
    [
      'AmazonBedrock',
      'USE1-DataAutomation-Custom-PagesProcessed-AddOnFields',
      'data-automation page-custom-field',
    ],
    [
      'AmazonBedrockAgentCore',
      'USE1-Memory:Consumption-based:Long-Term-Memory-Storage:Built-in-memory',
      'agentcore memory-record',
    ],
    [
      'AmazonBedrockFoundationModels',
      'USE1-MP:USE1_created_image_stable_image_ultra-Units',
      'stability.stable-image-ultra image',
    ],
    ['AmazonS3', 'EUW2-TimedStorage-ByteHrs', 's3 storage'],
    ['AmazonCloudWatch', 'EU-DataProcessing-Bytes', 'cloudwatch-logs ingestion'],
    ['awskms', 'eu-central-1-KMS-Requests', 'kms request'],
    ['AmazonS3', 'EUW2-TimedStorage-SIA-ByteHrs', 'nothing'],
    ['AmazonCloudWatch', 'EU-CW:Requests', 'nothing'],
    ['AmazonBedrock', 'USE1-NovaPro-Customization-Training', 'nothing'],
  ])('%s %s', (offer, usageType, expected) => {
    const attributes = usageType.includes('stable')
      ? { servicename: 'Stable Image Ultra v1.0 (Amazon Bedrock Edition)' }
      : {};
    const price = classifyFeatureRow(row(usageType, { offer, unit: 'unit', attributes }));
    expect(price === undefined ? 'nothing' : `${price.subject} ${price.dimension}`).toBe(expected);
  });

  it('reads of AgentCore what is billed by consumption, and of other services what is named', () => {
    expect(isWantedUsage('AmazonBedrockAgentCore', 'USE1-Runtime:Consumption-based:vCPU')).toBe(true);
    expect(isWantedUsage('AmazonBedrockAgentCore', 'USE1-Runtime:Instance-based:m5.large')).toBe(false);
    expect(isWantedUsage('AmazonES', 'USE1-ESInstance:m5.large')).toBe(false);
    expect(isWantedUsage('AmazonBedrock', 'USE1-Anything')).toBe(true);
  });
});

describe('the tokenizer', () => {
  it('is linear in the length of what it reads', () => {
    const long = `USE1-${'A-'.repeat(20_000)}input-tokens`;
    expect(parseUsageType(long).words).toEqual(['input', 'tokens']);
    expect(parseUsageType(`USE1-MP:USE1_${'aB'.repeat(20_000)}-Units`).words).toHaveLength(20_001);
  });
});

describe('names of models', () => {
  it('belong to one model each', () => {
    const owners = new Map<string, string>();
    for (const { key, id, name, names, aliases } of KNOWN_MODELS) {
      for (const each of [key, id, name, ...names, ...aliases].map(squash)) {
        expect([each, owners.get(each) ?? key]).toEqual([each, key]);
        owners.set(each, key);
      }
    }
  });

  it.each([
    ['Claude Haiku 4.5 (Amazon Bedrock Edition)', 'anthropic.claude-haiku-4-5'],
    ['Cohere Command R', 'cohere.command-r'],
    ['Cohere Command R+', 'cohere.command-r-plus'],
    ['R1', 'deepseek.r1'],
    ['Claude 3.5 Sonnet', 'anthropic.claude-3-5-sonnet-v1'],
    ['Claude 3.5 Sonnet v2', 'anthropic.claude-3-5-sonnet-v2'],
    ['GPT 54', 'openai.gpt-5.4'],
  ])('%s', (name, key) => {
    expect(modelNamed(name)).toBe(key);
  });
});
