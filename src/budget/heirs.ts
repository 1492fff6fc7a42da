import type { Estimate } from '../model/report.ts';

/**
 * Which limits of the base count the cost of what the head adds. Otherwise moving a manifest, renaming a workload or
 * calling its environment another would leave its limits with nothing to measure.
 */
export interface Heirs {
  /** The projects of the base whose limits count a project of the head: itself, and those that it takes over from. */
  projectsFor(project: string): readonly string[];
  /** The projects of the head that take over from one of the base, which is gone: their own limits begin with its cost. */
  projectsOf(project: string): readonly string[];
  /** Whether a workload, `project/workload`, is new in the head. */
  isNew(workload: string): boolean;
  /** Whether a workload of the base is gone from the head, or next to nothing is left of it. */
  isGone(workload: string): boolean;
  /** Whether a workload is still there, with next to nothing left. */
  isStub(workload: string): boolean;
  /** The name at head of a workload of the base, where the head declares another. */
  nowCalled(workload: string): string | undefined;
  /** The environments of a workload at base. */
  environmentsAtBase(workload: string): readonly string[];
  /** Those at head, and those whose limits it does not leave behind. */
  environmentsAtHead(workload: string): readonly string[];
}

export type HeirSide = Pick<Estimate, 'projects' | 'workloads' | 'renamedFrom' | 'environments'>;

/**
 * A new project counts against the nearest project of the base above it, whose files it has taken; without one,
 * against every project that the head no longer has. A workload counts in the environments of both commits.
 */
export function heirs(base: HeirSide, head: HeirSide, stubs: ReadonlySet<string> = new Set()): Heirs {
  const before = new Set(base.projects);
  const after = new Set(head.projects);
  const gone = base.projects.filter((project) => !after.has(project));
  const orphans = head.projects.filter(
    (project) => !before.has(project) && nearestAbove(project, before) === undefined,
  );
  const names = new Map([...head.renamedFrom].map(([now, former]) => [former, now]));
  const kept = new Set(head.environments.values());
  const emptied = [...new Set(base.environments.values())].filter((environment) => !kept.has(environment));
  const isNew = (workload: string) => !base.workloads.has(workload);
  return {
    projectsFor(project) {
      if (before.has(project)) return [project];
      const above = nearestAbove(project, before);
      return [project, ...(above === undefined ? gone : [above])];
    },
    projectsOf: (project) => (after.has(project) ? [] : orphans),
    isNew,
    isGone: (workload) =>
      base.workloads.has(workload) && (!head.workloads.has(workload) || stubs.has(workload)),
    isStub: (workload) => stubs.has(workload),
    nowCalled: (workload) => names.get(workload),
    environmentsAtBase: (workload) => [base.environments.get(workload) ?? []].flat(),
    environmentsAtHead(workload) {
      const former = head.renamedFrom.get(workload) ?? workload;
      const labels = [head.environments.get(workload), base.environments.get(former)];
      return [...new Set([...labels, ...(isNew(workload) ? emptied : [])])].filter(
        (label) => label !== undefined,
      );
    },
  };
}

function nearestAbove(project: string, known: ReadonlySet<string>): string | undefined {
  let directory = project;
  while (directory !== '.') {
    const slash = directory.lastIndexOf('/');
    directory = slash < 0 ? '.' : directory.slice(0, slash);
    if (known.has(directory)) return directory;
  }
  return undefined;
}
