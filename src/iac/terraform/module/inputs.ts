/** Values for the variables of a root module, from files and from the manifest. */
import type { Value } from '../../../model/value.ts';
import type { IacRoot } from '../../format.ts';
import { nameOf, resolvePath } from '../../paths.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Names } from '../evaluate/scope.ts';
import { parseJson } from '../values/json.ts';
import { failure } from '../values/value.ts';
import type { Context } from './context.ts';
import { scopeIn } from './resource-block.ts';

/**
 * What the variables of the root are set to. Later ones win, in Terraform's order: `terraform.tfvars`,
 * `terraform.tfvars.json`, `*.auto.tfvars` and `*.auto.tfvars.json` by name, the manifest's files, its variables.
 */
export function rootInputs(root: IacRoot, context: Context): ReadonlyMap<string, Value> {
  const inputs = new Map<string, Value>();
  for (const path of automaticFiles(context.tree.filesIn(root.directory))) readInto(inputs, path, context);
  for (const name of root.varFiles ?? []) {
    const path = resolvePath(root.directory, name);
    const at = root.at === undefined ? {} : { at: root.at };
    if (path === undefined) {
      const message = `The variable file ${name} is outside of the tree; it was not read.`;
      context.diagnostics.push({ code: 'file-refused', severity: 'error', message, ...at });
    } else if (context.tree.texts.has(path)) readInto(inputs, path, context);
    else {
      const message = `The variable file ${name} does not exist in ${root.directory}.`;
      context.diagnostics.push({ code: 'iac-missing', severity: 'error', message, ...at });
    }
  }
  for (const [name, value] of root.variables ?? []) inputs.set(name, value);
  return inputs;
}

function automaticFiles(paths: readonly string[]): readonly string[] {
  const named = (name: string) => paths.filter((path) => nameOf(path) === name);
  const automatic = paths.filter(
    (path) => path.endsWith('.auto.tfvars') || path.endsWith('.auto.tfvars.json'),
  );
  return [...named('terraform.tfvars'), ...named('terraform.tfvars.json'), ...automatic];
}

function readInto(inputs: Map<string, Value>, path: string, context: Context): void {
  if (path.endsWith('.json')) {
    const value = parseJson(context.tree.texts.get(path) ?? '');
    if (value?.kind === 'map') for (const [name, entry] of value.entries) inputs.set(name, entry);
    else {
      const message = `Found ${path} where a JSON object of variables was expected.`;
      context.diagnostics.push({ code: 'iac-unresolved', severity: 'error', message, at: { file: path } });
    }
    return;
  }
  const file = context.tree.parse(path);
  if (file === undefined) return;
  context.diagnostics.push(...file.diagnostics);
  for (const [name, { value }] of file.body.attributes) {
    inputs.set(name, evaluate(value, scopeIn(file.source, CONSTANTS, context)));
  }
}

/** Files of variables hold constants only. */
const CONSTANTS: Names = {
  resolve: (name) => ({ value: failure(`${name} stands in a file of variables`), taken: 0 }),
};
