/** Limits, what stands against them, and the words that the headline has for a breach. */
import type { Breach, Budget, Judged } from '../../model/budget.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Report } from '../../model/report.ts';
import {
  type Block,
  cell,
  column,
  counted,
  type Line,
  line,
  paragraph,
  place,
  prose,
  type Row,
  type Section,
  strong,
} from '../document.ts';
import { count, type Figure, NONE, percentagePoints, plainPercent, usd } from '../money.ts';
import { isOnTheWhole, scopeWords } from './scopes.ts';

/** The breach that the headline names: one that fails the build before one that warns, a total before its parts. */
export function worstBreach(report: Report): Breach | undefined {
  const weight = ({ budget }: Breach): number =>
    (budget.action === 'fail' ? 0 : 2) + (isOnTheWhole(report, budget) ? 0 : 1);
  return [...report.verdict.breaches].sort((a, b) => weight(a) - weight(b))[0];
}

/** `over budget by $1,310.00 and 1 other limit`. */
export function breachWords(report: Report, breach: Breach): Line {
  const others = report.verdict.breaches.length - 1;
  const words = excessWords(report, breach);
  if (others === 0) return words;
  return line`${words} and ${counted(others, count(others), line`other limit`, line`other limits`)}`;
}

function excessWords(report: Report, { budget, over }: Breach): Line {
  const { on = 'expected' } = budget;
  const usage = on === 'expected' ? line`` : line` at ${prose(on)} usage`;
  return line`${exceeded(report, budget, over)}${usage}`;
}

function exceeded(report: Report, budget: Budget, over: Decimal): Line {
  const whose = isOnTheWhole(report, budget) ? line`` : line`${scopeWords(report, budget.scope)} `;
  switch (budget.measure) {
    case 'monthly':
      return line`${whose}over budget by ${usd(over)}`;
    case 'increase':
      return line`${whose}increase over its limit by ${usd(over)}`;
    case 'increase_percent':
      return line`${whose}increase over its limit of ${plainPercent(budget.max)}`;
    case 'per_1k_requests':
      return line`${whose}over budget by ${usd(over)} per 1,000 requests`;
  }
}

/** Open where a limit is crossed or cannot be checked; absent where there is none. */
export function budgetSection(report: Report): readonly Section[] {
  const { verdict } = report;
  if (verdict.budgets.length === 0 && verdict.because.length === 0) return [];
  const blocks = () => [
    ...verdict.because.map((sentence) => paragraph(line`Not decidable: ${prose(sentence)}`)),
    ...(verdict.budgets.length > 0 ? [budgetTable(report)] : []),
  ];
  return [{ title: line`Budget`, open: verdict.status !== 'pass', blocks, rank: 0 }];
}

function budgetTable(report: Report): Block {
  const { breaches, budgets, judged } = report.verdict;
  const breachOf = new Map(breaches.map((breach) => [breach.budget, breach]));
  const figures = new Map(judged.map((figure) => [figure.budget, figure]));
  const rows = budgets.map((budget, index): Row => {
    const breach = breachOf.get(budget);
    const figure = figures.get(budget);
    const actual = breach?.actual ?? figure?.actual;
    // A limit that did not break although its figure is higher was not applied, as an increase over no base.
    const applied = breach !== undefined || (actual?.lte(budget.max) ?? false);
    return {
      rank: breach === undefined ? budgets.length + index : index,
      cells: [
        cell(limitWords(report, budget), [sourceWords(budget), ...messageWords(budget)]),
        cell(line`${amount(budget, budget.max)}`),
        cell(
          line`${actual === undefined || !applied ? NONE : actualWords(budget, actual, breach === undefined ? figure : undefined)}`,
        ),
        cell(applied ? resultWords(report, breach, figure) : line`does not apply`),
      ],
    };
  });
  const columns = [
    column(line`Limit`),
    column(line`At most`, 'right'),
    column(line`Head`, 'right'),
    column(line`Result`),
  ];
  return { kind: 'table', columns, rows };
}

/** What the limit was held against, in the words of the totals above it: never zero and never the whole of what is open. */
function actualWords(budget: Budget, actual: Decimal, figure: Judged | undefined): Line {
  const whole = line`${amount(budget, actual)}`;
  if (figure?.change === undefined) {
    if (figure === undefined || figure.unpriced === 0) return whole;
    return actual.isZero() ? line`not known` : line`≥ ${whole}`;
  }
  const { known, certainty } = figure.change;
  const change = known[budget.on ?? 'expected'];
  if (certainty === 'known') return whole;
  if (change.isZero()) return line`not known`;
  if (certainty === 'at-least' && change.isPositive()) return line`≥ ${whole}`;
  return budget.measure === 'increase' ? line`${usd(change)} known` : line`not known`;
}

function resultWords({ verdict }: Report, breach: Breach | undefined, figure: Judged | undefined): Line {
  if (breach === undefined) {
    const certainty = figure?.change?.certainty ?? 'at-least';
    // What has no price at base only makes an increase smaller.
    const missing = (figure?.unpriced ?? 0) > 0 && certainty !== 'known';
    const open = verdict.status === 'indeterminate' || missing;
    if (open && certainty === 'priced-part') return line`not decidable`;
    return open ? line`not crossed by what is priced` : line`within`;
  }
  const { budget, over } = breach;
  const by = budget.measure === 'increase_percent' ? line`${percentagePoints(over)}` : line`${usd(over)}`;
  return budget.action === 'fail' ? line`${strong(line`over by ${by}`)}` : line`over by ${by}, warns only`;
}

/** What the team says to whoever crosses the limit. */
function messageWords({ message }: Budget): readonly Line[] {
  return message === undefined ? [] : [line`${prose(message)}`];
}

function limitWords(report: Report, { scope, measure, on = 'expected' }: Budget): Line {
  const usage = on === 'expected' ? line`` : line`, at ${prose(on)} usage`;
  return line`${measureWords(report, { scope, measure })}${usage}`;
}

function measureWords(report: Report, { scope, measure }: Pick<Budget, 'scope' | 'measure'>): Line {
  const what = scopeWords(report, scope);
  switch (measure) {
    case 'monthly':
      return line`${what} a month`;
    case 'increase':
      return line`${what}, increase a month`;
    case 'increase_percent':
      return line`${what}, increase in percent`;
    case 'per_1k_requests':
      return line`${what} per 1,000 requests`;
  }
}

function sourceWords({ from, at }: Budget): Line {
  if (from === 'input') return line`set by an input of the run`;
  return at === undefined ? line`set in the manifest` : line`set in ${place(at)}`;
}

function amount({ measure }: Budget, value: Decimal): Figure {
  return measure === 'increase_percent' ? plainPercent(value) : usd(value);
}
