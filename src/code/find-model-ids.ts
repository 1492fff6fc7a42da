/**
 * Amazon Bedrock model ids in the text of a program or a configuration file.
 *
 * The text is searched for the few places where a family of models follows a dot; around each, a bounded number of
 * characters is looked at. So the time is linear in the length of the text, whatever it holds.
 */
import { LIMITS } from '../model/limits.ts';
import { findArns } from './find-arns.ts';
import { findConstants } from './find-constants.ts';
import type { FoundModelId, Span } from './found-model-id.ts';
import { FAMILY_START, isModelId, isProvider, LONGEST_PROVIDER } from './known-ids.ts';

/** Longer words are no ids. */
const LONGEST_ID = 100;
/** The longest prefix with its dot, `us-gov.` or `global.`. */
const LONGEST_PREFIX = 7;
const PREFIXES: ReadonlySet<string> = new Set([
  'us',
  'us-gov',
  'eu',
  'apac',
  'jp',
  'au',
  'ca',
  'in',
  'global',
]);
/** Characters of a path before an id that are looked at. */
const LONGEST_PATH = 200;

/** Every model id in a text, in order; at most `LIMITS.modelIdsPerFile`. */
export function findModelIds(text: string): readonly FoundModelId[] {
  const spans: Span[] = [];
  const arns = findArns(text);
  let arn = 0;
  for (const { index } of text.matchAll(FAMILY_START)) {
    while ((arns[arn]?.end ?? Number.POSITIVE_INFINITY) < index) arn += 1;
    // What an ARN of another kind holds is a part of its name.
    if ((arns[arn]?.start ?? Number.POSITIVE_INFINITY) < index) continue;
    const span = idAround(text, index);
    if (span !== undefined) spans.push(span);
    if (spans.length >= LIMITS.modelIdsPerFile) break;
  }
  spans.push(...arns, ...findConstants(text));
  spans.sort((a, b) => a.start - b.start);
  return placed(text, spans.slice(0, LIMITS.modelIdsPerFile));
}

function placed(text: string, spans: readonly Span[]): readonly FoundModelId[] {
  let line = 1;
  let lineStart = 0;
  return spans.map((span) => {
    for (
      let next = text.indexOf('\n', lineStart);
      next !== -1 && next < span.start;
      next = text.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = next + 1;
    }
    const { id, start, end, prefixUnknown } = span;
    const place = { id, line, column: start - lineStart + 1, start, end };
    return prefixUnknown === undefined ? place : { ...place, prefixUnknown };
  });
}

/** The id whose provider ends at `dot`. */
function idAround(text: string, dot: number): Span | undefined {
  let begin = dot;
  while (begin > 0 && dot - begin < LONGEST_PROVIDER + 1 && isLower(text.charCodeAt(begin - 1))) begin -= 1;
  // The letter of an escaped line break or tab is no part of a name.
  if (text.charAt(begin - 1) === '\\') begin += 1;
  const provider = text.slice(begin, dot);
  if (!isProvider(provider)) return undefined;
  const end = endOfId(text, dot + 1);
  if (end === undefined) return undefined;
  const rest = text.slice(dot + 1, end);
  if (!isModelId(provider, rest)) return undefined;
  const before = beforeProvider(text, begin);
  if (before === undefined) return undefined;
  const { start, prefixUnknown } = before;
  const id = text.slice(start, end);
  return prefixUnknown ? { id, start, end, prefixUnknown } : { id, start, end };
}

/** Where an id ends; undefined where what follows makes it something else: a file, a host, a pattern, a template. */
function endOfId(text: string, from: number): number | undefined {
  let at = from;
  for (; at < text.length && at - from < LONGEST_ID; at++) {
    const code = text.charCodeAt(at);
    if (isLower(code) || code === MINUS) continue;
    if ((code === DOT || code === COLON) && isDigit(text.charCodeAt(at + 1))) continue;
    if (code === COLON && text.startsWith('mm', at + 1)) {
      at += 2;
      continue;
    }
    break;
  }
  if (at - from >= LONGEST_ID || text.charCodeAt(at - 1) === MINUS) return undefined;
  // What goes on after the version is the name of something made with the model: `…-v1:0-judge`.
  if (/:\d{1,6}[a-z]{0,4}-/.test(text.slice(from, at))) return undefined;
  const next = text.charAt(at);
  if (/[A-Z_*$({@%]/.test(next)) return undefined;
  const after = text.charAt(at + 1);
  if (next === '.' && /[A-Za-z_*${]/.test(after)) return undefined;
  if (next === ':' && /[*${]/.test(after)) return undefined;
  // A module of a package, but for the operations of the API: `/model/anthropic.claude-v2/invoke`.
  if (next === '/' && /[A-Za-z]/.test(after) && !OPERATION.test(text.slice(at + 1, at + 40)))
    return undefined;
  return at;
}

const OPERATION = /^(?:invoke|converse|count-tokens|async-invoke)/;

/** Where the id starts with its prefix; undefined where what stands before makes it part of something else. */
function beforeProvider(text: string, begin: number): { start: number; prefixUnknown?: true } | undefined {
  if (text.charAt(begin - 1) !== '.') {
    if (!isBoundary(text, begin)) return undefined;
    return isJoined(text, begin) ? { start: begin, prefixUnknown: true } : { start: begin };
  }
  let start = begin - 1;
  while (start > 0 && begin - start < LONGEST_PREFIX + 1 && isLowerOrMinus(text.charCodeAt(start - 1)))
    start -= 1;
  while (text.charCodeAt(start) === MINUS) start += 1;
  const word = text.slice(start, begin - 1);
  if (PREFIXES.has(word) && isBoundary(text, start)) return { start };
  return isMadeAtRunTime(text, begin - 1) ? { start: begin, prefixUnknown: true } : undefined;
}

/** Whether an id may start at `start`: not inside of a word, a host name, a package or a path to something else. */
function isBoundary(text: string, start: number): boolean {
  if (start === 0) return true;
  const before = text.charAt(start - 1);
  // A shell's default: `${MODEL:-us.anthropic…}` or `${MODEL-us.anthropic…}`.
  if (before === '-') return /(?::|\$\{\w{1,60})-$/.test(text.slice(Math.max(0, start - 64), start));
  if (before === '/') return isModelPath(text, start - 1);
  if (/[A-Za-z]/.test(before) && text.charAt(start - 2) === '\\') return true;
  return !/[\w.@]/.test(before);
}

/** `bedrock/us-east-1/…`, `…:foundation-model/…`, `/model/…`; not `vendor/anthropic.claude-3`. */
function isModelPath(text: string, slash: number): boolean {
  let from = slash;
  while (from > 0 && slash - from < LONGEST_PATH && !/[\s"'`,;()[\]<>]/.test(text.charAt(from - 1)))
    from -= 1;
  const path = text.slice(from, slash + 1).toLowerCase();
  return path.includes('bedrock') || /(?:foundation-model|inference-profile|models?)\/$/.test(path);
}

/** `{geo}anthropic.…`, or a text that another one is put before: `geo + "anthropic.…"`. */
function isJoined(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  if (before === '}') return true;
  if (!/["'`]/.test(before)) return false;
  return /\+\s{0,20}[frb]?$/.test(text.slice(Math.max(0, start - 24), start - 1));
}

/** The dot before the provider belongs to a prefix that a template, a variable or a join puts there. */
function isMadeAtRunTime(text: string, dot: number): boolean {
  const before = text.slice(Math.max(0, dot - 40), dot);
  return /[}"'`)>]$/.test(before) || /%[sv]$/.test(before) || /\$\w{1,39}$/.test(before);
}

const DOT = 46;
const COLON = 58;
const MINUS = 45;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLower(code: number): boolean {
  return (code >= 97 && code <= 122) || isDigit(code);
}

function isLowerOrMinus(code: number): boolean {
  return isLower(code) || code === MINUS;
}
