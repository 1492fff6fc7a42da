import { type Charge, charge, type Factor, type MissingFactor } from '../../../model/charge.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { factorFrom, requestsOf } from '../../../model/factors.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { resourceLine, statedFactor } from '../../../model/resource-usage.ts';
import { removeEither } from '../../../model/statements.ts';
import { isUnknown } from '../../../model/value.ts';
import type { Declared, Section, Workload } from '../../../model/workload.ts';
import { FLOW, type Flow } from './flow.ts';

type Factors = readonly (Factor | MissingFactor)[];

/** Node transitions = executions × nodes that one execution runs. Inside of a flow, model calls cost what they cost. */
export function charges(input: FeatureInput<Flow>): FeatureCharges {
  const charges: Charge[] = [];
  const diagnostics: Diagnostic[] = [];
  const covered = new Set<string>();
  for (const workload of input.workloads) {
    const stated = workload.sections.get(FLOW);
    const used = workload.uses.filter((use): use is Declared<Flow> => use.feature === 'flows');
    const silent = workload.calls.length > 0 ? undefined : used.find(({ facts }) => facts.callsModels);
    if (silent !== undefined) charges.push(modelCalls(input, workload, silent));
    const [only, ...others] = used;
    const flow = others.length === 0 ? only : undefined;
    // Of several flows, only the usage of each says which of them runs how often.
    if (stated === undefined && (flow === undefined || flow.usage !== undefined)) continue;
    for (const { resource, usage } of used) {
      covered.add(resource.address);
      if (usage !== undefined) diagnostics.push(countedOnce(workload, stated, resource.address, usage));
    }
    const isCovered = used.length > 0 && used.every(({ pricedBy }) => pricedBy !== undefined);
    if (!isCovered) charges.push(workloadCharge(input, workload, stated, flow));
  }
  for (const flow of input.resources) {
    if (covered.has(flow.resource.address) || flow.pricedBy !== undefined) continue;
    charges.push(resourceCharge(input, flow));
  }
  return { charges, diagnostics };
}

function workloadCharge(
  input: FeatureInput<Flow>,
  workload: Workload,
  stated: Section | undefined,
  flow: Declared<Flow> | undefined,
): Charge {
  const owner = { kind: 'workload', name: workload.name } as const;
  const at = stated?.at() ?? flow?.resource.at ?? workload.at;
  const factors = [
    ...executions(input, workload, stated, at),
    transitions(input, stated, flow, 'flow: { transitions_per_execution: 25 }'),
  ];
  return transitionCharge(input, owner, workload.region, factors, at);
}

function resourceCharge(input: FeatureInput<Flow>, flow: Declared<Flow>): Charge {
  const { resource, usage, usedBy } = flow;
  const { address } = resource;
  const missing =
    usedBy.length === 0
      ? 'no workload uses this flow, so its executions are not stated'
      : 'how often it runs is not stated';
  const executed: Factor | MissingFactor = statedFactor(usage, 'executions', 'executions', input.month) ?? {
    name: 'executions',
    missing,
    hint: resourceLine(address, 'executions: 960 per month'),
  };
  const factors = [
    executed,
    transitions(input, usage, flow, resourceLine(address, 'transitions_per_execution: 25')),
  ];
  const owner = { kind: 'resource', name: address } as const;
  return transitionCharge(input, owner, resource.region ?? input.region, factors, usage?.at() ?? resource.at);
}

/** As stated for the month, else so many for each request, once where nobody says. */
function executions(
  input: FeatureInput<Flow>,
  workload: Workload,
  stated: Section | undefined,
  at: NonNullable<Charge['at']>,
): Factors {
  const all = statedFactor(stated, 'executions', 'executions', input.month);
  if (all !== undefined) return [all];
  const name = 'executions per request';
  return [
    requestsOf(workload),
    statedFactor(stated, 'executions_per_request', name, input.month) ?? factorFrom('assumed', name, 1, at),
  ];
}

function transitions(
  input: FeatureInput<Flow>,
  stated: Section | undefined,
  flow: Declared<Flow> | undefined,
  hint: string,
): Factor | MissingFactor {
  const name = 'node transitions per execution';
  const own = statedFactor(stated, 'transitions_per_execution', name, input.month);
  if (own !== undefined) return own;
  if (flow === undefined) return { name, missing: 'how many nodes one execution runs is not stated', hint };
  const counted = flow.facts.transitions;
  if (isUnknown(counted))
    return { name, missing: `its node transitions cannot be counted: ${counted.why}`, hint };
  return factorFrom('iac', name, counted, flow.resource.at);
}

function transitionCharge(
  input: FeatureInput<Flow>,
  owner: Charge['owner'],
  region: Workload['region'],
  factors: Factors,
  at: Charge['at'] & object,
): Charge {
  return charge({
    project: input.project,
    layer: 'features',
    feature: 'flows',
    owner,
    component: 'node transitions',
    region,
    unit: 'node transitions',
    factors,
    price: input.prices.price({ subject: 'flows', dimension: 'node-transition', region }),
    at,
  });
}

/** A workload that runs a flow with models and states none of their calls. */
function modelCalls(input: FeatureInput<Flow>, workload: Workload, flow: Declared<Flow>): Charge {
  const why = 'the model calls of the flow are not stated';
  const hint =
    'calls: { summarize: { model: amazon.nova-lite-v1:0, input_tokens: 1000, output_tokens: 300 } }';
  return charge({
    project: input.project,
    layer: 'inference',
    feature: 'flows',
    owner: { kind: 'workload', name: workload.name },
    component: 'model calls',
    region: workload.region,
    unit: 'tokens',
    factors: [{ name: 'calls', missing: why, hint }],
    price: { found: false, why, hint },
    at: flow.resource.at,
  });
}

function countedOnce(
  workload: Workload,
  stated: Section | undefined,
  address: string,
  usage: Section,
): Diagnostic {
  return {
    code: 'charge-counted-once',
    severity: 'warning',
    message: `The flow of ${workload.name} is ${address}, whose own usage is not counted again.`,
    at: usage.at(),
    hint: removeEither(
      stated === undefined
        ? { what: `${address} from uses of ${workload.name}`, at: workload.at }
        : { what: `flow of ${workload.name}`, at: stated.at() },
      { what: `the entry of ${address} under resources`, at: usage.at() },
    ),
  };
}
