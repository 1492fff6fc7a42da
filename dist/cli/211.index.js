export const id = 211;
export const ids = [211];
export const modules = {

/***/ 7211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   estimateSchema: () => (/* binding */ estimateSchema),
/* harmony export */   reportJsonSchema: () => (/* binding */ reportJsonSchema),
/* harmony export */   reportSchema: () => (/* binding */ reportSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2311);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8439);
/** The shape of the JSON report, for whoever reads it. Amounts are decimal text: unrounded, never floats. */

const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP();
const decimal = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^-?\d+(?:\.\d+)?$/)
    .describe('A decimal number as text, unrounded.');
const amounts = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ low: decimal, expected: decimal, high: decimal });
const money = amounts.describe('US dollars at low, expected and high usage.');
const layer = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['inference', 'features', 'operations']);
const location = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: text,
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
});
const origin = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['measured', 'declared', 'convention', 'iac', 'code', 'assumed']);
const cause = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: text.describe('The name of a factor, or item, region, price, added, removed.'),
    from: text.optional(),
    to: text.optional(),
    amount: decimal.describe('The part of the expected delta that it makes. The causes of one charge add up to it.'),
});
const factor = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: text, value: amounts, origin, at: location.optional() });
/** What a charge is, apart from what it costs at either commit. */
const chargeIdentity = {
    id: text.describe('Stable between commits.'),
    project: text.describe('The directory of the manifest, . for the root.'),
    layer,
    workload: text
        .optional()
        .describe('The owner. Exactly one of workload, resource, shared and extra is there.'),
    resource: text.optional(),
    shared: text.optional(),
    extra: text.optional(),
    feature: text,
    component: text,
    item: text.optional(),
    region: text.optional(),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['usage', 'floor']),
    period: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['monthly', 'one-time']),
    factors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(factor).describe('The arithmetic, of the head where the charge stands there.'),
    quantity: amounts
        .nullable()
        .describe('The product of the factors; null where the charge has no cost, as one may be missing.'),
    unit: text,
    unitPrice: decimal.nullable().describe('US dollars for one unit; null where there is no price.'),
    priceSource: text.nullable(),
    priceAsOf: text.nullable(),
    notes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text),
    at: location.nullable(),
};
const charge = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    ...chargeIdentity,
    base: money.nullable().describe('Null where it does not exist at base or has no price there.'),
    head: money.nullable(),
    delta: money.nullable().describe('Null where either side has no price.'),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['added', 'removed', 'changed', 'unchanged']),
    causes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(cause),
});
const estimatedCharge = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ...chargeIdentity, cost: money.nullable() });
const unpriced = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: text, why: text, hint: text.optional(), at: location.nullable() });
const diagnostic = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    code: text,
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['error', 'warning', 'notice']),
    message: text,
    at: location.optional(),
    hint: text.optional(),
});
const side = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    revision: text,
    monthly: money,
    oneTime: money,
    unpriced: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .nonnegative()
        .describe('Charges without a price; the totals are then lower than the bill.'),
});
const scope = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('total'), project: text.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('layer'), layer, project: text.optional() }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('workload'), project: text, workload: text }),
]);
const breach = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    limit: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['monthly', 'increase', 'increase_percent', 'per_1k_requests']),
    actual: decimal,
    max: decimal,
    scope,
    action: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['fail', 'warn']),
});
const prices = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    asOf: text.describe('The date of the newest price in the book, YYYY-MM-DD.'),
    book: text.describe('The edition of the price book.'),
});
const month = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ days: decimal, hours: decimal });
const reportSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    base: side,
    head: side,
    delta: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        monthly: money,
        oneTime: money,
        percent: decimal.nullable().describe('Of the expected monthly figure; null where the base is zero.'),
        complete: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()
            .describe('False where something that changed has no price on one side: the figures are then of what is priced, and a lower one is no saving.'),
    }),
    layers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ layer, base: money, head: money, delta: money, unpriced: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative() })),
    reasons: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ text, amount: decimal })).describe('At most five, the largest first.'),
    charges: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(charge),
    unpriced: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(unpriced)
        .describe('The charges of the head that have no price. Never zero, always listed.'),
    diagnostics: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(diagnostic.extend({ side: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['base', 'head', 'both']) })),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'warn', 'fail', 'indeterminate']),
        fails: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        breaches: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(breach),
        because: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text),
    }),
    advice: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: text, saves: money, text })),
    coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        declared: decimal.describe('Share of the priced monthly cost that rests on declared figures, 0 to 1.'),
        assumed: decimal,
        unpriced: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(),
    }),
    prices,
    month,
    regions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text),
    projects: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text),
});
const estimateSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    revision: text,
    monthly: money,
    oneTime: money,
    layers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ layer, monthly: money, unpriced: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative() })),
    charges: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(estimatedCharge),
    unpriced: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(unpriced),
    diagnostics: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(diagnostic),
    prices,
    month,
    projects: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text),
});
/** The JSON Schema (draft 2020-12) of the JSON report. */
function reportJsonSchema() {
    return {
        title: 'Report of bedrock-cost-diff',
        ...zod__WEBPACK_IMPORTED_MODULE_1__/* .toJSONSchema */ .bl(reportSchema),
    };
}


/***/ })

};
