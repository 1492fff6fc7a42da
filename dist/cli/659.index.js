export const id = 659;
export const ids = [659];
export const modules = {

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


/***/ })

};
