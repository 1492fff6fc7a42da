/** Which model serves how many of a workload's calls, where a prompt router chooses. */
import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { ONE } from '../../../model/decimal.ts';
import { declaredFactor } from '../../../model/factors.ts';
import { addRanges, NOTHING } from '../../../model/range.ts';
import type { Stated } from '../../../model/stated.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';
import type { CallUse } from './charges.ts';

export interface RoutedCall {
  readonly call: ModelCall;
  readonly use: CallUse;
}

const HINT = 'prompt_routing: { split: { "MODEL A": 70%, "MODEL B": 30% } }';

/** One call for each model of the stated split; the call itself where there is none. Named calls have their own models. */
export function routedCalls(workload: Workload, call: ModelCall): readonly RoutedCall[] {
  const routing = workload.sections.get('prompt_routing');
  const split = (routing?.content as { readonly split?: ReadonlyMap<string, Stated> } | undefined)?.split;
  if (routing === undefined || split === undefined || call.name !== undefined) {
    const routed = workload.uses.some(({ role }) => role === 'prompt-router') || routing !== undefined;
    return [{ call, use: routed ? { factors: [], modelHint: HINT } : { factors: [] } }];
  }
  const whole = addRanges(NOTHING, ...[...split.values()].map(({ range }) => range)).expected;
  return [...split].map(([id, share]): RoutedCall => {
    const at = routing.at('split', id);
    const name = 'share routed to this model';
    const routed: Factor | MissingFactor = whole.eq(ONE)
      ? declaredFactor(name, share.range, at)
      : {
          name,
          missing: `the shares of the split add up to ${whole.times(100).toFixed()}%, not to 100%`,
          hint: HINT,
        };
    const model = { id, origin: 'declared', at } as const;
    return { call: { ...call, model }, use: { identity: `routed/${id}`, factors: [routed] } };
  });
}
