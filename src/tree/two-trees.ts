/** What can only be told when both trees are known, so that a diff does not invent a change. */
import type { Manifest } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { DEFAULT_MONTH, type Month } from '../model/month.ts';
import type { Tree } from './read-tree.ts';
import { scopeChanges } from './scope-changes.ts';

export interface TwoTrees {
  readonly before: Tree;
  readonly after: Tree;
}

/** Both trees, with what they must have in common: addresses spelled alike, and patterns that match either of them. */
export function alike(before: Tree, after: Tree): TwoTrees {
  const shared = new Set([...repeatedAddresses(before), ...repeatedAddresses(after)]);
  const matched = before.manifests.length > 0 || after.manifests.length > 0;
  const adapt = (tree: Tree): Tree => forgiven(qualified(tree, shared), matched);
  const head = sameMonth(before, adapt(after));
  return { before: moved(adapt(before), head), after: withNotes(head, scopeChanges(before, after)) };
}

/**
 * A resource of the base that the head declares to have moved goes by its new address: a move is no change. Its
 * references are still resolved by the address that it has in its root.
 */
function moved(before: Tree, after: Tree): Tree {
  const addresses = new Map<string, string>();
  for (const { directory, resources } of after.projects) {
    const taken = new Set(resources.map(({ address }) => address));
    for (const { address, root, formerAddresses = [] } of resources) {
      for (const former of formerAddresses) {
        if (!taken.has(former)) addresses.set([directory, root, former].join('\n'), address);
      }
    }
  }
  if (addresses.size === 0) return before;
  const projects = before.projects.map((project) => {
    const known = new Set(project.resources.map(({ address }) => address));
    const resources = project.resources.map((resource) => {
      const { root, address, addressInRoot = address } = resource;
      const now = addresses.get([project.directory, root, addressInRoot].join('\n'));
      return now === undefined || known.has(now) ? resource : { ...resource, address: now };
    });
    return { ...project, resources };
  });
  return { ...before, projects };
}

function withNotes(tree: Tree, notes: readonly Diagnostic[]): Tree {
  return notes.length === 0 ? tree : { ...tree, diagnostics: [...tree.diagnostics, ...notes] };
}

/** Both sides of a project have the month of its base: a longer or shorter one is no change of the bill. */
function sameMonth(before: Tree, after: Tree): Tree {
  if (before.manifests.length === 0) return after;
  const months = new Map(before.manifests.map(({ directory, month }) => [directory, month]));
  const notes: Diagnostic[] = [];
  const adapted = new Map<Manifest, Manifest>();
  for (const manifest of after.manifests) {
    const month = months.get(manifest.directory) ?? monthAbove(manifest.directory, months);
    if (month.days.eq(manifest.month.days) && month.hours.eq(manifest.month.hours)) continue;
    adapted.set(manifest, { ...manifest, month });
    notes.push({
      code: 'month-changed',
      severity: 'warning',
      message: `The month of ${manifest.file} changes here; both sides are priced with that of the base until this is merged.`,
      at: manifest.locate('month'),
    });
  }
  if (adapted.size === 0) return after;
  const adaptedTree: Tree = {
    ...after,
    manifests: after.manifests.map((manifest) => adapted.get(manifest) ?? manifest),
    projects: after.projects.map((project) =>
      project.manifest === undefined
        ? project
        : { ...project, manifest: adapted.get(project.manifest) ?? project.manifest },
    ),
  };
  return withNotes(adaptedTree, notes);
}

/** A project that the base does not have takes the month of the nearest one above it, else of the first of the base. */
function monthAbove(directory: string, months: ReadonlyMap<string, Month>): Month {
  let current = directory;
  while (current !== '.') {
    const slash = current.lastIndexOf('/');
    current = slash < 0 ? '.' : current.slice(0, slash);
    const month = months.get(current);
    if (month !== undefined) return month;
  }
  const [first] = months.values();
  return first ?? DEFAULT_MONTH;
}

/** Addresses that several roots of one project have: `project\naddress`. */
function repeatedAddresses(tree: Tree): readonly string[] {
  return tree.projects.flatMap(({ directory, resources }) => {
    const roots = new Map<string, Set<string>>();
    for (const { address, root = '' } of resources)
      roots.set(address, (roots.get(address) ?? new Set()).add(root));
    return [...roots].filter(([, names]) => names.size > 1).map(([address]) => `${directory}\n${address}`);
  });
}

function qualified(tree: Tree, shared: ReadonlySet<string>): Tree {
  if (shared.size === 0) return tree;
  const projects = tree.projects.map((project) => ({
    ...project,
    resources: project.resources.map((resource) =>
      shared.has(`${project.directory}\n${resource.address}`)
        ? { ...resource, address: `${resource.root ?? '.'}:${resource.address}` }
        : resource,
    ),
  }));
  return { ...tree, projects };
}

/** A manifest that one commit adds or removes matches its pattern on one side only, and that is no mistake. */
function forgiven(tree: Tree, matched: boolean): Tree {
  if (!matched) return tree;
  return { ...tree, diagnostics: tree.diagnostics.filter(({ code }) => code !== 'manifest-unmatched') };
}
