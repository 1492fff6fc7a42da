/**
 * Amazon Bedrock agents. Invoking an agent is free of itself; what it costs are the model calls that it makes, those
 * of the agents that it hands work to, its guardrail and its knowledge bases, all of which a workload takes over from
 * the agent that it names.
 */
import type { Feature } from '../../../model/feature.ts';
import { charges } from './charges.ts';
import { type Agent, mapAgent, mapAlias, mapBaseAssociation, mapCollaborator } from './facts.ts';

export const agents: Feature<Agent> = {
  id: 'agents',
  title: 'Agents',
  layer: 'inference',
  mappings: {
    terraform: {
      aws_bedrockagent_agent: mapAgent,
      aws_bedrockagent_agent_alias: mapAlias,
      aws_bedrockagent_agent_collaborator: mapCollaborator,
      aws_bedrockagent_agent_knowledge_base_association: mapBaseAssociation,
    },
    cloudformation: {
      'AWS::Bedrock::Agent': mapAgent,
      'AWS::Bedrock::AgentAlias': mapAlias,
    },
  },
  charges,
};
