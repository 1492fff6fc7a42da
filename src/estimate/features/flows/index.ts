/** Flows: billed by the node transition; the models, knowledge bases and guardrails of the nodes by themselves. */
import { z } from 'zod';
import type { Feature, Mapped } from '../../../model/feature.ts';
import { amount, rate, section } from '../../../model/fields.ts';
import type { Resource } from '../../../model/resource.ts';
import { charges } from './charges.ts';
import { graphOf, linksOf, modelsOf } from './definition.ts';
import { FLOW, type Flow } from './flow.ts';
import { transitionsOf } from './transitions.ts';

const TRANSITIONS = {
  transitions_per_execution: z.optional(
    amount('node transitions').describe(
      'Nodes that one execution runs. Counted from the definition where absent.',
    ),
  ),
};

export const flows: Feature<Flow> = {
  id: 'flows',
  title: 'Flows',
  layer: 'features',
  workloadSections: [
    {
      key: FLOW,
      setAside: { executions: ['executions_per_request'] },
      description: 'The flow that the workload runs: how often, and how many nodes it takes.',
      schema: () =>
        section({
          executions: z.optional(rate('executions')),
          executions_per_request: z.optional(amount('executions').describe('1 where both are absent.')),
          ...TRANSITIONS,
        }),
    },
  ],
  resourceSections: [
    {
      types: ['aws_bedrockagent_flow', 'AWS::Bedrock::Flow'],
      description: 'How often a flow runs.',
      schema: () => section({ executions: z.optional(rate('executions')), ...TRANSITIONS }),
    },
  ],
  mappings: {
    terraform: { aws_bedrockagent_flow: mapFlow },
    cloudformation: { 'AWS::Bedrock::Flow': mapFlow },
  },
  charges,
};

function mapFlow(resource: Resource): Mapped<Flow> {
  const models = modelsOf(resource);
  const names = new Set(models.map((model) => (model.kind === 'text' ? model.value : model)));
  return {
    role: 'flow',
    facts: { transitions: transitionsOf(graphOf(resource)), callsModels: models.length > 0 },
    // With several models a workload has to say which call is which.
    ...(names.size === 1 ? { model: models[0] } : {}),
    links: linksOf(resource),
  };
}
