/** Nodes of a template that are made of something else. */
import type { SourceLocation } from '../../model/source-location.ts';
import type { DataNode, MapEntry, MapNode } from '../document/node.ts';

type Property = readonly [string, MapEntry];

/** A property, where it has a value. */
export function property(name: string, node: DataNode | undefined): Property | undefined {
  return node === undefined ? undefined : [name, { at: node.at, node }];
}

/** A map of the properties that are there. */
export function mapNode(properties: readonly (Property | undefined)[], at: SourceLocation): MapNode {
  return { kind: 'map', entries: new Map(properties.filter((each) => each !== undefined)), at };
}

/** `AnswerDashquestionLambdaFunction` of `answer-question`, as the framework names what it makes. */
export function logicalId(name: string, suffix: string): string {
  const plain = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return plain.slice(0, 1).toUpperCase() + plain.slice(1) + suffix;
}
