/** Provisioned throughput: model units by the hour, billed whether they are used or not. */
import { z } from 'zod';
import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Decimal } from '../../../model/decimal.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { declaredFactor, factorFrom, hoursOf } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { amount, modelId, oneOf, section } from '../../../model/fields.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import type { Stated } from '../../../model/stated.ts';
import { isUnknown, numberAt, textAt, type Unknown, valueAt } from '../../../model/value.ts';
import { servedCalls, withBreakEven } from './break-even.ts';

type Commitment = 'none' | '1-month' | '6-months';

/** The price book's dimension for each commitment. */
const DIMENSIONS: Readonly<Record<Commitment, string>> = {
  none: 'model-unit-hour-no-commitment',
  '1-month': 'model-unit-hour-1-month',
  '6-months': 'model-unit-hour-6-months',
};

interface Throughput {
  readonly model: string | Unknown | undefined;
  readonly units: Decimal | Unknown | undefined;
  readonly commitment: Commitment | Unknown;
}

interface ThroughputSection {
  readonly model: string;
  readonly model_units: Stated;
  readonly commitment: Commitment;
}

interface Reservation {
  readonly owner: Charge['owner'];
  readonly region: string | Unknown;
  readonly model: string | Unknown;
  readonly units: Factor | MissingFactor;
  readonly commitment: Commitment | Unknown;
  readonly at: SourceLocation;
}

const SECTION = 'provisioned_throughput';

export const provisionedThroughput: Feature<Throughput> = {
  id: 'provisioned-throughput',
  title: 'Provisioned throughput',
  layer: 'inference',
  workloadSections: [
    {
      key: SECTION,
      reservesCapacity: true,
      description: 'Model units that are reserved by the hour, used or not.',
      schema: () => section({
        model: modelId(),
        model_units: amount('model units'),
        commitment: z.optional(oneOf(['none', '1-month', '6-months'])).default('none'),
      }),
    },
  ],
  // CloudFormation has no type for it (resource specification of 2026-11).
  mappings: {
    terraform: {
      aws_bedrock_provisioned_model_throughput: (resource) => ({
        role: 'provisioned-throughput',
        reservesCapacity: true,
        model: valueAt(resource.attributes, 'model_arn'),
        facts: {
          model: modelIdOf(valueAt(resource.attributes, 'model_arn')),
          units: numberAt(resource.attributes, 'model_units'),
          commitment: commitmentOf(textAt(resource.attributes, 'commitment_duration')),
        },
      }),
    },
  },
  charges: throughputCharges,
};

/** Absent means no commitment, the dearest term. */
function commitmentOf(duration: string | Unknown | undefined): Commitment | Unknown {
  if (isUnknown(duration)) return duration;
  if (duration === undefined) return 'none';
  if (duration === 'OneMonth') return '1-month';
  return duration === 'SixMonths'
    ? '6-months'
    : { kind: 'unknown', why: `commitment_duration is ${duration}, expected OneMonth or SixMonths` };
}

function throughputCharges(input: FeatureInput<Throughput>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const charges = reservations(input).map((reservation) =>
    reservationCharge(input, reservation, diagnostics),
  );
  return { charges, diagnostics };
}

function reservations(input: FeatureInput<Throughput>): readonly Reservation[] {
  const stated = input.workloads.flatMap((workload): readonly Reservation[] => {
    const found = workload.sections.get(SECTION);
    if (found === undefined) return [];
    const content = found.content as ThroughputSection;
    const units = declaredFactor('model units', content.model_units.range, found.at('model_units'));
    const owner = { kind: 'workload', name: workload.name } as const;
    return [
      {
        owner,
        region: workload.region,
        model: content.model,
        units,
        commitment: content.commitment,
        at: found.at(),
      },
    ];
  });
  const inCode = input.resources.flatMap(({ resource, facts, pricedBy }): readonly Reservation[] => {
    if (pricedBy !== undefined) return [];
    const owner = { kind: 'resource', name: resource.address } as const;
    const model = facts.model ?? { kind: 'unknown', why: 'it has no model_arn' };
    const { units } = facts;
    const known = units !== undefined && !isUnknown(units);
    const count = known
      ? factorFrom('iac', 'model units', units.toFixed(), resource.at)
      : missingUnits(isUnknown(units) ? units.why : 'it has no model_units');
    return [
      {
        owner,
        region: resource.region ?? input.region,
        model,
        units: count,
        commitment: facts.commitment,
        at: resource.at,
      },
    ];
  });
  return [...stated, ...inCode];
}

function missingUnits(why: string): MissingFactor {
  return { name: 'model units', missing: `how many model units it reserves is not known: ${why}` };
}

/** Model units × hours of the month × price of a model-unit hour. */
function reservationCharge(
  input: FeatureInput<Throughput>,
  reservation: Reservation,
  diagnostics: Diagnostic[],
): Charge {
  const { owner, region, model, units, commitment, at } = reservation;
  const common = {
    project: input.project,
    layer: 'inference',
    feature: 'provisioned-throughput',
    owner,
    component: 'model units',
    kind: 'floor',
    region,
    unit: 'model-unit hours',
    factors: [units, hoursOf(input.month)],
    notes: ['billed even when idle'],
    at,
  } as const;
  const unknown = [model, commitment].find(isUnknown);
  if (unknown !== undefined || isUnknown(model) || isUnknown(commitment)) {
    return charge({ ...common, price: { found: false, why: unknown?.why ?? 'not known' } });
  }
  const answer = input.models.resolve(model);
  if (answer.kind !== 'model') {
    diagnostics.push({ code: 'model-unknown', severity: 'warning', message: answer.why, at });
    return charge({ ...common, price: { found: false, why: answer.why } });
  }
  const term = commitment === 'none' ? 'no commitment' : `${commitment.replace('-', ' ')} commitment`;
  const { key, name } = answer.model;
  const price = input.prices.price({ subject: key, dimension: DIMENSIONS[commitment], region });
  const made = charge({ ...common, item: `${name}, ${term}`, price });
  const onDemand = { subject: key, scope: answer.scope, region };
  return withBreakEven(made, input, onDemand, servedCalls(input, owner, key));
}
