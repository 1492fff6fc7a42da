import type { Estimate } from '../model/report.ts';

/**
 * Which limits of the base count the cost of what the head adds. Otherwise moving a manifest or renaming a workload
 * would leave its limits with nothing to measure.
 */
export interface Heirs {
  /** The projects of the base whose limits count a project of the head: itself, and those that it takes over from. */
  projectsFor(project: string): readonly string[];
  /** Whether a workload, `project/workload`, is new in the head. */
  isNew(workload: string): boolean;
  /** Whether a workload of the base is gone from the head. */
  isGone(workload: string): boolean;
}

type Side = Pick<Estimate, 'projects' | 'workloads'>;

/**
 * A new project counts against the nearest project of the base above it, whose files it has taken; without one,
 * against every project that the head no longer has.
 */
export function heirs(base: Side, head: Side): Heirs {
  const before = new Set(base.projects);
  const after = new Set(head.projects);
  const gone = base.projects.filter((project) => !after.has(project));
  return {
    projectsFor(project) {
      if (before.has(project)) return [project];
      const above = nearestAbove(project, before);
      return [project, ...(above === undefined ? gone : [above])];
    },
    isNew: (workload) => !base.workloads.has(workload),
    isGone: (workload) => base.workloads.has(workload) && !head.workloads.has(workload),
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
