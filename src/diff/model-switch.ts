import type { Decimal } from '../model/decimal.ts';
import { countOrders } from './orders.ts';
import { sharesOf } from './shares.ts';

export interface ModelSwitch {
  /** The price of the former model in its profile, and of the present one in its own. */
  readonly from: Decimal;
  readonly to: Decimal;
  /** The present model in the former profile, and the former model in the present one, where they are sold so. */
  readonly newModelInOldProfile?: Decimal;
  readonly oldModelInNewProfile?: Decimal;
}

/**
 * Splits what a switch changes between the model and the profile (`us.` to `global.`), as the price of a charge is
 * split. The two parts add up to the whole; where neither mixed price exists, the whole cannot be split.
 */
export function splitSwitch({
  from,
  to,
  newModelInOldProfile,
  oldModelInNewProfile,
}: ModelSwitch): { readonly model: Decimal; readonly profile: Decimal } | undefined {
  const values = [from, newModelInOldProfile, oldModelInNewProfile, to];
  if (countOrders(values) === 0) return undefined;
  const [shares] = sharesOf([{ drivers: [{ kind: 'model' }, { kind: 'profile' }], values }]);
  const model = shares?.[0];
  return model === undefined ? undefined : { model, profile: to.minus(from).minus(model) };
}
