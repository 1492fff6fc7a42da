/** `prices update`: makes the price book anew from the public AWS Price List. */
import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { loadBookFile } from '../book.ts';
import type { BookFile } from '../book-file.ts';
import { bookProblems } from '../book-schema.ts';
import { writeBook } from '../pack.ts';
import { accountOf } from './account.ts';
import type { OfferRow } from './offer-row.ts';
import type { OverridePrices } from './overrides.ts';
import {
  BEDROCK_OFFERS,
  currentFiles,
  PRICE_LIST_URL,
  type PriceList,
  readRegionFile,
  SUPPORTING_OFFERS,
} from './price-list.ts';
import type { Environment } from './proxy.ts';
import { type AvailabilityFile, type Rebuilt, rebuildBook } from './rebuild.ts';
import { writeSkus } from './skus.ts';

export interface UpdateOptions {
  /**
   * Where `book.json` stands, which the new book replaces; and `availability.json` and `override-prices.json`. Those of
   * this release are taken where one does not exist.
   */
  readonly directory: string;
  readonly baseUrl?: string;
  /** Where files of the price list are kept between runs. */
  readonly cache?: string;
  /** Only these regions; prices of others stay as they are. All regions where absent. */
  readonly regions?: readonly string[];
  /** Takes one line of progress or of the account. */
  readonly say: (line: string) => void;
  /** For the proxy variables. */
  readonly environment?: Environment;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

export interface UpdateResult {
  /**
   * 0: the book is new, or nothing changed. 1: a token row was not understood or two prices stand for one key. 2: the
   * price list or the old book could not be read. The old book is untouched unless 0.
   */
  readonly exitCode: 0 | 1 | 2;
  readonly rebuilt?: Rebuilt;
}

/** Makes the book anew. Never throws for what the network or the price list does. */
export async function updatePrices(options: UpdateOptions): Promise<UpdateResult> {
  const { directory, say } = options;
  const list: PriceList = {
    baseUrl: options.baseUrl ?? PRICE_LIST_URL,
    transport: {
      environment: options.environment ?? process.env,
      wait: options.wait ?? ((milliseconds) => setTimeout(milliseconds)),
      retrying: (message) => say(`  ${message}`),
    },
    ...(options.cache === undefined ? {} : { cache: options.cache }),
  };
  try {
    const old = await readStored(directory, 'book.json', loadBookFile);
    const availability = await readStored(directory, 'availability.json', shippedAvailability);
    const overrides = await readStored(directory, 'override-prices.json', shippedOverrides);
    const read = await readPriceList(list, options.regions, say);
    const only = options.regions === undefined ? {} : { only: options.regions };
    const rebuilt = rebuildBook({ ...read, ...only, old, availability, overrides });
    for (const line of accountOf(rebuilt)) say(line);
    if (rebuilt.unknown.length > 0 || rebuilt.conflicts.length > 0) {
      say('The book stays as it is.');
      return { exitCode: 1, rebuilt };
    }
    await replaceBook(options, rebuilt);
    return { exitCode: 0, rebuilt };
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}`);
    say('The book stays as it is.');
    return { exitCode: 2 };
  }
}

async function readPriceList(
  list: PriceList,
  only: readonly string[] | undefined,
  say: (line: string) => void,
): Promise<{ readonly rows: readonly OfferRow[]; readonly inputs: BookFile['inputs'] }> {
  const rows: OfferRow[] = [];
  const inputs: (readonly [string, string, string])[] = [];
  const regions = new Set<string>();
  for (const offer of BEDROCK_OFFERS) {
    for (const file of await currentFiles(list, offer)) {
      if (only !== undefined && !only.includes(file.region)) continue;
      regions.add(file.region);
      await readInto(list, file, rows, inputs, say);
    }
  }
  if (rows.length === 0) throw new Error('the price list has no rows for these regions');
  // The services beside Bedrock are sold in more regions; only those where Bedrock is are of use.
  for (const offer of SUPPORTING_OFFERS) {
    for (const file of await currentFiles(list, offer)) {
      if (regions.has(file.region)) await readInto(list, file, rows, inputs, say);
    }
  }
  return { rows, inputs };
}

async function readInto(
  list: PriceList,
  file: Awaited<ReturnType<typeof currentFiles>>[number],
  rows: OfferRow[],
  inputs: (readonly [string, string, string])[],
  say: (line: string) => void,
): Promise<void> {
  const { contents, cached } = await readRegionFile(list, file);
  for (const row of contents.rows) rows.push(row);
  inputs.push([`${file.offer} ${file.region}`, file.version, contents.sha256]);
  say(
    `${file.offer} ${file.version} ${file.region}: ${contents.rows.length} rows${cached ? ', from the cache' : ''}`,
  );
}

/** Checks the new book, writes it beside the old one and moves it in its place. */
async function replaceBook({ directory, regions, say }: UpdateOptions, rebuilt: Rebuilt): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(rebuilt.book)).digest('hex').slice(0, 8);
  const edition = `${rebuilt.book.asOf}.${hash}`;
  const book = { ...rebuilt.book, edition };
  const problems = bookProblems(book);
  if (problems.length > 0) throw new Error(`the new book is not sound: ${problems.slice(0, 5).join('; ')}`);
  const texts: (readonly [string, string])[] = [['book.json', writeBook(book)]];
  // The SKUs of regions that were not read are not at hand.
  if (regions === undefined) texts.unshift(['skus.json', writeSkus(edition, rebuilt.skus)]);
  for (const [name, text] of texts) await writeFile(join(directory, `${name}.new`), text);
  for (const [name] of texts) await rename(join(directory, `${name}.new`), join(directory, name));
  say(`The book is now edition ${edition}.`);
}

/** A file of the directory, or what ships with this release where the directory has none. */
async function readStored<Content>(
  directory: string,
  name: string,
  shipped: () => Promise<Content>,
): Promise<Content> {
  let text: string;
  try {
    text = await readFile(join(directory, name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return shipped();
    throw error;
  }
  return JSON.parse(text) as Content;
}

async function shippedAvailability(): Promise<AvailabilityFile> {
  const { default: file } = await import('../data/availability.json', { with: { type: 'json' } });
  return file as unknown as AvailabilityFile;
}

async function shippedOverrides(): Promise<OverridePrices> {
  const { default: file } = await import('../data/override-prices.json', { with: { type: 'json' } });
  return file as unknown as OverridePrices;
}
