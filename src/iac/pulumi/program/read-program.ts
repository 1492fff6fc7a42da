/** Everything that a Pulumi program in YAML declares. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { LIMITS } from '../../../model/limits.ts';
import type { Resource } from '../../../model/resource.ts';
import type { MapValue, Value } from '../../../model/value.ts';
import { asCloudFormation } from '../../awscc.ts';
import { type DataNode, entriesOf, itemsOf, type MapEntry, nodeAt, textOf } from '../../document/node.ts';
import type { IacReading, IacRoot } from '../../format.ts';
import type { ParseCache } from '../../parse-cache.ts';
import { map } from '../../terraform/values/value.ts';
import { attributesOf } from '../attributes.ts';
import { addressOf, type KnownType, knownType, parseUrn } from '../resource-name.ts';
import { parseToken } from '../type-token.ts';
import { type DeclaredResource, Program } from './program.ts';
import { readProject } from './project.ts';

/** Reads the program in a directory. Programs in other languages are named, and not read. */
export function readProgram(
  root: IacRoot,
  texts: ReadonlyMap<string, string>,
  cache: ParseCache,
): IacReading {
  const { project, diagnostics: problems } = readProject(root, texts, cache);
  if (project === undefined) return { resources: [], diagnostics: problems };
  const diagnostics: Diagnostic[] = [...problems];
  const program = new Program(project, root.region, texts, diagnostics);
  const resources = new Map<string, Resource>();
  const unread = new Map<string, MapEntry>();
  for (const [key, entry] of project.resources) {
    const declared = program.resource(key);
    if (declared === undefined || nodeAt(entry.node, 'get') !== undefined) continue;
    if (declared.type === undefined) {
      if (mayHoldOthers(declared.token) && !unread.has(declared.token)) unread.set(declared.token, entry);
      continue;
    }
    const resource = resourceOf(key, entry, declared, declared.type, program);
    const first = resources.get(resource.address);
    if (first === undefined) resources.set(resource.address, resource);
    else diagnostics.push(duplicate(resource, first));
    // One over the limit is enough to tell that there are more.
    if (resources.size > LIMITS.resources) break;
  }
  for (const [token, { at }] of unread) {
    const message = `What the component ${token} declares is not read; a preview in JSON shows it.`;
    diagnostics.push({ code: 'iac-unresolved', severity: 'notice', message, at });
  }
  return { resources: [...resources.values()], diagnostics, asked: [...program.asked] };
}

function resourceOf(
  key: string,
  entry: MapEntry,
  declared: DeclaredResource,
  type: KnownType,
  program: Program,
): Resource {
  const attributes = attributesOf(propertiesOf(key, entry.node, program), type.type);
  const provider = parseToken(declared.token)?.provider ?? 'aws';
  const region = program.regions.ofResource(key, provider);
  const former = formerAddresses(entry.node, type);
  return asCloudFormation({
    address: declared.address,
    vocabulary: 'terraform',
    type: type.type,
    attributes,
    at: entry.at,
    ...(region === undefined ? {} : { region }),
    ...(former.length === 0 ? {} : { formerAddresses: former }),
  });
}

function propertiesOf(key: string, node: DataNode, program: Program): MapValue {
  const entries = new Map<string, Value>();
  for (const name of entriesOf(nodeAt(node, 'properties')).keys()) {
    const value = program.property(key, name);
    if (value !== undefined) entries.set(name, value);
  }
  return map(entries);
}

/** Names that the resource had before: `aliases: [{ name: old }]`, or whole URNs. */
function formerAddresses(node: DataNode, type: KnownType): readonly string[] {
  return itemsOf(nodeAt(node, 'options', 'aliases')).flatMap((alias) => {
    const urn = parseUrn(textOf(alias) ?? '');
    const of = urn === undefined ? type : knownType(urn.token);
    const name = urn?.name ?? textOf(nodeAt(alias, 'name'));
    return of === undefined || name === undefined ? [] : [addressOf(of, name)];
  });
}

/** Providers whose resources are single things, and nothing of AWS. */
const PLAIN_PROVIDERS = new Set([
  'archive',
  'auth0',
  'azure',
  'azure-native',
  'cloudflare',
  'cloudinit',
  'command',
  'datadog',
  'docker',
  'docker-build',
  'gcp',
  'github',
  'gitlab',
  'google-native',
  'grafana',
  'kubernetes',
  'local',
  'mongodbatlas',
  'null',
  'postgresql',
  'pulumi',
  'pulumiservice',
  'random',
  'std',
  'synced-folder',
  'time',
  'tls',
  'vercel',
]);

/** Components, such as those of `awsx`, declare resources of their own. */
function mayHoldOthers(token: string): boolean {
  const provider = parseToken(token)?.provider;
  return provider !== undefined && !PLAIN_PROVIDERS.has(provider);
}

function duplicate({ address, at }: Resource, first: Resource): Diagnostic {
  const message = `${address} is declared twice, first in line ${first.at.line ?? 0}; only that is read.`;
  return { code: 'iac-duplicate', severity: 'error', message, at };
}
