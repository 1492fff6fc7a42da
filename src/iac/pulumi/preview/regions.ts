/** The regions of resources in a preview. */
import { type MapValue, textAt, type Unknown, unknown } from '../../../model/value.ts';
import type { JsonNode } from '../../terraform/json/nodes.ts';
import { at, itemsOf, textOf } from '../../terraform-plan/nodes.ts';
import { parseUrn } from '../resource-name.ts';
import { previewValue } from './values.ts';

export type RegionOf = (state: JsonNode, attributes: MapValue) => string | Unknown | undefined;

/**
 * The region of a resource: its own, that of its provider, or that of the stack's configuration. `usual` is that of
 * providers of which nothing is said: they take it from the environment.
 */
export function providerRegions(preview: JsonNode, usual: string | undefined): RegionOf {
  const stated = new Map<string, string | Unknown | undefined>();
  for (const step of itemsOf(at(preview, 'steps'))) {
    const state = at(step, 'newState') ?? at(step, 'oldState');
    const urn = textOf(at(state, 'urn')) ?? '';
    if (parseUrn(urn)?.token.startsWith('pulumi:providers:') !== true) continue;
    const region = at(state, 'inputs', 'region');
    const value = region === undefined ? undefined : textAt(previewValue(region, 'region', () => undefined));
    stated.set(urn, value === '' ? undefined : value);
  }
  return (state, attributes) => {
    const own = textAt(attributes, 'region');
    if (own !== undefined && own !== '') return own;
    // `urn:pulumi:prod::rag::pulumi:providers:aws::default_7_48_0::` and the id of the provider.
    const reference = textOf(at(state, 'provider')) ?? '';
    const urn = reference.slice(0, reference.lastIndexOf('::'));
    const provider = parseUrn(urn);
    if (stated.has(urn)) return stated.get(urn) ?? configured(preview, provider?.token) ?? usual;
    if (provider !== undefined && !provider.name.startsWith('default'))
      return unknown(`its provider ${provider.name} is not in the preview`);
    return configured(preview, provider?.token) ?? usual;
  };
}

/** `aws:region` of the configuration. */
function configured(preview: JsonNode, provider: string | undefined): string | undefined {
  const name = provider?.slice('pulumi:providers:'.length) ?? 'aws';
  const region = textOf(at(preview, 'config', `${name}:region`));
  return region === undefined || region === '' || region === '[secret]' ? undefined : region;
}
