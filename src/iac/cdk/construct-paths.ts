/** What resources of an assembly are called: by the paths of their constructs, not by their logical ids. */
import { LIMITS } from '../../model/limits.ts';
import type { Template } from '../cloudformation/template.ts';
import { NESTED_TYPES } from '../cloudformation/template.ts';
import type { TemplateTree } from '../cloudformation/tree.ts';
import { type DataNode, nodeAt, textOf } from '../document/node.ts';
import { directoryOf, resolvePath } from '../paths.ts';
import type { AssemblyStack } from './assembly.ts';

/**
 * Construct paths by the addresses of the stack's resources, which are its prefix and logical ids. A logical id ends in
 * a hash of the path, so both change together; the path is what stands in the app.
 */
export function constructPaths(
  stack: AssemblyStack,
  prefix: string,
  template: Template,
  tree: TemplateTree,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  add(template, prefix, [template.file]);
  return names;

  function add(current: Template, before: string, files: readonly string[]): void {
    for (const [id, { node }] of current.resources) {
      const path =
        textOf(nodeAt(node, 'Metadata', 'aws:cdk:path')) ??
        (files.length === 1 ? stack.paths.get(id) : undefined);
      if (path !== undefined) names.set(before + id, path);
      const nested = NESTED_TYPES.has(textOf(nodeAt(node, 'Type')) ?? '')
        ? nestedFile(node, current)
        : undefined;
      if (nested === undefined || files.includes(nested) || files.length >= LIMITS.moduleDepth) continue;
      const found = tree.file(nested)?.template;
      if (found !== undefined) add(found, `${before}${id}/`, [...files, nested]);
    }
  }
}

/** The file of a nested stack's template, which stands beside that of its parent. */
export function nestedFile(declaration: DataNode, parent: Template): string | undefined {
  const asset = textOf(nodeAt(declaration, 'Metadata', 'aws:asset:path'));
  return asset === undefined ? undefined : resolvePath(directoryOf(parent.file), asset);
}

/**
 * Addresses by what they are made of: the paths without the last word that CDK adds for the resource of a construct,
 * where no two are alike then.
 */
export function addressesOf(paths: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const path of paths.values()) times.set(short(path), (times.get(short(path)) ?? 0) + 1);
  return new Map([...paths].map(([id, path]) => [id, times.get(short(path)) === 1 ? short(path) : path]));
}

/** `Data/Docs` of `Data/Docs/Resource`. */
function short(path: string): string {
  return path.slice(0, LONGEST).replace(/(?:\/(?:Resource|Default))+$/, '');
}
const LONGEST = 1_000;
