export const id = 576;
export const ids = [576];
export const modules = {

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

/***/ 6576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderJson: () => (/* binding */ renderJson)
});

// EXTERNAL MODULE: ./build/model/decimal.js + 1 modules
var decimal = __webpack_require__(5569);
// EXTERNAL MODULE: ./build/render/json-parts.js
var json_parts = __webpack_require__(9968);
;// CONCATENATED MODULE: ./build/render/json-model-changes.js

/** Model changes in code, for programs. */
function modelChangesEntry({ uncounted, counted, lesser, request }) {
    return {
        request: { input: (0,json_parts/* decimalText */.Nx)(request.input), output: (0,json_parts/* decimalText */.Nx)(request.output) },
        uncounted: uncounted.map(changeEntry),
        counted: counted.map(({ workload, place }) => ({ workload, place: placeEntry(place) })),
        lesser,
    };
}
function changeEntry(change) {
    const { project, before, after, places, region, regionAssumed, effects, tokens, staleWorkload, restated, lines, } = change;
    return {
        project,
        before: modelEntry(before),
        after: modelEntry(after),
        places: places.map(placeEntry),
        region,
        regionAssumed,
        effects: effects.map(({ before: old, after: current, parts }) => ({
            before: pricesEntry(old),
            after: pricesEntry(current),
            delta: (0,json_parts/* decimalText */.Nx)(current.requests.minus(old.requests)),
            parts: parts === undefined ? null : { model: (0,json_parts/* decimalText */.Nx)(parts.model), profile: (0,json_parts/* decimalText */.Nx)(parts.profile) },
        })),
        tokens: tokens === undefined
            ? null
            : {
                low: tokens.range === undefined ? null : (0,json_parts/* decimalText */.Nx)(tokens.range.low),
                high: tokens.range === undefined ? null : (0,json_parts/* decimalText */.Nx)(tokens.range.high),
                source: tokens.source ?? null,
            },
        staleWorkload: staleWorkload ?? null,
        restated: restated === undefined
            ? null
            : { before: (0,json_parts/* decimalText */.Nx)(restated.before), after: (0,json_parts/* decimalText */.Nx)(restated.after) },
        lines: [...lines],
    };
}
function modelEntry(model) {
    if (model === undefined)
        return null;
    const { id, title, prices, why } = model;
    return { id, model: title ?? null, prices: prices.map(pricesEntry), why: why ?? null };
}
function pricesEntry({ profile, input, output, requests, }) {
    return {
        profile,
        input: (0,json_parts/* decimalText */.Nx)(input),
        output: output === undefined ? null : (0,json_parts/* decimalText */.Nx)(output),
        requests: (0,json_parts/* decimalText */.Nx)(requests),
    };
}
function placeEntry({ at, name, use }) {
    return { at: { ...at }, name: name ?? null, use };
}

;// CONCATENATED MODULE: ./build/render/json.js



/** The JSON report: the same report gives the same bytes. Amounts are decimal text in US dollars, unrounded. */
function renderJson(report) {
    return (0,json_parts/* jsonText */.s$)(jsonReport(report));
}
function jsonReport({ diff, verdict, diagnostics, coverage, modelChanges, prices, ...rest }) {
    return {
        schemaVersion: 1,
        base: sideEntry(diff.base),
        head: sideEntry(diff.head),
        delta: {
            monthly: (0,json_parts/* amounts */.q$)(diff.delta.monthly),
            oneTime: (0,json_parts/* amounts */.q$)(diff.delta.oneTime),
            percent: diff.delta.percent === undefined ? null : (0,json_parts/* decimalText */.Nx)(diff.delta.percent),
            complete: diff.delta.certainty === 'known',
        },
        layers: diff.layers.map((group) => ({ layer: group.key, ...groupEntry(group) })),
        owners: diff.owners.map((group) => ({
            project: group.key.project,
            ...(0,json_parts/* ownerEntry */.O4)(group.key.owner),
            ...groupEntry(group),
        })),
        ...reasonEntries(diff.reasons),
        charges: diff.charges.flatMap(chargeEntry),
        unpriced: diff.charges.flatMap(({ head }) => (head === undefined ? [] : (0,json_parts/* unpricedEntry */.je)(head))),
        modelChanges: modelChangesEntry(modelChanges),
        diagnostics: diagnostics.map((diagnostic) => ({ ...(0,json_parts/* diagnosticEntry */.oE)(diagnostic), side: diagnostic.side })),
        verdict: {
            status: verdict.status,
            fails: verdict.fails,
            breaches: verdict.breaches.map(breachEntry),
            because: [...verdict.because],
            ...(verdict.override === undefined ? {} : { override: overrideEntry(verdict.override) }),
        },
        advice: (rest.advice ?? []).map(({ kind, saves, words, condition, about }) => ({
            kind,
            saves: (0,json_parts/* amounts */.q$)(saves),
            text: (0,json_parts/* wordsText */.hk)(words),
            condition,
            about,
        })),
        sensitivity: (rest.sensitivity ?? []).map(({ words, tenPercent }) => ({
            text: (0,json_parts/* wordsText */.hk)(words),
            tenPercent: (0,json_parts/* decimalText */.Nx)(tenPercent),
        })),
        coverage: {
            declared: (0,json_parts/* decimalText */.Nx)(coverage.declared),
            assumed: (0,json_parts/* decimalText */.Nx)(coverage.assumed),
            origins: originShares(coverage),
            unpriced: coverage.unpriced,
        },
        prices: { asOf: prices.asOf, book: prices.edition },
        month: (0,json_parts/* monthEntry */.lv)(rest.month),
        regions: [...rest.regions],
        projects: [...rest.projects],
    };
}
function originShares({ origins }) {
    return {
        measured: (0,json_parts/* decimalText */.Nx)(origins.measured),
        declared: (0,json_parts/* decimalText */.Nx)(origins.declared),
        iac: (0,json_parts/* decimalText */.Nx)(origins.iac),
        code: (0,json_parts/* decimalText */.Nx)(origins.code),
        assumed: (0,json_parts/* decimalText */.Nx)(origins.assumed),
    };
}
function sideEntry({ revision, monthly, oneTime, unpriced }) {
    return { revision, monthly: (0,json_parts/* amounts */.q$)(monthly), oneTime: (0,json_parts/* amounts */.q$)(oneTime), unpriced };
}
function chargeEntry({ base, head, delta, status, causes }) {
    const charge = head ?? base;
    if (charge === undefined)
        return [];
    return [
        {
            ...(0,json_parts/* chargeIdentity */.NX)(charge),
            base: (0,json_parts/* costAmounts */.H9)(base),
            head: (0,json_parts/* costAmounts */.H9)(head),
            delta: delta === undefined ? null : (0,json_parts/* amounts */.q$)(delta),
            status,
            causes: causes.map(causeEntry),
        },
    ];
}
function causeEntry({ kind, from, to, percent, amount, }) {
    return {
        kind,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(percent === undefined ? {} : { percent: (0,json_parts/* decimalText */.Nx)(percent) }),
        amount: (0,json_parts/* decimalText */.Nx)(amount),
    };
}
function groupEntry({ base, head, delta, certainty, unpriced, causes }) {
    return {
        base: (0,json_parts/* amounts */.q$)(base),
        head: (0,json_parts/* amounts */.q$)(head),
        delta: (0,json_parts/* amounts */.q$)(delta),
        complete: certainty === 'known',
        unpriced,
        causes: causes.map(groupCauseEntry),
    };
}
function groupCauseEntry(cause) {
    const { project, owner, call, feature } = cause;
    return {
        ...(project === undefined ? {} : { project }),
        ...(owner === undefined ? {} : (0,json_parts/* ownerEntry */.O4)(owner)),
        ...(call === undefined ? {} : { call }),
        ...(feature === undefined ? {} : { feature }),
        ...causeEntry(cause),
    };
}
/** So many changes are told in words. */
const TOLD = 5;
function reasonEntries(reasons) {
    const told = reasons.slice(0, TOLD).map(({ words, amount, once }) => ({
        text: (0,json_parts/* wordsText */.hk)(words),
        amount: (0,json_parts/* decimalText */.Nx)(amount),
        period: once === true ? 'one-time' : 'monthly',
    }));
    const rest = reasons.slice(TOLD);
    const otherChanges = ['monthly', 'one-time'].flatMap((period) => {
        const part = rest.filter(({ once }) => (once === true) === (period === 'one-time'));
        const sum = part.reduce((total, { amount }) => total.plus(amount), decimal/* ZERO */.f2);
        return part.length === 0 ? [] : [{ period, count: part.length, amount: (0,json_parts/* decimalText */.Nx)(sum) }];
    });
    return { reasons: told, otherChanges };
}
function overrideEntry(outcome) {
    return 'upTo' in outcome ? { ...outcome, upTo: (0,json_parts/* decimalText */.Nx)(outcome.upTo) } : outcome;
}
function breachEntry({ budget, actual }) {
    const { measure, max, scope, action, on = 'expected', message } = budget;
    return {
        limit: measure,
        actual: (0,json_parts/* decimalText */.Nx)(actual),
        max: (0,json_parts/* decimalText */.Nx)(max),
        scope: scopeEntry(scope),
        action,
        on,
        ...(message === undefined ? {} : { message }),
    };
}
function scopeEntry(scope) {
    const project = scope.project === undefined ? {} : { project: scope.project };
    switch (scope.kind) {
        case 'total':
            return { kind: 'total', ...project };
        case 'layer':
            return { kind: 'layer', layer: scope.layer, ...project };
        case 'workload':
            return { kind: 'workload', project: scope.project, workload: scope.workload };
        case 'environment':
            return { kind: 'environment', project: scope.project, environment: scope.environment };
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


/***/ })

};
