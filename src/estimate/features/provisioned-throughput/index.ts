/** Provisioned throughput: model units by the hour, billed whether they are used or not. */
import { type Charge, charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { hoursOf } from '../../../model/factors.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { isUnknown } from '../../../model/value.ts';
import { alternatives } from './alternatives.ts';
import { servedCalls, withBreakEven } from './break-even.ts';
import {
  type Commitment,
  type Facts,
  mapCustomModel,
  mapThroughput,
  type Reservation,
  reservations,
  SECTION,
  throughputSchema,
} from './reservations.ts';

/** The price book's dimension for each commitment. */
const DIMENSIONS: Readonly<Record<Commitment, string>> = {
  none: 'model-unit-hour-no-commitment',
  '1-month': 'model-unit-hour-1-month',
  '6-months': 'model-unit-hour-6-months',
};

export const provisionedThroughput: Feature<Facts> = {
  id: 'provisioned-throughput',
  title: 'Provisioned throughput',
  layer: 'inference',
  workloadSections: [
    {
      key: SECTION,
      reservesCapacity: true,
      description: 'Model units that are reserved by the hour, used or not.',
      schema: throughputSchema,
    },
  ],
  // CloudFormation has no type for it (resource specification of 2026-11).
  mappings: {
    terraform: {
      aws_bedrock_provisioned_model_throughput: mapThroughput,
      aws_bedrock_custom_model: mapCustomModel,
    },
  },
  charges: throughputCharges,
  alternatives,
};

function throughputCharges(input: FeatureInput<Facts>): FeatureCharges {
  const diagnostics: Diagnostic[] = [];
  const charges = reservations(input, diagnostics).map((reservation) =>
    reservationCharge(input, reservation, diagnostics),
  );
  return { charges, diagnostics };
}

/** Model units × hours of the month × price of a model-unit hour. */
function reservationCharge(
  input: FeatureInput<Facts>,
  reservation: Reservation,
  diagnostics: Diagnostic[],
): Charge {
  const { owner, region, model, isCustom, units, commitment, at } = reservation;
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
    diagnostics.push({ code: 'model-unknown', severity: 'warning', message: `${answer.why}.`, at });
    return charge({ ...common, price: { found: false, why: answer.why } });
  }
  const term = commitment === 'none' ? 'no commitment' : `${commitment.replace('-', ' ')} commitment`;
  const { key, name } = answer.model;
  const price = input.prices.price({ subject: key, dimension: DIMENSIONS[commitment], region });
  const item = [name, ...(isCustom ? ['custom model'] : []), term].join(', ');
  const made = charge({ ...common, item, price });
  const onDemand = { subject: key, scope: answer.scope, region };
  return withBreakEven(made, input, onDemand, servedCalls(input, owner, key));
}
