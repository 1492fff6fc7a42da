/** Speed of the price book and of the catalogue. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PriceKey } from '../../src/model/price.ts';
import { priceBookOf } from '../../src/prices/book.ts';
import type { BookFile } from '../../src/prices/book-file.ts';
import { catalogueOf } from '../../src/prices/catalogue.ts';
import type { CatalogueFile } from '../../src/prices/catalogue-file.ts';
import { unpackBook } from '../../src/prices/pack.ts';

const DATA = join(import.meta.dirname, '../../src/prices/data');
const LOOKUPS = 100_000;

/** Lines of figures: loading, the first price of a subject, 100,000 lookups over every key of the book, ids. */
export async function benchmarkPrices(): Promise<readonly string[]> {
  const texts = ['book.json', 'models.json'].map((name) => readFileSync(join(DATA, name), 'utf8'));
  const [bookText = '', modelText = ''] = texts;
  const load = best(20, () => priceBookOf(JSON.parse(bookText) as BookFile));
  const loadModels = best(20, () => catalogueOf(JSON.parse(modelText) as CatalogueFile));

  const file = JSON.parse(bookText) as BookFile;
  const keys: PriceKey[] = [...unpackBook(file)].map(({ scope, ...row }) => ({
    ...row,
    ...(scope === '' ? {} : { scope }),
  }));
  const first = best(20, () => {
    priceBookOf(file).price({
      subject: 'anthropic.claude-haiku-4-5',
      dimension: 'input',
      region: 'us-east-1',
    });
  });
  const book = priceBookOf(file);
  for (const key of keys) book.price(key);
  const lookups = best(5, () => {
    for (let index = 0; index < LOOKUPS; index++) {
      const key = keys[index % keys.length];
      if (key !== undefined) book.price(key);
    }
  });

  const catalogue = JSON.parse(modelText) as CatalogueFile;
  const models = catalogueOf(catalogue);
  const ids = catalogue.models.map((model) => `us.${model.id}`);
  const resolve = best(5, () => {
    for (const id of ids) models.resolve(id);
  });
  const unknown = best(5, () => models.resolve('anthropic.claude-hiaku-4-7'));
  const kilobytes = (text: string) => (Buffer.byteLength(text) / 1024).toFixed(0);
  return [
    `price book load           ${load.toFixed(2)} ms (${kilobytes(bookText)} KB, ${keys.length} prices), catalogue ${loadModels.toFixed(2)} ms (${kilobytes(modelText)} KB)`,
    `first price of a subject  ${first.toFixed(2)} ms`,
    `${LOOKUPS} price lookups     ${lookups.toFixed(1)} ms, ${((lookups / LOOKUPS) * 1e6).toFixed(0)} ns each, over every key of the book`,
    `model id                  ${((resolve / ids.length) * 1000).toFixed(1)} µs known, ${unknown.toFixed(2)} ms unknown with its nearest names`,
  ];
}

/** The shortest of several runs, in milliseconds. */
function best(runs: number, work: () => unknown): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}
