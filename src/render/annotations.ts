/** The lines of a diff that GitHub marks: broken limits, problems, what has no price, the largest increases. */

import type { Breach, Budget } from '../model/budget.ts';
import type { Charge } from '../model/charge.ts';
import { type Decimal, ZERO } from '../model/decimal.ts';
import { LAYER_TITLES } from '../model/layer.ts';
import type { Cause, ChargeDelta, Report } from '../model/report.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Switch } from '../model/switch.ts';
import { type Annotation, LINE_CHARACTERS, lineKey, placed } from './annotation.ts';
import { plain } from './escape.ts';
import { isMarked, modelAnnotations } from './model-annotations.ts';
import { percentagePoints, plainPercent, signedUsd, usd } from './money.ts';
import { isLineToWrite } from './sections/unpriced.ts';

/**
 * GitHub keeps ten of one level for each step (runner, ExecutionContext, seen 2026-11): seven, one that counts the
 * rest, and two for what the run itself has to say.
 */
const OF_ONE_LEVEL = 7;
const INCREASES = 5;
const MESSAGE_CHARACTERS = 4_000;

/** At most eight of each level, without control characters; what is left out is counted in the last. */
export function renderAnnotations(report: Report): readonly Annotation[] {
  const all = [
    ...report.verdict.breaches.map((breach) => breachAnnotation(breach, report.verdict.fails)),
    ...withModels(report),
    ...unpricedAnnotations(report.diff.charges.flatMap(({ head }) => head ?? [])),
    ...increaseAnnotations(report.diff.charges, report.switches),
  ];
  return (['error', 'warning', 'notice'] as const).flatMap((level) => capped(all, level).map(bounded));
}

/** GitHub cuts a message after 4,096 characters; here it loses whole lines. */
function bounded(annotation: Annotation): Annotation {
  let left = MESSAGE_CHARACTERS;
  const lines = annotation.message.split('\n');
  const kept = lines.filter((text) => {
    left -= text.length + 1;
    return left >= 0;
  });
  return kept.length === lines.length ? annotation : { ...annotation, message: [...kept, '…'].join('\n') };
}

function capped(all: readonly Annotation[], level: Annotation['level']): readonly Annotation[] {
  const found = all.filter((annotation) => annotation.level === level);
  if (found.length <= OF_ONE_LEVEL + 1) return found;
  const rest = found.length - OF_ONE_LEVEL;
  const message = `${rest} more of this level are in the report.`;
  return [...found.slice(0, OF_ONE_LEVEL), { level, title: 'Bedrock cost: more', message }];
}

/** What lines with another model do, ahead of the problems; where a line has both, the problem tells it. */
function withModels(report: Report): readonly Annotation[] {
  const problems = report.diagnostics.map(problemAnnotation);
  const firstAt = new Map<string, Annotation>();
  for (const problem of problems) {
    const key = lineKey(problem);
    if (key !== undefined && !firstAt.has(key)) firstAt.set(key, problem);
  }
  const models = new Map(
    modelAnnotations(report, (key) => firstAt.has(key)).map((made) => [lineKey(made), made]),
  );
  const told = problems.map((problem) => {
    const key = lineKey(problem);
    const model = models.get(key);
    if (key === undefined || model === undefined || firstAt.get(key) !== problem) return problem;
    return { ...problem, message: `${problem.message}\n${model.message}` };
  });
  return [...[...models].flatMap(([key, made]) => (firstAt.has(key ?? '') ? [] : [made])), ...told];
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

/** Parts of one owner that lack the same thing are one remark. */
function unpricedAnnotations(charges: readonly Charge[]): readonly Annotation[] {
  const groups = new Map<string, { readonly first: Charge; readonly components: string[] }>();
  for (const charge of charges) {
    const { cost, owner, component, at, project } = charge;
    if (cost.kind !== 'unpriced') continue;
    const key = JSON.stringify([project, owner, cost.why, cost.hint, at?.file, at?.line]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: charge, components: [component] });
    else group.components.push(component);
  }
  return [...groups.values()].flatMap(({ first: { cost, owner, at }, components }) => {
    if (cost.kind !== 'unpriced') return [];
    const message = sentences(`${owner.name}, ${components.join(', ')}: ${cost.why}`, cost.hint);
    return [{ level: 'warning' as const, title: 'Bedrock cost: not priced', message, ...placed(at) }];
  });
}

/** One line of a file often causes several charges: their increases are added, and the largest sums are marked. */
function increaseAnnotations(
  charges: readonly ChargeDelta[],
  switches: readonly Switch[],
): readonly Annotation[] {
  const told = toldBySwitches(switches);
  const lines = new Map<string, { owners: Set<string>; amount: Decimal; place: ReturnType<typeof placed> }>();
  for (const { id, head, delta, causes } of charges) {
    const isTold = ({ kind }: Cause) => told.has(toldKey(id, kind));
    const place = placed(
      causeAt(
        head,
        causes.filter((cause) => !isTold(cause)),
      ),
    );
    const key = lineKey(place);
    if (head === undefined || head.period === 'one-time' || delta === undefined || key === undefined)
      continue;
    const amount = causes.filter(isTold).reduce((rest, cause) => rest.minus(cause.amount), delta.expected);
    const found = lines.get(key) ?? { owners: new Set<string>(), amount: ZERO, place };
    if (!amount.isZero()) found.owners.add(head.owner.name);
    lines.set(key, { ...found, amount: found.amount.plus(amount) });
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

/** The parts of charges that stand at the line of a switch already. */
function toldBySwitches(switches: readonly Switch[]): ReadonlySet<string> {
  return new Set(
    switches.filter(isMarked).flatMap(({ parts }) => parts.map(({ charge, kind }) => toldKey(charge, kind))),
  );
}

function toldKey(charge: string, kind: string): string {
  return JSON.stringify([charge, kind]);
}

/** Where the factor stands that adds most, else where the charge comes from. */
function causeAt(head: Charge | undefined, causes: readonly Cause[]): SourceLocation | undefined {
  const [first] = [...causes].sort((a, b) => b.amount.cmp(a.amount));
  return head?.factors.find(({ name }) => name === first?.kind)?.at ?? head?.at;
}

/** A hint is a line to write, or a sentence. */
function sentences(message: string, hint: string | undefined): string {
  if (hint === undefined) return plain(message);
  const said = ended(plain(message));
  const lines = hint.split('\n').filter((text) => text.trim() !== '');
  if (!lines.every(isLineToWrite)) return `${said} ${plain(hint)}`;
  if (lines.length < 2) return `${said} Write: ${plain(hint, LINE_CHARACTERS)}`;
  return [`${said} Write:`, ...lines.map(indented)].join('\n');
}

function indented(text: string): string {
  const content = text.trimStart();
  return ' '.repeat(text.length - content.length) + plain(content, LINE_CHARACTERS);
}

function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
