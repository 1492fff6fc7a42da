/** One model out of several places that may name it: all of them agree, or nobody knows. */
import { isUnknown } from '../model/value.ts';
import type { ServedModel } from './model-choice.ts';

/** A model with the words for the place that names it. */
export interface Candidate {
  readonly where: string;
  readonly served: ServedModel;
}

/**
 * The model that all candidates name, served by the capacities of all of them; undefined where they name several
 * models, some of them none that is known, or where some are reserved capacity and others are not.
 */
export function agreed(candidates: readonly Candidate[]): ServedModel | undefined {
  const [first, ...others] = candidates;
  if (first === undefined) return undefined;
  const same = others.every(({ served }) => nameOf(served) === nameOf(first.served));
  if (!same) return undefined;
  const capacity = [...new Set(candidates.flatMap(({ served }) => served.capacity ?? []))];
  return capacity.length > 1 ? { ...first.served, capacity } : first.served;
}

/** `aws_x.a (amazon.nova-pro-v1:0), aws_x.b (not known)`, at most four of them. */
export function listed(candidates: readonly Candidate[]): string {
  const shown = candidates.slice(0, 4).map(({ where, served: { choice, capacity } }) => {
    const model = isUnknown(choice.id) ? 'not known' : choice.id;
    return `${where} (${capacity === undefined ? model : `capacity of ${model}`})`;
  });
  const more = candidates.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** What makes two models the same to the bill. Two that are not known for the same reason are one. */
function nameOf({ choice: { id }, capacity }: ServedModel): string {
  return JSON.stringify([isUnknown(id) ? [id.why] : id, capacity !== undefined]);
}
