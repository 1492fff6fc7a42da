/** What a manifest says of model calls beyond a number of tokens: prompt, long context, retries. */
import { describe, expect, test } from 'vitest';
import { inLine, numbers, read, readGood } from './reading.ts';

const workload = (...keys: readonly string[]) =>
  ['version: 1', 'workloads:', '  chat:', ...keys.map((key) => `    ${key}`), ''].join('\n');

const messages = (...keys: readonly string[]) => read(workload(...keys)).diagnostics.map(inLine);

describe('prompt', () => {
  test('each part', () => {
    const [chat] = readGood(
      workload(
        'output_tokens: 300',
        'prompt: { system: 800, history: { turns: 5..15, user: 150, assistant: 250 }, chunks: { count: 5, tokens: 400 }, question: 120 }',
      ),
    ).workloads;
    const { system, history, chunks, question } = chat?.prompt ?? {};
    const parts = [
      system,
      history?.turns,
      history?.user,
      history?.assistant,
      chunks?.count,
      chunks?.tokens,
      question,
    ];
    expect(parts.map((part) => numbers(part?.range))).toEqual([
      '800',
      '5 10 15',
      '150',
      '250',
      '5',
      '400',
      '120',
    ]);
  });

  test('parts that are absent are absent', () => {
    const [chat] = readGood(
      workload('output_tokens: 300', 'prompt: { history: { turns: 10, user: 150 } }'),
    ).workloads;
    expect(Object.keys(chat?.prompt ?? {})).toEqual(['history']);
    expect(Object.keys(chat?.prompt?.history ?? {})).toEqual(['turns', 'user']);
  });

  test('of a named call', () => {
    const [chat] = readGood(workload('calls: { answer: { prompt: { question: 10 } } }')).workloads;
    expect(numbers(chat?.calls[0]?.prompt?.question?.range)).toBe('10');
  });

  test.each([
    [
      ['input_tokens: 5', 'prompt: { question: 10 }'],
      '5:5 manifest-conflict: `prompt` of workload `chat` stands beside `input_tokens`, which it takes the place of.',
    ],
    [
      ['calls: { a: { input_tokens: 5, prompt: { question: 10 } } }'],
      '4:36 manifest-conflict: `calls.a.prompt` of workload `chat` stands beside `input_tokens`, which it takes the place of.',
    ],
    [
      ['prompt: {}'],
      '4:5 manifest-missing: `prompt` of workload `chat` has no part. | prompt: { system: 800, question: 150 }',
    ],
    [
      ['prompt: { history: { turns: 10, user: 150 } }'],
      '4:15 manifest-missing: `prompt.history` of workload `chat` lacks the tokens of an answer, which `output_tokens` does not state either. | history: { turns: 10, user: 150, assistant: 300 }',
    ],
    [
      ['prompt: { sistem: 800 }'],
      '4:15 manifest-unknown-key: `prompt` of workload `chat` has the unknown key `sistem`; did you mean `system`? | prompt: { system: 800 }',
    ],
    [
      ['prompt: { chunks: { count: 5 } }'],
      '4:15 manifest-missing: `prompt.chunks.tokens` of workload `chat`: no value was found; expected a number of tokens such as `2000`. | tokens: 2000',
    ],
  ])('%j', (keys, expected) => {
    expect(messages(...keys)).toEqual([expected]);
  });

  test('an answer of any call is enough for the history of its workload', () => {
    expect(
      messages('prompt: { history: { turns: 10, user: 150 } }', 'calls: { a: { output_tokens: 5 } }'),
    ).toEqual([]);
  });
});

describe('long context and retries', () => {
  test('shares', () => {
    const [chat] = readGood(
      workload(
        'long_context_share: 5%',
        'long_context_tokens: 200k',
        'retries: 2%',
        'calls: { a: { long_context_share: 0.5..1 } }',
      ),
    ).workloads;
    expect(
      [chat?.longContext?.share, chat?.longContext?.tokens, chat?.retries].map((part) =>
        numbers(part?.range),
      ),
    ).toEqual(['0.05', '200000', '0.02']);
    expect(numbers(chat?.calls[0]?.longContext?.share.range)).toBe('0.5 0.75 1');
    expect(chat?.calls[0]?.longContext?.tokens).toBeUndefined();
  });

  test.each([
    [
      ['long_context_tokens: 200k'],
      '4:5 manifest-missing: `long_context_tokens` of workload `chat` stands without the share of the calls that are so long. | long_context_share: 5%',
    ],
    [
      ['retries: 150%'],
      '4:14 manifest-quantity: `retries` of workload `chat`: `150%` is more than the whole, which is 100% or 1; expected a share such as `80%`. | retries: 80%',
    ],
  ])('%j', (keys, expected) => {
    expect(messages(...keys)).toEqual([expected]);
  });
});
