/** What a program says of its model calls beside the model: the most tokens of an answer, cache points, tiers. */
import type { CacheTimeToLive, Tier } from '../model/price.ts';
import type { Brackets } from './brackets.ts';
import { variableReadIn } from './environment-default.ts';
import { lineCounter } from './line-counter.ts';
import type { Language } from './scanned-files.ts';
import { valueBehind } from './setting-value.ts';
import { type TierKind, tierIn } from './tier-value.ts';

/** A tier that is asked for. */
export interface TierSetting {
  readonly start: number;
  readonly line: number;
  /** What the program may ask for; none where it takes it from elsewhere. */
  readonly tiers: readonly Tier[];
  /** It is this one tier and no other. */
  readonly sure: boolean;
  readonly kind: TierKind;
  /** The environment variable that the program takes it from, also where it has a default. */
  readonly variable?: string;
}

/** A place up to which the prompt is cached. */
export interface CachePoint {
  readonly start: number;
  readonly line: number;
  /** How long what is cached lives; undefined where the program takes that from elsewhere. */
  readonly timeToLive: CacheTimeToLive | undefined;
  /** The environment variable that the program takes it from, also where it has a default. */
  readonly variable?: string;
}

export interface CallSettings {
  readonly tiers: readonly TierSetting[];
  readonly cachePoints: readonly CachePoint[];
}

const ANY =
  /service[-_]?tier|performance[-_]?config|create_?model_?invocation_?job|cache[-_]?(?:point|control|prompt|tools)/i;
const TIER_KEY =
  /(?<![A-Za-z0-9])(?:[A-Za-z0-9]{1,20}_){0,3}(?:x-amzn-bedrock-)?(?:(service[-_]?tier)|performance[-_]?config(?:uration)?(?:[-_]?latency)?)(?![A-Za-z0-9_-])/gi;
const CACHE_KEY =
  /(?<![A-Za-z0-9])(?:cache[-_]?(?:point|control|prompt|tools))(?![A-Za-z0-9_-])|\bCachePoint(?:Block|Member\w{0,20})\b/gi;
const TTL = /\bttl["'`]?\]?\s{0,9}(?:=>|[:=(])\s{0,9}/gi;
const TIMES_TO_LIVE: ReadonlyMap<string, CacheTimeToLive> = new Map([
  ['5m', '5m'],
  ['30m', '30m'],
  ['1h', '1h'],
  ['onehour', '1h'],
  ['fiveminutes', '5m'],
]);
/** A lifetime stands so near to its cache point, where it is not in the same brackets. */
const NEAR = 160;
/** Settings of one file that are looked at. */
const MOST = 100;

/** Whether a text may have such settings: most have none. */
export function maySetCalls(text: string): boolean {
  return ANY.test(text);
}

/** The settings in a text, in order. */
export function callSettings(text: string, language: Language, brackets: Brackets): CallSettings {
  const lineAt = lineCounter(text);
  const bare = language === 'yaml' || language === 'properties' || language === 'shell';
  const followed = new Set<number>();
  const tiers: (TierSetting & { readonly end: number })[] = [];
  for (const match of keysIn(text, TIER_KEY, brackets)) {
    const start = match.index;
    const end = start + match[0].length;
    // `performanceConfig: { latency: … }`, and what stands in the value of an outer setting.
    if (tiers.some((other) => start < other.end)) continue;
    const value = valueBehind(text, end, brackets);
    if (value === undefined) continue;
    const kind = match[1] === undefined ? 'latency' : 'tier';
    let found = tierIn(value.text, kind, bare);
    const constant =
      found?.variable === undefined ? undefined : onlyAssignment(text, found.variable, brackets);
    const assigned = constant === undefined ? undefined : valueBehind(text, constant.end, brackets);
    if (constant !== undefined && assigned !== undefined && constant.start !== start) {
      const known = tierIn(assigned.text, kind, bare);
      if (known?.tiers.length === 1 || known?.environment !== undefined) {
        found = known;
        followed.add(constant.start);
      }
    }
    if (found === undefined) continue;
    const { tiers: asked, sure, environment } = found;
    tiers.push({
      start,
      end: value.start + value.text.length,
      line: lineAt(start),
      tiers: asked,
      sure,
      kind,
      ...(environment === undefined ? {} : { variable: environment }),
    });
  }
  return {
    tiers: tiers.filter(({ start }) => !followed.has(start)),
    cachePoints: cachePointsIn(text, brackets, lineAt),
  };
}

function cachePointsIn(
  text: string,
  brackets: Brackets,
  lineAt: (at: number) => number,
): readonly CachePoint[] {
  const found: CachePoint[] = [];
  for (const match of keysIn(text, CACHE_KEY, brackets)) {
    const start = match.index;
    const last = found.at(-1);
    const isClass = /^CachePoint[A-Z]/.test(match[0]);
    const value = valueBehind(text, start + match[0].length, brackets);
    const isOpened = /^\s{0,3}[({]/.test(text.slice(start + match[0].length, start + match[0].length + 4));
    if (value === undefined && !(isClass && isOpened)) continue;
    if (
      value !== undefined &&
      /^(?:\s|None|null|nil|undefined|[?|]|string|str\b|bool\w*|False|false)*$/.test(value.text)
    )
      continue;
    // `cachePoint: { … CachePointBlock …`: one point with a class of its own.
    if (last !== undefined && start - last.start < NEAR && isClass) continue;
    found.push({ start, line: lineAt(start), ...timeToLiveNear(text, start, brackets) });
  }
  return found;
}

type Lifetime = Pick<CachePoint, 'timeToLive' | 'variable'>;

/** How long a cache point says that it lives: five minutes where it says nothing (Amazon Bedrock user guide, 2026). */
function timeToLiveNear(text: string, start: number, brackets: Brackets): Lifetime {
  const region = text.slice(start, start + NEAR);
  const others = [...region.slice(5).matchAll(CACHE_KEY)].map(({ index }) => index + 5);
  const own = region.slice(0, Math.min(...others.filter((at) => at > 40), NEAR));
  const [match] = own.matchAll(TTL);
  if (match === undefined || brackets.isComment(start + match.index)) return { timeToLive: '5m' };
  const from = start + match.index + match[0].length;
  const found = lifetimeIn(text.slice(from, from + LONGEST_LIFETIME));
  if (found !== undefined) return found;
  const name = /^[\w.]{1,100}(?=\s{0,9}[,})\]\n;]|$)/.exec(text.slice(from, from + LONGEST_LIFETIME))?.[0];
  const constant = name === undefined ? undefined : onlyAssignment(text, name, brackets);
  const value = constant === undefined ? undefined : valueBehind(text, constant.end, brackets);
  return (value === undefined ? undefined : lifetimeIn(value.text)) ?? { timeToLive: undefined };
}

/** The lifetime that a word names, as the API does; undefined where it names none. */
export function lifetimeNamed(word: string): CacheTimeToLive | undefined {
  return TIMES_TO_LIVE.get(word.trim().toLowerCase().replaceAll('_', ''));
}

const LONGEST_LIFETIME = 120;

/** The lifetime at the start of a value, or the variable that it is read from with the default behind it. */
export function lifetimeIn(value: string): Lifetime | undefined {
  const [statement = ''] = value.split('\n');
  const variable = variableReadIn(statement);
  if (variable !== undefined) {
    const quoted = [...statement.matchAll(/["'`]([A-Za-z0-9_]{1,20})["'`]/g)].flatMap(
      ([, text = '']) => lifetimeNamed(text) ?? [],
    );
    return { timeToLive: quoted[0], variable };
  }
  const named = /^["'`]?(?:[\w.&]{0,60}?CacheTTL(?:\.|::)?_?)?([A-Za-z0-9_]{1,20})/.exec(value)?.[1] ?? '';
  const timeToLive = lifetimeNamed(named);
  return timeToLive === undefined ? undefined : { timeToLive };
}

function* keysIn(text: string, key: RegExp, brackets: Brackets): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of text.matchAll(key)) {
    if (brackets.isComment(match.index)) continue;
    count += 1;
    if (count > MOST) return;
    yield match;
  }
}

/** A type, and the sign of an assignment behind it. */
const ASSIGNED = /^((?:\s{0,3}:\s{0,3}[\w.|]{1,40})?)\s{0,3}:?=(?![=>])/;

/** Where the only assignment of a variable stands; undefined where there is none, or several. */
function onlyAssignment(
  text: string,
  variable: string,
  brackets: Brackets,
): { readonly start: number; readonly end: number } | undefined {
  const name = variable.slice(variable.lastIndexOf('.') + 1);
  // `config.` of a name that was cut off.
  if (name === '') return undefined;
  const places: { readonly start: number; readonly end: number }[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (/\w/.test(text.charAt(at - 1)) || brackets.isComment(at)) continue;
    const type = ASSIGNED.exec(text.slice(end, end + 80))?.[1];
    if (type !== undefined) places.push({ start: at, end: end + type.length });
  }
  const [only, ...others] = places;
  return others.length > 0 ? undefined : only;
}
