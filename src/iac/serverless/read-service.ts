/** Everything that a service of the Serverless Framework declares. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { TemplateTree } from '../cloudformation/tree.ts';
import { exportsBeside } from '../exporting-stacks.ts';
import type { IacReading, IacRoot } from '../format.ts';
import { Budget } from '../terraform/evaluate/budget.ts';
import { openService } from './open-service.ts';

/** Reads a service. It is resolved to the template that the framework would make of it, as far as that is billed. */
export function readService(root: IacRoot, tree: TemplateTree, paths: ReadonlySet<string>): IacReading {
  const file = root.directory;
  const document = tree.document(file);
  if (document === undefined) {
    const message = `The service ${file} ${paths.has(file) ? 'was not read' : 'does not exist'}.`;
    const place = root.at ?? { file };
    const diagnostics: Diagnostic[] = [{ code: 'iac-missing', severity: 'error', message, at: place }];
    return { resources: [], diagnostics, ...(paths.has(file) ? { asked: [file] } : {}) };
  }
  const diagnostics: Diagnostic[] = [...document.diagnostics];
  const asked = new Set<string>();
  const service = openService(root, tree, {
    budget: new Budget(diagnostics, tree.work),
    diagnostics,
    exports: exportsBeside(root, tree),
    ask: (path) => {
      if (!tree.texts.has(path) && paths.has(path)) asked.add(path);
    },
  });
  const reading = { resources: service?.stack.resources() ?? [], diagnostics };
  return asked.size === 0 ? reading : { ...reading, asked: [...asked] };
}
