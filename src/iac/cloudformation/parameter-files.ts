/** Values for the parameters of a template, from files and from the manifest. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Value } from '../../model/value.ts';
import type { IacRoot } from '../format.ts';
import { parametersIn } from './parameters-in.ts';
import type { TemplateTree } from './tree.ts';

/** Later ones win: what the settings of SAM say, the files in their order, then what the manifest states. */
export function readParameters(
  root: IacRoot,
  settings: ReadonlyMap<string, Value>,
  tree: TemplateTree,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, Value> {
  const parameters = new Map(settings);
  for (const path of root.varFiles ?? []) {
    const read = tree.document(path);
    if (read === undefined) {
      const at = root.at === undefined ? {} : { at: root.at };
      const message = `The file of parameters ${path} does not exist.`;
      diagnostics.push({ code: 'iac-missing', severity: 'error', message, ...at });
      continue;
    }
    diagnostics.push(...read.diagnostics);
    if (read.root === undefined) continue;
    for (const [name, value] of parametersIn(read.root)) parameters.set(name, value);
  }
  for (const [name, value] of root.variables ?? []) parameters.set(name, value);
  return parameters;
}
