/** What the resources at an address hold in an attribute, or set an environment variable to. */
import type { AddressPlace } from '../manifest/manifest.ts';
import type { Resource } from '../model/resource.ts';
import { type Value, valueAt } from '../model/value.ts';
import { environmentOf, unknownEnvironment } from './environment.ts';
import type { ResourceGraph } from './graph.ts';
import type { SetVariable } from './set-variables.ts';

/** The values, one for each resource that has one; half a sentence where none has. */
export function valuesAtAddress(place: AddressPlace, graph: ResourceGraph): readonly SetVariable[] | string {
  const resources = graph.declared(place.address);
  const values = resources.flatMap((resource) => {
    const value = valueAtPlace(place, resource);
    return value === undefined ? [] : [{ resource, value }];
  });
  return values.length > 0 ? values : whyNone(place, resources);
}

/** What one resource holds at a place; where its environment is computed, that is not known. */
export function valueAtPlace({ attribute, env }: AddressPlace, resource: Resource): Value | undefined {
  return env === undefined
    ? valueAt(resource.attributes, ...(attribute ?? '').split('.'))
    : (environmentOf(resource).get(env) ?? unknownEnvironment(resource));
}

/** Half a sentence on why there is nothing at a place. */
export function whyNone({ address, attribute, env }: AddressPlace, resources: readonly Resource[]): string {
  if (resources.length === 0) return `${address} is not declared`;
  if (env === undefined) return `${address} has no ${attribute ?? 'model'}`;
  const names = [...new Set(resources.flatMap((resource) => [...environmentOf(resource).keys()]))];
  const others = names.length === 0 ? 'none' : names.slice(0, 6).join(', ');
  return `${address} sets no environment variable ${env}; it sets ${others}`;
}
