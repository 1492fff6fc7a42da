/** Properties of Pulumi's resources as attributes of Terraform's. */
import { LIMITS } from '../../model/limits.ts';
import type { MapValue, Value } from '../../model/value.ts';
import { map } from '../terraform/values/value.ts';
import { snakeCase } from './type-token.ts';

/**
 * Blocks that may occur several times have the singular in Terraform and the plural in Pulumi. What is a list of plain
 * values is called alike in both. As the schemas of `@pulumi/aws` 7.48 and `hashicorp/aws` 6.25 differ.
 */
const SINGULAR = [
  'abort_incomplete_multipart_upload',
  'availability_zone_address',
  'condition',
  'connection',
  'cors_rule',
  'encryption_configuration',
  'expiration',
  'filters_config',
  'grant',
  'guardrail_configuration',
  'inference_configuration',
  'inline_payload',
  'input',
  'input_variable',
  'interceptor_configuration',
  'level_configuration',
  'lifecycle_configuration',
  'lifecycle_rule',
  'maintenance_schedule',
  'managed_word_lists_config',
  'memory_configuration',
  'message',
  'node',
  'noncurrent_version_expiration',
  'noncurrent_version_transition',
  'output',
  'pattern_object_filter',
  'pii_entities_config',
  'prompt_override_configuration',
  'property',
  'regexes_config',
  'request_header_allowlist',
  'routing_configuration',
  'rule',
  's3_delivery_configuration',
  'server_side_encryption_configuration',
  'storage_location',
  'subnet_configuration',
  'system',
  'tier_config',
  'tool',
  'topics_config',
  'transition',
  'validator',
  'variant',
  'words_config',
];

const BLOCKS: ReadonlyMap<string, string> = new Map(SINGULAR.map((name) => [plural(name), name]));

function plural(name: string): string {
  if (name.endsWith('y')) return `${name.slice(0, -1)}ies`;
  return name.endsWith('s') ? `${name}es` : `${name}s`;
}

/** Names that Pulumi changed for its own reasons, by Terraform's type. */
const RENAMED: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'aws_lambda_function',
    new Map([
      ['name', 'function_name'],
      ['code', 'filename'],
    ]),
  ],
]);

/** What Terraform calls an attribute of a type: `guardrail_configuration` for `guardrailConfigurations`. */
export function attributeName(property: string, type: string): string {
  return RENAMED.get(type)?.get(property) ?? nestedName(property, type);
}

/** `awscc` has its names from CloudFormation, as Pulumi has them. */
function nestedName(property: string, type: string): string {
  const plain = snakeCase(property);
  return type.startsWith('awscc_') ? plain : (BLOCKS.get(plain) ?? plain);
}

/** Properties whose keys the author chooses. */
const FREE = new Set([
  'tags',
  'tags_all',
  'variables',
  'environment_variables',
  'metadata',
  'hyperparameters',
]);

/** The properties of a resource under the names of Terraform's `type`. */
export function attributesOf(properties: MapValue, type: string): MapValue {
  const made = new Map<Value, Value>();
  const named = ([key, value]: readonly [string, Value]): [string, Value] => [
    attributeName(key, type),
    renamed(value, attributeName(key, type), 1),
  ];
  return map(new Map([...properties.entries].map(named)));

  function renamed(value: Value, name: string, depth: number): Value {
    if ((value.kind !== 'map' && value.kind !== 'list') || FREE.has(name)) return value;
    if (depth > LIMITS.dataDepth) return value;
    // A value may stand in many places, and is made once.
    const known = made.get(value);
    if (known !== undefined) return known;
    const result: Value =
      value.kind === 'list'
        ? { kind: 'list', items: value.items.map((item) => renamed(item, '', depth + 1)) }
        : map(new Map([...value.entries].map(([key, item]) => entryOf(key, item, depth))));
    made.set(value, result);
    return result;
  }

  function entryOf(key: string, item: Value, depth: number): [string, Value] {
    const name = nestedName(key, type);
    return [name, renamed(item, name, depth + 1)];
  }
}
