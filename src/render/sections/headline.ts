/** The first line: what changes, by how much, and whether that is allowed. */
import type { Verdict } from '../../model/budget.ts';
import { isNothing } from '../../model/range.ts';
import type { Report } from '../../model/report.ts';
import { counted, type Line, line, type Tone } from '../document.ts';
import type { Facts } from '../facts.ts';
import { changePercent, count, signedPercent, signedUsd, usd, usdBounds } from '../money.ts';
import { breachWords, worstBreach } from './budget.ts';

export function headlineOf(report: Report, facts: Facts): Line {
  return line`Bedrock cost: ${changeWords(report, facts)}${verdictWords(report.verdict)}`;
}

/** `bad` where the build fails, `warn` where it could, `good` where a limit holds, `plain` where there is none. */
export function toneOf({ status, fails, budgets }: Verdict): Tone {
  if (fails) return 'bad';
  if (status !== 'pass') return 'warn';
  return budgets.length > 0 ? 'good' : 'plain';
}

function changeWords(report: Report, facts: Facts): Line {
  const { head, delta } = report.diff;
  const change = delta.monthly.expected;
  const atLeast = head.unpriced > 0 ? line`at least ` : line``;
  if (facts.atBase + facts.atHead === 0) return line`nothing that is billed was found`;
  if (facts.atHead > 0 && facts.pricedAtHead === 0) {
    return line`not known, ${counted(facts.atHead, count(facts.atHead), line`item has`, line`items have`)} no price`;
  }
  if (facts.atBase === 0) return line`${atLeast}${usd(head.monthly.expected)}/month, all of it new`;
  if (isNothing(delta.monthly)) {
    if (facts.open.certainty !== 'known') {
      const open = facts.unpriced.length;
      if (open === 0) return line`change not known, what was removed had no price`;
      return line`change not known, ${counted(open, count(open), line`item has`, line`items have`)} no price`;
    }
    const inTotal = facts.changed.some(({ delta: own }) => own !== undefined && !isNothing(own));
    return line`no change${inTotal ? line` in total` : line``}, ${atLeast}${usd(head.monthly.expected)}/month`;
  }
  if (change.isZero()) {
    const { low, high } = usdBounds(delta.monthly);
    return line`no change as expected, from ${low} to ${high}/month by usage`;
  }
  return increaseWords(report, facts);
}

function increaseWords({ diff }: Report, facts: Facts): Line {
  const change = diff.delta.monthly.expected;
  const percent =
    diff.delta.percent === undefined
      ? changePercent(change, diff.base.monthly.expected)
      : signedPercent(diff.delta.percent);
  const amount = line`${signedUsd(change)}/month${percent === undefined ? line`` : line` (${percent})`}`;
  if (facts.open.certainty === 'known') {
    return facts.atHead === 0 ? line`${amount}, nothing is left` : amount;
  }
  return facts.open.certainty === 'at-least' && change.isPositive()
    ? line`at least ${amount}`
    : line`${amount} in what is priced`;
}

function verdictWords(verdict: Verdict): Line {
  const { status, budgets, breaches, fails } = verdict;
  if (status === 'indeterminate')
    return budgets.length > 0 ? line`, budget not decidable` : line`, not decidable`;
  const worst = worstBreach(verdict);
  if (worst === undefined) return budgets.length > 0 ? line`, within budget` : line``;
  return line`, ${breachWords(worst, breaches.length - 1)}${fails ? line`` : line` (does not fail the build)`}`;
}
