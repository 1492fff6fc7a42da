/**
 * Builds the first price book and the catalogue's data from stored observations:
 *
 *     node scripts/prices/build-first-book.ts DIRECTORY
 *
 * DIRECTORY holds the tables that `observations.ts` names. The result, `src/prices/data/`, is committed; a later book is
 * made by `prices update` from the AWS Price List itself. Prints what was left out and why.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PriceRow } from '../../src/prices/book-file.ts';
import { bookProblems } from '../../src/prices/book-schema.ts';
import { mergeLayers, packBook, writeBook } from '../../src/prices/pack.ts';
import { extendedAccess, type OverridePrices } from '../../src/prices/update/overrides.ts';
import { writeSkus } from '../../src/prices/update/skus.ts';
import { readAvailability } from './availability.ts';
import { buildCatalogue, writeAvailability, writeCatalogue } from './build-catalogue.ts';
import { knownSkus } from './known-skus.ts';
import { layer20260820 } from './layer-20260820.ts';
import { layer20261008 } from './layer-20261008.ts';
import { layerNonToken } from './layer-non-token.ts';
import { layerPage, layerPageAnywhere } from './layer-page.ts';
import { layerSingleSources } from './layer-single-sources.ts';
import { UNSETTLED_ROWS } from './non-token-map.ts';
import { readObservations } from './observations.ts';

const DATA = join(import.meta.dirname, '../../src/prices/data');

function main(directory: string | undefined): void {
  if (directory === undefined) throw new Error('say which directory holds the observations');
  const observations = readObservations(directory);
  const availability = readAvailability(observations);
  const newest = layer20261008(observations, availability);
  const august = layer20260820(observations, availability);
  const layers: (readonly PriceRow[])[] = [
    extendedAccess(JSON.parse(readFileSync(join(DATA, 'override-prices.json'), 'utf8')) as OverridePrices),
    newest.rows,
    layerSingleSources(availability),
    august.rows,
    layerPageAnywhere(availability),
  ];
  const tokens = mergeLayers(layers);
  const all = mergeLayers([
    tokens.rows,
    layerPage(observations, tokens.rows),
    layerNonToken(observations, availability),
  ]);
  for (const line of [...newest.excluded, ...august.excluded]) process.stdout.write(`left out: ${line}\n`);
  const conflicts = [...tokens.conflicts, ...all.conflicts];
  if (conflicts.length > 0) throw new Error(`two prices for one key:\n${JSON.stringify(conflicts, null, 1)}`);

  const unsettled = new Map(
    UNSETTLED_ROWS.map(([, subject, dimension, why]) => [subject, { [dimension]: why }]),
  );
  const elsewhere = new Map([['custom-model-import', 'eu-central-1']]);
  const packed = packBook({ rows: all.rows, inputs: observations.inputs, elsewhere, unsettled });
  const hash = createHash('sha256').update(JSON.stringify(packed)).digest('hex').slice(0, 8);
  const book = { ...packed, edition: `${packed.asOf}.${hash}` };
  const problems = bookProblems(book);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const text = writeBook(book);
  writeFileSync(join(DATA, 'skus.json'), writeSkus(`${packed.asOf}.${hash}`, knownSkus(directory, all.rows)));
  writeFileSync(join(DATA, 'book.json'), text);
  writeFileSync(
    join(DATA, 'models.json'),
    writeCatalogue(buildCatalogue(observations, availability, all.rows)),
  );
  writeFileSync(join(DATA, 'availability.json'), writeAvailability(availability));
  process.stdout.write(
    `${all.rows.length} prices, ${Object.keys(packed.subjects).length} subjects, ${text.length} bytes\n`,
  );
}

main(process.argv[2]);
