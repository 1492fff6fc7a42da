export const id = 810;
export const ids = [810];
export const modules = {

/***/ 5810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   manifestJsonSchema: () => (/* binding */ manifestJsonSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1477);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2311);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8439);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9396);
/* harmony import */ var _model_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8070);
/* harmony import */ var _model_layer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9415);
/* harmony import */ var _core_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7254);
/* harmony import */ var _iac_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2031);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9341);
/** The JSON Schema of a manifest, for editors. Reading does not use it: it says less than the reader checks. */






const { /* optional */ "lqM": optional } = zod__WEBPACK_IMPORTED_MODULE_5__;
/** The schema of version 1 with the sections of the features; the same keys in the same order every time. */
function manifestJsonSchema(features) {
    const { $schema, ...body } = toJson(wholeSchema(features));
    return {
        $schema,
        $id: 'urn:bedrock-cost-diff:manifest:1',
        title: 'Usage manifest of bedrock-cost-diff, version 1',
        description: 'What runs on Amazon Bedrock and how much it is used: bedrock-cost.yml.',
        ...body,
    };
}
function wholeSchema(features) {
    const { resourceSections } = (0,_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestSchemas */ .aQ)(features);
    const workload = (0,_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeWorkloadSchema */ .mv)(features);
    const limits = (0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .limitsShape */ .en)();
    const layer = zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([(0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .limit */ .AB)('dollars'), (0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)(limits)]);
    const budgets = (0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
        ...limits,
        unpriced_share: optional((0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .unpricedShare */ .GO)()),
        layers: optional((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)(Object.fromEntries(_model_layer_js__WEBPACK_IMPORTED_MODULE_1__/* .LAYERS */ .R.map((name) => [name, optional(layer)])))),
        environments: optional((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)(limits)).describe('Limits on all workloads of an environment.')),
        workloads: optional((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .byName */ .nG)((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)(limits))),
    });
    const prices = (0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({ ...(0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .discountShape */ .jS)(), exact: optional(zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)((0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .exactPriceShape */ ._t)()))) });
    return (0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)({
        version: zod__WEBPACK_IMPORTED_MODULE_6__/* .literal */ .euz(1).describe('The version of the manifest.'),
        region: optional((0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .region */ .Ny)().describe('AWS region of workloads that name none.')),
        month: optional((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)((0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .monthShape */ .yV)()).describe('How long a month is.')),
        workloads: optional((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .byName */ .nG)(workload).describe('What runs, by name.')),
        iac: optional(zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ(_iac_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .IAC_KINDS */ .q.map(_iac_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .iacSchema */ .b)))
            .describe('Where to read infrastructure code. Found where absent.')),
        resources: optional((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .byText */ .z4)(resourceSchema(resourceSections)).describe('Usage of single resources, by address.')),
        extra_charges: optional(zod__WEBPACK_IMPORTED_MODULE_6__/* .array */ .YOg((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)((0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .extraChargeShape */ .mb)())).describe('What is paid beside, as amounts.')),
        budgets: optional(budgets.describe('Limits. A pull request can only tighten them.')),
        prices: optional(prices.describe('Negotiated or missing prices.')),
        advice: optional((0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)((0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .adviceShape */ ._Z)()).describe('Which cheaper options are worth a line.')),
    });
}
/** The type of a resource does not show in every address, so an entry may be any of the sections. */
function resourceSchema(sections) {
    const core = {
        priced_by: optional((0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .pricedBy */ .Dk)()),
        instances: optional((0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .instances */ .VF)()),
        source: optional((0,_core_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .figureSource */ .qQ)()),
    };
    const options = sections.map((entry) => {
        const schema = (0,_schema_js__WEBPACK_IMPORTED_MODULE_4__/* .schemaOf */ .pP)(entry);
        return (schema instanceof zod__WEBPACK_IMPORTED_MODULE_6__/* .ZodObject */ .bvH ? schema.safeExtend(core) : schema).describe(entry.description);
    });
    const bare = (0,_model_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .section */ .uW)(core).describe('A resource that an extra charge covers, or how many of it there are.');
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .union */ .KCZ([...options, bare]);
}
function toJson(schema) {
    return zod__WEBPACK_IMPORTED_MODULE_7__/* .toJSONSchema */ .bl(schema, {
        io: 'input',
        target: 'draft-7',
        unrepresentable: 'any',
        override: ({ zodSchema, jsonSchema }) => {
            // zod leaves out the examples of what it transforms; they are those of the input here.
            const examples = zod__WEBPACK_IMPORTED_MODULE_8__/* .globalRegistry */ .fd.get(zodSchema)?.['examples'];
            if (examples !== undefined)
                jsonSchema.examples = examples;
            if (!(zodSchema instanceof zod__WEBPACK_IMPORTED_MODULE_6__/* .ZodMap */ .UtG))
                return;
            const { $schema: _, ...content } = toJson(zodSchema.valueType);
            const { $schema: __, type: ___, ...names } = toJson(zodSchema.keyType);
            Object.assign(jsonSchema, { type: 'object', additionalProperties: content });
            if (Object.keys(names).length > 0)
                Object.assign(jsonSchema, { propertyNames: names });
        },
    });
}


/***/ })

};
