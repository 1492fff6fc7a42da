/** What a value of infrastructure code says of other things, where it is not fully known. */
import { isUnknown, type Unknown, type Value, valueAt } from './value.ts';

/**
 * The references that a value is made of: itself, and those in a text such as
 * `"${aws_s3_bucket.documents.arn}/manuals"`. A name that is written out is none.
 */
export function referencesIn(value: Value | undefined): readonly Unknown[] {
  if (value === undefined || !isUnknown(value)) return [];
  const pieces = (value.pieces ?? []).filter((piece) => typeof piece !== 'string');
  return [value, ...pieces].filter(({ refersTo }) => refersTo !== undefined);
}

/** What is known of a text: what is unknown in it stands as `*`. `undefined` where it is no text. */
export function spelling(value: Value | undefined): string | undefined {
  if (value?.kind === 'text') return value.value;
  if (value === undefined || !isUnknown(value)) return undefined;
  return value.pieces?.map((piece) => (typeof piece === 'string' ? piece : '*')).join('');
}

/** Every value at a path, through all items of the lists in the way. */
export function valuesAt(value: Value | undefined, ...path: readonly string[]): readonly Value[] {
  let current: readonly Value[] = value === undefined ? [] : [value];
  for (const step of path) current = current.flatMap(itemsOf).flatMap((item) => valueAt(item, step) ?? []);
  return current.flatMap(itemsOf);
}

function itemsOf(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items : [value];
}
