/** What one tree costs: the content of every output of an estimate. */
import type { Charge } from '../model/charge.ts';
import { LAYER_TITLES, LAYERS } from '../model/layer.ts';
import { isExact } from '../model/range.ts';
import type { Estimate, Report } from '../model/report.ts';
import {
  type Block,
  cell,
  column,
  counted,
  heading,
  joinLines,
  type Line,
  line,
  name,
  type Page,
  paragraph,
  prose,
  type Row,
  type Section,
  strong,
} from './document.ts';
import { type EstimateTotals, estimateTotals, type Total } from './estimate-totals.ts';
import { knownCost } from './facts.ts';
import { count, type Figure, NONE, plainPercent, usd, usdBounds } from './money.ts';
import { arithmetic, provenance } from './sections/arithmetic.ts';
import { errorLines, unpricedLines } from './sections/attention.ts';
import { monthWords, priceWords } from './sections/footer.ts';
import { ownerWords } from './sections/groups.ts';
import { problemSection } from './sections/problems.ts';
import { amountWords } from './sections/totals.ts';
import { unpricedSection } from './sections/unpriced.ts';

/** The content of an estimate; `prices` is the book that it was made with. */
export function estimatePage(estimate: Estimate, prices: Report['prices']): Page {
  const { charges, diagnostics, projects, month, revision } = estimate;
  const totals = estimateTotals(charges);
  const several = projects.length > 1;
  const unpriced = charges.filter(({ cost }) => cost.kind === 'unpriced');
  const attention = [...unpricedLines(unpriced), ...errorLines(diagnostics)];
  const footer = [line`${name(revision)}`, priceWords(prices, totals.regions), monthWords(month)];
  return {
    tone: 'plain',
    headline: line`Bedrock cost: ${headlineWords(charges, totals.all)}`,
    lead: [
      ...rangeLine(totals.all),
      ...attention.map((text) => paragraph(line`⚠️ ${text}`)),
      ...(charges.length === 0 ? [] : [layerTable(totals)]),
    ],
    sections: [
      ...ownerSection(totals, several),
      ...lineItemSection(charges, several),
      ...unpricedSection(unpriced, several),
      ...problemSection(diagnostics),
    ],
    footer: [joinLines(footer, line` · `)],
  };
}

function headlineWords(charges: readonly Charge[], { monthly, oneTime, unpriced }: Total): Line {
  if (charges.length === 0) return line`nothing that is billed was found`;
  if (unpriced === charges.length) {
    return line`not known, ${counted(unpriced, count(unpriced), line`item has`, line`items have`)} no price`;
  }
  const once = oneTime.expected.isZero() ? line`` : line`, and ${usd(oneTime.expected)} once`;
  return line`${unpriced > 0 ? line`at least ` : line``}${usd(monthly.expected)}/month${once}`;
}

function rangeLine({ monthly }: Total): readonly Block[] {
  if (isExact(monthly)) return [];
  const { low, high } = usdBounds(monthly);
  return [paragraph(line`${low} to ${high} as usage varies`)];
}

function layerTable({ all, layers }: EstimateTotals): Block {
  const rows = layers.map(({ layer, total }, rank) =>
    totalRow(line`${prose(LAYER_TITLES[layer])}`, total, all, rank),
  );
  const sum: Row = { ...totalRow(line`Total`, all, all, -1), total: true };
  return { kind: 'table', columns: totalColumns(line`Cost layer`, all), rows: [...rows, sum] };
}

function ownerSection({ all, owners }: EstimateTotals, several: boolean): readonly Section[] {
  if (owners.length === 0) return [];
  const blocks = () => {
    const sorted = [...owners].sort((a, b) => b.total.monthly.expected.cmp(a.total.monthly.expected));
    const rows = sorted.map((owner, rank) => totalRow(ownerWords(owner, several), owner.total, all, rank));
    return [{ kind: 'table', columns: totalColumns(line`Workload or resource`, all), rows } as const];
  };
  return [{ title: line`By workload`, open: false, blocks, rank: 3 }];
}

function totalColumns(title: Line, { oneTime }: Total): Extract<Block, { kind: 'table' }>['columns'] {
  const once = oneTime.expected.isZero() ? [] : [column(line`One-time`, 'right')];
  return [column(title), column(line`Per month`, 'right'), column(line`Share`, 'right'), ...once];
}

function totalRow(title: Line, total: Total, all: Total, rank: number): Row {
  const once = all.oneTime.expected.isZero() ? [] : [cell(amountWords(total.oneTime, 0))];
  return {
    rank,
    cells: [
      cell(title),
      cell(amountWords(total.monthly, total.unpriced)),
      cell(line`${share(total, all)}`),
      ...once,
    ],
  };
}

function share({ monthly }: Total, all: Total): Figure {
  if (all.monthly.expected.isZero() || monthly.expected.isZero()) return NONE;
  return plainPercent(monthly.expected.div(all.monthly.expected).times(100));
}

function lineItemSection(charges: readonly Charge[], several: boolean): readonly Section[] {
  if (charges.length === 0) return [];
  const blocks = () => itemBlocks(charges, several);
  return [{ title: line`Line items and arithmetic`, open: false, blocks, rank: 4 }];
}

function itemBlocks(charges: readonly Charge[], several: boolean): readonly Block[] {
  const order = [...charges].sort((a, b) => knownCost(b).cmp(knownCost(a)));
  const ranks = new Map(order.map((charge, rank) => [charge, rank]));
  return LAYERS.flatMap((layer): readonly Block[] => {
    const items = order.filter((charge) => charge.layer === layer);
    if (items.length === 0) return [];
    const columns = [column(line`Item`), column(line`Per month`, 'right')];
    const rows = items.map((charge) => itemRow(charge, ranks.get(charge) ?? 0, several));
    return [heading(line`${prose(LAYER_TITLES[layer])}`), { kind: 'table', columns, rows }];
  });
}

function itemRow(charge: Charge, rank: number, several: boolean): Row {
  const { component, item, cost, period } = charge;
  const what = item === undefined ? line`` : line` · ${prose(item)}`;
  const title = line`${ownerWords(charge, several)} ${strong(line`${prose(component)}`)}${what}`;
  const once = period === 'one-time' ? line` once` : line``;
  const amount = cost.kind === 'priced' ? line`${usd(cost.amount.expected)}${once}` : line`not priced`;
  return {
    rank,
    cells: [cell(title, [...arithmetic({ head: charge }), ...provenance(charge)]), cell(amount)],
  };
}
