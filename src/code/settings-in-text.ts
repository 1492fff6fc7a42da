/** Keys of settings of model calls in the text of a program. */
import type { Brackets } from './brackets.ts';

/** Settings of one kind in one file that are looked at. */
const MOST = 100;

const ANY =
  /service[-_]?tier|performance[-_]?config|create[-_]?model[-_]?invocation[-_]?job|cache[-_]?(?:point|control|prompt|tools)|PromptCachingMiddleware/i;

/** Whether a text may have such settings: most have none. */
export function maySetCalls(text: string): boolean {
  return ANY.test(text);
}

/** The places of a key outside of comments, in order. */
export function* keysIn(text: string, key: RegExp, brackets: Brackets): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of text.matchAll(key)) {
    if (brackets.isComment(match.index)) continue;
    count += 1;
    if (count > MOST) return;
    yield match;
  }
}
