/** The report as one page of HTML that needs nothing else: no script, no font, no request. */
import type { Report } from '../model/report.ts';
import type { Block, Cell, Column, Inline, Line, Page, Row, Section, Tone } from './document.ts';
import {
  codeHtml,
  exampleHtml,
  type Html,
  html,
  joinHtml,
  linkTarget,
  ownHtml,
  proseHtml,
} from './escape.ts';
import { PAGE_STYLE } from './html-style.ts';
import { pageOf } from './page.ts';

const TONES: Readonly<Record<Tone, Html>> = {
  good: html`good`,
  bad: html`bad`,
  warn: html`warn`,
  plain: html`plain`,
};

/** The full report as a self-contained page. */
export function renderHtml(report: Report): string {
  return writeHtml(pageOf(report, { scope: 'all' }));
}

/** A page as one self-contained document of HTML. */
export function writeHtml(page: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Bedrock cost</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1 class="${TONES[page.tone]}">${lineHtml(page.headline)}</h1>
${joinHtml(page.lead.map(blockHtml))}
${joinHtml(page.sections.map(sectionHtml))}
<footer>${joinHtml(page.footer.map((line) => html`<p>${lineHtml(line)}</p>`))}</footer>
</main>
</body>
</html>
`;
}

function sectionHtml({ title, open, blocks }: Section): Html {
  const state = open ? html` open` : html``;
  return html`<details${state}><summary>${lineHtml(title)}</summary>
${joinHtml(blocks().map(blockHtml))}</details>
`;
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${lineHtml(block.line)}</p>
`;
    case 'heading':
      return html`<h2>${lineHtml(block.line)}</h2>
`;
    case 'list':
      return html`<ul>
${joinHtml(
  block.items.map(
    ({ cell }) => html`<li>${cellHtml(cell)}</li>
`,
  ),
)}</ul>
`;
    case 'table':
      return tableHtml(block.columns, block.rows);
  }
}

function tableHtml(columns: readonly Column[], rows: readonly Row[]): Html {
  const head = columns.map(({ title, align }) => html`<th${alignment(align)}>${lineHtml(title)}</th>`);
  const body = rows.map(({ cells, total }) => {
    const texts = cells.map(
      (cell, index) => html`<td${alignment(columns[index]?.align)}>${cellHtml(cell)}</td>`,
    );
    return html`<tr${total === true ? html` class="total"` : html``}>${joinHtml(texts)}</tr>
`;
  });
  return html`<table>
<thead><tr>${joinHtml(head)}</tr></thead>
<tbody>
${joinHtml(body)}</tbody>
</table>
`;
}

function alignment(align: Column['align'] | undefined): Html {
  return align === 'right' ? html` class="figure"` : html``;
}

function cellHtml({ main, below = [], example = [] }: Cell): Html {
  const smaller = below.map((line) => html`<small>${lineHtml(line)}</small>`);
  const lines = example.length === 0 ? html`` : exampleHtml(example);
  return html`${lineHtml(main)}${joinHtml(smaller)}${lines}`;
}

function lineHtml(line: Line): Html {
  return joinHtml(line.map(inlineHtml));
}

function inlineHtml(inline: Inline): Html {
  switch (inline.kind) {
    case 'own':
    case 'figure':
      return ownHtml(inline.text);
    case 'name':
      return codeHtml(inline.text);
    case 'prose':
      return proseHtml(inline.text);
    case 'strong':
      return html`<strong>${lineHtml(inline.line)}</strong>`;
    case 'link': {
      const target = linkTarget(inline.url);
      const words = lineHtml(inline.line);
      return target === undefined ? words : html`<a href="${target}">${words}</a>`;
    }
  }
}
