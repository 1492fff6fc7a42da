/**
 * Ids and ARNs of resources that exist already. A plan writes them out where the code refers to the resource; they are
 * turned back into the reference, so that it is followed whether the resource is new or not.
 */
import type { Unknown } from '../../model/value.ts';
import type { JsonNode } from '../terraform/json/nodes.ts';
import { at, textOf } from './nodes.ts';

export type Identity = Required<Pick<Unknown, 'refersTo' | 'attribute'>>;

/** Resources by the texts that name nothing but them. */
export function identitiesOf(resources: readonly JsonNode[]): ReadonlyMap<string, Identity> {
  const found = new Map<string, Identity | undefined>();
  for (const resource of resources) {
    const address = textOf(at(resource, 'address'));
    const type = textOf(at(resource, 'type')) ?? '';
    const values = at(resource, 'values');
    if (address === undefined || values?.kind !== 'object') continue;
    for (const { key, value } of values.properties) {
      const text = textOf(value);
      if (text === undefined || !names(type, key.value, text)) continue;
      const known = found.get(text);
      // What two resources are called by tells neither.
      const isNew = !found.has(text) || known?.refersTo === address;
      found.set(text, isNew ? (known ?? { refersTo: address, attribute: key.value }) : undefined);
    }
  }
  return new Map(
    [...found].flatMap(([text, identity]) => (identity === undefined ? [] : [[text, identity]])),
  );
}

/** Whether an attribute is the resource's own ARN, or its own id at Amazon Bedrock: ids elsewhere are often just names. */
function names(type: string, attribute: string, text: string): boolean {
  const own = attribute === 'id' || attribute === 'arn' || isNamedAfter(type, attribute);
  return (
    own && (text.startsWith('arn:') || (type.startsWith('aws_bedrock') && /^[A-Za-z0-9_-]{8,64}$/.test(text)))
  );
}

/** `guardrail_id` of `aws_bedrock_guardrail`. */
function isNamedAfter(type: string, attribute: string): boolean {
  const [, noun = ''] = /^(.+)_(?:id|arn)$/.exec(attribute) ?? [];
  return noun !== '' && type.endsWith(`_${noun}`);
}
