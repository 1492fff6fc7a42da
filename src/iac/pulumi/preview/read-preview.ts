/** Previews of Pulumi, as `pulumi preview --json --show-sames` writes them. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { LIMITS } from '../../../model/limits.ts';
import type { Resource } from '../../../model/resource.ts';
import type { SourceLocation } from '../../../model/source-location.ts';
import type { MapValue, Value } from '../../../model/value.ts';
import { asCloudFormation } from '../../awscc.ts';
import type { IacReading, IacRoot } from '../../format.ts';
import { readJsonFile } from '../../json-file.ts';
import type { Source } from '../../terraform/hcl/source.ts';
import type { JsonNode } from '../../terraform/json/nodes.ts';
import { map } from '../../terraform/values/value.ts';
import { at, itemsOf, textOf } from '../../terraform-plan/nodes.ts';
import { attributesOf } from '../attributes.ts';
import { addressOf, type KnownType, knownType, parseUrn } from '../resource-name.ts';
import { identifiersOf, type Target, targetsOf } from './dependencies.ts';
import { providerRegions, type RegionOf } from './regions.ts';
import { previewValue } from './values.ts';

const COMMAND = 'pulumi preview --json --show-sames';

/** What a preview says that there will be. */
export function readPreview(
  root: IacRoot,
  texts: ReadonlyMap<string, string>,
  paths: ReadonlySet<string>,
): IacReading {
  const file = root.directory;
  const hint = `${COMMAND} > ${file}`;
  const read = readJsonFile(file, texts, { what: 'preview', hint, at: root.at, exists: paths.has(file) });
  if (read.kind === 'problem') return { resources: [], diagnostics: [read.diagnostic] };
  const { source, node } = read;
  if (at(node, 'steps')?.kind !== 'array') {
    const message = 'Found JSON without steps where a preview of Pulumi was expected.';
    const why = { code: 'iac-unresolved', severity: 'error', message, at: { file } } as const;
    return { resources: [], diagnostics: [{ ...why, hint }] };
  }
  const states = statesOf(node, source);
  const diagnostics = [...leftOut(node, file), ...failures(node, file)];
  return { resources: resourcesOf(states, providerRegions(node, root.region), diagnostics), diagnostics };
}

/** A resource as it will be after the update. */
interface Planned {
  readonly urn: string;
  readonly state: JsonNode;
  readonly type: KnownType;
  readonly address: string;
  readonly at: SourceLocation;
}

/** Steps that take something away, or only look at something that is managed elsewhere. */
const GONE = new Set([
  'delete',
  'delete-replaced',
  'read',
  'read-discard',
  'discard',
  'discard-replaced',
  'remove-pending-replace',
]);

/** The new state of every resource that is read here and stays or comes, by URN. A replacement has several steps. */
function statesOf(preview: JsonNode, source: Source): readonly Planned[] {
  const found = new Map<string, Omit<Planned, 'address'>>();
  for (const step of itemsOf(at(preview, 'steps'))) {
    const state = at(step, 'newState');
    const urn = textOf(at(state, 'urn')) ?? textOf(at(step, 'urn')) ?? '';
    const type = knownType(textOf(at(state, 'type')) ?? parseUrn(urn)?.token ?? '');
    if (state === undefined || type === undefined || GONE.has(textOf(at(step, 'op')) ?? '')) continue;
    const external = at(state, 'external');
    if (external?.kind === 'keyword' && external.value === true) continue;
    found.set(urn, { urn, state, type, at: source.locate(step.start) });
    // One over the limit is enough to tell that there are more.
    if (found.size > LIMITS.resources) break;
  }
  return withAddresses([...found.values()]);
}

/** Names in two components may be the same; then the components stand before the address. */
function withAddresses(states: readonly Omit<Planned, 'address'>[]): readonly Planned[] {
  const times = new Map<string, number>();
  const plain = (state: Omit<Planned, 'address'>) =>
    addressOf(state.type, parseUrn(state.urn)?.name ?? state.urn);
  for (const state of states) times.set(plain(state), (times.get(plain(state)) ?? 0) + 1);
  return states.map((state) => {
    const address = plain(state);
    const parents = parseUrn(state.urn)?.parents ?? '';
    const isShared = (times.get(address) ?? 0) > 1 && parents !== '';
    return { ...state, address: isShared ? `${parents}$${address}` : address };
  });
}

function resourcesOf(
  states: readonly Planned[],
  regionOf: RegionOf,
  diagnostics: Diagnostic[],
): readonly Resource[] {
  const targets = new Map<string, Target>(
    states.map(({ urn, address, type, state }) => {
      return [urn, { address, type, identifiers: identifiersOf(state, type.type) }];
    }),
  );
  const resources = new Map<string, Resource>();
  for (const planned of states) {
    const resource = resourceOf(planned, targets, regionOf);
    const first = resources.get(resource.address);
    if (first === undefined) resources.set(resource.address, resource);
    else {
      const message = `${resource.address} stands in the preview twice, first in line ${first.at.line ?? 0}; only that is read.`;
      diagnostics.push({ code: 'iac-duplicate', severity: 'error', message, at: resource.at });
    }
  }
  return [...resources.values()];
}

function resourceOf(
  { state, type, address, at: place }: Planned,
  targets: ReadonlyMap<string, Target>,
  regionOf: RegionOf,
): Resource {
  const attributes = attributesOf(inputsOf(state, targets), type.type);
  const region = regionOf(state, attributes);
  const former = itemsOf(at(state, 'aliases')).flatMap((urn) => addressOfUrn(textOf(urn) ?? '') ?? []);
  const formerAddresses = former.filter((one) => one !== address);
  return asCloudFormation({
    address,
    vocabulary: 'terraform',
    type: type.type,
    attributes,
    at: place,
    ...(region === undefined ? {} : { region }),
    ...(formerAddresses.length === 0 ? {} : { formerAddresses }),
  });
}

function inputsOf(state: JsonNode, targets: ReadonlyMap<string, Target>): MapValue {
  const inputs = at(state, 'inputs');
  const entries = new Map<string, Value>();
  for (const { key, value } of inputs?.kind === 'object' ? inputs.properties : []) {
    if (key.value === '__defaults') continue;
    entries.set(key.value, previewValue(value, key.value, targetsOf(state, key.value, targets)));
  }
  return map(entries);
}

function addressOfUrn(urn: string): string | undefined {
  const parts = parseUrn(urn);
  const type = parts === undefined ? undefined : knownType(parts.token);
  return parts === undefined || type === undefined ? undefined : addressOf(type, parts.name);
}

/** Says how many resources stay as they are and are not in the preview. */
function leftOut(preview: JsonNode, file: string): readonly Diagnostic[] {
  const same = at(preview, 'changeSummary', 'same');
  const counted = same?.kind === 'number' ? Number(same.source) : 0;
  const shown = itemsOf(at(preview, 'steps')).filter((step) => textOf(at(step, 'op')) === 'same').length;
  const missing = counted - shown;
  if (!(missing > 0)) return [];
  const message = `The preview ${file} leaves out ${missing} resources that do not change, so they are not priced.`;
  const hint = `${COMMAND} > ${file}`;
  return [{ code: 'iac-unresolved', severity: 'error', message, at: { file }, hint }];
}

/** A preview that ended early does not hold everything. */
function failures(preview: JsonNode, file: string): readonly Diagnostic[] {
  const failed = itemsOf(at(preview, 'diagnostics')).some((each) => textOf(at(each, 'severity')) === 'error');
  if (!failed) return [];
  const message = `The preview ${file} ended with errors, so what it says is not complete.`;
  return [{ code: 'iac-unresolved', severity: 'error', message, at: { file } }];
}
