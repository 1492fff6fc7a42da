/** The report as JSON, for programs. */
import type { Breach } from '../model/budget.ts';
import { ZERO } from '../model/decimal.ts';
import type { OverrideOutcome } from '../model/override.ts';
import type { Cause, ChargeDelta, GroupCause, GroupDelta, Reason, Report, Side } from '../model/report.ts';
import { modelChangesEntry } from './json-model-changes.ts';
import {
  amounts,
  chargeIdentity,
  costAmounts,
  decimalText,
  diagnosticEntry,
  jsonText,
  monthEntry,
  ownerEntry,
  unpricedEntry,
  wordsText,
} from './json-parts.ts';
import type { JsonReport } from './report-schema.ts';

/** The JSON report: the same report gives the same bytes. Amounts are decimal text in US dollars, unrounded. */
export function renderJson(report: Report): string {
  return jsonText(jsonReport(report));
}

function jsonReport({
  diff,
  verdict,
  diagnostics,
  coverage,
  modelChanges,
  prices,
  ...rest
}: Report): JsonReport {
  return {
    schemaVersion: 1,
    base: sideEntry(diff.base),
    head: sideEntry(diff.head),
    delta: {
      monthly: amounts(diff.delta.monthly),
      oneTime: amounts(diff.delta.oneTime),
      percent: diff.delta.percent === undefined ? null : decimalText(diff.delta.percent),
      complete: diff.delta.certainty === 'known',
    },
    layers: diff.layers.map((group) => ({ layer: group.key, ...groupEntry(group) })),
    owners: diff.owners.map((group) => ({
      project: group.key.project,
      ...ownerEntry(group.key.owner),
      ...groupEntry(group),
    })),
    ...reasonEntries(diff.reasons),
    charges: diff.charges.flatMap(chargeEntry),
    unpriced: diff.charges.flatMap(({ head }) => (head === undefined ? [] : unpricedEntry(head))),
    modelChanges: modelChangesEntry(modelChanges),
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnosticEntry(diagnostic), side: diagnostic.side })),
    verdict: {
      status: verdict.status,
      fails: verdict.fails,
      breaches: verdict.breaches.map(breachEntry),
      because: [...verdict.because],
      ...(verdict.override === undefined ? {} : { override: overrideEntry(verdict.override) }),
    },
    advice: (rest.advice ?? []).map(({ kind, saves, words, condition, about }) => ({
      kind,
      saves: amounts(saves),
      text: wordsText(words),
      condition,
      about,
    })),
    sensitivity: (rest.sensitivity ?? []).map(({ words, tenPercent }) => ({
      text: wordsText(words),
      tenPercent: decimalText(tenPercent),
    })),
    coverage: {
      declared: decimalText(coverage.declared),
      assumed: decimalText(coverage.assumed),
      origins: originShares(coverage),
      unpriced: coverage.unpriced,
    },
    prices: { asOf: prices.asOf, book: prices.edition },
    month: monthEntry(rest.month),
    regions: [...rest.regions],
    projects: [...rest.projects],
  };
}

function originShares({ origins }: Report['coverage']): JsonReport['coverage']['origins'] {
  return {
    measured: decimalText(origins.measured),
    declared: decimalText(origins.declared),
    iac: decimalText(origins.iac),
    code: decimalText(origins.code),
    assumed: decimalText(origins.assumed),
  };
}

function sideEntry({ revision, monthly, oneTime, unpriced }: Side): JsonReport['base'] {
  return { revision, monthly: amounts(monthly), oneTime: amounts(oneTime), unpriced };
}

function chargeEntry({ base, head, delta, status, causes }: ChargeDelta): JsonReport['charges'] {
  const charge = head ?? base;
  if (charge === undefined) return [];
  return [
    {
      ...chargeIdentity(charge),
      base: costAmounts(base),
      head: costAmounts(head),
      delta: delta === undefined ? null : amounts(delta),
      status,
      causes: causes.map(causeEntry),
    },
  ];
}

function causeEntry({
  kind,
  from,
  to,
  percent,
  amount,
}: Cause): JsonReport['charges'][number]['causes'][number] {
  return {
    kind,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(percent === undefined ? {} : { percent: decimalText(percent) }),
    amount: decimalText(amount),
  };
}

function groupEntry<Key>({ base, head, delta, certainty, unpriced, causes }: GroupDelta<Key>) {
  return {
    base: amounts(base),
    head: amounts(head),
    delta: amounts(delta),
    complete: certainty === 'known',
    unpriced,
    causes: causes.map(groupCauseEntry),
  };
}

function groupCauseEntry(cause: GroupCause): JsonReport['layers'][number]['causes'][number] {
  const { project, owner, call, feature } = cause;
  return {
    ...(project === undefined ? {} : { project }),
    ...(owner === undefined ? {} : ownerEntry(owner)),
    ...(call === undefined ? {} : { call }),
    ...(feature === undefined ? {} : { feature }),
    ...causeEntry(cause),
  };
}

/** So many changes are told in words. */
const TOLD = 5;

function reasonEntries(reasons: readonly Reason[]): Pick<JsonReport, 'reasons' | 'otherChanges'> {
  const told = reasons.slice(0, TOLD).map(({ words, amount, once }) => ({
    text: wordsText(words),
    amount: decimalText(amount),
    period: once === true ? ('one-time' as const) : ('monthly' as const),
  }));
  const rest = reasons.slice(TOLD);
  const otherChanges = (['monthly', 'one-time'] as const).flatMap((period) => {
    const part = rest.filter(({ once }) => (once === true) === (period === 'one-time'));
    const sum = part.reduce((total, { amount }) => total.plus(amount), ZERO);
    return part.length === 0 ? [] : [{ period, count: part.length, amount: decimalText(sum) }];
  });
  return { reasons: told, otherChanges };
}

function overrideEntry(outcome: OverrideOutcome): NonNullable<JsonReport['verdict']['override']> {
  return 'upTo' in outcome ? { ...outcome, upTo: decimalText(outcome.upTo) } : outcome;
}

function breachEntry({ budget, actual }: Breach): JsonReport['verdict']['breaches'][number] {
  const { measure, max, scope, action, on = 'expected', message } = budget;
  return {
    limit: measure,
    actual: decimalText(actual),
    max: decimalText(max),
    scope: scopeEntry(scope),
    action,
    on,
    ...(message === undefined ? {} : { message }),
  };
}

function scopeEntry(scope: Breach['budget']['scope']): JsonReport['verdict']['breaches'][number]['scope'] {
  const project = scope.project === undefined ? {} : { project: scope.project };
  switch (scope.kind) {
    case 'total':
      return { kind: 'total', ...project };
    case 'layer':
      return { kind: 'layer', layer: scope.layer, ...project };
    case 'workload':
      return { kind: 'workload', project: scope.project, workload: scope.workload };
    case 'environment':
      return { kind: 'environment', project: scope.project, environment: scope.environment };
  }
}
