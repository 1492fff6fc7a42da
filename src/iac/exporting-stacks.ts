/** The stacks of a project that may export something to each other, whatever format they are written in. */
import { openAssembly } from './cdk/open-assembly.ts';
import { type ExportingStack, ProjectExports } from './cloudformation/imports.ts';
import { openTemplate } from './cloudformation/open-template.ts';
import type { TemplateTree } from './cloudformation/tree.ts';
import type { IacRoot } from './format.ts';
import { openService } from './serverless/open-service.ts';
import { Budget } from './terraform/evaluate/budget.ts';

/** What the roots of the project of `root` export. All of them share the answer. */
export function exportsBeside({ siblings = NONE }: IacRoot, tree: TemplateTree): ProjectExports {
  return tree.once(siblings, () => {
    // One for all: what they import from each other is nested in itself.
    const budget = new Budget([], tree.work);
    return new ProjectExports((exports) => siblings.flatMap((root) => opened(root, tree, budget, exports)));
  });
}

const NONE: readonly IacRoot[] = [];

/** What is wrong with a root is told where it is read for itself. */
function opened(
  root: IacRoot,
  tree: TemplateTree,
  budget: Budget,
  exports: ProjectExports,
): readonly ExportingStack[] {
  switch (root.format) {
    case 'cloudformation': {
      const template = openTemplate(root, tree, { budget, diagnostics: [], exports });
      return template === undefined ? [] : [{ root, ...template }];
    }
    case 'cdk': {
      const { stacks, named } = openAssembly(root, tree, { budget, diagnostics: [], exports });
      return stacks.map(({ region, account, stackName, open }) => ({
        root,
        region,
        account,
        stackName,
        stack: open,
        named,
      }));
    }
    case 'serverless': {
      const service = openService(root, tree, { budget, diagnostics: [], exports });
      return service === undefined ? [] : [{ root, ...service }];
    }
    default:
      return [];
  }
}
