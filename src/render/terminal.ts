/** The report for a person at a terminal. */
import type { Report } from '../model/report.ts';
import { joinLines, line, type Page, type Tone } from './document.ts';
import { pageOf } from './page.ts';
import { blockLines, indented } from './terminal-blocks.ts';
import { paint, type Span, type Style, spansOf, wrap } from './terminal-text.ts';

export interface TerminalOptions {
  /** Whether to colour; the caller knows the terminal and its user's wish. */
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Everything instead of the headline, the totals and what needs attention. */
  readonly details: boolean;
}

const TONES: Readonly<Record<Tone, Style>> = { good: 'good', bad: 'bad', warn: 'warn', plain: 'strong' };
const NARROWEST = 40;

/** The report as text of at most `width` columns where words allow it; control characters only as colours of ours. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  return writeTerminal(pageOf(report, { scope: options.details ? 'all' : 'changes' }), options);
}

/** A page for a terminal; sections that are folded are named only, unless `details` is set. */
export function writeTerminal(page: Page, { color, width: columns, details }: TerminalOptions): string {
  const width = Math.max(NARROWEST, columns);
  const shown = page.sections.filter(({ open }) => open || details);
  const hidden = page.sections.filter((section) => !shown.includes(section));
  const parts: (readonly (readonly Span[])[])[] = [
    wrap(spansOf(page.headline, TONES[page.tone]), width),
    blockLines(page.lead, width),
    ...shown.map(({ title, blocks }) => [
      ...wrap(spansOf(title, 'strong'), width),
      ...indented(blockLines(blocks(), width - 2)),
    ]),
    page.footer.flatMap((text) => wrap(spansOf(text, 'dim'), width)),
  ];
  if (hidden.length > 0) {
    const titles = joinLines(
      hidden.map(({ title }) => title),
      line` · `,
    );
    parts.push(wrap(spansOf(line`With --details: ${titles}`, 'dim'), width));
  }
  const text = parts
    .filter((part) => part.length > 0)
    .map((part) => part.map((spans) => paint(spans, color).trimEnd()).join('\n'))
    .join('\n\n');
  return `${text}\n`;
}
