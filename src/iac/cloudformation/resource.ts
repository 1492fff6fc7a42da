/** One declaration of a template as a resource. */
import type { Resource } from '../../model/resource.ts';
import { isUnknown, type MapValue, type Unknown } from '../../model/value.ts';
import { type MapEntry, nodeAt, textOf } from '../document/node.ts';
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
  const written = withGlobals(type, node, stack.input.template.globals);
  const properties = written === undefined ? EMPTY : (stack.value(written) ?? EMPTY);
  const uncertain = outer ?? (isUnknown(exists) ? exists : isUnknown(properties) ? properties : undefined);
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

const EMPTY: MapValue = { kind: 'map', entries: new Map() };
