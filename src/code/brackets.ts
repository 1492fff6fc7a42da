/** The brackets of a program outside of its comments and strings. One pass, no tree. */
import { literalsIn } from './lexical.ts';
import type { Language } from './scanned-files.ts';

/** What stands between two brackets; `open` and `close` are where they are. */
export interface Group {
  readonly open: number;
  readonly close: number;
  readonly parent?: Group;
}

export interface Brackets {
  /** The innermost group around a place. */
  around(at: number): Group | undefined;
  /** The group that opens at a place. */
  opensAt(at: number): Group | undefined;
  /** Whether a place is in a comment, or in a text that stands as a statement of its own. */
  isComment(at: number): boolean;
  /** The comment or string that a place is in, with its quotes; undefined outside of them. */
  literalAt(at: number): { readonly start: number; readonly end: number } | undefined;
}

/** Deeper ones are not told apart: what stands in them belongs to the group around them. */
const DEEPEST = 200;

interface Literal {
  readonly start: number;
  readonly end: number;
  readonly isComment: boolean;
}

/** Brackets that nothing closes reach to the end of the text. */
export function bracketsOf(text: string, language: Language): Brackets {
  const groups: (Omit<Group, 'close'> & { close: number })[] = [];
  const literals: Literal[] = [];
  const open: typeof groups = [];
  let beyond = 0;
  const read = (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      const sign = text.charAt(at);
      if (sign === '(' || sign === '[' || sign === '{') {
        const parent = open.at(-1);
        const group = { open: at, close: text.length, ...(parent === undefined ? {} : { parent }) };
        if (open.length >= DEEPEST) {
          beyond += 1;
          continue;
        }
        groups.push(group);
        open.push(group);
      } else if (sign === ')' || sign === ']' || sign === '}') {
        const group = beyond > 0 ? undefined : open.pop();
        if (group === undefined) beyond = Math.max(0, beyond - 1);
        else group.close = at;
      }
    }
  };
  let last = 0;
  for (const { start, end, around } of literalsIn(text, language)) {
    read(last, start);
    const isComment = around.kind === 'comment' || (around.kind === 'string' && around.isBlock);
    literals.push({ start, end, isComment });
    last = end;
  }
  read(last, text.length);
  const literalAt = (at: number) => {
    const found = literals[lastUpTo(literals, ({ start }) => start, at)];
    return found !== undefined && at < found.end ? found : undefined;
  };
  return {
    around(at) {
      let group: Group | undefined = groups[lastUpTo(groups, (entry) => entry.open, at - 1)];
      while (group !== undefined && group.close < at) group = group.parent;
      return group;
    },
    opensAt(at) {
      const group = groups[lastUpTo(groups, (entry) => entry.open, at)];
      return group?.open === at ? group : undefined;
    },
    isComment: (at) => literalAt(at)?.isComment === true,
    literalAt,
  };
}

/** The index of the last item that starts at `at` or before; -1 where there is none. */
function lastUpTo<Item>(items: readonly Item[], startOf: (item: Item) => number, at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
