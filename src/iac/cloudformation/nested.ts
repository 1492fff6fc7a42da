/** Templates that others nest, by a path in the tree. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { NestedStack } from './open-stack.ts';
import type { Template } from './template.ts';
import { localPath, type TemplateTree } from './tree.ts';

/** The name of the template at the end of an address. */
function fileNamed(where: string): string | undefined {
  return /[\w-][\w.-]{0,100}\.(?:ya?ml|json|template)$/.exec(where)?.[0];
}

/** The template of a nested stack, or why what it declares is not read. */
export function nestedTemplate(
  stack: NestedStack,
  tree: TemplateTree,
  ask: (path: string) => void = () => {},
): Template | Diagnostic {
  const { id, location, parent } = stack;
  const { at } = stack.declaration;
  const path = location?.kind === 'text' ? localPath(parent, location.value) : undefined;
  if (path !== undefined) ask(path);
  const found = path === undefined ? undefined : tree.file(path);
  if (found?.template !== undefined) return found.template;
  const where =
    location?.kind === 'text'
      ? location.value
      : location?.kind === 'unknown'
        ? `a place that is not known: ${location.why}`
        : 'no path';
  const why =
    path === undefined
      ? `its template is at ${where}`
      : found === undefined
        ? `${path} does not exist`
        : `${path} is no template`;
  return {
    code: 'iac-unresolved',
    severity: 'warning',
    message: `The nested stack ${id} is not read: ${why}.`,
    at,
    hint: `iac: [{ cloudformation: ${fileNamed(where) ?? 'templates/nested.yaml'} }]  # its path, where the template stands in this repository`,
  };
}
