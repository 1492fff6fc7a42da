/** Packs flat price rows into the stored book, and unpacks it again. */
import {
  type BookFile,
  type Column,
  lineName,
  type PriceRow,
  type Row,
  rowKey,
  type SourceEntry,
  type SubjectEntry,
  type UnitEntry,
} from './book-file.ts';

export interface Conflict {
  readonly key: string;
  readonly prices: readonly string[];
}

/**
 * The rows of several layers, the first layer that has a key winning. Two different prices for one key within one layer
 * are a conflict: no row wins by standing first.
 */
export function mergeLayers(layers: readonly (readonly PriceRow[])[]): {
  readonly rows: readonly PriceRow[];
  readonly conflicts: readonly Conflict[];
} {
  const won = new Map<string, PriceRow>();
  const conflicts: Conflict[] = [];
  for (const layer of layers) {
    const own = new Map<string, PriceRow>();
    for (const row of layer) {
      const key = rowKey(row);
      const before = own.get(key);
      if (before !== undefined && !samePrice(before, row))
        conflicts.push({ key, prices: [before.usd, row.usd] });
      own.set(key, before ?? row);
    }
    for (const [key, row] of own) if (!won.has(key)) won.set(key, row);
  }
  return { rows: [...won.values()], conflicts };
}

function samePrice(a: PriceRow, b: PriceRow): boolean {
  return a.usd === b.usd && a.per === b.per && a.unit === b.unit;
}

export interface BookContents {
  readonly rows: readonly PriceRow[];
  readonly inputs: BookFile['inputs'];
  /** By subject. */
  readonly elsewhere?: ReadonlyMap<string, string>;
  /** By subject and dimension. */
  readonly unsettled?: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Packs rows whose keys are all different. The result depends on the rows alone, not on their order. */
export function packBook(contents: BookContents): Omit<BookFile, 'edition'> {
  const sources = new Interned<SourceEntry>();
  const units = new Interned<UnitEntry>();
  const regionSets = new Interned<string>();
  const ordered = [...contents.rows].sort((a, b) => compare(rowKey(a), rowKey(b)));
  for (const row of [...ordered].sort((a, b) => compare(sourceOrder(a.source), sourceOrder(b.source)))) {
    sources.index(row.source);
  }
  for (const row of ordered) units.index([row.per, row.unit]);
  const bySubject = groupBy(ordered, (row) => row.subject);
  for (const subject of contents.unsettled?.keys() ?? [])
    if (!bySubject.has(subject)) bySubject.set(subject, []);
  const subjects: Record<string, SubjectEntry> = {};
  for (const subject of [...bySubject.keys()].sort(compare)) {
    const rows = bySubject.get(subject) ?? [];
    const elsewhere = contents.elsewhere?.get(subject);
    const unsettled = contents.unsettled?.get(subject);
    subjects[subject] = {
      kind: rows[0]?.kind ?? 'feature',
      ...packSubject(rows, sources, units, regionSets),
      ...(elsewhere === undefined ? {} : { elsewhere }),
      ...(unsettled === undefined ? {} : { unsettled }),
    };
  }
  return {
    format: 1,
    asOf:
      ordered
        .map((row) => row.source[1])
        .sort(compare)
        .at(-1) ?? '',
    inputs: contents.inputs,
    sources: sources.items,
    units: units.items,
    regions: [...new Set(ordered.map((row) => row.region))].sort(compare),
    regionSets: regionSets.items,
    subjects,
  };
}

function packSubject(
  rows: readonly PriceRow[],
  sources: Interned<SourceEntry>,
  units: Interned<UnitEntry>,
  regionSets: Interned<string>,
): Pick<SubjectEntry, 'columns' | 'rows'> {
  const columns = new Map<string, Column>();
  for (const row of [...rows].sort((a, b) => compareDimensions(a.dimension, b.dimension))) {
    const unit = units.index([row.per, row.unit]);
    const known = columns.get(row.dimension);
    if (known !== undefined && known[1] !== unit)
      throw new Error(`${rowKey(row)} is priced for two different units`);
    columns.set(row.dimension, known ?? [row.dimension, unit]);
  }
  const order = [...columns.keys()];
  const packed: Row[] = [];
  const lines = groupBy(
    rows,
    (row) => `${lineName(row.scope, row.tier, row.context)}\n${sources.index(row.source)}`,
  );
  for (const [name, members] of lines) {
    const [line = '', source = '0'] = name.split('\n');
    const byPrices = new Map<string, string[]>();
    for (const [region, cells] of groupBy(members, (row) => row.region)) {
      const found = new Map(cells.map((cell) => [cell.dimension, cell.usd]));
      const prices = order
        .map((dimension) => found.get(dimension) ?? '')
        .join('\n')
        .replace(/\n+$/, '');
      const regions = byPrices.get(prices);
      if (regions === undefined) byPrices.set(prices, [region]);
      else regions.push(region);
    }
    for (const [prices, regions] of byPrices) {
      packed.push([
        line,
        Number(source),
        regionSets.index(regions.sort(compare).join(' ')),
        ...prices.split('\n'),
      ]);
    }
  }
  packed.sort((a, b) => compare(a[0], b[0]) || a[1] - b[1] || a[2] - b[2]);
  return { columns: [...columns.values()], rows: packed };
}

/** The text of a book: JSON with one row a line. */
export function writeBook(book: BookFile): string {
  const list = (items: readonly unknown[], indent: string) =>
    items.length === 0
      ? '[]'
      : `[\n${items.map((item) => `${indent}  ${JSON.stringify(item)}`).join(',\n')}\n${indent}]`;
  const subjects = Object.entries(book.subjects).map(([subject, entry]) => {
    const { columns, rows, ...rest } = entry;
    const head = `"columns": ${JSON.stringify(columns)}, "rows": ${list(rows, '    ')}`;
    const more = Object.entries(rest).map(([key, value]) => `"${key}": ${JSON.stringify(value)}, `);
    return `    ${JSON.stringify(subject)}: { ${more.join('')}${head} }`;
  });
  return `{
  "format": 1, "asOf": "${book.asOf}", "edition": "${book.edition}",
  "inputs": ${list(book.inputs, '  ')},
  "sources": ${list(book.sources, '  ')},
  "units": ${list(book.units, '  ')},
  "regions": ${JSON.stringify(book.regions)},
  "regionSets": ${list(book.regionSets, '  ')},
  "subjects": {
${subjects.join(',\n')}
  }
}
`;
}

/** Every price of a book as flat rows, in the stored order. */
export function* unpackBook(book: BookFile): Generator<PriceRow> {
  for (const [subject, entry] of Object.entries(book.subjects)) {
    for (const [line, source, regions, ...prices] of entry.rows) {
      const [scope, tier, context] = line.split('/') as [
        PriceRow['scope'],
        PriceRow['tier'],
        PriceRow['context'],
      ];
      const from = book.sources[source];
      for (const region of book.regionSets[regions]?.split(' ') ?? []) {
        for (const [index, usd] of prices.entries()) {
          const column = entry.columns[index];
          const unit = column === undefined ? undefined : book.units[column[1]];
          if (usd === '' || column === undefined || unit === undefined || from === undefined) continue;
          const [per, name] = unit;
          yield {
            subject,
            kind: entry.kind,
            dimension: column[0],
            region,
            scope,
            tier,
            context,
            usd,
            per,
            unit: name,
            source: from,
          };
        }
      }
    }
  }
}

class Interned<Item> {
  readonly items: Item[] = [];
  private readonly indexes = new Map<string, number>();

  index(item: Item): number {
    const key = JSON.stringify(item);
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    this.indexes.set(key, this.items.length);
    this.items.push(item);
    return this.items.length - 1;
  }
}

const FIRST_DIMENSIONS = [
  'input',
  'output',
  'cache-read',
  'cache-write-5m',
  'cache-write-30m',
  'cache-write-1h',
];

function compareDimensions(a: string, b: string): number {
  const [first, second] = [FIRST_DIMENSIONS.indexOf(a), FIRST_DIMENSIONS.indexOf(b)];
  if (first !== second) return (first < 0 ? 99 : first) - (second < 0 ? 99 : second);
  return compare(a, b);
}

function sourceOrder(source: SourceEntry): string {
  return `${source[1]} ${source[0]} ${source[2]}`;
}

/** By code units: no locale has a say in what a file contains. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function groupBy<Item>(items: Iterable<Item>, key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
