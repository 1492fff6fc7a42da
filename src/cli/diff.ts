import { compare } from '../compare.ts';
import type { Report } from '../model/report.ts';
import { EXIT } from './exit.ts';
import { budgetsOf, type DiffOptions } from './options.ts';
import { terminalStyle, writeResult } from './terminal.ts';
import { openTrees, readingOptions } from './trees.ts';

/** Compares two trees and writes the report. Answers with the exit code of the verdict. */
export async function runDiff(
  base: string | undefined,
  head: string | undefined,
  options: DiffOptions,
): Promise<number> {
  const trees = await openTrees(base, head);
  const report = await compare(trees.base, trees.head, {
    budgets: budgetsOf(options),
    onUnpriced: options.onUnpriced,
    ...readingOptions(options),
    ...(trees.headDate === undefined ? {} : { headDate: trees.headDate }),
  });
  writeResult(await rendered(report, options), options.output);
  return report.verdict.fails ? EXIT.overBudget : EXIT.ok;
}

/** Only the renderer that is asked for is loaded. */
async function rendered(report: Report, options: DiffOptions): Promise<string> {
  switch (options.format) {
    case 'markdown':
      return (await import('../render/comment.ts')).renderComment(report);
    case 'json':
      return (await import('../render/json.ts')).renderJson(report);
    case 'html':
      return (await import('../render/html.ts')).renderHtml(report);
    case 'terminal': {
      const { renderTerminal } = await import('../render/terminal.ts');
      return renderTerminal(report, { ...terminalStyle(process.env), details: options.details === true });
    }
  }
}
