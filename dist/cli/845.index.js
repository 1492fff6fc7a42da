export const id = 845;
export const ids = [845];
export const modules = {

/***/ 845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initialize: () => (/* binding */ initialize)
});

// EXTERNAL MODULE: ./build/bind/region.js
var bind_region = __webpack_require__(3488);
// EXTERNAL MODULE: ./build/iac/parse-cache.js
var parse_cache = __webpack_require__(8768);
// EXTERNAL MODULE: ./build/tree/read-tree.js + 16 modules
var read_tree = __webpack_require__(492);
// EXTERNAL MODULE: ./build/tree/two-trees.js + 1 modules
var two_trees = __webpack_require__(5757);
// EXTERNAL MODULE: ./build/init/candidate.js
var init_candidate = __webpack_require__(1658);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/init/extend-flow.js
/** New workloads in a map of workloads that is written in braces: text is put in, and no other byte is touched. */

/**
 * The place in `workloads: { \u2026 }`, or in a manifest that is one map in braces; undefined where there are none. The text
 * has been read as a manifest before, so its depth is capped.
 */
function flowPlaceFor(text) {
    const root = (0,dist/* parseDocument */.Tp)(text, { uniqueKeys: false, schema: 'failsafe' }).contents;
    if (!(0,dist/* isMap */.jh)(root))
        return undefined;
    const workloads = root.get('workloads', true);
    if ((0,dist/* isMap */.jh)(workloads))
        return workloads.flow === true ? placeIn(workloads, text, false) : undefined;
    return workloads === undefined && root.flow === true ? placeIn(root, text, true) : undefined;
}
/** The text with the entries put in, with the line ends that it has. */
function withEntries(text, place, lines) {
    const { at, comma = at, closes, isBare } = place;
    const end = text.includes('\r\n') ? '\r\n' : '\n';
    const head = text.slice(0, comma) + (place.comma === undefined ? '' : ',') + text.slice(comma, at);
    const block = lines.map((line) => line + end).join('');
    const tail = closes && isBare ? ` ${text.slice(at)}` : text.slice(at);
    return head + (closes ? end : '') + block + tail;
}
function placeIn(map, text, whole) {
    const [start = 0, end = 0] = map.range ?? [];
    const brace = end - 1;
    if (text[start] !== '{' || text[brace] !== '}')
        return undefined;
    const last = map.items.at(-1);
    const stated = last === undefined ? start + 1 : endOf(last, start + 1);
    const { comma, line } = between(text, stated, brace);
    // The brace has a line of its own, or follows what is stated.
    const at = line ?? (comma === undefined ? stated : comma + 1);
    return {
        at,
        ...(last === undefined || comma !== undefined ? {} : { comma: stated }),
        step: stepOf(map, text, start),
        closes: line === undefined,
        isBare: text[at] === '}',
        whole,
    };
}
function endOf({ key, value }, otherwise) {
    const node = (0,dist/* isNode */.Ll)(value) ? value : (0,dist/* isNode */.Ll)(key) ? key : undefined;
    return node?.range?.[1] ?? otherwise;
}
/** The comma between the last entry and the brace, and the start of the line that has nothing but the brace. */
function between(text, from, brace) {
    let comma;
    for (let at = from; at < brace; at++) {
        if (text[at] === ',')
            comma ??= at;
        else if (text[at] === '#')
            at = Math.max(at, text.indexOf('\n', at));
    }
    const start = text.lastIndexOf('\n', brace) + 1;
    const hasLine = start > from && text.slice(start, brace).trim() === '';
    return { ...(comma === undefined ? {} : { comma }), ...(hasLine ? { line: start } : {}) };
}
/** The indentation of the last entry that begins a line, else two more than the line of the brace has. */
function stepOf({ items }, text, start) {
    for (const { key } of items.toReversed()) {
        const at = (0,dist/* isNode */.Ll)(key) ? (key.range?.[0] ?? 0) : 0;
        const indentation = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
        if (at > 0 && text.lastIndexOf('\n', at - 1) >= start && /^ +$/.test(indentation))
            return indentation;
    }
    const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
    return `${/^ */.exec(line)?.[0] ?? ''}  `;
}

// EXTERNAL MODULE: ./build/manifest/tree.js
var tree = __webpack_require__(6162);
// EXTERNAL MODULE: ./build/manifest/yaml.js + 2 modules
var yaml = __webpack_require__(2505);
;// CONCATENATED MODULE: ./build/init/extend-manifest.js
/** New workloads in a manifest that people have written in: lines are put in, and no other byte is touched. */


/** Where new workloads can be put; undefined where they cannot without changing what is there, as in `workloads: {}`. */
function placeFor(file, text) {
    const { root } = (0,yaml/* readYaml */.g)(file, text);
    if (root?.kind !== 'map')
        return undefined;
    const entry = (0,tree/* entryAt */._f)(root, ['workloads']);
    const lines = linesOf(text);
    if (entry === undefined) {
        const last = lines.findLastIndex((line) => line.trim() !== '');
        return startsInFlow(lines) ? undefined : { line: last + 1, step: '  ', whole: true };
    }
    const { node, at } = entry;
    const key = (at.line ?? 1) - 1;
    const after = (lines[key] ?? '')
        .slice((at.column ?? 1) - 1)
        .replace(/^["']?workloads["']?\s*:/, '')
        .trim();
    if (after !== '' && !after.startsWith('#'))
        return undefined;
    if (node.kind !== 'map')
        return undefined;
    return {
        line: endOfBlock(lines, key, (at.column ?? 1) - 1),
        step: extend_manifest_stepOf(node),
        whole: false,
    };
}
/** The text with lines put in at a place, with the line ends that it has. */
function withLines(text, { line }, added) {
    const end = text.includes('\r\n') ? '\r\n' : '\n';
    let offset = 0;
    for (let count = 0; count < line; count++) {
        const next = text.indexOf('\n', offset);
        if (next < 0) {
            const block = added.map((content) => content + end).join('');
            return `${text}${end}${block}`;
        }
        offset = next + 1;
    }
    const block = added.map((content) => content + end).join('');
    return text.slice(0, offset) + block + text.slice(offset);
}
/** Whether a manifest still says all that it said, beside new workloads. */
function saysTheSame(file, before, after) {
    const [old, now] = [(0,yaml/* readYaml */.g)(file, before), (0,yaml/* readYaml */.g)(file, after)];
    if (old.root?.kind !== 'map' || now.root?.kind !== 'map')
        return false;
    if (now.diagnostics.length > old.diagnostics.length)
        return false;
    return holds(old.root, now.root);
}
/** Every key of the old map with the same value; `workloads` may have more. */
function holds(old, now) {
    const same = (a, b) => b !== undefined && JSON.stringify((0,tree/* toInput */.cP)(a)) === JSON.stringify((0,tree/* toInput */.cP)(b));
    const keys = [...now.entries.keys()].filter((key) => key !== 'workloads');
    const before = [...old.entries.keys()].filter((key) => key !== 'workloads');
    if (keys.join('\n') !== before.join('\n'))
        return false;
    const others = [...old.entries].every(([key, { node }]) => {
        const current = now.entries.get(key)?.node;
        if (key !== 'workloads' || node.kind !== 'map')
            return key === 'workloads' || same(node, current);
        if (current?.kind !== 'map')
            return false;
        return [...node.entries].every(([name, workload]) => same(workload.node, current.entries.get(name)?.node));
    });
    return others;
}
function linesOf(text) {
    return text.split('\n').map((line) => line.replace(/\r$/, ''));
}
/** `{ version: 1 }`: a manifest that is one map on its lines. */
function startsInFlow(lines) {
    return (lines
        .find((line) => line.trim() !== '' && !line.trim().startsWith('#'))
        ?.trim()
        .startsWith('{') === true);
}
/** The line after the last one that belongs to a block: of comments, those that are indented like its content. */
function endOfBlock(lines, key, indent) {
    let end = key + 1;
    for (let index = key + 1; index < lines.length; index++) {
        const line = lines[index] ?? '';
        const content = line.trimStart();
        if (content === '')
            continue;
        const depth = line.length - content.length;
        if (depth > indent)
            end = index + 1;
        else if (!content.startsWith('#'))
            break;
    }
    return end;
}
/** The indentation of the workloads that are there. */
function extend_manifest_stepOf({ entries }) {
    const [first] = entries.values();
    return ' '.repeat((first?.at.column ?? 3) - 1);
}

// EXTERNAL MODULE: ./build/init/known.js
var known = __webpack_require__(3568);
// EXTERNAL MODULE: ./build/init/presets.js
var presets = __webpack_require__(6087);
// EXTERNAL MODULE: ./build/init/yaml-text.js
var yaml_text = __webpack_require__(2626);
;// CONCATENATED MODULE: ./build/init/new-manifest.js
/** A whole manifest, where there is none yet. */


const HEAD = `# What runs on Amazon Bedrock here, and how much it is used. Written by "bedrock-cost-diff init" from the code.
# Take the "# " off a line marked "fill in" and put a number for each N: until then it is shown as not priced, never as 0.
# "bedrock-cost-diff validate" tells what is missing, "bedrock-cost-diff estimate" what it costs. Run init again for what is new.
version: 1
`;
const TAIL = `
# Limits: a pull request that goes over one fails.
# budgets:
#   monthly: N           # US dollars a month, all together
#   increase: N          # US dollars a month that one pull request may add
`;
/** The text of a manifest with the given lines of workloads; `notes` tell what was found and is in none of them. */
function newManifest(region, workloads, notes) {
    const where = region === undefined
        ? '# region: us-east-1      # fill in: the code names none, or several\n'
        : `region: ${region}\n`;
    return [HEAD, where, '\n', presetLines(), '\n', workloadsBlock(workloads), noteLines(notes), TAIL].join('');
}
/** `workloads:` with its lines; a comment where there are none, since an empty map would say that nothing runs. */
function workloadsBlock(workloads) {
    if (workloads.length > 0)
        return ['workloads:', ...workloads, ''].join('\n');
    return [
        '# workloads:',
        '#   chat:',
        '#     requests: N per day',
        '#     model: global.anthropic.claude-haiku-4-5-20251001-v1:0   # or { file: src/chat.py }, or { address: aws_lambda_function.chat, env: MODEL_ID }',
        '#     input_tokens: N',
        '#     output_tokens: N',
        '',
    ].join('\n');
}
/** What was found and is in no workload, as comments. */
function noteLines(notes) {
    return notes.length === 0 ? '' : `\n${notes.map((note) => `# ${(0,yaml_text/* inComment */.N7)(note)}\n`).join('')}`;
}
function presetLines() {
    const names = presets/* PRESETS */.f.map(({ name }) => name.length);
    const width = Math.max(...names);
    const lines = presets/* PRESETS */.f.map(({ name, about, source }) => `#   ${name.padEnd(width)}  ${about} (${source})\n`);
    return `# Nothing measured yet? "bedrock-cost-diff init --preset NAME" fills the sizes of new workloads in, as assumed:\n${lines.join('')}`;
}

// EXTERNAL MODULE: ./build/model/resource-usage.js
var resource_usage = __webpack_require__(7246);
;// CONCATENATED MODULE: ./build/init/notes.js



/** More of them are not listed. */
const MOST_NOTES = 50;
const ASKED = [
    ['knowledge-base', 'knowledge base'],
    ['guardrail', 'guardrail'],
    ['flow', 'flow'],
];
/** What is there and in no workload, with the line that names it. */
function notesOf({ lists, notebooks }, graph, added, text) {
    const written = added.flatMap(({ known, open, addresses }) => [
        ...known.map(({ value }) => value),
        ...open.map(({ note }) => note),
        ...addresses,
    ]);
    const mentioned = (address) => [text, ...written].some((part) => (0,known/* isMentioned */.U)(part, address));
    const unused = ASKED.flatMap(([role, title]) => [
        ...new Set(graph.all.filter(({ mapped }) => mapped.role === role).map(({ resource }) => resource.address)),
    ]
        .filter((address) => (0,yaml_text/* isVisible */.zN)(address) && !mentioned(address))
        .map((address) => `The ${title} ${address} is in no workload; in the one that asks it: ${(0,resource_usage/* addressLine */.VA)('uses', address)}`));
    const many = lists
        .filter(({ file }) => !mentioned(file))
        .map(({ file, ids }) => `${file} names ${ids} models; in the workload that runs one of them: model: { file: ${(0,yaml_text/* yamlText */.pS)(file)}, name: N }`);
    return [...unused, ...many, ...notebookNote(notebooks.filter((file) => !mentioned(file)))].slice(0, MOST_NOTES);
}
function notebookNote([first, ...others]) {
    if (first === undefined)
        return [];
    const which = others.length === 0
        ? `The notebook ${first} sets a model`
        : `${others.length + 1} notebooks set models, ${first} first`;
    return [`${which}: none is a workload here, since most are tried out and not run.`];
}

// EXTERNAL MODULE: ./build/init/survey.js + 11 modules
var survey = __webpack_require__(322);
;// CONCATENATED MODULE: ./build/init/workload-lines.js

/** The lines of a workload, indented for the place below `workloads:`. `step` is the indentation of its name. */
function workloadLines(name, candidate, preset, step) {
    const { known, sizes, open } = contentOf(candidate, preset);
    const inner = `${step}  `;
    return [
        `${step}${name}:`,
        `${inner}# ${(0,yaml_text/* inComment */.N7)(candidate.about)}`,
        ...known.flatMap((key) => knownLines(key, inner)),
        ...(preset === undefined || sizes.length === 0
            ? []
            : [`${inner}source:`, ...sourceLines(preset, sizes).map((line) => `${inner}  ${line}`)]),
        ...sizes.map(([key, value]) => `${inner}${key}: ${value}`),
        ...open.map((key) => openLine(key, inner)),
    ];
}
/** The same inside of braces: every line that is stated ends with a comma, and so would those that are filled in. */
function workloadEntry(name, candidate, preset, step) {
    const { known, sizes, open } = contentOf(candidate, preset);
    const inner = `${step}  `;
    const inBraces = (key, lines) => [
        `${inner}${key}: {`,
        ...lines.map((line) => `${inner}  ${line},`),
        `${inner}},`,
    ];
    return [
        `${step}${name}: {`,
        `${inner}# ${(0,yaml_text/* inComment */.N7)(candidate.about)}`,
        ...known.flatMap(({ key, value }) => key === 'calls' ? inBraces(key, value.split('\n')) : [`${inner}${key}: ${value},`]),
        ...(preset === undefined || sizes.length === 0 ? [] : inBraces('source', sourceLines(preset, sizes))),
        ...sizes.map(([key, value]) => `${inner}${key}: ${value},`),
        ...open.map((key) => openLine({ ...key, value: `${key.value},` }, inner)),
        `${step}},`,
    ];
}
/** What is known, what a preset fills in, and what is left open. */
function contentOf(candidate, preset) {
    const sizes = preset === undefined ? [] : filledBy(preset, candidate);
    const filled = new Set(sizes.map(([key]) => key));
    const open = candidate.open.filter(({ key }) => !filled.has(key));
    return { known: candidate.known, sizes, open };
}
/** The sizes of a preset that fit a workload: those of chats are none for a model that embeds or draws. */
function filledBy(preset, { purposes, severalCalls }) {
    const fits = preset.name === 'embedding' ? purposes.size === 1 && purposes.has('embedding') : purposes.has('text');
    if (!fits)
        return [];
    return preset.keys.filter(([key]) => key !== 'calls_per_request' || !severalCalls);
}
/** Sizes of a preset are assumed, and say so wherever they are shown. */
function sourceLines(preset, sizes) {
    const said = JSON.stringify(`assumed, ${preset.name} preset: ${preset.source}`);
    return sizes.map(([key]) => `${key}: ${said}`);
}
function knownLines({ key, value }, inner) {
    if (key !== 'calls')
        return [`${inner}${key}: ${value}`];
    return [`${inner}${key}:`, ...value.split('\n').map((line) => `${inner}  ${line}`)];
}
function openLine({ key, value, note }, inner) {
    return `${inner}# ${key}: ${value}  # fill in: ${(0,yaml_text/* inComment */.N7)(note)}`;
}

;// CONCATENATED MODULE: ./build/init/initialize.js
/** What `init` writes: a manifest for what infrastructure code and programs declare, or what one lacks. */












const NAME = 'bedrock-cost.yml';
/** More workloads than this are not written at once: nobody would fill them in. */
const MOST_CANDIDATES = 50;
/** Reads a tree and makes the manifest of its root. Pure but for the reading; the same tree gives the same text. */
async function initialize(snapshot, features, preset) {
    const read = await (0,read_tree/* readTree */.Z)(snapshot, features, undefined, new parse_cache/* ParseCache */.i());
    // Addresses that several roots have are told apart, as everywhere else.
    const tree = (0,two_trees/* alike */.n)(read, read).after;
    const errors = tree.diagnostics.filter(({ severity }) => severity === 'error');
    const project = tree.projects.find(({ directory }) => directory === '.');
    const file = project?.manifest?.file ?? project?.unreadable ?? NAME;
    const parts = project ?? {
        directory: '.',
        manifest: undefined,
        resources: [],
        roots: [],
        sources: new Map(),
    };
    const before = (await snapshot.read([file])).get(file);
    const nothing = { file, isNew: before === undefined, added: [], left: 0, byHand: [], notes: [] };
    if (before !== undefined && project?.manifest === undefined)
        return { ...nothing, text: before, diagnostics: errors };
    const { graph, found } = await (0,survey/* survey */.F)(snapshot, parts, features);
    const all = found.candidates.filter((0,known/* isNewTo */._)(parts, graph, before ?? ''));
    const fresh = all.slice(0, MOST_CANDIDATES);
    const left = all.length - fresh.length;
    const taken = new Set(parts.manifest?.workloads.map(({ name }) => name));
    const named = fresh.map((candidate) => {
        const name = (0,init_candidate/* unusedName */.C_)(candidate.name, taken);
        taken.add(name);
        return { name, candidate };
    });
    const added = named.map(({ name, candidate }) => ({ name, about: candidate.about }));
    const notes = notesOf(found, graph, fresh, before ?? '');
    const linesAt = (step, style) => {
        const linesOf = style === 'flow' ? workloadEntry : workloadLines;
        return named.flatMap(({ name, candidate }, index) => [
            ...(index === 0 || style === 'flow' ? [] : ['']),
            ...linesOf(name, candidate, preset, step),
        ]);
    };
    if (before === undefined) {
        const region = (0,bind_region/* defaultRegion */._)(undefined, graph);
        const text = newManifest(typeof region === 'string' ? region : undefined, linesAt('  ', 'block'), notes);
        return { ...nothing, text, added, left, notes, diagnostics: errors };
    }
    const extended = extend(file, before, linesAt);
    return {
        ...nothing,
        left,
        notes,
        diagnostics: errors,
        ...(added.length === 0
            ? { text: before }
            : extended === undefined
                ? { text: before, byHand: linesAt('  ', 'block') }
                : { text: extended, added }),
    };
}
function extend(file, before, linesAt) {
    const text = extendFlow(before, linesAt) ?? extendBlock(file, before, linesAt);
    return text !== undefined && saysTheSame(file, before, text) ? text : undefined;
}
function extendFlow(before, linesAt) {
    const place = flowPlaceFor(before);
    if (place === undefined)
        return undefined;
    const { step, whole } = place;
    const lines = whole
        ? [`${step}workloads: {`, ...linesAt(`${step}  `, 'flow'), `${step}},`]
        : linesAt(step, 'flow');
    return withEntries(before, place, lines);
}
function extendBlock(file, before, linesAt) {
    const place = placeFor(file, before);
    if (place === undefined)
        return undefined;
    const lines = linesAt(place.step, 'block');
    const block = place.whole ? workloadsBlock(lines).trimEnd().split('\n') : lines;
    return withLines(before, place, ['', ...block]);
}


/***/ })

};
