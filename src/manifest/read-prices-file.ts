import type { Diagnostic } from '../model/diagnostic.ts';
import type { PriceAdjustments } from './manifest.ts';
import { directoryOf } from './paths.ts';
import { readPrices } from './read-prices.ts';
import { readYaml } from './yaml.ts';

/** A file of prices: YAML with the keys of a manifest's `prices`, read under the same rules. */
export function readPricesFile(
  file: string,
  text: string,
): { readonly prices?: PriceAdjustments; readonly diagnostics: readonly Diagnostic[] } {
  const { root, diagnostics: faults } = readYaml(file, text);
  const diagnostics: Diagnostic[] = [...faults];
  if (root === undefined) return { diagnostics };
  if (root.kind !== 'map') {
    const hint = 'discount: 8%';
    const message = 'A file of prices is a map of discount, providers, models and exact.';
    return {
      diagnostics: [...diagnostics, { code: 'manifest-type', severity: 'error', message, at: root.at, hint }],
    };
  }
  const prices = readPrices({ file, directory: directoryOf(file), root, diagnostics }, []);
  return prices === undefined ? { diagnostics } : { prices, diagnostics };
}
