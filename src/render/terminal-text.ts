/** Lines as styled words for a terminal: wrapped to a width, then coloured or left plain. */
import type { Inline, Line } from './document.ts';
import { plain } from './escape.ts';
import { breakAt, displayWidth } from './width.ts';

export type Style = 'plain' | 'strong' | 'name' | 'dim' | 'good' | 'bad' | 'warn';

/** Text of one style without line ends. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** Spans that stand side by side, without a space in them. */
type Word = readonly Span[];

const CODES: Readonly<Record<Style, string>> = {
  plain: '',
  strong: '1',
  name: '36',
  dim: '2',
  good: '1;32',
  bad: '1;31',
  warn: '1;33',
};

/** A line as spans; parts without a style of their own get `style`. */
export function spansOf(line: Line, style: Style = 'plain'): readonly Span[] {
  return line.flatMap((inline) => inlineSpans(inline, style));
}

/** Columns that spans take side by side. */
export function widthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { text }) => sum + displayWidth(text), 0);
}

/** The spans in lines of at most `width` columns, broken between words, and inside a word only where it is wider. */
export function wrap(spans: readonly Span[], width: number): readonly (readonly Span[])[] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  let used = 0;
  for (const word of wordsOf(spans).flatMap((long) => fittingWords(long, width))) {
    const size = widthOf(word);
    if (line.length > 0 && used + 1 + size > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    if (line.length > 0) line.push({ text: ' ', style: 'plain' });
    used += size + (line.length > 0 ? 1 : 0);
    line.push(...word);
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

/** The spans as text, with the escape sequences of their styles where `color` is set. */
export function paint(spans: readonly Span[], color: boolean): string {
  return spans
    .map(({ text, style }) =>
      color && CODES[style] !== '' && text.trim() !== '' ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text,
    )
    .join('');
}

function inlineSpans(inline: Inline, style: Style): readonly Span[] {
  switch (inline.kind) {
    case 'own':
    case 'figure':
      return [{ text: inline.text, style }];
    case 'name':
      return [{ text: plain(inline.text), style: style === 'plain' ? 'name' : style }];
    case 'prose':
      return [{ text: plain(inline.text), style }];
    case 'strong':
      return spansOf(inline.line, style === 'plain' ? 'strong' : style);
    case 'link':
      return [...spansOf(inline.line, style), { text: ` ${plain(inline.url)}`, style }];
  }
}

function wordsOf(spans: readonly Span[]): readonly Word[] {
  const words: Span[][] = [];
  let open = false;
  for (const { text, style } of spans) {
    text.split(' ').forEach((part, index) => {
      if (index > 0) open = false;
      if (part === '') return;
      const last = words.at(-1);
      if (open && last !== undefined) last.push({ text: part, style });
      else words.push([{ text: part, style }]);
      open = true;
    });
  }
  return words;
}

/** A word that is wider than a line in pieces that are not. */
function fittingWords(word: Word, width: number): readonly Word[] {
  if (widthOf(word) <= width) return [word];
  return word.flatMap(({ text, style }) =>
    breakAt(text, Math.max(1, width)).map((piece) => [{ text: piece, style }]),
  );
}
