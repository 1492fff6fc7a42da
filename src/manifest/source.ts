/** A manifest that is being read: its tree, and the diagnostics that are made on the way. */
import type { Diagnostic, DiagnosticCode, Severity } from '../model/diagnostic.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { kindHint } from './kind-hint.ts';
import { lineInstead, lineWithout, meantBy } from './near-miss.ts';
import { nearest } from './nearest.ts';
import { quoted } from './shown.ts';
import { sentence, subject } from './subject.ts';
import { type Entry, entryAt, type MapNode, type Node, type Path } from './tree.ts';

export interface ManifestSource {
  readonly file: string;
  /** The directory of the file, `.` for the root of the tree. */
  readonly directory: string;
  readonly root: MapNode;
  readonly diagnostics: Diagnostic[];
}

export interface Finding {
  readonly code: DiagnosticCode;
  readonly at: SourceLocation;
  /** Half a sentence, without capital and period. */
  readonly message: string;
  readonly hint?: string | undefined;
  readonly severity?: Severity;
}

export function report(source: ManifestSource, finding: Finding): void {
  const { code, at, message, hint, severity = 'error' } = finding;
  const base = { code, severity, message: sentence(message), at };
  source.diagnostics.push(hint === undefined ? base : { ...base, hint });
}

/** The node at a path; `undefined` where the key is absent or was refused. */
export function nodeAt(source: ManifestSource, path: Path): Node | undefined {
  const node = entryAt(source.root, path)?.node;
  return node?.kind === 'refused' ? undefined : node;
}

/** Reports a key that means nothing where it stands, with the nearest of those that do. */
export function reportUnknownKey(source: ManifestSource, path: Path, known: readonly string[]): void {
  const entry = entryAt(source.root, path);
  if (entry === undefined || entry.node.kind === 'refused') return;
  const map = entryAt(source.root, path.slice(0, -1))?.node;
  if (map?.kind !== 'map') return;
  const key = String(path.at(-1));
  const meant = meantBy(key, entry, map, known);
  const stated = nearest(key, known);
  const advice =
    meant !== undefined
      ? `; did you mean ${quoted(meant.key)}?`
      : stated !== undefined
        ? `; ${quoted(stated)}, which is most like it, is stated as well`
        : `; known keys are ${known.map(quoted).join(', ')}`;
  const hint =
    meant !== undefined
      ? lineInstead(path, meant, map, known)
      : stated !== undefined
        ? lineWithout(path, map)
        : undefined;
  const message = `${subject(path.slice(0, -1))} has the unknown key ${quoted(key)}${advice}`;
  report(source, { code: 'manifest-unknown-key', at: entry.at, message, hint });
}

/**
 * The entries of a map that is walked by hand, without those that were refused. Reports where something else than a map stands, and keys that are not
 * among the known ones (all are, where `known` is absent); those are left out.
 */
export function mapEntries(
  source: ManifestSource,
  path: Path,
  known?: readonly string[],
): readonly (readonly [string, Entry])[] {
  const entry = entryAt(source.root, path);
  if (entry === undefined || entry.node.kind === 'refused') return [];
  if (entry.node.kind !== 'map') {
    reportKind(source, path, entry, 'a map');
    return [];
  }
  const entries = [...entry.node.entries].filter(([, { node }]) => node.kind !== 'refused');
  if (known === undefined) return entries;
  return entries.filter(([key]) => {
    if (known.includes(key)) return true;
    reportUnknownKey(source, [...path, key], known);
    return false;
  });
}

/** The paths of the items of a list that is walked by hand. Reports where something else stands. */
export function listPaths(source: ManifestSource, path: Path): readonly Path[] {
  const entry = entryAt(source.root, path);
  if (entry === undefined || entry.node.kind === 'refused') return [];
  if (entry.node.kind === 'list') return entry.node.items.map((_, index) => [...path, index]);
  reportKind(source, path, entry, 'a list');
  return [];
}

function reportKind(source: ManifestSource, path: Path, entry: Entry, expected: string): void {
  const { node } = entry;
  if (node.kind === 'scalar' && node.value === null) {
    const message = `${subject(path)} has no value; expected ${expected}, or that the line is left out`;
    report(source, { code: 'manifest-missing', at: entry.at, message });
  } else {
    const what = node.kind === 'scalar' ? quoted(node.source) : node.kind === 'list' ? 'a list' : 'a map';
    report(source, {
      code: 'manifest-type',
      at: node.at,
      message: `${subject(path)} is ${what}; expected ${expected}`,
      hint: kindHint(path, node),
    });
  }
}
