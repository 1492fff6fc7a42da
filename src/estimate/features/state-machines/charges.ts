import { type Charge, charge } from '../../../model/charge.ts';
import type { FeatureCharges, FeatureInput } from '../../../model/feature.ts';
import { modelPrice } from '../../../model/model-price.ts';
import { modelIdOf } from '../../../model/model-reference.ts';
import type { Resource } from '../../../model/resource.ts';
import { addressInYaml } from '../../../model/resource-usage.ts';
import { unknown } from '../../../model/value.ts';
import type { Declared } from '../../../model/workload.ts';
import { attributeOf, type ModelTask } from './definition.ts';

interface Tasks {
  readonly tasks: readonly ModelTask[];
}

/** Calls that nobody states: those of state machines that no workload uses, nor takes its model from. */
export function charges(input: FeatureInput<Tasks>): FeatureCharges {
  const charges: Charge[] = [];
  for (const machine of input.resources) {
    if (machine.usedBy.length > 0 || machine.pricedBy !== undefined || isFollowed(input, machine.resource))
      continue;
    for (const task of machine.facts.tasks) charges.push(taskCharge(input, machine, task));
  }
  return { charges, diagnostics: [] };
}

/** Whether the calls of a workload follow a model that stands in it. */
function isFollowed({ workloads }: FeatureInput<Tasks>, { at }: Resource): boolean {
  return workloads.some(({ calls }) =>
    calls.some(
      ({ model: { origin, at: from } }) =>
        origin === 'iac' && from.file === at.file && from.line === at.line && from.column === at.column,
    ),
  );
}

function taskCharge(input: FeatureInput<Tasks>, machine: Declared<Tasks>, task: ModelTask): Charge {
  const { resource, facts } = machine;
  const region = resource.region ?? input.region;
  const id = modelIdOf(task.model) ?? unknown('its model is not known', { at: resource.at });
  const { price, item } = modelPrice(input, id, 'input', region, resource.at);
  const missing = 'no workload uses this state machine, so its requests and tokens are not stated';
  return charge({
    project: input.project,
    layer: 'inference',
    feature: 'state-machines',
    owner: { kind: 'resource', name: resource.address },
    component: `model calls of ${task.state}`,
    ...(item === undefined ? {} : { item }),
    region,
    unit: 'tokens',
    factors: [{ name: 'requests', missing, hint: workloadFor(resource, facts.tasks) }],
    price,
    at: resource.at,
  });
}

function workloadFor({ address }: Resource, tasks: readonly ModelTask[]): string {
  const calls = tasks.map(
    (task) =>
      `      ${nameOf(task.state)}: { model: ${modelFor(address, task)}, input_tokens: 2000, output_tokens: 500 }`,
  );
  return [
    'workloads:',
    `  ${nameOf(address)}:`,
    `    uses: [${addressInYaml(address)}]`,
    '    requests: 1000 per day',
    '    calls:',
    ...calls,
  ].join('\n');
}

function modelFor(address: string, task: ModelTask): string {
  const attribute = attributeOf(task);
  if (attribute !== undefined)
    return `{ address: ${addressInYaml(address)}, attribute: ${JSON.stringify(attribute)} }`;
  const id = modelIdOf(task.model);
  return typeof id === 'string' ? id : 'global.anthropic.claude-haiku-4-5-20251001-v1:0';
}

/** A name that a manifest takes. */
function nameOf(written: string): string {
  const words = written.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.length === 0 ? 'state-machine' : words.join('-');
}
