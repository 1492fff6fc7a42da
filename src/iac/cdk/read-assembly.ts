/** Everything that the stacks of a cloud assembly declare. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { unknown, type Value } from '../../model/value.ts';
import { type NestedStack, type OpenStack, openStack } from '../cloudformation/open-stack.ts';
import type { Template } from '../cloudformation/template.ts';
import type { TemplateTree } from '../cloudformation/tree.ts';
import type { IacReading, IacRoot } from '../format.ts';
import { directoryOf } from '../paths.ts';
import { Budget } from '../terraform/evaluate/budget.ts';
import { type AssemblyStack, assemblyIn } from './assembly.ts';
import { addressesOf, constructPaths, nestedFile } from './construct-paths.ts';
import { withAddresses } from './renamed.ts';

/** Reads a cloud assembly. Its stacks may import what others of the same account and region export. */
export function readAssembly(root: IacRoot, tree: TemplateTree, paths: ReadonlySet<string>): IacReading {
  const directory = root.directory.endsWith('/manifest.json') ? directoryOf(root.directory) : root.directory;
  const assembly = assemblyIn(directory, tree, root.at);
  const diagnostics: Diagnostic[] = [...assembly.diagnostics];
  const asked = new Set(assembly.asked);
  const budget = new Budget(diagnostics, tree.work);
  const opened: Opened[] = [];
  const importing = new Set<string>();
  const constructs = new Map<string, string>();
  for (const stack of assembly.stacks) {
    const template = templateIn(stack, tree, asked, diagnostics);
    if (template === undefined) continue;
    const prefix = `${stack.displayName}/`;
    for (const [address, path] of constructPaths(stack, prefix, template, tree))
      constructs.set(address, path);
    const region = stack.region ?? root.region;
    const open = openStack({
      template,
      parameters: new Map(),
      prefix,
      stackName: stack.stackName,
      budget,
      diagnostics,
      ...(region === undefined ? {} : { region }),
      ...(stack.account === undefined ? {} : { account: stack.account }),
      imported: (name, at) => imported(name, stack, at),
      nested: (nested) => nestedIn(nested, tree, asked),
    });
    opened.push({ stack, open });
  }
  const resources: Resource[] = [];
  for (const { open } of opened) {
    // One over the limit is enough to tell that there are more.
    for (const resource of open.resources())
      if (resource.type !== 'AWS::CDK::Metadata' && resources.length <= LIMITS.resources)
        resources.push(resource);
  }
  const reading = { resources: withAddresses(resources, addressesOf(constructs)), diagnostics };
  const wanted = [...asked].filter((path) => paths.has(path));
  return wanted.length === 0 ? reading : { ...reading, asked: wanted };

  function imported(name: string, stack: AssemblyStack, at: SourceLocation): Value | undefined {
    if (importing.has(name)) return unknown(`${name} depends on itself`, { at });
    importing.add(name);
    let found: Value | undefined;
    for (const other of opened) {
      if (other.stack !== stack && isBeside(other.stack, stack)) found ??= other.open.exported(name);
    }
    importing.delete(name);
    return found;
  }
}

interface Opened {
  readonly stack: AssemblyStack;
  readonly open: OpenStack;
}

/** Exports hold within one account and region. */
function isBeside(one: AssemblyStack, other: AssemblyStack): boolean {
  return one.account === other.account && one.region === other.region;
}

function templateIn(
  { templateFile, displayName, at }: AssemblyStack,
  tree: TemplateTree,
  asked: Set<string>,
  diagnostics: Diagnostic[],
): Template | undefined {
  const file = tree.file(templateFile);
  if (file?.template !== undefined) {
    diagnostics.push(...file.diagnostics);
    return file.template;
  }
  if (file === undefined) asked.add(templateFile);
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
  asked: Set<string>,
): Template | Diagnostic {
  const path = nestedFile(declaration, parent);
  const found = path === undefined ? undefined : tree.file(path);
  if (found?.template !== undefined) return found.template;
  if (path !== undefined && found === undefined) asked.add(path);
  const why = path === undefined ? 'the assembly does not hold its template' : `${path} was not read`;
  const message = `The nested stack ${id} is not read: ${why}.`;
  return { code: 'iac-unresolved', severity: 'error', message, at: declaration.at };
}
