/** Workloads that infrastructure code declares as steps that call models: state machines. */

import { type ResourceGraph, reachable } from '../bind/graph.ts';
import type { MappedResource } from '../bind/map-resources.ts';
import { modelFromCode } from '../bind/model-choice.ts';
import type { ModelStep } from '../model/feature.ts';
import type { Resource } from '../model/resource.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import { isUnknown } from '../model/value.ts';
import { type Candidate, nameFrom, purposesOf, unusedName } from './candidate.ts';
import { openParts, openSizes, requestsKey } from './open-keys.ts';
import { grouped, nameOf, placeOf, regionOf, usesKey } from './resource-groups.ts';
import { startedBy } from './started-by.ts';
import { type Trigger, triggersIn } from './triggers.ts';

interface Steps {
  readonly entry: MappedResource;
  readonly steps: readonly ModelStep[];
  readonly ids: readonly (string | undefined)[];
}

/** One candidate for each resource that calls models in steps, with a named call for each step. */
export function candidatesFromSteps(
  resources: readonly Resource[],
  graph: ResourceGraph,
): readonly Candidate[] {
  const triggers = triggersIn(resources);
  const found = graph.all.flatMap((entry): readonly Steps[] => {
    const { steps = [] } = entry.mapped;
    if (steps.length === 0) return [];
    const ids = steps.map(({ model }) => {
      const { id } = modelFromCode(model, entry.resource, graph).choice;
      return isUnknown(id) ? undefined : id;
    });
    return [{ entry, steps, ids }];
  });
  return grouped(
    graph,
    found,
    ({ entry }) => entry.resource,
    ({ entry, steps, ids }) => JSON.stringify([steps.map(({ name }) => name), ids, regionOf(entry.resource)]),
  ).map(({ address, first, all }) => candidate(address, first, all, graph, triggers));
}

function candidate(
  address: string,
  { entry: { resource }, steps, ids }: Steps,
  all: readonly Steps[],
  graph: ResourceGraph,
  triggers: readonly Trigger[],
): Candidate {
  const taken = new Set<string>();
  const calls = steps.map((step, index) => {
    const name = unusedName(nameFrom(step.name.replaceAll(/[ _]/g, '-'), 'call'), taken);
    taken.add(name);
    return `${name}: { model: ${modelOf(address, step, ids[index])} }`;
  });
  const models = [...new Set(ids.map((id) => id ?? 'not known'))].join(', ');
  return {
    name: nameOf(address),
    about: `${all.length > 1 ? `${all.length} of ` : ''}${resource.type} in ${placeOf(resource)}, ${models}`,
    known: [...usesKey([address]), { key: 'calls', value: calls.join('\n') }],
    open: [
      requestsKey(...startedBy(resource, triggers)),
      ...openSizes(purposesOf(ids)),
      ...openParts(reachable(graph, [resource.address])),
    ],
    purposes: purposesOf(ids),
    severalCalls: true,
    addresses: all.map(({ entry }) => entry.resource.address),
    uses: [],
    variables: [],
    mentions: [address],
    ids: [],
  };
}

/** The place of the model in the step, else the id that stands there. */
function modelOf(address: string, { attribute }: ModelStep, id: string | undefined): string {
  if (attribute !== undefined)
    return `{ address: ${addressInYaml(address)}, attribute: ${JSON.stringify(attribute)} }`;
  return JSON.stringify(id ?? 'global.anthropic.claude-haiku-4-5-20251001-v1:0');
}
