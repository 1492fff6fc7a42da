/** A template of the tree as the stack that is made of it. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DataNode } from '../document/node.ts';
import type { IacRoot } from '../format.ts';
import type { Budget } from '../terraform/evaluate/budget.ts';
import { entryLine, pathOf } from './entry-line.ts';
import { importer, type ProjectExports } from './imports.ts';
import { nestedTemplate } from './nested.ts';
import { type OpenStack, openStack } from './open-stack.ts';
import { readParameters } from './parameter-files.ts';
import { settingsOf } from './sam/settings.ts';
import { localPath, type TemplateTree } from './tree.ts';

/** What is given to the opening of a template besides the root itself. */
export interface Opening {
  readonly budget: Budget;
  /** Gets what is found on the way. */
  readonly diagnostics: Diagnostic[];
  /** What the other stacks of the project export. */
  readonly exports: ProjectExports;
  /** Gets the paths of files that the template names. */
  readonly ask?: (path: string) => void;
}

export interface OpenTemplate {
  readonly stack: OpenStack;
  readonly region: string | undefined;
  readonly stackName: string | undefined;
}

/** The stack of a template with its parameters; `undefined` where the file of the root holds none. */
export function openTemplate(
  root: IacRoot,
  tree: TemplateTree,
  { budget, diagnostics, exports, ask = () => {} }: Opening,
): OpenTemplate | undefined {
  const template = tree.file(root.directory)?.template;
  if (template === undefined) return undefined;
  const settings = settingsOf(root, tree, diagnostics, ask);
  const region = settings.region ?? root.region;
  const stackName = root.stack ?? settings.stackName;
  const stack = openStack({
    template,
    parameters: readParameters(root, settings.parameters, tree, diagnostics),
    region,
    ...(stackName === undefined ? {} : { stackName }),
    budget,
    diagnostics,
    hint: (name) => parameterLine(root, name),
    imported: importer(exports, root, { region }, diagnostics),
    nested: (nested) => nestedTemplate(nested, tree, ask),
    document: (written, parent) => documentAt(localPath(parent, written), tree, ask),
  });
  return { stack, region, stackName };
}

function documentAt(
  path: string | undefined,
  tree: TemplateTree,
  ask: (path: string) => void,
): DataNode | undefined {
  if (path === undefined) return undefined;
  ask(path);
  return tree.document(path)?.root;
}

/** The line of the manifest that states a parameter. */
function parameterLine(root: IacRoot, name: string): string {
  const value = /model/i.test(name) ? 'global.anthropic.claude-haiku-4-5-20251001-v1:0' : 'value';
  return entryLine(`{ cloudformation: ${pathOf(root, root)}, parameters: { ${name}: ${value} } }`, root);
}
