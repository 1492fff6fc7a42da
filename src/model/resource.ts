import type { Range } from './range.ts';
import type { SourceLocation } from './source-location.ts';
import { isUnknown, type MapValue, type Unknown, type Value } from './value.ts';

/** Two vocabularies for what infrastructure code declares; every format reduces to one of them. */
export type Vocabulary = 'terraform' | 'cloudformation';

/** One thing that the infrastructure code declares. */
export interface Resource {
  /**
   * `aws_bedrockagent_agent.support`, `module.kb["eu"].aws_s3vectors_index.main[0]`, or a logical id. Where several
   * roots of one project have the same address, the root stands before it: `envs/prod:aws_bedrockagent_agent.support`.
   */
  readonly address: string;
  /** The root module or template that declares it, and its address there. */
  readonly root?: string;
  readonly addressInRoot?: string;
  /**
   * Addresses in the same root that the code says this was known by before, as `moved` blocks do; the latest first.
   * What stood there at the base and is gone is this.
   */
  readonly formerAddresses?: readonly string[];
  readonly vocabulary: Vocabulary;
  /** `aws_bedrockagent_agent` or `AWS::Bedrock::Agent`. */
  readonly type: string;
  readonly attributes: MapValue;
  /** From the resource itself or its provider or stack; absent where neither says. */
  readonly region?: string | Unknown;
  /** Set where a condition cannot be evaluated: the resource may exist, once, several times or not at all. */
  readonly uncertain?: Unknown;
  /** Beside `uncertain`: how much of it each of the three numbers that the manifest states counts, from 0 to 1. */
  readonly presence?: Range;
  readonly at: SourceLocation;
}

/** `aws_x.y[0]` and `aws_x.y["a"]` are instances of the block `aws_x.y`. */
export function withoutInstance(address: string): string {
  if (!address.endsWith(']')) return address;
  const start = address.lastIndexOf('[');
  return start > 0 ? address.slice(0, start) : address;
}

/** Whether a value in the attributes of `from` is a reference to `to`: to itself, or to the block it is an instance of. */
export function isReferenceTo(value: Value | undefined, from: Resource, to: Resource): boolean {
  if (value === undefined || !isUnknown(value) || value.refersTo === undefined) return false;
  if ((value.root ?? from.root) !== to.root) return false;
  const target = to.addressInRoot ?? to.address;
  return value.refersTo === target || value.refersTo === withoutInstance(target);
}
