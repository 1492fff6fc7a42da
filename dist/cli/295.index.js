export const id = 295;
export const ids = [295];
export const modules = {

/***/ 1658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ unusedName),
/* harmony export */   De: () => (/* binding */ purposesOf),
/* harmony export */   Lx: () => (/* binding */ rerankKey),
/* harmony export */   Ov: () => (/* binding */ nameFrom)
/* harmony export */ });
/* harmony import */ var _code_purpose_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3270);
/* harmony import */ var _manifest_scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7865);
/* harmony import */ var _model_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8070);
/* harmony import */ var _model_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9688);
/** A workload that the code declares, before it is written into a manifest. */




/** A name after the grammar of names, out of any text. */
function nameFrom(text, otherwise) {
    const plain = text
        .replace(/[^A-Za-z0-9.-]+/g, '-')
        .replace(/^[^A-Za-z0-9]+/, '')
        .slice(0, _model_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b.nameCharacters - 4)
        .replace(/[.-]+$/, '');
    // YAML reads `0`, `1e5` and `true` as something else than a name.
    const isText = typeof (0,_manifest_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .plainScalar */ .d)(plain) === 'string';
    return !isText || (0,_model_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .nameProblem */ .rH)(plain) !== undefined ? otherwise : plain;
}
/** A name that is not taken: `chat`, `chat-2`. */
function unusedName(name, taken) {
    if (!taken.has(name))
        return name;
    let count = 2;
    while (taken.has(`${name}-${count}`))
        count += 1;
    return `${name}-${count}`;
}
/** What models make by their ids; one whose id is not known is taken to make text. */
function purposesOf(ids) {
    return new Set(ids.map((id) => (id === undefined ? 'text' : (0,_code_purpose_js__WEBPACK_IMPORTED_MODULE_3__/* .purposeOf */ .e)(id))));
}
/** A model that reranks is billed by the query, and stands in a section of its own. */
function rerankKey(ids) {
    const id = ids.find((one) => one !== undefined && (0,_code_purpose_js__WEBPACK_IMPORTED_MODULE_3__/* .purposeOf */ .e)(one) === 'reranking');
    if (id === undefined)
        return [];
    return [{ key: 'knowledge_base', value: `{ rerank: { model: ${JSON.stringify(id)} } }` }];
}


/***/ }),

/***/ 3568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isMentioned),
/* harmony export */   _: () => (/* binding */ isNewTo)
/* harmony export */ });
/* harmony import */ var _bind_workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2835);

/** Whether a candidate is not in the manifest yet: bound, mentioned, or with the model that a workload spells out. */
function isNewTo(parts, graph, text) {
    const { manifest } = parts;
    if (manifest === undefined)
        return () => true;
    const { usedBy } = (0,_bind_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .bindWorkloads */ .O)(parts, graph, 'us-east-1', []);
    const models = manifest.workloads.flatMap(({ model, calls }) => [
        model,
        ...calls.map((call) => call.model),
    ]);
    const bound = new Set([
        ...usedBy.keys(),
        ...models.flatMap((model) => model?.kind === 'address' ? graph.declared(model.address).map(({ address }) => address) : []),
    ]);
    const ids = new Set(models.flatMap((model) => (model?.kind === 'id' ? [model.id] : [])));
    return (candidate) => !candidate.addresses.some((address) => bound.has(address)) &&
        !candidate.mentions.some((mention) => isMentioned(text, mention)) &&
        !(candidate.ids.length > 0 && candidate.ids.every((id) => ids.has(id)));
}
/** Whether a text names something, in a value or in a comment. */
function isMentioned(text, mention) {
    for (let at = text.indexOf(mention); at >= 0; at = text.indexOf(mention, at + 1)) {
        const around = (text[at - 1] ?? ' ') + (text[at + mention.length] ?? ' ');
        if (!/[\w-]/.test(around))
            return true;
    }
    return false;
}


/***/ }),

/***/ 322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ survey)
});

// EXTERNAL MODULE: ./build/bind/graph.js + 2 modules
var bind_graph = __webpack_require__(8681);
// EXTERNAL MODULE: ./build/bind/map-resources.js
var map_resources = __webpack_require__(2080);
// EXTERNAL MODULE: ./build/code/scanned-files.js
var scanned_files = __webpack_require__(4426);
// EXTERNAL MODULE: ./build/manifest/paths.js
var manifest_paths = __webpack_require__(9288);
// EXTERNAL MODULE: ./build/manifest/projects.js + 1 modules
var projects = __webpack_require__(9376);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(9688);
// EXTERNAL MODULE: ./build/bind/followed-settings.js + 3 modules
var followed_settings = __webpack_require__(8849);
// EXTERNAL MODULE: ./build/bind/model-in-file.js
var model_in_file = __webpack_require__(958);
// EXTERNAL MODULE: ./build/code/model-references.js + 5 modules
var model_references = __webpack_require__(762);
// EXTERNAL MODULE: ./build/code/purpose.js
var purpose = __webpack_require__(3270);
// EXTERNAL MODULE: ./build/init/candidate.js
var candidate = __webpack_require__(1658);
;// CONCATENATED MODULE: ./build/init/most-tokens.js
/** The most tokens of an answer that a program allows: an upper bound of the output. */
const MAX_TOKENS = /\b(?:max_tokens|maxTokens|max_tokens_to_sample|maxTokenCount|max_new_tokens|max_gen_len|max_output_tokens|maxOutputTokens)["']?\]?\s{0,8}[:=]\s{0,8}(\d{1,7})\b/;
/** Longer lines are data. */
const LINE_CHARACTERS = 2_000;
/** The largest `max_tokens` of a text, with its line. */
function mostTokens(text) {
    let most;
    for (const [index, content] of text.split('\n').entries()) {
        if (content.length > LINE_CHARACTERS)
            continue;
        const tokens = Number(MAX_TOKENS.exec(content)?.[1] ?? 0);
        if (tokens > (most?.tokens ?? 0))
            most = { tokens, line: index + 1 };
    }
    return most;
}

;// CONCATENATED MODULE: ./build/init/open-keys.js
/** Requests, with what the code says of how often they come. */
function requestsKey(...hints) {
    const note = ['how many requests it gets', ...hints].join('; ');
    return hints.length > 0
        ? { key: 'requests', value: 'N per month', note }
        : { key: 'requests', value: 'N per day', note };
}
/** What one model call takes and makes, by what its models are for. */
function openSizes(purposes, most) {
    const answers = purposes.has('text') || purposes.has('speech');
    const out = most === undefined ? '' : `; ${most}`;
    const cached = purposes.has('text') ? ', cached ones included' : '';
    return [
        ...(answers || purposes.has('embedding')
            ? [{ key: 'input_tokens', value: 'N', note: `of one model call${cached}; the mean` }]
            : []),
        ...(answers
            ? [{ key: 'output_tokens', value: 'N', note: `of one model call, thinking included; the mean${out}` }]
            : []),
        ...MEDIA.flatMap(({ purpose, ...key }) => (purposes.has(purpose) ? [key] : [])),
    ];
}
const MEDIA = [
    {
        purpose: 'image',
        key: 'images',
        value: '{ count: N }',
        note: 'images of one model call; size and quality beside it where the price depends on them',
    },
    {
        purpose: 'video',
        key: 'video',
        value: '{ seconds: N, resolution: 720p }',
        note: 'seconds that one model call makes',
    },
    {
        purpose: 'speech',
        key: 'speech',
        value: '{ input_tokens: N, output_tokens: N }',
        note: 'speech tokens of one model call, beside those of text',
    },
];
/** Sections for the guardrail and the knowledge bases that are reached. */
function openParts(used) {
    const named = (role) => [
        ...new Set(used.filter(({ mapped }) => mapped.role === role).map(({ resource }) => resource.address)),
    ];
    const [guardrail] = named('guardrail');
    const [knowledgeBase] = named('knowledge-base');
    return [
        ...(guardrail === undefined
            ? []
            : [
                {
                    key: 'guardrail',
                    value: '{ text_units_per_request: N }',
                    note: `${guardrail} evaluates it; 1,000 characters each`,
                },
            ]),
        ...(knowledgeBase === undefined
            ? []
            : [
                {
                    key: 'knowledge_base',
                    value: '{ embedding: { tokens: N per month } }',
                    note: `what ${knowledgeBase} embeds, questions and documents`,
                },
            ]),
    ];
}

// EXTERNAL MODULE: ./build/init/yaml-text.js
var yaml_text = __webpack_require__(2626);
;// CONCATENATED MODULE: ./build/init/from-code.js
/** Workloads that application code declares: files that set a model id, less what something else sets for them. */










/** More ids than this in one file are a list of models. */
const MOST_IDS = 6;
/**
 * One candidate for each file that sets a model, with files of one directory that all set the same one together.
 * `texts` are files below the manifest by path from it; `elsewhere` are environment variables that other code sets.
 */
function candidatesFromCode(texts, elsewhere) {
    const read = [...texts].map(([file, text]) => ({
        file,
        text,
        references: isCode(file, text) ? (0,model_references/* decidingReferences */.y)(file, text) : [],
    }));
    const configured = new Set(read.flatMap(({ references }) => references.flatMap(({ use, name }) => (use === 'configuration' && name !== undefined ? [name] : []))));
    const settings = read.flatMap(({ file, references }) => {
        const own = references.filter(({ use, name = '' }) => !(use === 'environment-default' && (elsewhere.has(name) || configured.has(name))) &&
            !(use === 'configuration' && elsewhere.has(name)));
        return own.length === 0 ? [] : [{ file, references: own, ids: [...new Set(own.map(({ id }) => id))] }];
    });
    const isNotebook = ({ file }) => (0,scanned_files/* languageOf */.e)(file) === 'notebook';
    const programs = settings.filter((setting) => !isNotebook(setting));
    const isList = ({ ids }) => ids.length > MOST_IDS;
    return {
        candidates: apart(together(programs.filter((setting) => !isList(setting)))).map(({ group, name }) => from_code_candidate(group, name, texts)),
        lists: programs.filter(isList).map(({ file, ids }) => ({ file, ids: ids.length })),
        notebooks: settings.filter(isNotebook).map(({ file }) => file),
    };
}
/** Programs and their settings; not infrastructure code, which declares what it sets, nor settings to copy. */
function isCode(file, text) {
    const language = (0,scanned_files/* languageOf */.e)(file);
    if (language === undefined || language === 'hcl' || language === 'markup' || !(0,yaml_text/* isVisible */.zN)(file))
        return false;
    if (/(?:^|[./_-])(?:example|sample|template|dist)(?:$|[./_-])/.test(file.slice(file.lastIndexOf('/') + 1)))
        return false;
    if (INFRASTRUCTURE_FILE.test(file) || /(?:^|\/)package\.json$/.test(file))
        return false;
    if (language !== 'yaml' && language !== 'json')
        return true;
    return !INFRASTRUCTURE_TEXT.test(text);
}
/** Programs of Pulumi and Serverless in YAML, and values for Terraform and AWS SAM. */
const INFRASTRUCTURE_FILE = /(?:^|\/)(?:Pulumi(?:\.[\w-]{1,80})?\.(?:ya?ml|json)|serverless[\w.-]{0,40}\.(?:ya?ml|json)|samconfig\.(?:toml|ya?ml)|[^/]*\.(?:tf|tofu|tfvars)\.json)$/;
/** Templates of CloudFormation and their parameters, plans of Terraform, previews of Pulumi. */
const INFRASTRUCTURE_TEXT = /AWSTemplateFormatVersion|["']?Type["']?\s{0,4}:\s{0,4}["']?AWS::|"ParameterKey"|"planned_values"|"urn:pulumi:/;
/** Files of one directory that all set the same one model. */
function together(settings) {
    const groups = new Map();
    for (const setting of settings) {
        const { file, ids } = setting;
        const key = ids.length === 1 ? JSON.stringify([directory(file), ids]) : file;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [setting]);
        else
            group.push(setting);
    }
    return [...groups.values()];
}
/** Each group with its name; of several that would have the same one, with the folder before it. */
function apart(groups) {
    const wanted = groups.map(([{ file }]) => nameOfFile(file));
    const times = new Map();
    for (const name of wanted)
        times.set(name, (times.get(name) ?? 0) + 1);
    return groups.map((group, index) => {
        const name = wanted[index] ?? '';
        return { group, name: (times.get(name) ?? 0) > 1 ? nameOfFile(group[0].file, name) : name };
    });
}
function from_code_candidate([first, ...others], name, texts) {
    const { file, references, ids } = first;
    const also = others.length === 0 ? '' : `, and the same in ${others.map((other) => other.file).join(', ')}`;
    const files = [first, ...others].map((one) => one.file);
    const settings = files.flatMap((one) => ids.flatMap((id) => (0,followed_settings/* followedSettings */.qo)({ kind: 'file', file: one, written: one }, id, texts, NOTHING_DEPLOYED) ?? []));
    return {
        name,
        about: `${file}:${references[0]?.line ?? 1}, ${ids.join(', ')}${also}`,
        known: modelKeys(first, texts),
        open: [
            ...(references.every(({ prefixUnknown }) => prefixUnknown === true)
                ? [
                    {
                        key: 'model',
                        value: `N.${ids[0] ?? ''}`,
                        note: 'the profile before it is chosen when the program runs',
                    },
                ]
                : []),
            requestsKey(),
            ...openSizes((0,candidate/* purposesOf */.De)(ids), mostTokensIn(files, texts)),
            ...hints(settings),
        ],
        purposes: (0,candidate/* purposesOf */.De)(ids),
        severalCalls: ids.filter(makes).length > 1,
        addresses: [],
        uses: [],
        variables: [],
        mentions: files,
        ids,
    };
}
function mostTokensIn(files, texts) {
    for (const file of files) {
        const most = mostTokens(texts.get(file) ?? '');
        if (most !== undefined)
            return `at most ${most.tokens}, by ${file}:${most.line}`;
    }
    return undefined;
}
/** Caches, whose numbers only usage knows; and tiers where the file does not say one. Any other tier is followed. */
function hints(settings) {
    const cached = settings.find(({ cachePoints }) => cachePoints.length > 0);
    const open = settings.find(({ tiers }) => new Set(tiers.map(({ value }) => value)).size > 1);
    const named = open?.tiers.find(({ value }) => value !== undefined && value !== 'standard');
    return [
        ...(cached === undefined
            ? []
            : [
                {
                    key: 'cache',
                    value: '{ tokens: N, hit_rate: N% }',
                    note: `${cached.where}:${cached.cachePoints[0]?.at.line ?? 1} sets a cache point`,
                },
            ]),
        ...(named?.value === undefined || open === undefined
            ? []
            : [
                {
                    key: 'tier',
                    value: named.value,
                    note: `asked for by ${open.where}:${named.at.line ?? 1}, and not by all of its calls`,
                },
            ]),
    ];
}
/** The binding to the file, by name where it sets several models, and the id itself where no name tells them apart. */
function modelKeys({ file, references, ids }, texts) {
    const called = ids.filter(makes);
    const reranked = (0,candidate/* rerankKey */.Lx)(ids);
    const [only, ...others] = called;
    if (references.every(({ prefixUnknown }) => prefixUnknown === true))
        return [];
    if (only === undefined)
        return reranked;
    if (others.length === 0) {
        const own = references.filter(({ id }) => id === only);
        return [{ key: 'model', value: bindingTo(file, only, own, texts) }, ...reranked];
    }
    const taken = new Set();
    const calls = called.flatMap((id) => {
        const own = references.filter((reference) => reference.id === id && reference.prefixUnknown !== true);
        if (own.length === 0)
            return [];
        const given = (own[0]?.name ?? '')
            .toLowerCase()
            .replace(/_?model(?:_?id)?$/i, '')
            .replaceAll('_', '-');
        const wanted = SAYS_NOTHING.test(given) ? familyOf(id) : (0,candidate/* nameFrom */.Ov)(given, familyOf(id));
        const name = (0,candidate/* unusedName */.C_)(taken.has(wanted) ? familyOf(id) : wanted, taken);
        taken.add(name);
        return [`${name}: { model: ${bindingTo(file, id, own, texts)} }`];
    });
    return [{ key: 'calls', value: calls.join('\n') }, ...reranked];
}
/** Whether calls of a model are billed by what it takes and makes. */
function makes(id) {
    return (0,purpose/* purposeOf */.e)(id) !== 'reranking';
}
/** Keys that do not tell one model from another. */
const SAYS_NOTHING = /^(?:id|ids|name|value|key|label|default|text|arn)?$/;
/** What infrastructure code sets has a candidate of its own. */
const NOTHING_DEPLOYED = (0,bind_graph/* resourceGraph */.ro)([]);
function bindingTo(file, id, references, texts) {
    const names = references.flatMap(({ name }) => (name === undefined || !(0,yaml_text/* isVisible */.zN)(name) ? [] : [name]));
    for (const name of [undefined, ...new Set(names)]) {
        const diagnostics = [];
        const binding = { kind: 'file', file, written: file, ...(name === undefined ? {} : { name }) };
        const { choice } = (0,model_in_file/* modelInFile */.P)(binding, { file }, '', texts, NOTHING_DEPLOYED, diagnostics);
        if (diagnostics.length > 0 || choice.id !== id)
            continue;
        const pick = name === undefined ? '' : `, name: ${(0,yaml_text/* yamlText */.pS)(name)}`;
        return `{ file: ${(0,yaml_text/* yamlText */.pS)(file)}${pick} }`;
    }
    return JSON.stringify(id);
}
/** `nova-lite` of `us.amazon.nova-lite-v1:0`. */
function familyOf(id) {
    const family = id.slice(id.lastIndexOf('/') + 1).replace(/^(?:[a-z-]+\.)*/, '');
    return (0,candidate/* nameFrom */.Ov)(family.replace(/(?:-\d{8})?-v\d.*$|:.*$/, ''), 'call');
}
/** Names of files that say nothing of what they are for. */
const COMMON = /^(?:index|main|app|handler|lambda_function|lambda_handler|__init__|config|configuration|settings|constants|client|utils|bedrock|server|application|env|resources?|models?|model[-_]config|llm|aws|package|stack|types|defaults?|common|helpers?|service|agents?|tools?)$/i;
/** The name of a workload after the file that it runs, with the folder before it where the file alone says nothing. */
function nameOfFile(file, shared) {
    const steps = file.split('/');
    const last = steps.pop() ?? '';
    const stem = last.replace(/^\.+/, '').replace(/\..*$/, '');
    const isCommon = COMMON.test(stem) || stem === '';
    const folders = (isCommon ? 1 : 0) + (shared === undefined ? 0 : 1);
    const parts = [...(folders === 0 ? [] : steps.slice(-folders)), stem];
    const named = parts.filter((part) => part !== '' && part !== 'src').join('-');
    return (0,candidate/* nameFrom */.Ov)(named.replaceAll('_', '-'), 'workload');
}
function directory(file) {
    return file.slice(0, file.lastIndexOf('/') + 1);
}

// EXTERNAL MODULE: ./build/bind/agreement.js
var agreement = __webpack_require__(8782);
// EXTERNAL MODULE: ./build/bind/deployed-models.js
var deployed_models = __webpack_require__(4001);
// EXTERNAL MODULE: ./build/model/resource-usage.js
var resource_usage = __webpack_require__(7246);
// EXTERNAL MODULE: ./build/model/value.js
var model_value = __webpack_require__(6835);
;// CONCATENATED MODULE: ./build/init/from-parameters.js
/** Workloads of programs that read the id of their model from the Parameter Store, where infrastructure code sets it. */










/** One candidate for each program without a model id of its own. `texts` are files by path from the manifest. */
function candidatesFromParameters(texts, graph) {
    if (graph.parameters.all.length === 0)
        return [];
    return [...texts].flatMap(([file, text]) => {
        if (!(0,yaml_text/* isVisible */.zN)(file))
            return [];
        const reads = (0,deployed_models/* parameterReads */.tc)(file, text, graph);
        const [first] = reads;
        if (first === undefined || (0,model_references/* decidingReferences */.y)(file, text).length > 0)
            return [];
        const ids = [...new Set(reads.map((read) => idOf(read)))];
        const names = [...new Set(reads.map(({ read }) => read.name))];
        const most = mostTokens(text);
        const sizes = openSizes((0,candidate/* purposesOf */.De)(ids), most === undefined ? undefined : `at most ${most.tokens}, by ${file}:${most.line}`);
        const models = ids.map((id) => id ?? 'not known').join(', ');
        return [
            {
                name: nameOfFile(file),
                about: `${file}:${first.read.line}, ${models}, which ${names.join(', ')} holds`,
                known: from_parameters_modelKeys(file, reads),
                open: [requestsKey(), ...sizes],
                purposes: (0,candidate/* purposesOf */.De)(ids),
                severalCalls: names.length > 1,
                addresses: [],
                uses: [],
                variables: [],
                mentions: [file, ...reads.flatMap(({ given }) => given.map(({ where }) => where))],
                ids: [],
            },
        ];
    });
}
/** The one model of a parameter; undefined where it is not known. */
function idOf({ given }) {
    const id = (0,agreement/* agreed */.b)(given)?.choice.id;
    return id === undefined || (0,model_value/* isUnknown */.t8)(id) ? undefined : id;
}
/** The file where it reads one parameter; else a call for each, by the parameter that it takes its model from. */
function from_parameters_modelKeys(file, reads) {
    const parameters = new Map(reads.map((read) => [read.read.name, read]));
    if (parameters.size === 1)
        return [{ key: 'model', value: `{ file: ${(0,yaml_text/* yamlText */.pS)(file)} }` }];
    const taken = new Set();
    const calls = [...parameters].flatMap(([name, { given }]) => {
        const [parameter] = given;
        if (parameter === undefined)
            return [];
        const call = (0,candidate/* unusedName */.C_)((0,candidate/* nameFrom */.Ov)(name.slice(name.lastIndexOf('/') + 1), 'call'), taken);
        taken.add(call);
        return [`${call}: { model: { address: ${(0,resource_usage/* addressInYaml */.Fv)(parameter.where)} } }`];
    });
    return [{ key: 'calls', value: calls.join('\n') }];
}

// EXTERNAL MODULE: ./build/bind/environment.js
var bind_environment = __webpack_require__(211);
// EXTERNAL MODULE: ./build/bind/model-choice.js
var model_choice = __webpack_require__(1931);
// EXTERNAL MODULE: ./build/model/mentions.js
var mentions = __webpack_require__(7459);
// EXTERNAL MODULE: ./build/bind/addresses.js
var addresses = __webpack_require__(918);
;// CONCATENATED MODULE: ./build/init/resource-groups.js
/** Instances of one block that are alike, as one workload, and what it is called. */



/** Instances of one block that are alike together, where the address of the block means them and no others. */
function grouped(graph, items, resourceOf, likeness) {
    const blocks = new Map();
    for (const item of items) {
        const { address, root = '' } = resourceOf(item);
        const block = (0,addresses/* withoutKeys */.Pe)(address);
        const key = `${root}\n${block}`;
        const found = blocks.get(key);
        if (found === undefined)
            blocks.set(key, { block, members: [item] });
        else
            found.members.push(item);
    }
    return [...blocks.values()].flatMap(({ block, members }) => {
        const [first] = members;
        const isWhole = graph.declared(block).length === members.length;
        if (first !== undefined && isWhole && new Set(members.map(likeness)).size === 1)
            return [{ address: block, first, all: members }];
        return members.map((item) => ({ address: resourceOf(item).address, first: item, all: [item] }));
    });
}
function regionOf({ region }) {
    return typeof region === 'string' ? region : '';
}
/** `main.tf:12`. */
function placeOf({ at }) {
    return at.line === undefined ? at.file : `${at.file}:${at.line}`;
}
/** Names of blocks that say nothing of what they are. */
const resource_groups_COMMON = new Set([
    'this',
    'main',
    'default',
    'agent',
    'self',
    'function',
    'lambda',
]);
/**
 * What to call the workload of a resource: `support` of `aws_bedrockagent_agent.support`, `tenants-eu` of
 * `module.tenants["eu"].aws_bedrockagent_agent.main`, with the last folder of the root where several have the address.
 */
function nameOf(address) {
    const steps = (0,addresses/* withoutKeys */.Pe)(address).split(/[./:]/);
    const modules = steps.flatMap((step, index) => (step === 'module' ? (steps[index + 1] ?? []) : []));
    const last = steps.at(-1) ?? '';
    const kind = (steps.at(-2) ?? last).replace(/^aws(?:cc)?_(?:bedrockagent(?:core)?_|bedrock_|lambda_|ecs_)?/, '');
    const named = resource_groups_COMMON.has(last.toLowerCase()) ? (modules.at(-1) ?? kind) : last;
    const [, root = ''] = /^([^[:]*):/.exec(address) ?? [];
    // A template is a file, and the folder it stands in tells more.
    const folder = root
        .replace(/(?:^|\/)[^/]*\.(?:ya?ml|json|template)$/, '')
        .split('/')
        .at(-1) ?? '';
    const parts = [folder, named, ...(0,addresses/* instanceKeys */.Y0)(address)];
    return (0,candidate/* nameFrom */.Ov)(parts
        .filter((part) => part !== '')
        .join('-')
        .replaceAll('_', '-'), 'workload');
}
function usesKey(uses) {
    if (uses.length === 0)
        return [];
    return [{ key: 'uses', value: `[${uses.map(resource_usage/* addressInYaml */.Fv).join(', ')}]` }];
}

// EXTERNAL MODULE: ./build/model/decimal.js + 1 modules
var decimal = __webpack_require__(5569);
;// CONCATENATED MODULE: ./build/init/schedule.js
/** How often a schedule of Amazon EventBridge runs in a month of 30 days. */

const DAYS = (0,decimal/* decimal */._)(30);
const MINUTES = new Map([
    ['minute', 1],
    ['hour', 60],
    ['day', 1440],
]);
/**
 * Runs in 30 days of `rate(1 hour)` or `cron(0 8 ? * MON-FRI *)`; undefined for what is written in another way, and
 * for the letters L, W and #. Days of the week count 30/7 times (Amazon EventBridge user guide, schedules, 2026).
 */
function runsPerMonth(expression) {
    const text = expression.trim();
    const rate = /^rate\((\d{1,6}) (minute|hour|day)s?\)$/.exec(text);
    if (rate !== null) {
        const minutes = (0,decimal/* decimal */._)(rate[1] ?? '0').times(MINUTES.get(rate[2] ?? '') ?? 0);
        return minutes.isZero() ? undefined : DAYS.times(1440).div(minutes);
    }
    const cron = /^cron\((\S{1,60}) (\S{1,60}) (\S{1,60}) (\S{1,60}) (\S{1,60}) (\S{1,60})\)$/.exec(text);
    if (cron === null)
        return undefined;
    const [, minutes = '', hours = '', dates = '', months = '', weekdays = ''] = cron;
    const counts = [
        matches(minutes, 0, 59),
        matches(hours, 0, 23),
        daysOf(dates, weekdays),
        matches(withNumbers(months, MONTHS), 1, 12),
    ];
    if (counts.some((count) => count === undefined))
        return undefined;
    const [perHour = (0,decimal/* decimal */._)(0), perDay = (0,decimal/* decimal */._)(0), days = (0,decimal/* decimal */._)(0), monthsAYear = (0,decimal/* decimal */._)(0)] = counts;
    return perHour.times(perDay).times(days).times(monthsAYear).div(12);
}
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
function daysOf(dates, weekdays) {
    const any = (field) => field === '*' || field === '?';
    if (any(weekdays))
        return any(dates) ? DAYS : matches(dates, 1, 31);
    if (!any(dates))
        return undefined;
    const days = matches(withNumbers(weekdays, WEEKDAYS), 1, 7);
    return days?.times(DAYS).div(7);
}
function withNumbers(field, names) {
    return names.reduce((text, name, index) => text.replaceAll(name, String(index + 1)), field.toUpperCase());
}
/** How many of the values from `first` to `last` a field of cron means. */
function matches(field, first, last) {
    const met = new Set();
    for (const part of field.split(',')) {
        const read = /^(?:\*|\?|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
        if (read === null)
            return undefined;
        const [, from, to, step] = read;
        const start = from === undefined ? first : Number(from);
        const end = to === undefined ? (from === undefined || step !== undefined ? last : start) : Number(to);
        const by = step === undefined ? 1 : Number(step);
        if (start < first || end > last || start > end || by === 0)
            return undefined;
        for (let value = start; value <= end; value += by)
            met.add(value);
    }
    return new decimal/* Decimal */.Ww(met.size);
}

;// CONCATENATED MODULE: ./build/init/started-by.js
/** What starts a resource on a schedule, in words. */


/** `aws_cloudwatch_event_rule.hourly starts it 720 times a month, rate(1 hour)`, of each schedule. */
function startedBy(resource, triggers) {
    return triggers.filter((trigger) => starts(trigger, resource)).map(triggerWords);
}
function starts({ target, root }, { address, addressInRoot = address, root: own = '' }) {
    return root === own && (target === addressInRoot || target === (0,addresses/* withoutKeys */.Pe)(addressInRoot));
}
function triggerWords({ expression, schedule }) {
    const runs = runsPerMonth(expression);
    const often = runs === undefined ? 'starts it' : `starts it ${runs.toDecimalPlaces(1).toFixed()} times a month`;
    return `${schedule.address} ${often}, ${expression}`;
}

;// CONCATENATED MODULE: ./build/init/triggers.js
/** What the infrastructure code says of how often a function runs: schedules of Amazon EventBridge. */


/** Every schedule with a target that is a resource of its root, or of one that it imports from. */
function triggersIn(resources) {
    const rules = new Map();
    for (const resource of resources) {
        if (resource.type === 'aws_cloudwatch_event_rule')
            rules.set(keyOf(resource.root, addressIn(resource)), resource);
    }
    return resources.flatMap((resource) => {
        const { attributes, type } = resource;
        switch (type) {
            case 'aws_cloudwatch_event_target': {
                const rule = (0,mentions/* referencesIn */.ii)((0,model_value/* valueAt */.fK)(attributes, 'rule'))
                    .map(({ refersTo = '', root = resource.root }) => rules.get(keyOf(root, refersTo)))
                    .find((found) => found !== undefined);
                if (rule === undefined)
                    return [];
                const expression = (0,model_value/* valueAt */.fK)(rule.attributes, 'schedule_expression');
                return triggers(resource, rule, expression, [(0,model_value/* valueAt */.fK)(attributes, 'arn')]);
            }
            case 'aws_scheduler_schedule':
                return triggers(resource, resource, (0,model_value/* valueAt */.fK)(attributes, 'schedule_expression'), [
                    (0,model_value/* valueAt */.fK)(attributes, 'target', 'arn'),
                ]);
            case 'AWS::Events::Rule':
                return triggers(resource, resource, (0,model_value/* valueAt */.fK)(attributes, 'ScheduleExpression'), (0,model_value/* itemsAt */.Ct)(attributes, 'Targets').map((target) => (0,model_value/* valueAt */.fK)(target, 'Arn')));
            case 'AWS::Scheduler::Schedule':
                return triggers(resource, resource, (0,model_value/* valueAt */.fK)(attributes, 'ScheduleExpression'), [
                    (0,model_value/* valueAt */.fK)(attributes, 'Target', 'Arn'),
                ]);
            case 'AWS::Serverless::Function':
            case 'AWS::Serverless::StateMachine':
                return ofServerless(resource);
            default:
                return [];
        }
    });
}
/** Schedules that stand among the events of a function or a state machine of AWS SAM. */
function ofServerless(resource) {
    const events = (0,model_value/* valueAt */.fK)(resource.attributes, 'Events');
    if (events?.kind !== 'map')
        return [];
    return [...events.entries.values()].flatMap((event) => {
        const type = (0,model_value/* textAt */.$6)(event, 'Type');
        const key = type === 'ScheduleV2' ? 'ScheduleExpression' : 'Schedule';
        if (type !== 'Schedule' && type !== 'ScheduleV2')
            return [];
        const expression = (0,model_value/* textAt */.$6)(event, 'Properties', key);
        if (typeof expression !== 'string')
            return [];
        return [{ target: addressIn(resource), root: resource.root ?? '', expression, schedule: resource }];
    });
}
function triggers(resource, schedule, expression, targets) {
    if (expression?.kind !== 'text')
        return [];
    return targets.flatMap((target) => (0,mentions/* referencesIn */.ii)(target).map(({ refersTo = '', root = resource.root ?? '' }) => ({
        target: refersTo,
        root,
        expression: expression.value,
        schedule,
    })));
}
function addressIn({ address, addressInRoot = address }) {
    return addressInRoot;
}
function keyOf(root, address) {
    return `${root ?? ''}\n${address}`;
}

;// CONCATENATED MODULE: ./build/init/from-programs.js
/** Workloads that infrastructure code declares as programs: whatever has a model in an environment variable. */














/** Functions, containers and runtimes with a model of their own, in the order of the code. */
function candidatesFromPrograms(resources, graph) {
    const triggers = triggersIn(resources);
    const programs = resources.flatMap((resource) => {
        const environment = (0,bind_environment/* environmentOf */.p)(resource);
        const variables = [...environment].flatMap(([name, value]) => modelVariable(name, value, resource, graph));
        return variables.length === 0 ? [] : [{ resource, environment, variables }];
    });
    const groups = grouped(graph, programs, ({ resource }) => resource, ({ resource, variables }) => JSON.stringify([variables, regionOf(resource)]));
    return groups.map(({ address, first: { resource, environment, variables }, all }) => {
        const uses = usedThrough(environment, resource, graph);
        const reached = (0,bind_graph/* reachable */.Gq)(graph, uses);
        const ids = variables.map(({ id }) => id);
        const called = variables.filter(({ id }) => id === undefined || (0,purpose/* purposeOf */.e)(id) !== 'reranking');
        const reranked = called.length === 0 ? [] : (0,candidate/* rerankKey */.Lx)(ids);
        const known = [
            ...from_programs_modelKeys(address, called.length === 0 ? variables : called),
            ...usesKey(uses),
            ...reranked,
        ];
        const models = variables.map(({ name, id }) => `${name} ${id ?? 'not known'}`).join(', ');
        return {
            name: nameOf(address),
            about: `${all.length > 1 ? `${all.length} of ` : ''}${resource.type} in ${placeOf(resource)}, ${models}`,
            known,
            open: [
                requestsKey(...startedBy(resource, triggers)),
                ...openSizes((0,candidate/* purposesOf */.De)(ids)),
                ...openParts(reached).filter(({ key }) => known.every((one) => one.key !== key)),
            ],
            purposes: (0,candidate/* purposesOf */.De)(ids),
            severalCalls: called.length > 1,
            addresses: all.map((entry) => entry.resource.address),
            uses,
            variables: variables.map(({ name }) => name),
            mentions: [address],
            ids: [],
        };
    });
}
/** A variable that holds a model id, or that is called a model and whose value is not known. */
function modelVariable(name, value, resource, graph) {
    const { choice, capacity } = (0,model_choice/* modelFromCode */.j)(value, resource, graph);
    if (capacity !== undefined)
        return [{ name, id: (0,model_value/* isUnknown */.t8)(choice.id) ? undefined : choice.id }];
    if ((0,model_value/* isUnknown */.t8)(choice.id)) {
        const refers = value.kind === 'unknown' && value.refersTo !== undefined;
        return /(?:^|_)MODEL(?:_ID|_ARN)?$/i.test(name) && !refers ? [{ name, id: undefined }] : [];
    }
    return (0,deployed_models/* isOneModel */.m0)(choice.id) ? [{ name, id: choice.id }] : [];
}
function from_programs_modelKeys(address, variables) {
    const binding = ({ name }) => `{ address: ${(0,resource_usage/* addressInYaml */.Fv)(address)}, env: ${(0,yaml_text/* yamlText */.pS)(name)} }`;
    const [only, ...others] = variables;
    if (only === undefined)
        return [];
    if (others.length === 0)
        return [{ key: 'model', value: binding(only) }];
    const taken = new Set();
    const calls = variables.map((variable) => {
        const short = variable.name.toLowerCase().replace(/^bedrock_|_?model(?:_id|_arn)?$|^model_/g, '');
        let name = (0,candidate/* nameFrom */.Ov)(short, 'main');
        for (let count = 2; taken.has(name); count++)
            name = `${(0,candidate/* nameFrom */.Ov)(short, 'main')}-${count}`;
        taken.add(name);
        return `${name}: { model: ${binding(variable)} }`;
    });
    return [{ key: 'calls', value: calls.join('\n') }];
}
const ASKED = new Set(['knowledge-base', 'guardrail', 'flow']);
/** Knowledge bases, guardrails and flows whose ids are handed to the program. */
function usedThrough(environment, resource, graph) {
    const targets = [...environment.values()]
        .flatMap((value) => (0,mentions/* referencesIn */.ii)(value))
        .flatMap((reference) => graph.resolve(reference, resource))
        .filter(({ mapped }) => ASKED.has(mapped.role));
    return [...new Set(targets.map((entry) => entry.resource.address))];
}

;// CONCATENATED MODULE: ./build/init/from-resources.js
/** Workloads that infrastructure code declares: agents, and knowledge bases that nobody asks. */







const TEXT = (0,candidate/* purposesOf */.De)([undefined]);
/** Agents that no other agent calls, in the order of the code. */
function candidatesFromAgents(graph) {
    const agents = graph.all.filter(({ mapped }) => mapped.callsModel === true);
    const called = new Set(agents.flatMap(({ resource }) => (0,bind_graph/* reachable */.Gq)(graph, [resource.address])
        .filter((entry) => entry.mapped.callsModel === true && entry.resource.address !== resource.address)
        .map((entry) => entry.resource.address)));
    const own = agents.filter(({ resource }) => !called.has(resource.address));
    return grouped(graph, own, ({ resource }) => resource, (entry) => modelNameOf(entry, graph)).map((group) => agentCandidate(group, graph));
}
function modelNameOf({ mapped, resource }, graph) {
    const { id } = (0,model_choice/* modelFromCode */.j)(mapped.model, resource, graph).choice;
    return JSON.stringify([(0,model_value/* isUnknown */.t8)(id) ? id.why : id, regionOf(resource)]);
}
function agentCandidate({ address, first, all }, graph) {
    const { resource } = first;
    const { id } = (0,model_choice/* modelFromCode */.j)(first.mapped.model, resource, graph).choice;
    const model = (0,model_value/* isUnknown */.t8)(id) ? `model not known: ${id.why}` : id;
    const used = (0,bind_graph/* reachable */.Gq)(graph, [resource.address]);
    return {
        name: nameOf(address),
        about: `${all.length > 1 ? `${all.length} agents` : 'agent'} in ${placeOf(resource)}, ${model}`,
        known: [{ key: 'agent', value: (0,resource_usage/* addressInYaml */.Fv)(address) }],
        open: [
            requestsKey(),
            {
                key: 'calls_per_request',
                value: 'N',
                note: 'model calls of one request, 5..10 are assumed without it',
            },
            ...openSizes(TEXT),
            ...openParts(used),
        ],
        purposes: TEXT,
        severalCalls: false,
        addresses: all.map((entry) => entry.resource.address),
        uses: [],
        variables: [],
        mentions: [address],
        ids: [],
    };
}
/** Knowledge bases that none of some workloads asks, each as a workload of its own. */
function knowledgeBaseCandidates(graph, others) {
    const asked = new Set((0,bind_graph/* reachable */.Gq)(graph, others.flatMap(({ addresses, uses }) => [...addresses, ...uses])).map(({ resource }) => resource.address));
    const free = graph.all.filter(({ mapped, resource }) => mapped.role === 'knowledge-base' && !asked.has(resource.address));
    return grouped(graph, free, ({ resource }) => resource, ({ resource }) => regionOf(resource)).map(({ address, first: { resource }, all }) => ({
        name: nameOf(address),
        about: `${all.length > 1 ? `${all.length} knowledge bases` : 'knowledge base'} in ${placeOf(resource)}`,
        known: usesKey([address]),
        open: [
            requestsKey(),
            { key: 'model', value: 'N', note: 'the model that answers; none where it only retrieves' },
            ...openSizes(TEXT),
            ...openParts((0,bind_graph/* reachable */.Gq)(graph, [resource.address])),
        ],
        purposes: TEXT,
        severalCalls: false,
        addresses: all.map((entry) => entry.resource.address),
        uses: [],
        variables: [],
        mentions: [address],
        ids: [],
    }));
}

;// CONCATENATED MODULE: ./build/init/from-steps.js
/** Workloads that infrastructure code declares as steps that call models: state machines. */









/** One candidate for each resource that calls models in steps, with a named call for each step. */
function candidatesFromSteps(resources, graph) {
    const triggers = triggersIn(resources);
    const found = graph.all.flatMap((entry) => {
        const { steps = [] } = entry.mapped;
        if (steps.length === 0)
            return [];
        const ids = steps.map(({ model }) => {
            const { id } = (0,model_choice/* modelFromCode */.j)(model, entry.resource, graph).choice;
            return (0,model_value/* isUnknown */.t8)(id) ? undefined : id;
        });
        return [{ entry, steps, ids }];
    });
    return grouped(graph, found, ({ entry }) => entry.resource, ({ entry, steps, ids }) => JSON.stringify([steps.map(({ name }) => name), ids, regionOf(entry.resource)])).map(({ address, first, all }) => from_steps_candidate(address, first, all, graph, triggers));
}
function from_steps_candidate(address, { entry: { resource }, steps, ids }, all, graph, triggers) {
    const taken = new Set();
    const calls = steps.map((step, index) => {
        const name = (0,candidate/* unusedName */.C_)((0,candidate/* nameFrom */.Ov)(step.name.replaceAll(/[ _]/g, '-'), 'call'), taken);
        taken.add(name);
        return `${name}: { model: ${modelOf(address, step, ids[index])} }`;
    });
    const models = [...new Set(ids.map((id) => id ?? 'not known'))].join(', ');
    return {
        name: nameOf(address),
        about: `${all.length > 1 ? `${all.length} of ` : ''}${resource.type} in ${placeOf(resource)}, ${models}`,
        known: [...usesKey([address]), { key: 'calls', value: calls.join('\n') }],
        open: [
            requestsKey(...startedBy(resource, triggers)),
            ...openSizes((0,candidate/* purposesOf */.De)(ids)),
            ...openParts((0,bind_graph/* reachable */.Gq)(graph, [resource.address])),
        ],
        purposes: (0,candidate/* purposesOf */.De)(ids),
        severalCalls: true,
        addresses: all.map(({ entry }) => entry.resource.address),
        uses: [],
        variables: [],
        mentions: [address],
        ids: [],
    };
}
/** The place of the model in the step, else the id that stands there. */
function modelOf(address, { attribute }, id) {
    if (attribute !== undefined)
        return `{ address: ${(0,resource_usage/* addressInYaml */.Fv)(address)}, attribute: ${JSON.stringify(attribute)} }`;
    return JSON.stringify(id ?? 'global.anthropic.claude-haiku-4-5-20251001-v1:0');
}

;// CONCATENATED MODULE: ./build/init/survey.js
/** What the code of one project declares that could be a workload. */












/** Reads the programs of a project and finds what it runs. */
async function survey(snapshot, parts, features) {
    const graph = (0,bind_graph/* resourceGraph */.ro)((0,map_resources/* mapResources */.s)(parts.resources, features), parts.resources);
    const texts = await programsOf(snapshot, parts.directory);
    return { graph, found: findCandidates(parts, graph, texts), texts };
}
/** The texts of the project's own files that may set a model, but for manifests, by path from its directory. */
async function programsOf(snapshot, directory) {
    const all = snapshot.files.map(({ path }) => path);
    const manifests = (0,projects/* findManifests */.kD)(all).manifests;
    const owners = new Set([...manifests.map(manifest_paths/* directoryOf */.j), directory]);
    const own = new Set((0,projects/* filesByProject */.YO)([...owners], all).get(directory));
    const paths = [];
    let bytes = 0;
    for (const entry of snapshot.files) {
        if (!own.has(entry.path) || manifests.includes(entry.path) || !(0,scanned_files/* mayHoldModelIds */.E)(entry))
            continue;
        bytes += entry.bytes;
        if (bytes > limits/* LIMITS */.b.codeBytes)
            break;
        paths.push(entry.path);
    }
    const texts = await snapshot.read(paths);
    const start = directory === '.' ? 0 : directory.length + 1;
    return new Map(paths.flatMap((path) => {
        const text = texts.get(path);
        return text === undefined ? [] : [[path.slice(start), text]];
    }));
}
function findCandidates({ resources }, graph, texts) {
    const declared = [
        ...candidatesFromAgents(graph),
        ...candidatesFromSteps(resources, graph),
        ...candidatesFromPrograms(resources, graph),
    ].filter(({ addresses }) => addresses.every(yaml_text/* isVisible */.zN));
    const variables = declared.flatMap((candidate) => candidate.variables);
    const { candidates, ...more } = candidatesFromCode(texts, new Set(variables));
    const complete = [
        ...declared,
        ...candidates.filter(({ known }) => known.length > 0),
        ...candidatesFromParameters(texts, graph),
    ];
    // A program may ask a knowledge base in ways that cannot be seen: then a person says which does.
    const programs = complete.some(({ ids, variables: names }) => ids.length + names.length > 0);
    const bases = programs ? [] : knowledgeBaseCandidates(graph, complete);
    return {
        ...more,
        candidates: [...complete, ...bases.filter(({ addresses }) => addresses.every(yaml_text/* isVisible */.zN))],
    };
}


/***/ }),

/***/ 2626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N7: () => (/* binding */ inComment),
/* harmony export */   pS: () => (/* binding */ yamlText),
/* harmony export */   zN: () => (/* binding */ isVisible)
/* harmony export */ });
/* harmony import */ var _manifest_scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7865);
/** Texts of the tree as YAML, in a value or in a comment. */

const PLAIN = /^[\w./][\w./-]*$/;
/** A text as a value: without quotes where it is read as the same text. */
function yamlText(text) {
    return PLAIN.test(text) && typeof (0,_manifest_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .plainScalar */ .d)(text) === 'string' ? text : JSON.stringify(text);
}
/** Whether a text can stand in a manifest: all of it is visible. */
function isVisible(text) {
    return !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\uFFFD]/u.test(text);
}
/** Room for a line to copy that names two addresses of modules within modules. */
const COMMENT_CHARACTERS = 600;
/** A text in a comment: on one line, cut where it is long. */
function inComment(text) {
    const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, ' ');
    const points = Array.from(line.slice(0, 2 * COMMENT_CHARACTERS));
    return points.length > COMMENT_CHARACTERS ? `${points.slice(0, COMMENT_CHARACTERS - 1).join('')}\u2026` : line;
}


/***/ })

};
