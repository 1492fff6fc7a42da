/** JSON files as trees. */
import { Decimal } from '../../model/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { NULL, text, unknown, type Value } from '../../model/value.ts';
import type { Source } from '../terraform/hcl/source.ts';
import { type JsonNode, readJson } from '../terraform/json/nodes.ts';
import { type DuplicateKeys, duplicateKey } from './duplicate-key.ts';
import type { DataNode, MapEntry } from './node.ts';
import type { DocumentReading } from './reading.ts';

/** Reads a JSON text. */
export function readJsonDocument(source: Source): DocumentReading {
  const node = readJson(source.text);
  if (node.kind === 'problem') {
    const code = node.code === 'limit-exceeded' ? node.code : 'template-syntax';
    const at = source.locate(node.offset);
    return { diagnostics: [{ code, severity: 'error', message: node.message, at }] };
  }
  const diagnostics: Diagnostic[] = [];
  return { root: convert(node, source, { diagnostics, compared: { nodes: 0 } }), diagnostics };
}

/** One node. Recursion is as deep as the file is nested, which is capped. */
function convert(node: JsonNode, source: Source, keys: DuplicateKeys): DataNode {
  const at = source.locate(node.start);
  switch (node.kind) {
    case 'string':
      return { kind: 'value', value: text(node.value), at };
    case 'number':
      return { kind: 'value', value: numberOf(node.source), at };
    case 'keyword':
      return {
        kind: 'value',
        value: node.value === null ? NULL : { kind: 'boolean', value: node.value },
        at,
      };
    case 'array':
      return { kind: 'list', items: node.items.map((item) => convert(item, source, keys)), at };
    case 'object': {
      const entries = new Map<string, MapEntry>();
      for (const { key, value } of node.properties) {
        const place = source.locate(key.start);
        const first = entries.get(key.value);
        const entry = { at: place, node: convert(value, source, keys) };
        const kept = first === undefined ? entry : duplicateKey(key.value, first, entry, keys);
        entries.set(key.value, kept);
      }
      return { kind: 'map', entries, at };
    }
  }
}

/** Numbers with an exponent over this one would fill the memory when they are written out. */
const MAXIMUM_DIGITS = 100;

function numberOf(source: string): Value {
  if (source.length > MAXIMUM_DIGITS) return unknown('a number has too many digits');
  const value = new Decimal(source);
  return value.isFinite() && Math.abs(value.e) <= MAXIMUM_DIGITS
    ? { kind: 'number', value }
    : unknown('a number has too many digits');
}
