/**
 * What an output says, apart from how it looks. The sections build it once; the comment, the page and the terminal
 * each write it in their own way. Text of the pull request enters only as `name` or `prose`, which every writer
 * escapes; words of ours enter only as literals of the template `line`.
 */
import type { SourceLocation } from '../model/source-location.ts';
import type { Figure } from './money.ts';

export type Inline =
  /** Words of ours, from literals of the source. */
  | { readonly kind: 'own'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: Figure }
  /** A name that the pull request chose, shown as code. */
  | { readonly kind: 'name'; readonly text: string }
  /** A sentence of this product that may hold text of the pull request. */
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'strong'; readonly line: Line }
  | { readonly kind: 'link'; readonly line: Line; readonly url: string };

export type Line = readonly Inline[];

export type Tone = 'good' | 'bad' | 'warn' | 'plain';

export interface Cell {
  readonly main: Line;
  /** Smaller lines below the main one. */
  readonly below?: readonly Line[];
  /** Lines to copy, each exactly as it is to be written. */
  readonly example?: readonly string[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Where not all rows fit, those with the lowest rank stay. */
  readonly rank: number;
  readonly total?: boolean;
}

/** One entry of a list; the rank is as in a row. */
interface Item {
  readonly cell: Cell;
  readonly rank: number;
}

export interface Column {
  readonly title: Line;
  readonly align: 'left' | 'right';
}

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'heading'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] };

/** A part with a title that a comment folds. */
export interface Section {
  readonly title: Line;
  readonly open: boolean;
  /** Made when they are written: a terminal only names what is folded. */
  readonly blocks: () => readonly Block[];
  /** Where not all sections fit, those with the lowest rank are served first. */
  readonly rank: number;
}

export interface Page {
  readonly tone: Tone;
  /** The verdict, in one sentence. */
  readonly headline: Line;
  /** What is always in sight, the most important first. */
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  readonly footer: readonly Line[];
}

type Hole = Figure | Inline | Line;

/** A line of words of ours, with figures and other parts in its holes. */
export function line(parts: TemplateStringsArray, ...holes: readonly Hole[]): Line {
  return parts.flatMap((part, index) => {
    const words: Line = part === '' ? [] : [{ kind: 'own', text: part }];
    const hole = holes[index];
    if (hole === undefined) return words;
    return [...words, ...inlines(hole)];
  });
}

/** A name that the pull request chose. */
export function name(text: string): Inline {
  return { kind: 'name', text };
}

/** A sentence that may hold text of the pull request. */
export function prose(text: string): Inline {
  return { kind: 'prose', text };
}

/** Emphasis; not to be nested. */
export function strong(text: Line): Inline {
  return { kind: 'strong', line: text };
}

/** A link to an https address of ours. */
export function link(text: Line, url: string): Inline {
  return { kind: 'link', line: text, url };
}

/** Lines one after the other with `separator` between them. */
export function joinLines(lines: readonly Line[], separator: Line): Line {
  return lines.flatMap((part, index) => (index === 0 ? part : [...separator, ...part]));
}

/** `1 item`, `2 items`. */
export function counted(number: number, shown: Figure, one: Line, many: Line): Line {
  return line`${shown} ${number === 1 ? one : many}`;
}

/** Where something stands: a file and, where known, its line. */
export function place(at: SourceLocation): Inline {
  return name(at.line === undefined ? at.file : `${at.file}:${at.line}`);
}

/** A line on its own. */
export function paragraph(text: Line): Block {
  return { kind: 'paragraph', line: text };
}

/** A heading over the block that follows. */
export function heading(text: Line): Block {
  return { kind: 'heading', line: text };
}

/** A column of a table: words to the left, figures to the right. */
export function column(title: Line, align: Column['align'] = 'left'): Column {
  return { title, align };
}

/** A cell with a main line and smaller ones below it. */
export function cell(main: Line, below: readonly Line[] = []): Cell {
  return below.length === 0 ? { main } : { main, below };
}

function inlines(hole: Hole): Line {
  if (typeof hole === 'string') return [{ kind: 'figure', text: hole }];
  return 'kind' in hole ? [hole] : hole;
}
