/** A remark at a line of the head, as GitHub shows it. */
import type { SourceLocation } from '../model/source-location.ts';
import { plain } from './escape.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  /** Of one line or several. */
  readonly message: string;
  /** Relative to the root of the tree of the head. */
  readonly file?: string;
  readonly line?: number;
}

/** A line to write is never cut short: a path and a name are shorter than this together. */
export const LINE_CHARACTERS = 1_000;

/** A place in the tree; nothing where the path would lead out of it. */
export function placed(at: SourceLocation | undefined): Pick<Annotation, 'file' | 'line'> {
  if (at === undefined) return {};
  const { file, line } = at;
  const leaves = file.startsWith('/') || file.split(/[/\\]/).includes('..') || plain(file) !== file;
  if (leaves) return {};
  return { file, ...(line === undefined ? {} : { line }) };
}

/** Tells lines apart; undefined for what stands at none. */
export function lineKey({ file, line }: Pick<Annotation, 'file' | 'line'>): string | undefined {
  return file === undefined ? undefined : `${file}:${line ?? ''}`;
}
