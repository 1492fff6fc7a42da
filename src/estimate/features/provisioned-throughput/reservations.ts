/** The model units that workloads and infrastructure code reserve. */
import { z } from 'zod';
import type { Charge, Factor, MissingFactor } from '../../../model/charge.ts';
import type { Decimal } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor, factorFrom } from '../../../model/factors.ts';
import type { FeatureInput, Mapped } from '../../../model/feature.ts';
import { amount, modelId, oneOf, section } from '../../../model/fields.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import { targetsAmong } from '../../../model/references.ts';
import type { Resource } from '../../../model/resource.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import type { Stated } from '../../../model/stated.ts';
import { isUnknown, numberAt, textAt, type Unknown, type Value, valueAt } from '../../../model/value.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';

export type Commitment = 'none' | '1-month' | '6-months';

interface Throughput {
  readonly kind: 'throughput';
  readonly model: Value | undefined;
  readonly units: Decimal | Unknown | undefined;
  readonly commitment: Commitment | Unknown;
}

/** A custom model, which is billed on model units of the model that it is made of. */
interface CustomModel {
  readonly kind: 'custom-model';
  readonly base: string | Unknown | undefined;
}

export type Facts = Throughput | CustomModel;

interface ThroughputSection {
  readonly model: string;
  readonly model_units: Stated;
  readonly commitment: Commitment;
}

export interface Reservation {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  readonly model: string | Unknown;
  readonly isCustom: boolean;
  readonly units: Factor | MissingFactor;
  readonly commitment: Commitment | Unknown;
  readonly at: SourceLocation;
}

export const SECTION = 'provisioned_throughput';

export function throughputSchema() {
  return section({
    model: modelId(),
    model_units: amount('model units'),
    commitment: z.optional(oneOf(['none', '1-month', '6-months'])).default('none'),
  });
}

export function mapThroughput({ attributes }: Resource): Mapped<Facts> {
  const model = valueAt(attributes, 'model_arn');
  return {
    role: 'provisioned-throughput',
    reservesCapacity: true,
    model,
    facts: {
      kind: 'throughput',
      model,
      units: numberAt(attributes, 'model_units'),
      commitment: commitmentOf(textAt(attributes, 'commitment_duration')),
    },
  };
}

export function mapCustomModel({ attributes }: Resource): Mapped<Facts> {
  const base = modelIdOf(valueAt(attributes, 'base_model_identifier'));
  return { role: 'base-model', facts: { kind: 'custom-model', base } };
}

/** Absent means no commitment, the dearest term. */
function commitmentOf(duration: string | Unknown | undefined): Commitment | Unknown {
  if (isUnknown(duration)) return duration;
  if (duration === undefined) return 'none';
  if (duration === 'OneMonth') return '1-month';
  return duration === 'SixMonths'
    ? '6-months'
    : { kind: 'unknown', why: `commitment_duration is ${duration}, expected OneMonth or SixMonths` };
}

/**
 * What workloads state, and what the code declares. Units that are in both are those of the code where it says all of
 * them, and else those that the workload states.
 */
export function reservations(input: FeatureInput<Facts>, diagnostics: Diagnostic[]): readonly Reservation[] {
  const filled = new Set<string>();
  return [...statedReservations(input, filled, diagnostics), ...declaredReservations(input, filled)];
}

function statedReservations(
  input: FeatureInput<Facts>,
  filled: Set<string>,
  diagnostics: Diagnostic[],
): readonly Reservation[] {
  return input.workloads.flatMap((workload): readonly Reservation[] => {
    const stated = workload.sections.get(SECTION);
    if (stated === undefined) return [];
    const { model, model_units, commitment } = stated.content as ThroughputSection;
    const same = workload.uses.filter((use) => isOfModel(input, use, model));
    const known = same.find(({ facts, pricedBy }) => pricedBy !== undefined || isKnown(facts as Throughput));
    if (known !== undefined) {
      diagnostics.push(countedOnce(workload, stated, known));
      return [];
    }
    if (same.some(({ resource }) => filled.has(resource.address))) return [];
    for (const { resource } of same) filled.add(resource.address);
    const units = declaredFactor('model units', model_units.range, stated.at('model_units'));
    const owner = { kind: 'workload', name: workload.name } as const;
    return [{ owner, region: workload.region, model, isCustom: false, units, commitment, at: stated.at() }];
  });
}

/** Units in code that serve the model of a section, as far as is known. */
function isOfModel({ models }: FeatureInput<Facts>, use: Declared, model: string): boolean {
  if (use.role !== 'provisioned-throughput') return false;
  const id = modelIdOf((use.facts as Throughput).model);
  if (id === undefined || isUnknown(id)) return true;
  const [stated, declared] = [models.resolve(model), models.resolve(id)];
  return stated.kind !== 'model' || declared.kind !== 'model' || stated.model.key === declared.model.key;
}

function isKnown({ model, units, commitment }: Throughput): boolean {
  return ![modelIdOf(model), units, commitment].some((value) => value === undefined || isUnknown(value));
}

function countedOnce(workload: Workload, stated: Section, { resource }: Declared): Diagnostic {
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `${SECTION} of ${workload.name} is stated beside ${resource.address}, which it uses; the units of the code are counted.`,
    at: stated.at(),
    hint: `remove ${SECTION} of ${workload.name}, or ${resource.address} from what it uses where these are other units`,
  };
}

function declaredReservations(
  input: FeatureInput<Facts>,
  filled: ReadonlySet<string>,
): readonly Reservation[] {
  const baseOf = targetsAmong(input.resources.filter(({ facts }) => facts.kind === 'custom-model'));
  return input.resources.flatMap(({ resource, facts, pricedBy }): readonly Reservation[] => {
    if (facts.kind !== 'throughput' || pricedBy !== undefined || filled.has(resource.address)) return [];
    const [custom] = baseOf(facts.model, resource);
    const model =
      custom?.facts.kind === 'custom-model'
        ? (custom.facts.base ?? unknown('its custom model has no base_model_identifier'))
        : (modelIdOf(facts.model) ?? unknown('it has no model_arn'));
    return [
      {
        owner: { kind: 'resource', name: resource.address },
        region: resource.region ?? input.region,
        model,
        isCustom: custom !== undefined,
        units: unitsOf(facts.units, resource.at),
        commitment: facts.commitment,
        at: resource.at,
      },
    ];
  });
}

function unitsOf(units: Decimal | Unknown | undefined, at: SourceLocation): Factor | MissingFactor {
  const name = 'model units';
  if (units !== undefined && !isUnknown(units)) return factorFrom('iac', name, units.toFixed(), at);
  const why = isUnknown(units) ? units.why : 'it has no model_units';
  return { name, missing: `how many model units it reserves is not known: ${why}` };
}

function unknown(why: string): Unknown {
  return { kind: 'unknown', why };
}
