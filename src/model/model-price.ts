import type { Diagnostic } from './diagnostic.ts';
import type { FeatureInput } from './feature.ts';
import type { PriceAnswer } from './price.ts';
import type { SourceLocation } from './source-location.ts';
import { isUnknown, type Unknown } from './value.ts';

export interface ModelPrice {
  readonly price: PriceAnswer;
  /** The name of the model, where the catalogue has it. */
  readonly item?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The standard-tier price of one dimension of the model that an id names, in the scope that the id's prefix says.
 * A model that is not known has no price, and a diagnostic where a person wrote its id.
 */
export function modelPrice(
  input: Pick<FeatureInput<unknown>, 'models' | 'prices'>,
  id: string | Unknown,
  dimension: string,
  region: string | Unknown,
  at: SourceLocation,
  hint?: string,
): ModelPrice {
  const more = hint === undefined ? {} : { hint };
  if (isUnknown(id)) return { price: { found: false, why: id.why, ...more }, diagnostics: [] };
  const answer = input.models.resolve(id);
  if (answer.kind === 'model') {
    const { model, scope } = answer;
    const price = input.prices.price({ subject: model.key, dimension, region, scope });
    return { price, item: model.name, diagnostics: [] };
  }
  const code = answer.kind === 'ambiguous' ? 'model-ambiguous' : 'model-unknown';
  const diagnostic = { code, severity: 'warning', message: answer.why, at, ...more } as const;
  return { price: { found: false, why: answer.why, ...more }, diagnostics: [diagnostic] };
}
