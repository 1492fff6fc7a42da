export const id = 393;
export const ids = [393];
export const modules = {

/***/ 2393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  updatePrices: () => (/* binding */ updatePrices)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/prices/book.js + 1 modules
var book = __webpack_require__(318);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./build/model/price.js
var price = __webpack_require__(5207);
// EXTERNAL MODULE: ./build/prices/book-file.js
var book_file = __webpack_require__(1141);
// EXTERNAL MODULE: ./build/prices/pack.js
var pack = __webpack_require__(374);
;// CONCATENATED MODULE: ./build/prices/book-schema.js
/** What a stored book must look like. Too slow for every start; for making a book and for the tests. */




const DATE = schemas/* string */.YjP().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Plain notation, so that equal prices are equal texts. */
const PLAIN = schemas/* string */.YjP().regex(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const LINE = new RegExp(`^(in-region|geographic|global|)/(${price/* TIERS */.iB.join('|')})/(normal|long)$`);
const INDEX = schemas/* number */.aig().int().nonnegative();
const SCHEMA = schemas/* strictObject */.rej({
    format: schemas/* literal */.euz(1),
    asOf: DATE,
    edition: schemas/* string */.YjP().regex(/^\d{4}-\d{2}-\d{2}\.[0-9a-f]{8}$/),
    inputs: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* string */.YjP().min(1), schemas/* string */.YjP().min(1), schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/)])),
    sources: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* string */.YjP().min(1), DATE, schemas/* enum */.k5n(['A', 'B', 'C'])])),
    units: schemas/* array */.YOg(schemas/* tuple */.PVZ([PLAIN, schemas/* string */.YjP().min(1)])),
    regions: schemas/* array */.YOg(schemas/* string */.YjP().regex(REGION)),
    regionSets: schemas/* array */.YOg(schemas/* string */.YjP().min(1)),
    subjects: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[a-z0-9][a-z0-9.-]*$/), schemas/* strictObject */.rej({
        kind: schemas/* enum */.k5n(['model', 'feature']),
        columns: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* string */.YjP().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), INDEX])),
        rows: schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* string */.YjP().regex(LINE), INDEX, INDEX]).rest(schemas/* union */.KCZ([PLAIN, schemas/* literal */.euz('')]))),
        elsewhere: schemas/* string */.YjP().regex(REGION).optional(),
        unsettled: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().min(1)).optional(),
    })),
});
/** What is wrong with a stored book; nothing where it is sound. */
function bookProblems(value) {
    const parsed = SCHEMA.safeParse(value);
    if (!parsed.success)
        return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    const book = value;
    const problems = [];
    for (const [subject, { kind, columns, rows }] of Object.entries(book.subjects)) {
        const say = (what) => problems.push(`${subject}: ${what}`);
        if (columns.some(([, unit]) => book.units[unit] === undefined))
            say('a column has an unknown unit');
        for (const [line, source, regions, ...prices] of rows) {
            if (book.sources[source] === undefined || book.regionSets[regions] === undefined)
                say(`${line} has an unknown source or set of regions`);
            if (prices.length > columns.length)
                say(`${line} has more prices than columns`);
            if ((kind === 'feature') !== line.startsWith('/'))
                say(`${line} does not fit a ${kind}`);
        }
    }
    const seen = new Set();
    for (const row of (0,pack/* unpackBook */.Iu)(book)) {
        const key = (0,book_file/* rowKey */.o)(row);
        if (seen.has(key))
            problems.push(`${key}: two prices for one key`);
        seen.add(key);
        if (!book.regions.includes(row.region))
            problems.push(`${key}: a region that the book does not list`);
        if (row.unit === 'tokens' && row.usd === '0')
            problems.push(`${key}: tokens at zero`);
        if (row.source[1] > book.asOf)
            problems.push(`${key}: newer than the book`);
    }
    return problems;
}

;// CONCATENATED MODULE: ./build/prices/update/account.js

/** Of one kind, so many are listed; the rest is counted. */
const LISTED = 40;
/** What is new, changed, gone, not understood and in conflict. */
function accountOf(rebuilt) {
    const { added, changed, gone } = rebuilt.changes;
    const changes = changed.map(({ from, to }) => `${nameOf(to)} in ${to.region}: ${from.usd} -> ${to.usd} USD per ${to.per} ${to.unit}`);
    const excluded = [...rebuilt.excluded].map(([why, number]) => `${number} rows: ${why}`);
    const conflicts = rebuilt.conflicts.map(({ key, prices }) => `${key}: ${prices.join(' and ')} USD`);
    return [
        ...section('Two prices for one key', conflicts),
        ...section('Token rows that are not understood', rebuilt.unknown),
        ...section('Changed prices', changes),
        ...section('New prices', summary(added)),
        ...section('Prices that are gone', summary(gone)),
        ...section('Left out, since nothing offers the model there', rebuilt.withheld),
        ...section('Left out on purpose', excluded.sort()),
        ...section('Rows that the book has no place for', rebuilt.unclassified),
    ];
}
function section(title, lines) {
    if (lines.length === 0)
        return [`${title}: none`];
    const rest = lines.length > LISTED ? [`  and ${lines.length - LISTED} more`] : [];
    return [`${title}: ${lines.length}`, ...lines.slice(0, LISTED).map((line) => `  ${line}`), ...rest];
}
/** One line for each subject and dimension. */
function summary(rows) {
    return [...(0,pack/* groupBy */.$z)(rows, nameOf)].map(([name, group]) => {
        const regions = new Set(group.map((row) => row.region));
        const prices = [...new Set(group.map((row) => row.usd))];
        const shown = prices.length > 3 ? `${prices.slice(0, 3).join(', ')} \u2026` : prices.join(', ');
        return `${name}: ${shown} USD in ${regions.size === 1 ? [...regions].join() : `${regions.size} regions`}`;
    });
}
function nameOf(row) {
    const line = [row.scope, row.tier === 'standard' ? '' : row.tier, row.context === 'long' ? 'long' : ''];
    return [row.subject, row.dimension, ...line].filter((word) => word !== '').join(' ');
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/prices/update/proxy.js
/** Which proxy a request goes through, by the environment variables that command line programs agree on. */
/** The proxy for `url`; undefined where it is to be asked directly. Throws where the variable holds no URL. */
function proxyFor(url, environment) {
    const names = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
    const stated = names.map((name) => environment[name]).find((value) => value !== undefined && value !== '');
    if (stated === undefined || isExempt(url, environment['no_proxy'] ?? environment['NO_PROXY'] ?? ''))
        return undefined;
    return new URL(stated.includes('://') ? stated : `http://${stated}`);
}
/** `no_proxy` lists hosts and endings of hosts, with or without a leading dot, and `*` for all. */
function isExempt(url, list) {
    const host = url.hostname.toLowerCase();
    return list
        .split(',')
        .map((entry) => entry.trim().toLowerCase())
        .filter((entry) => entry !== '')
        .some((entry) => {
        const [name = '', port] = entry.split(':');
        if (port !== undefined &&
            port !== (url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port))
            return false;
        const ending = name.replace(/^\*?\./, '');
        return ending === '*' || host === ending || host.endsWith(`.${ending}`);
    });
}

;// CONCATENATED MODULE: ./build/prices/update/http.js
/** Reads public files over HTTP: in a stream, unpacked, through a proxy where one is set, again after a failure. */





const ATTEMPTS = 4;
const FIRST_WAIT = 1000;
/** A server that is silent for longer has failed. */
const SILENCE = 60_000;
/** A failure that a further attempt may mend. */
class Passing extends Error {
}
/**
 * Hands the body of `url` to `read` in pieces. A failure on the way (also a body that ends too early) starts `read` again
 * with the next attempt.
 */
async function readUrl(url, transport, read) {
    for (let attempt = 1;; attempt += 1) {
        try {
            const body = await http_open(url, transport.environment);
            try {
                return await read(passing(body));
            }
            finally {
                body.destroy();
            }
        }
        catch (error) {
            if (!(error instanceof Passing) || attempt === ATTEMPTS) {
                throw new Error(`${url.href} could not be read: ${error instanceof Error ? error.message : String(error)}`);
            }
            const pause = FIRST_WAIT * 2 ** (attempt - 1);
            transport.retrying(`${url.href}: ${error.message}; attempt ${attempt + 1} of ${ATTEMPTS} follows`);
            await transport.wait(pause);
        }
    }
}
/** The pieces of a body; errors of the stream are failures that may pass. */
async function* passing(body) {
    try {
        for await (const piece of body)
            yield piece;
    }
    catch (error) {
        throw new Passing(error instanceof Error ? error.message : String(error));
    }
}
async function http_open(url, environment) {
    const response = await respond(url, environment);
    const status = response.statusCode ?? 0;
    if (status !== 200) {
        response.destroy();
        const message = `the server answered ${status}`;
        throw status === 429 || status >= 500 ? new Passing(message) : new Error(message);
    }
    if (response.headers['content-encoding'] !== 'gzip')
        return response;
    const unpacked = (0,external_node_zlib_.createGunzip)();
    response.on('error', (error) => unpacked.destroy(error));
    return response.pipe(unpacked);
}
function respond(url, environment) {
    const proxy = proxyFor(url, environment);
    const headers = { 'accept-encoding': 'gzip', 'user-agent': 'bedrock-cost-diff' };
    return new Promise((resolve, reject) => {
        const fail = (error) => reject(new Passing(error.message));
        const send = (request) => {
            request.setTimeout(SILENCE, () => request.destroy(new Error(`no answer for ${SILENCE / 1000} seconds`)));
            request.on('response', resolve).on('error', fail).end();
        };
        if (proxy === undefined) {
            send((url.protocol === 'https:' ? external_node_https_ : external_node_http_).request(url, { headers }));
        }
        else if (url.protocol === 'http:') {
            const options = { host: proxy.hostname, port: proxy.port || 80, path: url.href };
            send(external_node_http_.request({ ...options, headers: { ...headers, host: url.host, ...authorization(proxy) } }));
        }
        else {
            tunnel(url, proxy).then((socket) => {
                const secure = external_node_tls_.connect({ socket, servername: url.hostname });
                secure.on('error', fail);
                send(external_node_https_.request(url, { headers, agent: false, createConnection: () => secure }));
            }, fail);
        }
    });
}
/** A connection to the server of `url` through the proxy. */
function tunnel(url, proxy) {
    const target = `${url.hostname}:${url.port || 443}`;
    return new Promise((resolve, reject) => {
        const client = proxy.protocol === 'https:' ? external_node_https_ : external_node_http_;
        const port = proxy.port || (proxy.protocol === 'https:' ? 443 : 80);
        const headers = { host: target, ...authorization(proxy) };
        const request = client.request({ host: proxy.hostname, port, method: 'CONNECT', path: target, headers });
        request.setTimeout(SILENCE, () => request.destroy(new Error('the proxy does not answer')));
        request.on('connect', (response, socket) => {
            if (response.statusCode === 200)
                resolve(socket);
            else {
                socket.destroy();
                reject(new Error(`the proxy answered ${response.statusCode}`));
            }
        });
        request.on('error', reject).end();
    });
}
function authorization(proxy) {
    if (proxy.username === '')
        return {};
    const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

// EXTERNAL MODULE: ./build/model/decimal.js + 1 modules
var decimal = __webpack_require__(5569);
;// CONCATENATED MODULE: ./build/prices/update/known-models.js
/**
 * The models of Amazon Bedrock by hand: which id is which model, and what the price sources call it.
 *
 * The key of a model, under which its prices stand, is its id without prefix, date, `-vN:N` and context suffix. The
 * version stays in the key in two cases: where the id without it would name a whole product line (`rerank`, `embed`,
 * `titan-embed-text`, `titan-image-generator`, `ray`), and where two dated releases of one name are told apart by the
 * price list (`claude-3-5-sonnet-v1` and `-v2`, `mistral-large-2402` and `-2407`).
 *
 * Everything else that the catalogue says of a model (tiers, context, regions) is read from the model cards and from the
 * interface's own list; what only a person can state, with its source, stands in `data/overrides.json`.
 */
function models(provider, lines) {
    return lines.map(([key, id, name, names = [], aliases = []]) => ({
        key,
        id,
        name,
        provider,
        names,
        aliases,
    }));
}
const KNOWN_MODELS = [
    ...models('AI21 Labs', [
        ['ai21.jamba-1-5-large', 'ai21.jamba-1-5-large-v1:0', 'Jamba 1.5 Large'],
        ['ai21.jamba-1-5-mini', 'ai21.jamba-1-5-mini-v1:0', 'Jamba 1.5 Mini'],
        ['ai21.jamba-instruct', 'ai21.jamba-instruct-v1:0', 'Jamba-Instruct'],
        ['ai21.j2-mid', 'ai21.j2-mid-v1', 'Jurassic-2 Mid'],
        ['ai21.j2-ultra', 'ai21.j2-ultra-v1', 'Jurassic-2 Ultra'],
    ]),
    ...models('Amazon', [
        ['amazon.nova-micro', 'amazon.nova-micro-v1:0', 'Nova Micro'],
        ['amazon.nova-lite', 'amazon.nova-lite-v1:0', 'Nova Lite'],
        ['amazon.nova-pro', 'amazon.nova-pro-v1:0', 'Nova Pro'],
        ['amazon.nova-premier', 'amazon.nova-premier-v1:0', 'Nova Premier'],
        ['amazon.nova-2-lite', 'amazon.nova-2-lite-v1:0', 'Nova 2 Lite', ['Nova 2.0 Lite']],
        [
            'amazon.nova-2-pro',
            'amazon.nova-2-pro-preview-20251202-v1:0',
            'Nova 2 Pro (preview)',
            ['Nova 2.0 Pro'],
        ],
        ['amazon.nova-2-omni', 'amazon.nova-2-omni', 'Nova 2 Omni (preview)', ['Nova 2.0 Omni']],
        ['amazon.nova-sonic', 'amazon.nova-sonic-v1:0', 'Nova Sonic'],
        ['amazon.nova-2-sonic', 'amazon.nova-2-sonic-v1:0', 'Nova 2 Sonic', ['Nova Sonic 2.0', 'Nova 2.0 Sonic']],
        ['amazon.nova-2-5-sonic', 'amazon.nova-2-5-sonic', 'Nova 2.5 Sonic', ['Nova Sonic 2.5']],
        ['amazon.nova-canvas', 'amazon.nova-canvas-v1:0', 'Nova Canvas'],
        ['amazon.nova-reel', 'amazon.nova-reel-v1:1', 'Nova Reel', [], ['amazon.nova-reel-v1:0']],
        [
            'amazon.nova-2-multimodal-embeddings',
            'amazon.nova-2-multimodal-embeddings-v1:0',
            'Nova Multimodal Embeddings',
            ['NovaMultiModalEmbeddings'],
        ],
        ['amazon.rerank-v1', 'amazon.rerank-v1:0', 'Amazon Rerank 1.0', ['Amazon-rerank-v1.0', 'AmazonRerank']],
        [
            'amazon.titan-embed-text-v1',
            'amazon.titan-embed-text-v1',
            'Titan Embeddings G1 - Text',
            ['TitanEmbeddingsG1-Text'],
        ],
        [
            'amazon.titan-embed-text-v2',
            'amazon.titan-embed-text-v2:0',
            'Titan Text Embeddings V2',
            ['TitanEmbeddingV2-Text'],
        ],
        ['amazon.titan-embed-g1-text-02', 'amazon.titan-embed-g1-text-02', 'Titan Embeddings G1 - Text v2'],
        [
            'amazon.titan-embed-image-v1',
            'amazon.titan-embed-image-v1',
            'Titan Multimodal Embeddings G1',
            ['TitanEmbeddingsG1-Image'],
        ],
        [
            'amazon.titan-image-generator-v1',
            'amazon.titan-image-generator-v1',
            'Titan Image Generator G1',
            [],
            ['amazon.titan-image-generator-v1:0'],
        ],
        ['amazon.titan-image-generator-v2', 'amazon.titan-image-generator-v2:0', 'Titan Image Generator G1 v2'],
        [
            'amazon.titan-text-express',
            'amazon.titan-text-express-v1',
            'Titan Text G1 - Express',
            ['TitanTextG1-Express'],
        ],
        [
            'amazon.titan-text-lite',
            'amazon.titan-text-lite-v1',
            'Titan Text G1 - Lite',
            ['TitanTextG1-Lite', 'Titan Text G1 Lite'],
        ],
        [
            'amazon.titan-text-premier',
            'amazon.titan-text-premier-v1:0',
            'Titan Text Premier',
            ['TitanText-Premier'],
        ],
    ]),
    ...models('Anthropic', [
        ['anthropic.claude-instant', 'anthropic.claude-instant-v1', 'Claude Instant'],
        ['anthropic.claude-v2', 'anthropic.claude-v2', 'Claude 2.0'],
        ['anthropic.claude-v2-1', 'anthropic.claude-v2:1', 'Claude 2.1'],
        ['anthropic.claude-3-haiku', 'anthropic.claude-3-haiku-20240307-v1:0', 'Claude 3 Haiku'],
        ['anthropic.claude-3-sonnet', 'anthropic.claude-3-sonnet-20240229-v1:0', 'Claude 3 Sonnet'],
        ['anthropic.claude-3-opus', 'anthropic.claude-3-opus-20240229-v1:0', 'Claude 3 Opus'],
        ['anthropic.claude-3-5-haiku', 'anthropic.claude-3-5-haiku-20241022-v1:0', 'Claude 3.5 Haiku'],
        ['anthropic.claude-3-5-sonnet-v1', 'anthropic.claude-3-5-sonnet-20240620-v1:0', 'Claude 3.5 Sonnet'],
        ['anthropic.claude-3-5-sonnet-v2', 'anthropic.claude-3-5-sonnet-20241022-v2:0', 'Claude 3.5 Sonnet v2'],
        ['anthropic.claude-3-7-sonnet', 'anthropic.claude-3-7-sonnet-20250219-v1:0', 'Claude 3.7 Sonnet'],
        ['anthropic.claude-opus-4', 'anthropic.claude-opus-4-20250514-v1:0', 'Claude Opus 4'],
        ['anthropic.claude-opus-4-1', 'anthropic.claude-opus-4-1-20250805-v1:0', 'Claude Opus 4.1'],
        ['anthropic.claude-opus-4-5', 'anthropic.claude-opus-4-5-20251101-v1:0', 'Claude Opus 4.5'],
        ['anthropic.claude-opus-4-6', 'anthropic.claude-opus-4-6-v1', 'Claude Opus 4.6'],
        ['anthropic.claude-opus-4-7', 'anthropic.claude-opus-4-7', 'Claude Opus 4.7'],
        ['anthropic.claude-opus-4-8', 'anthropic.claude-opus-4-8', 'Claude Opus 4.8'],
        ['anthropic.claude-opus-5', 'anthropic.claude-opus-5', 'Claude Opus 5'],
        ['anthropic.claude-opus-5-5', 'anthropic.claude-opus-5-5', 'Claude Opus 5.5'],
        [
            'anthropic.claude-sonnet-4',
            'anthropic.claude-sonnet-4-20250514-v1:0',
            'Claude Sonnet 4',
            ['Claude4Sonnet', 'Claude 4 Sonnet'],
        ],
        ['anthropic.claude-sonnet-4-5', 'anthropic.claude-sonnet-4-5-20250929-v1:0', 'Claude Sonnet 4.5'],
        ['anthropic.claude-sonnet-4-6', 'anthropic.claude-sonnet-4-6', 'Claude Sonnet 4.6'],
        ['anthropic.claude-sonnet-5', 'anthropic.claude-sonnet-5', 'Claude Sonnet 5', ['Claude Sonnet 5*']],
        ['anthropic.claude-sonnet-5-5', 'anthropic.claude-sonnet-5-5', 'Claude Sonnet 5.5'],
        [
            'anthropic.claude-haiku-4-5',
            'anthropic.claude-haiku-4-5-20251001-v1:0',
            'Claude Haiku 4.5',
            ['Claude 4.5 Haiku'],
        ],
        ['anthropic.claude-haiku-5-5', 'anthropic.claude-haiku-5-5', 'Claude Haiku 5.5'],
        ['anthropic.claude-fable-5', 'anthropic.claude-fable-5', 'Claude Fable 5'],
        ['anthropic.claude-fable-5-1', 'anthropic.claude-fable-5-1', 'Claude Fable 5.1'],
        ['anthropic.claude-mythos-preview', 'anthropic.claude-mythos-preview', 'Claude Mythos Preview'],
        ['anthropic.claude-mythos-5', 'anthropic.claude-mythos-5', 'Claude Mythos 5'],
        ['anthropic.claude-mythos-5-1', 'anthropic.claude-mythos-5-1', 'Claude Mythos 5.1'],
    ]),
    ...models('Cohere', [
        [
            'cohere.command-text',
            'cohere.command-text-v14',
            'Command',
            ['Cohere Generate Model - Command', 'Cohere Command'],
        ],
        [
            'cohere.command-light-text',
            'cohere.command-light-text-v14',
            'Command Light',
            ['Cohere Generate Model - Command-Light', 'Command-Light', 'Cohere Command - Light'],
        ],
        ['cohere.command-r', 'cohere.command-r-v1:0', 'Command R', ['Cohere Command R']],
        ['cohere.command-r-plus', 'cohere.command-r-plus-v1:0', 'Command R+', ['Cohere Command R+']],
        [
            'cohere.embed-english-v3',
            'cohere.embed-english-v3',
            'Embed 3 English',
            ['Cohere Embed 3 Model - English', 'Embed English'],
            ['cohere.embed-english-v3:0'],
        ],
        [
            'cohere.embed-multilingual-v3',
            'cohere.embed-multilingual-v3',
            'Embed 3 Multilingual',
            ['Cohere Embed Model 3 - Multilingual', 'Embed Multilingual'],
            ['cohere.embed-multilingual-v3:0'],
        ],
        [
            'cohere.embed-v4',
            'cohere.embed-v4:0',
            'Embed 4',
            ['Cohere Embed 4 Model', 'Embed 4 Model', 'Embed v4'],
        ],
        ['cohere.rerank-v3-5', 'cohere.rerank-v3-5:0', 'Rerank 3.5', ['Cohere Rerank v3.5', 'Cohere Rerank 3.5']],
    ]),
    ...models('DeepSeek', [
        ['deepseek.r1', 'deepseek.r1-v1:0', 'DeepSeek-R1', ['R1', 'DeepSeek R1']],
        ['deepseek.v3.1', 'deepseek.v3-v1:0', 'DeepSeek-V3.1', ['DeepSeek V3.1'], ['deepseek.v3.1']],
        ['deepseek.v3.2', 'deepseek.v3.2', 'DeepSeek V3.2'],
    ]),
    ...models('Google', [
        ['google.gemma-3-4b-it', 'google.gemma-3-4b-it', 'Gemma 3 4B', ['Gemma 3 4B IT']],
        ['google.gemma-3-12b-it', 'google.gemma-3-12b-it', 'Gemma 3 12B', ['Gemma 3 12B IT']],
        ['google.gemma-3-27b-it', 'google.gemma-3-27b-it', 'Gemma 3 27B', ['Gemma 3 27B PT', 'Gemma 3 27B IT']],
        ['google.gemma-4-26b-a4b', 'google.gemma-4-26b-a4b', 'Gemma 4 26B A4B'],
        ['google.gemma-4-31b', 'google.gemma-4-31b', 'Gemma 4 31B'],
        ['google.gemma-4-e2b', 'google.gemma-4-e2b', 'Gemma 4 E2B'],
    ]),
    ...models('Luma AI', [['luma.ray-v2', 'luma.ray-v2:0', 'Luma Ray2']]),
    ...models('Meta', [
        ['meta.llama2-13b-chat', 'meta.llama2-13b-chat-v1', 'Llama 2 Chat 13B', ['Meta Llama 2 Chat 13B']],
        ['meta.llama2-70b-chat', 'meta.llama2-70b-chat-v1', 'Llama 2 Chat 70B', ['Meta Llama 2 Chat 70B']],
        ['meta.llama3-8b-instruct', 'meta.llama3-8b-instruct-v1:0', 'Llama 3 8B'],
        ['meta.llama3-70b-instruct', 'meta.llama3-70b-instruct-v1:0', 'Llama 3 70B'],
        ['meta.llama3-1-8b-instruct', 'meta.llama3-1-8b-instruct-v1:0', 'Llama 3.1 8B'],
        ['meta.llama3-1-70b-instruct', 'meta.llama3-1-70b-instruct-v1:0', 'Llama 3.1 70B'],
        ['meta.llama3-1-405b-instruct', 'meta.llama3-1-405b-instruct-v1:0', 'Llama 3.1 405B'],
        ['meta.llama3-2-1b-instruct', 'meta.llama3-2-1b-instruct-v1:0', 'Llama 3.2 1B'],
        ['meta.llama3-2-3b-instruct', 'meta.llama3-2-3b-instruct-v1:0', 'Llama 3.2 3B'],
        ['meta.llama3-2-11b-instruct', 'meta.llama3-2-11b-instruct-v1:0', 'Llama 3.2 11B'],
        ['meta.llama3-2-90b-instruct', 'meta.llama3-2-90b-instruct-v1:0', 'Llama 3.2 90B'],
        ['meta.llama3-3-70b-instruct', 'meta.llama3-3-70b-instruct-v1:0', 'Llama 3.3 70B'],
        ['meta.llama4-scout-17b-instruct', 'meta.llama4-scout-17b-instruct-v1:0', 'Llama 4 Scout 17B'],
        ['meta.llama4-maverick-17b-instruct', 'meta.llama4-maverick-17b-instruct-v1:0', 'Llama 4 Maverick 17B'],
    ]),
    ...models('MiniMax', [
        ['minimax.minimax-m2', 'minimax.minimax-m2', 'MiniMax M2'],
        ['minimax.minimax-m2.1', 'minimax.minimax-m2.1', 'MiniMax M2.1'],
        ['minimax.minimax-m2.5', 'minimax.minimax-m2.5', 'MiniMax M2.5'],
    ]),
    ...models('Mistral AI', [
        ['mistral.devstral-2-123b', 'mistral.devstral-2-123b', 'Devstral 2 123B', ['Devstral']],
        ['mistral.magistral-small-2509', 'mistral.magistral-small-2509', 'Magistral Small 1.2'],
        ['mistral.ministral-3-3b-instruct', 'mistral.ministral-3-3b-instruct', 'Ministral 3B 3.0'],
        [
            'mistral.ministral-3-8b-instruct',
            'mistral.ministral-3-8b-instruct',
            'Ministral 8B 3.0',
            ['Ministral-3-8b-Instruct'],
        ],
        ['mistral.ministral-3-14b-instruct', 'mistral.ministral-3-14b-instruct', 'Ministral 14B 3.0'],
        ['mistral.mistral-7b-instruct', 'mistral.mistral-7b-instruct-v0:2', 'Mistral 7B'],
        ['mistral.mixtral-8x7b-instruct', 'mistral.mixtral-8x7b-instruct-v0:1', 'Mixtral 8x7B'],
        ['mistral.mistral-small-2402', 'mistral.mistral-small-2402-v1:0', 'Mistral Small'],
        ['mistral.mistral-large-2402', 'mistral.mistral-large-2402-v1:0', 'Mistral Large'],
        ['mistral.mistral-large-2407', 'mistral.mistral-large-2407-v1:0', 'Mistral Large 2407'],
        ['mistral.mistral-large-3-675b-instruct', 'mistral.mistral-large-3-675b-instruct', 'Mistral Large 3'],
        [
            'mistral.pixtral-large-2502',
            'mistral.pixtral-large-2502-v1:0',
            'Pixtral Large 25.02',
            ['Pixtral Large (25.02)'],
        ],
        ['mistral.voxtral-mini-3b-2507', 'mistral.voxtral-mini-3b-2507', 'Voxtral Mini 1.0'],
        ['mistral.voxtral-small-24b-2507', 'mistral.voxtral-small-24b-2507', 'Voxtral Small 1.0'],
    ]),
    ...models('Moonshot AI', [
        [
            'moonshot.kimi-k2-thinking',
            'moonshot.kimi-k2-thinking',
            'Kimi K2 Thinking',
            [],
            ['moonshotai.kimi-k2-thinking'],
        ],
        ['moonshotai.kimi-k2.5', 'moonshotai.kimi-k2.5', 'Kimi K2.5'],
        ['moonshotai.kimi-k3', 'moonshotai.kimi-k3', 'Kimi K3'],
    ]),
    ...models('NVIDIA', [
        ['nvidia.nemotron-nano-9b-v2', 'nvidia.nemotron-nano-9b-v2', 'NVIDIA Nemotron Nano 2'],
        ['nvidia.nemotron-nano-12b-v2', 'nvidia.nemotron-nano-12b-v2', 'NVIDIA Nemotron Nano 2 VL'],
        ['nvidia.nemotron-nano-3-30b', 'nvidia.nemotron-nano-3-30b', 'Nemotron Nano 3 30B'],
        [
            'nvidia.nemotron-super-3-120b',
            'nvidia.nemotron-super-3-120b',
            'Nemotron 3 Super 120B',
            ['NVIDIA Nemotron 3 Super 120B A12B'],
        ],
    ]),
    ...models('OpenAI', [
        ['openai.gpt-oss-20b', 'openai.gpt-oss-20b-1:0', 'gpt-oss-20b', [], ['openai.gpt-oss-20b']],
        ['openai.gpt-oss-120b', 'openai.gpt-oss-120b-1:0', 'gpt-oss-120b', [], ['openai.gpt-oss-120b']],
        ['openai.gpt-oss-safeguard-20b', 'openai.gpt-oss-safeguard-20b', 'GPT OSS Safeguard 20B'],
        ['openai.gpt-oss-safeguard-120b', 'openai.gpt-oss-safeguard-120b', 'GPT OSS Safeguard 120B'],
        ['openai.gpt-5.4', 'openai.gpt-5.4', 'GPT-5.4', [], ['openai.gpt-5.4-2026-03-05']],
        ['openai.gpt-5.5', 'openai.gpt-5.5', 'GPT-5.5', [], ['openai.gpt-5.5-2026-04-23']],
        ['openai.gpt-5.6-luna', 'openai.gpt-5.6-luna', 'GPT-5.6 Luna'],
        ['openai.gpt-5.6-terra', 'openai.gpt-5.6-terra', 'GPT-5.6 Terra'],
        ['openai.gpt-5.6-sol', 'openai.gpt-5.6-sol', 'GPT-5.6 Sol'],
        ['openai.gpt-6-luna', 'openai.gpt-6-luna', 'GPT-6 Luna'],
        ['openai.gpt-6-sol', 'openai.gpt-6-sol', 'GPT-6 Sol'],
        ['openai.gpt-6-astra', 'openai.gpt-6-astra', 'GPT-6 Astra', ['OpenAI GPT-6 Astra']],
        ['openai.gpt-6.1-sol', 'openai.gpt-6.1-sol', 'GPT-6.1 Sol'],
        ['openai.daybreak-blue', 'openai.daybreak-blue', 'Daybreak Blue: GPT-5.6 Sol'],
        ['openai.daybreak-red', 'openai.daybreak-red', 'Daybreak Red: GPT-5.6 Cyber'],
    ]),
    ...models('Qwen', [
        ['qwen.qwen3-32b', 'qwen.qwen3-32b-v1:0', 'Qwen3 32B', [], ['qwen.qwen3-32b']],
        [
            'qwen.qwen3-235b-a22b-2507',
            'qwen.qwen3-235b-a22b-2507-v1:0',
            'Qwen3 235B A22B 2507',
            [],
            ['qwen.qwen3-235b-a22b-2507'],
        ],
        [
            'qwen.qwen3-coder-30b-a3b',
            'qwen.qwen3-coder-30b-a3b-v1:0',
            'Qwen3 Coder 30B A3B',
            [],
            ['qwen.qwen3-coder-30b-a3b-instruct'],
        ],
        [
            'qwen.qwen3-coder-480b-a35b',
            'qwen.qwen3-coder-480b-a35b-v1:0',
            'Qwen3 Coder 480B A35B',
            [],
            ['qwen.qwen3-coder-480b-a35b-instruct'],
        ],
        ['qwen.qwen3-coder-next', 'qwen.qwen3-coder-next', 'Qwen3 Coder Next'],
        [
            'qwen.qwen3-next-80b-a3b',
            'qwen.qwen3-next-80b-a3b',
            'Qwen3 Next 80B A3B',
            ['qwen3-next-80b-a3b'],
            ['qwen.qwen3-next-80b-a3b-instruct'],
        ],
        [
            'qwen.qwen3-vl-235b-a22b',
            'qwen.qwen3-vl-235b-a22b',
            'Qwen3 VL 235B A22B',
            [],
            ['qwen.qwen3-vl-235b-a22b-instruct'],
        ],
    ]),
    ...models('Stability AI', [
        [
            'stability.stable-diffusion-xl-v1',
            'stability.stable-diffusion-xl-v1:0',
            'SDXL 1.0',
            [],
            ['stability.stable-diffusion-xl-v1'],
        ],
        ['stability.sd3-large', 'stability.sd3-large-v1:0', 'Stable Diffusion 3 Large'],
        ['stability.sd3-5-large', 'stability.sd3-5-large-v1:0', 'Stable Diffusion 3.5 Large', ['SD3.5 Large']],
        [
            'stability.stable-image-core',
            'stability.stable-image-core-v1:1',
            'Stable Image Core',
            [],
            ['stability.stable-image-core-v1:0'],
        ],
        [
            'stability.stable-image-ultra',
            'stability.stable-image-ultra-v1:1',
            'Stable Image Ultra',
            [],
            ['stability.stable-image-ultra-v1:0'],
        ],
        [
            'stability.stable-conservative-upscale',
            'stability.stable-conservative-upscale-v1:0',
            'Stable Image Conservative Upscale',
        ],
        [
            'stability.stable-creative-upscale',
            'stability.stable-creative-upscale-v1:0',
            'Stable Image Creative Upscale',
        ],
        ['stability.stable-fast-upscale', 'stability.stable-fast-upscale-v1:0', 'Stable Image Fast Upscale'],
        [
            'stability.stable-image-control-sketch',
            'stability.stable-image-control-sketch-v1:0',
            'Stable Image Control Sketch',
        ],
        [
            'stability.stable-image-control-structure',
            'stability.stable-image-control-structure-v1:0',
            'Stable Image Control Structure',
        ],
        [
            'stability.stable-image-erase-object',
            'stability.stable-image-erase-object-v1:0',
            'Stable Image Erase Object',
        ],
        ['stability.stable-image-inpaint', 'stability.stable-image-inpaint-v1:0', 'Stable Image Inpaint'],
        [
            'stability.stable-image-remove-background',
            'stability.stable-image-remove-background-v1:0',
            'Stable Image Remove Background',
        ],
        [
            'stability.stable-image-search-recolor',
            'stability.stable-image-search-recolor-v1:0',
            'Stable Image Search and Recolor',
        ],
        [
            'stability.stable-image-search-replace',
            'stability.stable-image-search-replace-v1:0',
            'Stable Image Search and Replace',
        ],
        [
            'stability.stable-image-style-guide',
            'stability.stable-image-style-guide-v1:0',
            'Stable Image Style Guide',
        ],
        ['stability.stable-outpaint', 'stability.stable-outpaint-v1:0', 'Stable Image Outpaint'],
        [
            'stability.stable-style-transfer',
            'stability.stable-style-transfer-v1:0',
            'Stable Image Style Transfer',
        ],
    ]),
    ...models('TwelveLabs', [
        [
            'twelvelabs.marengo-embed-2-7',
            'twelvelabs.marengo-embed-2-7-v1:0',
            'Marengo Embed 2.7',
            ['TwelveLabs Marengo Embed 2.7', 'Marengo Embed v2.7'],
        ],
        [
            'twelvelabs.marengo-embed-3-0',
            'twelvelabs.marengo-embed-3-0-v1:0',
            'Marengo Embed 3.0',
            ['TwelveLabs Marengo Embed 3.0'],
        ],
        [
            'twelvelabs.pegasus-1-2',
            'twelvelabs.pegasus-1-2-v1:0',
            'Pegasus 1.2',
            ['TwelveLabs Pegasus 1.2', 'Pegasus v1.2'],
        ],
    ]),
    ...models('Writer', [
        ['writer.palmyra-x4', 'writer.palmyra-x4-v1:0', 'Palmyra X4'],
        ['writer.palmyra-x5', 'writer.palmyra-x5-v1:0', 'Palmyra X5'],
        [
            'writer.palmyra-vision-7b',
            'writer.palmyra-vision-7b',
            'Palmyra Vision 7B',
            ['Writer Palmyra Vision 7B'],
        ],
    ]),
    ...models('xAI', [
        ['xai.grok-4.3', 'xai.grok-4.3', 'Grok 4.3'],
        ['xai.grok-4.6', 'xai.grok-4.6', 'Grok 4.6'],
        ['xai.grok-4.7', 'xai.grok-4.7', 'Grok 4.7'],
    ]),
    ...models('Z AI', [
        ['zai.glm-4.6', 'zai.glm-4.6', 'GLM 4.6'],
        ['zai.glm-4.7', 'zai.glm-4.7', 'GLM 4.7'],
        ['zai.glm-4.7-flash', 'zai.glm-4.7-flash', 'GLM 4.7 Flash'],
        ['zai.glm-5', 'zai.glm-5', 'GLM 5'],
        ['zai.glm-5.3', 'zai.glm-5.3', 'GLM 5.3'],
    ]),
];
/** Names in the price list that are no model of the catalogue, and whose rows are left out. */
const IGNORED_NAMES = new Set(['Claude', 'Claude (100K)', 'Claude Instant (100K)', 'Llama 3.3 70B Custom'].map(squash));
function isIgnoredName(name) {
    return IGNORED_NAMES.has(squash(name));
}
/**
 * A name as price sources write it, reduced to what tells models apart: letters, digits, `.` and `+`, in small letters,
 * without the trade names around it. `Claude Haiku 4.5 (Amazon Bedrock Edition)` gives `claudehaiku4.5`.
 */
function squash(name) {
    const plain = name
        .toLowerCase()
        .replace('(amazon bedrock edition)', '')
        .replace(/^(amazon|anthropic) /, '');
    return plain.replace(/[^a-z0-9.+]/g, '');
}
/** Some usage types turn the name round: `Claude4.5Sonnet` is Claude Sonnet 4.5. */
function turnedRound(name) {
    const match = /^Claude ([A-Z][a-z]+) ([\d.]+)$/.exec(name);
    return match === null ? [] : [`Claude ${match[2]} ${match[1]}`];
}
const BY_NAME = new Map(KNOWN_MODELS.flatMap(({ key, id, name, names, aliases }) => [name, ...turnedRound(name), key, id, ...names, ...aliases].map((each) => [squash(each), key])));
/** Usage types write `Llama3-1-405B` for Llama 3.1 405B: names without their dots, where these are still one model's. */
const BY_NAME_WITHOUT_DOTS = withoutDots();
function withoutDots() {
    const keys = new Map();
    for (const [name, key] of BY_NAME) {
        const plain = name.replaceAll('.', '');
        keys.set(plain, keys.has(plain) && keys.get(plain) !== key ? undefined : key);
    }
    return keys;
}
/** The key of the model that a price source calls `name`; undefined where no model is known by it. */
function modelNamed(name) {
    const squashed = squash(name);
    return BY_NAME.get(squashed) ?? BY_NAME_WITHOUT_DOTS.get(squashed.replaceAll('.', ''));
}

;// CONCATENATED MODULE: ./build/prices/update/offer-row.js
/** One price of the price list, as an offer file states it. */
/** The usage type of a row; empty where it has none. */
function usageTypeOf(row) {
    return row.attributes['usagetype'] ?? '';
}
/**
 * How many things one unit of the price is for. `1K tokens` and `1M tokens` say it; the marketplace's `Units` do not,
 * and only the description tells millions from thousands. Undefined where nothing says it of tokens.
 */
function scaleOf(row) {
    const unit = row.unit.toLowerCase();
    const match = /^(\d+)\s*([km]?)\b/.exec(unit);
    if (match !== null)
        return Number(match[1]) * (match[2] === 'm' ? 1_000_000 : match[2] === 'k' ? 1000 : 1);
    if (unit !== 'units')
        return 1;
    const description = row.description.toLowerCase();
    if (/\b(million|1m)\b/.test(description))
        return 1_000_000;
    if (/\b(thousand|1k|1,000|1000)\b/.test(description))
        return 1000;
    return undefined;
}

;// CONCATENATED MODULE: ./build/prices/update/usage-type.js
/**
 * One tokenizer for the three grammars in which the price list writes usage types:
 *
 *     USE1-NovaLite-cache-read-input-token-count-cross-region-global      AmazonBedrock, AmazonBedrockService
 *     USE1-qwen.qwen3-32b-mantle-input-tokens-flex                        the same, for the endpoint bedrock-mantle
 *     USE1-MP:USE1_CacheWrite1hInputTokenCount_Global-Units               AmazonBedrockFoundationModels
 *     USE1-MP:USE1_cache_write_tokens_1h_global_standard-Units            the same, in newer rows
 *
 * The prefix of the region cannot be derived from the region's code and is only cut off.
 */
/** `USE1-`, `EU-`; one service writes the region's code instead. */
const usage_type_REGION = /^([A-Z]{2,4}\d?|[a-z]{2}(-[a-z]{3,9}){1,2}-\d)-/;
const MARKETPLACE = /^MP:[A-Z]{2,4}\d?_(.*?)(-Units)?$/;
/** Where the meaning begins in the grammar that starts with the model's name. */
const MEANING = /-(mantle|text|speech|audio|image|video|(input|output)(-[a-z]+)?-(tokens?|image)|cache-(read|write)|reserved|ProvisionedThroughput|Customization|RFT|T2I|I2I)(?![a-z])/i;
/** Takes a usage type apart. Linear in its length. */
function parseUsageType(usageType) {
    const bare = usageType.replace(usage_type_REGION, '');
    const marketplace = MARKETPLACE.exec(bare);
    if (marketplace !== null)
        return { bare, name: '', words: wordsOf(marketplace[1] ?? '') };
    const at = bare.search(MEANING);
    if (at < 0)
        return { bare, name: bare, words: [] };
    return { bare, name: bare.slice(0, at), words: wordsOf(bare.slice(at + 1)) };
}
/** The words of a text in any of the spellings: by capitals, by `-` and `_`, and between a word and a number. */
function wordsOf(text) {
    return text
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Za-z])(\d)/g, '$1 $2')
        .split(/[^A-Za-z0-9.]+/)
        .filter((word) => word !== '')
        .map((word) => word.toLowerCase());
}

;// CONCATENATED MODULE: ./build/prices/update/classify-feature.js
/** What a row of the price list that bills no tokens is: found by the end of its usage type, offer by offer. */




const GUARDRAIL = 'Guardrail-';
const CORE = ':Consumption-based:';
/** Every row of each offer that the book has a place for. */
const FEATURE_USAGE = {
    AmazonBedrock: [
        [`${GUARDRAIL}ContentPolicyUnitsConsumed`, 'guardrails', 'content-filter', 1000, 'text units'],
        [`${GUARDRAIL}ContentPolicyImageUnitsConsumed`, 'guardrails', 'content-filter-image', 1000, 'images'],
        [`${GUARDRAIL}TopicPolicyUnitsConsumed`, 'guardrails', 'denied-topics', 1000, 'text units'],
        [`${GUARDRAIL}WordPolicyUnitsConsumed`, 'guardrails', 'word-filter', 1000, 'text units'],
        [
            `${GUARDRAIL}SensitiveInformationPolicyPaidUnitsConsumed`,
            'guardrails',
            'sensitive-information',
            1000,
            'text units',
        ],
        [
            `${GUARDRAIL}SensitiveInformationPolicyFreeUnitsConsumed`,
            'guardrails',
            'sensitive-information-regex',
            1000,
            'text units',
        ],
        [
            `${GUARDRAIL}ContextualGroundingPolicyUnitsConsumed`,
            'guardrails',
            'contextual-grounding',
            1000,
            'text units',
        ],
        [
            `${GUARDRAIL}AutomatedReasoningPolicyUnitsConsumed`,
            'guardrails',
            'automated-reasoning',
            1000,
            'text units',
        ],
        [
            'GuardrailChecks-ContentFilterCheckUnitsConsumed',
            'guardrail-checks',
            'content-filter',
            1000,
            'text units',
        ],
        [
            'GuardrailChecks-PromptAttackCheckUnitsConsumed',
            'guardrail-checks',
            'prompt-attack',
            1000,
            'text units',
        ],
        [
            'GuardrailChecks-SensitiveInformationCheckUnitsConsumed',
            'guardrail-checks',
            'sensitive-information',
            1000,
            'text units',
        ],
        ['DataAutomation-Standard-PagesProcessed', 'data-automation', 'page-standard', 1, 'pages'],
        ['DataAutomation-Custom-PagesProcessed', 'data-automation', 'page-custom', 1, 'pages'],
        [
            'DataAutomation-Custom-PagesProcessed-AddOnFields',
            'data-automation',
            'page-custom-field',
            1,
            'page-fields',
        ],
        ['DataAutomation-Custom-ImagesProcessed', 'data-automation', 'image-custom', 1, 'images'],
        ['APO-optimizePrompt-tokens', 'prompt-optimization', 'token', 1000, 'tokens'],
    ],
    AmazonBedrockAgentCore: [
        [`Runtime${CORE}vCPU`, 'agentcore', 'runtime-vcpu', 1, 'vCPU-hours'],
        [`Runtime${CORE}Memory`, 'agentcore', 'runtime-memory', 1, 'GB-hours'],
        [`Runtime${CORE}vCPU-v2`, 'agentcore', 'runtime-v2-vcpu', 1, 'vCPU-hours'],
        [`Runtime${CORE}Memory-v2`, 'agentcore', 'runtime-v2-memory', 1, 'GB-hours'],
        [`BrowserTool${CORE}vCPU`, 'agentcore', 'browser-vcpu', 1, 'vCPU-hours'],
        [`BrowserTool${CORE}Memory`, 'agentcore', 'browser-memory', 1, 'GB-hours'],
        [`CodeInterpreter${CORE}vCPU`, 'agentcore', 'code-interpreter-vcpu', 1, 'vCPU-hours'],
        [`CodeInterpreter${CORE}Memory`, 'agentcore', 'code-interpreter-memory', 1, 'GB-hours'],
        [`Gateway${CORE}API-Invocations`, 'agentcore', 'gateway-invocation', 1000, 'invocations'],
        [`Gateway${CORE}Search-API`, 'agentcore', 'gateway-search', 1000, 'searches'],
        [`Gateway${CORE}Tool-Indexing`, 'agentcore', 'gateway-tool-index', 1, 'tool-months'],
        [`Memory${CORE}Short-Term-Memory`, 'agentcore', 'memory-event', 1000, 'events'],
        [
            `Memory${CORE}Long-Term-Memory-Storage:Built-in-memory`,
            'agentcore',
            'memory-record',
            1000,
            'record-months',
        ],
        [`Memory${CORE}Long-Term-Memory-Retrieval`, 'agentcore', 'memory-retrieval', 1000, 'retrievals'],
        [`WebSearchTool${CORE}Queries`, 'agentcore', 'web-search', 1000, 'queries'],
        [`Evaluations${CORE}BuiltIn-Input:Tier1`, 'agentcore', 'evaluation-input', 1_000_000, 'tokens'],
        [`Evaluations${CORE}BuiltIn-Output:Tier1`, 'agentcore', 'evaluation-output', 1_000_000, 'tokens'],
        [`Evaluations${CORE}CustomEvaluators:Tier1`, 'agentcore', 'evaluation-custom', 1000, 'evaluations'],
        [`Knowledge-Base${CORE}Retrieval`, 'managed-knowledge-base', 'retrieve', 1000, 'queries'],
        [`Knowledge-Base${CORE}AgenticRetrieval`, 'managed-knowledge-base', 'agentic-retrieve', 1000, 'queries'],
        [`Knowledge-Base${CORE}Storage`, 'managed-knowledge-base', 'storage', 1, 'GB-months'],
    ],
    AmazonES: [
        ['IndexingOCU', 'opensearch-serverless', 'ocu-hour', 1, 'OCU-hours'],
        ['SearchOCU', 'opensearch-serverless', 'ocu-hour', 1, 'OCU-hours'],
    ],
    AmazonS3: [
        ['TimedStorage-ByteHrs', 's3', 'storage', 1, 'GB-months'],
        ['Requests-Tier1', 's3', 'put', 1000, 'requests'],
        ['Requests-Tier2', 's3', 'get', 1000, 'requests'],
    ],
    AmazonCloudWatch: [
        ['DataProcessing-Bytes', 'cloudwatch-logs', 'ingestion', 1, 'GB'],
        ['DataProcessingIA-Bytes', 'cloudwatch-logs', 'ingestion-infrequent-access', 1, 'GB'],
        ['VendedLog-Bytes', 'cloudwatch-logs', 'vended', 1, 'GB'],
        ['TimedStorage-ByteHrs', 'cloudwatch-logs', 'storage', 1, 'GB-months'],
        ['DataScanned-Bytes', 'cloudwatch-logs', 'insights', 1, 'GB'],
    ],
    AmazonVPC: [
        ['VpcEndpoint-Hours', 'vpc-endpoint', 'endpoint-hour', 1, 'endpoint-hours'],
        ['VpcEndpoint-Bytes', 'vpc-endpoint', 'data', 1, 'GB'],
    ],
    awskms: [
        ['KMS-Keys', 'kms', 'key', 1, 'key-months'],
        ['KMS-Requests', 'kms', 'request', 10_000, 'requests'],
    ],
    AWSLambda: [
        ['Request', 'lambda', 'request', 1_000_000, 'requests'],
        ['Lambda-GB-Second', 'lambda', 'gb-second', 1, 'GB-seconds'],
        ['Lambda-GB-Second-ARM', 'lambda', 'gb-second-arm', 1, 'GB-seconds'],
    ],
    AmazonRDS: [
        [
            'Aurora:ServerlessV2Usage',
            'aurora',
            'acu-hour',
            1,
            'ACU-hours',
            { databaseEngine: 'Aurora PostgreSQL' },
        ],
        ['Aurora:StorageUsage', 'aurora', 'storage', 1, 'GB-months', { databaseEngine: 'Aurora PostgreSQL' }],
        ['Aurora:StorageIOUsage', 'aurora', 'io', 1_000_000, 'requests', { databaseEngine: 'Aurora PostgreSQL' }],
    ],
    AWSDataTransfer: [
        ['DataTransfer-Out-Bytes', 'data-transfer', 'internet-out', 1, 'GB', { toLocation: 'External' }],
    ],
};
/** By offer and usage type. */
const ENTRIES = new Map(Object.entries(FEATURE_USAGE).flatMap(([offer, entries]) => entries.map((entry) => [`${offer} ${entry[0]}`, entry])));
/** Model rows that are billed by the query or the image. */
const BY_USE = [
    [/^AmazonRerank/, 'amazon.rerank-v1', 'query', 1000, 'queries'],
    [/^NovaCanvas-T2I-1024-Standard$/, 'amazon.nova-canvas', 'image-1024-standard', 1, 'images'],
    [/^NovaCanvas-T2I-1024-Premium$/, 'amazon.nova-canvas', 'image-1024-premium', 1, 'images'],
    [/^NovaCanvas-T2I-2048-Standard$/, 'amazon.nova-canvas', 'image-2048-standard', 1, 'images'],
    [/^NovaCanvas-T2I-2048-Premium$/, 'amazon.nova-canvas', 'image-2048-premium', 1, 'images'],
    [/^BedrockFlows/, 'flows', 'node-transition', 1000, 'node transitions'],
    [/^GenerateSQL/, 'structured-data', 'generate-query', 1000, 'queries'],
    [
        /^(Flan|Llama|Mistral|Mixtral|MultimodalLlama|Qwen)-CustomModelImport-Inference-v1:0$/,
        'custom-model-import',
        'custom-model-unit-minute',
        1,
        'custom-model-unit minutes',
    ],
    [
        /^OSS-CustomModelImport-Inference-v2:0$/,
        'custom-model-import',
        'custom-model-unit-minute-v2',
        1,
        'custom-model-unit minutes',
    ],
    [/^NovaGrounding/, 'web-grounding', 'request', 1000, 'requests'],
];
/** Undefined where the book has no place for the row. */
function classifyFeatureRow(row) {
    const { bare } = parseUsageType(usageTypeOf(row));
    const entry = ENTRIES.get(`${row.offer} ${bare}`);
    if (entry !== undefined) {
        const [, subject, dimension, per, unit, attributes = {}] = entry;
        const fits = Object.entries(attributes).every(([name, value]) => (row.attributes[name] ?? value) === value);
        return fits ? feature(row, subject, dimension, per, unit) : undefined;
    }
    if (row.offer === 'AmazonBedrockFoundationModels')
        return marketplaceUse(row);
    if (row.offer !== 'AmazonBedrock')
        return undefined;
    const use = BY_USE.find(([pattern]) => pattern.test(bare));
    return use === undefined ? undefined : feature(row, use[1], use[2], use[3], use[4]);
}
/** Marketplace models that are billed by the query or the image: `search_units`, `created_image_stable_image_ultra`. */
function marketplaceUse(row) {
    const { words } = parseUsageType(usageTypeOf(row));
    const [first, second, ...rest] = words;
    const subject = modelNamed(row.attributes['servicename'] ?? '') ?? modelNamed(rest.join(' '));
    if (subject === undefined)
        return undefined;
    if (first === 'search' && second === 'units')
        return feature(row, subject, 'query', 1000, 'queries');
    return first === 'created' && second === 'image' ? feature(row, subject, 'image', 1, 'images') : undefined;
}
/** Says whether an offer's product is worth reading at all, from its usage type alone. */
function isWantedUsage(offer, usageType) {
    if (!offer.startsWith('AmazonBedrock')) {
        // How S3 Vectors writes its usage types is not known: such rows are read so that the account shows them.
        return ((offer === 'AmazonS3' && usageType.includes('Vector')) ||
            ENTRIES.has(`${offer} ${parseUsageType(usageType).bare}`));
    }
    return offer !== 'AmazonBedrockAgentCore' || usageType.includes(CORE);
}
function feature(row, subject, dimension, per, unit) {
    const usd = new decimal/* Decimal */.Ww(row.usd).times(per).div(scaleOf(row) ?? 1);
    return {
        kind: 'feature',
        subject,
        dimension,
        usd: usd.toFixed(),
        per: String(per),
        unit,
        from: new decimal/* Decimal */.Ww(row.beginRange),
    };
}

;// CONCATENATED MODULE: ./build/prices/update/json-stream.js
/**
 * Reads one large JSON text in pieces and hands out the values at chosen paths, so that an offer file of many megabytes
 * never stands in memory as a whole. A value that nobody wants is passed over without being parsed.
 */
/** Deeper nesting than any offer file has. */
const DEEPEST = 64;
/** A single value that is larger than this is no product and no price. */
const LONGEST_VALUE = 4 * 1024 * 1024;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
function jsonStreamReader(wanted, found) {
    /** Names of the members that lead to where the reader stands, outermost first. */
    const path = [];
    let mode = 'start';
    /** Objects that were entered and not left. */
    let entered = 0;
    /** Brackets open within the value that is being read. */
    let nested = 0;
    let inText = false;
    let escaped = false;
    /** The text of a name, or of a value that is taken; undefined while a value is passed over. */
    let collected;
    function leaveObject() {
        entered -= 1;
        if (entered === 0)
            mode = 'done';
        else {
            path.pop();
            mode = 'comma or end';
        }
    }
    function endName() {
        path.push(String(JSON.parse(collected ?? '""')));
        collected = undefined;
        mode = 'colon';
    }
    function endValue() {
        if (collected !== undefined)
            found([...path], JSON.parse(collected));
        collected = undefined;
        path.pop();
        mode = 'comma or end';
    }
    /** One character between values. Says whether it was used up; a value's first character is not. */
    function between(code) {
        if (code === 32 || (code >= 9 && code <= 13))
            return true;
        if (mode === 'start' && code === OPEN_OBJECT) {
            entered = 1;
            mode = 'name or end';
        }
        else if (mode === 'name or end' && code === CLOSE_OBJECT)
            leaveObject();
        else if ((mode === 'name or end' || mode === 'name') && code === QUOTE) {
            collected = '"';
            mode = 'in name';
        }
        else if (mode === 'colon' && code === COLON)
            mode = 'value';
        else if (mode === 'comma or end' && code === COMMA)
            mode = 'name';
        else if (mode === 'comma or end' && code === CLOSE_OBJECT)
            leaveObject();
        else if (mode === 'value') {
            const decision = wanted(path);
            if (decision === 'enter' && code === OPEN_OBJECT) {
                entered += 1;
                mode = 'name or end';
            }
            else {
                collected = decision === 'take' ? '' : undefined;
                nested = 0;
                mode = 'in value';
                return false;
            }
        }
        else
            throw new Error(`the text is no JSON object: "${String.fromCharCode(code)}" stands where ${mode} was expected`);
        return true;
    }
    /** Reads on in a name from `from`; gives where it went on to. */
    function throughName(text, from) {
        let at = from;
        while (at < text.length) {
            const code = text.charCodeAt(at);
            at += 1;
            if (escaped)
                escaped = false;
            else if (code === BACKSLASH)
                escaped = true;
            else if (code === QUOTE) {
                collected += text.slice(from, at);
                endName();
                return at;
            }
        }
        collected += text.slice(from);
        return at;
    }
    /** Reads on in a value from `from`; gives where it went on to. */
    function throughValue(text, from) {
        for (let at = from; at < text.length; at += 1) {
            const code = text.charCodeAt(at);
            if (inText) {
                if (escaped)
                    escaped = false;
                else if (code === BACKSLASH)
                    escaped = true;
                else if (code === QUOTE) {
                    inText = false;
                    if (nested === 0)
                        return finish(text, from, at + 1);
                }
            }
            else if (code === QUOTE)
                inText = true;
            else if (code === OPEN_OBJECT || code === OPEN_LIST) {
                nested += 1;
                if (entered + nested > DEEPEST)
                    throw new Error('the text is nested too deeply');
            }
            else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
                // A number, true, false or null ends where its object does.
                if (nested === 0)
                    return finish(text, from, at);
                nested -= 1;
                if (nested === 0)
                    return finish(text, from, at + 1);
            }
            else if (code === COMMA && nested === 0)
                return finish(text, from, at);
        }
        collect(text.slice(from));
        return text.length;
    }
    function finish(text, from, to) {
        collect(text.slice(from, to));
        endValue();
        return to;
    }
    function collect(piece) {
        if (collected === undefined)
            return;
        collected += piece;
        if (collected.length > LONGEST_VALUE)
            throw new Error(`the value of ${path.join('.')} is too long`);
    }
    return {
        push(text) {
            let at = 0;
            while (at < text.length) {
                if (mode === 'in value')
                    at = throughValue(text, at);
                else if (mode === 'in name')
                    at = throughName(text, at);
                else if (between(text.charCodeAt(at)))
                    at += 1;
            }
        },
        end() {
            if (mode !== 'done')
                throw new Error('the text ends before its JSON object does');
        },
    };
}

;// CONCATENATED MODULE: ./build/prices/update/offer-file.js
/** Reads one offer file of the price list in a stream: the products that are wanted, then their prices. */



/**
 * The rows of an offer file. Products stand before prices in these files, so that the prices of a product that is not
 * wanted are passed over. Throws where the file is not whole or not of this offer.
 */
async function readOfferFile(offer, region, body) {
    const products = new Map();
    const rows = [];
    let offerCode = '';
    let version = '';
    let terms = false;
    const reader = jsonStreamReader((path) => {
        const [section, second, third] = path;
        if (path.length === 1)
            return section === 'products' || section === 'terms'
                ? 'enter'
                : section === 'offerCode' || section === 'version'
                    ? 'take'
                    : 'skip';
        if (section === 'products')
            return 'take';
        if (path.length === 2)
            return second === 'OnDemand' ? 'enter' : 'skip';
        return third !== undefined && products.has(third) ? 'take' : 'skip';
    }, ([section, , sku], value) => {
        if (section === 'offerCode')
            offerCode = String(value);
        else if (section === 'version')
            version = String(value);
        else if (section === 'products') {
            if (terms)
                throw new Error('a product stands behind the prices');
            addProduct(products, offer, value);
        }
        else if (sku !== undefined) {
            terms = true;
            const attributes = products.get(sku) ?? {};
            rows.push(...pricesOf(value).map((price) => ({ offer, version, region, sku, attributes, ...price })));
        }
    });
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const piece of body) {
        hash.update(piece);
        reader.push(decoder.decode(piece, { stream: true }));
    }
    reader.push(decoder.decode());
    reader.end();
    if (offerCode !== offer)
        throw new Error(`the file is of the offer "${offerCode}", not of ${offer}`);
    if (version === '')
        throw new Error('the file states no version');
    return { offer, version, rows, sha256: hash.digest('hex') };
}
function addProduct(products, offer, value) {
    const product = record(value);
    const attributes = Object.fromEntries(Object.entries(record(product['attributes'])).filter((entry) => typeof entry[1] === 'string'));
    const sku = product['sku'];
    if (typeof sku === 'string' && isWantedUsage(offer, attributes['usagetype'] ?? ''))
        products.set(sku, attributes);
}
function pricesOf(value) {
    return Object.values(record(value)).flatMap((term) => {
        const effectiveDate = textOf(record(term)['effectiveDate']);
        return Object.entries(record(record(term)['priceDimensions'])).map(([rateCode, dimension]) => {
            const { unit, description, beginRange, pricePerUnit } = record(dimension);
            const usd = record(pricePerUnit)['USD'];
            if (typeof usd !== 'string' || !/^\d+(\.\d+)?$/.test(usd))
                throw new Error(`${rateCode} has no price in US dollars`);
            const begin = textOf(beginRange);
            return {
                rateCode,
                unit: textOf(unit),
                description: textOf(description),
                usd,
                beginRange: /^\d+(\.\d+)?$/.test(begin) ? begin : '0',
                effectiveDate,
            };
        });
    });
}
function record(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : {};
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./build/prices/update/price-list.js
/** The public AWS Price List: which version of which offer there is for a region, and its file. No credentials. */








const PRICE_LIST_URL = 'https://pricing.us-east-1.amazonaws.com';
/** The offers that Bedrock is sold under, and those of the services beside it. */
const BEDROCK_OFFERS = [
    'AmazonBedrock',
    'AmazonBedrockFoundationModels',
    'AmazonBedrockService',
    'AmazonBedrockAgentCore',
];
const SUPPORTING_OFFERS = [
    'AmazonES',
    'AmazonS3',
    'AmazonCloudWatch',
    'AmazonVPC',
    'awskms',
    'AWSLambda',
    'AmazonRDS',
    'AWSDataTransfer',
];
/** The current file of every region of an offer, by region. */
async function currentFiles(list, offer) {
    const url = new URL(`/offers/v1.0/aws/${offer}/current/region_index.json`, list.baseUrl);
    const index = await readUrl(url, list.transport, async (body) => {
        const pieces = [];
        for await (const piece of body)
            pieces.push(piece);
        return JSON.parse(Buffer.concat(pieces).toString('utf8'));
    });
    const regions = field(index, 'regions');
    const files = Object.entries(typeof regions === 'object' && regions !== null ? regions : {}).flatMap(([region, entry]) => {
        const path = field(entry, 'currentVersionUrl');
        const version = typeof path === 'string'
            ? new RegExp(`^/offers/v1\\.0/aws/${offer}/(\\d{14})/`).exec(path)?.[1]
            : undefined;
        if (typeof path !== 'string' || version === undefined || !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
            return [];
        return [{ offer, region, version, url: new URL(path, list.baseUrl) }];
    });
    if (files.length === 0)
        throw new Error(`${url.href} names no region with a versioned file`);
    return files.sort((a, b) => (a.region < b.region ? -1 : 1));
}
function field(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? value[name]
        : undefined;
}
/** Reads one file, from the cache where this version of it was read before. Says whether it was. */
async function readRegionFile(list, file) {
    const stored = list.cache === undefined
        ? undefined
        : (0,external_node_path_.join)(list.cache, `${file.offer}-${file.version}-${file.region}.json.gz`);
    if (stored !== undefined) {
        const contents = await fromCache(stored, file);
        if (contents !== undefined)
            return { contents, cached: true };
    }
    const contents = await readUrl(file.url, list.transport, (body) => stored === undefined ? readOfferFile(file.offer, file.region, body) : readAndStore(file, body, stored));
    if (contents.version !== file.version) {
        throw new Error(`${file.url.href} is of version ${contents.version}, but the index says ${file.version}`);
    }
    return { contents, cached: false };
}
/** The stored file; undefined where there is none, or where it cannot be read and is removed. */
async function fromCache(path, file) {
    try {
        const unpacked = (0,external_node_zlib_.createGunzip)();
        const packed = (0,external_node_fs_.createReadStream)(path).on('error', (error) => unpacked.destroy(error));
        const contents = await readOfferFile(file.offer, file.region, packed.pipe(unpacked));
        return contents.version === file.version ? contents : undefined;
    }
    catch {
        await (0,promises_.rm)(path, { force: true });
        return undefined;
    }
}
/**
 * Reads the body and stores it, packed, as it comes. It is written beside its place and moved there at the end, so that a
 * stored file is always whole.
 */
async function readAndStore(file, body, path) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    const packed = (0,external_node_zlib_.createGzip)();
    const written = (0,external_node_stream_promises_.pipeline)(packed, (0,external_node_fs_.createWriteStream)(unfinished));
    // A failure of writing is met below; until then it must not count as unhandled.
    written.catch(() => undefined);
    async function* passedOn() {
        for await (const piece of body) {
            if (!packed.write(piece))
                await (0,external_node_events_.once)(packed, 'drain');
            yield piece;
        }
    }
    try {
        const contents = await readOfferFile(file.offer, file.region, passedOn());
        packed.end();
        await written;
        await (0,promises_.rename)(unfinished, path);
        return contents;
    }
    catch (error) {
        packed.destroy();
        await written.catch(() => undefined);
        await (0,promises_.rm)(unfinished, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/prices/update/classify-model.js
/** What a row of the price list that bills a model's work is: the model, the dimension, scope, tier and context. */




/** Words that say nothing by themselves. */
const FILLERS = new Set([
    'tokens',
    'token',
    'count',
    'mantle',
    'text',
    'cross',
    'region',
    'standard',
    'on',
    'demand',
    'units',
    'million',
    'usage',
]);
const MEANINGS = new Set([
    'input',
    'output',
    'response',
    'cache',
    'read',
    'write',
    '5m',
    '30m',
    '1h',
    'speech',
    'global',
    'geo',
    'batch',
    'flex',
    'priority',
    'latency',
    'optimized',
    'long',
    'ctx',
    'context',
    'lctx',
]);
/** Kinds of use that are no text tokens: none of them may land on the price of one. */
const OTHER_KINDS = [
    'image',
    'audio',
    'video',
    'custom',
    'customization',
    'training',
    'rft',
    'grounding',
    'distillation',
];
/** Undefined where the row bills no model's tokens or capacity. */
function classifyModelRow(row) {
    const { name, latency, usage } = named(row, parseUsageType(usageTypeOf(row)));
    const words = new Set(usage.words);
    const capacity = isCapacity(words);
    if (!capacity && !isTokens(row, words))
        return undefined;
    const other = OTHER_KINDS.find((kind) => words.has(kind));
    if (other !== undefined && !(capacity && other === 'custom'))
        return { kind: 'excluded', why: `${other}, not text tokens` };
    if (isIgnoredName(name))
        return { kind: 'excluded', why: `"${name}" is no model of the catalogue` };
    const subject = modelNamed(name);
    if (subject === undefined)
        return { kind: 'unknown', why: `no model is known by the name "${name}"` };
    if (new decimal/* Decimal */.Ww(row.beginRange).gt(0))
        return { kind: 'unknown', why: 'a price by range of quantity' };
    if (words.has('provisioned'))
        return provisioned(row, usage, subject);
    if (words.has('reserved'))
        return reserved(row, usage, subject);
    return tokens(row, usage, subject, latency);
}
/** Provisioned and reserved capacity is billed by the hour. */
function isCapacity(words) {
    return (words.has('provisioned') && words.has('throughput')) || words.has('reserved');
}
function isTokens(row, words) {
    const direction = ['input', 'output', 'response', 'cache'].some((word) => words.has(word));
    return direction && (words.has('token') || words.has('tokens') || /tokens?\b/i.test(row.unit));
}
const LATENCY = /[ -]latency[ -]optimized$/i;
/** The model's name, and the usage type without words that turn out to belong to it: `TitanEmbeddingV2-Text`. */
function named(row, usage) {
    const { model, titanModel, servicename } = row.attributes;
    if (row.offer === 'AmazonBedrockFoundationModels')
        return { name: servicename ?? '', latency: false, usage };
    const stated = (model ?? titanModel ?? '').replace(LATENCY, '');
    const latency = LATENCY.test(model ?? titanModel ?? usage.name);
    const [first, ...rest] = usage.words;
    const joined = `${usage.name}-${first}`;
    const belongs = modelNamed(usage.name) === undefined && modelNamed(joined) !== undefined;
    const own = belongs ? { ...usage, name: joined, words: rest } : usage;
    if (modelNamed(stated) !== undefined || isIgnoredName(stated))
        return { name: stated, latency, usage: own };
    return { name: own.name.replace(LATENCY, ''), latency, usage: own };
}
function tokens(row, usage, subject, latency) {
    const words = new Set(usage.words);
    const strange = usage.words.find((word) => !FILLERS.has(word) && !MEANINGS.has(word));
    if (strange !== undefined)
        return { kind: 'unknown', why: `the word "${strange}" in the usage type is not known` };
    const dimension = dimensionOf(words, subject);
    if (dimension === undefined)
        return { kind: 'unknown', why: 'neither input nor output nor cache' };
    const scale = scaleOf(row);
    if (scale === undefined)
        return { kind: 'unknown', why: `the unit "${row.unit}" does not say how many tokens it is` };
    const tier = tierOf(row, words, latency);
    if (tier === 'batch' && dimension.startsWith('cache-'))
        return { kind: 'excluded', why: 'no cache prices are used for batch' };
    const shared = {
        kind: 'model',
        subject,
        dimension,
        scope: scopeOf(words),
        tier,
        context: words.has('lctx') || words.has('long') ? 'long' : 'normal',
        per: '1000000',
        unit: 'tokens',
        mantle: words.has('mantle'),
    };
    const usd = new decimal/* Decimal */.Ww(row.usd).times(1_000_000).div(scale);
    if (!usd.isZero())
        return { ...shared, usd: usd.toFixed() };
    if (dimension.startsWith('cache-write') && subject.startsWith('amazon.nova-')) {
        return { ...shared, usd: '0', listedAtZero: true };
    }
    return { kind: 'excluded', why: 'tokens listed at zero' };
}
function dimensionOf(words, subject) {
    if (words.has('cache') && words.has('read'))
        return 'cache-read';
    if (words.has('cache') && words.has('write')) {
        const time = ['1h', '30m', '5m'].find((candidate) => words.has(candidate));
        return `cache-write-${time ?? usualTimeToLive(subject)}`;
    }
    const side = words.has('input')
        ? 'input'
        : words.has('output') || words.has('response')
            ? 'output'
            : undefined;
    return side !== undefined && words.has('speech') ? `speech-${side}` : side;
}
/** What a cache write without a time is: five minutes at Anthropic and Amazon, thirty elsewhere (model cards of 2026-10). */
function usualTimeToLive(subject) {
    return subject.startsWith('anthropic.') || subject.startsWith('amazon.') ? '5m' : '30m';
}
function tierOf(row, words, named) {
    if (words.has('batch') || row.attributes['feature'] === 'Batch Inference')
        return 'batch';
    if (words.has('flex'))
        return 'flex';
    if (words.has('priority'))
        return 'priority';
    const latency = named || words.has('latency') || /latency[- ]optimized/i.test(row.description);
    return latency ? 'latency-optimized' : 'standard';
}
function scopeOf(words) {
    return words.has('global') ? 'global' : words.has('geo') ? 'geographic' : 'regional';
}
/**
 * Reserved capacity. Readers of the price list report its unit as `1M TPM Hour`; the pricing page prints the same number
 * for 1,000 tokens a minute, and 60,000 tokens at the on-demand price give it exactly. So it is for 1,000.
 */
function reserved(row, usage, subject) {
    const words = new Set(usage.words);
    const side = words.has('input') ? 'input' : words.has('output') ? 'output' : undefined;
    const months = monthsOf(usage.words);
    if (side === undefined || months === undefined)
        return { kind: 'unknown', why: 'reserved capacity of an unknown kind' };
    return {
        kind: 'model',
        subject,
        dimension: `${side}-${months === 1 ? '1-month' : `${months}-months`}`,
        scope: scopeOf(words),
        tier: 'reserved',
        context: 'normal',
        usd: new decimal/* Decimal */.Ww(row.usd).toFixed(),
        per: '1000',
        unit: 'TPM-hours',
        mantle: false,
    };
}
function provisioned(row, usage, subject) {
    const months = monthsOf(usage.words);
    const none = usage.words.some((word) => ['no', 'none', 'nocommit', 'nocommitment', 'hourly'].includes(word));
    if (months === undefined && !none)
        return { kind: 'unknown', why: 'provisioned throughput of an unknown term' };
    const term = months === undefined ? 'no-commitment' : months === 1 ? '1-month' : `${months}-months`;
    return {
        kind: 'model',
        subject,
        dimension: `model-unit-hour-${term}`,
        scope: 'in-region',
        tier: 'standard',
        context: 'normal',
        usd: new decimal/* Decimal */.Ww(row.usd).toFixed(),
        per: '1',
        unit: 'model-unit hours',
        mantle: false,
    };
}
/** The number before the word `month`, which may be joined to it: `1 month commit`, `1month`. */
function monthsOf(words) {
    for (const [index, word] of words.entries()) {
        const joined = /^(\d+)months?$/.exec(word);
        if (joined !== null)
            return Number(joined[1]);
        if ((word === 'month' || word === 'months') && /^\d+$/.test(words[index - 1] ?? ''))
            return Number(words[index - 1]);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/prices/update/overrides.js
/** The overrides as rows. Extended access of retiring models is the only case so far. */
function extendedAccess(overrides) {
    return overrides.prices.flatMap(({ subject, regions, scopes, tier, tokens, source }) => regions.flatMap((region) => scopes.flatMap((scope) => Object.entries(tokens).map(([dimension, usd]) => ({
        subject,
        kind: 'model',
        dimension,
        region,
        scope,
        tier,
        context: 'normal',
        usd,
        per: '1000000',
        unit: 'tokens',
        source,
    })))));
}

;// CONCATENATED MODULE: ./build/prices/update/rebuild.js
/** A book out of the rows of the price list, with an account of what is new, changed, gone and not understood. */







function rebuildBook(input) {
    const collected = collect(input);
    const old = [...(0,pack/* unpackBook */.Iu)(input.old)];
    const models = (0,pack/* mergeLayers */.J)([collected.runtime, collected.mantle]);
    const features = (0,pack/* mergeLayers */.J)([collected.features]);
    const listed = [...models.rows, ...zeroCacheWrites(collected.zeros, models.rows), ...features.rows];
    const { rows } = (0,pack/* mergeLayers */.J)([extendedAccess(input.overrides), listed, kept(old, listed, input)]);
    const elsewhere = new Map();
    const unsettled = new Map();
    for (const [subject, entry] of Object.entries(input.old.subjects)) {
        if (entry.elsewhere !== undefined)
            elsewhere.set(subject, entry.elsewhere);
        if (entry.unsettled !== undefined)
            unsettled.set(subject, entry.unsettled);
    }
    const { unknown, excluded, unclassified, withheld, skus } = collected;
    return {
        book: (0,pack/* packBook */.lw)({ rows, inputs: input.inputs, elsewhere, unsettled }),
        changes: changesBetween(old, rows),
        conflicts: [...models.conflicts, ...features.conflicts],
        unknown: [...unknown].sort(),
        excluded,
        unclassified: [...unclassified].sort(),
        withheld: [...withheld].sort(),
        skus,
    };
}
function collect(input) {
    const collected = {
        runtime: [],
        mantle: [],
        features: [],
        zeros: [],
        unknown: new Set(),
        excluded: new Map(),
        unclassified: new Set(),
        withheld: new Set(),
        skus: new Map(),
    };
    const ranged = new Map();
    for (const row of input.rows) {
        const model = row.offer.startsWith('AmazonBedrock') ? classifyModelRow(row) : undefined;
        if (model?.kind === 'model')
            addModel(collected, input.availability, row, model);
        else if (model?.kind === 'unknown')
            collected.unknown.add(`${place(row)}: ${model.why}`);
        else if (model !== undefined)
            count(collected.excluded, model.why);
        else {
            const price = classifyFeatureRow(row);
            if (price === undefined)
                collected.unclassified.add(`${row.offer} ${shortUsage(row)}`);
            else {
                const key = `${row.region} ${row.sku}`;
                ranged.set(key, [...(ranged.get(key) ?? []), { row, price }]);
            }
        }
    }
    for (const ranges of ranged.values())
        addFeature(collected, input.availability, ranges);
    return collected;
}
function addModel(collected, availability, row, price) {
    const { subject, dimension, tier, context, usd, per, unit } = price;
    const scopes = price.scope === 'regional' ? regionalScopes(availability, subject, row.region) : [price.scope];
    if (scopes.length === 0)
        collected.withheld.add(`${subject} in ${row.region}`);
    for (const scope of scopes) {
        const made = {
            subject,
            kind: 'model',
            dimension,
            region: row.region,
            scope,
            tier,
            context,
            usd,
            per,
            unit,
            source: sourceOf(row),
        };
        if (price.listedAtZero === true)
            collected.zeros.push(made);
        else
            (price.mantle ? collected.mantle : collected.runtime).push(made);
        if (!price.mantle)
            collected.skus.set((0,book_file/* rowKey */.o)(made), row.sku);
    }
}
/**
 * One SKU with its ranges of quantity. A free allowance is not a price, so the first range that costs something holds;
 * vended logs have a dimension for each range.
 */
function addFeature(collected, availability, ranges) {
    const ordered = [...ranges].sort((a, b) => a.price.from.comparedTo(b.price.from));
    const [first] = ordered;
    if (first === undefined)
        return;
    const add = ({ row, price }, dimension) => {
        const { subject, usd, per, unit } = price;
        const isModel = subject.includes('.');
        const scopes = isModel ? regionalScopes(availability, subject, row.region) : [''];
        for (const scope of scopes) {
            const made = {
                subject,
                kind: isModel ? 'model' : 'feature',
                dimension,
                region: row.region,
                scope,
                usd,
                per,
                unit,
                tier: 'standard',
                context: 'normal',
                source: sourceOf(row),
            };
            collected.features.push(made);
            collected.skus.set((0,book_file/* rowKey */.o)(made), row.sku);
        }
    };
    if (first.price.dimension === 'vended') {
        const names = ['vended-first', 'vended-second', 'vended-third', 'vended-fourth'];
        for (const [index, name] of names.entries()) {
            const range = ordered[index];
            if (range !== undefined)
                add(range, name);
        }
        return;
    }
    const priced = ordered.find(({ price }) => !new decimal/* Decimal */.Ww(price.usd).isZero());
    add(priced ?? first, first.price.dimension);
}
/** Written tokens of Amazon Nova at the input price: listed at zero, and no document gives their price. */
function zeroCacheWrites(zeros, models) {
    const inputs = new Map(models.filter((row) => row.dimension === 'input').map((row) => [placeOf(row), row]));
    const made = new Map();
    for (const zero of zeros) {
        const input = inputs.get(placeOf(zero));
        if (input === undefined)
            continue;
        const title = `Input price: the ${zero.source[0]} lists cache writes of Nova at 0.00 and no document gives their price`;
        made.set((0,book_file/* rowKey */.o)(zero), { ...zero, usd: input.usd, source: [title, zero.source[1], 'C'] });
    }
    return [...made.values()];
}
/**
 * What stays of the old book: every price of a region that was not asked for, and what the price list says nothing about.
 * Of a feature, that is a dimension without a row in any region. Of a model, it is a page's or a card's price for a
 * scope and region without a row; a former price of the price list itself is gone when its row is.
 */
function kept(old, listed, input) {
    const { only } = input;
    const dimensions = new Set(listed.map((row) => `${row.subject} ${row.dimension}`));
    const places = new Set(listed.map((row) => `${row.subject} ${row.scope} ${row.region}`));
    const prices = new Set(listed.map((row) => `${row.subject} ${row.dimension} ${row.region}`));
    return old.filter((row) => {
        if (only !== undefined && !only.includes(row.region))
            return true;
        if (row.kind === 'feature')
            return !dimensions.has(`${row.subject} ${row.dimension}`);
        if (row.source[0].startsWith('AWS Price List') || row.source[0].startsWith('Input price:'))
            return false;
        const isTokens = row.unit === 'tokens' || row.unit === 'TPM-hours';
        return isTokens
            ? !places.has(`${row.subject} ${row.scope} ${row.region}`)
            : !prices.has(`${row.subject} ${row.dimension} ${row.region}`);
    });
}
function regionalScopes(availability, subject, region) {
    const offered = availability.models[subject];
    if (!Object.hasOwn(availability.models, subject) || offered === undefined)
        return ['in-region'];
    return ['in-region', 'geographic'].filter((scope) => offered[scope]?.split(' ').includes(region));
}
function sourceOf(row) {
    const date = `${row.version.slice(0, 4)}-${row.version.slice(4, 6)}-${row.version.slice(6, 8)}`;
    return [`AWS Price List, ${row.offer} ${row.version}`, date, 'A'];
}
function changesBetween(old, rows) {
    const before = new Map(old.map((row) => [(0,book_file/* rowKey */.o)(row), row]));
    const after = new Map(rows.map((row) => [(0,book_file/* rowKey */.o)(row), row]));
    const changed = [...after].flatMap(([key, to]) => {
        const from = before.get(key);
        return from === undefined || samePrice(from, to) ? [] : [{ from, to }];
    });
    return {
        added: [...after].filter(([key]) => !before.has(key)).map(([, row]) => row),
        changed,
        gone: [...before].filter(([key]) => !after.has(key)).map(([, row]) => row),
    };
}
function samePrice(a, b) {
    return new decimal/* Decimal */.Ww(a.usd).div(a.per).eq(new decimal/* Decimal */.Ww(b.usd).div(b.per)) && a.unit === b.unit;
}
function placeOf(row) {
    return [row.subject, (0,book_file/* lineName */.i)(row.scope, row.tier, row.context), row.region].join(' ');
}
function place(row) {
    const name = row.offer === 'AmazonBedrockFoundationModels' ? `, ${row.attributes['servicename'] ?? ''}` : '';
    return `${row.offer} ${usageTypeOf(row)}${name} (${row.unit})`;
}
function shortUsage(row) {
    return `${usageTypeOf(row)} (${row.unit})`;
}
function count(counts, name) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
}

;// CONCATENATED MODULE: ./build/prices/update/skus.js
/**
 * Which SKU of the price list each price is from, for whoever checks one. Stands beside the book and is not loaded with
 * it. A rate code is the SKU with `.JRTCKXETXF.6YS6EN2CT7` behind it, the codes of on-demand terms.
 */

/** The file's text. Keys are those of `rowKey`: subject, dimension, line and region, separated by spaces. */
function writeSkus(edition, skus) {
    const entries = [...skus]
        .sort(([a], [b]) => (0,pack/* compare */.UD)(a, b))
        .map(([key, sku]) => {
        const [subject = '', dimension = '', line = '', region = ''] = key.split(' ');
        return { subject, name: `${dimension} ${line}`, region, sku };
    });
    const subjects = [...(0,pack/* groupBy */.$z)(entries, (entry) => entry.subject)].map(([subject, members]) => {
        const lines = [...(0,pack/* groupBy */.$z)(members, (entry) => entry.name)].map(([name, regions]) => {
            const text = regions.map(({ region, sku }) => `${region}=${sku}`).join(' ');
            return `      ${JSON.stringify(name)}: ${JSON.stringify(text)}`;
        });
        return `    ${JSON.stringify(subject)}: {\n${lines.join(',\n')}\n    }`;
    });
    return `{\n  "edition": ${JSON.stringify(edition)},\n  "subjects": {\n${subjects.join(',\n')}\n  }\n}\n`;
}
/** The SKU of one price; undefined where it is not known. */
function skuOf(file, subject, dimension, line, region) {
    if (!Object.hasOwn(file.subjects, subject))
        return undefined;
    const lines = file.subjects[subject] ?? {};
    const name = `${dimension} ${line}`;
    const text = Object.hasOwn(lines, name) ? (lines[name] ?? '') : '';
    return text
        .split(' ')
        .find((entry) => entry.startsWith(`${region}=`))
        ?.slice(region.length + 1);
}

;// CONCATENATED MODULE: ./build/prices/update/run.js
/** `prices update`: makes the price book anew from the public AWS Price List. */











/** Makes the book anew. Never throws for what the network or the price list does. */
async function updatePrices(options) {
    const { directory, say } = options;
    const list = {
        baseUrl: options.baseUrl ?? PRICE_LIST_URL,
        transport: {
            environment: options.environment ?? process.env,
            wait: options.wait ?? ((milliseconds) => (0,external_node_timers_promises_.setTimeout)(milliseconds)),
            retrying: (message) => say(`  ${message}`),
        },
        ...(options.cache === undefined ? {} : { cache: options.cache }),
    };
    try {
        const old = await readStored(directory, 'book.json', book/* loadBookFile */.ko);
        const availability = await readStored(directory, 'availability.json', shippedAvailability);
        const overrides = await readStored(directory, 'override-prices.json', shippedOverrides);
        const read = await readPriceList(list, options.regions, say);
        const only = options.regions === undefined ? {} : { only: options.regions };
        const rebuilt = rebuildBook({ ...read, ...only, old, availability, overrides });
        for (const line of accountOf(rebuilt))
            say(line);
        if (rebuilt.unknown.length > 0 || rebuilt.conflicts.length > 0) {
            say('The book stays as it is.');
            return { exitCode: 1, rebuilt };
        }
        await replaceBook(options, rebuilt);
        return { exitCode: 0, rebuilt };
    }
    catch (error) {
        say(`${error instanceof Error ? error.message : String(error)}`);
        say('The book stays as it is.');
        return { exitCode: 2 };
    }
}
async function readPriceList(list, only, say) {
    const rows = [];
    const inputs = [];
    const regions = new Set();
    for (const offer of BEDROCK_OFFERS) {
        for (const file of await currentFiles(list, offer)) {
            if (only !== undefined && !only.includes(file.region))
                continue;
            regions.add(file.region);
            await readInto(list, file, rows, inputs, say);
        }
    }
    if (rows.length === 0)
        throw new Error('the price list has no rows for these regions');
    // The services beside Bedrock are sold in more regions; only those where Bedrock is are of use.
    for (const offer of SUPPORTING_OFFERS) {
        for (const file of await currentFiles(list, offer)) {
            if (regions.has(file.region))
                await readInto(list, file, rows, inputs, say);
        }
    }
    return { rows, inputs };
}
async function readInto(list, file, rows, inputs, say) {
    const { contents, cached } = await readRegionFile(list, file);
    for (const row of contents.rows)
        rows.push(row);
    inputs.push([`${file.offer} ${file.region}`, file.version, contents.sha256]);
    say(`${file.offer} ${file.version} ${file.region}: ${contents.rows.length} rows${cached ? ', from the cache' : ''}`);
}
/** Checks the new book, writes it beside the old one and moves it in its place. */
async function replaceBook({ directory, regions, say }, rebuilt) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(rebuilt.book)).digest('hex').slice(0, 8);
    const edition = `${rebuilt.book.asOf}.${hash}`;
    const book = { ...rebuilt.book, edition };
    const problems = bookProblems(book);
    if (problems.length > 0)
        throw new Error(`the new book is not sound: ${problems.slice(0, 5).join('; ')}`);
    const texts = [['book.json', (0,pack/* writeBook */.xk)(book)]];
    // The SKUs of regions that were not read are not at hand.
    if (regions === undefined)
        texts.unshift(['skus.json', writeSkus(edition, rebuilt.skus)]);
    for (const [name, text] of texts)
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, `${name}.new`), text);
    for (const [name] of texts)
        await (0,promises_.rename)((0,external_node_path_.join)(directory, `${name}.new`), (0,external_node_path_.join)(directory, name));
    say(`The book is now edition ${edition}.`);
}
/** A file of the directory, or what ships with this release where the directory has none. */
async function readStored(directory, name, shipped) {
    let text;
    try {
        text = await (0,promises_.readFile)((0,external_node_path_.join)(directory, name), 'utf8');
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return shipped();
        throw error;
    }
    return JSON.parse(text);
}
async function shippedAvailability() {
    const { default: file } = await __webpack_require__.e(/* import() */ 724).then(__webpack_require__.t.bind(__webpack_require__, 1724, 17));
    return file;
}
async function shippedOverrides() {
    const { default: file } = await __webpack_require__.e(/* import() */ 152).then(__webpack_require__.t.bind(__webpack_require__, 7152, 17));
    return file;
}


/***/ })

};
