/** Amounts that the manifest states for what no rule here prices: an off-AWS store, a negotiated fee. */
import { charge } from '../../../model/charge.ts';
import { decimal, ONE } from '../../../model/decimal.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import type { PriceAnswer } from '../../../model/price.ts';

export const extraCharges: Feature = {
  id: 'extra-charges',
  title: 'Extra charges',
  layer: 'operations',
  charges: statedCharges,
};

function statedCharges(input: FeatureInput<unknown>): FeatureCharges {
  const charges = input.extraCharges.map((extra) =>
    charge({
      project: input.project,
      layer: extra.layer,
      feature: 'extra-charges',
      owner: { kind: 'extra', name: extra.name },
      component: 'stated amount',
      kind: 'floor',
      period: extra.period,
      unit: 'US dollars',
      factors: [declaredFactor('amount', extra.amount, extra.at)],
      price: statedPrice(extra.at.file),
      at: extra.at,
    }),
  );
  return { charges, diagnostics: [] };
}

/** One dollar for each dollar: the amount is the manifest's own, so it has no date. */
function statedPrice(file: string): PriceAnswer {
  const price = {
    usd: ONE,
    per: decimal(1),
    unit: 'US dollars',
    region: '',
    asOf: '',
    source: file,
    confidence: 'A',
  } as const;
  return { found: true, price };
}
