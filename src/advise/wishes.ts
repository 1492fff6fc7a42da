/** Advice as a manifest wants it. */
import { type Decimal, decimal } from '../model/decimal.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ModelCatalogue } from '../model/price.ts';
import type { SourceLocation } from '../model/source-location.ts';

/** What a manifest says of the advice that it wants. */
export interface Wishes {
  readonly minimum?: Decimal;
  readonly models: readonly string[];
  readonly at: SourceLocation;
}

/** Less than this a month is not worth a line where the manifest says nothing, US dollars. */
const MINIMUM = decimal(10);

/** The least saving that is shown. */
export function minimumOf(wishes: Wishes | undefined): Decimal {
  return wishes?.minimum ?? MINIMUM;
}

/** Models to compare with that nobody knows. */
export function unknownModels(wishes: Wishes | undefined, models: ModelCatalogue): readonly Diagnostic[] {
  if (wishes === undefined) return [];
  return wishes.models.flatMap((id): readonly Diagnostic[] => {
    const answer = models.resolve(id);
    if (answer.kind === 'model') return [];
    const message = `advice compares with a model that is not known: ${answer.why}`;
    const nearest = answer.kind === 'unknown' ? answer.nearest[0] : undefined;
    const hint = nearest === undefined ? {} : { hint: `advice: { models: [${nearest}] }` };
    return [{ code: 'model-unknown', severity: 'warning', message, at: wishes.at, ...hint }];
  });
}
