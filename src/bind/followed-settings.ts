/** The tier and the prompt cache of a call whose model is followed: what the file or the resource says of them. */
import { lifetimeNamed } from '../code/cache-points.ts';
import { type Possible, type PossibleTier, settingsOfModel } from '../code/settings-of-model.ts';
import { tierNamed } from '../code/tier-value.ts';
import type { ModelBinding } from '../manifest/manifest.ts';
import type { CacheTimeToLive, Tier } from '../model/price.ts';
import type { Resource } from '../model/resource.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { isUnknown, textAt, type Unknown } from '../model/value.ts';
import { environmentOf } from './environment.ts';
import type { ResourceGraph } from './graph.ts';
import { namedModels } from './model-from-outside.ts';
import type { SetVariable } from './set-variables.ts';

/** The owner of a call, as messages name it, and where its keys stand. */
export interface CallOwner {
  readonly name: string;
  at(key: string): SourceLocation;
}

/** One of the values that a call may have, and who says so. */
export interface Said<Item> {
  /** Undefined where it is decided when the program runs, or not known. */
  readonly value: Item | undefined;
  readonly origin: 'iac' | 'code';
  readonly at: SourceLocation;
  /** What follows the name of the file or resource: `asks for the flex tier on line 5`. */
  readonly words: string;
}

/** What is said of the calls of a model. */
export interface FollowedSettings {
  /** The file, or the address of the resource. */
  readonly where: string;
  readonly id: string;
  readonly tiers: readonly Said<Tier>[];
  readonly cachePoints: readonly Said<CacheTimeToLive>[];
  /** Whether the calls themselves stand there, so that a tier or a cache point would as well. */
  readonly makesCalls: boolean;
  readonly hasCachePoints: boolean;
}

/** Undefined where the model is followed nowhere, or is not known. */
export function followedSettings(
  binding: ModelBinding | undefined,
  id: string | Unknown,
  sources: ReadonlyMap<string, string>,
  graph: ResourceGraph,
): FollowedSettings | undefined {
  if (binding === undefined || binding.kind === 'id' || isUnknown(id)) return undefined;
  if (binding.kind === 'address') return settingsAtAddress(binding.address, id, graph);
  const text = sources.get(binding.file);
  return text === undefined ? undefined : settingsInFile(binding.file, text, id, graph);
}

/** What a file says of the calls of a model. Variables that infrastructure code sets have the values set there. */
export function settingsInFile(
  file: string,
  text: string,
  id: string,
  graph: ResourceGraph,
): FollowedSettings {
  const { tiers, cachePoints, ...more } = settingsOfModel(file, text, id, namedModels(file, text, graph));
  return {
    where: file,
    id,
    tiers: tiers.flatMap((tier) => tierInFile(file, tier, graph)),
    cachePoints: cachePoints.flatMap((point) => lifetimeInFile(file, point, graph)),
    ...more,
  };
}

/** A tier of a file; what infrastructure code sets in its place where the file takes it from a variable. */
export function tierInFile(
  file: string,
  { value, line, variable, kind }: PossibleTier,
  graph: ResourceGraph,
): readonly Said<Tier>[] {
  const at = { file, line };
  const set = variable === undefined ? [] : graph.setting(variable);
  if (set.length === 0) return [{ value, origin: 'code', at, words: tierWords(value, line) }];
  return set.map((one): Said<Tier> => {
    const text = textAt(one.value);
    const tier = typeof text === 'string' ? tierNamed(text, kind) : undefined;
    return {
      value: tier,
      origin: 'iac',
      at: one.resource.at,
      words: `takes its tier from ${variable} on line ${line}, which ${setWords(one, tier)}`,
    };
  });
}

function tierWords(value: Tier | undefined, line: number): string {
  if (value === undefined) return `chooses one when it runs on line ${line}`;
  return value === 'standard'
    ? `asks for the standard tier or for none on line ${line}`
    : `asks for the ${value} tier on line ${line}`;
}

/** A lifetime of a file, likewise. */
export function lifetimeInFile(
  file: string,
  { value, line, variable }: Possible<CacheTimeToLive>,
  graph: ResourceGraph,
): readonly Said<CacheTimeToLive>[] {
  const at = { file, line };
  const set = variable === undefined ? [] : graph.setting(variable);
  if (set.length === 0) {
    const words =
      value === undefined ? `chooses it when it runs on line ${line}` : `says ${value} on line ${line}`;
    return [{ value, origin: 'code', at, words }];
  }
  return set.map((one) => {
    const text = textAt(one.value);
    const lifetime = typeof text === 'string' ? lifetimeNamed(text) : undefined;
    return {
      value: lifetime,
      origin: 'iac',
      at: one.resource.at,
      words: `takes it from ${variable} on line ${line}, which ${setWords(one, lifetime)}`,
    };
  });
}

function setWords({ resource, value }: SetVariable, found: string | undefined): string {
  const text = textAt(value);
  if (typeof text === 'string') return `${resource.address} sets to ${found ?? JSON.stringify(text)}`;
  const why = isUnknown(text) ? `: ${text.why}` : '';
  return `${resource.address} sets to what is not known${why}`;
}

/** Names of variables that hold a service tier, the latency of the performance configuration, or a lifetime. */
const TIER_VARIABLE = /(?:^|_)(?:SERVICE|BEDROCK)_?TIER$/i;
const LATENCY_VARIABLE = /(?:^|_)PERFORMANCE_?(?:CONFIG_?)?LATENCY$/i;
const LIFETIME_VARIABLE = /(?:^|_)CACHE_?TTL$/i;

/**
 * What the variables beside that of the model say, by their names: `BEDROCK_SERVICE_TIER`, `CACHE_TTL`. What holds
 * another word is about something else: a service tier may also be that of a customer.
 */
function settingsAtAddress(address: string, id: string, graph: ResourceGraph): FollowedSettings | undefined {
  const said = graph.declared(address).map((resource) => ({
    resource,
    tiers: withoutUsual([
      ...saidBy(resource, TIER_VARIABLE, (text) => tierNamed(text, 'tier')),
      ...saidBy(resource, LATENCY_VARIABLE, (text) => tierNamed(text, 'latency')),
    ]),
    cachePoints: saidBy(resource, LIFETIME_VARIABLE, lifetimeNamed),
  }));
  const saysTier = said.some(({ tiers }) => tiers.length > 0);
  const cachePoints = said.flatMap((one) => one.cachePoints);
  if (!saysTier && cachePoints.length === 0) return undefined;
  const tiers = said.flatMap((one): readonly Said<Tier>[] => {
    if (one.tiers.length > 0 || !saysTier) return one.tiers;
    const words = `has none in ${one.resource.address}`;
    return [{ value: 'standard', origin: 'iac', at: one.resource.at, words }];
  });
  return { where: address, id, tiers, cachePoints, makesCalls: false, hasCachePoints: false };
}

function saidBy<Item extends string>(
  resource: Resource,
  names: RegExp,
  read: (text: string) => Item | undefined,
): readonly Said<Item>[] {
  return [...environmentOf(resource)].flatMap(([name, value]) => {
    const text = names.test(name) ? textAt(value) : undefined;
    const found = typeof text === 'string' ? read(text) : undefined;
    if (found === undefined && !isUnknown(text)) return [];
    const words = `has ${name}, which ${setWords({ resource, value }, found)}`;
    return [{ value: found, origin: 'iac', at: resource.at, words }];
  });
}

/** Where both the tier and the latency are set, the usual value of one leaves it to the other. */
function withoutUsual(tiers: readonly Said<Tier>[]): readonly Said<Tier>[] {
  const others = tiers.filter(({ value }) => value !== 'standard');
  return others.length > 0 ? others : tiers;
}

const LISTED = 4;

/** `asks for the flex tier on line 5 and asks for the standard tier on line 9`, at most four of them. */
export function wordsOf(all: readonly Said<unknown>[]): string {
  return all
    .slice(0, LISTED)
    .map(({ words }) => words)
    .join(' and ');
}

export function distinctValues<Item>(all: readonly Said<Item>[]): readonly Item[] {
  return [...new Set(all.flatMap(({ value }) => value ?? []))];
}
