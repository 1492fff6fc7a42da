/** Whether a setting of a program holds where it stands: it is no prose, no parameter, and in no branch of its own. */
import type { Brackets, Group } from './brackets.ts';
import type { Language } from './scanned-files.ts';

/** Groups around a setting, and lines above it, that are looked at. */
const STEPS = 12;
const LINES = 80;
/** Characters before a bracket that say what it opens. */
const HEADER = 300;

/** Whether a key is only named in a text: a message, a help, a prompt. A text of JSON has keys of its own. */
export function isProse(text: string, start: number, end: number, brackets: Brackets): boolean {
  const literal = brackets.literalAt(start);
  if (literal === undefined) return false;
  const content = text.slice(literal.start, literal.end).replace(/^(?:"""|'''|["'`])/, '');
  const before = literal.end - literal.start - content.length;
  if (start === literal.start + before && literal.end - end <= before) return false;
  return !/^\s*[{[]/.test(content);
}

/** Whether a word is the name of a class, a type or a function that is being defined. */
export function isDefined(text: string, start: number): boolean {
  return /\b(?:class|interface|type|struct|enum|def|function|func|fn|fun)\s{1,3}$/.test(
    text.slice(Math.max(0, start - 14), start),
  );
}

/** Whether something stands among the parameters of a function, or in a pattern among them. */
export function isDeclared(text: string, at: number, brackets: Brackets): boolean {
  let group = brackets.around(at);
  for (let step = 0; group !== undefined && step < 3; step++, group = group.parent)
    if (isDeclaration(text, group)) return true;
  return false;
}

/** Parameters of a function, or the bases of a class. */
export function isDeclaration(text: string, { open, close }: Group): boolean {
  if (text.charAt(open) !== '(') return false;
  if (/^\)\s{0,9}(?:=>|->|\{|:(?!:))/.test(text.slice(close, close + 12))) return true;
  return /\b(?:def|function|func|fn|fun|constructor)\s{1,3}[\w$]{0,80}$/.test(
    text.slice(Math.max(0, open - 100), open),
  );
}

/** Whether a setting may not hold for any of the `calls`: it stands in a branch in which none of them is. */
export function isConditional(
  text: string,
  start: number,
  calls: readonly number[],
  language: Language,
  brackets: Brackets,
): boolean {
  if (inBrackets(text, start, calls, brackets)) return true;
  if (language === 'script') return inIndentedBranch(text, start, calls);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s*(?:\}\s*)?(?:else\s+)?if\s*\(/.test(line) && !calls.some((at) => onLine(text, start, at));
}

/** `if (cheap) { … }`, `...(cheap ? { … } : {})`, `**({ … } if cheap else {})`. */
function inBrackets(text: string, start: number, calls: readonly number[], brackets: Brackets): boolean {
  let group = brackets.around(start);
  for (let step = 0; group !== undefined && step < STEPS; step++, group = group.parent) {
    const { open, close } = group;
    const sign = text.charAt(open);
    if (/^\s{0,9}if\b/.test(text.slice(close + 1, close + 13)) && sign === '{') return true;
    if (sign === '(' && /(?:\.\.\.|\*\*)\s?$/.test(text.slice(Math.max(0, open - 4), open))) {
      if (/\?(?!\.)|&&/.test(text.slice(open, Math.min(start, open + 300)))) return true;
    }
    if (sign !== '{' || calls.some((at) => at >= open && at <= close)) continue;
    const before = text.slice(Math.max(0, open - HEADER), open);
    if (BRANCH.test(before.slice(before.lastIndexOf('\n') + 1))) return true;
  }
  return false;
}

const BRANCH = /(?:^|[\s;}])(?:if|else|case|switch|catch|when|unless)\b[^{}]*$/;
const INDENTED_BRANCH = /^\s*(?:if|elif|elsif|else|unless|except|rescue|case|when)\b/;

/** The same by indentation, up to the function that it stands in. */
function inIndentedBranch(text: string, start: number, calls: readonly number[]): boolean {
  let lineStart = text.lastIndexOf('\n', start - 1) + 1;
  let indent = indentAt(text, lineStart);
  const own = text.slice(lineStart, start);
  if (INDENTED_BRANCH.test(own) && /:\s/.test(own) && !calls.some((at) => onLine(text, start, at)))
    return true;
  for (let line = 0; line < LINES && lineStart > 0 && indent > 0; line++) {
    lineStart = text.lastIndexOf('\n', lineStart - 2) + 1;
    const above = text.slice(lineStart, lineStart + 200).split('\n')[0] ?? '';
    const depth = above.length - above.trimStart().length;
    if (above.trim() === '' || depth >= indent) continue;
    indent = depth;
    if (/^\s*(?:async\s+)?(?:def|class)\b/.test(above)) return false;
    if (!INDENTED_BRANCH.test(above)) continue;
    const end = endOfBlock(text, lineStart, depth);
    if (!calls.some((at) => at >= lineStart && at < end)) return true;
  }
  return false;
}

/** Where the first line stands that is indented no more than the one that opens a block. */
function endOfBlock(text: string, opener: number, depth: number): number {
  let at = text.indexOf('\n', opener);
  for (let line = 0; line < LINES && at !== -1; line++) {
    const next = at + 1;
    const end = text.indexOf('\n', next);
    const isBlank = text.slice(next, end === -1 ? text.length : end).trim() === '';
    if (!isBlank && indentAt(text, next) <= depth) return next;
    at = end;
  }
  return at === -1 ? text.length : at;
}

function indentAt(text: string, lineStart: number): number {
  return /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0].length ?? 0;
}

function onLine(text: string, start: number, at: number): boolean {
  const [from, to] = at < start ? [at, start] : [start, at];
  return !text.slice(from, to).includes('\n');
}
