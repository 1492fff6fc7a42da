/** Writes a page as GitHub-flavoured Markdown, in pieces of which a few can be left out. */
import type { Block, Cell, Column, Inline, Line, Row, Section, Tone } from './document.ts';
import {
  code,
  example,
  joinMarkdown,
  linkTarget,
  type Markdown,
  markdown,
  own,
  prose,
  unbroken,
} from './escape.ts';
import type { Piece } from './fit.ts';

const NEW_LINE = markdown`
`;
const BREAK = markdown`<br>`;
const ICONS: Readonly<Record<Tone, Markdown>> = {
  good: markdown`✅ `,
  bad: markdown`❌ `,
  warn: markdown`⚠️ `,
  plain: markdown``,
};

/** The headline as a heading of the third level. */
export function headlineMarkdown(tone: Tone, headline: Line): Markdown {
  return markdown`### ${ICONS[tone]}${lineMarkdown(headline)}
`;
}

function lineMarkdown(line: Line): Markdown {
  return joinMarkdown(line.map(inlineMarkdown));
}

/** Blocks as pieces; a heading belongs to the piece after it, so that it never stands alone. */
export function piecesOf(blocks: readonly Block[]): readonly Piece<Markdown>[] {
  const pieces: Piece<Markdown>[] = [];
  let above = markdown``;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      above = markdown`
**${lineMarkdown(block.line)}**
`;
      continue;
    }
    const piece = pieceOf(block);
    pieces.push({ ...piece, open: markdown`${above}${piece.open}` });
    above = markdown``;
  }
  return pieces;
}

/** The lines around a section, folded as GitHub folds, or under a heading. */
export function sectionFrame(section: Section, unfolded: boolean): { open: Markdown; close: Markdown } {
  const title = lineMarkdown(section.title);
  if (unfolded) return { open: markdown`\n#### ${title}\n`, close: markdown`` };
  const details = section.open ? markdown`<details open>` : markdown`<details>`;
  return { open: markdown`\n${details}\n<summary>${title}</summary>\n`, close: markdown`\n</details>\n` };
}

/** The smaller lines at the end. */
export function footerMarkdown(lines: readonly Line[]): Markdown {
  if (lines.length === 0) return markdown``;
  return markdown`\n<sub>${joinMarkdown(lines.map(lineMarkdown), BREAK)}</sub>\n`;
}

/** A line between two empty ones. */
export function paragraphMarkdown(line: Line): Markdown {
  return markdown`\n${lineMarkdown(line)}\n`;
}

function inlineMarkdown(inline: Inline): Markdown {
  switch (inline.kind) {
    case 'own':
    case 'figure':
      return own(inline.text);
    case 'name':
      return code(inline.text);
    case 'prose':
      return prose(inline.text);
    case 'strong':
      return strongMarkdown(lineMarkdown(inline.line));
    case 'link': {
      const target = linkTarget(inline.url);
      const words = lineMarkdown(inline.line);
      return target === undefined ? words : markdown`[${words}](${target})`;
    }
  }
}

/** Asterisks mark nothing where a space stands inside of them, which text of a pull request can bring. */
function strongMarkdown(text: Markdown): Markdown {
  if (text === '') return text;
  return /^\s|\s$/.test(text) ? markdown`<strong>${text}</strong>` : markdown`**${text}**`;
}

function pieceOf(block: Exclude<Block, { kind: 'heading' }>): Piece<Markdown> {
  switch (block.kind) {
    case 'paragraph':
      return { open: markdown``, rows: [{ text: paragraphMarkdown(block.line), rank: -1 }] };
    case 'list':
      return {
        open: NEW_LINE,
        rows: block.items.map((item) => ({
          text: markdown`- ${cellMarkdown(item.cell)}\n`,
          rank: item.rank,
        })),
      };
    case 'table':
      return { open: tableHead(block.columns), rows: block.rows.map((row) => tableRow(row, block.columns)) };
  }
}

function tableHead(columns: readonly Column[]): Markdown {
  const titles = columns.map(({ title }) => markdown`| ${lineMarkdown(title)} `);
  const rules = columns.map(({ align }) => (align === 'right' ? markdown`| --: ` : markdown`| :-- `));
  return markdown`\n${joinMarkdown(titles)}|\n${joinMarkdown(rules)}|\n`;
}

/** Figures stay on one line: only the words of a row may wrap. */
function tableRow({ cells, rank, total }: Row, columns: readonly Column[]): Piece<Markdown>['rows'][number] {
  const texts = cells.map((content, index) => {
    const words = cellMarkdown(content);
    const text = columns[index]?.align === 'right' ? unbroken(words) : words;
    return total === true ? markdown`| ${strongMarkdown(text)} ` : markdown`| ${text} `;
  });
  return { text: markdown`${joinMarkdown(texts)}|\n`, rank };
}

function cellMarkdown({ main, below = [], example: lines = [] }: Cell): Markdown {
  const smaller = below.map((text) => markdown`${BREAK}<sub>${lineMarkdown(text)}</sub>`);
  return markdown`${lineMarkdown(main)}${joinMarkdown(smaller)}${exampleMarkdown(lines)}`;
}

function exampleMarkdown(lines: readonly string[]): Markdown {
  const [first, second] = lines;
  if (first === undefined) return markdown``;
  return second === undefined
    ? markdown`${BREAK}write ${code(first)}`
    : markdown`${BREAK}write${example(lines)}`;
}
