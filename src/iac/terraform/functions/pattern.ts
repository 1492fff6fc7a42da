/** `regex`, `regexall`, and `replace` with a pattern. */
import { NULL, text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { Budget } from '../evaluate/budget.ts';
import { isAscii, normalize } from '../hcl/characters.ts';
import { createSearcher, type Match, type Searcher, search } from '../patterns/search.ts';
import { failure, list, map } from '../values/value.ts';
import { define, type TerraformFunction } from './function.ts';

/** Longer texts are not searched. */
const MAXIMUM_CHARACTERS = 50_000;

export const PATTERN_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  regex: define(['text', 'text'], (budget, pattern, value) => {
    const searched = prepare('regex', pattern, value);
    if (!('searcher' in searched)) return searched;
    const match = search(searched.searcher, searched.codes, 0, budget.spend);
    if (match === 'stopped') return budget.outOfSteps();
    return match === undefined ? failure('regex() finds no match') : captured(searched, match);
  }),
  regexall: define(['text', 'text'], (budget, pattern, value) => {
    const searched = prepare('regexall', pattern, value);
    if (!('searcher' in searched)) return searched;
    const matches = allMatches(searched, budget);
    return matches === 'stopped'
      ? budget.outOfSteps()
      : list(matches.map((match) => captured(searched, match)));
  }),
};

interface Searched {
  readonly searcher: Searcher;
  readonly codes: readonly number[];
}

function prepare(name: string, pattern: string, value: string): Searched | Unknown {
  const searcher = createSearcher(pattern);
  const readable = searcher !== undefined && (!searcher.ignoresCase || isAscii(value + pattern));
  if (!readable) return unknown(`${name}() with this pattern is not evaluated`);
  if (value.length > MAXIMUM_CHARACTERS) return unknown(`${name}() of so long a text is not evaluated`);
  return { searcher, codes: Array.from(value, (character) => character.codePointAt(0) ?? 0) };
}

/** All matches that do not overlap. An empty one directly behind another match does not count. */
function allMatches({ searcher, codes }: Searched, budget: Budget): readonly Match[] | 'stopped' {
  const found: Match[] = [];
  let previousEnd = -1;
  for (let at = 0; at <= codes.length; ) {
    const match = search(searcher, codes, at, budget.spend);
    if (match === 'stopped') return match;
    const [start, end] = match ?? [];
    if (match === undefined || start === undefined || end === undefined) break;
    if (end !== at || start !== previousEnd) found.push(match);
    at = end === at ? at + 1 : end;
    previousEnd = end;
  }
  return found;
}

function part(codes: readonly number[], match: Match, group: number): string | undefined {
  const start = match[2 * group];
  const end = match[2 * group + 1];
  if (start === undefined || end === undefined) return undefined;
  return codes
    .slice(start, end)
    .map((code) => String.fromCodePoint(code))
    .join('');
}

/** The groups, by name or in their order; the whole match where there are none. */
function captured({ searcher, codes }: Searched, match: Match): Value {
  const { names } = searcher;
  if (names.length === 0) return text(part(codes, match, 0) ?? '');
  const groups = names.map((_, index) => {
    const value = part(codes, match, index + 1);
    return value === undefined ? NULL : text(value);
  });
  if (names[0] === undefined) return list(groups);
  return map(new Map(names.map((name, index) => [name ?? '', groups[index] ?? NULL])));
}

/** `replace` with `/pattern/`: `$1`, `${1}` and `$name` stand for groups, `$$` for a dollar sign. */
export function replacePattern(value: string, pattern: string, replacement: string, budget: Budget): Value {
  const searched = prepare('replace', pattern, value);
  if (!('searcher' in searched)) return searched;
  const matches = allMatches(searched, budget);
  if (matches === 'stopped') return budget.outOfSteps();
  const { codes } = searched;
  const pieces: string[] = [];
  let at = 0;
  let length = 0;
  for (const match of matches) {
    const [start = at, end = at] = match;
    pieces.push(part(codes, [at, start], 0) ?? '', expandReplacement(replacement, searched, match));
    length += (pieces.at(-1) ?? '').length;
    if (!budget.spend(1 + (length >> 10))) return budget.outOfSteps();
    if (length > MAXIMUM_CHARACTERS * 10) return budget.tooLarge('text');
    at = end;
  }
  pieces.push(part(codes, [at, codes.length], 0) ?? '');
  return text(normalize(pieces.join('')));
}

function expandReplacement(replacement: string, { searcher, codes }: Searched, match: Match): string {
  return replacement.replaceAll(
    /\$(?:\$|\{(\w+)\}|(\w+))/g,
    (whole: string, braced?: string, bare?: string) => {
      if (whole === '$$') return '$';
      const name = braced ?? bare ?? '';
      const group = /^\d+$/.test(name) ? Number(name) : searcher.names.indexOf(name) + 1;
      if (group === 0 && name !== '0') return '';
      return part(codes, match, group) ?? '';
    },
  );
}
