/** What a key of a program is given, as text: to the end of its argument, statement or bracket. */
import type { Brackets } from './brackets.ts';

/** A value with where it starts. */
export interface SettingValue {
  readonly text: string;
  readonly start: number;
}

/** Characters of one value that are looked at. */
const LONGEST = 400;

/**
 * The value behind a key that ends at `end`: after `=`, `:`, `=>` or `:=`, or in the brackets of a call by that name.
 * Undefined where the key is given nothing: it is read, compared, or only named.
 */
export function valueBehind(text: string, end: number, brackets: Brackets): SettingValue | undefined {
  const head = text.slice(end, end + 80);
  const sign = /^(?:["'`]?\]?\??[ \t]{0,9}(?::=|=>|[:=])(?![=:])|["'`]?\()\s{0,40}/.exec(head)?.[0];
  if (sign === undefined) return ofTrailingBlock(text, end, brackets);
  if (sign.trimEnd().endsWith('(')) {
    const open = end + sign.indexOf('(');
    const close = brackets.opensAt(open)?.close ?? open + LONGEST;
    return { text: text.slice(open + 1, Math.min(close, open + LONGEST)), start: open + 1 };
  }
  const from = end + sign.length;
  const value = text.slice(from, endOfValue(text, from, brackets));
  // `serviceTier: Tier = "flex"`: a type stands before the value.
  const type = sign.trimEnd().endsWith(':') ? (TYPE.exec(value)?.[0].length ?? 0) : 0;
  return { text: value.slice(type), start: from + type };
}

const TYPE = /^[\w.\s|[\]"'<>]{1,80}(?<![=!<>])=(?![=>])\s{0,9}/;

/** `.serviceTier { it.type(…) }` of Kotlin. */
function ofTrailingBlock(text: string, end: number, brackets: Brackets): SettingValue | undefined {
  const open = end + (/^ {0,3}/.exec(text.slice(end, end + 4))?.[0].length ?? 0);
  const group = text.charAt(open) === '{' ? brackets.opensAt(open) : undefined;
  const name = /[.]\w{1,60}$/.test(text.slice(Math.max(0, end - 64), end));
  if (group === undefined || !name) return undefined;
  return { text: text.slice(open + 1, Math.min(group.close, open + LONGEST)), start: open + 1 };
}

function endOfValue(text: string, start: number, brackets: Brackets): number {
  const most = Math.min(text.length, start + LONGEST);
  let at = start;
  while (at < most) {
    const group = brackets.opensAt(at);
    const literal = brackets.literalAt(at)?.end;
    if (group !== undefined) at = group.close + 1;
    else if (literal !== undefined) at = Math.max(literal, at + 1);
    else if (/[,;)\]}\n]/.test(text.charAt(at))) return at;
    else at += 1;
  }
  return Math.min(at, most);
}
