/** Values while they are being computed: what the model's values are, and what only evaluation tells apart. */
import type { Decimal } from '../../../model/decimal.ts';
import type { BooleanValue, ListValue, MapValue, NumberValue, Unknown, Value } from '../../../model/value.ts';

/** An expression that Terraform itself would refuse. `try` and `can` tell it from a value that is just not known. */
export interface Failure extends Unknown {
  readonly failed: true;
}

/** A list without order and without an index: its items are distinct and sorted. */
export interface SetValue extends ListValue {
  readonly set: true;
}

/** A resource or a block of one: what is not written in it may still be filled in by the provider. */
export interface OpenMap extends MapValue {
  /** Address of the resource, and the attribute that this block stands in. */
  readonly open: { readonly address: string; readonly attribute: string | undefined };
}

/** A failure for a reason that ends a sentence. */
export function failure(why: string): Failure {
  return { kind: 'unknown', why, failed: true };
}

/** Whether Terraform would refuse what made this value. */
export function isFailure(value: Value): value is Failure {
  return value.kind === 'unknown' && 'failed' in value;
}

/** Whether a list is a set. */
export function isSet(value: Value): value is SetValue {
  return value.kind === 'list' && 'set' in value;
}

/** Whether a map is a resource or a block of one. */
export function isOpen(value: MapValue): value is OpenMap {
  return 'open' in value;
}

/** A boolean as a value. */
export function boolean(value: boolean): BooleanValue {
  return value ? TRUE : FALSE;
}
const TRUE: BooleanValue = { kind: 'boolean', value: true };
const FALSE: BooleanValue = { kind: 'boolean', value: false };

/** A number as a value. */
export function number(value: Decimal): NumberValue {
  return { kind: 'number', value };
}

/** A list as a value. */
export function list(items: readonly Value[]): ListValue {
  return { kind: 'list', items };
}

/** A map as a value. */
export function map(entries: ReadonlyMap<string, Value>): MapValue {
  return { kind: 'map', entries };
}

/** A kind of value as a message names it. */
export function kindOf(value: Value): string {
  return isSet(value) ? 'a set' : KINDS[value.kind];
}
const KINDS: Readonly<Record<Value['kind'], string>> = {
  unknown: 'an unknown value',
  null: 'null',
  boolean: 'a boolean',
  number: 'a number',
  text: 'a text',
  list: 'a list',
  map: 'a map',
};

/** The first of the values that failed, else the first that is unknown. What is made of them is that, too. */
export function firstUnknown(values: readonly Value[]): Unknown | undefined {
  return values.find(isFailure) ?? values.find((value) => value.kind === 'unknown');
}

/** Entries in the order in which Terraform visits a map: sorted by key. */
export function sortedEntries(value: MapValue): readonly (readonly [string, Value])[] {
  return [...value.entries].sort(([left], [right]) => compareTexts(left, right));
}

/** Order of code points, which is that of UTF-8 bytes. JavaScript's own order is that of UTF-16 code units. */
export function compareTexts(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a === b) continue;
    const aIsHalf = a >= 0xd800 && a <= 0xdfff;
    const bIsHalf = b >= 0xd800 && b <= 0xdfff;
    // Characters beyond U+FFFF are written with halves that sort below U+E000, but they come after all others.
    return aIsHalf === bIsHalf ? a - b : aIsHalf ? 1 : -1;
  }
  return left.length - right.length;
}
