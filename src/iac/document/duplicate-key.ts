import type { Diagnostic } from '../../model/diagnostic.ts';
import { unknown } from '../../model/value.ts';
import type { MapEntry } from './node.ts';
import { type Compared, sameNode } from './same-node.ts';

/** What the maps of one file have in common here. */
export interface DuplicateKeys {
  readonly diagnostics: Diagnostic[];
  readonly compared: Compared;
}

/**
 * The entry of a key that stands twice in one map. Nobody can know which of the two is meant, so neither is taken where
 * they differ.
 */
export function duplicateKey(
  name: string,
  first: MapEntry,
  second: MapEntry,
  { diagnostics, compared }: DuplicateKeys,
): MapEntry {
  if (sameNode(first.node, second.node, compared)) return first;
  const message = `The key ${name} stands twice in one map, first in line ${first.at.line ?? 0}; neither is read.`;
  const { at } = second;
  diagnostics.push({
    code: 'iac-duplicate',
    severity: 'warning',
    message,
    at,
    hint: 'Remove one of the two.',
  });
  const value = unknown(`the key ${name} stands twice`, { at: first.at });
  return { at: first.at, node: { kind: 'value', value, at: first.at } };
}
