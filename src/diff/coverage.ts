/** How much of a cost rests on which kind of figure. */
import type { Charge } from '../model/charge.ts';
import { type Decimal, ONE, ZERO } from '../model/decimal.ts';
import { isExact, type Range } from '../model/range.ts';
import { COVERAGE_ORIGINS, type Coverage, type CoverageOrigin } from '../model/report.ts';

/** Shares of the priced monthly cost: a charge is as weak as the weakest of its figures and of its price. */
export function coverageOf(charges: readonly Charge[]): Coverage {
  const sums = new Map<CoverageOrigin, Decimal>();
  let all = ZERO;
  for (const charge of charges) {
    if (charge.cost.kind === 'unpriced' || charge.period === 'one-time') continue;
    const origin = weakestOrigin(charge);
    const { expected } = charge.cost.amount;
    sums.set(origin, (sums.get(origin) ?? ZERO).plus(expected));
    all = all.plus(expected);
  }
  const unpriced = charges.filter((charge) => charge.cost.kind === 'unpriced').length;
  const share = (origin: CoverageOrigin) => (all.isZero() ? ZERO : (sums.get(origin) ?? ZERO).div(all));
  const assumed = share('assumed');
  return {
    declared: all.isZero() ? ZERO : ONE.minus(assumed),
    assumed,
    origins: {
      iac: share('iac'),
      code: share('code'),
      measured: share('measured'),
      declared: share('declared'),
      assumed,
    },
    unpriced,
  };
}

const RANKS: ReadonlyMap<string, number> = new Map(COVERAGE_ORIGINS.map((origin, rank) => [origin, rank]));

/** The length of a month is nobody's figure, and a factor of one says nothing beside others. An amount without factors is declared. */
function weakestOrigin({ factors, price }: Charge): CoverageOrigin {
  if (price?.assumedFrom !== undefined) return 'assumed';
  const told = factors.filter(
    ({ origin, value }) => origin === 'assumed' || (RANKS.has(origin) && !isOnce(value)),
  );
  const ranks = (told.length > 0 ? told : factors).map(({ origin }) => RANKS.get(origin) ?? -1);
  return COVERAGE_ORIGINS[Math.max(...ranks)] ?? 'declared';
}

function isOnce(value: Range): boolean {
  return isExact(value) && value.expected.eq(1);
}
