/** Usage of resources that one side states and the other does not, although the resource is still there. */
import type { Unreadable } from '../model/report.ts';
import type { Declared, Section } from '../model/workload.ts';
import type { Project } from './project.ts';

/**
 * Resources of `now` whose usage `before` states, or states more of. What nobody says any more is not saved: its
 * charges are to be carried over as not priced. Another usage in its place is a change, and holds.
 */
export function unstatedUsage(before: readonly Project[], now: readonly Project[]): readonly Unreadable[] {
  const stated = new Map(before.map((project) => [project.directory, byAddress(project)]));
  return now.flatMap(({ directory, resources }) => {
    const known = stated.get(directory);
    if (known === undefined) return [];
    return [...resources.values()].flat().flatMap(({ resource, usage, pricedBy }): readonly Unreadable[] => {
      const former = known.get(resource.address)?.usage;
      if (former === undefined || pricedBy !== undefined || !isLess(usage, former)) return [];
      const { address, at } = resource;
      const why = 'its usage is not stated any more, and the code still declares it';
      return [{ project: directory, kind: 'resource', name: address, at, why }];
    });
  });
}

function byAddress({ resources }: Project): ReadonlyMap<string, Declared> {
  const stated = [...resources.values()].flat().filter(({ usage }) => usage !== undefined);
  return new Map(stated.map((declared) => [declared.resource.address, declared]));
}

/** Keys are gone, and none has come. */
function isLess(now: Section | undefined, former: Section): boolean {
  const [keys, formerKeys] = [keysOf(now), keysOf(former)];
  return keys.size < formerKeys.size && [...keys].every((key) => formerKeys.has(key));
}

function keysOf(section: Section | undefined): ReadonlySet<string> {
  const { content } = section ?? {};
  if (typeof content !== 'object' || content === null) return new Set();
  return new Set(Object.entries(content).flatMap(([key, value]) => (value === undefined ? [] : [key])));
}

/** The extra charges that stand for resources, by `project\nresource\naddress`. */
export function coveredResources(projects: readonly Project[]): ReadonlyMap<string, string> {
  return new Map(
    projects.flatMap(({ directory, resources }) =>
      [...resources.values()]
        .flat()
        .flatMap(({ resource, pricedBy }) =>
          pricedBy === undefined ? [] : [[`${directory}\nresource\n${resource.address}`, pricedBy] as const],
        ),
    ),
  );
}
