/** The limits that the manifests of a tree state. */
import type { Budget, UnpricedShare } from '../model/budget.ts';
import type { SourceLocation } from '../model/source-location.ts';
import type { Tree } from '../tree/read-tree.ts';

/** A manifest's limits are about its own project. */
export function budgetsOf(tree: Tree): readonly Budget[] {
  return tree.manifests.flatMap(({ directory, budgets }) =>
    budgets.map((budget) => ({ ...budget, scope: { ...budget.scope, project: directory } })),
  );
}

export function unpricedSharesOf(tree: Tree): readonly UnpricedShare[] {
  return tree.manifests.flatMap(({ unpricedShare }) => unpricedShare ?? []);
}

/** Where limits stand that cannot be read: otherwise a broken manifest at base would be one without limits. */
export function lostLimits(tree: Tree): readonly SourceLocation[] {
  const whole = tree.projects.flatMap(({ unreadable }) => (unreadable === undefined ? [] : [unreadable]));
  return [
    ...whole.map((file) => firstErrorIn(tree, file) ?? { file }),
    ...tree.manifests.flatMap(({ budgetsUnreadable }) => budgetsUnreadable ?? []),
  ];
}

function firstErrorIn({ diagnostics }: Tree, file: string): SourceLocation | undefined {
  return diagnostics.find(({ severity, at }) => severity === 'error' && at?.file === file)?.at;
}
