/** Everything that a root module and its local modules declare. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Resource } from '../../model/resource.ts';
import type { IacReading, IacRoot } from '../format.ts';
import { Budget } from './evaluate/budget.ts';
import type { Context } from './module/context.ts';
import { forgottenResources } from './module/forgotten.ts';
import { rootInputs } from './module/inputs.ts';
import { installedModules } from './module/installed.ts';
import type { Instance } from './module/instances.ts';
import { Module } from './module/module.ts';
import { addMoves, type Moves, withFormerAddresses } from './module/moves.ts';
import type { ResourceBlock } from './module/resource-block.ts';
import type { TerraformTree } from './module/tree.ts';
import { map } from './values/value.ts';

/**
 * Reads a root module out of a tree; `paths` are all files of the tree, also those that were not read. A directory
 * without configuration is reported as missing.
 */
export function readRoot(root: IacRoot, tree: TerraformTree, paths: ReadonlySet<string>): IacReading {
  const diagnostics: Diagnostic[] = [];
  if (!tree.isModule(root.directory)) {
    const message = `${root.directory} holds no Terraform files.`;
    const at = root.at === undefined ? {} : { at: root.at };
    return { resources: [], diagnostics: [{ code: 'iac-missing', severity: 'error', message, ...at }] };
  }
  const files = { directory: root.directory, texts: tree.texts, paths, asked: new Set<string>() };
  const context: Context = {
    tree,
    budget: new Budget(diagnostics, tree.work),
    files,
    installed: installedModules(files, diagnostics),
    calls: { installed: new Set(), unread: new Set() },
    closed: root.closedModules ?? new Set(),
    diagnostics,
    reported: new Set(),
    open: new Set(),
    root: root.directory,
    workspace: root.workspace,
    region: root.region,
  };
  const inputs = rootInputs(root, context);
  const module = new Module({
    context,
    directory: root.directory,
    prefix: '',
    depth: 0,
    path: '',
    providers: new Map(),
    input: (name) => inputs.get(name),
    uncertain: undefined,
  });
  reportUndeclared(root, module, context);
  const resources: Resource[] = [];
  const moves: Moves = new Map();
  collectResources(module, resources, new Set(), moves);
  return {
    resources: withFormerAddresses(resources, moves),
    diagnostics,
    asked: [...files.asked],
    modules: { installed: [...context.calls.installed], unread: [...context.calls.unread] },
  };
}

/** A variable of the manifest that the module does not have is most likely misspelt. */
function reportUndeclared(root: IacRoot, module: Module, context: Context): void {
  for (const name of root.variables?.keys() ?? []) {
    if (module.declarations.variables.has(name)) continue;
    const message = `The variable ${name} is set, but ${root.directory} does not declare it.`;
    const at = root.at === undefined ? {} : { at: root.at };
    context.diagnostics.push({ code: 'iac-unresolved', severity: 'warning', message, ...at });
  }
}

/** Resources of a module and then of the modules that it calls, as they are written. */
function collectResources(module: Module, resources: Resource[], reported: Set<string>, moves: Moves): void {
  const { context, declarations } = module;
  addMoves(declarations.moved, module.prefix, moves);
  context.diagnostics.push(...forgottenResources(declarations.removed, module.prefix));
  if (!reported.has(module.directory)) {
    reported.add(module.directory);
    context.diagnostics.push(...declarations.diagnostics);
  }
  for (const block of module.resources.values()) {
    for (const instance of block.expansion.instances) {
      // One over the limit is enough to tell that there are more.
      if (resources.length > LIMITS.resources) return;
      resources.push(resourceOf(module, block, instance));
    }
  }
  for (const call of module.calls.values()) {
    for (const child of call.modules) collectResources(child, resources, reported, moves);
  }
}

function resourceOf(module: Module, block: ResourceBlock, instance: Instance): Resource {
  const value = block.value(instance);
  const region = block.region(value);
  const uncertain =
    block.expansion.because ?? module.uncertain ?? (value.kind === 'unknown' ? value : undefined);
  return {
    address: block.address + instance.suffix,
    vocabulary: 'terraform',
    type: block.declared.type,
    attributes: value.kind === 'map' ? value : map(new Map()),
    at: block.declared.at,
    ...(region === undefined ? {} : { region }),
    ...(uncertain === undefined ? {} : { uncertain }),
  };
}
