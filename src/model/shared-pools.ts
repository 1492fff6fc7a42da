/** Capacity that several things share, found again at head where it goes by another name. */
import type { Charge, SharedPool } from './charge.ts';

/** What may be the same in two pools, the surest first; each gives the names under which a pool is looked for. */
const LIKENESSES: readonly ((pool: SharedPool) => readonly string[])[] = [
  ({ root, kind }) => [text(root, kind)],
  ({ root, members }) => members.map((member) => text(root, member)),
  ({ kind, members }) => members.map((member) => text(kind, member)),
  ({ members }) => members.map((member) => text(member)),
  ({ kind }) => [text(kind)],
];

/**
 * The charges of the base under the pool names of the head: by root and kind, then by what shares the pool, then by
 * kind alone. So neither a directory that moves nor another pool beside it is a change, and a setting that makes
 * another kind of the same members is a change of one pool. Symmetric, and linear in the members.
 */
export function withPoolsOf(base: readonly Charge[], head: readonly Charge[]): readonly Charge[] {
  const before = poolsOf(base);
  const after = poolsOf(head);
  if (before.size === 0 || after.size === 0) return base;
  const names = new Map<string, string>();
  for (const likeness of LIKENESSES) {
    const left = byName(before, likeness);
    const right = byName(after, likeness);
    for (const name of [...left.keys()].toSorted()) {
      const from = (left.get(name) ?? []).filter((prefix) => before.has(prefix));
      const to = (right.get(name) ?? []).filter((prefix) => after.has(prefix));
      for (let index = 0; index < Math.min(from.length, to.length); index++) {
        const [old, now] = [from[index] ?? '', to[index] ?? ''];
        names.set(old, now);
        before.delete(old);
        after.delete(now);
      }
    }
  }
  return base.map((charge) => {
    const prefix = prefixOf(charge);
    const now = prefix === undefined ? undefined : names.get(prefix);
    return now === undefined || now === prefix ? charge : { ...charge, id: `${now}${charge.component}` };
  });
}

/** What the ids of all charges of a pool begin with, and the pool. */
function poolsOf(charges: readonly Charge[]): Map<string, SharedPool & { readonly project: string }> {
  const found = new Map<string, SharedPool & { readonly project: string }>();
  for (const charge of charges) {
    const prefix = prefixOf(charge);
    if (prefix === undefined || charge.pool === undefined) continue;
    found.set(prefix, { ...charge.pool, project: charge.project });
  }
  return found;
}

function prefixOf({ id, component, pool }: Charge): string | undefined {
  return pool === undefined || !id.endsWith(component)
    ? undefined
    : id.slice(0, id.length - component.length);
}

function byName(
  pools: ReadonlyMap<string, SharedPool & { readonly project: string }>,
  likeness: (pool: SharedPool) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const sorted = [...pools].toSorted(([, a], [, b]) => compare(text(a.root, a.kind), text(b.root, b.kind)));
  for (const [prefix, pool] of sorted) {
    for (const name of likeness(pool)) {
      const key = text(pool.project, name);
      const list = found.get(key);
      if (list === undefined) found.set(key, [prefix]);
      else list.push(prefix);
    }
  }
  return found;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function text(...parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts.map((part) => part ?? null));
}
