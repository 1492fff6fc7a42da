export const id = 455;
export const ids = [455];
export const modules = {

/***/ 9455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listPrices: () => (/* binding */ listPrices),
  renderList: () => (/* binding */ renderList),
  renderShown: () => (/* binding */ renderShown),
  showModel: () => (/* binding */ showModel)
});

// EXTERNAL MODULE: ./build/prices/catalogue.js + 1 modules
var prices_catalogue = __webpack_require__(7984);
// EXTERNAL MODULE: ./build/prices/pack.js
var pack = __webpack_require__(374);
;// CONCATENATED MODULE: ./build/prices/table.js
/** Lines of cells as aligned text; columns of numbers to the right. Every line ends in a line break. */
function table(lines) {
    const [head = [], ...body] = lines;
    const columns = head.map((_, index) => {
        const cells = body.map((line) => line[index] ?? '');
        const width = Math.max(...lines.map((line) => (line[index] ?? '').length));
        return {
            width,
            right: cells.length > 0 &&
                cells.every((cell) => /^(-|[\d.,]+)$/.test(cell)) &&
                cells.some((cell) => cell !== '-'),
        };
    });
    return lines
        .map((line) => columns
        .map(({ width, right }, index) => pad(line[index] ?? '', width, right))
        .join('  ')
        .trimEnd())
        .map((line) => `${line}\n`)
        .join('');
}
function pad(text, width, right) {
    return right ? text.padStart(width) : text.padEnd(width);
}

;// CONCATENATED MODULE: ./build/prices/show.js



/**
 * The prices of a model, by any id of it, or of a feature, by its subject; in one region, or grouped by regions with the
 * same prices. An id with a profile prefix shows the scope of that prefix only.
 */
function showModel(book, catalogue, name, region) {
    const isFeature = Object.hasOwn(book.subjects, name) && book.subjects[name]?.kind === 'feature';
    const answer = isFeature ? undefined : (0,prices_catalogue/* catalogueOf */.vq)(catalogue).resolve(name);
    if (answer !== undefined && answer.kind !== 'model') {
        const near = answer.kind === 'unknown' ? answer.nearest : [];
        return {
            found: false,
            why: `${answer.why}${near.length === 0 ? '' : `; the nearest are ${near.join(', ')}`}`,
        };
    }
    const model = catalogue.models.find((entry) => entry.key === answer?.model.key);
    const subject = model?.key ?? name;
    const scope = answer?.prefix === undefined ? undefined : answer.scope;
    const rows = listPrices(book, {
        subject,
        ...(region === undefined ? {} : { region }),
        ...(scope === undefined ? {} : { scope }),
    });
    if (rows.length === 0) {
        const place = [
            region === undefined ? '' : ` in ${region}`,
            scope === undefined ? '' : ` (${scope})`,
        ].join('');
        return { found: false, why: `the price book has no price of ${subject}${place}` };
    }
    const byUnit = [...(0,pack/* groupBy */.$z)(rows, (row) => `${row.per} ${row.unit}`).values()];
    return {
        found: true,
        shown: {
            subject,
            ...(model === undefined ? {} : { model }),
            ...(region === undefined ? {} : { region }),
            units: byUnit.map(unitOf),
            sources: sourcesOf(rows),
        },
    };
}
function unitOf(rows) {
    const dimensions = [...new Set(rows.map((row) => row.dimension))];
    const lines = [...(0,pack/* groupBy */.$z)(rows, (row) => `${row.scope} ${row.tier} ${row.context}`).values()].flatMap((members) => {
        const byRegion = [...(0,pack/* groupBy */.$z)(members, (row) => row.region).values()];
        const alike = (0,pack/* groupBy */.$z)(byRegion, (cells) => cells
            .map((row) => `${row.dimension} ${row.usd}`)
            .sort(pack/* compare */.UD)
            .join());
        return [...alike.values()].flatMap(lineOf);
    });
    const [first] = rows;
    return { per: first?.per ?? '', unit: first?.unit ?? '', dimensions, lines };
}
function lineOf(regions) {
    const [cells] = regions;
    const [first] = cells ?? [];
    if (cells === undefined || first === undefined)
        return [];
    const { scope, tier, context } = first;
    const dates = regions.flat().map((row) => row.source[1]);
    return [
        {
            scope,
            tier,
            context,
            regions: regions.flatMap(([row]) => (row === undefined ? [] : [row.region])),
            usd: new Map(cells.map((row) => [row.dimension, row.usd])),
            asOf: dates.sort(pack/* compare */.UD)[0] ?? '',
        },
    ];
}
function sourcesOf(rows) {
    const sources = [...(0,pack/* groupBy */.$z)(rows, (row) => JSON.stringify(row.source)).values()].flatMap(([row]) => row ?? []);
    return sources
        .map(({ source: [title, asOf, confidence] }) => ({ title, asOf, confidence }))
        .sort((a, b) => (0,pack/* compare */.UD)(b.asOf, a.asOf) || (0,pack/* compare */.UD)(a.title, b.title));
}
/** The rows of the book that fit, in the order of the book. */
function listPrices(book, filter) {
    const { subject, provider, dimension, region, scope, tier } = filter;
    const fits = (row) => (subject === undefined || row.subject === subject) &&
        (provider === undefined || row.subject.startsWith(`${provider}.`)) &&
        (dimension === undefined || row.dimension === dimension) &&
        (region === undefined || row.region === region) &&
        (scope === undefined || row.scope === scope) &&
        (tier === undefined || row.tier === tier);
    return [...(0,pack/* unpackBook */.Iu)(book)].filter(fits);
}
/** A readable account of a model or feature, ending in a line break. */
function renderShown(shown) {
    const { model, subject, region, units, sources } = shown;
    const blocks = units.map((unit) => {
        const place = region === undefined ? '' : ` in ${region}`;
        const head = `USD per ${grouped(unit.per)} ${unit.unit}${place}`;
        return `${head}\n${table([headings(unit, region), ...unit.lines.map((line) => cellsOf(unit, line, region))])}`;
    });
    const notes = sources.map(({ title, asOf, confidence }) => `  ${asOf}  ${confidence}  ${title}`);
    return [
        ...(model === undefined ? [subject] : describeModel(model)),
        '',
        ...blocks,
        'Sources (date, confidence)',
        ...notes,
        '',
    ].join('\n');
}
function headings(unit, region) {
    const place = region === undefined ? ['regions'] : [];
    return ['scope', 'tier', ...unit.dimensions, 'as of', ...place];
}
function cellsOf(unit, line, region) {
    const tier = line.context === 'long' ? `${line.tier}, long context` : line.tier;
    const prices = unit.dimensions.map((dimension) => line.usd.get(dimension) ?? '-');
    const place = region === undefined ? [someRegions(line.regions)] : [];
    return [line.scope === '' ? '-' : line.scope, tier, ...prices, line.asOf, ...place];
}
function someRegions(regions) {
    return regions.length <= 3
        ? regions.join(', ')
        : `${regions.slice(0, 2).join(', ')} and ${regions.length - 2} more`;
}
function describeModel(model) {
    const end = model.endOfLife === undefined ? '' : ` until ${model.endOfLife}`;
    const facts = [
        model.contextWindow === undefined ? undefined : `context ${grouped(String(model.contextWindow))} tokens`,
        model.longContextThreshold === undefined
            ? undefined
            : `long above ${grouped(String(model.longContextThreshold))}`,
        model.cacheMinimum === undefined
            ? undefined
            : `caches from ${grouped(String(model.cacheMinimum))} tokens`,
        model.cacheTimesToLive === undefined ? undefined : `for ${model.cacheTimesToLive.join(' or ')}`,
        model.dimensions === undefined ? undefined : `vectors of ${model.dimensions.join(', ')}`,
        model.lifecycle === undefined ? undefined : `${model.lifecycle}${end}`,
        model.successor === undefined ? undefined : `followed by ${model.successor}`,
        model.profiles === undefined ? undefined : `profiles ${model.profiles.join(', ')}`,
    ].filter((fact) => fact !== undefined);
    return [
        `${model.name} (${model.provider}), ${model.id}`,
        ...(facts.length === 0 ? [] : [facts.join(' \u00b7 ')]),
    ];
}
/** Rows as a table, ending in a line break. */
function renderList(rows) {
    const head = ['subject', 'dimension', 'region', 'scope', 'tier', 'USD', 'per', 'as of', 'confidence'];
    const lines = rows.map((row) => [
        row.subject,
        row.dimension,
        row.region,
        row.scope === '' ? '-' : row.scope,
        row.context === 'long' ? `${row.tier}, long context` : row.tier,
        row.usd,
        `${grouped(row.per)} ${row.unit}`,
        row.source[1],
        row.source[2],
    ]);
    return rows.length === 0 ? 'no price fits\n' : table([head, ...lines]);
}
/** A whole number with its thousands set apart. */
function grouped(number) {
    return number.replace(/\B(?=(\d{3})+$)/g, ',');
}


/***/ })

};
