export const id = 337;
export const ids = [337];
export const modules = {

/***/ 6337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderTerminal: () => (/* binding */ renderTerminal),
  O: () => (/* binding */ writeTerminal)
});

// EXTERNAL MODULE: ./build/render/document.js
var render_document = __webpack_require__(616);
// EXTERNAL MODULE: ./build/render/page.js + 7 modules
var page = __webpack_require__(6487);
// EXTERNAL MODULE: ./build/render/escape.js + 1 modules
var render_escape = __webpack_require__(2170);
;// CONCATENATED MODULE: ./build/render/width.js
/** How wide text is on a terminal, in columns. */
/** East Asian wide and fullwidth characters, by first and last code point (Unicode 16, EastAsianWidth.txt). */
const WIDE = [
    [0x1100, 0x115f],
    [0x2e80, 0x303e],
    [0x3041, 0x33ff],
    [0x3400, 0x4dbf],
    [0x4e00, 0xa4cf],
    [0xa960, 0xa97f],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe30, 0xfe6f],
    [0xff00, 0xff60],
    [0xffe0, 0xffe6],
    [0x17000, 0x18cff],
    [0x1b000, 0x1b2ff],
    [0x20000, 0x3fffd],
];
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;
/** Columns that `text` takes: 0 for marks on other characters, 2 for wide characters and emoji, else 1. */
function displayWidth(text) {
    let width = 0;
    for (const character of text)
        width += characterWidth(character);
    return width;
}
/** `text` in pieces of at most `width` columns, each of whole characters; at least one character in each. */
function breakAt(text, width) {
    const pieces = [];
    let piece = '';
    let used = 0;
    for (const character of text) {
        const more = characterWidth(character);
        if (used + more > width && piece !== '') {
            pieces.push(piece);
            piece = '';
            used = 0;
        }
        piece += character;
        used += more;
    }
    if (piece !== '')
        pieces.push(piece);
    return pieces;
}
function characterWidth(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x300 || isSymbol(code))
        return 1;
    if (NO_WIDTH.test(character))
        return 0;
    return WIDE.some(([first, last]) => code >= first && code <= last) || EMOJI.test(character) ? 2 : 1;
}
/** Dashes, quotation marks, arrows and signs of arithmetic, without asking the tables of Unicode, which are slow to load. */
function isSymbol(code) {
    return (code >= 0x2010 && code <= 0x2027) || (code >= 0x2100 && code < 0x231a);
}

;// CONCATENATED MODULE: ./build/render/terminal-text.js


const CODES = {
    plain: '',
    strong: '1',
    name: '36',
    dim: '2',
    good: '1;32',
    bad: '1;31',
    warn: '1;33',
};
/** A line as spans; parts without a style of their own get `style`. */
function spansOf(line, style = 'plain') {
    return line.flatMap((inline) => inlineSpans(inline, style));
}
/** Columns that spans take side by side. */
function widthOf(spans) {
    return spans.reduce((sum, { text }) => sum + displayWidth(text), 0);
}
/** The spans in lines of at most `width` columns, broken between words, and inside a word only where it is wider. */
function wrap(spans, width) {
    const lines = [];
    let line = [];
    let used = 0;
    for (const word of wordsOf(spans).flatMap((long) => fittingWords(long, width))) {
        const size = widthOf(word);
        if (line.length > 0 && used + 1 + size > width) {
            lines.push(line);
            line = [];
            used = 0;
        }
        if (line.length > 0)
            line.push({ text: ' ', style: 'plain' });
        used += size + (line.length > 0 ? 1 : 0);
        line.push(...word);
    }
    if (line.length > 0)
        lines.push(line);
    return lines;
}
/** The spans as text, with the escape sequences of their styles where `color` is set. */
function paint(spans, color) {
    return spans
        .map(({ text, style }) => color && CODES[style] !== '' && text.trim() !== '' ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text)
        .join('');
}
function inlineSpans(inline, style) {
    switch (inline.kind) {
        case 'own':
        case 'figure':
            return [{ text: inline.text, style }];
        case 'name':
            return [{ text: (0,render_escape/* plain */.pj)(inline.text), style: style === 'plain' ? 'name' : style }];
        case 'prose':
            return [{ text: (0,render_escape/* plain */.pj)(inline.text), style }];
        case 'strong':
            return spansOf(inline.line, style === 'plain' ? 'strong' : style);
        case 'link':
            return [...spansOf(inline.line, style), { text: ` ${(0,render_escape/* plain */.pj)(inline.url)}`, style }];
    }
}
function wordsOf(spans) {
    const words = [];
    let open = false;
    for (const { text, style } of spans) {
        text.split(' ').forEach((part, index) => {
            if (index > 0)
                open = false;
            if (part === '')
                return;
            const last = words.at(-1);
            if (open && last !== undefined)
                last.push({ text: part, style });
            else
                words.push([{ text: part, style }]);
            open = true;
        });
    }
    return words;
}
/** A word that is wider than a line in pieces that are not. */
function fittingWords(word, width) {
    if (widthOf(word) <= width)
        return [word];
    return word.flatMap(({ text, style }) => breakAt(text, Math.max(1, width)).map((piece) => [{ text: piece, style }]));
}

;// CONCATENATED MODULE: ./build/render/terminal-blocks.js
/** Writes blocks as lines for a terminal of a given width. */



const GAP = 2;
const INDENT = 2;
/** A column of words is never made narrower than this. */
const NARROWEST = 16;
/** The lines of `blocks`, with an empty line between two of them. */
function blockLines(blocks, width) {
    return blocks.flatMap((block, index) => {
        const before = blocks[index - 1];
        const apart = index > 0 && before?.kind !== 'heading' ? [[]] : [];
        return [...apart, ...linesOf(block, width)];
    });
}
/** Empty columns before each line. */
function indented(lines, columns = INDENT) {
    return lines.map((line) => (line.length === 0 ? line : [blank(columns), ...line]));
}
function linesOf(block, width) {
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
function itemLines({ main, below = [], example = [] }, width) {
    const [first = [], ...rest] = wrap(spansOf(main), width - INDENT);
    const smaller = below.flatMap((line) => wrap(spansOf(line, 'dim'), width - INDENT));
    const lines = [...rest, ...smaller, ...exampleLines(example)];
    return [[{ text: '- ', style: 'plain' }, ...first], ...indented(lines)];
}
/** Lines to copy stay as they are, however wide the terminal is. */
function exampleLines(lines) {
    const [first, second] = lines;
    if (first === undefined)
        return [];
    const write = { text: 'write', style: 'dim' };
    if (second === undefined)
        return [[write, blank(1), { text: (0,render_escape/* plain */.pj)(first), style: 'name' }]];
    return [[write], ...indented(lines.map((text) => [{ text: plainLine(text), style: 'name' }]))];
}
/** With its indentation, which means something in YAML. */
function plainLine(text) {
    const indentation = /^ {0,40}/.exec(text)?.[0] ?? '';
    return indentation + (0,render_escape/* plain */.pj)(text.slice(indentation.length));
}
function tableLines(columns, rows, width) {
    const widths = columnWidths(columns, rows, width);
    if (widths === undefined)
        return rows.flatMap((row) => stackedLines(columns, row, width));
    const head = columns.map(({ title }) => ({ main: title }));
    return [
        ...rowLines(head, columns, widths, 'dim'),
        ...rows.flatMap(({ cells, total }) => {
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
function columnWidths(columns, rows, width) {
    const widths = columns.map(({ title }, index) => {
        const cells = rows.map(({ cells: row }) => widthOf(spansOf(row[index]?.main ?? [])));
        return Math.max(widthOf(spansOf(title)), ...cells.slice(0, 10_000), 0);
    });
    let excess = widths.reduce((sum, own) => sum + own, GAP * (columns.length - 1)) - width;
    while (excess > 0) {
        const words = columns.flatMap(({ align }, index) => (align === 'left' ? [index] : []));
        const widest = words.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
        const own = widest === undefined ? 0 : (widths[widest] ?? 0);
        if (widest === undefined || own <= NARROWEST)
            return undefined;
        const less = Math.min(excess, own - NARROWEST);
        widths[widest] = own - less;
        excess -= less;
    }
    return widths;
}
/** A row that is wider than the terminal: its words, and below them each figure with the title of its column. */
function stackedLines(columns, { cells, total }, width) {
    const [first, ...figures] = cells;
    const pairs = figures.map(({ main }, index) => (0,render_document/* line */.n8) `${columns[index + 1]?.title ?? (0,render_document/* line */.n8) ``} ${main}`);
    const below = cells.flatMap((cell) => cell.below ?? []).map((text) => spansOf(text, 'dim'));
    const details = [spansOf((0,render_document/* joinLines */.cT)(pairs, (0,render_document/* line */.n8) ` \u00b7 `)), ...below];
    return [
        ...wrap(spansOf(first?.main ?? [], total === true ? 'strong' : 'plain'), width),
        ...indented(details.flatMap((spans) => wrap(spans, width - INDENT))),
    ];
}
function rowLines(cells, columns, widths, style) {
    const wrapped = cells.map(({ main }, index) => wrap(spansOf(main, style), Math.max(1, widths[index] ?? 1)));
    const height = Math.max(1, ...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) => wrapped.flatMap((lines, index) => {
        const text = lines[row] ?? [];
        const room = Math.max(0, (widths[index] ?? 0) - widthOf(text));
        const last = index === wrapped.length - 1;
        const gap = index === 0 ? [] : [blank(GAP)];
        if (columns[index]?.align === 'right')
            return [...gap, blank(room), ...text];
        return last ? [...gap, ...text] : [...gap, ...text, blank(room)];
    }));
}
function blank(columns) {
    return { text: ' '.repeat(columns), style: 'plain' };
}

;// CONCATENATED MODULE: ./build/render/terminal.js




const TONES = { good: 'good', bad: 'bad', warn: 'warn', plain: 'strong' };
const terminal_NARROWEST = 40;
/** The report as text of at most `width` columns where words allow it; control characters only as colours of ours. */
function renderTerminal(report, options) {
    return writeTerminal((0,page/* pageOf */.Z)(report, { scope: options.details ? 'all' : 'changes' }), options);
}
/** A page for a terminal; sections that are folded are named only, unless `details` is set. */
function writeTerminal(page, { color, width: columns, details }) {
    const width = Math.max(terminal_NARROWEST, columns);
    const shown = page.sections.filter(({ open }) => open || details);
    const hidden = page.sections.filter((section) => !shown.includes(section));
    const parts = [
        wrap(spansOf(page.headline, TONES[page.tone]), width),
        blockLines(page.lead, width),
        ...shown.map(({ title, blocks }) => [
            ...wrap(spansOf(title, 'strong'), width),
            ...indented(blockLines(blocks(), width - 2)),
        ]),
        page.footer.flatMap((text) => wrap(spansOf(text, 'dim'), width)),
    ];
    if (hidden.length > 0) {
        const titles = (0,render_document/* joinLines */.cT)(hidden.map(({ title }) => title), (0,render_document/* line */.n8) ` \u00b7 `);
        parts.push(wrap(spansOf((0,render_document/* line */.n8) `With --details: ${titles}`, 'dim'), width));
    }
    const text = parts
        .filter((part) => part.length > 0)
        .map((part) => part.map((spans) => paint(spans, color).trimEnd()).join('\n'))
        .join('\n\n');
    return `${text}\n`;
}


/***/ })

};
