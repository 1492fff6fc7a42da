/** What a row of the price list that bills no tokens is: found by the end of its usage type, offer by offer. */
import { Decimal } from '../../model/decimal.ts';
import { modelNamed } from './known-models.ts';
import { type OfferRow, scaleOf, usageTypeOf } from './offer-row.ts';
import { parseUsageType } from './usage-type.ts';

export interface FeaturePrice {
  readonly kind: 'feature';
  readonly subject: string;
  readonly dimension: string;
  readonly usd: string;
  readonly per: string;
  readonly unit: string;
  /** Where the range of quantities begins. */
  readonly from: Decimal;
}

/** Usage type without region, subject, dimension, per, unit; and attributes that the row must have. */
type Entry = readonly [
  usageType: string,
  subject: string,
  dimension: string,
  per: number,
  unit: string,
  attributes?: Readonly<Record<string, string>>,
];

const GUARDRAIL = 'Guardrail-';
const CORE = ':Consumption-based:';

/** Every row of each offer that the book has a place for. */
const FEATURE_USAGE: Readonly<Record<string, readonly Entry[]>> = {
  AmazonBedrock: [
    [`${GUARDRAIL}ContentPolicyUnitsConsumed`, 'guardrails', 'content-filter', 1000, 'text units'],
    [`${GUARDRAIL}ContentPolicyImageUnitsConsumed`, 'guardrails', 'content-filter-image', 1000, 'images'],
    [`${GUARDRAIL}TopicPolicyUnitsConsumed`, 'guardrails', 'denied-topics', 1000, 'text units'],
    [`${GUARDRAIL}WordPolicyUnitsConsumed`, 'guardrails', 'word-filter', 1000, 'text units'],
    [
      `${GUARDRAIL}SensitiveInformationPolicyPaidUnitsConsumed`,
      'guardrails',
      'sensitive-information',
      1000,
      'text units',
    ],
    [
      `${GUARDRAIL}SensitiveInformationPolicyFreeUnitsConsumed`,
      'guardrails',
      'sensitive-information-regex',
      1000,
      'text units',
    ],
    [
      `${GUARDRAIL}ContextualGroundingPolicyUnitsConsumed`,
      'guardrails',
      'contextual-grounding',
      1000,
      'text units',
    ],
    [
      `${GUARDRAIL}AutomatedReasoningPolicyUnitsConsumed`,
      'guardrails',
      'automated-reasoning',
      1000,
      'text units',
    ],
    [
      'GuardrailChecks-ContentFilterCheckUnitsConsumed',
      'guardrail-checks',
      'content-filter',
      1000,
      'text units',
    ],
    [
      'GuardrailChecks-PromptAttackCheckUnitsConsumed',
      'guardrail-checks',
      'prompt-attack',
      1000,
      'text units',
    ],
    [
      'GuardrailChecks-SensitiveInformationCheckUnitsConsumed',
      'guardrail-checks',
      'sensitive-information',
      1000,
      'text units',
    ],
    ['DataAutomation-Standard-PagesProcessed', 'data-automation', 'page-standard', 1, 'pages'],
    ['DataAutomation-Custom-PagesProcessed', 'data-automation', 'page-custom', 1, 'pages'],
    [
      'DataAutomation-Custom-PagesProcessed-AddOnFields',
      'data-automation',
      'page-custom-field',
      1,
      'page-fields',
    ],
    ['DataAutomation-Custom-ImagesProcessed', 'data-automation', 'image-custom', 1, 'images'],
    ['APO-optimizePrompt-tokens', 'prompt-optimization', 'token', 1000, 'tokens'],
  ],
  AmazonBedrockAgentCore: [
    [`Runtime${CORE}vCPU`, 'agentcore', 'runtime-vcpu', 1, 'vCPU-hours'],
    [`Runtime${CORE}Memory`, 'agentcore', 'runtime-memory', 1, 'GB-hours'],
    [`Runtime${CORE}vCPU-v2`, 'agentcore', 'runtime-v2-vcpu', 1, 'vCPU-hours'],
    [`Runtime${CORE}Memory-v2`, 'agentcore', 'runtime-v2-memory', 1, 'GB-hours'],
    [`BrowserTool${CORE}vCPU`, 'agentcore', 'browser-vcpu', 1, 'vCPU-hours'],
    [`BrowserTool${CORE}Memory`, 'agentcore', 'browser-memory', 1, 'GB-hours'],
    [`CodeInterpreter${CORE}vCPU`, 'agentcore', 'code-interpreter-vcpu', 1, 'vCPU-hours'],
    [`CodeInterpreter${CORE}Memory`, 'agentcore', 'code-interpreter-memory', 1, 'GB-hours'],
    [`Gateway${CORE}API-Invocations`, 'agentcore', 'gateway-invocation', 1000, 'invocations'],
    [`Gateway${CORE}Search-API`, 'agentcore', 'gateway-search', 1000, 'searches'],
    [`Gateway${CORE}Tool-Indexing`, 'agentcore', 'gateway-tool-index', 1, 'tool-months'],
    [`Memory${CORE}Short-Term-Memory`, 'agentcore', 'memory-event', 1000, 'events'],
    [
      `Memory${CORE}Long-Term-Memory-Storage:Built-in-memory`,
      'agentcore',
      'memory-record',
      1000,
      'record-months',
    ],
    [`Memory${CORE}Long-Term-Memory-Retrieval`, 'agentcore', 'memory-retrieval', 1000, 'retrievals'],
    [`WebSearchTool${CORE}Queries`, 'agentcore', 'web-search', 1000, 'queries'],
    [`Evaluations${CORE}BuiltIn-Input:Tier1`, 'agentcore', 'evaluation-input', 1_000_000, 'tokens'],
    [`Evaluations${CORE}BuiltIn-Output:Tier1`, 'agentcore', 'evaluation-output', 1_000_000, 'tokens'],
    [`Evaluations${CORE}CustomEvaluators:Tier1`, 'agentcore', 'evaluation-custom', 1000, 'evaluations'],
    [`Knowledge-Base${CORE}Retrieval`, 'managed-knowledge-base', 'retrieve', 1000, 'queries'],
    [`Knowledge-Base${CORE}AgenticRetrieval`, 'managed-knowledge-base', 'agentic-retrieve', 1000, 'queries'],
    [`Knowledge-Base${CORE}Storage`, 'managed-knowledge-base', 'storage', 1, 'GB-months'],
  ],
  AmazonES: [
    ['IndexingOCU', 'opensearch-serverless', 'ocu-hour', 1, 'OCU-hours'],
    ['SearchOCU', 'opensearch-serverless', 'ocu-hour', 1, 'OCU-hours'],
  ],
  AmazonS3: [
    ['TimedStorage-ByteHrs', 's3', 'storage', 1, 'GB-months'],
    ['Requests-Tier1', 's3', 'put', 1000, 'requests'],
    ['Requests-Tier2', 's3', 'get', 1000, 'requests'],
  ],
  AmazonCloudWatch: [
    ['DataProcessing-Bytes', 'cloudwatch-logs', 'ingestion', 1, 'GB'],
    ['DataProcessingIA-Bytes', 'cloudwatch-logs', 'ingestion-infrequent-access', 1, 'GB'],
    ['VendedLog-Bytes', 'cloudwatch-logs', 'vended', 1, 'GB'],
    ['TimedStorage-ByteHrs', 'cloudwatch-logs', 'storage', 1, 'GB-months'],
    ['DataScanned-Bytes', 'cloudwatch-logs', 'insights', 1, 'GB'],
  ],
  AmazonVPC: [
    ['VpcEndpoint-Hours', 'vpc-endpoint', 'endpoint-hour', 1, 'endpoint-hours'],
    ['VpcEndpoint-Bytes', 'vpc-endpoint', 'data', 1, 'GB'],
  ],
  awskms: [
    ['KMS-Keys', 'kms', 'key', 1, 'key-months'],
    ['KMS-Requests', 'kms', 'request', 10_000, 'requests'],
  ],
  AWSLambda: [
    ['Request', 'lambda', 'request', 1_000_000, 'requests'],
    ['Lambda-GB-Second', 'lambda', 'gb-second', 1, 'GB-seconds'],
    ['Lambda-GB-Second-ARM', 'lambda', 'gb-second-arm', 1, 'GB-seconds'],
  ],
  AmazonRDS: [
    [
      'Aurora:ServerlessV2Usage',
      'aurora',
      'acu-hour',
      1,
      'ACU-hours',
      { databaseEngine: 'Aurora PostgreSQL' },
    ],
    ['Aurora:StorageUsage', 'aurora', 'storage', 1, 'GB-months', { databaseEngine: 'Aurora PostgreSQL' }],
    ['Aurora:StorageIOUsage', 'aurora', 'io', 1_000_000, 'requests', { databaseEngine: 'Aurora PostgreSQL' }],
  ],
  AWSDataTransfer: [
    ['DataTransfer-Out-Bytes', 'data-transfer', 'internet-out', 1, 'GB', { toLocation: 'External' }],
  ],
};

/** By offer and usage type. */
const ENTRIES: ReadonlyMap<string, Entry> = new Map(
  Object.entries(FEATURE_USAGE).flatMap(([offer, entries]) =>
    entries.map((entry) => [`${offer} ${entry[0]}`, entry] as const),
  ),
);

/** Model rows that are billed by the query or the image. */
const BY_USE: readonly (readonly [RegExp, subject: string, dimension: string, per: number, unit: string])[] =
  [
    [/^AmazonRerank/, 'amazon.rerank-v1', 'query', 1000, 'queries'],
    [/^NovaCanvas-T2I-1024-Standard$/, 'amazon.nova-canvas', 'image-1024-standard', 1, 'images'],
    [/^NovaCanvas-T2I-1024-Premium$/, 'amazon.nova-canvas', 'image-1024-premium', 1, 'images'],
    [/^NovaCanvas-T2I-2048-Standard$/, 'amazon.nova-canvas', 'image-2048-standard', 1, 'images'],
    [/^NovaCanvas-T2I-2048-Premium$/, 'amazon.nova-canvas', 'image-2048-premium', 1, 'images'],
    [/^BedrockFlows/, 'flows', 'node-transition', 1000, 'node transitions'],
    [/^GenerateSQL/, 'structured-data', 'generate-query', 1000, 'queries'],
    [
      /^(Flan|Llama|Mistral|Mixtral|MultimodalLlama|Qwen)-CustomModelImport-Inference-v1:0$/,
      'custom-model-import',
      'custom-model-unit-minute',
      1,
      'custom-model-unit minutes',
    ],
    [
      /^OSS-CustomModelImport-Inference-v2:0$/,
      'custom-model-import',
      'custom-model-unit-minute-v2',
      1,
      'custom-model-unit minutes',
    ],
    [/^NovaGrounding/, 'web-grounding', 'request', 1000, 'requests'],
  ];

/** Undefined where the book has no place for the row. */
export function classifyFeatureRow(row: OfferRow): FeaturePrice | undefined {
  const { bare } = parseUsageType(usageTypeOf(row));
  const entry = ENTRIES.get(`${row.offer} ${bare}`);
  if (entry !== undefined) {
    const [, subject, dimension, per, unit, attributes = {}] = entry;
    const fits = Object.entries(attributes).every(
      ([name, value]) => (row.attributes[name] ?? value) === value,
    );
    return fits ? feature(row, subject, dimension, per, unit) : undefined;
  }
  if (row.offer === 'AmazonBedrockFoundationModels') return marketplaceUse(row);
  if (row.offer !== 'AmazonBedrock') return undefined;
  const use = BY_USE.find(([pattern]) => pattern.test(bare));
  return use === undefined ? undefined : feature(row, use[1], use[2], use[3], use[4]);
}

/** Marketplace models that are billed by the query or the image: `search_units`, `created_image_stable_image_ultra`. */
function marketplaceUse(row: OfferRow): FeaturePrice | undefined {
  const { words } = parseUsageType(usageTypeOf(row));
  const [first, second, ...rest] = words;
  const subject = modelNamed(row.attributes['servicename'] ?? '') ?? modelNamed(rest.join(' '));
  if (subject === undefined) return undefined;
  if (first === 'search' && second === 'units') return feature(row, subject, 'query', 1000, 'queries');
  return first === 'created' && second === 'image' ? feature(row, subject, 'image', 1, 'images') : undefined;
}

/** Says whether an offer's product is worth reading at all, from its usage type alone. */
export function isWantedUsage(offer: string, usageType: string): boolean {
  if (!offer.startsWith('AmazonBedrock')) {
    // How S3 Vectors writes its usage types is not known: such rows are read so that the account shows them.
    return (
      (offer === 'AmazonS3' && usageType.includes('Vector')) ||
      ENTRIES.has(`${offer} ${parseUsageType(usageType).bare}`)
    );
  }
  return offer !== 'AmazonBedrockAgentCore' || usageType.includes(CORE);
}

function feature(row: OfferRow, subject: string, dimension: string, per: number, unit: string): FeaturePrice {
  const usd = new Decimal(row.usd).times(per).div(scaleOf(row) ?? 1);
  return {
    kind: 'feature',
    subject,
    dimension,
    usd: usd.toFixed(),
    per: String(per),
    unit,
    from: new Decimal(row.beginRange),
  };
}
