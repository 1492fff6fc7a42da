/** A small old book for the refresh to replace, in a directory of its own. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PriceRow } from '../../src/prices/book-file.ts';
import { packBook, writeBook } from '../../src/prices/pack.ts';

const LISTED = ['AWS Price List of 2026-08-20', '2026-08-20', 'A'] as const;
const PAGE = ['AWS pricing page of 2026-07-24', '2026-07-24', 'A'] as const;

function row(changes: Partial<PriceRow> & Pick<PriceRow, 'subject' | 'dimension' | 'usd'>): PriceRow {
  return {
    kind: 'model',
    region: 'us-east-1',
    scope: 'in-region',
    tier: 'standard',
    context: 'normal',
    per: '1000000',
    unit: 'tokens',
    source: LISTED,
    ...changes,
  };
}

function feature(subject: string, dimension: string, usd: string, unit: string, per: string): PriceRow {
  return row({ subject, dimension, usd, kind: 'feature', scope: '', unit, per });
}

const OLD_ROWS: readonly PriceRow[] = [
  row({ subject: 'amazon.nova-lite', dimension: 'input', usd: '0.07' }),
  row({ subject: 'amazon.nova-lite', dimension: 'output', usd: '0.24' }),
  row({ subject: 'amazon.nova-micro', dimension: 'input', usd: '0.035' }),
  row({ subject: 'amazon.nova-lite', dimension: 'input', usd: '0.08', region: 'eu-north-1' }),
  row({ subject: 'amazon.nova-lite', dimension: 'cache-write-1h', usd: '9', source: PAGE }),
  row({ subject: 'openai.gpt-5.5', dimension: 'input', usd: '5.5', source: PAGE }),
  row({
    subject: 'nova-act',
    kind: 'feature',
    scope: '',
    dimension: 'agent-hour',
    usd: '4.75',
    per: '1',
    unit: 'agent-hours',
    source: PAGE,
  }),
  feature('flows', 'node-transition', '9', 'node transitions', '1000'),
  { ...feature('flows', 'node-transition', '9', 'node transitions', '1000'), region: 'eu-west-1' },
  feature('lambda', 'request', '0.2', 'requests', '1000000'),
];

const DATA = join(import.meta.dirname, '../../src/prices/data');

/** A directory with the old book and the tables that a refresh needs. Gives the book's text too. */
export function oldBookDirectory(): { readonly directory: string; readonly text: string } {
  const directory = mkdtempSync(join(tmpdir(), 'bedrock-cost-prices-'));
  const unsettled = new Map([['kendra', { 'genai-index-hour': 'not settled' }]]);
  const text = writeBook({
    ...packBook({ rows: OLD_ROWS, inputs: [], unsettled }),
    edition: '2026-08-20.00000000',
  });
  writeFileSync(join(directory, 'book.json'), text);
  const offered = {
    'amazon.nova-lite': { 'in-region': 'us-east-1', geographic: 'us-east-1 us-west-2' },
    'amazon.nova-pro': { 'in-region': 'us-east-1', geographic: 'us-east-1' },
    'amazon.nova-2-lite': { geographic: 'us-east-1', global: 'us-east-1' },
    'anthropic.claude-haiku-4-5': { geographic: 'us-west-2', global: 'us-west-2' },
    'anthropic.claude-sonnet-5-5': { geographic: 'us-west-2', global: 'us-west-2' },
  };
  writeFileSync(
    join(directory, 'availability.json'),
    JSON.stringify({ format: 1, asOf: '2026-10-08', models: offered }),
  );
  writeFileSync(join(directory, 'override-prices.json'), readFileSync(join(DATA, 'override-prices.json')));
  return { directory, text };
}
