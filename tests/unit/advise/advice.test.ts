/** What each piece of advice saves, worked out by hand beside it. */
import { describe, expect, test } from 'vitest';
import { only, reportOn, said, savings } from './advised.ts';

/** 10,000 a day are 300,000 calls a month: 600M input tokens, 150M output tokens. */
const RAG = `workloads:
  rag:
    requests: 10000 per day
    model: MODEL
    input_tokens: 2000
    output_tokens: 500
`;

const rag = (model: string, more = '') => `${RAG.replace('MODEL', model)}${more}`;

describe('tiers', () => {
  test('batch halves the bill of a model that is sold in it', async () => {
    // 600M × $1.00 + 150M × $5.00 = $1,350.00; half of it in batch.
    const report = await reportOn(rag('global.anthropic.claude-haiku-4-5-20251001-v1:0'));
    expect(savings(report, 'batch', 'flex')).toEqual(['batch: 675']);
    expect(said(only(report, 'batch'))).toBe('rag: batch jobs');
    expect(only(report, 'batch').condition).toBe('answers may take up to 24 hours');
  });

  test('the summaries of the article: $725 in standard, half of the tokens in batch', async () => {
    // 50,000 documents × (4,000 × $0.80 + 1,000 × $3.20 per 1M) = 200M × 0.8 + 50M × 3.2 = $320.00.
    const report = await reportOn(`workloads:
  summaries:
    requests: 50000 per month
    model: amazon.nova-pro-v1:0
    input_tokens: 4000
    output_tokens: 1000
`);
    expect(savings(report, 'batch', 'flex')).toEqual(['batch: 160', 'flex: 160']);
  });

  test('an agent makes its calls itself, and in the standard tier', async () => {
    const report = await reportOn(
      `workloads:
  support:
    agent: aws_bedrockagent_agent.support
    requests: 5000 per day
    calls_per_request: 6
    input_tokens: 3000
    output_tokens: 800
`,
      {
        'main.tf': `resource "aws_bedrockagent_agent" "support" {
  foundation_model = "anthropic.claude-sonnet-4-5-20250929-v1:0"
}`,
      },
    );
    expect(savings(report, 'batch', 'flex', 'reserved')).toEqual([]);
  });

  test('a tier for which the book has no price is not advised', async () => {
    const report = await reportOn(rag('anthropic.claude-haiku-4-5-20251001-v1:0', '    tier: flex\n'));
    expect(savings(report, 'batch')).toEqual([]);
  });

  test('a cached prompt is weighed against batch, which caches none', async () => {
    // Cached: 300k × 1,500 × (0.9 × $0.10 + 0.1 × $1.25) + 300k × 500 × $1 + 150M × $5 = 96.75 + 150 + 750 = $996.75
    // at $1.00, and the model's minimum is 4,096 tokens, so prompts of 6,000 tokens, 5,000 of them cached:
    // 300k × 5,000 × (0.9 × 0.1 + 0.1 × 1.25) / 1M = 322.5; 300k × 1,000 = 300; 750: $1,372.50.
    // In batch: 300k × 6,000 × $0.50 + 150M × $2.50 = 900 + 375 = $1,275.00.
    const report = await reportOn(
      rag(
        'global.anthropic.claude-haiku-4-5-20251001-v1:0',
        '    cache: { tokens: 5000, hit_rate: 90% }\n',
      ).replace('2000', '6000'),
    );
    expect(savings(report, 'batch')).toEqual(['batch: 97.5']);
  });
});

describe('models', () => {
  test('the nearest smaller one of the family', async () => {
    // Sonnet 4.5: 600M × $3 + 150M × $15 = $4,050; Haiku 4.5 counts tokens alike: $1,350.
    const report = await reportOn(rag('global.anthropic.claude-sonnet-4-5-20250929-v1:0'));
    expect(savings(report, 'model-smaller')).toEqual(['model-smaller: 2700']);
    expect(said(only(report, 'model-smaller'))).toBe('rag: Claude Haiku 4.5 instead of Claude Sonnet 4.5');
  });

  test('a newer one whose tokenizer makes more tokens is weighed with them', async () => {
    // Haiku 4.5: $1,350. Haiku 5.5 at $0.10 and $0.50: $135 for as many tokens, $175.50 for 1.3, $182.25 for 1.35 times.
    const report = await reportOn(rag('global.anthropic.claude-haiku-4-5-20251001-v1:0'));
    expect(savings(report, 'model-newer')).toEqual(['model-newer: 1167.75 1174.5 1215']);
    expect(only(report, 'model-newer').condition).toContain('1.0 to 1.35 times the tokens');
  });

  test('models that the manifest names, whatever their family', async () => {
    // Nova Lite: 600M × $0.06 + 150M × $0.24 = $72.
    const report = await reportOn(
      rag(
        'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
        'advice: { models: ["amazon.nova-lite-v1:0"] }\n',
      ),
    );
    expect(savings(report, 'model-named')).toEqual(['model-named: 3978']);
  });

  test('a model that nobody knows is told', async () => {
    const report = await reportOn(rag('amazon.nova-pro-v1:0', 'advice: { models: [amazon.nova-lita-v1] }\n'));
    expect(report.diagnostics.map(({ code, at }) => `${code} ${at?.line}`)).toEqual(['model-unknown 9']);
    expect(savings(report, 'model-named')).toEqual([]);
  });

  test('the successor of a model that is going', async () => {
    const report = await reportOn(rag('us.anthropic.claude-3-5-sonnet-20241022-v2:0'));
    expect(said(only(report, 'model-successor'))).toBe(
      'rag: Claude Sonnet 5.5 instead of Claude 3.5 Sonnet v2',
    );
  });

  test('nothing dearer, and nothing of a model without a price', async () => {
    const report = await reportOn(rag('amazon.nova-micro-v1:0', 'advice: { minimum: 0 }\n'));
    expect(savings(report, 'model-smaller', 'model-newer', 'model-successor')).toEqual([]);
  });
});

describe('profiles, prompts and caches', () => {
  test('the global profile is a tenth cheaper than a geographic one', async () => {
    // us.: 600M × $1.10 + 150M × $5.50 = $1,485; global.: $1,350.
    const report = await reportOn(rag('us.anthropic.claude-haiku-4-5-20251001-v1:0'));
    expect(savings(report, 'global-profile')).toEqual(['global-profile: 135']);
    expect(said(only(report, 'global-profile'))).toBe(
      'rag: global profile, global.anthropic.claude-haiku-4-5-20251001-v1:0',
    );
  });

  test('a tenth of the input', async () => {
    const report = await reportOn(rag('global.anthropic.claude-haiku-4-5-20251001-v1:0'));
    expect(savings(report, 'shorter-prompt')).toEqual(['shorter-prompt: 60']);
  });

  test('caching of half of the prompt, from its break-even on', async () => {
    // Sonnet 4.5, 1,500 of 3,000 tokens of 300k calls = 450M tokens, plain $1,350.
    // At 80%: 360M × $0.30 + 90M × $3.75 = 108 + 337.5 = $445.50.
    const report = await reportOn(
      rag('global.anthropic.claude-sonnet-4-5-20250929-v1:0').replace('2000', '3000'),
    );
    expect(only(report, 'caching').saves.expected.toFixed()).toBe('904.5');
    expect(only(report, 'caching').condition).toMatch(/it pays from a hit rate of 22% on$/);
  });

  test('a prompt below the minimum of the model is not cached', async () => {
    const report = await reportOn(rag('global.anthropic.claude-haiku-4-5-20251001-v1:0'));
    expect(savings(report, 'caching')).toEqual([]);
  });

  test('the system prompt is what repeats, where the manifest says how long it is', async () => {
    const report = await reportOn(`workloads:
  chat:
    requests: 300000 per month
    model: global.anthropic.claude-sonnet-4-5-20250929-v1:0
    prompt: { system: 2000, question: 100 }
    output_tokens: 100
`);
    expect(said(only(report, 'caching'))).toBe('chat: prompt caching of the first 2000 tokens');
  });
});

describe('what is worth a line', () => {
  test('less than ten dollars a month is not, unless the manifest says so', async () => {
    const small = rag('amazon.nova-micro-v1:0').replace('10000', '1000');
    // 60M × $0.035 + 15M × $0.14 = $4.20 a month.
    expect(savings(await reportOn(small))).toEqual([]);
    const asked = await reportOn(`${small}advice: { minimum: 1 }\n`);
    expect(savings(asked, 'batch')).toEqual(['batch: 2.1']);
  });

  test('the largest saving stands first', async () => {
    const { advice = [] } = await reportOn(rag('us.anthropic.claude-sonnet-4-5-20250929-v1:0'));
    const amounts = advice.map(({ saves }) => saves.expected.toNumber());
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect(new Set(advice.map(({ about }) => about)).size).toBe(1);
  });

  test('a tree without usage gets no advice', async () => {
    const report = await reportOn('workloads:\n  rag: { model: "amazon.nova-pro-v1:0" }\n');
    expect(savings(report)).toEqual([]);
    expect(report.sensitivity).toEqual([]);
  });
});

describe('what moves the bill most', () => {
  test('ten percent more of each input', async () => {
    const { sensitivity = [] } = await reportOn(rag('global.anthropic.claude-haiku-4-5-20251001-v1:0'));
    expect(sensitivity.map((one) => `${said(one)} ${one.tenPercent.toFixed()}`)).toEqual([
      'rag requests 135',
      'rag output tokens 75',
      'rag input tokens 60',
    ]);
  });

  test('beside cached tokens, only the others are input: more cached ones are fewer plain ones', async () => {
    const { sensitivity = [] } = await reportOn(`workloads:
  rag:
    requests: 1M per month
    model: global.anthropic.claude-haiku-4-5-20251001-v1:0
    input_tokens: 6000
    output_tokens: 100
    cache: { tokens: 5000, hit_rate: 50% }
`);
    // 1,000 × $1 + 2,500 × $0.10 + 2,500 × $1.25 + 100 × $5, each × 1M / 1M.
    expect(sensitivity.map((one) => `${said(one)} ${one.tenPercent.toFixed()}`)).toEqual([
      'rag requests 487.5',
      'rag uncached input tokens 100',
      'rag output tokens 50',
    ]);
  });

  test('inputs of named calls are told apart', async () => {
    const { sensitivity = [] } = await reportOn(`workloads:
  triage:
    requests: 1M per month
    calls:
      answer: { model: "amazon.nova-pro-v1:0", input_tokens: 2500, output_tokens: 400, per_request: 0.2 }
`);
    // 200k calls: 500M × $0.80 = $400, 80M × $3.20 = $256.
    expect(sensitivity.map((one) => `${said(one)} ${one.tenPercent.toFixed()}`)).toEqual([
      'triage requests 65.6',
      'triage answer calls per request 65.6',
      'triage answer input tokens 40',
    ]);
  });
});

test('no model is advised whose context window is too small for the call', async () => {
  const advised = async (input: number, output: number) => {
    const report = await reportOn(`advice: { models: ["amazon.nova-micro-v1:0", "amazon.nova-lite-v1:0"] }
workloads:
  w: { requests: 1000 per day, model: us.anthropic.claude-sonnet-4-6, input_tokens: ${input}, output_tokens: ${output} }
`);
    const kinds = ['model-named', 'model-smaller', 'model-newer'];
    return (report.advice ?? [])
      .filter(({ kind }) => kinds.includes(kind))
      .map((one) => said(one).replace(/^w: | instead of.*/g, ''));
  };
  // Nova Micro has 128,000 tokens, Nova Lite 300,000.
  expect(await advised(100_000, 28_000)).toContain('Nova Micro');
  const over = await advised(100_000, 28_001);
  expect(over).not.toContain('Nova Micro');
  expect(over).toContain('Nova Lite');
  expect(await advised(500_000, 400)).not.toContain('Nova Lite');
});
