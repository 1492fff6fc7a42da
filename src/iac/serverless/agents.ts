/**
 * Parts of AgentCore that a service declares: under `ai` or `agents` as the framework itself has it, or under `agents`
 * with a `type` each as the plugin has it.
 */
import type { SourceLocation } from '../../model/source-location.ts';
import { text } from '../../model/value.ts';
import {
  type DataNode,
  entriesOf,
  itemsOf,
  type MapEntry,
  nodeAt,
  singleEntry,
  textOf,
  valueNode,
} from '../document/node.ts';
import { logicalId, mapNode, property } from './resource-node.ts';

/** A kind of part: its type, what its logical id ends in, and how its settings are called in the template. */
interface Part {
  readonly type: string;
  readonly suffix: string;
  readonly settings: Readonly<Record<string, string>>;
}

const RUNTIME: Part = {
  type: 'AWS::BedrockAgentCore::Runtime',
  suffix: 'Runtime',
  settings: { environment: 'EnvironmentVariables', roleArn: 'RoleArn', description: 'Description' },
};
const MEMORY: Part = {
  type: 'AWS::BedrockAgentCore::Memory',
  suffix: 'Memory',
  settings: {
    strategies: 'MemoryStrategies',
    expiration: 'EventExpiryDuration',
    eventExpiryDuration: 'EventExpiryDuration',
    encryptionKeyArn: 'EncryptionKeyArn',
    encryptionKey: 'EncryptionKeyArn',
  },
};
const GATEWAY: Part = {
  type: 'AWS::BedrockAgentCore::Gateway',
  suffix: 'Gateway',
  settings: { kmsKey: 'KmsKeyArn', authorizerType: 'AuthorizerType', protocolType: 'ProtocolType' },
};
const BROWSER: Part = { type: 'AWS::BedrockAgentCore::BrowserCustom', suffix: 'Browser', settings: {} };
const INTERPRETER: Part = {
  type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
  suffix: 'CodeInterpreter',
  settings: {},
};
const IDENTITY: Part = {
  type: 'AWS::BedrockAgentCore::WorkloadIdentity',
  suffix: 'WorkloadIdentity',
  settings: {},
};

/** By the `type` of the plugin. */
const BY_TYPE: ReadonlyMap<string, Part> = new Map([
  ['runtime', RUNTIME],
  ['memory', MEMORY],
  ['gateway', GATEWAY],
  ['browser', BROWSER],
  ['codeInterpreter', INTERPRETER],
  ['workloadIdentity', IDENTITY],
]);

/** By the section of the framework. */
const BY_SECTION: ReadonlyMap<string, Part> = new Map([
  ['agents', RUNTIME],
  ['memory', MEMORY],
  ['gateways', GATEWAY],
  ['browsers', BROWSER],
  ['codeInterpreters', INTERPRETER],
]);

/** The resources of `ai` and of `agents`, by logical id. */
export function agentResources(
  ai: DataNode | undefined,
  agents: DataNode | undefined,
): ReadonlyMap<string, MapEntry> {
  const made = new Map<string, MapEntry>();
  for (const [section, { node }] of entriesOf(ai)) addSection(section, node, made);
  for (const [name, entry] of entriesOf(agents)) {
    const part = BY_TYPE.get(textOf(nodeAt(entry.node, 'type')) ?? '');
    if (part !== undefined) addPart(name, entry, part, made);
    else if (BY_SECTION.has(name) || name === 'tools') addSection(name, entry.node, made);
    else addPart(name, entry, RUNTIME, made);
  }
  if (hasTools(ai) || hasTools(agents)) addDefaultGateway(ai, agents, made);
  return made;
}

function addSection(section: string, node: DataNode, made: Map<string, MapEntry>): void {
  const part = BY_SECTION.get(section);
  if (part === undefined) return;
  for (const [name, entry] of entriesOf(node)) addPart(name, entry, part, made);
}

function addPart(name: string, { node, at }: MapEntry, part: Part, made: Map<string, MapEntry>): void {
  const id = logicalId(name, part.suffix);
  const settings = Object.entries(part.settings).map(([key, written]) =>
    property(written, nodeAt(node, key)),
  );
  made.set(id, resource(part.type, [...settings, ...special(node, part, at)], at));
  if (part !== RUNTIME) {
    for (const target of itemsOf(nodeAt(node, 'targets'))) addTarget(id, target, made);
    return;
  }
  // A memory that stands in an agent is its own; a name is one that stands elsewhere.
  const memory = nodeAt(node, 'memory');
  if (memory?.kind === 'map') addPart(`${name}-memory`, { node: memory, at: memory.at }, MEMORY, made);
}

/** Settings that stand elsewhere in the template than in the service. */
function special(node: DataNode, part: Part, at: SourceLocation) {
  const lifecycle = nodeAt(node, 'lifecycle');
  const search = nodeAt(node, 'protocol', 'searchType');
  if (part === RUNTIME && lifecycle !== undefined) {
    const settings = [
      property('IdleRuntimeSessionTimeout', nodeAt(lifecycle, 'idleRuntimeSessionTimeout')),
      property('MaxLifetime', nodeAt(lifecycle, 'maxLifetime')),
    ];
    return [property('LifecycleConfiguration', mapNode(settings, at))];
  }
  if (part === GATEWAY && search !== undefined) {
    const inner = mapNode([property('SearchType', search)], at);
    return [property('ProtocolConfiguration', mapNode([property('Mcp', inner)], at))];
  }
  if (part === BROWSER) return [property('RecordingConfig', recordingOf(nodeAt(node, 'recording'), at))];
  return [];
}

function recordingOf(recording: DataNode | undefined, at: SourceLocation): DataNode | undefined {
  if (recording === undefined) return undefined;
  const location = nodeAt(recording, 's3Location');
  const place = [
    property('Bucket', nodeAt(location, 'bucket')),
    property('Prefix', nodeAt(location, 'prefix')),
  ];
  return mapNode(
    [
      property('Enabled', nodeAt(recording, 'enabled')),
      property('S3Location', location === undefined ? undefined : mapNode(place, at)),
    ],
    at,
  );
}

/** A function behind a gateway of the plugin. */
function addTarget(gateway: string, target: DataNode, made: Map<string, MapEntry>): void {
  const { at } = target;
  const lambda = mapNode([property('LambdaArn', nodeAt(target, 'functionArn'))], at);
  const configuration = mapNode([property('Mcp', mapNode([property('Lambda', lambda)], at))], at);
  const name = textOf(nodeAt(target, 'name')) ?? `${made.size}`;
  const properties = [
    property('GatewayIdentifier', singleEntry('Ref', valueNode(text(gateway), at), at)),
    property('TargetConfiguration', configuration),
  ];
  made.set(
    gateway + logicalId(name, 'Target'),
    resource('AWS::BedrockAgentCore::GatewayTarget', properties, at),
  );
}

function hasTools(section: DataNode | undefined): boolean {
  return entriesOf(nodeAt(section, 'tools')).size > 0;
}

/** Tools that no gateway lists stand behind one that the framework makes by itself. */
function addDefaultGateway(
  ai: DataNode | undefined,
  agents: DataNode | undefined,
  made: Map<string, MapEntry>,
): void {
  const tools = nodeAt(ai, 'tools') ?? nodeAt(agents, 'tools');
  if (tools === undefined || nodeAt(ai, 'gateways') !== undefined || nodeAt(agents, 'gateways') !== undefined)
    return;
  made.set(logicalId('tools', GATEWAY.suffix), resource(GATEWAY.type, [], tools.at));
}

function resource(type: string, properties: Parameters<typeof mapNode>[0], at: SourceLocation): MapEntry {
  const node = mapNode(
    [property('Type', valueNode(text(type), at)), property('Properties', mapNode(properties, at))],
    at,
  );
  return { at, node };
}
