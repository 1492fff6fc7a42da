/** Input and output prices of 2026-08-20, standard and batch, in 33 regions. */
import type { Scope } from '../../src/model/price.ts';
import type { PriceRow, SourceEntry } from '../../src/prices/book-file.ts';
import { modelNamed } from '../../src/prices/update/known-models.ts';
import { type Availability, regionalScopes } from './availability.ts';
import type { ListedRegion, Observations } from './observations.ts';
import { plain, tokenRow } from './rows.ts';

const SOURCE: SourceEntry = [
  'AWS Price List of 2026-08-20, by aToy0m0/bedrock-pricing@42777bfb',
  '2026-08-20',
  'A',
];
/** The table's marks: batch, and cross-region with the global profile. */
const BATCH = ' (バッチ)';
const GLOBAL = ' (クロスリージョン)';

export function layer20260820(
  observations: Observations,
  availability: ReadonlyMap<string, Availability>,
): { readonly rows: readonly PriceRow[]; readonly excluded: readonly string[] } {
  const excluded = new Set<string>();
  const rows = observations.allRegions.flatMap((row) => {
    const name = row.m.replace(BATCH, '').replace(GLOBAL, '');
    const subject = modelNamed(name);
    const tier = row.m.endsWith(BATCH) ? 'batch' : 'standard';
    const unusable = subject === undefined ? 'not a model of the catalogue' : whyUnusable(row, subject);
    if (subject === undefined || unusable !== undefined) {
      excluded.add(`${row.m} ${row.r.join(' ')}: ${unusable}`);
      return [];
    }
    return row.r.flatMap((region) => {
      const scopes: readonly Scope[] = row.m.endsWith(GLOBAL)
        ? ['global']
        : regionalScopes(availability, subject, region);
      if (scopes.length === 0)
        excluded.add(`${row.m} ${region}: a regional price, but nothing offers it there`);
      return scopes.flatMap((scope) => {
        const line = { subject, region, scope, tier } as const;
        const digitSlip = subject === 'amazon.nova-2-lite' && row.o !== null && plain(row.o) === '1.9785';
        return [
          ...tokenRow(line, 'input', row.i, SOURCE),
          ...(digitSlip ? [] : tokenRow(line, 'output', row.o, SOURCE)),
        ];
      });
    });
  });
  return { rows, excluded: [...excluded] };
}

function whyUnusable(row: ListedRegion, subject: string): string | undefined {
  if (subject === 'anthropic.claude-3-5-haiku') return 'several SKUs merged into one key';
  if (
    subject === 'amazon.nova-2-lite' &&
    row.r.includes('us-east-1') &&
    plain(row.i ?? 0) === '0.3' &&
    !row.m.endsWith(GLOBAL)
  ) {
    return 'the global price, merged into the regional key';
  }
  if (subject === 'qwen.qwen3-next-80b-a3b' && row.r.includes('ap-south-1'))
    return 'two sets of SKUs with different prices';
  return undefined;
}
