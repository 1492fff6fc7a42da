/** Definitions of state machines that are written as JSON in a text, as values in which the models stand that they call. */
import { LIMITS } from '../model/limits.ts';
import type { Resource } from '../model/resource.ts';
import { isUnknown, text, type Unknown, unknown, type Value } from '../model/value.ts';
import { plainValue } from './document/node.ts';
import { readDocument } from './document/read-document.ts';
import type { Budget } from './terraform/evaluate/budget.ts';
import { concatenate } from './terraform/evaluate/template.ts';

/** Where the text stands, and under which name its value is put. */
const TEXTS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['aws_sfn_state_machine', ['definition', 'definition']],
  ['AWS::StepFunctions::StateMachine', ['DefinitionString', 'Definition']],
]);

/** Reads the definitions of the resources of one reading. The same text is read once. */
export class DefinitionTexts {
  readonly #budget: Budget;
  readonly #read = new Map<string, Value>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** A state machine with its definition as a value; any other resource as it is. */
  withDefinition(resource: Resource): Resource {
    const [from, to] = TEXTS.get(resource.type) ?? [];
    if (from === undefined || to === undefined) return resource;
    const { entries } = resource.attributes;
    const written = entries.get(to)?.kind === 'map' ? undefined : (entries.get(to) ?? entries.get(from));
    if (written === undefined) return resource;
    const value = this.#valueOf(written);
    const attributes = { kind: 'map', entries: new Map(entries).set(to, value) } as const;
    return { ...resource, attributes };
  }

  #valueOf(written: Value): Value {
    if (written.kind !== 'text') return parseDefinition(written, this.#budget);
    const known = this.#read.get(written.value) ?? parseDefinition(written, this.#budget);
    this.#read.set(written.value, known);
    return known;
  }
}

/** Stands in JSON for a part that is not known; no text has this character in it. */
const HOLE = '\uF8FF';

/** The value of a text of JSON, with what is not known in it kept in its place; why it is not known, where it is not. */
export function parseDefinition(written: Value, budget: Budget): Value {
  if (written.kind !== 'text' && (!isUnknown(written) || written.pieces === undefined)) return written;
  const holes: Unknown[] = [];
  const json = jsonOf(written.kind === 'text' ? [written.value] : (written.pieces ?? []), holes);
  // What is made of a text is much more than the text.
  if (!budget.spend(json.length)) return budget.outOfSteps();
  const { root } = readDocument('definition.json', json);
  const at = isUnknown(written) && written.at !== undefined ? { at: written.at } : {};
  if (root === undefined) return unknown('its definition is not JSON', at);
  return filled(plainValue(root, budget.spend), holes, budget);
}

/** The text with a numbered hole for each part that is not known, in quotes of its own where none stand around it. */
function jsonOf(pieces: readonly (string | Unknown)[], holes: Unknown[]): string {
  let isInText = false;
  const parts = pieces.map((piece) => {
    if (typeof piece !== 'string') {
      const hole = `${HOLE}${holes.push(piece) - 1}${HOLE}`;
      return isInText ? hole : `"${hole}"`;
    }
    for (let index = 0; index < piece.length; index++) {
      if (piece[index] === '\\') index++;
      else if (piece[index] === '"') isInText = !isInText;
    }
    return piece;
  });
  return parts.join('');
}

/** The value with what was not known in the place of its holes. */
function filled(value: Value, holes: readonly Unknown[], budget: Budget): Value {
  return mapTexts(value, (written) => {
    if (!written.includes(HOLE)) return text(written);
    const parts = written
      .split(HOLE)
      .map((part, index) => (index % 2 === 0 ? text(part) : (holes[Number(part)] ?? text(part))));
    return concatenate(parts, budget);
  });
}

/** The value with every text in it changed. Recursion is as deep as the value is nested, which is capped. */
export function mapTexts(value: Value, change: (written: string) => Value, depth = 0): Value {
  if (depth > LIMITS.dataDepth) return value;
  if (value.kind === 'text') return change(value.value);
  if (value.kind === 'list')
    return { kind: 'list', items: value.items.map((item) => mapTexts(item, change, depth + 1)) };
  if (value.kind !== 'map') return value;
  const entries = [...value.entries].map(([key, item]) => [key, mapTexts(item, change, depth + 1)] as const);
  return { kind: 'map', entries: new Map(entries) };
}
