/** The stacks of a cloud assembly. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { type TextValue, type Unknown, unknown, type Value } from '../../model/value.ts';
import { importer, type ProjectExports } from '../cloudformation/imports.ts';
import { type NestedStack, type OpenStack, openStack } from '../cloudformation/open-stack.ts';
import { type Template, WRITTEN_EXPORT } from '../cloudformation/template.ts';
import type { TemplateTree } from '../cloudformation/tree.ts';
import type { IacRoot } from '../format.ts';
import { directoryOf } from '../paths.ts';
import type { Budget } from '../terraform/evaluate/budget.ts';
import { type AssemblyStack, assemblyIn } from './assembly.ts';
import { addressesOf, constructPaths, nestedFile } from './construct-paths.ts';
import { renaming } from './renamed.ts';

/** What is given to the opening of an assembly besides the root itself. */
export interface AssemblyOpening {
  readonly budget: Budget;
  /** Gets what is found on the way. */
  readonly diagnostics: Diagnostic[];
  /** What the other stacks of the project export. */
  readonly exports: ProjectExports;
  /** Gets the paths of files that the assembly names. */
  readonly ask?: (path: string) => void;
}

export interface OpenedStack {
  readonly stackName: string;
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly open: OpenStack;
}

export interface OpenedAssembly {
  readonly stacks: readonly OpenedStack[];
  /** Addresses of resources by those of constructs: what the app calls them. */
  readonly names: ReadonlyMap<string, string>;
  /** A value with what it refers to under those names. */
  readonly named: (value: Value) => Value;
}

interface Opened extends OpenedStack {
  readonly stack: AssemblyStack;
}

/** Opens the stacks of an assembly. They may import what others of the same account and region export. */
export function openAssembly(root: IacRoot, tree: TemplateTree, opening: AssemblyOpening): OpenedAssembly {
  const { budget, diagnostics, exports, ask = () => {} } = opening;
  const directory = root.directory.endsWith('/manifest.json') ? directoryOf(root.directory) : root.directory;
  const assembly = assemblyIn(directory, tree, root.at);
  diagnostics.push(...assembly.diagnostics);
  for (const path of assembly.asked) ask(path);
  const opened: Opened[] = [];
  const importing = new Set<string>();
  const constructs = new Map<string, string>();
  for (const stack of assembly.stacks) {
    const template = templateIn(stack, tree, ask, diagnostics);
    if (template === undefined) continue;
    const { account, stackName, displayName } = stack;
    const prefix = `${displayName}/`;
    for (const [address, path] of constructPaths(stack, prefix, template, tree))
      constructs.set(address, path);
    const region = stack.region ?? root.region;
    const place = {
      ...(region === undefined ? {} : { region }),
      ...(account === undefined ? {} : { account }),
    };
    const elsewhere = importer(exports, root, place, diagnostics);
    const open = openStack({
      template,
      parameters: new Map(),
      prefix,
      stackName,
      budget,
      diagnostics,
      ...place,
      imported: (name, at) => imported(name, stack, at) ?? elsewhere(name, at),
      nested: (nested) => nestedIn(nested, tree, ask),
    });
    opened.push({ stack, stackName, region, account, open });
  }
  const names = addressesOf(constructs);
  return { stacks: opened, names, named: renaming(names) };

  function imported(name: TextValue | Unknown, stack: AssemblyStack, at: SourceLocation): Value | undefined {
    if (name.kind !== 'text') return undefined;
    if (importing.has(name.value)) return unknown(`${name.value} depends on itself`, { at });
    importing.add(name.value);
    let found: Value | undefined;
    for (const other of opened) {
      if (other.stack === stack) continue;
      if (!isBeside(other.stack, stack) && !name.value.startsWith(WRITTEN_EXPORT)) continue;
      found ??= other.open
        .exports()
        .find((one) => one.name.kind === 'text' && one.name.value === name.value)
        ?.value();
    }
    importing.delete(name.value);
    return found;
  }
}

/** Exports hold within one account and region. */
function isBeside(one: AssemblyStack, other: AssemblyStack): boolean {
  return one.account === other.account && one.region === other.region;
}

function templateIn(
  { templateFile, displayName, at }: AssemblyStack,
  tree: TemplateTree,
  ask: (path: string) => void,
  diagnostics: Diagnostic[],
): Template | undefined {
  const file = tree.file(templateFile);
  if (file?.template !== undefined) {
    diagnostics.push(...file.diagnostics);
    return file.template;
  }
  if (file === undefined) ask(templateFile);
  // A stack without resources is no mistake.
  if (file !== undefined && file.diagnostics.length === 0) return undefined;
  const why = file === undefined ? 'was not read' : 'cannot be read';
  const message = `The stack ${displayName} is not priced: its template ${templateFile} ${why}.`;
  diagnostics.push({ code: 'iac-missing', severity: 'error', message, at });
  return undefined;
}

/** The template of a nested stack stands beside that of its parent, which names it as an asset. */
function nestedIn(
  { id, declaration, parent }: NestedStack,
  tree: TemplateTree,
  ask: (path: string) => void,
): Template | Diagnostic {
  const path = nestedFile(declaration, parent);
  const found = path === undefined ? undefined : tree.file(path);
  if (found?.template !== undefined) return found.template;
  if (path !== undefined && found === undefined) ask(path);
  const why = path === undefined ? 'the assembly does not hold its template' : `${path} was not read`;
  const message = `The nested stack ${id} is not read: ${why}.`;
  return { code: 'iac-unresolved', severity: 'error', message, at: declaration.at };
}
