/** A manifest that is being read: its tree, and the diagnostics that are made on the way. */
import type { Diagnostic, DiagnosticCode, Severity } from '../model/diagnostic.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { nearest } from './nearest.ts';
import { inline, quoted } from './shown.ts';
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
  const key = String(path.at(-1));
  const meant = nearest(key, known);
  const owner = subject(path.slice(0, -1));
  const advice =
    meant === undefined
      ? `; known keys are ${known.map(quoted).join(', ')}`
      : `; did you mean ${quoted(meant)}?`;
  const line = meant === undefined ? undefined : `${meant}: ${valueInLine(entry)}`.trimEnd();
  const message = `${owner} has the unknown key ${quoted(key)}${advice}`;
  report(source, { code: 'manifest-unknown-key', at: entry.at, message, hint: line });
}

function valueInLine(entry: Entry): string {
  return entry.node.kind === 'scalar' ? (inline(entry.node.source) ?? '') : '';
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
    });
  }
}
