/** A project as advice looks at it, and what it costs with something done in another way. */
import type { Alternative } from '../model/alternative.ts';
import type { Charge } from '../model/charge.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Declared, Workload } from '../model/workload.ts';

/** What alternatives change of a project; the rest of it is carried along. */
export interface AdvisedProject {
  readonly directory: string;
  readonly workloads: readonly Workload[];
  /** By the feature that bills them. */
  readonly resources: ReadonlyMap<string, readonly Declared[]>;
  /** What went wrong before anything was priced. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Priced {
  readonly charges: readonly Charge[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The project with the alternative done. */
export function withAlternative<Project extends AdvisedProject>(
  project: Project,
  { workloads = [], resource }: Alternative,
): Project {
  const replaced = new Map(workloads.map((workload) => [workload.name, workload]));
  const changed = project.workloads.map((workload) => replaced.get(workload.name) ?? workload);
  if (resource === undefined) return { ...project, workloads: changed };
  const change = (list: readonly Declared[]) => list.flatMap((declared) => resource(declared) ?? []);
  return {
    ...project,
    workloads: changed.map((workload) => ({ ...workload, uses: change(workload.uses) })),
    resources: new Map([...project.resources].map(([feature, list]) => [feature, change(list)])),
  };
}

/**
 * The part of a project that an alternative touches: all of it where resources change, since workloads share them;
 * else its workloads with what they use.
 */
export function touchedBy<Project extends AdvisedProject>(
  project: Project,
  alternative: Alternative,
): Project {
  if (alternative.resource !== undefined) return project;
  const names = new Set((alternative.workloads ?? []).map(({ name }) => name));
  const workloads = project.workloads.filter(({ name }) => names.has(name));
  const resources = new Map<string, Declared[]>();
  for (const declared of new Set(workloads.flatMap(({ uses }) => uses))) {
    const list = resources.get(declared.feature);
    if (list === undefined) resources.set(declared.feature, [declared]);
    else list.push(declared);
  }
  return { ...project, workloads, resources };
}
