/** `Fn::ImportValue` among the stacks of one project. */
import type { SourceLocation } from '../../model/source-location.ts';
import { isUnknown, type TextValue, unknown, type Value } from '../../model/value.ts';
import type { IacRoot } from '../format.ts';
import type { Budget } from '../terraform/evaluate/budget.ts';
import { nestedTemplate } from './nested.ts';
import { type OpenStack, openStack } from './open-stack.ts';
import { readParameters } from './parameter-files.ts';
import type { TemplateTree } from './tree.ts';

/** Finds what the other templates of a project export. They are opened when they are first asked. */
export function importer(
  root: IacRoot,
  tree: TemplateTree,
  budget: Budget,
): (name: string, at: SourceLocation) => Value | undefined {
  let others: readonly OpenStack[] | undefined;
  const open = new Set<string>();
  const imported = (name: string, at: SourceLocation): Value | undefined => {
    if (open.has(name)) return unknown(`${name} depends on itself`, { at });
    others ??= (root.siblings ?? []).flatMap((other) => opened(other, root, tree, budget, imported) ?? []);
    open.add(name);
    const all = others.flatMap((other) => other.exported(name) ?? []);
    open.delete(name);
    const [found] = all;
    if (found === undefined) return undefined;
    // Stages of one estate may export the same name: which of them is meant is not known.
    const differs = all.some((other) => !isText(other) || !isText(found) || other.value !== found.value);
    if (all.length > 1 && differs) return unknown(`${all.length} templates export ${name}`, { at });
    return outside(found);
  };
  return imported;
}

function opened(
  other: IacRoot,
  root: IacRoot,
  tree: TemplateTree,
  budget: Budget,
  imported: (name: string, at: SourceLocation) => Value | undefined,
): OpenStack | undefined {
  if (other.format !== 'cloudformation' || other.directory === root.directory) return undefined;
  const template = tree.file(other.directory)?.template;
  if (template === undefined) return undefined;
  return openStack({
    template,
    parameters: readParameters(other, tree, []),
    region: other.region,
    budget,
    // What is wrong there is told where that template is read for itself.
    diagnostics: [],
    imported,
    nested: (nested) => nestedTemplate(nested, tree),
  });
}

function isText(value: Value): value is TextValue {
  return value.kind === 'text';
}

/** What refers to a resource of another stack refers to nothing here. */
function outside(value: Value): Value {
  if (!isUnknown(value) || value.refersTo === undefined) return value;
  const { refersTo: _refersTo, attribute: _attribute, ...rest } = value;
  return rest;
}
