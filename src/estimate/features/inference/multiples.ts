/** How many calls a workload makes in a month, as factors. */
import type { Factor, MissingFactor } from '../../../model/charge.ts';
import { ONE } from '../../../model/decimal.ts';
import { declaredFactor, factor, remainder, requestsOf } from '../../../model/factors.ts';
import { mapRange } from '../../../model/range.ts';
import type { Stated } from '../../../model/stated.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';

/**
 * Requests × the share that the guardrail lets through × calls per request × tries per call.
 *
 * A blocked input never reaches the model: the guardrail alone is billed (Amazon Bedrock user guide, how guardrails
 * are charged, 2026). Retries are calls that were billed and are made again; throttled calls are not billed.
 */
export function callFactors(workload: Workload, call: ModelCall): readonly (Factor | MissingFactor)[] {
  return [
    requestsOf(workload),
    ...unblocked(workload),
    factor('calls per request', call.perRequest),
    ...tries(call),
  ];
}

function unblocked(workload: Workload): readonly Factor[] {
  const guardrail = workload.sections.get('guardrail');
  const content = guardrail?.content as { readonly blocked_inputs?: Stated | undefined } | undefined;
  if (guardrail === undefined || content?.blocked_inputs === undefined) return [];
  const passed = remainder(content.blocked_inputs.range);
  return [declaredFactor('share that the guardrail lets through', passed, guardrail.at('blocked_inputs'))];
}

function tries({ retries }: ModelCall): readonly Factor[] {
  if (retries === undefined) return [];
  return [
    factor('tries per call', { ...retries, range: mapRange(retries.range, (share) => share.plus(ONE)) }),
  ];
}
