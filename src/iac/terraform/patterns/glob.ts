/** Patterns of paths, as `fileset` takes them: `*`, `**`, `?`, `[a-z]` and `{yaml,yml}`. */
import { createSearcher, type Searcher } from './search.ts';

/** What is needed to match whole paths; `undefined` where the pattern is not understood here. */
export function searcherOfGlob(glob: string): Searcher | undefined {
  const expression = expressionOf(glob);
  return expression === undefined ? undefined : createSearcher(`(?s)^${expression}$`);
}

/** The same as a regular expression. */
function expressionOf(glob: string): string | undefined {
  const parts: string[] = [];
  let isInBraces = false;
  for (let at = 0; at < glob.length; ) {
    const [taken, part] = partAt(glob, at, isInBraces);
    if (part === undefined) return undefined;
    if (part === '(?:') {
      if (isInBraces) return undefined;
      isInBraces = true;
    } else if (part === ')') isInBraces = false;
    parts.push(part);
    at += taken;
  }
  return isInBraces ? undefined : parts.join('');
}

/** What stands at one place of the pattern: how many characters it takes, and what it means. */
function partAt(glob: string, at: number, isInBraces: boolean): readonly [number, string | undefined] {
  const character = glob[at] ?? '';
  switch (character) {
    case '*': {
      const isWhole = at === 0 || glob[at - 1] === '/';
      if (glob[at + 1] !== '*') return [1, '[^/]*'];
      // Two stars stand for any directories, but only as a whole name.
      if (isWhole && glob[at + 2] === '/') return [3, '(?:[^/]+/)*'];
      return isWhole && at + 2 === glob.length ? [2, '.*'] : [2, undefined];
    }
    case '?':
      return [1, '[^/]'];
    case '[': {
      const [whole, negated, inner = ''] = /^\[([!^]?)([A-Za-z0-9_.-]{1,40})\]/.exec(glob.slice(at)) ?? [''];
      return [whole.length, whole === '' ? undefined : `[${negated === '' ? '' : '^/'}${inner}]`];
    }
    case '{':
      return [1, '(?:'];
    case '}':
      return [1, isInBraces ? ')' : undefined];
    case ',':
      return [1, isInBraces ? '|' : ','];
    case '\\':
      return [1, undefined];
    default:
      return [1, character.replace(/^[!-/:-@[-`{-~]$/, '\\$&')];
  }
}
