/** Guardrails: billed for each filter by the text unit of up to 1,000 characters. */
import { z } from 'zod';
import type { Charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, oneOf, section, share, wholeNumber } from '../../../model/fields.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Declared } from '../../../model/workload.ts';
import { alternatives } from './alternatives.ts';
import { enforcedGuardrail, guardrailBesides, guardrailCharges, unusedGuardrail } from './charges.ts';
import { CHECKS_SECTION, checkCharges } from './checks.ts';
import { BILLED_FILTERS, FREE_FILTERS, type Guardrail, readFilters } from './filters.ts';

const GUARDRAIL_SECTION = 'guardrail';

export const guardrails: Feature<Guardrail> = {
  id: 'guardrails',
  title: 'Guardrails',
  layer: 'features',
  workloadSections: [
    {
      key: GUARDRAIL_SECTION,
      setAside: { text_units_per_request: ['input_chars', 'output_chars', 'grounding_source_chars'] },
      description:
        'What the guardrail of the workload evaluates: its filters (from the infrastructure code where it declares the guardrail) and the text units or characters of a request.',
      schema: () =>
        section({
          filters: z.optional(z.array(oneOf([...BILLED_FILTERS, ...FREE_FILTERS]))),
          text_units_per_request: z.optional(amount('text units')),
          input_chars: z.optional(
            amount('characters').describe(
              'Characters of a question. Where `filters` are listed and this is absent, questions are not evaluated.',
            ),
          ),
          output_chars: z.optional(
            amount('characters').describe(
              'Characters of an answer. Where `filters` are listed and this is absent, answers are not evaluated.',
            ),
          ),
          grounding_source_chars: z.optional(
            amount('characters').describe('Characters of the source that answers are held against.'),
          ),
          images_per_request: z.optional(amount('images').describe('Images that content filters look at.')),
          automated_reasoning_policies: z.optional(
            wholeNumber().describe('Policies of automated reasoning, each of which is billed.'),
          ),
          blocked_inputs: z.optional(
            share().describe('Share of the requests whose input is blocked: they reach no model.'),
          ),
        }),
    },
    CHECKS_SECTION,
  ],
  mappings: {
    terraform: { aws_bedrock_guardrail: mapGuardrail },
    cloudformation: {
      'AWS::Bedrock::Guardrail': mapGuardrail,
      // It has every model call of the account evaluated.
      'AWS::Bedrock::EnforcedGuardrailConfiguration': () => ({ role: 'enforcement', facts: { filters: [] } }),
    },
  },
  charges: chargesOfGuardrails,
  alternatives,
};

function mapGuardrail(resource: Resource) {
  return { role: 'guardrail', facts: { filters: readFilters(resource) } };
}

function chargesOfGuardrails(input: FeatureInput<Guardrail>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  // What a workload states is of one guardrail; another one that it uses is listed by itself.
  const further = new Map<string, Declared<Guardrail>>();
  for (const workload of input.workloads) {
    const stated = workload.sections.get(GUARDRAIL_SECTION);
    const [declared, ...others] = workload.uses.filter(
      (use): use is Declared<Guardrail> => use.role === 'guardrail',
    );
    for (const other of others) further.set(other.resource.address, other);
    if ((stated === undefined && declared === undefined) || declared?.pricedBy !== undefined) continue;
    const made = guardrailCharges(input, workload, stated, declared);
    charges.push(...made.charges);
    diagnostics.push(...made.diagnostics);
  }
  for (const declared of further.values()) {
    if (declared.pricedBy === undefined) charges.push(...guardrailBesides(input, declared));
  }
  const isStated = input.workloads.some((workload) => workload.sections.has(GUARDRAIL_SECTION));
  for (const declared of input.resources) {
    if (declared.usedBy.length > 0 || declared.pricedBy !== undefined) continue;
    if (declared.role === 'guardrail') {
      // One that nothing calls costs nothing; one that no workload names may be called from anywhere.
      charges.push(...unusedGuardrail(input, declared));
    } else if (!isStated) {
      charges.push(enforcedGuardrail(input, declared));
    }
  }
  return { charges: [...charges, ...checkCharges(input)], diagnostics };
}
