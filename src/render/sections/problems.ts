/** The problems that were found in what was read, errors first. */

import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Report } from '../../model/report.ts';
import {
  type Cell,
  cell,
  counted,
  joinLines,
  type Line,
  line,
  place,
  prose,
  type Section,
  strong,
} from '../document.ts';
import { count } from '../money.ts';
import { withHint } from './unpriced.ts';

type Problem = Diagnostic & { readonly side?: 'base' | 'head' | 'both' };

const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

/** Of one kind only so many are listed; the others are counted. */
export function problemSection(
  diagnostics: Report['diagnostics'] | readonly Diagnostic[],
): readonly Section[] {
  if (diagnostics.length === 0) return [];
  const open = diagnostics.some(({ severity }) => severity === 'error');
  const blocks = () => [{ kind: 'list', items: problemItems(diagnostics) } as const];
  return [{ title: line`Problems found: ${countWords(diagnostics)}`, open, blocks, rank: 2 }];
}

function problemItems(all: readonly Problem[]): readonly { readonly rank: number; readonly cell: Cell }[] {
  const listed = new Map<string, number>();
  const cells: Cell[] = [];
  for (const severity of ORDER) {
    for (const problem of all) {
      if (problem.severity !== severity) continue;
      const number = (listed.get(problem.code) ?? 0) + 1;
      listed.set(problem.code, number);
      if (number <= LIMITS.diagnosticsListed) cells.push(problemCell(problem));
    }
  }
  for (const [code, number] of listed) {
    const more = number - LIMITS.diagnosticsListed;
    if (more > 0) cells.push(cell(line`${count(more)} more of the kind ${prose(`\`${code}\``)}`));
  }
  return cells.map((content, rank) => ({ rank, cell: content }));
}

function problemCell({ severity, message, at, hint, code, side }: Problem): Cell {
  const where = at === undefined ? line`` : line` (${place(at)})`;
  const only = side === 'base' ? line` (at base only)` : line``;
  const kind = severity === 'error' ? line`${strong(line`error`)}` : line`${prose(severity)}`;
  const main = line`${kind} ${prose(`\`${code}\``)}${only}: ${prose(message)}${where}`;
  return withHint(main, hint);
}

function countWords(problems: readonly Problem[]): Line {
  const parts = ORDER.flatMap((severity): readonly Line[] => {
    const number = problems.filter((problem) => problem.severity === severity).length;
    if (number === 0) return [];
    const shown = count(number);
    if (severity === 'error') return [counted(number, shown, line`error`, line`errors`)];
    if (severity === 'warning') return [counted(number, shown, line`warning`, line`warnings`)];
    return [counted(number, shown, line`notice`, line`notices`)];
  });
  return joinLines(parts, line`, `);
}
