/**
 * The prices that a guide of February 2026 gives, against the book: what `prices show` says of each in us-east-1. Where
 * the guide is wrong, the right price stands beside it with the reason.
 */
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/model/price.ts';
import { loadBookFile } from '../../../src/prices/book.ts';
import { loadCatalogueFile } from '../../../src/prices/catalogue.ts';
import { showModel } from '../../../src/prices/show.ts';

const book = await loadBookFile();
const catalogue = await loadCatalogueFile();

type Row = readonly [item: string, id: string, scope: Scope, guide: string, right: string, verdict?: string];

const SAME = '';
const OVER = 'the guide has the global price; through a geographic profile it is 10 % more';
const OPUS = 'the guide has the price of Opus 4 and 4.1';

const ROWS: readonly Row[] = [
  ['Nova Micro', 'amazon.nova-micro-v1:0', 'in-region', '0.035 0.14', SAME],
  ['Nova Lite', 'amazon.nova-lite-v1:0', 'in-region', '0.06 0.24', SAME],
  ['Nova Pro', 'amazon.nova-pro-v1:0', 'in-region', '0.8 3.2', SAME],
  ['Nova Premier', 'us.amazon.nova-premier-v1:0', 'geographic', '2.5 12.5', SAME],
  ['Claude Opus 4.6', 'us.anthropic.claude-opus-4-6-v1', 'geographic', '15 75', '5.5 27.5', OPUS],
  ['Claude Opus 4.6, global', 'global.anthropic.claude-opus-4-6-v1', 'global', '15 75', '5 25', OPUS],
  [
    'Claude Sonnet 4.5',
    'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'geographic',
    '3 15',
    '3.3 16.5',
    OVER,
  ],
  ['Claude Sonnet 4.5, global', 'global.anthropic.claude-sonnet-4-5-20250929-v1:0', 'global', '3 15', SAME],
  ['Claude Sonnet 4.6', 'us.anthropic.claude-sonnet-4-6', 'geographic', '3 15', '3.3 16.5', OVER],
  ['Claude Opus 4.5', 'us.anthropic.claude-opus-4-5-20251101-v1:0', 'geographic', '5 25', '5.5 27.5', OVER],
  ['Claude Haiku 4.5', 'us.anthropic.claude-haiku-4-5-20251001-v1:0', 'geographic', '1 5', '1.1 5.5', OVER],
  ['Claude 3 Haiku', 'anthropic.claude-3-haiku-20240307-v1:0', 'in-region', '0.25 1.25', SAME],
  ['Claude 3.5 Sonnet', 'anthropic.claude-3-5-sonnet-20240620-v1:0', 'in-region', '6 30', SAME],
  ['Mistral Large 3', 'mistral.mistral-large-3-675b-instruct', 'in-region', '0.5 1.5', SAME],
  ['Magistral Small 1.2', 'mistral.magistral-small-2509', 'in-region', '0.5 1.5', SAME],
  ['Devstral 2 "135B"', 'mistral.devstral-2-123b', 'in-region', '0.4 2', SAME],
  ['Ministral 3B', 'mistral.ministral-3-3b-instruct', 'in-region', '0.1 0.1', SAME],
  ['Voxtral Mini', 'mistral.voxtral-mini-3b-2507', 'in-region', '0.04 0.04', SAME],
  ['DeepSeek v3.2', 'deepseek.v3.2', 'in-region', '0.62 1.85', SAME],
  ['Llama 2 Chat 13B', 'meta.llama2-13b-chat-v1', 'in-region', '0.75 1', SAME],
  ['Llama 2 Chat 70B', 'meta.llama2-70b-chat-v1', 'in-region', '1.95 2.56', SAME],
  ['Gemma 3 4B', 'google.gemma-3-4b-it', 'in-region', '0.04 0.08', SAME],
  ['Gemma 3 27B', 'google.gemma-3-27b-it', 'in-region', '0.23 0.38', SAME],
  ['Nemotron Nano 2', 'nvidia.nemotron-nano-9b-v2', 'in-region', '0.06 0.23', SAME],
  ['gpt-oss-20b', 'openai.gpt-oss-20b-1:0', 'in-region', '0.07 0.3', SAME],
  ['gpt-oss-120b', 'openai.gpt-oss-120b-1:0', 'in-region', '0.15 0.6', SAME],
  ['Qwen3 32B', 'qwen.qwen3-32b-v1:0', 'in-region', '0.15 0.6', SAME],
  ['Qwen3 Coder Next', 'qwen.qwen3-coder-next', 'in-region', '0.5 1.2', SAME],
  ['MiniMax M2.1', 'minimax.minimax-m2.1', 'in-region', '0.3 1.2', SAME],
  ['Kimi K2.5', 'moonshotai.kimi-k2.5', 'in-region', '0.6 3', SAME],
  ['GLM 4.7', 'zai.glm-4.7', 'in-region', '0.6 2.2', SAME],
  ['GLM 4.7 Flash', 'zai.glm-4.7-flash', 'in-region', '0.07 0.4', SAME],
  ['Palmyra X5', 'us.writer.palmyra-x5-v1:0', 'geographic', '0.6 6', SAME],
  ['Titan Embeddings V2', 'amazon.titan-embed-text-v2:0', 'in-region', '0.02', SAME],
];

describe('the guide against the book', () => {
  it.each(ROWS.map(([item, ...row]) => [item, row] as const))('%s', (_, [id, scope, guide, right]) => {
    const answer = showModel(book, catalogue, id, 'us-east-1');
    if (!answer.found) throw new Error(answer.why);
    const line = answer.shown.units
      .filter((unit) => unit.unit === 'tokens')
      .flatMap((unit) => unit.lines)
      .find((each) => each.scope === scope && each.tier === 'standard' && each.context === 'normal');
    const prices = [line?.usd.get('input'), line?.usd.get('output')].filter((usd) => usd !== undefined);
    expect(prices.join(' ')).toBe(right === SAME ? guide : right);
  });

  it('has all 34 rows, and a reason for each that differs', () => {
    expect(ROWS).toHaveLength(34);
    for (const [item, , , , right, verdict] of ROWS)
      expect([item, verdict !== undefined]).toEqual([item, right !== SAME]);
  });
});
