/** Every charge with its arithmetic: those that change first of all, by layer, by owner, the largest first. */
import { type Decimal, ZERO } from '../../model/decimal.ts';
import { LAYER_TITLES, LAYERS } from '../../model/layer.ts';
import { isNothing } from '../../model/range.ts';
import type { ChargeDelta, Report } from '../../model/report.ts';
import {
  type Block,
  cell,
  column,
  counted,
  heading,
  type Line,
  line,
  paragraph,
  prose,
  type Row,
  type Section,
  strong,
} from '../document.ts';
import { type Facts, groupKey, knownCost } from '../facts.ts';
import { count, NONE, signedUsd, usd } from '../money.ts';
import { arithmetic, causeLines, provenance } from './arithmetic.ts';
import { ownerWords } from './groups.ts';

/** The charges by layer, each with its arithmetic; only those that change, or all. */
export function lineItemSection(report: Report, facts: Facts, scope: 'changes' | 'all'): readonly Section[] {
  const { charges } = report.diff;
  const shown = scope === 'all' ? charges : facts.changed;
  if (shown.length === 0) return [];
  const blocks = () => itemBlocks(shown, charges.length - shown.length, report.projects.length > 1);
  return [{ title: line`Line items and arithmetic`, open: false, blocks, rank: 5 }];
}

/** The tables of the layers; `rest` items are counted below them. */
function itemBlocks(shown: readonly ChargeDelta[], rest: number, several: boolean): readonly Block[] {
  const ranks = ranksOf(shown);
  const tables = LAYERS.flatMap((layer): readonly Block[] => {
    const items = shown.filter((item) => layerOf(item) === layer);
    if (items.length === 0) return [];
    const rows = grouped(items).map((item) => itemRow(item, ranks.get(item) ?? shown.length, several));
    const columns = [
      column(line`Item`),
      column(line`Base`, 'right'),
      column(line`Head`, 'right'),
      column(line`Change`, 'right'),
    ];
    return [heading(line`${prose(LAYER_TITLES[layer])}`), { kind: 'table', columns, rows }];
  });
  const note =
    rest === 0
      ? []
      : [
          paragraph(
            line`${counted(rest, count(rest), line`item does`, line`items do`)} not change and ${rest === 1 ? line`is` : line`are`} not listed here.`,
          ),
        ];
  return [...tables, ...note];
}

/** The most valuable row first: what moves the most money, then what costs the most. */
function ranksOf(items: readonly ChargeDelta[]): ReadonlyMap<ChargeDelta, number> {
  const order = [...items].sort((a, b) => weightOf(b).cmp(weightOf(a)) || costOf(b).cmp(costOf(a)));
  return new Map(order.map((item, rank) => [item, rank]));
}

/** Items of one owner together, the owner that moves the most first. */
function grouped(items: readonly ChargeDelta[]): readonly ChargeDelta[] {
  const owners = new Map<string, { weight: Decimal; items: ChargeDelta[] }>();
  for (const item of items) {
    const charge = item.head ?? item.base;
    if (charge === undefined) continue;
    const key = groupKey(charge.project, charge.owner);
    const found = owners.get(key) ?? { weight: ZERO, items: [] };
    found.weight = found.weight.plus(weightOf(item));
    found.items.push(item);
    owners.set(key, found);
  }
  return [...owners.values()]
    .sort((a, b) => b.weight.cmp(a.weight))
    .flatMap((owner) => owner.items.sort((a, b) => weightOf(b).cmp(weightOf(a))));
}

function itemRow(item: ChargeDelta, rank: number, several: boolean): Row {
  const { base, head } = item;
  const charge = head ?? base;
  const below = charge === undefined ? [] : [...arithmetic(item), ...causeLines(item), ...provenance(charge)];
  const title = charge === undefined ? line`` : titleWords(item, several);
  return {
    rank,
    cells: [cell(title, below), cell(sideWords(base)), cell(sideWords(head)), cell(changeWords(item))],
  };
}

function titleWords(item: ChargeDelta, several: boolean): Line {
  const presence =
    item.status === 'added' ? line` (new)` : item.status === 'removed' ? line` (removed)` : line``;
  return line`${whatWords(item, several)}${presence}`;
}

function whatWords({ base, head }: ChargeDelta, several: boolean): Line {
  const charge = head ?? base;
  if (charge === undefined) return line``;
  const once = charge.period === 'one-time' ? line`, one-time` : line``;
  const what = line`${ownerWords(charge, several)} ${strong(line`${prose(charge.component)}`)}${once}`;
  const [before, after] = [base?.item, charge.item];
  if (after === undefined) return what;
  if (before === undefined || before === after) return line`${what} · ${prose(after)}`;
  return line`${what} · ${strong(line`${prose(before)} → ${prose(after)}`)}`;
}

function sideWords(charge: ChargeDelta['base']): Line {
  if (charge === undefined) return line`${NONE}`;
  return charge.cost.kind === 'priced' ? line`${usd(charge.cost.amount.expected)}` : line`not priced`;
}

function changeWords({ status, delta }: ChargeDelta): Line {
  const amount = delta === undefined ? line`not known` : line`${signedUsd(delta.expected)}`;
  return delta !== undefined && isNothing(delta) && status === 'changed' ? line`no cost` : amount;
}

function layerOf({ base, head }: ChargeDelta): string | undefined {
  return (head ?? base)?.layer;
}

function weightOf({ delta, base, head }: ChargeDelta): Decimal {
  return (delta?.expected ?? knownCost(head).minus(knownCost(base))).abs();
}

function costOf({ base, head }: ChargeDelta): Decimal {
  return head === undefined ? knownCost(base) : knownCost(head);
}
