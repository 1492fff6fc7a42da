/**
 * Resources of Terraform's `awscc` provider. It is made from CloudFormation's own schemas: its types and attributes are
 * those of CloudFormation in snake case, and so they are read as CloudFormation's.
 */
import { LIMITS } from '../model/limits.ts';
import type { Resource } from '../model/resource.ts';
import { isUnknown, type Value } from '../model/value.ts';

/** Services of interest, as CloudFormation spells them. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ['bedrock', 'Bedrock'],
  ['bedrockagentcore', 'BedrockAgentCore'],
  ['bedrockmantle', 'BedrockMantle'],
  ['opensearchserverless', 'OpenSearchServerless'],
  ['opensearchservice', 'OpenSearchService'],
  ['s3vectors', 'S3Vectors'],
  ['s3', 'S3'],
  ['lambda', 'Lambda'],
  ['logs', 'Logs'],
  ['kms', 'KMS'],
  ['rds', 'RDS'],
  ['ec2', 'EC2'],
  ['kendra', 'Kendra'],
  ['neptunegraph', 'NeptuneGraph'],
  ['sagemaker', 'SageMaker'],
  ['stepfunctions', 'StepFunctions'],
]);

/** Words that CloudFormation writes in capitals, by service: elsewhere the same word has one capital only. */
const CAPITALS: ReadonlyMap<string, string> = new Map([
  ['ec2', 'vpc'],
  ['rds', 'db'],
  ['opensearchservice', 'ebs'],
]);

/** Names that are one word, which CloudFormation writes in capitals: the place of a bucket in knowledge bases. */
const NAMES_IN_CAPITALS: ReadonlyMap<string, string> = new Map([['bedrock', 'uri']]);

/** A resource of `awscc` in CloudFormation's vocabulary; any other resource as it is. */
export function asCloudFormation(resource: Resource): Resource {
  const [provider, service = '', ...words] = resource.type.slice(0, LONGEST).split('_');
  const name = SERVICES.get(service);
  if (resource.vocabulary !== 'terraform' || provider !== 'awscc' || name === undefined || words.length === 0)
    return resource;
  const capitals = CAPITALS.get(service);
  const type = `AWS::${name}::${pascal(words.join('_'), capitals)}`;
  const attributes = renamed(
    resource.attributes,
    { capitals, name: NAMES_IN_CAPITALS.get(service), made: new Map() },
    0,
  );
  return attributes.kind === 'map'
    ? { ...resource, vocabulary: 'cloudformation', type, attributes }
    : resource;
}
const LONGEST = 200;

/** Attributes whose keys the author chooses: their names are no names of the schema. */
const FREE = new Set(['tags', 'variables', 'environment_variables', 'metadata']);

interface Renaming {
  readonly capitals: string | undefined;
  readonly name: string | undefined;
  /** A value may stand in many places, and is made once. */
  readonly made: Map<Value, Value>;
}

/** The value with its keys, and those of all maps below, in CloudFormation's spelling. */
function renamed(value: Value, renaming: Renaming, depth: number): Value {
  if (depth > LIMITS.hclDepth) return value;
  if (value.kind === 'unknown') return renamedReference(value);
  if (value.kind !== 'list' && value.kind !== 'map') return value;
  const known = renaming.made.get(value);
  if (known !== undefined) return known;
  const result: Value =
    value.kind === 'list'
      ? { kind: 'list', items: value.items.map((item) => renamed(item, renaming, depth + 1)) }
      : {
          kind: 'map',
          entries: new Map([...value.entries].map((entry) => renamedEntry(entry, renaming, depth))),
        };
  renaming.made.set(value, result);
  return result;
}

function renamedEntry([key, item]: readonly [string, Value], renaming: Renaming, depth: number) {
  const value = FREE.has(key) ? item : renamed(item, renaming, depth + 1);
  return [key === renaming.name ? key.toUpperCase() : pascal(key, renaming.capitals), value] as const;
}

/** Which attribute of another `awscc` resource is meant is spelled as that resource is. */
function renamedReference(value: Value): Value {
  if (!isUnknown(value) || value.attribute === undefined || !/(?:^|\.)awscc_/.test(value.refersTo ?? ''))
    return value;
  return { ...value, attribute: pascal(value.attribute, undefined) };
}

function pascal(key: string, capitals: string | undefined): string {
  const words = key.slice(0, LONGEST).split('_');
  return words.map((word) => (word === capitals ? word.toUpperCase() : capital(word))).join('');
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
