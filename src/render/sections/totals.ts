/** What stands right below the headline: both totals, what has no price, the three layers, and the reasons. */
import { type Decimal, ZERO } from '../../model/decimal.ts';
import { LAYER_TITLES, LAYERS } from '../../model/layer.ts';
import { isExact, isNothing, NOTHING, type Range } from '../../model/range.ts';
import type { GroupDelta, Report } from '../../model/report.ts';
import {
  type Block,
  cell,
  column,
  joinLines,
  type Line,
  line,
  paragraph,
  prose,
  type Row,
  strong,
} from '../document.ts';
import { type Facts, NOTHING_OPEN, type Open } from '../facts.ts';
import { changePercent, NONE, signedUsd, usd, usdBounds } from '../money.ts';
import { isOnTheWhole } from './scopes.ts';

const DOT = line` · `;

/** `$20,110.00 → at least $24,420.00 a month · budget $23,110.00`. */
export function totalsLine(report: Report, facts: Facts): readonly Block[] {
  const { base, head } = report.diff;
  const compared = facts.atBase > 0 && facts.atHead > 0 && !sameTotal(report);
  const parts: Line[] = [];
  if (compared) parts.push(line`${strong(line`${totalWords(base)} → ${totalWords(head)}`)} a month`);
  if (!isExact(head.monthly)) {
    const { low, high } = usdBounds(head.monthly);
    parts.push(line`${low} to ${high} as usage varies`);
  }
  const limits = report.verdict.budgets.filter(
    (budget) => isOnTheWhole(report, budget) && budget.measure === 'monthly',
  );
  const [strictest] = [...limits].sort((a, b) => a.max.cmp(b.max));
  if (strictest !== undefined) {
    const { max } = strictest;
    const crossed = head.monthly.high.gt(max) && head.monthly.expected.lte(max);
    const start = parts.length === 0 ? line`Budget ` : line`budget `;
    parts.push(line`${start}${usd(max)}${crossed ? line`, crossed at high usage` : line``}`);
  }
  return parts.length === 0 ? [] : [paragraph(joinLines(parts, DOT))];
}

/** The layers in their fixed order, and their sum. */
export function layerTable(report: Report, facts: Facts): Block {
  const { diff } = report;
  const compared = facts.atBase > 0 && !(sameTotal(report) && facts.changed.length === 0);
  const oneTime = [...facts.oneTimeByLayer.values()].some((amount) => !amount.isZero());
  const rows = LAYERS.map((layer, index): Row => {
    const group = diff.layers.find(({ key }) => key === layer);
    const open = facts.openByLayer.get(layer) ?? NOTHING_OPEN;
    const figures = [
      ...(compared ? [amountWords(group?.base ?? NOTHING, open.base)] : []),
      amountWords(group?.head ?? NOTHING, open.head),
      ...(compared ? [deltaWords(group?.delta ?? NOTHING, group?.base ?? NOTHING, open)] : []),
      ...(oneTime ? [line`${signedUsd(facts.oneTimeByLayer.get(layer) ?? ZERO)}`] : []),
    ];
    return {
      rank: index,
      cells: [line`${prose(LAYER_TITLES[layer])}`, ...figures].map((words) => cell(words)),
    };
  });
  const total: Row = {
    rank: -1,
    total: true,
    cells: [
      cell(line`Total`),
      ...(compared ? [cell(amountWords(diff.base.monthly, diff.base.unpriced))] : []),
      cell(amountWords(diff.head.monthly, diff.head.unpriced)),
      ...(compared ? [cell(deltaWords(diff.delta.monthly, diff.base.monthly, facts.open))] : []),
      ...(oneTime ? [cell(line`${signedUsd(diff.delta.oneTime.expected)}`)] : []),
    ],
  };
  const columns = [
    column(line`Cost layer`),
    ...(compared ? [column(line`Base`, 'right')] : []),
    column(compared ? line`Head` : line`Per month`, 'right'),
    ...(compared ? [column(line`Change`, 'right')] : []),
    ...(oneTime ? [column(line`One-time`, 'right')] : []),
  ];
  return { kind: 'table', columns, rows: [...rows, total] };
}

/**
 * An amount, `–` where there is none. With `unpriced` items beside it, which have no price, it is never zero and
 * never the whole.
 */
export function amountWords(range: Range, unpriced: number): Line {
  if (unpriced === 0) return line`${range.expected.isZero() ? NONE : usd(range.expected)}`;
  return range.expected.isZero() ? line`not priced` : line`≥ ${usd(range.expected)}`;
}

/** `+$3,780.00 (+20%)`, `–` for no change; where prices are missing `≥ +$3,780.00`, `+$3,780.00 known`, `not known`. */
export function deltaWords(delta: Range, base: Range, { certainty }: Open): Line {
  const { expected } = delta;
  if (certainty === 'known') return percentWords(expected, base);
  if (expected.isZero()) return line`not known`;
  return certainty === 'at-least' && expected.isPositive()
    ? line`≥ ${percentWords(expected, base)}`
    : line`${signedUsd(expected)} known`;
}

function percentWords(change: Decimal, base: Range): Line {
  const percent = changePercent(change, base.expected);
  return percent === undefined ? line`${signedUsd(change)}` : line`${signedUsd(change)} (${percent})`;
}

/** The groups in which some scenario changes, or may change because a price is missing. */
export function changedGroups<Key>(
  groups: readonly GroupDelta<Key>[],
  openOf: (group: GroupDelta<Key>) => Open | undefined,
): readonly GroupDelta<Key>[] {
  return groups.filter(
    (group) => !isNothing(group.delta) || (openOf(group)?.certainty ?? 'known') !== 'known',
  );
}

function totalWords({ monthly, unpriced }: { readonly monthly: Range; readonly unpriced: number }): Line {
  if (unpriced === 0) return line`${usd(monthly.expected)}`;
  return monthly.expected.isZero() ? line`not known` : line`at least ${usd(monthly.expected)}`;
}

function sameTotal({ diff }: Report): boolean {
  return diff.head.monthly.expected.eq(diff.base.monthly.expected);
}
