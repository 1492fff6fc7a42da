export const id = 199;
export const ids = [199];
export const modules = {

/***/ 9968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H9: () => (/* binding */ costAmounts),
/* harmony export */   NX: () => (/* binding */ chargeIdentity),
/* harmony export */   Nx: () => (/* binding */ decimalText),
/* harmony export */   hk: () => (/* binding */ wordsText),
/* harmony export */   je: () => (/* binding */ unpricedEntry),
/* harmony export */   lv: () => (/* binding */ monthEntry),
/* harmony export */   oE: () => (/* binding */ diagnosticEntry),
/* harmony export */   q$: () => (/* binding */ amounts),
/* harmony export */   s$: () => (/* binding */ jsonText)
/* harmony export */ });
/* harmony import */ var _model_charge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2204);
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
/** What a charge costs; null where it does not exist or has no price. */
function costAmounts(charge) {
    return charge?.cost.kind === 'priced' ? amounts(charge.cost.amount) : null;
}
/** What a charge is and how it comes about, apart from its cost at either commit. */
function chargeIdentity(charge) {
    const { id, project, layer, owner, feature, component, item, region, kind, period, unit, price, notes, at, } = charge;
    return {
        id,
        project,
        layer,
        ...ownerKey(owner),
        feature,
        component,
        ...(item === undefined ? {} : { item }),
        ...(region === undefined ? {} : { region }),
        kind,
        period,
        factors: charge.factors.map((factor) => ({
            name: factor.name,
            value: amounts(factor.value),
            origin: factor.origin,
            ...(factor.at === undefined ? {} : { at: location(factor.at) }),
        })),
        quantity: charge.cost.kind === 'priced' ? amounts((0,_model_charge_js__WEBPACK_IMPORTED_MODULE_0__/* .quantityOf */ .R)(charge.factors)) : null,
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
        .map((part) => ('plain' in part ? part.plain : part.name))
        .join(' ')
        .replace(/ +/g, ' ')
        .replace(/ ([,.;:)])/g, '$1')
        .trim();
}
/** Text with a line end, keys in the order in which they were made. */
function jsonText(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}
function ownerKey({ kind, name, }) {
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

/***/ 7199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderJson: () => (/* binding */ renderJson)
/* harmony export */ });
/* harmony import */ var _json_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9968);

/** The JSON report: the same report gives the same bytes. Amounts are decimal text in US dollars, unrounded. */
function renderJson(report) {
    return (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s$)(jsonReport(report));
}
function jsonReport({ diff, verdict, diagnostics, coverage, prices, ...rest }) {
    return {
        schemaVersion: 1,
        base: sideEntry(diff.base),
        head: sideEntry(diff.head),
        delta: {
            monthly: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .amounts */ .q$)(diff.delta.monthly),
            oneTime: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .amounts */ .q$)(diff.delta.oneTime),
            percent: diff.delta.percent === undefined ? null : (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .decimalText */ .Nx)(diff.delta.percent),
            complete: diff.charges.every(({ delta, status }) => delta !== undefined || status === 'unchanged'),
        },
        layers: diff.layers.map(({ key, base, head, delta, unpriced }) => ({
            layer: key,
            base: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .amounts */ .q$)(base),
            head: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .amounts */ .q$)(head),
            delta: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .amounts */ .q$)(delta),
            unpriced,
        })),
        reasons: diff.reasons.map(({ words, amount }) => ({
            text: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .wordsText */ .hk)(words),
            amount: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .decimalText */ .Nx)(amount),
        })),
        charges: diff.charges.flatMap(chargeEntry),
        unpriced: diff.charges.flatMap(({ head }) => (head === undefined ? [] : (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .unpricedEntry */ .je)(head))),
        diagnostics: diagnostics.map((diagnostic) => ({ ...(0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosticEntry */ .oE)(diagnostic), side: diagnostic.side })),
        verdict: {
            status: verdict.status,
            fails: verdict.fails,
            breaches: verdict.breaches.map(breachEntry),
            because: [...verdict.because],
        },
        advice: (rest.advice ?? []).map(({ kind, saves, words }) => ({
            kind,
            saves: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .amounts */ .q$)(saves),
            text: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .wordsText */ .hk)(words),
        })),
        coverage: {
            declared: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .decimalText */ .Nx)(coverage.declared),
            assumed: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .decimalText */ .Nx)(coverage.assumed),
            unpriced: coverage.unpriced,
        },
        prices: { asOf: prices.asOf, book: prices.edition },
        month: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .monthEntry */ .lv)(rest.month),
        regions: [...rest.regions],
        projects: [...rest.projects],
    };
}
function sideEntry({ revision, monthly, oneTime, unpriced }) {
    return { revision, monthly: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .amounts */ .q$)(monthly), oneTime: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .amounts */ .q$)(oneTime), unpriced };
}
function chargeEntry({ base, head, delta, status, causes }) {
    const charge = head ?? base;
    if (charge === undefined)
        return [];
    return [
        {
            ...(0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .chargeIdentity */ .NX)(charge),
            base: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .costAmounts */ .H9)(base),
            head: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .costAmounts */ .H9)(head),
            delta: delta === undefined ? null : (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .amounts */ .q$)(delta),
            status,
            causes: causes.map(({ kind, from, to, amount }) => ({
                kind,
                ...(from === undefined ? {} : { from }),
                ...(to === undefined ? {} : { to }),
                amount: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .decimalText */ .Nx)(amount),
            })),
        },
    ];
}
function breachEntry({ budget, actual }) {
    const { measure, max, scope, action } = budget;
    return {
        limit: measure,
        actual: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .decimalText */ .Nx)(actual),
        max: (0,_json_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .decimalText */ .Nx)(max),
        scope: scopeEntry(scope),
        action,
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
    }
}


/***/ })

};
