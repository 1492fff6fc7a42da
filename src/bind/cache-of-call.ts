/** How long what a call caches lives, and whether the manifest and the code agree that it caches. */
import type { Place } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CacheTimeToLive } from '../model/price.ts';
import { unknown } from '../model/value.ts';
import type { PromptCache, TierChoice } from '../model/workload.ts';
import { type CallOwner, distinctValues, type FollowedSettings, wordsOf } from './followed-settings.ts';
import type { Joined } from './parts.ts';
import { lifetimeAtPlace } from './stated-place.ts';

/** The lifetime of a cache that the manifest states, else what the file or the resource says, else five minutes. */
export function lifetimeOf(
  cache: { readonly timeToLive?: CacheTimeToLive | Place | undefined } | undefined,
  followed: FollowedSettings | undefined,
  owner: CallOwner,
  joined: Joined,
  diagnostics: Diagnostic[],
): Pick<PromptCache, 'timeToLive' | 'unknownTimeToLive'> {
  // Without a cache in the manifest nothing is written that could live for long.
  if (cache === undefined) return { timeToLive: '5m' };
  const stated = cache.timeToLive;
  if (typeof stated === 'object') return lifetimeAtPlace(stated, owner, joined, diagnostics);
  const points = followed?.cachePoints ?? [];
  const known = distinctValues(points);
  const [only, ...others] = known;
  const open = points.find(({ value }) => value === undefined);
  if (followed !== undefined && stated === undefined && open !== undefined && others.length === 0) {
    const priced = only ?? '5m';
    diagnostics.push({
      code: 'binding-ambiguous',
      severity: 'warning',
      message: `How long what ${owner.name} caches lives cannot be told: ${followed.where} ${open.words}; ${priced} is priced.`,
      at: owner.at('cache'),
      hint: `ttl: ${priced}  # in cache; or ${priced === '5m' ? '1h' : '5m'}`,
    });
    return { timeToLive: priced };
  }
  const place = points.find(({ value }) => value === only);
  if (followed === undefined || only === undefined || place === undefined)
    return { timeToLive: stated ?? '5m' };
  if (stated !== undefined) {
    if (open !== undefined || known.includes(stated)) return { timeToLive: stated };
    const common = { code: 'manifest-disagrees', severity: 'warning', hint: `ttl: ${only}` } as const;
    diagnostics.push(
      {
        ...common,
        message: `The cache of ${owner.name} lives ${stated} in the manifest, and ${only} by ${followed.where}, which ${place.words}; the manifest's is priced.`,
        at: owner.at('cache'),
      },
      {
        ...common,
        message: `What is cached here lives ${only}, and the manifest prices ${owner.name} with a cache of ${stated}.`,
        at: place.at,
      },
    );
    return { timeToLive: stated };
  }
  if (others.length === 0) return { timeToLive: only };
  const why = `${followed.where} caches for different times: it ${wordsOf(points)}`;
  return {
    timeToLive: only,
    unknownTimeToLive: unknown(why, {
      at: place.at,
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
  followed: FollowedSettings | undefined,
  owner: CallOwner,
): readonly Diagnostic[] {
  if (followed === undefined || tier === 'batch' || !NEEDS_CACHE_POINT.test(followed.id)) return [];
  const { where, cachePoints, makesCalls, hasCachePoints } = followed;
  const point = hasCachePoints ? cachePoints[0] : undefined;
  if (hasCache && makesCalls && !hasCachePoints) {
    const message = `The manifest counts on a prompt cache for ${owner.name}, and the calls in ${where} set no cache point; cache reads are priced as the manifest states.`;
    return [{ code: 'manifest-disagrees', severity: 'warning', message, at: owner.at('cache') }];
  }
  if (hasCache || point === undefined) return [];
  const lifetime = point.value === undefined || point.value === '5m' ? '' : `, ttl: ${point.value}`;
  return [
    {
      code: 'manifest-disagrees',
      severity: 'notice',
      message: `${where} sets a cache point for ${owner.name}, and the manifest prices all input as uncached.`,
      at: point.at,
      hint: `cache: { tokens: N, hit_rate: N%${lifetime} }  # the tokens up to the cache point, and how often they are found there`,
    },
  ];
}
