/** Everything that a template of the tree and the stacks nested in it declare. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { exportsBeside } from '../exporting-stacks.ts';
import type { IacReading, IacRoot } from '../format.ts';
import { Budget } from '../terraform/evaluate/budget.ts';
import { openTemplate } from './open-template.ts';
import type { Template } from './template.ts';
import type { TemplateTree } from './tree.ts';

/** Reads a template. Problems are diagnostics; it never throws. */
export function readTemplate(root: IacRoot, tree: TemplateTree, paths: ReadonlySet<string>): IacReading {
  const file = tree.file(root.directory);
  const place = root.at ?? { file: root.directory };
  if (file === undefined) {
    const message = `The template ${root.directory} does not exist.`;
    return nothing({ code: 'iac-missing', severity: 'error', message, at: place });
  }
  const { template } = file;
  if (template === undefined) {
    if (file.diagnostics.length > 0)
      return { resources: [], diagnostics: lighter(file.diagnostics, root, tree) };
    const message = `${root.directory} is no template of CloudFormation: it has no resources with a type of AWS.`;
    return nothing({ code: 'iac-unresolved', severity: 'error', message, at: place });
  }
  const diagnostics: Diagnostic[] = [...file.diagnostics];
  // Templates and definitions may have names that nobody would look at.
  const asked = new Set<string>();
  const opened = openTemplate(root, tree, {
    budget: new Budget(diagnostics, tree.work),
    diagnostics,
    exports: exportsBeside(root, tree),
    ask: (path) => {
      if (!tree.texts.has(path) && paths.has(path)) asked.add(path);
    },
  });
  reportUndeclared(root, template, diagnostics);
  return { resources: opened?.stack.resources() ?? [], diagnostics, asked: [...asked] };
}

function nothing(diagnostic: Diagnostic): IacReading {
  return { resources: [], diagnostics: [diagnostic] };
}

/** A file that nobody named and that says nothing of Amazon Bedrock leaves no total open. */
function lighter(
  diagnostics: readonly Diagnostic[],
  root: IacRoot,
  tree: TemplateTree,
): readonly Diagnostic[] {
  if (root.at !== undefined || /bedrock/i.test(tree.texts.get(root.directory) ?? '')) return diagnostics;
  return diagnostics.map((diagnostic) => ({ ...diagnostic, severity: 'warning' }));
}

/** A parameter of the manifest that the template does not have is most likely misspelt. */
function reportUndeclared(root: IacRoot, template: Template, diagnostics: Diagnostic[]): void {
  for (const name of root.variables?.keys() ?? []) {
    if (template.parameters.has(name)) continue;
    const message = `The parameter ${name} is set, but ${template.file} does not declare it.`;
    const at: { readonly at?: SourceLocation } = root.at === undefined ? {} : { at: root.at };
    diagnostics.push({ code: 'iac-unresolved', severity: 'warning', message, ...at });
  }
}
