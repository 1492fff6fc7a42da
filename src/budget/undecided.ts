/** What keeps a verdict from being decided, a sentence each. Otherwise breaking the evidence would be a way past a limit. */
import type { Budget, UnpricedShare } from '../model/budget.ts';
import { decimal } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Diff } from '../model/report.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { type Measuring, measured } from './measure.ts';
import { vanishes } from './vanished.ts';

export interface Evidence {
  readonly diff: Diff;
  readonly budgets: readonly Budget[];
  readonly unpricedShares: readonly UnpricedShare[];
  /** Where limits of the base stand that cannot be read. */
  readonly lostLimits: readonly SourceLocation[];
  readonly baseDiagnostics: readonly Diagnostic[];
  readonly headDiagnostics: readonly Diagnostic[];
}

export function undecided(evidence: Evidence, measuring: Measuring): readonly string[] {
  const { budgets, headDiagnostics, baseDiagnostics, lostLimits } = evidence;
  const errors = headDiagnostics.filter(isError).length;
  const always = [
    ...(errors > 0
      ? [`${errors} ${errors === 1 ? 'error' : 'errors'} in the head: its cost is not known as a whole`]
      : []),
    ...lostLimits.map((at) => `the limits of the base cannot be read: ${placeOf(at)}`),
  ];
  if (budgets.length === 0) return always;
  return [
    ...always,
    ...unpriced(evidence),
    ...(budgets.some((budget) => fromNothing(budget, measuring))
      ? ['a percentage of a base that costs nothing cannot be told']
      : []),
    ...(budgets.some((budget) => withoutRequests(budget, measuring))
      ? ['a cost per 1,000 requests cannot be told of what has costs and no requests']
      : []),
    ...(hidesCharges(evidence)
      ? [
          'parts of the infrastructure code cannot be read any more and charges are gone: whether they moved there is not known',
        ]
      : []),
    ...(leavesCharges(evidence, measuring)
      ? [
          'the infrastructure code is read in another way and charges of it are gone: whether they are still deployed is not known',
        ]
      : []),
    ...(budgets.some(isRelative) && baseDiagnostics.some(isError)
      ? ['the base has errors, so an increase over it cannot be told']
      : []),
  ];
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** A limit on a change, not on what something costs. */
export function isRelative({ measure }: Budget): boolean {
  return measure === 'increase' || measure === 'increase_percent';
}

function placeOf({ file, line, column }: SourceLocation): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** Charges that the change brings without a price, where they are more of a project's charges than it allows. */
function unpriced({ diff, unpricedShares }: Evidence): readonly string[] {
  const shares = new Map(unpricedShares.map(({ project, share }) => [project, share]));
  const all = new Map<string, number>();
  const brought = new Map<string, number>();
  for (const { base, head } of diff.charges) {
    if (head === undefined) continue;
    all.set(head.project, (all.get(head.project) ?? 0) + 1);
    if (head.cost.kind === 'unpriced' && base?.cost.kind !== 'unpriced')
      brought.set(head.project, (brought.get(head.project) ?? 0) + 1);
  }
  const over = [...brought].filter(([project, count]) =>
    decimal(count)
      .div(all.get(project) ?? 1)
      .gt(shares.get(project) ?? 0),
  );
  const count = over.reduce((sum, [, own]) => sum + own, 0);
  if (count === 0) return [];
  const what = count === 1 ? 'charge that this change brings has' : 'charges that this change brings have';
  return [`${count} ${what} no price or no quantity`];
}

/** A percentage limit on what costs nothing at base and something at head. */
function fromNothing({ scope, measure, on = 'expected' }: Budget, { adopting, costs }: Measuring): boolean {
  if (measure !== 'increase_percent' || adopting) return false;
  const { base, head } = costs(scope);
  return base[on].isZero() && head[on].gt(0);
}

/** A limit per 1,000 requests on what costs something and has no requests, under its old name or a new one. */
function withoutRequests(budget: Budget, measuring: Measuring): boolean {
  if (budget.measure !== 'per_1k_requests') return false;
  const { head } = measuring.costs(budget.scope);
  return measured(budget, measuring) === undefined && head[budget.on ?? 'expected'].gt(0);
}

/** What the code says can be hidden by these; a wrong total would then look like a saving. */
const HIDING: ReadonlySet<string> = new Set([
  'iac-unresolved',
  'iac-missing',
  'file-refused',
  'file-unreadable',
]);

/** Something that the base could read cannot be read at head, and charges of the code are gone. */
function hidesCharges(evidence: Evidence): boolean {
  const lost = evidence.diff.charges.some(
    ({ base, head }) => head === undefined && base?.owner.kind !== 'extra',
  );
  return lost && newAtHead(evidence).some(({ code }) => HIDING.has(code));
}

/** The head looks at less of the code, or gives it other inputs, and what still stands has lost charges. */
function leavesCharges(evidence: Evidence, { head }: Measuring): boolean {
  const changed = newAtHead(evidence).some(
    ({ code, severity }) => code === 'iac-changed' && severity === 'warning',
  );
  return changed && vanishes(evidence.diff.charges, head.workloads);
}

function newAtHead({ headDiagnostics, baseDiagnostics }: Evidence): readonly Diagnostic[] {
  const known = new Set(baseDiagnostics.map(({ code, message }) => `${code} ${message}`));
  return headDiagnostics.filter(({ code, message }) => !known.has(`${code} ${message}`));
}
