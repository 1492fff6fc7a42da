import type { Charge } from '../model/charge.ts';
import type { Cause, ChargeDelta, GroupCause } from '../model/report.ts';
import { ownerKey } from './keys.ts';

/**
 * The causes of several charges, those of one change added up: the sum is the change of the group to the last digit.
 * A charge that loses its price, or gets one, has no cause and no part in that change, for what it would cost is not
 * known. `apart` says what one change is told apart by.
 */
export function groupCauses(charges: readonly ChargeDelta[], apart: 'owner' | 'call'): readonly GroupCause[] {
  const found = new Map<string, GroupCause>();
  for (const delta of charges) {
    const charge = delta.head ?? delta.base;
    if (charge === undefined) continue;
    for (const cause of delta.causes) {
      const made = groupCause(charge, cause, apart);
      const key = [ownerKey(charge), made.call, made.feature, made.kind, made.from, made.to].join('\n');
      const other = found.get(key);
      found.set(key, other === undefined ? made : { ...other, amount: other.amount.plus(made.amount) });
    }
  }
  return [...found.values()].filter(({ amount }) => !amount.isZero());
}

function groupCause(
  { project, owner, call, feature }: Charge,
  cause: Cause,
  apart: 'owner' | 'call',
): GroupCause {
  // What an effect on the price is of several charges together depends on their shares.
  const { percent: _percent, group: _group, ...own } = cause;
  const whole = cause.from === undefined;
  return {
    ...(apart === 'owner' ? { project, owner } : {}),
    ...(call === undefined ? {} : { call }),
    ...(whole ? { feature } : {}),
    ...own,
  };
}
