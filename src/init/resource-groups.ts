/** Instances of one block that are alike, as one workload, and what it is called. */
import { instanceKeys, withoutKeys } from '../bind/addresses.ts';
import type { ResourceGraph } from '../bind/graph.ts';
import type { Resource } from '../model/resource.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import { type KnownKey, nameFrom } from './candidate.ts';

export interface Group<Item> {
  /** The address of the only one, or of the block of several that are alike. */
  readonly address: string;
  readonly first: Item;
  readonly all: readonly Item[];
}

/** Instances of one block that are alike together, where the address of the block means them and no others. */
export function grouped<Item>(
  graph: ResourceGraph,
  items: readonly Item[],
  resourceOf: (item: Item) => Resource,
  likeness: (item: Item) => string,
): readonly Group<Item>[] {
  const blocks = new Map<string, { readonly block: string; readonly members: Item[] }>();
  for (const item of items) {
    const { address, root = '' } = resourceOf(item);
    const block = withoutKeys(address);
    const key = `${root}\n${block}`;
    const found = blocks.get(key);
    if (found === undefined) blocks.set(key, { block, members: [item] });
    else found.members.push(item);
  }
  return [...blocks.values()].flatMap(({ block, members }): readonly Group<Item>[] => {
    const [first] = members;
    const isWhole = graph.declared(block).length === members.length;
    if (first !== undefined && isWhole && new Set(members.map(likeness)).size === 1)
      return [{ address: block, first, all: members }];
    return members.map((item) => ({ address: resourceOf(item).address, first: item, all: [item] }));
  });
}

export function regionOf({ region }: Resource): string {
  return typeof region === 'string' ? region : '';
}

/** `main.tf:12`. */
export function placeOf({ at }: Resource): string {
  return at.line === undefined ? at.file : `${at.file}:${at.line}`;
}

/** Names of blocks that say nothing of what they are. */
const COMMON: ReadonlySet<string> = new Set([
  'this',
  'main',
  'default',
  'agent',
  'self',
  'function',
  'lambda',
]);

/**
 * What to call the workload of a resource: `support` of `aws_bedrockagent_agent.support`, `tenants-eu` of
 * `module.tenants["eu"].aws_bedrockagent_agent.main`, with the last folder of the root where several have the address.
 */
export function nameOf(address: string): string {
  const steps = withoutKeys(address).split(/[./:]/);
  const modules = steps.flatMap((step, index) => (step === 'module' ? (steps[index + 1] ?? []) : []));
  const last = steps.at(-1) ?? '';
  const kind = (steps.at(-2) ?? last).replace(
    /^aws(?:cc)?_(?:bedrockagent(?:core)?_|bedrock_|lambda_|ecs_)?/,
    '',
  );
  const named = COMMON.has(last.toLowerCase()) ? (modules.at(-1) ?? kind) : last;
  const [, root = ''] = /^([^[:]*):/.exec(address) ?? [];
  // A template is a file, and the folder it stands in tells more.
  const folder =
    root
      .replace(/(?:^|\/)[^/]*\.(?:ya?ml|json|template)$/, '')
      .split('/')
      .at(-1) ?? '';
  const parts = [folder, named, ...instanceKeys(address)];
  return nameFrom(
    parts
      .filter((part) => part !== '')
      .join('-')
      .replaceAll('_', '-'),
    'workload',
  );
}

export function usesKey(uses: readonly string[]): readonly KnownKey[] {
  if (uses.length === 0) return [];
  return [{ key: 'uses', value: `[${uses.map(addressInYaml).join(', ')}]` }];
}
