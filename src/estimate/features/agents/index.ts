/**
 * Amazon Bedrock agents. Invoking an agent is free of itself; what it costs are the model calls that it makes,
 * its guardrail and its knowledge bases, all of which a workload takes over from the agent that it names.
 */
import { type Charge, charge } from '../../../model/charge.ts';
import type { Feature, FeatureCharges, FeatureInput, Mapped } from '../../../model/feature.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { Resource } from '../../../model/resource.ts';
import { isUnknown, type Value, valueAt } from '../../../model/value.ts';

interface Agent {
  readonly model: Value | undefined;
}

export const agents: Feature<Agent> = {
  id: 'agents',
  title: 'Agents',
  layer: 'inference',
  mappings: {
    terraform: {
      aws_bedrockagent_agent: (resource) =>
        mapAgent(resource, ['foundation_model'], ['guardrail_configuration', 'guardrail_identifier']),
      aws_bedrockagent_agent_knowledge_base_association: (resource) => ({
        role: 'knowledge-base-association',
        facts: { model: undefined },
        links: [
          {
            from: valueAt(resource.attributes, 'agent_id'),
            to: valueAt(resource.attributes, 'knowledge_base_id'),
          },
        ],
      }),
    },
    cloudformation: {
      'AWS::Bedrock::Agent': (resource) => {
        const agent = mapAgent(resource, ['FoundationModel'], ['GuardrailConfiguration', 'GuardrailIdentifier']);
        const bases = valueAt(resource.attributes, 'KnowledgeBases');
        const items = bases?.kind === 'list' ? bases.items : [];
        const links = items.map((item) => ({ to: valueAt(item, 'KnowledgeBaseId') }));
        return { ...agent, links: [...(agent.links ?? []), ...links] };
      },
    },
  },
  charges: agentCharges,
};

function mapAgent(resource: Resource, model: readonly string[], guardrail: readonly string[]): Mapped<Agent> {
  const value = valueAt(resource.attributes, ...model);
  const to = valueAt(resource.attributes, ...guardrail);
  return { role: 'agent', facts: { model: value }, model: value, callsModel: true, links: [{ to }] };
}

/** An agent that no workload names: its model calls are unpriced, with the lines that would price them. */
function agentCharges(input: FeatureInput<Agent>): FeatureCharges {
  const charges: Charge[] = [];
  for (const { resource, role, facts, usedBy, pricedBy } of input.resources) {
    if (role !== 'agent' || usedBy.length > 0 || pricedBy !== undefined) continue;
    const region = resource.region ?? input.region;
    const id = modelIdOf(facts.model);
    const answer = id === undefined || isUnknown(id) ? undefined : input.models.resolve(id);
    const item = answer?.kind === 'model' ? { item: answer.model.name } : {};
    const price =
      answer?.kind === 'model'
        ? input.prices.price({ subject: answer.model.key, dimension: 'input', region, scope: answer.scope })
        : ({ found: false, why: isUnknown(id) ? id.why : 'its model is not known' } as const);
    charges.push(
      charge({
        project: input.project,
        layer: 'inference',
        feature: 'agents',
        owner: { kind: 'resource', name: resource.address },
        component: 'model calls',
        ...item,
        region,
        unit: 'tokens',
        factors: [
          {
            name: 'requests',
            missing: 'no workload names this agent, so its requests and tokens are not stated',
            hint: workloadFor(resource),
          },
        ],
        price,
        at: resource.at,
      }),
    );
  }
  return { charges, diagnostics: [] };
}

function workloadFor(resource: Resource): string {
  const name = resource.address.split('.').at(-1)?.replaceAll(/[^A-Za-z0-9-]/g, '-') ?? 'agent';
  return [
    'workloads:',
    `  ${name}:`,
    `    agent: ${resource.address}`,
    '    requests: 1000 per day',
    '    calls_per_request: 5..10',
    '    input_tokens: 3000',
    '    output_tokens: 800',
  ].join('\n');
}
