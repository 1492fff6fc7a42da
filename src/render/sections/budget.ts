/** Limits, what stands against them, and the words that the headline has for a breach. */
import type { Breach, Budget, Verdict } from '../../model/budget.ts';
import { LAYER_TITLES } from '../../model/layer.ts';
import type { Report } from '../../model/report.ts';
import {
  type Block,
  cell,
  column,
  counted,
  type Line,
  line,
  name,
  paragraph,
  place,
  prose,
  type Row,
  type Section,
  strong,
} from '../document.ts';
import { count, type Figure, NONE, plainPercent, usd } from '../money.ts';

/** The breach that the headline names: one that fails the build before one that warns, a total before its parts. */
export function worstBreach(verdict: Verdict): Breach | undefined {
  const weight = ({ budget }: Breach): number =>
    (budget.action === 'fail' ? 0 : 2) + (budget.scope.kind === 'total' ? 0 : 1);
  return [...verdict.breaches].sort((a, b) => weight(a) - weight(b))[0];
}

/** `over budget by $1,310.00 and 1 other limit`. */
export function breachWords(breach: Breach, others: number): Line {
  const more =
    others === 0
      ? line``
      : line` and ${counted(others, count(others), line`other limit`, line`other limits`)}`;
  return line`${excessWords(breach)}${more}`;
}

function excessWords({ budget, over }: Breach): Line {
  const whose = budget.scope.kind === 'total' ? line`` : line`${scopeWords(budget)} `;
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
  const blocks: Block[] = verdict.because.map((sentence) =>
    paragraph(line`Not decidable: ${prose(sentence)}`),
  );
  if (verdict.budgets.length > 0) blocks.push(budgetTable(report));
  return [{ title: line`Budget`, open: verdict.status !== 'pass', blocks, rank: 0 }];
}

function budgetTable(report: Report): Block {
  const breaches = new Map(report.verdict.breaches.map((breach) => [breach.budget, breach]));
  const rows = report.verdict.budgets.map((budget, index): Row => {
    const breach = breaches.get(budget);
    const actual = breach?.actual ?? actualOf(report, budget);
    return {
      rank: breach === undefined ? report.verdict.budgets.length + index : index,
      cells: [
        cell(line`${limitWords(budget)}`, [line`${sourceWords(budget)}`]),
        cell(line`${amount(budget, budget.max)}`),
        cell(line`${actual === undefined ? NONE : amount(budget, actual)}`),
        cell(breach === undefined ? line`${restWords(report)}` : line`${overWords(breach)}`),
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

function restWords({ verdict }: Report): Line {
  return verdict.status === 'indeterminate' ? line`not crossed by what is priced` : line`within`;
}

function overWords(breach: Breach): Line {
  const { budget, over } = breach;
  const by = budget.measure === 'increase_percent' ? line`${plainPercent(over)} points` : line`${usd(over)}`;
  return budget.action === 'fail' ? line`${strong(line`over by ${by}`)}` : line`over by ${by}, warns only`;
}

function limitWords(budget: Budget): Line {
  switch (budget.measure) {
    case 'monthly':
      return line`${scopeWords(budget)} a month`;
    case 'increase':
      return line`${scopeWords(budget)}, increase a month`;
    case 'increase_percent':
      return line`${scopeWords(budget)}, increase in percent`;
    case 'per_1k_requests':
      return line`${scopeWords(budget)} per 1,000 requests`;
  }
}

function scopeWords({ scope }: Budget): Line {
  switch (scope.kind) {
    case 'total':
      return line`Total`;
    case 'layer':
      return line`${prose(LAYER_TITLES[scope.layer])}`;
    case 'workload':
      return line`${name(scope.workload)}`;
  }
}

function sourceWords({ from, at }: Budget): Line {
  if (from === 'input') return line`set by an input of the run`;
  return at === undefined ? line`set in the manifest` : line`set in ${place(at)}`;
}

function amount(budget: Budget, value: Budget['max']): Figure {
  return budget.measure === 'increase_percent' ? plainPercent(value) : usd(value);
}

/** What stands against a limit that holds, where the report says it. */
function actualOf({ diff }: Report, { scope, measure }: Budget): Budget['max'] | undefined {
  if (measure === 'per_1k_requests') return undefined;
  if (scope.kind === 'total') {
    if (measure === 'increase_percent') return diff.delta.percent;
    return measure === 'monthly' ? diff.head.monthly.expected : diff.delta.monthly.expected;
  }
  const group =
    scope.kind === 'layer'
      ? diff.layers.find(({ key }) => key === scope.layer)
      : diff.owners.find(
          ({ key: { project, owner } }) =>
            project === scope.project && owner.kind === 'workload' && owner.name === scope.workload,
        );
  if (group === undefined) return undefined;
  if (measure === 'monthly') return group.head.expected;
  if (measure === 'increase') return group.delta.expected;
  return group.base.expected.isZero() ? undefined : group.delta.expected.div(group.base.expected).times(100);
}
