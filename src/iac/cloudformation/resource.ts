/** One declaration of a template as a resource. */
import type { Resource } from '../../model/resource.ts';
import { isUnknown, type MapValue, type Unknown } from '../../model/value.ts';
import { type DataNode, type MapEntry, nodeAt, textOf } from '../document/node.ts';
import { withGlobals } from './sam/globals.ts';
import { existence, type Stack } from './stack.ts';
import { withDefinition } from './state-machines.ts';

/** The resource that an entry of `Resources` declares; none where its condition does not hold, or it has no type. */
export function resourceOf(
  id: string,
  { node, at }: MapEntry,
  stack: Stack,
  outer: Unknown | undefined,
): Resource | undefined {
  const { prefix, region } = stack.input;
  if (id === 'Fn::Transform') {
    stack.transformed(textOf(nodeAt(node, 'Name')), at);
    return undefined;
  }
  const type = textOf(nodeAt(node, 'Type'));
  if (type === undefined) {
    const why =
      node.kind === 'value' && node.value.kind === 'unknown' ? node.value.why : `${prefix}${id} has no type`;
    const message = `The resource ${prefix}${id} was not read: ${why}.`;
    stack.report({ code: 'iac-unresolved', severity: 'error', message, at });
    return undefined;
  }
  const exists = existence(stack, textOf(nodeAt(node, 'Condition')), at);
  if (exists === false) return undefined;
  reportExpansion(type, prefix + id, stack, at);
  const written = withGlobals(type, node, stack.input.template.globals);
  const properties = written === undefined ? EMPTY : (stack.value(written) ?? EMPTY);
  const open = isUnknown(properties) ? properties : addedTo(written, stack);
  const uncertain = outer ?? (isUnknown(exists) ? exists : open);
  return {
    address: prefix + id,
    vocabulary: 'cloudformation',
    type,
    attributes: withDefinition(type, properties.kind === 'map' ? properties : EMPTY, stack),
    at,
    ...(isUnknown(region) ? {} : { region }),
    ...(uncertain === undefined ? {} : { uncertain }),
  };
}

/** A macro among the properties may add others, so that what is not written may be there all the same. */
function addedTo(properties: DataNode | undefined, stack: Stack): Unknown | undefined {
  const macro = nodeAt(properties, 'Fn::Transform');
  return macro === undefined ? undefined : stack.transformed(textOf(nodeAt(macro, 'Name')), macro.at);
}

/** Types whose resources stand in another template, which CloudFormation puts in their place. */
function reportExpansion(type: string, address: string, stack: Stack, at: MapEntry['at']): void {
  const isSet = type === 'AWS::CloudFormation::StackSet';
  if (!isSet && !type.endsWith('::MODULE')) return;
  const what = isSet ? 'a set of stacks' : 'a module';
  const message = `${address} is ${what}; the resources that it makes are not read.`;
  stack.report({ code: 'iac-unresolved', severity: 'warning', message, at });
}

const EMPTY: MapValue = { kind: 'map', entries: new Map() };
