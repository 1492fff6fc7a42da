import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Model, PriceBook, PriceKey } from '../../../model/price.ts';
import type { ModelCall } from '../../../model/workload.ts';

/**
 * Says where a model is not sold in the tier of a call, with the tiers in which it is. A price row decides; the model
 * card, which can disagree with it, is only mentioned.
 */
export function tierDiagnostics(
  prices: PriceBook,
  model: Model,
  call: ModelCall,
  key: Omit<PriceKey, 'dimension' | 'tier' | 'context'>,
): readonly Diagnostic[] {
  const { tier } = call;
  if (tier === 'standard' || tier === 'reserved') return [];
  const asked = prices.price({ ...key, dimension: 'input', tier });
  if (asked.found) return cardDiagnostics(model, call);
  // Where there is no standard price either, it is the region or the profile that is wrong.
  if (!prices.price({ ...key, dimension: 'input' }).found) return [];
  return [
    {
      code: 'tier-unavailable',
      severity: 'warning',
      message: `${model.name} is not offered in the ${tier} tier: ${asked.why}.`,
      at: call.at,
      ...(asked.hint === undefined ? {} : { hint: asked.hint }),
    },
  ];
}

/** Cards list the tiers of an interactive call; batch and latency-optimized inference stand elsewhere. */
function cardDiagnostics({ tiers, name }: Model, { tier, at }: ModelCall): readonly Diagnostic[] {
  if (tier !== 'priority' && tier !== 'flex') return [];
  if (tiers === undefined || tiers.includes(tier)) return [];
  const message = `The price list has ${name} in the ${tier} tier, and its model card does not.`;
  return [{ code: 'tier-unavailable', severity: 'notice', message, at }];
}
