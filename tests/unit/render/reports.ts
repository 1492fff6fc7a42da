/** Reports made by hand, without the rest of the product. */
import { judge } from '../../../src/budget/judge.ts';
import type { Breach, Budget, Verdict } from '../../../src/model/budget.ts';
import { certaintyOf, knownChange } from '../../../src/model/certainty.ts';
import { type Charge, type ChargeDraft, charge, type Factor, type Owner } from '../../../src/model/charge.ts';
import { Decimal, decimal, ZERO } from '../../../src/model/decimal.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { LAYERS } from '../../../src/model/layer.ts';
import { type ModelChanges, NO_MODEL_CHANGES } from '../../../src/model/model-change.ts';
import { DEFAULT_MONTH } from '../../../src/model/month.ts';
import type { Price } from '../../../src/model/price.ts';
import type { Origin } from '../../../src/model/quantity.ts';
import {
  addRanges,
  equalRanges,
  exactly,
  NOTHING,
  type Range,
  subtractRanges,
} from '../../../src/model/range.ts';
import type {
  Advice,
  Cause,
  ChargeDelta,
  Diff,
  Estimate,
  GroupDelta,
  Reason,
  Report,
  Side,
} from '../../../src/model/report.ts';
import type { Switch } from '../../../src/model/switch.ts';

export function factor(
  name: string,
  value: number | string | Range,
  origin: Origin = 'declared',
  line?: number,
): Factor {
  const range = typeof value === 'object' ? value : exactly(value);
  const file = origin === 'iac' ? 'infra/agents/support.tf' : 'bedrock-cost.yml';
  return { name, value: range, origin, ...(line === undefined ? {} : { at: { file, line } }) };
}

export function range(low: number, expected: number, high: number): Range {
  return { low: decimal(low), expected: decimal(expected), high: decimal(high) };
}

export function price(
  usd: string,
  per: number,
  unit: string,
  source = 'AWS price list, AmazonBedrock',
): Price {
  return {
    usd: decimal(usd),
    per: decimal(per),
    unit,
    region: 'us-east-1',
    asOf: '2026-10-08',
    source,
    confidence: 'A',
  };
}

export interface Item extends Partial<Omit<ChargeDraft, 'price' | 'owner'>> {
  readonly owner: string | Owner;
  readonly component: string;
  readonly price: Price | string;
  readonly hint?: string;
}

/** A charge of `owner`; a price in words is the reason why there is none. */
export function item({ owner, price: given, hint, ...more }: Item): Charge {
  return charge({
    project: '.',
    layer: 'inference',
    feature: 'inference',
    region: 'us-east-1',
    factors: [factor('requests', 1000)],
    unit: 'requests',
    ...more,
    owner: typeof owner === 'string' ? { kind: 'workload', name: owner } : owner,
    price:
      typeof given === 'string'
        ? { found: false, why: given, ...(hint === undefined ? {} : { hint }) }
        : { found: true, price: given },
  });
}

export interface Parts {
  readonly modelChanges?: ModelChanges;
  readonly switches?: readonly Switch[];
  readonly base?: readonly Charge[];
  readonly head?: readonly Charge[];
  readonly budgets?: readonly Budget[];
  readonly verdict?: Partial<Verdict>;
  readonly reasons?: readonly Reason[];
  readonly causes?: Readonly<Record<string, readonly Cause[]>>;
  readonly diagnostics?: readonly Diagnostic[];
  readonly advice?: readonly Advice[];
  readonly assumed?: number;
  readonly revisions?: readonly [string, string];
  readonly regions?: readonly string[];
}

/** The figure behind each limit, as the verdict finds it. */
function judgedOf(diff: Report['diff'], budgets: readonly Budget[]): Verdict['judged'] {
  const side = {
    projects: ['.'],
    workloads: new Set<string>(),
    requests: new Map(),
    environments: new Map(),
    renamedFrom: new Map(),
    diagnostics: [],
  };
  return judge({
    diff,
    budgets,
    adopting: diff.charges.every(({ base }) => base === undefined),
    base: side,
    head: side,
    onUnpriced: 'warn',
  }).judged;
}

export function report(parts: Parts = {}): Report {
  const { base = [], head = [], budgets = [], diagnostics = [], advice, regions = ['us-east-1'] } = parts;
  const diff = diffOf(parts, base, head);
  const breaches = budgets.flatMap((budget): readonly Breach[] => {
    const actual = budget.measure === 'monthly' ? diff.head.monthly.expected : diff.delta.monthly.expected;
    return budget.scope.kind === 'total' && actual.gt(budget.max)
      ? [{ budget, actual, over: actual.minus(budget.max) }]
      : [];
  });
  const fails = breaches.some(({ budget }) => budget.action === 'fail');
  const status = fails ? 'fail' : breaches.length > 0 ? 'warn' : 'pass';
  return {
    schemaVersion: 1,
    diff,
    verdict: {
      status,
      fails,
      breaches,
      budgets,
      judged: judgedOf(diff, budgets),
      because: [],
      ...parts.verdict,
    },
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, side: 'head' as const })),
    modelChanges: parts.modelChanges ?? NO_MODEL_CHANGES,
    switches: parts.switches ?? [],
    coverage: {
      declared: decimal('0.9'),
      assumed: decimal(parts.assumed ?? 0),
      origins: {
        measured: decimal(0),
        declared: decimal(1).minus(parts.assumed ?? 0),
        iac: decimal(0),
        code: decimal(0),
        assumed: decimal(parts.assumed ?? 0),
      },
      unpriced: diff.head.unpriced,
    },
    ...(advice === undefined ? {} : { advice }),
    prices: { asOf: '2026-10-08', edition: '2026-10-08.1' },
    month: DEFAULT_MONTH,
    regions,
    projects: [...new Set([...base, ...head].map(({ project }) => project))],
  };
}

export function estimate(charges: readonly Charge[], diagnostics: readonly Diagnostic[] = []): Estimate {
  const projects = [...new Set(charges.map(({ project }) => project))];
  return {
    revision: 'a1b2c3d',
    charges,
    diagnostics,
    projects,
    month: DEFAULT_MONTH,
    requests: new Map(),
    unreadable: [],
    workloads: new Set(),
    models: [],
    regionOf: new Map(),
    renamedFrom: new Map(),
    environments: new Map(),
  };
}

function diffOf(parts: Parts, base: readonly Charge[], head: readonly Charge[]): Diff {
  const [before, after] = parts.revisions ?? ['a1b2c3d', 'e4f5a6b'];
  const left = side(before, base);
  const right = side(after, head);
  const charges = deltas(base, head, parts.causes ?? {});
  const monthly = knownChange(charges, 'monthly');
  const percent = left.monthly.expected.isZero()
    ? {}
    : { percent: monthly.expected.div(left.monthly.expected).times(100) };
  return {
    charges,
    layers: LAYERS.map((layer) => {
      const inLayer = (charge: Charge): boolean => charge.layer === layer;
      return group(layer, base.filter(inLayer), head.filter(inLayer));
    }),
    owners: owners(base, head),
    base: left,
    head: right,
    delta: {
      monthly,
      oneTime: knownChange(charges, 'one-time'),
      certainty: certaintyOf(charges),
      ...percent,
    },
    reasons: parts.reasons ?? [],
    diagnostics: [],
  };
}

function side(revision: string, charges: readonly Charge[]): Side {
  return {
    revision,
    monthly: total(charges, 'monthly'),
    oneTime: total(charges, 'one-time'),
    unpriced: charges.filter(({ cost }) => cost.kind === 'unpriced').length,
  };
}

function total(charges: readonly Charge[], period: Charge['period']): Range {
  return addRanges(
    NOTHING,
    ...charges.flatMap(({ cost, period: own }) =>
      cost.kind === 'priced' && own === period ? [cost.amount] : [],
    ),
  );
}

function deltas(
  base: readonly Charge[],
  head: readonly Charge[],
  causes: Readonly<Record<string, readonly Cause[]>>,
): readonly ChargeDelta[] {
  const before = new Map(base.map((one) => [one.id, one]));
  const after = new Map(head.map((one) => [one.id, one]));
  return [...new Set([...after.keys(), ...before.keys()])].map((id): ChargeDelta => {
    const [from, to] = [before.get(id), after.get(id)];
    const known = from?.cost.kind !== 'unpriced' && to?.cost.kind !== 'unpriced';
    const delta = subtractRanges(
      to?.cost.kind === 'priced' ? to.cost.amount : NOTHING,
      from?.cost.kind === 'priced' ? from.cost.amount : NOTHING,
    );
    return {
      id,
      ...(from === undefined ? {} : { base: from }),
      ...(to === undefined ? {} : { head: to }),
      status:
        from === undefined
          ? 'added'
          : to === undefined
            ? 'removed'
            : same(from, to)
              ? 'unchanged'
              : 'changed',
      ...(known ? { delta } : {}),
      causes: causes[id] ?? [],
    };
  });
}

function same(a: Charge, b: Charge): boolean {
  if (a.cost.kind === 'priced' && b.cost.kind === 'priced') return equalRanges(a.cost.amount, b.cost.amount);
  return a.cost.kind === b.cost.kind;
}

function owners(base: readonly Charge[], head: readonly Charge[]): Diff['owners'] {
  const groups = new Map<
    string,
    { key: { project: string; owner: Owner }; base: Charge[]; head: Charge[] }
  >();
  for (const [charges, side] of [
    [head, 'head'],
    [base, 'base'],
  ] as const) {
    for (const one of charges) {
      const id = JSON.stringify([one.project, one.owner]);
      const found = groups.get(id) ?? { key: { project: one.project, owner: one.owner }, base: [], head: [] };
      found[side].push(one);
      groups.set(id, found);
    }
  }
  return [...groups.values()].map((one) => group(one.key, one.base, one.head));
}

function group<Key>(key: Key, base: readonly Charge[], head: readonly Charge[]): GroupDelta<Key> {
  const before = total(base, 'monthly');
  const after = total(head, 'monthly');
  const unpriced = head.filter(({ cost }) => cost.kind === 'unpriced').length;
  const charges = deltas(base, head, {});
  return {
    key,
    base: before,
    head: after,
    delta: knownChange(charges, 'monthly'),
    certainty: certaintyOf(charges),
    unpriced,
    causes: [],
  };
}

export function budget(max: number, more: Partial<Budget> = {}): Budget {
  return {
    scope: { kind: 'total' },
    measure: 'monthly',
    max: new Decimal(max),
    action: 'fail',
    from: 'manifest',
    at: { file: 'bedrock-cost.yml', line: 31 },
    ...more,
  };
}

export function reason(amount: number | string, ...words: Reason['words']): Reason {
  return { words, amount: amount === 0 ? ZERO : decimal(amount) };
}
