import type { Tier } from '../../model/price.ts';
import type { KnownCall, OtherCall } from './call.ts';

/** Cheaper tiers, with what they ask for in return (Amazon Bedrock user guide, batch inference and service tiers, 2026). */
const TIERS: readonly {
  readonly tier: Tier;
  readonly from: readonly Tier[];
  readonly words: string;
  readonly condition: string;
}[] = [
  {
    tier: 'batch',
    from: ['standard', 'priority', 'latency-optimized', 'flex'],
    words: 'batch jobs',
    condition: 'answers may take up to 24 hours',
  },
  {
    tier: 'flex',
    from: ['standard', 'priority', 'latency-optimized'],
    words: 'flex tier',
    condition: 'answers may take longer at busy times',
  },
  {
    tier: 'standard',
    from: ['priority', 'latency-optimized'],
    words: 'standard tier',
    condition: 'answers need not come before those of others',
  },
];

/** The call in each cheaper tier. A batch job caches no prompt. */
export function otherTiers({ call, workload }: KnownCall): readonly OtherCall[] {
  // An agent makes its calls itself, and in the standard tier.
  if (workload.uses.some(({ role }) => role === 'agent')) return [];
  return TIERS.filter(({ from }) => from.includes(call.tier)).map(({ tier, words, condition }) => {
    const { cache, ...rest } = call;
    const keeps = cache !== undefined && tier !== 'batch';
    return { kind: tier, words, condition, call: { ...rest, tier, ...(keeps ? { cache } : {}) } };
  });
}
