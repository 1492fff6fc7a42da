/** The account of a refresh, in lines for people. */
import type { PriceRow } from '../book-file.ts';
import { groupBy } from '../pack.ts';
import type { Rebuilt } from './rebuild.ts';

/** Of one kind, so many are listed; the rest is counted. */
const LISTED = 40;

/** What is new, changed, gone, not understood and in conflict. */
export function accountOf(rebuilt: Rebuilt): readonly string[] {
  const { added, changed, gone } = rebuilt.changes;
  const changes = changed.map(
    ({ from, to }) => `${nameOf(to)} in ${to.region}: ${from.usd} -> ${to.usd} USD per ${to.per} ${to.unit}`,
  );
  const excluded = [...rebuilt.excluded].map(([why, number]) => `${number} rows: ${why}`);
  const conflicts = rebuilt.conflicts.map(({ key, prices }) => `${key}: ${prices.join(' and ')} USD`);
  return [
    ...section('Two prices for one key', conflicts),
    ...section('Token rows that are not understood', rebuilt.unknown),
    ...section('Changed prices', changes),
    ...section('New prices', summary(added)),
    ...section('Prices that are gone', summary(gone)),
    ...section('Left out, since nothing offers the model there', rebuilt.withheld),
    ...section('Left out on purpose', excluded.sort()),
    ...section('Rows that the book has no place for', rebuilt.unclassified),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [`${title}: none`];
  const rest = lines.length > LISTED ? [`  and ${lines.length - LISTED} more`] : [];
  return [`${title}: ${lines.length}`, ...lines.slice(0, LISTED).map((line) => `  ${line}`), ...rest];
}

/** One line for each subject and dimension. */
function summary(rows: readonly PriceRow[]): readonly string[] {
  return [...groupBy(rows, nameOf)].map(([name, group]) => {
    const regions = new Set(group.map((row) => row.region));
    const prices = [...new Set(group.map((row) => row.usd))];
    const shown = prices.length > 3 ? `${prices.slice(0, 3).join(', ')} …` : prices.join(', ');
    return `${name}: ${shown} USD in ${regions.size === 1 ? [...regions].join() : `${regions.size} regions`}`;
  });
}

function nameOf(row: PriceRow): string {
  const line = [row.scope, row.tier === 'standard' ? '' : row.tier, row.context === 'long' ? 'long' : ''];
  return [row.subject, row.dimension, ...line].filter((word) => word !== '').join(' ');
}
