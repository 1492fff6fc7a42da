import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadBookFile } from '../../../src/prices/book.ts';
import { loadCatalogueFile } from '../../../src/prices/catalogue.ts';
import { describeBook } from '../../../src/prices/describe.ts';

it('docs/prices.md describes the book of this release', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/prices.md'), 'utf8');
  expect(text.endsWith(describeBook(await loadBookFile(), await loadCatalogueFile()))).toBe(true);
});
