/** Functions of a service as the resources that the framework makes of them. */
import { Decimal } from '../../model/decimal.ts';
import { text } from '../../model/value.ts';
import { type DataNode, entriesOf, type MapEntry, nodeAt, textOf, valueNode } from '../document/node.ts';
import { logicalId, mapNode, property } from './resource-node.ts';

/** What the framework gives a function that states nothing ("AWS - Functions", Serverless Framework). */
const DEFAULT_MEMORY = 1024;

/** What the functions of a service have in common. */
export interface FunctionDefaults {
  readonly provider: DataNode | undefined;
  readonly service: string | undefined;
  readonly stage: string | undefined;
}

/** The resource of a function, under its logical id: `answer-question` is `AnswerDashquestionLambdaFunction`. */
export function functionResource(
  name: string,
  { node, at }: MapEntry,
  { provider, service, stage }: FunctionDefaults,
): readonly [string, MapEntry] {
  const setting = (key: string) => nodeAt(node, key) ?? nodeAt(provider, key);
  const architecture = setting('architecture');
  const usual = service === undefined || stage === undefined ? undefined : `${service}-${stage}-${name}`;
  const properties = mapNode(
    [
      property(
        'FunctionName',
        nodeAt(node, 'name') ?? (usual === undefined ? undefined : valueNode(text(usual), at)),
      ),
      property('Runtime', setting('runtime')),
      property('Handler', nodeAt(node, 'handler')),
      property(
        'MemorySize',
        setting('memorySize') ?? valueNode({ kind: 'number', value: new Decimal(DEFAULT_MEMORY) }, at),
      ),
      property('Timeout', setting('timeout')),
      property(
        'Architectures',
        architecture === undefined ? undefined : { kind: 'list', items: [architecture], at: architecture.at },
      ),
      property('Environment', environmentOf(node, provider, at)),
    ],
    at,
  );
  const condition = nodeAt(node, 'condition');
  const made = mapNode(
    [
      property('Type', valueNode(text('AWS::Lambda::Function'), at)),
      property('Properties', properties),
      property('Condition', textOf(condition) === undefined ? undefined : condition),
    ],
    at,
  );
  return [logicalId(name, 'LambdaFunction'), { at, node: made }];
}

/** Variables of the provider with those of the function over them. */
function environmentOf(
  node: DataNode,
  provider: DataNode | undefined,
  at: DataNode['at'],
): DataNode | undefined {
  const common = nodeAt(provider, 'environment');
  const own = nodeAt(node, 'environment');
  // Where either is not known, nobody can tell which variables there are.
  const open = [own, common].find((each) => each?.kind === 'value' && each.value.kind === 'unknown');
  const variables: DataNode = open ?? {
    kind: 'map',
    entries: new Map([...entriesOf(common), ...entriesOf(own)]),
    at: own?.at ?? common?.at ?? at,
  };
  if (variables.kind === 'map' && variables.entries.size === 0) return undefined;
  return mapNode([property('Variables', variables)], variables.at);
}
