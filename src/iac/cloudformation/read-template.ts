/** Everything that a template of the tree and the stacks nested in it declare. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import type { DataNode } from '../document/node.ts';
import type { IacReading, IacRoot } from '../format.ts';
import { relativePath } from '../paths.ts';
import { Budget } from '../terraform/evaluate/budget.ts';
import { importer } from './imports.ts';
import { nestedTemplate } from './nested.ts';
import { openStack } from './open-stack.ts';
import { readParameters } from './parameter-files.ts';
import type { Template } from './template.ts';
import { localPath, type TemplateTree } from './tree.ts';

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
  const budget = new Budget(diagnostics, tree.work);
  const parameters = readParameters(root, tree, diagnostics);
  reportUndeclared(root, template, diagnostics);
  // Templates and definitions may have names that nobody would look at.
  const asked = new Set<string>();
  const ask = (path: string): void => {
    if (!tree.texts.has(path) && paths.has(path)) asked.add(path);
  };
  const stack = openStack({
    template,
    parameters,
    region: root.region,
    budget,
    diagnostics,
    hint: (name) => parameterLine(root, name),
    imported: importer(root, tree, budget),
    nested: (nested) => nestedTemplate(nested, tree, ask),
    document: (written, parent) => documentAt(localPath(parent, written), tree, ask),
  });
  return { resources: stack.resources(), diagnostics, asked: [...asked] };
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

/** Roots that are found of themselves are listed beside an entry, up to so many: without them they would not be read. */
const LISTED = 6;

/** The line of the manifest that states a parameter. */
function parameterLine(root: IacRoot, name: string): string {
  const value = /model/i.test(name) ? 'global.anthropic.claude-haiku-4-5-20251001-v1:0' : 'value';
  const own = `{ cloudformation: ${pathOf(root, root)}, parameters: { ${name}: ${value} } }`;
  const others = root.at === undefined ? (root.siblings ?? []).filter((other) => !isSame(other, root)) : [];
  const listed = others.map((other) => `{ ${other.format ?? 'terraform'}: ${pathOf(other, root)} }`);
  return `iac: [${[own, ...listed.slice(0, LISTED)].join(', ')}]`;
}

function isSame(one: IacRoot, other: IacRoot): boolean {
  return one.format === other.format && one.directory === other.directory;
}

/** As the manifest writes it. */
function pathOf({ directory }: IacRoot, { project = '.' }: IacRoot): string {
  return relativePath(project, directory);
}
