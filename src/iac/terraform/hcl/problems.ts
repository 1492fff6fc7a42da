/** What went wrong while parsing one file, and how parsing goes on after it. */
import type { Diagnostic, DiagnosticCode } from '../../../model/diagnostic.ts';
import { LIMITS } from '../../../model/limits.ts';
import { skipItem } from './recovery.ts';
import type { Refusal } from './refusal.ts';
import type { Scanner } from './scanner.ts';
import { END, NEWLINE } from './tokens.ts';

export interface Problems {
  readonly diagnostics: Diagnostic[];
  /** A top-level block starts where the scanner stands, though blocks are still open. */
  atBoundary: boolean;
  /** Characters that were looked at again because of an error. Capped, so that the whole stays linear. */
  rescanned: number;
}

/** Adds a diagnostic. Over the limit on them nothing is added but the one that says so. */
export function report(
  scanner: Scanner,
  problems: Problems,
  code: Extract<DiagnosticCode, 'hcl-syntax' | 'limit-exceeded'>,
  offset: number,
  message: string,
  hint?: string,
): void {
  if (problems.diagnostics.length > LIMITS.diagnosticsListed) return;
  const at = scanner.source.locate(offset);
  if (problems.diagnostics.length === LIMITS.diagnosticsListed) {
    const cut = `Found more than ${LIMITS.diagnosticsListed} errors; what comes after them may not have been read.`;
    problems.diagnostics.push({ code: 'limit-exceeded', severity: 'error', message: cut, at });
    return;
  }
  problems.diagnostics.push({
    code,
    severity: 'error',
    message,
    at,
    ...(hint === undefined ? {} : { hint }),
  });
}

/** Reports why the item that starts at `start` could not be read, and moves the scanner behind it. */
export function recover(
  scanner: Scanner,
  problems: Problems,
  refusal: Refusal,
  start: number,
  isFile: boolean,
): void {
  report(scanner, problems, refusal.code, refusal.offset, refusal.message, refusal.hint);
  resume(scanner, problems, start, isFile);
}

/** Moves the scanner behind the item that starts at `start`. */
export function resume(scanner: Scanner, problems: Problems, start: number, isFile: boolean): void {
  const { text } = scanner;
  const reached = Math.max(scanner.reached, scanner.position);
  scanner.reached = reached;
  const indented = start > 0 && text.charCodeAt(start - 1) !== NEWLINE;
  const skipped = skipItem(text, start, isFile || indented);
  const end = Math.max(skipped.end, start + 1);
  problems.rescanned += Math.max(0, reached - end) + (end - start);
  scanner.newlines = true;
  scanner.rewind(end);
  problems.atBoundary = skipped.atBoundary && !isFile;
  const tooMany = problems.diagnostics.length >= LIMITS.diagnosticsListed;
  if (tooMany || problems.rescanned > 8 * text.length + 10_000) abandon(scanner, problems, end);
}

function abandon(scanner: Scanner, problems: Problems, offset: number): void {
  report(
    scanner,
    problems,
    'limit-exceeded',
    offset,
    'Found too many syntax errors; the rest of the file was not read.',
  );
  scanner.rewind(scanner.text.length);
  scanner.kind = END;
  problems.atBoundary = false;
}
