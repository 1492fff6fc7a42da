/** Values of a template's nodes: scalars, collections, and functions in them. */
import { unknown, type Value } from '../../model/value.ts';
import type { MapNode } from '../document/node.ts';
import { choose } from './functions/conditions.ts';
import type { Evaluate, IntrinsicFunction } from './functions/function.ts';
import { availabilityZones, cidr, findInMap, length, select } from './functions/lists.ts';
import { getAttribute, importValue, reference, transform } from './functions/references.ts';
import { baseSixtyFour, join, split, substitute, toJsonString } from './functions/text.ts';
import { literal } from './literal.ts';
import { LOOP } from './loops.ts';
import type { Scope } from './scope.ts';

/** "Intrinsic function reference" of the CloudFormation Template Reference Guide, 2026. */
const FUNCTIONS: ReadonlyMap<string, IntrinsicFunction> = new Map([
  ['Ref', reference],
  ['Fn::GetAtt', getAttribute],
  ['Fn::ImportValue', importValue],
  ['Fn::Sub', substitute],
  ['Fn::Join', join],
  ['Fn::Split', split],
  ['Fn::Base64', baseSixtyFour],
  ['Fn::ToJsonString', toJsonString],
  ['Fn::If', choose],
  ['Fn::Select', select],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAZs', availabilityZones],
  ['Fn::Cidr', cidr],
  ['Fn::Length', length],
  ['Fn::Transform', transform],
]);

/** The value of a node; `undefined` is `AWS::NoValue`. Depth and steps are counted in the scope's budget. */
export const evaluate: Evaluate = (node, scope) => {
  const { budget } = scope;
  if (!budget.spend(1)) return budget.outOfSteps();
  if (node.kind === 'value') return literal(node);
  if (!budget.enter()) return budget.tooDeep();
  try {
    if (node.kind === 'map') {
      const called = callOf(node, scope);
      return called === undefined ? mapValue(node, scope) : called.result;
    }
    const items = node.items.flatMap((item) => evaluate(item, scope) ?? []);
    return { kind: 'list', items };
  } finally {
    budget.leave();
  }
};

/** The result of the function that a map is; wrapped, since the result may be that there is no value. */
function callOf(node: MapNode, scope: Scope): { readonly result: Value | undefined } | undefined {
  if (node.entries.size !== 1) return undefined;
  for (const [name, { node: argument, at }] of node.entries) {
    const known = FUNCTIONS.get(name);
    if (known !== undefined) return { result: known(argument, scope, evaluate) };
    if (name.startsWith('Fn::') && !name.startsWith(LOOP))
      return { result: unknown(`${name} is not evaluated here`, { at }) };
  }
  return undefined;
}

function mapValue(node: MapNode, scope: Scope): Value {
  const entries = new Map<string, Value>();
  for (const [key, entry] of node.entries) {
    // Loops inside of a loop are expanded with it.
    const made = key.startsWith(LOOP) ? scope.loop(key.slice(LOOP.length), entry) : [[key, entry] as const];
    for (const [name, { node: item }] of made) {
      const value = name === 'Fn::Transform' ? transform(item, scope, evaluate) : evaluate(item, scope);
      if (value !== undefined && name !== 'Fn::Transform') entries.set(name, value);
    }
  }
  return { kind: 'map', entries };
}
