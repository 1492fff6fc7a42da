/**
 * Refreshes the price book of this repository from the public AWS Price List: `npm run prices:update`.
 *
 * Files of the price list are kept in `node_modules/.cache/prices`, by version.
 */
import { join } from 'node:path';
import { updatePrices } from '../../src/prices/update/run.ts';

const ROOT = join(import.meta.dirname, '../..');

const { exitCode } = await updatePrices({
  directory: join(ROOT, 'src/prices/data'),
  cache: join(ROOT, 'node_modules/.cache/prices'),
  say: (line) => process.stdout.write(`${line}\n`),
});
if (exitCode === 0) await import('./write-docs.ts');
process.exitCode = exitCode;
