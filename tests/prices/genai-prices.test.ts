/** The book against genai-prices by Pydantic, as `prices check` compares them. */
import { findProvider } from '@pydantic/genai-prices';
import { expect, it } from 'vitest';
import { loadBookFile } from '../../src/prices/book.ts';
import { loadCatalogueFile } from '../../src/prices/catalogue.ts';
import { checkAgainst, type GenaiModel } from '../../src/prices/check.ts';

it('every standard price is the same, or differs for a reviewed reason', async () => {
  const models = (findProvider({ providerId: 'aws' })?.models ?? []) as readonly GenaiModel[];
  const { compared, differences, stale } = checkAgainst(
    models,
    await loadBookFile(),
    await loadCatalogueFile(),
  );
  expect(differences.filter(({ accepted }) => accepted === undefined)).toEqual([]);
  expect(stale).toEqual([]);
  expect(compared).toBeGreaterThan(150);
  expect(differences).toHaveLength(4);
});
