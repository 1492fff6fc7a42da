import { modelIdOf } from '../model/model-reference.ts';
import type { Resource } from '../model/resource.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { isUnknown, type Unknown, type Value } from '../model/value.ts';
import type { ModelChoice } from '../model/workload.ts';
import type { ResourceGraph } from './graph.ts';

/** A model, and the reserved capacities that serve it where there are some. */
export interface ServedModel {
  readonly choice: ModelChoice;
  readonly capacity?: readonly string[];
}

/** Inference profiles may copy from profiles; more steps than this are a circle. */
const MAXIMUM_STEPS = 8;

/**
 * The model that an attribute of infrastructure code chooses. A reference to an inference profile is followed to
 * the model that it copies from, one to provisioned throughput becomes capacity.
 */
export function modelFromCode(
  value: Value | undefined,
  resource: Resource,
  graph: ResourceGraph,
): ServedModel {
  const { at } = resource;
  let current = value;
  let from = resource;
  for (let step = 0; step < MAXIMUM_STEPS; step++) {
    if (current === undefined) return chosen({ kind: 'unknown', why: 'no model is configured', at }, at);
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
  return chosen({ kind: 'unknown', why: 'inference profiles refer to each other in a circle', at }, at);
}

function chosen(id: string | Unknown, at: SourceLocation): ServedModel {
  return { choice: { id, origin: 'iac', at } };
}
