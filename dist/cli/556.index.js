export const id = 556;
export const ids = [556,707,659,337];
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


/***/ }),

/***/ 9556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderEstimateHtml: () => (/* binding */ renderEstimateHtml),
  renderEstimateJson: () => (/* binding */ renderEstimateJson),
  renderEstimateMarkdown: () => (/* binding */ renderEstimateMarkdown),
  renderEstimateTerminal: () => (/* binding */ renderEstimateTerminal)
});

// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(9688);
// EXTERNAL MODULE: ./build/render/comment.js + 2 modules
var comment = __webpack_require__(6707);
// EXTERNAL MODULE: ./build/model/layer.js
var model_layer = __webpack_require__(9415);
// EXTERNAL MODULE: ./build/model/range.js
var range = __webpack_require__(4379);
// EXTERNAL MODULE: ./build/render/document.js
var render_document = __webpack_require__(616);
// EXTERNAL MODULE: ./build/render/facts.js
var facts = __webpack_require__(1814);
;// CONCATENATED MODULE: ./build/render/estimate-totals.js



/** Sums the charges of one tree by layer and by owner. */
function estimateTotals(charges) {
    const owners = new Map();
    for (const charge of charges) {
        const key = (0,facts/* groupKey */.$6)(charge.project, charge.owner);
        const found = owners.get(key);
        if (found === undefined)
            owners.set(key, [charge]);
        else
            found.push(charge);
    }
    const regions = new Set(charges.flatMap(({ region }) => (region === undefined ? [] : [region])));
    return {
        all: totalOf(charges),
        layers: model_layer/* LAYERS */.R.map((layer) => ({
            layer,
            total: totalOf(charges.filter((charge) => charge.layer === layer)),
        })),
        owners: [...owners.values()].flatMap((group) => {
            const [first] = group;
            return first === undefined
                ? []
                : [{ project: first.project, owner: first.owner, total: totalOf(group) }];
        }),
        regions: [...regions].sort(),
    };
}
function totalOf(charges) {
    return {
        monthly: sumOf(charges, 'monthly'),
        oneTime: sumOf(charges, 'one-time'),
        unpriced: charges.filter(({ cost }) => cost.kind === 'unpriced').length,
    };
}
function sumOf(charges, wanted) {
    const amounts = charges.flatMap(({ cost, period }) => cost.kind === 'priced' && period === wanted ? [cost.amount] : []);
    return (0,range/* addRanges */.uH)(range/* NOTHING */.K$, ...amounts);
}

// EXTERNAL MODULE: ./build/render/money.js
var money = __webpack_require__(7465);
// EXTERNAL MODULE: ./build/render/sections/arithmetic.js + 1 modules
var arithmetic = __webpack_require__(9337);
// EXTERNAL MODULE: ./build/render/sections/attention.js
var sections_attention = __webpack_require__(8660);
// EXTERNAL MODULE: ./build/render/sections/footer.js
var sections_footer = __webpack_require__(2767);
// EXTERNAL MODULE: ./build/render/sections/groups.js
var groups = __webpack_require__(9384);
// EXTERNAL MODULE: ./build/render/sections/problems.js
var problems = __webpack_require__(3512);
// EXTERNAL MODULE: ./build/render/sections/totals.js
var totals = __webpack_require__(5551);
// EXTERNAL MODULE: ./build/render/sections/unpriced.js
var sections_unpriced = __webpack_require__(3804);
;// CONCATENATED MODULE: ./build/render/estimate-page.js













/** The content of an estimate; `prices` is the book that it was made with. */
function estimatePage(estimate, prices) {
    const { charges, diagnostics, projects, month, revision } = estimate;
    const totals = estimateTotals(charges);
    const several = projects.length > 1;
    const unpriced = charges.filter(({ cost }) => cost.kind === 'unpriced');
    const attention = [...(0,sections_attention/* unpricedLines */.Si)(unpriced), ...(0,sections_attention/* errorLines */.S6)(diagnostics)];
    const footer = [(0,render_document/* line */.n8) `${(0,render_document/* name */.UU)(revision)}`, (0,sections_footer/* priceWords */.$G)(prices, totals.regions), (0,sections_footer/* monthWords */.g8)(month)];
    return {
        tone: 'plain',
        headline: (0,render_document/* line */.n8) `Bedrock cost: ${headlineWords(charges, totals.all)}`,
        lead: [
            ...rangeLine(totals.all),
            ...attention.map((text) => (0,render_document/* paragraph */.FY)((0,render_document/* line */.n8) `\u26a0\ufe0f ${text}`)),
            ...(charges.length === 0 ? [] : [layerTable(totals)]),
        ],
        sections: [
            ...ownerSection(totals, several),
            ...lineItemSection(charges, several),
            ...(0,sections_unpriced/* unpricedSection */.uK)(unpriced, several),
            ...(0,problems/* problemSection */.B)(diagnostics),
        ],
        footer: [(0,render_document/* joinLines */.cT)(footer, (0,render_document/* line */.n8) ` \u00b7 `)],
    };
}
function headlineWords(charges, { monthly, oneTime, unpriced }) {
    if (charges.length === 0)
        return (0,render_document/* line */.n8) `nothing that is billed was found`;
    if (unpriced === charges.length) {
        return (0,render_document/* line */.n8) `not known, ${(0,render_document/* counted */.hS)(unpriced, (0,money/* count */.U9)(unpriced), (0,render_document/* line */.n8) `item has`, (0,render_document/* line */.n8) `items have`)} no price`;
    }
    const once = oneTime.expected.isZero() ? (0,render_document/* line */.n8) `` : (0,render_document/* line */.n8) `, and ${(0,money/* usd */.dR)(oneTime.expected)} once`;
    return (0,render_document/* line */.n8) `${unpriced > 0 ? (0,render_document/* line */.n8) `at least ` : (0,render_document/* line */.n8) ``}${(0,money/* usd */.dR)(monthly.expected)}/month${once}`;
}
function rangeLine({ monthly }) {
    if ((0,range/* isExact */.u0)(monthly))
        return [];
    const { low, high } = (0,money/* usdBounds */.Ch)(monthly);
    return [(0,render_document/* paragraph */.FY)((0,render_document/* line */.n8) `${low} to ${high} as usage varies`)];
}
function layerTable({ all, layers }) {
    const rows = layers.map(({ layer, total }, rank) => totalRow((0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(model_layer/* LAYER_TITLES */.E[layer])}`, total, all, rank));
    const sum = { ...totalRow((0,render_document/* line */.n8) `Total`, all, all, -1), total: true };
    return { kind: 'table', columns: totalColumns((0,render_document/* line */.n8) `Cost layer`, all), rows: [...rows, sum] };
}
function ownerSection({ all, owners }, several) {
    if (owners.length === 0)
        return [];
    const blocks = () => {
        const sorted = [...owners].sort((a, b) => b.total.monthly.expected.cmp(a.total.monthly.expected));
        const rows = sorted.map((owner, rank) => totalRow((0,groups/* ownerWords */.$J)(owner, several), owner.total, all, rank));
        return [{ kind: 'table', columns: totalColumns((0,render_document/* line */.n8) `Workload or resource`, all), rows }];
    };
    return [{ title: (0,render_document/* line */.n8) `By workload`, open: false, blocks, rank: 3 }];
}
function totalColumns(title, { oneTime }) {
    const once = oneTime.expected.isZero() ? [] : [(0,render_document/* column */.fi)((0,render_document/* line */.n8) `One-time`, 'right')];
    return [(0,render_document/* column */.fi)(title), (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Per month`, 'right'), (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Share`, 'right'), ...once];
}
function totalRow(title, total, all, rank) {
    const once = all.oneTime.expected.isZero() ? [] : [(0,render_document/* cell */.Hn)((0,totals/* amountWords */.oQ)(total.oneTime, 0))];
    return {
        rank,
        cells: [
            (0,render_document/* cell */.Hn)(title),
            (0,render_document/* cell */.Hn)((0,totals/* amountWords */.oQ)(total.monthly, total.unpriced)),
            (0,render_document/* cell */.Hn)((0,render_document/* line */.n8) `${share(total, all)}`),
            ...once,
        ],
    };
}
function share({ monthly }, all) {
    if (all.monthly.expected.isZero() || monthly.expected.isZero())
        return money/* NONE */.x3;
    return (0,money/* plainPercent */.kN)(monthly.expected.div(all.monthly.expected).times(100));
}
function lineItemSection(charges, several) {
    if (charges.length === 0)
        return [];
    const blocks = () => itemBlocks(charges, several);
    return [{ title: (0,render_document/* line */.n8) `Line items and arithmetic`, open: false, blocks, rank: 4 }];
}
function itemBlocks(charges, several) {
    const order = [...charges].sort((a, b) => (0,facts/* knownCost */.R8)(b).cmp((0,facts/* knownCost */.R8)(a)));
    const ranks = new Map(order.map((charge, rank) => [charge, rank]));
    return model_layer/* LAYERS */.R.flatMap((layer) => {
        const items = order.filter((charge) => charge.layer === layer);
        if (items.length === 0)
            return [];
        const columns = [(0,render_document/* column */.fi)((0,render_document/* line */.n8) `Item`), (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Per month`, 'right')];
        const rows = items.map((charge) => itemRow(charge, ranks.get(charge) ?? 0, several));
        return [(0,render_document/* heading */.R_)((0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(model_layer/* LAYER_TITLES */.E[layer])}`), { kind: 'table', columns, rows }];
    });
}
function itemRow(charge, rank, several) {
    const { component, item, cost, period } = charge;
    const what = item === undefined ? (0,render_document/* line */.n8) `` : (0,render_document/* line */.n8) ` \u00b7 ${(0,render_document/* prose */.CS)(item)}`;
    const title = (0,render_document/* line */.n8) `${(0,groups/* ownerWords */.$J)(charge, several)} ${(0,render_document/* strong */.ko)((0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(component)}`)}${what}`;
    const once = period === 'one-time' ? (0,render_document/* line */.n8) ` once` : (0,render_document/* line */.n8) ``;
    const amount = cost.kind === 'priced' ? (0,render_document/* line */.n8) `${(0,money/* usd */.dR)(cost.amount.expected)}${once}` : (0,render_document/* line */.n8) `not priced`;
    return {
        rank,
        cells: [(0,render_document/* cell */.Hn)(title, [...(0,arithmetic/* arithmetic */.Bm)({ head: charge }), ...(0,arithmetic/* provenance */.aH)(charge)]), (0,render_document/* cell */.Hn)(amount)],
    };
}

// EXTERNAL MODULE: ./build/render/html.js + 1 modules
var html = __webpack_require__(8659);
// EXTERNAL MODULE: ./build/render/json-parts.js
var json_parts = __webpack_require__(9968);
// EXTERNAL MODULE: ./build/render/terminal.js + 3 modules
var terminal = __webpack_require__(6337);
;// CONCATENATED MODULE: ./build/render/estimate.js
/** The outputs of an estimate of one tree. */







/** What a tree costs, for a person at a terminal. */
function renderEstimateTerminal(estimate, prices, options) {
    return (0,terminal/* writeTerminal */.O)(estimatePage(estimate, prices), options);
}
/** What a tree costs, as Markdown within `LIMITS.commentBytes`, folded as a comment is. */
function renderEstimateMarkdown(estimate, prices) {
    return (0,comment.writePage)(estimatePage(estimate, prices), { unfolded: false, maxBytes: limits/* LIMITS */.b.commentBytes });
}
/** What a tree costs, as a page of HTML that needs nothing else. */
function renderEstimateHtml(estimate, prices) {
    return (0,html.writeHtml)(estimatePage(estimate, prices));
}
/** What a tree costs, as JSON with the keys of a report where they mean the same. */
function renderEstimateJson({ revision, charges, diagnostics, projects, month }, prices) {
    const { all, layers } = estimateTotals(charges);
    const value = {
        schemaVersion: 1,
        revision,
        monthly: (0,json_parts/* amounts */.q$)(all.monthly),
        oneTime: (0,json_parts/* amounts */.q$)(all.oneTime),
        layers: layers.map(({ layer, total }) => ({
            layer,
            monthly: (0,json_parts/* amounts */.q$)(total.monthly),
            unpriced: total.unpriced,
        })),
        charges: charges.map((charge) => ({ ...(0,json_parts/* chargeIdentity */.NX)(charge), cost: (0,json_parts/* costAmounts */.H9)(charge) })),
        unpriced: charges.flatMap(json_parts/* unpricedEntry */.je),
        diagnostics: diagnostics.map(json_parts/* diagnosticEntry */.oE),
        prices: { asOf: prices.asOf, book: prices.edition },
        month: (0,json_parts/* monthEntry */.lv)(month),
        projects: [...projects],
    };
    return (0,json_parts/* jsonText */.s$)(value);
}


/***/ }),

/***/ 8659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtml: () => (/* binding */ renderHtml),
  writeHtml: () => (/* binding */ writeHtml)
});

// EXTERNAL MODULE: ./build/render/escape.js + 1 modules
var render_escape = __webpack_require__(2170);
;// CONCATENATED MODULE: ./build/render/html-style.js

/** How the page looks, by day and by night, on a screen and on paper. */
const PAGE_STYLE = (0,render_escape/* html */.qy) `
:root { color-scheme: light dark; --text: #1c2024; --quiet: #5b646e; --rule: #d9dee3; --tint: #f4f6f8; --good: #1a7f4b; --bad: #c4262e; --warn: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --text: #e8ebee; --quiet: #9aa4ae; --rule: #39414a; --tint: #1d2329; --good: #4cc38a; --bad: #ff7b7f; --warn: #e3b341; } }
body { margin: 0; color: var(--text); background: Canvas; font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 1rem; padding-left: .8rem; border-left: .3rem solid var(--rule); }
h1.good { border-color: var(--good); } h1.bad { border-color: var(--bad); } h1.warn { border-color: var(--warn); }
h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p, ul, table { margin: 0 0 1rem; }
ul { padding-left: 1.3rem; } li { margin: .25rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .4rem .55rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
th { color: var(--quiet); font-weight: 600; }
th:first-child, td:first-child { padding-left: 0; }
th.figure, td.figure { text-align: right; white-space: nowrap; }
tr.total td { font-weight: 700; border-bottom: 0; border-top: 2px solid var(--rule); }
small { display: block; color: var(--quiet); font-size: .85em; }
code { font: .88em/1.4 ui-monospace, monospace; padding: .1em .3em; border-radius: .25em; background: var(--tint); overflow-wrap: anywhere; }
pre { margin: .4rem 0; padding: .5rem .7rem; border-radius: .25em; background: var(--tint); overflow: auto; }
pre code { padding: 0; background: none; white-space: pre-wrap; }
details { border-top: 1px solid var(--rule); padding: .7rem 0; }
summary { cursor: pointer; font-weight: 600; } details[open] > summary { margin-bottom: .8rem; }
footer { border-top: 1px solid var(--rule); padding-top: .8rem; color: var(--quiet); font-size: .85em; }
@media print { main { margin: 0; max-width: none; } details { break-inside: avoid; } }
`;

// EXTERNAL MODULE: ./build/render/page.js + 7 modules
var page = __webpack_require__(6487);
;// CONCATENATED MODULE: ./build/render/html.js



const TONES = {
    good: (0,render_escape/* html */.qy) `good`,
    bad: (0,render_escape/* html */.qy) `bad`,
    warn: (0,render_escape/* html */.qy) `warn`,
    plain: (0,render_escape/* html */.qy) `plain`,
};
/** The full report as a self-contained page. */
function renderHtml(report) {
    return writeHtml((0,page/* pageOf */.Z)(report, { scope: 'all' }));
}
/** A page as one self-contained document of HTML. */
function writeHtml(page) {
    return (0,render_escape/* html */.qy) `<!doctype html>
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
${(0,render_escape/* joinHtml */.cR)(page.lead.map(blockHtml))}
${(0,render_escape/* joinHtml */.cR)(page.sections.map(sectionHtml))}
<footer>${(0,render_escape/* joinHtml */.cR)(page.footer.map((line) => (0,render_escape/* html */.qy) `<p>${lineHtml(line)}</p>`))}</footer>
</main>
</body>
</html>
`;
}
function sectionHtml({ title, open, blocks }) {
    const state = open ? (0,render_escape/* html */.qy) ` open` : (0,render_escape/* html */.qy) ``;
    return (0,render_escape/* html */.qy) `<details${state}><summary>${lineHtml(title)}</summary>
${(0,render_escape/* joinHtml */.cR)(blocks().map(blockHtml))}</details>
`;
}
function blockHtml(block) {
    switch (block.kind) {
        case 'paragraph':
            return (0,render_escape/* html */.qy) `<p>${lineHtml(block.line)}</p>
`;
        case 'heading':
            return (0,render_escape/* html */.qy) `<h2>${lineHtml(block.line)}</h2>
`;
        case 'list':
            return (0,render_escape/* html */.qy) `<ul>
${(0,render_escape/* joinHtml */.cR)(block.items.map(({ cell }) => (0,render_escape/* html */.qy) `<li>${cellHtml(cell)}</li>
`))}</ul>
`;
        case 'table':
            return tableHtml(block.columns, block.rows);
    }
}
function tableHtml(columns, rows) {
    const head = columns.map(({ title, align }) => (0,render_escape/* html */.qy) `<th${alignment(align)}>${lineHtml(title)}</th>`);
    const body = rows.map(({ cells, total }) => {
        const texts = cells.map((cell, index) => (0,render_escape/* html */.qy) `<td${alignment(columns[index]?.align)}>${cellHtml(cell)}</td>`);
        return (0,render_escape/* html */.qy) `<tr${total === true ? (0,render_escape/* html */.qy) ` class="total"` : (0,render_escape/* html */.qy) ``}>${(0,render_escape/* joinHtml */.cR)(texts)}</tr>
`;
    });
    return (0,render_escape/* html */.qy) `<table>
<thead><tr>${(0,render_escape/* joinHtml */.cR)(head)}</tr></thead>
<tbody>
${(0,render_escape/* joinHtml */.cR)(body)}</tbody>
</table>
`;
}
function alignment(align) {
    return align === 'right' ? (0,render_escape/* html */.qy) ` class="figure"` : (0,render_escape/* html */.qy) ``;
}
function cellHtml({ main, below = [], example = [] }) {
    const smaller = below.map((line) => (0,render_escape/* html */.qy) `<small>${lineHtml(line)}</small>`);
    const lines = example.length === 0 ? (0,render_escape/* html */.qy) `` : (0,render_escape/* exampleHtml */.At)(example);
    return (0,render_escape/* html */.qy) `${lineHtml(main)}${(0,render_escape/* joinHtml */.cR)(smaller)}${lines}`;
}
function lineHtml(line) {
    return (0,render_escape/* joinHtml */.cR)(line.map(inlineHtml));
}
function inlineHtml(inline) {
    switch (inline.kind) {
        case 'own':
        case 'figure':
            return (0,render_escape/* ownHtml */["if"])(inline.text);
        case 'name':
            return (0,render_escape/* codeHtml */.v1)(inline.text);
        case 'prose':
            return (0,render_escape/* proseHtml */.pA)(inline.text);
        case 'strong':
            return (0,render_escape/* html */.qy) `<strong>${lineHtml(inline.line)}</strong>`;
        case 'link': {
            const target = (0,render_escape/* linkTarget */.Cm)(inline.url);
            const words = lineHtml(inline.line);
            return target === undefined ? words : (0,render_escape/* html */.qy) `<a href="${target}">${words}</a>`;
        }
    }
}


/***/ }),

/***/ 9968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H9: () => (/* binding */ costAmounts),
/* harmony export */   NX: () => (/* binding */ chargeIdentity),
/* harmony export */   Nx: () => (/* binding */ decimalText),
/* harmony export */   O4: () => (/* binding */ ownerEntry),
/* harmony export */   hk: () => (/* binding */ wordsText),
/* harmony export */   je: () => (/* binding */ unpricedEntry),
/* harmony export */   lv: () => (/* binding */ monthEntry),
/* harmony export */   oE: () => (/* binding */ diagnosticEntry),
/* harmony export */   q$: () => (/* binding */ amounts),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
/* harmony import */ var _model_charge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2204);
/* harmony import */ var _model_range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4379);
/* harmony import */ var _figure_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7749);
/** The pieces that the JSON of a report and of an estimate share. Every amount leaves as plain decimal text. */



/** Plain digits with ASCII signs, unrounded; zero has no sign. */
function decimalText(value) {
    return value.isZero() ? '0' : value.toFixed();
}
/** A range as decimal text. */
function amounts(range) {
    return {
        low: decimalText(range.low),
        expected: decimalText(range.expected),
        high: decimalText(range.high),
    };
}
/**
 * A range of one line, from the least to the most. Where the line has another part in the low and the high of the
 * totals, that stands beside it: those parts add up.
 */
function lineAmounts(range) {
    const shown = amounts((0,_model_range_js__WEBPACK_IMPORTED_MODULE_1__/* .ordered */ .Sj)(range));
    if ((0,_model_range_js__WEBPACK_IMPORTED_MODULE_1__/* .isOrdered */ .cq)(range))
        return shown;
    return { ...shown, scenario: { low: decimalText(range.low), high: decimalText(range.high) } };
}
/** What a charge costs; null where it does not exist or has no price. */
function costAmounts(charge) {
    return charge?.cost.kind === 'priced' ? lineAmounts(charge.cost.amount) : null;
}
/** What a charge is and how it comes about, apart from its cost at either commit. */
function chargeIdentity(charge) {
    const { id, project, layer, owner, feature, component, item, region, kind, period, unit, price, notes, at, } = charge;
    return {
        id,
        project,
        layer,
        ...ownerEntry(owner),
        feature,
        component,
        ...(item === undefined ? {} : { item }),
        ...(region === undefined ? {} : { region }),
        kind,
        period,
        factors: charge.factors.map((factor) => ({
            name: factor.name,
            value: lineAmounts(factor.value),
            origin: factor.origin,
            ...(factor.source === undefined ? {} : { source: factor.source }),
            ...(factor.at === undefined ? {} : { at: location(factor.at) }),
        })),
        quantity: charge.cost.kind === 'priced' ? lineAmounts((0,_model_charge_js__WEBPACK_IMPORTED_MODULE_0__/* .quantityOf */ .R)(charge.factors)) : null,
        unit,
        unitPrice: price === undefined ? null : decimalText(price.usd.div(price.per)),
        priceSource: price === undefined ? null : sourceText(price),
        priceAsOf: price?.asOf ?? null,
        notes: [...notes],
        at: at === undefined ? null : location(at),
    };
}
/** The entry of a charge without a price; none for others. */
function unpricedEntry(charge) {
    if (charge.cost.kind !== 'unpriced')
        return [];
    const { why, hint } = charge.cost;
    const at = charge.at === undefined ? null : location(charge.at);
    return [{ id: charge.id, why, ...(hint === undefined ? {} : { hint }), at }];
}
/** A problem with its place and what to write instead. */
function diagnosticEntry({ code, severity, message, at, hint, }) {
    return {
        code,
        severity,
        message,
        ...(at === undefined ? {} : { at: location(at) }),
        ...(hint === undefined ? {} : { hint }),
    };
}
/** The length of the month as decimal text. */
function monthEntry({ days, hours }) {
    return { days: decimalText(days), hours: decimalText(hours) };
}
/** The parts as one sentence, names as they are. */
function wordsText(words) {
    return words
        .map((part) => ('plain' in part ? part.plain : 'name' in part ? part.name : (0,_figure_words_js__WEBPACK_IMPORTED_MODULE_2__/* .figureWords */ .w)(part)))
        .join(' ')
        .replace(/ +/g, ' ')
        .replace(/ ([,.;:)])/g, '$1')
        .trim();
}
/** Text with a line end, keys in the order in which they were made. */
function jsonText(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}
/** The owner under the key that says what it is. */
function ownerEntry({ kind, name, }) {
    switch (kind) {
        case 'workload':
            return { workload: name };
        case 'resource':
            return { resource: name };
        case 'shared':
            return { shared: name };
        case 'extra':
            return { extra: name };
    }
}
function sourceText({ source, adjusted, assumedFrom }) {
    const remarks = [
        ...(assumedFrom === undefined ? [] : [`price of ${assumedFrom}`]),
        ...(adjusted === undefined ? [] : [adjusted]),
    ];
    return [source, ...remarks].join(', ');
}
function location({ file, line, column }) {
    return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}


/***/ }),

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
