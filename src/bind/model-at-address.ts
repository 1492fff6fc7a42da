import type { AddressPlace } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { modelIdOf } from '../model/model-reference.ts';
import type { Resource } from '../model/resource.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { isUnknown, unknown, valueAt } from '../model/value.ts';
import { agreed, type Candidate, listed } from './agreement.ts';
import { isOneModel } from './deployed-models.ts';
import { environmentOf } from './environment.ts';
import type { ResourceGraph } from './graph.ts';
import { modelFromCode, type ServedModel } from './model-choice.ts';
import { valueAtPlace, whyNone } from './values-at-address.ts';

/** The model that the resources at an address name: all of them the same one. */
export function modelAtAddress(
  binding: AddressPlace,
  at: SourceLocation,
  workload: string,
  graph: ResourceGraph,
  diagnostics: Diagnostic[],
): ServedModel {
  const resources = graph.declared(binding.address);
  const candidates = resources.flatMap((resource): readonly Candidate[] => {
    const served = modelOf(resource, binding, graph);
    return served === undefined ? [] : [{ where: resource.address, served }];
  });
  const model = agreed(candidates);
  if (model !== undefined) return model;
  const found = candidates.length > 0;
  const why = found
    ? `${binding.address} means ${candidates.length} resources with different models: ${listed(candidates)}`
    : whyNone(binding, resources);
  diagnostics.push({
    code: found ? 'binding-ambiguous' : 'binding-unmatched',
    severity: 'error',
    message: `model of ${workload} cannot be read: ${why}`,
    at,
    hint:
      variableLine(binding, resources, graph) ??
      hintFor(binding, found ? candidates.map(({ where }) => where) : suggestions(binding, graph)),
  });
  return { choice: { id: unknown(why, { at }), origin: 'iac', at } };
}

function modelOf(resource: Resource, binding: AddressPlace, graph: ResourceGraph): ServedModel | undefined {
  const { attribute, env } = binding;
  if (attribute === undefined && env === undefined) return ownModel(resource, graph);
  const value = valueAtPlace(binding, resource);
  return value === undefined ? undefined : modelFromCode(value, resource, graph);
}

/** What a resource calls by itself, the capacity that it is, or the model that it keeps for others to read. */
function ownModel(resource: Resource, graph: ResourceGraph): ServedModel | undefined {
  const entries = graph.find(resource.address);
  const capacity = entries.find(({ mapped }) => mapped.reservesCapacity === true);
  if (capacity !== undefined) {
    const { address, at } = capacity.resource;
    const id = modelIdOf(capacity.mapped.model) ?? unknown('its model is not stated', { at });
    return { choice: { id, origin: 'iac', at }, capacity: [address] };
  }
  const entry = entries.find(({ mapped }) => mapped.model !== undefined);
  if (entry !== undefined) return modelFromCode(entry.mapped.model, entry.resource, graph);
  const parameter = graph.parameters.all.find((kept) => kept.resource === resource);
  return parameter === undefined ? undefined : modelFromCode(parameter.value, resource, graph);
}

/** Addresses that the binding would find something at: those alike first. */
function suggestions({ address, attribute, env }: AddressPlace, graph: ResourceGraph): readonly string[] {
  const type = typeIn(address);
  const fits = (resource: Resource) => {
    if (env !== undefined) return environmentOf(resource).has(env);
    if (attribute !== undefined)
      return resource.type === type && valueAt(resource.attributes, ...attribute.split('.')) !== undefined;
    return graph.find(resource.address).some(({ mapped }) => mapped.model !== undefined);
  };
  const alike = [...new Set(graph.declared('*'))].filter(fits);
  const first = alike.filter((resource) => resource.type === type);
  return [...first, ...alike].map((resource) => resource.address);
}

/** The resource type in a Terraform address; undefined where there is none. */
export function typeIn(address: string): string | undefined {
  return /(?:^|[.:])(aws(?:cc)?_[a-z0-9_]+)\./.exec(address)?.[1];
}

/** Of a program whose address stands alone, the line with the first of its variables that holds a model. */
function variableLine(
  { address, attribute, env }: AddressPlace,
  resources: readonly Resource[],
  graph: ResourceGraph,
): string | undefined {
  if (attribute !== undefined || env !== undefined) return undefined;
  for (const resource of resources) {
    for (const [name, value] of environmentOf(resource)) {
      const { id } = modelFromCode(value, resource, graph).choice;
      if (!isUnknown(id) && isOneModel(id))
        return `model: { address: ${addressInYaml(address)}, env: ${name} }`;
    }
  }
  return undefined;
}

function hintFor({ attribute, env }: AddressPlace, [first]: readonly string[]): string {
  if (first === undefined)
    return 'under `model`, the model id, or the address of what the infrastructure code declares';
  const more =
    env === undefined ? (attribute === undefined ? '' : `, attribute: ${attribute}`) : `, env: ${env}`;
  return `model: { address: ${addressInYaml(first)}${more} }`;
}
