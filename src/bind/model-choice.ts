import { modelIdOf } from '../model/model-reference.ts';
import type { Resource } from '../model/resource.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { isUnknown, type Unknown, unknown, type Value } from '../model/value.ts';
import type { ModelChoice } from '../model/workload.ts';
import type { ResourceGraph } from './graph.ts';
import type { StoredParameter } from './stored-parameters.ts';

/** A model, and the reserved capacities that serve it where there are some. */
export interface ServedModel {
  readonly choice: ModelChoice;
  readonly capacity?: readonly string[];
}

/** Inference profiles may copy from profiles, variables hold names of parameters; more steps than this are a circle. */
const MAXIMUM_STEPS = 8;

/**
 * The model that an attribute of infrastructure code chooses. A reference to an inference profile is followed to
 * the model that it copies from, one to provisioned throughput becomes capacity, and the name of a parameter of the
 * Parameter Store that the code declares, or a reference to one, is followed to its value.
 */
export function modelFromCode(
  value: Value | undefined,
  resource: Resource,
  graph: ResourceGraph,
): ServedModel {
  let current = value;
  let from = resource;
  for (let step = 0; step < MAXIMUM_STEPS; step++) {
    const { at } = from;
    if (current === undefined) return chosen({ kind: 'unknown', why: 'no model is configured', at }, at);
    const parameter = parameterOf(current, from, graph);
    if (parameter !== undefined) {
      current = parameter.value;
      from = parameter.resource;
      continue;
    }
    const id = modelIdOf(current) ?? { kind: 'unknown', why: 'the model is not text', at };
    if (!isUnknown(id) || !isUnknown(current)) return chosen(id, at);
    if (current.refersTo === undefined) return chosen(current, at);
    const targets = graph.resolve(current, from);
    const capacity = targets.find((target) => target.mapped.reservesCapacity === true);
    if (capacity !== undefined) return { ...chosen(current, at), capacity: [capacity.resource.address] };
    const profile = targets.find((target) => target.mapped.model !== undefined);
    if (profile === undefined) return chosen(current, at);
    current = profile.mapped.model;
    from = profile.resource;
  }
  const { at } = resource;
  return chosen({ kind: 'unknown', why: 'inference profiles refer to each other in a circle', at }, at);
}

/** A value of a resource; where it names a parameter of the Parameter Store, what that holds, and the parameter. */
export function storedValue(
  value: Value,
  resource: Resource,
  graph: ResourceGraph,
): Pick<StoredParameter, 'resource' | 'value'> {
  return parameterOf(value, resource, graph) ?? { value, resource };
}

/** What a value names of the Parameter Store. Several of one name with different values are not known. */
function parameterOf(
  value: Value,
  from: Resource,
  { parameters }: ResourceGraph,
): Pick<StoredParameter, 'resource' | 'value'> | undefined {
  const name = isUnknown(value) ? value.parameter : value.kind === 'text' ? value.value : undefined;
  const found =
    name !== undefined
      ? parameters.named(name, from.root)
      : isUnknown(value)
        ? parameters.referredTo(value, from)
        : [];
  const [first, ...others] = found;
  if (first === undefined || others.every((other) => sameText(other.value, first.value))) return first;
  const where = found.slice(0, 4).map(({ resource }) => resource.address);
  const why = `the parameter ${first.name ?? ''} has different values in ${where.join(' and ')}`;
  return { resource: first.resource, value: unknown(why, { at: first.resource.at }) };
}

function sameText(a: Value, b: Value): boolean {
  return a.kind === 'text' && b.kind === 'text' && a.value === b.value;
}

function chosen(id: string | Unknown, at: SourceLocation): ServedModel {
  return { choice: { id, origin: 'iac', at } };
}
