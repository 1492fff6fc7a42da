/** `==` as Terraform computes it. */
import { LIMITS } from '../../../model/limits.ts';
import type { Unknown, Value } from '../../../model/value.ts';
import { unknown } from '../../../model/value.ts';
import { firstUnknown } from './value.ts';

/** Counts the work of a comparison; answers false when no more is allowed. */
export type Spend = (steps: number) => boolean;

/**
 * Whether two values are equal. Values of different kinds never are: `1 == "1"` is false. Two collections with the same
 * content are equal only if their types are, too, which is not tracked here; then the answer is unknown.
 */
export function equals(left: Value, right: Value, spend: Spend): boolean | Unknown {
  if (left.kind === 'null' || right.kind === 'null') {
    return firstUnknown([left, right]) ?? left.kind === right.kind;
  }
  const answer = compare(left, right, spend, 0);
  if (answer === true && (left.kind === 'list' || left.kind === 'map')) {
    return unknown('whether two collections are equal depends on their types');
  }
  return answer;
}

/** Whether two values have the same content, whatever the types of their collections. */
export function compare(left: Value, right: Value, spend: Spend, depth: number): boolean | Unknown {
  if (!spend(1) || depth > LIMITS.hclDepth) return unknown('two values are too large to be compared');
  if (left.kind === 'unknown' || right.kind === 'unknown') return firstUnknown([left, right]) ?? false;
  if (left.kind === 'list' && right.kind === 'list') {
    return compareAll(left.items, right.items, spend, depth);
  }
  if (left.kind === 'map' && right.kind === 'map') {
    const keys = [...left.entries.keys()];
    if (keys.length !== right.entries.size || !keys.every((key) => right.entries.has(key))) return false;
    const others = keys.map((key) => right.entries.get(key) ?? left);
    return compareAll([...left.entries.values()], others, spend, depth);
  }
  if (left.kind === 'number' && right.kind === 'number') return left.value.eq(right.value);
  if (left.kind === 'text' && right.kind === 'text') return left.value === right.value;
  if (left.kind === 'boolean' && right.kind === 'boolean') return left.value === right.value;
  return left.kind === 'null' && right.kind === 'null';
}

/** One pair that differs decides, even where another is unknown. */
function compareAll(
  left: readonly Value[],
  right: readonly Value[],
  spend: Spend,
  depth: number,
): boolean | Unknown {
  if (left.length !== right.length) return false;
  let answer: boolean | Unknown = true;
  for (const [index, item] of left.entries()) {
    const other = right[index];
    const same = other === undefined ? false : compare(item, other, spend, depth + 1);
    if (same === false) return false;
    if (same !== true) answer = same;
  }
  return answer;
}
