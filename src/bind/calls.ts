import { findModelIds, type ModelReference } from '../code/find-model-ids.ts';
import type { ManifestCall, ManifestWorkload, ModelBinding } from '../manifest/manifest.ts';
import { decimal } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Quantity } from '../model/quantity.ts';
import { exactly, type Range } from '../model/range.ts';
import { type Resource, withoutInstance } from '../model/resource.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { unknown, valueAt } from '../model/value.ts';
import type { ModelCall, PromptCache } from '../model/workload.ts';
import type { ResourceGraph } from './graph.ts';
import type { MappedResource } from './map-resources.ts';
import { modelFromCode, type ServedModel } from './model-choice.ts';
import type { ProjectParts } from './parts.ts';
import { inputOf, tokens } from './prompt.ts';

/**
 * Model calls that an agent makes for one request where nobody says: 5 to 10, planning, tool selection, tool
 * execution and summary together (pricing article of 2026-02, "Agent Cost Multiplication"). Always shown as assumed.
 */
const CALLS_OF_AN_AGENT: Range = { low: decimal(5), expected: decimal('7.5'), high: decimal(10) };

/** The model calls of one request: the named ones, or the only one; none where a workload calls no model. */
export function bindCalls(
  stated: ManifestWorkload,
  parts: ProjectParts,
  graph: ResourceGraph,
  uses: readonly MappedResource[],
  diagnostics: Diagnostic[],
): readonly ModelCall[] {
  const inherited = () => workloadModel(stated, parts, graph, uses, diagnostics);
  if (stated.calls.length > 0) {
    const shared = stated.calls.every((call) => call.model !== undefined) ? undefined : inherited();
    return stated.calls.map((call) => namedCall(stated, call, shared, parts, graph, diagnostics));
  }
  const { model, agent, inputTokens, outputTokens, prompt } = stated;
  if ([model, agent, inputTokens, outputTokens, prompt].every((part) => part === undefined)) return [];
  const served = inherited();
  return [
    {
      model: served.choice,
      ...(served.capacity === undefined ? {} : { capacity: served.capacity }),
      perRequest: callsPerRequest(stated),
      ...inputOf(stated, undefined),
      ...tokens('outputTokens', stated.outputTokens, stated.locate('output_tokens')),
      tier: stated.tier,
      ...cacheOf(stated.cache, stated),
      ...longContextOf(stated, undefined),
      ...retriesOf(stated),
      at: stated.at,
    },
  ];
}

function namedCall(
  stated: ManifestWorkload,
  call: ManifestCall,
  shared: ServedModel | undefined,
  parts: ProjectParts,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): ModelCall {
  const at = stated.locate('calls', call.name);
  const served =
    call.model === undefined
      ? (shared ?? missingModel(at))
      : boundModel(
          call.model,
          stated.locate('calls', call.name, 'model'),
          stated.name,
          parts,
          graph,
          diagnostics,
        );
  const from = (key: string, own: boolean) =>
    own ? stated.locate('calls', call.name, key) : stated.locate(key);
  return {
    name: call.name,
    model: served.choice,
    ...(served.capacity === undefined ? {} : { capacity: served.capacity }),
    perRequest: {
      range: call.perRequest?.range ?? exactly(1),
      origin: 'declared',
      at: stated.locate('calls', call.name, 'per_request'),
    },
    ...inputOf(stated, call),
    ...tokens(
      'outputTokens',
      call.outputTokens ?? stated.outputTokens,
      from('output_tokens', call.outputTokens !== undefined),
    ),
    tier: call.tier ?? stated.tier,
    ...cacheOf(call.cache ?? stated.cache, stated),
    ...longContextOf(stated, call),
    ...retriesOf(stated),
    at,
  };
}

/** The workload's own model: what the manifest states, else that of the agent it names. */
function workloadModel(
  stated: ManifestWorkload,
  parts: ProjectParts,
  graph: ResourceGraph,
  uses: readonly MappedResource[],
  diagnostics: Diagnostic[],
): ServedModel {
  const at = stated.locate('model');
  if (stated.model !== undefined) return boundModel(stated.model, at, stated.name, parts, graph, diagnostics);
  const source = uses.find((entry) => entry.mapped.model !== undefined);
  if (source !== undefined) return modelFromCode(source.mapped.model, source.resource, graph);
  return missingModel(stated.at);
}

function boundModel(
  binding: ModelBinding,
  at: SourceLocation,
  workload: string,
  parts: ProjectParts,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): ServedModel {
  if (binding.kind === 'id') return { choice: { id: binding.id, origin: 'declared', at } };
  if (binding.kind === 'address') return modelAtAddress(binding, parts, at, graph, diagnostics);
  return modelInFile(binding, at, workload, parts, diagnostics);
}

function modelAtAddress(
  binding: ModelBinding & { readonly kind: 'address' },
  parts: ProjectParts,
  at: SourceLocation,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): ServedModel {
  const { address, env } = binding;
  const entry = graph.find(address).find((candidate) => candidate.mapped.model !== undefined);
  if (binding.attribute === undefined && env === undefined && entry !== undefined) {
    return modelFromCode(entry.mapped.model, entry.resource, graph);
  }
  const resource = parts.resources.find((candidate) => namesOf(candidate).includes(address));
  const value = resource === undefined ? undefined : (attributeOf(resource, binding) ?? undefined);
  if (resource !== undefined && value !== undefined) return modelFromCode(value, resource, graph);
  const what = binding.attribute ?? (env === undefined ? 'model' : `environment variable ${env}`);
  const why = resource === undefined ? `${address} is not declared` : `${address} has no ${what}`;
  diagnostics.push({
    code: 'binding-unmatched',
    severity: 'error',
    message: `model names what does not exist: ${why}`,
    at,
  });
  return { choice: { id: unknown(why, { at }), origin: 'iac', at } };
}

/** The attribute that a binding names by path, or the environment variable that a function or container sets. */
function attributeOf(resource: Resource, binding: ModelBinding & { readonly kind: 'address' }) {
  if (binding.attribute !== undefined) return valueAt(resource.attributes, ...binding.attribute.split('.'));
  if (binding.env === undefined) return undefined;
  return ENVIRONMENTS.map((path) => valueAt(resource.attributes, ...path, binding.env ?? '')).find(
    (value) => value !== undefined,
  );
}

function namesOf({ address, addressInRoot = address }: Resource): readonly string[] {
  return [address, withoutInstance(address), addressInRoot, withoutInstance(addressInRoot)];
}

/** Where resource types keep environment variables. */
const ENVIRONMENTS: readonly (readonly string[])[] = [
  ['environment', 'variables'],
  ['environment_variables'],
  ['Environment', 'Variables'],
  ['EnvironmentVariables'],
];

/** The one model id in a source file. None, or several different ones, is a question and not an answer. */
function modelInFile(
  binding: ModelBinding & { readonly kind: 'file' },
  at: SourceLocation,
  workload: string,
  parts: ProjectParts,
  diagnostics: Diagnostic[],
): ServedModel {
  const { file, env } = binding;
  const source = parts.sources.get(file);
  const all = source === undefined ? [] : findModelIds(source);
  const found = env === undefined ? all : onLinesOf(source ?? '', env, all);
  const ids = [...new Set(found.map((reference) => reference.id))];
  const [only] = found;
  if (only !== undefined && ids.length === 1) {
    return { choice: { id: only.id, origin: 'code', at: { file, line: only.line, column: only.column } } };
  }
  const why =
    source === undefined
      ? `${file} does not exist`
      : ids.length === 0
        ? `${file} has no model id in it${env === undefined ? '' : ` on a line with ${env}`}`
        : `${file} has ${ids.length} model ids in it: ${ids.slice(0, 4).join(', ')}`;
  diagnostics.push({
    code: ids.length > 1 ? 'binding-ambiguous' : 'binding-unmatched',
    severity: 'error',
    message: `model of ${workload} cannot be read: ${why}`,
    at,
    hint: `model: ${ids[0] ?? 'global.anthropic.claude-haiku-4-5-20251001-v1:0'}`,
  });
  return { choice: { id: unknown(why, { at }), origin: 'code', at } };
}

/** References that stand on a line that names an environment variable. */
function onLinesOf(
  source: string,
  variable: string,
  references: readonly ModelReference[],
): readonly ModelReference[] {
  const lines = source.split('\n');
  return references.filter(({ line }) => lines[line - 1]?.includes(variable) === true);
}

function missingModel(at: SourceLocation): ServedModel {
  return { choice: { id: unknown('no model is stated', { at }), origin: 'iac', at } };
}

function callsPerRequest(stated: ManifestWorkload): Quantity {
  const at = stated.locate('calls_per_request');
  if (stated.callsPerRequest !== undefined)
    return { range: stated.callsPerRequest.range, origin: 'declared', at };
  if (stated.agent !== undefined)
    return { range: CALLS_OF_AN_AGENT, origin: 'assumed', at: stated.locate('agent') };
  return { range: exactly(1), origin: 'declared', at: stated.at };
}

function longContextOf(
  stated: ManifestWorkload,
  call: ManifestCall | undefined,
): Pick<ModelCall, 'longContext'> {
  const own = call?.longContext !== undefined;
  const long = call?.longContext ?? stated.longContext;
  if (long === undefined) return {};
  const at = (key: string) => (own ? stated.locate('calls', call.name, key) : stated.locate(key));
  const share: Quantity = { range: long.share.range, origin: 'declared', at: at('long_context_share') };
  return { longContext: { share, ...tokens('inputTokens', long.tokens, at('long_context_tokens')) } };
}

function retriesOf(stated: ManifestWorkload): Pick<ModelCall, 'retries'> {
  if (stated.retries === undefined) return {};
  return { retries: { range: stated.retries.range, origin: 'declared', at: stated.locate('retries') } };
}

function cacheOf(
  cache: ManifestWorkload['cache'],
  stated: ManifestWorkload,
): { readonly cache?: PromptCache } {
  if (cache === undefined) return {};
  const at = stated.locate('cache');
  return {
    cache: {
      tokens: { range: cache.tokens.range, origin: 'declared', at },
      hitRate: { range: cache.hitRate.range, origin: 'declared', at },
      timeToLive: cache.timeToLive,
    },
  };
}
