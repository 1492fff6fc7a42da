/**
 * Collects the files of one tree under the rules that hold for every kind of tree: what is left out, what is
 * refused and said, and the caps. A directory and a commit with the same content therefore list the same files.
 */
import type { Diagnostic } from '../model/diagnostic.ts';
import { LIMITS } from '../model/limits.ts';
import type { TreeFile } from '../model/snapshot.ts';

type Refusal = 'link' | 'submodule' | 'special' | 'name' | 'outside' | 'duplicate';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  link: 'A symbolic link was not followed. Expected a regular file or directory.',
  submodule: 'A submodule or nested repository was not read. Expected a regular file or directory.',
  special: 'A device, socket or pipe was not read. Expected a regular file or directory.',
  name: 'A name that is not UTF-8 was left out. Expected UTF-8.',
  outside: 'A path that leaves the tree was refused. Expected a path without empty, "." or ".." parts.',
  duplicate: 'The tree holds this path twice; the second one was left out.',
};

/** Paths over the cap, where what is there may matter and where it cannot, are counted apart. */
type Kind = Refusal | 'path' | 'other path';

/** Names that manifests and infrastructure code have, and names without an ending, which directories have. */
const MATTERS = /\.(?:ya?ml|json|tf|tfvars|hcl|template)$|(?:^|\/)[^./]+$/i;

export interface Listing<Entry extends TreeFile> {
  readonly files: Entry[];
  readonly diagnostics: Diagnostic[];
  /** False once the tree has more entries than are looked at. Call it for each entry before anything else. */
  count(): boolean;
  /** Whether the path may be listed; where it may not, that is noted, or silent for `.git` and `node_modules`. */
  admits(path: string): boolean;
  add(entry: Entry): void;
  refuse(why: Refusal, path: string): void;
  /** Sorts the files, drops and notes duplicates, and adds how many refusals were not listed. */
  finish(): void;
}

export function createListing<Entry extends TreeFile>(): Listing<Entry> {
  const files: Entry[] = [];
  const diagnostics: Diagnostic[] = [];
  const refused = new Map<Kind, number>();
  let entries = 0;

  function note(kind: Kind, diagnostic: Diagnostic): void {
    const seen = (refused.get(kind) ?? 0) + 1;
    refused.set(kind, seen);
    if (seen <= LIMITS.diagnosticsListed) diagnostics.push(diagnostic);
  }

  function refuse(why: Refusal, path: string): void {
    note(why, { code: 'file-refused', severity: 'notice', message: REFUSALS[why], at: { file: path } });
  }

  return {
    files,
    diagnostics,
    refuse,
    count() {
      entries += 1;
      if (entries === LIMITS.treeEntries + 1) {
        diagnostics.push({
          code: 'limit-exceeded',
          severity: 'error',
          message: `The tree has more than ${LIMITS.treeEntries} entries; the rest was not looked at.`,
          hint: 'Look at a smaller part of it: set working-directory, or name a subdirectory.',
        });
      }
      return entries <= LIMITS.treeEntries;
    },
    admits(path) {
      const verdict = judgePath(path);
      if (verdict === 'over') {
        note(MATTERS.test(path) ? 'path' : 'other path', {
          code: 'limit-exceeded',
          severity: MATTERS.test(path) ? 'error' : 'notice',
          message: `A path is longer than ${LIMITS.pathBytes} bytes; what is there was not read.`,
          at: { file: shortened(path) },
        });
      } else if (verdict === 'name' || verdict === 'outside') {
        refuse(verdict, shortened(path));
      }
      return verdict === 'good';
    },
    add(entry) {
      files.push(entry);
    },
    finish() {
      files.sort(byPath);
      let kept = 0;
      for (const file of files) {
        if (kept > 0 && files[kept - 1]?.path === file.path) refuse('duplicate', file.path);
        else files[kept++] = file;
      }
      files.length = kept;
      // In the order of their paths, so that it does not matter in which order a tree was walked.
      diagnostics.sort((a, b) => byPath({ path: a.at?.file ?? '' }, { path: b.at?.file ?? '' }));
      for (const [kind, seen] of refused) {
        if (seen > LIMITS.diagnosticsListed) diagnostics.push(summary(kind, seen - LIMITS.diagnosticsListed));
      }
    },
  };
}

function summary(kind: Kind, more: number): Diagnostic {
  return kind === 'path' || kind === 'other path'
    ? {
        code: 'limit-exceeded',
        severity: kind === 'path' ? 'error' : 'notice',
        message: `${more} more paths are longer than ${LIMITS.pathBytes} bytes.`,
      }
    : { code: 'file-refused', severity: 'notice', message: `${more} more: ${REFUSALS[kind]}` };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/**
 * `skip`: never looked at, by design. A name with U+FFFD counts as not UTF-8: that is what a decoder makes of
 * bytes that are not.
 */
function judgePath(path: string): 'good' | 'skip' | 'over' | 'name' | 'outside' {
  for (const part of path.split('/')) {
    if (part === '.git' || part === 'node_modules') return 'skip';
    if (part === '' || part === '.' || part === '..') return 'outside';
  }
  if (path.length * 3 > LIMITS.pathBytes && Buffer.byteLength(path) > LIMITS.pathBytes) return 'over';
  return path.includes('\uFFFD') ? 'name' : 'good';
}

function shortened(path: string): string {
  return path.length <= LIMITS.shownCharacters ? path : `${path.slice(0, LIMITS.shownCharacters)}…`;
}
