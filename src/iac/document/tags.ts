/** Tags of YAML, which in CloudFormation are short names of functions: `!Sub x` is `{ "Fn::Sub": x }`. */
import { text, unknown } from '../../model/value.ts';
import { type DataNode, singleEntry, textOf, valueNode } from './node.ts';

/** The node that a tag makes of another one. */
export function withTag(tag: string, node: DataNode): DataNode {
  const { at } = node;
  if (tag === '!') return node;
  if (tag === 'tag:yaml.org,2002:str' || tag === '!!str') return node;
  if (tag.startsWith('tag:yaml.org,2002:') || tag.startsWith('!!') || !/^![A-Za-z][A-Za-z0-9]*$/.test(tag)) {
    const shown = tag.replace('tag:yaml.org,2002:', '!!');
    return valueNode(unknown(`the tag ${shown} is not read`, { at }), at);
  }
  const name = tag.slice(1);
  if (name === 'Ref' || name === 'Condition') return singleEntry(name, node, at);
  if (name === 'GetAtt') return singleEntry('Fn::GetAtt', attributeParts(node), at);
  return singleEntry(`Fn::${name}`, node, at);
}

/** `Name.Attribute` as the list that the long form takes. */
function attributeParts(node: DataNode): DataNode {
  const written = textOf(node);
  const dot = written?.indexOf('.') ?? -1;
  if (written === undefined || dot < 0) return node;
  const parts = [written.slice(0, dot), written.slice(dot + 1)];
  return { kind: 'list', items: parts.map((part) => valueNode(text(part), node.at)), at: node.at };
}
