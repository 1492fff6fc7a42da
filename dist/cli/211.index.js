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
const lineAmounts = amounts.extend({
    scenario: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ low: decimal, high: decimal })
        .optional()
        .describe('Where the line runs against the total, as tokens read from a cache do: its part in the low and the high of the totals, which are sums of these. Absent where that is its own low and high.'),
});
const money = amounts.describe('US dollars at low, expected and high usage.');
const lineMoney = lineAmounts.describe('US dollars, from the least to the most.');
const change = amounts.describe('US dollars: head less base in each of the three states of the month. Where that is a decrease, low is often above high.');
const layer = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['inference', 'features', 'operations']);
const location = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    file: text,
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
});
const origin = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['measured', 'declared', 'convention', 'iac', 'code', 'assumed']);
const period = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['monthly', 'one-time']);
const cause = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: text.describe('What changed: the name of a factor; model, profile, tier, region, context or price; added or removed.'),
    from: text.optional(),
    to: text.optional(),
    percent: decimal
        .optional()
        .describe('Its effect on the price of a unit, where that does not depend on what else changed.'),
    amount: decimal.describe('The part of the expected delta that it makes. The causes of one charge add up to it.'),
});
const owners = {
    workload: text
        .optional()
        .describe('The owner. Exactly one of workload, resource, shared and extra is there.'),
    resource: text.optional(),
    shared: text.optional(),
    extra: text.optional(),
};
const groupCause = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    project: text.optional(),
    ...owners,
    call: text.optional().describe('The named call.'),
    feature: text.optional().describe('Of what was added or removed.'),
    ...cause.shape,
})
    .describe('Causes of several charges that are one change. Those of one group add up to its expected delta.');
const factor = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: text,
    value: lineAmounts,
    origin,
    source: text.optional().describe('What the manifest says of its source: CloudWatch 2026-11.'),
    at: location.optional(),
});
/** What a charge is, apart from what it costs at either commit. */
const chargeIdentity = {
    id: text.describe('Stable between commits.'),
    project: text.describe('The directory of the manifest, . for the root.'),
    layer,
    ...owners,
    feature: text,
    component: text,
    item: text.optional(),
    region: text.optional(),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['usage', 'floor']),
    period,
    factors: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(factor).describe('The arithmetic, of the head where the charge stands there.'),
    quantity: lineAmounts
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
    base: lineMoney.nullable().describe('Null where it does not exist at base or has no price there.'),
    head: lineMoney.nullable(),
    delta: change.nullable().describe('Null where either side has no price.'),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['added', 'removed', 'changed', 'unchanged']),
    causes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(cause),
});
const estimatedCharge = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ...chargeIdentity, cost: lineMoney.nullable() });
const groupFigures = {
    base: money,
    head: money,
    delta: change.describe('Of what is known on both sides, as the delta of the whole: head less base in each of the three states.'),
    complete: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().describe('As that of the delta of the whole, for this part of it.'),
    unpriced: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(),
    causes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(groupCause),
};
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
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('environment'), project: text, environment: text }),
]);
const breach = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    limit: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['monthly', 'increase', 'increase_percent', 'per_1k_requests']),
    actual: decimal,
    max: decimal,
    scope,
    action: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['fail', 'warn']),
    on: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['low', 'expected', 'high']).describe('The usage that was held against the limit.'),
    message: text.optional().describe('What the team says to whoever crosses it.'),
});
const given = { label: text, actor: text, at: text.describe('When the label was set, ISO 8601.') };
const upTo = decimal.describe('US dollars a month that were approved.');
const override = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('covers'), ...given, upTo }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('exceeded'),
        ...given,
        upTo,
        because: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['dearer', 'other-limit', 'not-decidable']),
    }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('not-recorded'), ...given }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('unreadable'), label: text, why: text }),
])
    .describe('What became of an approval; absent where nobody approved, or where the build would not fail.');
const tokenPrices = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    profile: text,
    input: decimal.describe('US dollars for 1M tokens, as is output.'),
    output: decimal.nullable(),
    requests: decimal.describe('US dollars for 1,000 requests of the stated size.'),
});
const codeModel = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: text,
    model: text.nullable().describe('The name of the model; null where the catalogue does not have it.'),
    prices: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(tokenPrices)
        .describe('Several where the profile prefix is made at run time; none where there is no price.'),
    why: text.nullable(),
});
const modelUse = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n([
    'argument',
    'constant',
    'environment-default',
    'configuration',
    'expression',
    'comparison',
    'catalogue',
    'allowed-values',
    'permission',
    'test',
    'comment',
    'documentation',
]);
const codePlace = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ at: location, name: text.nullable(), use: modelUse });
const modelChanges = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    request: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ input: decimal, output: decimal })
        .describe('Tokens of one request of the effects.'),
    uncounted: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        project: text,
        before: codeModel.nullable(),
        after: codeModel.nullable(),
        places: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(codePlace),
        region: text,
        regionAssumed: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        effects: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            before: tokenPrices,
            after: tokenPrices,
            delta: decimal.describe('Of 1,000 requests, if the number of tokens stays the same.'),
            parts: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ model: decimal, profile: decimal }).nullable(),
        })),
        tokens: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ low: decimal.nullable(), high: decimal.nullable(), source: text.nullable() })
            .nullable()
            .describe('So many times the tokens for the same text; null where both count alike.'),
        staleWorkload: text.nullable(),
        restated: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ before: decimal, after: decimal })
            .nullable()
            .describe('US dollars a month of that workload, as it is stated and with the model that the code names.'),
        lines: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).describe('What the manifest would need.'),
    }))
        .describe('Model ids that change in code and that no workload names: in no total.'),
    counted: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ workload: text, place: codePlace }))
        .describe('The same switch as that of a workload, in another file.'),
    lesser: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .nonnegative()
        .describe('Changes in tests, comments, documentation, policies and lists of models.'),
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
        monthly: change.describe('Head less base in each of the three states, of what is known on both sides: a charge that has a price on one side and stands on the other without one counts on neither, so this can differ from head minus base.'),
        oneTime: change.describe('By the same rule.'),
        percent: decimal
            .nullable()
            .describe('Of the expected monthly figure; null where the base is zero, and where something of the base that changed has no price on one side.'),
        complete: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()
            .describe('False where something that changed has no price on one side: the delta is then of what is known on both sides.'),
    }),
    layers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ layer, ...groupFigures })),
    owners: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ project: text, ...owners, ...groupFigures }))
        .describe('Workloads, resources, and what several share.'),
    reasons: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ text, amount: decimal, period }))
        .describe('At most five, the largest first.'),
    otherChanges: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ period, count: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(), amount: decimal }))
        .describe('What the reasons do not tell, added up.'),
    charges: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(charge),
    unpriced: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(unpriced)
        .describe('The charges of the head that have no price. Never zero, always listed.'),
    modelChanges,
    diagnostics: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(diagnostic.extend({ side: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['base', 'head', 'both']) })),
    verdict: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'warn', 'fail', 'indeterminate']),
        fails: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
        breaches: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(breach),
        because: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text),
        override: override.optional(),
    }),
    advice: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        kind: text,
        saves: money.describe('US dollars a month. Several pieces of advice together save less than their sum.'),
        text,
        condition: text.describe('What must hold for it to be right.'),
        about: text.describe('Of two pieces of advice about one thing, only one can be followed.'),
    })),
    sensitivity: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ text, tenPercent: decimal }))
        .describe('The inputs that move the cost of the head most, and what ten percent more of each costs a month.'),
    coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        declared: decimal.describe('Share of the priced monthly cost that rests on no assumption, 0 to 1; its kinds stand in origins.'),
        assumed: decimal,
        origins: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            measured: decimal,
            declared: decimal,
            iac: decimal,
            code: decimal,
            assumed: decimal,
        })
            .describe('Shares by the weakest origin of the figures of each charge.'),
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
