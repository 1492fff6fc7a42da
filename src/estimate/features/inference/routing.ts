/** Which model serves how many of a workload's calls, where a prompt router chooses. */
import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { ONE } from '../../../model/decimal.ts';
import { declaredFactor } from '../../../model/factors.ts';
import type { FeatureInput } from '../../../model/feature.ts';
import { addRanges, isExact, NOTHING, type Range } from '../../../model/range.ts';
import type { Stated } from '../../../model/stated.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';
import type { CallUse } from './charges.ts';

export interface RoutedCall {
  readonly call: ModelCall;
  readonly use: CallUse;
}

const HINT = 'prompt_routing: { split: { "MODEL A": 70%, "MODEL B": 30% } }';

/**
 * One call for each model of the stated split, under the name of the model; the call itself where there is no split.
 * The model that the workload states keeps the place of the call, so that a diff shows its share as what changed.
 * Named calls have their own models.
 */
export function routedCalls(
  input: FeatureInput<unknown>,
  workload: Workload,
  call: ModelCall,
): readonly RoutedCall[] {
  const routing = workload.sections.get('prompt_routing');
  const split = (routing?.content as { readonly split?: ReadonlyMap<string, Stated> } | undefined)?.split;
  if (routing === undefined || split === undefined || call.name !== undefined) {
    const routed = workload.uses.some(({ role }) => role === 'prompt-router') || routing !== undefined;
    return [{ call, use: routed ? { factors: [], modelHint: HINT } : { factors: [] } }];
  }
  // Each request goes to one model, in every scenario: ranges of shares would serve too few requests, and too many.
  const whole = addRanges(NOTHING, ...[...split.values()].map(({ range }) => range));
  const isWhole = isExact(whole) && whole.expected.eq(ONE);
  const names = namesOf(input, [...split.keys()]);
  return [...split].map(([id, share]): RoutedCall => {
    const at = routing.at('split', id);
    const name = 'share routed to this model';
    const routed: Factor | MissingFactor = isWhole
      ? declaredFactor(name, share.range, at)
      : {
          name,
          missing: `the shares of the split add up to ${percent(whole)}, not to 100%`,
          hint: HINT,
        };
    const model = { id, origin: 'declared', at } as const;
    const isOwn = id === call.model.id;
    // Capacity is of the call's own model; the others of the split run on demand.
    const { capacity, ...rest } = call;
    return {
      call: {
        ...rest,
        ...(isOwn ? {} : { name: names.get(id) ?? id }),
        ...(isOwn && capacity !== undefined ? { capacity } : {}),
        model,
      },
      use: { factors: [routed] },
    };
  });
}

function percent({ low, high }: Range): string {
  const [least, most] = [low, high].map((share) => `${share.times(100).toFixed()}%`);
  return least === most ? `${least}` : `${least} at the low end and ${most} at the high end`;
}

/** What each model is called; its id where two ids are of one model. */
function namesOf({ models }: FeatureInput<unknown>, ids: readonly string[]): ReadonlyMap<string, string> {
  const named = ids.map((id) => {
    const answer = models.resolve(id);
    return [id, answer.kind === 'model' ? answer.model.name : id] as const;
  });
  const count = (name: string) => named.filter(([, other]) => other === name).length;
  return new Map(named.map(([id, name]) => [id, count(name) > 1 ? id : name]));
}
