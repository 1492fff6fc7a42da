import { estimateSnapshot } from '../compare.ts';
import { EXIT } from './exit.ts';
import type { OutputOptions } from './options.ts';
import { terminalStyle, writeResult } from './terminal.ts';
import { openTree, readingOptions } from './trees.ts';

/** Prices one tree and writes the estimate. An error in its files makes the exit code 2: the total is then not whole. */
export async function runEstimate(path: string, options: OutputOptions): Promise<number> {
  const snapshot = await openTree(path);
  const { estimate, prices } = await estimateSnapshot(snapshot, readingOptions(options));
  const render = await import('../render/estimate.ts');
  const text = {
    terminal: () =>
      render.renderEstimateTerminal(estimate, prices, {
        ...terminalStyle(process.env),
        details: options.details === true,
      }),
    markdown: () => render.renderEstimateMarkdown(estimate, prices),
    json: () => render.renderEstimateJson(estimate, prices),
    html: () => render.renderEstimateHtml(estimate, prices),
  }[options.format]();
  writeResult(text, options.output);
  return estimate.diagnostics.some(({ severity }) => severity === 'error') ? EXIT.unusable : EXIT.ok;
}
