import { describe, expect, test } from 'vitest';
import names from '../../../src/code/data/cdk-models.json' with { type: 'json' };
import { findModelIds } from '../../../src/code/find-model-ids.ts';
import { LIMITS } from '../../../src/model/limits.ts';
import { loadCatalogueFile } from '../../../src/prices/catalogue.ts';
import { LOOK_ALIKES } from './look-alikes.ts';

const ids = (text: string) => findModelIds(text).map(({ id }) => id);

describe('model ids in a text', () => {
  test.each([
    [
      'client.converse(modelId="us.anthropic.claude-sonnet-4-5-20250929-v1:0")',
      'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    ],
    ["const MODEL = 'amazon.nova-lite-v1:0';", 'amazon.nova-lite-v1:0'],
    [
      'BEDROCK_MODEL_ID=global.anthropic.claude-haiku-4-5-20251001-v1:0',
      'global.anthropic.claude-haiku-4-5-20251001-v1:0',
    ],
    ['"bedrock/us.meta.llama3-3-70b-instruct-v1:0"', 'us.meta.llama3-3-70b-instruct-v1:0'],
    ['"bedrock/converse/us.amazon.nova-pro-v1:0"', 'us.amazon.nova-pro-v1:0'],
    ['"bedrock:us.amazon.nova-pro-v1:0"', 'us.amazon.nova-pro-v1:0'],
    ['"amazon-bedrock/anthropic.claude-opus-4-7"', 'anthropic.claude-opus-4-7'],
    [
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0',
      'amazon.titan-embed-text-v2:0',
    ],
    [
      'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0',
      'us.amazon.nova-pro-v1:0',
    ],
    ['POST /model/anthropic.claude-v2/invoke', 'anthropic.claude-v2'],
    ['POST /model/amazon.nova-lite-v1:0/converse-stream', 'amazon.nova-lite-v1:0'],
    ['"amazon.nova-3-swift-v1:0"', 'amazon.nova-3-swift-v1:0'],
    ['"meta.llama5-oak-40b-v1:0"', 'meta.llama5-oak-40b-v1:0'],
    ['"amazon.titan-tg1-large"', 'amazon.titan-tg1-large'],
    ['"cohere.embed-english-v3:0:512"', 'cohere.embed-english-v3:0:512'],
    ['"cohere.command-light-text-v14:7:4k"', 'cohere.command-light-text-v14:7:4k'],
    ['model: anthropic.claude-3-haiku-20240307-v1:0:200k', 'anthropic.claude-3-haiku-20240307-v1:0:200k'],
    ['amazon.nova-premier-v1:0:mm', 'amazon.nova-premier-v1:0:mm'],
    [
      'uses us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0.',
      'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0',
    ],
    ['model = "anthropic.claude-sonnet-4-6"', 'anthropic.claude-sonnet-4-6'],
    ['"mistral.mistral-large-3-675b-instruct"', 'mistral.mistral-large-3-675b-instruct'],
    ['"openai.gpt-oss-120b-1:0"', 'openai.gpt-oss-120b-1:0'],
    ['"deepseek.v3.2"', 'deepseek.v3.2'],
    ['`anthropic.claude-mythos-preview`', 'anthropic.claude-mythos-preview'],
    [`MODEL=\${MODEL:-us.amazon.nova-lite-v1:0}`, 'us.amazon.nova-lite-v1:0'],
    ['"{\\"modelId\\":\\"amazon.nova-lite-v1:0\\"}"', 'amazon.nova-lite-v1:0'],
    ['"text\\nanthropic.claude-v2\\n"', 'anthropic.claude-v2'],
    [
      'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6',
      'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6',
    ],
    [
      `"arn:\${p}:bedrock:\${region}:\${account}:provisioned-model/abc123"`,
      `arn:\${p}:bedrock:\${region}:\${account}:provisioned-model/abc123`,
    ],
    [
      'arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.nova-lite-v1:0:300k/abcdef123456',
      'arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.nova-lite-v1:0:300k/abcdef123456',
    ],
    ['model: BedrockFoundationModel.AMAZON_NOVA_PRO_V1,', 'amazon.nova-pro-v1:0'],
    ['FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1', 'anthropic.claude-v2:1'],
    [
      'CrossRegionInferenceProfile.fromConfig({ geoRegion: CrossRegionInferenceProfileRegion.EU, model: BedrockFoundationModel.AMAZON_NOVA_PRO_V1 })',
      'eu.amazon.nova-pro-v1:0',
    ],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual([expected]);
  });

  test.each(LOOK_ALIKES)('%s is none', (text) => {
    expect(ids(text)).toEqual([]);
  });

  test('there are enough look-alikes', () => {
    expect(new Set(LOOK_ALIKES).size).toBeGreaterThanOrEqual(180);
  });

  test('every model of the catalogue is found, bare and through its profiles', async () => {
    const { models } = await loadCatalogueFile();
    const all = models.flatMap(({ id, aliases = [], profiles = [] }) => [
      id,
      ...aliases,
      ...profiles.map((prefix) => `${prefix}.${id}`),
    ]);
    expect(all.filter((id) => ids(`x = "${id}"`)[0] !== id)).toEqual([]);
  });

  test('constants of the CDK stand for ids that are found as such', () => {
    const values = Object.values(names).flatMap((members) => Object.values(members));
    // Models that Bedrock sold before its catalogue had them go by names without a digit.
    const strange = values.filter((id) => ids(`"${id}"`)[0] !== id);
    expect(strange).toEqual(['stability.stable-diffusion-xl']);
  });

  test.each([
    ['f"{prefix}.anthropic.claude-v2"'],
    [`\`\${prefix}.anthropic.claude-v2\``],
    [`"\${local.geo}.anthropic.claude-v2"`],
    ['prefix + ".anthropic.claude-v2"'],
    ['prefix + "anthropic.claude-v2"'],
    ['f"{prefix}anthropic.claude-v2"'],
    ['"%s.anthropic.claude-v2"'],
    ['$GEO.anthropic.claude-v2'],
    ['"#{geo}.anthropic.claude-v2"'],
    [`arn:aws:bedrock:us-east-1:1:inference-profile/\${geo}.anthropic.claude-v2`],
  ])('%s has a prefix that is made at run time', (text) => {
    expect(findModelIds(text)).toMatchObject([{ id: 'anthropic.claude-v2', prefixUnknown: true }]);
  });

  test('each with its place', () => {
    const text = 'a\nb = "amazon.nova-pro-v1:0"\n\n  c = "amazon.nova-micro-v1:0"  # amazon.nova-lite-v1:0';
    expect(findModelIds(text)).toMatchObject([
      { id: 'amazon.nova-pro-v1:0', line: 2, column: 6, start: 7, end: 27 },
      { id: 'amazon.nova-micro-v1:0', line: 4, column: 8 },
      { id: 'amazon.nova-lite-v1:0', line: 4, column: 35 },
    ]);
  });

  test('up to so many of one file', () => {
    const text = '"amazon.nova-pro-v1:0"\n'.repeat(LIMITS.modelIdsPerFile + 1);
    expect(findModelIds(text)).toHaveLength(LIMITS.modelIdsPerFile);
    expect(findModelIds(text.slice(23))).toHaveLength(LIMITS.modelIdsPerFile);
  });
});
