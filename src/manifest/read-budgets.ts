/** Reads `budgets`: limits on the total, on layers, on environments and on workloads. */
import type { z } from 'zod';
import type { Budget, BudgetMeasure, BudgetScope, UnpricedShare } from '../model/budget.ts';
import { LAYERS } from '../model/layer.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { check } from './check.ts';
import {
  action,
  budgetMessage,
  limit,
  limitScenario,
  perThousandRequests,
  unpricedShare,
} from './core-schema.ts';
import { nearest } from './nearest.ts';
import { once } from './once.ts';
import { quoted } from './shown.ts';
import { type ManifestSource, mapEntries, nodeAt, report } from './source.ts';
import { entryAt, locate, type Path } from './tree.ts';

type Settings = Pick<Budget, 'action' | 'on' | 'message'>;
type Limit = z.infer<ReturnType<typeof limit>>;

const MEASURES: readonly BudgetMeasure[] = ['monthly', 'increase', 'increase_percent', 'per_1k_requests'];
/** What a map of limits can say of all its limits. */
const SETTINGS = ['action', 'on', 'message'] as const;

export interface Budgets {
  readonly budgets: readonly Budget[];
  readonly unpricedShare?: UnpricedShare;
  /** Set where a fault may hide a limit. */
  readonly budgetsUnreadable?: SourceLocation;
}

/** The limits without a fault. A limit on a workload that does not exist is kept, with a warning. */
export function readBudgets(source: ManifestSource): Budgets {
  const path = ['budgets'];
  const before = source.diagnostics.length;
  mapEntries(source, path, [
    ...MEASURES,
    ...SETTINGS,
    'unpriced_share',
    'layers',
    'environments',
    'workloads',
  ]);
  const settings = settingsAt(source, path, { action: 'fail' });
  const budgets = [
    ...limitsAt(source, path, { kind: 'total' }, settings),
    ...layerBudgets(source, [...path, 'layers'], settings),
    ...environmentBudgets(source, [...path, 'environments'], settings),
    ...workloadBudgets(source, [...path, 'workloads'], settings),
  ];
  const share = shareAt(source, [...path, 'unpriced_share']);
  const faults = source.diagnostics.slice(before).some(({ severity }) => severity === 'error');
  const spoiled = faults || entryAt(source.root, path)?.node.spoiled === true;
  return {
    budgets,
    ...(share === undefined ? {} : { unpricedShare: share }),
    ...(spoiled ? { budgetsUnreadable: locate(source.root, path) } : {}),
  };
}

function layerBudgets(source: ManifestSource, path: Path, settings: Settings): readonly Budget[] {
  return mapEntries(source, path, LAYERS).flatMap(([name, { node }]) => {
    const layer = LAYERS.find((known) => known === name);
    if (layer === undefined) return [];
    const scope: BudgetScope = { kind: 'layer', layer };
    const own = [...path, name];
    // A bare limit is the one that is asked for most: dollars a month.
    const isBare = node.kind !== 'map' || node.entries.has('max');
    return isBare ? limitAt(source, own, scope, 'monthly', settings) : groupAt(source, own, scope, settings);
  });
}

function environmentBudgets(source: ManifestSource, path: Path, settings: Settings): readonly Budget[] {
  const named = new Set(workloadNames(source).flatMap((name) => environmentOf(source, name) ?? []));
  return mapEntries(source, path).flatMap(([name, entry]) => {
    if (!named.has(name))
      unmatched(source, entry.at, 'environment', 'that no workload names', name, [...named]);
    const scope: BudgetScope = { kind: 'environment', project: source.directory, environment: name };
    return groupAt(source, [...path, name], scope, settings);
  });
}

function workloadBudgets(source: ManifestSource, path: Path, settings: Settings): readonly Budget[] {
  const names = workloadNames(source);
  const known = new Set(names);
  return mapEntries(source, path).flatMap(([name, entry]) => {
    if (!known.has(name)) unmatched(source, entry.at, 'workload', 'which does not exist', name, names);
    const scope: BudgetScope = { kind: 'workload', project: source.directory, workload: name };
    return groupAt(source, [...path, name], scope, settings);
  });
}

function workloadNames(source: ManifestSource): readonly string[] {
  const workloads = nodeAt(source, ['workloads']);
  return workloads?.kind === 'map' ? [...workloads.entries.keys()] : [];
}

function environmentOf(source: ManifestSource, workload: string): string | undefined {
  const node = nodeAt(source, ['workloads', workload, 'environment']);
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

function unmatched(
  source: ManifestSource,
  at: SourceLocation,
  what: string,
  why: string,
  name: string,
  known: readonly string[],
): void {
  const meant = nearest(name, known);
  const advice = meant === undefined ? '' : `; did you mean ${quoted(meant)}?`;
  const message = `a budget names the ${what} ${quoted(name)}, ${why}${advice}`;
  const hint = meant === undefined ? undefined : `${meant}:`;
  report(source, { code: 'budget-unmatched', severity: 'warning', at, message, hint });
}

/** A map of limits with settings of its own. */
function groupAt(
  source: ManifestSource,
  path: Path,
  scope: BudgetScope,
  settings: Settings,
): readonly Budget[] {
  mapEntries(source, path, [...MEASURES, ...SETTINGS]);
  return limitsAt(source, path, scope, settingsAt(source, path, settings));
}

function limitsAt(
  source: ManifestSource,
  path: Path,
  scope: BudgetScope,
  settings: Settings,
): readonly Budget[] {
  return MEASURES.filter((measure) => entryAt(source.root, [...path, measure]) !== undefined).flatMap(
    (measure) => limitAt(source, [...path, measure], scope, measure, settings),
  );
}

function limitAt(
  source: ManifestSource,
  path: Path,
  scope: BudgetScope,
  measure: BudgetMeasure,
  settings: Settings,
): readonly Budget[] {
  const stated: Limit | undefined = check(source, schemaOf(measure), path);
  if (stated === undefined) return [];
  const { max, ...own } = 'max' in stated ? stated : { max: stated };
  const at = locate(source.root, path);
  return [{ scope, measure, max, ...merged(settings, own), from: 'manifest', at }];
}

/** The nearest setting holds. */
function merged(
  outer: Settings,
  own: { readonly [Key in keyof Settings]?: Settings[Key] | undefined },
): Settings {
  const on = own.on ?? outer.on;
  const message = own.message ?? outer.message;
  return {
    action: own.action ?? outer.action,
    ...(on === undefined ? {} : { on }),
    ...(message === undefined ? {} : { message }),
  };
}

const inDollars = once(() => limit('dollars'));
const inPercent = once(() => limit('percent'));
const forThousand = once(perThousandRequests);
const actionSchema = once(action);
const scenarioSchema = once(limitScenario);
const messageSchema = once(budgetMessage);
const shareSchema = once(unpricedShare);

function schemaOf(measure: BudgetMeasure): ReturnType<typeof limit> {
  if (measure === 'per_1k_requests') return forThousand();
  return measure === 'increase_percent' ? inPercent() : inDollars();
}

/** An action that cannot be read does not loosen the limits it was for. */
function settingsAt(source: ManifestSource, path: Path, outer: Settings): Settings {
  const stated = (key: string) => nodeAt(source, [...path, key]) !== undefined;
  const own = (key: string) => [...path, key];
  return merged(outer, {
    ...(stated('action') ? { action: check(source, actionSchema(), own('action')) ?? 'fail' } : {}),
    ...(stated('on') ? { on: check(source, scenarioSchema(), own('on')) } : {}),
    ...(stated('message') ? { message: check(source, messageSchema(), own('message')) } : {}),
  });
}

function shareAt(source: ManifestSource, path: Path): UnpricedShare | undefined {
  if (nodeAt(source, path) === undefined) return undefined;
  const share = check(source, shareSchema(), path);
  return share === undefined
    ? undefined
    : { project: source.directory, share, at: locate(source.root, path) };
}
