import type { ManifestCall, ManifestWorkload } from '../manifest/manifest.ts';
import { decimal } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Quantity } from '../model/quantity.ts';
import { exactly, type Range } from '../model/range.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { ModelCall, PromptCache, TierChoice } from '../model/workload.ts';
import { cacheDiagnostics, lifetimeOf } from './cache-of-call.ts';
import { type Reserved, reservedFor } from './capacity.ts';
import { followedSettings } from './followed-settings.ts';
import type { ResourceGraph } from './graph.ts';
import type { MappedResource } from './map-resources.ts';
import type { ServedModel } from './model-choice.ts';
import type { ProjectParts } from './parts.ts';
import { inputOf, tokens } from './prompt.ts';
import { tierOf } from './tier-of-call.ts';
import { boundModel, missingModel, workloadModel } from './workload-model.ts';

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
  reserved: readonly Reserved[],
  diagnostics: Diagnostic[],
): readonly ModelCall[] {
  const inherited = () => workloadModel(stated, parts, graph, uses, diagnostics);
  const isAgent = stated.agent !== undefined || uses.some(({ mapped }) => mapped.callsModel === true);
  if (stated.calls.length > 0) {
    const shared = stated.calls.every((call) => call.model !== undefined) ? undefined : inherited();
    return stated.calls.map((call) => namedCall(stated, call, shared, parts, graph, reserved, diagnostics));
  }
  const { model, inputTokens, outputTokens, prompt } = stated;
  const callKeys = [model, inputTokens, outputTokens, prompt];
  if (!isAgent && callKeys.every((part) => part === undefined)) return [];
  const own = inherited();
  const owner = { name: stated.name, at: (key: string) => stated.locate(key) };
  const settings = followedSettings(stated.model, own.choice.id, parts.sources, graph);
  const chosen = tierOf(stated.tier, settings, owner, { parts, graph }, diagnostics);
  const served = reservedFor(own, reserved, chosen.tier);
  diagnostics.push(...cacheDiagnostics(stated.cache !== undefined, chosen, settings, owner));
  return [
    {
      model: served.choice,
      ...(served.capacity === undefined ? {} : { capacity: served.capacity }),
      perRequest: callsPerRequest(stated, isAgent),
      ...inputOf(stated, undefined),
      ...tokens('outputTokens', stated.outputTokens, stated.locate('output_tokens')),
      ...tierKeys(chosen, stated.tier === undefined ? undefined : stated.locate('tier')),
      ...cacheOf(
        stated.cache,
        stated,
        lifetimeOf(stated.cache, settings, owner, { parts, graph }, diagnostics),
      ),
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
  reserved: readonly Reserved[],
  diagnostics: Diagnostic[],
): ModelCall {
  const at = stated.locate('calls', call.name);
  const own =
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
  const owner = {
    name: `${stated.name} ${call.name}`,
    at: (key: string) => stated.locate(...ownPath(call, key), key),
  };
  const settings = followedSettings(call.model ?? stated.model, own.choice.id, parts.sources, graph);
  const chosen = tierOf(call.tier ?? stated.tier, settings, owner, { parts, graph }, diagnostics);
  const served = reservedFor(own, reserved, chosen.tier);
  const cache = call.cache ?? stated.cache;
  diagnostics.push(...cacheDiagnostics(cache !== undefined, chosen, settings, owner));
  const from = (key: string, isOwn: boolean) =>
    isOwn ? stated.locate('calls', call.name, key) : stated.locate(key);
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
    ...tierKeys(chosen, (call.tier ?? stated.tier) === undefined ? undefined : owner.at('tier')),
    ...cacheOf(cache, stated, lifetimeOf(cache, settings, owner, { parts, graph }, diagnostics)),
    ...longContextOf(stated, call),
    ...retriesOf(stated),
    at,
  };
}

function callsPerRequest(stated: ManifestWorkload, isAgent: boolean): Quantity {
  const at = stated.locate('calls_per_request');
  if (stated.callsPerRequest !== undefined)
    return { range: stated.callsPerRequest.range, origin: 'declared', at };
  if (isAgent) return { range: CALLS_OF_AN_AGENT, origin: 'assumed', at: stated.locate('agent') };
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

/** Of a call, the steps to its own key where it has that; none where it takes it from its workload. */
function ownPath(call: ManifestCall, key: string): readonly string[] {
  const isOwn = call[key as 'model' | 'tier' | 'cache'] !== undefined;
  return isOwn ? ['calls', call.name] : [];
}

function tierKeys(
  { tier, source, unknownTier }: TierChoice,
  at: SourceLocation | undefined,
): Pick<ModelCall, 'tier' | 'tierSource' | 'tierAt' | 'unknownTier'> {
  return {
    tier,
    ...(at === undefined ? {} : { tierAt: at }),
    ...(source === undefined ? {} : { tierSource: source }),
    ...(unknownTier === undefined ? {} : { unknownTier }),
  };
}

function cacheOf(
  cache: ManifestWorkload['cache'],
  stated: ManifestWorkload,
  lifetime: Pick<PromptCache, 'timeToLive' | 'unknownTimeToLive'>,
): { readonly cache?: PromptCache } {
  if (cache === undefined) return {};
  const at = stated.locate('cache');
  return {
    cache: {
      tokens: { range: cache.tokens.range, origin: 'declared', at },
      hitRate: { range: cache.hitRate.range, origin: 'declared', at },
      ...lifetime,
    },
  };
}
