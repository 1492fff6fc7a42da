import type { Charge } from '../../../model/charge.ts';
import { dollarsInWords } from '../../../model/wording.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';

/**
 * Adds to a charge of an agent what it would be if a request were one model call, as it looks from outside: the
 * calls that plan, choose tools and summarize multiply it.
 */
export function withNaiveCost(charge: Charge, workload: Workload, { name, perRequest }: ModelCall): Charge {
  const calls = perRequest.range.expected;
  const isAgent = workload.uses.some(({ role }) => role === 'agent');
  if (!isAgent || name !== undefined || calls.lte(1) || charge.cost.kind !== 'priced') return charge;
  const naive = charge.cost.amount.expected.div(calls);
  const makes = perRequest.origin === 'assumed' ? 'is assumed to make' : 'makes';
  const note = `one call per request would be ${dollarsInWords(naive)}; the agent ${makes} ${calls.toFixed()}`;
  return { ...charge, notes: [...charge.notes, note] };
}
