/**
 * Definitions of state machines, in which models are called. They stand in the template, in a text of JSON, or in a file
 * beside it; whichever it is, the resource has a `Definition`.
 */
import {
  isUnknown,
  type MapValue,
  text,
  type Unknown,
  unknown,
  type Value,
  valueAt,
} from '../../model/value.ts';
import { mapTexts, parseDefinition } from '../definition-text.ts';
import { plainValue } from '../document/node.ts';
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
  if (written !== undefined) return parseDefinition(written, stack.budget);
  const location = valueAt(attributes, 'DefinitionUri') ?? valueAt(attributes, 'DefinitionS3Location');
  if (location === undefined) return undefined;
  if (location.kind !== 'text') return isUnknown(location) ? location : elsewhere();
  const document = stack.input.document?.(location.value);
  return document === undefined ? elsewhere() : plainValue(document, stack.budget.spend);
}

function elsewhere(): Unknown {
  return unknown('its definition does not stand in the repository');
}

/** `DefinitionSubstitutions`: `${Name}` in the texts of a definition. */
function substituted(value: Value, substitutions: Value | undefined, stack: Stack): Value {
  if (substitutions?.kind !== 'map') return value;
  return mapTexts(value, (written) => {
    const parts = written
      .split(/(\$\{[A-Za-z0-9_]+\})/)
      .map((part) => substitutions.entries.get(part.slice(2, -1)) ?? text(part));
    return parts.length === 1 ? text(written) : concatenate(parts, stack.budget);
  });
}
