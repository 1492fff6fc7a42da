import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import type { Model } from '../../../model/price.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';

const WORDS = {
  legacy: 'is legacy',
  'extended-access': 'is in extended access, which can cost more than the list price',
  retired: 'is retired: calls to it fail',
} as const;

/** A warning where the model of a call is on its way out, with the date and the successor where they are known. */
export function lifecycleDiagnostics(
  input: Pick<FeatureInput<unknown>, 'models' | 'prices'>,
  model: Model,
  prefix: string | undefined,
  call: ModelCall,
  region: Workload['region'],
): readonly Diagnostic[] {
  if (model.lifecycle === undefined || model.lifecycle === 'active') return [];
  const until = model.endOfLife === undefined ? '' : `; its last day is ${model.endOfLife}`;
  const successor =
    model.successor === undefined ? undefined : soldAs(input, model.successor, prefix, region);
  const hint = successor === undefined ? {} : { hint: `model: ${successor}` };
  return [
    {
      code: 'model-lifecycle',
      severity: 'warning',
      message: `${model.name} ${WORDS[model.lifecycle]}${until}.`,
      at: call.model.at,
      ...hint,
    },
  ];
}

/** The id by which a model is sold in the region: through the same profile, in the region itself, or globally. */
function soldAs(
  { models, prices }: Pick<FeatureInput<unknown>, 'models' | 'prices'>,
  id: string,
  prefix: string | undefined,
  region: Workload['region'],
): string {
  const ids = [...(prefix === undefined ? [] : [`${prefix}.${id}`]), id, `global.${id}`];
  const sold = ids.find((candidate) => {
    const answer = models.resolve(candidate);
    if (answer.kind !== 'model') return false;
    const { model, scope } = answer;
    return prices.price({ subject: model.key, dimension: 'input', region, scope }).found;
  });
  return sold ?? id;
}
