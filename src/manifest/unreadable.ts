import type { Manifest, UnreadableEntry } from './manifest.ts';
import { entryAt, locate, type Node } from './tree.ts';

/**
 * What stands in a manifest and was not read, because of a fault that is reported. It exists all the same: a diff
 * must not take it for gone.
 */
export function unreadableEntries(
  root: Node,
  read: Pick<Manifest, 'workloads' | 'resources' | 'extraCharges'>,
): readonly UnreadableEntry[] {
  const workloads = new Set(read.workloads.map(({ name }) => name));
  return [
    ...unread(root, 'workloads', workloads).map(
      (entry) => ({ kind: 'workload', ...entry, ...formerName(root, entry.name) }) as const,
    ),
    ...unread(root, 'resources', read.resources).map((entry) => ({ kind: 'resource', ...entry }) as const),
    ...unreadExtraCharges(root, new Set(read.extraCharges.map(({ name }) => name)).size),
  ];
}

function unread(root: Node, key: string, known: { has(name: string): boolean }) {
  const entry = entryAt(root, [key]);
  if (entry?.node.kind !== 'map') return [];
  const names = [...entry.node.entries.keys()].filter((name) => !known.has(name));
  return names.map((name) => ({ name, at: locate(root, [key, name]) }));
}

/** A former name is followed in spite of the fault, unless another workload has it or claims it too. */
function formerName(root: Node, name: string): Pick<UnreadableEntry, 'renamedFrom'> {
  const workloads = entryAt(root, ['workloads'])?.node;
  const entries = workloads?.kind === 'map' ? workloads.entries : new Map<string, never>();
  const claimed = (workload: string) => {
    const node = entryAt(root, ['workloads', workload, 'renamed_from'])?.node;
    return node?.kind === 'scalar' ? node.source : undefined;
  };
  const former = claimed(name);
  if (former === undefined || entries.has(former)) return {};
  const isClaimedTwice = [...entries.keys()].some((other) => other !== name && claimed(other) === former);
  return isClaimedTwice ? {} : { renamedFrom: former };
}

/** Which of the extra charges has the fault may not be told by its name, so none is named. */
function unreadExtraCharges(root: Node, count: number): readonly UnreadableEntry[] {
  const entry = entryAt(root, ['extra_charges']);
  if (entry === undefined) return [];
  const stated = entry.node.kind === 'list' ? entry.node.items.length : undefined;
  return stated === count ? [] : [{ kind: 'extra', at: locate(root, ['extra_charges']) }];
}
