import { type ManifestResult, readManifest } from '../../../src/manifest/read.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { Range } from '../../../src/model/range.ts';
import { FEATURES } from './features.ts';

export const FILE = 'services/chat/bedrock-cost.yml';

export function read(text: string, file = FILE): ManifestResult {
  return readManifest(file, text, FEATURES);
}

/** The manifest of a text that has nothing wrong with it. */
export function readGood(text: string, file = FILE) {
  const { manifest, diagnostics } = read(text, file);
  if (manifest === undefined || diagnostics.length > 0) throw new Error(diagnostics.map(inLine).join('\n'));
  return manifest;
}

/** `5:15 manifest-quantity: message | hint`. */
export function inLine({ at, code, message, hint }: Diagnostic): string {
  const place = at?.line === undefined ? '-' : `${at.line}:${at.column ?? '-'}`;
  return `${place} ${code}: ${message}${hint === undefined ? '' : ` | ${hint}`}`;
}

/** The numbers of a range as text; one where the three are equal. */
export function numbers(range: Range | undefined): string {
  if (range === undefined) return 'nothing';
  const { low, expected, high } = range;
  return low.eq(high) ? low.toFixed() : [low, expected, high].map((number) => number.toFixed()).join(' ');
}
