import type { Diagnostic } from './diagnostic.ts';
import type { Model } from './price.ts';
import type { SourceLocation } from './source-location.ts';

const WORDS = {
  legacy: 'is legacy',
  'extended-access': 'is in extended access, which can cost more than the list price',
  retired: 'is retired: calls to it fail',
} as const;

/** A warning where a model is on its way out, with the date and the successor where they are known. */
export function lifecycleDiagnostics(model: Model, at: SourceLocation): readonly Diagnostic[] {
  if (model.lifecycle === undefined || model.lifecycle === 'active') return [];
  const until = model.endOfLife === undefined ? '' : `; its last day is ${model.endOfLife}`;
  const hint = model.successor === undefined ? {} : { hint: `model: ${model.successor}` };
  return [
    {
      code: 'model-lifecycle',
      severity: 'warning',
      message: `${model.name} ${WORDS[model.lifecycle]}${until}.`,
      at,
      ...hint,
    },
  ];
}
