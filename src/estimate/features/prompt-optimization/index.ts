/** Prompt optimization: billed by the token of prompts that are rewritten, before and after. */
import { z } from 'zod';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, rate, section } from '../../../model/fields.ts';
import { statedFactor } from '../../../model/resource-usage.ts';
import type { Section, Workload } from '../../../model/workload.ts';

const SECTION = 'prompt_optimization';

export const promptOptimization: Feature = {
  id: 'prompt-optimization',
  title: 'Prompt optimization',
  layer: 'features',
  workloadSections: [
    {
      key: SECTION,
      description: 'Tokens of the prompts that are optimized: every month, or once.',
      schema: () =>
        section({
          tokens: z.optional(rate('tokens')),
          one_time_tokens: z.optional(amount('tokens')),
        }),
    },
  ],
  charges,
};

function charges(input: FeatureInput<unknown>): FeatureCharges {
  const charges = input.workloads.flatMap((workload) => {
    const stated = workload.sections.get(SECTION);
    return stated === undefined ? [] : optimizations(input, workload, stated);
  });
  return { charges, diagnostics: [] };
}

function optimizations(input: FeatureInput<unknown>, workload: Workload, stated: Section): readonly Charge[] {
  const made = (component: string, period: Charge['period'], factor: Factor | MissingFactor) =>
    charge({
      project: input.project,
      layer: 'features',
      feature: 'prompt-optimization',
      owner: { kind: 'workload', name: workload.name },
      component,
      period,
      region: workload.region,
      unit: 'tokens',
      factors: [factor],
      price: input.prices.price({
        subject: 'prompt-optimization',
        dimension: 'token',
        region: workload.region,
      }),
      at: stated.at(),
    });
  const once = statedFactor(stated, 'one_time_tokens', 'tokens', input.month);
  const monthly = statedFactor(stated, 'tokens', 'tokens', input.month);
  const list: Charge[] = [];
  if (once !== undefined) list.push(made('optimized tokens, once', 'one-time', once));
  if (monthly !== undefined) list.push(made('optimized tokens', 'monthly', monthly));
  if (list.length > 0) return list;
  const missing = 'how many tokens of prompts are optimized is not stated';
  return [
    made('optimized tokens', 'monthly', {
      name: 'tokens',
      missing,
      hint: 'prompt_optimization: { tokens: 200k per month }',
    }),
  ];
}
