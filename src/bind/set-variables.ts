/** What infrastructure code sets environment variables to, by their names. */
import type { Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { environmentOf } from './environment.ts';

/** One resource that sets a variable. */
export interface SetVariable {
  readonly resource: Resource;
  readonly value: Value;
}

/** Everything that sets a variable, in the order of the code. Read when the first one is asked for. */
export function setVariables(resources: readonly Resource[]): (name: string) => readonly SetVariable[] {
  let byName: Map<string, SetVariable[]> | undefined;
  return (name) => {
    if (byName === undefined) {
      byName = new Map();
      for (const resource of resources) {
        for (const [variable, value] of environmentOf(resource)) {
          const list = byName.get(variable);
          if (list === undefined) byName.set(variable, [{ resource, value }]);
          else list.push({ resource, value });
        }
      }
    }
    return byName.get(name) ?? [];
  };
}
