/** The price book: the dated, sourced table of unit prices that ships with the tool. */
import { Decimal } from '../model/decimal.ts';
import type { Price, PriceAnswer, PriceBook, PriceKey } from '../model/price.ts';
import { isUnknown } from '../model/value.ts';
import { type BookFile, lineName, type SubjectEntry } from './book-file.ts';
import { whyMissing } from './missing.ts';

/** Regions whose prices differ from the commercial ones by more than rounding: nothing is assumed for them. */
const SEPARATE_PARTITIONS = ['us-gov-', 'cn-'];
const ASSUMED_FROM = 'us-east-1';

/** The stored book that ships with this release. The data is loaded on the first call only. */
export async function loadBookFile(): Promise<BookFile> {
  const { default: file } = await import('./data/book.json', { with: { type: 'json' } });
  return file as unknown as BookFile;
}

/** The book that ships with this release. */
export async function loadPriceBook(): Promise<PriceBook> {
  return priceBookOf(await loadBookFile());
}

/**
 * The book over a stored file. A subject is indexed when it is first asked for, so that a run that needs three models
 * does not pay for all of them; every later lookup takes constant time.
 */
export function priceBookOf(file: BookFile): PriceBook {
  const subjects = new Map(Object.entries(file.subjects));
  const indexes = new Map<string, Map<string, Cell>>();
  const regions = new Set(file.regions);

  function find(subject: string, entry: SubjectEntry, name: string): Price | undefined {
    let index = indexes.get(subject);
    if (index === undefined) {
      index = indexOf(file, entry);
      indexes.set(subject, index);
    }
    const cell = index.get(name);
    return cell === undefined ? undefined : priceOf(file, cell);
  }

  function price(key: PriceKey): PriceAnswer {
    const { region } = key;
    if (isUnknown(region)) {
      return { found: false, why: `the region is not known: ${region.why}`, hint: 'region: us-east-1' };
    }
    const entry = subjects.get(key.subject);
    if (entry === undefined) return { found: false, why: `the price book has no prices for ${key.subject}` };
    const name = (from: string) => cellName(key.dimension, lineOf(entry, key), from);
    const exact = find(key.subject, entry, name(region));
    if (exact !== undefined) return { found: true, price: exact, key };
    if (entry.kind === 'feature' && mayAssume(region)) {
      const from = region.startsWith('us-') ? ASSUMED_FROM : (entry.elsewhere ?? ASSUMED_FROM);
      const assumed = find(key.subject, entry, name(from));
      if (assumed !== undefined)
        return { found: true, price: { ...assumed, region, assumedFrom: from }, key };
    }
    return { found: false, ...whyMissing(file, entry, { ...key, region }) };
  }

  function mayAssume(region: string): boolean {
    return regions.has(region) && !SEPARATE_PARTITIONS.some((prefix) => region.startsWith(prefix));
  }

  return { asOf: file.asOf, edition: file.edition, price };
}

/** The line that a key asks for: a feature has one only, and a model without a scope is asked for in its region. */
function lineOf(entry: SubjectEntry, key: PriceKey): string {
  const scope = entry.kind === 'feature' ? '' : (key.scope ?? 'in-region');
  return lineName(scope, key.tier ?? 'standard', key.context ?? 'normal');
}

interface Cell {
  readonly usd: string;
  readonly region: string;
  readonly source: number;
  readonly unit: number;
  price?: Price;
}

function cellName(dimension: string, line: string, region: string): string {
  return `${dimension} ${line} ${region}`;
}

function indexOf(file: BookFile, entry: SubjectEntry): Map<string, Cell> {
  const index = new Map<string, Cell>();
  for (const [line, source, regionSet, ...prices] of entry.rows) {
    for (const region of file.regionSets[regionSet]?.split(' ') ?? []) {
      for (const [position, usd] of prices.entries()) {
        const column = entry.columns[position];
        if (usd === '' || column === undefined) continue;
        index.set(cellName(column[0], line, region), { usd, region, source, unit: column[1] });
      }
    }
  }
  return index;
}

function priceOf(file: BookFile, cell: Cell): Price {
  if (cell.price !== undefined) return cell.price;
  const [source = '', asOf = '', confidence = 'C'] = file.sources[cell.source] ?? [];
  const [per = '1', unit = ''] = file.units[cell.unit] ?? [];
  cell.price = {
    usd: new Decimal(cell.usd),
    per: new Decimal(per),
    unit,
    region: cell.region,
    asOf,
    source,
    confidence,
  };
  return cell.price;
}
