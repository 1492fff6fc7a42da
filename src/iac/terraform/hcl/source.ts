/** The text of a file, and the way from an offset to a line and a column. */
import type { SourceLocation } from '../../../model/source-location.ts';

export interface Source {
  readonly file: string;
  readonly text: string;
  /** Line and column of an offset into the text, both from 1; the column counts code points. */
  locate(offset: number): Required<SourceLocation>;
}

/** Wraps the text of a file. The tables for `locate` are made when it is first asked, in linear time. */
export function createSource(file: string, text: string): Source {
  let tables: Tables | undefined;
  return {
    file,
    text,
    locate(offset) {
      tables ??= makeTables(text);
      const within = Math.max(0, Math.min(offset, text.length));
      const line = countUpTo(tables.lineStarts, within);
      const lineStart = tables.lineStarts[line - 1] ?? 0;
      const pairs = countUpTo(tables.pairs, within - 1) - countUpTo(tables.pairs, lineStart - 1);
      return { file, line, column: within - lineStart - pairs + 1 };
    },
  };
}

interface Tables {
  readonly lineStarts: readonly number[];
  /** Offsets of the second halves of surrogate pairs, which are no code points of their own. */
  readonly pairs: readonly number[];
}

function makeTables(text: string): Tables {
  // A byte order mark is not part of the first line.
  const lineStarts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) pairs.push(match.index + 1);
  return { lineStarts, pairs };
}

/** How many of the sorted `offsets` are at most `limit`. */
function countUpTo(offsets: readonly number[], limit: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
