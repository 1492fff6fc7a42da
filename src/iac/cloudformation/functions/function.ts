/** How an intrinsic function is written down here. */
import { type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { DataNode } from '../../document/node.ts';
import type { Scope } from '../scope.ts';

/** The value of a node; `undefined` is `AWS::NoValue`. */
export type Evaluate = (node: DataNode, scope: Scope) => Value | undefined;

/** Takes its argument as it is written, since some functions do not evaluate all of it. */
export type IntrinsicFunction = (argument: DataNode, scope: Scope, evaluate: Evaluate) => Value | undefined;

/** Whether a map whose only key this is calls a function. */
export function isFunctionName(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

/** The items of an argument that is a list of so many; `undefined` where it is not. */
export function argumentsOf(
  argument: DataNode,
  least: number,
  most: number = least,
): readonly DataNode[] | undefined {
  if (argument.kind !== 'list') return undefined;
  const { length } = argument.items;
  return length >= least && length <= most ? argument.items : undefined;
}

/** A call that CloudFormation would refuse. */
export function wrong(name: string, expected: string, { at }: DataNode): Unknown {
  return unknown(`${name} takes ${expected}`, { at });
}

/** The value of an argument, where nothing is as bad as something that is not known. */
export function required(name: string, node: DataNode, scope: Scope, evaluate: Evaluate): Value {
  return evaluate(node, scope) ?? unknown(`${name} was given AWS::NoValue`, { at: node.at });
}

/** What is made of something that is not known still refers to what that would have been an attribute of. */
export function derived({ why, at, refersTo, attribute, root }: Unknown): Unknown {
  return unknown(why, {
    ...(at === undefined ? {} : { at }),
    ...(refersTo === undefined ? {} : { refersTo }),
    ...(attribute === undefined ? {} : { attribute }),
    ...(root === undefined ? {} : { root }),
  });
}
