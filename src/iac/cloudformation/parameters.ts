/** Parameters of a template: what is given from outside, else the default. */
import { text, type Unknown, unknown, type Value } from '../../model/value.ts';
import { type MapEntry, nodeAt, textOf } from '../document/node.ts';
import { literal } from './literal.ts';

/**
 * The value of a declared parameter. `given` wins over the default; allowed values are what somebody may choose, and say
 * nothing of what is chosen.
 */
export function parameterValue(
  name: string,
  declared: MapEntry,
  given: Value | undefined,
  hint: string | undefined,
): Value {
  const { node, at } = declared;
  const type = textOf(nodeAt(node, 'Type')) ?? 'String';
  const open = hint === undefined ? {} : { hint };
  const stated = given ?? defaultOf(declared);
  if (stated === undefined) return unknown(`the parameter ${name} has no default`, { at, ...open });
  if (type.startsWith('AWS::SSM::Parameter::Value') && !isStatedValue(stated, given)) {
    const parameter = stated.kind === 'text' ? { parameter: stated.value } : {};
    const path = stated.kind === 'text' ? ` ${stated.value}` : '';
    return unknown(`the parameter ${name} is what the SSM parameter${path} holds`, {
      at,
      ...open,
      ...parameter,
    });
  }
  const value =
    type.includes('CommaDelimitedList') || type.includes('List<') ? listOf(stated) : written(stated);
  return value.kind === 'unknown' ? withHint(value, hint) : value;
}

/** A manifest that states what such a parameter holds states a value, not the path of another parameter. */
function isStatedValue(stated: Value, given: Value | undefined): boolean {
  return given !== undefined && !(stated.kind === 'text' && stated.value.startsWith('/'));
}

function defaultOf({ node }: MapEntry): Value | undefined {
  const declared = nodeAt(node, 'Default');
  return declared?.kind === 'value' && declared.value.kind !== 'null' ? literal(declared) : undefined;
}

/** A reference to a parameter gives text, whatever it was written as. */
function written(value: Value): Value {
  if (value.kind === 'boolean') return text(String(value.value));
  return value.kind === 'number' ? text(value.value.toFixed()) : value;
}

function listOf(value: Value): Value {
  const stated = written(value);
  if (stated.kind !== 'text') return stated;
  const items = stated.value === '' ? [] : stated.value.split(',').map((item) => text(item.trim()));
  return { kind: 'list', items };
}

function withHint(value: Unknown, hint: string | undefined): Unknown {
  if (hint === undefined || value.refersTo !== undefined || value.hint !== undefined) return value;
  return { ...value, hint };
}
