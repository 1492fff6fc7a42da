import type { Decimal } from '../model/decimal.ts';

export interface ModelSwitch {
  /** The price of the former model in its profile, and of the present one in its own. */
  readonly from: Decimal;
  readonly to: Decimal;
  /** The present model in the former profile, and the former model in the present one, where they are sold so. */
  readonly newModelInOldProfile?: Decimal;
  readonly oldModelInNewProfile?: Decimal;
}

/**
 * Splits what a switch changes between the model and the profile (`us.` to `global.`). The two parts add up to the
 * whole. Where both mixed prices exist, each part is the mean over both orders in which the changes could be made; with
 * one of them, that order holds; with none the whole cannot be split.
 */
export function splitSwitch({
  from,
  to,
  newModelInOldProfile,
  oldModelInNewProfile,
}: ModelSwitch): { readonly model: Decimal; readonly profile: Decimal } | undefined {
  const modelFirst = newModelInOldProfile?.minus(from);
  const modelLast = oldModelInNewProfile === undefined ? undefined : to.minus(oldModelInNewProfile);
  const model =
    modelFirst !== undefined && modelLast !== undefined
      ? modelFirst.plus(modelLast).div(2)
      : (modelFirst ?? modelLast);
  return model === undefined ? undefined : { model, profile: to.minus(from).minus(model) };
}
