export const id = 707;
export const ids = [707];
export const modules = {

/***/ 6707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderComment: () => (/* binding */ renderComment),
  renderSummary: () => (/* binding */ renderSummary),
  writePage: () => (/* binding */ writePage)
});

// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(9688);
// EXTERNAL MODULE: ./build/render/document.js
var render_document = __webpack_require__(616);
// EXTERNAL MODULE: ./build/render/escape.js + 1 modules
var render_escape = __webpack_require__(2170);
;// CONCATENATED MODULE: ./build/render/fit.js
/**
 * Keeps a text within a number of bytes by leaving out whole rows and whole sections, the least valuable first, and
 * counts what is left out. It never cuts inside a row, a table or a character.
 */
/** The rows of `pieces` that fit into `bytes`, those with the lowest rank first. */
function fitPieces(pieces, bytes) {
    const rows = pieces.flatMap((piece, at) => piece.rows.map(({ text, rank }) => ({ at, text, rank })));
    const order = rows
        .map((_, index) => index)
        .sort((a, b) => (rows[a]?.rank ?? 0) - (rows[b]?.rank ?? 0) || a - b);
    const opened = new Set();
    const kept = new Set();
    let left = bytes;
    for (const index of order) {
        const row = rows[index];
        if (row === undefined)
            continue;
        const head = opened.has(row.at) ? 0 : utf8Bytes(pieces[row.at]?.open ?? '');
        const size = utf8Bytes(row.text) + head;
        if (size > left)
            continue;
        left -= size;
        opened.add(row.at);
        kept.add(index);
    }
    const texts = [];
    let current = -1;
    rows.forEach((row, index) => {
        if (!kept.has(index))
            return;
        const piece = pieces[row.at];
        if (row.at !== current && piece !== undefined)
            texts.push(piece.open);
        current = row.at;
        texts.push(row.text);
    });
    return { texts, leftOut: rows.length - kept.size };
}
/** The length of `text` in UTF-8, without encoding it. A lone surrogate counts as the character that replaces it. */
function utf8Bytes(text) {
    let bytes = 0;
    for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        if (unit < 0x80)
            bytes += 1;
        else if (unit < 0x800)
            bytes += 2;
        else if (unit >= 0xd800 && unit <= 0xdbff && isLow(text.charCodeAt(index + 1))) {
            bytes += 4;
            index += 1;
        }
        else
            bytes += 3;
    }
    return bytes;
}
function isLow(unit) {
    return unit >= 0xdc00 && unit <= 0xdfff;
}

;// CONCATENATED MODULE: ./build/render/markdown.js

const NEW_LINE = (0,render_escape/* markdown */.wD) `
`;
const BREAK = (0,render_escape/* markdown */.wD) `<br>`;
const ICONS = {
    good: (0,render_escape/* markdown */.wD) `\u2705 `,
    bad: (0,render_escape/* markdown */.wD) `\u274c `,
    warn: (0,render_escape/* markdown */.wD) `\u26a0\ufe0f `,
    plain: (0,render_escape/* markdown */.wD) ``,
};
/** The headline as a heading of the third level. */
function headlineMarkdown(tone, headline) {
    return (0,render_escape/* markdown */.wD) `### ${ICONS[tone]}${lineMarkdown(headline)}
`;
}
function lineMarkdown(line) {
    return (0,render_escape/* joinMarkdown */.UF)(line.map(inlineMarkdown));
}
/** Blocks as pieces; a heading belongs to the piece after it, so that it never stands alone. */
function piecesOf(blocks) {
    const pieces = [];
    let above = (0,render_escape/* markdown */.wD) ``;
    for (const block of blocks) {
        if (block.kind === 'heading') {
            above = (0,render_escape/* markdown */.wD) `
**${lineMarkdown(block.line)}**
`;
            continue;
        }
        const piece = pieceOf(block);
        pieces.push({ ...piece, open: (0,render_escape/* markdown */.wD) `${above}${piece.open}` });
        above = (0,render_escape/* markdown */.wD) ``;
    }
    return pieces;
}
/** The lines around a section, folded as GitHub folds, or under a heading. */
function sectionFrame(section, unfolded) {
    const title = lineMarkdown(section.title);
    if (unfolded)
        return { open: (0,render_escape/* markdown */.wD) `\n#### ${title}\n`, close: (0,render_escape/* markdown */.wD) `` };
    const details = section.open ? (0,render_escape/* markdown */.wD) `<details open>` : (0,render_escape/* markdown */.wD) `<details>`;
    return { open: (0,render_escape/* markdown */.wD) `\n${details}\n<summary>${title}</summary>\n`, close: (0,render_escape/* markdown */.wD) `\n</details>\n` };
}
/** The smaller lines at the end. */
function footerMarkdown(lines) {
    if (lines.length === 0)
        return (0,render_escape/* markdown */.wD) ``;
    return (0,render_escape/* markdown */.wD) `\n<sub>${(0,render_escape/* joinMarkdown */.UF)(lines.map(lineMarkdown), BREAK)}</sub>\n`;
}
/** A line between two empty ones. */
function paragraphMarkdown(line) {
    return (0,render_escape/* markdown */.wD) `\n${lineMarkdown(line)}\n`;
}
function inlineMarkdown(inline) {
    switch (inline.kind) {
        case 'own':
        case 'figure':
            return (0,render_escape/* own */.ZV)(inline.text);
        case 'name':
            return (0,render_escape/* code */.aY)(inline.text);
        case 'prose':
            return (0,render_escape/* prose */.CS)(inline.text);
        case 'strong':
            return strongMarkdown(lineMarkdown(inline.line));
        case 'link': {
            const target = (0,render_escape/* linkTarget */.Cm)(inline.url);
            const words = lineMarkdown(inline.line);
            return target === undefined ? words : (0,render_escape/* markdown */.wD) `[${words}](${target})`;
        }
    }
}
/** Asterisks mark nothing where a space stands inside of them, which text of a pull request can bring. */
function strongMarkdown(text) {
    if (text === '')
        return text;
    return /^\s|\s$/.test(text) ? (0,render_escape/* markdown */.wD) `<strong>${text}</strong>` : (0,render_escape/* markdown */.wD) `**${text}**`;
}
function pieceOf(block) {
    switch (block.kind) {
        case 'paragraph':
            return { open: (0,render_escape/* markdown */.wD) ``, rows: [{ text: paragraphMarkdown(block.line), rank: -1 }] };
        case 'list':
            return {
                open: NEW_LINE,
                rows: block.items.map((item) => ({
                    text: (0,render_escape/* markdown */.wD) `- ${cellMarkdown(item.cell)}\n`,
                    rank: item.rank,
                })),
            };
        case 'table':
            return { open: tableHead(block.columns), rows: block.rows.map((row) => tableRow(row, block.columns)) };
    }
}
function tableHead(columns) {
    const titles = columns.map(({ title }) => (0,render_escape/* markdown */.wD) `| ${lineMarkdown(title)} `);
    const rules = columns.map(({ align }) => (align === 'right' ? (0,render_escape/* markdown */.wD) `| --: ` : (0,render_escape/* markdown */.wD) `| :-- `));
    return (0,render_escape/* markdown */.wD) `\n${(0,render_escape/* joinMarkdown */.UF)(titles)}|\n${(0,render_escape/* joinMarkdown */.UF)(rules)}|\n`;
}
/** Figures stay on one line: only the words of a row may wrap. */
function tableRow({ cells, rank, total }, columns) {
    const texts = cells.map((content, index) => {
        const words = cellMarkdown(content);
        const text = columns[index]?.align === 'right' ? (0,render_escape/* unbroken */.D_)(words) : words;
        return total === true ? (0,render_escape/* markdown */.wD) `| ${strongMarkdown(text)} ` : (0,render_escape/* markdown */.wD) `| ${text} `;
    });
    return { text: (0,render_escape/* markdown */.wD) `${(0,render_escape/* joinMarkdown */.UF)(texts)}|\n`, rank };
}
function cellMarkdown({ main, below = [], example: lines = [] }) {
    const smaller = below.map((text) => (0,render_escape/* markdown */.wD) `${BREAK}<sub>${lineMarkdown(text)}</sub>`);
    return (0,render_escape/* markdown */.wD) `${lineMarkdown(main)}${(0,render_escape/* joinMarkdown */.UF)(smaller)}${exampleMarkdown(lines)}`;
}
function exampleMarkdown(lines) {
    const [first, second] = lines;
    if (first === undefined)
        return (0,render_escape/* markdown */.wD) ``;
    return second === undefined
        ? (0,render_escape/* markdown */.wD) `${BREAK}write ${(0,render_escape/* code */.aY)(first)}`
        : (0,render_escape/* markdown */.wD) `${BREAK}write${(0,render_escape/* example */.Fw)(lines)}`;
}

// EXTERNAL MODULE: ./build/render/money.js
var money = __webpack_require__(7465);
// EXTERNAL MODULE: ./build/render/page.js + 7 modules
var render_page = __webpack_require__(6487);
;// CONCATENATED MODULE: ./build/render/comment.js
/** The comment of a pull request and the summary of a job. */







/** The comment: what changes, folded where it passes, unfolded where it does not. Within `maxBytes`. */
function renderComment(report, options = {}) {
    const { runUrl, marker, maxBytes = limits/* LIMITS */.b.commentBytes } = options;
    const page = (0,render_page/* pageOf */.Z)(report, { scope: 'changes', runUrl });
    return writePage(page, { unfolded: false, maxBytes, runUrl, marker });
}
/** The same with everything in it and nothing folded, for a job summary. Within `LIMITS.summaryBytes`. */
function renderSummary(report) {
    return writePage((0,render_page/* pageOf */.Z)(report, { scope: 'all' }), { unfolded: true, maxBytes: limits/* LIMITS */.b.summaryBytes });
}
/** A page as Markdown of at most `maxBytes`. The headline always stands; the lead comes before the sections. */
function writePage(page, { unfolded, maxBytes, runUrl, marker }) {
    const head = (0,render_escape/* markdown */.wD) `${marker === undefined ? (0,render_escape/* markdown */.wD) `` : (0,render_escape/* markdown */.wD) `${(0,render_escape/* hiddenMarker */.z0)(marker)}\n`}${headlineMarkdown(page.tone, page.headline)}`;
    const foot = footerMarkdown(page.footer);
    const reserve = utf8Bytes(leftOutMarkdown(999_999_999, runUrl, unfolded));
    let left = maxBytes - utf8Bytes(head) - utf8Bytes(foot) - reserve;
    const lead = fitPieces(piecesOf(page.lead), left);
    left -= bytesOf(lead.texts);
    const fitted = fitSections(page, unfolded, left);
    const leftOut = lead.leftOut + fitted.leftOut;
    const note = leftOut === 0 ? (0,render_escape/* markdown */.wD) `` : leftOutMarkdown(leftOut, runUrl, unfolded);
    const body = (0,render_escape/* joinMarkdown */.UF)([head, ...lead.texts, ...fitted.texts, note, foot]);
    return utf8Bytes(body) <= maxBytes ? body : (0,render_escape/* joinMarkdown */.UF)([head]);
}
/** Each section gets what it needs up to half of what is left, in the order of rank; the last gets all of it. */
function fitSections(page, unfolded, bytes) {
    const order = [...page.sections].sort((a, b) => a.rank - b.rank);
    const texts = new Map();
    let left = bytes;
    let leftOut = 0;
    order.forEach((section, index) => {
        const { open, close } = sectionFrame(section, unfolded);
        const frame = utf8Bytes(open) + utf8Bytes(close);
        const share = index === order.length - 1 ? left : Math.floor(left / 2);
        const fitted = fitPieces(piecesOf(section.blocks()), share - frame);
        leftOut += fitted.leftOut;
        if (fitted.texts.length === 0)
            return;
        const whole = [open, ...fitted.texts, close];
        texts.set(section, whole);
        left -= bytesOf(whole);
    });
    return { texts: page.sections.flatMap((section) => texts.get(section) ?? []), leftOut };
}
function leftOutMarkdown(leftOut, runUrl, unfolded) {
    return paragraphMarkdown(leftOutLine(leftOut, runUrl, unfolded));
}
function leftOutLine(leftOut, runUrl, unfolded) {
    const rows = leftOut === 1 ? (0,render_document/* line */.n8) `row does` : (0,render_document/* line */.n8) `rows do`;
    const start = (0,render_document/* line */.n8) `${(0,money/* count */.U9)(leftOut)} ${rows} not fit here, those with the smallest changes`;
    if (unfolded)
        return (0,render_document/* line */.n8) `${start}; the JSON report has them all.`;
    const where = (0,render_document/* line */.n8) `the job summary`;
    return (0,render_document/* line */.n8) `${start}; ${runUrl === undefined ? where : (0,render_document/* line */.n8) `${(0,render_document/* link */.nf)(where, runUrl)}`} and the JSON report have them.`;
}
function bytesOf(texts) {
    return texts.reduce((sum, text) => sum + utf8Bytes(text), 0);
}


/***/ })

};
