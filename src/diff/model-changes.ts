/** Model ids that change in code: which of them the charges count, and what the others make of the price of a request. */

import type { Diagnostic } from '../model/diagnostic.ts';
import { lifecycleDiagnostics } from '../model/lifecycle.ts';
import { LIMITS } from '../model/limits.ts';
import {
  type ChangePlace,
  type CodeChange,
  type CountedChange,
  type ModelChange,
  type ModelChanges,
  type NamedModel,
  type TokenCount,
  USUAL_REQUEST,
} from '../model/model-change.ts';
import type { Model, ModelCatalogue, PriceBook } from '../model/price.ts';
import type { BoundModel, ChargeDelta, Estimate } from '../model/report.ts';
import { countingCall } from './counted-change.ts';
import { bindingTo, manifestLines } from './manifest-lines.ts';
import { effectsOf, type Offer, offerOf } from './priced-model.ts';
import { restatedCost } from './restated-cost.ts';
import { divergedWorkload, staleWorkload } from './stale-workload.ts';

export interface ModelChangesInput {
  readonly changes: readonly CodeChange[];
  readonly lesser: number;
  readonly charges: readonly ChargeDelta[];
  readonly base: Estimate;
  readonly head: Estimate;
  readonly models: ModelCatalogue;
  readonly bookFor: (project: string) => PriceBook;
  readonly tokenCount: (from: Model, to: Model) => TokenCount | undefined;
}

/**
 * Sorts the changes of code. A file that a workload binds is in the charges. The same switch in another file of the
 * project is taken to be that of the workload that makes it, and is named as such. Everything else is shown with what
 * it makes of 1M tokens and of 1,000 requests, and is in no total.
 */
export function modelChanges(input: ModelChangesInput): {
  readonly changes: ModelChanges;
  /** All places of the head that make a switch which is in the charges, those of infrastructure code too. */
  readonly made: readonly CountedChange[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const counted: CountedChange[] = [];
  const made: CountedChange[] = [];
  const open: CodeChange[] = [];
  const bound = [...input.base.models, ...input.head.models];
  for (const change of input.changes) {
    if (isBound(change, bound, 'code')) continue;
    const by = countingCall(change, input.charges, input.models);
    if (by === undefined) {
      // What has no price among the charges is told there.
      if (!isBound(change, bound, 'iac')) open.push(change);
    } else {
      const here = { project: change.project, ...by, place: placeOf(change) };
      if (change.after !== undefined) made.push(here);
      // What infrastructure code declares is among the charges anyway.
      if (!change.isInfrastructure) counted.push(here);
    }
  }
  const groups = grouped(open);
  const uncounted = groups.map((group) => describe(group, input));
  return {
    made,
    changes: { uncounted, counted, lesser: input.lesser, request: USUAL_REQUEST },
    diagnostics: groups.flatMap((group, index) => problems(group, uncounted[index], input)),
  };
}

/** Whether a workload reads its model from this very file at either commit. */
function isBound(change: CodeChange, bound: readonly BoundModel[], by: BoundModel['origin']): boolean {
  const places = bound.flatMap(({ origin, id, at, overrides }) => [
    ...(origin === by ? [{ id, at }] : []),
    // A default that does not hold changes nothing.
    ...(overrides === undefined ? [] : [overrides]),
  ]);
  const isAt = (side: NamedModel | undefined) =>
    side !== undefined && places.some(({ id, at }) => at.file === side.at.file && id === side.id);
  return isAt(change.before) || isAt(change.after);
}

/** Changes from one id to one other in one project are one change in several places. */
function grouped(changes: readonly CodeChange[]): readonly (readonly CodeChange[])[] {
  const groups = new Map<string, CodeChange[]>();
  for (const change of changes) {
    const side = (model: NamedModel | undefined) => [model?.id, model?.prefixUnknown === true];
    const key = JSON.stringify([change.project, side(change.before), side(change.after)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  const rank = ([first]: readonly CodeChange[]) =>
    first?.before !== undefined && first.after !== undefined ? 0 : first?.after === undefined ? 2 : 1;
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

function placeOf({ before, after }: CodeChange): ChangePlace {
  const model = after ?? before;
  if (model === undefined) throw new Error('a change has a side');
  return { at: model.at, use: model.use, ...(model.name === undefined ? {} : { name: model.name }) };
}

function describe(group: readonly CodeChange[], input: ModelChangesInput): ModelChange {
  const [first] = group;
  if (first === undefined) throw new Error('a group has a change');
  const { project, before, after } = first;
  const stated = input.head.regionOf.get(project) ?? input.base.regionOf.get(project);
  const region = stated ?? usualRegion(after?.id ?? before?.id ?? '');
  const pricing = { book: input.bookFor(project), models: input.models, region, request: USUAL_REQUEST };
  const old = before === undefined ? undefined : offerOf(before, pricing);
  const current = after === undefined ? undefined : offerOf(after, pricing);
  const stale = staleWorkload(first, input);
  return {
    project,
    ...(old === undefined ? {} : { before: old.shown }),
    ...(current === undefined ? {} : { after: current.shown }),
    places: group.map(placeOf),
    region,
    regionAssumed: stated === undefined,
    effects: old === undefined || current === undefined ? [] : effectsOf(old, current, pricing),
    ...tokensOf(old, current, input),
    ...(stale === undefined ? {} : { staleWorkload: stale.workload }),
    ...restatedFor(stale, after, input),
    lines: linesFor(first, stale, current?.model),
  };
}

function tokensOf(
  old: Offer | undefined,
  current: Offer | undefined,
  { tokenCount }: ModelChangesInput,
): { readonly tokens?: TokenCount } {
  if (old?.model === undefined || current?.model === undefined) return {};
  const tokens = tokenCount(old.model, current.model);
  return tokens === undefined ? {} : { tokens };
}

function restatedFor(
  stale: BoundModel | undefined,
  after: NamedModel | undefined,
  { charges, models, bookFor }: ModelChangesInput,
): Pick<ModelChange, 'restated'> {
  if (stale === undefined || after === undefined) return {};
  const restated = restatedCost(stale, after, charges, { models, book: bookFor(stale.project) });
  return restated === undefined ? {} : { restated };
}

function linesFor(
  { project, after }: CodeChange,
  stale: BoundModel | undefined,
  known: Model | undefined,
): readonly string[] {
  if (after === undefined) return [];
  if (stale !== undefined)
    return [`model: ${after.prefixUnknown === true ? `global.${after.id}` : after.id}`];
  return manifestLines(project, after, USUAL_REQUEST, known);
}

/** Where no region is stated: one in which the profile can be called. Prices differ little within a geography. */
function usualRegion(id: string): string {
  return USUAL_REGIONS.get(id.slice(0, id.indexOf('.'))) ?? 'us-east-1';
}

const USUAL_REGIONS: ReadonlyMap<string, string> = new Map([
  ['eu', 'eu-west-1'],
  ['apac', 'ap-southeast-1'],
  ['jp', 'ap-northeast-1'],
  ['au', 'ap-southeast-2'],
  ['ca', 'ca-central-1'],
  ['in', 'ap-south-1'],
  ['us-gov', 'us-gov-west-1'],
]);

/** Models on their way out, and manifests that state what the code no longer does; for the first places. */
function problems(
  group: readonly CodeChange[],
  shown: ModelChange | undefined,
  input: ModelChangesInput,
): readonly Diagnostic[] {
  const [first] = group;
  if (first?.after === undefined || shown === undefined) return [];
  const { after } = first;
  const answer = input.models.resolve(after.id);
  const { prefix, model } = answer.kind === 'model' ? answer : {};
  const sale = { models: input.models, prices: input.bookFor(first.project) };
  const called = { prefix, region: shown.region, at: after.at };
  const aging = model === undefined ? [] : lifecycleDiagnostics(sale, { ...called, model });
  const stale = staleWorkload(first, input);
  if (stale === undefined) return [...aging, ...diverged(first, input)];
  const [line] = shown.lines;
  const hint = line === undefined ? {} : { hint: line };
  const common = { code: 'manifest-disagrees', severity: 'warning', ...hint } as const;
  const where = `${after.at.file}:${after.at.line ?? 1}`;
  const places = group.slice(0, LIMITS.diagnosticsListed).flatMap((change) => change.after?.at ?? []);
  return [
    ...aging,
    {
      ...common,
      message: `The model of ${stale.workload} is ${stale.id} in the manifest, and ${where} changes from it to ${after.id}; the manifest's is priced.`,
      at: stale.at,
    },
    ...places.map((at) => ({
      ...common,
      message: `This changes from ${stale.id} to ${after.id}, and the manifest still prices ${stale.workload} with ${stale.id}.`,
      at,
    })),
  ];
}

/** Both places, where manifest and code leave one model for two different ones. */
function diverged(change: CodeChange, input: ModelChangesInput): readonly Diagnostic[] {
  const { before, after } = change;
  const bound = divergedWorkload(change, input);
  if (bound === undefined || before === undefined || after === undefined) return [];
  const common = {
    code: 'manifest-disagrees',
    severity: 'warning',
    hint: `model: ${bindingTo(change.project, after)}`,
  } as const;
  const where = `${after.at.file}:${after.at.line ?? 1}`;
  return [
    {
      ...common,
      message: `The manifest changes the model of ${bound.workload} from ${before.id} to ${bound.id}, and ${where} changes it to ${after.id}; the manifest's is priced.`,
      at: bound.at,
    },
    {
      ...common,
      message: `This changes from ${before.id} to ${after.id}, and the manifest now prices ${bound.workload} with ${bound.id}.`,
      at: after.at,
    },
  ];
}
