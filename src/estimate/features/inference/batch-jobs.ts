/** Batch inference jobs of the infrastructure code: one run each, at the batch price of their model. */
import { charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { FeatureCharges, FeatureInput, Mapped } from '../../../model/feature.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { Resource } from '../../../model/resource.ts';
import { addressInYaml } from '../../../model/resource-usage.ts';
import { isUnknown, unknown, type Value, valueAt } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';

const BATCH_JOB = 'batch-job';

export function mapBatchJob({ attributes }: Resource): Mapped<unknown> {
  const model = valueAt(attributes, 'model_id');
  return { role: BATCH_JOB, facts: model, model };
}

/** Jobs that no workload uses, which nobody says the tokens of; and workloads whose calls are not in their tier. */
export function batchJobs(input: FeatureInput<unknown>): FeatureCharges {
  const unused = input.resources.filter(
    ({ role, usedBy, pricedBy }) => role === BATCH_JOB && usedBy.length === 0 && pricedBy === undefined,
  );
  return {
    charges: unused.map((job) => unstated(input, job)),
    diagnostics: input.workloads.flatMap(({ name, uses, calls }): readonly Diagnostic[] => {
      const job = uses.find(({ role }) => role === BATCH_JOB);
      const call = calls.find(({ tier }) => tier !== 'batch');
      if (job === undefined || call === undefined || calls.some(({ tier }) => tier === 'batch')) return [];
      const message = `${name} uses the batch job ${job.resource.address}, and its calls are in the ${call.tier} tier.`;
      return [{ code: 'manifest-disagrees', severity: 'warning', message, at: call.at, hint: 'tier: batch' }];
    }),
  };
}

function unstated(input: FeatureInput<unknown>, { resource, facts }: Declared) {
  const id = modelIdOf(facts as Value | undefined) ?? unknown('its model is not stated', { at: resource.at });
  const answer = isUnknown(id) ? undefined : input.models.resolve(id);
  const region = resource.region ?? input.region;
  const model = answer?.kind === 'model' ? answer : undefined;
  const missing = 'no workload uses this batch job, so its tokens are not stated';
  const hint = [
    'workloads:',
    '  batch:',
    `    uses: [${addressInYaml(resource.address)}]`,
    `    model: { address: ${addressInYaml(resource.address)} }`,
    '    requests: 100k per month',
    '    tier: batch',
    '    input_tokens: 1000',
    '    output_tokens: 200',
  ].join('\n');
  return charge({
    project: input.project,
    layer: 'inference',
    feature: 'inference',
    owner: { kind: 'resource', name: resource.address },
    component: 'batch job',
    ...(model === undefined ? {} : { item: model.model.name }),
    region,
    period: 'one-time',
    unit: 'tokens',
    factors: [{ name: 'tokens', missing, hint }],
    price:
      model === undefined
        ? { found: false, why: isUnknown(id) ? id.why : missing }
        : input.prices.price({
            subject: model.model.key,
            dimension: 'input',
            region,
            scope: model.scope,
            tier: 'batch',
          }),
    at: resource.at,
  });
}
