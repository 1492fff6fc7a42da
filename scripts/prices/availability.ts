/**
 * Where each model can be called, and through what: in the region itself, through a geographic profile, through the
 * global profile. Three lists say it, and what one of them says counts: the model cards of 2026-08-22, the interface's
 * own list of 2026-08-21, and the availability column of 2026-10-08 (which covers six regions). The endpoint
 * `bedrock-mantle` serves in the region.
 */
import type { Scope } from '../../src/model/price.ts';
import { KNOWN_MODELS, modelNamed } from '../../src/prices/update/known-models.ts';
import type { Observations } from './observations.ts';

export interface Availability {
  /** Scopes by region. */
  readonly offered: ReadonlyMap<string, ReadonlySet<Scope>>;
  /** Prefixes of its profiles, sorted: `eu`, `global`, `us`. */
  readonly profiles: readonly string[];
}

/** By key of the model. A model that none of the lists names is absent. */
export function readAvailability(observations: Observations): ReadonlyMap<string, Availability> {
  const offered = new Map<string, Map<string, Set<Scope>>>();
  const profiles = new Map<string, Set<string>>();

  function add(key: string | undefined, region: string, scope: Scope): void {
    if (key === undefined) return;
    const regions = offered.get(key) ?? new Map<string, Set<Scope>>();
    offered.set(key, regions);
    regions.set(region, (regions.get(region) ?? new Set()).add(scope));
  }
  function addProfile(key: string | undefined, prefix: string): void {
    if (key !== undefined) profiles.set(key, (profiles.get(key) ?? new Set()).add(prefix));
  }

  for (const model of observations.observedModels) {
    const key = modelNamed(model.model);
    for (const prefix of model.geoPrefixes ?? []) addProfile(key, prefix === 'gov' ? 'us-gov' : prefix);
    for (const [region, marks] of Object.entries(model.availability ?? {})) {
      if (marks.includes('i')) add(key, region, 'in-region');
      if (marks.includes('g')) add(key, region, 'geographic');
      if (marks.includes('G')) {
        add(key, region, 'global');
        addProfile(key, 'global');
      }
    }
  }
  for (const card of observations.cards) {
    for (const access of card.programmaticAccess) {
      const key = modelNamed(access.modelId);
      for (const id of [...(access.geoInferenceIds ?? []), ...(access.globalInferenceIds ?? [])]) {
        addProfile(key, id.slice(0, id.indexOf('.')));
      }
      for (const [name, scopes] of Object.entries(card.regions)) {
        const region = regionOfCard(name);
        if (scopes.inRegion) add(key, region, 'in-region');
        if (scopes.geo) add(key, region, 'geographic');
        if (scopes.global) add(key, region, 'global');
      }
    }
  }
  for (const [id, model] of Object.entries(observations.listed)) {
    const key = modelNamed(id);
    for (const region of model.mantle_supported_regions ?? []) add(key, region, 'in-region');
    for (const [region, types] of Object.entries(model.inference_types)) {
      for (const type of types) {
        if (type === 'PROVISIONED') continue;
        if (type === 'ON_DEMAND') add(key, region, 'in-region');
        else if (type === 'GLOBAL') add(key, region, 'global');
        else add(key, region, 'geographic');
        if (type !== 'ON_DEMAND') addProfile(key, type.toLowerCase());
      }
    }
  }
  return new Map(
    KNOWN_MODELS.filter((model) => offered.has(model.key) || profiles.has(model.key)).map((model) => [
      model.key,
      { offered: offered.get(model.key) ?? new Map(), profiles: [...(profiles.get(model.key) ?? [])].sort() },
    ]),
  );
}

/** The cards' reader cut the first letters of the GovCloud regions off. */
function regionOfCard(name: string): string {
  return name.startsWith('ov-') ? `us-g${name}` : name;
}

/**
 * Claude models that had left the model cards by August 2026 but still had prices. The pricing page of 2026-07-24 lists
 * them under "Geo and In-region Cross-region Inference", and genai-prices 0.1.8 prices every geographic prefix of them
 * alike; so a regional price of theirs holds in the region and through its geographic profile.
 */
const GEOGRAPHIC_WITHOUT_CARD: ReadonlySet<string> = new Set([
  'anthropic.claude-3-opus',
  'anthropic.claude-3-sonnet',
  'anthropic.claude-3-5-haiku',
  'anthropic.claude-3-5-sonnet-v1',
  'anthropic.claude-3-5-sonnet-v2',
  'anthropic.claude-3-7-sonnet',
  'anthropic.claude-opus-4',
]);

/**
 * The scopes that a price without a mark of its scope stands for. Nothing is written for a scope that no list offers; a
 * model that no list names at all is taken to be sold where its price stands, in the region.
 */
export function regionalScopes(
  availability: ReadonlyMap<string, Availability>,
  key: string,
  region: string,
): readonly Scope[] {
  if (GEOGRAPHIC_WITHOUT_CARD.has(key)) return ['in-region', 'geographic'];
  const known = availability.get(key);
  if (known === undefined || known.offered.size === 0) return ['in-region'];
  const scopes = known.offered.get(region);
  return (['in-region', 'geographic'] as const).filter((scope) => scopes?.has(scope));
}
