/** Custom models: training once, storage by the month. Calls on them are model calls or provisioned throughput. */
import type { Feature, Mapped } from '../../../model/feature.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { Resource } from '../../../model/resource.ts';
import { textAt, valueAt } from '../../../model/value.ts';
import { customModelCharges } from './charges.ts';
import { type CustomModel, methodOf, RESOURCE_SCHEMA, SECTION, WORKLOAD_SCHEMA } from './model.ts';

export const customModels: Feature<CustomModel> = {
  id: 'custom-models',
  title: 'Custom models',
  layer: 'inference',
  workloadSections: [
    {
      key: SECTION,
      description:
        'A model that is trained: on how many tokens, or for how many hours, and how many are kept.',
      schema: WORKLOAD_SCHEMA,
    },
  ],
  resourceSections: [
    {
      types: ['aws_bedrock_custom_model'],
      description: 'What a custom model is trained with.',
      schema: RESOURCE_SCHEMA,
    },
  ],
  // CloudFormation has no type for it (resource specification of 2026-11).
  mappings: { terraform: { aws_bedrock_custom_model: mapCustomModel } },
  charges: customModelCharges,
};

function mapCustomModel({ attributes }: Resource): Mapped<CustomModel> {
  return {
    role: 'custom-model',
    facts: {
      base: modelIdOf(valueAt(attributes, 'base_model_identifier')),
      method: methodOf(textAt(attributes, 'customization_type')),
      epochs: textAt(attributes, 'hyperparameters', 'epochCount'),
    },
  };
}
