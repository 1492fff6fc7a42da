/** Environment variables that a program reads, in the ways in which languages write it. */
import { surroundings } from './lexical.ts';
import { lineCounter } from './line-counter.ts';
import { languageOf } from './scanned-files.ts';

/** A place of a program that reads what is set outside of it. */
export interface OutsideRead {
  /** The variable, or the name of what is kept elsewhere. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** Reads of one file that are looked at. */
const MOST = 500;

const READ =
  /(?:(?:\bos\.)?\benviron(?:\.get)?|(?:\b(?:os|System)\.)?\b[gG]etenv|\bos\.LookupEnv|\bprocess\.env|\bimport\.meta\.env|(?:\bEnvironment\.)?\bGetEnvironmentVariable|(?:\bstd::)?\benv::var(?:_os)?|\bENV(?:\.fetch)?)\s{0,3}(?:[([]\s{0,20}["'`]([\w.-]{1,100})["'`]|\.([A-Za-z_]\w{0,99})\b)/g;
/** A text without spaces, as names of parameters are. */
const QUOTED = /["'`]([\w./-]{1,1011})["'`]/g;
/** `const { MODEL_ID, TIER: tier } = process.env`. */
const TAKEN_APART = /\{([^{}]{1,1000})\}\s{0,9}=\s{0,9}process\.env\b/g;

/** The reads in the code of a program, in order; none where the file is no program. */
export function variablesRead(path: string, text: string): readonly OutsideRead[] {
  const language = languageOf(path);
  if (language !== 'c-like' && language !== 'script') return [];
  const found = [...plainReads(text), ...takenApart(text)].slice(0, MOST);
  return inCode(path, text, found);
}

/** Where a program names, in quotes, one of the things that are kept elsewhere. */
export function namesQuoted(path: string, text: string, names: ReadonlySet<string>): readonly OutsideRead[] {
  const language = languageOf(path);
  if (names.size === 0 || (language !== 'c-like' && language !== 'script')) return [];
  const found: Span[] = [];
  for (const { 1: name = '', index } of text.matchAll(QUOTED)) {
    if (names.has(name)) found.push({ name, start: index + 1, end: index + 1 + name.length });
    if (found.length === MOST) break;
  }
  return inCode(path, text, found);
}

type Span = Pick<OutsideRead, 'name' | 'start' | 'end'>;

function* plainReads(text: string): Generator<Span> {
  for (const match of text.matchAll(READ)) {
    const start = match.index;
    yield { name: match[1] ?? match[2] ?? '', start, end: start + match[0].length };
  }
}

function* takenApart(text: string): Generator<Span> {
  for (const match of text.matchAll(TAKEN_APART)) {
    const from = match.index + 1;
    for (const { 0: name, index } of (match[1] ?? '').matchAll(/(?<![\w:]|:\s)[A-Za-z_]\w{0,99}/g))
      yield { name, start: from + index, end: from + index + name.length };
  }
}

/** Those that are no comments, in order, with their lines. */
function inCode(path: string, text: string, found: readonly Span[]): readonly OutsideRead[] {
  const ordered = found.toSorted((a, b) => a.start - b.start);
  const around = surroundings(
    text,
    languageOf(path) ?? 'script',
    ordered.map(({ start }) => start),
  );
  const lineAt = lineCounter(text);
  return ordered.flatMap((span, index) => {
    const place = around[index];
    if (place?.kind === 'comment' || (place?.kind === 'string' && place.isBlock)) return [];
    const column = span.start - text.lastIndexOf('\n', span.start - 1);
    return [{ ...span, line: lineAt(span.start), column }];
  });
}
