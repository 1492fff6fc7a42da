export const id = 709;
export const ids = [709];
export const modules = {

/***/ 709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  defaultBranch: () => (/* reexport */ defaultBranch),
  isShallow: () => (/* reexport */ isShallow),
  mergeBase: () => (/* reexport */ mergeBase),
  openBlobs: () => (/* reexport */ openBlobs),
  openCommit: () => (/* binding */ openCommit),
  openRevision: () => (/* binding */ openRevision),
  readCommit: () => (/* reexport */ readCommit),
  resolveRevision: () => (/* reexport */ resolveRevision),
  workingTree: () => (/* binding */ workingTree)
});

;// CONCATENATED MODULE: ./build/snapshot/commit-id.js
const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Whether `text` is a whole commit id, of either of git's two hash functions. */
function isFullId(text) {
    return FULL_ID.test(text);
}
/** The short form that reports show. Always seven digits, so that it depends on the commit alone. */
function shortId(id) {
    return id.slice(0, 7);
}

// EXTERNAL MODULE: ./build/snapshot/directory.js
var snapshot_directory = __webpack_require__(2462);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(9688);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/snapshot/error.js
var snapshot_error = __webpack_require__(8895);
;// CONCATENATED MODULE: ./build/snapshot/git-process.js
/** Runs the git executable: arguments as a list, an environment of our own, nothing of the repository executed. */




/** Certificates of a company's own server or proxy. */
const TRUST = new Set(['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'GIT_PROXY_SSL_CAINFO']);
const LOCAL_TIMEOUT_MS = 120_000;
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;
/** What git answered, whatever its exit code. Throws a SnapshotError where git cannot be run at all. */
function runGit(call) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)('git', call.arguments, {
            cwd: call.directory,
            env: gitEnvironment(process.env, call),
            stdio: ['pipe', 'pipe', 'pipe'],
            timeout: call.timeoutMs ?? LOCAL_TIMEOUT_MS,
            windowsHide: true,
        });
        const stdout = [];
        const stderr = [];
        let bytes = 0;
        const collect = (into) => (chunk) => {
            bytes += chunk.length;
            if (bytes > MAX_OUTPUT_BYTES)
                child.kill();
            else
                into.push(chunk);
        };
        child.stdout.on('data', collect(stdout));
        child.stderr.on('data', collect(stderr));
        // Git may end before it has read all of its input; its exit code then says why.
        child.stdin.on('error', () => undefined);
        child.on('error', (error) => reject(cannotRun(error, call.directory)));
        child.on('close', (code, signal) => {
            const why = signal === null ? '' : '\ngit was stopped: it took too long or said too much';
            resolve({
                code: code ?? -1,
                stdout: Buffer.concat(stdout),
                stderr: Buffer.concat(stderr).toString('utf8') + why,
            });
        });
        child.stdin.end(call.input ?? '');
    });
}
/** The output of a call that must succeed; otherwise a SnapshotError that says what git said. */
async function gitOutput(call) {
    const answer = await runGit(call);
    if (answer.code !== 0)
        throw gitFailure(call, answer);
    return answer.stdout;
}
/** What went wrong, in our words where the case is known. */
function gitFailure(call, answer) {
    const { stderr } = answer;
    if (stderr.includes('not a git repository')) {
        return new snapshot_error/* SnapshotError */.J(`"${call.directory}" is not inside a git repository.`, 'Name two directories instead of revisions, or run this inside a repository.');
    }
    if (stderr.includes('dubious ownership')) {
        return new snapshot_error/* SnapshotError */.J(`The git repository of "${call.directory}" belongs to another user, so git refuses to read it.`, `If you trust it: git config --global --add safe.directory "${call.directory}"`);
    }
    const said = stderr.trim().split('\n').at(-1) ?? '';
    return new snapshot_error/* SnapshotError */.J(`git ${call.arguments[0] ?? ''} failed: ${said === '' ? `exit code ${answer.code}` : said}`, 'Check the repository with "git fsck"; in a partial clone, fetch all objects first.');
}
function cannotRun(error, directory) {
    if (!('code' in error) || error.code !== 'ENOENT')
        return error;
    return (0,external_node_fs_.existsSync)(directory)
        ? new snapshot_error/* SnapshotError */.J('The git program was not found.', 'Install git, or name two directories instead of revisions.')
        : new snapshot_error/* SnapshotError */.J(`There is no directory "${directory}".`, 'Check the spelling of the path.');
}
/**
 * Every variable that steers git is dropped and set anew: no system configuration, no hooks, no file system
 * monitor, no replaced objects, no prompt, no locks, and no transport unless the call names one (a partial clone
 * would otherwise fetch what is missing). The person's own configuration stays, for what they ignore; a call that
 * reaches another repository also keeps what the machine says of certificates.
 */
function gitEnvironment(inherited, call) {
    const environment = {};
    const isRemote = call.protocol !== undefined;
    for (const [name, value] of Object.entries(inherited)) {
        if (!name.toUpperCase().startsWith('GIT_') || (isRemote && TRUST.has(name)))
            environment[name] = value;
    }
    const configuration = [
        ['core.hooksPath', external_node_os_.devNull],
        ['core.fsmonitor', 'false'],
        ...(call.anyOwner === true ? [['safe.directory', '*']] : []),
        ...(call.secretConfiguration ?? []),
    ];
    for (const [index, [key, value]] of configuration.entries()) {
        environment[`GIT_CONFIG_KEY_${index}`] = key;
        environment[`GIT_CONFIG_VALUE_${index}`] = value;
    }
    return Object.assign(environment, {
        GIT_CONFIG_COUNT: String(configuration.length),
        ...(isRemote ? {} : { GIT_CONFIG_NOSYSTEM: '1' }),
        GIT_ATTR_NOSYSTEM: '1',
        GIT_NO_LAZY_FETCH: '1',
        GIT_NO_REPLACE_OBJECTS: '1',
        GIT_ALLOW_PROTOCOL: call.protocol ?? 'none',
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_LITERAL_PATHSPECS: '1',
        LC_ALL: 'C',
        LANGUAGE: 'C',
    });
}

;// CONCATENATED MODULE: ./build/snapshot/git-objects.js
/** The contents of git objects, many with one process. */


const NEWLINE = 10;
/**
 * Reads blobs of one repository and keeps them, up to `most` bytes: the trees of two commits share nearly all of
 * theirs, several steps ask for the same file, and each question is a process that has to start.
 */
function openBlobs(directory, options = {}, most = limits/* LIMITS */.b.keptBytes) {
    const kept = new Map();
    let room = most;
    return async (ids) => {
        const missing = [...ids].filter((id) => !kept.has(id));
        const read = await readBlobs(directory, missing, options);
        const bytes = [...read.values()].reduce((sum, { length }) => sum + length, 0);
        // All or none of an answer: each blob is a part of it and holds the whole in memory.
        if (bytes <= room) {
            room -= bytes;
            for (const [id, content] of read)
                kept.set(id, content);
        }
        const found = new Map();
        for (const id of ids) {
            const content = kept.get(id) ?? read.get(id);
            if (content !== undefined)
                found.set(id, content);
        }
        return found;
    };
}
/** One process for all of them. */
async function readBlobs(directory, ids, options) {
    if (ids.length === 0)
        return new Map();
    const output = await gitOutput({
        ...options,
        directory,
        arguments: ['cat-file', '--batch', '--buffer'],
        input: ids.map((id) => `${id}\n`).join(''),
    });
    return parseBatch(output);
}
/** Answers are `id type size NEWLINE content NEWLINE`, or `id missing NEWLINE`. */
function parseBatch(output) {
    const blobs = new Map();
    for (let start = 0; start < output.length;) {
        const line = output.indexOf(NEWLINE, start);
        if (line === -1)
            break;
        const [id = '', type = '', size] = output.toString('latin1', start, line).split(' ');
        start = line + 1;
        if (size === undefined)
            continue;
        const end = start + Number(size);
        if (type === 'blob' && end < output.length)
            blobs.set(id, output.subarray(start, end));
        start = end + 1;
    }
    return blobs;
}

// EXTERNAL MODULE: ./build/snapshot/listing.js
var snapshot_listing = __webpack_require__(246);
;// CONCATENATED MODULE: ./build/snapshot/git-tree.js
/** The tree of a commit, from git's own objects: what stands in the work tree does not matter. */



const DIRECTORY_MODE = '040000';
const LINK_MODE = '120000';
const SUBMODULE_MODE = '160000';
const NUL = 0;
const TAB = 9;
/**
 * Lists a commit, or one directory of it, with sizes and without reading any file. Links and submodules are
 * refused by their mode. Throws a SnapshotError where the directory does not exist at that commit.
 */
async function listTree(directory, commit, subdirectory, options) {
    const tree = subdirectory === undefined ? commit : await subtree(directory, commit, subdirectory, options);
    const output = await gitOutput({
        ...options,
        directory,
        arguments: ['ls-tree', '-r', '-z', '--long', '--full-tree', '--end-of-options', tree],
    });
    return parseTree(output);
}
/** Entries are `mode type object size TAB path NUL`, the size padded on the left, `-` for a submodule. */
function parseTree(output) {
    const listing = (0,snapshot_listing/* createListing */.X)();
    for (let start = 0; start < output.length;) {
        const end = endOf(output, NUL, start);
        const tab = endOf(output, TAB, start);
        const [mode = '', type = '', object = '', size = ''] = output.toString('latin1', start, tab).split(/ +/);
        const path = output.toString('utf8', Math.min(tab + 1, end), end);
        start = end + 1;
        if (!addTreeEntry(listing, { path, mode, type, content: object, bytes: Number(size) }))
            break;
    }
    listing.finish();
    return { files: listing.files, diagnostics: listing.diagnostics };
}
/** Lists one entry of a tree, or refuses it by its mode. False once the tree has more than are looked at. */
function addTreeEntry(listing, { path, mode, type, content, bytes }) {
    if (!listing.count())
        return false;
    if (!listing.admits(path))
        return true;
    if (mode === LINK_MODE)
        listing.refuse('link', path);
    else if (mode === SUBMODULE_MODE)
        listing.refuse('submodule', path);
    else if (type === 'blob' && mode.startsWith('100'))
        listing.add({ path, bytes, content });
    else
        listing.refuse('special', path);
    return true;
}
function endOf(output, byte, from) {
    const found = output.indexOf(byte, from);
    return found === -1 ? output.length : found;
}
/** The id of a directory's tree. A link on the way does not resolve: git objects follow none. */
async function subtree(directory, commit, path, options) {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    if (path.startsWith('/') || parts.includes('..')) {
        throw new snapshot_error/* SnapshotError */.J(`"${path}" is not inside the repository.`, 'Write a path from the root of the repository.');
    }
    if (parts.length === 0)
        return commit;
    const output = await gitOutput({
        ...options,
        directory,
        arguments: ['ls-tree', '-z', '--full-tree', '--end-of-options', commit, parts.join('/')],
    });
    const [mode, , object = ''] = output.toString('latin1', 0, endOf(output, TAB, 0)).split(' ');
    if (mode === DIRECTORY_MODE)
        return object;
    throw new snapshot_error/* SnapshotError */.J(`There is no directory "${parts.join('/')}" at commit ${commit.slice(0, 7)}.`, 'Write a path from the root of the repository.');
}

// EXTERNAL MODULE: ./build/model/edit-distance.js
var edit_distance = __webpack_require__(3170);
;// CONCATENATED MODULE: ./build/snapshot/nearest.js

/** The names that a mistyped one probably meant, nearest first, at most three. */
function nearest(written, names) {
    const allowed = Math.max(2, Math.floor(written.length / 3));
    const found = [];
    for (const name of new Set(names)) {
        const distances = [name, name.slice(name.indexOf('/') + 1)]
            .filter((candidate) => Math.abs(candidate.length - written.length) <= allowed)
            .map((candidate) => (0,edit_distance/* editDistance */.Y)(written, candidate));
        const distance = Math.min(...distances);
        if (distance <= allowed)
            found.push({ name, distance });
    }
    found.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
    return found.slice(0, 3).map(({ name }) => name);
}

;// CONCATENATED MODULE: ./build/snapshot/revision.js
/** From what a person wrote to the full id of a commit. */




/** What git itself forbids in names of branches and tags, or would read as a path, a range or a search. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\s:?*[\]\\]|\.\.|\^\{[/!]/u;
const MAX_LENGTH = 250;
const NAMES_LISTED = 5_000;
/**
 * The full id of the commit that `revision` names: a branch, a tag, an id, `HEAD~2` and the like. Throws a
 * SnapshotError that names the nearest branches and tags where there is none.
 */
async function resolveRevision(directory, revision, options = {}) {
    if (revision === '' ||
        revision.startsWith('-') ||
        revision.length > MAX_LENGTH ||
        FORBIDDEN.test(revision)) {
        throw new snapshot_error/* SnapshotError */.J(`${JSON.stringify(revision)} is not the name of a revision.`, 'Write a branch, a tag or a commit id, such as "origin/main" or "HEAD~1".');
    }
    const call = {
        ...options,
        directory,
        arguments: ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    };
    const answer = await runGit(call);
    const id = answer.stdout.toString('latin1').trim();
    if (answer.code === 0 && isFullId(id))
        return id;
    if (answer.code > 1 && answer.stderr.trim() !== '')
        throw gitFailure(call, answer);
    throw new snapshot_error/* SnapshotError */.J(`There is no commit "${revision}" in this repository.`, await hintFor(directory, revision, options));
}
async function hintFor(directory, revision, options) {
    const names = nearest(revision, await refNames(directory, options));
    if (names.length > 0)
        return `Did you mean ${names.map((name) => `"${name}"`).join(' or ')}?`;
    return `If it exists in the remote repository, fetch it first: git fetch --depth=1 origin ${revision}`;
}
/** Branches, remote branches and tags, as short names. */
async function refNames(directory, options) {
    const output = await gitOutput({
        ...options,
        directory,
        arguments: [
            'for-each-ref',
            `--count=${NAMES_LISTED}`,
            '--format=%(refname:lstrip=2)',
            'refs/heads',
            'refs/remotes',
            'refs/tags',
        ],
    });
    return output
        .toString('utf8')
        .split('\n')
        .filter((name) => name !== '');
}

// EXTERNAL MODULE: ./build/snapshot/reading.js + 1 modules
var reading = __webpack_require__(4733);
;// CONCATENATED MODULE: ./build/snapshot/tree-snapshot.js

/** A listed tree of git objects as a snapshot; `contents` gives what it can of the objects with these ids. */
function treeSnapshot(revision, { files, diagnostics }, contents, remaining) {
    const budget = (0,reading/* createReadBudget */.g)(diagnostics);
    let byPath;
    return {
        revision,
        files,
        diagnostics,
        ...(remaining === undefined ? {} : { remaining }),
        async read(paths) {
            byPath ??= new Map(files.map((file) => [file.path, file]));
            const wanted = new Map();
            for (const path of paths) {
                const file = byPath.get(path);
                if (file === undefined || wanted.has(path) || !budget.take(file.bytes, path))
                    continue;
                wanted.set(path, file.content);
            }
            const read = await contents(new Set(wanted.values()));
            const texts = new Map();
            for (const [path, object] of wanted) {
                const text = (0,reading/* textOrNote */.l)(read.get(object), path, diagnostics);
                if (text !== undefined)
                    texts.set(path, text);
            }
            return texts;
        },
    };
}

;// CONCATENATED MODULE: ./build/snapshot/commit.js
/** Commits and how they descend from each other. */




/** A commit by its full id, from the raw object; undefined where the repository does not hold it. */
async function readCommit(directory, id, options = {}) {
    if (!isFullId(id))
        return undefined;
    const answer = await runGit({ ...options, directory, arguments: ['cat-file', 'commit', id] });
    return answer.code === 0 ? parseCommit(id, answer.stdout.toString('utf8')) : undefined;
}
/** Only the header counts: a message can hold lines that look like one. */
function parseCommit(id, raw) {
    const end = raw.indexOf('\n\n');
    const header = (end === -1 ? raw : raw.slice(0, end)).split('\n');
    const parents = header
        .filter((line) => line.startsWith('parent '))
        .map((line) => line.slice('parent '.length));
    const committer = header.find((line) => line.startsWith('committer ')) ?? '';
    const seconds = Number(/> (\d{1,11}) [+-]\d{4}$/.exec(committer)?.[1] ?? 0);
    return { id, parents: parents.filter(isFullId), date: new Date(seconds * 1000).toISOString().slice(0, 10) };
}
/** The newest commit that both descend from, by its full id. Throws a SnapshotError where there is none. */
async function mergeBase(directory, a, b, options = {}) {
    const [first, second] = [
        await resolveRevision(directory, a, options),
        await resolveRevision(directory, b, options),
    ];
    const call = { ...options, directory, arguments: ['merge-base', '--end-of-options', first, second] };
    const answer = await runGit(call);
    const id = answer.stdout.toString('latin1').split('\n')[0] ?? '';
    if (answer.code === 0 && isFullId(id))
        return id;
    throw new snapshot_error/* SnapshotError */.J(`"${a}" and "${b}" have no common commit in this repository.`, (await isShallow(directory, options))
        ? 'This is a shallow clone: run "git fetch --unshallow", or name the base yourself.'
        : 'Name the base yourself.');
}
/** Whether history is cut off, so that a common commit may lie beyond what is known. */
async function isShallow(directory, options = {}) {
    const output = await gitOutput({
        ...options,
        directory,
        arguments: ['rev-parse', '--is-shallow-repository'],
    });
    return output.toString('latin1').trim() === 'true';
}
/**
 * The branch that pull requests go to, as a revision: what the remote `origin` calls its default, else the first
 * of the customary names that exists. Throws a SnapshotError where none does.
 */
async function defaultBranch(directory, options = {}) {
    const output = await gitOutput({
        ...options,
        directory,
        arguments: [
            'for-each-ref',
            '--format=%(refname) %(symref)',
            'refs/remotes/origin/HEAD',
            ...CUSTOMARY.map((name) => `refs/${name}`),
        ],
    });
    const refs = new Map();
    for (const line of output.toString('utf8').split('\n')) {
        const [name = '', target = ''] = line.split(' ');
        refs.set(name, target);
    }
    const target = refs.get('refs/remotes/origin/HEAD') ?? '';
    if (target !== '')
        return target.replace(/^refs\/remotes\//, '');
    const found = CUSTOMARY.find((name) => refs.has(`refs/${name}`));
    if (found !== undefined)
        return found.replace(/^(?:remotes|heads)\//, '');
    throw new snapshot_error/* SnapshotError */.J('The default branch of this repository is not known.', 'Name the base yourself, or run "git remote set-head origin --auto".');
}
const CUSTOMARY = ['remotes/origin/main', 'remotes/origin/master', 'heads/main', 'heads/master'];

;// CONCATENATED MODULE: ./build/snapshot/git.js










/**
 * The tree of the commit that `revision` names, read from git's objects; the work tree is never looked at.
 * Throws a SnapshotError where there is no repository, no such commit or no such directory.
 */
async function openRevision(repositoryDirectory, revision, options = {}) {
    const commit = await resolveRevision(repositoryDirectory, revision, options);
    return openCommit(repositoryDirectory, commit, options);
}
/** The same for the full id of a commit, which is not looked up again. */
async function openCommit(repositoryDirectory, id, options = {}) {
    const tree = await listTree(repositoryDirectory, id, options.subdirectory, options);
    return treeSnapshot(shortId(id), tree, options.blobs ?? openBlobs(repositoryDirectory, options));
}
/**
 * The work tree of the repository around `directory`: tracked files as they stand on disk, and new ones that git
 * does not ignore. Throws a SnapshotError where there is no repository with a work tree.
 */
async function workingTree(directory, options = {}) {
    const top = await gitOutput({ ...options, directory, arguments: ['rev-parse', '--show-toplevel'] });
    const root = top.toString('utf8').replace(/\r?\n$/, '');
    const output = await gitOutput({
        ...options,
        directory: root,
        arguments: ['ls-files', '-z', '--full-name', '--cached', '--others', '--exclude-standard'],
    });
    const paths = output.toString('utf8').split('\0');
    paths.pop();
    const { subdirectory } = options;
    if (subdirectory === undefined)
        return (0,snapshot_directory/* openListedFiles */.L)(root, paths, 'working tree');
    const prefix = `${subdirectory.replace(/^\.?\/+|\/+$/g, '')}/`;
    const below = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    return (0,snapshot_directory/* openListedFiles */.L)(`${root}/${prefix}`, below, 'working tree');
}


/***/ })

};
