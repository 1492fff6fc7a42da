import type { CodeChange } from '../model/model-change.ts';
import type { ModelCatalogue } from '../model/price.ts';
import type { BoundModel, Estimate } from '../model/report.ts';

/**
 * The workload of the same project whose manifest states the model that code used to name, at both commits: most
 * likely the code is its own, and the manifest was forgotten. Undefined where there is none, or several.
 */
export function staleWorkload(
  { project, before, after }: CodeChange,
  {
    base,
    head,
    models,
  }: { readonly base: Estimate; readonly head: Estimate; readonly models: ModelCatalogue },
): BoundModel | undefined {
  if (before === undefined || after === undefined) return undefined;
  const wanted = modelWithProfile(before.id, models);
  const states = (bound: BoundModel) =>
    bound.project === project &&
    bound.origin === 'declared' &&
    (bound.id === before.id || (wanted !== undefined && modelWithProfile(bound.id, models) === wanted));
  const known = new Set(base.models.filter(states).map(({ workload }) => workload));
  const found = head.models.filter((bound) => states(bound) && known.has(bound.workload));
  const [only] = found;
  return new Set(found.map(({ workload }) => workload)).size === 1 ? only : undefined;
}

/**
 * The workload of the same project whose manifest leaves the model that code used to name for another one than the code
 * does. Undefined where there is none, or several.
 */
export function divergedWorkload(
  { project, before, after }: CodeChange,
  {
    base,
    head,
    models,
  }: { readonly base: Estimate; readonly head: Estimate; readonly models: ModelCatalogue },
): BoundModel | undefined {
  if (before === undefined || after === undefined) return undefined;
  const of = (id: string) => modelWithProfile(id, models) ?? id;
  // Another profile of the same model is told as code that was left behind.
  if (modelOf(before.id, models) === modelOf(after.id, models)) return undefined;
  const key = ({ workload, call = '' }: BoundModel) => JSON.stringify([workload, call]);
  const isOwn = (bound: BoundModel) => bound.project === project && bound.origin === 'declared';
  const known = new Set(
    base.models.filter((bound) => isOwn(bound) && of(bound.id) === of(before.id)).map(key),
  );
  const found = head.models.filter(
    (bound) => isOwn(bound) && known.has(key(bound)) && ![of(before.id), of(after.id)].includes(of(bound.id)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The model with its profile; the same for two spellings of one id. */
export function modelWithProfile(id: string, models: ModelCatalogue): string | undefined {
  const answer = models.resolve(id);
  return answer.kind === 'model' ? [answer.model.key, answer.prefix ?? ''].join(' ') : undefined;
}

/** The model, whatever its profile is; an id that means none stands for itself. */
export function modelOf(id: string, models: ModelCatalogue): string {
  const answer = models.resolve(id);
  return answer.kind === 'model' ? answer.model.key : id;
}
