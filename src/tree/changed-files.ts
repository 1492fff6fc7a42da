/** The files of two trees that may name a model and that differ, without reading what is the same. */
import { mayHoldModelIds } from '../code/scanned-files.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { LIMITS } from '../model/limits.ts';
import type { Snapshot, TreeFile } from '../model/snapshot.ts';
import type { SourceLocation } from '../model/source-location.ts';

/** A file of which at least one side is there; the texts differ. */
export interface ChangedFile {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** Whether a line of the head is one that the base does not have; a place without a line is its whole file. */
export function changedLines(files: readonly ChangedFile[]): (at: SourceLocation) => boolean {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const splits = new Map<string, { readonly old: ReadonlySet<string>; readonly now: readonly string[] }>();
  return ({ file, line }) => {
    const changed = byPath.get(file);
    if (changed?.after === undefined) return false;
    if (line === undefined) return true;
    const { before = '', after } = changed;
    const split = splits.get(file) ?? { old: new Set(before.split('\n')), now: after.split('\n') };
    splits.set(file, split);
    const text = split.now[line - 1];
    return text !== undefined && !split.old.has(text);
  };
}

interface Candidate {
  readonly path: string;
  readonly before: TreeFile | undefined;
  readonly after: TreeFile | undefined;
}

/**
 * Reads the files whose contents are known to differ, then those that only their texts can tell apart. What one side
 * has under another path with the same content has moved, and did not change.
 */
export async function changedFiles(
  base: Snapshot,
  head: Snapshot,
): Promise<{ readonly files: readonly ChangedFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  const candidates = withoutMoved(candidatesOf(base, head));
  const { chosen, leftOut } = withinCap(candidates, remainingOf(base, head));
  const [before, after] = await Promise.all([
    base.read(chosen.flatMap((file) => file.before?.path ?? [])),
    head.read(chosen.flatMap((file) => file.after?.path ?? [])),
  ]);
  const unread: string[] = [];
  const files = chosen.flatMap(({ path, ...sides }): readonly ChangedFile[] => {
    const texts = { before: before.get(path), after: after.get(path) };
    const isLost = (side: 'before' | 'after') => sides[side] !== undefined && texts[side] === undefined;
    if (isLost('before') || isLost('after')) {
      unread.push(path);
      return [];
    }
    if (texts.before === texts.after) return [];
    return [
      {
        path,
        ...(texts.before === undefined ? {} : { before: texts.before }),
        ...(texts.after === undefined ? {} : { after: texts.after }),
      },
    ];
  });
  return { files: movedAway(files), diagnostics: [...overCap(leftOut), ...unreadable(unread)] };
}

function candidatesOf(base: Snapshot, head: Snapshot): readonly Candidate[] {
  const sides = new Map<string, { before?: TreeFile; after?: TreeFile }>();
  for (const file of base.files) if (mayHoldModelIds(file)) sides.set(file.path, { before: file });
  for (const file of head.files) {
    if (mayHoldModelIds(file)) sides.set(file.path, { ...sides.get(file.path), after: file });
  }
  return [...sides]
    .map(([path, { before, after }]) => ({ path, before, after }))
    .filter(({ before, after }) => mayDiffer(before, after))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function mayDiffer(before: TreeFile | undefined, after: TreeFile | undefined): boolean {
  if (before === undefined || after === undefined || before.bytes !== after.bytes) return true;
  return before.content === undefined || after.content === undefined || before.content !== after.content;
}

/** Whether a difference is certain before anything is read. */
function isCertain({ before, after }: Candidate): boolean {
  return before?.bytes !== after?.bytes || (before?.content !== undefined && after?.content !== undefined);
}

function withoutMoved(candidates: readonly Candidate[]): readonly Candidate[] {
  const gone = new Map<string, number>();
  const come = new Map<string, number>();
  const note = (map: Map<string, number>, content: string | undefined) => {
    if (content !== undefined) map.set(content, (map.get(content) ?? 0) + 1);
  };
  for (const { before, after } of candidates) {
    if (after === undefined) note(gone, before?.content);
    if (before === undefined) note(come, after?.content);
  }
  return candidates.filter(({ before, after }) => {
    if (before !== undefined && after !== undefined) return true;
    const content = (before ?? after)?.content ?? '';
    return gone.get(content) === undefined || come.get(content) === undefined;
  });
}

/** The same where only the texts tell that a file moved. */
function movedAway(files: readonly ChangedFile[]): readonly ChangedFile[] {
  const gone = new Set(files.flatMap(({ before, after }) => (after === undefined ? (before ?? []) : [])));
  const come = new Set(files.flatMap(({ before, after }) => (before === undefined ? (after ?? []) : [])));
  return files.filter(({ before, after }) => {
    if (before !== undefined && after !== undefined) return true;
    const text = before ?? after ?? '';
    return !(gone.has(text) && come.has(text));
  });
}

/** Where each file is a request, those of both sides come from one allowance, and a tenth of it is left to others. */
function remainingOf(base: Snapshot, head: Snapshot): number {
  const left = Math.min(
    base.remaining?.() ?? Number.POSITIVE_INFINITY,
    head.remaining?.() ?? Number.POSITIVE_INFINITY,
  );
  return left * 0.9;
}

function withinCap(
  candidates: readonly Candidate[],
  files: number,
): { readonly chosen: readonly Candidate[]; readonly leftOut: number } {
  const ordered = [
    ...candidates.filter(isCertain),
    ...candidates.filter((candidate) => !isCertain(candidate)),
  ];
  let left: number = LIMITS.codeBytes;
  let filesLeft = files;
  const chosen = ordered.filter(({ before, after }) => {
    left -= Math.max(before?.bytes ?? 0, after?.bytes ?? 0);
    filesLeft -= (before === undefined ? 0 : 1) + (after === undefined ? 0 : 1);
    return left >= 0 && filesLeft >= 0;
  });
  return { chosen, leftOut: ordered.length - chosen.length };
}

function overCap(leftOut: number): readonly Diagnostic[] {
  if (leftOut === 0) return [];
  const message = `There are more changed files that may name a model than are read; ${leftOut} of them were not searched for model changes.`;
  const hint = 'Check the repository out, or look at a smaller part of the tree: set working-directory.';
  return [{ code: 'limit-exceeded', severity: 'warning', message, hint }];
}

function unreadable(paths: readonly string[]): readonly Diagnostic[] {
  return paths.slice(0, LIMITS.diagnosticsListed).map((file) => ({
    code: 'file-unreadable',
    severity: 'notice',
    message: 'The file could not be read as UTF-8 text, so it was not searched for model changes.',
    at: { file },
  }));
}
