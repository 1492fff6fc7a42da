/** Workloads that infrastructure code declares: agents, and knowledge bases that nobody asks. */
import { type ResourceGraph, reachable } from '../bind/graph.ts';
import type { MappedResource } from '../bind/map-resources.ts';
import { modelFromCode } from '../bind/model-choice.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import { isUnknown } from '../model/value.ts';
import { type Candidate, purposesOf } from './candidate.ts';
import { openParts, openSizes, requestsKey } from './open-keys.ts';
import { type Group, grouped, nameOf, placeOf, regionOf, usesKey } from './resource-groups.ts';

const TEXT = purposesOf([undefined]);

/** Agents that no other agent calls, in the order of the code. */
export function candidatesFromAgents(graph: ResourceGraph): readonly Candidate[] {
  const agents = graph.all.filter(({ mapped }) => mapped.callsModel === true);
  const called = new Set(
    agents.flatMap(({ resource }) =>
      reachable(graph, [resource.address])
        .filter((entry) => entry.mapped.callsModel === true && entry.resource.address !== resource.address)
        .map((entry) => entry.resource.address),
    ),
  );
  const own = agents.filter(({ resource }) => !called.has(resource.address));
  return grouped(
    graph,
    own,
    ({ resource }) => resource,
    (entry) => modelNameOf(entry, graph),
  ).map((group) => agentCandidate(group, graph));
}

function modelNameOf({ mapped, resource }: MappedResource, graph: ResourceGraph): string {
  const { id } = modelFromCode(mapped.model, resource, graph).choice;
  return JSON.stringify([isUnknown(id) ? id.why : id, regionOf(resource)]);
}

function agentCandidate({ address, first, all }: Group<MappedResource>, graph: ResourceGraph): Candidate {
  const { resource } = first;
  const { id } = modelFromCode(first.mapped.model, resource, graph).choice;
  const model = isUnknown(id) ? `model not known: ${id.why}` : id;
  const used = reachable(graph, [resource.address]);
  return {
    name: nameOf(address),
    about: `${all.length > 1 ? `${all.length} agents` : 'agent'} in ${placeOf(resource)}, ${model}`,
    known: [{ key: 'agent', value: addressInYaml(address) }],
    open: [
      requestsKey(),
      {
        key: 'calls_per_request',
        value: 'N',
        note: 'model calls of one request, 5..10 are assumed without it',
      },
      ...openSizes(TEXT),
      ...openParts(used),
    ],
    purposes: TEXT,
    severalCalls: false,
    addresses: all.map((entry) => entry.resource.address),
    uses: [],
    variables: [],
    mentions: [address],
    ids: [],
  };
}

/** Knowledge bases that none of some workloads asks, each as a workload of its own. */
export function knowledgeBaseCandidates(
  graph: ResourceGraph,
  others: readonly Candidate[],
): readonly Candidate[] {
  const asked = new Set(
    reachable(
      graph,
      others.flatMap(({ addresses, uses }) => [...addresses, ...uses]),
    ).map(({ resource }) => resource.address),
  );
  const free = graph.all.filter(
    ({ mapped, resource }) => mapped.role === 'knowledge-base' && !asked.has(resource.address),
  );
  return grouped(
    graph,
    free,
    ({ resource }) => resource,
    ({ resource }) => regionOf(resource),
  ).map(({ address, first: { resource }, all }) => ({
    name: nameOf(address),
    about: `${all.length > 1 ? `${all.length} knowledge bases` : 'knowledge base'} in ${placeOf(resource)}`,
    known: usesKey([address]),
    open: [
      requestsKey(),
      { key: 'model', value: 'N', note: 'the model that answers; none where it only retrieves' },
      ...openSizes(TEXT),
      ...openParts(reachable(graph, [resource.address])),
    ],
    purposes: TEXT,
    severalCalls: false,
    addresses: all.map((entry) => entry.resource.address),
    uses: [],
    variables: [],
    mentions: [address],
    ids: [],
  }));
}
