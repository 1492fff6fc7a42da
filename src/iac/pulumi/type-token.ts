/**
 * What Pulumi's type tokens mean. The `aws` provider is made from Terraform's: its types are Terraform's in other words,
 * and so they are read as those. `aws-native` is made from CloudFormation's schemas, as Terraform's `awscc` is.
 */

/** A token in its parts: `aws:bedrock/agentAgent:AgentAgent` and `aws:bedrock:AgentAgent` are the same. */
export interface TypeToken {
  readonly provider: string;
  /** `bedrock`; `index` where the token has none. */
  readonly module: string;
  /** `AgentAgent` */
  readonly name: string;
}

/** The parts of a token; `undefined` for a text that is none. */
export function parseToken(token: string): TypeToken | undefined {
  const parts = token.slice(0, LONGEST).split(':');
  const [provider = '', second = '', third] = parts;
  if (provider === '' || second === '' || parts.length > 3) return undefined;
  if (third === undefined) return { provider, module: 'index', name: second };
  if (third === '') return undefined;
  const [module = ''] = second.split('/');
  return { provider, module: module === '' ? 'index' : module, name: third };
}
const LONGEST = 300;

/** Types of one module whose names begin alike, with what stands in place of that in Terraform. */
interface Prefix {
  readonly starts: string;
  readonly prefix: string;
}

/** By module, the first that fits; a module that is not listed is Terraform's service by the same name. */
const PREFIXES: ReadonlyMap<string, readonly Prefix[]> = new Map([
  [
    'bedrock',
    [
      { starts: 'Agentcore', prefix: 'bedrockagentcore' },
      { starts: 'Agent', prefix: 'bedrockagent' },
    ],
  ],
  ['bedrockfoundation', [{ starts: '', prefix: 'bedrock_foundation' }]],
  ['bedrockmodel', [{ starts: '', prefix: 'bedrock_model' }]],
  ['opensearch', [{ starts: 'Serverless', prefix: 'opensearchserverless' }]],
  ['s3', [{ starts: 'Vectors', prefix: 's3vectors' }]],
  // Most of EC2 goes by its own names there: `aws_vpc_endpoint`, `aws_nat_gateway`.
  ['ec2', [{ starts: '', prefix: '' }]],
  ['index', [{ starts: '', prefix: '' }]],
]);

/** The type of Terraform's `aws` provider: `aws_bedrockagent_agent` of `aws:bedrock:AgentAgent`. */
export function terraformType({ module, name }: TypeToken): string {
  // Pulumi kept the older forms of some types beside the newer ones.
  const plain = module === 's3' ? name.replace(/V2$/, '') : name;
  const found = PREFIXES.get(module)?.find(({ starts }) => plain.startsWith(starts));
  const words = snakeCase(plain.slice(found?.starts.length ?? 0));
  return ['aws', found?.prefix ?? module, words].filter((part) => part !== '').join('_');
}

/** The type of Terraform's `awscc` provider: `awscc_bedrock_agent` of `aws-native:bedrock:Agent`. */
export function cloudControlType({ module, name }: TypeToken): string {
  return `awscc_${module}_${snakeCase(name)}`;
}

/** `bedrock_foundation_model_configuration` of `bedrockFoundationModelConfiguration`. */
export function snakeCase(name: string): string {
  return name
    .slice(0, LONGEST)
    .replaceAll(/[A-Z]/g, (letter, index) => (index === 0 ? '' : '_') + letter.toLowerCase());
}

/** `modelArn` of `model_arn`. */
export function camelCase(name: string): string {
  return name.slice(0, LONGEST).replaceAll(/_[a-z0-9]/g, (pair) => pair.slice(1).toUpperCase());
}
