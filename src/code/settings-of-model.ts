/** The tier and the cache points of the calls of one model of a file, where the file says which are its own. */
import type { CacheTimeToLive, Tier } from '../model/price.ts';
import { bracketsOf } from './brackets.ts';
import { cachePointsIn } from './cache-points.ts';
import { lineCounter } from './line-counter.ts';
import { type CodeCall, modelCalls, type NamedId } from './model-calls.ts';
import { languageOf } from './scanned-files.ts';
import { isConditional } from './setting-place.ts';
import { maySetCalls } from './settings-in-text.ts';
import { type TierSetting, tierSettings } from './tier-settings.ts';
import type { TierKind } from './tier-value.ts';

/** One of the values that the calls of a model may have, and the line that says so. */
export interface Possible<Item> {
  /** Undefined where the program decides when it runs. */
  readonly value: Item | undefined;
  readonly line: number;
  /** The environment variable that the program takes it from; the value is then the default. */
  readonly variable?: string;
}

/** A tier that the calls of a model may have. */
export interface PossibleTier extends Possible<Tier> {
  /** Whether the variable names a service tier or the latency; of values with a variable. */
  readonly kind?: TierKind;
}

export interface SettingsOfModel {
  /** All the same where it is sure; different ones where it is not known which; none where nothing is said. */
  readonly tiers: readonly PossibleTier[];
  readonly cachePoints: readonly Possible<CacheTimeToLive>[];
  /** Whether the file calls the model itself, so that a tier or a cache point would stand here. */
  readonly makesCalls: boolean;
  /** Whether any cache point stands in the file that may be of these calls. */
  readonly hasCachePoints: boolean;
}

const NOTHING: SettingsOfModel = { tiers: [], cachePoints: [], makesCalls: false, hasCachePoints: false };

/** A tier, and whether it stands in a branch in which no call is: then the calls may also ask for none. */
interface AskedTier extends TierSetting {
  readonly isConditional: boolean;
  /** Whether anything leads from it to a call: else it may be of something else. */
  readonly reaches: boolean;
}

/** What the calls of a file say, by whose calls they are. */
interface Shared<Item> {
  /** Of the calls of the model. */
  readonly own: readonly Item[];
  /** In no call: a dictionary, a variable, or the call of a model that a variable holds. */
  readonly loose: readonly Item[];
}

/**
 * What a file says of the calls of the model `id`, one of the `models` that it sets. With one model, all calls are its
 * own, but for those of models elsewhere. With several, those that name it; a setting in no such call may be of any.
 */
export function settingsOfModel(
  path: string,
  text: string,
  id: string,
  models: readonly NamedId[],
): SettingsOfModel {
  const language = languageOf(path) ?? 'properties';
  if (language === 'notebook' || language === 'markup') return NOTHING;
  const brackets = bracketsOf(text, language);
  const calls = modelCalls(text, language, brackets, models);
  const isOnly = models.every((model) => model.id === id);
  const isOwn = (call: CodeCall) => !call.isForeign && (call.ids.has(id) || (isOnly && call.ids.size === 0));
  const own = calls.filter(isOwn);
  const isProgram = language === 'c-like' || language === 'script';
  // What a call is given from elsewhere may hold a tier or a cache point that does not stand here.
  const takesMore = own.some(({ start, end }) => SPREAD.test(text.slice(start, end)));
  const makesCalls = own.length > 0 && !takesMore && language !== 'yaml' && language !== 'json';
  if (!maySetCalls(text)) return { ...NOTHING, makesCalls };
  const places = own.length > 0 ? own : models.filter((model) => model.id === id);
  const starts = places.map(({ start }) => start);
  const asked = tierSettings(text, language, brackets)
    .filter(
      ({ inCallOnly, start }) =>
        inCallOnly !== true || own.some((call) => start > call.start && start < call.end),
    )
    .map((setting) => ({
      ...setting,
      isConditional: isConditional(text, setting.start, starts, language, brackets),
      reaches: !isProgram || reachesCall(text, setting.start, own),
    }));
  const shared = <Item extends { readonly start: number }>(items: readonly Item[]): Shared<Item> => {
    const callOf = (item: Item) => calls.find((call) => item.start >= call.start && item.start < call.end);
    return {
      own: items.filter((item) => own.includes(callOf(item) ?? NO_CALL)),
      loose: items.filter((item) => {
        const call = callOf(item);
        return call === undefined || (!call.isForeign && call.ids.size === 0 && !isOnly);
      }),
    };
  };
  const points = shared(cachePointsIn(text, language, brackets));
  const cached = isOnly ? [...points.own, ...points.loose] : points.own;
  return {
    tiers: tiersOf(own, shared(asked), isOnly, lineCounter(text)),
    cachePoints: cached.map(({ timeToLive, line, variable }) => ({
      value: timeToLive,
      line,
      ...(variable === undefined ? {} : { variable }),
    })),
    makesCalls,
    hasCachePoints: points.own.length + points.loose.length > 0,
  };
}

/** `**settings`, `...settings`, and `settings...` of PHP and Go. */
const SPREAD = /(?:\*\*|\.\.\.)\s?[A-Za-z_$({]|[\w)]\.\.\.\s{0,3}\)/;

/**
 * Whether a setting outside of the calls is one of theirs: a member of an object that a call is made of or names, or
 * part of what a variable is given that a call names.
 */
function reachesCall(text: string, start: number, own: readonly CodeCall[]): boolean {
  if (own.length === 0) return true;
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - STATEMENT), start);
  // A chain that goes on from the line before.
  if (/^\s*\.$/.test(line)) return true;
  const statement = text.slice(Math.max(0, start - STATEMENT), start);
  const object = MEMBER.exec(line)?.[1];
  const variable = object ?? [...statement.matchAll(GIVEN)].at(-1)?.[1];
  const itself = /^\w+/.exec(text.slice(start, start + 60))?.[0];
  const names = [variable, itself].filter((name) => name !== undefined);
  return own.some((call) => {
    const made = object !== undefined && mentions(headOf(text, call.start), object);
    return made || names.some((name) => mentions(text.slice(call.start, call.end), name));
  });
}

/** The object that a setting is a member of: `input.`, `kwargs["`, `kwargs.setdefault("`. */
const MEMBER = /([A-Za-z_$][\w$]*)(?:\.|\[["'`]|\.(?:setdefault|set|put|add|update)\(\{?["'`]?)$/;

/** What stands before a call in its statement: `input := &bedrockruntime.ConverseInput`. */
function headOf(text: string, start: number): string {
  const head = text.slice(Math.max(0, start - 200), start);
  return head.slice(Math.max(head.lastIndexOf(';'), head.trimEnd().lastIndexOf('\n')) + 1);
}

/** Characters before a setting that tell what it is part of. */
const STATEMENT = 600;
/** A variable at the start of a statement that is given something. */
const GIVEN =
  /(?:^|\n)[ \t]*(?:(?:const|let|var|val|final|auto)\s+)?([A-Za-z_$][\w$]*)(?:\s*:\s*[\w<>[\]., |]{1,60})?\s*:?=(?!=)/g;

function mentions(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
    if (!/[\w$]/.test(text.charAt(at - 1)) && !/[\w$]/.test(text.charAt(at + word.length))) return true;
  return false;
}

const NO_CALL: CodeCall = { start: -1, end: -1, ids: new Set(), isForeign: true, isBatch: false };

function tiersOf(
  own: readonly CodeCall[],
  { own: inCalls, loose }: Shared<AskedTier>,
  isOnly: boolean,
  lineAt: (at: number) => number,
): readonly PossibleTier[] {
  const said = own.map((call) => {
    const inside = inCalls.filter(({ start }) => start >= call.start && start < call.end);
    const batch = call.isBatch ? [{ value: 'batch', line: lineAt(call.start) } as const] : [];
    return { call, tiers: call.isBatch ? batch : withoutUsual(inside) };
  });
  const silent = said.filter(({ tiers }) => tiers.length === 0);
  const speaking = said.flatMap(({ tiers }) => tiers);
  // A call that says nothing is in the standard tier, unless what it is given elsewhere says otherwise.
  const standard = silent.map(({ call }) => ({ value: 'standard', line: lineAt(call.start) }) as const);
  if (loose.length === 0) return speaking.length === 0 ? [] : [...speaking, ...standard];
  const free = loose.flatMap(possible);
  const isTheirs = speaking.length === 0 && silent.length <= 1 && loose.every(({ reaches }) => reaches);
  if (isOnly) return isTheirs ? free : [...speaking, ...free, ...standard];
  if (silent.length === 0 && speaking.length > 0) return speaking;
  // The setting may be of another model of the file.
  const [first] = free;
  const other =
    standard.length > 0 || first === undefined
      ? standard
      : [{ value: 'standard', line: first.line } as const];
  return [...speaking, ...free, ...other];
}

/** Where a call states both the tier and the latency, the usual value of one leaves it to the other. */
function withoutUsual(settings: readonly AskedTier[]): readonly PossibleTier[] {
  const all = settings.flatMap(possible);
  const others = all.filter(({ value }) => value !== 'standard');
  return settings.length === 2 && all.length === 2 && others.length > 0 ? others : all;
}

function possible(setting: AskedTier): readonly PossibleTier[] {
  const { tiers, sure, line, kind, variable } = setting;
  const otherwise = setting.isConditional ? [{ value: 'standard', line } as const] : [];
  if (variable !== undefined) return [{ value: tiers[0], line, variable, kind }, ...otherwise];
  if (tiers.length === 0) return [{ value: undefined, line }, ...otherwise];
  const named = tiers.map((value) => ({ value, line }));
  const open = sure || tiers.length > 1 ? [] : [{ value: undefined, line }];
  return [...named, ...open, ...otherwise];
}
