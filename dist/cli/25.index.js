export const id = 25;
export const ids = [25];
export const modules = {

/***/ 4025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   staleModels: () => (/* binding */ staleModels)
/* harmony export */ });
/* harmony import */ var _code_model_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(762);
/* harmony import */ var _iac_parse_cache_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8768);
/* harmony import */ var _tree_read_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(492);
/* harmony import */ var _tree_two_trees_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5757);
/* harmony import */ var _known_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3568);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(322);
/** Models that a manifest spells out and that the code does not have any more. */






/** Candidates that a warning lists. */
const SHOWN = 3;
/**
 * A warning for each model id of a manifest that stands nowhere in the code of its project, where the code sets other
 * models that no workload follows: one of them may have taken its place. A project without such code is not judged.
 */
async function staleModels(snapshot, features, globs) {
    const read = await (0,_tree_read_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readTree */ .Z)(snapshot, features, globs, new _iac_parse_cache_js__WEBPACK_IMPORTED_MODULE_5__/* .ParseCache */ .i());
    const tree = (0,_tree_two_trees_js__WEBPACK_IMPORTED_MODULE_2__/* .alike */ .n)(read, read).after;
    const diagnostics = [];
    for (const parts of tree.projects) {
        const { manifest } = parts;
        if (manifest === undefined)
            continue;
        const literals = literalModels(manifest);
        if (literals.length === 0)
            continue;
        const { graph, found, texts } = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .survey */ .F)(snapshot, parts, features);
        const text = (await snapshot.read([manifest.file])).get(manifest.file) ?? '';
        const free = found.candidates.filter((0,_known_js__WEBPACK_IMPORTED_MODULE_3__/* .isNewTo */ ._)(parts, graph, text)).filter(({ known }) => bindingOf(known));
        const named = namedIn(texts);
        for (const { id, workload, at } of literals) {
            if (free.length > 0 && !named(id))
                diagnostics.push(stale(id, workload, at, free));
        }
    }
    return diagnostics;
}
function literalModels({ workloads }) {
    return workloads.flatMap((workload) => {
        const { name, model, calls } = workload;
        return [
            ...(model?.kind === 'id' ? [{ id: model.id, workload: name, at: workload.locate('model') }] : []),
            ...calls.flatMap((call) => call.model?.kind === 'id'
                ? [{ id: call.model.id, workload: name, at: workload.locate('calls', call.name, 'model') }]
                : []),
        ];
    });
}
/** Whether any file names a model, for whatever reason; a profile that is put before it at run time may be any. */
function namedIn(texts) {
    const ids = new Set();
    const anyProfile = new Set();
    for (const [file, text] of texts) {
        for (const { id, prefixUnknown } of (0,_code_model_references_js__WEBPACK_IMPORTED_MODULE_0__/* .modelReferences */ .A)(file, text)) {
            ids.add(plain(id));
            if (prefixUnknown === true)
                anyProfile.add(plain(id));
        }
    }
    return (id) => ids.has(plain(id)) || [...anyProfile].some((end) => plain(id).endsWith(`.${end}`));
}
function plain(id) {
    return id.slice(id.lastIndexOf('/') + 1);
}
function bindingOf(known) {
    const key = known.find((one) => one.key === 'model' || one.key === 'agent');
    return key === undefined ? undefined : `${key.key}: ${key.value}`;
}
function stale(id, workload, at, free) {
    const places = free.slice(0, SHOWN).map(({ about }) => about);
    const more = free.length > places.length ? `, and ${free.length - places.length} more` : '';
    return {
        code: 'manifest-disagrees',
        severity: 'warning',
        message: `The model of ${workload} is ${id} in the manifest, and no file of the project names it; no workload follows ${places.join('; ')}${more}.`,
        at,
        hint: `${bindingOf(free[0]?.known ?? []) ?? ''}  # follows the code from now on`,
    };
}


/***/ })

};
