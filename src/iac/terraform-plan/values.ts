/** Attributes of a planned resource: what is known, what is known only after apply, and what must not be shown. */
import { NULL, text, type Unknown, unknown, type Value } from '../../model/value.ts';
import type { JsonNode } from '../terraform/json/nodes.ts';
import { parseNumber } from '../terraform/values/numbers.ts';
import { boolean, list, map } from '../terraform/values/value.ts';
import { at, isTrue, itemsOf, textOf } from './nodes.ts';

/** What a plan says in several trees of one shape. */
export interface Planned {
  readonly value: JsonNode | undefined;
  /** `true` where the value is known only after apply. */
  readonly unknown: JsonNode | undefined;
  /** `true` where the value is sensitive. */
  readonly sensitive: JsonNode | undefined;
  /** The expressions it was written as. */
  readonly written: JsonNode | undefined;
}

type Reference = Pick<Unknown, 'refersTo' | 'attribute'>;

/** Finds resources that a value means; `undefined` where it means none. */
export interface FindResource {
  /** By a reference in the configuration. */
  byReference(reference: string): Reference | undefined;
  /** By its id or ARN. */
  byIdentity(text: string): Reference | undefined;
}

/** One value, with everything below it. Recursion is as deep as the file is nested, which is capped. */
export function plannedValue(planned: Planned, find: FindResource): Value {
  if (isTrue(planned.sensitive)) return unknown('it is sensitive');
  if (isTrue(planned.unknown))
    return unknown('it is known only after apply', referenceOf(planned.written, find));
  const { value } = planned;
  switch (value?.kind) {
    case 'string': {
      const identity = find.byIdentity(value.value);
      return identity === undefined
        ? text(value.value)
        : unknown('it is the id of another resource', identity);
    }
    case 'number':
      return parseNumber(value.source) ?? unknown('a number of the plan cannot be read');
    case 'keyword':
      return value.value === null && planned.unknown?.kind !== 'object'
        ? NULL
        : keyword(value.value, planned, find);
    case 'array':
      return list(value.items.map((_, index) => plannedValue(itemAt(planned, index), find)));
    default:
      return plannedObject(planned, find);
  }
}

function keyword(value: true | false | null, planned: Planned, find: FindResource): Value {
  return value === null ? plannedObject(planned, find) : boolean(value);
}

/** What is not known is left out of the values, so the names come from both. */
function plannedObject(planned: Planned, find: FindResource): Value {
  const names = new Set([...namesIn(planned.value), ...namesIn(planned.unknown)]);
  const step = stepper(planned);
  return map(new Map([...names].map((name) => [name, plannedValue(step(name), find)])));
}

function namesIn(node: JsonNode | undefined): readonly string[] {
  return node?.kind === 'object' ? node.properties.map(({ key }) => key.value) : [];
}

/** The entries of all trees by name, looked up in constant time. */
function stepper(planned: Planned): (name: string) => Planned {
  const [value, missing, sensitive, written] = [
    planned.value,
    planned.unknown,
    planned.sensitive,
    planned.written,
  ].map(
    (node) =>
      new Map(
        node?.kind === 'object'
          ? node.properties.map((property) => [property.key.value, property.value])
          : [],
      ),
  );
  return (name) => ({
    value: value?.get(name),
    unknown: missing?.get(name),
    sensitive: sensitive?.get(name),
    written: written?.get(name),
  });
}

/** Of blocks that may occur once, the configuration may hold an object where the plan holds a list. */
function itemAt(planned: Planned, index: number): Planned {
  const { written } = planned;
  return {
    value: itemsOf(planned.value)[index],
    unknown: itemsOf(planned.unknown)[index],
    sensitive: itemsOf(planned.sensitive)[index],
    written: written?.kind === 'array' ? written.items[index] : written,
  };
}

function referenceOf(written: JsonNode | undefined, find: FindResource): Omit<Unknown, 'kind' | 'why'> {
  for (const reference of itemsOf(at(written, 'references'))) {
    const found = find.byReference(textOf(reference) ?? '');
    if (found !== undefined) return found;
  }
  return {};
}
