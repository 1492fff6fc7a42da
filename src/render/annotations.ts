/** The lines of a diff that GitHub marks: broken limits, problems, what has no price, the largest increases. */

import type { Breach, Budget } from '../model/budget.ts';
import type { Charge } from '../model/charge.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import { LAYER_TITLES } from '../model/layer.ts';
import type { Cause, ChargeDelta, Report } from '../model/report.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { plain } from './escape.ts';
import { percentagePoints, plainPercent, signedUsd, usd } from './money.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** Relative to the root of the tree of the head. */
  readonly file?: string;
  readonly line?: number;
}

/**
 * GitHub keeps ten of one level for each step (runner, ExecutionContext, seen 2026-11): seven, one that counts the
 * rest, and two for what the run itself has to say.
 */
const OF_ONE_LEVEL = 7;
const INCREASES = 5;

/** At most eight of each level, without control characters; what is left out is counted in the last. */
export function renderAnnotations(report: Report): readonly Annotation[] {
  const all = [
    ...report.verdict.breaches.map((breach) => breachAnnotation(breach, report.verdict.fails)),
    ...report.diagnostics.map(problemAnnotation),
    ...report.diff.charges.flatMap(({ head }) => (head === undefined ? [] : unpricedAnnotation(head))),
    ...increaseAnnotations(report.diff.charges),
  ];
  return (['error', 'warning', 'notice'] as const).flatMap((level) => capped(all, level));
}

function capped(all: readonly Annotation[], level: Annotation['level']): readonly Annotation[] {
  const found = all.filter((annotation) => annotation.level === level);
  if (found.length <= OF_ONE_LEVEL + 1) return found;
  const rest = found.length - OF_ONE_LEVEL;
  const message = `${rest} more of this level are in the report.`;
  return [...found.slice(0, OF_ONE_LEVEL), { level, title: 'Bedrock cost: more', message }];
}

function breachAnnotation({ budget, actual, over }: Breach, fails: boolean): Annotation {
  const level = fails && budget.action === 'fail' ? 'error' : 'warning';
  const percent = budget.measure === 'increase_percent';
  const show = percent ? plainPercent : usd;
  const by = percent ? percentagePoints(over) : usd(over);
  const usage = budget.on === undefined || budget.on === 'expected' ? '' : ` at ${budget.on} usage`;
  const found = `${scopeText(budget)}: ${show(actual)}${usage} is ${by} over the limit of ${show(budget.max)}.`;
  const message = budget.message === undefined ? found : `${found} ${budget.message}`;
  return { level, title: 'Bedrock cost: over budget', message: plain(message), ...placed(budget.at) };
}

function scopeText({ scope, measure }: Budget): string {
  const what = {
    monthly: 'cost a month',
    increase: 'increase a month',
    increase_percent: 'increase in percent',
    per_1k_requests: 'cost per 1,000 requests',
  }[measure];
  const where = scope.project === undefined || scope.project === '.' ? '' : `${scope.project}: `;
  switch (scope.kind) {
    case 'total':
      return `${where}Total ${what}`;
    case 'layer':
      return `${where}${LAYER_TITLES[scope.layer]}, ${what}`;
    case 'workload':
      return `${where}${scope.workload}, ${what}`;
    case 'environment':
      return `${where}environment ${scope.environment}, ${what}`;
  }
}

function problemAnnotation({
  severity,
  code,
  message,
  hint,
  at,
  side,
}: Report['diagnostics'][number]): Annotation {
  return {
    level: severity,
    title: `Bedrock cost: ${code}`,
    message: sentences(message, hint),
    ...(side === 'base' ? {} : placed(at)),
  };
}

function unpricedAnnotation({ cost, owner, component, at }: Charge): readonly Annotation[] {
  if (cost.kind !== 'unpriced') return [];
  const message = sentences(`${owner.name}, ${component}: ${cost.why}`, cost.hint);
  return [{ level: 'warning', title: 'Bedrock cost: not priced', message, ...placed(at) }];
}

/** One line of a file often causes several charges: their increases are added, and the largest sums are marked. */
function increaseAnnotations(charges: readonly ChargeDelta[]): readonly Annotation[] {
  const lines = new Map<string, { owners: Set<string>; amount: Decimal; place: ReturnType<typeof placed> }>();
  for (const { head, delta, causes } of charges) {
    const place = placed(causeAt(head, causes));
    if (head === undefined || head.period === 'one-time' || delta === undefined || place.file === undefined)
      continue;
    const key = `${place.file}:${place.line ?? ''}`;
    const found = lines.get(key) ?? { owners: new Set<string>(), amount: ZERO, place };
    found.owners.add(head.owner.name);
    lines.set(key, { ...found, amount: found.amount.plus(delta.expected) });
  }
  return [...lines.values()]
    .filter(({ amount }) => amount.gt(0))
    .sort((a, b) => b.amount.cmp(a.amount))
    .slice(0, INCREASES)
    .map(({ owners, amount, place }) => ({
      level: 'notice',
      title: 'Bedrock cost: increase',
      message: plain(`${[...owners].join(', ')}: ${signedUsd(amount)} a month.`),
      ...place,
    }));
}

/** Where the factor stands that adds most, else where the charge comes from. */
function causeAt(head: Charge | undefined, causes: readonly Cause[]): SourceLocation | undefined {
  const [first] = [...causes].sort((a, b) => b.amount.cmp(a.amount));
  return head?.factors.find(({ name }) => name === first?.kind)?.at ?? head?.at;
}

function sentences(message: string, hint: string | undefined): string {
  return hint === undefined ? plain(message) : `${plain(message)}. Write: ${plain(hint)}`;
}

/** A place in the tree; nothing where the path would lead out of it. */
function placed(at: SourceLocation | undefined): Pick<Annotation, 'file' | 'line'> {
  if (at === undefined) return {};
  const { file, line } = at;
  const leaves = file.startsWith('/') || file.split(/[/\\]/).includes('..') || plain(file) !== file;
  if (leaves) return {};
  return { file, ...(line === undefined ? {} : { line }) };
}
