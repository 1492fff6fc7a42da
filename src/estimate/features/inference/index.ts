/** On-demand and batch model calls: every token class of every call that a workload makes. */
import type { Charge } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Feature, FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { valueAt } from '../../../model/value.ts';
import { callCharges } from './charges.ts';

export const inference: Feature = {
  id: 'inference',
  title: 'Model calls',
  layer: 'inference',
  mappings: {
    terraform: {
      // An application inference profile is another name for the model that it copies from.
      aws_bedrock_inference_profile: (resource) => ({
        role: 'inference-profile',
        facts: undefined,
        model: valueAt(resource.attributes, 'model_source', 'copy_from'),
      }),
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
};

function chargesOfCalls(input: FeatureInput<unknown>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const workload of input.workloads) {
    for (const call of workload.calls) {
      const made = callCharges(workload, call, input);
      charges.push(...made.charges);
      diagnostics.push(...made.diagnostics);
    }
  }
  return { charges, diagnostics };
}
