/** How many calls a workload makes in a month, as factors. */
import type { Factor, MissingFactor } from './charge.ts';
import { ONE } from './decimal.ts';
import { declaredFactor, factor, remainder, requestsOf } from './factors.ts';
import { mapRange } from './range.ts';
import type { Stated } from './stated.ts';
import type { ModelCall, Workload } from './workload.ts';

/**
 * Requests × the share that the guardrail lets through × calls per request × tries per call.
 *
 * A blocked input never reaches the model: the guardrail alone is billed (Amazon Bedrock user guide, how guardrails
 * are charged, 2026). Retries are calls that were billed and are made again; throttled calls are not billed.
 */
export function callFactors(workload: Workload, call: ModelCall): readonly (Factor | MissingFactor)[] {
  return [...servedRequests(workload), factor('calls per request', call.perRequest), ...tries(call)];
}

/** Requests of a month that reach a model. */
export function servedRequests(workload: Workload): readonly (Factor | MissingFactor)[] {
  return [requestsOf(workload), ...unblocked(workload)];
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
