/** What can only be told when both trees are known, so that a diff does not invent a change. */
import type { Tree } from './read-tree.ts';

export interface TwoTrees {
  readonly before: Tree;
  readonly after: Tree;
}

/** Both trees, with what they must have in common: addresses spelled alike, and patterns that match either of them. */
export function alike(before: Tree, after: Tree): TwoTrees {
  const shared = new Set([...repeatedAddresses(before), ...repeatedAddresses(after)]);
  const matched = before.manifests.length > 0 || after.manifests.length > 0;
  const adapt = (tree: Tree): Tree => forgiven(qualified(tree, shared), matched);
  return { before: adapt(before), after: adapt(after) };
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
