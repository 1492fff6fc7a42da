export const id = 436;
export const ids = [436];
export const modules = {

/***/ 616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   cT: () => (/* binding */ joinLines),
/* harmony export */   fi: () => (/* binding */ column),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/** A line of words of ours, with figures and other parts in its holes. */
function line(parts, ...holes) {
    return parts.flatMap((part, index) => {
        const words = part === '' ? [] : [{ kind: 'own', text: part }];
        const hole = holes[index];
        if (hole === undefined)
            return words;
        return [...words, ...inlines(hole)];
    });
}
/** A name that the pull request chose. */
function name(text) {
    return { kind: 'name', text };
}
/** A sentence that may hold text of the pull request. */
function prose(text) {
    return { kind: 'prose', text };
}
/** Emphasis; not to be nested. */
function strong(text) {
    return { kind: 'strong', line: text };
}
/** A link to an https address of ours. */
function link(text, url) {
    return { kind: 'link', line: text, url };
}
/** Lines one after the other with `separator` between them. */
function joinLines(lines, separator) {
    return lines.flatMap((part, index) => (index === 0 ? part : [...separator, ...part]));
}
/** `1 item`, `2 items`. */
function counted(number, shown, one, many) {
    return line `${shown} ${number === 1 ? one : many}`;
}
/** Where something stands: a file and, where known, its line. */
function place(at) {
    return name(at.line === undefined ? at.file : `${at.file}:${at.line}`);
}
/** A line on its own. */
function paragraph(text) {
    return { kind: 'paragraph', line: text };
}
/** A heading over the block that follows. */
function heading(text) {
    return { kind: 'heading', line: text };
}
/** A column of a table: words to the left, figures to the right. */
function column(title, align = 'left') {
    return { title, align };
}
/** A cell with a main line and smaller ones below it. */
function cell(main, below = []) {
    return below.length === 0 ? { main } : { main, below };
}
function inlines(hole) {
    if (typeof hole === 'string')
        return [{ kind: 'figure', text: hole }];
    return 'kind' in hole ? [hole] : hole;
}


/***/ }),

/***/ 2170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aY: () => (/* binding */ code),
  v1: () => (/* binding */ codeHtml),
  Fw: () => (/* binding */ example),
  At: () => (/* binding */ exampleHtml),
  z0: () => (/* binding */ hiddenMarker),
  qy: () => (/* binding */ html),
  cR: () => (/* binding */ joinHtml),
  UF: () => (/* binding */ joinMarkdown),
  Cm: () => (/* binding */ linkTarget),
  wD: () => (/* binding */ markdown),
  ZV: () => (/* binding */ own),
  "if": () => (/* binding */ ownHtml),
  pj: () => (/* binding */ plain),
  CS: () => (/* binding */ prose),
  pA: () => (/* binding */ proseHtml),
  D_: () => (/* binding */ unbroken)
});

// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(9688);
;// CONCATENATED MODULE: ./build/render/plain-word.js
/**
 * Which words of a sentence are plain: words of letters, numbers, amounts, dates and the few signs of arithmetic.
 * Everything else (paths, ids, addresses, mentions, references, emoji codes, markup) is better shown as code, and
 * is safe there.
 */
const OPENING = /^[("'\u201c]+/;
const CLOSING = /[)"'\u201d,.;:?!\u2026]+$/;
const PATTERNS = [
    /** Words, also hyphenated: `in-region`, `doesn't`. */
    /^[A-Za-z]+(?:[-'\u2019][A-Za-z]+)*$/,
    /** Short names with a number: `S3`, `EC2`, `v2`. */
    /^[A-Za-z]{1,4}[0-9]{1,2}$/,
    /** Numbers and amounts: `5`, `1,000`, `0.25`, `$3.00`, `+$350.40`, `80%`, `10\u201320`. */
    /^[+\-\u2212<\u2248\u2265]?\$?[0-9]{1,6}(?:,[0-9]{3})*(?:\.[0-9]+)?%?(?:[\u2013-]\$?[0-9]{1,6}(?:,[0-9]{3})*(?:\.[0-9]+)?%?)?$/,
    /** A number with its unit: `30-day`, `5m`, `10k`. */
    /^[0-9]{1,6}-?[A-Za-z]{1,6}$/,
    /** Dates: `2026-10-08`. */
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
    /** Regions: `us-gov-west-1`. */
    /^[a-z]{2}(?:-[a-z]+){1,2}-[0-9]$/,
    /** Signs that stand alone. */
    /^[\u2192\u00d7\u00b7\u2013\u2212+=/\u2265\u2248-]$/,
];
/** A commit id is linked to its commit; words of seven and more hexadecimal digits could be one. */
const COMMIT_ID = /^[0-9a-f]{7,}$/i;
/** True where `word` (without spaces) can stand in a sentence as it is, once characters of markup are entities. */
function isPlainWord(word) {
    if (word.length > 40)
        return false;
    if (/^[)"'\u201d,.;:?!\u2026]{1,3}$/.test(word))
        return true;
    const core = word.replace(OPENING, '').replace(CLOSING, '');
    return !COMMIT_ID.test(core) && PATTERNS.some((pattern) => pattern.test(core));
}

;// CONCATENATED MODULE: ./build/render/escape.js
/**
 * The only maker of Markdown and HTML from text that a pull request chose.
 *
 * `Markdown` and `Html` are branded: they come from the templates below, whose fixed parts can only be literals of
 * the source, and from the functions below, which escape. Raw text does not type-check as either.
 */


/** A sentence of ours may carry a name of the pull request, so it may be longer than a name. */
const SENTENCE_CHARACTERS = 2 * limits/* LIMITS */.b.shownCharacters;
/** Control, format, unassigned, private and lone surrogate characters, invisible ones, and spaces that are not U+0020. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/gu;
const PRINTABLE_ASCII = /^[ -~]*$/;
/** Marks stacked on one character beyond any script's need: they would paint over the lines around. */
const STACKED = /(\p{Mn}{4})\p{Mn}+/gu;
/** Markdown of ours, with Markdown in its holes. */
function markdown(parts, ...holes) {
    return String.raw({ raw: parts }, ...holes);
}
/** HTML of ours, with HTML in its holes. */
function html(parts, ...holes) {
    return String.raw({ raw: parts }, ...holes);
}
/** Safe Markdown, one after the other. */
function joinMarkdown(parts, separator = '') {
    return parts.join(separator);
}
/** Safe HTML, one after the other. */
function joinHtml(parts, separator = '') {
    return parts.join(separator);
}
/** Text as `<code>`, for Markdown: safe in a table cell, a list, a heading and a summary. */
function code(text, characters = limits/* LIMITS */.b.shownCharacters) {
    return inCode(shown(text, characters));
}
/** Text as `<code>`, for HTML. */
function codeHtml(text, characters = limits/* LIMITS */.b.shownCharacters) {
    return inCode(shown(text, characters));
}
/** Lines to copy, with their indentation, for Markdown: on one line of source, so that a list or a table holds it. */
function example(lines) {
    return exampleMarkup(lines);
}
/** Lines to copy, with their indentation, for HTML. */
function exampleHtml(lines) {
    return exampleMarkup(lines);
}
/**
 * A sentence that may hold text of the pull request: plain words and numbers stay readable; whatever stands between
 * backticks, and every word that could be a mention, a reference, a link or markup, becomes `<code>`.
 */
function prose(text) {
    return proseMarkup(text);
}
/** A sentence that may hold text of the pull request, for HTML. */
function proseHtml(text) {
    return proseMarkup(text);
}
/** Words and figures of ours: anything that Markdown could take for structure becomes an entity. */
function own(text) {
    return entities(text, NOT_OWN);
}
/** Words and figures of ours, for HTML. */
function ownHtml(text) {
    return entities(text, NOT_OWN);
}
/** Figures on one line, however narrow their place is: a browser may break after a space and after `\u2212`. */
function unbroken(text) {
    return text.replaceAll(' ', '&nbsp;').replaceAll('\u2212', '\u2212&NoBreak;');
}
/** An address of ours as a link target; `undefined` where it is not a plain https address. */
function linkTarget(url) {
    return /^https:\/\/[A-Za-z0-9][A-Za-z0-9._~:/?=%-]*$/.test(url) && url.length <= 2000
        ? entities(url, /[^A-Za-z0-9:/._-]/gu)
        : undefined;
}
/** The hidden first line by which a comment is found again: one HTML comment, or an error, which is a bug of ours. */
function hiddenMarker(marker) {
    if (!/^<!-- (?:(?!--)[ -~])* -->$/.test(marker))
        throw new Error('a comment marker is one HTML comment on one line');
    return marker;
}
/**
 * Text for a terminal, a log or an annotation: on one line, without control characters, escape sequences,
 * bidirectional overrides or invisible characters.
 */
function plain(text, characters = SENTENCE_CHARACTERS) {
    return shown(text.replace(/[\t\n\r ]+/g, ' '), characters);
}
/** Cuts at code points, so that never half a character is left, and replaces what cannot be seen. */
function shown(text, characters) {
    let kept = '';
    let count = 0;
    for (const character of text) {
        if (count === characters)
            return `${visible(kept)}\u2026`;
        kept += character;
        count += 1;
    }
    return visible(kept);
}
function visible(text) {
    // Nearly all text is like this, and the tables of Unicode are slow to load.
    if (PRINTABLE_ASCII.test(text))
        return text;
    return text.replace(UNSEEN, '\ufffd').replace(STACKED, '$1\ufffd');
}
function exampleMarkup(lines) {
    const text = lines.map((one) => encoded(shown(one, limits/* LIMITS */.b.shownCharacters)));
    return `<pre><code>${text.join('&#10;')}</code></pre>`;
}
function proseMarkup(text) {
    const quoted = plain(text).split('`');
    const closed = quoted.length % 2 === 1;
    return quoted
        .map((part, index) => {
        if (index % 2 === 1 && (closed || index < quoted.length - 1))
            return part === '' ? '' : inCode(part);
        return part.split(' ').map(proseWord).join(' ');
    })
        .join('');
}
function proseWord(word) {
    if (word === '')
        return '';
    if (!isPlainWord(word))
        return inCode(word);
    return entities(word, COULD_BEGIN_A_LIST.test(word) ? /[^A-Za-z0-9]/gu : NOT_OWN);
}
/**
 * Entities keep Markdown from reading structure. They do not keep GitHub from finding mentions and references
 * afterwards, which it never looks for inside `<code>`; e-mail addresses it does link even there, unless the text is
 * broken by an element (found with cmark-gfm 0.29.0.gfm.6).
 */
function inCode(text) {
    return `<code>${encoded(text)}</code>`;
}
function encoded(text) {
    return entities(text, /[^A-Za-z0-9 ]/gu).replaceAll('&#64;', '<span></span>&#64;');
}
/** What may have a meaning in Markdown or HTML, outside of what stays as it is in words and figures of ours. */
const NOT_OWN = /[^A-Za-z0-9 ,.;:()$+%/='"\-\u2013\u2212\u2192\u00d7\u00b7\u2248\u2265\u2026\u2019]/gu;
/** `1.`, `-`, `+`, `=`: words that mean something to Markdown where a line begins with them. */
const COULD_BEGIN_A_LIST = /^(?:[0-9]+[.)][^0-9]*|[-+*=]+)$/;
function entities(text, outside) {
    return text.replace(outside, (character) => `&#${character.codePointAt(0)};`);
}


/***/ }),

/***/ 1814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ groupKey),
/* harmony export */   NB: () => (/* binding */ NOTHING_OPEN),
/* harmony export */   R8: () => (/* binding */ knownCost),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _model_certainty_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6723);
/* harmony import */ var _model_decimal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5569);
/** What several sections need to know of a report, found once. */


const NOTHING_OPEN = { base: 0, head: 0, certainty: 'known' };
/** Looks at every charge of a report once, for all sections. */
function factsOf(report) {
    const { charges } = report.diff;
    const heads = charges.flatMap(({ head }) => (head === undefined ? [] : [head]));
    const unpriced = heads.filter((head) => head.cost.kind === 'unpriced');
    const lost = charges.flatMap(({ base, head }) => base?.cost.kind === 'priced' && head?.cost.kind === 'unpriced' ? [head] : []);
    return {
        atBase: charges.filter(({ base }) => base !== undefined).length,
        atHead: heads.length,
        changed: charges.filter(({ status }) => status !== 'unchanged'),
        unpriced,
        lost,
        pricedAtHead: heads.length - unpriced.length,
        open: openBy(charges, () => 'all').get('all') ?? NOTHING_OPEN,
        openByLayer: openBy(charges, ({ layer }) => layer),
        openByProject: openBy(charges, ({ project }) => project),
        openByOwner: openBy(charges, ({ project, owner }) => groupKey(project, owner)),
        oneTimeByLayer: oneTimeByLayer(charges),
    };
}
function openBy(charges, keyOf) {
    const groups = new Map();
    for (const delta of charges) {
        const charge = delta.head ?? delta.base;
        if (charge === undefined)
            continue;
        const key = keyOf(charge);
        const members = groups.get(key);
        if (members === undefined)
            groups.set(key, [delta]);
        else
            members.push(delta);
    }
    return new Map([...groups].map(([key, members]) => [key, openOf(members)]));
}
function openOf(charges) {
    return {
        base: charges.filter(({ base }) => base?.cost.kind === 'unpriced').length,
        head: charges.filter(({ head }) => head?.cost.kind === 'unpriced').length,
        certainty: (0,_model_certainty_js__WEBPACK_IMPORTED_MODULE_0__/* .certaintyOf */ .hh)(charges),
    };
}
function oneTimeByLayer(charges) {
    const sums = new Map();
    for (const { base, head } of charges) {
        for (const [charge, sign] of [
            [base, -1],
            [head, 1],
        ]) {
            if (charge?.period !== 'one-time' || charge.cost.kind !== 'priced')
                continue;
            const amount = charge.cost.amount.expected.times(sign);
            sums.set(charge.layer, (sums.get(charge.layer) ?? _model_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .ZERO */ .f2).plus(amount));
        }
    }
    return sums;
}
/** One text for a project and an owner, as the key of a map. */
function groupKey(project, owner) {
    return JSON.stringify([project, owner.kind, owner.name]);
}
/** The expected cost of a charge, zero where it has no price or does not exist: for sorting and adding up only. */
function knownCost(charge) {
    return charge?.cost.kind === 'priced' ? charge.cost.amount.expected : _model_decimal_js__WEBPACK_IMPORTED_MODULE_1__/* .ZERO */ .f2;
}


/***/ }),

/***/ 7749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ figureWords)
/* harmony export */ });
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7465);

/** A figure inside of a sentence. */
function figureWords({ figure, as }) {
    switch (as) {
        case 'number':
            return (0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(figure);
        case 'percent':
            return (0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .plainPercent */ .kN)(figure);
        case 'change':
            return (0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .signedPercent */ .wu)(figure);
        case 'dollars':
            return (0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .usd */ .dR)(figure);
    }
}


/***/ }),

/***/ 7465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ changePercent),
/* harmony export */   Ch: () => (/* binding */ usdBounds),
/* harmony export */   Hi: () => (/* binding */ perUnits),
/* harmony export */   NT: () => (/* binding */ signedUsd),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   ZU: () => (/* binding */ quantityRange),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   dR: () => (/* binding */ usd),
/* harmony export */   iQ: () => (/* binding */ usdRange),
/* harmony export */   kN: () => (/* binding */ plainPercent),
/* harmony export */   le: () => (/* binding */ multiple),
/* harmony export */   o2: () => (/* binding */ percentagePoints),
/* harmony export */   u6: () => (/* binding */ unitPrice),
/* harmony export */   wu: () => (/* binding */ signedPercent),
/* harmony export */   x3: () => (/* binding */ NONE)
/* harmony export */ });
/* harmony import */ var _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5569);
/* harmony import */ var _model_range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4379);
/**
 * Figures for people. This is the only place where an amount is rounded, and only for show: half a cent goes up.
 * An amount that is not zero never reads as zero, and zero carries no sign. No locale: what is printed depends on
 * the amount alone.
 */


/** For what is not there or does not change. */
const NONE = '\u2013';
const CENT = new _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .Decimal */ .Ww('0.01');
const MINUS = '\u2212';
/** Digits after the point beyond which a quantity or a unit price is cut, and then marked as approximate. */
const SMALL_DECIMALS = 12;
const UNIT_PRICE_DECIMALS = 16;
/** From this amount on, the cents of a low and a high are noise. */
const WHOLE_DOLLARS_FROM = new _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .Decimal */ .Ww(100);
const MILLION = new _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .Decimal */ .Ww(1e6);
/** US dollars: `$1,234.50`, `\u2212$0.35`, `<$0.01`, `$0.00`. */
function usd(amount) {
    return `${amount.isNegative() && !amount.isZero() ? MINUS : ''}${dollars(amount.abs())}`;
}
/** A change in US dollars: `+$4,310.00`, `\u2212$1.00`, `+<$0.01`, `\u2013` for none. */
function signedUsd(amount) {
    if (amount.isZero())
        return NONE;
    return `${amount.isNegative() ? MINUS : '+'}${dollars(amount.abs())}`;
}
/** US dollars from the least to the most: `$1,000\u2013$2,000 (expected $1,500)`, or one amount where there is no other. */
function usdRange(range) {
    if ((0,_model_range_js__WEBPACK_IMPORTED_MODULE_1__/* .isExact */ .u0)(range))
        return usd(range.expected);
    const [low, expected, high] = scenarios(range);
    return `${low}\u2013${high} (expected ${expected})`;
}
/** The least and the most of a range in US dollars, in whole dollars where cents would be noise. */
function usdBounds(range) {
    const [low, , high] = scenarios(range);
    return { low, high };
}
/** The share of a change in what it changes: `+21%`, `\u22122.4%`; `undefined` where there was nothing before. */
function changePercent(delta, base) {
    if (base.isZero() || delta.isZero())
        return undefined;
    return signedPercent(delta.div(base).times(100));
}
/** Percent with a sign: `+21%`, `\u22122.4%`, `+<0.1%`. */
function signedPercent(percent) {
    if (percent.isZero())
        return NONE;
    return `${percent.isNegative() ? MINUS : '+'}${percentText(percent.abs())}`;
}
/** Percent without a sign, for shares and limits: `8%`, `12.5%`. */
function plainPercent(percent) {
    return `${percent.isNegative() ? MINUS : ''}${percentText(percent.abs())}`;
}
/** A difference of two percentages: `4.5 points`. */
function percentagePoints(points) {
    return `${percentText(points.abs()).replace('%', '')} points`;
}
/** A count of ours: `1,234`. */
function count(number) {
    return grouped(new _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .Decimal */ .Ww(number).toFixed(0));
}
/** A quantity: `150,000`, `0.2`, and `2,700M` where that is exact. `\u2248` where digits are left out. */
function quantity(value) {
    const sign = value.isNegative() && !value.isZero() ? MINUS : '';
    const size = value.abs();
    const millions = size.div(MILLION);
    if (size.gte(MILLION) && millions.decimalPlaces() <= 3)
        return `${sign}${grouped(millions.toFixed())}M`;
    return `${sign}${cut(size, size.gte(1000) ? 2 : size.gte(1) ? 6 : SMALL_DECIMALS)}`;
}
/** So many times something, to two digits: `1.35`. */
function multiple(factor) {
    return grouped(factor.toDecimalPlaces(2, _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .Decimal */ .Ww.ROUND_HALF_UP).toFixed());
}
/** A quantity from the least to the most: `5\u201310 (expected 6)`. */
function quantityRange(range) {
    if ((0,_model_range_js__WEBPACK_IMPORTED_MODULE_1__/* .isExact */ .u0)(range))
        return quantity(range.expected);
    const { low, expected, high } = (0,_model_range_js__WEBPACK_IMPORTED_MODULE_1__/* .ordered */ .Sj)(range);
    return `${quantity(low)}\u2013${quantity(high)} (expected ${quantity(expected)})`;
}
/** What one or more units cost, with all digits: `$3.00` of `$3.00 per 1M tokens`, `$0.0000166667`. */
function unitPrice({ usd: amount }) {
    const digits = Math.max(2, amount.decimalPlaces());
    const size = amount.abs();
    const text = digits <= UNIT_PRICE_DECIMALS ? grouped(size.toFixed(digits)) : cut(size, UNIT_PRICE_DECIMALS);
    const [approximately, shown] = text.startsWith('\u2248') ? ['\u2248', text.slice(1)] : ['', text];
    return `${approximately}${amount.isNegative() ? MINUS : ''}$${shown}`;
}
/** How many units a unit price is for: `1M`, `1,000`; `undefined` for one. */
function perUnits(price) {
    return price.per.eq(1) ? undefined : quantity(price.per);
}
function scenarios(range) {
    const { low: least, expected: middle, high: most } = (0,_model_range_js__WEBPACK_IMPORTED_MODULE_1__/* .ordered */ .Sj)(range);
    const values = [least, middle, most];
    const whole = values.every((value) => value.isZero() || value.abs().gte(WHOLE_DOLLARS_FROM));
    const [low, expected, high] = values;
    return whole ? [wholeUsd(low), wholeUsd(expected), wholeUsd(high)] : [usd(low), usd(expected), usd(high)];
}
function wholeUsd(amount) {
    const sign = amount.isNegative() && !amount.isZero() ? MINUS : '';
    return `${sign}$${grouped(amount.abs().toFixed(0, _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .Decimal */ .Ww.ROUND_HALF_UP))}`;
}
/** `amount` is not negative. */
function dollars(amount) {
    if (!amount.isZero() && amount.lt(CENT))
        return '<$0.01';
    return `$${grouped(amount.toFixed(2, _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .Decimal */ .Ww.ROUND_HALF_UP))}`;
}
/** `percent` is not negative. Whole from ten on, then one digit. */
function percentText(percent) {
    if (percent.isZero())
        return '0%';
    if (percent.lt('0.1'))
        return '<0.1%';
    const text = percent.toFixed(percent.gte(10) ? 0 : 1, _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .Decimal */ .Ww.ROUND_HALF_UP);
    return `${grouped(text.endsWith('.0') ? text.slice(0, -2) : text)}%`;
}
function cut(size, decimals) {
    if (size.decimalPlaces() <= decimals)
        return grouped(size.toFixed());
    const shown = size.toDecimalPlaces(decimals, _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .Decimal */ .Ww.ROUND_HALF_UP);
    return shown.isZero() ? `\u2248${size.toSignificantDigits(3).toFixed()}` : `\u2248${grouped(shown.toFixed())}`;
}
/** Separators between the thousands of the whole part. */
function grouped(digits) {
    const [whole = '', fraction] = digits.split('.');
    const groups = [];
    for (let end = whole.length; end > 0; end -= 3)
        groups.unshift(whole.slice(Math.max(0, end - 3), end));
    return groups.join(',') + (fraction === undefined ? '' : `.${fraction}`);
}


/***/ }),

/***/ 6487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ pageOf)
});

// EXTERNAL MODULE: ./build/render/facts.js
var render_facts = __webpack_require__(1814);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(9688);
// EXTERNAL MODULE: ./build/render/document.js
var render_document = __webpack_require__(616);
// EXTERNAL MODULE: ./build/render/money.js
var money = __webpack_require__(7465);
// EXTERNAL MODULE: ./build/model/decimal.js + 1 modules
var decimal = __webpack_require__(5569);
// EXTERNAL MODULE: ./build/render/figure-words.js
var figure_words = __webpack_require__(7749);
;// CONCATENATED MODULE: ./build/render/sections/reasons.js
/** Why: at most five changes in words, the largest first, each with what it costs, and what the others add up to. */




const SHOWN = 5;
/** Parts of one reason; more would be no headline. */
const PARTS = 12;
/** One reason in a line, several in a list, the largest first. */
function reasonBlocks({ diff }) {
    const [first, ...more] = diff.reasons;
    if (first === undefined)
        return [];
    if (more.length === 0)
        return [(0,render_document/* paragraph */.FY)((0,render_document/* line */.n8) `${(0,render_document/* strong */.ko)((0,render_document/* line */.n8) `Why:`)} ${reasonWords(first)}`)];
    const shown = diff.reasons.slice(0, SHOWN);
    const items = shown.map((reason, rank) => ({ rank, cell: (0,render_document/* cell */.Hn)(reasonWords(reason)) }));
    const rest = diff.reasons.slice(SHOWN);
    for (const [index, part] of [
        rest.filter(({ once }) => once !== true),
        rest.filter(({ once }) => once),
    ].entries())
        if (part.length > 0)
            items.push({ rank: SHOWN + index, cell: (0,render_document/* cell */.Hn)(restWords(part)) });
    return [(0,render_document/* heading */.R_)((0,render_document/* line */.n8) `Why`), { kind: 'list', items }];
}
/** What is not told one by one, so that the list adds up. */
function restWords(rest) {
    const sum = rest.reduce((total, { amount }) => total.plus(amount), decimal/* ZERO */.f2);
    const others = (0,render_document/* counted */.hS)(rest.length, (0,money/* count */.U9)(rest.length), (0,render_document/* line */.n8) `smaller change`, (0,render_document/* line */.n8) `smaller changes`);
    return (0,render_document/* line */.n8) `${others} ${amountWords(sum, rest[0]?.once === true)}`;
}
function reasonWords({ words, amount, once }) {
    return (0,render_document/* line */.n8) `${wordsLine(words)} ${amountWords(amount, once === true)}`;
}
/** `(+$3,150.00)`, `(+$480.00 once)`. */
function amountWords(amount, once) {
    return (0,render_document/* line */.n8) `(${(0,render_document/* strong */.ko)((0,render_document/* line */.n8) `${(0,money/* signedUsd */.NT)(amount)}`)}${once ? (0,render_document/* line */.n8) ` once` : (0,render_document/* line */.n8) ``})`;
}
/** The parts with one space between them where a part does not bring its own and is no closing sign. */
function wordsLine(words) {
    return words.slice(0, PARTS).flatMap((part, index) => {
        const before = words[index - 1];
        const open = before !== undefined && 'plain' in before && /[\s(]$/.test(before.plain);
        const closed = 'plain' in part && /^[\s,.;:)]/.test(part.plain);
        const shown = partWords(part);
        return index === 0 || open || closed ? shown : (0,render_document/* line */.n8) ` ${shown}`;
    });
}
function partWords(part) {
    if ('plain' in part)
        return plainWords(part.plain);
    if ('name' in part)
        return (0,render_document/* line */.n8) `${(0,render_document/* name */.UU)(part.name)}`;
    return (0,render_document/* line */.n8) `${(0,figure_words/* figureWords */.w)(part)}`;
}
/** Plain words, in which bare numbers get separators. */
function plainWords(text) {
    return text.split(/(?<![^\s])(\d{1,60}(?:\.\d{1,60})?)(?![^\s,;:)])/).flatMap((part, index) => {
        if (part === '')
            return [];
        return index % 2 === 1 ? (0,render_document/* line */.n8) `${(0,money/* quantity */.au)((0,decimal/* decimal */._)(part))}` : (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(part)}`;
    });
}

;// CONCATENATED MODULE: ./build/render/sections/advice.js
/** What would be cheaper, and what moves the bill most, computed from the numbers of the pull request itself. */




/** The options with what each saves in a month, and the inputs that cost most; absent where there is neither. */
function adviceSection({ advice = [], sensitivity = [] }) {
    const moves = () => (sensitivity.length === 0 ? [] : [(0,render_document/* paragraph */.FY)(sensitivityLine(sensitivity))]);
    if (advice.length === 0) {
        if (sensitivity.length === 0)
            return [];
        return [{ title: (0,render_document/* line */.n8) `What moves the bill most`, open: false, blocks: moves, rank: 5 }];
    }
    const blocks = () => [...options(advice), ...moves()];
    return [{ title: (0,render_document/* line */.n8) `Cheaper options`, open: false, blocks, rank: 5 }];
}
function options(advice) {
    const shown = advice.slice(0, limits/* LIMITS */.b.adviceShown);
    const rows = shown.map(({ words, condition, saves }, rank) => ({
        cells: [
            (0,render_document/* cell */.Hn)(wordsLine(words), [(0,render_document/* line */.n8) `right where ${(0,render_document/* prose */.CS)(condition)}`]),
            (0,render_document/* cell */.Hn)((0,render_document/* line */.n8) `${(0,render_document/* strong */.ko)((0,render_document/* line */.n8) `${(0,money/* usdRange */.iQ)(saves)}`)}`),
        ],
        rank,
    }));
    const columns = [(0,render_document/* column */.fi)((0,render_document/* line */.n8) `Option`), (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Saves a month`, 'right')];
    const about = new Set(shown.map((one) => one.about));
    const overlap = about.size < shown.length
        ? [(0,render_document/* paragraph */.FY)((0,render_document/* line */.n8) `Options for one thing overlap: their savings do not add up.`)]
        : [];
    const hidden = advice.length - shown.length;
    const more = hidden === 0
        ? []
        : [
            (0,render_document/* paragraph */.FY)((0,render_document/* line */.n8) `${(0,render_document/* counted */.hS)(hidden, (0,money/* count */.U9)(hidden), (0,render_document/* line */.n8) `smaller option is`, (0,render_document/* line */.n8) `smaller options are`)} in the JSON report.`),
        ];
    return [{ kind: 'table', columns, rows }, ...overlap, ...more];
}
function sensitivityLine(sensitivity) {
    const parts = sensitivity.map(({ words, tenPercent }) => (0,render_document/* line */.n8) `${wordsLine(words)} ${(0,money/* signedUsd */.NT)(tenPercent)}`);
    return (0,render_document/* line */.n8) `What 10% more would add a month: ${(0,render_document/* joinLines */.cT)(parts, (0,render_document/* line */.n8) ` \u00b7 `)}`;
}

// EXTERNAL MODULE: ./build/render/sections/attention.js
var attention = __webpack_require__(8660);
// EXTERNAL MODULE: ./build/render/sections/scopes.js
var scopes = __webpack_require__(8121);
;// CONCATENATED MODULE: ./build/render/sections/budget.js



/** The breach that the headline names: one that fails the build before one that warns, a total before its parts. */
function worstBreach(report) {
    const weight = ({ budget }) => (budget.action === 'fail' ? 0 : 2) + ((0,scopes/* isOnTheWhole */.c)(report, budget) ? 0 : 1);
    return [...report.verdict.breaches].sort((a, b) => weight(a) - weight(b))[0];
}
/** `over budget by $1,310.00 and 1 other limit`. */
function breachWords(report, breach) {
    const others = report.verdict.breaches.length - 1;
    const words = excessWords(report, breach);
    if (others === 0)
        return words;
    return (0,render_document/* line */.n8) `${words} and ${(0,render_document/* counted */.hS)(others, (0,money/* count */.U9)(others), (0,render_document/* line */.n8) `other limit`, (0,render_document/* line */.n8) `other limits`)}`;
}
function excessWords(report, { budget, over }) {
    const { on = 'expected' } = budget;
    const usage = on === 'expected' ? (0,render_document/* line */.n8) `` : (0,render_document/* line */.n8) ` at ${(0,render_document/* prose */.CS)(on)} usage`;
    return (0,render_document/* line */.n8) `${exceeded(report, budget, over)}${usage}`;
}
function exceeded(report, budget, over) {
    const whose = (0,scopes/* isOnTheWhole */.c)(report, budget) ? (0,render_document/* line */.n8) `` : (0,render_document/* line */.n8) `${(0,scopes/* scopeWords */.A)(report, budget.scope)} `;
    switch (budget.measure) {
        case 'monthly':
            return (0,render_document/* line */.n8) `${whose}over budget by ${(0,money/* usd */.dR)(over)}`;
        case 'increase':
            return (0,render_document/* line */.n8) `${whose}increase over its limit by ${(0,money/* usd */.dR)(over)}`;
        case 'increase_percent':
            return (0,render_document/* line */.n8) `${whose}increase over its limit of ${(0,money/* plainPercent */.kN)(budget.max)}`;
        case 'per_1k_requests':
            return (0,render_document/* line */.n8) `${whose}over budget by ${(0,money/* usd */.dR)(over)} per 1,000 requests`;
    }
}
/** Open where a limit is crossed or cannot be checked; absent where there is none. */
function budgetSection(report) {
    const { verdict } = report;
    if (verdict.budgets.length === 0 && verdict.because.length === 0)
        return [];
    const blocks = () => [
        ...verdict.because.map((sentence) => (0,render_document/* paragraph */.FY)((0,render_document/* line */.n8) `Not decidable: ${(0,render_document/* prose */.CS)(sentence)}`)),
        ...(verdict.budgets.length > 0 ? [budgetTable(report)] : []),
    ];
    return [{ title: (0,render_document/* line */.n8) `Budget`, open: verdict.status !== 'pass', blocks, rank: 0 }];
}
function budgetTable(report) {
    const { breaches, budgets, judged } = report.verdict;
    const breachOf = new Map(breaches.map((breach) => [breach.budget, breach]));
    const figures = new Map(judged.map((figure) => [figure.budget, figure]));
    const rows = budgets.map((budget, index) => {
        const breach = breachOf.get(budget);
        const figure = figures.get(budget);
        const actual = breach?.actual ?? figure?.actual;
        // A limit that did not break although its figure is higher was not applied, as an increase over no base.
        const applied = breach !== undefined || (actual?.lte(budget.max) ?? false);
        return {
            rank: breach === undefined ? budgets.length + index : index,
            cells: [
                (0,render_document/* cell */.Hn)(limitWords(report, budget), [sourceWords(budget), ...messageWords(budget)]),
                (0,render_document/* cell */.Hn)((0,render_document/* line */.n8) `${amount(budget, budget.max)}`),
                (0,render_document/* cell */.Hn)((0,render_document/* line */.n8) `${actual === undefined || !applied ? money/* NONE */.x3 : actualWords(budget, actual, breach === undefined ? figure : undefined)}`),
                (0,render_document/* cell */.Hn)(applied ? resultWords(report, breach, figure) : (0,render_document/* line */.n8) `does not apply`),
            ],
        };
    });
    const columns = [
        (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Limit`),
        (0,render_document/* column */.fi)((0,render_document/* line */.n8) `At most`, 'right'),
        (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Head`, 'right'),
        (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Result`),
    ];
    return { kind: 'table', columns, rows };
}
/** What the limit was held against, in the words of the totals above it: never zero and never the whole of what is open. */
function actualWords(budget, actual, figure) {
    const whole = (0,render_document/* line */.n8) `${amount(budget, actual)}`;
    if (figure?.change === undefined) {
        if (figure === undefined || figure.unpriced === 0)
            return whole;
        return actual.isZero() ? (0,render_document/* line */.n8) `not known` : (0,render_document/* line */.n8) `\u2265 ${whole}`;
    }
    const { known, certainty } = figure.change;
    const change = known[budget.on ?? 'expected'];
    if (certainty === 'known')
        return whole;
    if (change.isZero())
        return (0,render_document/* line */.n8) `not known`;
    if (certainty === 'at-least' && change.isPositive())
        return (0,render_document/* line */.n8) `\u2265 ${whole}`;
    return budget.measure === 'increase' ? (0,render_document/* line */.n8) `${(0,money/* usd */.dR)(change)} known` : (0,render_document/* line */.n8) `not known`;
}
function resultWords({ verdict }, breach, figure) {
    if (breach === undefined) {
        const certainty = figure?.change?.certainty ?? 'at-least';
        // What has no price at base only makes an increase smaller.
        const missing = (figure?.unpriced ?? 0) > 0 && certainty !== 'known';
        const open = verdict.status === 'indeterminate' || missing;
        if (open && certainty === 'priced-part')
            return (0,render_document/* line */.n8) `not decidable`;
        return open ? (0,render_document/* line */.n8) `not crossed by what is priced` : (0,render_document/* line */.n8) `within`;
    }
    const { budget, over } = breach;
    const by = budget.measure === 'increase_percent' ? (0,render_document/* line */.n8) `${(0,money/* percentagePoints */.o2)(over)}` : (0,render_document/* line */.n8) `${(0,money/* usd */.dR)(over)}`;
    return budget.action === 'fail' ? (0,render_document/* line */.n8) `${(0,render_document/* strong */.ko)((0,render_document/* line */.n8) `over by ${by}`)}` : (0,render_document/* line */.n8) `over by ${by}, warns only`;
}
/** What the team says to whoever crosses the limit. */
function messageWords({ message }) {
    return message === undefined ? [] : [(0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(message)}`];
}
function limitWords(report, { scope, measure, on = 'expected' }) {
    const usage = on === 'expected' ? (0,render_document/* line */.n8) `` : (0,render_document/* line */.n8) `, at ${(0,render_document/* prose */.CS)(on)} usage`;
    return (0,render_document/* line */.n8) `${measureWords(report, { scope, measure })}${usage}`;
}
function measureWords(report, { scope, measure }) {
    const what = (0,scopes/* scopeWords */.A)(report, scope);
    switch (measure) {
        case 'monthly':
            return (0,render_document/* line */.n8) `${what} a month`;
        case 'increase':
            return (0,render_document/* line */.n8) `${what}, increase a month`;
        case 'increase_percent':
            return (0,render_document/* line */.n8) `${what}, increase in percent`;
        case 'per_1k_requests':
            return (0,render_document/* line */.n8) `${what} per 1,000 requests`;
    }
}
function sourceWords({ from, at }) {
    if (from === 'input')
        return (0,render_document/* line */.n8) `set by an input of the run`;
    return at === undefined ? (0,render_document/* line */.n8) `set in the manifest` : (0,render_document/* line */.n8) `set in ${(0,render_document/* place */.ik)(at)}`;
}
function amount({ measure }, value) {
    return measure === 'increase_percent' ? (0,money/* plainPercent */.kN)(value) : (0,money/* usd */.dR)(value);
}

// EXTERNAL MODULE: ./build/render/sections/footer.js
var footer = __webpack_require__(2767);
// EXTERNAL MODULE: ./build/render/sections/groups.js
var groups = __webpack_require__(9384);
// EXTERNAL MODULE: ./build/model/range.js
var range = __webpack_require__(4379);
;// CONCATENATED MODULE: ./build/render/sections/headline.js




/** The headline of a report: the change of the monthly cost, and the verdict on it. */
function headlineOf(report, facts) {
    return (0,render_document/* line */.n8) `Bedrock cost: ${changeWords(report, facts)}${verdictWords(report)}${uncountedWords(report, facts)}`;
}
/** `bad` where the build fails, `warn` where it could, `good` where a limit holds, `plain` where there is none. */
function toneOf({ status, fails, budgets }) {
    if (fails)
        return 'bad';
    if (status !== 'pass')
        return 'warn';
    return budgets.length > 0 ? 'good' : 'plain';
}
/** Never `no change` where code changes a model that is in no total. */
function changeWords(report, facts) {
    const open = report.modelChanges.uncounted.length;
    if (open === 0)
        return countedWords(report, facts, (0,render_document/* line */.n8) `no change`);
    if (facts.atBase + facts.atHead === 0)
        return (0,render_document/* line */.n8) `not known`;
    return countedWords(report, facts, (0,render_document/* line */.n8) `no change in what is counted`);
}
/** `; 2 model changes in code are not counted`. */
function uncountedWords(report, facts) {
    const open = report.modelChanges.uncounted.length;
    if (open === 0)
        return (0,render_document/* line */.n8) ``;
    const models = (0,render_document/* counted */.hS)(open, (0,money/* count */.U9)(open), (0,render_document/* line */.n8) `model change`, (0,render_document/* line */.n8) `model changes`);
    if (facts.atBase + facts.atHead === 0)
        return (0,render_document/* line */.n8) `: no workload counts ${models} in code`;
    return (0,render_document/* line */.n8) `; ${models} in code not counted`;
}
/** What is said of the charges; `none` where they are the same. */
function countedWords(report, facts, none) {
    const { head, delta } = report.diff;
    const atLeast = head.unpriced > 0 ? (0,render_document/* line */.n8) `at least ` : (0,render_document/* line */.n8) ``;
    if (facts.atBase + facts.atHead === 0)
        return (0,render_document/* line */.n8) `nothing that is billed was found`;
    if (facts.unpriced.length > 0 && (0,range/* isNothing */.qv)(head.monthly) && report.diff.charges.every(isUnchanged))
        return (0,render_document/* line */.n8) `${none}, ${withoutPrice(facts)}`;
    if (facts.atHead > 0 && facts.pricedAtHead === 0)
        return (0,render_document/* line */.n8) `not known, ${withoutPrice(facts)}`;
    if (facts.atBase === 0)
        return (0,render_document/* line */.n8) `${atLeast}${(0,money/* usd */.dR)(head.monthly.expected)}/month, all of it new`;
    if (facts.open.certainty !== 'known')
        return partlyKnownWords(report, facts);
    if ((0,range/* isNothing */.qv)(delta.monthly)) {
        const inTotal = facts.changed.some(({ delta: own }) => own !== undefined && !(0,range/* isNothing */.qv)(own));
        return (0,render_document/* line */.n8) `${none}${inTotal ? (0,render_document/* line */.n8) ` in total` : (0,render_document/* line */.n8) ``}, ${atLeast}${(0,money/* usd */.dR)(head.monthly.expected)}/month`;
    }
    if (delta.monthly.expected.isZero()) {
        const { low, high } = (0,money/* usdBounds */.Ch)(delta.monthly);
        return (0,render_document/* line */.n8) `${none} as expected, from ${low} to ${high}/month by usage`;
    }
    return facts.atHead === 0 ? (0,render_document/* line */.n8) `${headline_amountWords(report)}, nothing is left` : headline_amountWords(report);
}
function isUnchanged({ status }) {
    return status === 'unchanged';
}
/** What is said of the change where something that changed has no price on one side or on both. */
function partlyKnownWords(report, facts) {
    const { expected } = report.diff.delta.monthly;
    if (expected.isZero())
        return (0,render_document/* line */.n8) `change not known, ${withoutPrice(facts)}`;
    if (facts.open.certainty === 'at-least' && expected.isPositive())
        return (0,render_document/* line */.n8) `at least ${headline_amountWords(report)}`;
    return (0,render_document/* line */.n8) `${(0,money/* signedUsd */.NT)(expected)}/month known, ${withoutPrice(facts)}`;
}
/** `2 items have no price`. */
function withoutPrice({ unpriced, open }) {
    const number = unpriced.length > 0 ? unpriced.length : open.base;
    if (unpriced.length > 0)
        return (0,render_document/* counted */.hS)(number, (0,money/* count */.U9)(number), (0,render_document/* line */.n8) `item has no price`, (0,render_document/* line */.n8) `items have no price`);
    return (0,render_document/* line */.n8) `${(0,render_document/* counted */.hS)(number, (0,money/* count */.U9)(number), (0,render_document/* line */.n8) `item`, (0,render_document/* line */.n8) `items`)} had no price at base`;
}
function headline_amountWords({ diff }) {
    const change = diff.delta.monthly.expected;
    const percent = diff.delta.percent === undefined
        ? (0,money/* changePercent */.AI)(change, diff.base.monthly.expected)
        : (0,money/* signedPercent */.wu)(diff.delta.percent);
    return (0,render_document/* line */.n8) `${(0,money/* signedUsd */.NT)(change)}/month${percent === undefined ? (0,render_document/* line */.n8) `` : (0,render_document/* line */.n8) ` (${percent})`}`;
}
function verdictWords(report) {
    const { status, budgets, fails, override } = report.verdict;
    const spared = override?.kind === 'covers' ? (0,render_document/* line */.n8) ` (approved)` : (0,render_document/* line */.n8) ``;
    if (status === 'indeterminate')
        return budgets.length > 0 ? (0,render_document/* line */.n8) `, budget not decidable${spared}` : (0,render_document/* line */.n8) `, not decidable${spared}`;
    const worst = worstBreach(report);
    if (worst === undefined)
        return budgets.length > 0 ? (0,render_document/* line */.n8) `, within budget` : (0,render_document/* line */.n8) ``;
    if (fails || spared.length > 0)
        return (0,render_document/* line */.n8) `, ${breachWords(report, worst)}${spared}`;
    return (0,render_document/* line */.n8) `, ${breachWords(report, worst)} (does not fail the build)`;
}

// EXTERNAL MODULE: ./build/model/layer.js
var model_layer = __webpack_require__(9415);
// EXTERNAL MODULE: ./build/render/sections/arithmetic.js + 1 modules
var arithmetic = __webpack_require__(9337);
;// CONCATENATED MODULE: ./build/render/sections/line-items.js
/** Every charge with its arithmetic: those that change first of all, by layer, by owner, the largest first. */








/** The charges by layer, each with its arithmetic; only those that change, or all. */
function lineItemSection(report, facts, scope) {
    const { charges } = report.diff;
    const shown = scope === 'all' ? charges : facts.changed;
    if (shown.length === 0)
        return [];
    const blocks = () => itemBlocks(shown, charges.length - shown.length, report.projects.length > 1);
    return [{ title: (0,render_document/* line */.n8) `Line items and arithmetic`, open: false, blocks, rank: 5 }];
}
/** The tables of the layers; `rest` items are counted below them. */
function itemBlocks(shown, rest, several) {
    const ranks = ranksOf(shown);
    const tables = model_layer/* LAYERS */.R.flatMap((layer) => {
        const items = shown.filter((item) => layerOf(item) === layer);
        if (items.length === 0)
            return [];
        const rows = grouped(items).map((item) => itemRow(item, ranks.get(item) ?? shown.length, several));
        const columns = [
            (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Item`),
            (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Base`, 'right'),
            (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Head`, 'right'),
            (0,render_document/* column */.fi)((0,render_document/* line */.n8) `Change`, 'right'),
        ];
        return [(0,render_document/* heading */.R_)((0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(model_layer/* LAYER_TITLES */.E[layer])}`), { kind: 'table', columns, rows }];
    });
    const note = rest === 0
        ? []
        : [
            (0,render_document/* paragraph */.FY)((0,render_document/* line */.n8) `${(0,render_document/* counted */.hS)(rest, (0,money/* count */.U9)(rest), (0,render_document/* line */.n8) `item does`, (0,render_document/* line */.n8) `items do`)} not change and ${rest === 1 ? (0,render_document/* line */.n8) `is` : (0,render_document/* line */.n8) `are`} not listed here.`),
        ];
    return [...tables, ...note];
}
/** The most valuable row first: what moves the most money, then what costs the most. */
function ranksOf(items) {
    const order = [...items].sort((a, b) => weightOf(b).cmp(weightOf(a)) || costOf(b).cmp(costOf(a)));
    return new Map(order.map((item, rank) => [item, rank]));
}
/** Items of one owner together, the owner that moves the most first. */
function grouped(items) {
    const owners = new Map();
    for (const item of items) {
        const charge = item.head ?? item.base;
        if (charge === undefined)
            continue;
        const key = (0,render_facts/* groupKey */.$6)(charge.project, charge.owner);
        const found = owners.get(key) ?? { weight: decimal/* ZERO */.f2, items: [] };
        found.weight = found.weight.plus(weightOf(item));
        found.items.push(item);
        owners.set(key, found);
    }
    return [...owners.values()]
        .sort((a, b) => b.weight.cmp(a.weight))
        .flatMap((owner) => owner.items.sort((a, b) => weightOf(b).cmp(weightOf(a))));
}
function itemRow(item, rank, several) {
    const { base, head } = item;
    const charge = head ?? base;
    const below = charge === undefined ? [] : [...(0,arithmetic/* arithmetic */.Bm)(item), ...(0,arithmetic/* causeLines */.t1)(item), ...(0,arithmetic/* provenance */.aH)(charge)];
    const title = charge === undefined ? (0,render_document/* line */.n8) `` : titleWords(item, several);
    return {
        rank,
        cells: [(0,render_document/* cell */.Hn)(title, below), (0,render_document/* cell */.Hn)(sideWords(base)), (0,render_document/* cell */.Hn)(sideWords(head)), (0,render_document/* cell */.Hn)(line_items_changeWords(item))],
    };
}
function titleWords(item, several) {
    const presence = item.status === 'added' ? (0,render_document/* line */.n8) ` (new)` : item.status === 'removed' ? (0,render_document/* line */.n8) ` (removed)` : (0,render_document/* line */.n8) ``;
    return (0,render_document/* line */.n8) `${whatWords(item, several)}${presence}`;
}
function whatWords({ base, head }, several) {
    const charge = head ?? base;
    if (charge === undefined)
        return (0,render_document/* line */.n8) ``;
    const once = charge.period === 'one-time' ? (0,render_document/* line */.n8) `, one-time` : (0,render_document/* line */.n8) ``;
    const what = (0,render_document/* line */.n8) `${(0,groups/* ownerWords */.$J)(charge, several)} ${(0,render_document/* strong */.ko)((0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(charge.component)}`)}${once}`;
    const [before, after] = [base?.item, charge.item];
    if (after === undefined)
        return what;
    if (before === undefined || before === after)
        return (0,render_document/* line */.n8) `${what} \u00b7 ${(0,render_document/* prose */.CS)(after)}`;
    return (0,render_document/* line */.n8) `${what} \u00b7 ${(0,render_document/* strong */.ko)((0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(before)} \u2192 ${(0,render_document/* prose */.CS)(after)}`)}`;
}
function sideWords(charge) {
    if (charge === undefined)
        return (0,render_document/* line */.n8) `${money/* NONE */.x3}`;
    return charge.cost.kind === 'priced' ? (0,render_document/* line */.n8) `${(0,money/* usd */.dR)(charge.cost.amount.expected)}` : (0,render_document/* line */.n8) `not priced`;
}
function line_items_changeWords({ status, delta }) {
    const amount = delta === undefined ? (0,render_document/* line */.n8) `not known` : (0,render_document/* line */.n8) `${(0,money/* signedUsd */.NT)(delta.expected)}`;
    return delta !== undefined && (0,range/* isNothing */.qv)(delta) && status === 'changed' ? (0,render_document/* line */.n8) `no cost` : amount;
}
function layerOf({ base, head }) {
    return (head ?? base)?.layer;
}
function weightOf({ delta, base, head }) {
    return (delta?.expected ?? (0,render_facts/* knownCost */.R8)(head).minus((0,render_facts/* knownCost */.R8)(base))).abs();
}
function costOf({ base, head }) {
    return head === undefined ? (0,render_facts/* knownCost */.R8)(base) : (0,render_facts/* knownCost */.R8)(head);
}

;// CONCATENATED MODULE: ./build/render/sections/model-changes.js
/** Models that change in code and that no workload names: in no total, and in sight all the same. */



/** Changes that are named at the top; places of one change that are named; changes with lines to write. */
const NAMED = 2;
const PLACES = 4;
const EXAMPLES = 3;
/** One line at the top: how many there are, and the first of them. */
function modelChangeLines({ modelChanges }) {
    const { uncounted } = modelChanges;
    if (uncounted.length === 0)
        return [];
    const number = uncounted.length;
    const models = (0,render_document/* counted */.hS)(number, (0,money/* count */.U9)(number), (0,render_document/* line */.n8) `model change in code is`, (0,render_document/* line */.n8) `model changes in code are`);
    const named = uncounted
        .slice(0, NAMED)
        .map((change) => (0,render_document/* line */.n8) `${placesWords(change, 1)} ${switchWords(change)}`);
    const rest = number - named.length;
    const some = (0,render_document/* joinLines */.cT)(rest > 0 ? [...named, (0,render_document/* line */.n8) `${(0,money/* count */.U9)(rest)} more`] : named, (0,render_document/* line */.n8) `; `);
    const because = (0,render_document/* line */.n8) `because no workload of a manifest says how often ${number === 1 ? (0,render_document/* line */.n8) `it runs` : (0,render_document/* line */.n8) `they run`}`;
    return [(0,render_document/* paragraph */.FY)((0,render_document/* line */.n8) `\u26a0\ufe0f ${(0,render_document/* strong */.ko)((0,render_document/* line */.n8) `${models} not counted`)}, ${because}: ${some}`)];
}
/** Each change with what it makes of 1M tokens and of 1,000 requests; absent where nothing in code changes. */
function modelChangeSection({ modelChanges }) {
    const { uncounted, counted: done, lesser } = modelChanges;
    const notes = [...countedNotes(modelChanges), ...lesserNotes(lesser)];
    if (uncounted.length + done.length + lesser === 0)
        return [];
    const listed = uncounted.slice(0, limits/* LIMITS */.b.modelChangesListed);
    const items = listed.map((change, rank) => ({
        rank,
        cell: changeCell(change, modelChanges, rank < EXAMPLES),
    }));
    const left = uncounted.length - listed.length;
    if (left > 0)
        notes.unshift((0,render_document/* line */.n8) `${(0,money/* count */.U9)(left)} more are in the JSON report.`);
    return [
        {
            title: (0,render_document/* line */.n8) `Model changes in code`,
            open: uncounted.length > 0,
            blocks: () => [
                ...(items.length === 0 ? [] : [{ kind: 'list', items }]),
                ...notes.map((note) => (0,render_document/* paragraph */.FY)(note)),
            ],
            rank: 1,
        },
    ];
}
function countedNotes({ counted: done }) {
    if (done.length === 0)
        return [];
    const shown = done
        .slice(0, PLACES)
        .map(({ workload, place: { at } }) => (0,render_document/* line */.n8) `${(0,render_document/* place */.ik)(at)} (${(0,render_document/* name */.UU)(workload)})`);
    const rest = done.length - shown.length;
    const places = (0,render_document/* joinLines */.cT)(rest > 0 ? [...shown, (0,render_document/* line */.n8) `${(0,money/* count */.U9)(rest)} more`] : shown, (0,render_document/* line */.n8) `, `);
    return [(0,render_document/* line */.n8) `The same switch as a workload's, which is counted: ${places}.`];
}
function lesserNotes(lesser) {
    if (lesser === 0)
        return [];
    const changes = (0,render_document/* counted */.hS)(lesser, (0,money/* count */.U9)(lesser), (0,render_document/* line */.n8) `other change is`, (0,render_document/* line */.n8) `other changes are`);
    return [(0,render_document/* line */.n8) `${changes} in tests, comments, documentation, policies or lists of models, and not listed.`];
}
function changeCell(change, all, withExample) {
    const given = change.places.find(({ name: own }) => own !== undefined)?.name;
    const to = given === undefined ? (0,render_document/* line */.n8) `` : (0,render_document/* line */.n8) ` ${(0,render_document/* name */.UU)(given)}`;
    const { what, facts: below } = changeFacts(change, all);
    const main = (0,render_document/* line */.n8) `${placesWords(change, PLACES)}${to}: ${(0,render_document/* strong */.ko)(what)}`;
    if (!withExample || change.lines.length === 0)
        return { main, below };
    const where = change.staleWorkload === undefined
        ? (0,render_document/* line */.n8) `to count it, below ${(0,render_document/* prose */.CS)('`workloads:`')} of the manifest and with your own numbers:`
        : (0,render_document/* line */.n8) `to count it, in the manifest:`;
    return { main, below: [...below, where], example: change.lines };
}
/** What a change is, and what it makes of prices and tokens. */
function changeFacts(change, all) {
    return {
        what: switchWords(change),
        facts: [...effectLines(change, all), ...tokenLines(change), ...whyLines(change), ...priceLines(change)],
    };
}
/** `Claude Sonnet 4.5, us profile \u2192 global profile`; `Nova Pro, in region, new`. */
function switchWords({ before, after }) {
    if (before === undefined)
        return (0,render_document/* line */.n8) `${modelWords(after)}, new`;
    if (after === undefined)
        return (0,render_document/* line */.n8) `${modelWords(before)}, removed`;
    return (0,render_document/* line */.n8) `${modelWords(before)} \u2192 ${modelWords(after)}`;
}
function modelWords(model) {
    if (model === undefined)
        return (0,render_document/* line */.n8) ``;
    if (model.title === undefined)
        return (0,render_document/* line */.n8) `${(0,render_document/* name */.UU)(model.id)}`;
    const [only, ...others] = model.prices;
    if (only === undefined)
        return (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(model.title)} (${(0,render_document/* name */.UU)(model.id)})`;
    return others.length > 0
        ? (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(model.title)}, profile not known`
        : (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(model.title)}, ${(0,render_document/* prose */.CS)(only.profile)}`;
}
function placesWords({ places }, most) {
    const shown = places.slice(0, most).map(({ at }) => (0,render_document/* line */.n8) `${(0,render_document/* place */.ik)(at)}`);
    const rest = places.length - shown.length;
    return (0,render_document/* joinLines */.cT)(rest > 0 ? [...shown, (0,render_document/* line */.n8) `${(0,money/* count */.U9)(rest)} more`] : shown, (0,render_document/* line */.n8) `, `);
}
function effectLines(change, { request }) {
    const makesTokens = [change.before, change.after].some((side) => side?.prices.some(({ output }) => output !== undefined));
    const size = makesTokens
        ? (0,render_document/* line */.n8) `1,000 requests of ${(0,money/* quantity */.au)(request.input)} input and ${(0,money/* quantity */.au)(request.output)} output tokens`
        : (0,render_document/* line */.n8) `1,000 requests of ${(0,money/* quantity */.au)(request.input)} tokens`;
    if (change.effects.length > 0) {
        return change.effects.flatMap((effect) => [perMillion(effect, change), perRequests(effect, size)]);
    }
    const only = change.before === undefined ? change.after : change.after === undefined ? change.before : undefined;
    return (only?.prices ?? []).map((prices) => (0,render_document/* line */.n8) `${profileOf(only, prices)}1M tokens: ${sidesOf(prices)}; ${size}: ${(0,money/* usd */.dR)(prices.requests)}`);
}
function perMillion({ before, after }, change) {
    const open = (change.before?.prices.length ?? 0) > 1 || (change.after?.prices.length ?? 0) > 1;
    const where = before.profile === after.profile
        ? (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(before.profile)}: `
        : (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(before.profile)} \u2192 ${(0,render_document/* prose */.CS)(after.profile)}: `;
    const sides = [
        (0,render_document/* line */.n8) `input ${(0,money/* unitPrice */.u6)({ usd: before.input })} \u2192 ${(0,money/* unitPrice */.u6)({ usd: after.input })}`,
        ...(before.output === undefined && after.output === undefined
            ? []
            : [(0,render_document/* line */.n8) `output ${priceOrNone(before.output)} \u2192 ${priceOrNone(after.output)}`]),
    ];
    return (0,render_document/* line */.n8) `${open ? where : (0,render_document/* line */.n8) ``}per 1M tokens: ${(0,render_document/* joinLines */.cT)(sides, (0,render_document/* line */.n8) `, `)}`;
}
function perRequests({ before, after, parts }, size) {
    const change = after.requests.minus(before.requests);
    const percent = (0,money/* changePercent */.AI)(change, before.requests);
    const share = percent === undefined ? (0,render_document/* line */.n8) `` : (0,render_document/* line */.n8) `, ${percent}`;
    const difference = change.isZero() ? (0,render_document/* line */.n8) `no difference` : (0,render_document/* line */.n8) `${(0,money/* signedUsd */.NT)(change)}${share}`;
    const split = parts === undefined
        ? (0,render_document/* line */.n8) ``
        : (0,render_document/* line */.n8) `: model ${(0,money/* signedUsd */.NT)(parts.model)}, profile ${(0,money/* signedUsd */.NT)(parts.profile)}`;
    return (0,render_document/* line */.n8) `${size}: ${(0,money/* usd */.dR)(before.requests)} \u2192 ${(0,money/* usd */.dR)(after.requests)} (${difference})${split}`;
}
/** The same text is not the same number of tokens. */
function tokenLines({ tokens, before, after, effects }) {
    if (tokens === undefined || before?.title === undefined || after?.title === undefined)
        return [];
    const [old, current] = [(0,render_document/* prose */.CS)(before.title), (0,render_document/* prose */.CS)(after.title)];
    const { range } = tokens;
    if (range === undefined) {
        return [
            (0,render_document/* line */.n8) `${current} and ${old} count tokens in ways of their own: the same text may have more or fewer.`,
        ];
    }
    const factors = (0,render_document/* line */.n8) `${(0,money/* multiple */.le)(range.low)} to ${(0,money/* multiple */.le)(range.high)} times`;
    const [first] = effects;
    const cost = first === undefined || effects.length > 1
        ? (0,render_document/* line */.n8) ``
        : (0,render_document/* line */.n8) `: for the same text ${(0,money/* usd */.dR)(first.after.requests.times(range.low))} to ${(0,money/* usd */.dR)(first.after.requests.times(range.high))}`;
    return [(0,render_document/* line */.n8) `${current} counts the same text as ${factors} the tokens of ${old}${cost}`];
}
function whyLines({ before, after, staleWorkload, restated }) {
    const sides = [before, after].flatMap((side) => (side?.why === undefined ? [] : [side.why]));
    const open = [...new Set(sides)].map((why) => (0,render_document/* line */.n8) `no price: ${(0,render_document/* prose */.CS)(why)}`);
    if (staleWorkload === undefined)
        return open;
    const stale = (0,render_document/* line */.n8) `the manifest still states the former model for ${(0,render_document/* name */.UU)(staleWorkload)}`;
    if (restated === undefined)
        return [...open, stale];
    const change = restated.after.minus(restated.before);
    const difference = change.isZero() ? (0,render_document/* line */.n8) `no difference` : (0,render_document/* line */.n8) `${(0,money/* signedUsd */.NT)(change)}`;
    const cost = (0,render_document/* line */.n8) `with its numbers ${(0,money/* usd */.dR)(restated.before)} \u2192 ${(0,money/* usd */.dR)(restated.after)} a month (${difference})`;
    return [...open, (0,render_document/* line */.n8) `${stale}: ${cost}`];
}
function priceLines({ region, regionAssumed, effects, before, after }) {
    const priced = effects.length > 0 || [before, after].some((side) => (side?.prices.length ?? 0) > 0);
    if (!priced)
        return [];
    return [
        regionAssumed
            ? (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(region)} prices, as no region is stated; standard tier`
            : (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(region)} prices, standard tier`,
    ];
}
function profileOf(model, prices) {
    return (model?.prices.length ?? 0) > 1 ? (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(prices.profile)}: ` : (0,render_document/* line */.n8) ``;
}
function sidesOf({ input, output }) {
    const sides = [(0,render_document/* line */.n8) `input ${(0,money/* unitPrice */.u6)({ usd: input })}`];
    if (output !== undefined)
        sides.push((0,render_document/* line */.n8) `output ${(0,money/* unitPrice */.u6)({ usd: output })}`);
    return (0,render_document/* joinLines */.cT)(sides, (0,render_document/* line */.n8) `, `);
}
function priceOrNone(price) {
    return price === undefined ? (0,render_document/* line */.n8) `none` : (0,render_document/* line */.n8) `${(0,money/* unitPrice */.u6)({ usd: price })}`;
}

;// CONCATENATED MODULE: ./build/render/sections/override.js


/** In sight always: a build that is green in spite of its figures, or red in spite of an approval, needs its reason. */
function overrideBlocks({ verdict }) {
    return verdict.override === undefined ? [] : [(0,render_document/* paragraph */.FY)(overrideWords(verdict.override))];
}
function overrideWords(outcome) {
    if (outcome.kind === 'unreadable')
        return (0,render_document/* line */.n8) `The label ${(0,render_document/* name */.UU)(outcome.label)} could not be read, so it counts as not set: ${(0,render_document/* prose */.CS)(outcome.why)}`;
    const day = outcome.at.slice(0, 10);
    const given = (0,render_document/* line */.n8) `pproved by ${(0,render_document/* name */.UU)(outcome.actor)} on ${(0,render_document/* prose */.CS)(day)}`;
    const again = (0,render_document/* line */.n8) `Remove the label ${(0,render_document/* name */.UU)(outcome.label)} and set it again to approve what stands here now.`;
    switch (outcome.kind) {
        case 'covers':
            return (0,render_document/* line */.n8) `A${given} for up to ${(0,money/* usd */.dR)(outcome.upTo)} a month, with the label ${(0,render_document/* name */.UU)(outcome.label)}: the build does not fail.`;
        case 'not-recorded':
            return (0,render_document/* line */.n8) `A${given}, but the cost that stood then is not on record, so the approval does not hold. ${again}`;
        case 'exceeded':
            return (0,render_document/* line */.n8) `A${given} for up to ${(0,money/* usd */.dR)(outcome.upTo)} a month, ${EXCEEDED[outcome.because]}, so the approval does not hold any more. ${again}`;
    }
}
const EXCEEDED = {
    dearer: (0,render_document/* line */.n8) `and the cost has risen since`,
    'other-limit': (0,render_document/* line */.n8) `and another limit is exceeded since`,
    'not-decidable': (0,render_document/* line */.n8) `and the head has changed since, whose cost cannot be told`,
};

// EXTERNAL MODULE: ./build/render/sections/problems.js
var problems = __webpack_require__(3512);
// EXTERNAL MODULE: ./build/render/sections/totals.js
var totals = __webpack_require__(5551);
// EXTERNAL MODULE: ./build/render/sections/unpriced.js
var unpriced = __webpack_require__(3804);
;// CONCATENATED MODULE: ./build/render/page.js














/** All that is said of a report, in the order in which it is read. */
function pageOf(report, { scope, runUrl }) {
    const facts = (0,render_facts/* factsOf */.xS)(report);
    const nothing = facts.atBase + facts.atHead === 0;
    return {
        tone: toneOf(report.verdict),
        headline: headlineOf(report, facts),
        lead: [
            ...(0,totals/* totalsLine */.sX)(report, facts),
            ...overrideBlocks(report),
            ...(0,attention/* attention */.fP)(report, facts),
            ...modelChangeLines(report),
            ...(nothing ? [] : [(0,totals/* layerTable */._N)(report, facts)]),
            ...reasonBlocks(report),
            ...(0,groups/* projectTable */.OT)(report, facts),
        ],
        sections: [
            ...budgetSection(report),
            ...modelChangeSection(report),
            ...(0,groups/* ownerSection */.RL)(report, facts, scope),
            ...lineItemSection(report, facts, scope),
            ...(0,unpriced/* unpricedSection */.uK)(facts.unpriced, report.projects.length > 1, report.verdict.status === 'indeterminate'),
            ...(0,problems/* problemSection */.B)(report.diagnostics),
            ...adviceSection(report),
        ],
        footer: (0,footer/* footerLines */.xw)(report, runUrl),
    };
}


/***/ }),

/***/ 9337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bm: () => (/* binding */ arithmetic),
  t1: () => (/* binding */ causeLines),
  aH: () => (/* binding */ provenance)
});

// EXTERNAL MODULE: ./build/model/charge.js
var charge = __webpack_require__(2204);
;// CONCATENATED MODULE: ./build/model/quantity.js
const ORIGIN_TITLES = {
    measured: 'measured',
    declared: 'declared in the manifest',
    convention: 'by the month that is stated below',
    iac: 'from the infrastructure code',
    code: 'from application code',
    assumed: 'assumed',
};

// EXTERNAL MODULE: ./build/model/range.js
var range = __webpack_require__(4379);
// EXTERNAL MODULE: ./build/model/stated-text.js
var stated_text = __webpack_require__(1411);
// EXTERNAL MODULE: ./build/model/words.js
var model_words = __webpack_require__(5583);
// EXTERNAL MODULE: ./build/render/document.js
var render_document = __webpack_require__(616);
// EXTERNAL MODULE: ./build/render/figure-words.js
var figure_words = __webpack_require__(7749);
// EXTERNAL MODULE: ./build/render/money.js
var money = __webpack_require__(7465);
;// CONCATENATED MODULE: ./build/render/sections/arithmetic.js
/** How the amount of one charge comes about: factors, unit price, where each figure is from, and why it is right. */








const TIMES = (0,render_document/* line */.n8) ` \u00d7 `;
const COMMA = (0,render_document/* line */.n8) `, `;
const SEMICOLON = (0,render_document/* line */.n8) `; `;
/** The arithmetic of a charge; where base and head have the same factors in one line, with what changed as `5 \u2192 6`. */
function arithmetic({ base, head }) {
    const shown = head ?? base;
    if (shown === undefined || shown.owner.kind === 'extra')
        return [];
    const before = base ?? shown;
    // Its cell says already that it is not priced.
    if (shown.factors.length === 0 && shown.price === undefined && base === undefined)
        return [];
    if (sameTerms(before, shown))
        return [terms(before, shown)];
    return [(0,render_document/* line */.n8) `base: ${terms(before, before)}`, (0,render_document/* line */.n8) `head: ${terms(shown, shown)}`];
}
/** Where the figures of a charge come from, its price, and the notes on it. */
function provenance(charge) {
    // What a manifest states as an amount has no price of ours.
    const stated = charge.owner.kind === 'extra';
    const price = charge.price === undefined || stated ? [] : [priceLine(charge.price)];
    const told = charge.factors.filter((factor, index) => index === 0 || !isOnce(factor));
    const facts = [...originLines(told), ...price];
    const notes = charge.notes.map((note) => (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(note)}`);
    const said = charge.notes.some((note) => /\bidle\b/.test(note));
    const floor = charge.kind === 'floor' && !said && !stated ? [(0,render_document/* line */.n8) `a floor, billed even when idle`] : [];
    const remarks = [...floor, ...notes, ...oppositeWords(charge)];
    return [
        ...(facts.length === 0 ? [] : [(0,render_document/* joinLines */.cT)(facts, SEMICOLON)]),
        ...(remarks.length === 0 ? [] : [(0,render_document/* joinLines */.cT)(remarks, SEMICOLON)]),
    ];
}
/** What a line adds to the low and the high total, where it costs less in a month that costs more; else which factor is less. */
function oppositeWords({ cost, factors }) {
    if (cost.kind === 'unpriced')
        return [];
    if ((0,range/* isOrdered */.cq)(cost.amount)) {
        const turned = factors.filter(({ value }) => !(0,range/* isOrdered */.cq)(value));
        return turned.map(({ name: what, value: { low, high } }) => (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(what)} ${(0,money/* quantity */.au)(low)} at the low total, ${(0,money/* quantity */.au)(high)} at the high one`);
    }
    const { low, high } = cost.amount;
    return [(0,render_document/* line */.n8) `runs against the total: ${(0,money/* usd */.dR)(low)} of the low one, ${(0,money/* usd */.dR)(high)} of the high one`];
}
/** Of several changes to one charge, what each makes of its delta. */
function causeLines({ causes }) {
    if (causes.length < 2)
        return [];
    const parts = causes.map(({ kind, from, to, amount }) => {
        const values = from === undefined || to === undefined
            ? (0,render_document/* line */.n8) ``
            : (0,render_document/* line */.n8) ` ${changedValue(kind, from)} \u2192 ${changedValue(kind, to)}`;
        return (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(kind)}${values} ${(0,money/* signedUsd */.NT)(amount)}`;
    });
    return [(0,render_document/* line */.n8) `of the change: ${(0,render_document/* joinLines */.cT)(parts, COMMA)}`];
}
function changedValue(kind, text) {
    const words = (0,model_words/* valueWords */.p)(kind, text);
    return 'figure' in words ? (0,render_document/* line */.n8) `${(0,figure_words/* figureWords */.w)(words)}` : (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(text)}`;
}
function sameTerms(a, b) {
    return (a.unit === b.unit &&
        a.factors.length === b.factors.length &&
        a.factors.every(({ name: factor }, index) => factor === b.factors[index]?.name) &&
        (a.price === undefined) === (b.price === undefined) &&
        (a.price === undefined || b.price === undefined || a.price.per.eq(b.price.per)));
}
/**
 * `150,000 requests \u00d7 5 \u2192 6 calls = 750,000 \u2192 900,000 calls \u00d7 $3.00 per 1M = $2.25 \u2192 $2.70`. What is missing where
 * there is no cost stands as `\u2026`.
 */
function terms(base, head) {
    const factors = head.factors.filter((factor, index) => index === 0 || !isOnce(factor) || !isOnce(base.factors[index] ?? factor));
    const parts = factors.map((factor) => factorWords(base.factors[head.factors.indexOf(factor)] ?? factor, factor));
    const price = head.price === undefined ? [] : [priceTerm(base.price ?? head.price, head.price)];
    const [only] = factors;
    if (head.cost.kind === 'unpriced') {
        // No count tells what the price is of, so the price does.
        const price = head.price === undefined
            ? []
            : [(0,render_document/* line */.n8) `${priceTerm(base.price ?? head.price, head.price)} ${unitOf(head.price)}`];
        const known = [...parts, (0,render_document/* line */.n8) `\u2026`, ...price];
        return known.length === 1 ? (0,render_document/* line */.n8) `not priced` : (0,render_document/* line */.n8) `${(0,render_document/* joinLines */.cT)(known, TIMES)} = not priced`;
    }
    const counted = only !== undefined && (factors.length > 1 || only.name !== head.unit)
        ? (0,render_document/* line */.n8) `${(0,render_document/* joinLines */.cT)(parts, TIMES)} = ${countOf((0,charge/* quantityOf */.R)(base.factors), (0,charge/* quantityOf */.R)(head.factors), head.unit)}`
        : (0,render_document/* joinLines */.cT)(parts, TIMES);
    const product = only === undefined ? price : [counted, ...price];
    return (0,render_document/* line */.n8) `${(0,render_document/* joinLines */.cT)(product, TIMES)} = ${costTerm(base, head.cost.amount)}`;
}
/** A factor of exactly one changes nothing: after the first it is told only where it was or becomes another number. */
function isOnce({ value }) {
    return (0,range/* isExact */.u0)(value) && value.expected.eq(1);
}
function changing(before, after) {
    if ((0,range/* equalRanges */.dk)(before, after))
        return (0,render_document/* line */.n8) `${(0,money/* quantityRange */.ZU)(after)}`;
    return (0,render_document/* line */.n8) `${(0,money/* quantityRange */.ZU)(before)} \u2192 ${(0,money/* quantityRange */.ZU)(after)}`;
}
function factorWords(base, head) {
    const [before, after] = [base.shownAs ?? base, head.shownAs ?? head];
    const value = changing(before.value, after.value);
    const shown = (0,range/* equalRanges */.dk)(before.value, after.value) ? value : (0,render_document/* line */.n8) `${(0,render_document/* strong */.ko)(value)}`;
    return (0,render_document/* line */.n8) `${shown} ${(0,render_document/* prose */.CS)(nounFor(before.value, after.value, after.name))}`;
}
function countOf(before, after, plural) {
    return (0,render_document/* line */.n8) `${changing(before, after)} ${(0,render_document/* prose */.CS)(nounFor(before, after, plural))}`;
}
/** `model` of `models` for exactly one on both sides, and `call per request` of `calls per request`. */
function nounFor(before, after, plural) {
    if (!(0,range/* isExact */.u0)(after) || !after.expected.eq(1) || !(0,range/* equalRanges */.dk)(before, after))
        return plural;
    const [noun = plural] = /^.*?(?= (?:per|of|over|in) | \()/.exec(plural) ?? [];
    return (noun.endsWith('ss') ? noun : (0,stated_text/* singular */.cL)(noun)) + plural.slice(noun.length);
}
function priceTerm(base, head) {
    const units = (0,money/* perUnits */.Hi)(head);
    const per = units === undefined ? (0,render_document/* line */.n8) `` : (0,render_document/* line */.n8) ` per ${units}`;
    return base.usd.eq(head.usd)
        ? (0,render_document/* line */.n8) `${(0,money/* unitPrice */.u6)(head)}${per}`
        : (0,render_document/* line */.n8) `${(0,render_document/* strong */.ko)((0,render_document/* line */.n8) `${(0,money/* unitPrice */.u6)(base)} \u2192 ${(0,money/* unitPrice */.u6)(head)}`)}${per}`;
}
/** `per token` of a price of one; a price of many says `per 1M` itself. */
function unitOf({ per, unit }) {
    return per.eq(1) ? (0,render_document/* line */.n8) `per ${(0,render_document/* prose */.CS)((0,stated_text/* singular */.cL)(unit))}` : (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(unit)}`;
}
function costTerm({ cost }, after) {
    return cost.kind === 'unpriced' || (0,range/* equalRanges */.dk)(cost.amount, after)
        ? (0,render_document/* line */.n8) `${(0,money/* usdRange */.iQ)(after)}`
        : (0,render_document/* line */.n8) `${(0,money/* usdRange */.iQ)(cost.amount)} \u2192 ${(0,money/* usdRange */.iQ)(after)}`;
}
/** `requests, input tokens measured (CloudWatch 2026-10, bedrock-cost.yml:12,14)`. */
function originLines(factors) {
    const groups = new Map();
    for (const factor of factors) {
        const key = `${factor.origin}\n${factor.source ?? ''}`;
        const found = groups.get(key);
        if (found === undefined)
            groups.set(key, [factor]);
        else
            found.push(factor);
    }
    return [...groups.values()].flatMap((members) => {
        const [first] = members;
        if (first === undefined)
            return [];
        const who = members.map((factor) => (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(factor.name)}`);
        const source = first.source === undefined ? [] : [first.source];
        const where = [...source, ...placesOf(members)].map((text) => (0,render_document/* line */.n8) `${(0,render_document/* name */.UU)(text)}`);
        const at = where.length === 0 ? (0,render_document/* line */.n8) `` : (0,render_document/* line */.n8) ` (${(0,render_document/* joinLines */.cT)(where, COMMA)})`;
        return [(0,render_document/* line */.n8) `${(0,render_document/* joinLines */.cT)(who, COMMA)} ${(0,render_document/* prose */.CS)(ORIGIN_TITLES[first.origin])}${at}`];
    });
}
/** Each file once, with the lines in it. */
function placesOf(factors) {
    const lines = new Map();
    for (const { at } of factors) {
        if (at === undefined)
            continue;
        const found = lines.get(at.file) ?? new Set();
        if (at.line !== undefined)
            found.add(at.line);
        lines.set(at.file, found);
    }
    return [...lines].map(([file, numbers]) => numbers.size === 0 ? file : `${file}:${[...numbers].join(',')}`);
}
/** Region, date and source of a price, and whatever makes it less than certain. */
function priceLine(price) {
    const remarks = [
        ...(price.assumedFrom === undefined
            ? []
            : [(0,render_document/* line */.n8) `taken from ${(0,render_document/* prose */.CS)(price.assumedFrom)}, where it is known`]),
        ...(price.adjusted === undefined ? [] : [(0,render_document/* line */.n8) `with ${(0,render_document/* prose */.CS)(price.adjusted)}`]),
        ...(price.confidence === 'C' ? [(0,render_document/* line */.n8) `from one source that is not AWS`] : []),
    ];
    const parts = [
        (0,render_document/* line */.n8) `price of ${(0,render_document/* prose */.CS)(price.asOf)} in ${(0,render_document/* prose */.CS)(price.region)}`,
        ...remarks,
        (0,render_document/* line */.n8) `${(0,render_document/* prose */.CS)(price.source)}`,
    ];
    return (0,render_document/* joinLines */.cT)(parts, COMMA);
}


/***/ }),

/***/ 8660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S6: () => (/* binding */ errorLines),
/* harmony export */   Si: () => (/* binding */ unpricedLines),
/* harmony export */   fP: () => (/* binding */ attention)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(616);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7465);


/** Items that are named; the others are counted. */
const NAMED = 3;
/** One line for each thing not to miss; none where all is priced and read. */
function attention(report, facts) {
    const lines = [
        ...unpricedLines(facts.unpriced, facts.lost.length),
        ...errorLines(report.diagnostics),
        ...recountedLines(report),
        ...replacedLines(report),
    ];
    return lines.map((text) => (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `\u26a0\ufe0f ${text}`));
}
/** `2 items are not priced, so the real figure is higher: \u2026`; `lost` of them had a price at base. */
function unpricedLines(unpriced, lost = 0) {
    if (unpriced.length === 0)
        return [];
    const items = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(unpriced.length, (0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(unpriced.length), (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `item is`, (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `items are`);
    const which = lost === unpriced.length ? (lost === 1 ? (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `It` : (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `They`) : (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(lost)} of them`;
    const saving = lost === 0 ? (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `` : (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `. ${which} had a price at base: a lower total is no saving`;
    return [
        (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)((0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${items} not priced`)}, so the real figure is higher: ${someOf(unpriced)}${saving}`,
    ];
}
/** `1 error in what was read, so \u2026`. */
function errorLines(diagnostics) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    if (errors === 0)
        return [];
    const words = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(errors, (0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(errors), (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `error`, (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `errors`);
    return [(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)((0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${words}`)} in the files that were read, so the estimate may lack something`];
}
/** A total that would be another one if tokens were counted again is not to be missed. */
function recountedLines({ diagnostics }) {
    return diagnostics
        .filter(({ code, severity }) => code === 'tokenizer-changed' && severity === 'warning')
        .slice(0, NAMED)
        .map(({ message }) => (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(message)}`);
}
const TOLD = new Set(['charge-replaced', 'budget-followed']);
/** An extra charge that is less than what it begins to stand for looks like a saving; a limit may count what is new. */
function replacedLines({ diagnostics }) {
    return diagnostics
        .filter(({ code, severity }) => severity === 'warning' && TOLD.has(code))
        .slice(0, NAMED)
        .map(({ message }) => (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(message)}`);
}
function someOf(charges) {
    const named = charges
        .slice(0, NAMED)
        .map((charge) => (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(charge.owner.name)} ${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(charge.component)}`);
    const rest = charges.length - named.length;
    return (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .joinLines */ .cT)(rest > 0 ? [...named, (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(rest)} more`] : named, (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `, `);
}


/***/ }),

/***/ 2767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $G: () => (/* binding */ priceWords),
/* harmony export */   g8: () => (/* binding */ monthWords),
/* harmony export */   xw: () => (/* binding */ footerLines)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(616);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7465);


const DOT = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) ` \u00b7 `;
const REGIONS = 3;
/** Both revisions, prices, month, and where the full report stands. */
function footerLines(report, runUrl) {
    const { base, head } = report.diff;
    const parts = [
        (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `base ${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(base.revision)} \u2192 head ${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(head.revision)}`,
        priceWords(report.prices, report.regions),
        monthWords(report.month),
        ...coverageWords(report),
        ...(runUrl === undefined ? [] : [(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `full report in the job summary`, runUrl)}`]),
    ];
    return [(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .joinLines */ .cT)(parts, DOT)];
}
/** `us-east-1 prices as of 2026-10-08`. */
function priceWords(prices, regions) {
    const named = regions.slice(0, REGIONS).map((region) => (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(region)}`);
    const more = regions.length - named.length;
    const where = (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .joinLines */ .cT)(more > 0 ? [...named, (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(more)} more`] : named, (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `, `);
    const what = regions.length === 0 ? (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `prices` : (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${where} prices`;
    return (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${what} as of ${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(prices.asOf)}`;
}
/** `30-day month, 730 hours`. */
function monthWords({ days, hours }) {
    return (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(days)}-day month, ${(0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(hours)} hours`;
}
const COVERAGE_TITLES = {
    measured: 'measured',
    declared: 'declared',
    iac: 'infrastructure code',
    code: 'application code',
    assumed: 'assumed',
};
const COVERAGE_ORDER = ['measured', 'declared', 'iac', 'code', 'assumed'];
/** `figures: 78% measured, 20% declared, 2% assumed`: shares of the cost by the weakest of each item's figures. */
function coverageWords({ coverage: { origins } }) {
    const parts = COVERAGE_ORDER.filter((origin) => origins[origin].gt(0)).map((origin) => (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_0__/* .plainPercent */ .kN)(origins[origin].times(100))} ${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(COVERAGE_TITLES[origin])}`);
    return parts.length === 0 ? [] : [(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `figures: ${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .joinLines */ .cT)(parts, (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `, `)}`];
}


/***/ }),

/***/ 9384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ ownerWords),
/* harmony export */   OT: () => (/* binding */ projectTable),
/* harmony export */   RL: () => (/* binding */ ownerSection)
/* harmony export */ });
/* harmony import */ var _model_certainty_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6723);
/* harmony import */ var _model_range_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4379);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(616);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1814);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7465);
/* harmony import */ var _totals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5551);
/** The same totals by project and by what causes them. */






/** Projects that are in sight without unfolding. */
const PROJECTS = 10;
/** A table of the projects that change, where there are several projects. */
function projectTable(report, facts) {
    if (report.projects.length < 2)
        return [];
    const all = byProject(report.diff.owners);
    const changed = sorted((0,_totals_js__WEBPACK_IMPORTED_MODULE_4__/* .changedGroups */ .lf)(all, ({ key }) => facts.openByProject.get(key)));
    if (changed.length === 0)
        return [];
    const shown = changed.slice(0, PROJECTS);
    const table = groupTable((0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `Project`, shown, ({ key }) => (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .name */ .UU)(key)}`, ({ key }) => facts.openByProject.get(key) ?? _facts_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTHING_OPEN */ .NB);
    const hidden = changed.length - shown.length;
    const same = report.projects.length - changed.length;
    const notes = [
        ...(hidden > 0
            ? [(0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(hidden, (0,_money_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(hidden), (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `more project changes`, (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `more projects change`)]
            : []),
        ...(same > 0
            ? [(0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(same, (0,_money_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(same), (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `project does not change`, (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `projects do not change`)]
            : []),
    ];
    return [table, ...notes.map((note) => (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)((0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `${note}.`))];
}
/** By workload, resource or what is shared: those that change, or all of them. */
function ownerSection({ diff, projects }, facts, scope) {
    const openOf = ({ key }) => facts.openByOwner.get((0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .groupKey */ .$6)(key.project, key.owner));
    const changed = sorted((0,_totals_js__WEBPACK_IMPORTED_MODULE_4__/* .changedGroups */ .lf)(diff.owners, openOf));
    const shown = scope === 'all' ? sorted(diff.owners) : changed;
    if (shown.length === 0)
        return [];
    const blocks = () => {
        const table = groupTable((0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `Workload or resource`, shown, ({ key }) => ownerWords(key, projects.length > 1), (group) => openOf(group) ?? _facts_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTHING_OPEN */ .NB);
        const listed = new Set(shown);
        const rest = diff.owners.filter((group) => !listed.has(group));
        return rest.length === 0 ? [table] : [table, (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)((0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `${restWords(rest)}.`)];
    };
    return [{ title: (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `By workload`, open: false, blocks, rank: 3 }];
}
/** `9 others do not change and cost $45.00`; what has no price costs more than that. */
function restWords(rest) {
    const cost = (0,_model_range_js__WEBPACK_IMPORTED_MODULE_1__/* .addRanges */ .uH)(_model_range_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$, ...rest.map(({ head }) => head)).expected;
    const isOpen = rest.some(({ unpriced }) => unpriced > 0);
    const words = (one, many) => (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .counted */ .hS)(rest.length, (0,_money_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(rest.length), one, many);
    if (isOpen && cost.isZero())
        return words((0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `other does not change and is not priced`, (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `others do not change and are not priced`);
    const least = isOpen ? (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `at least ` : (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) ``;
    return (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `${words((0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `other does not change and costs`, (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `others do not change and cost`)} ${least}${(0,_money_js__WEBPACK_IMPORTED_MODULE_3__/* .usd */ .dR)(cost)}`;
}
/** Whom a charge belongs to: a workload bare, everything else with its kind. */
function ownerWords(key, several) {
    const where = several ? (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .name */ .UU)(key.project)} ` : (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) ``;
    const what = (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `${where}${(0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .name */ .UU)(key.owner.name)}`;
    switch (key.owner.kind) {
        case 'workload':
        case 'resource':
            return what;
        case 'shared':
            return (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `${what}, shared`;
        case 'extra':
            return (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `${what}, extra charge`;
    }
}
function groupTable(title, groups, words, openOf) {
    const rows = groups.map((group, rank) => {
        const open = openOf(group);
        const figures = [
            (0,_totals_js__WEBPACK_IMPORTED_MODULE_4__/* .amountWords */ .oQ)(group.base, open.base),
            (0,_totals_js__WEBPACK_IMPORTED_MODULE_4__/* .amountWords */ .oQ)(group.head, group.unpriced),
            (0,_totals_js__WEBPACK_IMPORTED_MODULE_4__/* .deltaWords */ .YG)(group.delta, group.base, open),
        ];
        return { rank, cells: [(0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(words(group)), ...figures.map((figure) => (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .cell */ .Hn)(figure))] };
    });
    const columns = [
        (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .column */ .fi)(title),
        (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .column */ .fi)((0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `Base`, 'right'),
        (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .column */ .fi)((0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `Head`, 'right'),
        (0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .column */ .fi)((0,_document_js__WEBPACK_IMPORTED_MODULE_5__/* .line */ .n8) `Change`, 'right'),
    ];
    return { kind: 'table', columns, rows };
}
function byProject(owners) {
    const groups = new Map();
    for (const owner of owners) {
        const found = groups.get(owner.key.project);
        if (found === undefined)
            groups.set(owner.key.project, [owner]);
        else
            found.push(owner);
    }
    return [...groups].map(([key, parts]) => ({
        key,
        base: sum(parts.map(({ base }) => base)),
        head: sum(parts.map(({ head }) => head)),
        delta: sum(parts.map(({ delta }) => delta)),
        certainty: (0,_model_certainty_js__WEBPACK_IMPORTED_MODULE_0__/* .weakest */ .hB)(parts.map(({ certainty }) => certainty)),
        unpriced: parts.reduce((total, { unpriced }) => total + unpriced, 0),
        causes: parts.flatMap(({ causes }) => causes),
    }));
}
function sum(ranges) {
    return (0,_model_range_js__WEBPACK_IMPORTED_MODULE_1__/* .addRanges */ .uH)(...ranges);
}
/** How far the priced sums are apart: what has lost its price is as much in need of a look as what has changed. */
function movement({ base, head }) {
    return head.expected.minus(base.expected).abs();
}
/** The largest change first, then the largest cost; equal ones stay in the order they came. */
function sorted(groups) {
    return [...groups].sort((a, b) => movement(b).cmp(movement(a)) || b.head.expected.cmp(a.head.expected));
}


/***/ }),

/***/ 3512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ problemSection)
/* harmony export */ });
/* harmony import */ var _model_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9688);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(616);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7465);
/* harmony import */ var _unpriced_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3804);
/** The problems that were found in what was read, errors first. */




const ORDER = ['error', 'warning', 'notice'];
/** Of one kind only so many are listed; the others are counted. */
function problemSection(diagnostics) {
    if (diagnostics.length === 0)
        return [];
    const open = diagnostics.some(({ severity }) => severity === 'error');
    const blocks = () => [{ kind: 'list', items: problemItems(diagnostics) }];
    return [{ title: (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `Problems found: ${countWords(diagnostics)}`, open, blocks, rank: 2 }];
}
function problemItems(all) {
    const listed = new Map();
    const cells = [];
    for (const severity of ORDER) {
        for (const problem of all) {
            if (problem.severity !== severity)
                continue;
            const number = (listed.get(problem.code) ?? 0) + 1;
            listed.set(problem.code, number);
            if (number <= _model_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.diagnosticsListed)
                cells.push(problemCell(problem));
        }
    }
    for (const [code, number] of listed) {
        const more = number - _model_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .LIMITS */ .b.diagnosticsListed;
        if (more > 0)
            cells.push((0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)((0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(more)} more of the kind ${(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(`\`${code}\``)}`));
    }
    return cells.map((content, rank) => ({ rank, cell: content }));
}
function problemCell({ severity, message, at, hint, code, side }) {
    const where = at === undefined ? (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `` : (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) ` (${(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .place */ .ik)(at)})`;
    const only = side === 'base' ? (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) ` (at base only)` : (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) ``;
    const kind = severity === 'error' ? (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)((0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `error`)}` : (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(severity)}`;
    const main = (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `${kind} ${(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(`\`${code}\``)}${only}: ${(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(message)}${where}`;
    return (0,_unpriced_js__WEBPACK_IMPORTED_MODULE_2__/* .withHint */ .mu)(main, hint);
}
function countWords(problems) {
    const parts = ORDER.flatMap((severity) => {
        const number = problems.filter((problem) => problem.severity === severity).length;
        if (number === 0)
            return [];
        const shown = (0,_money_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(number);
        if (severity === 'error')
            return [(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(number, shown, (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `error`, (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `errors`)];
        if (severity === 'warning')
            return [(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(number, shown, (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `warning`, (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `warnings`)];
        return [(0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(number, shown, (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `notice`, (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `notices`)];
    });
    return (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .joinLines */ .cT)(parts, (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .line */ .n8) `, `);
}


/***/ }),

/***/ 8121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ scopeWords),
/* harmony export */   c: () => (/* binding */ isOnTheWhole)
/* harmony export */ });
/* harmony import */ var _model_layer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9415);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(616);


/** True for a limit on everything that the report is about. */
function isOnTheWhole({ projects }, { scope }) {
    return scope.kind === 'total' && (scope.project === undefined || projects.length < 2);
}
/** `Total`, `Operational tail`, a workload; with its project where there are several. */
function scopeWords({ projects }, scope) {
    const several = projects.length > 1 && scope.project !== undefined;
    const where = several ? (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(scope.project ?? '')}` : (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) ``;
    const apart = several ? (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) ` ` : (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) ``;
    switch (scope.kind) {
        case 'total':
            return several ? where : (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `Total`;
        case 'layer':
            return (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${where}${apart}${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(_model_layer_js__WEBPACK_IMPORTED_MODULE_0__/* .LAYER_TITLES */ .E[scope.layer])}`;
        case 'workload':
            return (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${where}${apart}${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(scope.workload)}`;
        case 'environment':
            return (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .line */ .n8) `${where}${apart}environment ${(0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU)(scope.environment)}`;
    }
}


/***/ }),

/***/ 5551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YG: () => (/* binding */ deltaWords),
/* harmony export */   _N: () => (/* binding */ layerTable),
/* harmony export */   lf: () => (/* binding */ changedGroups),
/* harmony export */   oQ: () => (/* binding */ amountWords),
/* harmony export */   sX: () => (/* binding */ totalsLine)
/* harmony export */ });
/* harmony import */ var _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5569);
/* harmony import */ var _model_layer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9415);
/* harmony import */ var _model_range_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4379);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(616);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1814);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7465);
/* harmony import */ var _scopes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8121);
/** What stands right below the headline: both totals, what has no price, the three layers, and the reasons. */







const DOT = (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) ` \u00b7 `;
/** `$20,110.00 \u2192 at least $24,420.00 a month \u00b7 budget $23,110.00`. */
function totalsLine(report, facts) {
    const { base, head } = report.diff;
    const compared = facts.atBase > 0 && facts.atHead > 0 && !sameTotal(report);
    const parts = [];
    if (compared)
        parts.push((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .strong */ .ko)((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${totalWords(base)} \u2192 ${totalWords(head)}`)} a month`);
    if (!(0,_model_range_js__WEBPACK_IMPORTED_MODULE_2__/* .isExact */ .u0)(head.monthly)) {
        const { low, high } = (0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .usdBounds */ .Ch)(head.monthly);
        parts.push((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${low} to ${high} as usage varies`);
    }
    const limits = report.verdict.budgets.filter((budget) => (0,_scopes_js__WEBPACK_IMPORTED_MODULE_5__/* .isOnTheWhole */ .c)(report, budget) && budget.measure === 'monthly');
    const [strictest] = [...limits].sort((a, b) => a.max.cmp(b.max));
    if (strictest !== undefined) {
        const { max } = strictest;
        const crossed = head.monthly.high.gt(max) && head.monthly.expected.lte(max);
        const start = parts.length === 0 ? (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `Budget ` : (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `budget `;
        parts.push((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${start}${(0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .usd */ .dR)(max)}${crossed ? (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `, crossed at high usage` : (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) ``}`);
    }
    return parts.length === 0 ? [] : [(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .paragraph */ .FY)((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .joinLines */ .cT)(parts, DOT))];
}
/** The layers in their fixed order, and their sum. */
function layerTable(report, facts) {
    const { diff } = report;
    const compared = facts.atBase > 0 && !(sameTotal(report) && facts.changed.length === 0);
    const oneTime = [...facts.oneTimeByLayer.values()].some((amount) => !amount.isZero());
    const rows = _model_layer_js__WEBPACK_IMPORTED_MODULE_1__/* .LAYERS */ .R.map((layer, index) => {
        const group = diff.layers.find(({ key }) => key === layer);
        const open = facts.openByLayer.get(layer) ?? _facts_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING_OPEN */ .NB;
        const figures = [
            ...(compared ? [amountWords(group?.base ?? _model_range_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTHING */ .K$, open.base)] : []),
            amountWords(group?.head ?? _model_range_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTHING */ .K$, open.head),
            ...(compared ? [deltaWords(group?.delta ?? _model_range_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTHING */ .K$, group?.base ?? _model_range_js__WEBPACK_IMPORTED_MODULE_2__/* .NOTHING */ .K$, open)] : []),
            ...(oneTime ? [(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .signedUsd */ .NT)(facts.oneTimeByLayer.get(layer) ?? _model_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .ZERO */ .f2)}`] : []),
        ];
        return {
            rank: index,
            cells: [(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .prose */ .CS)(_model_layer_js__WEBPACK_IMPORTED_MODULE_1__/* .LAYER_TITLES */ .E[layer])}`, ...figures].map((words) => (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(words)),
        };
    });
    const total = {
        rank: -1,
        total: true,
        cells: [
            (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `Total`),
            ...(compared ? [(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(amountWords(diff.base.monthly, diff.base.unpriced))] : []),
            (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(amountWords(diff.head.monthly, diff.head.unpriced)),
            ...(compared ? [(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)(deltaWords(diff.delta.monthly, diff.base.monthly, facts.open))] : []),
            ...(oneTime ? [(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .cell */ .Hn)((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .signedUsd */ .NT)(diff.delta.oneTime.expected)}`)] : []),
        ],
    };
    const columns = [
        (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .column */ .fi)((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `Cost layer`),
        ...(compared ? [(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .column */ .fi)((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `Base`, 'right')] : []),
        (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .column */ .fi)(compared ? (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `Head` : (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `Per month`, 'right'),
        ...(compared ? [(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .column */ .fi)((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `Change`, 'right')] : []),
        ...(oneTime ? [(0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .column */ .fi)((0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `One-time`, 'right')] : []),
    ];
    return { kind: 'table', columns, rows: [...rows, total] };
}
/**
 * An amount, `\u2013` where there is none. With `unpriced` items beside it, which have no price, it is never zero and
 * never the whole.
 */
function amountWords(range, unpriced) {
    if (unpriced === 0)
        return (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${range.expected.isZero() ? _money_js__WEBPACK_IMPORTED_MODULE_4__/* .NONE */ .x3 : (0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .usd */ .dR)(range.expected)}`;
    return range.expected.isZero() ? (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `not priced` : (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `\u2265 ${(0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .usd */ .dR)(range.expected)}`;
}
/** `+$3,780.00 (+20%)`, `\u2013` for no change; where prices are missing `\u2265 +$3,780.00`, `+$3,780.00 known`, `not known`. */
function deltaWords(delta, base, { certainty }) {
    const { expected } = delta;
    if (certainty === 'known')
        return percentWords(expected, base);
    if (expected.isZero())
        return (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `not known`;
    return certainty === 'at-least' && expected.isPositive()
        ? (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `\u2265 ${percentWords(expected, base)}`
        : (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .signedUsd */ .NT)(expected)} known`;
}
function percentWords(change, base) {
    const percent = (0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .changePercent */ .AI)(change, base.expected);
    return percent === undefined ? (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .signedUsd */ .NT)(change)}` : (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .signedUsd */ .NT)(change)} (${percent})`;
}
/** The groups in which some scenario changes, or may change because a price is missing. */
function changedGroups(groups, openOf) {
    return groups.filter((group) => !(0,_model_range_js__WEBPACK_IMPORTED_MODULE_2__/* .isNothing */ .qv)(group.delta) || (openOf(group)?.certainty ?? 'known') !== 'known');
}
function totalWords({ monthly, unpriced }) {
    if (unpriced === 0)
        return (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `${(0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .usd */ .dR)(monthly.expected)}`;
    return monthly.expected.isZero() ? (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `not known` : (0,_document_js__WEBPACK_IMPORTED_MODULE_6__/* .line */ .n8) `at least ${(0,_money_js__WEBPACK_IMPORTED_MODULE_4__/* .usd */ .dR)(monthly.expected)}`;
}
function sameTotal({ diff }) {
    return diff.head.monthly.expected.eq(diff.base.monthly.expected);
}


/***/ }),

/***/ 3804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mu: () => (/* binding */ withHint),
/* harmony export */   uK: () => (/* binding */ unpricedSection)
/* harmony export */ });
/* unused harmony export isLineToWrite */
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(616);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1814);
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9384);



/** Lines of one hint that are shown. */
const HINT_LINES = 12;
/** What has no price by owner and by what is missing; `open` where that is what a verdict waits for. */
function unpricedSection(unpriced, several, open = false) {
    if (unpriced.length === 0)
        return [];
    const blocks = () => [unpricedList(unpriced, several)];
    return [{ title: (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8) `Not priced, and what to add`, open, blocks, rank: 1 }];
}
function unpricedList(unpriced, several) {
    const groups = new Map();
    for (const charge of unpriced) {
        if (charge.cost.kind !== 'unpriced')
            continue;
        const { why, hint } = charge.cost;
        const key = JSON.stringify([(0,_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .groupKey */ .$6)(charge.project, charge.owner), why, hint]);
        const found = groups.get(key);
        if (found === undefined)
            groups.set(key, [charge]);
        else
            found.push(charge);
    }
    const items = [...groups.values()].map((charges, rank) => ({ rank, cell: groupCell(charges, several) }));
    return { kind: 'list', items };
}
/** The charges of one owner that lack the same thing. */
function groupCell(charges, several) {
    const [first] = charges;
    if (first === undefined || first.cost.kind !== 'unpriced')
        return (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)((0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8) ``);
    const { why, hint } = first.cost;
    const components = charges.map(({ component }) => (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(component)}`);
    const at = first.at === undefined ? (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8) `` : (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8) ` (${(0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .place */ .ik)(first.at)})`;
    const main = (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8) `${(0,_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerWords */ .$J)(first, several)} ${(0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .joinLines */ .cT)(components, (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8) `, `)}${at}: ${(0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(why)}`;
    return withHint(main, hint);
}
/** A hint is the line to write, several of them, or a sentence; lines to write are shown to be copied. */
function withHint(main, hint) {
    if (hint === undefined)
        return (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(main);
    const lines = hint.split('\n').filter((text) => text.trim() !== '');
    if (lines.length === 0)
        return (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(main);
    return lines.every(isLineToWrite)
        ? { main, example: lines.slice(0, HINT_LINES) }
        : (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(main, [(0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .line */ .n8) `${(0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(hint)}`]);
}
/** `requests: 10000 per day`, `- name: x`; not a sentence. */
function isLineToWrite(text) {
    return (/^ *(?:- )?[{"']?[\w.[\]"'-]{1,100}:(?: |$)/.test(text) || /^ *- /.test(text) || /^ *[{}\]]/.test(text));
}


/***/ })

};
