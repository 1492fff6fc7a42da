/**
 * What infrastructure code says an attribute is. Static evaluation often cannot know a value; then it is
 * `unknown`, with the reason, and the unknown flows through everything that is made of it. A wrong known value is
 * a bug; an unknown is an honest answer.
 */
import { Decimal } from './decimal.ts';
import type { SourceLocation } from './source-location.ts';

export interface Unknown {
  readonly kind: 'unknown';
  /** Why, in words that end a sentence: `var.model has no default`. */
  readonly why: string;
  readonly at?: SourceLocation;
  /**
   * The resource whose attribute this would be, where it is one: `aws_bedrock_guardrail.main`. The attribute
   * stands in `attribute`. This is how references between resources are followed.
   */
  readonly refersTo?: string;
  readonly attribute?: string;
  /** The root that declares that resource, where it is another one: a stack imports what another one exports. */
  readonly root?: string;
  /**
   * For a text that is known in part: its pieces in order. An ARN of an unknown account still shows its model:
   * `arn:aws:bedrock:us-east-1:`, unknown, `:inference-profile/us.amazon.nova-pro-v1:0`.
   */
  readonly pieces?: readonly (string | Unknown)[];
  /** The parameter of the Parameter Store that holds it, by name, where it is all that this holds. */
  readonly parameter?: string;
  /** The line of the manifest that would make it known. */
  readonly hint?: string;
}

export interface NullValue {
  readonly kind: 'null';
}
export interface BooleanValue {
  readonly kind: 'boolean';
  readonly value: boolean;
}
export interface NumberValue {
  readonly kind: 'number';
  readonly value: Decimal;
}
export interface TextValue {
  readonly kind: 'text';
  readonly value: string;
}
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
}
export interface MapValue {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Value>;
}

export type Value = Unknown | NullValue | BooleanValue | NumberValue | TextValue | ListValue | MapValue;

export const NULL: NullValue = { kind: 'null' };

export function text(value: string): TextValue {
  return { kind: 'text', value };
}

export function unknown(why: string, more: Omit<Unknown, 'kind' | 'why'> = {}): Unknown {
  return { kind: 'unknown', why, ...more };
}

/**
 * The value at a path of attribute names below `value`. A one-element list in the way is stepped through, since
 * a nested block that may occur once is a list in some sources and an object in others. Absent is `undefined`.
 */
export function valueAt(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let current = value;
  for (const step of path) {
    if (current?.kind === 'list' && current.items.length === 1) current = current.items[0];
    if (current === undefined || current.kind === 'unknown') return current;
    if (current.kind !== 'map') return undefined;
    current = current.entries.get(step);
  }
  return current?.kind === 'null' ? undefined : current;
}

/** The blocks at a path: the items of a list, a single object as one item, nothing where absent. */
export function itemsAt(value: Value | undefined, ...path: readonly string[]): readonly Value[] {
  const found = valueAt(value, ...path);
  if (found === undefined) return [];
  return found.kind === 'list' ? found.items : [found];
}

/** Text at a path; numbers and booleans are written out. Unknown stays unknown, absent and other kinds `undefined`. */
export function textAt(value: Value | undefined, ...path: readonly string[]): string | Unknown | undefined {
  const found = valueAt(value, ...path);
  if (found?.kind === 'text' || found?.kind === 'boolean') return String(found.value);
  if (found?.kind === 'number') return found.value.toFixed();
  return found?.kind === 'unknown' ? found : undefined;
}

/** Number at a path; numeric text counts, as in Terraform. */
export function numberAt(
  value: Value | undefined,
  ...path: readonly string[]
): Decimal | Unknown | undefined {
  const found = valueAt(value, ...path);
  if (found?.kind === 'number') return found.value;
  if (found?.kind === 'text' && NUMBER.test(found.value)) return new Decimal(found.value);
  return found?.kind === 'unknown' ? found : undefined;
}

const NUMBER = /^-?\d{1,30}(?:\.\d{1,30})?$/;

/** Boolean at a path; the texts `true` and `false` count, as in Terraform and CloudFormation. */
export function booleanAt(
  value: Value | undefined,
  ...path: readonly string[]
): boolean | Unknown | undefined {
  const found = valueAt(value, ...path);
  if (found?.kind === 'boolean') return found.value;
  if (found?.kind === 'text')
    return found.value === 'true' ? true : found.value === 'false' ? false : undefined;
  return found?.kind === 'unknown' ? found : undefined;
}

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'unknown';
}
