/** Workloads that infrastructure code declares as programs: whatever has a model in an environment variable. */
import { isOneModel } from '../bind/deployed-models.ts';
import { environmentOf } from '../bind/environment.ts';
import { type ResourceGraph, reachable } from '../bind/graph.ts';
import { modelFromCode } from '../bind/model-choice.ts';
import { purposeOf } from '../code/purpose.ts';
import { referencesIn } from '../model/mentions.ts';
import type { Resource } from '../model/resource.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import { isUnknown, type Value } from '../model/value.ts';
import { type Candidate, type KnownKey, nameFrom, purposesOf, rerankKey } from './candidate.ts';
import { openParts, openSizes, requestsKey } from './open-keys.ts';
import { grouped, nameOf, placeOf, regionOf, usesKey } from './resource-groups.ts';
import { startedBy } from './started-by.ts';
import { triggersIn } from './triggers.ts';
import { yamlText } from './yaml-text.ts';

interface Variable {
  readonly name: string;
  readonly id: string | undefined;
}

/** Functions, containers and runtimes with a model of their own, in the order of the code. */
export function candidatesFromPrograms(
  resources: readonly Resource[],
  graph: ResourceGraph,
): readonly Candidate[] {
  const triggers = triggersIn(resources);
  const programs = resources.flatMap((resource) => {
    const environment = environmentOf(resource);
    const variables = [...environment].flatMap(([name, value]) =>
      modelVariable(name, value, resource, graph),
    );
    return variables.length === 0 ? [] : [{ resource, environment, variables }];
  });
  const groups = grouped(
    graph,
    programs,
    ({ resource }) => resource,
    ({ resource, variables }) => JSON.stringify([variables, regionOf(resource)]),
  );
  return groups.map(({ address, first: { resource, environment, variables }, all }) => {
    const uses = usedThrough(environment, resource, graph);
    const reached = reachable(graph, uses);
    const ids = variables.map(({ id }) => id);
    const called = variables.filter(({ id }) => id === undefined || purposeOf(id) !== 'reranking');
    const reranked = called.length === 0 ? [] : rerankKey(ids);
    const known = [
      ...modelKeys(address, called.length === 0 ? variables : called),
      ...usesKey(uses),
      ...reranked,
    ];
    const models = variables.map(({ name, id }) => `${name} ${id ?? 'not known'}`).join(', ');
    return {
      name: nameOf(address),
      about: `${all.length > 1 ? `${all.length} of ` : ''}${resource.type} in ${placeOf(resource)}, ${models}`,
      known,
      open: [
        requestsKey(...startedBy(resource, triggers)),
        ...openSizes(purposesOf(ids)),
        ...openParts(reached).filter(({ key }) => known.every((one) => one.key !== key)),
      ],
      purposes: purposesOf(ids),
      severalCalls: called.length > 1,
      addresses: all.map((entry) => entry.resource.address),
      uses,
      variables: variables.map(({ name }) => name),
      mentions: [address],
      ids: [],
    };
  });
}

/** A variable that holds a model id, or that is called a model and whose value is not known. */
function modelVariable(
  name: string,
  value: Value,
  resource: Resource,
  graph: ResourceGraph,
): readonly Variable[] {
  const { choice, capacity } = modelFromCode(value, resource, graph);
  if (capacity !== undefined) return [{ name, id: isUnknown(choice.id) ? undefined : choice.id }];
  if (isUnknown(choice.id)) {
    const refers = value.kind === 'unknown' && value.refersTo !== undefined;
    return /(?:^|_)MODEL(?:_ID|_ARN)?$/i.test(name) && !refers ? [{ name, id: undefined }] : [];
  }
  return isOneModel(choice.id) ? [{ name, id: choice.id }] : [];
}

function modelKeys(address: string, variables: readonly Variable[]): readonly KnownKey[] {
  const binding = ({ name }: Variable) => `{ address: ${addressInYaml(address)}, env: ${yamlText(name)} }`;
  const [only, ...others] = variables;
  if (only === undefined) return [];
  if (others.length === 0) return [{ key: 'model', value: binding(only) }];
  const taken = new Set<string>();
  const calls = variables.map((variable) => {
    const short = variable.name.toLowerCase().replace(/^bedrock_|_?model(?:_id|_arn)?$|^model_/g, '');
    let name = nameFrom(short, 'main');
    for (let count = 2; taken.has(name); count++) name = `${nameFrom(short, 'main')}-${count}`;
    taken.add(name);
    return `${name}: { model: ${binding(variable)} }`;
  });
  return [{ key: 'calls', value: calls.join('\n') }];
}

const ASKED: ReadonlySet<string> = new Set(['knowledge-base', 'guardrail', 'flow']);

/** Knowledge bases, guardrails and flows whose ids are handed to the program. */
function usedThrough(
  environment: ReadonlyMap<string, Value>,
  resource: Resource,
  graph: ResourceGraph,
): readonly string[] {
  const targets = [...environment.values()]
    .flatMap((value) => referencesIn(value))
    .flatMap((reference) => graph.resolve(reference, resource))
    .filter(({ mapped }) => ASKED.has(mapped.role));
  return [...new Set(targets.map((entry) => entry.resource.address))];
}
