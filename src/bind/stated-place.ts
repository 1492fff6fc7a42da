/** A tier, or the lifetime of a cache, that the manifest follows to a place: the one value there, or a diagnostic. */
import { lifetimeNamed } from '../code/cache-points.ts';
import { lifetimesNamed, tiersNamed } from '../code/settings-named.ts';
import { tierNamed } from '../code/tier-value.ts';
import { readDataPath } from '../manifest/data-path.ts';
import type { AddressPlace, FilePlace, Place } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { CACHE_TIMES_TO_LIVE, type CacheTimeToLive, TIERS, type Tier } from '../model/price.ts';
import { isUnknown, textAt, type Unknown, unknown } from '../model/value.ts';
import type { PromptCache, TierChoice } from '../model/workload.ts';
import {
  type CallOwner,
  distinctValues,
  type FollowedSettings,
  lifetimeInFile,
  type Said,
  settingsInFile,
  tierInFile,
  wordsOf,
} from './followed-settings.ts';
import type { ResourceGraph } from './graph.ts';
import { storedValue } from './model-choice.ts';
import { namedModels } from './model-from-outside.ts';
import type { Joined } from './parts.ts';
import { valuesAtAddress } from './values-at-address.ts';

/** What can be followed to a place, and how a text or a file says it. */
interface Kind<Item extends string> {
  readonly key: 'tier' | 'ttl';
  readonly words: string;
  readonly values: readonly Item[];
  read(text: string): Item | undefined;
  named(file: string, text: string, name: string, graph: ResourceGraph): readonly Said<Item>[];
  ofCalls(settings: FollowedSettings): readonly Said<Item>[];
}

const TIER: Kind<Tier> = {
  key: 'tier',
  words: 'tier',
  values: TIERS,
  read: (text) => tierNamed(text),
  named: (file, text, name, graph) =>
    tiersNamed(file, text, name).flatMap((tier) => tierInFile(file, tier, graph)),
  ofCalls: ({ tiers }) => tiers,
};

const LIFETIME: Kind<CacheTimeToLive> = {
  key: 'ttl',
  words: 'cache lifetime',
  values: CACHE_TIMES_TO_LIVE,
  read: lifetimeNamed,
  named: (file, text, name, graph) =>
    lifetimesNamed(file, text, name).flatMap((lifetime) => lifetimeInFile(file, lifetime, graph)),
  ofCalls: ({ cachePoints }) => cachePoints,
};

/** The tier at a place. Where there is none, or several, it is not known, and an error says why. */
export function tierAtPlace(
  place: Place,
  owner: CallOwner,
  joined: Joined,
  diagnostics: Diagnostic[],
): TierChoice {
  const found = atPlace(place, TIER, owner, joined, diagnostics);
  if (isUnknown(found)) return { tier: 'standard', unknownTier: found };
  return { tier: found.value, source: { origin: found.origin, at: found.at } };
}

/** The lifetime at a place, likewise. */
export function lifetimeAtPlace(
  place: Place,
  owner: CallOwner,
  joined: Joined,
  diagnostics: Diagnostic[],
): Pick<PromptCache, 'timeToLive' | 'unknownTimeToLive'> {
  const found = atPlace(place, LIFETIME, owner, joined, diagnostics);
  return isUnknown(found) ? { timeToLive: '5m', unknownTimeToLive: found } : { timeToLive: found.value };
}

type Known<Item> = Said<Item> & { readonly value: Item };

function atPlace<Item extends string>(
  place: Place,
  kind: Kind<Item>,
  owner: CallOwner,
  { parts, graph }: Joined,
  diagnostics: Diagnostic[],
): Known<Item> | Unknown {
  const said =
    place.kind === 'address'
      ? atAddress(place, kind, graph)
      : inFile(place, kind, parts.sources.get(place.file), graph);
  const isFault = typeof said === 'string';
  const known = isFault ? [] : distinctValues(said);
  const [only, ...others] = known;
  const first = isFault ? undefined : said.find((one) => one.value === only);
  const isOpen = !isFault && said.some(({ value }) => value === undefined);
  if (first !== undefined && only !== undefined && others.length === 0 && !isOpen)
    return { ...first, value: only };
  const where = place.kind === 'address' ? place.address : place.file;
  const why = isFault
    ? said
    : said.length === 0
      ? `${where} says no ${kind.words}`
      : `${where} ${wordsOf(said)}`;
  const at = owner.at(kind.key === 'ttl' ? 'cache' : 'tier');
  const hint = `${kind.key}: ${only ?? kind.values[0] ?? ''}`;
  diagnostics.push({
    code: isFault || said.length === 0 ? 'binding-unmatched' : 'binding-ambiguous',
    severity: 'error',
    message: `${kind.words} of ${owner.name} cannot be read: ${why}`,
    at,
    hint,
  });
  return unknown(why, { at, hint });
}

/** What the resources at an address hold; half a sentence where they hold nothing of that name. */
function atAddress<Item extends string>(
  place: AddressPlace,
  kind: Kind<Item>,
  graph: ResourceGraph,
): readonly Said<Item>[] | string {
  const values = valuesAtAddress(place, graph);
  if (typeof values === 'string') return values;
  return values.map(({ resource, value }): Said<Item> => {
    const kept = storedValue(value, resource, graph);
    const text = textAt(kept.value);
    const found = typeof text === 'string' ? kind.read(text) : undefined;
    const open = `what is not known${isUnknown(text) ? `: ${text.why}` : ''}`;
    const shown = found ?? (typeof text === 'string' ? JSON.stringify(text) : open);
    const words = `sets ${place.env ?? place.attribute ?? ''} to ${shown} in ${resource.address}`;
    return { value: found, origin: 'iac', at: kept.resource.at, words };
  });
}

/** What a file says: at a path, by a name, or in all of its calls; half a sentence where it cannot be read. */
function inFile<Item extends string>(
  { file, name, path }: FilePlace,
  kind: Kind<Item>,
  text: string | undefined,
  graph: ResourceGraph,
): readonly Said<Item>[] | string {
  if (text === undefined) return `${file} does not exist`;
  if (path !== undefined) {
    const read = readDataPath(file, text, path);
    if (!('value' in read)) return `${file} ${read.why}`;
    const value = kind.read(read.value);
    return [
      { value, origin: 'code', at: read.at, words: `has ${value ?? JSON.stringify(read.value)} at ${path}` },
    ];
  }
  if (name === undefined) {
    const ids = new Set(namedModels(file, text, graph).map(({ id }) => id));
    return [...(ids.size === 0 ? [''] : ids)].flatMap((id) =>
      kind.ofCalls(settingsInFile(file, text, id, graph)),
    );
  }
  const said = kind.named(file, text, name, graph);
  return said.length === 0 ? `${file} gives ${name} no value` : said;
}
