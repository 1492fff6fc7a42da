/** The part of a plan that repeats how everything was written: for references, and for the regions of providers. */
import { type Unknown, unknown } from '../../model/value.ts';
import type { JsonNode } from '../terraform/json/nodes.ts';
import { at, isTrue, itemsOf, textOf } from './nodes.ts';
import type { FindResource } from './values.ts';

export interface Configuration {
  /** Resources by their address without any instance keys. */
  readonly resources: ReadonlyMap<string, JsonNode>;
  readonly root: JsonNode;
  /** Regions of providers that were asked for, by the key of the provider. */
  readonly regions: Map<string, string | Unknown | undefined>;
}

/** Indexes the configuration of a plan, which may have none. */
export function readConfiguration(root: JsonNode): Configuration {
  const resources = new Map<string, JsonNode>();
  const open: { readonly module: JsonNode | undefined; readonly prefix: string }[] = [
    { module: at(root, 'configuration', 'root_module'), prefix: '' },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { module, prefix } = next;
    for (const resource of itemsOf(at(module, 'resources'))) {
      const address = textOf(at(resource, 'address'));
      if (address !== undefined) resources.set(prefix + address, resource);
    }
    const calls = at(module, 'module_calls');
    for (const { key, value } of calls?.kind === 'object' ? calls.properties : []) {
      open.push({ module: at(value, 'module'), prefix: `${prefix}module.${key.value}.` });
    }
  }
  return { resources, root, regions: new Map() };
}

/** An address without the keys of its instances: `module.m["eu"].t.x[0]` is `module.m.t.x`. */
export function withoutKeys(address: string): string {
  return address.replaceAll(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '');
}

/** Finds resources of the same module as the one at `address`. */
export function referencesFrom(address: string, { resources }: Configuration): FindResource['byReference'] {
  const prefix = modulePrefix(address);
  const plain = withoutKeys(prefix);
  return (reference) => {
    const [type = '', name = '', attribute] = withoutKeys(reference).split('.');
    if (!resources.has(`${plain}${type}.${name}`)) return undefined;
    return { refersTo: `${prefix}${type}.${name}`, ...(attribute === undefined ? {} : { attribute }) };
  };
}

/** `module.m["eu"].` of an address in that module; nothing of one in the root. */
function modulePrefix(address: string): string {
  const [prefix = ''] = /^(?:module\.[^.[\]]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.)*/.exec(address) ?? [];
  return prefix;
}

/** The region of the provider that a resource uses: a constant, or a variable of the root module. */
export function providerRegion(
  resource: JsonNode | undefined,
  { root, regions }: Configuration,
): string | Unknown | undefined {
  const key = textOf(at(resource, 'provider_config_key'));
  if (key === undefined) return undefined;
  if (!regions.has(key)) regions.set(key, readRegion(key, root));
  return regions.get(key);
}

function readRegion(key: string, root: JsonNode): string | Unknown | undefined {
  const region = at(root, 'configuration', 'provider_config', key, 'expressions', 'region');
  if (region === undefined) return undefined;
  const constant = textOf(at(region, 'constant_value'));
  if (constant !== undefined) return constant;
  const [reference = ''] = itemsOf(at(region, 'references')).map((item) => textOf(item) ?? '');
  const variable = /^var\.([^.[]+)$/.exec(reference)?.[1];
  // Behind a colon stands the name of a provider in a child module, whose variables are others.
  const isRoot = !key.includes(':');
  const declared =
    variable === undefined ? undefined : at(root, 'configuration', 'root_module', 'variables', variable);
  if (isTrue(at(declared, 'sensitive'))) return unknown('the region of its provider is sensitive');
  const given =
    variable !== undefined && isRoot ? textOf(at(root, 'variables', variable, 'value')) : undefined;
  return given ?? unknown('the region of its provider is not written as a plain text');
}
