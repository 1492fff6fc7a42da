/** Values that come from another root. */
import { LIMITS } from '../../model/limits.ts';
import { type Unknown, unknown, type Value } from '../../model/value.ts';

/**
 * A value of the root `name`, for what stands in another one: its references lead back to that root. Where the root
 * has no name they lead nowhere. Recursion is as deep as values are nested, which is capped.
 */
export function foreign(value: Value, name: string | undefined, depth = 0): Value {
  if (depth > LIMITS.dataDepth) return unknown('it is nested too deeply to be imported');
  if (value.kind === 'unknown') return foreignUnknown(value, name, depth);
  if (value.kind === 'list')
    return { kind: 'list', items: value.items.map((item) => foreign(item, name, depth + 1)) };
  if (value.kind !== 'map') return value;
  const entries = [...value.entries].map(([key, item]) => [key, foreign(item, name, depth + 1)] as const);
  return { kind: 'map', entries: new Map(entries) };
}

function foreignUnknown(value: Unknown, name: string | undefined, depth: number): Unknown {
  const { refersTo, attribute, root, pieces, ...rest } = value;
  const inner = pieces?.map((piece) => {
    if (typeof piece === 'string') return piece;
    const made = foreign(piece, name, depth + 1);
    return made.kind === 'unknown' ? made : piece;
  });
  const owner = root ?? name;
  return {
    ...rest,
    ...(inner === undefined ? {} : { pieces: inner }),
    ...(refersTo === undefined || owner === undefined ? {} : { refersTo, root: owner }),
    ...(refersTo === undefined || owner === undefined || attribute === undefined ? {} : { attribute }),
  };
}
