/** The model calls that a workload's numbers make. */
import { describe, expect, test } from 'vitest';
import { bindProject } from '../../../src/bind/project.ts';
import { readManifest } from '../../../src/manifest/read.ts';
import type { ModelCall, PromptPart } from '../../../src/model/workload.ts';
import { numbers } from '../manifest/reading.ts';

function callsOf(...keys: readonly string[]): readonly ModelCall[] {
  const text = ['version: 1', 'workloads:', '  chat:', ...keys.map((key) => `    ${key}`), ''].join('\n');
  const { manifest, diagnostics } = readManifest('bedrock-cost.yml', text, []);
  if (manifest === undefined || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  const project = bindProject({ directory: '.', manifest, resources: [], sources: new Map(), roots: [] }, []);
  return project.workloads.flatMap(({ calls }) => calls);
}

const words = ({ name, factors }: PromptPart) =>
  `${name}: ${factors.map(({ name: what, value }) => `${numbers(value)} ${what}`).join(' × ')}`;

describe('prompt', () => {
  test.each([
    // 800 + 150: a conversation of one turn has no history.
    ['1', '950'],
    // 800 + 150 + 450 × 4.5: 3.1 times one turn.
    ['10', '2975'],
    // 800 + 150 + 450 × 9.5: 5.5 times.
    ['20', '5225'],
    ['0.5', '950'],
  ])('a conversation of %s turns', (turns, expected) => {
    const [call] = callsOf(
      'output_tokens: 300',
      `prompt: { system: 800, history: { turns: ${turns}, user: 150 } }`,
    );
    expect(numbers(call?.inputTokens?.range)).toBe(expected);
  });

  test('all parts, with their factors', () => {
    const [call] = callsOf(
      'output_tokens: 300',
      'prompt: { system: 800, history: { turns: 5..15, user: 150, assistant: 250 }, chunks: { count: 5..10, tokens: 400 }, question: 100 }',
    );
    expect(call?.prompt?.map(words)).toEqual([
      'system prompt: 800 system prompt tokens',
      'history: 2 4.5 7 earlier turns × 400 tokens of an earlier turn',
      'retrieved chunks: 5 7.5 10 chunks × 400 tokens of a chunk',
      'question: 100 question tokens',
    ]);
    // 800 + 800 + 2,000 + 100, 800 + 1,800 + 3,000 + 100, 800 + 2,800 + 4,000 + 100.
    expect(numbers(call?.inputTokens?.range)).toBe('3700 5700 7700');
    expect(call?.inputTokens?.at?.line).toBe(5);
  });

  test('what the model is shown', () => {
    const [call] = callsOf(
      'output_tokens: 300',
      'prompt: { images: { count: 1..3, tokens: 1600 }, video: { seconds: 20, tokens: 288 }, question: 40 }',
    );
    expect(call?.prompt?.map(words)).toEqual([
      'images: 1 2 3 images × 1600 tokens of an image',
      'video: 20 seconds of video × 288 tokens of a second',
      'question: 40 question tokens',
    ]);
    expect(numbers(call?.inputTokens?.range)).toBe('7400 9000 10600');
  });

  test('a call takes over the prompt of its workload, with its own answer', () => {
    const calls = callsOf(
      'prompt: { history: { turns: 3, user: 100 } }',
      'calls: { a: { output_tokens: 50 }, b: { output_tokens: 150 }, c: { input_tokens: 7, output_tokens: 1 }, d: { prompt: { question: 9 }, output_tokens: 1 } }',
    );
    // (100 + answer) × 1 + 100.
    expect(calls.map(({ inputTokens }) => numbers(inputTokens?.range))).toEqual(['250', '350', '7', '9']);
    expect(calls.map(({ prompt }) => prompt?.length)).toEqual([2, 2, undefined, 1]);
  });

  test('without an answer the input is not known', () => {
    const calls = callsOf('prompt: { history: { turns: 3, user: 100 } }', 'calls: { a: { per_request: 2 } }');
    expect(calls.map(({ inputTokens, prompt }) => [inputTokens, prompt])).toEqual([[undefined, undefined]]);
  });

  test('a prompt alone makes a call', () => {
    expect(callsOf('prompt: { question: 9 }')).toHaveLength(1);
    expect(callsOf('requests: 9 per day')).toHaveLength(0);
  });
});

describe('long context and retries', () => {
  test('of the workload, and a call of its own', () => {
    const calls = callsOf(
      'input_tokens: 5',
      'retries: 2%',
      'long_context_share: 5%',
      'long_context_tokens: 300k',
      'calls: { a: { per_request: 1 }, b: { long_context_share: 10% } }',
    );
    expect(calls.map(({ retries }) => [numbers(retries?.range), retries?.at?.line])).toEqual([
      ['0.02', 5],
      ['0.02', 5],
    ]);
    expect(
      calls.map(({ longContext }) => [numbers(longContext?.share.range), longContext?.share.at?.line]),
    ).toEqual([
      ['0.05', 6],
      ['0.1', 8],
    ]);
    expect(calls.map(({ longContext }) => numbers(longContext?.inputTokens?.range))).toEqual([
      '300000',
      'nothing',
    ]);
  });
});
