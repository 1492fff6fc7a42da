/** The service tiers and latencies that a program asks for in its model calls, or sets for them. */
import type { Tier } from '../model/price.ts';
import { assignmentsOf } from './assignments.ts';
import type { Brackets } from './brackets.ts';
import { lineCounter } from './line-counter.ts';
import type { Language } from './scanned-files.ts';
import { isDeclared, isDefined, isProse } from './setting-place.ts';
import { type SettingValue, valueBehind } from './setting-value.ts';
import { keysIn } from './settings-in-text.ts';
import { type TierKind, type TierValue, tierIn } from './tier-value.ts';

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
  /** A setting only in the brackets of a call: a name that stands for its value, or what looks like an answer. */
  readonly inCallOnly?: true;
}

const KEY =
  /(?<![A-Za-z0-9])(?:[A-Za-z0-9]{1,20}_){0,3}(?:x-amzn-bedrock-)?(?:(service[-_]?tier)|performance[-_]?config(?:uration)?(?:[-_]?latency)?)(?![A-Za-z0-9_-])/gi;
/** What a test says of a request is no setting of one. */
const ASSERTION = /^\s*(?:assert\w*\b|expect\(|self\.assert\w*\()/;
/** What a response says of itself: the type in its tier. */
const ANSWER =
  /["'`](?:serviceTier|performanceConfig)["'`][^\n;]{0,20}(?:\[|\bget\()["'`](?:type|latency)["'`]/;

/** The settings in a text, in order. */
export function tierSettings(text: string, language: Language, brackets: Brackets): readonly TierSetting[] {
  const lineAt = lineCounter(text);
  const isProgram = language === 'c-like' || language === 'script';
  const followed = new Set<number>();
  const found: (TierSetting & { readonly end: number })[] = [];
  for (const match of keysIn(text, KEY, brackets)) {
    const start = match.index;
    const end = start + match[0].length;
    // `performanceConfig: { latency: … }`, and what stands in the value of an outer setting.
    if (found.some((other) => start < other.end)) continue;
    if (isProgram && (isProse(text, start, end, brackets) || isDefined(text, start))) continue;
    if (ASSERTION.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))) continue;
    const kind = match[1] === undefined ? 'latency' : 'tier';
    const value = valueBehind(text, end, brackets) ?? ofFlag(text, start, end);
    const isShort = value === undefined && isShorthand(text, start, end, language);
    const isAnswer = value !== undefined && ANSWER.test(value.text);
    const said = isShort
      ? { tiers: [], sure: false, variable: match[0] }
      : value && tierIn(value.text, kind, bareIn(language));
    if (said === undefined) continue;
    const { tiers, sure, environment } = assigned(text, start, said, kind, language, brackets, followed);
    found.push({
      start,
      end: value === undefined ? end : value.start + value.text.length,
      line: lineAt(start),
      tiers,
      sure: sure && !isDeclared(text, start, brackets),
      kind,
      ...(environment === undefined ? {} : { variable: environment }),
      ...(isShort || isAnswer ? { inCallOnly: true } : {}),
    });
  }
  return found.filter(({ start }) => !followed.has(start));
}

/** Whether words need no quotes to be values. */
function bareIn(language: Language): boolean {
  return language === 'yaml' || language === 'properties' || language === 'shell';
}

/** What the variable of a value is given in the same file: all that it may be, where each assignment says. */
function assigned(
  text: string,
  start: number,
  said: TierValue,
  kind: TierKind,
  language: Language,
  brackets: Brackets,
  followed: Set<number>,
): TierValue {
  if (said.variable === undefined) return said;
  const assignments = assignmentsOf(text, said.variable, brackets).filter((one) => one.start !== start);
  const values = assignments.flatMap(({ end, isDefault, start: at }) => {
    const value = valueBehind(text, end, brackets);
    const read = value === undefined ? undefined : tierIn(value.text, kind, bareIn(language));
    if (read === undefined || (read.tiers.length === 0 && read.environment === undefined)) return [];
    followed.add(at);
    return [{ ...read, sure: read.sure && !isDefault }];
  });
  const [only, ...others] = values;
  if (only === undefined) return said;
  if (others.length === 0 && assignments.length === 1) return only;
  const tiers = [...new Set(values.flatMap((value) => value.tiers))];
  const isWhole = values.length === assignments.length && values.every(({ sure }) => sure);
  return { tiers, sure: isWhole && tiers.length === 1 };
}

/** `--service-tier type=flex`, `--performance-config '{"latency": "optimized"}'` of the command line of AWS. */
function ofFlag(text: string, start: number, end: number): SettingValue | undefined {
  if (!text.startsWith('--', start - 2)) return undefined;
  const word = FLAG.exec(text.slice(end, end + 100))?.[1];
  return word === undefined ? undefined : { text: `"${word}"`, start: end };
}

const FLAG =
  /^(?:\s{1,3}(?:\\\r?\n\s{0,20})?)["']?(?:\{?\s?"?(?:type|latency)"?\s?[=:]\s?)?"?([a-z]{2,20})["'}\s]{0,4}(?:[\s\\|;&)]|$)/;

/** `{ modelId, serviceTier }` of JavaScript. */
function isShorthand(text: string, start: number, end: number, language: Language): boolean {
  if (language !== 'c-like') return false;
  return (
    /[{,]\s{0,40}$/.test(text.slice(Math.max(0, start - 42), start)) &&
    /^\s{0,40}[,}]/.test(text.slice(end, end + 42))
  );
}
