import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { factorFrom, requestsOf } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { addressInYaml, statedFactor } from '../../../model/resource-usage.ts';
import type { Unknown } from '../../../model/value.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import {
  type BilledFilter,
  DIMENSIONS,
  type Filter,
  type FilterUse,
  FREE_FILTERS,
  type Guardrail,
} from './filters.ts';
import { type GuardrailSection, unitsFactor } from './units.ts';

/**
 * One charge for each billed filter: requests × text units × price, and one for the images that content filters look
 * at. The filters are those that the manifest lists, else those of the guardrail that the infrastructure code declares.
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
  if (content.filters === undefined && declared === undefined) diagnostics.push(noFilters(workload, at));
  if (content.filters !== undefined && declared !== undefined) {
    diagnostics.push(...disagreement(workload, uses, declared, at));
  }
  const owner = { kind: 'workload', name: workload.name } as const;
  const charges = uses.map((use) =>
    filterCharge(input, owner, workload.region, use, at, [
      requestsOf(workload),
      unitsFactor(stated, use),
      ...policies(stated, use, declared),
    ]),
  );
  const images = imagesFactor(input, stated, uses, diagnostics);
  if (images !== undefined) {
    charges.push(imageCharge(input, owner, workload.region, at, [requestsOf(workload), images]));
  }
  return { charges, diagnostics };
}

/** A manifest that lists other filters than the guardrail has hides what a change of the guardrail does. */
function disagreement(
  workload: Workload,
  stated: readonly FilterUse[],
  { resource, facts }: Declared<Guardrail>,
  at: Charge['at'] & object,
): readonly Diagnostic[] {
  const names = (uses: readonly FilterUse[]) =>
    uses
      .map((use) => use.filter)
      .sort((a, b) => (a < b ? -1 : 1))
      .join(', ');
  const [written, declared] = [names(stated), names(facts.filters)];
  if (written === declared) return [];
  const message = `The guardrail of ${workload.name} filters ${written || 'nothing'} in the manifest and ${declared || 'nothing'} in ${resource.address}; the manifest's list is priced.`;
  const hint =
    'guardrail: { text_units_per_request: 3 }  # without filters, those of the guardrail are followed';
  return [{ code: 'manifest-disagrees', severity: 'warning', message, at, hint }];
}

/** A guardrail that no workload uses: its filters by name, with what would price them. */
export function unusedGuardrail(
  input: FeatureInput<Guardrail>,
  declared: Declared<Guardrail>,
): readonly Charge[] {
  return filtersUnpriced(
    input,
    declared,
    'no workload uses this guardrail, so its text units are not stated',
  );
}

/** A second guardrail of a workload: what the workload states is of the first. */
export function guardrailBesides(
  input: FeatureInput<Guardrail>,
  declared: Declared<Guardrail>,
): readonly Charge[] {
  const why = 'its workload uses another guardrail besides, and states the text units of one';
  return filtersUnpriced(input, declared, why);
}

function filtersUnpriced(
  input: FeatureInput<Guardrail>,
  { resource, facts }: Declared<Guardrail>,
  why: string,
): readonly Charge[] {
  const owner = { kind: 'resource', name: resource.address } as const;
  const missing: MissingFactor = {
    name: 'text units',
    missing: why,
    hint: `uses: [${addressInYaml(resource.address)}]  # in the workload that calls it, with guardrail: { text_units_per_request: 3 }`,
  };
  const region = resource.region ?? input.region;
  return facts.filters.map((use) => filterCharge(input, owner, region, use, resource.at, [missing]));
}

/** A guardrail that the account enforces on all model calls, while no workload says what it evaluates. */
export function enforcedGuardrail(input: FeatureInput<Guardrail>, { resource }: Declared<Guardrail>): Charge {
  const missing =
    'it evaluates every model call of the account, and no workload states the text units of its own';
  const hint = 'guardrail: { filters: [content], text_units_per_request: 3 }  # in every workload';
  return charge({
    project: input.project,
    layer: 'features',
    feature: 'guardrails',
    owner: { kind: 'resource', name: resource.address },
    component: 'enforced guardrail',
    region: resource.region ?? input.region,
    unit: 'text units',
    factors: [{ name: 'text units', missing, hint }],
    price: { found: false, why: missing, hint },
    at: resource.at,
  });
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

function imageCharge(
  input: FeatureInput<Guardrail>,
  owner: Charge['owner'],
  region: string | Unknown,
  at: Charge['at'] & object,
  factors: readonly (Factor | MissingFactor)[],
): Charge {
  return charge({
    project: input.project,
    layer: 'features',
    feature: 'guardrails',
    owner,
    component: 'content filter of images',
    region,
    unit: 'images',
    factors,
    price: input.prices.price({ subject: 'guardrails', dimension: 'content-filter-image', region }),
    at,
  });
}

/** Images of a request, where content filters look at them. */
function imagesFactor(
  input: FeatureInput<Guardrail>,
  stated: Section | undefined,
  uses: readonly FilterUse[],
  diagnostics: Diagnostic[],
): Factor | MissingFactor | undefined {
  const name = 'images per request';
  const images = statedFactor(stated, 'images_per_request', name, input.month);
  const filter = uses.find((use) => use.filter === 'content');
  if (images === undefined) {
    const missing = 'the content filter looks at images, and how many a request has is not stated';
    return filter?.images === true
      ? { name, missing, hint: 'guardrail: { images_per_request: 1 }' }
      : undefined;
  }
  if (filter !== undefined && filter.images !== false) return images;
  diagnostics.push({
    code: 'manifest-conflict',
    severity: 'warning',
    message: `The guardrail looks at no images, so ${name} cost nothing.`,
    ...(images.at === undefined ? {} : { at: images.at }),
    hint: 'input_modalities = ["TEXT", "IMAGE"]  # in a content filter of the guardrail',
  });
  return undefined;
}

/** The filters of a manifest's list: both sides on. Free ones cost nothing and make no charge. */
function listed(filters: readonly Filter[]): readonly FilterUse[] {
  const free: readonly string[] = FREE_FILTERS;
  return [...new Set(filters)]
    .filter((filter): filter is BilledFilter => !free.includes(filter))
    .map((filter) => ({ filter, input: true, output: true, policies: 1 }));
}

/** Automated Reasoning is billed for each policy (Amazon Bedrock pricing page, 2026). */
function policies(
  stated: Section | undefined,
  use: FilterUse,
  declared: Declared<Guardrail> | undefined,
): readonly Factor[] {
  if (use.filter !== 'automated-reasoning') return [];
  const count = (stated?.content as GuardrailSection | undefined)?.automated_reasoning_policies;
  if (count !== undefined) {
    return [factorFrom('declared', 'policies', count, stated?.at('automated_reasoning_policies'))];
  }
  return use.policies === 1 ? [] : [factorFrom('iac', 'policies', use.policies, declared?.resource.at)];
}

function noFilters(workload: Workload, at: Diagnostic['at'] & object): Diagnostic {
  return {
    code: 'manifest-missing',
    severity: 'error',
    message: `The guardrail of ${workload.name} lists no filters, and no guardrail of the infrastructure code is bound to it.`,
    at,
    hint: 'guardrail: { filters: [content, denied-topics], text_units_per_request: 3 }',
  };
}
