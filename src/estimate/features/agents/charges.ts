import { type Charge, charge } from '../../../model/charge.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { modelPrice } from '../../../model/model-price.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { Resource } from '../../../model/resource.ts';
import { addressInYaml } from '../../../model/resource-usage.ts';
import { isUnknown, type Unknown, unknown } from '../../../model/value.ts';
import type { Declared, ModelCall, Workload } from '../../../model/workload.ts';
import type { Agent } from './facts.ts';

/**
 * Agents whose model calls nobody states: those that no workload names, and those that an agent of a workload hands
 * work to while no call of the workload is theirs.
 */
export function charges(input: FeatureInput<Agent>): FeatureCharges {
  const charges: Charge[] = [];
  for (const agent of input.resources) {
    if (agent.role !== 'agent' || agent.usedBy.length > 0 || agent.pricedBy !== undefined) continue;
    charges.push(unusedAgent(input, agent));
  }
  for (const workload of input.workloads) {
    const agents = workload.uses.filter((use): use is Declared<Agent> => use.role === 'agent');
    // The nearest is the one that the workload's own calls are made by.
    const others = workload.calls.length > 0 ? agents.slice(1) : agents;
    for (const agent of others) {
      if (agent.pricedBy !== undefined || makesCalls(agent, workload.calls)) continue;
      charges.push(collaborator(input, workload, agent));
    }
  }
  return { charges, diagnostics: [] };
}

/** Whether one of the calls follows the agent's model, or counts calls of the same model however many make them. */
function makesCalls({ resource, facts }: Declared<Agent>, calls: readonly ModelCall[]): boolean {
  const own = modelIdOf(facts.model);
  return calls.some(({ model, name, perRequest }) => {
    const { file, line, column } = model.at;
    const { at } = resource;
    // A file of data may be written in one line.
    const isHere = file === at.file && line === at.line && column === at.column;
    if (model.origin === 'iac' && isHere) return true;
    const isCounted = name !== undefined || perRequest.origin === 'declared';
    return isCounted && own !== undefined && !isUnknown(own) && model.id === own;
  });
}

function unusedAgent(input: FeatureInput<Agent>, { resource, facts }: Declared<Agent>): Charge {
  const owner = { kind: 'resource', name: resource.address } as const;
  const region = resource.region ?? input.region;
  const missing = 'no workload names this agent, so its requests and tokens are not stated';
  return modelCalls(input, owner, region, resource, facts, 'model calls', {
    missing,
    hint: workloadFor(resource),
  });
}

function collaborator(input: FeatureInput<Agent>, workload: Workload, agent: Declared<Agent>): Charge {
  const { resource, facts } = agent;
  const owner = { kind: 'workload', name: workload.name } as const;
  const missing = `no call of ${workload.name} is made by this agent, which its agents hand work to`;
  const component = `model calls of ${resource.address}`;
  return modelCalls(input, owner, workload.region, resource, facts, component, {
    missing,
    hint: callFor(resource),
  });
}

function modelCalls(
  input: FeatureInput<Agent>,
  owner: Charge['owner'],
  region: string | Unknown,
  resource: Resource,
  { model }: Agent,
  component: string,
  absence: { readonly missing: string; readonly hint: string },
): Charge {
  const id = modelIdOf(model) ?? unknown('its model is not known', { at: resource.at });
  const { price, item } = modelPrice(input, id, 'input', region, resource.at);
  return charge({
    project: input.project,
    layer: 'inference',
    feature: 'agents',
    owner,
    component,
    ...(item === undefined ? {} : { item }),
    region,
    unit: 'tokens',
    factors: [{ name: 'requests', ...absence }],
    price,
    at: resource.at,
  });
}

function workloadFor(resource: Resource): string {
  return [
    'workloads:',
    `  ${nameOf(resource)}:`,
    `    agent: ${addressInYaml(resource.address)}`,
    '    requests: 1000 per day',
    '    calls_per_request: 5..10',
    '    input_tokens: 3000',
    '    output_tokens: 800',
  ].join('\n');
}

/** The calls of a workload by name, so that each agent has its own model and number. */
function callFor(resource: Resource): string {
  const model = `{ address: ${addressInYaml(resource.address)} }`;
  const call = `{ model: ${model}, per_request: 1..3, input_tokens: 3000, output_tokens: 800 }`;
  return `calls: { ${nameOf(resource)}: ${call} }  # beside the calls of the agent itself`;
}

/** A name that a manifest takes: `team-a` of `module.desk.aws_bedrockagent_agent.team["a"]`. */
function nameOf({ address }: Resource): string {
  const words = (address.split('.').at(-1) ?? '').split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.length === 0 ? 'agent' : words.join('-');
}
