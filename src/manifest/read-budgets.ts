/** Reads `budgets`: limits on the total, on layers and on workloads. */
import type { z } from 'zod';
import type { Budget, BudgetMeasure, BudgetScope } from '../model/budget.ts';
import { LAYERS } from '../model/layer.ts';
import { check } from './check.ts';
import { action, limit, perThousandRequests } from './core-schema.ts';
import { nearest } from './nearest.ts';
import { once } from './once.ts';
import { quoted } from './shown.ts';
import { type ManifestSource, mapEntries, nodeAt, report } from './source.ts';
import { entryAt, locate, type Path } from './tree.ts';

type Action = Budget['action'];
type Limit = z.infer<ReturnType<typeof limit>>;

const TOTAL: readonly BudgetMeasure[] = ['monthly', 'increase', 'increase_percent'];
const OF_WORKLOAD: readonly BudgetMeasure[] = [...TOTAL, 'per_1k_requests'];

/** The limits without a fault. A limit on a workload that does not exist is kept, with a warning. */
export function readBudgets(source: ManifestSource): readonly Budget[] {
  const path = ['budgets'];
  mapEntries(source, path, [...TOTAL, 'action', 'layers', 'workloads']);
  const fallback = actionAt(source, path, 'fail');
  return [
    ...limitsAt(source, path, { kind: 'total' }, TOTAL, fallback),
    ...layerBudgets(source, [...path, 'layers'], fallback),
    ...workloadBudgets(source, [...path, 'workloads'], fallback),
  ];
}

function layerBudgets(source: ManifestSource, path: Path, fallback: Action): readonly Budget[] {
  return mapEntries(source, path, LAYERS).flatMap(([name, { node }]) => {
    const layer = LAYERS.find((known) => known === name);
    if (layer === undefined) return [];
    const scope: BudgetScope = { kind: 'layer', layer };
    const own = [...path, name];
    // A bare limit is the one that is asked for most: dollars a month.
    const isBare = node.kind !== 'map' || node.entries.has('max');
    return isBare
      ? limitAt(source, own, scope, 'monthly', fallback)
      : groupAt(source, own, scope, TOTAL, fallback);
  });
}

function workloadBudgets(source: ManifestSource, path: Path, fallback: Action): readonly Budget[] {
  const workloads = nodeAt(source, ['workloads']);
  const names = workloads?.kind === 'map' ? [...workloads.entries.keys()] : [];
  const known = new Set(names);
  return mapEntries(source, path).flatMap(([name, entry]) => {
    if (!known.has(name)) {
      const meant = nearest(name, names);
      const advice = meant === undefined ? '' : `; did you mean ${quoted(meant)}?`;
      const message = `a budget names the workload ${quoted(name)}, which does not exist${advice}`;
      const hint = meant === undefined ? undefined : `${meant}:`;
      report(source, { code: 'budget-unmatched', severity: 'warning', at: entry.at, message, hint });
    }
    const scope: BudgetScope = { kind: 'workload', project: source.directory, workload: name };
    return groupAt(source, [...path, name], scope, OF_WORKLOAD, fallback);
  });
}

/** A map of limits with an action of its own. */
function groupAt(
  source: ManifestSource,
  path: Path,
  scope: BudgetScope,
  measures: readonly BudgetMeasure[],
  fallback: Action,
): readonly Budget[] {
  mapEntries(source, path, [...measures, 'action']);
  return limitsAt(source, path, scope, measures, actionAt(source, path, fallback));
}

function limitsAt(
  source: ManifestSource,
  path: Path,
  scope: BudgetScope,
  measures: readonly BudgetMeasure[],
  fallback: Action,
): readonly Budget[] {
  return measures
    .filter((measure) => entryAt(source.root, [...path, measure]) !== undefined)
    .flatMap((measure) => limitAt(source, [...path, measure], scope, measure, fallback));
}

function limitAt(
  source: ManifestSource,
  path: Path,
  scope: BudgetScope,
  measure: BudgetMeasure,
  fallback: Action,
): readonly Budget[] {
  const stated: Limit | undefined = check(source, schemaOf(measure), path);
  if (stated === undefined) return [];
  const { max, action: own } = 'max' in stated ? stated : { max: stated, action: undefined };
  const at = locate(source.root, path);
  return [{ scope, measure, max, action: own ?? fallback, from: 'manifest', at }];
}

const inDollars = once(() => limit('dollars'));
const inPercent = once(() => limit('percent'));
const forThousand = once(perThousandRequests);
const actionSchema = once(action);

function schemaOf(measure: BudgetMeasure): ReturnType<typeof limit> {
  if (measure === 'per_1k_requests') return forThousand();
  return measure === 'increase_percent' ? inPercent() : inDollars();
}

/** An action that cannot be read does not loosen the limits it was for. */
function actionAt(source: ManifestSource, path: Path, fallback: Action): Action {
  const own = [...path, 'action'];
  if (nodeAt(source, own) === undefined) return fallback;
  return check(source, actionSchema(), own) ?? 'fail';
}
