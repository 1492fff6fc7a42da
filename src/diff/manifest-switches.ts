/** Models that only a manifest changes: the code still names the one before. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { LIMITS } from '../model/limits.ts';
import type { ModelsInCode, Unread } from '../model/model-change.ts';
import type { ModelCatalogue } from '../model/price.ts';
import type { BoundModel, Estimate } from '../model/report.ts';
import { bindingTo } from './manifest-lines.ts';
import { modelOf, modelWithProfile } from './stale-workload.ts';

/** A model that a manifest states at both commits, and not the same. */
export interface ManifestSwitch {
  readonly from: BoundModel;
  readonly to: BoundModel;
}

/** Every workload whose manifest states another model than before, also under a name that it says it had. */
export function manifestSwitches(
  base: Estimate,
  head: Estimate,
  models: ModelCatalogue,
): readonly ManifestSwitch[] {
  const key = (workload: string, { call = '' }: BoundModel) => JSON.stringify([workload, call]);
  const nameOf = ({ project, workload }: BoundModel) => `${project}/${workload}`;
  const before = new Map(base.models.filter(isStated).map((bound) => [key(nameOf(bound), bound), bound]));
  return head.models.filter(isStated).flatMap((to) => {
    const name = nameOf(to);
    const from = before.get(key(base.workloads.has(name) ? name : (head.renamedFrom.get(name) ?? name), to));
    return from === undefined || same(from.id, to.id, models) ? [] : [{ from, to }];
  });
}

function isStated({ origin }: BoundModel): boolean {
  return origin === 'declared';
}

/**
 * What the code of the projects has to say of the switches, and a notice for each project whose code was not searched.
 */
export function heldAgainstCode(
  switches: readonly ManifestSwitch[],
  { named, unread }: ModelsInCode,
  head: Estimate,
  models: ModelCatalogue,
): readonly Diagnostic[] {
  return [...forgottenInCode(switches, named, head, models), ...notSearched(switches, unread)];
}

function notSearched(
  switches: readonly ManifestSwitch[],
  unread: ReadonlyMap<string, Unread>,
): readonly Diagnostic[] {
  return [...unread].flatMap(([project, { over, count }]) => {
    const first = switches.find(({ to }) => to.project === project);
    if (first === undefined) return [];
    const { from, to } = first;
    const why =
      over === 'files'
        ? `without a checkout each of its ${count} files of code is a request`
        : `its ${count} bytes of code are more than are read`;
    const hint =
      over === 'files'
        ? 'Check the repository out before this step (actions/checkout), so that files cost no requests.'
        : `Bind the model to the code that calls it: model: { file: … }`;
    return [
      {
        code: 'limit-exceeded',
        severity: 'notice',
        message: `The manifest changes the model of ${to.workload} from ${from.id} to ${to.id}. Whether code still names the former one was not looked at: ${why}.`,
        at: to.at,
        hint,
      },
    ];
  });
}

/**
 * A warning at both places, where the code of the project names the former model, nowhere the present one, and no
 * other workload states the former. `inCode` is what the code of each project names at head.
 */
function forgottenInCode(
  switches: readonly ManifestSwitch[],
  inCode: ModelsInCode['named'],
  head: Estimate,
  models: ModelCatalogue,
): readonly Diagnostic[] {
  return switches.flatMap(({ from, to }) => {
    const named = inCode.get(to.project) ?? [];
    // Where the model itself changes, code may leave its profile to what it is given when it runs.
    const alike = modelOf(from.id, models) === modelOf(to.id, models) ? same : sameModel;
    const places = named.filter(({ id }) => alike(id, from.id, models));
    const [first] = places;
    const others = head.models.filter((bound) => bound.project === to.project && bound !== to);
    const isOfAnother = (id: string) => others.some((bound) => alike(bound.id, id, models));
    // What another workload states explains that code names it, the former model or the present one.
    const isThere = named.some(({ id }) => alike(id, to.id, models)) && !isOfAnother(to.id);
    if (first === undefined || isOfAnother(from.id) || isThere) return [];
    const common = { code: 'manifest-disagrees', severity: 'warning' } as const;
    const where = `${first.at.file}:${first.at.line ?? 1}`;
    return [
      {
        ...common,
        message: `The manifest changes the model of ${to.workload} from ${from.id} to ${to.id}, and ${where} still names ${first.id}; the manifest's is priced.`,
        at: to.at,
        hint: `model: ${bindingTo(to.project, first)}`,
      },
      ...places.slice(0, LIMITS.diagnosticsListed).map(({ id, at }) => ({
        ...common,
        message: `This still names ${id}, and the manifest now prices ${to.workload} with ${to.id}.`,
        at,
        hint: to.id,
      })),
    ];
  });
}

function sameModel(one: string, other: string, models: ModelCatalogue): boolean {
  return modelOf(one, models) === modelOf(other, models);
}

function same(one: string, other: string, models: ModelCatalogue): boolean {
  if (one === other) return true;
  const known = modelWithProfile(one, models);
  return known !== undefined && known === modelWithProfile(other, models);
}
