/** What a path of the manifest is called in a sentence. */
import { quoted } from './shown.ts';
import type { Path } from './tree.ts';

/** `` `cache.tokens` of workload `chat` ``, `extra charge 2`, `the manifest`. */
export function subject(path: Path): string {
  const { owner, rest } = split(path);
  if (rest.length === 0) return owner ?? 'the manifest';
  const last = rest.at(-1);
  if (typeof last === 'number') return `item ${last + 1} of ${subject(path.slice(0, -1))}`;
  const key = quoted(rest.map((step) => (typeof step === 'number' ? String(step + 1) : step)).join('.'));
  return owner === undefined ? key : `${key} of ${owner}`;
}

function split(path: Path): { readonly owner?: string; readonly rest: Path } {
  const [top, name, third] = path;
  if (name !== undefined) {
    const rest = path.slice(2);
    if (top === 'workloads') return { owner: `workload ${quoted(String(name))}`, rest };
    if (top === 'resources') return { owner: `resource ${quoted(String(name))}`, rest };
    if (top === 'extra_charges') return { owner: `extra charge ${Number(name) + 1}`, rest };
    if (top === 'iac') return { owner: `entry ${Number(name) + 1} of \`iac\``, rest };
    if (top === 'prices' && name === 'exact' && third !== undefined) {
      return { owner: `entry ${Number(third) + 1} of \`prices.exact\``, rest: path.slice(3) };
    }
  }
  return { rest: path };
}

/** With a capital where it begins with a word. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('?') ? '' : '.'}`;
}
