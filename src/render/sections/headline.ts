/** The first line: what changes, by how much, and whether that is allowed. */
import type { Verdict } from '../../model/budget.ts';
import { isNothing } from '../../model/range.ts';
import type { ChargeDelta, Report } from '../../model/report.ts';
import { counted, type Line, line, type Tone } from '../document.ts';
import type { Facts } from '../facts.ts';
import { changePercent, count, signedPercent, signedUsd, usd, usdBounds } from '../money.ts';
import { breachWords, worstBreach } from './budget.ts';

/** The headline of a report: the change of the monthly cost, and the verdict on it. */
export function headlineOf(report: Report, facts: Facts): Line {
  return line`Bedrock cost: ${changeWords(report, facts)}${verdictWords(report)}${uncountedWords(report, facts)}`;
}

/** `bad` where the build fails, `warn` where it could, `good` where a limit holds, `plain` where there is none. */
export function toneOf({ status, fails, budgets }: Verdict): Tone {
  if (fails) return 'bad';
  if (status !== 'pass') return 'warn';
  return budgets.length > 0 ? 'good' : 'plain';
}

/** Never `no change` where code changes a model that is in no total. */
function changeWords(report: Report, facts: Facts): Line {
  const open = report.modelChanges.uncounted.length;
  if (open === 0) return countedWords(report, facts, line`no change`);
  if (facts.atBase + facts.atHead === 0) return line`not known`;
  return countedWords(report, facts, line`no change in what is counted`);
}

/** `; 2 model changes in code are not counted`. */
function uncountedWords(report: Report, facts: Facts): Line {
  const open = report.modelChanges.uncounted.length;
  if (open === 0) return line``;
  const models = counted(open, count(open), line`model change`, line`model changes`);
  if (facts.atBase + facts.atHead === 0) return line`: no workload counts ${models} in code`;
  return line`; ${models} in code not counted`;
}

/** What is said of the charges; `none` where they are the same. */
function countedWords(report: Report, facts: Facts, none: Line): Line {
  const { head, delta } = report.diff;
  const atLeast = head.unpriced > 0 ? line`at least ` : line``;
  if (facts.atBase + facts.atHead === 0) return line`nothing that is billed was found`;
  if (facts.unpriced.length > 0 && isNothing(head.monthly) && report.diff.charges.every(isUnchanged))
    return line`${none}, ${withoutPrice(facts)}`;
  if (facts.atHead > 0 && facts.pricedAtHead === 0) return line`not known, ${withoutPrice(facts)}`;
  if (facts.atBase === 0) return line`${atLeast}${usd(head.monthly.expected)}/month, all of it new`;
  if (facts.open.certainty !== 'known') return partlyKnownWords(report, facts);
  if (isNothing(delta.monthly)) {
    const inTotal = facts.changed.some(({ delta: own }) => own !== undefined && !isNothing(own));
    return line`${none}${inTotal ? line` in total` : line``}, ${atLeast}${usd(head.monthly.expected)}/month`;
  }
  if (delta.monthly.expected.isZero()) {
    const { low, high } = usdBounds(delta.monthly);
    return line`${none} as expected, from ${low} to ${high}/month by usage`;
  }
  return facts.atHead === 0 ? line`${amountWords(report)}, nothing is left` : amountWords(report);
}

function isUnchanged({ status }: ChargeDelta): boolean {
  return status === 'unchanged';
}

/** What is said of the change where something that changed has no price on one side or on both. */
function partlyKnownWords(report: Report, facts: Facts): Line {
  const { expected } = report.diff.delta.monthly;
  if (expected.isZero()) return line`change not known, ${withoutPrice(facts)}`;
  if (facts.open.certainty === 'at-least' && expected.isPositive())
    return line`at least ${amountWords(report)}`;
  return line`${signedUsd(expected)}/month known, ${withoutPrice(facts)}`;
}

/** `2 items have no price`. */
function withoutPrice({ unpriced, open }: Facts): Line {
  const number = unpriced.length > 0 ? unpriced.length : open.base;
  if (unpriced.length > 0)
    return counted(number, count(number), line`item has no price`, line`items have no price`);
  return line`${counted(number, count(number), line`item`, line`items`)} had no price at base`;
}

function amountWords({ diff }: Report): Line {
  const change = diff.delta.monthly.expected;
  const percent =
    diff.delta.percent === undefined
      ? changePercent(change, diff.base.monthly.expected)
      : signedPercent(diff.delta.percent);
  return line`${signedUsd(change)}/month${percent === undefined ? line`` : line` (${percent})`}`;
}

function verdictWords(report: Report): Line {
  const { status, budgets, fails, override } = report.verdict;
  const spared = override?.kind === 'covers' ? line` (approved)` : line``;
  if (status === 'indeterminate')
    return budgets.length > 0 ? line`, budget not decidable${spared}` : line`, not decidable${spared}`;
  const worst = worstBreach(report);
  if (worst === undefined) return budgets.length > 0 ? line`, within budget` : line``;
  if (fails || spared.length > 0) return line`, ${breachWords(report, worst)}${spared}`;
  return line`, ${breachWords(report, worst)} (does not fail the build)`;
}
