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

/** The model with its profile; the same for two spellings of one id. */
export function modelWithProfile(id: string, models: ModelCatalogue): string | undefined {
  const answer = models.resolve(id);
  return answer.kind === 'model' ? [answer.model.key, answer.prefix ?? ''].join(' ') : undefined;
}
