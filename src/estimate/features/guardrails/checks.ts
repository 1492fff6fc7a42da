/** Checks without a guardrail: InvokeGuardrailChecks, a family of prices of its own. */
import { z } from 'zod';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import { declaredFactor, factorFrom, requestsOf } from '../../../model/factors.ts';
import type { FeatureInput, WorkloadSection } from '../../../model/feature.ts';
import { amount, oneOf, rate, section } from '../../../model/fields.ts';
import { statedFactor } from '../../../model/resource-usage.ts';
import type { Stated } from '../../../model/stated.ts';
import type { Section, Workload } from '../../../model/workload.ts';
import { unitsOf } from './units.ts';

const CHECKS = ['content', 'prompt-attack', 'sensitive-information'] as const;
type Check = (typeof CHECKS)[number];

/** By what the price book calls them. */
const DIMENSIONS: Readonly<Record<Check, string>> = {
  content: 'content-filter',
  'prompt-attack': 'prompt-attack',
  'sensitive-information': 'sensitive-information',
};

export const CHECKS_SECTION: WorkloadSection = {
  key: 'guardrail_checks',
  setAside: { calls: ['calls_per_request'], text_units_per_call: ['chars'] },
  description: 'Checks of texts without a guardrail: which, how often, and how long the texts are.',
  schema: () =>
    section({
      checks: z.array(oneOf(CHECKS)),
      calls: z.optional(rate('calls')),
      calls_per_request: z.optional(amount('calls').describe('1 where both are absent.')),
      text_units_per_call: z.optional(amount('text units')),
      chars: z.optional(amount('characters').describe('Characters of one text; a text unit holds 1,000.')),
    }),
};

/** One charge for each check: calls × text units × price (AWS Price List of 2026-08-09, GuardrailChecks). */
export function checkCharges(input: FeatureInput<unknown>): readonly Charge[] {
  return input.workloads.flatMap((workload) => {
    const stated = workload.sections.get(CHECKS_SECTION.key);
    if (stated === undefined) return [];
    const { checks } = stated.content as { readonly checks: readonly Check[] };
    const factors = [...calls(input, workload, stated), units(input, stated)];
    return [...new Set(checks)].map((check) => {
      const { region } = workload;
      return charge({
        project: input.project,
        layer: 'features',
        feature: 'guardrails',
        owner: { kind: 'workload', name: workload.name },
        component: `${check.replaceAll('-', ' ')} check`,
        region,
        unit: 'text units',
        factors,
        price: input.prices.price({ subject: 'guardrail-checks', dimension: DIMENSIONS[check], region }),
        at: stated.at(),
      });
    });
  });
}

function calls(
  input: FeatureInput<unknown>,
  workload: Workload,
  stated: Section,
): readonly (Factor | MissingFactor)[] {
  const all = statedFactor(stated, 'calls', 'calls', input.month);
  if (all !== undefined) return [all];
  const name = 'check calls per request';
  const each = statedFactor(stated, 'calls_per_request', name, input.month);
  return [requestsOf(workload), each ?? factorFrom('assumed', name, 1, stated.at())];
}

function units(input: FeatureInput<unknown>, stated: Section): Factor | MissingFactor {
  const name = 'text units per call';
  const counted = statedFactor(stated, 'text_units_per_call', name, input.month);
  if (counted !== undefined) return counted;
  const { chars } = stated.content as { readonly chars?: Stated };
  if (chars !== undefined) return declaredFactor(name, unitsOf(chars), stated.at('chars'));
  return {
    name,
    missing: 'the text units of a call are not stated',
    hint: 'guardrail_checks: { text_units_per_call: 2 }',
  };
}
