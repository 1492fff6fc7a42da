/** The calls of models in a program, as far as brackets and names tell: which of several models each is for. */
import type { Brackets, Group } from './brackets.ts';
import type { Language } from './scanned-files.ts';
import { isDeclaration } from './setting-place.ts';

/** A model that a file sets, with the names that stand for it. */
export interface NamedId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
}

export interface CodeCall {
  readonly start: number;
  readonly end: number;
  /** The models that it names; none where a variable of another place decides. */
  readonly ids: ReadonlySet<string>;
  /** It names a model of somebody else. */
  readonly isForeign: boolean;
  /** It starts a batch job. */
  readonly isBatch: boolean;
}

const MODEL_KEY =
  /(?<![A-Za-z0-9_])(?:model_?id|model|model_?name)["'`]?\]?\s{0,3}(?:[:=](?![=:])|\()\s{0,9}/gi;
/** What calls a model: operations of the API, their requests, and the classes of libraries. */
const CALLEE =
  /(?:converse(?:_?stream)?(?:command|request|input|async)?|invoke_?model(?:_?with_?(?:bidirectional_?|response_?)?stream)?(?:command|request|input|async)?|chat_?bedrock(?:_?converse)?|bedrock(?:_?chat)?(?:_?(?:model|llm|converse|embeddings))?|a?completion|init_chat_model|(?:messages|completions|responses)\.(?:create|stream)|(?:generate|stream)_?(?:text|object)|create_?model_?invocation_?job(?:command|request|input)?)$/i;
/** Keys that only a request has. */
const REQUEST_KEY =
  /\b(?:messages|system|inference_?config|tool_?config|body|prompt|content_?type)\b["'`]?\s{0,3}[:=,}]/i;
const BATCH = /create_?model_?invocation_?job/i;
const BATCH_BEFORE = /create_?model_?invocation_?job\w{0,20}\s{0,3}(?:=\s{0,3})?$/i;
const BATCH_CALL = /create_?model_?invocation_?job(?:command|request|input)?\(/gi;
const COMMAND =
  /\baws\s[^\n|;&]{0,200}?\bbedrock(?:-runtime)?\s{1,3}(?:converse(?:-stream)?|invoke-model[a-z-]{0,40}|create-model-invocation-job)\b/g;
const NO_CALL = /(?:count_?tokens(?:command|request|input)?)$/i;
/** Keys of one file, and lines of one block, that are looked at. */
const KEYS = 2_000;
const BLOCK_LINES = 100;
const BATCH_JOBS = 100;
/** Groups around a key that are looked at. */
const STEPS = 3;

/** Every call in a text, in order; one inside of another is part of it. In YAML and JSON, the keys beside a model. */
export function modelCalls(
  text: string,
  language: Language,
  brackets: Brackets,
  models: readonly NamedId[],
): readonly CodeCall[] {
  if (language === 'yaml') {
    return models.map(({ id, start }) => ({
      ...blockAround(text, start),
      ids: new Set([id]),
      isForeign: false,
      isBatch: false,
    }));
  }
  if (language === 'shell') return shellCalls(text, brackets, models);
  if (language === 'json') {
    return models.flatMap(({ id, start }) => {
      const group = brackets.around(start);
      if (group === undefined) return [];
      return [{ start: group.open, end: group.close, ids: new Set([id]), isForeign: false, isBatch: false }];
    });
  }
  const regions = new Map<number, number>();
  let keys = 0;
  for (const match of text.matchAll(MODEL_KEY)) {
    keys += 1;
    if (keys > KEYS) break;
    if (brackets.isComment(match.index)) continue;
    const region = regionOf(text, match.index, match[0], brackets);
    if (region !== undefined) regions.set(region.start, Math.max(region.end, regions.get(region.start) ?? 0));
  }
  for (const region of batchJobs(text, brackets)) {
    const isKnown = [...regions].some(([start, end]) => start < region.end && region.start < end);
    if (!isKnown) regions.set(region.start, region.end);
  }
  let last = -1;
  return [...regions]
    .sort(([a], [b]) => a - b)
    .flatMap(([start, end]): readonly CodeCall[] => {
      if (end <= last) return [];
      last = end;
      const ids = idsIn(text, start, end, models);
      const isBatch = isBatchJob(text, start, end);
      return [{ start, end, ids, isForeign: ids.size === 0 && namesAnother(text, start, end), isBatch }];
    });
}

/** The brackets, or the chain of calls, that are given a model; undefined where nothing is called. */
function regionOf(
  text: string,
  at: number,
  key: string,
  brackets: Brackets,
): { readonly start: number; readonly end: number } | undefined {
  const around = brackets.around(at);
  if (key.trimEnd().endsWith('(') && text.charAt(at - 1) === '.') return chainOf(text, at, around);
  let group = around;
  for (let step = 0; group !== undefined && step < STEPS; step++) {
    const { open, close } = group;
    const callee = /[\w.$:]{0,80}\s{0,3}$/.exec(text.slice(Math.max(0, open - 84), open))?.[0].trim() ?? '';
    if (NO_CALL.test(callee) || isDeclaration(text, group)) return undefined;
    if (CALLEE.test(callee)) return { start: open, end: close };
    if (text.charAt(open) === '{' && step === 0) {
      if (isBlock(text, open)) return undefined;
      if (REQUEST_KEY.test(text.slice(open, Math.min(close, open + 2_000))) && !callee.endsWith('return'))
        return { start: open, end: close };
    }
    group = group.parent;
  }
  return undefined;
}

/** Commands of the command line of AWS, to the end of their last line. */
function shellCalls(text: string, brackets: Brackets, models: readonly NamedId[]): readonly CodeCall[] {
  return [...text.matchAll(COMMAND)].slice(0, KEYS).flatMap(({ index, 0: command }) => {
    if (brackets.isComment(index)) return [];
    let end = text.indexOf('\n', index);
    while (end !== -1 && /\\\r?$/.test(text.slice(Math.max(0, end - 2), end)))
      end = text.indexOf('\n', end + 1);
    const stop = end === -1 ? text.length : end;
    const id = /--model-id[\s=]{1,4}(?:\\\r?\n\s{0,20})?(\S{1,200})/.exec(text.slice(index, stop))?.[1] ?? '';
    const variable = /^["']?\$\{?([A-Za-z_]\w{0,100})/.exec(id)?.[1];
    const named = models.filter(
      (model) =>
        (model.start >= index && model.end <= stop) ||
        (variable !== undefined && model.names.includes(variable)),
    );
    const ids = new Set(named.map((model) => model.id));
    const isBatch = BATCH.test(command.replaceAll('-', '_'));
    return [{ start: index, end: stop, ids, isForeign: ids.size === 0 && !id.includes('$'), isBatch }];
  });
}

/** By the name before the brackets, or of the type that they are given to; in a chain, by what stands in it. */
function isBatchJob(text: string, start: number, end: number): boolean {
  if (/[([{]/.test(text.charAt(start))) return BATCH_BEFORE.test(text.slice(Math.max(0, start - 100), start));
  return BATCH.test(text.slice(start, Math.min(end, start + 400)));
}

/** Jobs that are given their request as a whole: `create_model_invocation_job(**request)`. */
function* batchJobs(
  text: string,
  brackets: Brackets,
): Generator<{ readonly start: number; readonly end: number }> {
  let jobs = 0;
  for (const match of text.matchAll(BATCH_CALL)) {
    const open = match.index + match[0].length - 1;
    const group = brackets.opensAt(open);
    if (group === undefined || brackets.isComment(match.index) || isDeclaration(text, group)) continue;
    jobs += 1;
    if (jobs > BATCH_JOBS) return;
    yield { start: open, end: group.close };
  }
}

/** `X.builder().modelId(…).serviceTier(…).build()`: the statement, or what the brackets around it hold. */
function chainOf(
  text: string,
  at: number,
  around: Group | undefined,
): { readonly start: number; readonly end: number } | undefined {
  const first = around === undefined ? 0 : around.open + 1;
  const last = around === undefined ? text.length : around.close;
  const start = Math.max(first, text.lastIndexOf(';', at) + 1);
  const stop = text.indexOf(';', at);
  const end = stop === -1 ? last : Math.min(stop, last);
  return NO_CALL.test(/(\w+)(?:\.|::)builder/.exec(text.slice(start, at))?.[1] ?? '')
    ? undefined
    : { start, end };
}

/** The keys of YAML beside the one at a place, with all below them. */
function blockAround(text: string, at: number): { readonly start: number; readonly end: number } {
  const lineAt = (from: number) => {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const end = text.indexOf('\n', from);
    const line = text.slice(start, end === -1 ? text.length : end);
    const isItem = /^\s*- /.test(line);
    const depth = line.length - line.replace(/^\s*(?:- +)?/, '').length;
    return { start, end: end === -1 ? text.length : end, depth, isItem, isBlank: line.trim() === '' };
  };
  const own = lineAt(at);
  let first = own;
  for (let line = 0; line < BLOCK_LINES && first.start > 0; line++) {
    if (first.isItem && first.depth === own.depth) break;
    const above = lineAt(first.start - 1);
    if (!above.isBlank && above.depth < own.depth) break;
    first = { ...above, isItem: above.isItem && !above.isBlank };
  }
  let last = own;
  for (let line = 0; line < BLOCK_LINES && last.end < text.length; line++) {
    const below = lineAt(last.end + 1);
    if (!below.isBlank && (below.depth < own.depth || (below.isItem && below.depth === own.depth))) break;
    last = below;
  }
  return { start: first.start, end: last.end };
}

/** The body of a function, class or branch, and no object. */
function isBlock(text: string, open: number): boolean {
  const before = text.slice(Math.max(0, open - 100), open);
  if (/\bnew\s{1,3}[\w.<>]{1,60}(?:\(\))?\s{0,9}$/.test(before)) return false;
  if (/(?:request|input|command|converse(?:stream)?|invokemodel)\s{0,3}$/i.test(before)) return false;
  return /(?:\)|=>|;|\b(?:else|try|do|finally)|\w\s{1,9}|[{}]\s{0,9})$/.test(
    before.replace(/\breturn\s{0,9}$/, '='),
  );
}

function idsIn(text: string, start: number, end: number, models: readonly NamedId[]): ReadonlySet<string> {
  const literal = models.filter((model) => model.start >= start && model.end <= end);
  if (literal.length > 0) return new Set(literal.map(({ id }) => id));
  const words = new Set(
    [...text.slice(start, end).matchAll(MODEL_KEY)].flatMap(({ index, 0: key }) => {
      const value = text.slice(start + index + key.length, Math.min(end, start + index + key.length + 120));
      return /^[^\n,;]*/.exec(value)?.[0].match(/[A-Za-z_$][\w$]*/g) ?? [];
    }),
  );
  return new Set(
    models.flatMap(({ id, names }) =>
      names.some((name) => words.has(name) && !GENERAL.test(name)) ? [id] : [],
    ),
  );
}

/** Keys of calls are also names of variables: they tell no model from another. */
const GENERAL =
  /^(?:model|model_?id|model_?name|modelId|id|name|value|default|config|settings|options|params)$/i;

/** A text that is the id of no model of Amazon Bedrock stands where the model does. */
function namesAnother(text: string, start: number, end: number): boolean {
  const region = text.slice(start, end);
  const [match] = region.matchAll(MODEL_KEY);
  if (match === undefined) return false;
  return /^["'`][\w.:/-]{1,100}["'`]/.test(
    region.slice(match.index + match[0].length, match.index + match[0].length + 110),
  );
}
