import { expect, test } from 'vitest';
import { purposeOf } from '../../../src/code/purpose.ts';

test.each([
  ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'text'],
  ['amazon.titan-embed-text-v2:0', 'embedding'],
  ['cohere.embed-v4:0', 'embedding'],
  ['twelvelabs.marengo-embed-2-7-v1:0', 'embedding'],
  ['cohere.rerank-v3-5:0', 'reranking'],
  ['amazon.nova-canvas-v1:0', 'image'],
  ['amazon.titan-image-generator-v2:0', 'image'],
  ['stability.sd3-5-large-v1:0', 'image'],
  ['amazon.nova-reel-v1:1', 'video'],
  ['luma.ray-v2:0', 'video'],
  ['amazon.nova-2-sonic-v1:0', 'speech'],
  ['amazon.nova-pro-v1:0', 'text'],
])('%s makes %s', (id, purpose) => {
  expect(purposeOf(id)).toBe(purpose);
});
