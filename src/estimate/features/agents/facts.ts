import type { Link, Mapped } from '../../../model/feature.ts';
import type { Resource } from '../../../model/resource.ts';
import { itemsAt, type Value, valueAt } from '../../../model/value.ts';

export interface Agent {
  readonly model: Value | undefined;
}

const NO_AGENT: Agent = { model: undefined };

const SPELLINGS = {
  terraform: {
    model: 'foundation_model',
    guardrail: ['guardrail_configuration', 'guardrail_identifier'],
    agent: 'agent_id',
    base: 'knowledge_base_id',
    alias: ['agent_descriptor', 'alias_arn'],
  },
  cloudformation: {
    model: 'FoundationModel',
    guardrail: ['GuardrailConfiguration', 'GuardrailIdentifier'],
    agent: 'AgentId',
    base: 'KnowledgeBaseId',
    alias: ['AgentDescriptor', 'AliasArn'],
  },
} as const;

/** An agent, with what it uses: its guardrail, and in a template its knowledge bases and the agents it works with. */
export function mapAgent({ attributes, vocabulary }: Resource): Mapped<Agent> {
  const spelling = SPELLINGS[vocabulary];
  const model = valueAt(attributes, spelling.model);
  const links: Link[] = [{ to: valueAt(attributes, ...spelling.guardrail) }];
  if (vocabulary === 'cloudformation') {
    for (const base of itemsAt(attributes, 'KnowledgeBases'))
      links.push({ to: valueAt(base, spelling.base) });
    for (const other of itemsAt(attributes, 'AgentCollaborators'))
      links.push({ to: valueAt(other, ...spelling.alias) });
  }
  return { role: 'agent', facts: { model }, model, callsModel: true, links };
}

/** An alias is another name for its agent. */
export function mapAlias({ attributes, vocabulary }: Resource): Mapped<Agent> {
  return {
    role: 'agent-alias',
    facts: NO_AGENT,
    links: [{ to: valueAt(attributes, SPELLINGS[vocabulary].agent) }],
  };
}

export function mapBaseAssociation({ attributes, vocabulary }: Resource): Mapped<Agent> {
  const { agent, base } = SPELLINGS[vocabulary];
  const links = [{ from: valueAt(attributes, agent), to: valueAt(attributes, base) }];
  return { role: 'knowledge-base-association', facts: NO_AGENT, links };
}

/** An agent that a supervisor hands work to. */
export function mapCollaborator({ attributes, vocabulary }: Resource): Mapped<Agent> {
  const { agent, alias } = SPELLINGS[vocabulary];
  const links = [{ from: valueAt(attributes, agent), to: valueAt(attributes, ...alias) }];
  return { role: 'agent-collaborator', facts: NO_AGENT, links };
}
