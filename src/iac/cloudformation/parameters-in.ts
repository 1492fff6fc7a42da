/** Files of parameters, in each of the shapes that the tools around CloudFormation take. */
import { text, type Value } from '../../model/value.ts';
import { type DataNode, entriesOf, nodeAt, textOf } from '../document/node.ts';

/**
 * The parameters in a file: the list of `aws cloudformation create-stack --parameters`, `Name=value` as
 * `aws cloudformation deploy` takes them, the object with `Parameters` of CodePipeline, or one that holds them itself.
 */
export function parametersIn(root: DataNode): readonly (readonly [string, Value])[] {
  if (root.kind === 'list') return root.items.flatMap(listedParameter);
  const found: (readonly [string, Value])[] = [];
  for (const [name, { node }] of entriesOf(nodeAt(root, 'Parameters') ?? root)) {
    const value = statedValue(node);
    if (value !== undefined) found.push([name, value]);
  }
  return found;
}

function listedParameter(item: DataNode): readonly (readonly [string, Value])[] {
  const pair = textOf(item);
  const equals = pair?.indexOf('=') ?? -1;
  if (pair !== undefined) return equals > 0 ? [[pair.slice(0, equals), text(pair.slice(equals + 1))]] : [];
  const name = textOf(nodeAt(item, 'ParameterKey'));
  const stated = nodeAt(item, 'ParameterValue');
  const value = stated === undefined ? undefined : statedValue(stated);
  return name === undefined || value === undefined ? [] : [[name, value]];
}

/** A scalar, or a list of them as CodePipeline takes it for a parameter that is a list. */
function statedValue(node: DataNode): Value | undefined {
  if (node.kind === 'value') return node.value.kind === 'null' ? undefined : node.value;
  if (node.kind !== 'list') return undefined;
  return text(node.items.map((item) => textOf(item) ?? '').join(','));
}
