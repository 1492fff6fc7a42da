/** The places up to which a program caches its prompts, and for how long. */
import type { CacheTimeToLive } from '../model/price.ts';
import { assignmentsOf } from './assignments.ts';
import type { Brackets } from './brackets.ts';
import { variableReadIn } from './environment-default.ts';
import { lineCounter } from './line-counter.ts';
import type { Language } from './scanned-files.ts';
import { isDefined, isProse } from './setting-place.ts';
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
  /(?<![A-Za-z0-9])(?:cache[-_]?(?:point|control|prompt|tools))(?![A-Za-z0-9_-])|\b(?:CachePoint(?:Block|Member\w{0,20})|BedrockPromptCachingMiddleware)\b/gi;
/** A point in the value of another key: `cachePoint = ….cachePoint(…)` is one. */
const INNER = /(?<![A-Za-z0-9])cache[-_]?(?:point|control)["'`]?\s{0,3}[:=(]/i;
/** What is made elsewhere: a name, or a call of a function of the program. */
const ELSEWHERE = /^\s*(?:await\s+|\*{0,2})?[A-Za-z_][\w.]*\s*(?:\([^"'`{}]*\)?)?\s*$/;
const MADE_HERE = /builder|\bnew\b|CachePoint[A-Z]|CacheControl|\btype\b|^\s*(?:true|default)\b/i;
const TTL = /\bttl["'`]?\]?\s{0,9}(?:=>|[:=(])\s{0,9}/gi;
const TIMES_TO_LIVE: ReadonlyMap<string, CacheTimeToLive> = new Map([
  ['5m', '5m'],
  ['30m', '30m'],
  ['1h', '1h'],
  // Names of enumerations that may not begin with a digit.
  ['value5m', '5m'],
  ['value1h', '1h'],
  ['onehour', '1h'],
  ['fiveminutes', '5m'],
]);
/** A lifetime stands so near to its cache point, where it is not in the same brackets. */
const NEAR = 160;
const LONGEST_LIFETIME = 120;

/** The cache points in a text, in order. */
export function cachePointsIn(text: string, language: Language, brackets: Brackets): readonly CachePoint[] {
  const lineAt = lineCounter(text);
  const isProgram = language === 'c-like' || language === 'script';
  const found: CachePoint[] = [];
  for (const match of keysIn(text, CACHE_KEY, brackets)) {
    const start = match.index;
    const end = start + match[0].length;
    const last = found.at(-1);
    const isClass = CLASS.test(match[0]);
    if (isProgram && (isDefined(text, start) || isProse(text, start, end, brackets))) continue;
    const value = valueBehind(text, end, brackets);
    const isOpened = /^\s{0,3}[({]/.test(text.slice(end, end + 4));
    if (value === undefined && !(isClass && isOpened)) continue;
    if (value !== undefined && (NO_POINT.test(value.text) || (!isClass && INNER.test(value.text)))) continue;
    // `val cachePoint = SystemContentBlock.builder()`, with the point on the next line.
    const isVariable = /^\s{0,3}=(?!=)/.test(text.slice(end, end + 5));
    if (isVariable && /\.cache_?point\(/i.test(text.slice(end, end + NEAR))) continue;
    // `cachePoint: { … CachePointBlock …`: one point with a class of its own.
    if (last !== undefined && start - last.start < NEAR && isClass) continue;
    const isElsewhere = value !== undefined && ELSEWHERE.test(value.text) && !MADE_HERE.test(value.text);
    const lifetime = isElsewhere
      ? madeElsewhere(text, value.text, brackets)
      : timeToLiveNear(text, start, brackets);
    found.push({ start, line: lineAt(start), ...lifetime });
  }
  return found;
}

/** What a declaration gives a key that nobody has set, or that turns the cache off. */
const NO_POINT = /^(?:\s|None|null|nil|undefined|[?|]|string|str\b|bool\w*|False|false|CachePoint\b(?!\())*$/;
const CLASS = /^(?:CachePoint[A-Z]|BedrockPrompt)/;

/** A point that a variable of the same file holds; of any other nobody knows how long it lives. */
function madeElsewhere(text: string, value: string, brackets: Brackets): Lifetime {
  const name = /^\s*[A-Za-z_][\w.]*\s*$/.test(value) ? value.trim() : undefined;
  const [constant, ...others] = name === undefined ? [] : assignmentsOf(text, name, brackets);
  const made =
    constant === undefined || others.length > 0 ? undefined : valueBehind(text, constant.end, brackets);
  if (made === undefined || (ELSEWHERE.test(made.text) && !MADE_HERE.test(made.text)))
    return { timeToLive: undefined };
  return timeToLiveNear(text, made.start, brackets);
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
