/** The template that the framework makes of a service, as far as that is billed. */
import { type DataNode, entriesOf, itemsOf, type MapEntry, nodeAt, textOf } from '../document/node.ts';
import { agentResources } from './agents.ts';
import { functionResource } from './functions.ts';
import { merged } from './merged.ts';
import { mergedEntries, type Resolver } from './resolver.ts';
import { mapNode, property } from './resource-node.ts';

/** The sections of the template: what the service writes there, and what the framework makes of the rest. */
export function serviceTemplate(service: DataNode, resolver: Resolver): DataNode {
  const { at } = service;
  const provider = resolver.at('provider');
  const defaults = { provider, service: resolver.name, stage: textOf(resolver.stage) };
  const functions = [...mergedEntries(resolver.at('functions'))]
    .filter(([, { node }]) => node.kind === 'map')
    .map(([name, entry]) => functionResource(name, entry, defaults));
  const agents = agentResources(resolver.at('ai'), resolver.at('agents'));
  const sections = itemsOf(resolver.at('resources'));
  const written = sections.map((section) => nodeAt(section, 'Resources'));
  const extensions = sections.map((section) => nodeAt(section, 'extensions'));
  const made: DataNode = { kind: 'map', entries: new Map([...functions, ...agents]), at };
  const resources = merged([made, ...written, ...extensions], at);
  const others = ['Parameters', 'Mappings', 'Conditions', 'Outputs', 'Transform'].map((name) =>
    property(name, sectionOf(sections, name, at)),
  );
  return mapNode([property('Resources', resources), ...others], at);
}

function sectionOf(sections: readonly DataNode[], name: string, at: DataNode['at']): DataNode | undefined {
  const found: MapEntry[] = sections.flatMap((section) => entriesOf(section).get(name) ?? []);
  const [first] = found;
  if (first === undefined || first.node.kind !== 'map') return first?.node;
  return merged(
    found.map(({ node }) => node),
    at,
  );
}
