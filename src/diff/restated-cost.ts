/** What a workload would cost in a month with the model that code names now, by the numbers of its manifest. */
import { quantityOf } from '../model/charge.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import type { NamedModel } from '../model/model-change.ts';
import type { ModelAnswer, ModelCatalogue, PriceBook, PriceKey } from '../model/price.ts';
import { TIERS } from '../model/price.ts';
import type { BoundModel, ChargeDelta } from '../model/report.ts';

export interface RestatedCost {
  readonly before: Decimal;
  readonly after: Decimal;
}

type HeadCharge = NonNullable<ChargeDelta['head']>;

/**
 * The token charges of the call, expected, with the price of the other model in their place: the same tokens in the same
 * tier. Undefined where any of them has no price on either side, or is counted in a way that only its own model has.
 */
export function restatedCost(
  stale: BoundModel,
  now: NamedModel,
  charges: readonly ChargeDelta[],
  { models, book }: { readonly models: ModelCatalogue; readonly book: PriceBook },
): RestatedCost | undefined {
  const [old, current] = [models.resolve(stale.id), models.resolve(now.id)];
  if (old.kind !== 'model' || current.kind !== 'model' || now.prefixUnknown === true) return undefined;
  const own = charges.flatMap(({ head }) =>
    head !== undefined && isOfCall(head, stale, old.model.name) ? [head] : [],
  );
  if (own.length === 0) return undefined;
  let [before, after] = [ZERO, ZERO];
  for (const charge of own) {
    const key = keyFor(charge, current);
    const answer = key === undefined ? undefined : book.price(key);
    if (charge.cost.kind !== 'priced' || answer?.found !== true) return undefined;
    before = before.plus(charge.cost.amount.expected);
    const { usd, per } = answer.price;
    after = after.plus(quantityOf(charge.factors).expected.times(usd).div(per));
  }
  return { before, after };
}

function isOfCall(charge: HeadCharge, { project, workload, call }: BoundModel, model: string): boolean {
  return (
    charge.project === project &&
    charge.owner.kind === 'workload' &&
    charge.owner.name === workload &&
    charge.unit === 'tokens' &&
    termOf(charge, 'model') === model &&
    (call === undefined || charge.component.startsWith(`${call} `))
  );
}

/** The price that the same tokens have with the other model. */
function keyFor(
  charge: HeadCharge,
  { model, scope }: ModelAnswer & { readonly kind: 'model' },
): PriceKey | undefined {
  const dimension = dimensionOf(charge);
  const tier = TIERS.find((name) => name === termOf(charge, 'tier'));
  // A longer context has a price of its own, from a length on that is another one for each model.
  if (dimension === undefined || tier === undefined || termOf(charge, 'context') !== 'normal')
    return undefined;
  if (charge.region === undefined) return undefined;
  return { subject: model.key, dimension, region: charge.region, scope, tier };
}

function dimensionOf(charge: HeadCharge): string | undefined {
  const { component } = charge;
  if (component.endsWith('cache read tokens')) return 'cache-read';
  if (component.endsWith('cache write tokens')) {
    const lifetime = termOf(charge, 'cache lifetime');
    return lifetime === undefined ? undefined : `cache-write-${lifetime}`;
  }
  if (component.endsWith('input tokens')) return 'input';
  return component.endsWith('output tokens') ? 'output' : undefined;
}

function termOf(charge: HeadCharge, name: string): string | undefined {
  return charge.terms?.find((term) => term.name === name)?.value;
}
