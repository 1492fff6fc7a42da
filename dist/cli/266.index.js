export const id = 266;
export const ids = [266];
export const modules = {

/***/ 4266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkAgainst: () => (/* binding */ checkAgainst),
  ratioWarnings: () => (/* binding */ ratioWarnings),
  renderCheck: () => (/* binding */ renderCheck)
});

// EXTERNAL MODULE: ./build/model/decimal.js + 1 modules
var decimal = __webpack_require__(5569);
;// CONCATENATED MODULE: ./build/prices/accepted-differences.js
/** Differences from genai-prices that a person has looked at, each with the reason why the book is right. */
const EXTENDED_ACCESS = 'public extended access since 2025-12-01 by the AWS pricing page of 2026-07-24; genai-prices has the former price, as the price list does';
/** Reviewed 2026-11-23 against genai-prices 0.1.8. */
const ACCEPTED_DIFFERENCES = [
    { id: 'regional.anthropic.claude-3-5-sonnet-20240620-v1:0', why: EXTENDED_ACCESS },
    { id: 'regional.anthropic.claude-3-5-sonnet-20241022-v2:0', why: EXTENDED_ACCESS },
];

// EXTERNAL MODULE: ./build/prices/catalogue.js + 1 modules
var prices_catalogue = __webpack_require__(7984);
// EXTERNAL MODULE: ./build/prices/pack.js
var pack = __webpack_require__(374);
;// CONCATENATED MODULE: ./build/prices/check.js
/**
 * `prices check`: the book against an independent table of prices, genai-prices by Pydantic (MIT), which knows the price
 * of a model by its scope but no regions, tiers or times to live; and against the ratios that nearly always hold.
 */




/** Prices within a thousandth of each other are the same. */
const TOLERANCE = new decimal/* Decimal */.Ww('0.001');
/** Where the other table's prices are of; regions that have it are asked in this order. */
const REGIONS = ['us-east-1', 'us-west-2', 'us-east-2'];
/** Compares standard input and output prices by scope. */
function checkAgainst(models, book, catalogue, reviewed = ACCEPTED_DIFFERENCES) {
    const prices = new Map([...(0,pack/* unpackBook */.Iu)(book)]
        .filter((row) => row.tier === 'standard' && row.context === 'normal' && row.unit === 'tokens')
        .map((row) => [[row.subject, row.dimension, row.scope, row.region].join(' '), row]));
    const known = (0,prices_catalogue/* catalogueOf */.vq)(catalogue);
    const differences = [];
    const used = new Set();
    let compared = 0;
    for (const model of models) {
        const current = currentPrices(model.prices, book.asOf);
        for (const dimension of ['input', 'output']) {
            const price = current[`${dimension}_mtok`];
            if (price === undefined)
                continue;
            compared += 1;
            const theirs = new decimal/* Decimal */.Ww(typeof price === 'number' ? price : price.base);
            const row = findPrice(prices, known, model.id, dimension);
            if (row !== undefined && new decimal/* Decimal */.Ww(row.usd).minus(theirs).abs().lte(theirs.times(TOLERANCE)))
                continue;
            const entry = reviewed.find((candidate) => candidate.id === model.id);
            if (entry !== undefined)
                used.add(entry);
            differences.push({
                id: model.id,
                dimension,
                theirs: theirs.toFixed(),
                ours: row?.usd,
                scope: row === undefined || row.scope === '' ? undefined : row.scope,
                ...(entry === undefined ? {} : { accepted: entry.why }),
            });
        }
    }
    return { compared, differences, stale: reviewed.filter((entry) => !used.has(entry)) };
}
/** The last prices whose date has come. */
function currentPrices(prices, asOf) {
    if (!isDated(prices))
        return prices;
    const begun = prices.filter((entry) => (entry.constraint?.start_date ?? '') <= asOf);
    return begun.at(-1)?.prices ?? {};
}
function isDated(prices) {
    return Array.isArray(prices);
}
/**
 * The row that an entry is about. `global.` names its scope; `regional.` stands for every other one, and an id without
 * either for the region itself or, where a model is not sold there, its geographic profile: these two cost the same.
 */
function findPrice(prices, models, id, dimension) {
    const answer = models.resolve(id.replace(/^regional\./, ''));
    if (answer.kind !== 'model')
        return undefined;
    const scopes = answer.scope === 'global' ? ['global'] : ['in-region', 'geographic'];
    for (const region of REGIONS) {
        for (const scope of scopes) {
            const row = prices.get([answer.model.key, dimension, scope, region].join(' '));
            if (row !== undefined)
                return row;
        }
    }
    return undefined;
}
/** Geographic to global 1 or 1.1, flex half, priority 1.75 times, batch half; cache reads below the input price. */
function ratioWarnings(book) {
    const rows = [...(0,pack/* unpackBook */.Iu)(book)].filter((row) => row.unit === 'tokens');
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    const warnings = [];
    const expect = (row, other, ratios, what) => {
        if (other === undefined)
            return;
        if (ratios.some((ratio) => isRounded(row.usd, other.usd, new decimal/* Decimal */.Ww(ratio))))
            return;
        const ratio = new decimal/* Decimal */.Ww(row.usd).div(other.usd);
        const { subject, dimension, region } = row;
        warnings.push({ subject, dimension, region, what, ratio: ratio.toSignificantDigits(4).toFixed() });
    };
    for (const row of rows) {
        if (row.scope === 'geographic')
            expect(row, byKey.get(keyOf({ ...row, scope: 'global' })), ['1', '1.1'], 'geographic to global');
        const standard = byKey.get(keyOf({ ...row, tier: 'standard' }));
        if (row.tier === 'flex')
            expect(row, standard, ['0.5'], 'flex to standard');
        if (row.tier === 'priority')
            expect(row, standard, ['1.75'], 'priority to standard');
        if (row.tier === 'batch')
            expect(row, standard, ['0.5'], 'batch to standard');
        if (row.dimension === 'cache-read') {
            const input = byKey.get(keyOf({ ...row, dimension: 'input' }));
            if (input !== undefined && new decimal/* Decimal */.Ww(row.usd).gte(input.usd))
                expect(row, input, ['0.1'], 'cache read to input');
        }
    }
    return warnings;
}
/** True where `usd` is `ratio` times `other`, as far as both are rounded: to cents, or to what they print beyond. */
function isRounded(usd, other, ratio) {
    const half = (price) => new decimal/* Decimal */.Ww(10).pow(-Math.max(2, new decimal/* Decimal */.Ww(price).decimalPlaces())).div(2);
    const slack = half(usd).plus(half(other).times(ratio));
    return new decimal/* Decimal */.Ww(usd).minus(ratio.times(other)).abs().lte(slack);
}
function keyOf(row) {
    return [row.subject, row.dimension, row.scope, row.tier, row.context, row.region].join(' ');
}
/** The account of a check, in lines for people. A difference that nothing explains begins with `!`. */
function renderCheck(result, warnings) {
    const open = result.differences.filter((difference) => difference.accepted === undefined);
    const line = ({ id, dimension, ours, theirs, accepted }) => `${accepted === undefined ? '!' : ' '} ${id} ${dimension}: ${ours ?? 'no price'} here, ${theirs} there${accepted === undefined ? '' : ` (${accepted})`}`;
    return [
        `${result.compared} prices compared, ${result.compared - result.differences.length} alike, ${open.length} different, ${result.differences.length - open.length} different for a known reason`,
        ...result.differences.map(line),
        ...result.stale.map((entry) => `  ${entry.id} is alike now: remove it from the accepted differences`),
        `${warnings.length} unusual ratios`,
        ...warnings.map(({ subject, dimension, region, what, ratio }) => `  ${subject} ${dimension} in ${region}: ${what} ${ratio}`),
        '',
    ].join('\n');
}


/***/ })

};
