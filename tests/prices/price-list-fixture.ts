/**
 * A small price list in the shape of the real one: the offers, usage types, units, attributes and prices are those that
 * the public files had in September 2026; SKUs are made up.
 */

export interface FixtureRow {
  readonly offer: string;
  readonly region: string;
  readonly usagetype: string;
  readonly unit: string;
  readonly usd: string;
  readonly description?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Rows with the same SKU are ranges of quantity of one product. */
  readonly sku?: string;
  readonly beginRange?: string;
}

export const VERSION = '20260930001912';

type Short = readonly [usagetype: string, unit: string, usd: string, more?: Partial<FixtureRow>];

function rows(
  offer: string,
  region: string,
  shared: Readonly<Record<string, string>>,
  list: readonly Short[],
): readonly FixtureRow[] {
  return list.map(([usagetype, unit, usd, more = {}]) => ({
    offer,
    region,
    usagetype,
    unit,
    usd,
    ...more,
    attributes: { ...shared, ...more.attributes },
  }));
}

function model(name: string, feature = 'On-demand Inference'): Partial<FixtureRow> {
  return { attributes: { model: name, feature } };
}

const KILO = '1K tokens';
const MEGA = '1M tokens';

export const FIXTURE_ROWS: readonly FixtureRow[] = [
  ...rows('AmazonBedrock', 'us-east-1', { servicename: 'Amazon Bedrock' }, [
    ['USE1-NovaLite-input-tokens', KILO, '0.0000600000', model('Nova Lite')],
    ['USE1-NovaLite-output-tokens', KILO, '0.0002400000', model('Nova Lite')],
    ['USE1-NovaLite-cache-read-input-token-count', KILO, '0.0000150000', model('Nova Lite')],
    ['USE1-NovaLite-cache-write-input-token-count', KILO, '0.0000000000', model('Nova Lite')],
    ['USE1-NovaLite-input-tokens-batch', KILO, '0.0000300000', model('Nova Lite', 'Batch Inference')],
    [
      'USE1-NovaLite-input-tokens-custom-model',
      KILO,
      '0.0000700000',
      model('Nova Lite', 'Model Customization'),
    ],
    [
      'USE1-NovaLite-ProvisionedThroughput-1month-ModelUnits',
      'hour',
      '55.0000000000',
      model('Nova Lite', 'Provisioned Throughput Inference - 1 month'),
    ],
    ['USE1-NovaPro-input-tokens', KILO, '0.0008000000', model('Nova Pro')],
    ['USE1-NovaPro-input-tokens-flex', KILO, '0.0004000000', model('Nova Pro')],
    [
      'USE1-NovaPro-latency-optimized-input-tokens',
      KILO,
      '0.0010000000',
      model('Nova Pro Latency Optimized'),
    ],
    ['USE1-Nova2.0Lite-input-tokens', KILO, '0.0003300000', model('Nova 2.0 Lite')],
    ['USE1-Nova2.0Lite-input-tokens-cross-region-global', KILO, '0.0003000000', model('Nova 2.0 Lite')],
    ['USE1-NovaSonic-text-input-tokens', KILO, '0.0000600000', model('Nova Sonic')],
    ['USE1-NovaSonic-speech-input-tokens', KILO, '0.0034000000', model('Nova Sonic')],
    ['USE1-Nova2.0Omni-image-output-tokens', KILO, '0.0400000000', model('Nova 2.0 Omni')],
    ['USE1-NovaCanvas-T2I-1024-Standard', 'image', '0.0400000000', model('Nova Canvas')],
    [
      'USE1-TitanTextG1-Lite-input-tokens',
      KILO,
      '0.0001500000',
      { attributes: { titanModel: 'Titan Text G1 Lite' } },
    ],
    ['USE1-TitanEmbeddingV2-Text-input-tokens', KILO, '0.0000200000'],
    ['USE1-Claude-input-tokens', KILO, '0.0080000000', model('Claude')],
    ['USE1-qwen3-32b-input-tokens', KILO, '0.0001500000', model('Qwen3 32B')],
    ['USE1-qwen.qwen3-32b-mantle-input-tokens-standard', KILO, '0.0001600000'],
    ['USE1-qwen.qwen3-32b-mantle-output-tokens-standard', KILO, '0.0006000000'],
    ['USE1-AmazonRerank-queries', 'query', '0.0010000000'],
    ['USE1-Guardrail-ContentPolicyUnitsConsumed', 'TextUnit', '0.0001500000'],
    ['USE1-Guardrail-WordPolicyUnitsConsumed', 'TextUnit', '0.0000000000'],
    ['USE1-BedrockFlows-NodeTransitions', '1K transitions', '0.0350000000'],
    ['USE1-SomethingNew-Units', 'unit', '1.0000000000'],
  ]),
  ...rows('AmazonBedrock', 'us-west-2', { servicename: 'Amazon Bedrock' }, [
    ['USW2-NovaLite-input-tokens', KILO, '0.0000600000', model('Nova Lite')],
    ['USW2-NovaPro-input-tokens', KILO, '0.0008000000', model('Nova Pro')],
  ]),
  ...marketplace('us-west-2', 'USW2', 'Claude Haiku 4.5', MEGA, [
    ['InputTokenCount', '1.1'],
    ['OutputTokenCount', '5.5'],
    ['InputTokenCount_Global', '1.0'],
    ['InputTokenCount_Batch', '0.55'],
    ['InputTokenCount_Global_Batch', '0.5'],
    ['CacheReadInputTokenCount', '0.11'],
    ['CacheWriteInputTokenCount', '1.375'],
    ['CacheWrite1hInputTokenCount_Global', '2.0'],
  ]),
  ...marketplace('us-west-2', 'USW2', 'Claude Sonnet 5.5', MEGA, [
    ['input_tokens_standard', '2.2'],
    ['input_tokens_global_standard', '2'],
    ['cache_write_tokens_1h_global_standard', '4'],
  ]),
  ...marketplace('us-west-2', 'USW2', 'OpenAI GPT-6 Astra', MEGA, [
    ['input_tokens_standard', '11'],
    ['cache_write_tokens_30m_long_ctx_global_standard', '25'],
    ['output_tokens_long_ctx_standard', '82.5'],
  ]),
  ...marketplace('us-west-2', 'USW2', 'Claude 3.7 Sonnet', 'hour', [
    ['ProvisionedThroughput_1MonthCommit_ModelUnits_Usage', '158.4'],
  ]),
  ...marketplace('us-east-1', 'USE1', 'Claude Sonnet 4.6', '1M TPM Hour', [
    ['Reserved_1Month_InputTPM_Geo', '0.198'],
    ['Reserved_3Month_OutputTPM_Global', '0.81'],
  ]),
  ...marketplace(
    'us-east-1',
    'USE1',
    'Claude 3 Sonnet',
    'Units',
    [['InputTokenCount', '3']],
    '$3 per Million Input Tokens',
  ),
  ...marketplace(
    'us-east-1',
    'USE1',
    'Claude 3 Opus',
    'Units',
    [['InputTokenCount', '0.015']],
    '$0.015 per thousand input tokens',
  ),
  ...marketplace(
    'us-east-1',
    'USE1',
    'Cohere Rerank v3.5',
    'Units',
    [['search_units', '0.002']],
    'per search unit, 1 unit',
  ),
  ...rows('AmazonBedrockService', 'us-east-1', { servicename: 'Amazon Bedrock Service' }, [
    ['USE1-Claude4Sonnet-input-tokens-long-context-cross-region-global', KILO, '0.006'],
    ['USE1-Claude4Sonnet-cache-write-input-token-count-long-context-cross-region-global', KILO, '0.0075'],
  ]),
  ...rows('AmazonBedrockAgentCore', 'us-east-1', { type: 'Consumption-based' }, [
    ['USE1-Runtime:Consumption-based:vCPU', 'vCPU-Hours', '0.0895'],
    ['USE1-Evaluations:Consumption-based:BuiltIn-Input:Tier1', '1M Input Tokens', '2.4'],
    ['USE1-Runtime:Instance-based:m5.large', 'Hours', '0.01', { attributes: { type: 'Instance-based' } }],
  ]),
  ...rows('AmazonES', 'us-east-1', {}, [
    ['USE1-IndexingOCU', 'OCU-hour', '0.24'],
    ['USE1-SearchOCU', 'OCU-hour', '0.24'],
    ['USE1-ESInstance:m5.large', 'Hrs', '0.142'],
  ]),
  ...rows('AmazonS3', 'us-east-1', {}, [
    ['TimedStorage-ByteHrs', 'GB-Mo', '0.023', { sku: 'S3STANDARD' }],
    ['TimedStorage-ByteHrs', 'GB-Mo', '0.022', { sku: 'S3STANDARD', beginRange: '51200' }],
    ['TimedStorage-SIA-ByteHrs', 'GB-Mo', '0.0125'],
    ['Requests-Tier1', 'Requests', '0.000005'],
    ['USE1-VectorSomething-ByteHrs', 'GB-Mo', '0.06'],
  ]),
  ...rows('AmazonCloudWatch', 'us-east-1', {}, [
    ['USE1-DataProcessing-Bytes', 'GB', '0.5'],
    ['USE1-VendedLog-Bytes', 'GB', '0.25', { sku: 'VENDED', beginRange: '10240' }],
    ['USE1-VendedLog-Bytes', 'GB', '0.5', { sku: 'VENDED' }],
    ['USE1-VendedLog-Bytes', 'GB', '0.1', { sku: 'VENDED', beginRange: '30720' }],
    ['USE1-VendedLog-Bytes', 'GB', '0.05', { sku: 'VENDED', beginRange: '51200' }],
  ]),
  ...rows('AmazonVPC', 'us-east-1', {}, [['USE1-VpcEndpoint-Hours', 'hours', '0.01']]),
  ...rows('awskms', 'us-east-1', {}, [
    ['us-east-1-KMS-Keys', 'Keys', '1'],
    ['us-east-1-KMS-Requests', 'Requests', '0', { sku: 'KMSREQUESTS' }],
    ['us-east-1-KMS-Requests', 'Requests', '0.000003', { sku: 'KMSREQUESTS', beginRange: '20000' }],
  ]),
  ...rows('AWSLambda', 'us-east-1', {}, [['Lambda-GB-Second', 'Lambda-GB-Second', '0.0000166667']]),
  ...rows('AmazonRDS', 'us-east-1', {}, [
    [
      'USE1-Aurora:ServerlessV2Usage',
      'ACU-Hr',
      '0.12',
      { attributes: { databaseEngine: 'Aurora PostgreSQL' } },
    ],
    ['USE1-Aurora:ServerlessV2Usage', 'ACU-Hr', '0.13', { attributes: { databaseEngine: 'Aurora MySQL' } }],
  ]),
  ...rows('AWSDataTransfer', 'us-east-1', {}, [
    ['USE1-DataTransfer-Out-Bytes', 'GB', '0.09', { attributes: { toLocation: 'External' } }],
  ]),
];

function marketplace(
  region: string,
  prefix: string,
  name: string,
  unit: string,
  list: readonly (readonly [string, string])[],
  description = '',
): readonly FixtureRow[] {
  return list.map(([usage, usd]) => ({
    offer: 'AmazonBedrockFoundationModels',
    region,
    usagetype: `${prefix}-MP:${prefix}_${usage}-Units`,
    unit,
    usd,
    description,
    attributes: { servicename: `${name} (Amazon Bedrock Edition)` },
  }));
}

/** The text of one offer file. */
export function offerText(
  offer: string,
  region: string,
  list: readonly FixtureRow[],
  version = VERSION,
): string {
  const products: Record<string, unknown> = {};
  const terms: Record<string, Record<string, { priceDimensions: Record<string, unknown> }>> = {};
  for (const [index, row] of list.entries()) {
    if (row.offer !== offer || row.region !== region) continue;
    const sku = row.sku ?? `SKU${String(index).padStart(13, '0')}`;
    products[sku] = {
      sku,
      productFamily: 'Amazon Bedrock',
      attributes: {
        servicecode: offer,
        regionCode: region,
        usagetype: row.usagetype,
        operation: '',
        ...row.attributes,
      },
    };
    const product = terms[sku] ?? {};
    terms[sku] = product;
    const term = product[`${sku}.JRTCKXETXF`] ?? { priceDimensions: {} };
    product[`${sku}.JRTCKXETXF`] = term;
    Object.assign(term, {
      offerTermCode: 'JRTCKXETXF',
      sku,
      effectiveDate: '2026-09-01T00:00:00Z',
      termAttributes: {},
    });
    const rateCode = `${sku}.JRTCKXETXF.6YS6EN2CT${row.beginRange ?? '7'}`;
    term.priceDimensions[rateCode] = {
      rateCode,
      description: row.description ?? `$${row.usd} per ${row.unit}`,
      beginRange: row.beginRange ?? '0',
      endRange: 'Inf',
      unit: row.unit,
      pricePerUnit: { USD: row.usd },
      appliesTo: [],
    };
  }
  const head = { formatVersion: 'v1.0', disclaimer: 'For information only.', offerCode: offer, version };
  return JSON.stringify(
    {
      ...head,
      publicationDate: '2026-09-30T00:19:12Z',
      products,
      terms: { OnDemand: terms },
      attributesList: {},
    },
    null,
    2,
  );
}

/** The text of an offer's index of regions. */
export function indexText(offer: string, regions: readonly string[], version = VERSION): string {
  const entries = regions.map((region) => [
    region,
    { regionCode: region, currentVersionUrl: `/offers/v1.0/aws/${offer}/${version}/${region}/index.json` },
  ]);
  return JSON.stringify({
    formatVersion: 'v1.0',
    publicationDate: '2026-09-30T00:19:12Z',
    regions: Object.fromEntries(entries),
  });
}
