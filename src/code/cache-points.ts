/** The places up to which a program caches its prompts, and for how long. */
import type { CacheTimeToLive } from '../model/price.ts';
import { assignmentsOf } from './assignments.ts';
import type { Brackets } from './brackets.ts';
import { variableReadIn } from './environment-default.ts';
import { lineCounter } from './line-counter.ts';
import { valueBehind } from './setting-value.ts';
import { keysIn } from './settings-in-text.ts';

/** A place up to which the prompt is cached. */
export interface CachePoint {
  readonly start: number;
  readonly line: number;
  /** How long what is cached lives; undefined where the program takes that from elsewhere. */
  readonly timeToLive: CacheTimeToLive | undefined;
  /** The environment variable that the program takes it from, also where it has a default. */
  readonly variable?: string;
}

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
const LONGEST_LIFETIME = 120;

/** The cache points in a text, in order. */
export function cachePointsIn(text: string, brackets: Brackets): readonly CachePoint[] {
  const lineAt = lineCounter(text);
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
  const [constant, ...further] = name === undefined ? [] : assignmentsOf(text, name, brackets);
  if (further.length > 0) return { timeToLive: undefined };
  const value = constant === undefined ? undefined : valueBehind(text, constant.end, brackets);
  return (value === undefined ? undefined : lifetimeIn(value.text)) ?? { timeToLive: undefined };
}

/** The lifetime that a word names, as the API does; undefined where it names none. */
export function lifetimeNamed(word: string): CacheTimeToLive | undefined {
  return TIMES_TO_LIVE.get(word.trim().toLowerCase().replaceAll('_', ''));
}

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
