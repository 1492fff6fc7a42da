import type { Diagnostic } from '../../model/diagnostic.ts';
import type { SourceLocation } from '../../model/source-location.ts';
import { unknown } from '../../model/value.ts';
import type { MapEntry } from './node.ts';

/** The entry of a key that stands twice in one map: nobody can know which of the two is meant, so neither is taken. */
export function duplicateKey(
  name: string,
  first: MapEntry,
  at: SourceLocation,
  diagnostics: Diagnostic[],
): MapEntry {
  const message = `The key ${name} stands twice in one map, first in line ${first.at.line ?? 0}; neither is read.`;
  diagnostics.push({ code: 'iac-duplicate', severity: 'error', message, at, hint: 'Remove one of the two.' });
  const value = unknown(`the key ${name} stands twice`, { at: first.at });
  return { at: first.at, node: { kind: 'value', value, at: first.at } };
}
