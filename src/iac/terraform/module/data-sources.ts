/** Data sources whose answer follows from what is written, without asking AWS. */
import { text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { concatenate } from '../evaluate/template.ts';

export interface DataQuery {
  readonly arguments: ReadonlyMap<string, Value>;
  /** The region of its provider. */
  readonly region: string | Unknown;
  readonly budget: Budget;
}

/** What a data source of a type answers, besides its own arguments; nothing where that is not known here. */
export function answerOf(type: string, query: DataQuery): ReadonlyMap<string, Value> {
  const answer = ANSWERS.get(type);
  return answer === undefined ? new Map() : answer(query);
}

const ANSWERS: ReadonlyMap<string, (query: DataQuery) => ReadonlyMap<string, Value>> = new Map([
  ['aws_region', answerRegion],
  ['aws_partition', answerPartition],
  ['aws_bedrock_foundation_model', answerFoundationModel],
  ['aws_bedrock_inference_profile', answerInferenceProfile],
  ['aws_ssm_parameter', answerParameter],
]);

function answerRegion({ arguments: given, region }: DataQuery): ReadonlyMap<string, Value> {
  const value = given.get('region') ?? given.get('name') ?? regionText(region);
  return new Map(['id', 'name', 'region'].map((name) => [name, value]));
}

function answerPartition({ region }: DataQuery): ReadonlyMap<string, Value> {
  const partition = partitionOf(region);
  const suffix =
    typeof region === 'string'
      ? text(region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com')
      : region;
  const answers: [string, Value][] = [
    ['id', partition],
    ['partition', partition],
  ];
  if (partition.kind === 'text' && (partition.value === 'aws' || partition.value === 'aws-us-gov'))
    answers.push(['reverse_dns_prefix', text('com.amazonaws')]);
  // Other partitions have suffixes of their own.
  const usual = partition.kind === 'text' && ['aws', 'aws-cn', 'aws-us-gov'].includes(partition.value);
  if (usual) answers.push(['dns_suffix', suffix]);
  return new Map(answers);
}

/** The ARN of a foundation model has no account in it: `arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0`. */
function answerFoundationModel({ arguments: given, region, budget }: DataQuery): ReadonlyMap<string, Value> {
  const id = given.get('model_id');
  if (id === undefined) return new Map();
  const parts = [
    text('arn:'),
    partitionOf(region),
    text(':bedrock:'),
    regionText(region),
    text('::foundation-model/'),
    id,
  ];
  return new Map([
    ['id', id],
    ['model_arn', isArn(id) ? id : concatenate(parts, budget)],
  ]);
}

/** The ARN of an inference profile names the account that asks. */
function answerInferenceProfile({ arguments: given, region, budget }: DataQuery): ReadonlyMap<string, Value> {
  const id = given.get('inference_profile_id');
  if (id === undefined) return new Map();
  const account = unknown('the account is known only after apply');
  const parts = [
    partitionOf(region),
    text(':bedrock:'),
    regionText(region),
    text(':'),
    account,
    text(':inference-profile/'),
    id,
  ];
  return new Map([
    ['id', id],
    ['inference_profile_arn', isArn(id) ? id : concatenate([text('arn:'), ...parts], budget)],
  ]);
}

/** What a parameter holds is for AWS to say, unless other code of the project declares the parameter. */
function answerParameter({ arguments: given }: DataQuery): ReadonlyMap<string, Value> {
  const name = given.get('name');
  if (name?.kind !== 'text') return new Map();
  const value = unknown(`what the parameter ${name.value} holds is known only after apply`, {
    parameter: name.value,
  });
  return new Map(['value', 'insecure_value'].map((attribute) => [attribute, value]));
}

/** Both data sources take an ARN for the id, too. */
function isArn(id: Value): boolean {
  const start = id.kind === 'unknown' ? id.pieces?.[0] : id.kind === 'text' ? id.value : undefined;
  return typeof start === 'string' && start.startsWith('arn:');
}

function regionText(region: string | Unknown): Value {
  return typeof region === 'string' ? text(region) : region;
}

/** Partitions by the start of the region's name; AWS, "Amazon Resource Names", 2026. */
const PARTITIONS: readonly (readonly [prefix: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc'],
];

function partitionOf(region: string | Unknown): Value {
  if (typeof region !== 'string') return region;
  return text(PARTITIONS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws');
}
