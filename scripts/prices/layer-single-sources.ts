/** Token prices that no table by region has: GPT-5.4 to GPT-5.6 outside GovCloud, and long-context Sonnet 4. */
import type { Scope } from '../../src/model/price.ts';
import type { PriceRow, SourceEntry } from '../../src/prices/book-file.ts';
import type { Availability } from './availability.ts';
import { everywhere } from './layer-page.ts';
import { type Line, tokenRow } from './rows.ts';

const GENAI: SourceEntry = [
  'genai-prices 0.1.8 of 2026-09-23, one price for all commercial regions',
  '2026-09-23',
  'C',
];
const TERRA: SourceEntry = [
  'AWS model card of 2026-09-14, and genai-prices 0.1.8 of 2026-09-23',
  '2026-09-23',
  'B',
];
const GPT_5: SourceEntry = [
  'AWS pricing page of 2026-07-24, and genai-prices 0.1.8 of 2026-09-23',
  '2026-09-23',
  'B',
];
const SONNET_4: SourceEntry = [
  'AWS Price List, AmazonBedrockService of 2026-09-11, …-long-context-cross-region-global',
  '2026-09-11',
  'A',
];

interface Tokens {
  readonly input: string;
  readonly output: string;
  readonly read: string;
  readonly write30m?: string;
}

export function layerSingleSources(availability: ReadonlyMap<string, Availability>): readonly PriceRow[] {
  const at = (subject: string, scopes: readonly Scope[]) =>
    everywhere(availability, subject).filter((line) => scopes.includes(line.scope));
  const REGIONAL = ['in-region', 'geographic'] as const;
  return [
    ...at('openai.gpt-5.4', REGIONAL).flatMap((line) =>
      rowsOf(line, { input: '2.75', output: '16.5', read: '0.275' }, GPT_5),
    ),
    ...at('openai.gpt-5.5', REGIONAL).flatMap((line) =>
      rowsOf(line, { input: '5.5', output: '33', read: '0.55' }, GPT_5),
    ),
    ...at('openai.gpt-5.6-luna', REGIONAL).flatMap((line) => [
      ...rowsOf(line, { input: '0.22', output: '1.32', read: '0.022', write30m: '0.275' }, GENAI),
      ...rowsOf(
        { ...line, context: 'long' },
        { input: '0.44', output: '1.98', read: '0.044', write30m: '0.55' },
        GENAI,
      ),
    ]),
    ...at('openai.gpt-5.6-luna', ['global']).flatMap((line) => [
      ...rowsOf(line, { input: '0.2', output: '1.2', read: '0.02', write30m: '0.25' }, GENAI),
      ...rowsOf(
        { ...line, context: 'long' },
        { input: '0.4', output: '1.8', read: '0.04', write30m: '0.5' },
        GENAI,
      ),
    ]),
    ...at('openai.gpt-5.6-terra', REGIONAL).flatMap((line) => [
      ...rowsOf(line, { input: '2.2', output: '13.2', read: '0.22', write30m: '2.75' }, TERRA),
      ...rowsOf(
        { ...line, context: 'long' },
        { input: '4.4', output: '19.8', read: '0.44', write30m: '5.5' },
        GENAI,
      ),
    ]),
    ...at('openai.gpt-5.6-terra', ['global']).flatMap((line) => [
      ...rowsOf(line, { input: '2', output: '12', read: '0.2', write30m: '2.5' }, GENAI),
      ...rowsOf(
        { ...line, context: 'long' },
        { input: '4', output: '18', read: '0.4', write30m: '5' },
        GENAI,
      ),
    ]),
    ...at('openai.gpt-5.6-sol', REGIONAL).flatMap((line) => [
      ...rowsOf(line, { input: '4.4', output: '22', read: '0.44', write30m: '5.5' }, GENAI),
      ...rowsOf(
        { ...line, context: 'long' },
        { input: '8.8', output: '33', read: '0.88', write30m: '11' },
        GENAI,
      ),
    ]),
    ...at('openai.gpt-5.6-sol', ['global']).flatMap((line) => [
      ...rowsOf(line, { input: '4', output: '20', read: '0.4', write30m: '5' }, GENAI),
      ...rowsOf(
        { ...line, context: 'long' },
        { input: '8', output: '30', read: '0.8', write30m: '10' },
        GENAI,
      ),
    ]),
    ...longSonnet4(),
  ];
}

function longSonnet4(): readonly PriceRow[] {
  const line: Line = {
    subject: 'anthropic.claude-sonnet-4',
    region: 'us-east-1',
    scope: 'global',
    context: 'long',
  };
  return [
    ...tokenRow(line, 'input', '6', SONNET_4),
    ...tokenRow(line, 'output', '22.5', SONNET_4),
    ...tokenRow(line, 'cache-read', '0.6', SONNET_4),
    ...tokenRow(line, 'cache-write-5m', '7.5', SONNET_4),
  ];
}

function rowsOf(line: Line, tokens: Tokens, source: SourceEntry): readonly PriceRow[] {
  return [
    ...tokenRow(line, 'input', tokens.input, source),
    ...tokenRow(line, 'output', tokens.output, source),
    ...tokenRow(line, 'cache-read', tokens.read, source),
    ...tokenRow(line, 'cache-write-30m', tokens.write30m, source),
  ];
}
