import type { FeatureInput } from './feature.ts';
import type { Workload } from './workload.ts';

/**
 * True where the workload's own provisioned throughput serves the standard tier of a model: then its calls cost nothing
 * by themselves. Units serve the model in its region alone: batch jobs and calls of inference profiles run on demand.
 */
export function servedByOwnUnits(
  { models }: Pick<FeatureInput<unknown>, 'models'>,
  workload: Workload,
  id: string,
): boolean {
  const stated = workload.sections.get('provisioned_throughput')?.content as
    | { readonly model?: string }
    | undefined;
  if (stated?.model === undefined) return false;
  const answer = models.resolve(stated.model);
  const called = models.resolve(id);
  return (
    answer.kind === 'model' &&
    called.kind === 'model' &&
    called.scope === 'in-region' &&
    called.model.key === answer.model.key
  );
}
