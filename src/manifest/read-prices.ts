/** Reads `prices`: discounts, and prices that the user agreed or that the price book lacks. */
import type { Decimal } from '../model/decimal.ts';
import { exactShare, section } from '../model/fields.ts';
import { check } from './check.ts';
import { exactPriceShape } from './core-schema.ts';
import { defined } from './defined.ts';
import type { ExactPrice, PriceAdjustments } from './manifest.ts';
import { once } from './once.ts';
import { listPaths, type ManifestSource, mapEntries, nodeAt } from './source.ts';
import { entryAt, locate, type Path } from './tree.ts';

const share = once(exactShare);
const exactPriceSchema = once(() => section(exactPriceShape()));

/** The adjustments without a fault; `undefined` where the manifest has none. */
export function readPrices(source: ManifestSource, path: Path = ['prices']): PriceAdjustments | undefined {
  mapEntries(source, path, ['discount', 'providers', 'models', 'exact']);
  if (nodeAt(source, path)?.kind !== 'map') return undefined;
  return {
    providers: shares(source, [...path, 'providers']),
    models: shares(source, [...path, 'models']),
    exact: listPaths(source, [...path, 'exact']).flatMap((item) => exactPrice(source, item) ?? []),
    at: locate(source.root, path),
    ...defined({ discount: check(source, share(), [...path, 'discount']) }),
  };
}

function shares(source: ManifestSource, path: Path): ReadonlyMap<string, Decimal> {
  const found = new Map<string, Decimal>();
  for (const [name] of mapEntries(source, path)) {
    const off = check(source, share(), [...path, name]);
    if (off !== undefined) found.set(name, off);
  }
  return found;
}

function exactPrice(source: ManifestSource, path: Path): ExactPrice | undefined {
  const content = check(source, exactPriceSchema(), path);
  if (content === undefined) return undefined;
  const { region, scope, tier, ...needed } = content;
  return {
    ...needed,
    ...defined({ region, scope, tier }),
    at: entryAt(source.root, path)?.at ?? source.root.at,
  };
}
