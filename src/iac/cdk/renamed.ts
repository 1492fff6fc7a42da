/** Resources under other addresses, with all that refers to them. */
import { LIMITS } from '../../model/limits.ts';
import type { Resource } from '../../model/resource.ts';
import type { Unknown, Value } from '../../model/value.ts';

/** The resources under the addresses of `names`; those that are not in it keep theirs. */
export function withAddresses(
  resources: readonly Resource[],
  names: ReadonlyMap<string, string>,
): readonly Resource[] {
  const renamed = renaming(names);
  return resources.map((resource) => {
    const attributes = renamed(resource.attributes);
    return {
      ...resource,
      address: names.get(resource.address) ?? resource.address,
      attributes: attributes.kind === 'map' ? attributes : resource.attributes,
    };
  });
}

/** Gives a value with what it refers to under the addresses of `names`. */
export function renaming(names: ReadonlyMap<string, string>): (value: Value) => Value {
  // A value may stand in many places, and is made once.
  const made = new Map<Value, Value>();
  return (value) => renamed(value, 0);

  function renamed(value: Value, depth: number): Value {
    if (depth > LIMITS.hclDepth) return value;
    const known = made.get(value);
    if (known !== undefined) return known;
    const result = copy(value, depth);
    made.set(value, result);
    return result;
  }

  function copy(value: Value, depth: number): Value {
    switch (value.kind) {
      case 'list':
        return { ...value, items: value.items.map((item) => renamed(item, depth + 1)) };
      case 'map': {
        const entries = [...value.entries].map(([key, item]) => [key, renamed(item, depth + 1)] as const);
        return { ...value, entries: new Map(entries) };
      }
      case 'unknown':
        return renamedUnknown(value, depth);
      default:
        return value;
    }
  }

  function renamedUnknown(value: Unknown, depth: number): Unknown {
    const { refersTo, root, pieces } = value;
    // What another root declares goes by the name that it has there.
    const name = refersTo === undefined || root !== undefined ? undefined : names.get(refersTo);
    if (name !== undefined && refersTo !== undefined)
      return { ...value, refersTo: name, why: value.why.replace(refersTo, () => name) };
    if (pieces === undefined) return value;
    const inner = pieces.map((piece) => inPieces(piece, depth));
    // A text is unknown for the reason of one of its pieces.
    const because = pieces.findIndex((piece) => typeof piece !== 'string' && piece.why === value.why);
    const reason = inner[because];
    return {
      ...value,
      ...(reason === undefined || typeof reason === 'string' ? {} : { why: reason.why }),
      pieces: inner,
    };
  }

  function inPieces(piece: string | Unknown, depth: number): string | Unknown {
    if (typeof piece === 'string') return piece;
    const result = renamed(piece, depth + 1);
    return result.kind === 'unknown' ? result : piece;
  }
}
