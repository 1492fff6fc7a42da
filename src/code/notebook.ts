/** The code of a notebook: the sources of its code cells. What cells printed and what they explain is no code. */
import type { FoundModelId } from './found-model-id.ts';

/** The program of one code cell, with the ids in it and where in the program they stand. */
export interface NotebookCell {
  readonly program: string;
  readonly ids: readonly { readonly id: FoundModelId; readonly start: number; readonly end: number }[];
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

interface Cell {
  isCode: boolean;
  readonly sources: Piece[];
}

/** Keys of a cell stand at this depth: notebook, its list of cells, the cell. */
const CELL = 3;

/** The code cells of a notebook that hold any of `found`. One pass over the text; a broken notebook has none. */
export function codeCells(text: string, found: readonly FoundModelId[]): readonly NotebookCell[] {
  const cells = cellsOf(text).filter(({ isCode }) => isCode);
  const made: NotebookCell[] = [];
  let next = 0;
  for (const { sources } of cells) {
    const ids: NotebookCell['ids'][number][] = [];
    let program = '';
    for (const piece of sources) {
      while ((found[next]?.start ?? Number.POSITIVE_INFINITY) < piece.start) next += 1;
      const before = program.length;
      program += decoded(text.slice(piece.start, piece.end));
      for (let id = found[next]; id !== undefined && id.start < piece.end; id = found[next]) {
        const start = before + decoded(`${text.slice(piece.start, id.start)}"`).length;
        ids.push({ id, start, end: start + (id.end - id.start) });
        next += 1;
      }
    }
    if (ids.length > 0) made.push({ program, ids });
  }
  return made;
}

function cellsOf(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  let depth = 0;
  let key = '';
  let isKey = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') {
      const end = endOfText(text, at);
      const cell = cells.at(-1);
      if (depth === CELL && isKey) key = text.slice(at + 1, end - 1);
      else if (cell !== undefined && key === 'cell_type' && depth === CELL)
        cell.isCode = text.slice(at + 1, end - 1) === 'code';
      else if (cell !== undefined && key === 'source' && depth <= CELL + 1)
        cell.sources.push({ start: at, end });
      at = end - 1;
    } else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth === CELL && sign === '{') cells.push({ isCode: false, sources: [] });
      isKey = sign === '{';
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
    } else if (sign === ':') isKey = false;
    else if (sign === ',' && depth <= CELL) isKey = true;
  }
  return cells;
}

function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '"') return at + 1;
  }
  return text.length;
}

function decoded(literal: string): string {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}
