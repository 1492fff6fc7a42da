/** On-demand, batch and reserved model calls: every token class of every call that a workload makes. */
import type { Charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { servedByOwnUnits } from '../../../model/own-units.ts';
import { isUnknown, valueAt } from '../../../model/value.ts';
import type { ModelCall, Workload } from '../../../model/workload.ts';
import { alternatives } from './alternatives.ts';
import { batchJobs, mapBatchJob } from './batch-jobs.ts';
import { callCharges } from './charges.ts';
import { overflowFactor, RESERVED_SECTION, reservedCharges } from './reserved.ts';
import { routedCalls } from './routing.ts';

export const inference: Feature = {
  id: 'inference',
  title: 'Model calls',
  layer: 'inference',
  workloadSections: [RESERVED_SECTION],
  mappings: {
    terraform: {
      // An application inference profile is another name for the model that it copies from.
      aws_bedrock_inference_profile: (resource) => ({
        role: 'inference-profile',
        facts: undefined,
        model: valueAt(resource.attributes, 'model_source', 'copy_from'),
      }),
      aws_bedrock_model_invocation_job: mapBatchJob,
    },
    cloudformation: {
      'AWS::Bedrock::ApplicationInferenceProfile': (resource) => ({
        role: 'inference-profile',
        facts: undefined,
        model: valueAt(resource.attributes, 'ModelSource', 'CopyFrom'),
      }),
    },
  },
  charges: chargesOfCalls,
  alternatives,
};

function chargesOfCalls(input: FeatureInput<unknown>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  const add = (made: FeatureCharges) => {
    charges.push(...made.charges);
    diagnostics.push(...made.diagnostics);
  };
  for (const workload of input.workloads) {
    for (const call of workload.calls) {
      for (const { call: routed, use } of routedCalls(input, workload, call)) {
        if (routed.capacity !== undefined || isProvisioned(input, workload, routed)) continue;
        if (isCovered(workload, call)) continue;
        add(
          callCharges(
            input,
            workload,
            routed,
            call.tier === 'reserved' ? overflow(input, workload, use) : use,
          ),
        );
      }
    }
    add(reservedCharges(input, workload));
  }
  add(batchJobs(input));
  return { charges, diagnostics };
}

/** True for the calls of an agent that an extra charge covers: an agent costs its model calls, and nothing else. */
function isCovered({ uses }: Workload, { name, model }: ModelCall): boolean {
  const agents = uses.filter(({ role }) => role === 'agent');
  // The nearest is the one that the workload's own calls are made by.
  const [nearest] = agents;
  if (name === undefined && nearest?.pricedBy !== undefined) return true;
  const { origin, at } = model;
  return agents.some(
    ({ pricedBy, resource }) =>
      pricedBy !== undefined &&
      origin === 'iac' &&
      at.file === resource.at.file &&
      at.line === resource.at.line,
  );
}

/** What goes over reserved capacity is billed as in the standard tier. */
function overflow(
  input: FeatureInput<unknown>,
  workload: Workload,
  use: ReturnType<typeof routedCalls>[number]['use'],
) {
  const factors = [...use.factors, overflowFactor(input, workload)];
  return { ...use, factors, tier: 'standard', title: 'over the reserved capacity' } as const;
}

/** True where the workload's own provisioned throughput serves the call: then it costs no tokens. */
function isProvisioned(input: FeatureInput<unknown>, workload: Workload, call: ModelCall): boolean {
  const { id } = call.model;
  return call.tier === 'standard' && !isUnknown(id) && servedByOwnUnits(input, workload, id);
}
