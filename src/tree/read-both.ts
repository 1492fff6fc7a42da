/** Both trees of a comparison, each read with a look at the other. */
import type { ParseCache } from '../iac/parse-cache.ts';
import type { Feature } from '../model/feature.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { readTree, type Tree } from './read-tree.ts';
import { alike, type TwoTrees } from './two-trees.ts';

/**
 * Reads both trees so that what only one of them has at hand invents no change: a base without the plan of the head
 * reads what stood before that plan, and a module that is installed on one side only is read on neither.
 */
export async function readBoth(
  base: Snapshot,
  head: Snapshot,
  features: readonly Feature[],
  globs: readonly string[] | undefined,
  cache: ParseCache,
): Promise<TwoTrees> {
  const after = await readTree(head, features, globs, cache);
  const plans = { plans: after.plans };
  const before = await readTree(base, features, globs, cache, plans);
  const closed = installedOnce(before, after);
  if (closed.size === 0) return alike(before, after);
  return alike(
    await readTree(base, features, globs, cache, { ...plans, closed }),
    await readTree(head, features, globs, cache, { closed }),
  );
}

/** Calls that both sides have, and whose module one side can read and the other cannot, by root. */
function installedOnce(before: Tree, after: Tree): ReadonlyMap<string, ReadonlySet<string>> {
  const closed = new Map<string, Set<string>>();
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    for (const [root, { installed }] of one.modules) {
      const unread = new Set(other.modules.get(root)?.unread);
      const calls = installed.filter((call) => unread.has(call));
      if (calls.length > 0) closed.set(root, new Set([...(closed.get(root) ?? []), ...calls]));
    }
  }
  return closed;
}
