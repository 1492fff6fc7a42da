/** What one model id is there for, by the text around it on its own line and on the lines that open its list. */
import type { ModelUse } from '../model/model-use.ts';
import { type Assigned, assignedName } from './assigned-name.ts';
import { environmentDefault, substitutedVariable } from './environment-default.ts';
import type { Around } from './lexical.ts';
import { type Opener, openerBefore } from './opener.ts';
import type { Language } from './scanned-files.ts';

export interface Usage {
  readonly use: ModelUse;
  readonly name?: string;
  /** Where the line starts that opens the list or the set of which it is a bare item. */
  readonly list?: number;
}

/** Characters of a line that are looked at on each side of an id. */
const LINE = 300;
/** Paths, ARNs and prefixes of libraries that stand before an id in the same text. */
const HEAD_OF_ID =
  /(?:arn:[^\s"'=,]{1,200}|[\w.-]{0,40}bedrock[\w.-]{0,40}[/:][\w./:-]{0,60}|\/models?\/|(?:foundation-model|inference-profile)\/|\$\{[\w:.-]{1,60}\}\.?)$/i;

/** What the id between `start` and `end` is there for. */
export function usageOf(
  text: string,
  language: Language,
  { start, end }: { readonly start: number; readonly end: number },
  around: Around,
): Usage {
  if (language === 'markup') return { use: 'documentation' };
  if (around.kind === 'comment' || (around.kind === 'string' && around.isBlock)) return { use: 'comment' };
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - LINE);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd(text, end));
  const opening = around.kind === 'string' ? around.start - lineStart : undefined;
  const literal = isConstant(text, start) ? constantIn(before) : literalIn(before, opening);
  const read = isCode(language) ? environmentDefault(before.slice(0, literal.at)) : undefined;
  const variable = substitutedVariable(before) ?? read;
  if (variable !== undefined) return { use: 'environment-default', ...nameOf(variable) };
  if (isProse(literal.text, after) || isInSentence(before, literal, opening)) return { use: 'comment' };
  // Code names a model in quotes; what is not quoted is a text of several lines.
  if (isCode(language) && !literal.quoted && !/[\w"']\s*[:=]\s*$/.test(literal.text))
    return { use: 'comment' };
  return byPlace(text, language, lineStart, before.slice(0, literal.at), after);
}

function byPlace(text: string, language: Language, lineStart: number, head: string, after: string): Usage {
  const own = assignedName(withoutMark(head));
  const above =
    own.how === 'alone' || isRow(head, after)
      ? openerBefore(text, lineStart, head, isCode(language))
      : undefined;
  const opener = own.how === 'alone' || OPENS_LIST.test(above?.line ?? '') ? above : undefined;
  const owner = opener?.assigned ?? own;
  const found = nameOf(owner.name);
  if (/^["'`]\]?\s*(?::|=>)(?!:)/.test(after) && own.how !== 'other') return { use: 'catalogue', ...found };
  if (/^(?:(?:not_?)?resources?(?:_?arns?)?|applies_?to)$/i.test(owner.name ?? ''))
    return { use: 'permission', ...found };
  const list = listOf(text, lineStart, head, own, opener);
  if (
    isChoice(head, opener?.line ?? '', owner.name) ||
    (list !== undefined && ALLOWED.test(owner.name ?? ''))
  )
    return { use: 'allowed-values', ...found };
  if (isComparison(head, after, owner)) return { use: 'comparison', ...found };
  if (opener?.environment !== undefined) return { use: 'environment-default', ...nameOf(opener.environment) };
  const item = list === undefined ? {} : { list };
  if (!isCode(language)) return { use: 'configuration', ...found, ...item };
  return { use: useInCode(owner, head, after, opener !== undefined), ...found, ...item };
}

/** The list or set that holds a value with nothing around it; undefined where a key, a call or a statement has it. */
function listOf(
  text: string,
  lineStart: number,
  head: string,
  { how }: Assigned,
  opener: Opener | undefined,
): number | undefined {
  if (how === 'listed' && opener === undefined) return text.lastIndexOf('\n', lineStart - 1) + 1;
  if (opener === undefined) return undefined;
  const opens = head.trimStart().startsWith('-') || OPENS_LIST.test(opener.line);
  return opens ? opener.start : undefined;
}

/** The first of several values of a row of a table: `("id", "title", 3),` on a line of its own. */
function isRow(head: string, after: string): boolean {
  return /^\s*[([]$/.test(head) && /^["'`],/.test(after);
}

/** `[`, `{`, `X = (`, `List.of(`, and the first items on the same line. */
const OPENS_LIST =
  /(?:[[{]|[=:]\s{0,9}\(|\b(?:of|as_?list|(?:frozen|hash|mutable)?set(?:of)?|tuple|list(?:of)?|vec!)\()(?:["'`][^"'`]{0,120}["'`],\s{0,9}){0,9}$/i;
/** Names of lists that say which models may be chosen. */
const ALLOWED =
  /(?:allowed|supported|available|permitted|allow_?list|white_?list|(?:^|_)valid(?:_|[A-Z]|$))/i;

function useInCode({ how }: Assigned, head: string, after: string, continued: boolean): ModelUse {
  if (how === 'keyed' || how === 'called' || how === 'listed') return 'argument';
  if (how !== 'assigned') return continued ? 'argument' : 'expression';
  // An argument by name stands in brackets: something follows it, or the line opened them.
  const rest = after.replace(/^["'`]/, '').trimStart();
  const open = count(head, '(') > count(head, ')');
  const isArgument = open || rest.startsWith(',') || (/\w=$/.test(head) && /^\s+[a-z]/.test(head));
  return isArgument ? 'argument' : 'constant';
}

/** Values of which one may be chosen. */
function isChoice(head: string, opener: string, name: string | undefined): boolean {
  if (/^(?:allowed_?(?:values|models|pattern)|enum|options|choices|one_?of|literal)$/i.test(name ?? ''))
    return true;
  return [opener, head].some((line) =>
    /\bLiteral\[|\bcontains\(\s{0,9}\[|\benum\(|\boneOf\(|^\s*\|/.test(line),
  );
}

/** What another id is held against: it runs nothing. */
function isComparison(head: string, after: string, { how, name }: Assigned): boolean {
  if (/(?:[=!]=|\bcase|\bin\s{0,3}[[({]?)\s{0,3}$/.test(head)) return true;
  if (/\bin\s{0,3}[([{][^()[\]{}]{0,200},\s{0,3}$/.test(head)) return true;
  // `"id" == model`, `"id".equals(model)`, `"id" in model`
  if (/^["'`]\s{0,9}(?:[=!]==?(?!=)|(?:not\s{1,3})?in\b|\.(?:equals|equalsIgnoreCase|eq)\()/.test(after))
    return true;
  return how === 'called' && COMPARING.test(name ?? '');
}

const COMPARING =
  /^(?:starts_?with|ends_?with|includes|contains|indexOf|equals|equalsIgnoreCase|has_?prefix|match(?:es)?|assert\w*|expect|toBe|toEqual)$/i;

function isCode(language: Language): boolean {
  return language === 'c-like' || language === 'script';
}

interface Literal {
  /** Where the text that holds the id starts on the line, with its quote. */
  readonly at: number;
  readonly quoted: boolean;
  /** What stands before the id in the same text, without the path or ARN that belongs to the id. */
  readonly text: string;
}

function literalIn(before: string, opening: number | undefined): Literal {
  const head = before.length - (HEAD_OF_ID.exec(before)?.[0].length ?? 0);
  if (/["'`]$/.test(before.slice(0, head))) return { at: head - 1, quoted: true, text: '' };
  if (opening !== undefined && opening >= 0)
    return { at: opening, quoted: true, text: before.slice(opening + 1, head) };
  return { at: head, quoted: false, text: before.slice(0, head) };
}

/** Whether a constant of a program stands for the id. */
function isConstant(text: string, start: number): boolean {
  return /[A-Z]/.test(text.charAt(start));
}

/** A constant with the modules that it is taken from: `aws_cdk.aws_bedrock.BedrockFoundationModel.X`. */
function constantIn(before: string): Literal {
  const modules = /[\w.]{0,100}$/.exec(before)?.[0].length ?? 0;
  return { at: before.length - modules, quoted: true, text: '' };
}

/** A sentence that names a model: words with spaces around it in one text. */
function isProse(before: string, after: string): boolean {
  if (/^\s*(?:ENV|export|set)\s+\w+\s+$/.test(before) || OPTION.test(before)) return false;
  return (
    /[A-Za-z),.]\s+(?:\(?default:?\s*)?$/.test(before.replace(TAG, '')) ||
    /^[.,;:]?\s+[A-Za-z]{2,20}\s/.test(after)
  );
}

/**
 * A message that names a model: `"Asking the model: …"`, `"Titan (…)"`, `"for example 'us.…'"`. What a template puts in
 * is a value.
 */
function isInSentence(before: string, literal: Literal, opening: number | undefined): boolean {
  if (opening === undefined || opening < 0 || !literal.quoted) return false;
  const isNested = literal.text === '' && literal.at > opening;
  const text = isNested ? before.slice(opening + 1, literal.at) : literal.text;
  if (text.lastIndexOf('{') > text.lastIndexOf('}')) return false;
  if (isNested)
    return !OPTION.test(text) && /\b(?:e\.g\.,?|as|like|or|is|was|be|model|models)\s{1,9}$/.test(text);
  return /[A-Za-z]{2}(?:,?\s[A-Za-z]{2,20}:\s{1,9}|\s\()$/.test(text);
}

/** The name of an option of a command: what follows is its value. */
const OPTION = /(?:^|\s)--?[\w-]{1,40}\s{1,9}$/;

/** A tag of YAML before a value without quotes. */
const TAG = /![A-Za-z]{1,20}(?:::[A-Za-z]{1,20})?\s{1,9}$/;

/** A head without the mark of a kind of text: `f"…"`, `!Sub "…"`. */
function withoutMark(head: string): string {
  return head.replace(/(?:![A-Za-z]{1,20}(?:::[A-Za-z]{1,20})?\s{0,9}|(?<!\w)[frbuFRB]{1,2})$/, '');
}

function nameOf(name: string | undefined): { readonly name?: string } {
  return name === undefined || name === '' ? {} : { name };
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return Math.min(end === -1 ? text.length : end, from + LINE);
}
