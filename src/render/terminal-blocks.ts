/** Writes blocks as lines for a terminal of a given width. */
import { type Block, type Cell, type Column, joinLines, line, type Row } from './document.ts';
import { plain } from './escape.ts';
import { type Span, type Style, spansOf, widthOf, wrap } from './terminal-text.ts';

type TextLine = readonly Span[];

const GAP = 2;
const INDENT = 2;
/** A column of words is never made narrower than this. */
const NARROWEST = 16;

/** The lines of `blocks`, with an empty line between two of them. */
export function blockLines(blocks: readonly Block[], width: number): readonly TextLine[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const apart = index > 0 && before?.kind !== 'heading' ? [[]] : [];
    return [...apart, ...linesOf(block, width)];
  });
}

/** Empty columns before each line. */
export function indented(lines: readonly TextLine[], columns: number = INDENT): readonly TextLine[] {
  return lines.map((line) => (line.length === 0 ? line : [blank(columns), ...line]));
}

function linesOf(block: Block, width: number): readonly TextLine[] {
  switch (block.kind) {
    case 'paragraph':
      return wrap(spansOf(block.line), width);
    case 'heading':
      return wrap(spansOf(block.line, 'strong'), width);
    case 'list':
      return block.items.flatMap(({ cell }) => itemLines(cell, width));
    case 'table':
      return tableLines(block.columns, block.rows, width);
  }
}

function itemLines({ main, below = [], example = [] }: Cell, width: number): readonly TextLine[] {
  const [first = [], ...rest] = wrap(spansOf(main), width - INDENT);
  const smaller = below.flatMap((line) => wrap(spansOf(line, 'dim'), width - INDENT));
  const lines = [...rest, ...smaller, ...exampleLines(example)];
  return [[{ text: '- ', style: 'plain' }, ...first], ...indented(lines)];
}

/** Lines to copy stay as they are, however wide the terminal is. */
function exampleLines(lines: readonly string[]): readonly TextLine[] {
  const [first, second] = lines;
  if (first === undefined) return [];
  const write: Span = { text: 'write', style: 'dim' };
  if (second === undefined) return [[write, blank(1), { text: plain(first), style: 'name' }]];
  return [[write], ...indented(lines.map((text) => [{ text: plainLine(text), style: 'name' }]))];
}

/** With its indentation, which means something in YAML. */
function plainLine(text: string): string {
  const indentation = /^ {0,40}/.exec(text)?.[0] ?? '';
  return indentation + plain(text.slice(indentation.length));
}

function tableLines(columns: readonly Column[], rows: readonly Row[], width: number): readonly TextLine[] {
  const widths = columnWidths(columns, rows, width);
  if (widths === undefined) return rows.flatMap((row) => stackedLines(columns, row, width));
  const head = columns.map(({ title }) => ({ main: title }));
  return [
    ...rowLines(head, columns, widths, 'dim'),
    ...rows.flatMap(({ cells, total }): readonly TextLine[] => {
      const below = cells.flatMap((cell) => cell.below ?? []);
      const details = below.flatMap((line) => indented(wrap(spansOf(line, 'dim'), width - INDENT)));
      return [...rowLines(cells, columns, widths, total === true ? 'strong' : 'plain'), ...details];
    }),
  ];
}

/**
 * Figures keep their width; where the table is too wide, the columns of words give way, the widest first.
 * Undefined where even that is not enough.
 */
function columnWidths(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
): readonly number[] | undefined {
  const widths = columns.map(({ title }, index) => {
    const cells = rows.map(({ cells: row }) => widthOf(spansOf(row[index]?.main ?? [])));
    return Math.max(widthOf(spansOf(title)), ...cells.slice(0, 10_000), 0);
  });
  let excess = widths.reduce((sum, own) => sum + own, GAP * (columns.length - 1)) - width;
  while (excess > 0) {
    const words = columns.flatMap(({ align }, index) => (align === 'left' ? [index] : []));
    const widest = words.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    const own = widest === undefined ? 0 : (widths[widest] ?? 0);
    if (widest === undefined || own <= NARROWEST) return undefined;
    const less = Math.min(excess, own - NARROWEST);
    widths[widest] = own - less;
    excess -= less;
  }
  return widths;
}

/** A row that is wider than the terminal: its words, and below them each figure with the title of its column. */
function stackedLines(columns: readonly Column[], { cells, total }: Row, width: number): readonly TextLine[] {
  const [first, ...figures] = cells;
  const pairs = figures.map(({ main }, index) => line`${columns[index + 1]?.title ?? line``} ${main}`);
  const below = cells.flatMap((cell) => cell.below ?? []).map((text) => spansOf(text, 'dim'));
  const details = [spansOf(joinLines(pairs, line` · `)), ...below];
  return [
    ...wrap(spansOf(first?.main ?? [], total === true ? 'strong' : 'plain'), width),
    ...indented(details.flatMap((spans) => wrap(spans, width - INDENT))),
  ];
}

function rowLines(
  cells: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  style: Style,
): readonly TextLine[] {
  const wrapped = cells.map(({ main }, index) => wrap(spansOf(main, style), Math.max(1, widths[index] ?? 1)));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    wrapped.flatMap((lines, index): TextLine => {
      const text = lines[row] ?? [];
      const room = Math.max(0, (widths[index] ?? 0) - widthOf(text));
      const last = index === wrapped.length - 1;
      const gap = index === 0 ? [] : [blank(GAP)];
      if (columns[index]?.align === 'right') return [...gap, blank(room), ...text];
      return last ? [...gap, ...text] : [...gap, ...text, blank(room)];
    }),
  );
}

function blank(columns: number): Span {
  return { text: ' '.repeat(columns), style: 'plain' };
}
