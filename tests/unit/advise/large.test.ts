/** How much is priced to find advice in a project of many charges. */
import { expect, test } from 'vitest';
import { advise } from '../../../src/advise/advise.ts';
import type { Alternative } from '../../../src/model/alternative.ts';
import type { Charge } from '../../../src/model/charge.ts';
import { Decimal } from '../../../src/model/decimal.ts';
import { LIMITS } from '../../../src/model/limits.ts';
import { loadPriceBook } from '../../../src/prices/book.ts';
import { loadModelCatalogue } from '../../../src/prices/catalogue.ts';

/** How often a project with so many charges is priced for 1,000 alternatives about resources. */
async function pricedTimes(charges: number): Promise<number> {
  let times = 0;
  const proposals = Array.from(
    { length: 1_000 },
    (_, index): Alternative => ({
      kind: 'x',
      words: [],
      condition: 'c',
      about: `${index}`,
      resource: (declared) => declared,
    }),
  );
  const charge = { owner: { kind: 'resource', name: 'r' }, cost: { kind: 'unpriced', why: 'w' } };
  const priced = { charges: Array.from({ length: charges }, () => charge as Charge), diagnostics: [] };
  const project = { directory: '.', workloads: [], resources: new Map(), diagnostics: [] };
  advise(project, {
    priced,
    price: () => {
      times++;
      return { charges: [], diagnostics: [] };
    },
    proposals,
    models: await loadModelCatalogue(),
    prices: await loadPriceBook(),
    compareWith: [],
    minimum: new Decimal(1),
  });
  return times;
}

test('all alternatives of a small project are priced, and fewer of a large one', async () => {
  expect(await pricedTimes(1)).toBe(LIMITS.alternatives);
  expect(await pricedTimes(LIMITS.advisedCharges / LIMITS.alternatives)).toBe(LIMITS.alternatives);
  expect(await pricedTimes(LIMITS.advisedCharges / 10)).toBe(10);
  expect(await pricedTimes(LIMITS.advisedCharges)).toBe(1);
});
