/** What Pulumi's resources are called here: the type of the vocabulary that they are read in, and their own name. */

import type { Resource } from '../../model/resource.ts';
import { asCloudFormation } from '../awscc.ts';
import { map } from '../terraform/values/value.ts';
import { cloudControlType, parseToken, terraformType } from './type-token.ts';

/** A type that is read here, under the name that it has there. */
export interface KnownType {
  /** `aws_bedrockagent_agent`, or `awscc_bedrock_agent` of what is read as CloudFormation's. */
  readonly type: string;
  /** What the address starts with: `aws_bedrockagent_agent`, or `AWS::Bedrock::Agent`. */
  readonly shown: string;
}

/** The type behind a token of `aws` or `aws-native`; `undefined` for those of all other providers. */
export function knownType(token: string): KnownType | undefined {
  const parts = parseToken(token);
  if (parts?.provider === 'aws') {
    const type = terraformType(parts);
    return { type, shown: type };
  }
  if (parts?.provider !== 'aws-native') return undefined;
  const type = cloudControlType(parts);
  return { type, shown: asCloudFormation({ ...NOTHING, type }).type };
}

const NOTHING: Resource = {
  address: '',
  vocabulary: 'terraform',
  type: '',
  attributes: map(new Map()),
  at: { file: '' },
};

/** `aws_bedrockagent_agent.support`: names are told apart by their type only. */
export function addressOf(type: KnownType, name: string): string {
  return `${type.shown}.${name}`;
}

/** A URN in its parts: `urn:pulumi:prod::rag::my:index:Search$aws:s3/bucket:Bucket::docs`. */
export interface Urn {
  readonly token: string;
  /** The types of its parents that are components, joined by `$`; empty where there are none. */
  readonly parents: string;
  readonly name: string;
}

/** The parts of a URN; `undefined` for a text that is none. */
export function parseUrn(urn: string): Urn | undefined {
  const parts = urn.split('::');
  const [start = '', , types, ...names] = parts;
  if (!start.startsWith('urn:pulumi:') || types === undefined || names.length === 0) return undefined;
  const cut = types.lastIndexOf('$');
  // A name may itself have two colons in it.
  return { token: types.slice(cut + 1), parents: types.slice(0, Math.max(cut, 0)), name: names.join('::') };
}
