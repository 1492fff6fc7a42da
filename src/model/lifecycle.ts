import type { Diagnostic } from './diagnostic.ts';
import type { Model, ModelCatalogue, PriceBook } from './price.ts';
import type { SourceLocation } from './source-location.ts';
import type { Unknown } from './value.ts';

const WORDS = {
  legacy: 'is legacy',
  'extended-access': 'is in extended access, which can cost more than the list price',
  retired: 'is retired: calls to it fail',
} as const;

interface Sale {
  readonly models: ModelCatalogue;
  readonly prices: PriceBook;
}

interface CalledModel {
  readonly model: Model;
  readonly prefix: string | undefined;
  readonly region: string | Unknown;
  readonly at: SourceLocation;
}

/** A warning where a model is on its way out, with the date and the successor where they are known. */
export function lifecycleDiagnostics(sale: Sale, called: CalledModel): readonly Diagnostic[] {
  const { model, at } = called;
  if (model.lifecycle === undefined || model.lifecycle === 'active') return [];
  const until = model.endOfLife === undefined ? '' : `; its last day is ${model.endOfLife}`;
  const successor = model.successor === undefined ? undefined : soldAs(sale, model.successor, called);
  const hint = successor === undefined ? {} : { hint: `model: ${successor}` };
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

/** The id by which a model is sold in the region: through the same profile, in the region itself, or globally. */
function soldAs({ models, prices }: Sale, id: string, { prefix, region }: CalledModel): string {
  const ids = [...(prefix === undefined ? [] : [`${prefix}.${id}`]), id, `global.${id}`];
  const sold = ids.find((candidate) => {
    const answer = models.resolve(candidate);
    if (answer.kind !== 'model') return false;
    const { model, scope } = answer;
    return prices.price({ subject: model.key, dimension: 'input', region, scope }).found;
  });
  return sold ?? id;
}
