/**
 * Definitions of state machines, in which models are called. They stand in the template, in a text of JSON, or in a file
 * beside it; whichever it is, the resource has a `Definition`.
 */
import { LIMITS } from '../../model/limits.ts';
import {
  isUnknown,
  type MapValue,
  text,
  type Unknown,
  unknown,
  type Value,
  valueAt,
} from '../../model/value.ts';
import { plainValue } from '../document/node.ts';
import { readDocument } from '../document/read-document.ts';
import { concatenate } from '../terraform/evaluate/template.ts';
import type { Stack } from './stack.ts';

const TYPES: ReadonlySet<string> = new Set([
  'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::StateMachine',
]);

/** The attributes of a resource; those of a state machine with the definition that it runs. */
export function withDefinition(type: string, attributes: MapValue, stack: Stack): MapValue {
  if (!TYPES.has(type)) return attributes;
  const definition = definitionOf(attributes, stack);
  if (definition === undefined) return attributes;
  const substitutions = valueAt(attributes, 'DefinitionSubstitutions');
  const entries = new Map(attributes.entries);
  entries.set('Definition', substituted(definition, substitutions, stack));
  return { kind: 'map', entries };
}

function definitionOf(attributes: MapValue, stack: Stack): Value | undefined {
  const inline = valueAt(attributes, 'Definition');
  if (inline !== undefined) return inline;
  const written = valueAt(attributes, 'DefinitionString');
  if (written !== undefined) return parsed(written, stack);
  const location = valueAt(attributes, 'DefinitionUri') ?? valueAt(attributes, 'DefinitionS3Location');
  if (location === undefined) return undefined;
  if (location.kind !== 'text') return isUnknown(location) ? location : elsewhere();
  const document = stack.input.document?.(location.value);
  return document === undefined ? elsewhere() : plainValue(document, stack.budget.spend);
}

function elsewhere(): Unknown {
  return unknown('its definition does not stand in the repository');
}

/** Stands in JSON for a part that is not known; no text has this character in it. */
const HOLE = '\uF8FF';

/** The value of a text of JSON, with what is not known in it kept in its place. */
function parsed(written: Value, stack: Stack): Value {
  if (written.kind !== 'text' && (!isUnknown(written) || written.pieces === undefined)) return written;
  const holes: Unknown[] = [];
  const pieces = written.kind === 'text' ? [written.value] : (written.pieces ?? []);
  const json = pieces
    .map((piece) => (typeof piece === 'string' ? piece : `${HOLE}${holes.push(piece) - 1}${HOLE}`))
    .join('');
  if (!stack.budget.spend(json.length >> 4)) return stack.budget.outOfSteps();
  const { root } = readDocument('definition.json', json);
  if (root === undefined) return unknown('its definition is not JSON', at(written));
  return filled(plainValue(root, stack.budget.spend), holes, stack);
}

function at(value: Value): { readonly at?: NonNullable<Unknown['at']> } {
  return isUnknown(value) && value.at !== undefined ? { at: value.at } : {};
}

/** The value with what was not known in the place of its holes. */
function filled(value: Value, holes: readonly Unknown[], stack: Stack): Value {
  return mapTexts(value, 0, (written) => {
    if (!written.includes(HOLE)) return text(written);
    const parts = written
      .split(HOLE)
      .map((part, index) => (index % 2 === 0 ? text(part) : (holes[Number(part)] ?? text(part))));
    return concatenate(parts, stack.budget);
  });
}

/** `DefinitionSubstitutions`: `${Name}` in the texts of a definition. */
function substituted(value: Value, substitutions: Value | undefined, stack: Stack): Value {
  if (substitutions?.kind !== 'map') return value;
  return mapTexts(value, 0, (written) => {
    const parts = written
      .split(/(\$\{[A-Za-z0-9_]+\})/)
      .map((part) => substitutions.entries.get(part.slice(2, -1)) ?? text(part));
    return parts.length === 1 ? text(written) : concatenate(parts, stack.budget);
  });
}

function mapTexts(value: Value, depth: number, change: (written: string) => Value): Value {
  if (depth > LIMITS.dataDepth) return value;
  if (value.kind === 'text') return change(value.value);
  if (value.kind === 'list')
    return { kind: 'list', items: value.items.map((item) => mapTexts(item, depth + 1, change)) };
  if (value.kind !== 'map') return value;
  const entries = [...value.entries].map(([key, item]) => [key, mapTexts(item, depth + 1, change)] as const);
  return { kind: 'map', entries: new Map(entries) };
}
