import type { SourceLocation } from './source-location.ts';
import type { MapValue, Unknown } from './value.ts';

/** Two vocabularies for what infrastructure code declares; every format reduces to one of them. */
export type Vocabulary = 'terraform' | 'cloudformation';

/** One thing that the infrastructure code declares. */
export interface Resource {
  /** `aws_bedrockagent_agent.support`, `module.kb["eu"].aws_s3vectors_index.main[0]`, or a logical id. */
  readonly address: string;
  readonly vocabulary: Vocabulary;
  /** `aws_bedrockagent_agent` or `AWS::Bedrock::Agent`. */
  readonly type: string;
  readonly attributes: MapValue;
  /** From the resource itself or its provider or stack; absent where neither says. */
  readonly region?: string | Unknown;
  /** Set where a condition cannot be evaluated: the resource may exist, once, several times or not at all. */
  readonly uncertain?: Unknown;
  readonly at: SourceLocation;
}
