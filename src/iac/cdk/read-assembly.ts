/** Everything that the stacks of a cloud assembly declare. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Resource } from '../../model/resource.ts';
import type { TemplateTree } from '../cloudformation/tree.ts';
import { exportsBeside } from '../exporting-stacks.ts';
import type { IacReading, IacRoot } from '../format.ts';
import { Budget } from '../terraform/evaluate/budget.ts';
import { openAssembly } from './open-assembly.ts';
import { withAddresses } from './renamed.ts';

/** Reads a cloud assembly. */
export function readAssembly(root: IacRoot, tree: TemplateTree, paths: ReadonlySet<string>): IacReading {
  const diagnostics: Diagnostic[] = [];
  const asked = new Set<string>();
  const { stacks, names } = openAssembly(root, tree, {
    budget: new Budget(diagnostics, tree.work),
    diagnostics,
    exports: exportsBeside(root, tree),
    ask: (path) => asked.add(path),
  });
  const resources: Resource[] = [];
  for (const { open } of stacks) {
    // One over the limit is enough to tell that there are more.
    for (const resource of open.resources())
      if (resource.type !== 'AWS::CDK::Metadata' && resources.length <= LIMITS.resources)
        resources.push(resource);
  }
  const reading = { resources: withAddresses(resources, names), diagnostics };
  const wanted = [...asked].filter((path) => paths.has(path));
  return wanted.length === 0 ? reading : { ...reading, asked: wanted };
}
