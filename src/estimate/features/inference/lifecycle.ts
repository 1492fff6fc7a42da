import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Model } from '../../../model/price.ts';
import type { ModelCall } from '../../../model/workload.ts';

const WORDS = {
  legacy: 'is legacy',
  'extended-access': 'is in extended access, which can cost more than the list price',
  retired: 'is retired: calls to it fail',
} as const;

/** A warning where the model of a call is on its way out, with the date and the successor where they are known. */
export function lifecycleDiagnostics(model: Model, call: ModelCall): readonly Diagnostic[] {
  if (model.lifecycle === undefined || model.lifecycle === 'active') return [];
  const until = model.endOfLife === undefined ? '' : `; its last day is ${model.endOfLife}`;
  const hint = model.successor === undefined ? {} : { hint: `model: ${model.successor}` };
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
