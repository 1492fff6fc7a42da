/** Token prices of 2026-10-08 in six regions: the newest observation, which wins over all others. */
import type { Scope, Tier } from '../../src/model/price.ts';
import type { PriceRow, SourceEntry } from '../../src/prices/book-file.ts';
import { modelNamed } from '../../src/prices/update/known-models.ts';
import { type Availability, regionalScopes } from './availability.ts';
import type { Observations, Observed } from './observations.ts';
import { type Line, tokenRow } from './rows.ts';

const AS_OF = '2026-10-08';
const SOURCES: Readonly<Record<string, SourceEntry>> = {
  'AWS Price List': ['AWS Price List of 2026-10-08, by inferplane/model-comparision@16734176', AS_OF, 'A'],
  'model-card': ['AWS model card, read 2026-10-08 by inferplane/model-comparision@16734176', AS_OF, 'A'],
  page: ['AWS pricing page, checked 2026-10-08 by inferplane/model-comparision@16734176', AS_OF, 'A'],
};

/**
 * Amazon Nova lists its cache writes at 0.00 and its model cards give no price for them. Written tokens are input, so
 * the input price is charged, visibly and with low confidence, until a document says otherwise.
 */
const NOVA_CACHE_WRITE: SourceEntry = [
  'Input price: the AWS Price List of 2026-10-08 lists cache writes of Nova at 0.00 and no document gives their price',
  AS_OF,
  'C',
];

const LATENCY = ' Latency Optimized';

export function layer20261008(
  observations: Observations,
  availability: ReadonlyMap<string, Availability>,
): { readonly rows: readonly PriceRow[]; readonly excluded: readonly string[] } {
  const excluded = new Set<string>();
  const rows = observations.observed.flatMap((row) => {
    const name = row.model.replace(LATENCY, '');
    const subject = modelNamed(name);
    if (subject === undefined) {
      excluded.add(`${row.model}: not a model of the catalogue`);
      return [];
    }
    const source = SOURCES[row.priceSource] ?? SOURCES['page'];
    if (source === undefined) throw new Error(`no source is described for ${row.priceSource}`);
    return row.regions.flatMap((region) => {
      const unusable = whyUnusable(row, subject, region);
      if (unusable !== undefined) {
        excluded.add(`${row.model} ${region}: ${unusable}`);
        return [];
      }
      const scopes: readonly Scope[] =
        row.scope === 'global' ? ['global'] : regionalScopes(availability, subject, region);
      if (scopes.length === 0)
        excluded.add(`${row.model} ${region}: a regional price, but nothing offers it there`);
      const tier = row.model === name ? row.tier : 'latency-optimized';
      return scopes.flatMap((scope) => rowsOf(row, { subject, region, scope }, tier, source));
    });
  });
  return { rows, excluded: [...excluded] };
}

function rowsOf(row: Observed, place: Line, tier: Tier, source: SourceEntry): readonly PriceRow[] {
  const line = { ...place, tier, context: row.context };
  const batch = { ...place, tier: 'batch' } as const;
  return [
    ...tokenRow(line, 'input', row.input, source),
    ...tokenRow(line, 'output', row.output, source),
    ...tokenRow(line, 'cache-read', row.cacheRead, source),
    ...tokenRow(line, 'cache-write-5m', row.cacheWrite5m, source),
    ...tokenRow(line, 'cache-write-30m', row.cacheWrite30m, source),
    ...tokenRow(line, 'cache-write-1h', row.cacheWrite1h, source),
    ...(row.cacheWrite === '0' ? tokenRow(line, 'cache-write-5m', row.input, NOVA_CACHE_WRITE) : []),
    ...tokenRow(batch, 'input', row.batchInput, source),
    ...(place.subject === 'amazon.nova-2-lite' && row.batchOutput === '1.9785'
      ? []
      : tokenRow(batch, 'output', row.batchOutput, source)),
  ];
}

/** Rows that the table's own notes say not to use. */
function whyUnusable(row: Observed, subject: string, region: string): string | undefined {
  if (subject === 'anthropic.claude-3-5-haiku') return 'several SKUs merged into one key';
  if (subject === 'cohere.command-r-plus' && region === 'us-east-1') return 'merged with Command R';
  if (subject === 'qwen.qwen3-next-80b-a3b' && ['ap-northeast-1', 'eu-west-1'].includes(region)) {
    return `two sets of SKUs mixed (${row.tier})`;
  }
  return undefined;
}
