/** Root modules of a tree: directories with configuration that no other directory calls. */
import { resolvePath } from '../paths.ts';
import { isInstalled } from './module/installed.ts';
import type { TerraformTree } from './module/tree.ts';

/** Directories to start from, in the order of their paths. Of directories that call each other in a circle, the first. */
export function rootDirectories(tree: TerraformTree): readonly string[] {
  const directories = tree.directories.filter(
    (directory) => tree.isModule(directory) && !isInstalled(directory),
  );
  const calls = new Map(directories.map((directory) => [directory, calledBy(tree, directory)]));
  const called = new Set(
    [...calls].flatMap(([caller, targets]) => targets.filter((target) => target !== caller)),
  );
  const roots = directories.filter((directory) => !called.has(directory));
  const reached = new Set<string>();
  for (const root of roots) reach(root, calls, reached);
  for (const directory of directories) {
    if (reached.has(directory)) continue;
    roots.push(directory);
    reach(directory, calls, reached);
  }
  return roots.sort();
}

function calledBy(tree: TerraformTree, directory: string): readonly string[] {
  const targets: string[] = [];
  for (const { attributes } of tree.declarations(directory).modules.values()) {
    const source = attributes.get('source')?.expression;
    const target =
      source?.kind === 'text' && source.value.startsWith('.')
        ? resolvePath(directory, source.value)
        : undefined;
    if (target !== undefined && tree.isModule(target)) targets.push(target);
  }
  return targets;
}

/** Marks everything that can be reached from a directory. */
function reach(start: string, calls: ReadonlyMap<string, readonly string[]>, reached: Set<string>): void {
  const queue = [start];
  for (let directory = queue.pop(); directory !== undefined; directory = queue.pop()) {
    if (reached.has(directory)) continue;
    reached.add(directory);
    queue.push(...(calls.get(directory) ?? []));
  }
}
