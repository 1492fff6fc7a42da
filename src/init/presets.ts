/** Typical sizes of model calls, for a first look before anything is measured. Each is a mean that someone published. */

export interface Preset {
  readonly name: string;
  /** What it is of, and whose numbers they are. */
  readonly about: string;
  readonly source: string;
  /** Keys of a workload with what to write; ranges run from half to twice the mean where the source gives no range. */
  readonly keys: readonly (readonly [key: string, value: string])[];
}

export const PRESETS: readonly Preset[] = [
  {
    name: 'chat',
    about: 'a chat without retrieval: 1,155 tokens in, 211 out',
    source: 'Azure production chat traffic, 2023',
    keys: [
      ['input_tokens', '{ low: 578, expected: 1155, high: 2310 }'],
      ['output_tokens', '{ low: 106, expected: 211, high: 422 }'],
    ],
  },
  {
    name: 'rag',
    about: 'a chat with retrieved text: 5,000 to 11,000 tokens in, 250 to 800 out',
    source: 'the ranges of a public Bedrock calculator',
    keys: [
      ['input_tokens', '5000..11000'],
      ['output_tokens', '250..800'],
    ],
  },
  {
    name: 'agent',
    about: 'an agent with tools: 5 model calls for a request, 3,500 tokens in, 200 out each',
    source: "AWS's guidance for agents with Bedrock Data Automation",
    keys: [
      ['calls_per_request', '{ low: 2.5, expected: 5, high: 10 }'],
      ['input_tokens', '{ low: 1750, expected: 3500, high: 7000 }'],
      ['output_tokens', '{ low: 100, expected: 200, high: 400 }'],
    ],
  },
  {
    name: 'coding-agent',
    about:
      'a coding agent: 84 model calls a session, 154,000 tokens in (96 % read from the cache), 523 out each',
    source: 'TraceLab, 4,265 sessions of coding agents, 2026 (arXiv 2606.30560)',
    keys: [
      ['calls_per_request', '{ low: 42, expected: 84, high: 168 }'],
      ['input_tokens', '154000'],
      ['output_tokens', '{ low: 262, expected: 523, high: 1046 }'],
      ['cache', '{ tokens: 154000, hit_rate: 95.8%, ttl: 5m }'],
    ],
  },
  {
    name: 'extraction',
    about: 'documents that are summarised or taken apart: 4,000 tokens in, 1,000 out',
    source: 'the pricing article of 2026-02, document summaries',
    keys: [
      ['input_tokens', '{ low: 2000, expected: 4000, high: 8000 }'],
      ['output_tokens', '{ low: 500, expected: 1000, high: 2000 }'],
    ],
  },
  {
    name: 'embedding',
    about: 'questions that are embedded: 100 tokens in, none out',
    source: 'a question of two or three sentences',
    keys: [['input_tokens', '{ low: 50, expected: 100, high: 200 }']],
  },
];
