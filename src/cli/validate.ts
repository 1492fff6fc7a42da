import { estimateSnapshot } from '../compare.ts';
import { FEATURES } from '../estimate/features/registry.ts';
import { EXIT } from './exit.ts';
import type { OutputOptions } from './options.ts';
import { terminalStyle, writeResult } from './terminal.ts';
import { openTree } from './trees.ts';

/** Reads and binds the manifests of a tree and lists what is wrong with them, each with its place and its mend. */
export async function runValidate(path: string, options: Pick<OutputOptions, 'manifest'>): Promise<number> {
  const snapshot = await openTree(path);
  const { manifest: manifests } = options;
  const { estimate: made } = await estimateSnapshot(snapshot, manifests === undefined ? {} : { manifests });
  const { staleModels } = await import('../init/stale-models.ts');
  const stale = await staleModels(snapshot, FEATURES, manifests);
  const estimate = { ...made, diagnostics: [...made.diagnostics, ...stale] };
  const { renderDiagnostics } = await import('../render/diagnostics.ts');
  writeResult(renderDiagnostics(estimate, terminalStyle(process.env)), undefined);
  return estimate.diagnostics.some(({ severity }) => severity === 'error') ? EXIT.unusable : EXIT.ok;
}
