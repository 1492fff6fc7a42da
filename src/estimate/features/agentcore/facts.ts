import { type Decimal, decimal } from '../../../model/decimal.ts';
import type { Mapped } from '../../../model/feature.ts';
import type { Resource } from '../../../model/resource.ts';
import {
  isUnknown,
  itemsAt,
  numberAt,
  textAt,
  type Unknown,
  unknown,
  type Value,
  valueAt,
} from '../../../model/value.ts';
import type { PartKey } from './parts.ts';

/** A part of AgentCore that is billed by itself, as the code declares it. */
export interface Component {
  readonly kind: 'component';
  readonly part: PartKey;
  /** Seconds after which an idle session ends, where the code says so. */
  readonly idleTimeout?: Decimal | Unknown | undefined;
  /** True where it runs on instances of the account's own. */
  readonly onInstances?: boolean;
  /** For a gateway: whether its tools can be searched, for which they are indexed. */
  readonly isSearchable?: boolean | Unknown;
  /** For a memory: the kinds of the strategies that stand in it. */
  readonly strategies?: readonly (string | Unknown)[];
  readonly callsModel?: boolean;
}

/** What belongs to a component, and is told apart in the code: a target of a gateway, a strategy of a memory. */
export interface Attachment {
  readonly kind: 'attachment';
  readonly to: Value | undefined;
  /** For a target: the tools that it offers. */
  readonly tools?: Decimal | Unknown;
  /** For a strategy: its kind. */
  readonly strategy?: string | Unknown;
}

export type CoreFacts = Component | Attachment;

const SPELLINGS = {
  terraform: {
    lifecycle: 'lifecycle_configuration',
    idle: 'idle_runtime_session_timeout',
    capacity: 'capacity_provider_configuration',
    model: ['model', 'bedrock_model_config', 'model_id'],
    search: ['protocol_configuration', 'mcp', 'search_type'],
    strategies: 'memory_strategies',
    gateway: 'gateway_identifier',
    target: ['target_configuration', 'mcp'],
    tools: ['lambda', 'tool_schema', 'inline_payload'],
    memory: 'memory_id',
    type: 'type',
  },
  cloudformation: {
    lifecycle: 'LifecycleConfiguration',
    idle: 'IdleRuntimeSessionTimeout',
    capacity: 'CapacityProviderConfiguration',
    model: ['Model', 'BedrockModelConfig', 'ModelId'],
    search: ['ProtocolConfiguration', 'Mcp', 'SearchType'],
    strategies: 'MemoryStrategies',
    gateway: 'GatewayIdentifier',
    target: ['TargetConfiguration', 'Mcp'],
    tools: ['Lambda', 'ToolSchema', 'InlinePayload'],
    memory: 'MemoryId',
    type: 'Type',
  },
} as const;

export function mapPlain(part: PartKey): (resource: Resource) => Mapped<CoreFacts> {
  return () => ({ role: part, facts: { kind: 'component', part } });
}

export function mapRuntime({ attributes, vocabulary }: Resource): Mapped<CoreFacts> {
  const spelling = SPELLINGS[vocabulary];
  const idleTimeout = numberAt(attributes, spelling.lifecycle, spelling.idle);
  const onInstances = valueAt(attributes, spelling.capacity) !== undefined;
  return { role: 'runtime', facts: { kind: 'component', part: 'runtime', idleTimeout, onInstances } };
}

/** A harness runs as a runtime does, and calls the model that it configures. */
export function mapHarness({ attributes, vocabulary }: Resource): Mapped<CoreFacts> {
  const model = valueAt(attributes, ...SPELLINGS[vocabulary].model);
  return {
    role: 'runtime',
    facts: { kind: 'component', part: 'runtime', callsModel: model !== undefined },
    ...(model === undefined ? {} : { model, callsModel: true }),
  };
}

export function mapGateway({ attributes, vocabulary }: Resource): Mapped<CoreFacts> {
  const search = textAt(attributes, ...SPELLINGS[vocabulary].search);
  const isSearchable = isUnknown(search) ? search : search === 'SEMANTIC';
  return { role: 'gateway', facts: { kind: 'component', part: 'gateway', isSearchable } };
}

export function mapTarget({ attributes, vocabulary }: Resource): Mapped<CoreFacts> {
  const spelling = SPELLINGS[vocabulary];
  const to = valueAt(attributes, spelling.gateway);
  const tools = toolsOf(valueAt(attributes, ...spelling.target), spelling.tools);
  return {
    role: 'gateway-target',
    facts: { kind: 'attachment', to, tools },
    links: [{ from: to, to: undefined }],
  };
}

/** The tools of a Lambda target stand in the code; those of an API or of another server do not. */
function toolsOf(target: Value | undefined, path: readonly string[]): Decimal | Unknown {
  if (isUnknown(target)) return target;
  const payload = valueAt(target, ...path);
  if (payload === undefined)
    return unknown('the tools of a target that is no Lambda function do not stand in the code');
  if (isUnknown(payload)) return payload;
  return decimal(itemsAt(target, ...path).length);
}

export function mapMemory({ attributes, vocabulary }: Resource): Mapped<CoreFacts> {
  const strategies = itemsAt(attributes, SPELLINGS[vocabulary].strategies).map(strategyOf);
  return { role: 'memory', facts: { kind: 'component', part: 'memory', strategies } };
}

/** In a template the one member of a strategy names its kind: `SemanticMemoryStrategy`, `CustomMemoryStrategy`. */
function strategyOf(value: Value): string | Unknown {
  if (isUnknown(value)) return value;
  const names = value.kind === 'map' ? [...value.entries.keys()] : [];
  return names.some((name) => name.toLowerCase().startsWith('custom')) ? 'CUSTOM' : (names[0] ?? '');
}

export function mapStrategy({ attributes, vocabulary }: Resource): Mapped<CoreFacts> {
  const spelling = SPELLINGS[vocabulary];
  const to = valueAt(attributes, spelling.memory);
  const strategy = textAt(attributes, spelling.type) ?? unknown('its type is not stated');
  return {
    role: 'memory-strategy',
    facts: { kind: 'attachment', to, strategy },
    links: [{ from: to, to: undefined }],
  };
}
