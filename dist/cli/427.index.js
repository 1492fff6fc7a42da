export const id = 427;
export const ids = [427];
export const modules = {

/***/ 3427:
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
var read_tree = __webpack_require__(72);
// EXTERNAL MODULE: ./build/tree/two-trees.js + 1 modules
var two_trees = __webpack_require__(5757);
// EXTERNAL MODULE: ./build/init/candidate.js
var init_candidate = __webpack_require__(1658);
// EXTERNAL MODULE: ./build/manifest/tree.js
var tree = __webpack_require__(6162);
// EXTERNAL MODULE: ./build/manifest/yaml.js + 1 modules
var yaml = __webpack_require__(1783);
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
        step: stepOf(node),
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
function stepOf({ entries }) {
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

// EXTERNAL MODULE: ./build/init/survey.js + 8 modules
var survey = __webpack_require__(9216);
;// CONCATENATED MODULE: ./build/init/workload-lines.js

/** The lines of a workload, indented for the place below `workloads:`. `step` is the indentation of its name. */
function workloadLines(name, candidate, preset, step) {
    const sizes = preset === undefined ? [] : filledBy(preset, candidate);
    const filled = new Set(sizes.map(([key]) => key));
    const open = candidate.open.filter(({ key }) => !filled.has(key));
    const inner = `${step}  `;
    return [
        `${step}${name}:`,
        `${inner}# ${(0,yaml_text/* inComment */.N7)(candidate.about)}`,
        ...candidate.known.flatMap((key) => knownLines(key, inner)),
        ...(preset === undefined || sizes.length === 0 ? [] : sourceLines(preset, sizes, inner)),
        ...sizes.map(([key, value]) => `${inner}${key}: ${value}`),
        ...open.map((key) => openLine(key, inner)),
    ];
}
/** The sizes of a preset that fit a workload: those of chats are none for a model that embeds. */
function filledBy(preset, { embeds, severalCalls }) {
    if (embeds !== (preset.name === 'embedding'))
        return [];
    return preset.keys.filter(([key]) => key !== 'calls_per_request' || !severalCalls);
}
/** Sizes of a preset are assumed, and say so wherever they are shown. */
function sourceLines(preset, sizes, inner) {
    const said = JSON.stringify(`assumed, ${preset.name} preset: ${preset.source}`);
    return [`${inner}source:`, ...sizes.map(([key]) => `${inner}  ${key}: ${said}`)];
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
    const nothing = { file, isNew: before === undefined, added: [], byHand: [], notes: [] };
    if (before !== undefined && project?.manifest === undefined)
        return { ...nothing, text: before, diagnostics: errors };
    const { graph, found } = await (0,survey/* survey */.F)(snapshot, parts, features);
    const fresh = found.candidates.filter((0,known/* isNewTo */._)(parts, graph, before ?? '')).slice(0, MOST_CANDIDATES);
    const taken = new Set(parts.manifest?.workloads.map(({ name }) => name));
    const named = fresh.map((candidate) => {
        const name = (0,init_candidate/* unusedName */.C_)(candidate.name, taken);
        taken.add(name);
        return { name, candidate };
    });
    const added = named.map(({ name, candidate }) => ({ name, about: candidate.about }));
    const notes = notesOf(found, graph, fresh, before ?? '');
    const linesAt = (step) => named.flatMap(({ name, candidate }, index) => [
        ...(index === 0 ? [] : ['']),
        ...workloadLines(name, candidate, preset, step),
    ]);
    if (before === undefined) {
        const region = (0,bind_region/* defaultRegion */._)(undefined, graph);
        const text = newManifest(typeof region === 'string' ? region : undefined, linesAt('  '), notes);
        return { ...nothing, text, added, notes, diagnostics: errors };
    }
    const extended = extend(file, before, linesAt);
    return {
        ...nothing,
        notes,
        diagnostics: errors,
        ...(added.length === 0
            ? { text: before }
            : extended === undefined
                ? { text: before, byHand: linesAt('  ') }
                : { text: extended, added }),
    };
}
function extend(file, before, linesAt) {
    const place = placeFor(file, before);
    if (place === undefined)
        return undefined;
    const lines = linesAt(place.step);
    const block = place.whole ? workloadsBlock(lines).trimEnd().split('\n') : lines;
    const text = withLines(before, place, ['', ...block]);
    return saysTheSame(file, before, text) ? text : undefined;
}


/***/ })

};
