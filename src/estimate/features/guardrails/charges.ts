import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor, factorFrom, requestsOf } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { addRanges, mapRange, NOTHING, type Range } from '../../../model/range.ts';
import type { Stated } from '../../../model/stated.ts';
import { isUnknown, type Unknown } from '../../../model/value.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import { type BilledFilter, DIMENSIONS, type Filter, type FilterUse, FREE_FILTERS, type Guardrail } from './filters.ts';

/** A text unit holds up to this many characters (Amazon Bedrock pricing page, guardrails, 2026). */
const CHARACTERS_PER_UNIT = 1000;

interface GuardrailSection {
  readonly filters?: readonly Filter[] | undefined;
  readonly text_units_per_request?: Stated | undefined;
  readonly input_chars?: Stated | undefined;
  readonly output_chars?: Stated | undefined;
}

/**
 * One charge for each billed filter: requests × text units × price. The filters are those that the manifest
 * lists, else those of the guardrail that the infrastructure code declares.
 */
export function guardrailCharges(
  input: FeatureInput<Guardrail>,
  workload: Workload,
  stated: Section | undefined,
  declared: Declared<Guardrail> | undefined,
): FeatureCharges {
  const content = (stated?.content ?? {}) as GuardrailSection;
  const at = stated?.at() ?? declared?.resource.at ?? workload.at;
  const uses = content.filters === undefined ? (declared?.facts.filters ?? []) : listed(content.filters);
  const diagnostics: Diagnostic[] = [];
  if (content.filters === undefined && declared === undefined) {
    diagnostics.push({
      code: 'manifest-missing',
      severity: 'error',
      message: `the guardrail of ${workload.name} lists no filters, and no guardrail of the infrastructure code is bound to it`,
      at,
      hint: 'guardrail: { filters: [content, denied-topics], text_units_per_request: 3 }',
    });
  }
  const charges = uses.map((use) =>
    filterCharge(input, { kind: 'workload', name: workload.name }, workload.region, use, at, [
      requestsOf(workload),
      ...units(content, stated, use),
      ...policies(use, declared),
    ]),
  );
  return { charges, diagnostics };
}

/** A guardrail that no workload uses: its filters by name, with what would price them. */
export function unusedGuardrail(input: FeatureInput<Guardrail>, declared: Declared<Guardrail>): readonly Charge[] {
  const { resource, facts } = declared;
  const owner = { kind: 'resource', name: resource.address } as const;
  const missing: MissingFactor = {
    name: 'text units',
    missing: 'no workload uses this guardrail, so its text units are not stated',
    hint: `uses: [${resource.address}]  # in the workload that calls it, with guardrail: { text_units_per_request: 3 }`,
  };
  const region = resource.region ?? input.region;
  return facts.filters.map((use) => filterCharge(input, owner, region, use, resource.at, [missing]));
}

function filterCharge(
  input: FeatureInput<Guardrail>,
  owner: Charge['owner'],
  region: string | Unknown,
  use: FilterUse,
  at: Charge['at'] & object,
  factors: readonly (Factor | MissingFactor)[],
): Charge {
  return charge({
    project: input.project,
    layer: 'features',
    feature: 'guardrails',
    owner,
    component: `${use.filter.replaceAll('-', ' ')} filter`,
    region,
    unit: 'text units',
    factors,
    price: input.prices.price({ subject: 'guardrails', dimension: DIMENSIONS[use.filter], region }),
    at,
  });
}

/** The filters of a manifest's list: both sides on. Free ones cost nothing and make no charge. */
function listed(filters: readonly Filter[]): readonly FilterUse[] {
  const free: readonly string[] = FREE_FILTERS;
  return [...new Set(filters)]
    .filter((filter): filter is BilledFilter => !free.includes(filter))
    .map((filter) => ({ filter, input: true, output: true, policies: 1 }));
}

/** Text units of a request: as stated, else ceil(characters / 1000) for each side that the filter looks at. */
function units(content: GuardrailSection, stated: Section | undefined, use: FilterUse): readonly (Factor | MissingFactor)[] {
  if (content.text_units_per_request !== undefined && stated !== undefined) {
    const range = content.text_units_per_request.range;
    return [declaredFactor('text units per request', range, stated.at('text_units_per_request'))];
  }
  const { input_chars, output_chars } = content;
  if (stated === undefined || (input_chars === undefined && output_chars === undefined)) {
    return [
      {
        name: 'text units per request',
        missing: 'the text units of a request are not stated',
        hint: 'guardrail: { text_units_per_request: 3 }',
      },
    ];
  }
  const unknownSide = [use.input, use.output].find(isUnknown);
  if (unknownSide !== undefined) {
    return [{ name: 'text units per request', missing: unknownSide.why, hint: 'guardrail: { text_units_per_request: 3 }' }];
  }
  const sides = [
    use.input === true ? unitsOf(input_chars) : NOTHING,
    use.output === true ? unitsOf(output_chars) : NOTHING,
  ];
  return [declaredFactor('text units per request', addRanges(...sides), stated.at())];
}

function unitsOf(characters: Stated | undefined): Range {
  if (characters === undefined) return NOTHING;
  return mapRange(characters.range, (value) => value.div(CHARACTERS_PER_UNIT).ceil());
}

/** Automated Reasoning is billed for each policy (Amazon Bedrock pricing page, 2026). */
function policies(use: FilterUse, declared: Declared<Guardrail> | undefined): readonly Factor[] {
  return use.policies === 1 ? [] : [factorFrom('iac', 'policies', use.policies, declared?.resource.at)];
}
