import type { Link } from '../../../model/feature.ts';
import type { Resource } from '../../../model/resource.ts';
import {
  isUnknown,
  itemsAt,
  textAt,
  type Unknown,
  unknown,
  type Value,
  valueAt,
} from '../../../model/value.ts';

/** What of a flow's definition decides how many nodes run. */
export interface Graph {
  readonly nodes: readonly { readonly name: string; readonly type: string }[];
  readonly connections: readonly Connection[];
}

export interface Connection {
  readonly source: string;
  readonly target: string;
  /** True where a condition decides whether it is followed. */
  readonly isConditional: boolean;
}

const SPELLINGS = {
  terraform: {
    definition: 'definition',
    nodes: 'node',
    connections: 'connection',
    name: 'name',
    type: 'type',
    source: 'source',
    target: 'target',
    models: [
      ['configuration', 'prompt', 'source_configuration', 'inline', 'model_id'],
      ['configuration', 'knowledge_base', 'model_id'],
    ],
    links: [
      ['configuration', 'knowledge_base', 'knowledge_base_id'],
      ['configuration', 'knowledge_base', 'guardrail_configuration', 'guardrail_identifier'],
      ['configuration', 'prompt', 'guardrail_configuration', 'guardrail_identifier'],
      ['configuration', 'agent', 'agent_alias_arn'],
    ],
  },
  cloudformation: {
    definition: 'Definition',
    nodes: 'Nodes',
    connections: 'Connections',
    name: 'Name',
    type: 'Type',
    source: 'Source',
    target: 'Target',
    models: [
      ['Configuration', 'Prompt', 'SourceConfiguration', 'Inline', 'ModelId'],
      ['Configuration', 'KnowledgeBase', 'ModelId'],
    ],
    links: [
      ['Configuration', 'KnowledgeBase', 'KnowledgeBaseId'],
      ['Configuration', 'KnowledgeBase', 'GuardrailConfiguration', 'GuardrailIdentifier'],
      ['Configuration', 'Prompt', 'GuardrailConfiguration', 'GuardrailIdentifier'],
      ['Configuration', 'Agent', 'AgentAliasArn'],
    ],
  },
} as const;

/** The nodes and connections of a flow, or why they are not known. */
export function graphOf({ attributes, vocabulary, at }: Resource): Graph | Unknown {
  const spelling = SPELLINGS[vocabulary];
  const definition = valueAt(attributes, spelling.definition);
  if (definition === undefined) return graphOfText(textAt(attributes, 'DefinitionString'), at);
  if (isUnknown(definition)) return definition;
  const nodes: Graph['nodes'][number][] = [];
  for (const node of itemsAt(definition, spelling.nodes)) {
    const name = textAt(node, spelling.name) ?? '';
    const type = textAt(node, spelling.type) ?? '';
    if (isUnknown(name)) return name;
    if (isUnknown(type)) return type;
    nodes.push({ name, type });
  }
  const connections: Connection[] = [];
  for (const connection of itemsAt(definition, spelling.connections)) {
    const source = textAt(connection, spelling.source) ?? '';
    const target = textAt(connection, spelling.target) ?? '';
    const type = textAt(connection, spelling.type) ?? 'Data';
    if (isUnknown(source)) return source;
    if (isUnknown(target)) return target;
    connections.push({ source, target, isConditional: isUnknown(type) || type === 'Conditional' });
  }
  return { nodes, connections };
}

/** CloudFormation takes the definition as a text of JSON too; one in Amazon S3 is not read. */
function graphOfText(text: string | Unknown | undefined, at: Resource['at']): Graph | Unknown {
  if (text === undefined) return unknown('its definition does not stand in the code', { at });
  if (isUnknown(text)) return text;
  try {
    const read: unknown = JSON.parse(text);
    const nodes = recordsAt(read, 'nodes').map((node) => ({
      name: wordAt(node, 'name'),
      type: wordAt(node, 'type'),
    }));
    const connections = recordsAt(read, 'connections').map((connection) => ({
      source: wordAt(connection, 'source'),
      target: wordAt(connection, 'target'),
      isConditional: wordAt(connection, 'type') === 'Conditional',
    }));
    return { nodes, connections };
  } catch {
    return unknown('its definition is not JSON', { at });
  }
}

function recordsAt(value: unknown, key: string): readonly object[] {
  const list = memberOf(value, key);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** The API's own spelling begins with a small letter, that of templates with a capital. */
function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const members = new Map<string, unknown>(Object.entries(value));
  return members.get(key) ?? members.get(key.charAt(0).toUpperCase() + key.slice(1));
}

function wordAt(value: unknown, key: string): string {
  const member = memberOf(value, key);
  return typeof member === 'string' ? member : '';
}

/** The models that its nodes call. */
export function modelsOf({ attributes, vocabulary }: Resource): readonly Value[] {
  const spelling = SPELLINGS[vocabulary];
  return itemsAt(attributes, spelling.definition, spelling.nodes).flatMap((node) =>
    spelling.models.flatMap((path) => valueAt(node, ...path) ?? []),
  );
}

/** The knowledge bases, guardrails and agents that its nodes call. */
export function linksOf({ attributes, vocabulary }: Resource): readonly Link[] {
  const spelling = SPELLINGS[vocabulary];
  return itemsAt(attributes, spelling.definition, spelling.nodes).flatMap((node) =>
    spelling.links.flatMap((path) => {
      const to = valueAt(node, ...path);
      return to === undefined ? [] : [{ to }];
    }),
  );
}
