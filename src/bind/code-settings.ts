/** The tier and the prompt cache of a call whose model is followed to a file: what that file says of them. */
import { type Possible, type SettingsOfModel, settingsOfModel } from '../code/settings-of-model.ts';
import type { ModelBinding } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CacheTimeToLive, Tier } from '../model/price.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { isUnknown, type Unknown, unknown } from '../model/value.ts';
import type { PromptCache, TierChoice } from '../model/workload.ts';
import { bindableIds } from './file-pick.ts';
import { namesOf } from './model-by-name.ts';

/** What a file says of the calls of the model that is bound to it. */
export interface FileSettings extends SettingsOfModel {
  readonly file: string;
  readonly id: string;
}

/** Undefined where the model is bound to no file, or is not known. */
export function fileSettings(
  binding: ModelBinding | undefined,
  id: string | Unknown,
  sources: ReadonlyMap<string, string>,
): FileSettings | undefined {
  if (binding?.kind !== 'file' || isUnknown(id)) return undefined;
  const { file } = binding;
  const text = sources.get(file);
  if (text === undefined) return undefined;
  const models = bindableIds(file, text).map((reference) => ({
    id: reference.id,
    start: reference.start,
    end: reference.end,
    names: namesOf(text, reference),
  }));
  return { file, id, ...settingsOfModel(file, text, id, models) };
}

/** The owner of a call, as messages name it, and where its keys stand. */
export interface CallOwner {
  readonly name: string;
  at(key: string): SourceLocation;
}

/**
 * The tier of a call: what the manifest states, else what the file says, else the standard one. Where the file says
 * several, nobody knows; where the manifest and the file disagree, both places are told.
 */
export function tierOf(
  stated: Tier | undefined,
  settings: FileSettings | undefined,
  owner: CallOwner,
  diagnostics: Diagnostic[],
): TierChoice {
  if (stated !== undefined) {
    if (settings !== undefined) diagnostics.push(...tierDisagreement(stated, settings, owner));
    return { tier: stated };
  }
  const tiers = settings?.tiers ?? [];
  const [first] = tiers;
  if (settings === undefined || first === undefined) return { tier: 'standard' };
  const at = { file: settings.file, line: first.line };
  const known = distinct(tiers);
  const [only, ...others] = known;
  const isOpen = tiers.some(({ value }) => value === undefined);
  if (only !== undefined && others.length === 0 && !isOpen)
    return { tier: only, source: { origin: 'code', at } };
  const line = (tier: Tier) => `tier: ${tier}`;
  if (known.every((tier) => tier === 'standard')) {
    diagnostics.push({
      code: 'binding-ambiguous',
      severity: 'warning',
      message: `${settings.file} chooses the service tier of ${owner.name} when it runs (line ${first.line}); the standard tier is priced.`,
      at: owner.at('model'),
      hint: line('standard'),
    });
    return { tier: 'standard' };
  }
  const why = `${settings.file} ${tierWords(tiers)}, so the tier of ${owner.name} is not known`;
  const hint = line(known.find((tier) => tier !== 'standard') ?? 'standard');
  // What it leaves without a price says enough to the verdict.
  diagnostics.push({
    code: 'binding-ambiguous',
    severity: 'warning',
    message: `tier of ${owner.name} cannot be read: ${settings.file} ${tierWords(tiers)}`,
    at: owner.at('model'),
    hint,
  });
  return { tier: 'standard', unknownTier: unknown(why, { at, hint }) };
}

/** Tiers that only a call itself can ask for: a file that makes the calls and asks for none is in the standard tier. */
const ASKED_BY_CALLS: readonly Tier[] = ['priority', 'flex', 'latency-optimized'];

function tierDisagreement(
  stated: Tier,
  { file, tiers, makesCalls }: FileSettings,
  owner: CallOwner,
): readonly Diagnostic[] {
  const known = distinct(tiers);
  const isOpen = tiers.some(({ value }) => value === undefined);
  const common = { code: 'manifest-disagrees', severity: 'warning' } as const;
  if (tiers.length === 0) {
    if (!makesCalls || !ASKED_BY_CALLS.includes(stated)) return [];
    const message = `The tier of ${owner.name} is ${stated} in the manifest, and the calls in ${file} ask for none, which is the standard tier; the manifest's is priced.`;
    return [{ ...common, message, at: owner.at('tier'), hint: 'tier: standard' }];
  }
  const [found] = known;
  if (found === undefined || isOpen || known.includes(stated) || stated === 'reserved') return [];
  const place = tiers.find(({ value }) => value === found)?.line ?? 1;
  const hint = `tier: ${found}`;
  return [
    {
      ...common,
      message: `The tier of ${owner.name} is ${stated} in the manifest, and ${file} ${tierWords(tiers)}; the manifest's is priced.`,
      at: owner.at('tier'),
      hint,
    },
    {
      ...common,
      message: `This asks for the ${found} tier, and the manifest prices ${owner.name} in the ${stated} tier.`,
      at: { file, line: place },
      hint,
    },
  ];
}

const LISTED = 4;

/** `asks for the flex tier on line 5 and for the standard tier on line 9`. */
function tierWords(tiers: readonly Possible<Tier>[]): string {
  const words = tiers.slice(0, LISTED).map(({ value, line }) => {
    if (value === undefined) return `chooses one when it runs on line ${line}`;
    return value === 'standard'
      ? `asks for the standard tier or for none on line ${line}`
      : `asks for the ${value} tier on line ${line}`;
  });
  return words.join(' and ');
}

/** The lifetime of a cache that the manifest states, else what the file says, else five minutes. */
export function lifetimeOf(
  cache: { readonly timeToLive?: CacheTimeToLive | undefined } | undefined,
  settings: FileSettings | undefined,
  owner: CallOwner,
  diagnostics: Diagnostic[],
): Pick<PromptCache, 'timeToLive' | 'unknownTimeToLive'> {
  // Without a cache in the manifest nothing is written that could live for long.
  if (cache === undefined) return { timeToLive: '5m' };
  const stated = cache.timeToLive;
  const points = settings?.cachePoints ?? [];
  const known = distinct(points);
  const [only, ...others] = known;
  const open = points.find(({ value }) => value === undefined);
  if (settings !== undefined && stated === undefined && open !== undefined && others.length === 0) {
    const priced = only ?? '5m';
    diagnostics.push({
      code: 'binding-ambiguous',
      severity: 'warning',
      message: `${settings.file} chooses when it runs how long what ${owner.name} caches lives (line ${open.line}); ${priced} is priced.`,
      at: owner.at('cache'),
      hint: `ttl: ${priced}  # in cache`,
    });
    return { timeToLive: priced };
  }
  if (settings === undefined || only === undefined) return { timeToLive: stated ?? '5m' };
  const { file } = settings;
  const place = points.find(({ value }) => value === only)?.line ?? 1;
  if (stated !== undefined) {
    const isOpen = points.some(({ value }) => value === undefined);
    if (isOpen || known.includes(stated)) return { timeToLive: stated };
    const common = { code: 'manifest-disagrees', severity: 'warning', hint: `ttl: ${only}` } as const;
    diagnostics.push(
      {
        ...common,
        message: `The cache of ${owner.name} lives ${stated} in the manifest, and ${only} in ${file} (line ${place}); the manifest's is priced.`,
        at: owner.at('cache'),
      },
      {
        ...common,
        message: `What is cached here lives ${only}, and the manifest prices ${owner.name} with a cache of ${stated}.`,
        at: { file, line: place },
      },
    );
    return { timeToLive: stated };
  }
  if (others.length === 0) return { timeToLive: only };
  const words = points.slice(0, LISTED).map(({ value, line }) => `${value ?? 'not known'} (line ${line})`);
  const why = `${file} caches for different times: ${words.join(', ')}`;
  return {
    timeToLive: only,
    unknownTimeToLive: unknown(why, {
      at: { file, line: place },
      hint: `ttl: ${known.find((time) => time !== '5m') ?? only}  # in cache`,
    }),
  };
}

/** Models that cache nothing without a cache point (Amazon Bedrock user guide, prompt caching, 2026). */
const NEEDS_CACHE_POINT = /(?:^|[./])(?:anthropic\.claude|amazon\.nova)-/;

/** Whether the manifest and the file agree that the prompt is cached. */
export function cacheDiagnostics(
  hasCache: boolean,
  { tier }: TierChoice,
  settings: FileSettings | undefined,
  owner: CallOwner,
): readonly Diagnostic[] {
  if (settings === undefined || tier === 'batch' || !NEEDS_CACHE_POINT.test(settings.id)) return [];
  const { file, cachePoints, makesCalls, hasCachePoints } = settings;
  const [point] = cachePoints;
  if (hasCache && makesCalls && !hasCachePoints) {
    const message = `The manifest counts on a prompt cache for ${owner.name}, and the calls in ${file} set no cache point; cache reads are priced as the manifest states.`;
    return [{ code: 'manifest-disagrees', severity: 'warning', message, at: owner.at('cache') }];
  }
  if (hasCache || point === undefined) return [];
  const lifetime = point.value === undefined || point.value === '5m' ? '' : `, ttl: ${point.value}`;
  return [
    {
      code: 'manifest-disagrees',
      severity: 'notice',
      message: `${file} caches prompts of ${owner.name} (line ${point.line}), and the manifest prices all input as uncached.`,
      at: { file, line: point.line },
      hint: `cache: { tokens: 1500, hit_rate: 80%${lifetime} }`,
    },
  ];
}

function distinct<Item>(all: readonly Possible<Item>[]): readonly Item[] {
  return [...new Set(all.flatMap(({ value }) => value ?? []))];
}
