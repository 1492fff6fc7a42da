import { describe, expect, test } from 'vitest';
import { findModelIds } from '../../../src/code/find-model-ids.ts';

const ids = (text: string) => findModelIds(text).map(({ id }) => id);

describe('model ids in application code', () => {
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
    [
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0',
      'amazon.titan-embed-text-v2:0',
    ],
    ['model: anthropic.claude-3-haiku-20240307-v1:0:200k', 'anthropic.claude-3-haiku-20240307-v1:0:200k'],
    [
      'uses us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0.',
      'us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0',
    ],
    ['model = "anthropic.claude-sonnet-4-6"', 'anthropic.claude-sonnet-4-6'],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual([expected]);
  });

  test.each([
    'import openai.types.chat',
    'https://www.amazon.co.jp/dp/1',
    'from google.cloud import storage',
    'writer.colors.red',
    'meta.stackexchange.com',
    'x.amazon.nova-lite-v1:0',
    'user@anthropic.claude.example',
    'amazon.aws',
  ])('%s is none', (text) => {
    expect(ids(text)).toEqual([]);
  });

  test('each with its place', () => {
    const text = 'a\nb = "amazon.nova-pro-v1:0"\n\n  c = "amazon.nova-micro-v1:0"  # amazon.nova-lite-v1:0';
    expect(findModelIds(text)).toEqual([
      { id: 'amazon.nova-pro-v1:0', line: 2, column: 6 },
      { id: 'amazon.nova-micro-v1:0', line: 4, column: 8 },
      { id: 'amazon.nova-lite-v1:0', line: 4, column: 35 },
    ]);
  });
});
