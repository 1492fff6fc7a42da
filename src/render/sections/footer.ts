/** What was compared, with which prices and which month. */
import type { Month } from '../../model/month.ts';
import type { CoverageOrigin, Report } from '../../model/report.ts';
import { joinLines, type Line, line, link, name, prose } from '../document.ts';
import { count, plainPercent, quantity } from '../money.ts';

const DOT = line` · `;
const REGIONS = 3;

/** Both revisions, prices, month, and where the full report stands. */
export function footerLines(report: Report, runUrl?: string): readonly Line[] {
  const { base, head } = report.diff;
  const parts = [
    line`base ${name(base.revision)} → head ${name(head.revision)}`,
    priceWords(report.prices, report.regions),
    monthWords(report.month),
    ...coverageWords(report),
    ...(runUrl === undefined ? [] : [line`${link(line`full report in the job summary`, runUrl)}`]),
  ];
  return [joinLines(parts, DOT)];
}

/** `us-east-1 prices as of 2026-10-08`. */
export function priceWords(prices: Report['prices'], regions: readonly string[]): Line {
  const named = regions.slice(0, REGIONS).map((region) => line`${prose(region)}`);
  const more = regions.length - named.length;
  const where = joinLines(more > 0 ? [...named, line`${count(more)} more`] : named, line`, `);
  const what = regions.length === 0 ? line`prices` : line`${where} prices`;
  return line`${what} as of ${prose(prices.asOf)}`;
}

/** `30-day month, 730 hours`. */
export function monthWords({ days, hours }: Month): Line {
  return line`${quantity(days)}-day month, ${quantity(hours)} hours`;
}

const COVERAGE_TITLES: Readonly<Record<CoverageOrigin, string>> = {
  measured: 'measured',
  declared: 'declared',
  iac: 'infrastructure code',
  code: 'application code',
  assumed: 'assumed',
};
const COVERAGE_ORDER = ['measured', 'declared', 'iac', 'code', 'assumed'] as const;

/** `figures: 78% measured, 20% declared, 2% assumed`: shares of the cost by the weakest of each item's figures. */
function coverageWords({ coverage: { origins } }: Report): readonly Line[] {
  const parts = COVERAGE_ORDER.filter((origin) => origins[origin].gt(0)).map(
    (origin) => line`${plainPercent(origins[origin].times(100))} ${prose(COVERAGE_TITLES[origin])}`,
  );
  return parts.length === 0 ? [] : [line`figures: ${joinLines(parts, line`, `)}`];
}
