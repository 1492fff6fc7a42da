/** The resources that a workload names by an address, or that a variable of the infrastructure code names for it. */
import type { NamedResource, Place } from '../manifest/manifest.ts';
import { referencesIn } from '../model/mentions.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import { textAt, valueAt } from '../model/value.ts';
import type { ResourceGraph } from './graph.ts';
import type { MappedResource } from './map-resources.ts';
import { readsGivenTo } from './model-from-outside.ts';
import type { SetVariable } from './set-variables.ts';
import { valuesAtAddress } from './values-at-address.ts';

export interface NamedResources {
  readonly found: readonly MappedResource[];
  /** What was named, in words: the address, or the variable and whose it is. */
  readonly words: string;
  /** Half a sentence on why a variable leads to nothing. */
  readonly why?: string;
}

export function resourcesNamed(
  named: NamedResource,
  graph: ResourceGraph,
  sources: ReadonlyMap<string, string>,
): NamedResources {
  if (typeof named === 'string') return { found: graph.find(named), words: named };
  const words =
    named.kind === 'address'
      ? `${named.env ?? named.attribute ?? ''} of ${named.address}`
      : `${named.name ?? ''} of ${named.file}`;
  const values = valuesOf(named, graph, sources);
  if (typeof values === 'string') return { found: [], words, why: values };
  const found = values.flatMap((value) => targetsOf(value, graph));
  if (found.length > 0) return { found: [...new Set(found)], words };
  const held = values.map(({ resource, value }) => {
    const text = textAt(value);
    return typeof text === 'string'
      ? `${resource.address} sets it to ${JSON.stringify(text)}`
      : `what ${resource.address} sets it to is not known`;
  });
  return {
    found: [],
    words,
    why: `${held.slice(0, 4).join(' and ')}, which is nothing that the infrastructure code declares`,
  };
}

/** How a manifest writes what it names: the address, or the map that leads to it. */
export function inManifest(named: NamedResource): string {
  if (typeof named === 'string') return addressInYaml(named);
  if (named.kind === 'file') return `{ file: ${named.written}, name: ${named.name ?? ''} }`;
  const { address, attribute, env } = named;
  return `{ address: ${addressInYaml(address)}, ${env === undefined ? `attribute: ${attribute ?? ''}` : `env: ${env}`} }`;
}

function valuesOf(
  place: Place,
  graph: ResourceGraph,
  sources: ReadonlyMap<string, string>,
): readonly SetVariable[] | string {
  if (place.kind === 'address') return valuesAtAddress(place, graph);
  const { file, name = '' } = place;
  const text = sources.get(file);
  if (text === undefined) return `${file} does not exist`;
  const variables = [...new Set(readsGivenTo(file, text, name).map((read) => read.name))];
  if (variables.length === 0) return `${file} reads no variable ${name}`;
  const values = variables.flatMap((variable) => graph.setting(variable));
  return values.length > 0 ? values : `the infrastructure code sets no variable ${variables.join(' or ')}`;
}

/** Attributes with which resources are called by name where programs use them. */
const NAMES: readonly string[] = ['name', 'Name', 'LogGroupName', 'bucket', 'BucketName'];

/** What a value refers to; of a text, what goes by that name, in the root of the resource that sets it first. */
function targetsOf({ resource, value }: SetVariable, graph: ResourceGraph): readonly MappedResource[] {
  if (value.kind !== 'text')
    return referencesIn(value).flatMap((reference) => graph.resolve(reference, resource));
  const called = graph.all.filter(({ resource: { attributes } }) =>
    NAMES.some((key) => {
      const name = valueAt(attributes, key);
      return name?.kind === 'text' && name.value === value.value;
    }),
  );
  const own = called.filter((entry) => entry.resource.root === resource.root);
  return own.length > 0 ? own : called;
}
