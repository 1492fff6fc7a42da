/** Inputs of a resource in a preview: what is known, what is known only after the update, and what is secret. */
import { NULL, text, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { JsonNode } from '../../terraform/json/nodes.ts';
import { parseNumber } from '../../terraform/values/numbers.ts';
import { boolean, list, map } from '../../terraform/values/value.ts';
import { at, textOf } from '../../terraform-plan/nodes.ts';

/** A value that is known only after the update: `UnknownStringValue` of the Pulumi SDK, and those of other kinds. */
const UNKNOWN: ReadonlySet<string> = new Set([
  '04da6b54-80e4-46f7-96ec-b56ff0331ba9',
  '1c4a061d-8072-4f0a-a4cb-0ff528b18fe7',
  '3eeb2bf0-c639-47a8-9e75-3b44932eb421',
  '6a19a0b0-7e62-4c92-b797-7f8e31da9cc2',
  '030794c1-ac77-496b-92df-f27374a8bd58',
  'e48ece36-62e2-4504-bad9-02848725956a',
  'dd056dcd-154b-4c76-9bd3-c8f88648b5ff',
]);
/** The key that marks an object as one of Pulumi's own kinds of values, and the marks. */
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';
const OUTPUT = 'd0e6a833031e9bbcd3f4e8bde6ca49a4';
const REFERENCE = '5cf8f73096256a8f31e491e813e4eb8e';
/** What a preview shows in place of a secret. */
const HIDDEN = '[secret]';

/** Finds the resource that a property refers to: of a known text by what it is, else by the property's name. */
export type FindTarget = (
  property: string,
  known: string | undefined,
) => Pick<Unknown, 'refersTo' | 'attribute'> | undefined;

/** One value, with everything below it. Recursion is as deep as the file is nested, which is capped. */
export function previewValue(node: JsonNode, property: string, find: FindTarget): Value {
  switch (node.kind) {
    case 'string':
      return textValue(node.value, property, find);
    case 'number':
      return parseNumber(node.source) ?? unknown('a number of the preview cannot be read');
    case 'keyword':
      return node.value === null ? NULL : boolean(node.value);
    case 'array':
      return list(node.items.map((item) => previewValue(item, property, find)));
    case 'object':
      return textOf(at(node, SIGNATURE)) === undefined
        ? objectValue(node, find)
        : markedValue(node, property, find);
  }
}

function textValue(value: string, property: string, find: FindTarget): Value {
  if (UNKNOWN.has(value)) return unknown('it is known only after the update', find(property, undefined));
  if (value === HIDDEN) return unknown('it is secret');
  const target = find(property, value);
  // It is known as a text and as a reference: what it spells stands in the pieces.
  return target === undefined
    ? text(value)
    : unknown(`it names ${target.refersTo ?? 'a resource'}`, { ...target, pieces: [value] });
}

function objectValue(node: JsonNode & { readonly kind: 'object' }, find: FindTarget): Value {
  const entries = new Map<string, Value>();
  for (const { key, value } of node.properties) {
    // Which properties the provider filled in is said beside them.
    if (key.value !== '__defaults') entries.set(key.value, previewValue(value, key.value, find));
  }
  return map(entries);
}

function markedValue(node: JsonNode, property: string, find: FindTarget): Value {
  const mark = textOf(at(node, SIGNATURE));
  if (mark === SECRET) return unknown('it is secret');
  if (mark === REFERENCE) return unknown('it is a resource', find(property, textOf(at(node, 'id'))));
  if (mark !== OUTPUT) return unknown('it is a file or an archive');
  const secret = at(node, 'secret');
  if (secret?.kind === 'keyword' && secret.value === true) return unknown('it is secret');
  const value = at(node, 'value');
  return value === undefined
    ? unknown('it is known only after the update', find(property, undefined))
    : previewValue(value, property, find);
}
