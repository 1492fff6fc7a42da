import type { Estimate } from '../model/report.ts';
import { isUnknown } from '../model/value.ts';
import type { Project } from './project.ts';

/** The model of every call of a project's workloads, where it is known. */
export function boundModels({ directory, workloads }: Project): Estimate['models'] {
  return workloads.flatMap(({ name: workload, calls }) =>
    calls.flatMap(({ name, model: { id, ...place } }) =>
      isUnknown(id)
        ? []
        : [{ project: directory, workload, id, ...place, ...(name === undefined ? {} : { call: name }) }],
    ),
  );
}

/** The region of each project where it is known, by its directory. */
export function regionsByProject(projects: readonly Project[]): Estimate['regionOf'] {
  return new Map(
    projects.flatMap(({ directory, region }) => (isUnknown(region) ? [] : [[directory, region] as const])),
  );
}
