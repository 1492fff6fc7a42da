/** Small reports, for what happens around them. */
import type { Verdict } from '../../src/model/budget.ts';
import { decimal } from '../../src/model/decimal.ts';
import { NO_MODEL_CHANGES } from '../../src/model/model-change.ts';
import { exactly, type Range } from '../../src/model/range.ts';
import type { ChargeDelta, Report } from '../../src/model/report.ts';

export interface ReportWish {
  readonly base?: string;
  readonly head?: string;
  readonly delta?: Range;
  readonly status?: Verdict['status'];
  readonly fails?: boolean;
  readonly breached?: boolean;
  readonly changes?: readonly Pick<ChargeDelta, 'status' | 'base' | 'head'>[];
}

export function reportOf(wish: ReportWish = {}): Report {
  const [base, head] = [decimal(wish.base ?? '100'), decimal(wish.head ?? '100')];
  const nothing = exactly(decimal(0));
  const delta = wish.delta ?? exactly(head.minus(base));
  const changes =
    wish.changes ?? (base.eq(head) && wish.delta === undefined ? [] : [{ status: 'changed' as const }]);
  const budget = {
    scope: { kind: 'total' },
    measure: 'monthly',
    max: decimal(1),
    action: 'fail',
    from: 'input',
  } as const;
  return {
    schemaVersion: 1,
    diff: {
      charges: changes.map((change, index) => ({ id: `./workload/w/f/${index}`, causes: [], ...change })),
      layers: [
        {
          key: 'inference',
          base: exactly(base),
          head: exactly(head),
          delta,
          certainty: 'known',
          unpriced: 0,
          causes: [],
        },
      ],
      owners: [],
      base: { revision: 'aaaaaaa', monthly: exactly(base), oneTime: nothing, unpriced: 0 },
      head: { revision: 'bbbbbbb', monthly: exactly(head), oneTime: nothing, unpriced: 0 },
      delta: {
        monthly: delta,
        oneTime: nothing,
        certainty: 'known',
        ...(base.isZero() ? {} : { percent: head.minus(base).div(base).times(100) }),
      },
      reasons: [],
      diagnostics: [],
    },
    verdict: {
      status: wish.status ?? 'pass',
      fails: wish.fails ?? false,
      breaches: wish.breached === true ? [{ budget, actual: head, over: head.minus(1) }] : [],
      budgets: [],
      judged: [],
      because: [],
    },
    diagnostics: [],
    modelChanges: NO_MODEL_CHANGES,
    switches: [],
    coverage: {
      declared: decimal(1),
      assumed: decimal(0),
      origins: {
        measured: decimal(0),
        declared: decimal(1),
        iac: decimal(0),
        code: decimal(0),
        assumed: decimal(0),
      },
      unpriced: 0,
    },
    prices: { asOf: '2026-10-08', edition: 'test' },
    month: { days: 30, hours: 730 } as unknown as Report['month'],
    regions: [],
    projects: ['.'],
  };
}
